"""`coalition lint --baseline`, `--write-baseline`, `--since` and `--no-ignores`."""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from builders import MEMBERS, whole
from history.repositories import ENVIRONMENT, committed, git, put

from cli.conftest import Ran, Run
from coalitionkit.loading import Loaded
from coalitionkit.prose import safe
from coalitionkit.rules.engine import judge
from coalitionkit.verdicts import Verdict

Golden = Callable[[str, str], None]
METRICS = "metrics:\n  - {id: debt, name: Debt}\n  - {id: jobs, name: Jobs}\n"
PLAN = whole(METRICS + "lint: {profile: launch}\n")
FILE = ".coalition-baseline.json"
DAY = ("--as-of", "2026-06-30")


@pytest.fixture(autouse=True)
def _calm_git(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM"):
        monkeypatch.setenv(name, ENVIRONMENT[name])


def here(**files: str) -> None:
    put(Path(), **files)


def shown(ran: Ran) -> list[str]:
    """Return the code and what is quoted of each finding of the concise form."""
    return [" ".join(re.findall(r" (CK\d{3}) |'(\w+)'", line)[0]) for line in ran.out.splitlines()]


def lint(run: Run, *arguments: str, stdin: str = "") -> Ran:
    return run("lint", *DAY, "--format", "concise", *arguments, stdin=stdin)


def test_what_is_written_is_left_out(run: Run) -> None:
    here(**{"coalition.yaml": PLAN})
    assert run("lint", *DAY).code == 1
    found = len(lint(run).out.splitlines())
    ran = lint(run, "--write-baseline", FILE)
    assert (ran.code, ran.out, ran.err) == (0, "", f"{found} findings written to .coalition-baseline.json\n")
    again = lint(run, "--baseline", FILE)
    assert (again.code, again.out, again.err) == (0, "", "")


def test_what_is_new_is_shown_and_counts(run: Run) -> None:
    here(**{"coalition.yaml": PLAN})
    lint(run, "--write-baseline", FILE)
    here(**{"coalition.yaml": PLAN.replace("jobs", "work")})
    ran = lint(run, "--baseline", FILE)
    assert [line.split()[2] for line in ran.out.splitlines()] == ["CK402"]
    assert ran.code == 0
    assert lint(run, "--baseline", FILE, "--fail-on", "warning").code == 1
    assert ran.err.splitlines() == [
        "1 entry of .coalition-baseline.json is no longer found; write it anew with --write-baseline:",
        "  coalition.yaml: CK402 metric-baseline metrics[jobs].baseline",
    ]


def test_a_long_list_of_what_is_gone_is_cut(run: Run) -> None:
    here(**{"coalition.yaml": PLAN})
    found = len(lint(run).out.splitlines())
    lint(run, "--write-baseline", FILE)
    here(**{"coalition.yaml": PLAN, "other.yaml": whole("")})
    text = Path(FILE).read_text(encoding="utf-8")
    Path(FILE).write_text(re.sub(r'"([0-9a-f]{4})', r'"X\1', text), encoding="utf-8")
    err = lint(run, "--baseline", FILE).err.splitlines()
    assert err[0].startswith(f"{found} entries of ")
    assert (len(err), err[-1]) == (12, f"  and {found - 10} more")


def test_files_are_named_as_seen_from_the_baseline(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    here(**{"plans/a/coalition.yaml": PLAN, "plans/b/coalition.yaml": PLAN})
    lint(run, "plans", "--write-baseline", f"plans/{FILE}")
    text = Path("plans", FILE).read_text(encoding="utf-8")
    assert set(re.findall(r'"file": "([^"]*)"', text)) == {"a/coalition.yaml", "b/coalition.yaml"}
    assert lint(run, "--baseline", f"plans/{FILE}").out == ""
    monkeypatch.chdir(tmp_path / "plans/a")
    for path, file in ((".", f"../{FILE}"), (str(tmp_path / "plans"), str(tmp_path / "plans" / FILE))):
        ran = lint(run, path, "--baseline", file)
        assert (ran.out, ran.err) == ("", "")
    monkeypatch.chdir(tmp_path)
    ran = lint(run, "plans/a", "plans/b", "--write-baseline", "again.json")
    assert '"file": "plans/a/coalition.yaml"' in Path("again.json").read_text(encoding="utf-8")


def test_the_same_plan_gives_the_same_bytes(run: Run) -> None:
    here(**{"coalition.yaml": PLAN})
    lint(run, "--write-baseline", FILE)
    first = Path(FILE).read_bytes()
    lint(run, "--write-baseline", FILE)
    assert Path(FILE).read_bytes() == first
    assert b"\r" not in first


def test_git_merges_what_two_people_mended(run: Run) -> None:
    here(**{"coalition.yaml": PLAN})
    lint(run, "--write-baseline", FILE)
    committed(Path())
    for name, old, new in (
        ("first", "coalition: {id", "coalition: {convener: {name: A, sector: nonprofit}, id"),
        ("last", "metrics:", "roles: [{id: data-lead, waived: x}]\nmetrics:"),
    ):
        git(Path(), "checkout", "--quiet", "-b", name, "main")
        here(**{"coalition.yaml": PLAN.replace(old, new)})
        lint(run, "--write-baseline", FILE)
        committed(Path())
    git(Path(), "merge", "--quiet", "--no-edit", "first")
    ran = lint(run, "--baseline", FILE)
    assert (ran.out, ran.err) == ("", "")


def test_what_cannot_be_judged_is_shown_and_no_baseline_is_written(run: Run) -> None:
    here(**{"coalition.yaml": "members: [\n", "b/coalition.yaml": PLAN})
    ran = lint(run, "--write-baseline", FILE)
    assert (ran.code, "CK001" in ran.out, "CK402" in ran.out) == (1, True, True)
    assert ran.err == f"{FILE} was not written, because coalition.yaml could not be judged\n"
    assert not Path(FILE).exists()


def test_no_file_but_a_baseline_is_replaced(run: Run) -> None:
    here(**{"coalition.yaml": PLAN, "notes.md": "# Minutes\n", "bad.json": '<<<<<<< x\n"baseline": 1\n}\n'})
    for name in ("coalition.yaml", "notes.md"):
        ran = lint(run, "--write-baseline", name)
        assert (ran.code, f"'{name}' exists and is not a baseline" in ran.err) == (2, True)
    assert Path("notes.md").read_text(encoding="utf-8") == "# Minutes\n"
    assert lint(run, "--write-baseline", "bad.json").code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--baseline", "gone.json"], "cannot read 'gone.json'"),
        (["--baseline", "gone.json"], "hint:  write it with 'coalition lint --write-baseline gone.json'\n"),
        (["--baseline", "a", "--write-baseline", "b"], "hint:  leave out --baseline\n"),
        (["--baseline", "."], "cannot read '.'"),
        (["--baseline", "coalition.yaml"], "is not valid JSON"),
        (["--baseline", "latin.json"], "is not saved as UTF-8"),
        (["--write-baseline", "gone/b.json"], "cannot write"),
        (["--write-baseline", "gone/b.json"], "hint:  make the folder 'gone' first\n"),
        (["--baseline", "a", "--write-baseline", "b"], "--write-baseline and --baseline cannot be combined"),
        (["--since", "HEAD", "--write-baseline", "b"], "--write-baseline and --since cannot be combined"),
        (["--since", ""], "'' is not a revision"),
        (["--since", "HEAD"], "is not in a git repository"),
    ],
)
def test_what_cannot_be_done_exits_with_2(run: Run, arguments: list[str], words: str) -> None:
    here(**{"coalition.yaml": PLAN})
    Path("latin.json").write_bytes(b"\xe9")
    ran = lint(run, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("text", [PLAN, whole(MEMBERS), "members: [\n", whole("membres: []\n")])
def test_nothing_is_new_since_the_last_commit_of_a_clean_tree(run: Run, text: str) -> None:
    committed(Path(), **{"coalition.yaml": text})
    ran = lint(run, "--since", "HEAD")
    unjudged = text not in {PLAN, whole(MEMBERS)}
    assert (ran.code, ran.err) == (1 if unjudged else 0, "")
    assert bool(ran.out) is unjudged, "what keeps a plan from being judged is always told"


def test_only_what_is_new_since_a_revision_is_shown(run: Run) -> None:
    committed(Path(), **{"coalition.yaml": PLAN})
    committed(Path(), **{"coalition.yaml": PLAN.replace("Jobs}", "Jobs}\n  - {id: homes, name: Homes}")})
    text = Path("coalition.yaml").read_text(encoding="utf-8")
    here(**{"coalition.yaml": "# moved down\n" + text.replace("{id: debt", "{id: work")})
    assert shown(lint(run, "--since", "HEAD")) == ["CK402 "]
    lines = lint(run, "--since", "HEAD~1").out.splitlines()
    assert [line.partition("'")[2].partition("'")[0] for line in lines] == ["work", "homes"]


def test_fragments_of_then_are_compared_too(run: Run) -> None:
    beginning = whole("lint: {profile: launch}\n")
    committed(Path(), **{"coalition.yaml": beginning, "coalition.d/m.yaml": METRICS})
    assert lint(run, "--since", "HEAD").out == ""
    here(**{"coalition.d/n.yaml": "metrics:\n  - {id: homes, name: Homes}\n"})
    lines = lint(run, "--since", "HEAD").out.splitlines()
    assert [line.partition(":")[0] for line in lines] == ["coalition.d/n.yaml"]


def test_a_plan_that_did_not_exist_then_is_new_as_a_whole(run: Run) -> None:
    committed(Path(), **{"plan.yaml": PLAN})
    git(Path(), "mv", "plan.yaml", "coalition.yaml")
    assert lint(run, "--since", "HEAD").out == lint(run).out != ""


def test_a_higher_profile_makes_nothing_new(run: Run) -> None:
    committed(Path(), **{"coalition.yaml": PLAN.replace("launch", "start")})
    here(**{"coalition.yaml": PLAN})
    assert lint(run, "--since", "HEAD").out == ""


def test_a_comment_that_is_taken_away_makes_its_findings_new(run: Run) -> None:
    committed(Path(), **{"coalition.yaml": "# coalition: ignore-file[CK402] survey in May\n" + PLAN})
    here(**{"coalition.yaml": PLAN})
    assert [line.split()[2] for line in lint(run, "--since", "HEAD").out.splitlines()] == ["CK402", "CK402"]
    assert lint(run, "--since", "HEAD", "--no-ignores").out == ""


def test_the_overlay_is_the_same_on_both_sides(run: Run) -> None:
    committed(Path(), **{"coalition.yaml": whole(MEMBERS), ".gitignore": "*.private.yaml\n"})
    here(**{"coalition.private.yaml": "members: [{id: ben-ito, phone: 1}, {id: nobody, phone: 1}]\n"})
    assert lint(run).out.count("CK026") == 1
    assert lint(run, "--since", "HEAD").out == ""
    here(**{"coalition.yaml": whole(MEMBERS.replace("ben-ito", "eva-ng"))})
    assert lint(run, "--since", "HEAD").out.count("CK026") == 1


def test_standard_input_is_compared_with_the_file_it_is_named_after(run: Run) -> None:
    committed(Path(), **{"x/coalition.yaml": PLAN})
    named = ("-", "--stdin-filename", "x/coalition.yaml")
    ran = lint(run, *named, "--since", "HEAD", stdin=PLAN.replace("jobs", "work"))
    assert [line.split()[2] for line in ran.out.splitlines()] == ["CK402"]


def test_what_is_left_out_is_counted(run: Run, golden: Golden) -> None:
    draft = whole("lint: {profile: draft}\n")
    here(**{"coalition.yaml": f"# coalition: ignore-file[CK231] not yet\n{draft}", "b/coalition.yaml": draft})
    lint(run, "b", "--write-baseline", FILE)
    golden("lint-known.txt", run("lint", *DAY, "--baseline", FILE).out)
    golden("lint-known-one.txt", run("lint", *DAY, "--baseline", FILE, "b").out)
    plans = json.loads(run("lint", *DAY, "--baseline", FILE, "--format", "json").out)["plans"]
    counts = {plan["file"]: (plan["suppressed"], plan["known"]) for plan in plans}
    assert counts == {"coalition.yaml": (1, 0), "b/coalition.yaml": (0, 2)}


def test_an_audit_shows_what_comments_leave_out(run: Run) -> None:
    here(**{"coalition.yaml": "# coalition: ignore-file[CK402] survey in May\n" + PLAN})
    assert "CK402" not in lint(run).out
    assert lint(run, "--no-ignores").out.count("CK402") == 2


def test_a_baseline_of_others_steers_no_terminal(run: Run) -> None:
    here(**{"coalition.yaml": PLAN})
    lint(run, "--write-baseline", FILE)
    text = Path(FILE).read_text(encoding="utf-8")
    Path(FILE).write_text(
        text.replace("metrics[jobs]", "\\u001b[31m").replace('\n"', '\n"X'), encoding="utf-8"
    )
    broken = Path(FILE).read_text(encoding="utf-8").replace('"Xbaseline"', '"baseline"')
    Path(FILE).write_text(broken, encoding="utf-8")
    err = lint(run, "--baseline", FILE).err
    assert err == safe(err)


SHARED = {f"{name}/coalition.yaml": whole("lint: {extend: [../shared.yaml]}\n") for name in "ab"}


def test_what_several_plans_share_is_taken_in_once_and_seen_to_be_gone(run: Run) -> None:
    here(**SHARED, **{"shared.yaml": "rules: {no-such-rule: off}\n"})
    ran = lint(run, "--write-baseline", FILE)
    assert (ran.err, Path(FILE).read_text(encoding="utf-8").count("CK903")) == (
        "1 finding written to .coalition-baseline.json\n",
        1,
    )
    here(**{"shared.yaml": "rules: {}\n"})
    assert lint(run, "--baseline", FILE).err.splitlines()[1].startswith("  shared.yaml: CK903")


def test_a_new_baseline_keeps_what_stands_in_files_that_were_not_looked_at(run: Run) -> None:
    here(**{"a/coalition.yaml": PLAN, "b/coalition.yaml": PLAN, "c/coalition.yaml": PLAN})
    lint(run, "--write-baseline", FILE)
    Path("c/coalition.yaml").unlink()
    ran = lint(run, "a", "--write-baseline", FILE)
    found = len(lint(run, "a").out.splitlines())
    assert ran.err == f"{found} findings written to {FILE}; {found} of other files stay in it\n"
    assert lint(run, "--baseline", FILE).out == ""
    assert "c/coalition.yaml" not in Path(FILE).read_text(encoding="utf-8")


def test_a_baseline_may_begin_with_a_mark_of_its_encoding(run: Run) -> None:
    here(**{"coalition.yaml": PLAN})
    lint(run, "--write-baseline", FILE)
    Path(FILE).write_bytes(b"\xef\xbb\xbf" + Path(FILE).read_bytes())
    assert lint(run, "--baseline", FILE).out == ""


def test_what_has_not_changed_since_is_judged_once(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    here(**{"a/coalition.yaml": PLAN, "b/coalition.yaml": PLAN})
    committed(Path())
    here(**{"b/coalition.yaml": PLAN.replace("jobs", "work")})
    judged: list[str] = []

    def counted(loaded: Loaded, *arguments: Any, **options: Any) -> Verdict:
        judged.append(loaded.file)
        return judge(loaded, *arguments, **options)

    monkeypatch.setattr("coalitionkit.linting.judging.judge", counted)
    assert "metrics" not in lint(run, "a", "--since", "HEAD").out
    assert "CK402" in lint(run, "b", "--since", "HEAD").out
    assert judged == ["a/coalition.yaml", "b/coalition.yaml", "b/coalition.yaml"]


@pytest.mark.skipif(os.name == "nt", reason="no such names on Windows")
def test_a_finding_is_one_line_whatever_its_folder_is_called(run: Run) -> None:
    here(**{"one\ncoalition.yaml:1:1: error/coalition.yaml": PLAN})
    assert all(line.startswith("one coalition.yaml") for line in lint(run).out.splitlines())
