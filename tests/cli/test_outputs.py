"""Where results go: files that may be written, and the repository around a folder."""

from pathlib import Path

import pytest

from coalitionkit.cli.outputs import outputs, repository
from coalitionkit.errors import ConfigurationError


@pytest.mark.parametrize("mark", ["folder", "file"])
def test_the_top_is_the_nearest_folder_that_git_knows(
    mark: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / "outer/inner/plans/east"
    deep.mkdir(parents=True)
    (tmp_path / "outer/.git").mkdir()
    git = tmp_path / "outer/inner/.git"
    if mark == "folder":
        git.mkdir()
    else:
        git.write_text("gitdir: elsewhere\n", encoding="utf-8")
    monkeypatch.chdir(deep)
    assert repository().named("coalition.yaml") == "plans/east/coalition.yaml"


def test_a_closed_folder_is_no_top(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(_path: Path) -> bool:
        raise PermissionError

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Path, "exists", closed)
    assert repository().top == Path.cwd()


def test_without_a_repository_names_stay_as_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert repository().named("east/coalition.yaml") == "east/coalition.yaml"


@pytest.mark.parametrize(
    "name", ["coalition.yaml", "coalition.d/groups.yaml", "Coalition.YAML", "x.private.yml"]
)
def test_no_output_takes_the_place_of_a_plan(name: str) -> None:
    with pytest.raises(ConfigurationError, match="would replace a plan"):
        outputs([f"json={name}"], ["json"])


def test_two_ways_to_write_one_file_are_still_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ConfigurationError, match="two formats cannot go to one file"):
        outputs([f"json={tmp_path}/out", "jsonl=out"], ["json", "jsonl"])
