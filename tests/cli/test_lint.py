"""`coalition lint`: exit codes, formats, options."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import MEMBERS, whole

from cli.conftest import Run
from coalitionkit.errors import CoalitionError
from coalitionkit.linting import judging

CLEAN = whole(MEMBERS)
BROKEN = whole("members:\n  - {id: ana, nmae: Ana}\nchampions: [{member: xyz}]\n")
NOTED = whole("focus: {north_star: TODO}\n")
Golden = Callable[[str, str], None]


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def put(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def test_a_clean_plan_exits_with_0(run: Run) -> None:
    put("coalition.yaml", CLEAN)
    ran = run("lint", "--format", "concise")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_findings_exit_with_1(run: Run) -> None:
    put("coalition.yaml", BROKEN)
    ran = run("lint", "--format", "concise")
    assert ran.code == 1
    assert ran.out == (
        "coalition.yaml:2:15: error CK010 unknown-key: 'nmae' is not a key of a member; did you mean"
        " 'name'?\n"
        "coalition.yaml:3:22: error CK020 broken-reference: no member has the id 'xyz'; correct it, or add it"
        " to the plan\n"
    )


def test_an_unreadable_plan_is_a_finding(run: Run) -> None:
    put("coalition.yaml", "members: [\n")
    ran = run("lint", "--format", "concise")
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.startswith("coalition.yaml:2:1: error CK001 invalid-yaml: ")


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        (NOTED, [], 0),
        (NOTED, ["--fail-on", "warning"], 0),
        (NOTED, ["--fail-on", "info"], 1),
        (CLEAN, ["--fail-on", "info"], 0),
        (BROKEN, ["--fail-on", "error"], 1),
        (BROKEN, ["--exit-zero"], 0),
        (CLEAN, ["--profile", "draft"], 1),
        (CLEAN, ["--profile", "start"], 0),
    ],
)
def test_what_makes_the_exit_code_1_can_be_chosen(run: Run, text: str, options: list[str], code: int) -> None:
    put("coalition.yaml", text)
    assert run("lint", *options).code == code


USAGE = {
    "no plan": ([], "there is no plan in '.'"),
    "no path": (["nowhere.yaml"], "there is no file or folder 'nowhere.yaml'"),
    "unknown option": (["--nope"], "--nope"),
    "unknown format": (["--format", "jsn"], "there is no format 'jsn'; did you mean 'json'?"),
    "far format": (["--format", "zzz"], "choose full, concise, json, jsonl, sarif, junit, gitlab"),
    "near format": (["--format", "guthub"], "did you mean 'github'?"),
    "format without file": (["--format", "json="], "the name of the file is missing"),
    "two for the terminal": (["--format", "json", "--format", "concise"], "only one format can go to"),
    "unknown profile": (["--profile", "lunch"], "--profile: there is no 'lunch'; did you mean 'launch'?"),
    "unknown severity": (["--fail-on", "nope"], "there is no 'nope'; choose info, warning or error"),
    "no severity of findings": (["--fail-on", "off"], "choose info, warning or error"),
    "no day": (["--as-of", "tomorrow"], "--as-of: write a date"),
    "no single day": (["--as-of", "2026"], "2026 is not one day"),
    "size below one": (["--max-size", "0"], "max-size"),
    "stdin and a path": (["-", "x.yaml"], "cannot be combined with paths"),
    "no such overlay": (["-", "--overlay", "gone.yaml"], "there is no overlay file 'gone.yaml'"),
    "no folder for the output": (
        ["-", "--format", "json=gone/o.json"],
        "hint:  make the folder 'gone' first\n",
    ),
    "folder for the output": (["-", "--format", "json=."], "cannot write '.'"),
    "a folder as a plan": (["folder.yaml/x"], "there is no file or folder"),
}


@pytest.mark.parametrize("name", USAGE)
def test_what_cannot_be_done_exits_with_2(run: Run, name: str) -> None:
    arguments, words = USAGE[name]
    ran = run("lint", *arguments, stdin=CLEAN)
    assert ran.code == 2, ran.out
    assert words in ran.err
    assert "Traceback" not in ran.err


def test_the_hint_follows_the_error(run: Run) -> None:
    assert run("lint").err.splitlines() == [
        "error: there is no plan in '.' or the folders below it",
        "hint:  a plan is a file named coalition.yaml; 'coalition init' begins one",
    ]


def test_a_mistake_in_the_tool_exits_with_3(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object, **_options: object) -> None:
        raise ZeroDivisionError("sums")

    monkeypatch.setattr(judging, "load", broken)
    put("coalition.yaml", CLEAN)
    ran = run("lint")
    assert ran.code == 3
    assert "ZeroDivisionError: sums" in ran.err
    assert ran.err.splitlines()[-1].startswith("error: this is a mistake in coalitionkit, not in your files")


def test_an_interrupt_exits_with_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_arguments: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(judging, "load", interrupted)
    put("coalition.yaml", CLEAN)
    ran = run("lint")
    assert (ran.code, "Traceback" in ran.err) == (130, False)


def test_an_error_says_its_sentence_and_its_exit_code(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_arguments: object, **_options: object) -> None:
        raise CoalitionError("it cannot be", hint="try this")

    monkeypatch.setattr(judging, "load", refused)
    put("coalition.yaml", CLEAN)
    ran = run("lint")
    assert (ran.code, ran.err) == (2, "error: it cannot be\nhint:  try this\n")


def test_standard_input_is_a_plan(run: Run) -> None:
    ran = run("lint", "-", "--format", "concise", stdin=BROKEN)
    assert ran.code == 1
    assert ran.out.startswith("coalition.yaml:2:15: error CK010")
    assert run("lint", "-", stdin=b"\xff\xfe").code == 1
    assert run("lint", "-", stdin=b"").code == 1


def test_standard_input_stands_for_the_file_it_is_named_after(run: Run) -> None:
    put("x/coalition.yaml", "not even read: [")
    put("x/coalition.d/m.yaml", "members: [{id: xyz, name: X, nope: 1}]\n")
    ran = run(
        "lint", "-", "--stdin-filename", "x/coalition.yaml", "--format", "concise",
        stdin=whole("champions: [{member: xyz}]\n"),
    )  # fmt: skip
    assert [line.split(":")[0] for line in ran.out.splitlines()] == ["x/coalition.d/m.yaml"]


def test_the_overlay_beside_the_plan_is_checked_too(run: Run) -> None:
    put("coalition.yaml", CLEAN)
    put("coalition.private.yaml", "members: [{id: nobody, phone: 1}]\n")
    assert run("lint", "--format", "concise").out.startswith("coalition.private.yaml:1:16: error CK026")
    assert run("lint", "--no-overlay").code == 0


def test_another_overlay_can_be_given_by_option_and_environment(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("coalition.yaml", CLEAN)
    put("safe/mine.yaml", "members: [{id: nobody, phone: 1}]\n")
    assert run("lint", "--overlay", "safe/mine.yaml", "--format", "concise").out.startswith(
        "safe/mine.yaml:1:16"
    )
    monkeypatch.setenv("COALITION_OVERLAY", "safe/mine.yaml")
    assert run("lint").code == 1
    assert run("lint", "--no-overlay").code == 0


def test_an_overlay_for_several_plans_is_refused(run: Run) -> None:
    put("a/coalition.yaml", CLEAN)
    put("b/coalition.yaml", CLEAN)
    put("mine.yaml", "note: x\n")
    ran = run("lint", "--overlay", "mine.yaml")
    assert (ran.code, "was given for 2 plans" in ran.err) == (2, True)


def test_a_file_over_the_limit_is_left_unread(run: Run) -> None:
    put("coalition.yaml", CLEAN)
    ran = run("lint", "--max-size", "10", "--format", "concise")
    assert (ran.code, "CK009 too-large" in ran.out) == (1, True)


def test_today_can_be_pinned(run: Run) -> None:
    role = "roles: [{id: data-lead, vacant: {since: 2026-01, acceptable_until: 2026-06-30}}]\n"
    put("coalition.yaml", whole(role))
    before = run("lint", "--profile", "sustain", "--format", "concise", "--as-of", "2026-06-30").out
    after = run("lint", "--profile", "sustain", "--format", "concise", "--as-of", "2026-07-01").out
    assert [line for line in after.splitlines() if line not in before.splitlines()] == [
        line for line in after.splitlines() if "CK234" in line
    ]
    assert "CK234" in after
    assert "CK234" not in before


def test_the_json_has_the_keys_that_it_promises(run: Run) -> None:
    put("coalition.yaml", whole("members: [{id: mayor, name: M}]\nchampions: [{member: mayro}]\n"))
    ran = run("lint", "--format", "json", "--profile", "draft")
    document = json.loads(ran.out)
    assert list(document) == ["version", "plans", "summary"]
    (plan,) = document["plans"]
    assert {key: plan[key] for key in plan if key != "findings"} == {
        "file": "coalition.yaml",
        "profile": "draft",
        "passes": None,
        "next": "start",
        "errors_before_next": 1,
        "suppressed": 0,
        "known": 0,
    }
    (found,) = [finding for finding in plan["findings"] if finding["code"] == "CK020"]
    place = ["file", "line", "column", "end_line", "end_column"]
    assert list(found) == [
        "code", "name", "severity", "profile", "message", "address", "fingerprint", *place,
        "related", "fix", "why", "mend", "sources",
    ]  # fmt: skip
    assert [found[key] for key in ("address", *place)] == [
        "champions[mayro].member", "coalition.yaml", 2, 22, 2, 27,
    ]  # fmt: skip
    assert found["fix"] == {"title": "write 'mayor'", "safety": "unsafe"}
    assert [list(related) for related in found["related"]] == [["message", *place]]
    assert document["summary"]["plans"] == 1
    assert document["summary"]["errors"] == len([f for f in plan["findings"] if f["severity"] == "error"])


def test_the_json_of_a_clean_plan_has_an_empty_list(run: Run) -> None:
    put("coalition.yaml", CLEAN)
    document = json.loads(run("lint", "--format", "json").out)
    assert document["plans"][0]["findings"] == []
    assert document["summary"] == {"plans": 1, "errors": 0, "warnings": 0, "infos": 0}


def test_several_formats_come_from_one_run(run: Run) -> None:
    put("coalition.yaml", BROKEN)
    ran = run(
        "lint", "--format", "concise=found.txt", "--format", "json=found.json", "--format", "full=f.txt"
    )
    assert (ran.code, ran.out) == (1, "")
    assert Path("found.txt").read_text(encoding="utf-8").count("\n") == 2
    assert len(json.loads(Path("found.json").read_text(encoding="utf-8"))["plans"][0]["findings"]) == 2
    assert "nmae" in Path("f.txt").read_text(encoding="utf-8")


PROGRAMS = ["json", "jsonl", "sarif", "junit", "gitlab", "github", "markdown"]


def test_every_format_can_go_to_a_file_in_one_run(run: Run) -> None:
    put("coalition.yaml", BROKEN)
    options = [f"--format={name}=found.{name}" for name in PROGRAMS]
    ran = run("lint", *options, "--format", "concise", "--as-of", "2026-06-30")
    assert (ran.code, ran.out.count("\n")) == (1, 2)
    for name in PROGRAMS:
        text = Path(f"found.{name}").read_text(encoding="utf-8")
        assert "CK010" in text
        assert run("lint", "--format", name, "--as-of", "2026-06-30").out == text


def test_one_format_that_cannot_be_written_leaves_the_others(run: Run) -> None:
    put("coalition.yaml", BROKEN)
    Path("taken").mkdir()
    ran = run("lint", "--format", "json=taken", "--format", "sarif=out.sarif", "--format", "concise")
    assert ran.code == 2
    assert ran.err.startswith("error: cannot write 'taken': ")
    assert Path("out.sarif").is_file()
    assert len(ran.out.splitlines()) == 2


def test_the_fingerprint_of_a_finding_is_the_same_in_every_format(run: Run) -> None:
    put("coalition.yaml", BROKEN)
    documents = {name: run("lint", "--format", name).out for name in ("json", "jsonl", "sarif", "gitlab")}
    for found in json.loads(documents["json"])["plans"][0]["findings"]:
        assert all(found["fingerprint"] in text for text in documents.values())


def test_files_are_told_from_the_top_of_the_repository(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    put("plans/east/coalition.yaml", BROKEN)
    Path(".git").mkdir()
    monkeypatch.chdir("plans/east")
    assert "file=plans/east/coalition.yaml," in run("lint", "--format", "github").out
    assert json.loads(run("lint", "--format", "gitlab", "../east").out)[0]["location"]["path"] == (
        "plans/east/coalition.yaml"
    )
    assert run("lint", "--format", "concise").out.startswith("coalition.yaml:2:15")


def test_a_github_step_gets_the_whole_table(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    put("coalition.yaml", BROKEN)
    put("summary.md", "before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    assert run("lint", "--format", "concise").code == 1
    assert Path("summary.md").read_text(encoding="utf-8") == "before\n"
    assert "::error file=coalition.yaml,line=2" in run("lint", "--format", "github").out
    table = run("lint", "--format", "markdown").out
    assert Path("summary.md").read_text(encoding="utf-8") == "before\n" + table
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", ".")
    assert "cannot write '.'" in run("lint", "--format", "github").err


def test_a_junit_case_fails_when_the_run_does(run: Run) -> None:
    put("coalition.yaml", NOTED)
    assert 'failures="0"' in run("lint", "--format", "junit").out
    assert 'failures="1"' in run("lint", "--format", "junit", "--fail-on", "info").out


def test_statistics_stand_after_the_findings(run: Run, golden: Golden) -> None:
    put("coalition.yaml", SHOWN)
    concise = run("lint", "--format", "concise", "--statistics").out
    golden("lint-statistics.txt", concise)
    table = concise.partition("\n\n")[2]
    full = run("lint", "--statistics").out
    assert f"\n\n{table}\n" in full
    assert full.replace(f"{table}\n", "") == run("lint").out
    assert json.loads(run("lint", "--format", "json", "--statistics").out)["statistics"][0]["count"] == 1


def test_statistics_of_a_clean_plan_are_nothing(run: Run) -> None:
    put("coalition.yaml", CLEAN)
    assert run("lint", "--format", "concise", "--statistics").out == ""
    assert run("lint", "--statistics").out == run("lint").out


SHOWN = whole(
    "members:\n"
    "  - {id: ana, name: 😀é Ana, status: activ, joined: soon}\n"
    "  - {id: ana, name: Ana}\n"
    "champions: [{member: anna}]\n"
    "focus: {north_star: TODO}\n"
)


def test_full_shows_the_lines_of_the_file(run: Run, golden: Golden) -> None:
    put("coalition.yaml", SHOWN)
    golden("lint-full.txt", run("lint", "--as-of", "2026-06-30").out)


def test_concise_shows_a_line_for_each(run: Run, golden: Golden) -> None:
    put("coalition.yaml", SHOWN)
    golden("lint-concise.txt", run("lint", "--format", "concise").out)


def test_json_shows_everything(run: Run, golden: Golden) -> None:
    put("coalition.yaml", SHOWN)
    golden("lint.json", run("lint", "--format", "json").out)


def test_several_plans_end_with_one_line(run: Run, golden: Golden) -> None:
    put("a/coalition.yaml", BROKEN)
    put("b/coalition.yaml", CLEAN)
    put("c/coalition.yaml", NOTED)
    golden("lint-several.txt", run("lint").out)


def test_a_clean_plan_says_how_far_it_has_come(run: Run, golden: Golden) -> None:
    put("coalition.yaml", CLEAN)
    golden("lint-clean.txt", run("lint", "--as-of", "2026-06-30").out)


def test_the_frame_of_a_long_line_shows_the_place(run: Run) -> None:
    put(
        "coalition.yaml",
        whole(
            f"note: {'x' * 400}\nfocus: {{north_star: {'y' * 300}, predictors: [a b], note: {'z' * 300}}}\n"
        ),
    )
    lines = run("lint").out.splitlines()
    marks = next(number for number, line in enumerate(lines) if "^" in line)
    start, end = lines[marks].index("^"), lines[marks].rindex("^") + 1
    assert lines[marks - 1][start:end] == "a b"
    assert all(len(line) <= 100 for line in lines), max(lines, key=len)


def test_text_that_rich_would_read_as_markup_stays_as_it_is(run: Run) -> None:
    put("coalition.yaml", whole("members: [{id: a, name: A, status: '[red]x[/red]'}]\n"))
    assert "'[red]x[/red]' is not a" in run("lint", "--format", "concise").out


def test_the_plan_decides_on_its_profile_and_rules(run: Run) -> None:
    lint_section = "lint: {profile: draft, rules: {project-manager-missing: info, CK201: off}}\n"
    put("coalition.yaml", CLEAN + lint_section)
    out = run("lint", "--format", "concise").out
    assert "info CK231" in out
    assert "CK201" not in out
    put("coalition.yaml", CLEAN + "lint: {rules: {project-manger-missing: info, CK020: off}}\n")
    out = run("lint", "--format", "concise").out
    assert out.count("CK903") == 2
    assert "did you mean 'project-manager-missing'?" in out


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252"])
def test_the_program_itself_writes_utf8_whatever_the_console(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "coalition.yaml").write_text(SHOWN, encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "coalitionkit", "lint"],
        capture_output=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        check=False,
        timeout=60,
    )
    assert ran.returncode == 1, ran.stderr
    assert "😀é Ana" in ran.stdout.decode("utf-8")
    assert ran.stderr == b""


@pytest.mark.skipif(sys.platform == "win32", reason="names of files are text on Windows")
@pytest.mark.parametrize("options", [[], ["--write-baseline", "b.json"], ["--format", "json=out.json"]])
def test_the_name_of_a_folder_need_not_be_text(run: Run, options: list[str]) -> None:
    put(os.fsdecode(b"gr\xfcn/coalition.yaml"), NOTED)
    for _ in range(2):
        ran = run("lint", "--profile", "draft", "--exit-zero", *options)
        assert (ran.code, "mistake in coalitionkit" in ran.err) == (0, False)


@pytest.mark.skipif(sys.platform == "win32", reason="closes a stream by its POSIX number")
@pytest.mark.parametrize("closed", ["1", "2"])
def test_a_closed_stream_is_no_mistake_in_the_tool(tmp_path: Path, closed: str) -> None:
    put("coalition.yaml", CLEAN)
    program = f"exec {sys.executable} -m coalitionkit lint --no-cache {closed}>&-"
    ended = subprocess.run(["/bin/sh", "-c", program], check=False, capture_output=True)  # noqa: S603 - ours
    assert (ended.returncode, ended.stderr) == (0, b"")
