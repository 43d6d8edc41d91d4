"""`coalition schema`: the format for editors."""

import json
from pathlib import Path

import pytest

from cli.conftest import Run
from coalitionkit.schema import SCHEMAS, schema_text


@pytest.mark.parametrize("which", SCHEMAS)
def test_each_schema_is_json_of_the_same_dialect(run: Run, which: str) -> None:
    ran = run("schema", which)
    assert ran.code == 0, ran.err
    schema = json.loads(ran.out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"].endswith(which)


def test_the_plan_is_the_schema_that_is_meant(run: Run) -> None:
    assert run("schema").out == run("schema", "plan").out


def test_every_pointer_of_a_schema_leads_somewhere(run: Run) -> None:
    for which in SCHEMAS:
        schema = json.loads(run("schema", which).out)
        assert sorted(_pointed(schema) - {f"#/$defs/{name}" for name in schema["$defs"]}) == [], which


def _pointed(node: object) -> set[str]:
    if isinstance(node, list):
        return set().union(*map(_pointed, node))
    if not isinstance(node, dict):
        return set()
    here = {node["$ref"]} if isinstance(node.get("$ref"), str) else set()
    return here.union(*map(_pointed, node.values()))


def test_the_guide_is_a_page(run: Run) -> None:
    assert run("schema", "--format", "markdown").out.startswith("# ")


def test_a_schema_can_go_to_a_file(run: Run, tmp_path: Path) -> None:
    ran = run("schema", "--format", "json=plan.json")
    assert (ran.code, ran.out) == (0, "")
    # The same bytes as `coalition init` writes, so that writing it anew changes only what is new.
    assert (tmp_path / "plan.json").read_text(encoding="utf-8") == schema_text()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["plna"], "did you mean 'plan'?"), (["zzz"], "choose plan"), (["--format", "xml"], "no format 'xml'")],
)
def test_an_unknown_schema_is_refused(run: Run, arguments: list[str], words: str) -> None:
    ran = run("schema", *arguments)
    assert (ran.code, words in ran.err) == (2, True), ran.err
