"""Finding plans and reading their files."""

import os
from pathlib import Path

import pytest

from coalitionkit import workspace
from coalitionkit.errors import (
    ChangedMeanwhileError,
    ConfigurationError,
    NoPlanError,
    OutsideError,
    UnreadableFileError,
    UnwritableFileError,
)
from coalitionkit.source.files import RawFile, RevisedFile
from coalitionkit.source.store import replace_whole
from coalitionkit.workspace import (
    OnDisk,
    PlanPaths,
    find_plans,
    handed_in,
    read_plan,
    read_shared,
    repository_around,
    with_overlay,
    write_revision,
)


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def put(*names: str) -> None:
    """Write files, each holding its own name."""
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(name, encoding="utf-8")


def mains(*paths: str) -> list[str]:
    return [plan.main.as_posix() for plan in find_plans(Path(path) for path in paths)]


def test_plans_are_found_below_a_folder_in_order() -> None:
    put("b/coalition.yaml", "a/z/coalition.yaml", "a/coalition.yaml", "coalition.yaml", "c/other.yaml")
    assert mains(".") == ["coalition.yaml", "a/coalition.yaml", "a/z/coalition.yaml", "b/coalition.yaml"]


def test_hidden_and_foreign_folders_are_passed_over() -> None:
    put(
        "coalition.yaml",
        ".git/coalition.yaml",
        "node_modules/x/coalition.yaml",
        "__pycache__/coalition.yaml",
        "coalition.d/coalition.yaml",
        "env/pyvenv.cfg",
        "env/coalition.yaml",
        "env/lib/coalition.yaml",
    )
    assert mains(".") == ["coalition.yaml"]


def test_a_hidden_folder_that_is_named_is_searched() -> None:
    put(".plans/coalition.yaml")
    assert mains(".plans") == [".plans/coalition.yaml"]


def test_a_file_of_any_name_is_a_plan_when_it_is_named() -> None:
    put("draft.yml")
    assert mains("draft.yml") == ["draft.yml"]


def test_a_part_of_a_plan_stands_for_the_plan() -> None:
    put(
        "x/coalition.yaml",
        "x/coalition.d/people.yaml",
        "x/coalition.private.yaml",
        "y.yaml",
        "y.private.yaml",
    )
    assert mains("x/coalition.d/people.yaml") == ["x/coalition.yaml"]
    assert mains("x/coalition.d") == ["x/coalition.yaml"]
    assert mains("x/coalition.private.yaml") == ["x/coalition.yaml"]
    assert mains("y.private.yaml") == ["y.yaml"]


def test_a_part_of_a_plan_is_known_from_within_its_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    put("coalition.yaml", "coalition.d/people.yaml")
    monkeypatch.chdir("coalition.d")
    assert [plan.main.resolve().parent for plan in find_plans([Path("people.yaml")])] == [
        Path("..").resolve()
    ]
    assert [plan.main.resolve().parent for plan in find_plans([Path()])] == [Path("..").resolve()]


@pytest.mark.parametrize("part", ["coalition.d/people.yaml", "coalition.private.yaml"])
def test_a_part_without_its_plan_is_refused(part: str) -> None:
    put(part)
    with pytest.raises(NoPlanError, match=r"is part of a plan, but there is no 'coalition.yaml'"):
        find_plans([Path(part)])


def test_each_plan_is_found_once() -> None:
    put("a/coalition.yaml", "a/coalition.d/x.yaml", "b/coalition.yaml")
    assert mains("b", "a/coalition.yaml", ".", "a/coalition.d/x.yaml", "a/../a/coalition.yaml") == [
        "b/coalition.yaml",
        "a/coalition.yaml",
    ]


def test_a_path_that_is_not_there_is_refused() -> None:
    with pytest.raises(NoPlanError, match="there is no file or folder 'nowhere'"):
        find_plans([Path("nowhere")])


def test_a_folder_without_a_plan_is_refused_with_a_hint() -> None:
    put("a/other.yaml")
    with pytest.raises(NoPlanError, match="there is no plan in 'a'") as caught:
        find_plans([Path("a")])
    assert "a plan is a file named coalition.yaml" in caught.value.hint


def test_a_folder_named_like_a_plan_is_no_plan() -> None:
    put("coalition.yaml/other.txt")
    with pytest.raises(NoPlanError):
        find_plans([Path()])
    put("coalition.yaml/coalition.yaml")
    assert mains(".") == ["coalition.yaml/coalition.yaml"]


def test_the_files_of_a_plan_lie_beside_it() -> None:
    put(
        "coalition.yaml",
        "coalition.d/b.yaml",
        "coalition.d/a.yaml",
        "coalition.d/c.txt",
        "coalition.private.yaml",
    )
    Path("coalition.d/folder.yaml").mkdir()
    (plan,) = find_plans([Path()])
    assert [path.as_posix() for path in plan.fragments] == ["coalition.d/a.yaml", "coalition.d/b.yaml"]
    assert plan.overlay == Path("coalition.private.yaml")


def test_a_plan_of_another_name_has_no_fragments_but_an_overlay() -> None:
    put("draft.yaml", "draft.private.yaml", "coalition.d/a.yaml")
    (plan,) = find_plans([Path("draft.yaml")])
    assert (plan.fragments, plan.overlay) == ((), Path("draft.private.yaml"))


def test_files_are_read_under_the_names_people_know() -> None:
    put("x/coalition.yaml", "x/coalition.d/a.yaml", "x/coalition.private.yaml")
    (plan,) = find_plans([Path("x")])
    files = read_plan(plan)
    assert files.overlay is not None
    assert [(raw.file, raw.data) for raw in (files.main, *files.fragments, files.overlay)] == [
        (name, name.encode())
        for name in ("x/coalition.yaml", "x/coalition.d/a.yaml", "x/coalition.private.yaml")
    ]


def test_a_file_that_is_too_large_is_left_unread() -> None:
    put("coalition.yaml", "coalition.d/a.yaml")
    (plan,) = find_plans([Path()])
    files = read_plan(plan, max_size=len("coalition.yaml"))
    assert files.main.data is not None
    assert (files.fragments[0].data, files.fragments[0].size) == (None, len("coalition.d/a.yaml"))


def test_what_is_handed_in_stands_for_the_file() -> None:
    put("coalition.yaml", "coalition.d/a.yaml")
    files = read_plan(handed_in(b"other", Path("coalition.yaml")))
    assert (files.main.file, files.main.data, len(files.fragments)) == ("coalition.yaml", b"other", 1)
    assert read_plan(handed_in(b"other", Path("gone.yaml")), max_size=3).main.data is None


def test_what_the_system_refuses_is_an_error() -> None:
    with pytest.raises(UnreadableFileError, match=r"cannot read 'gone.yaml'"):
        read_plan(PlanPaths(Path("gone.yaml")))
    Path("folder.yaml").mkdir()
    with pytest.raises(UnreadableFileError, match="is not a file"):
        read_plan(PlanPaths(Path("folder.yaml")))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_not_waited_for() -> None:
    os.mkfifo("coalition.yaml")
    with pytest.raises(UnreadableFileError, match="is not a file"):
        read_plan(PlanPaths(Path("coalition.yaml")))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="may read everything")
def test_a_file_without_permission_is_an_error() -> None:
    put("coalition.yaml")
    Path("coalition.yaml").chmod(0)
    with pytest.raises(UnreadableFileError, match="Permission denied"):
        read_plan(PlanPaths(Path("coalition.yaml")))


def test_a_link_to_nothing_is_no_plan() -> None:
    Path("coalition.yaml").symlink_to("gone.yaml")
    with pytest.raises((NoPlanError, UnreadableFileError)):
        read_plan(find_plans([Path()])[0])


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own on Windows")
def test_a_link_to_itself_is_a_file_that_cannot_be_read() -> None:
    Path("coalition.yaml").symlink_to("coalition.yaml")
    with pytest.raises(UnreadableFileError, match="cannot read"):
        read_plan(find_plans([Path()])[0])


def test_another_overlay_may_be_given_or_none() -> None:
    put("coalition.yaml", "coalition.private.yaml", "elsewhere.yaml", "b/coalition.yaml")
    plans = find_plans([Path("coalition.yaml")])
    assert [plan.overlay for plan in with_overlay(plans, Path("elsewhere.yaml"))] == [Path("elsewhere.yaml")]
    assert [plan.overlay for plan in with_overlay(plans, None)] == [None]
    with pytest.raises(ConfigurationError, match=r"there is no overlay file 'gone.yaml'"):
        with_overlay(plans, Path("gone.yaml"))
    with pytest.raises(ConfigurationError, match="was given for 2 plans"):
        with_overlay(find_plans([Path()]), Path("elsewhere.yaml"))


def test_a_shared_file_is_read_within_bounds(tmp_path: Path) -> None:
    file = tmp_path / "region.yaml"
    file.write_text("profile: draft\n", encoding="utf-8")
    assert read_shared(file.as_posix()) == RawFile(file.as_posix(), b"profile: draft\n", 15)
    assert read_shared(file.as_posix(), max_size=3) == RawFile(file.as_posix(), None, 15)
    assert read_shared((tmp_path / "nowhere.yaml").as_posix()) is None
    with pytest.raises(UnreadableFileError, match="is not a file that can be read"):
        read_shared(tmp_path.as_posix())
    with pytest.raises(UnreadableFileError, match="cannot read 'aaa"):
        read_shared("a" * 5000 + ".yaml")


@pytest.fixture
def neighbors() -> None:
    """Put a repository beside another one, and a file beside both."""
    put("ours/plans/coalition.yaml", "ours/region.yaml", "theirs/region.yaml", "state.yaml")
    Path("ours/.git").mkdir()
    Path("theirs/.git").write_text("gitdir: elsewhere\n", encoding="utf-8")


@pytest.mark.usefixtures("neighbors")
@pytest.mark.parametrize(
    ("named", "named_in"),
    [
        ("ours/region.yaml", "ours/plans/coalition.yaml"),
        ("ours/region.yaml", None),
        ("state.yaml", None),
        ("theirs/region.yaml", "state.yaml"),
    ],
)
def test_a_file_may_name_what_lies_in_its_repository(named: str, named_in: str | None) -> None:
    assert read_shared(named, named_in) is not None


@pytest.mark.usefixtures("neighbors")
@pytest.mark.parametrize(
    ("named", "named_in"),
    [
        ("state.yaml", "ours/plans/coalition.yaml"),
        ("theirs/region.yaml", "ours/plans/coalition.yaml"),
        ("ours/plans/../../theirs/region.yaml", "ours/region.yaml"),
        ("state.yaml", "theirs/region.yaml"),
    ],
)
def test_a_file_may_not_name_what_lies_outside_its_repository(named: str, named_in: str) -> None:
    with pytest.raises(OutsideError, match="lies outside the repository"):
        read_shared(named, named_in)


@pytest.mark.usefixtures("neighbors")
@pytest.mark.skipif(os.name == "nt", reason="links need a privilege")
def test_a_link_leads_where_it_leads() -> None:
    Path("ours/plans/region.yaml").symlink_to(Path("theirs/region.yaml").absolute())
    Path("ours/plans/here.yaml").symlink_to(Path("ours/region.yaml").absolute())
    Path("linked").symlink_to("ours/plans", target_is_directory=True)
    with pytest.raises(OutsideError):
        read_shared("ours/plans/region.yaml", "ours/plans/coalition.yaml")
    assert read_shared("ours/plans/here.yaml", "ours/plans/coalition.yaml") is not None
    assert read_shared("linked/here.yaml", "linked/coalition.yaml") is not None


@pytest.mark.usefixtures("neighbors")
@pytest.mark.skipif(os.name == "nt", reason="links need a privilege")
@pytest.mark.parametrize("name", ["coalition.private.yaml", "REGION.PRIVATE.YML", ".env", ".git/config"])
def test_a_link_shows_nothing_that_could_not_be_named(name: str) -> None:
    put(f"ours/{name}")
    Path("ours/plans/region.yaml").symlink_to(Path("ours", name).absolute())
    with pytest.raises(UnreadableFileError, match="is a link to a file that is"):
        read_shared("ours/plans/region.yaml", "ours/plans/coalition.yaml")


@pytest.mark.usefixtures("neighbors")
@pytest.mark.skipif(os.name == "nt", reason="links need a privilege")
@pytest.mark.parametrize("target", ["theirs/region.yaml", "ours/.env", "ours/x.private.yaml"])
def test_what_is_found_is_no_link_to_what_could_not_be_extended(target: str) -> None:
    put("ours/.env", "ours/x.private.yaml", "ours/coalition.d/a.yaml", "ours/coalition.yaml")
    there = Path(target).absolute()
    assert [plan.main.as_posix() for plan in find_plans([Path("ours")])] == [
        "ours/coalition.yaml",
        "ours/plans/coalition.yaml",
    ]
    for link in ("ours/coalition.d/b.yaml", "ours/elsewhere/coalition.yaml"):
        Path(link).parent.mkdir(exist_ok=True)
        Path(link).symlink_to(there)
        with pytest.raises(OutsideError, match=f"'{link}' is a link out of the repository"):
            find_plans([Path("ours")])
        Path(link).unlink()
    # Who names a link means it.
    Path("mine.yaml").symlink_to(there)
    assert len(find_plans([Path("mine.yaml")])) == 1


@pytest.mark.usefixtures("neighbors")
@pytest.mark.skipif(os.name == "nt", reason="links need a privilege")
def test_links_within_a_repository_are_followed() -> None:
    Path("ours/plans/coalition.d").symlink_to(Path("ours/parts").absolute())
    put("ours/parts/a.yaml")
    Path("ours/again").mkdir()
    Path("ours/again/coalition.yaml").symlink_to(Path("ours/region.yaml").absolute())
    plans = find_plans([Path("ours")])
    assert [len(plan.fragments) for plan in plans] == [0, 1]
    Path("ours/plans/coalition.d").unlink()
    Path("ours/plans/coalition.d").symlink_to(Path("theirs").absolute())
    with pytest.raises(OutsideError, match=r"coalition\.d/region\.yaml' is a link out"):
        find_plans([Path("ours/plans/coalition.yaml")])


def test_a_file_that_is_not_there_is_none_wherever_it_would_lie() -> None:
    put("ours/coalition.yaml")
    Path("ours/.git").mkdir()
    assert read_shared("nowhere.yaml", "ours/coalition.yaml") is None


@pytest.mark.usefixtures("neighbors")
def test_the_repository_around_a_folder_is_the_nearest(tmp_path: Path) -> None:
    assert repository_around(tmp_path / "ours/plans") == tmp_path / "ours"
    assert repository_around(tmp_path / "theirs") == tmp_path / "theirs"
    assert repository_around(tmp_path) == repository_around(tmp_path.parent)


def test_a_file_is_read_once_while_its_findings_are_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    read: list[str] = []
    really = workspace._read

    def counted(path: Path, size: int) -> RawFile:
        read.append(path.name)
        return really(path, size)

    monkeypatch.setattr(workspace, "_read", counted)
    texts = OnDisk(100)
    found = [texts[(tmp_path / name).as_posix()].content for name in "aaabba"]
    assert ("".join(found), "".join(read)) == ("aaabba", "aba")


def revision(**changes: tuple[str | None, str | None]) -> list[RevisedFile]:
    """Return changes of files by name without `.yaml`, from one text to another."""
    return [
        RevisedFile(
            f"{name}.yaml", None if one is None else one.encode(), None if other is None else other.encode()
        )
        for name, (one, other) in changes.items()
    ]


def texts() -> dict[str, str]:
    return {path.as_posix(): path.read_text("utf-8") for path in sorted(Path().rglob("*")) if path.is_file()}


def test_all_files_of_a_revision_are_written() -> None:
    put("a.yaml", "b.yaml")
    write_revision(revision(a=("a.yaml", "1"), b=("b.yaml", None), c=(None, "3")))
    assert texts() == {"a.yaml": "1", "c.yaml": "3"}


def test_a_new_fragment_brings_its_folder() -> None:
    write_revision([RevisedFile("coalition.d/money.yaml", None, b"budget:\n")])
    assert texts() == {"coalition.d/money.yaml": "budget:\n"}


@pytest.mark.parametrize("after", ["2", None])
def test_when_the_second_file_changed_meanwhile_the_first_is_as_it_was(after: str | None) -> None:
    put("a.yaml", "b.yaml")
    for first in ({"a": ("a.yaml", "1")}, {"a": ("a.yaml", None)}, {"c": (None, "3")}):
        with pytest.raises(ChangedMeanwhileError, match=r"'b.yaml' was changed by someone else"):
            write_revision(revision(**first, b=("what was read", after)))
        assert texts() == {"a.yaml": "a.yaml", "b.yaml": "b.yaml"}


def test_what_someone_writes_before_it_can_be_taken_back_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.yaml", "b.yaml")

    def refused(file: Path, before: bytes | None, after: bytes) -> None:
        if file.name == "b.yaml":
            Path("a.yaml").write_text("theirs", encoding="utf-8")
            raise PermissionError(13, "Permission denied")
        replace_whole(file, before, after)

    monkeypatch.setattr(workspace, "replace_whole", refused)
    with pytest.raises(UnwritableFileError, match=r"cannot write 'b.yaml': Permission denied"):
        write_revision(revision(a=("a.yaml", "1"), b=("b.yaml", "2")))
    assert texts() == {"a.yaml": "theirs", "b.yaml": "b.yaml"}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="may write everything")
def test_a_folder_that_may_only_be_read_is_a_clear_error() -> None:
    put("x/a.yaml")
    Path("x").chmod(0o500)
    try:
        with pytest.raises(UnwritableFileError, match=r"cannot write 'x.a.yaml': Permission denied"):
            write_revision([RevisedFile("x/a.yaml", b"x/a.yaml", b"new")])
    finally:
        Path("x").chmod(0o700)
    assert texts() == {"x/a.yaml": "x/a.yaml"}


def test_a_file_that_may_only_be_read_is_a_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.yaml")
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)  # as for people; root may do all
    with pytest.raises(UnwritableFileError, match=r"cannot write 'a.yaml': this file may only be read"):
        write_revision(revision(a=("a.yaml", "1")))
    assert texts() == {"a.yaml": "a.yaml"}


def test_a_file_that_goes_takes_an_empty_folder_of_fragments_along() -> None:
    put("coalition.d/a.yaml", "coalition.d/b.yaml", "other/c.yaml")
    gone = [
        RevisedFile(name, name.encode(), None)
        for name in ("coalition.d/a.yaml", "coalition.d/b.yaml", "other/c.yaml")
    ]
    write_revision(gone[:1])
    assert [path.name for path in Path("coalition.d").iterdir()] == ["b.yaml"]
    write_revision(gone[1:])
    assert (Path("coalition.d").exists(), Path("other").exists()) == (False, True)


def test_a_file_changed_meanwhile_is_not_removed_and_all_others_come_back() -> None:
    put("coalition.d/a.yaml", "coalition.d/b.yaml")
    revised = [
        RevisedFile("new.yaml", None, b"new"),
        RevisedFile("coalition.d/a.yaml", b"coalition.d/a.yaml", None),
        RevisedFile("coalition.d/b.yaml", b"before", None),
    ]
    with pytest.raises(ChangedMeanwhileError, match=r"'b\.yaml' was changed"):
        write_revision(revised)
    assert not Path("new.yaml").exists()
    assert sorted(path.name for path in Path("coalition.d").iterdir()) == ["a.yaml", "b.yaml"]


def test_a_folder_of_fragments_in_which_nothing_came_to_stand_is_gone_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(_file: Path, _before: bytes | None, _after: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(workspace, "replace_whole", full)
    with pytest.raises(UnwritableFileError, match="No space left"):
        write_revision([RevisedFile("coalition.d/a.yaml", None, b"a")])
    assert not Path("coalition.d").exists()
