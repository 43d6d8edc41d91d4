"""Options that go together: opened for the parser, whole for the command."""

from inspect import signature
from typing import Annotated, Any, NamedTuple

import pytest
import typer

from coalitionkit.cli.bundles import unbundled
from coalitionkit.cli.deferral import with_deferred


class Letter(NamedTuple):
    """Two options, one of them under another name."""

    tone: Annotated[str, typer.Option("--tone", help="How it sounds.")] = "warm"
    pages: Annotated[int, typer.Option("--length", min=1)] = 1


def posted(heard: list[Any]) -> typer.Typer:
    """Return an app whose one command remembers what it was called with."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)

    @app.callback()
    def post() -> None:
        """Send letters."""

    @app.command("send")
    @unbundled
    def send(
        to: str,
        *,
        fast: Annotated[bool, typer.Option("--fast")] = False,
        letter: Letter,
        note: Annotated[str, typer.Option("--note")] = "",
    ) -> None:
        """Send a letter."""
        heard.append((to, fast, letter, note))

    return app


def test_the_options_of_a_bundle_stand_where_the_bundle_stood() -> None:
    @unbundled
    def send(to: str, *, fast: bool = False, letter: Letter, note: str = "") -> None:
        """Send a letter."""

    parameters = signature(send).parameters
    assert [*parameters] == ["to", "fast", "tone", "pages", "note"]
    assert parameters["tone"].default == "warm"
    assert send.__name__ == "send"
    assert send.__doc__ == "Send a letter."


@pytest.mark.parametrize(
    ("typed", "letter"),
    [
        ([], Letter()),
        (["--length", "3"], Letter(pages=3)),
        (["--tone", "cool", "--length", "2"], Letter("cool", 2)),
    ],
)
def test_a_command_gets_its_bundle_whole(typed: list[str], letter: Letter) -> None:
    heard: list[Any] = []
    command = with_deferred(posted(heard), {})
    command.main(["send", "ana", "--fast", *typed, "--note", "soon"], standalone_mode=False)
    assert heard == [("ana", True, letter, "soon")]


def test_help_shows_each_option_in_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    with_deferred(posted([]), {}).main(["send", "--help"], standalone_mode=False)
    told = capsys.readouterr().out
    assert "How it sounds." in told
    assert "letter" not in told.replace("Send a letter.", "")
    assert told.index("--fast") < told.index("--tone") < told.index("--length") < told.index("--note")
