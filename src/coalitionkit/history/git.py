"""The files of a plan as they were at a revision, read from git.

Git is run without a shell. Of its commands only such are used as run nothing that a repository could name,
change nothing and give the same bytes on every machine.
"""

import os
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from coalitionkit.errors import ConfigurationError
from coalitionkit.source.files import PlanFiles, RawFile

_MISLEADING = frozenset(
    {
        "GIT_DIR",
        "GIT_WORK_TREE",
        "GIT_COMMON_DIR",
        "GIT_INDEX_FILE",
        "GIT_PREFIX",
        "GIT_NAMESPACE",
        "GIT_CEILING_DIRECTORIES",
    }
)
"""What git tells its hooks about the repository they run in, which need not be that of the plan."""

_CALM = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    # A copy that lacks an object would fetch it, by a program that the repository may name.
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_TERMINAL_PROMPT": "0",
}
_FILE = "blob"
_LINK = "120000"


class Revision(NamedTuple):
    """A commit, as seen from one folder of its repository. `prefix` is that folder's path from the top."""

    name: str
    commit: str
    folder: Path
    prefix: str
    git: "Git"


class Git:
    """The program, and the environment that it runs in."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Find git. Raises ConfigurationError when it is not installed.

        Only folders that PATH names in full are searched, so that no program of a repository is run.
        """
        name = "git.exe" if os.name == "nt" else "git"
        folders = environment.get("PATH", os.defpath).split(os.pathsep)
        programs = (Path(folder) / name for folder in folders)
        found = next((file for file in programs if file.is_absolute() and _can_run(file)), None)
        if found is None:
            raise ConfigurationError("git is not installed, and --since reads what it remembers")
        self._program = str(found)
        self._environment = {
            key: value for key, value in environment.items() if key not in _MISLEADING
        } | _CALM

    def run(self, folder: Path, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        """Run git in a folder and return what it said; its exit code is for the caller to judge."""
        return subprocess.run(  # noqa: S603 - a program found by its full path, and no shell
            [self._program, "-c", "core.quotePath=false", "--literal-pathspecs", *arguments],
            cwd=folder,
            env=self._environment,
            input=stdin,
            capture_output=True,
            check=False,
        )


def _can_run(file: Path) -> bool:
    return file.is_file() and os.access(file, os.X_OK)


def revision(git: Git, folder: Path, name: str) -> Revision:
    """Return a revision of the repository that a folder belongs to.

    Raises ConfigurationError when there is no repository, or it has no such revision.
    """
    if not name or name.startswith("-"):
        raise ConfigurationError(f"'{name}' is not a revision; name a commit, a branch or a tag")
    where = git.run(folder, "rev-parse", "--show-prefix")
    if where.returncode:
        raise ConfigurationError(_no_repository(folder, where.stderr))
    known = git.run(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if known.returncode:
        shallow = git.run(folder, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
        hint = (
            "this copy of the repository holds only its last commits; fetch the others with "
            "'git fetch --unshallow', or check out with the full history"
            if shallow
            else "'git branch --all' and 'git tag' list what there is; fetch a branch before naming it"
        )
        raise ConfigurationError(f"the repository has no revision '{name}'", hint=hint)
    commit = known.stdout.decode("ascii").strip()
    return Revision(name, commit, folder, os.fsdecode(where.stdout).rstrip("\r\n"), git)


def plan_at(at: Revision, files: PlanFiles, *, fragments: str, max_size: int) -> PlanFiles | None:
    """Return the files of a plan as they were, under the names they have now; None when there was no plan.

    `fragments` is the name of the folder of fragments beside the plan, "" for a plan that has none. The
    overlay is not in git and stays as it is.
    """
    main = PurePosixPath(files.main.file)
    wanted = _listed(at, main.name, fragments)
    if main.name not in wanted:
        return None
    contents = _contents(at, [entry for entry in wanted.values() if entry.size <= max_size])
    raw = {
        name: RawFile((main.parent / name).as_posix(), contents.get(entry.id), entry.size)
        for name, entry in wanted.items()
    }
    first = raw.pop(main.name)._replace(file=files.main.file)
    return PlanFiles(first, tuple(raw[name] for name in sorted(raw)), files.overlay)


class _Listed(NamedTuple):
    """A file as git lists it: the id of its content, and how many bytes that has."""

    id: str
    size: int


def _listed(at: Revision, main: str, fragments: str) -> dict[str, _Listed]:
    """Return what the revision holds of a plan: by name, seen from its folder."""
    paths = [at.prefix + main, *([f"{at.prefix}{fragments}/"] if fragments else [])]
    listing = at.git.run(at.folder, "ls-tree", "-z", "-l", "--full-tree", at.commit, "--", *paths)
    _expect(at, listing)
    found: dict[str, _Listed] = {}
    for line in listing.stdout.split(b"\0")[:-1]:
        head, _, path = line.partition(b"\t")
        mode, kind, content, size = head.decode("ascii").split()
        file = os.fsdecode(path).removeprefix(at.prefix)
        if kind != _FILE or (file != main and PurePosixPath(file).suffix != ".yaml"):
            continue
        if mode == _LINK:
            raise ConfigurationError(f"'{file}' is a link at '{at.name}', and --since does not follow those")
        if not size.isdigit():
            raise _lacking(at)
        found[file] = _Listed(content, int(size))
    return found


def _contents(at: Revision, entries: Iterable[_Listed]) -> dict[str, bytes]:
    """Return contents by id, all of them from one run of git."""
    ids = list(dict.fromkeys(entry.id for entry in entries))
    asked = "".join(f"{name}\n" for name in ids).encode("ascii")
    batch = at.git.run(at.folder, "cat-file", "--batch", stdin=asked)
    _expect(at, batch)
    result: dict[str, bytes] = {}
    begin = 0
    for name in ids:
        end = batch.stdout.index(b"\n", begin)
        head = batch.stdout[begin:end].split()
        if len(head) != 3:  # noqa: PLR2004 - id, kind and size; what is missing has two words
            raise _lacking(at)
        begin = end + 1 + int(head[2])
        result[name] = batch.stdout[end + 1 : begin]
        begin += 1
    return result


def _lacking(at: Revision) -> ConfigurationError:
    return ConfigurationError(
        f"this copy of the repository lacks a file of '{at.name}'",
        hint="fetch it, for example with a full 'git clone'",
    )


def _expect(at: Revision, ran: subprocess.CompletedProcess[bytes]) -> None:
    if ran.returncode:
        raise ConfigurationError(f"git cannot read '{at.name}': {_said(ran.stderr)}")


def _no_repository(folder: Path, stderr: bytes) -> str:
    said = _said(stderr)
    if "not a git repository" in said:
        return f"'{folder}' is not in a git repository, and --since reads what git remembers"
    return f"git refuses to read '{folder}': {said}"


def _said(stderr: bytes) -> str:
    """Return the first line of what git complains of."""
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ") if lines else "it does not say why"
