"""Which meeting a document is for."""

from datetime import date

import pytest

from coalitionkit.errors import UnknownRecordError
from coalitionkit.publish.meetings.agendas import agenda
from coalitionkit.publish.meetings.choice import chosen
from publish.pressroom import gaps, press, small_plan
from publish.rounds import FALL, harbor_point

KINDS = ["introductions", "regular", "data-walk"]


@pytest.mark.parametrize(
    ("wanted", "day", "kind"),
    [
        (None, "2026-10-08", "regular"),
        ("october", "2026-10-08", "regular"),
        ("regular", "2026-10-08", "regular"),
        ("monthly", "2026-10-08", "regular"),
        ("all", "2026-10-08", "regular"),
        ("fair-pay", "2026-09-25", "regular"),
        ("pay-rounds", "2026-09-25", "regular"),
        ("management-team", "2026-10-01", "regular"),
        ("champion", "2026-12-14", "champions-briefing"),
        ("champions", "2026-12-14", "champions-briefing"),
        ("data-walk", "2026-10-24", "data-walk"),
        ("first", "2026-02-03", "introductions"),
    ],
)
def test_a_meeting_is_found_by_kind_id_series_and_group(wanted: str | None, day: str, kind: str) -> None:
    found = chosen(harbor_point(), wanted, FALL, KINDS)
    assert (str(found.day), found.kind) == (day, kind)


def test_without_meetings_the_next_of_a_series_counts() -> None:
    plan = small_plan(
        "rhythm: {series: [{id: s, group: all, every: week, day: monday, start: 2026-01-05}]}\n"
    )
    found = chosen(plan, None, date(2026, 3, 3), KINDS)
    assert (str(found.day), found.name, found.kind) == ("2026-03-09", "s", "regular")


def test_an_agenda_of_a_series_tells_gaps_where_the_series_has_them() -> None:
    plan = small_plan(
        "rhythm: {series: [{id: s, group: all, every: week, day: monday, start: 2026-01-05}]}\n"
    )
    made = agenda(plan, "s", press=press(), as_of=date(2026, 3, 3))
    assert gaps(made)[:2] == ["time at rhythm.series[s].time", "place at rhythm.series[s].place"]
    assert [event.uid for event in made.events] == ["series-s@small.coalition"]


@pytest.mark.parametrize(
    ("wanted", "hint"),
    [("fair-pays", "did you mean 'fair-pay'?"), ("octobre", "did you mean 'october'?")],
)
def test_what_is_meant_is_guessed(wanted: str, hint: str) -> None:
    with pytest.raises(UnknownRecordError) as caught:
        chosen(harbor_point(), wanted, FALL, KINDS)
    assert caught.value.hint == hint


def test_outlines_are_looked_for_by_group_first() -> None:
    assert chosen(harbor_point(), "fair-pay", FALL, KINDS).outlines == ("regular-working-group", "regular")
    assert chosen(harbor_point(), "retreat", FALL, KINDS).outlines == (
        "other-retreat-all",
        "other-retreat",
        "retreat",
    )
