"""`coalition render launch`: when each step of the launch is taken, as a document or as planned meetings."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from coalitionkit.analysis.launching import launch as dated
from coalitionkit.cli import writing
from coalitionkit.cli.delivery import (
    As,
    Attach,
    Force,
    InLanguage,
    Manner,
    Out,
    ToldAs,
    UpToDate,
    deliver,
    pressed,
)
from coalitionkit.cli.opening import PlanPath, at_hand
from coalitionkit.cli.options import AsOf, NoOverlay, Overlay, today
from coalitionkit.errors import ConfigurationError
from coalitionkit.keeping.launching import plan_launch
from coalitionkit.model.vocabulary.rhythm import SERIES_STEPS
from coalitionkit.periods import clock_time, partial_date
from coalitionkit.prose import listed
from coalitionkit.publish.launches import launch

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition render launch --start 2027-02-04                     every month on the first Thursday
  coalition render launch --start 2027-02-04 --every two-weeks --out launch --as docx
  coalition render launch --start 2027-02-04 --time 17:30 --record --dry-run"""

_LATEST = 9000


@app.command("launch", epilog=_EPILOG)
def launch_command(  # noqa: PLR0913 - one parameter for each option
    *,
    start: Annotated[
        str, typer.Option("--start", metavar="DATE", help="The day of the first meeting, such as 2027-02-04.")
    ],
    every: Annotated[
        str,
        typer.Option("--every", metavar="STEP", help="How often the group meets: week, two-weeks or month."),
    ] = "month",
    record: Annotated[
        bool, typer.Option("--record", help="Write the meetings into the plan, as planned.")
    ] = False,
    time: Annotated[
        str, typer.Option("--time", metavar="TIME", help="With --record: when meetings begin, such as 17:30.")
    ] = "",
    place: Annotated[
        str, typer.Option("--place", metavar="TEXT", help="With --record: where meetings take place.")
    ] = "",
    dry_run: writing.DryRun = False,
    plan: PlanPath = Path(),
    forms: As = None,
    attach: Attach = None,
    out: Out = None,
    force: Force = False,
    check: UpToDate = False,
    language: InLanguage = "",
    as_of: AsOf = "",
    overlay: Overlay = None,
    no_overlay: NoOverlay = False,
    form: ToldAs = "full",
) -> None:
    """Date the launch: five meetings in their order, from a start and by how often the group meets.

    Meetings that have a day in the plan keep it.
    """
    first, step = _day(start), _step(every)
    if not record and (dry_run or time or place):
        raise ConfigurationError(
            "--dry-run, --time and --place are for --record", hint="add --record to write meetings"
        )
    coalition, press = pressed(plan, overlay, no_overlay=no_overlay)
    if record:
        copy = at_hand(plan, overlay, no_overlay=no_overlay)
        deed = plan_launch(coalition, dated(coalition, first, step), time=_time(time), place=place)
        writing.write(copy, deed.edits, deed.summary, writing.Manner(dry_run, form=form))
        return
    made = launch(coalition, first, step, press=press, as_of=today(as_of), language=language or None)
    deliver([made], press, Manner(forms or (), attach or (), out, force, check, form))


def _day(text: str) -> date:
    try:
        day = partial_date(text)
    except ValueError as error:
        raise ConfigurationError(f"--start: {error}") from None
    if day.first != day.last or day.first.year > _LATEST:
        raise ConfigurationError(f"--start: {text} is not one day; write a date as 2027-02-04")
    return day.first


def _step(text: str) -> str:
    step = SERIES_STEPS.slug(text)
    if step is None:
        raise ConfigurationError(
            f"--every: nothing comes round every '{text}'", hint=f"choose {listed(SERIES_STEPS.words, 'or')}"
        )
    return step


def _time(text: str) -> str:
    try:
        return clock_time(text) if text else ""
    except ValueError as error:
        raise ConfigurationError(f"--time: {error}") from None
