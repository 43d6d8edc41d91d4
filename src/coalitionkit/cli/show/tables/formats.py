"""A report in the formats that were asked for."""

from collections.abc import Sequence

from coalitionkit.cli import console
from coalitionkit.cli.outputs import Output, outputs
from coalitionkit.cli.show.tables.data import report_csv, report_json
from coalitionkit.cli.show.tables.markdown import report_markdown
from coalitionkit.cli.show.tables.terminal import report_lines
from coalitionkit.cli.show.tables.values import Report

FORMATS = ("full", "json", "csv", "markdown")
"""The formats of every report; `full` is for the terminal."""


def wanted(form: Sequence[str] | None) -> list[Output]:
    """Read `--format` values, before the work is done. Raises ConfigurationError for an unknown one."""
    return outputs(form or FORMATS[:1], FORMATS)


def deliver(report: Report, to: Sequence[Output]) -> None:
    """Write a report to where it was asked for."""
    for output in to:
        if output.format == "full":
            output.show(report_lines(report, width=console.width()))
        elif output.format == "csv":
            output.write_csv(report_csv(report))
        else:
            output.write(report_json(report) if output.format == "json" else report_markdown(report))
