"""Which format a plan says that it is in, and what is said of another one."""

import pytest
from builders import loaded, whole

from coalitionkit.loading import formats
from coalitionkit.loading.formats import stated_format


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("format: 1\n", 1),
        ("format: 7 # x\n", 7),
        ("format: '2'\n", 2),
        ("a: 1\n", None),
        ("format: v1\n", None),
    ],
)
def test_the_format_that_a_file_states(text: str, number: int | None) -> None:
    assert stated_format(loaded(text).trees["coalition.yaml"]) == number


def test_a_number_that_is_no_format_is_one_to_come() -> None:
    assert stated_format(loaded("format: 20260630\n").trees["coalition.yaml"]) == formats.CURRENT + 1


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "this plan is in format 1; 'coalition migrate' carries it over to format 3"),
        (2, "this plan is in format 2; 'coalition migrate' carries it over to format 3"),
        (0, "there is no format 0"),
        (4, "update coalitionkit to read 4"),
    ],
)
def test_a_plan_of_an_earlier_format_is_told_the_way(
    monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    monkeypatch.setattr(formats, "CURRENT", 3)
    (finding,) = loaded(whole(f"format: {number}\n")).findings
    assert said in finding.message
