"""What is offered beside findings: what --fix would write, at its place, and nothing private."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from builders import MAIN, OVERLAY, raw, whole
from hypothesis import given
from hypothesis import strategies as st
from rules.test_cases import files_of
from rules.test_fixes import BAD
from rules.test_fixes import REQUEST as EVERYTHING

from coalitionkit.findings import Finding, Profile
from coalitionkit.linting import offering
from coalitionkit.linting.fixing import Mended, mended
from coalitionkit.linting.judging import verdict_on
from coalitionkit.linting.offering import offers
from coalitionkit.linting.request import Request
from coalitionkit.loading import load
from coalitionkit.rules.cases import Case
from coalitionkit.source.files import PlanFiles
from coalitionkit.source.text import Text
from coalitionkit.verdicts import Replacement

REQUEST = Request(date(2026, 6, 30), Profile.DRAFT)
MANY = """\
coalition: {id: forest-city, name: Forest City, started: 5 March 2026} # the first evening
members:
  - {id: ana-lopez, name: Ana López, status: joined, joined: 2026/6/1} # our host
  - {id: ben-ito, name: "Ben Ito ☀", work_phone: 0305550100}
"""


def plan(text: str | bytes, overlay: str | None = None) -> PlanFiles:
    return PlanFiles(raw(MAIN, text), (), None if overlay is None else raw(OVERLAY, overlay))


def found_in(files: PlanFiles, request: Request = REQUEST) -> tuple[Finding, ...]:
    return verdict_on(load(files), request).findings


def offered(files: PlanFiles, request: Request = REQUEST) -> list[tuple[Finding, tuple[Replacement, ...]]]:
    """Return each finding that is offered something, and what."""
    found = found_in(files, request)
    told = offers(files, request, found)
    return [
        (finding, told[finding._replace(fix=None)]) for finding in found if finding._replace(fix=None) in told
    ]


def replaced(files: PlanFiles, replacements: Iterable[Replacement]) -> PlanFiles:
    """Return a plan after what a program makes of replacements."""
    texts = {}
    for file in (files.main, *files.fragments):
        texts[file.file] = Text.decoded(file.file, file.data or b"")
    for place, new in sorted(replacements, reverse=True):
        text = texts[place.file]
        start, end = (text.line_offset(line) + column - 1 for line, column in place.span)
        assert text.place(start, end) == place
        texts[place.file] = Text(place.file, text.content[:start] + new + text.content[end:])
    return files._replace(
        main=raw(MAIN, texts[MAIN].content),
        fragments=tuple(raw(file.file, texts[file.file].content) for file in files.fragments),
    )


def told(files: PlanFiles) -> list[str]:
    return [
        f"{line}:{column}-{end} {new}"
        for _, all_ in offered(files)
        for (_, ((line, column), (_, end))), new in all_
    ]


def test_what_was_found_is_replaced_as_a_whole() -> None:
    assert told(plan(whole(MANY))) == [
        "1:58-70 2026-03-05",
        "3:46-52 active",
        "3:62-70 2026-06-01",
        '4:50-60 "0305550100"',
    ]


def test_line_ends_and_marks_of_order_move_nothing() -> None:
    data = b"\xef\xbb\xbf" + whole(MANY).replace("\n", "\r\n").encode()
    assert told(plan(data)) == told(plan(whole(MANY)))


@given(st.lists(st.booleans(), min_size=4, max_size=4))
def test_any_of_what_is_offered_can_be_taken(wanted: list[bool]) -> None:
    files = plan(whole(MANY))
    # Rules of practice would speak once the file can be read.
    request = REQUEST._replace(profile=Profile.START)
    all_ = offered(files, request)
    assert len(all_) == len(wanted)
    taken = [one for one, is_wanted in zip(all_, wanted, strict=True) if is_wanted]
    after = found_in(replaced(files, [one for _, each in taken for one in each]), request)
    before = found_in(files, request)
    marks = [(f.check.code, f.address) for f, _ in taken]
    assert [(f.check.code, f.address) for f in after] == [
        (f.check.code, f.address) for f in before if (f.check.code, f.address) not in marks
    ]


@pytest.mark.parametrize("case", [case for _, case in BAD.values()], ids=BAD)
def test_what_is_offered_in_the_case_of_a_rule_mends_it_alone(case: Case) -> None:
    files = files_of(case)
    for finding, replacements in offered(files, EVERYTHING):
        assert finding.fix is not None
        assert finding.fix.is_safe
        after = found_in(replaced(files, replacements), EVERYTHING)
        before = found_in(files, EVERYTHING)
        assert times(finding, after) < times(finding, before), replacements


def times(one: Finding, findings: Iterable[Finding]) -> int:
    """Return how often the rule of a finding found something."""
    return sum(finding.check == one.check for finding in findings)


def test_a_guess_is_not_offered() -> None:
    files = plan(whole("roles:\n  - {id: project-manager, held_by: [ana-lopes]}\n" + MANY))
    assert any(f.fix and not f.fix.is_safe for f in found_in(files))
    assert {f.check.code for f, _ in offered(files)} == {"CK015", "CK022", "CK023"}


def test_what_fix_would_take_back_is_not_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    def but_for_dates(*arguments: Any) -> Mended:
        outcome = mended(*arguments)
        return outcome._replace(fixed=tuple(f for f in outcome.fixed if f.check.code != "CK015"))

    files = plan(whole(MANY))
    monkeypatch.setattr(offering, "mended", but_for_dates)
    assert {f.check.code for f, _ in offered(files)} == {"CK022", "CK023"}


def test_nothing_private_is_told() -> None:
    text = whole(
        "members:\n"
        "  - {id: ana-lopez, name: Ana López, phone: 0305550199, joined: 2026/6/1}\n"
        "  - {id: ben-ito, name: Ben Ito, status: joined}\n"
    )
    overlay = "members:\n  - {id: ben-ito, phone: 0305550188, joined: 2026/6/1}\n"
    files = plan(text, overlay)
    codes = {finding.check.code for finding in found_in(files)}
    assert codes >= {"CK801", "CK023", "CK015"}
    said = repr(offered(files))
    assert "active" in said
    assert "0305550199" not in said
    assert "0305550188" not in said
    assert OVERLAY not in said


def test_items_are_not_moved_about() -> None:
    text = "members:\n  - {id: ben-ito, name: Ben Ito}\n  - {id: ana-lopez, name: Ana López}\n"
    request = REQUEST._replace(advice=True, profile=Profile.SUSTAIN)
    files = plan(whole(text))
    assert any(f.fix and f.fix.title.startswith("bring") for f in found_in(files, request))
    assert not any(f.fix and f.fix.title.startswith("bring") for f, _ in offered(files, request))


def test_a_heap_of_findings_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offering, "MOST", 2)
    assert len(offered(plan(whole(MANY)))) == 2


def test_only_what_is_asked_for_is_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    files = plan(whole(MANY))
    one = next(finding for finding in found_in(files) if finding.check.code == "CK022")
    assert [f.check.code for f in offers(files, REQUEST, [one])] == ["CK022"]
    monkeypatch.setattr(offering, "mended", None)
    assert offers(files, REQUEST, []) == {}
    assert offers(files, REQUEST, [one._replace(fix=None)]) == {}
