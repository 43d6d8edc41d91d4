"""Small plans and records for tests: valid by default, one override per test.

Places are shown as marks in the text itself: `«ana»` is the stretch that a finding should be at.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from coalitionkit.findings import Finding
from coalitionkit.loading import Loaded, load
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.members import Member
from coalitionkit.model.partners import Partner
from coalitionkit.places import Place, Position
from coalitionkit.source.files import PlanFiles, RawFile

MAIN = "coalition.yaml"
OVERLAY = "coalition.private.yaml"
BEGINNING = {
    "format": "format: 1\n",
    "coalition": "coalition: {id: forest-city, name: Forest City Mobility Coalition}\n",
}
MEMBERS = "members: [{id: ana-lopez, name: Ana López}, {id: ben-ito, name: Ben Ito}]\n"


def member(**overrides: Any) -> Member:
    """Return a member."""
    return Member.read({"id": "ana-lopez", "name": "Ana López", **overrides})


def partner(**overrides: Any) -> Partner:
    """Return an organization."""
    return Partner.read(
        {"id": "city-of-forest-city", "name": "City of Forest City", "sector": "local-government"} | overrides
    )


def plan(**sections: Any) -> Coalition:
    """Return a plan with the sections given, as text scalars or as records."""
    about = {"id": "forest-city", "name": "Forest City Mobility Coalition"}
    return Coalition.read({"format": "1", "coalition": about, **sections})


def whole(text: str) -> str:
    """Return a part of a plan with what every plan begins with below it: lines keep their numbers."""
    keys = {line.partition(":")[0] for line in text.splitlines()}
    end = "" if not text or text.endswith("\n") else "\n"
    return text + end + "".join(line for key, line in BEGINNING.items() if key not in keys)


def raw(name: str, text: str | bytes) -> RawFile:
    """Return a file as the workspace reads it."""
    data = text.encode() if isinstance(text, str) else text
    return RawFile(name, data, len(data))


def loaded(
    text: str | bytes, *, fragments: Mapping[str, str] | None = None, overlay: str | None = None
) -> Loaded:
    """Load the exact text of a plan, with fragments by file name."""
    return load(
        PlanFiles(
            raw(MAIN, text),
            tuple(raw(f"coalition.d/{name}", part) for name, part in (fragments or {}).items()),
            None if overlay is None else raw(OVERLAY, overlay),
        )
    )


def model_of(outcome: Loaded) -> Coalition:
    """Return the model with private values; fails with the findings when there is none."""
    assert outcome.coalition is not None, "\n".join(lines(outcome.findings))
    return outcome.coalition


def lines(findings: Iterable[Finding]) -> list[str]:
    """Return findings as people would tell them, a line each."""
    return [f"{_where(f.place)} {f.check.code} {f.address}: {f.message}" for f in findings]


def codes(findings: Iterable[Finding]) -> list[str]:
    """Return the codes of findings, in order."""
    return [finding.check.code for finding in findings]


def unmarked(text: str) -> tuple[str, list[tuple[Position, Position]]]:
    """Return a text without its marks, and the stretches that they marked, in order."""
    plain: list[str] = []
    spans: list[tuple[Position, Position]] = []
    line = column = 1
    begun: list[Position] = []
    for character in text:
        if character == "«":
            begun.append(Position(line, column))
        elif character == "»":
            spans.append((begun.pop(), Position(line, column)))
        else:
            plain.append(character)
            line, column = (line + 1, 1) if character == "\n" else (line, column + 1)
    return "".join(plain), sorted(spans)


def assert_finds(marked: str, *expected: str, full: bool = False) -> list[Finding]:
    """Assert that a part of a plan has exactly the findings marked in it, and return them.

    Each expectation is a code, and after a space a part of the message, in the order of the file.
    `full` says that the text is a whole plan.
    """
    text, spans = unmarked(marked)
    outcome = loaded(text if full else whole(text))
    assert_told(outcome.findings, spans, expected)
    return list(outcome.findings)


def assert_told(
    findings: Iterable[Finding], spans: Iterable[tuple[Position, Position]], expected: Iterable[str]
) -> None:
    """Assert that findings stand exactly at the spans and say what is expected."""
    findings, spans, expected = list(findings), list(spans), list(expected)
    found = lines(findings)
    assert [tuple(f.place.span) for f in findings] == spans, f"expected {expected} at {spans}, found {found}"
    assert len(expected) == len(findings), f"expected {expected}, found {found}"
    for finding, expectation in zip(findings, expected, strict=True):
        code, _, words = expectation.partition(" ")
        assert finding.check.code == code, f"expected {expectation}, found {found}"
        assert words in finding.message, f"expected {words!r} in {finding.message!r}"


def _where(place: Place) -> str:
    start, end = place.span
    return f"{place.file}:{start.line}:{start.column}-{end.line}:{end.column}"
