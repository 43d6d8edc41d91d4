"""Where results go: the repository around a folder."""

from pathlib import Path

import pytest

from coalitionkit.cli.outputs import repository


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
