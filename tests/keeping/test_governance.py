"""Roles and working groups: handed over, vacant, done without, finished."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.edits import Add, Put
from coalitionkit.errors import AgainstRecordError, UnknownRecordError
from coalitionkit.keeping.governance import end_group, hand_over, vacate, waive
from coalitionkit.periods import partial_date
from coalitionkit.places import PLAN
from keeping.applying import Kept

PEOPLE = [
    {"id": "ana-lopez", "name": "Ana López", "former_ids": ["a-lopez"]},
    {"id": "ben-ito", "name": "Ben Ito"},
    {"id": "rosa-diaz", "name": "Rosa Díaz", "status": "invited"},
    {"id": "fiona-kearns", "name": "Fiona Kearns", "status": "alumni", "left": "2026-04"},
]
MANAGER = PLAN / "roles"


def with_role(**role: Any) -> Kept:
    """Return a plan with people and one role."""
    return Kept(members=PEOPLE, roles=[{"id": "project-manager", **role}])


def handed(kept: Kept, member: str, on: str, **options: Any) -> str:
    """Hand the role over and return the summary."""
    return kept.do(hand_over(kept.plan, "project-manager", member, partial_date(on), **options)).summary


def test_the_earlier_holding_ends_the_day_before() -> None:
    kept = with_role(held_by=[{"member": "ana-lopez", "since": "2026-01-15", "workload": "50%"}])
    said = handed(kept, "ben-ito", "2026-07-01", workload="25%")
    assert kept.data["roles"][0]["held_by"] == [
        {"member": "ana-lopez", "since": "2026-01-15", "workload": "50%", "until": "2026-06-30"},
        {"member": "ben-ito", "since": "2026-07-01", "workload": "25%"},
    ]
    assert (
        said
        == "Ben Ito holds the role of project manager from 2026-07-01; Ana López held it until 2026-06-30."
    )


def test_a_bare_holder_becomes_the_long_form() -> None:
    kept = with_role(held_by=["ana-lopez"])
    handed(kept, "ben-ito", "2026-07-01")
    assert kept.data["roles"][0]["held_by"][0] == {"member": "ana-lopez", "until": "2026-06-30"}


@pytest.mark.parametrize(
    ("since", "on", "until"),
    [
        (None, "2026-07", "2026-06"),
        (None, "2027", "2026"),
        ("2026-01", "2026-03-10", "2026-03-09"),
        ("2026-03", "2026-03-10", "2026-03-09"),
        ("2026-03-10", "2026-03", "2026-03"),
        ("2026-03", "2026-03", "2026-03"),
        ("2026-02-28", "2026-03-01", "2026-02-28"),
    ],
)
def test_days_are_no_more_exact_than_they_were_given(since: str | None, on: str, until: str) -> None:
    kept = with_role(held_by=[{"member": "ana-lopez", **({"since": since} if since else {})}])
    handed(kept, "ben-ito", on)
    assert [h.get("until") for h in kept.data["roles"][0]["held_by"]] == [until, None]
    assert kept.data["roles"][0]["held_by"][1]["since"] == on


def test_a_term_that_runs_on_is_cut_and_one_that_is_over_stays() -> None:
    kept = with_role(
        held_by=[
            {"member": "fiona-kearns", "until": "2026-04"},
            {"member": "ana-lopez", "since": "2026-05-01", "until": "2026-12-31"},
        ]
    )
    handed(kept, "ben-ito", "2026-07-01")
    assert [h.get("until") for h in kept.data["roles"][0]["held_by"]] == ["2026-04", "2026-06-30", None]


def test_a_role_that_was_vacant_or_waived_is_so_no_longer() -> None:
    for state in ("vacant", "waived"):
        kept = with_role(**{state: "2026-05" if state == "vacant" else "shared"})
        handed(kept, "ben-ito", "2026-07-01")
        assert kept.data["roles"] == [
            {"id": "project-manager", "held_by": [{"member": "ben-ito", "since": "2026-07-01"}]}
        ]


def test_beside_keeps_the_earlier_holder_but_there_is_one_project_manager() -> None:
    kept = Kept(members=PEOPLE, roles=[{"id": "scribe", "held_by": ["ana-lopez"]}])
    deed = kept.do(hand_over(kept.plan, "scribe", "ben-ito", partial_date("2026-07"), beside=True))
    assert kept.data["roles"][0]["held_by"] == ["ana-lopez", {"member": "ben-ito", "since": "2026-07"}]
    assert deed.summary == "Ben Ito holds the role of scribe from 2026-07."
    with pytest.raises(AgainstRecordError, match="one person at a time"):
        handed(with_role(held_by=["ana-lopez"]), "ben-ito", "2026-07", beside=True)


def test_the_role_has_to_be_there() -> None:
    with pytest.raises(UnknownRecordError, match="no role 'scribbe'") as refused:
        hand_over(
            Kept(members=PEOPLE, roles=[{"id": "scribe"}]).plan, "scribbe", "ben-ito", partial_date("2026")
        )
    assert refused.value.hint == "did you mean 'scribe'?"


def test_who_has_not_joined_yet_is_told() -> None:
    kept = with_role()
    deed = hand_over(kept.plan, "project-manager", "rosa-diaz", partial_date("2026-07-01"))
    assert [sentence.partition(":")[0] for sentence in deed.unsettled] == ["Rosa Díaz has not joined yet"]


@pytest.mark.parametrize(
    ("member", "on", "why"),
    [
        ("a-lopez", "2026-07-01", "holds the role 'project-manager' already since 2026-03-10"),
        ("fiona-kearns", "2026-07-01", "left the coalition on 2026-04"),
        ("ben-ito", "2026-03-01", "only from 2026-03-10 on"),
        ("ben-ito", "2026-03-10", "only from 2026-03-10 on"),
        ("ben-ito", "2026-02", "only from 2026-03-10 on"),
    ],
)
def test_what_cannot_have_happened_is_refused(member: str, on: str, why: str) -> None:
    kept = with_role(held_by=[{"member": "ana-lopez", "since": "2026-03-10"}])
    with pytest.raises(AgainstRecordError, match=why):
        handed(kept, member, on)


DAY_ONE = date(2026, 1, 1)


@given(st.lists(st.tuples(st.integers(1, 40), st.sampled_from(["ana-lopez", "ben-ito"])), max_size=8))
def test_each_day_has_one_holder_whatever_was_handed_over(steps: list[tuple[int, str]]) -> None:
    kept = with_role(held_by=[{"member": "ana-lopez", "since": DAY_ONE.isoformat()}])
    expected = ["ana-lopez"]
    day = DAY_ONE
    for later, member in steps:
        day += timedelta(later)
        expected += [expected[-1]] * (later - 1)
        if member != expected[-1]:
            handed(kept, member, day.isoformat())
        expected.append(member)
    (role,) = kept.plan.roles
    for number, member in enumerate(expected):
        today = DAY_ONE + timedelta(number)
        holding = [
            h.member
            for h in role.held_by
            if h.since and h.since.first <= today and (h.until is None or today <= h.until.last)
        ]
        assert holding == [member]


@given(st.lists(st.integers(1, 12), min_size=1, max_size=6))
def test_months_follow_one_another_without_a_gap(steps: list[int]) -> None:
    kept = with_role(held_by=[{"member": "ana-lopez", "since": "2026-01"}])
    month = 0
    for number, later in enumerate(steps):
        month += later
        handed(kept, ("ben-ito", "ana-lopez")[number % 2], f"{2026 + month // 12}-{month % 12 + 1:02}")
    (role,) = kept.plan.roles
    for one, following in zip(role.held_by, role.held_by[1:], strict=False):
        assert one.until
        assert following.since
        assert one.until.last + timedelta(1) == following.since.first


def test_a_role_becomes_vacant_on_the_day_after() -> None:
    kept = with_role(held_by=["ana-lopez"])
    deed = vacate(
        kept.plan,
        "project-manager",
        partial_date("2026-06-30"),
        acceptable_until=partial_date("2026-09"),
    )
    assert kept.do(deed).summary == (
        "Ana López gave up the role 'project-manager' on 2026-06-30. The role is vacant since 2026-07-01."
    )
    assert kept.data["roles"][0]["vacant"] == {"since": "2026-07-01", "acceptable_until": "2026-09"}
    assert kept.data["roles"][0]["held_by"] == [{"member": "ana-lopez", "until": "2026-06-30"}]


def test_a_role_that_lapsed_is_vacant_since_then() -> None:
    kept = with_role(held_by=[{"member": "ana-lopez", "until": "2026-03"}])
    kept.do(vacate(kept.plan, "project-manager", partial_date("2026-07-01")))
    assert kept.data["roles"][0]["vacant"] == {"since": "2026-04"}


@pytest.mark.parametrize("state", [{"vacant": "2026-03"}, {"waived": "shared"}])
def test_what_is_vacant_or_waived_does_not_end(state: dict[str, str]) -> None:
    with pytest.raises(AgainstRecordError, match="already"):
        vacate(with_role(**state).plan, "project-manager", partial_date("2026-07"))


def test_nobody_gives_up_what_they_have_not_begun() -> None:
    kept = with_role(held_by=[{"member": "ana-lopez", "since": "2026-09-01"}])
    with pytest.raises(AgainstRecordError, match="only from 2026-09-01 on"):
        vacate(kept.plan, "project-manager", partial_date("2026-07-01"))


def test_a_role_is_waived_with_a_reason() -> None:
    kept = with_role(held_by=["ana-lopez"])
    kept.do(waive(kept.plan, "project-manager", "We share it.", partial_date("2026-06-30")))
    assert kept.data["roles"][0] == {
        "id": "project-manager",
        "held_by": [{"member": "ana-lopez", "until": "2026-06-30"}],
        "waived": {"reason": "We share it."},
    }
    vacant = with_role(vacant="2026-03")
    vacant.do(
        waive(vacant.plan, "project-manager", "Shared.", partial_date("2026-06"), until=partial_date("2027"))
    )
    assert vacant.data["roles"] == [
        {"id": "project-manager", "waived": {"reason": "Shared.", "until": "2027"}}
    ]


def test_a_working_group_ends_with_its_series() -> None:
    kept = Kept(
        working_groups=[{"id": "homes", "name": "Homes", "started": "2026-01"}],
        rhythm={
            "series": [
                {"id": "second-tuesday", "working_group": "homes"},
                {"id": "old", "working_group": "homes", "end": "2026-03"},
                {"id": "monthly", "group": "all"},
            ]
        },
        meetings=[
            {"id": "homes-july", "working_group": "homes", "date": "2026-07-14"},
            {"id": "homes-june", "working_group": "homes", "date": "2026-06-09", "status": "held"},
        ],
    )
    deed = kept.do(end_group(kept.plan, "homes", partial_date("2026-06-30")))
    assert kept.data["working_groups"][0]["ended"] == "2026-06-30"
    assert [one.get("end") for one in kept.data["rhythm"]["series"]] == ["2026-06-30", "2026-03", None]
    assert deed.summary == "The working group 'homes' finished its work on 2026-06-30, and its meetings end."
    assert len(deed.unsettled) == 1
    assert deed.unsettled[0].startswith("'homes-july' is still planned for after 2026-06-30")
    with pytest.raises(AgainstRecordError, match="ended on 2026-06-30"):
        end_group(kept.plan, "homes", partial_date("2026-08"))


def test_an_empty_list_of_holders_is_written_anew() -> None:
    deed = hand_over(with_role().plan, "project-manager", "ben-ito", partial_date("2026-07"))
    assert [type(edit) for edit in deed.edits] == [Put]
    deed = hand_over(
        with_role(held_by=["ana-lopez"]).plan, "project-manager", "ben-ito", partial_date("2026-07")
    )
    assert [type(edit) for edit in deed.edits] == [Put, Add]
