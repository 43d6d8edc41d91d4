"""Engagements that were reported back, strategies that were carried out or given up."""

import pytest

from coalitionkit.errors import AgainstRecordError
from coalitionkit.keeping.learning import finish, report_back
from coalitionkit.periods import partial_date
from keeping.applying import Kept

ON = partial_date("2026-07")


def test_those_who_took_part_hear_of_it_once() -> None:
    kept = Kept(engagements=[{"id": "walk", "date": "2026-05"}])
    assert kept.do(report_back(kept.plan, "walk", ON)).unsettled == (
        "what was learned at 'walk' is not written down yet",
    )
    assert kept.data["engagements"][0]["reported_back"] == "2026-07"
    with pytest.raises(AgainstRecordError, match="was reported back on 2026-07"):
        report_back(kept.plan, "walk", ON)


@pytest.mark.parametrize(("stopped", "status"), [(False, "done"), (True, "stopped")])
def test_a_strategy_is_done_or_stopped_once(*, stopped: bool, status: str) -> None:
    kept = Kept(
        strategies=[{"id": "bus", "title": "A bus"}],
        budget={"lines": [{"id": "fuel", "what": "Fuel", "strategy": "bus"},
                          {"id": "paint", "what": "Paint", "strategy": "bus", "end": "2026-06"}]},
    )  # fmt: skip
    deed = kept.do(finish(kept.plan, "bus", ON, stopped=stopped, reason="So it is."))
    assert kept.data["strategies"][0] == {
        "id": "bus", "title": "A bus", "status": status, "note": "So it is.",
    }  # fmt: skip
    assert deed.unsettled == ("'fuel' of the budget goes on; 'coalition end budget-line ...' ends it",)
    with pytest.raises(AgainstRecordError, match=f"is {status} already"):
        finish(kept.plan, "bus", ON)
