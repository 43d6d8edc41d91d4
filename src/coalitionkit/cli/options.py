"""Options that commands share, and the only place that reads the clock."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from coalitionkit.errors import ConfigurationError
from coalitionkit.periods import PartialDate, partial_date

AsOf = Annotated[
    str,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="The day that counts as today, such as 2026-03-14.",
        show_default="today",
    ),
]

Overlay = Annotated[
    Path | None,
    typer.Option(
        "--overlay",
        metavar="FILE",
        envvar="COALITION_OVERLAY",
        help="The private overlay, when it is not coalition.private.yaml beside the plan.",
    ),
]

Form = Annotated[
    list[str] | None,
    typer.Option(
        "--format", metavar="FORMAT[=FILE]", help="full, json, csv or markdown.", show_default="full"
    ),
]

NoOverlay = Annotated[bool, typer.Option("--no-overlay", help="Leave private overlays out.")]


OnDay = Annotated[
    str,
    typer.Option(
        "--on",
        metavar="DATE",
        help="When it happened, as exactly as you know it: 2026-03-14, 2026-03 or 2026.",
        show_default="today",
    ),
]


def day_of(on: str, as_of: str) -> PartialDate:
    """Return when something happened: as it was given, else today. Raises ConfigurationError."""
    if not on:
        return partial_date(today(as_of).isoformat())
    try:
        return partial_date(on)
    except ValueError as error:
        raise ConfigurationError(f"--on: {error}") from None


def today(as_of: str) -> date:
    """Return the day that counts as today. Raises ConfigurationError for anything but a day."""
    if not as_of:
        return date.today()  # noqa: DTZ011 - the day where the user is
    try:
        day = partial_date(as_of)
    except ValueError as error:
        raise ConfigurationError(f"--as-of: {error}") from None
    if day.first != day.last:
        raise ConfigurationError(f"--as-of: {as_of} is not one day; write a date as 2026-03-14")
    return day.first
