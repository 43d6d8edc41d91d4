"""Where changes are checked: the words for it, the signs of it, the files it reads."""

from pathlib import Path

import pytest

from coalitionkit.errors import ConfigurationError
from coalitionkit.scaffold.hosts import HOSTS, host_of, host_word, is_read_at


@pytest.mark.parametrize("text", ["gitlab", "GitLab", " GITLAB "])
def test_a_host_is_known_in_any_case(text: str) -> None:
    assert host_word(text) == "gitlab"


@pytest.mark.parametrize(
    ("text", "hint"), [("gitlabs", "did you mean 'gitlab'?"), ("sourcehut", "choose github, gitlab or none")]
)
def test_any_other_word_is_refused(text: str, hint: str) -> None:
    with pytest.raises(ConfigurationError) as refused:
        host_word(text)
    assert refused.value.message.startswith(f"'{text}' is no place where changes are checked")
    assert hint in refused.value.message


def remote(url: str) -> str:
    return f'[core]\n\tbare = false\n[remote "origin"]\n\turl = {url}\n\tfetch = +refs/heads/*\n'


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (".gitlab-ci.yml", "", "gitlab"),
        (".github/workflows/other.yml", "", "github"),
        (".git/config", remote("git@gitlab.com:riverbend/plan.git"), "gitlab"),
        (".git/config", remote("https://GitLab.example.org/riverbend/plan.git"), "gitlab"),
        (".git/config", remote("git@github.com:riverbend/plan.git"), "github"),
        (".git/config", '[user]\n\tname = gitlab\n[remote "o"]\n\turl = /srv/plan\n', "github"),
        (".git/config", "\udcff", "github"),
        ("README.md", "We met at gitlab.com.", "github"),
    ],
)
def test_a_folder_shows_where_it_is_kept(tmp_path: Path, name: str, text: str, expected: str) -> None:
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert host_of(tmp_path) == expected


def test_what_a_folder_keeps_weighs_more_than_where_it_is_pushed(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text(remote("https://gitlab.com/a/b"), encoding="utf-8")
    (tmp_path / ".github").mkdir()
    assert host_of(tmp_path) == "github"


@pytest.mark.parametrize("git", ["absent", "a file"])
def test_a_folder_without_signs_counts_as_github(tmp_path: Path, git: str) -> None:
    if git == "a file":
        (tmp_path / ".git").write_text("gitdir: ../elsewhere\n", encoding="utf-8")
    assert host_of(tmp_path) == "github"
    assert host_of(tmp_path / "not there yet") == "github"


def test_each_host_reads_its_own_files_and_what_is_for_everyone() -> None:
    read = {
        path: [host for host in HOSTS if is_read_at(path, host)]
        for path in (".github/workflows/coalition.yml", ".gitlab-ci.yml", ".gitignore", "coalition.yaml")
    }
    assert list(read.values()) == [["github"], ["gitlab"], [*HOSTS], [*HOSTS]]
