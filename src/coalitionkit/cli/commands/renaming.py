"""`coalition rename`: another id for a record, there and wherever the plan refers to it."""

from pathlib import Path
from typing import Annotated

import typer

from coalitionkit.cli.bundles import unbundled
from coalitionkit.cli.completion import command_words
from coalitionkit.cli.opening import PlanPath, at_hand
from coalitionkit.cli.options import NoOverlay, Overlay
from coalitionkit.cli.writing import Manner, write
from coalitionkit.editing.composing import renamed
from coalitionkit.errors import ConfigurationError
from coalitionkit.prose import counted

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition rename member ana-lopez ana-lopez-ruiz
  coalition rename population mam-speakers maya-mam-speakers
  coalition rename debt-in-collections debt-past-due --forget"""


@app.command(epilog=_EPILOG)
@unbundled
def rename(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="[KIND] OLD NEW",
            help="The id as it is, with the kind of record where that is not plain, and as it shall be.",
            autocompletion=command_words,
        ),
    ],
    *,
    forget: Annotated[
        bool, typer.Option("--forget", help="Do not keep the old id among the former ids.")
    ] = False,
    plan: PlanPath = Path(),
    manner: Manner,
    overlay: Overlay = None,
    no_overlay: NoOverlay = False,
) -> None:
    """Give a record another id, there and wherever the plan refers to it.

    The old id is kept below former_ids, so that old links still find the record.
    """
    if len(words) < 2:  # noqa: PLR2004 - the old and the new one
        raise ConfigurationError("say the id as it is and as it shall be", hint="coalition rename OLD NEW")
    *named, new = words
    copy = at_hand(plan, overlay, no_overlay=no_overlay)
    target = copy.records.target(named)
    one = target.record
    if one is None:
        raise ConfigurationError(f"{target.address} is no record, so it has no id")
    edits = renamed(copy.records, one, new, forget=forget)
    places = len(copy.records.referring(one, private=True))
    where = f" and {counted(places, 'reference')} to it" if places else ""
    write(copy, edits, f"renamed {one.words} to {new}{where}", manner)
