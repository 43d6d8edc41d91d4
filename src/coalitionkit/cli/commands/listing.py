"""`coalition list`: what a plan holds, kind by kind."""

import json
import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from coalitionkit.cli import console
from coalitionkit.cli.completion import kind_names
from coalitionkit.cli.opening import PlanPath, at_hand, note_errors
from coalitionkit.cli.options import NoOverlay, Overlay
from coalitionkit.cli.outputs import Output, outputs
from coalitionkit.cli.show.listing import kinds_lines, kinds_table, records_table
from coalitionkit.cli.show.records_data import record_data
from coalitionkit.cli.show.tables.data import records_of, table_csv
from coalitionkit.cli.show.tables.terminal import left_out_lines, table_lines
from coalitionkit.cli.show.tables.values import Table
from coalitionkit.loading.records import Recorded
from coalitionkit.model.kinds import kinds_named

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_VERSION = 1
_EPILOG = """\b
Examples:
  coalition list                           the kinds of records, and how many there are
  coalition list members
  coalition list values debt-in-collections
  coalition list funding-sources --format csv=funding.csv      opens in Excel"""


@app.command("list", epilog=_EPILOG)
def list_command(  # noqa: PLR0913 - one parameter for each option
    kind: Annotated[
        str,
        typer.Argument(
            metavar="[KIND]", help="Which records, such as members or metrics.", autocompletion=kind_names
        ),
    ] = "",
    owner: Annotated[
        str, typer.Argument(metavar="[OWNER]", help="Only those of one record, such as values of a metric.")
    ] = "",
    *,
    plan: PlanPath = Path(),
    form: Annotated[
        list[str] | None,
        typer.Option(
            "--format", metavar="FORMAT[=FILE]", help="table, json, csv or markdown.", show_default="table"
        ),
    ] = None,
    private: Annotated[
        bool, typer.Option("--private", help="Put private values into json, where they are recorded.")
    ] = False,
    overlay: Overlay = None,
    no_overlay: NoOverlay = False,
) -> None:
    """List the records of a plan.

    Without KIND: which kinds there are, and how many of each.
    """
    wanted = outputs(form or ["table"], ("table", "json", "csv", "markdown"))
    named = kinds_named(kind) if kind else ()
    copy = at_hand(plan, overlay, no_overlay=no_overlay)
    records = copy.records
    found: list[Recorded] = []
    if owner:
        one_kind, one = records.owner(kind, owner)
        named, found = (one_kind,), list(records.of(one_kind, one.address))
    elif named:
        found = [one for each in named for one in records.of(each)]
    table = records_table(named, found) if named else kinds_table(records)
    whole = partial(record_data, records=records, private=private)
    for output in wanted:
        _write(output, table, map(whole, found) if named else None)
    note_errors(copy.loaded)


def _write(output: Output, table: Table, records: Iterable[dict[str, Any]] | None) -> None:
    """Write a table of records, or of all kinds where `records` is None."""
    if output.format == "json":
        rows = records_of(table) if records is None else list(records)
        document = {"version": _VERSION, table.key: rows}
        output.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
    elif output.format == "csv":
        output.write_csv(table_csv(table))
    elif output.format == "markdown":
        from coalitionkit.cli.show.tables.markdown import table_markdown

        output.write(table_markdown(table))
    elif records is None:
        output.show(kinds_lines(table, console.width()))
    elif table.rows:
        output.show(table_lines(table, console.width()))
        if output.file is None and console.is_terminal(sys.stdout):
            output.show(left_out_lines(table, console.width()))
    else:
        output.show([(console.Piece(table.empty),)])
