"""Fixes as a whole: together where they can be, none that does harm, and to the end."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest
from builders import MAIN, OVERLAY, raw, whole
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.editing import desk
from coalitionkit.edits import Edit, Fix, Put, Remove, Safety
from coalitionkit.findings import Profile, Severity
from coalitionkit.linting import fixing, judging
from coalitionkit.linting.fixing import Mended, Wanted, mended
from coalitionkit.linting.request import Request
from coalitionkit.loading import Loaded
from coalitionkit.loading.assembly import reading_of
from coalitionkit.places import PLAN, Address
from coalitionkit.source.files import PlanFiles, RawFile
from coalitionkit.source.reader import Reading
from coalitionkit.verdicts import Verdict

REQUEST = Request(date(2026, 6, 30), Profile.DRAFT)
ANA = PLAN / "members"
MANY = """\
coalition: {id: forest-city, name: Forest City, started: 5 March 2026} # the first evening
members:
  - {id: ana-lopez, name: Ana López, status: joined} # our host
  - id: Ben Ito # he spells it so
    name: Ben Ito
    langauges: [en]
    work_phone: 0305550100
roles:
  - {id: project-manager, held_by: [Ben Ito]}
  - {id: data-lead, held_by: [ana-lopes]}
"""


def fixed(text: str, wanted: Wanted = Wanted(), *, overlay: str | None = None) -> Mended:  # noqa: B008
    """Return what fixes make of a part of a plan."""
    return mended(files(text, overlay=overlay), REQUEST, wanted)


def files(text: str, *, overlay: str | None = None) -> PlanFiles:
    return PlanFiles(raw(MAIN, whole(text)), (), None if overlay is None else raw(OVERLAY, overlay))


def text_of(outcome: Mended, name: str = MAIN) -> str:
    """Return a file as it is after fixes; fails when nothing in it changed."""
    ((after,),) = [[file.after for file in outcome.files if file.file == name]]
    assert after is not None
    return after.decode()


def codes(outcome: Mended) -> list[str]:
    return sorted(finding.check.code for finding in outcome.fixed)


def test_safe_fixes_leave_what_was_meant_to_people() -> None:
    outcome = fixed(MANY)
    assert codes(outcome) == ["CK015", "CK022", "CK023"]
    assert text_of(outcome) == whole(
        MANY.replace("5 March 2026", "2026-03-05")
        .replace("joined", "active")
        .replace("0305550100", '"0305550100"')
    )
    assert [f.check.code for f in outcome.verdict.findings if f.fix] == ["CK014", "CK010", "CK020"]


def test_unsafe_fixes_go_on_until_nothing_is_left() -> None:
    outcome = fixed(MANY, Wanted(unsafe=True))
    assert not [finding for finding in outcome.verdict.findings if finding.fix is not None]
    assert text_of(outcome) == whole(
        MANY.replace("5 March 2026", "2026-03-05")
        .replace("joined", "active")
        .replace("0305550100", '"0305550100"')
        .replace("id: Ben Ito", "id: ben-ito")
        .replace("[Ben Ito]", "[ben-ito]")
        .replace("langauges", "languages")
        .replace("ana-lopes", "ana-lopez")
    )


def test_what_is_mended_twice_is_mended_once() -> None:
    once = fixed(MANY, Wanted(unsafe=True))
    assert mended(files(text_of(once)), REQUEST, Wanted(unsafe=True)).files == ()


def test_a_plan_without_anything_to_mend_is_left_alone() -> None:
    outcome = fixed("members: [{id: ana-lopez, name: Ana López}]\n")
    assert (outcome.files, outcome.fixed, outcome.dropped) == ((), (), ())


def test_a_safe_fix_loses_no_comment() -> None:
    text = """\
working_groups:
  - id: homes
    name: Homes
    members:
      - ana-lopez
      - ana-lopez # she asked twice
members: [{id: ana-lopez, name: Ana López, status: joined}]
"""
    outcome = fixed(text)
    assert text_of(outcome) == whole(text.replace("joined", "active"))
    ((finding, why),) = outcome.dropped
    assert (finding.check.code, why) == (
        "CK033",
        "a comment would be lost; --unsafe-fixes does it all the same",
    )
    assert codes(fixed(text, Wanted(unsafe=True))) == ["CK022", "CK033"]


def test_one_bad_fix_holds_no_other_back(monkeypatch: pytest.MonkeyPatch) -> None:
    members = "".join(f"  - {{id: m{n}, name: M{n}, status: joined}}\n" for n in range(9))
    spoil(monkeypatch, ANA["m4"] / "status", Put(ANA["m4"] / "name", "M5"))
    outcome = fixed(f"members:\n{members}")
    assert len(outcome.fixed) == 8
    ((finding, why),) = outcome.dropped
    assert (str(finding.address), why) == ("members[m4].status", "what was found would still be there")
    assert "m4, name: M4, status: joined" in text_of(outcome)


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (Remove(ANA["nobody"]), "there is no"),
        (Put(ANA["ana-lopez"] / "name", "Ana"), "what was found would still be there"),
        (Remove(ANA["ana-lopez"]), "it would bring CK020 broken-reference"),
    ],
)
def test_a_fix_that_does_harm_is_dropped_and_told(
    monkeypatch: pytest.MonkeyPatch, edit: Edit, why: str
) -> None:
    spoil(monkeypatch, ANA["ana-lopez"] / "status", edit)
    text = "members: [{id: ana-lopez, name: Ana López, status: joined}]\nchampions: [{member: ana-lopez}]\n"
    outcome = fixed(text, Wanted(unsafe=True))
    assert (outcome.files, outcome.fixed) == ((), ())
    ((_, told),) = outcome.dropped
    assert told.startswith(why)


def spoil(monkeypatch: pytest.MonkeyPatch, address: Address, edit: Edit) -> None:
    """Let the fix of what is found at an address do something else."""
    sound = judging.verdict_on

    def spoiled(loaded: Loaded, request: Request) -> Verdict:
        verdict = sound(loaded, request)
        bad = Fix("write something else", (edit,))
        found = (f._replace(fix=bad) if f.address == address and f.fix else f for f in verdict.findings)
        return verdict._replace(findings=tuple(found))

    monkeypatch.setattr(fixing, "verdict_on", spoiled)


def test_a_guess_may_reveal_a_warning_and_no_error() -> None:
    """A role that is held again is asked about; a section that is read again may be wrong itself."""
    held = "members: [{id: ana-lopez, name: Ana López}]\nroles: [{id: data-lead, held_by: [ana-lopes]}]\n"
    outcome = mended(files(held), REQUEST._replace(profile=Profile.SUSTAIN), Wanted(unsafe=True))
    assert codes(outcome) == ["CK020"]
    assert "CK238" in {finding.check.code for finding in outcome.verdict.findings}
    wrong = fixed("membres: [{id: ana-lopez}]\n", Wanted(unsafe=True))
    ((finding, why),) = wrong.dropped
    assert finding.check.code == "CK010"
    assert why.startswith("it would bring CK011 missing-key")


def test_what_could_not_be_judged_before_is_not_new() -> None:
    text = "coalition: {id: forest-city, name: Forest City, started: March 2026}\n"
    outcome = fixed(text)
    assert codes(outcome) == ["CK015"]
    assert "CK231" in {finding.check.code for finding in outcome.verdict.findings}


def test_private_values_stay_when_the_overlay_is_left_out() -> None:
    text = "members:\n  - {id: ana-lopez, name: Ana López, phone: 555-0100}\n"
    assert fixed(text, Wanted(conceals=False)).files == ()
    moved = fixed(text, overlay="members:\n  - {id: ana-lopez, personal_email: ana@example.org}\n")
    assert text_of(moved) == whole("members:\n  - {id: ana-lopez, name: Ana López}\n")
    assert text_of(moved, OVERLAY) == (
        "members:\n  - {id: ana-lopez, personal_email: ana@example.org, phone: 555-0100}\n"
    )


@pytest.mark.parametrize(("held", "moves"), [("555-0100", True), ("555-0199", False)])
def test_a_private_value_that_is_in_the_overlay_already_is_never_replaced(held: str, moves: bool) -> None:  # noqa: FBT001
    overlay = f"members:\n  - {{id: ana-lopez, phone: {held}}}\n"
    text = "members:\n  - {id: ana-lopez, name: Ana López, phone: 555-0100}\n"
    outcome = fixed(text, Wanted(unsafe=True), overlay=overlay)
    after = [(file.file, (file.after or b"").decode()) for file in outcome.files]
    assert after == [(MAIN, whole(text.replace(", phone: 555-0100", "")))] * moves
    assert [("has another value" in one.why) for one in outcome.dropped] == [True] * (not moves)


def test_nothing_in_the_overlay_is_mended_or_quoted() -> None:
    outcome = fixed(
        "members: [{id: ana-lopez, name: Ana López}]\n",
        Wanted(unsafe=True),
        overlay="members: [{id: ana-lopez, phome: 555-0100, personal_email: Ana <ana@example.org>}]\n",
    )
    assert outcome.files == ()
    assert {f.check.code for f in outcome.verdict.findings if f.place.file == OVERLAY} == {"CK010", "CK029"}


def test_only_what_is_shown_is_mended() -> None:
    def without_dates(verdict: Verdict) -> Verdict:
        return verdict._replace(findings=tuple(f for f in verdict.findings if f.check.code != "CK015"))

    assert codes(fixed(MANY, Wanted(shown=without_dates))) == ["CK022", "CK023"]


REASON = Wanted(fixes=False, reason="imported plan")


def test_comments_leave_out_what_is_left() -> None:
    text = """\
members:
  # hosts us
  - id: ana-lopez
    name: Ana López
commitments:
  - {id: fees, what: A list of fees, promised_by: ana-lopez}
"""
    outcome = fixed(text, REASON)
    assert text_of(outcome) == whole(
        "# coalition: ignore-file[project-manager-missing] imported plan\n"
        + text.replace(
            "  - {id: fees", "  # coalition: ignore[promise-incomplete] imported plan\n  - {id: fees"
        )
    ).replace("coalition: {id", "# coalition: ignore[convener-missing] imported plan\ncoalition: {id")
    assert not [f for f in outcome.verdict.findings if f.severity is Severity.ERROR]
    assert len(outcome.ignored) == outcome.verdict.suppressed == 3
    again = mended(files(text_of(outcome)), REQUEST, REASON)
    assert again.files == ()


def test_what_no_comment_leaves_out_is_told() -> None:
    outcome = fixed("members: [{id: ana-lopez, name: Ana López}]\nchampions: [{member: mayor}]\n", REASON)
    ((finding, why),) = [one for one in outcome.dropped if one.finding.check.family == 0]
    assert (finding.check.code, why) == ("CK020", "no comment can leave this out")


def test_how_severe_a_finding_must_be_to_get_a_comment() -> None:
    text = "roles: [{id: data-lead, held_by: [{member: ana-lopez, until: 2026-03}]}]\n"
    members = "members: [{id: ana-lopez, name: Ana López, left: 2026-03}]\n"
    severe = fixed(members + text, REASON)
    all_of_them = fixed(members + text, REASON._replace(least=Severity.WARNING))
    assert {f.severity for f in severe.ignored} == {Severity.ERROR}
    assert {f.severity for f in all_of_them.ignored} == {Severity.ERROR, Severity.WARNING}


STATUSES = st.sampled_from(["active", "joined", "Current", "paused", "alumni", "asleep"])
DATES = st.sampled_from(["2026-03-05", "March 5, 2026", "3/4/2026", "5 March 2026", "2026/3/5", "soon"])
COMMENTS = st.sampled_from(["", " # since May", "  # coalition: ignore[hours-missing] asked"])


@st.composite
def plans(draw: st.DrawFn) -> str:
    """Give plans with members of all kinds, each with comments of its own."""
    names = draw(st.lists(st.sampled_from("abcdef"), unique=True, min_size=1))
    items = (
        f"  # about {name}\n"
        f"  - id: {name}{draw(COMMENTS)}\n"
        f"    name: {name.upper()}\n"
        f"    status: {draw(STATUSES)}{draw(COMMENTS)}\n"
        f"    joined: {draw(DATES)}\n"
        for name in names
    )
    return "members:\n" + "".join(items)


@given(plans(), st.booleans())
def test_fixing_twice_is_fixing_once_and_keeps_every_comment(text: str, unsafe: bool) -> None:  # noqa: FBT001
    wanted = Wanted(unsafe=unsafe)
    once = fixed(text, wanted)
    after = text_of(once) if once.files else whole(text)
    assert mended(files(after), REQUEST, wanted).files == ()
    assert list(notes(after)) == list(notes(whole(text)))
    assert not [
        f
        for f in once.verdict.findings
        if f.fix is not None and f.fix.safety is Safety.SAFE and not once.dropped
    ]


def notes(text: str) -> Iterator[str]:
    """Give the comments that say something to people, each with the line that it belongs to."""
    for before, line in pairwise(["", *text.splitlines()]):
        if "# about" in before:
            yield before + line.partition("#")[0]


def test_a_plan_without_errors_is_not_read_again_to_be_mended(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(file: RawFile) -> Reading:
        read.append(file.file)
        return reading_of(file)

    monkeypatch.setattr(desk, "reading_of", counted)
    people = "  - {id: ben-ito, name: Ben Ito}\n", "  - {id: ana-lopez, name: Ana López}\n"
    text = "lint: {rules: {ids-out-of-order: warning}}\nmembers:\n"
    outcome = fixed(text + "".join(people))
    assert text_of(outcome) == whole(text + "".join(reversed(people)))
    assert read == []
    fixed(MANY)
    assert MAIN in read
