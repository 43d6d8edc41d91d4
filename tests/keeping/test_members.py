"""Members who join, go on leave, come back, change their group or their vote."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.analysis.decisions import has_vote
from coalitionkit.errors import AgainstRecordError
from coalitionkit.keeping.departures import leave
from coalitionkit.keeping.members import change, come_back, join, take_leave
from coalitionkit.model.coalition import Coalition
from coalitionkit.periods import PartialDate, partial_date
from keeping.applying import Kept

ON = partial_date("2026-07-01")


def with_ana(**member: Any) -> Kept:
    """Return a plan with Ana, who joined in January."""
    return Kept(members=[{"id": "ana-lopez", "name": "Ana López", "joined": "2026-01-15", **member}])


def ana(kept: Kept) -> dict[str, Any]:
    """Return what is recorded of Ana, without her name."""
    return {
        key: value for key, value in kept.data["members"][0].items() if key not in {"id", "name", "joined"}
    }


def test_who_was_invited_joins() -> None:
    kept = Kept(members=[{"id": "ana-lopez", "name": "Ana López", "status": "invited"}])
    deed = kept.do(join(kept.plan, "ana-lopez", ON, group="key-stakeholder"))
    assert kept.data["members"][0] == {
        "id": "ana-lopez", "name": "Ana López", "status": "active", "group": "key-stakeholder",
        "joined": "2026-07-01",
    }  # fmt: skip
    assert deed.summary == "Ana López joins on 2026-07-01."
    assert not deed.unsettled


def test_what_a_new_member_does_is_asked() -> None:
    kept = with_ana(status="prospective")
    assert "what Ana López does is open" in join(kept.plan, "ana-lopez", ON).unsettled[0]
    champion = Kept(**kept.data, champions=[{"member": "ana-lopez"}])
    assert not join(champion.plan, "ana-lopez", ON).unsettled


def test_who_is_a_member_does_not_join_again() -> None:
    with pytest.raises(AgainstRecordError, match="a member already, since 2026-01-15"):
        join(with_ana().plan, "ana-lopez", ON)


def test_one_of_the_alumni_comes_back_and_the_time_between_is_kept() -> None:
    kept = with_ana(status="alumni", left="2026-03-31", group="management-team")
    assert (
        kept.do(join(kept.plan, "ana-lopez", ON)).summary == "Ana López is back as a member from 2026-07-01."
    )
    assert ana(kept) == {
        "status": "active",
        "group": "management-team",
        "earlier": [{"status": "alumni", "since": "2026-04-01", "until": "2026-06-30"}],
    }


@pytest.mark.parametrize(
    ("left", "on"), [("2026-07-01", "2026-07-01"), ("2026-07-01", "2026-06-20"), ("2026-07", "2026-07-15")]
)
def test_who_never_left_does_not_come_back(left: str, on: str) -> None:
    kept = with_ana(status="alumni", left=left)
    with pytest.raises(AgainstRecordError, match=f"Ana López left at the end of {left}") as refused:
        join(kept.plan, "ana-lopez", partial_date(on))
    assert "'coalition set member ana-lopez --unset left,status'" in refused.value.hint


def test_a_leave_is_kept_when_it_is_over() -> None:
    kept = with_ana(proxy={"to": "ben-ito", "start": "2026-07-01"})
    kept.do(take_leave(kept.plan, "ana-lopez", ON))
    kept.do(come_back(kept.plan, "ana-lopez", partial_date("2026-09-01")))
    assert ana(kept) == {
        "proxy": {"to": "ben-ito", "start": "2026-07-01", "end": "2026-08-31"},
        "status": "active",
        "earlier": [
            {"status": "active", "since": "2026-01-15", "until": "2026-06-30"},
            {"status": "on-leave", "since": "2026-07-01", "until": "2026-08-31"},
        ],
    }


def test_who_votes_for_a_member_on_leave_is_asked() -> None:
    assert len(take_leave(with_ana().plan, "ana-lopez", ON).unsettled) == 1
    assert not take_leave(with_ana(proxy={"to": "ben-ito"}).plan, "ana-lopez", ON).unsettled


@pytest.mark.parametrize(
    ("verb", "now"), [(take_leave, "on-leave"), (take_leave, "alumni"), (come_back, "active")]
)
def test_a_leave_begins_and_ends_once(verb: Any, now: str) -> None:
    with pytest.raises(AgainstRecordError, match=f"Ana López is {now}, not"):
        verb(with_ana(status=now).plan, "ana-lopez", ON)


def test_the_group_before_is_kept() -> None:
    kept = with_ana(group="key-stakeholder")
    deed = kept.do(change(kept.plan, "ana-lopez", ON, group="Management team"))
    assert ana(kept) == {
        "group": "management-team",
        "earlier": [{"group": "key-stakeholder", "since": "2026-01-15", "until": "2026-06-30"}],
    }
    assert deed.summary == "Ana López works in the group 'management-team' from 2026-07-01."


def test_the_vote_before_is_kept_also_where_nobody_had_said_it() -> None:
    kept = with_ana(earlier=[{"group": "key-stakeholder", "until": "2026-02"}], group="management-team")
    deed = kept.do(change(kept.plan, "ana-lopez", ON, voting=False))
    assert ana(kept)["voting"] == "no"
    assert ana(kept)["earlier"] == [
        {"group": "key-stakeholder", "until": "2026-02", "voting": "yes"},
        {"voting": "yes", "since": "2026-03", "until": "2026-06-30"},
    ]
    assert deed.summary == "Ana López has no vote from 2026-07-01."


def test_a_change_on_the_first_day_leaves_no_stretch() -> None:
    kept = with_ana(group="key-stakeholder")
    kept.do(change(kept.plan, "ana-lopez", partial_date("2026-01-15"), group="management-team"))
    assert ana(kept) == {"group": "management-team"}


def test_a_change_to_what_is_so_already_is_refused() -> None:
    with pytest.raises(AgainstRecordError, match="that is how Ana López stands already"):
        change(with_ana(group="key-stakeholder", voting="yes").plan, "ana-lopez", ON, voting=True)
    with pytest.raises(AgainstRecordError, match="is before 2026-01-15"):
        change(with_ana().plan, "ana-lopez", partial_date("2026-01-14"), voting=False)


FIRST = date(2026, 1, 15)
VERBS = ("leave of absence", "back", "team", "stakeholders", "vote", "no vote", "departure", "return")


def done(plan: Coalition, verb: str, on: PartialDate) -> Any:
    """Return the deed of a verb."""
    return {
        "leave of absence": lambda: take_leave(plan, "ana-lopez", on),
        "back": lambda: come_back(plan, "ana-lopez", on),
        "team": lambda: change(plan, "ana-lopez", on, group="management-team"),
        "stakeholders": lambda: change(plan, "ana-lopez", on, group="key-stakeholder"),
        "vote": lambda: change(plan, "ana-lopez", on, voting=True),
        "no vote": lambda: change(plan, "ana-lopez", on, voting=False),
        "departure": lambda: leave(plan, "ana-lopez", on),
        "return": lambda: join(plan, "ana-lopez", on),
    }[verb]()


def votes(kept: Kept, days: int) -> list[bool | None]:
    """Return for each day from the first on whether Ana has a vote."""
    plan = kept.plan
    champion = bool(plan.champions)
    when = (partial_date((FIRST + timedelta(day)).isoformat()) for day in range(days))
    return [has_vote(plan.members[0], day, champion=champion, champions_count=False) for day in when]


@given(
    st.lists(st.tuples(st.integers(1, 9), st.sampled_from(VERBS)), max_size=8),
    st.booleans(),
)
def test_no_change_of_today_changes_who_had_a_vote_before(
    steps: list[tuple[int, str]],
    champion: bool,  # noqa: FBT001
) -> None:
    sections = {"champions": [{"member": "ana-lopez"}]} if champion else {}
    kept = Kept(members=[{"id": "ana-lopez", "name": "Ana", "joined": FIRST.isoformat()}], **sections)
    elapsed = 0
    for later, verb in steps:
        elapsed += later
        before = votes(kept, elapsed)
        try:
            kept.do(done(kept.plan, verb, partial_date((FIRST + timedelta(elapsed)).isoformat())))
        except AgainstRecordError:
            continue
        told = votes(kept, elapsed)
        assert [new for new, old in zip(told, before, strict=True) if old is not None] == [
            old for old in before if old is not None
        ]
        if kept.plan.members[0].status != "on-leave":
            assert None not in told
