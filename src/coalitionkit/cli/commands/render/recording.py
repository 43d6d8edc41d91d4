"""What `coalition render invite --final` refuses, says and writes into the plan."""

import sys
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

import typer

from coalitionkit.analysis.wording import Alike
from coalitionkit.cli import console
from coalitionkit.cli.console import Piece
from coalitionkit.cli.opening import WorkingCopy
from coalitionkit.cli.writing import Manner, prepared
from coalitionkit.errors import ConfigurationError
from coalitionkit.model.coalition import Coalition
from coalitionkit.periods import PartialDate, partial_date
from coalitionkit.prose import counted, first_few
from coalitionkit.publish.letters import Drawn
from coalitionkit.publish.sending import Obstacle, record


def stop_at(obstacles: Sequence[Obstacle]) -> None:
    """End the command with exit code 1, after what keeps letters from being sent, if anything does."""
    if not obstacles:
        return
    for name in dict.fromkeys(one.letter for one in obstacles):
        theirs = [one for one in obstacles if one.letter == name]
        sys.stderr.write(console.plain((Piece(f"{name}: {counted(len(theirs), 'thing')} to mend"),)))
        for one in theirs:
            line = (Piece(f"  {one.where}", "place"), Piece(f": {one.message}"))
            sys.stderr.write(console.plain(line))
    letters = counted(len({one.letter for one in obstacles}), "letter")
    console.say(f"nothing is written: {letters} cannot be sent yet; without --final you get a draft")
    raise typer.Exit(1)


def note_repeated(pairs: Sequence[Alike]) -> None:
    """Say which letters give the reason of another one."""
    by_model: dict[str, list[str]] = {}
    for pair in pairs:
        by_model.setdefault(pair.model.id, []).append(pair.letter.id)
    for model, letters in by_model.items():
        verb = "gives" if len(letters) == 1 else "give"
        console.say(
            f"note: {first_few(letters)} {verb} nearly the reason of {model}: at least half of their runs of "
            "three words are the same; write under 'why_you' what nobody else brings"
        )


def note_private() -> None:
    """Say that letters may hold what does not belong into git."""
    console.say("note: these letters may hold personal addresses and numbers; keep them out of git")


class Final(NamedTuple):
    """How letters are to be recorded: sent on a day, promises due by another, or only shown."""

    day: date
    due: str = ""
    dry_run: bool = False


def recorded(
    coalition: Coalition, letters: Sequence[Drawn], final: Final, *, copy: WorkingCopy
) -> Callable[[], None]:
    """Return what writes into the plan that letters were sent, or shows it; it is sure to fit by now.

    Raises ConfigurationError for a date that is none.
    """
    deed = record(coalition, letters, sent=final.day, due=_date(final.due))
    if not deed.edits:
        return partial(console.say, "nothing to record: the plan says already that these letters were sent")
    manner = Manner(dry_run=final.dry_run)
    return prepared(copy, deed.edits, deed.summary, manner, unsettled=deed.unsettled, aside=True)


def _date(text: str) -> PartialDate | None:
    try:
        return partial_date(text) if text else None
    except ValueError as error:
        raise ConfigurationError(f"--due: {error}") from None
