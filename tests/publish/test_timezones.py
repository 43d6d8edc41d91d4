"""What a calendar file says of a time zone is what the zone does, change by change."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from coalitionkit.publish.writers.timezones import timezone

ZONES = ("America/Los_Angeles", "Europe/Dublin", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca")
FIRST, LAST = date(2024, 1, 1), date(2030, 1, 1)
MADE = {name: timezone(ZoneInfo(name), FIRST, LAST) for name in ZONES}


@settings(max_examples=300)
@given(
    name=st.sampled_from(ZONES),
    moment=st.datetimes(datetime(2024, 1, 1), datetime(2029, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001
)
def test_offsets_are_those_of_the_zone(name: str, moment: datetime) -> None:
    assert offset_by_the_standard(name, moment) == moment.astimezone(ZoneInfo(name)).utcoffset()


def offset_by_the_standard(name: str, moment: datetime) -> timedelta:
    """Return the offset of the observance that began last, each beginning by the clocks before it."""
    parts: list[Any] = list(MADE[name].subcomponents)
    begun = [
        (part["DTSTART"].dt - part["TZOFFSETFROM"].td, part["TZOFFSETTO"].td)
        for part in parts
        if part["DTSTART"].dt - part["TZOFFSETFROM"].td <= moment.replace(tzinfo=None)
    ]
    found: timedelta = max(begun)[1]
    return found


def test_no_change_is_told_in_a_list() -> None:
    for made in MADE.values():
        assert b"RDATE" not in made.to_ical()
    assert len(MADE["America/Los_Angeles"].subcomponents) == 13
    assert len(MADE["Asia/Kathmandu"].subcomponents) == 1


def test_changes_begin_by_the_clocks_before_them() -> None:
    (_, spring, fall, *_rest) = MADE["America/Los_Angeles"].subcomponents
    assert spring["DTSTART"].dt == datetime(2024, 3, 10, 2)  # type: ignore[union-attr]  # noqa: DTZ001
    assert fall["DTSTART"].dt == datetime(2024, 11, 3, 2)  # type: ignore[union-attr]  # noqa: DTZ001
