"""A plan lives through a year by commands alone, and every comment still stands beside its owner."""

import difflib
import shlex
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from cli.conftest import Run
from coalitionkit.findings import Severity
from coalitionkit.loading import load
from coalitionkit.rules.catalogue import RULES
from coalitionkit.rules.engine import judge
from coalitionkit.settings import settings_for
from coalitionkit.shipped import shipped
from coalitionkit.source.reader import read
from coalitionkit.source.text import Text
from coalitionkit.source.tree import MappingNode, Node, ScalarNode, SequenceNode
from coalitionkit.workspace import find_plans, read_plan

pytestmark = pytest.mark.long

SCRIPT = Path(__file__).parents[1] / "data" / "year.txt"
PLAN = Path("coalition.yaml")
END = date(2027, 6, 30)
IDENTITIES = ("id", "member", "date", "by", "due", "group")
RENAMED = {"home-internet": "broadband-at-home"}
"""What the year renames, so that owners are known again."""


class Beside(NamedTuple):
    """A comment, and the address of what it is written beside or above."""

    comment: str
    owner: str


def test_a_year_by_commands(run: Run, golden: Callable[[str, str], None]) -> None:
    original = (shipped("examples") / "forest-city" / "coalition.yaml").read_bytes()
    PLAN.write_bytes(original)
    before = original.decode()
    transcript = []
    for day, words in _commands():
        ran = run(*words, *(() if words[0] == "rename" else ("--as-of", day)))
        transcript.append(f"$ coalition {shlex.join(words[:3])}\n{ran.out}{ran.err}")
        assert ran.code == 0, "".join(transcript[-1:])
    after = PLAN.read_bytes().decode()
    golden("year.txt", "".join(transcript))
    golden("year.diff", _diff(before, after))
    comments = list(_comments(before))
    assert len(comments) > 40
    assert [one for one in comments if one not in set(_comments(after))] == []
    assert len(list(_comments(after))) == len(comments)
    assert _errors(END) == []
    assert run("lint", "--as-of", END.isoformat()).code == 0


def _commands() -> Iterator[tuple[str, list[str]]]:
    day = ""
    for line in SCRIPT.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            day = line.removeprefix("== ")
        elif line and not line.startswith("#"):
            yield day, shlex.split(line)


def _errors(as_of: date) -> list[str]:
    (plan,) = find_plans([Path()])
    outcome = load(read_plan(plan))
    verdict = judge(outcome, RULES, settings=settings_for(outcome.committed), as_of=as_of)
    return [finding.message for finding in verdict.findings if finding.severity is Severity.ERROR]


def _diff(before: str, after: str) -> str:
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), "2026-06-30", "2027-06-30", n=2
    )
    return "".join(lines)


def _comments(text: str) -> Iterator[Beside]:
    """Give each comment of a plan with its owner: what begins on its line, or on the next with content."""
    owners = _owners(text)
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        code, mark, comment = _parted(line)
        if not mark:
            continue
        below = range(number + 1, len(lines) + 1)
        at = number if code.strip() else next((n for n in below if _parted(lines[n - 1])[0].strip()), 0)
        yield Beside(comment.strip(), owners.get(at, f"line {at}"))


def _parted(line: str) -> tuple[str, str, str]:
    """Return a line before and after the sign that begins a comment; no text of this plan holds ` #`."""
    if line.startswith("#"):
        return "", "#", line[1:]
    return line.partition(" #")


def _owners(text: str) -> dict[int, str]:
    """Return the address of the first key or item that begins on each line."""
    root = read(Text("coalition.yaml", text)).root
    assert root is not None
    owners: dict[int, str] = {}
    for line, address in _walked(root, ""):
        owners.setdefault(line, address)
    return owners


def _walked(node: Node, at: str) -> Iterator[tuple[int, str]]:
    if isinstance(node, MappingNode):
        for key, entry in node.entries.items():
            here = f"{at}.{key}"
            yield entry.key.place.span.start.line, here
            yield from _walked(entry.value, here)
    elif isinstance(node, SequenceNode):
        for index, item in enumerate(node.items):
            here = f"{at}[{_name(item) or index}]"
            yield item.place.span.start.line, here
            yield from _walked(item, here)


def _name(item: Node) -> str:
    if not isinstance(item, MappingNode):
        return item.value if isinstance(item, ScalarNode) else ""
    for key in IDENTITIES:
        value = item.value(key)
        if isinstance(value, ScalarNode):
            return RENAMED.get(value.value, value.value)
    return ""
