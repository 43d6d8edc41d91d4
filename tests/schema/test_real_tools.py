"""The tools that people use take the schemas without complaint, and make good help of them.

These tests run where the tools are on the PATH: ajv with ajv-formats, check-jsonschema, yaml-language-server.
"""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from coalitionkit.schema import SCHEMAS, json_schema
from schema.editor_client import CURSOR, Editor, by_schema

DATA = Path(__file__).parents[1] / "data"
START = "format: 1\ncoalition: {id: a, name: A}\n"
PARTNER = START + "partners:\n  - id: p\n    name: P\n"
PRIVATE_NOTE = "Private: write it in coalition.private.yaml, never in a committed file."

each_schema = pytest.mark.parametrize("which", SCHEMAS)


def program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not on the PATH")
    return found


def run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - tools on PATH
    assert done.returncode == 0, done.stdout + done.stderr


def saved(which: str, folder: Path) -> Path:
    file = folder / f"{which}.json"
    file.write_text(json.dumps(json_schema(which)), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    name = program("yaml-language-server")
    with Editor(name, by_schema(saved("plan", tmp_path_factory.mktemp("schema")))) as opened:
        yield opened


@each_schema
def test_ajv_compiles_it_in_strict_mode(which: str, tmp_path: Path) -> None:
    file = str(saved(which, tmp_path))
    run(program("ajv"), "compile", "--spec=draft2020", "--strict=true", "-c", "ajv-formats", "-s", file)


@each_schema
def test_check_jsonschema_accepts_it(which: str, tmp_path: Path) -> None:
    run(program("check-jsonschema"), "--check-metaschema", str(saved(which, tmp_path)))


@pytest.mark.parametrize(("which", "plan"), [("plan", "full.yaml"), ("overlay", "full.private.yaml")])
def test_check_jsonschema_accepts_plans(which: str, plan: str, tmp_path: Path) -> None:
    run(program("check-jsonschema"), "--schemafile", str(saved(which, tmp_path)), str(DATA / plan))


def test_the_editor_finds_nothing_wrong_with_a_good_plan(editor: Editor) -> None:
    assert editor.diagnostics((DATA / "full.yaml").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("    sector: bogus\n", 'Value must be "local-government" | "state-government"'),
        ("    sectr: nonprofit\n", "Property sectr is not allowed."),
        ("    small: maybe\n", 'Incorrect type. Expected "boolean".'),
        ("    people: hello\n", 'Incorrect type. Expected "array".'),
        ("    assets: [staff, Nonsense!]\n", 'Value must be "research-and-analytic-capacity"'),
        ("    answers: {partnership: 9}\n", "Value is above the maximum of 4."),
        ("practices: {power: We talk.}\n", "Property power is not allowed."),
        ("practices: {power-dynamics: {txt: We talk.}}\n", "Property txt is not allowed."),
        ("decision_model: conensus\n", 'Value must be "consensus" | "unanimous"'),
        ("decision_model: {quorum: 2/3}\n", 'Missing property "model".'),
        ("members: [{id: m}]\n", 'Missing property "name".'),
        ("members: [hello]\n", 'Incorrect type. Expected "Member".'),
    ],
)
def test_the_editor_tells_a_mistake_once(editor: Editor, text: str, told: str) -> None:
    (diagnostic,) = editor.diagnostics(PARTNER + text)
    assert diagnostic["message"].startswith(told)


def test_the_editor_accepts_other_spellings_empty_keys_and_placeholders(editor: Editor) -> None:
    text = "    sector: Local Government\n    parent:\n    serves:\n    effort: TODO\n    worked_with: true\n"
    assert editor.diagnostics(PARTNER + text + "members: TODO add people\nbudget:\n") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("met¦rics: []\n", "What is measured to tell whether things get better."),
        ("    effo¦rt: 1\n", "How much work it is to win this partner"),
        ("    effo¦rt:\n", "How much work it is to win this partner"),
        ("    sec¦tor: nonprofit\n", "The sector it belongs to."),
        ("    sec¦tor: nonprofit\n", "- nonprofit: A charitable or service organization"),
        ("    asse¦ts: [staff]\n", "What it could bring to the coalition."),
        ("    assets: [sta¦ff]\n", "Staff: People whose paid time"),
        ("    assets: {he¦ld: [staff]}\n", "The words that are known to hold."),
        ("    stan¦ce:\n", PRIVATE_NOTE),
        (
            "members:\n  - id: m\n    joi¦ned: 2026-01\n",
            "When the member joined. Write a date such as 2026-03-14.",
        ),
        ("decision_mod¦el: consensus\n", "The way of deciding that is in force"),
        ("decision_model: {mod¦el: consensus}\n", "When something is carried."),
        ("practices: {power-dyn¦amics: We talk.}\n", "Write down who holds more power in the room"),
    ],
)
def test_the_editor_explains_what_the_cursor_is_at(editor: Editor, text: str, told: str) -> None:
    shown = editor.hover(PARTNER + text)
    assert told in shown
    assert "||" not in shown


@pytest.mark.parametrize(
    ("text", "offered", "told"),
    [
        (f"    {CURSOR}", "sector", "The sector it belongs to."),
        (f"    sector: {CURSOR}", "nonprofit", "Nonprofit: A charitable or service organization"),
        (f"    assets:\n      - {CURSOR}", "staff", "Staff: People whose paid time"),
        (f"    assets:\n      {CURSOR}", "held", "The words that are known to hold."),
        (f"    small: {CURSOR}", "true", ""),
        (CURSOR, "metrics", "What is measured to tell"),
        (f"decision_model: {CURSOR}", "consensus", "Consensus: Carried when the quorum is met"),
        (f"decision_model:\n  {CURSOR}", "quorum", "The share of those with a vote"),
        (f"practices:\n  {CURSOR}", "power-dynamics", "Power dynamics: Write down who holds more power"),
        (f"rhythm:\n  cadence:\n    {CURSOR}", "management-team", "Management team: The few people"),
        (f"metrics:\n  - id: m\n    values:\n      - quality: {CURSOR}", "1", "Good: The value is sound"),
    ],
)
def test_the_editor_offers_keys_and_words_with_their_meaning(
    editor: Editor, text: str, offered: str, told: str
) -> None:
    items = editor.completion(PARTNER + text)
    assert offered in items
    assert told in json.dumps(items[offered].get("documentation", ""))
    assert not {"null", "[object Object]", "undefined"} & set(items)


def test_the_editor_offers_words_but_no_other_spellings(editor: Editor) -> None:
    items = editor.completion(PARTNER + f"    worked_with: {CURSOR}")
    assert {label.strip('"') for label in items} == {"yes", "no", "unknown"}
