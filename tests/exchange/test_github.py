"""Workflow commands: one line each, read back as they were meant, no more than a step shows."""

import re
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.exchange.github import github
from coalitionkit.exchange.report import Report, one_line
from coalitionkit.findings import Severity
from coalitionkit.places import Position, Span
from exchange.reports import HOSTILE, finding, hostile_run, report, saying

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)\Z", re.DOTALL)


class Command(NamedTuple):
    """A command as the runner takes it apart."""

    name: str
    properties: dict[str, str]
    message: str


def commands(report: Report) -> list[Command]:
    """Return the commands; fails on a line that is none."""
    result: list[Command] = []
    for line in github(report).splitlines():
        match = COMMAND.match(line)
        assert match, line
        pairs = (pair.split("=", 1) for pair in match[2].split(","))
        result.append(Command(match[1], {key: read(value) for key, value in pairs}, read(match[3])))
    return result


def read(text: str) -> str:
    """Undo the escapes of a command."""
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def test_a_command_says_what_and_where() -> None:
    assert github(report(finding())) == (
        "::error file=coalition.yaml,line=3,col=5,endColumn=9,title=CK231 project-manager-missing"
        "::no one is the project manager\n"
    )


def test_a_stretch_of_several_lines_has_no_columns() -> None:
    several = Span(Position(3, 5), Position(6, 1))
    (command,) = commands(report(finding(at=several)))
    assert command.properties == {
        "file": "coalition.yaml", "line": "3", "endLine": "6", "title": "CK231 project-manager-missing",
    }  # fmt: skip


@given(st.lists(st.text() | st.sampled_from(HOSTILE), max_size=3))
def test_any_message_stays_on_its_line_and_is_read_back(texts: list[str]) -> None:
    assert [command.message for command in commands(saying(texts))] == [one_line(text) for text in texts]


@given(st.text(st.characters(exclude_characters="/\x00\x85\u2028\u2029", exclude_categories=["Cc", "Cs"])))
def test_any_name_of_a_file_is_read_back(name: str) -> None:
    file = f"a/{name}.yaml"
    (command,) = commands(report(finding(file=file)))
    assert command.properties["file"] == file


def test_a_hostile_plan_gives_no_command_of_its_own() -> None:
    told = commands(hostile_run())
    assert {command.name for command in told[:-1]} == {"error"}
    assert all(c.properties["file"] == "plans % #1/a|b `c` é 😀/coalition.yaml" for c in told[:-1])


@pytest.mark.parametrize(
    ("errors", "warnings", "infos", "shown", "rest"),
    [
        (0, 0, 0, [], ""),
        (1, 2, 0, ["error"] + ["warning"] * 2, ""),
        (10, 10, 0, ["error"] * 10 + ["warning"] * 10, ""),
        (12, 3, 1, ["error"] * 10 + ["warning"] * 3, "2 errors and 1 note"),
        (0, 11, 0, ["warning"] * 10, "1 warning"),
        (0, 0, 2, [], "2 notes"),
    ],
)
def test_errors_come_first_and_what_has_no_room_is_counted(
    errors: int, warnings: int, infos: int, shown: list[str], rest: str
) -> None:
    found = [finding(f"w{n}", Severity.WARNING) for n in range(warnings)]
    found += [finding(f"i{n}", Severity.INFO) for n in range(infos)]
    found += [finding(f"e{n}", Severity.ERROR) for n in range(errors)]
    told = commands(report(*found))
    assert [command.name for command in told] == shown + ["notice"] * bool(rest)
    if rest:
        assert told[-1].message == f"not shown here: {rest}; 'coalition lint' lists all findings"
