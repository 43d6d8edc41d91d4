"""How the examples of a plan's own rules held, for people and for programs."""

import json
from collections.abc import Iterator, Sequence

from coalitionkit.cli.console import Line, Piece, wrapped
from coalitionkit.exchange.report import at
from coalitionkit.findings import OWN
from coalitionkit.prose import counted
from coalitionkit.rules.local.trials import Trial

VERSION = 1


def trial_lines(trials: Sequence[Trial], *, width: int) -> Iterator[Line]:
    """Show each example on a line, with the reason below where it does not hold."""
    for trial in trials:
        sign, style = ("✗", "error") if trial.problem else ("✓", "good") if trial.example else ("·", "faint")
        what = f"{trial.example} example" if trial.example else "" if trial.problem else "no example"
        yield (
            Piece(f"{sign} ", style),
            Piece(f"{trial.rule} ", "place"),
            Piece(f"{what}  {at(trial.place)}".strip(), "faint"),
        )
        yield from ((Piece(f"  {line}"),) for line in wrapped(trial.problem, width - 2))
    if not trials:
        yield (Piece("there are no rules of a plan's own to try"),)
        return
    tried = [trial for trial in trials if trial.example]
    failed = [trial for trial in trials if trial.problem]
    rules = counted(len({trial.rule for trial in trials}), "rule")
    result = f"{len(failed)} to mend" if failed else "all hold"
    style = "error" if failed else "good"
    yield (Piece(f"{counted(len(tried), 'example')} of {rules}: {result}.", style),)


def trials_json(trials: Sequence[Trial]) -> str:
    """Return the same as JSON."""
    rows = [
        {
            "rule": trial.rule,
            "code": OWN + trial.rule,
            "example": trial.example or None,
            "holds": not trial.problem,
            "problem": trial.problem or None,
            "file": trial.place.file,
            "line": trial.place.span.start.line,
            "column": trial.place.span.start.column,
        }
        for trial in trials
    ]
    return json.dumps({"version": VERSION, "examples": rows}, ensure_ascii=False, indent=2) + "\n"
