"""`coalition end`: what is over is written down with its day, and what hangs on it too."""

from pathlib import Path
from typing import Annotated

import typer

from coalitionkit.cli.asking import Choice, Question, asked, may_ask
from coalitionkit.cli.bundles import unbundled
from coalitionkit.cli.completion import command_words
from coalitionkit.cli.doors import plan_of
from coalitionkit.cli.opening import PlanPath, WorkingCopy, at_hand
from coalitionkit.cli.options import AsOf, NoOverlay, OnDay, Overlay, day_of
from coalitionkit.cli.writing import Manner, NoInput, write
from coalitionkit.errors import ConfigurationError
from coalitionkit.keeping.endings import ENDINGS, Ending, cannot_end, ended
from coalitionkit.model.kinds import RecordKind, kinds_named
from coalitionkit.prose import listed

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_WAYS = "\n".join(f"  {kind:16}{way.says}" for kind, way in ENDINGS.items())
_EPILOG = f"""\b
What can end, and what that means:
{_WAYS}

\b
Examples:
  coalition end commitment fee-list --on 2026-08-28
  coalition end role data-lead --on 2026-06-30
  coalition end role data-lead --as waived --reason "The college does it."
  coalition end strategy coaching --as stopped --reason "The money ran out."
  coalition end working-group homes-that-last"""


@app.command(epilog=_EPILOG)
@unbundled
def end(  # noqa: PLR0913 - one parameter for each option
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="KIND ID", help="What has ended.", autocompletion=command_words),
    ] = None,
    *,
    on: OnDay = "",
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="TEXT", help="Why, for those who come later.")
    ] = None,
    way: Annotated[
        str | None,
        typer.Option(
            "--as", metavar="WORD", help="Which of several ends: a role waived, a strategy stopped."
        ),
    ] = None,
    plan: PlanPath = Path(),
    as_of: AsOf = "",
    manner: Manner,
    no_input: NoInput = False,
    overlay: Overlay = None,
    no_overlay: NoOverlay = False,
) -> None:
    """Record that something has ended; the day given is its last one.

    What hangs on it is ended too, and what only you can settle is told.
    """
    copy = at_hand(plan, overlay, no_overlay=no_overlay)
    kind, key = _meant(copy, words or [], asking=may_ask(no_input=no_input))
    deed = ended(plan_of(copy), kind, key, Ending(day_of(on, as_of), reason, way))
    write(copy, deed.edits, deed.summary, manner, unsettled=deed.unsettled)


def _meant(copy: WorkingCopy, words: list[str], *, asking: bool) -> tuple[str, str]:
    """Return the kind and the id of what has ended, asked for where they are missing."""
    if not words and asking:
        ways = tuple(Choice(kind, way.says) for kind, way in ENDINGS.items())
        words = [asked(Question("What has ended?", choices=ways, required=True))]
    if not words:
        raise ConfigurationError(f"say what has ended: {listed(ENDINGS, 'or')}", hint="coalition end KIND ID")
    kinds = [kind for kind in kinds_named(words[0]) if kind.name in ENDINGS]
    if not kinds:
        raise cannot_end(kinds_named(words[0])[0].name)
    kind = kinds[0]
    if len(words) > 2:  # noqa: PLR2004 - kind and id
        raise ConfigurationError(f"'{words[2]}' is one word too many", hint=f"coalition end {kind.name} ID")
    if len(words) == 1 and asking:
        words.append(_asked_which(copy, kind))
    if len(words) == 1:
        raise ConfigurationError(f"which {kind.words}?", hint=f"'coalition list {kind.name}' lists them")
    return kind.name, words[1]


def _asked_which(copy: WorkingCopy, kind: RecordKind) -> str:
    choices = tuple(Choice(one.id, one.title) for one in copy.records.of(kind))
    return asked(Question(f"Which {kind.words}?", choices=choices, required=True))
