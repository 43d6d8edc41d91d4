"""What the format refuses: each kind of error at its place, once."""

import pytest
from builders import assert_finds, assert_told, codes, lines, loaded, unmarked, whole

from coalitionkit.loading.validation import _MOST_ERRORS

ONE_CAUSE = {
    "unknown key": ("«stuff»: 1\n", "CK010 'stuff' is not a key of a plan"),
    "unknown key of an item": ("members: [{id: a, name: A, «hat»: x}]\n", "CK010 not a key of a member"),
    "misspelled key": ("«membres»: []\n", "CK010 did you mean 'members'?"),
    "misspelled key that is needed": (
        "members:\n  - id: ana\n    «nmae»: Ana\n",
        "CK010 'nmae' is not a key of a member; did you mean 'name'?",
    ),
    "unknown key of the coalition": ("coalition: {id: a, name: A, «nick»: b}\n", "CK010 a coalition section"),
    "missing key of an item with an id": (
        "members:\n  - id: «ana»\n    group: management-team\n",
        "CK011 this member has no 'name'; add a line 'name: …'",
    ),
    "missing id": ("members:\n  - «name»: Ana\n", "CK011 this member has no 'id'"),
    "missing key below a key": ("«coalition»: {id: a}\n", "CK011 has no 'name'"),
    "missing key of an item named by another key": (
        "metrics:\n- id: m\n  name: M\n  values:\n  - date: «2026»\n",
        "CK011 this measurement has no 'value'",
    ),
    "missing key of an item without id": ("evidence: x".replace("evidence: x", "ties: [{«who»: a}]"), ""),
    "key without value": ("members: [{id: a, «name»: }]\n", "CK011 'name' has no value"),
    "key that says null": ("members: [{id: a, «name»: ~}]\n", "CK011 'name' has no value"),
    "value for a list": (
        "members: «x»\n",
        "CK012 expected a list: [one, two], or lines that begin with '- '; found a single",
    ),
    "group for a list": ("members: «{a: b}»\n", "CK012 expected a list"),
    "group for a list over lines": ("«members»:\n  a: b\n  c: d\n", "CK012 found a group of keys"),
    "list for a value": ("members: [{id: a, name: «[x]»}]\n", "CK012 expected text; found a list"),
    "list for a group": ("focus: «[x]»\n", "CK012 with keys such as 'north_star'"),
    "value for a group": ("focus: «x»\n", "CK012 found a single value"),
    "value for an item": ("members: [«ana»]\n", "CK012 expected a member"),
    "list for a table": ("practices: «[x]»\n", "CK012 expected lines of 'key: value'"),
    "nothing for an item": ("members:\n  -«»\n", "CK012 found nothing"),
    "list for prose": ("focus: {north_star: «[x]»}\n", "CK012 expected text, or one text per language"),
    "list for one language": (
        "focus: {north_star: {en: x, es: «[y]»}}\n",
        "CK012 expected text; found a list",
    ),
    "no text for one language": (
        "focus: {north_star: {en: x, «es»: }}\n",
        "CK012 expected text; found nothing",
    ),
    "no language": ("focus: {north_star: {«english»: x}}\n", "CK013 'english' is not a language code"),
    "unknown word": ("members: [{id: a, name: A, status: «activ»}]\n", "CK013 did you mean 'active'?"),
    "unknown word in a list": ("focus: {predictors: [housing-stability, «houses!»]}\n", "CK013 is not a"),
    "unknown key of a table of words": ("practices: {«naps»: x}\n", "CK013 'naps' is not a practice"),
    "unknown word in a table": ("rhythm: {cadence: {champion: «hourly»}}\n", "CK013 is not a cadence"),
    "neither yes nor no": ("partners: [{id: a, name: A, small: «maybe»}]\n", "CK013 neither yes nor no"),
    "bad id": ("members: [{id: «Ana López», name: A}]\n", "CK014 write 'ana-lopez'"),
    "bad id in a table": ("decisions: [{id: d, options: {«Yes!»: x}}]\n", "CK014 write 'yes'"),
    "bad reference": ("champions: [{member: «Ana»}]\n", "CK014 is not an id"),
    "bad date": ("coalition: {id: a, name: A, started: «03/04/2026»}\n", "CK015 write a date as"),
    "no such day": ("coalition: {id: a, name: A, started: «2026-02-30»}\n", "CK015 has 28 days"),
    "bad time": ("meetings: [{id: a, time: «9am»}]\n", "CK015 write a time of day"),
    "bad amount": ("budget:\n  reserve: «$20,000»\n", "CK016 write it as 20000"),
    "bad share": (
        "roles: [{id: r, held_by: [{member: a, workload: «150%»}]}]\nmembers: [{id: a, name: A}]",
        "CK016",
    ),
    "bad level": (
        "partners: [{id: a, name: A, answers: {partnership: «5»}}]\n",
        "CK016 levels go from 0 to 4",
    ),
    "contradiction": (
        "members:\n  - id: a\n    name: A\n    joined: 2026-05\n    left: «2026-03»\n",
        "CK017 is before `joined`",
    ),
    "contradiction of two groups": (
        "working_groups: [{id: w, name: W}]\nmeetings: [{id: m, group: all, working_group: «w»}]\n",
        "CK017 keep one",
    ),
    "contradiction of two groups of a series": (
        "working_groups: [{id: w, name: W}]\nrhythm: {series: [{id: s, group: all, working_group: «w»}]}\n",
        "CK017 keep one",
    ),
    "word that only its record can judge": (
        "members: [{id: a, name: A}]\ndecisions: [{id: d, votes: «{a: lib}»}]\n",
        "CK013 neither a vote nor an option",
    ),
    "word of another vocabulary": ("inventory: {needs: [{id: n, kind: asset, of: «city»}]}\n", "CK013"),
    "bad e-mail address": ("members: [{id: a, name: A, work_email: «ana»}]\n", "CK029 e-mail address"),
    "bad web address": ("partners: [{id: a, name: A, url: «example.org»}]\n", "CK029 web address"),
    "a key of the program's own": ('"«[key]»": 3\n'.replace('"«[key]»"', '«"[key]"»'), "CK010 '[key]'"),
}
del ONE_CAUSE["missing key of an item without id"]


@pytest.mark.parametrize("name", ONE_CAUSE)
def test_one_cause_makes_one_finding_at_its_place(name: str) -> None:
    text, expected = ONE_CAUSE[name]
    assert_finds(text, expected)


SHORTHAND = {
    "bare word": ("decision_model: «consensuss»\n", "CK013 did you mean 'consensus'?"),
    "long form": ("decision_model: {model: «consensuss»}\n", "CK013 did you mean 'consensus'?"),
    "long form without its field": ("«decision_model»: {quorum: 1/2}\n", "CK011 has no 'model'"),
    "list for a bare word": ("decision_model: «[a]»\n", "CK012 expected one decision model; found a list"),
    "bare list": ("partners: [{id: p, name: P, serves: [«x y»]}]\n", "CK013 is not a population group"),
    "long list": ("partners: [{id: p, name: P, serves: {held: [«x y»]}}]\n", "CK013"),
    "value for a bare list": ("partners: [{id: p, name: P, serves: «x»}]\n", "CK012 expected a list"),
    "unknown key of a long form": ("partners: [{id: p, name: P, serves: {«has»: []}}]\n", "CK010 'has'"),
    "bare reference": ("roles: [{id: r, held_by: [«nobody»]}]\n", "CK020 no member has the id 'nobody'"),
    "bare bad id": ("roles: [{id: r, held_by: [«Ana»]}]\n", "CK014"),
    "bare text": ("practices: {conflict-and-turf: «[x]»}\n", "CK012"),
    "bare date": ("roles: [{id: r, vacant: «soon»}]\n", "CK015"),
    "bare in a table": ("decision_model: {model: consensus, by_kind: {budget: «maj»}}\n", "CK013"),
    "held and not held": (
        "partners: [{id: p, name: P, serves: {held: [young-people], not_held: «[young-people]»}}]\n",
        "CK017 cannot be both",
    ),
    "bare with a contradiction": ("coalition: {id: a, name: A, convener: {«sector»: nonprofit}}\n", ""),
}
del SHORTHAND["bare with a contradiction"]


@pytest.mark.parametrize("name", SHORTHAND)
def test_short_and_long_forms_are_told_where_they_are_written(name: str) -> None:
    text, expected = SHORTHAND[name]
    assert_finds(text, expected)


def test_two_missing_keys_are_two_findings_at_one_place() -> None:
    text, _ = unmarked("ties: [{kind: funds}]\n")
    findings = loaded(whole(text)).findings
    assert codes(findings) == ["CK011", "CK011"], lines(findings)
    assert {finding.place.span.start for finding in findings} == {(1, 9)}


def test_all_errors_are_told_not_only_the_first() -> None:
    assert_finds(
        "«stuff»: 1\n"
        "members:\n"
        "  - id: «Ana»\n"
        "    name: A\n"
        "    joined: «soon»\n"
        "    work_email: «x»\n"
        "budget: {reserve: «-1»}\n"
        "champions: [{member: «nobody»}]\n",
        "CK010",
        "CK014",
        "CK015",
        "CK029",
        "CK016",
        "CK020",
    )


def test_a_plan_without_what_every_plan_needs_is_told_at_its_first_key() -> None:
    assert_finds("«»members: []\nformat: 1\n", "CK011 the plan has no 'coalition'", full=True)
    assert_finds("«»members: []\ncoalition: {id: a, name: A}\n", "CK011 the plan has no 'format'", full=True)


def test_what_is_below_a_hole_is_told_once() -> None:
    assert_finds("members: [{id: a, name: «*x»}]\n", "CK005")
    assert_finds("members: «*x»\n", "CK005")


def test_a_broken_text_is_told_alone() -> None:
    assert_finds("members: [«{id: Ana»\nformat: 1\n", "CK001", full=True)


def test_duplicate_keys_do_not_hide_other_errors() -> None:
    assert_finds("members: [{id: a, name: A, «name»: B, joined: «soon»}]\n", "CK004", "CK015")


def test_keys_that_begin_with_x_are_free_everywhere() -> None:
    assert_finds("x-own: {a: [1, {b: c}]}\nmembers: [{id: a, name: A, x-shirt: [m]}]\nfocus: {x-y: z}\n")


def test_a_note_may_stand_everywhere() -> None:
    assert_finds("note: a\nfocus: {note: b}\nmembers: [{id: a, name: A, note: {en: c, es: d}}]\n")


def test_a_flood_of_errors_is_cut() -> None:
    text = whole("".join(f"zz{number}: 1\n" for number in range(_MOST_ERRORS + 500)))
    assert len(loaded(text).findings) == _MOST_ERRORS


def test_columns_count_code_points_before_the_place() -> None:
    assert_finds("members: [{id: a, name: 😀é, status: «x y»}]\n", "CK013")


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_places_are_the_same_with_other_line_ends(end: str) -> None:
    text, spans = unmarked("members:\n  - id: a\n    name: A\n    joined: «soon»\n")
    found = loaded("\ufeff".encode() + whole(text).replace("\n", end).encode()).findings
    assert_told(found, spans, ["CK015"])
