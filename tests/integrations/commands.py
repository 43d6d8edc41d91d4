"""Which words the command line knows: for pages and files that quote it."""

import re
from collections.abc import Iterator
from typing import Any

from coalitionkit.cli.app import COMMANDS, command_line

_QUOTED = re.compile(rf"""(?<![\w.-])coalition"? ((?:{"|".join(COMMANDS)})\b[^\n`]*)""")
_ELSEWHERE = re.compile(r"[|;&<>]|\d>|#")


def quoted_commands(text: str) -> Iterator[list[str]]:
    """Yield the words of each command that a text quotes, without the program's name."""
    for found in _QUOTED.finditer(text.replace("\\\n", " ")):
        yield [word.strip("'\"") for word in _ELSEWHERE.split(found[1])[0].split()]


def unknown_words(command: list[str]) -> list[str]:
    """Return the options and formats of a command line that the program's own help does not know."""
    asked: Any = command_line().commands[command[0]]
    asked = asked.imported()
    for word in command[1:]:
        if word not in getattr(asked, "commands", {}):
            break
        asked = asked.commands[word]
    known = {option: parameter for parameter in asked.params for option in parameter.opts}
    options = [word.partition("=")[0] for word in command if re.match(r"-{1,2}[a-z]", word)]
    unknown = [option for option in options if option not in {*known, "--help"}]
    return unknown + [name for name in _formats(command) if name not in _offered(known["--format"])]


def _formats(command: list[str]) -> Iterator[str]:
    for word, following in zip(command, [*command[1:], ""], strict=True):
        if word == "--format" and re.match(r"[a-z]", following):
            yield following.partition("=")[0]
        elif word.startswith("--format="):
            yield word.split("=")[1]


def _offered(parameter: Any) -> set[str]:
    return set(re.findall(r"[a-z]+", parameter.help))
