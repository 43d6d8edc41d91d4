"""Documents of a plan's own: one record for all, in a language that there is."""

from pathlib import Path

import pytest

from coalitionkit.errors import BrokenTemplateError, UnknownRecordError
from coalitionkit.publish.document import Document
from coalitionkit.publish.papers import paper
from publish.pressroom import TODAY, own_press, small_plan, willow_bend

EVERY_FIELD = """\
# {{ record.about.name }} on {{ record.day }}

{% for seat in record.seats %}
- {{ seat.name }}{% if seat.partner %}, {{ seat.partner }}{% endif %}
{%- if seat.roles %}: {{ seat.roles }}{% endif %}

{% endfor %}
{% if record.manager %}{{ record.manager.email or "" }}{% endif %} {{ record.champions|join(", ") }}
{{ record.priorities or "none" }}
{% for point in record.numbers %}{{ point.what }} {{ point.value }}{% endfor %}
{{ record.norms|join }} {{ record.platforms|join }}
{% if record.deciding %}{{ record.deciding.model }}{% endif %}
{% for one in record.settled %}{{ one.question }} {{ one.day or "" }} {{ one.chosen or "" }}{% endfor %}
{% if record.next_meeting %}{{ record.next_meeting.day }}{% endif %}
"""


def made(folder: Path, text: str = EVERY_FIELD, *, code: str = "en", language: str | None = None) -> Document:
    press = own_press(folder, f"{code}/overview.md.j2", text)
    return paper(willow_bend(), "overview", press=press, as_of=TODAY, language=language)


def test_it_tells_what_members_may_read(tmp_path: Path) -> None:
    found = made(tmp_path)
    assert found.text.startswith("# Willow Bend Opportunity Coalition on March 2, 2026\n")
    assert "- Dana Kim, City of Willow Bend: project manager\n" in found.text
    assert "majority" in found.text
    assert "Tuesday, March 10, 2026" in found.text
    assert "canary" not in found.text
    assert (found.name, found.title, found.audience) == (
        "overview",
        "Willow Bend Opportunity Coalition on March 2, 2026",
        "coalition",
    )


def test_only_gaps_that_are_shown_are_told(tmp_path: Path) -> None:
    assert made(tmp_path, "x {{ record.day }}").gaps == ()
    spanish = made(tmp_path, "{{ record.norms|join }}", code="es", language="es")
    assert all(gap.part == "translation" for gap in spanish.gaps)


def test_another_language_than_asked_for_is_told(tmp_path: Path) -> None:
    found = made(tmp_path, language="es")
    assert found.language == "en"
    assert [gap.part for gap in found.gaps] == ["language"]
    own = made(tmp_path / "b", "{{ record.day }}", code="es", language="vi")
    assert (own.language, own.text) == ("es", "2 de marzo de 2026\n")
    assert [gap.part for gap in own.gaps] == ["language"]


def test_a_plan_with_nothing_in_it_is_fine(tmp_path: Path) -> None:
    press = own_press(tmp_path, "en/overview.md.j2", EVERY_FIELD)
    assert paper(small_plan(""), "overview", press=press, as_of=TODAY).text.startswith("# Small Steps on")


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BrokenTemplateError, match=r"overview\.md\.j2:1: record has no 'members'"):
        made(tmp_path, "{{ record.members }}")
    press = own_press(tmp_path, "en/overview.md.j2", "x")
    for name, hint in (
        ("overveiw", "did you mean 'overview'?"),
        ("zzz", "there are overview"),
        ("agenda", ""),
    ):
        with pytest.raises(UnknownRecordError) as caught:
            paper(willow_bend(), name, press=press, as_of=TODAY)
        assert hint in caught.value.hint
