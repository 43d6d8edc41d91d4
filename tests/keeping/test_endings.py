"""What it means that something ends, for each kind of record."""

from typing import Any

import pytest

from coalitionkit.errors import AgainstRecordError, ConfigurationError
from coalitionkit.keeping.endings import ENDINGS, Ending, ended
from coalitionkit.model.kinds import kinds
from coalitionkit.periods import partial_date
from keeping.applying import Kept

ON = partial_date("2026-06-30")
EVERYTHING: dict[str, Any] = {
    "members": [{"id": "it", "name": "Ana"}],
    "partners": [{"id": "it", "name": "River Trust"}],
    "roles": [{"id": "it", "held_by": ["it"]}],
    "champions": [{"member": "it"}],
    "working_groups": [{"id": "it", "name": "Homes"}],
    "decisions": [{"id": "it"}],
    "rhythm": {"series": [{"id": "it"}]},
    "meetings": [{"id": "it", "date": "2026-07-07"}],
    "commitments": [{"id": "it", "what": "A room"}],
    "invitations": [{"id": "it", "partner": "it"}],
    "strategies": [{"id": "it", "title": "A bus"}],
    "funding_sources": [{"id": "it", "name": "A grant", "status": "secured"}],
    "budget": {"lines": [{"id": "it", "what": "Fuel"}]},
}


def test_what_can_end_is_a_kind_of_records() -> None:
    assert set(ENDINGS) <= {kind.name for kind in kinds()}


@pytest.mark.parametrize("kind", ENDINGS)
def test_each_kind_ends_once(kind: str) -> None:
    kept = Kept(**EVERYTHING)
    why = "So it is." if ENDINGS[kind].takes_reason and kind != "role" else None
    deed = kept.do(ended(kept.plan, kind, "it", Ending(ON, why)))
    assert deed.summary.endswith(".")
    with pytest.raises(AgainstRecordError):
        ended(kept.plan, kind, "it", Ending(ON))


def test_the_manner_makes_the_difference() -> None:
    kept = Kept(**EVERYTHING)
    kept.do(ended(kept.plan, "role", "it", Ending(ON, "Shared.", "waived")))
    kept.do(ended(kept.plan, "strategy", "it", Ending(ON, None, "stopped")))
    assert kept.data["roles"][0]["waived"] == {"reason": "Shared."}
    assert kept.data["strategies"][0]["status"] == "stopped"


@pytest.mark.parametrize(
    ("kind", "ending", "why"),
    [
        ("roll", Ending(ON), "can end; did you mean 'role'"),
        ("tie", Ending(ON), "what can end is member, partner"),
        ("role", Ending(ON, None, "waived"), "say with --reason"),
        ("role", Ending(ON, "Why."), "with one, it is --as waived"),
        ("strategy", Ending(ON, None, "lost"), "choose done or stopped"),
        ("meeting", Ending(ON, None, "lost"), "leave out --as"),
        ("champion", Ending(ON, "Why."), "no place for the reason"),
    ],
)
def test_what_does_not_fit_is_refused(kind: str, ending: Ending, why: str) -> None:
    with pytest.raises(ConfigurationError, match=why):
        ended(Kept(**EVERYTHING).plan, kind, "it", ending)
