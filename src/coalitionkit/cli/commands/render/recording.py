"""What `coalition render invite --final` refuses, says and writes into the plan."""

import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import typer

from coalitionkit.analysis.wording import Alike
from coalitionkit.cli import console
from coalitionkit.cli.console import Piece
from coalitionkit.cli.opening import at_hand
from coalitionkit.cli.writing import Manner, prepared
from coalitionkit.edits import Add
from coalitionkit.model.coalition import Coalition
from coalitionkit.prose import counted
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
    for pair in pairs:
        console.say(
            f"note: the reason in {pair.letter.id} is nearly that in {pair.model.id}: at least half of their "
            f"runs of three words are the same; write what only '{pair.letter.partner}' brings"
        )


def note_private() -> None:
    """Say that letters may hold what does not belong into git."""
    console.say("note: these letters may hold personal addresses and numbers; keep them out of git")


def recorded(
    coalition: Coalition,
    letters: Sequence[Drawn],
    *,
    day: date,
    plan: tuple[Path, Path | None, bool],
    dry_run: bool,
) -> Callable[[], None]:
    """Return what writes into the plan that letters were sent, or shows it; it is sure to fit by now."""
    edits = record(coalition, letters, sent=day)
    path, overlay, no_overlay = plan
    sent = sum(
        one.recipient.invitation is not None and one.recipient.invitation.sent is None for one in letters
    )
    promises = sum(isinstance(edit, Add) for edit in edits)
    done = f"recorded {counted(sent, 'letter')} as sent on {day.isoformat()}"
    done += f" and {counted(promises, 'promise')}" if promises else ""
    desk = at_hand(path, overlay, no_overlay=no_overlay)
    return prepared(desk, edits, done, Manner(dry_run=dry_run), aside=not dry_run)
