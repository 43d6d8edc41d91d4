"""`coalition retire`: members and partners, with what hangs on them."""

from pathlib import Path

import pytest

from cli.conftest import Run
from cli.plans import OVERLAY, PLAN, changed, text
from coalitionkit.shipped import shipped

BACKBONE = shipped("examples") / "county-backbone"


def test_a_member_leaves_and_what_is_open_is_told(plan: Run) -> None:
    ran = plan("retire", "member", "ana-lopez", "--on", "2026-06-30", "--reason", "Moved.")
    assert ran.code == 0
    assert ran.out == "Ana López left on 2026-06-30 and is one of the alumni. Written to coalition.yaml.\n"
    assert ran.err == (
        "still to settle: nobody holds the role of data lead after 2026-06-30; name who follows with "
        "'coalition add holder data-lead MEMBER', or waive the role\n"
        "still to settle: City Hall has nobody at the table now; ask whom it sends\n"
    )
    assert "group: management-team    # she chairs it\n    status: alumni\n" in text()


def test_the_id_alone_is_enough_where_it_tells(plan: Run) -> None:
    assert plan("retire", "ben-ito").code == 0
    assert plan("retire", "city-hall", "--reason", "No time.", "--keep-informed-by", "newsletter").code == 0
    assert "reason: No time." in text(OVERLAY)
    assert "No time." not in text()
    assert "keep_informed_by: newsletter" in text()


def test_set_and_add_lead_to_the_same(plan: Run) -> None:
    plan("retire", "member", "ana-lopez", "--on", "2026-06-30")
    retired = text()
    Path("coalition.yaml").write_bytes(PLAN.encode())
    ran = plan("set", "member", "ana-lopez", "--status", "alumni", "--on", "2026-06-30")
    assert (ran.code, text()) == (0, retired)


def test_a_group_that_changes_is_kept_with_its_days(plan: Run) -> None:
    plan("set", "members[ana-lopez].joined", "2026-01-15")
    before = text()
    ran = plan(
        "set", "member", "ana-lopez", "--group", "key-stakeholder", "--phone", "1", "--on", "2026-07-01"
    )
    assert ran.out.startswith(
        "Ana López works in the group 'key-stakeholder' from 2026-07-01. Also set phone. Written to "
    )
    assert changed(before) == [
        "- group: management-team    # she chairs it",
        "+ group: key-stakeholder    # she chairs it",
        "+ earlier:",
        "+ - group: management-team",
        "+ since: 2026-01-15",
        "+ until: 2026-06-30",
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nobody"], "the plan has no member 'nobody'"),
        (
            ["role", "data-lead"],
            "members and partners retire; a role ends\nhint:  coalition end role data-lead",
        ),
        (["member", "a", "b"], "'b' is one word too many"),
        (["member", "ben-ito", "--with-members"], "are for partners"),
        (["partner", "city-hall", "--heir", "ben-ito"], "--heir is for members"),
        (["partner", "city-hall", "--review-on", "soon"], "write a date as 2026-03-14"),
        (["member", "ben-ito", "--heir", "ben-ito"], "Ben Ito cannot take over what Ben Ito did"),
    ],
)
def test_what_cannot_retire_is_refused(plan: Run, words: list[str], said: str) -> None:
    ran = plan("retire", *words)
    assert (ran.code, text()) == (2, PLAN)
    assert said in ran.err


def test_each_change_lands_in_its_fragment(run: Run) -> None:
    for file in BACKBONE.rglob("*.yaml"):
        copy = Path(file.relative_to(BACKBONE))
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    ran = run("retire", "member", "ingrid-solheim", "--on", "2026-06-30", "--heir", "tomasz-wilk")
    assert ran.code == 0, ran.err
    assert "Tomasz Wilk takes over" in ran.out
    for name in ("members", "groups"):
        assert f"coalition.d/{name}.yaml" in ran.out
    groups = Path("coalition.d/groups.yaml").read_text(encoding="utf-8")
    assert "{member: ingrid-solheim, since: 2024-07-15, until: 2026-06-30, workload: 20%}" in groups
    main = Path("coalition.yaml").read_bytes()
    assert main == (BACKBONE / "coalition.yaml").read_bytes()
    assert run("lint", "--as-of", "2026-06-30").code == 0


def test_a_departure_of_the_same_day_is_taken_back_as_the_hint_says(plan: Run) -> None:
    assert plan("retire", "member", "ben-ito", "--on", "2026-07-01").code == 0
    ran = plan("set", "member", "ben-ito", "--status", "active", "--on", "2026-07-01")
    assert ran.code == 2
    assert "error: Ben Ito left at the end of 2026-07-01, and can be back from 2026-07-02 on\n" in ran.err
    assert plan("set", "member", "ben-ito", "--unset", "left,status").code == 0
    assert text() == PLAN
