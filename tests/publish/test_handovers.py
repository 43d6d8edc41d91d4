"""The brief for a new project manager."""

from datetime import date

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
