"""`coalition render launch`: when each step of the launch is taken, as a document or as planned meetings."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from coalitionkit.analysis.launching import launch as dated
from coalitionkit.cli import writing
from coalitionkit.cli.bundles import unbundled
from coalitionkit.cli.delivery import Order, deliver, pressed
from coalitionkit.cli.opening import PlanPath, at_hand
from coalitionkit.cli.options import today
from coalitionkit.errors import ConfigurationError
from coalitionkit.keeping.launching import plan_launch
from coalitionkit.model.vocabulary.rhythm import SERIES_STEPS
from coalitionkit.periods import clock_time, partial_date
from coalitionkit.prose import listed
from coalitionkit.publish.meetings.launches import launch

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition render launch --start 2027-02-04                     every month on the first Thursday
  coalition render launch --start 2027-02-04 --every two-weeks --out launch --as docx
  coalition render launch --start 2027-02-04 --time 17:30 --record --dry-run"""

_LATEST = 9000


@app.command("launch", epilog=_EPILOG)
@unbundled
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
    order: Order,
) -> None:
    """Date the launch: five meetings in their order, from a start and by how often the group meets.

    Meetings that have a day in the plan keep it.
    """
    first, step = _day(start), _step(every)
    if not record and (dry_run or time or place):
        raise ConfigurationError(
            "--dry-run, --time and --place are for --record", hint="add --record to write meetings"
        )
    coalition, press = pressed(plan, order)
    if record:
        copy = at_hand(plan, order.overlay, no_overlay=order.no_overlay)
        deed = plan_launch(coalition, dated(coalition, first, step), time=_time(time), place=place)
        writing.write(copy, deed.edits, deed.summary, writing.Manner(dry_run, form=order.form))
        return
    made = launch(
        coalition, first, step, press=press, as_of=today(order.as_of), language=order.language or None
    )
    deliver([made], press, order)


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
