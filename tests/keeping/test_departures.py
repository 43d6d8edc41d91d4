"""Members who leave, and champions who are none any more."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.analysis.decisions import has_vote
from coalitionkit.errors import AgainstRecordError
from coalitionkit.keeping.departures import leave, resign
from coalitionkit.periods import partial_date
from keeping.applying import Kept

ON = partial_date("2026-06-30")
IDS = ("ana-lopez", "ben-ito", "rosa-diaz")
NAMES = ("Ana López", "Ben Ito", "Rosa Díaz")


def people(**of_ana: Any) -> list[dict[str, Any]]:
    """Return three members."""
    records = [
        {"id": key, "name": name, "joined": "2026-01-15"} for key, name in zip(IDS, NAMES, strict=True)
    ]
    records[0] |= of_ana
    return records


def gone(kept: Kept, **options: Any) -> tuple[str, ...]:
    """Let Ana leave; return what is still to settle."""
    return kept.do(leave(kept.plan, "ana-lopez", ON, **options)).unsettled


def test_a_member_becomes_one_of_the_alumni_and_says_why() -> None:
    kept = Kept(members=people(note="Speaks Hmong."))
    deed = kept.do(leave(kept.plan, "ana-lopez", ON, reason="Moved away."))
    assert kept.data["members"][0] == {
        "id": "ana-lopez", "name": "Ana López", "joined": "2026-01-15", "note": "Speaks Hmong. Moved away.",
        "status": "alumni", "left": "2026-06-30",
    }  # fmt: skip
    assert deed.summary == "Ana López left on 2026-06-30 and is one of the alumni."
    assert not deed.unsettled


def test_a_note_in_several_languages_keeps_them() -> None:
    kept = Kept(members=people(note={"en": "Tall.", "es": "Alta."}))
    gone(kept, reason="1")
    assert kept.data["members"][0]["note"] == {"en": "Tall. 1", "es": "Alta. 1"}


def test_roles_end_and_are_vacant_unless_someone_else_holds_them() -> None:
    kept = Kept(
        members=people(),
        roles=[
            {"id": "project-manager", "held_by": ["ana-lopez"]},
            {"id": "scribe", "held_by": ["ben-ito", {"member": "ana-lopez", "since": "2026-03"}]},
            {"id": "chair", "held_by": ["ben-ito", {"member": "ana-lopez", "since": "2026-09"}]},
            {"id": "host", "held_by": [{"member": "ana-lopez", "until": "2026-03"}, "ben-ito"]},
        ],
    )
    told = gone(kept)
    manager, scribe, chair, host = kept.data["roles"]
    assert manager == {
        "id": "project-manager",
        "held_by": [{"member": "ana-lopez", "until": "2026-06-30"}],
        "vacant": {"since": "2026-07-01"},
    }
    assert scribe["held_by"] == [
        "ben-ito",
        {"member": "ana-lopez", "since": "2026-03", "until": "2026-06-30"},
    ]
    assert chair["held_by"] == ["ben-ito"]
    assert host["held_by"][0] == {"member": "ana-lopez", "until": "2026-03"}
    assert len(told) == 1
    assert told[0].startswith("nobody holds the role of project manager after 2026-06-30")


def test_proxies_end_both_ways() -> None:
    members = people(proxy={"to": "ben-ito"})
    members[1]["proxy"] = {"to": "ana-lopez", "start": "2026-06"}
    members[2]["proxy"] = {"to": "ana-lopez", "start": "2026-08"}
    kept = Kept(members=members)
    told = gone(kept)
    assert [member.get("proxy") for member in kept.data["members"]] == [
        {"to": "ben-ito", "end": "2026-06-30"},
        {"to": "ana-lopez", "start": "2026-06", "end": "2026-06-30"},
        None,
    ]
    assert [sentence.partition(" after")[0] for sentence in told] == [
        "nobody votes in the place of Ben Ito",
        "nobody votes in the place of Rosa Díaz",
    ]


def test_places_in_working_groups_are_given_up() -> None:
    kept = Kept(
        members=people(),
        working_groups=[
            {"id": "homes", "name": "Homes", "lead": "ana-lopez", "deputy": "ben-ito",
             "members": ["ana-lopez", "rosa-diaz", "ana-lopez"]},
            {"id": "work", "name": "Work", "deputy": "ana-lopez"},
            {"id": "past", "name": "Past", "lead": "ana-lopez", "ended": "2026-01"},
        ],
    )  # fmt: skip
    assert gone(kept) == (
        "the working group 'homes' has no lead now; its deputy is Ben Ito",
        "the working group 'work' has no deputy now",
    )
    homes, work, past = kept.data["working_groups"]
    assert homes == {"id": "homes", "name": "Homes", "deputy": "ben-ito", "members": ["rosa-diaz"]}
    assert work == {"id": "work", "name": "Work"}
    assert past["lead"] == "ana-lopez"


DUTIES: dict[str, Any] = {
    "commitments": [
        {"id": "room", "promised_by": "ana-lopez", "what": "A room"},
        {"id": "kept", "promised_by": "ana-lopez", "what": "A meal", "done": "2026-02"},
    ],
    "metrics": [{"id": "debt", "name": "Debt", "owner": "ana-lopez"}],
    "practices": {"celebration": {"text": "Cake.", "by": "ana-lopez"}},
    "strategies": [
        {"id": "bus", "title": "A bus", "lead": "ana-lopez"},
        {"id": "old", "title": "Old", "lead": "ana-lopez", "status": "done"},
    ],
    "invitations": [
        {"id": "letter", "partner": "river", "sender": "ana-lopez"},
        {"id": "sent", "partner": "river", "sender": "ana-lopez", "sent": "2026-02"},
    ],
    "decision_model": {"model": "lead-authority", "authority": "ana-lopez", "accountable": "ana-lopez"},
    "partners": [{"id": "river", "name": "River Trust", "closest": "ana-lopez"}],
}


def test_what_a_member_answered_for_is_told() -> None:
    (told,) = gone(Kept(members=people(), **DUTIES))
    assert told == (
        "Ana López answered for the promise 'room', the metric 'debt', the practice 'celebration', "
        "the strategy 'bus', carrying decisions out and 3 more; name who takes over ('--heir MEMBER' passes "
        "all of it on)"
    )


def test_an_heir_takes_over_what_is_open_and_nothing_else() -> None:
    kept = Kept(members=people(), **DUTIES)
    deed = kept.do(leave(kept.plan, "ana-lopez", ON, heir_key="ben-ito"))
    assert deed.summary.endswith("Ben Ito takes over 8 duties.")
    assert not deed.unsettled
    assert [one["promised_by"] for one in kept.data["commitments"]] == ["ben-ito", "ana-lopez"]
    assert [one["lead"] for one in kept.data["strategies"]] == ["ben-ito", "ana-lopez"]
    assert [one["sender"] for one in kept.data["invitations"]] == ["ben-ito", "ana-lopez"]
    assert kept.data["metrics"][0]["owner"] == "ben-ito"
    assert kept.data["practices"]["celebration"]["by"] == "ben-ito"
    assert kept.data["partners"][0]["closest"] == "ben-ito"
    assert kept.data["decision_model"]["accountable"] == kept.data["decision_model"]["authority"] == "ben-ito"


def test_an_empty_seat_and_meetings_ahead_are_told() -> None:
    kept = Kept(
        members=people(partner="river"),
        partners=[{"id": "river", "name": "River Trust"}],
        meetings=[
            {"id": "july", "agenda": [{"text": "Debt", "led_by": "ana-lopez"}]},
            {"id": "june", "status": "held", "presenters": ["ana-lopez"]},
        ],
    )
    assert gone(kept) == (
        "Ana López is on the program of 'july'; find someone else",
        "River Trust has nobody at the table now; ask whom it sends",
    )


@pytest.mark.parametrize(
    ("of_ana", "heir", "why"),
    [
        ({"left": "2026-05"}, None, "Ana López left already on 2026-05"),
        ({"status": "invited"}, None, "has not joined yet"),
        ({"joined": "2026-07-01"}, None, "2026-06-30 is before 2026-07-01, when Ana López joined"),
        ({}, "ana-lopez", "cannot take over"),
    ],
)
def test_who_cannot_leave_does_not(of_ana: dict[str, str], heir: str | None, why: str) -> None:
    with pytest.raises(AgainstRecordError, match=why):
        leave(Kept(members=people(**of_ana)).plan, "ana-lopez", ON, heir_key=heir)


def test_a_champion_who_leaves_had_no_vote_before_either() -> None:
    kept = Kept(members=people(), champions=[{"member": "ana-lopez"}, {"member": "ben-ito"}])
    gone(kept)
    assert kept.data["champions"] == [{"member": "ben-ito"}]
    assert kept.data["members"][0]["earlier"] == [
        {"group": "champion", "voting": "no", "since": "2026-01-15", "until": "2026-06-30"}
    ]
    (ana, *_) = kept.plan.members
    assert has_vote(ana, partial_date("2026-03-01"), champion=False, champions_count=False) is False


def test_a_champion_resigns_and_stays_a_member() -> None:
    kept = Kept(members=people(), champions=[{"member": "ana-lopez"}])
    deed = kept.do(resign(kept.plan, "ana-lopez", ON))
    assert deed.unsettled == (
        "Ana López has a vote from now on; '--voting no' of the member would say otherwise",
    )
    assert kept.data["members"][0]["earlier"][0]["voting"] == "no"
    with pytest.raises(AgainstRecordError, match="no champion"):
        resign(kept.plan, "ana-lopez", ON)


PARTS = st.fixed_dictionaries(
    {
        "role": st.lists(
            st.tuples(st.sampled_from(IDS), st.sampled_from(["", "2026-03", "2026-06-30", "2026-08"])),
            max_size=3,
        ),
        "lead": st.sampled_from(["", *IDS]),
        "deputy": st.sampled_from(["", *IDS]),
        "members": st.lists(st.sampled_from(IDS), max_size=4),
        "proxy": st.sampled_from(["", "ben-ito"]),
        "champion": st.booleans(),
        "owner": st.sampled_from(IDS),
    }
)


@given(PARTS)
def test_nothing_open_refers_to_someone_who_left(parts: dict[str, Any]) -> None:
    members = people(**({"proxy": {"to": parts["proxy"]}} if parts["proxy"] else {}))
    members[2]["proxy"] = {"to": "ana-lopez"}
    group = {"id": "homes", "name": "Homes", "members": parts["members"]}
    group |= {key: parts[key] for key in ("lead", "deputy") if parts[key]}
    held = [{"member": who, **({"since": since} if since else {})} for who, since in parts["role"]]
    kept = Kept(
        members=members,
        roles=[{"id": "scribe", "held_by": held}],
        working_groups=[group],
        champions=[{"member": "ana-lopez"}] if parts["champion"] else [],
        metrics=[{"id": "debt", "name": "Debt", "owner": parts["owner"]}],
    )
    gone(kept, heir_key="ben-ito")
    plan = kept.plan
    (role,), (homes,) = plan.roles, plan.working_groups
    assert "ana-lopez" not in {h.member for h in role.held_by if h.until is None}
    assert role.held_by == () or role.vacant or any(h.until is None for h in role.held_by)
    assert "ana-lopez" not in {homes.lead, homes.deputy, *homes.members}
    assert "ana-lopez" not in {champion.member for champion in plan.champions}
    assert all(m.proxy.end for m in plan.members if m.proxy and "ana-lopez" in {m.id, m.proxy.to})
    assert plan.metrics[0].owner != "ana-lopez"
    assert [h.member for h in role.held_by if h.member != "ana-lopez"] == [
        who for who, _ in parts["role"] if who != "ana-lopez"
    ]
