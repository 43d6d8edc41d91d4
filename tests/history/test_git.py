"""What git remembers, asked of real repositories."""

import os
import sys
from pathlib import Path

import pytest

from coalitionkit.errors import ConfigurationError
from coalitionkit.history.git import Git, plan_at, revision
from coalitionkit.source.files import PlanFiles, RawFile
from history.repositories import ENVIRONMENT, committed, git, put

MAX = 1000
NOW = RawFile("coalition.yaml", b"now", 3)


def at(folder: Path, name: str = "HEAD", **environment: str) -> PlanFiles | None:
    """Return the files of the plan of a folder at a revision."""
    where = revision(Git(ENVIRONMENT | environment), folder, name)
    files = PlanFiles(NOW._replace(file=(folder / "coalition.yaml").as_posix()), overlay=NOW)
    return plan_at(where, files, fragments="coalition.d", max_size=MAX)


def told(files: PlanFiles | None, folder: Path) -> dict[str, bytes | None]:
    """Return the committed files of a plan, by name seen from its folder."""
    assert files is not None
    return {Path(raw.file).relative_to(folder).as_posix(): raw.data for raw in (files.main, *files.fragments)}


def refused(folder: Path, name: str = "HEAD", **environment: str) -> ConfigurationError:
    with pytest.raises(ConfigurationError) as error:
        at(folder, name, **environment)
    return error.value


PLAN = {
    "coalition.yaml": "then: é\n",
    "coalition.d/b.yaml": "b: 1\n",
    "coalition.d/a.yaml": "a: 1\n",
    "coalition.d/c.txt": "c",
    "coalition.d/deep/d.yaml": "d: 1\n",
    "coalition.private.yaml": "secret: 1\n",
    "other.yaml": "o: 1\n",
}
READ = {
    "coalition.yaml": "then: é\n".encode(),
    "coalition.d/a.yaml": b"a: 1\n",
    "coalition.d/b.yaml": b"b: 1\n",
}


def test_the_files_of_a_plan_are_read_as_they_were(tmp_path: Path) -> None:
    then = committed(tmp_path, **PLAN)
    git(tmp_path, "tag", "first")
    committed(tmp_path, **{"coalition.yaml": "later: 1\n", "coalition.d/e.yaml": "e: 1\n"})
    put(tmp_path, **{"coalition.yaml": "now: 1\n"})
    for name in (then, then[:8], "first", "HEAD~1", "main^"):
        files = at(tmp_path, name)
        assert told(files, tmp_path) == READ
        assert list(told(files, tmp_path)) == list(READ), "fragments in the order of their names"
        assert files is not None
        assert files.overlay == NOW
    assert told(at(tmp_path), tmp_path) == READ | {
        "coalition.yaml": b"later: 1\n",
        "coalition.d/e.yaml": b"e: 1\n",
    }


@pytest.mark.parametrize("name", ["plans/a", "pläne und mehr", "-x", ":(top)a", "[a]", "a*b"])
def test_a_plan_may_lie_below_the_top_in_a_folder_of_any_name(tmp_path: Path, name: str) -> None:
    if sys.platform == "win32" and not name.isprintable():
        pytest.skip("no such name here")
    try:
        committed(
            tmp_path, **{f"{name}/{file}": text for file, text in PLAN.items()}, **{"axb/coalition.yaml": "x"}
        )
    except OSError:
        pytest.skip("this system has no such names")
    assert told(at(tmp_path / name), tmp_path / name) == READ


def test_a_plan_that_was_not_there_is_none(tmp_path: Path) -> None:
    committed(tmp_path, **{"plan.yaml": "then: 1\n", "coalition.d/a.yaml": "a: 1\n"})
    git(tmp_path, "mv", "plan.yaml", "coalition.yaml")
    assert at(tmp_path) is None


def test_a_plan_without_fragments_has_none(tmp_path: Path) -> None:
    committed(tmp_path, **PLAN)
    where = revision(Git(ENVIRONMENT), tmp_path, "HEAD")
    files = plan_at(where, PlanFiles(NOW), fragments="", max_size=MAX)
    assert files == PlanFiles(RawFile("coalition.yaml", READ["coalition.yaml"], 9))


def test_a_file_over_the_limit_is_left_unread(tmp_path: Path) -> None:
    committed(tmp_path, **{"coalition.yaml": "x" * MAX, "coalition.d/a.yaml": "x" * (MAX + 1)})
    files = at(tmp_path)
    assert files is not None
    assert (files.main.size, len(files.main.data or b"")) == (MAX, MAX)
    assert (files.fragments[0].size, files.fragments[0].data) == (MAX + 1, None)


def test_bytes_come_as_they_are(tmp_path: Path) -> None:
    tmp_path.joinpath("coalition.yaml").write_bytes(b"\xff\xfe\n\r\n\0x")
    committed(tmp_path)
    assert told(at(tmp_path), tmp_path) == {"coalition.yaml": b"\xff\xfe\n\r\n\0x"}


def test_equal_and_empty_files_are_told_apart_by_name(tmp_path: Path) -> None:
    files = {
        "coalition.yaml": "",
        "coalition.d/a.yaml": "",
        "coalition.d/b.yaml": "x",
        "coalition.d/c.yaml": "x",
    }
    committed(tmp_path, **files)
    assert told(at(tmp_path), tmp_path) == {name: text.encode() for name, text in files.items()}


def test_a_repository_within_a_repository_counts(tmp_path: Path) -> None:
    committed(tmp_path, **{"coalition.yaml": "outer: 1\n"})
    committed(tmp_path / "inner", **{"coalition.yaml": "inner: 1\n"})
    assert told(at(tmp_path / "inner"), tmp_path / "inner") == {"coalition.yaml": b"inner: 1\n"}


def test_what_git_tells_its_hooks_leads_nobody_astray(tmp_path: Path) -> None:
    committed(tmp_path / "here", **PLAN)
    committed(tmp_path / "there", **{"coalition.yaml": "there: 1\n"})
    there = str(tmp_path / "there")
    hook = {"GIT_DIR": f"{there}/.git", "GIT_WORK_TREE": there, "GIT_PREFIX": "x/", "GIT_INDEX_FILE": "/x"}
    assert told(at(tmp_path / "here", **hook), tmp_path / "here") == READ
    assert told(at(tmp_path / "here", GIT_DIR=".git"), tmp_path / "here") == READ


@pytest.mark.parametrize(
    "name", ["nope", "HEAD~5", "deadbeef", "HEAD:coalition.yaml", "x y", "$(touch gone)", "a..b"]
)
def test_an_unknown_revision_is_refused(tmp_path: Path, name: str) -> None:
    committed(tmp_path, **PLAN)
    error = refused(tmp_path, name)
    assert error.message == f"the repository has no revision '{name}'"
    assert "git fetch --unshallow" not in error.hint
    assert not (tmp_path / "gone").exists()


@pytest.mark.parametrize("name", ["", "-x", "--output=x", "--"])
def test_an_option_is_no_revision(tmp_path: Path, name: str) -> None:
    committed(tmp_path, **PLAN)
    assert "is not a revision; name a commit" in refused(tmp_path, name).message


def test_a_shallow_copy_says_how_to_get_the_rest(tmp_path: Path) -> None:
    committed(tmp_path / "whole", **PLAN)
    committed(tmp_path / "whole", **{"coalition.yaml": "later: 1\n"})
    git(tmp_path, "clone", "--quiet", "--depth", "1", (tmp_path / "whole").as_uri(), "shallow")
    assert "git fetch --unshallow" in refused(tmp_path / "shallow", "HEAD~1").hint


def test_nothing_is_fetched_for_a_copy_that_lacks_files(tmp_path: Path) -> None:
    committed(tmp_path / "whole", **PLAN)
    committed(tmp_path / "whole", **{"coalition.yaml": "later: 1\n"})
    git(tmp_path / "whole", "config", "uploadpack.allowFilter", "true")
    source = (tmp_path / "whole").as_uri()
    git(tmp_path, "clone", "--quiet", "--no-checkout", "--filter=blob:none", source, "partial")
    error = refused(tmp_path / "partial", "HEAD~1")
    assert "lacks a file of 'HEAD~1'" in error.message or "git cannot read 'HEAD~1'" in error.message
    missing = git(tmp_path / "partial", "rev-list", "--objects", "--missing=print", "HEAD")
    assert "?" in missing


def test_outside_a_repository_there_is_nothing_to_read(tmp_path: Path) -> None:
    put(tmp_path, **PLAN)
    assert refused(tmp_path, GIT_CEILING_DIRECTORIES="").message == (
        f"'{tmp_path}' is not in a git repository, and --since reads what git remembers"
    )


def test_without_git_it_is_said(tmp_path: Path) -> None:
    assert "git is not installed" in refused(tmp_path, PATH=str(tmp_path)).message
    assert "git is not installed" in refused(tmp_path, PATH="").message


def test_a_program_of_the_repository_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    committed(tmp_path, **PLAN)
    trap = tmp_path / ("git.exe" if os.name == "nt" else "git")
    trap.write_text("#!/bin/sh\ntouch gone\n", encoding="utf-8")
    trap.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    assert told(at(tmp_path, PATH=os.pathsep.join(["", ".", ENVIRONMENT["PATH"]])), tmp_path) == READ
    assert not (tmp_path / "gone").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_of_the_past_is_not_followed(tmp_path: Path) -> None:
    put(tmp_path, **{"plan.yaml": "then: 1\n"})
    (tmp_path / "coalition.yaml").symlink_to("plan.yaml")
    committed(tmp_path)
    assert "'coalition.yaml' is a link at 'HEAD'" in refused(tmp_path).message


def test_what_git_refuses_is_told(tmp_path: Path) -> None:
    committed(tmp_path, **PLAN)
    (tmp_path / ".git/config").write_text("[core\n", encoding="utf-8")
    assert "git refuses to read" in refused(tmp_path).message
