"""The hooks that this repository offers, as pre-commit runs them.

What needs pre-commit runs where it is on the PATH; it installs this repository, with what that depends on.
"""

import re
from datetime import date
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from coalitionkit import __version__
from coalitionkit.scaffold.answers import Answers
from coalitionkit.scaffold.repository import repository, write
from integrations.repositories import ROOT, committed, git, program, run, this_repository

DAY = date(2026, 6, 30)
PLAN = "format: 1\ncoalition: {id: a, name: A}\n"
GOOD = "members:\n  - {id: ana-ito, name: Ana Ito, group: key-stakeholder}\n"
BAD = GOOD.replace("key-stakeholder", "nowhere")

HOOKS = {
    hook["id"]: hook
    for hook in YAML(typ="safe", pure=True).load(
        (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    )
}


def asks(hook: str, path: str) -> bool:
    """Return whether a change of a file makes a hook run."""
    wanted, unwanted = HOOKS[hook]["files"], HOOKS[hook].get("exclude", "^$")
    return bool(re.search(wanted, path)) and not re.search(unwanted, path)


@pytest.mark.parametrize(
    "path",
    [
        "coalition.yaml",
        "river county/coalition.yaml",
        "coalition.d/members.yaml",
        "plans/south/coalition.d/our people.yaml",
    ],
)
def test_plans_and_fragments_are_checked(path: str) -> None:
    assert asks("coalition-lint", path)
    assert not asks("coalition-private", path)


@pytest.mark.parametrize(
    "path",
    [
        "my-coalition.yaml",
        "coalition.yml",
        "coalition.yaml.before-1",
        "coalition.d/README.md",
        "coalition.d/old/members.yaml",
        "old-coalition.d/members.yaml",
        ".coalition/plan.schema.json",
        "mkdocs.yaml",
    ],
)
def test_other_files_are_left_alone(path: str) -> None:
    assert not any(asks(hook, path) for hook in HOOKS)


@pytest.mark.parametrize(
    "path", ["coalition.private.yaml", "south/coalition.private.yaml", "coalition.d/members.private.yaml"]
)
def test_overlays_are_not_checked_but_refused(path: str) -> None:
    assert not asks("coalition-lint", path)
    assert asks("coalition-private", path)


def test_files_of_one_plan_go_to_one_process() -> None:
    hook = HOOKS["coalition-lint"]
    assert (hook["entry"], hook["language"]) == ("coalition lint", "python")
    assert hook["require_serial"]
    assert hook.get("pass_filenames", True)


class Plans:
    """A repository with plans, and pre-commit with our hooks in it."""

    def __init__(self, folder: Path, hooks: Path, home: Path) -> None:
        self.folder = folder
        self._hooks = hooks
        self._home = home

    def stage(self, **texts: str) -> None:
        """Write files by path and put them into the next commit."""
        for name, text in texts.items():
            file = self.folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        git(self.folder, "add", "--all", "--force")

    def hooked(self, *arguments: str, command: str = "run") -> tuple[int, str]:
        """Run our hooks on what is staged; return the exit code and what they said."""
        whole = (program("pre-commit"), command, *arguments)
        done = run(*whole, cwd=self.folder, PRE_COMMIT_HOME=str(self._home), NO_COLOR="1")
        return done.returncode, done.stdout

    def tried(self) -> tuple[int, str]:
        """Run our hooks on all files without any configuration, as whoever wants to look at them would."""
        return self.hooked(str(self._hooks), "--all-files", "--verbose", command="try-repo")


@pytest.fixture(scope="module")
def offered(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return this repository as one of hooks, and a home in which pre-commit keeps it installed."""
    program("pre-commit")
    return this_repository(tmp_path_factory.mktemp("offered")), tmp_path_factory.mktemp("home")


@pytest.fixture
def plans(offered: tuple[Path, Path], tmp_path: Path) -> Plans:
    folder = tmp_path / "our plans"
    folder.mkdir()
    (folder / "coalition.yaml").write_text(PLAN, encoding="utf-8")
    south = folder / "river south" / "coalition.d"
    south.mkdir(parents=True)
    (south.parent / "coalition.yaml").write_text(PLAN, encoding="utf-8")
    (south / "our people.yaml").write_text(GOOD, encoding="utf-8")
    (south / "our money.yaml").write_text("funding_sources: []\n", encoding="utf-8")
    (folder / "notes.yaml").write_text("format: none\n", encoding="utf-8")
    hooks, _ = offered
    ids = "".join(f"      - id: {hook}\n" for hook in HOOKS)
    revision = git(hooks, "rev-parse", "HEAD").strip()
    (folder / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: '{hooks.as_posix()}'\n    rev: {revision}\n    hooks:\n{ids}", encoding="utf-8"
    )
    committed(folder)
    return Plans(folder, *offered)


def test_whoever_tries_the_hooks_sees_good_plans_pass(plans: Plans) -> None:
    code, said = plans.tried()
    assert code == 0, said
    assert "2 plans: no findings." in said
    assert said.count("Passed") == said.count("Skipped") == 1


def test_a_bad_plan_fails_with_its_line(plans: Plans) -> None:
    plans.stage(**{"coalition.yaml": PLAN + BAD})
    code, said = plans.hooked()
    assert code == 1
    assert "coalition.yaml: 1 error" in said
    assert re.search(r"^ +4 │ ", said, re.MULTILINE)
    assert "'nowhere' is not a group" in said
    assert "2 plans" not in said


def test_a_fragment_alone_is_checked_as_part_of_its_plan(plans: Plans) -> None:
    plans.stage(**{"river south/coalition.d/our people.yaml": GOOD + "roles:\n  - {id: x, held_by: [bo]}\n"})
    code, said = plans.hooked()
    assert code == 1
    assert "river south/coalition.d/our people.yaml: 1 error" in said
    assert re.search(r"^ +4 │ ", said, re.MULTILINE)
    assert "'bo'" in said


def test_a_plan_is_checked_once_however_many_of_its_files_change(plans: Plans) -> None:
    changed = {
        "river south/coalition.d/our money.yaml": "budget: 1\n",
        "river south/coalition.yaml": PLAN + "\n",
    }
    plans.stage(**{"river south/coalition.d/our people.yaml": BAD, **changed})
    code, said = plans.hooked()
    assert code == 1
    assert said.count("'nowhere' is not a group") == 1


def test_what_is_not_staged_is_not_judged(plans: Plans) -> None:
    plans.stage(**{"coalition.yaml": PLAN + GOOD})
    (plans.folder / "coalition.yaml").write_text(PLAN + BAD, encoding="utf-8")
    code, said = plans.hooked("coalition-lint")
    assert code == 0, said
    assert (plans.folder / "coalition.yaml").read_text(encoding="utf-8") == PLAN + BAD


def test_files_that_are_no_plans_ask_for_nothing(plans: Plans) -> None:
    plans.stage(**{"notes.yaml": "format: still none\n"})
    code, said = plans.hooked()
    assert code == 0, said
    assert said.count("Skipped") == len(HOOKS)


def test_a_private_overlay_is_refused_and_not_shown(plans: Plans) -> None:
    plans.stage(**{"coalition.private.yaml": "members: {ana-ito: {phone: 555-0100}}\n"})
    code, said = plans.hooked()
    assert code == 1
    assert "private overlays stay out of git" in said
    assert "coalition.private.yaml" in said
    assert "555-0100" not in said


def test_the_configuration_that_init_writes_runs(offered: tuple[Path, Path], tmp_path: Path) -> None:
    """The package index does not know this version yet; this repository stands in for it."""
    hooks, home = offered
    files = repository(Answers("Riverbend Mobility Coalition"), as_of=DAY)
    name = ".pre-commit-config.yaml"
    files[name] = files[name].replace(f"[coalitionkit=={__version__}]", f"['{hooks.as_posix()}']")
    write(files, tmp_path)
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "add", "--all")
    begun = Plans(tmp_path, hooks, home)
    code, said = begun.hooked()
    assert code == 0, said
    assert said.count("Passed") == said.count("Skipped") == 1
    begun.stage(**{"coalition.yaml": PLAN + BAD})
    code, said = begun.hooked()
    assert code == 1
    assert "'nowhere' is not a group" in said
