"""Which way a language is written."""

import pytest

from coalitionkit.publish.writers.direction import is_right_to_left


@pytest.mark.parametrize(
    ("language", "expected"),
    [("ar", True), ("he-IL", True), ("FA", True), ("en", False), ("es", False), ("arn", False)],
)
def test_direction(language: str, *, expected: bool) -> None:
    assert is_right_to_left(language) is expected
