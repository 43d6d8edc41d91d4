"""Questions at a terminal: plain lines, so that every console can show them.

Empty leaves a question open, `?` shows what can be answered.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import typer

from coalitionkit.cli import console
from coalitionkit.cli.console import Line, Piece
from coalitionkit.errors import ConfigurationError
from coalitionkit.prose import did_you_mean

_LONGEST_LIST = 12
"""How many choices are shown unasked."""


class Choice(NamedTuple):
    """A value that can be chosen, and what it is called."""

    value: str
    label: str


class Question(NamedTuple):
    """What is asked. `read` refuses an answer by a ConfigurationError; `proposal` stands for Enter.

    `several` says that the answer may be several choices, with commas. With `open_to_others`, what is no
    choice is an answer too.
    """

    words: str
    help: str = ""
    choices: Sequence[Choice] = ()
    proposal: str = ""
    required: bool = False
    several: bool = False
    open_to_others: bool = False
    read: Callable[[str], object] = str


def may_ask(*, no_input: bool) -> bool:
    """Whether someone sits there who can be asked."""
    return not no_input and console.is_terminal(sys.stdin) and console.is_terminal(sys.stdout)


def asked(question: Question) -> str:
    """Return the answer to a question, "" when it is left open; asks again until the answer can be used."""
    if question.choices and len(question.choices) <= _LONGEST_LIST:
        console.show(_listed(question.choices))
    while True:
        text = str(
            typer.prompt(_prompt(question), default=question.proposal, show_default=bool(question.proposal))
        ).strip()
        if text == "?":
            console.show(_help(question))
            continue
        if not text:
            if not question.required:
                return ""
            typer.echo("this is needed; '?' says more", err=True)
            continue
        try:
            answer = _chosen(question, text)
            question.read(answer)
        except ConfigurationError as error:
            typer.echo(error.message, err=True)
            continue
        return answer


def _prompt(question: Question) -> str:
    how = "a number, a word or ?" if question.choices else ""
    if question.choices and question.several:
        how = "numbers or words with commas, or ?"
    leave = "" if question.required or question.proposal else "Enter to leave it out"
    hints = ", ".join(hint for hint in (how, leave) if hint)
    return f"{question.words} ({hints})" if hints else question.words


def _chosen(question: Question, text: str) -> str:
    """Return what an answer stands for: a number for a choice, a label for its value."""
    if not question.choices:
        return text
    if not question.several:
        return _choice(question, text)
    return ", ".join(_choice(question, part.strip()) for part in text.split(",") if part.strip())


def _choice(question: Question, text: str) -> str:
    choices = question.choices
    values = {choice.value for choice in choices}
    if text in values:
        return text
    if text.isdecimal() and 1 <= int(text) <= len(choices):
        return choices[int(text) - 1].value
    by_label = {choice.label.casefold(): choice.value for choice in choices}
    if text.casefold() in by_label:
        return by_label[text.casefold()]
    if question.open_to_others:
        return text
    hint = did_you_mean(text, values) or "; '?' lists them"
    raise ConfigurationError(f"'{text}' is none of the choices{hint}")


def _help(question: Question) -> Iterator[Line]:
    if question.help:
        for line in console.wrapped(question.help, console.width() - 2):
            yield (Piece(f"  {line}", "faint"),)
    yield from _listed(question.choices)


def _listed(choices: Iterable[Choice]) -> Iterator[Line]:
    for number, choice in enumerate(choices, 1):
        label = "" if choice.label in ("", choice.value) else f"  {choice.label}"
        yield (Piece(f"  {number:3}  {choice.value}"), Piece(label, "faint"))
