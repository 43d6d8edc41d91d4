"""A folder that `coalition init` began, opened in an editor with yaml-language-server and no internet.

These tests run where yaml-language-server is on the PATH. VS Code's extension of that server hands it the
settings of the folder, as is done here.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from schema.editor_client import CURSOR, Editor

from coalitionkit.scaffold.answers import Answers
from coalitionkit.scaffold.repository import repository, write
from integrations.repositories import program

PLAN = "coalition.yaml"
FRAGMENT = "coalition.d/people.yaml"
OVERLAY = "coalition.private.yaml"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    begun = tmp_path_factory.mktemp("our plan")
    write(repository(Answers("Riverbend Mobility Coalition"), as_of=date(2026, 6, 30)), begun)
    return begun


def settings_of(folder: Path) -> dict[str, Any]:
    """Return what VS Code would tell the server of the settings in a folder."""
    settings: dict[str, Any] = {"validate": True, "hover": True, "completion": True}
    flat = json.loads((folder / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    for name, value in flat.items():
        section, _, key = name.partition(".")
        if section == "yaml":
            # 'schemaStore.enable' is the key 'enable' of 'schemaStore'.
            above, _, below = key.partition(".")
            settings[above] = {below: value} if below else value
    return settings


@pytest.fixture(scope="module")
def editor(folder: Path) -> Iterator[Editor]:
    """Return an editor to ask questions; what it says unasked about one file may come late."""
    with Editor(program("yaml-language-server"), settings_of(folder), folder) as opened:
        # Once it has said what is wrong with a file, it knows its settings.
        opened.diagnostics("format: 1\n")
        yield opened


@pytest.fixture
def fresh(folder: Path) -> Iterator[Editor]:
    """Return an editor that has said nothing yet."""
    with Editor(program("yaml-language-server"), settings_of(folder), folder) as opened:
        yield opened


@pytest.fixture
def bare(folder: Path) -> Iterator[Editor]:
    """Return an editor that has never heard of the folder's settings: the first line of a plan must do."""
    settings = {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}
    with Editor(program("yaml-language-server"), settings, folder) as opened:
        yield opened


def begun_plan(folder: Path) -> str:
    return (folder / PLAN).read_text(encoding="utf-8")


def test_nothing_is_wrong_with_the_plan_as_it_was_begun(fresh: Editor, folder: Path) -> None:
    assert fresh.diagnostics(begun_plan(folder)) == []


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        (PLAN, "format: 1\ncoalition: {id: a, name: A}\nmetrcs: []\n", "Property metrcs is not allowed."),
        (FRAGMENT, "membrs: []\n", "Property membrs is not allowed."),
        (OVERLAY, "format: 1\nmembrs: {}\n", "Property membrs is not allowed."),
    ],
)
def test_a_mistake_is_marked_in_each_kind_of_file(fresh: Editor, name: str, text: str, told: str) -> None:
    assert told in [diagnostic["message"] for diagnostic in fresh.diagnostics(text, name)]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        (PLAN, "met¦rics: []\n", "What is measured to tell whether things get better."),
        (PLAN, "lint: {pro¦file: start}\n", "How far along the plan is: start, draft, launch or sustain."),
        (PLAN, "lint:\n  rul¦es: {}\n", "How severe a rule is here"),
        (FRAGMENT, "mem¦bers: []\n", "Everyone with a part in the coalition"),
        (OVERLAY, "mem¦bers: {}\n", "Everyone with a part in the coalition"),
    ],
)
def test_each_kind_of_file_is_explained(editor: Editor, name: str, text: str, told: str) -> None:
    assert told in editor.hover(text, name)


@pytest.mark.parametrize(
    ("name", "text", "offered"),
    [
        (PLAN, f"lint:\n  profile: {CURSOR}", "launch"),
        (PLAN, f"lint:\n  rules:\n    metric-baseline: {CURSOR}", "warning"),
        (FRAGMENT, CURSOR, "partners"),
        (FRAGMENT, f"members:\n  - id: m\n    group: {CURSOR}", "key-stakeholder"),
        (OVERLAY, CURSOR, "members"),
    ],
)
def test_words_are_offered_in_each_kind_of_file(editor: Editor, name: str, text: str, offered: str) -> None:
    assert offered in editor.completion(text, name)


def test_the_first_line_of_the_plan_is_enough_for_any_editor(bare: Editor, folder: Path) -> None:
    plan = begun_plan(folder)
    (mistake,) = bare.diagnostics(plan + "metrcs: []\n")
    assert mistake["message"] == "Property metrcs is not allowed."
    assert "What is measured" in bare.hover(plan.replace("\nmetrics:", "\nmet¦rics:"))
