"""What breaks when some leave, and what mends when some join."""

from datetime import date
from typing import Any

from inventories import plan, settled

from coalitionkit.analysis.consequences import Consequences, consequences
from coalitionkit.analysis.supposing import Supposition
from coalitionkit.publish.arguments import broken

DAY = date(2026, 6, 1)


def made(*leaving: str, joining: tuple[str, ...] = (), **sections: Any) -> Consequences:
    """Return what it comes to when some leave or join a small plan."""
    partners = [
        {"id": "city", "assets": settled("staff"), "sector": "local-government"},
        {"id": "clinic", "assets": settled("data-sharing"), "closest": "ana"},
        {"id": "library", "assets": settled("data-sharing")},
        {"id": "fund", "assets": settled("staff", "financial-resources")},
    ]
    needs: list[dict[str, Any]] = [
        {"id": "staff", "purposes": ["plan"]},
        {"id": "data-sharing"},
        {"id": "financial-resources"},
    ]
    given = {
        "members": [{"id": "ana", "name": "Ana", "partner": "city"}, {"id": "ben", "name": "Ben"}],
        "ties": [{"who": "fund", "kind": "funds", "whom": "clinic"}, {"who": "ana", "whom": "library"}],
        "commitments": [
            {"id": "room", "what": "A room", "promised_by": "city"},
            {"id": "kept", "what": "A call", "promised_by": "city", "done": "2026-02"},
        ],
    }
    return consequences(plan(partners, needs, **(given | sections)), Supposition(leaving, joining), as_of=DAY)


def test_needs_before_and_after() -> None:
    found = made("fund")
    changes = {
        change.after.id: (change.before.standing, change.after.standing)
        for change in found.needs
        if change.before and change.after
    }
    assert changes == {"staff": ("covered", "single-point"), "financial-resources": ("single-point", "gap")}
    assert broken(found) == [
        "No longer met: financial resources.",
        "Now one loss away from failing: staff.",
    ]


def test_a_gap_that_widens_and_a_need_that_is_met_at_last_are_told() -> None:
    partners = [{"id": key, "assets": settled("staff")} for key in "ab"]
    small = plan(partners, [{"id": "staff", "required": "3"}])
    assert broken(consequences(small, Supposition(("a",)), as_of=DAY)) == [
        "Further than before from being met: staff."
    ]
    assert broken(consequences(small, Supposition(needs={"staff": 2}), as_of=DAY)) == ["Met now: staff."]


def test_who_comes_onto_the_list_and_changes_category() -> None:
    found = made("clinic")
    assert (found.listed, found.unlisted) == (("library",), ())
    assert [(one.partner, one.before, one.after) for one in found.categories] == [
        ("library", "keep-informed", "critical")
    ]
    found = made(joining=("library",))
    assert found.unlisted == ("clinic",)
    assert broken(found) == [
        "Nothing breaks: every need that was met still is, and no role, group or duty loses its last person."
    ]


def test_relationships_and_promises_go_with_those_who_leave() -> None:
    found = made("city")
    assert [(tie.who, tie.whom) for tie in found.ties] == [("ana", "library")]
    assert [partner.id for partner in found.orphans] == ["clinic"]
    assert [promise.id for promise in found.promises] == ["room"]
    assert [(tie.who, tie.whom) for tie in made("fund").ties] == [("fund", "clinic")]


def test_money_ends_with_its_funder() -> None:
    sources = [
        {"id": "grant", "name": "Grant", "funder": "fund", "status": "secured", "amount": "900"},
        {"id": "gift", "name": "Gift", "status": "secured", "amount": "100"},
    ]
    lines = [{"id": "stipends", "what": "Stipends", "funded_by": ["grant"]}]
    found = made("fund", funding_sources=sources, budget={"lines": lines})
    assert [(source.id, str(amount)) for source, amount in found.money] == [("grant", "900")]
    to_come = [
        {key: str(one) for key, one in state.footing.to_come.items()} for state in (found.before, found.after)
    ]
    assert to_come == [{"secured": "1000"}, {"secured": "100"}]
    assert "Budget lines without any money behind them: stipends." in broken(found)


def test_the_convener_and_the_last_votes() -> None:
    found = made(
        "city", "ben", coalition={"id": "x", "name": "X", "convener": "city"}, decision_model="consensus"
    )
    assert "The convener is gone." in broken(found)
    assert "Nothing can be decided any more." in broken(found)


def test_nobody_leaves_and_nothing_changes() -> None:
    found = made()
    assert (found.needs, found.categories, found.listed, found.unlisted) == ((), (), (), ())
    assert found.before.footing == found.after.footing
