"""Several files become one plan, and findings name the right one."""

import pytest
from builders import BEGINNING, codes, lines, loaded, model_of, raw, whole

from coalitionkit.loading import load
from coalitionkit.source.files import PlanFiles, RawFile

START = "".join(BEGINNING.values())


def test_lists_are_joined_in_the_order_of_the_files() -> None:
    outcome = loaded(
        START + "members: [{id: a, name: A}]\n",
        fragments={
            "1.yaml": "members: [{id: b, name: B}]\nfocus: {goals: [{id: g, statement: G}]}\n",
            "2.yaml": "members:\n  - {id: c, name: C}\nfocus: {north_star: N}\n",
        },
    )
    assert lines(outcome.findings) == []
    plan = model_of(outcome)
    assert [member.id for member in plan.members] == ["a", "b", "c"]
    assert (str(plan.focus.north_star), plan.focus.goals[0].id) == ("N", "g")


def test_the_beginning_may_stand_in_a_fragment() -> None:
    assert lines(loaded("members: []\n", fragments={"start.yaml": START}).findings) == []


@pytest.mark.parametrize("empty", ["", "# to come\n", "---\n", "members:\n"])
def test_an_empty_fragment_is_fine(empty: str) -> None:
    assert lines(loaded(START, fragments={"a.yaml": empty}).findings) == []


def test_the_same_setting_twice_is_told_at_the_second() -> None:
    outcome = loaded(
        START + "budget: {reserve: 1}\n", fragments={"a.yaml": "note: x\nbudget: {reserve: 2}\n"}
    )
    (finding,) = outcome.findings
    assert (finding.check.code, finding.place.file) == ("CK027", "coalition.d/a.yaml")
    assert finding.place.span.start == (2, 10)
    assert [(r.place.file, r.place.span.start) for r in finding.related] == [("coalition.yaml", (3, 10))]
    assert str(finding.address) == "budget.reserve"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("members: []\n", "members: {a: b}\n"),
        ("decision_model: consensus\n", "decision_model: {model: consensus}\n"),
        ("decision_model: consensus\n", "decision_model: majority\n"),
        ("rhythm: {cadence: {champion: monthly}}\n", "rhythm: {cadence: {champion: weekly}}\n"),
    ],
)
def test_what_cannot_be_one_is_told_once(first: str, second: str) -> None:
    found = loaded(START + first, fragments={"a.yaml": second}).findings
    assert codes(found) == ["CK027"], lines(found)


def test_the_same_words_twice_are_no_conflict() -> None:
    fragment = "format: 1\ndecision_model: consensus\n"
    assert lines(loaded(START + "decision_model: consensus\n", fragments={"a.yaml": fragment}).findings) == []


def test_findings_name_the_file_they_are_in() -> None:
    found = loaded(
        START + "members: [{id: a, name: A, joined: soon}]\n",
        fragments={"b.yaml": "members:\n  - {id: b, name: B, joined: later}\n", "c.yaml": "stuff: 1\n"},
    ).findings
    assert [(f.place.file, f.check.code, f.place.span.start) for f in found] == [
        ("coalition.d/b.yaml", "CK015", (2, 30)),
        ("coalition.d/c.yaml", "CK010", (1, 1)),
        ("coalition.yaml", "CK015", (3, 36)),
    ]


def test_a_broken_fragment_is_told_alone() -> None:
    found = loaded(
        START + "champions: [{member: a}]\n", fragments={"m.yaml": "members: [{id: a, name: A}\nroles: []\n"}
    ).findings
    assert [(f.place.file, f.check.code) for f in found] == [("coalition.d/m.yaml", "CK001")]


def test_every_broken_file_is_told() -> None:
    found = loaded("a: [", fragments={"a.yaml": "\t", "b.yaml": "- x\n"}, overlay="{").findings
    assert [(f.place.file, f.check.code) for f in found] == [
        ("coalition.d/a.yaml", "CK002"),
        ("coalition.d/b.yaml", "CK012"),
        ("coalition.private.yaml", "CK001"),
        ("coalition.yaml", "CK001"),
    ]


def test_an_empty_plan_is_told_once() -> None:
    for text in ("", "\n\n", "# soon\n", "\ufeff"):
        assert codes(loaded(text).findings) == ["CK007"], repr(text)


def test_a_plan_that_is_nothing_is_told_as_empty() -> None:
    assert codes(loaded("---\n").findings) == ["CK007"]


def test_a_plan_that_is_no_group_of_keys_is_told() -> None:
    for text in ("[]\n", "- a\n", "text\n", "'quoted'\n"):
        assert codes(loaded(text).findings) == ["CK012"], repr(text)


def test_a_file_left_unread_for_its_size_is_told() -> None:
    found = load(PlanFiles(RawFile("coalition.yaml", None, 9_400_000))).findings
    assert [(f.check.code, f.place.span.start) for f in found] == [("CK009", (1, 1))]
    assert "this file has 9.4 MB" in found[0].message


def test_a_fragment_left_unread_stops_the_plan() -> None:
    files = PlanFiles(raw("coalition.yaml", START), (RawFile("coalition.d/a.yaml", None, 10),))
    outcome = load(files)
    assert codes(outcome.findings) == ["CK009"]
    assert outcome.committed is None


def test_another_encoding_is_told_at_the_first_bad_character() -> None:
    found = loaded(whole("members: [{id: a, name: Ana López}]\n").encode("latin-1")).findings
    assert [(f.check.code, f.place.span.start) for f in found] == [("CK008", (1, 30))]
    assert codes(loaded(START.encode("utf-16")).findings) == ["CK008"]


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        ("2", "CK018"),
        ("0", "CK018"),
        ("999999999999", "CK018"),
        ("one", "CK018"),
        ("1.5", "CK018"),
        ("٢", "CK018"),
        ("[1]", "CK012"),
    ],
)
def test_another_format_is_told_alone(stated: str, code: str) -> None:
    found = loaded(START.replace("format: 1", f"format: {stated}") + "other: 1\n").findings
    assert codes(found)[:1] == [code], lines(found)
    assert len(found) == (1 if code == "CK018" else 2), lines(found)


def test_the_format_may_be_quoted() -> None:
    assert lines(loaded(START.replace("format: 1", "format: '1'")).findings) == []


def test_texts_are_kept_for_showing_their_lines() -> None:
    outcome = loaded(START, fragments={"a.yaml": "note: x\n"}, overlay="note: y\n")
    assert {name: text.content for name, text in outcome.texts.items()} == {
        "coalition.yaml": START,
        "coalition.d/a.yaml": "note: x\n",
        "coalition.private.yaml": "note: y\n",
    }
