"""The order of findings, severities and profiles."""

import pytest

from coalitionkit.findings import Check, Finding, Profile, Severity
from coalitionkit.places import Place, Position, Span

CHECK = Check("CK231", "project-manager-missing", Severity.ERROR, "It is.", "It must.", "Mend it.")


def finding(
    file: str = "a", line: int = 1, column: int = 1, code: str = "CK100", message: str = "m"
) -> Finding:
    at = Position(line, column)
    return Finding(CHECK._replace(code=code), Severity.ERROR, message, Place(file, Span(at, at)))


def test_findings_are_listed_by_file_position_code_and_message() -> None:
    expected = [
        finding("a", 1, 2),
        finding("a", 2, 1, "CK100", "a"),
        finding("a", 2, 1, "CK100", "b"),
        finding("a", 2, 1, "CK101", "a"),
        finding("a", 2, 9),
        finding("a", 10, 1),
        finding("b", 1, 1),
    ]
    mixed = [expected[index] for index in (3, 6, 0, 5, 1, 4, 2)]
    assert sorted(mixed, key=Finding.order) == expected


def test_severities_and_profiles_are_ladders() -> None:
    assert sorted(Severity) == [Severity.OFF, Severity.INFO, Severity.WARNING, Severity.ERROR]
    assert sorted(Profile) == [Profile.START, Profile.DRAFT, Profile.LAUNCH, Profile.SUSTAIN]
    assert max(Severity.INFO, Severity.ERROR) is Severity.ERROR
    assert Profile.LAUNCH <= Profile.LAUNCH < Profile.SUSTAIN
    with pytest.raises(TypeError):
        _ = Severity.INFO < Profile.START


def test_the_first_digit_of_a_code_is_its_family() -> None:
    assert CHECK.family == 2
    assert CHECK._replace(code="CK012").family == 0


def test_findings_never_change() -> None:
    with pytest.raises(AttributeError):
        finding().message = "other"  # type: ignore[misc]
