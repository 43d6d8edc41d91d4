"""Calendars as calendar programs read them: right across the change of clocks, and an update updates."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from builders import loaded, model_of
from icalendar import Calendar

from coalitionkit.errors import ConfigurationError, UnknownRecordError
from coalitionkit.model.coalition import Coalition
from coalitionkit.publish.document import Document
from coalitionkit.publish.forms import written
from coalitionkit.publish.meetings.agendas import agenda
from coalitionkit.publish.meetings.calendars import calendar
from publish.almanac import begins, events
from publish.pressroom import gaps, press, small_plan
from publish.rounds import FALL, harbor_point, made

PACIFIC = ZoneInfo("America/Los_Angeles")
SERIES = (
    "rhythm: {series: [{id: s, group: all, every: week, day: tuesday, time: '17:30', start: 2026-10-06%s}]}\n"
)


def ics(document: Document) -> bytes:
    return written(document, "ics", press().folders)


def calendar_of(plan: Coalition, *groups: str, day: date = FALL) -> Document:
    return calendar(plan, groups, press=press(), as_of=day)


def plan_in(zone: str, text: str) -> Coalition:
    about = "format: 1\ncoalition: {id: small, name: Small Steps%s}\n"
    return model_of(loaded(about % (f", place: {{timezone: {zone}}}" if zone else "") + text))


def test_meetings_keep_their_hour_when_the_clocks_change() -> None:
    plan = plan_in("America/Los_Angeles", SERIES % ", end: 2027-04")
    (event,) = events(ics(calendar_of(plan))).values()
    found = begins(event, datetime(2027, 5, 1, tzinfo=PACIFIC))
    assert [one.astimezone(PACIFIC).strftime("%H:%M") for one in found] == ["17:30"] * 30
    in_utc = {one.date(): one.astimezone(UTC).hour for one in found}
    assert (in_utc[date(2026, 10, 27)], in_utc[date(2026, 11, 3)]) == (0, 1), "the clocks go back on Nov 1"
    assert (in_utc[date(2027, 3, 9)], in_utc[date(2027, 3, 16)]) == (1, 0), "and forward on March 14"


def test_the_file_itself_says_when_the_clocks_change() -> None:
    read = Calendar.from_ical(ics(calendar_of(harbor_point())))
    (zone,) = read.walk("VTIMEZONE")
    own: Any = zone
    own = own.to_tz(lookup_tzid=False)
    for day, hours in (((2026, 10, 27), -7), ((2026, 11, 3), -8), ((2027, 3, 9), -8), ((2027, 3, 16), -7)):
        assert datetime(*day, 17, 30, tzinfo=own).utcoffset() == timedelta(hours=hours)
    assert len(zone.to_ical()) < 4000, "it covers the years of the meetings and no more"


def test_the_end_of_a_series_is_in_utc_and_counts() -> None:
    plan = plan_in("America/Los_Angeles", SERIES % ", end: 2026-10-27")
    (event,) = events(ics(calendar_of(plan))).values()
    assert event["RRULE"]["UNTIL"] == [datetime(2026, 10, 28, 6, 59, 59, tzinfo=UTC)]
    assert len(begins(event, datetime(2027, 1, 1, tzinfo=PACIFIC))) == 4


def test_what_has_a_record_of_its_own_is_left_out_of_its_series() -> None:
    found = events(ics(calendar_of(harbor_point())))
    series = found["series-monthly@harbor-point.coalition"]
    days = [one.date().isoformat() for one in begins(series, datetime(2027, 7, 1, tzinfo=PACIFIC))]
    assert days == [
        "2026-05-05",
        "2026-07-07",
        "2026-08-04",
        "2026-09-01",
        "2026-12-01",
        "2027-02-02",
        "2027-03-02",
        "2027-04-06",
        "2027-05-04",
        "2027-06-01",
    ]
    moved = found["meeting-october@harbor-point.coalition"]
    assert moved["DTSTART"].dt == datetime(2026, 10, 8, 17, 30, tzinfo=PACIFIC)
    assert moved["SEQUENCE"] == 2
    assert moved["DURATION"].dt == timedelta(minutes=100)
    off = found["meeting-november@harbor-point.coalition"]
    assert (off["STATUS"], off["SEQUENCE"]) == ("CANCELLED", 1)


@pytest.mark.parametrize(
    ("key", "rule"),
    [
        ("monthly", "FREQ=MONTHLY;UNTIL=20270701T065959Z;BYDAY=1TU"),
        ("core", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
        ("pay-rounds", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("briefings", "FREQ=MONTHLY;INTERVAL=3;BYDAY=2MO"),
    ],
)
def test_series_come_round_by_rules(key: str, rule: str) -> None:
    found = events(ics(calendar_of(harbor_point())))
    assert found[f"series-{key}@harbor-point.coalition"]["RRULE"].to_ical().decode() == rule


def test_a_year_comes_round_in_its_month() -> None:
    text = "rhythm: {series: [{id: s, every: year, day: 3rd friday, time: '09:00', start: 2026-11}]}\n"
    (event,) = events(ics(calendar_of(small_plan(text)))).values()
    assert event["RRULE"].to_ical() == b"FREQ=YEARLY;BYDAY=3FR;BYMONTH=11"


def test_an_agenda_and_the_calendar_tell_the_same_meeting() -> None:
    alone = agenda(harbor_point(), "october", press=press(), as_of=FALL)
    (event,) = events(ics(alone)).values()
    whole = events(ics(calendar_of(harbor_point())))
    assert event.to_ical() == whole["meeting-october@harbor-point.coalition"].to_ical()
    assert "6:20 p.m.  Decisions" in event["DESCRIPTION"]


def test_an_id_outlives_a_new_name_and_a_number_grows_with_the_record() -> None:
    meeting = "meetings: [{id: %s, kind: regular, group: all, date: 2026-10-06, time: '09:00'}]\n"
    before = events(ics(calendar_of(small_plan(meeting % "old"))))
    after = events(ics(calendar_of(small_plan(meeting % "new, former_ids: [old]"))))
    assert list(before) == list(after) == ["meeting-old@small.coalition"]
    series = small_plan(SERIES % "")
    more = small_plan(SERIES % "" + "meetings: [{id: m, series: s, date: 2026-10-13, revision: 1}]\n")
    numbers = [events(ics(calendar_of(p)))["series-s@small.coalition"]["SEQUENCE"] for p in (series, more)]
    assert numbers == [0, 2]


def test_text_comes_out_whole_and_lines_end_as_they_should() -> None:
    name = "O'Neill & Sons <Housing>; =HYPERLINK(1), 🏠 שלום"
    place = json.dumps(name, ensure_ascii=False)
    text = f"meetings: [{{id: m, group: all, date: 2026-10-06, time: '09:00', place: {place}}}]\n"
    data = ics(calendar_of(small_plan(text)))
    (event,) = events(data).values()
    assert event["LOCATION"] == name
    assert data.count(b"\n") == data.count(b"\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


def test_the_same_document_gives_the_same_bytes() -> None:
    assert ics(made("calendar")) == ics(made("calendar"))
    later = ics(calendar_of(harbor_point(), day=date(2026, 9, 21)))
    assert b"DTSTAMP:20260921T000000Z" in later
    assert b"DTSTAMP:20260920T000000Z" in ics(made("calendar"))


def test_without_a_time_it_is_the_whole_day_and_without_a_zone_the_readers_time() -> None:
    plan = small_plan(
        "meetings: [{id: a, group: all, date: 2026-10-06}, "
        "{id: b, group: all, date: 2026-10-07, time: '09:00'}]\n"
    )
    found = events(ics(calendar_of(plan)))
    assert found["meeting-a@small.coalition"]["DTSTART"].dt == date(2026, 10, 6)
    assert found["meeting-b@small.coalition"]["DTSTART"].to_ical() == b"20261007T090000"
    assert gaps(calendar_of(plan)) == ["timezone at coalition.place.timezone"]
    wrong = plan_in("Mars/Olympus", "meetings: [{id: b, group: all, date: 2026-10-07, time: '09:00'}]\n")
    assert gaps(calendar_of(wrong)) == ["timezone at coalition.place.timezone"]
    assert b"VTIMEZONE" not in ics(calendar_of(wrong))


def test_a_group_gets_its_own_meetings_and_those_of_everyone() -> None:
    found = events(ics(calendar_of(harbor_point(), "fair-pay")))
    assert {"series-monthly@harbor-point.coalition", "series-pay-rounds@harbor-point.coalition"} <= set(found)
    assert "series-core@harbor-point.coalition" not in found
    assert calendar_of(harbor_point(), "fair-pay").name == "calendar-fair-pay"
    with pytest.raises(UnknownRecordError) as caught:
        calendar_of(harbor_point(), "fair-pays")
    assert caught.value.hint == "did you mean 'fair-pay'?"


@pytest.mark.parametrize("name", ["charter", "minutes-june", "agenda-focus-group"])
def test_what_has_no_day_is_not_put_into_a_calendar(name: str) -> None:
    with pytest.raises(ConfigurationError, match="has no day that a calendar could show") as refused:
        ics(made(name))
    assert "a series 'every', 'day' and 'start'" in str(refused.value.hint)


def test_a_series_that_is_over_before_it_begins_is_left_out() -> None:
    plan = small_plan(
        "rhythm: {series: [{id: s, every: month, day: 1st monday, start: 2026-10-06, end: 2026-10-31}]}\n"
    )
    assert calendar_of(plan).events == ()


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_days_beyond_reach_are_left_out(day: str) -> None:
    far = f"meetings: [{{id: m, group: all, date: {day}, time: '23:00'}}]\n"
    assert calendar_of(plan_in("America/Los_Angeles", far)).events == ()


def test_a_series_without_end_in_sight_ends_within_reach() -> None:
    data = ics(calendar_of(plan_in("Pacific/Auckland", SERIES % ", end: 9999-12-31")))
    assert b"UNTIL=9000" in data
    assert data.count(b"BEGIN:DAYLIGHT") <= 61


def test_a_time_zone_is_told_in_the_words_of_people() -> None:
    assert "Time zone: Pacific time." in calendar_of(plan_in("America/Los_Angeles", "")).text
    assert "Time zone: Pacific/Auckland." in calendar_of(plan_in("Pacific/Auckland", "")).text
