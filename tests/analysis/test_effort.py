"""What it takes to win partners."""

from inventories import plan

from coalitionkit.analysis.effort import efforts


def test_the_unknown_counts_as_the_middle_of_what_is_known() -> None:
    rows = [
        {"id": key, **({"effort": effort} if effort else {})}
        for key, effort in zip("abcde", ("1", "9", "4", "2", ""), strict=True)
    ]
    found = efforts(plan(rows))
    assert found.values == (1, 9, 4, 2, 2)
    assert (found.unknown, found.known, found.assumed) == (0b10000, 0b01111, 2)
    assert found.total(0b10010) == 11


def test_where_nothing_is_known_least_effort_is_fewest_invitations() -> None:
    found = efforts(plan([{"id": "a"}, {"id": "b"}]))
    assert (found.values, found.assumed, found.known) == ((1, 1), 1, 0)
    assert len(set(found.costs)) == 1


def test_effort_outweighs_any_number_of_invitations() -> None:
    found = efforts(
        plan([{"id": "a", "effort": "1"}, {"id": "b", "effort": "0"}, {"id": "c", "effort": "0"}])
    )
    assert found.costs[0] > found.costs[1] + found.costs[2]
    assert found.costs[1] > 0
