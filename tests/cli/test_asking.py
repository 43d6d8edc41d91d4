"""Questions at a terminal."""

import io
import sys

import pytest

from coalitionkit.cli import console
from coalitionkit.cli.asking import Choice, Question, asked, may_ask
from coalitionkit.errors import ConfigurationError

CHOICES = (Choice("ana-lopez", "Ana López"), Choice("ben-ito", "Ben Ito"))


def answer(monkeypatch: pytest.MonkeyPatch, question: Question, *lines: str) -> str:
    """Return what becomes of the lines that a person types."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    return asked(question)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("2", "ben-ito"), ("ben-ito", "ben-ito"), ("Ana López", "ana-lopez"), ("ben ito", "ben-ito"), ("", "")],
)
def test_a_choice_is_made_by_number_word_or_label(
    monkeypatch: pytest.MonkeyPatch, typed: str, meant: str
) -> None:
    assert answer(monkeypatch, Question("Who?", choices=CHOICES), typed) == meant


def test_several_choices_are_made_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    assert answer(monkeypatch, Question("Who?", choices=CHOICES, several=True), "2, Ana López") == (
        "ben-ito, ana-lopez"
    )


def test_what_is_no_choice_is_asked_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert answer(monkeypatch, Question("Who?", choices=CHOICES), "0", "3", "ben-itp", "1") == "ana-lopez"
    err = capsys.readouterr().err
    assert "'0' is none of the choices; '?' lists them" in err
    assert "'ben-itp' is none of the choices; did you mean 'ben-ito'?" in err


def test_other_words_may_be_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    question = Question("Who?", choices=CHOICES, open_to_others=True)
    assert answer(monkeypatch, question, "other:someone") == "other:someone"


def test_many_choices_are_listed_when_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    many = tuple(Choice(f"p{number}", "") for number in range(40))
    question = Question("Who?", help="Someone.", choices=many)
    assert answer(monkeypatch, question, "p3") == "p3"
    assert "p39" not in capsys.readouterr().out
    assert answer(monkeypatch, question, "?", "p3") == "p3"
    out = capsys.readouterr().out
    assert ("  Someone." in out, " 40  p39" in out) == (True, True)


def test_enter_takes_the_proposal(monkeypatch: pytest.MonkeyPatch) -> None:
    assert answer(monkeypatch, Question("Id?", proposal="ana", required=True), "") == "ana"


def test_an_answer_that_cannot_be_read_is_asked_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def read(text: str) -> object:
        if text != "good":
            raise ConfigurationError(f"'{text}' is not good")
        return text

    assert answer(monkeypatch, Question("How?", required=True, read=read), "bad", "", "good") == "good"
    assert capsys.readouterr().err.splitlines() == ["'bad' is not good", "this is needed; '?' says more"]


def test_only_who_sits_at_a_terminal_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "is_terminal", lambda _stream: True)
    assert may_ask(no_input=False)
    assert not may_ask(no_input=True)
    monkeypatch.setattr(console, "is_terminal", lambda stream: stream is sys.stdin)
    assert not may_ask(no_input=False)
