"""Money that is secured, ends or does not come."""

from typing import Any

import pytest

from coalitionkit.errors import AgainstRecordError
from coalitionkit.keeping.funding import end_line, end_source, secure
from coalitionkit.periods import partial_date
from keeping.applying import Kept

ON = partial_date("2026-07-01")


def with_source(**source: Any) -> Kept:
    """Return a plan with a grant, and what is paid from it."""
    return Kept(
        members=[{"id": "ana", "name": "Ana", "compensation": {"per": "hour", "funding_source": "grant"}}],
        funding_sources=[{"id": "grant", "name": "The grant", **source}],
        budget={
            "lines": [
                {"id": "staff", "what": "Staff", "funded_by": ["grant"]},
                {"id": "walk", "what": "Walk", "funded_by": ["grant"], "end": "2026-05"},
            ]
        },
        commitments=[{"id": "stipend", "what": "A stipend", "funding_source": "grant"}],
    )


def source_of(kept: Kept) -> dict[str, Any]:
    """Return what is recorded of the grant."""
    return {k: v for k, v in kept.data["funding_sources"][0].items() if k not in {"id", "name"}}


def test_money_is_secured_and_nothing_is_uncertain_any_more() -> None:
    kept = with_source(status="pledged", confidence="75%", amount="30000")
    deed = kept.do(secure(kept.plan, "grant", ON, amount="35000"))
    assert source_of(kept) == {"status": "secured", "amount": "35000", "start": "2026-07-01"}
    assert deed.summary == "'grant' is secured since 2026-07-01 with 35000 USD."
    assert len(deed.unsettled) == 1


def test_from_when_it_may_be_spent_stays_as_it_is() -> None:
    kept = with_source(start="2026-10", schedule=[{"date": "2026-10", "amount": "5"}])
    assert not kept.do(secure(kept.plan, "grant", ON)).unsettled
    assert source_of(kept)["start"] == "2026-10"


@pytest.mark.parametrize("status", ["secured", "ended"])
def test_money_is_secured_once(status: str) -> None:
    with pytest.raises(AgainstRecordError, match=f"is {status} already"):
        secure(with_source(status=status).plan, "grant", ON)


def test_secured_money_ends_and_what_it_pays_is_told() -> None:
    kept = with_source(status="secured", end="2027-06")
    deed = kept.do(end_source(kept.plan, "grant", ON, reason="Spent."))
    assert source_of(kept) == {"status": "ended", "end": "2026-07-01", "note": "Spent."}
    assert [sentence.partition("' ")[0] for sentence in deed.unsettled] == ["'staff", "'stipend", "'ana"]
    with pytest.raises(AgainstRecordError, match="is ended already"):
        end_source(kept.plan, "grant", ON)


def test_money_hoped_for_is_declined_and_an_earlier_end_stays() -> None:
    kept = with_source(status="applied", confidence="40%", end="2028")
    kept.do(end_source(kept.plan, "grant", ON))
    assert source_of(kept) == {"status": "declined", "end": "2028"}
    over = with_source(status="secured", end="2026-05")
    over.do(end_source(over.plan, "grant", ON))
    assert source_of(over) == {"status": "ended", "end": "2026-05"}


def test_a_budget_line_ends() -> None:
    kept = with_source()
    kept.do(end_line(kept.plan, "staff", ON))
    assert kept.data["budget"]["lines"][0]["end"] == "2026-07-01"
    with pytest.raises(AgainstRecordError, match="ends on 2026-05 already"):
        end_line(kept.plan, "walk", ON)
