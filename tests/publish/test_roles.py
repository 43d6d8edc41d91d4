"""Roles: which are open, what is offered, and files of words that cannot be used."""

import json
from datetime import date
from pathlib import Path

import pytest

from coalitionkit.errors import BrokenTemplateError, UnknownRecordError
from coalitionkit.model.vocabulary.governance import MANAGEMENT_ROLES, ROLE_QUALIFICATIONS
from coalitionkit.publish.charters import charter
from coalitionkit.publish.roles import duties, open_roles, role
from publish.pressroom import gaps, own_press, press, small_plan
from publish.rounds import FALL, harbor_point


@pytest.mark.parametrize("code", ["en", "es"])
def test_every_role_of_the_vocabulary_is_described(code: str) -> None:
    known = duties(press(), press().language(code, needs=("roles.json",)))
    assert list(known) == list(MANAGEMENT_ROLES.words)
    for slug, duty in known.items():
        assert len(duty.looks_for) >= len(ROLE_QUALIFICATIONS[slug])
        assert len(duty.tasks) >= 4


def test_open_roles_are_those_nobody_holds() -> None:
    assert open_roles(harbor_point(), FALL) == (
        "community-engagement-lead",
        "communications-and-outreach-lead",
    )
    plan = small_plan(
        "members: [{id: a, name: A}]\nroles: [{id: data-lead, held_by: [{member: a, until: 2026-08-31}]}]\n"
    )
    assert "data-lead" in open_roles(plan, FALL)
    assert "data-lead" not in open_roles(plan, date(2026, 8, 31))


def test_a_role_of_the_plan_needs_words_of_its_own() -> None:
    plan = small_plan("roles: [{id: youth-liaison, title: Youth liaison}]\n")
    made = role(plan, "youth-liaison", press=press(), as_of=FALL)
    assert made.text.startswith("# Youth liaison\n")
    assert gaps(made) == ["task at roles[youth-liaison]"]
    assert "templates/en/roles.json" in made.gaps[0].message


def test_a_role_that_the_plan_describes_is_told_like_those_that_ship(tmp_path: Path) -> None:
    words = {"title": "Liaison", "task": "listens", "tasks": ["Listen to the young."], "looks_for": ["hears"]}
    own = own_press(tmp_path, "en/roles.json", json.dumps({"youth-liaison": words}))
    plan = small_plan("roles: [{id: youth-liaison}]\nrhythm: {cadence: {management-team: weekly}}\n")
    made = role(plan, "youth-liaison", press=own, as_of=FALL)
    assert made.gaps == ()
    assert "- Listen to the young.\n" in made.text
    assert "management team" not in made.text, "it does not meet with them"
    assert "| Liaison | vacant | listens |" in charter(plan, press=own, as_of=FALL).text


def test_a_title_in_another_language_is_better_than_an_id() -> None:
    plan = small_plan("roles: [{id: youth-liaison, title: The young people's voice}]\n")
    made = role(plan, "youth-liaison", press=press(), as_of=FALL, language="es")
    assert made.text.startswith("# The young people's voice\n")
    usual = small_plan("roles: [{id: data-lead, title: Keeper of numbers}]\n")
    assert role(usual, "data-lead", press=press(), as_of=FALL, language="es").title.startswith(
        "Responsable de datos"
    )


def test_the_project_manager_needs_authority() -> None:
    made = role(small_plan(""), "project-manager", press=press(), as_of=FALL)
    assert gaps(made) == ["authority at roles[project-manager].authority"]
    assert "Whom to ask" not in made.text


def test_labels_are_understood_and_unknown_roles_told() -> None:
    assert role(harbor_point(), "data analyst", press=press(), as_of=FALL).name == "role-data-lead"
    with pytest.raises(UnknownRecordError) as caught:
        role(harbor_point(), "data-leed", press=press(), as_of=FALL)
    assert caught.value.hint == "did you mean 'data-lead'?"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"data-lead": {"title": 1}}', "'title' of 'data-lead' is text, not 1"),
        ('{"data-lead": {"tasks": "Count"}}', "'tasks' of 'data-lead' is a list of texts, not 'Count'"),
        ('{"data-lead": {"looks_for": [1]}}', "'looks_for' of 'data-lead' is text, not 1"),
        ('{"scribe": {"title": "Scribe", "tasks": []}}', "'scribe' needs 'task' and 'looks_for' as well"),
        ('{"scribe": 3}', "'scribe' needs 'title', 'task', 'tasks' and 'looks_for', and is 3"),
    ],
)
def test_words_that_cannot_be_used_are_told(text: str, said: str, tmp_path: Path) -> None:
    own = own_press(tmp_path, "en/roles.json", text)
    with pytest.raises(BrokenTemplateError, match=rf"templates/en/roles\.json: {said}$"):
        role(small_plan(""), "data-lead", press=own, as_of=FALL)
