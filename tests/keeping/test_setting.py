"""What `set` is asked for, where it is more than other values."""

from typing import Any

import pytest

from coalitionkit.keeping.asked import Asked
from coalitionkit.keeping.setting import on_setting
from coalitionkit.periods import partial_date
from keeping.applying import Kept

ON = partial_date("2026-07-01")
PLAN: dict[str, Any] = {
    "members": [
        {"id": "ana", "name": "Ana", "group": "management-team"},
        {"id": "away", "name": "Away", "status": "on-leave"},
        {"id": "asked", "name": "Asked", "status": "invited"},
        {"id": "gone", "name": "Gone", "status": "alumni", "left": "2026-03"},
    ],
    "partners": [{"id": "river", "name": "River Trust"}],
    "roles": [{"id": "scribe", "held_by": ["ana"]}, {"id": "host", "vacant": "2026-03"}],
    "working_groups": [{"id": "homes", "name": "Homes"}, {"id": "past", "name": "Past", "ended": "2026-01"}],
    "decision_model": "consensus",
    "decisions": [{"id": "open", "status": "open"}, {"id": "past", "outcome": "carried"}],
    "rhythm": {"series": [{"id": "monthly"}, {"id": "past", "end": "2026-01"}]},
    "meetings": [{"id": "july", "date": "2026-07-07"}, {"id": "june", "status": "held", "date": "2026-06"}],
    "commitments": [{"id": "room", "what": "A room"}, {"id": "kept", "what": "It", "done": "2026-01"}],
    "invitations": [
        {"id": "letter", "partner": "river"},
        {"id": "sent", "partner": "river", "sent": "2026-01"},
    ],
    "engagements": [{"id": "walk"}, {"id": "told", "reported_back": "2026-01"}],
    "strategies": [{"id": "bus", "title": "A bus"}, {"id": "done", "title": "Done", "status": "done"}],
    "funding_sources": [
        {"id": "hope", "name": "Hope", "status": "applied"},
        {"id": "grant", "name": "Grant", "status": "secured"},
        {"id": "past", "name": "Past", "status": "ended"},
    ],
    "practices": {"celebration": "Cake."},
}


def asked(kind: str, key: str, values: dict[str, Any]) -> Any:
    """Ask for other values of a record; return what the door opens to, made and found valid."""
    kept = Kept(**PLAN)
    opened = on_setting(kept.plan, kind, Asked((key,), values, ON, said=True))
    if opened is not None:
        kept.do(opened.deed)
    return opened


@pytest.mark.parametrize(
    ("kind", "key", "values", "said", "left_over"),
    [
        ("member", "ana", {"status": "alumni", "pronouns": "she"}, "Ana left on 2026-07-01", {"pronouns"}),
        ("member", "ana", {"left": "2026-06"}, "Ana left on 2026-06", set()),
        ("member", "ana", {"status": "on-leave"}, "Ana is on leave from 2026-07-01", set()),
        ("member", "away", {"status": "active"}, "Away is back from leave on 2026-07-01", set()),
        ("member", "asked", {"status": "active", "joined": "2026-08"}, "Asked joins on 2026-08", set()),
        ("member", "gone", {"status": "active"}, "Gone is back as a member from 2026-07-01", set()),
        ("member", "ana", {"group": "key-stakeholder"}, "Ana works in the group 'key-stakeholder'", set()),
        ("member", "ana", {"voting": "no", "phone": "1"}, "Ana has no vote from 2026-07-01", {"phone"}),
        ("role", "host", {"held_by": ["ana"]}, "Ana holds the role of host from 2026-07-01", set()),
        ("role", "scribe", {"waived": "Shared."}, "Ana gave up the role 'scribe' on 2026-07-01", set()),
        ("role", "scribe", {"vacant": "2026-08-01"}, "Ana gave up the role 'scribe' on 2026-07-31", set()),
        ("role", "scribe", {"vacant": {"acceptable_until": "2027"}}, "Ana gave up the role 'scribe'", set()),
        ("decision", "open", {"status": "withdrawn"}, "The decision 'open' was withdrawn", set()),
        ("decision", "open", {"outcome": "tied"}, "The decision 'open' ended in a tie on 2026-07-01", set()),
        (
            "decision",
            "open",
            {"status": "decided", "votes": {"ana": "for"}, "date": "2026-07", "present": ["ana"]},
            "The decision 'open' was carried on 2026-07 with 1 vote",
            set(),
        ),
        (
            "meeting",
            "july",
            {"status": "held", "attended": ["ana"]},
            "The meeting 'july' was held",
            set(),
        ),
        ("meeting", "july", {"status": "cancelled"}, "The meeting 'july' was canceled on 2026-07-01", set()),
        (
            "meeting",
            "july",
            {"date": "2026-07-08", "kind": "regular"},
            "The meeting 'july' was moved to 2026-07-08.",
            {"kind"},
        ),
        ("commitment", "room", {"done": "2026-06"}, "The promise 'room' was kept on 2026-06", set()),
        ("invitation", "letter", {"sent": "2026-06"}, "The letter 'letter' to River Trust was sent", set()),
        ("invitation", "sent", {"answer": "later"}, "River Trust answered 'sent' on 2026-07-01", set()),
        ("funding-source", "hope", {"status": "secured", "amount": "5"}, "'hope' is secured since", set()),
        ("funding-source", "hope", {"status": "declined"}, "'hope' will not come", set()),
        ("funding-source", "grant", {"status": "ended", "end": "2026-06"}, "'grant' ended on 2026-06", set()),
        ("strategy", "bus", {"status": "stopped"}, "The strategy 'bus' was stopped", set()),
        ("engagement", "walk", {"reported_back": "2026-06"}, "Those who took part in 'walk'", set()),
        ("working-group", "homes", {"ended": "2026-06"}, "The working group 'homes' finished", set()),
        ("series", "monthly", {"end": "2026-06"}, "The series 'monthly' ends on 2026-06", set()),
        ("practice", "celebration", {"text": "Pie."}, "The practice 'celebration' was renewed", set()),
    ],
)
def test_what_happened_is_recorded_as_what_it_is(
    kind: str, key: str, values: dict[str, Any], said: str, left_over: set[str]
) -> None:
    opened = asked(kind, key, values)
    assert opened.deed.summary.startswith(said)
    assert values.keys() - opened.taken == left_over


@pytest.mark.parametrize(
    ("kind", "key", "values"),
    [
        ("member", "ana", {"pronouns": "she"}),
        ("member", "ana", {"status": "active"}),
        ("member", "ana", {"group": "management-team"}),
        ("member", "gone", {"left": "2026-04"}),
        ("member", "gone", {"group": "key-stakeholder"}),
        ("role", "scribe", {"held_by": ["ana"]}),
        ("role", "scribe", {"authority": "All."}),
        ("role", "host", {"vacant": "2026-04"}),
        ("decision", "open", {"votes": {"ana": "for"}}),
        ("decision", "past", {"outcome": "tied"}),
        ("meeting", "june", {"date": "2026-06-02"}),
        ("meeting", "july", {"time": "09:00"}),
        ("commitment", "kept", {"done": "2026-02"}),
        ("invitation", "sent", {"sent": "2026-02"}),
        ("funding-source", "past", {"status": "secured"}),
        ("funding-source", "grant", {"amount": "5"}),
        ("strategy", "done", {"status": "stopped"}),
        ("strategy", "bus", {"status": "under-way"}),
        ("engagement", "told", {"reported_back": "2026-02"}),
        ("working-group", "past", {"ended": "2026-02"}),
        ("series", "past", {"end": "2026-02"}),
        ("practice", "conflict-and-turf", {"text": "Talk."}),
        ("metric", "debt", {"name": "Debt"}),
    ],
)
def test_what_only_puts_a_record_right_is_left_alone(kind: str, key: str, values: dict[str, Any]) -> None:
    assert asked(kind, key, values) is None
