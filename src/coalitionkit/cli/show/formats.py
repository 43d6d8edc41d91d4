"""The formats in which findings go out; what writes one is imported when it is asked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module

from coalitionkit.cli import console
from coalitionkit.cli.outputs import STEP_SUMMARY_ROOM, Output, add_to_step_summary
from coalitionkit.cli.show.findings import full
from coalitionkit.errors import UnreadableFileError
from coalitionkit.exchange.report import Report


def show(report: Report, wanted: Sequence[Output]) -> None:
    """Write a report in the format of each output to where the output goes.

    Where one cannot be written the others are, and then its error is raised.
    """
    failed: list[OSError | UnreadableFileError] = []
    for output in wanted:
        try:
            _show(report, output)
        except (OSError, UnreadableFileError) as error:
            failed.append(error)
    if failed:
        raise failed[0]


def _show(report: Report, output: Output) -> None:
    if output.format in _FOR_PEOPLE:
        output.show(_FOR_PEOPLE[output.format](report))
        return
    module, name = _FOR_PROGRAMS[output.format]
    writer: Callable[[Report], str] = getattr(import_module(f"coalitionkit.exchange.{module}"), name)
    output.write(writer(report))
    if output.format == "github":
        from coalitionkit.exchange.markdown import markdown

        add_to_step_summary(markdown(report, room=STEP_SUMMARY_ROOM))


def _full(report: Report) -> Iterator[console.Line]:
    return full(
        report.verdicts,
        width=console.width(),
        as_of=report.as_of,
        counts=_counts(report),
        fail_on=report.fail_on,
    )


def _concise(report: Report) -> Iterator[console.Line]:
    from coalitionkit.cli.show.concise import concise

    yield from concise(report.distinct)
    if counts := _counts(report):
        yield from ((), *counts)


def _counts(report: Report) -> list[console.Line]:
    if not report.statistics:
        return []
    from coalitionkit.cli.show.statistics import statistics_lines

    return list(statistics_lines(report.distinct))


_FOR_PEOPLE: Mapping[str, Callable[[Report], Iterable[console.Line]]] = {"full": _full, "concise": _concise}
_FOR_PROGRAMS = {
    "json": ("findings_json", "findings_json"),
    "jsonl": ("findings_json", "findings_jsonl"),
    "sarif": ("sarif", "sarif"),
    "junit": ("junit", "junit"),
    "gitlab": ("gitlab", "gitlab"),
    "github": ("github", "github"),
    "markdown": ("markdown", "markdown"),
}
FORMATS = (*_FOR_PEOPLE, *_FOR_PROGRAMS)
"""What `--format` takes."""
