"""The practices that rules look for: the table is whole, and no row of it is forgotten."""

import pytest

from coalitionkit.rules.catalogue import RULES
from coalitionkit.rules.practices import KINDS, PRACTICES, Practice
from coalitionkit.rules.rule import Rule


def test_practices_are_numbered_from_one_to_143() -> None:
    assert [practice.number for practice in PRACTICES] == list(range(1, 144))


@pytest.mark.parametrize("practice", PRACTICES, ids=lambda practice: str(practice.number))
def test_a_practice_is_one_plain_sentence_of_a_kind(practice: Practice) -> None:
    assert practice.kind in KINDS
    assert practice.title[0].isupper()
    assert practice.title.endswith(".")
    assert practice.title.count(".") == 1
    assert len(practice.title) <= 86


def test_no_two_practices_say_the_same() -> None:
    assert len({practice.title for practice in PRACTICES}) == len(PRACTICES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.check.code)
def test_a_rule_names_practices_that_exist_in_order_and_once(rule: Rule) -> None:
    assert set(rule.practices) <= {practice.number for practice in PRACTICES}
    assert list(rule.practices) == sorted(set(rule.practices))


def test_no_practice_is_forgotten() -> None:
    looked_at = {number for rule in RULES for number in rule.practices}
    forgotten = [f"{p.number} {p.title}" for p in PRACTICES if p.number not in looked_at]
    assert forgotten == []
