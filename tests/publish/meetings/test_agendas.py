"""Agendas: complete, drawn from the record, with times that add up for any length."""

import json
import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.analysis.calendars import STEP
from coalitionkit.errors import BrokenTemplateError, UnknownRecordError
from coalitionkit.prose import listed
from coalitionkit.publish.meetings.agendas import agenda
from coalitionkit.publish.meetings.outlines import divided, outline
from publish.pressroom import (
    TODAY,
    agenda_for,
    gaps,
    own_press,
    press,
    small_plan,
    willow_bend,
)

KINDS = ("introductions", "expectations", "decisionmaking")
OUTLINES = (
    *KINDS,
    "shared-analysis",
    "working-groups",
    "regular",
    "regular-management-team",
    "regular-working-group",
    "champions-briefing",
    "data-walk",
    "focus-group",
)
LENGTHS = {"regular-management-team": 60, "champions-briefing": 45}


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("kind", OUTLINES)
def test_outlines_add_up_for_every_length(kind: str, language: str) -> None:
    made = outline(kind, language, press().folders)
    assert made is not None
    assert made.minutes == LENGTHS.get(kind, 90)
    assert [point.minutes for point in made.fitted(made.minutes)] == [point.minutes for point in made.points]
    steps = [step for point in made.points for step in point.steps]
    for minutes in range(5, 301):
        fitted = made.fitted(minutes)
        assert sum(point.minutes for point in fitted) == minutes
        assert all(point.minutes >= STEP for point in fitted)
        assert [step for point in fitted for step in point.steps] == steps, "nothing is lost"
        assert sum(1 for point in fitted if point.minutes % STEP) <= (1 if minutes % STEP else 0)
    assert all(len(made.fitted(minutes)) == len(made.points) for minutes in range(45, 301))


@pytest.mark.parametrize("kind", OUTLINES)
def test_languages_have_the_same_outline(kind: str) -> None:
    english, spanish = (outline(kind, language, press().folders) for language in ("en", "es"))
    assert english is not None
    assert spanish is not None
    assert [(p.minutes, p.who, len(p.steps)) for p in english.points] == [
        (p.minutes, p.who, len(p.steps)) for p in spanish.points
    ]
    assert english.shows == spanish.shows


@given(st.integers(0, 10**12), st.lists(st.integers(0, 500), min_size=1, max_size=30))
def test_divided_minutes_add_up(minutes: int, weights: list[int]) -> None:
    shares = divided(minutes, weights)
    assert sum(shares) == minutes
    assert min(shares) >= 0
    assert sum(1 for share in shares if share % STEP) <= 1


@pytest.mark.parametrize("minutes", [30, 45, 60, 75, 90, 97, 120, 150, 240])
@pytest.mark.parametrize("kind", KINDS)
def test_printed_times_end_with_the_meeting(kind: str, minutes: int) -> None:
    plan = small_plan(
        f"meetings: [{{id: m, kind: {kind}, date: 2026-05-01, time: '22:30', "
        f"duration_minutes: {minutes}, place: X}}]\n"
    )
    text = agenda_for(kind, plan=plan).text
    rows = re.findall(r"^\| (\d+):(\d\d) ([ap])\.m\. \| (\d*) ?\|", text, re.MULTILINE)
    times = [int(hour) % 12 * 60 + int(minute) + 720 * (half == "p") for hour, minute, half, _ in rows]
    lengths = [int(length) for *_, length in rows if length]
    assert sum(lengths) == minutes
    assert [(later - earlier) % 1440 for earlier, later in pairwise(times)] == lengths
    assert f"({minutes} minutes)" in text


def test_who_leads_comes_from_the_record() -> None:
    text = agenda_for("introductions").text
    assert "Dana Kim (project manager), Omar Reyes (champion)" in text
    assert "| Local numbers | Dana Kim (project manager) |" in text, "the data lead was waived"
    assert "Inés Cole (community engagement lead)" in agenda_for("expectations").text
    assert "River Street Legal Aid, Rosa Tran" in agenda_for("decisionmaking").text


def test_gaps_are_told_exactly() -> None:
    assert gaps(agenda_for("introductions")) == []
    assert gaps(agenda_for("expectations")) == ["role at roles[communications-and-outreach-lead].held_by"]
    assert gaps(agenda_for("decisionmaking")) == [
        "time at meetings[third-night].time",
        "place at meetings[third-night].place",
    ]
    assert gaps(agenda_for("introductions", plan=small_plan(""))) == [
        "meeting at meetings",
        "manager at roles[project-manager].held_by",
        "champion at champions",
        "role at roles[data-lead].held_by",
        "numbers at metrics",
    ]
    assert gaps(agenda_for("decisionmaking", plan=small_plan("")))[-1] == "presenters at meetings"


def test_without_a_kind_the_next_planned_meeting_counts() -> None:
    plan = willow_bend()
    assert agenda_for(None).name == "agenda-introductions"
    later = agenda(plan, None, press=press(), as_of=date(2026, 4, 1))
    assert later.name == "agenda-expectations"
    assert "5:30 p.m. to 7:10 p.m. (100 minutes)" in later.text, "time and length come from the series"
    assert agenda(plan, None, press=press(), as_of=date(2027, 1, 1)).name == "agenda-monthly"
    assert agenda_for(None, plan=small_plan("")).name == "agenda-introductions"


def test_a_meeting_without_points_is_told() -> None:
    plan = small_plan("meetings: [{id: bare, kind: 'other:retreat', group: all, date: 2026-07-14}]\n")
    with pytest.raises(UnknownRecordError) as caught:
        agenda(plan, None, press=press(), as_of=date(2026, 7, 1))
    assert caught.value.message == (
        "meeting 'bare' is of the kind 'other:retreat', for which there is no agenda yet"
    )
    assert "meetings[bare].agenda" in caught.value.hint


@pytest.mark.parametrize(
    ("wanted", "hint"),
    [
        ("introduction", "did you mean 'introductions'?"),
        ("work-sesion", "did you mean 'work-session'?"),
        (
            "zzz",
            "kinds with an agenda: " + listed(k for k in OUTLINES if not k.startswith("regular-")),
        ),
    ],
)
def test_unknown_kinds_are_told_with_what_there_is(wanted: str, hint: str) -> None:
    with pytest.raises(UnknownRecordError) as caught:
        agenda_for(wanted)
    assert caught.value.hint == hint


def test_labels_and_aliases_of_kinds_are_understood() -> None:
    assert agenda_for("Decision-making").name == "agenda-decisionmaking"
    assert agenda_for("second-night").name == "agenda-second-night"


def test_recorded_points_keep_their_minutes() -> None:
    points = re.findall(r"\| (\d+) \| (\w+)", agenda_for("work-session").text)
    assert points == [("15", "Welcome"), ("30", "Rents"), ("15", "What")]


def test_points_that_do_not_fit_are_told() -> None:
    plan = small_plan(
        "meetings: [{id: m, date: 2026-05-01, time: '09:00', place: X, duration_minutes: 30, "
        "agenda: [{text: A, minutes: 20}, {text: B, minutes: 25}]}]\n"
    )
    made = agenda_for("m", plan=plan)
    assert gaps(made) == ["minutes at meetings[m].agenda"]
    assert "the points take 45 minutes and the meeting 30" in made.text


def test_the_next_meeting_of_a_kind_wins_over_the_last() -> None:
    plan = small_plan(
        "meetings: [{id: a, kind: introductions, status: held, date: 2026-01-05, place: Old}, "
        "{id: b, kind: introductions, date: 2026-06-05, place: New}, "
        "{id: c, kind: introductions, date: 2026-04-05, place: Off, status: cancelled}]\n"
    )
    assert "**Where:** New" in agenda_for("introductions", plan=plan).text


def test_nothing_private_comes_out() -> None:
    for kind in (*KINDS, "work-session"):
        for language in ("en", "es"):
            assert "canary" not in agenda_for(kind, language=language).text


def test_hostile_text_stays_in_its_cell() -> None:
    plan = small_plan(
        "members: [{id: m, name: 'A | B <x> [l](javascript:1)'}]\n"
        "roles: [{id: project-manager, held_by: [m]}]\n"
    )
    rows = [
        line for line in agenda_for("introductions", plan=plan).text.splitlines() if line.startswith("| ")
    ]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {6}


def test_a_plan_may_add_a_kind(tmp_path: Path) -> None:
    points = {
        "title": "Retreat",
        "items": [{"minutes": 50, "title": "Walk"}, {"minutes": 10, "title": "Soup"}],
    }
    own = own_press(tmp_path, "en/agendas/other-retreat.json", json.dumps(points))
    made = agenda(willow_bend(), "other:retreat", press=own, as_of=TODAY)
    assert made.name == "agenda-other-retreat"
    assert "| 0:00 | 50 | Walk |" in made.text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"title": 1}', "'title' is text, not 1"),
        ('{"title": "T", "items": []}', "'items' is empty"),
        ('{"title": "T", "items": [{"title": "A", "minutes": 0}]}', "'minutes' is a whole number above zero"),
        ('{"title": "T", "items": [{"title": "A", "minutes": 5, "who": "x"}]}', "'who' is a list of texts"),
        ('{"title": "T", "shows": ["x"], "items": [{"title": "A", "minutes": 5}]}', "'shows' may hold"),
        ('{"title": "T", "items": [1]}', "introductions.json: "),
        ('{"title": "T", "items": 1}', "introductions.json: "),
    ],
)
def test_an_outline_that_cannot_be_used_is_told(text: str, message: str, tmp_path: Path) -> None:
    own = own_press(tmp_path, "en/agendas/introductions.json", text)
    with pytest.raises(BrokenTemplateError) as caught:
        agenda(small_plan(""), "introductions", press=own, as_of=TODAY)
    assert message in caught.value.message


PAST = """
members: [{id: ana, name: Ana Lee}, {id: ben, name: Ben Ito}, {id: cy, name: Cy Rowe}]
roles:
  - id: project-manager
    held_by: [{member: ana, since: 2025-06-01, until: 2025-12-31}, {member: ben, since: 2026-01-01}]
  - {id: data-lead, held_by: [{member: cy, since: 2026-02-01}]}
metrics:
  - id: rent
    name: Rent
    source: {name: Rent survey}
    values: [{date: 2025-05, value: 900}, {date: 2026-02, value: 950}]
meetings:
  - {id: first, kind: introductions, group: all, date: 2025-07-01, time: "17:30", place: Hall}
"""


def test_a_meeting_that_is_over_is_told_as_of_its_day() -> None:
    text = agenda_for("first", plan=small_plan(PAST)).text
    assert "Ana Lee (project manager)" in text
    assert "Ben Ito" not in text
    assert "- Rent: **900** in 2025." in text


def test_a_role_that_nobody_held_then_goes_to_whoever_holds_it_today() -> None:
    assert "| Local numbers | Cy Rowe (data lead) |" in agenda_for("first", plan=small_plan(PAST)).text
