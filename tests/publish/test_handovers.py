"""The brief for a new project manager."""

from datetime import date

from publish.pressroom import small_plan
from publish.rounds import made


def test_everything_open_is_there() -> None:
    text = made("handover").text
    assert "- Which logo? (was due September 1, 2026)" in text
    assert "| A grant | Tide Fund | Casa del Mar | February 2027 |" in text
    assert "Kept long ago" not in text
    assert "- Tide Fund: sent August 1, 2026, signed by Noa Berg" in text
    assert "Community engagement lead, Communications and outreach lead" in text
    assert "(minutes: minutes/2026-06-02.md)" in text
    assert "- docs/reading.md" in text


def test_who_is_who_comes_with_work_contacts() -> None:
    assert "- **Data lead:** Mara Voss (Bay College), mara@bay.example.org" in made("handover").text


def test_what_comes_later_is_not_open_yet() -> None:
    text = made("handover", day=date(2026, 2, 1)).text
    assert "Kept long ago" in text
    assert "The port raised pay" not in text


def test_a_meeting_of_today_is_listed_once() -> None:
    plan = small_plan(
        "meetings:\n"
        "  - {id: before, kind: introductions, group: all, date: 2026-10-01}\n"
        "  - {id: today, kind: expectations, group: all, date: 2026-10-02}\n"
    )
    text = made("handover", plan=plan, day=date(2026, 10, 2)).text
    coming, past = text.split("Lately:")
    assert "October 2, 2026: Kick-off 2: Expectations" in coming
    assert "October 1, 2026: Kick-off 1: Introductions" in past
    assert "Expectations" not in past


def test_a_plan_without_meetings_says_so() -> None:
    assert "## Meetings\n\nNo meeting is on record.\n" in made("handover", plan=small_plan("")).text
