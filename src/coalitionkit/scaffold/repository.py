"""The files of a new plan repository, made from answers; and writing them without losing anything."""

import json
import re
from datetime import date
from pathlib import Path
from string import Template
from typing import NamedTuple

from coalitionkit import __version__
from coalitionkit.errors import ConfigurationError, UnreadableFileError
from coalitionkit.findings import Severity
from coalitionkit.loading import load
from coalitionkit.model.values import slug_of
from coalitionkit.scaffold.answers import Answers
from coalitionkit.scaffold.hosts import is_read_at
from coalitionkit.schema import SCHEMAS, schema_text
from coalitionkit.shipped import shipped
from coalitionkit.source.files import PlanFiles, RawFile
from coalitionkit.source.store import write_whole

PLAN = "coalition.yaml"
_IGNORED = ".gitignore"
_PLAIN = re.compile(r"[^\W\d_][\w .()'&/-]*[\w.)]\Z")
_WORDS_OF_YAML = frozenset({"true", "false", "null", "yes", "no", "on", "off", "todo"})


class Written(NamedTuple):
    """What became of each file, by its path below the folder."""

    new: tuple[str, ...]
    kept: tuple[str, ...]
    added_to: tuple[str, ...]
    backups: tuple[str, ...]


def repository(answers: Answers, *, as_of: date) -> dict[str, str]:
    """Return the files of a new plan repository by path; `as_of` dates its beginning."""
    words = {
        "plain_name": " ".join(answers.name.split()),
        "id": scalar(answers.id),
        "name": scalar(answers.name),
        "place": f"{{name: {scalar(answers.place)}}}" if answers.place else "TODO the city, county or region",
        "convener": _convener(answers),
        "started": f"{as_of:%Y-%m-%d}",
        "languages": ", ".join(answers.languages),
        "members": _members(answers, as_of),
        "roles": _roles(answers, as_of),
        "version": __version__,
    }
    texts = _texts(shipped("templates") / "init", "")
    files = {
        path: Template(text).substitute(words) for path, text in texts.items() if is_read_at(path, answers.ci)
    }
    _check(files[PLAN])
    for which in SCHEMAS:
        files[f".coalition/{which}.schema.json"] = schema_text(which)
    return files


def _check(text: str) -> None:
    """Refuse answers that would make a plan with errors: what is begun here must load."""
    data = text.encode("utf-8", errors="replace")
    loaded = load(PlanFiles(RawFile(PLAN, data, len(data))))
    for finding in loaded.findings:
        if finding.severity is Severity.ERROR:
            raise ConfigurationError(f"these answers would make a plan with an error: {finding.message}")


def write(files: dict[str, str], folder: Path, *, force: bool = False) -> Written:
    """Write the files of a new repository below a folder, and say what became of each.

    An existing plan is replaced only with `force`; other files that exist already are kept unless forced,
    and `.gitignore` gains what it lacks. Raises ConfigurationError when a plan is there, before anything
    is written.
    """
    refuse_existing(folder, force=force)
    new, kept, added_to, backups = [], [], [], []
    try:
        for name, text in sorted(files.items()):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            there = path.exists() or path.is_symlink()
            if path.is_file() and name == _IGNORED:
                if _add_lines(path, text):
                    added_to.append(name)
            elif there and not force:
                kept.append(name)
            else:
                if there and (path.is_symlink() or path.read_bytes() != text.encode()):
                    backups.append(_put_aside(path).relative_to(folder).as_posix())
                write_whole(path, text)
                new.append(name)
    except OSError as error:
        raise UnreadableFileError(f"cannot write '{error.filename}': {error.strerror or error}") from error
    return Written(tuple(new), tuple(kept), tuple(added_to), tuple(backups))


def refuse_existing(folder: Path, *, force: bool) -> None:
    """Raise ConfigurationError when there is a plan in a folder that may not be replaced."""
    plan = folder / PLAN
    if (plan.exists() or plan.is_symlink()) and not force:
        raise ConfigurationError(
            f"there is a plan in '{folder.as_posix()}' already, and it stays as it is",
            hint="name another folder; --force replaces the plan and keeps the old one beside it",
        )


def _put_aside(path: Path) -> Path:
    """Rename a file that is about to be replaced, without replacing an earlier one; return its new name."""
    number = 1
    while (aside := path.with_name(f"{path.name}.before-{number}")).exists():
        number += 1
    return path.rename(aside)


def scalar(text: str) -> str:
    """Return a text as a YAML value on one line, in quotes where it needs them."""
    line = " ".join(text.split())
    if _PLAIN.match(line) and line.casefold() not in _WORDS_OF_YAML and not line.startswith("TODO"):
        return line
    return json.dumps(line, ensure_ascii=False)


def _convener(answers: Answers) -> str:
    if not answers.convener:
        return "TODO who brings everyone together"
    sector = f", sector: {answers.sector}" if answers.sector else ""
    return f"{{name: {scalar(answers.convener)}{sector}}}"


def _members(answers: Answers, as_of: date) -> str:
    if not answers.project_manager:
        return "members: []\n"
    return (
        "members:\n"
        f"  - id: {_person(answers)}\n"
        f"    name: {scalar(answers.project_manager)}\n"
        "    group: management-team\n"
        f"    joined: {as_of:%Y-%m-%d}\n"
    )


def _roles(answers: Answers, as_of: date) -> str:
    if not answers.project_manager:
        return "roles: []\n"
    return (
        "roles:\n"
        "  - id: project-manager\n"
        f"    held_by: [{{member: {_person(answers)}, since: {as_of:%Y-%m-%d}}}]\n"
    )


def _person(answers: Answers) -> str:
    return scalar(slug_of(answers.project_manager) or "project-manager")


def _texts(folder: Path, above: str) -> dict[str, str]:
    """Return every file below a folder; `dot-` at the start of a name stands for a dot."""
    texts: dict[str, str] = {}
    for item in folder.iterdir():
        name = above + re.sub(r"^dot-", ".", item.name)
        if item.is_dir():
            texts.update(_texts(item, name + "/"))
        else:
            texts[name] = item.read_text(encoding="utf-8")
    return texts


def _add_lines(path: Path, text: str) -> bool:
    """Add to a file the lines that it lacks, and say whether there were any."""
    data = path.read_bytes()
    there = data.decode("utf-8", errors="replace").splitlines()
    lacking = [line for line in text.splitlines() if line and line not in there]
    if not any(not line.startswith("#") for line in lacking):
        return False
    end = b"\r\n" if b"\r\n" in data else b"\n"
    start = b"" if not data or data.endswith(b"\n") else end
    path.write_bytes(data + start + b"".join(line.encode("utf-8") + end for line in lacking))
    return True
