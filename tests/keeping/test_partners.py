"""Partners who are no longer counted on."""

from typing import Any

import pytest

from coalitionkit.errors import AgainstRecordError
from coalitionkit.keeping.partners import retire
from coalitionkit.periods import partial_date
from keeping.applying import Kept

ON = partial_date("2026-07-01")


def with_partner(**sections: Any) -> Kept:
    """Return a plan with a partner and what it is asked for."""
    return Kept(partners=[{"id": "river", "name": "River Trust"}], **sections)


def test_a_partner_is_put_off_and_taken_from_the_list() -> None:
    kept = with_partner()
    deed = kept.do(retire(kept.plan, "river", ON, reason="Closed.", review_on=partial_date("2027")))
    assert kept.data["partners"][0] == {
        "id": "river", "name": "River Trust", "invitation_list": "out",
        "decision": {"category": "not-now", "date": "2026-07-01", "review_on": "2027", "reason": "Closed."},
    }  # fmt: skip
    assert deed.summary == "River Trust is no longer counted on as a partner since 2026-07-01."
    with pytest.raises(AgainstRecordError, match="retired already on 2026-07-01"):
        retire(kept.plan, "river", ON)


@pytest.mark.parametrize("known", ["key", {"category": "key", "by": "ana"}])
def test_what_was_decided_before_gives_way_and_the_rest_stays(known: Any) -> None:
    kept = Kept(partners=[{"id": "river", "name": "River Trust", "decision": known}])
    kept.do(retire(kept.plan, "river", ON, informed_by="newsletter"))
    (record,) = kept.data["partners"]
    assert record["decision"]["category"] == "keep-informed"
    assert record["decision"].get("by") == (None if known == "key" else "ana")
    assert record["keep_informed_by"] == "newsletter"


def test_everything_open_with_the_partner_is_told() -> None:
    kept = with_partner(
        coalition={"id": "x", "name": "X", "convener": "river"},
        members=[{"id": "ana", "name": "Ana", "partner": "river"}],
        commitments=[{"id": "room", "what": "A room", "promised_to": "river"}],
        funding_sources=[{"id": "grant", "name": "A grant", "funder": "river"}],
        strategies=[{"id": "bus", "title": "A bus", "partners": ["river"]}],
        invitations=[{"id": "letter", "partner": "river"}],
        meetings=[{"id": "july", "presenters": ["river"]}],
    )
    told = retire(kept.plan, "river", ON).unsettled
    for number, name in enumerate(
        ("convenes", "'room'", "'grant'", "'bus'", "'letter'", "'july'", "Ana still sits")
    ):
        assert name in told[number]
    assert len(told) == len(set(told)) == number + 1


def test_what_is_closed_is_not_told() -> None:
    kept = with_partner(
        members=[{"id": "ana", "name": "Ana", "partner": "river", "left": "2026-01"}],
        commitments=[{"id": "room", "what": "A room", "promised_to": "river", "done": "2026-01"}],
        funding_sources=[{"id": "grant", "name": "A grant", "funder": "river", "status": "ended"}],
        strategies=[{"id": "bus", "title": "A bus", "lead": "river", "status": "stopped"}],
        invitations=[{"id": "letter", "partner": "river", "answer": "declined"}],
        meetings=[{"id": "july", "presenters": ["river"], "status": "held"}],
    )
    assert retire(kept.plan, "river", ON).unsettled == ()


def test_those_who_sit_for_it_may_leave_too() -> None:
    kept = with_partner(
        members=[{"id": "ana", "name": "Ana", "partner": "river"}],
        roles=[{"id": "scribe", "held_by": ["ana"]}],
    )
    deed = kept.do(retire(kept.plan, "river", ON, with_members=True))
    assert kept.data["members"][0]["status"] == "alumni"
    assert deed.summary.endswith("Ana left with it.")
    assert [sentence.partition(" after")[0] for sentence in deed.unsettled] == [
        "nobody holds the role of scribe"
    ]
