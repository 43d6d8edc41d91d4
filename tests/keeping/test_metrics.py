"""Values that were measured, and targets that were set."""

from typing import Any

import pytest

from coalitionkit.errors import AgainstRecordError, UnknownRecordError
from coalitionkit.keeping.metrics import aim, measure
from coalitionkit.periods import partial_date
from keeping.applying import Kept

ON = partial_date("2026-06")


def with_metric(**metric: Any) -> Kept:
    """Return a plan with one metric."""
    return Kept(
        metrics=[{"id": "debt", "name": "Debt", "baseline": {"date": "2025", "value": "51"}, **metric}]
    )


def test_a_value_is_added_as_it_was_given() -> None:
    kept = with_metric(unit="percent")
    deed = kept.do(measure(kept.plan, "debt", ON, "49.50", bounds={"low": "48", "high": "51"}, quality="1"))
    assert kept.data["metrics"][0]["values"] == [
        {"date": "2026-06", "value": "49.50", "low": "48", "high": "51", "quality": "1"}
    ]
    assert deed.summary == "The value of 'debt' for 2026-06 is 49.50 percent."
    assert not deed.unsettled


def test_a_value_of_the_same_date_is_replaced_only_when_asked() -> None:
    kept = with_metric(
        values=[{"date": "2026-06", "value": "50", "low": "45", "high": "55", "note": "Draft."}]
    )
    with pytest.raises(AgainstRecordError, match="'debt' has the value 50 for 2026-06 already") as refused:
        measure(kept.plan, "debt", ON, "60")
    assert refused.value.hint.startswith("--replace")
    kept.do(measure(kept.plan, "debt", ON, "60", bounds={"high": "62"}, replace=True))
    assert kept.data["metrics"][0]["values"] == [
        {"date": "2026-06", "value": "60", "high": "62", "note": "Draft."}
    ]


def test_a_value_may_be_of_one_group() -> None:
    kept = with_metric(
        groups=[{"group": "eastside"}, {"group": "west", "values": [{"date": "2025", "value": "1"}]}]
    )
    kept.do(measure(kept.plan, "debt", ON, "60", group="eastside"))
    kept.do(measure(kept.plan, "debt", ON, "40", group="west"))
    east, west = kept.data["metrics"][0]["groups"]
    assert east["values"] == [{"date": "2026-06", "value": "60"}]
    assert [one["value"] for one in west["values"]] == ["1", "40"]
    with pytest.raises(UnknownRecordError, match="no group 'eastsid'"):
        measure(kept.plan, "debt", ON, "60", group="eastsid")


def test_without_a_baseline_there_is_nothing_to_compare_with() -> None:
    kept = Kept(metrics=[{"id": "debt", "name": "Debt"}])
    assert "no baseline" in measure(kept.plan, "debt", ON, "60").unsettled[0]


def test_a_target_is_set_and_set_anew() -> None:
    kept = with_metric()
    kept.do(aim(kept.plan, "debt", partial_date("2028"), "45", horizon="short-term"))
    with pytest.raises(AgainstRecordError, match="is to reach 45 by 2028 already"):
        aim(kept.plan, "debt", partial_date("2028"), "44")
    deed = kept.do(aim(kept.plan, "debt", partial_date("2028"), "44", replace=True))
    assert kept.data["metrics"][0]["targets"] == [{"by": "2028", "value": "44", "horizon": "short-term"}]
    assert deed.summary == "'debt' is to reach 44 by 2028 and no longer 45."
