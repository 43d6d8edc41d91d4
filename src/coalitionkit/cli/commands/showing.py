"""`coalition show`: everything that is recorded of one record, or below one address."""

import json
from pathlib import Path
from typing import Annotated

import typer

from coalitionkit.cli import console
from coalitionkit.cli.completion import command_words
from coalitionkit.cli.opening import PlanPath, at_hand, note_errors
from coalitionkit.cli.options import Form, NoOverlay, Overlay
from coalitionkit.cli.outputs import Output, outputs
from coalitionkit.cli.show.records import target_lines
from coalitionkit.cli.show.records_data import pairs_table, target_data
from coalitionkit.cli.show.tables.data import table_csv
from coalitionkit.errors import ConfigurationError, UnknownRecordError
from coalitionkit.loading.records import Records, Target
from coalitionkit.source.tree import Node

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_VERSION = 1
_EPILOG = """\b
Examples:
  coalition show ana-lopez
  coalition show metric debt-in-collections
  coalition show value debt-in-collections 2025
  coalition show members[ana-lopez].compensation
  coalition show focus --format markdown"""


@app.command(epilog=_EPILOG)
def show(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="KIND ID | ID | ADDRESS",
            help="One record, or an address such as focus.equity.",
            autocompletion=command_words,
        ),
    ],
    *,
    plan: PlanPath = Path(),
    form: Form = None,
    private: Annotated[bool, typer.Option("--private", help="Show private values too.")] = False,
    overlay: Overlay = None,
    no_overlay: NoOverlay = False,
) -> None:
    """Show everything that is recorded of one record, and who refers to it."""
    wanted = outputs(form or ["full"], ("full", "json", "csv", "markdown"))
    copy = at_hand(plan, overlay, no_overlay=no_overlay)
    target = copy.records.target(words)
    if target.node is None:
        raise UnknownRecordError(f"nothing is written at {target.address}")
    if target.private and not private:
        raise ConfigurationError(f"{target.address} is private", hint="--private shows it")
    for output in wanted:
        _write(output, target, target.node, copy.records, private=private)
    note_errors(copy.loaded)


def _write(output: Output, target: Target, node: Node, records: Records, *, private: bool) -> None:
    if output.format == "json":
        document = {"version": _VERSION, **target_data(target, node, records, private=private)}
        output.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
    elif output.format == "full":
        output.show(target_lines(target, node, records, private=private, width=console.width()))
    else:
        table = pairs_table(node, target.kind, target.address, private=private)
        if output.format == "csv":
            output.write_csv(table_csv(table))
        else:
            from coalitionkit.cli.show.tables.markdown import table_markdown

            output.write(table_markdown(table))
