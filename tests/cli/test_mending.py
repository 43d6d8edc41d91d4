"""`coalition lint --fix`, `--unsafe-fixes`, `--diff` and `--add-ignores`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import whole

from cli.conftest import Ran, Run
from coalitionkit import workspace
from coalitionkit.source.files import RevisedFile

DAY = ("--as-of", "2026-06-30")
PLAN = whole("""\
members:
  - {id: ana-lopez, name: Ana López, status: joined} # our host
  - {id: ben-ito, name: Ben Ito, langauges: [en]}
lint: {profile: start}
""")
SAFE = PLAN.replace("joined", "active")
BOTH = SAFE.replace("langauges", "languages")
PRIVATE = whole("members:\n  - {id: ana-lopez, name: Ana López, phone: 555-0100}\n")


def lint(run: Run, *arguments: str, stdin: str = "") -> Ran:
    return run("lint", *DAY, *arguments, stdin=stdin)


def put(text: str, name: str = "coalition.yaml") -> Path:
    file = Path(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="")
    return file


def text_of(name: str = "coalition.yaml") -> str:
    return Path(name).read_bytes().decode()


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_safe_fixes_are_written_and_what_remains_is_judged(run: Run) -> None:
    put(PLAN)
    ran = lint(run, "--fix", "--format", "concise")
    assert (ran.code, text_of()) == (1, SAFE)
    assert [line.split()[2] for line in ran.out.splitlines()] == ["CK010"]
    assert ran.err == "fixed 1 finding (1 more with --unsafe-fixes)\n"


def test_unsafe_fixes_too(run: Run) -> None:
    put(PLAN)
    ran = lint(run, "--fix", "--unsafe-fixes", "--format", "concise")
    assert (ran.code, ran.out, ran.err, text_of()) == (0, "", "fixed 2 findings\n", BOTH)
    again = lint(run, "--fix", "--unsafe-fixes", "--format", "concise")
    assert (again.code, again.err, text_of()) == (0, "fixed no findings\n", BOTH)


def test_line_ends_and_a_mark_at_the_beginning_stay(run: Run) -> None:
    put("\ufeff" + PLAN.replace("\n", "\r\n"))
    lint(run, "--fix")
    assert text_of() == "\ufeff" + SAFE.replace("\n", "\r\n")


@pytest.mark.parametrize("options", [["--diff"], ["--fix", "--diff"]])
def test_a_diff_writes_nothing_and_fails_when_something_would_change(run: Run, options: list[str]) -> None:
    put(PLAN)
    ran = lint(run, *options)
    assert (ran.code, text_of()) == (1, PLAN)
    changed = [line for line in ran.out.splitlines() if line[:1] in {"+", "-"}]
    assert changed == [
        "--- coalition.yaml",
        "+++ coalition.yaml",
        "-  - {id: ana-lopez, name: Ana López, status: joined} # our host",
        "+  - {id: ana-lopez, name: Ana López, status: active} # our host",
    ]
    assert ran.err == "would have fixed 1 finding (1 more with --unsafe-fixes)\n"
    assert lint(run, *options, "--exit-zero").code == 0


def test_a_diff_of_nothing_succeeds_whatever_is_found(run: Run) -> None:
    put(SAFE)
    ran = lint(run, "--diff")
    assert (ran.code, ran.out) == (0, "")


def test_several_plans_are_mended_each_by_itself(run: Run) -> None:
    put(PLAN, "north/coalition.yaml")
    put(BOTH, "south/coalition.yaml")
    put("format: [", "west/coalition.yaml")
    ran = lint(run, "--fix", "--unsafe-fixes", "--format", "concise")
    assert (text_of("north/coalition.yaml"), text_of("south/coalition.yaml")) == (BOTH, BOTH)
    assert (ran.code, text_of("west/coalition.yaml")) == (1, "format: [")
    assert ran.out.startswith("west/coalition.yaml")
    assert ran.err == "fixed 2 findings\n"


def test_the_private_file_is_made_and_never_shown(run: Run) -> None:
    put(PRIVATE)
    shown = lint(run, "--diff")
    assert "555" not in "".join(line for line in shown.out.splitlines() if line.startswith("+"))
    assert "coalition.private.yaml: 5 lines added" in shown.out
    assert not Path("coalition.private.yaml").exists()
    lint(run, "--fix")
    assert text_of() == PRIVATE.replace(", phone: 555-0100", "")
    assert text_of("coalition.private.yaml").endswith("members:\n  - id: ana-lopez\n    phone: 555-0100\n")


def test_without_the_private_file_nothing_moves_there(run: Run) -> None:
    put(PRIVATE)
    ran = lint(run, "--fix", "--no-overlay", "--format", "concise")
    assert (ran.code, text_of()) == (1, PRIVATE)
    assert "CK801" in ran.out


def test_what_is_known_is_not_mended(run: Run) -> None:
    put(whole("metrics: [{id: b, name: B}, {id: a, name: A}]\nlint: {rules: {ids-out-of-order: warning}}\n"))
    lint(run, "--write-baseline", "known.json")
    before = text_of()
    ran = lint(run, "--fix", "--baseline", "known.json")
    assert (ran.err, text_of()) == ("fixed no findings\n", before)
    assert lint(run, "--fix").err == "fixed 1 finding\n"


def test_what_is_known_does_not_wait_for_unsafe_fixes_either(run: Run) -> None:
    put(whole("coalition: {id: a, name: A, convener: {name: B}}\npartners: [{id: b, name: B}]\n"))
    lint(run, "--write-baseline", "known.json")
    assert lint(run, "--fix", "--baseline", "known.json").err == "fixed no findings\n"
    assert lint(run, "--fix").err == "fixed no findings (1 more with --unsafe-fixes)\n"


def test_comments_are_added_with_their_reason(run: Run) -> None:
    put(whole("members:\n  - {id: ana-lopez, name: Ana López, phone: 555-0100}\n"))
    ran = lint(run, "--add-ignores", "  she agreed\n to it ", "--format", "concise")
    assert (ran.code, ran.out, ran.err) == (0, "", "left out 1 finding by comments\n")
    assert text_of() == whole(
        "members:\n"
        "  # coalition: ignore[private-value-committed] she agreed to it\n"
        "  - {id: ana-lopez, name: Ana López, phone: 555-0100}\n"
    )


def test_comments_that_are_only_shown_say_nothing_of_fixes(run: Run) -> None:
    put(PLAN)
    assert "fixed" not in lint(run, "--diff", "--add-ignores", "old").err
    assert "would have fixed" in lint(run, "--diff", "--fix", "--add-ignores", "old").err


def test_comments_are_added_to_what_fixes_leave(run: Run) -> None:
    put(PLAN.replace("langauges: [en]", "phone: 555-0100"))
    ran = lint(run, "--fix", "--no-overlay", "--add-ignores", "agreed")
    assert ran.err == "fixed 1 finding\nleft out 1 finding by comments\n"
    assert text_of().count("# coalition: ignore[private-value-committed] agreed\n") == 1


def test_what_cannot_be_left_out_is_told(run: Run) -> None:
    put(PLAN)
    ran = lint(run, "--add-ignores", "agreed")
    assert (ran.code, text_of()) == (1, PLAN)
    assert ran.err.splitlines() == [
        "left out no findings by comments",
        "1 finding left as it is:",
        "  coalition.yaml:3: CK010 unknown-key: no comment can leave this out",
    ]


def test_of_many_that_are_left_only_some_are_named(run: Run) -> None:
    put(whole("members:\n" + "".join(f"  - {{id: m{n}, name: M, nmae: M{n}}}\n" for n in range(13))))
    told = lint(run, "--add-ignores", "agreed").err.splitlines()
    assert told[1] == "13 findings left as they are:"
    assert (len(told), told[-1]) == (13, "  and 3 more")


def test_a_file_that_changes_meanwhile_is_not_overwritten(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    put(PLAN)
    write: Callable[[tuple[RevisedFile, ...]], None] = workspace.write_revision

    def late(files: tuple[RevisedFile, ...]) -> None:
        put(BOTH)
        write(files)

    monkeypatch.setattr(workspace, "write_revision", late)
    ran = lint(run, "--fix")
    assert (ran.code, text_of()) == (2, BOTH)
    assert "error: " in ran.err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--unsafe-fixes"], "--unsafe-fixes says which fixes are made; add --fix or --diff"),
        (["--unsafe-fixes", "--add-ignores", "x"], "--unsafe-fixes says"),
        (["--add-ignores", " - "], "--add-ignores: give the reason"),
        (["--fix", "-"], "--fix and standard input cannot be combined"),
        (["--fix", "--since", "HEAD"], "--fix and --since cannot be combined"),
        (["--fix", "--write-baseline", "a.json"], "--fix and --write-baseline cannot be combined"),
        (["--fix", "--show-settings"], "--fix and --show-settings cannot be combined"),
        (["--diff", "--format", "json"], "--diff and --format cannot be combined"),
        (["--add-ignores", "x", "--no-ignores"], "--add-ignores and --no-ignores cannot be combined"),
    ],
)
def test_what_cannot_be_done_changes_nothing(run: Run, options: list[str], words: str) -> None:
    put(PLAN)
    ran = lint(run, *options, stdin=PLAN)
    assert (ran.code, text_of()) == (2, PLAN)
    assert f"error: {words}" in ran.err


def test_what_is_remembered_tells_of_fixes_too(run: Run) -> None:
    put(PLAN)
    fresh = lint(run)
    assert "fix: write 'active'" in fresh.out
    assert "unsafe fix: write 'languages' as the key" in fresh.out
    assert "1 finding can be mended with --fix, 1 more with --unsafe-fixes." in fresh.out
    assert lint(run).out == fresh.out
    assert lint(run, "--format", "json").out == lint(run, "--format", "json", "--no-cache").out
    assert lint(run, "--fix").err == "fixed 1 finding (1 more with --unsafe-fixes)\n"


def test_sarif_offers_what_fix_would_write(run: Run) -> None:
    Path("coalition.yaml").write_text(
        whole("members: [{id: ana, name: Ana, joined: 2026/6/1}]\n"), encoding="utf-8"
    )
    for _ in ("judged", "remembered"):
        (found,) = json.loads(run("lint", "--format", "sarif").out)["runs"]
        (result,) = found["results"]
        ((change,),) = [fix["artifactChanges"] for fix in result["fixes"]]
        assert [new["insertedContent"]["text"] for new in change["replacements"]] == ["2026-06-01"]
