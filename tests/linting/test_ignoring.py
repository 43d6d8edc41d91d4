"""Above what a comment has to stand, so that it leaves out what was found."""

import pytest
from builders import loaded, whole

from coalitionkit.findings import Check, Finding
from coalitionkit.linting.ignoring import remarks
from coalitionkit.loading import Loaded
from coalitionkit.loading.checks import BROKEN_REFERENCE
from coalitionkit.places import PLAN, Address
from coalitionkit.rules.families.community import PRIVATE_VALUE_COMMITTED
from coalitionkit.rules.families.linter import SUPPRESSION_UNUSED
from coalitionkit.rules.families.members import hours_missing, member_without_part

MEMBERS = PLAN / "members"
TEXT = """\
# the plan of all
format: 1
members:
  - id: ana-lopez
    name: Ana López
    proxy:
      to: ben-ito
    languages: [en,
      es]
  - {id: ben-ito,
     name: Ben Ito}
  - phone: 555-0100
    id: cora-diaz
    name: Cora Diaz
"""


def found(plan: Loaded, address: Address, check: Check = hours_missing.check) -> Finding:
    return Finding(check, check.severity, "x", plan.place(address), address)


def above(address: Address, check: Check = hours_missing.check) -> list[tuple[str, str]]:
    """Return above what a comment is written for a finding at an address, and how it begins."""
    plan = loaded(whole(TEXT))
    return [
        (str(remark.at), remark.text) for remark, _ in remarks(plan, [found(plan, address, check)], "later")
    ]


@pytest.mark.parametrize(
    ("address", "unit"),
    [
        (MEMBERS["ana-lopez"] / "hours_per_month", "members[ana-lopez]"),
        (MEMBERS["ana-lopez"] / "id", "members[ana-lopez]"),
        (MEMBERS["ana-lopez"] / "name", "members[ana-lopez].name"),
        (MEMBERS["ana-lopez"] / "proxy" / "to", "members[ana-lopez].proxy.to"),
        ((MEMBERS["ana-lopez"] / "languages")[1], "members[ana-lopez].languages"),
        (MEMBERS["ben-ito"] / "name", "members[ben-ito]"),
        (MEMBERS["cora-diaz"] / "phone", "members[cora-diaz]"),
        (MEMBERS, "members"),
    ],
)
def test_a_comment_stands_above_what_begins_a_line(address: Address, unit: str) -> None:
    assert above(address) == [(unit, "coalition: ignore[hours-missing] later")]


def test_what_is_missing_from_the_plan_is_left_out_for_the_file() -> None:
    assert above(PLAN / "champions") == [("format", "coalition: ignore-file[hours-missing] later")]


@pytest.mark.parametrize("check", [BROKEN_REFERENCE, SUPPRESSION_UNUSED.check])
def test_what_can_never_be_left_out_gets_no_comment(check: Check) -> None:
    assert above(MEMBERS["ana-lopez"] / "name", check) == []


def test_private_values_can_be_left_out() -> None:
    assert above(MEMBERS["cora-diaz"] / "phone", PRIVATE_VALUE_COMMITTED.check)


def test_one_comment_names_all_rules_of_an_item_once() -> None:
    plan = loaded(whole(TEXT))
    findings = [
        found(plan, MEMBERS["ana-lopez"] / "group", member_without_part.check),
        found(plan, MEMBERS["ben-ito"] / "name"),
        found(plan, MEMBERS["ana-lopez"] / "hours_per_month"),
        found(plan, MEMBERS["ana-lopez"] / "id"),
    ]
    ana, ben = remarks(plan, findings, "later")
    assert ana[0].text == "coalition: ignore[hours-missing, member-without-part] later"
    assert ana[1] == (findings[0], findings[2], findings[3])
    assert ben[1] == (findings[1],)


def test_a_plan_that_cannot_be_read_gets_no_comment() -> None:
    plan = loaded("- one\n- two\n")
    assert list(remarks(plan, [found(plan, MEMBERS)], "later")) == []
