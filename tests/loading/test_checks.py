"""The checks of family 0: complete, distinct, in plain words."""

import re

import pytest

from coalitionkit.findings import Check, Profile
from coalitionkit.loading.checks import BY_PROBLEM, CHECKS


def test_codes_and_names_are_distinct() -> None:
    assert [check.code for check in CHECKS] == sorted({check.code for check in CHECKS})
    assert len({check.name for check in CHECKS}) == len(CHECKS)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: str(check.name))
def test_each_check_explains_itself(check: Check) -> None:
    assert re.fullmatch(r"CK0\d\d", check.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", check.name)
    assert check.profile is Profile.START
    for text in (check.summary, check.why, check.mend):
        assert not text[0].islower(), text
        assert text.endswith((".", "?")), text


def test_every_problem_has_a_check() -> None:
    assert set(BY_PROBLEM.values()) <= set(CHECKS)
