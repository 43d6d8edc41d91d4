"""Tables for pages: Markdown in which text from the plan stays text."""

from collections.abc import Iterable, Iterator, Sequence

from coalitionkit.cli.show.tables.values import Report, Table, shown_columns, text_of
from coalitionkit.exchange.markdown import in_a_cell
from coalitionkit.prose import safe
from coalitionkit.publish.markdown import escaped


def report_markdown(report: Report) -> str:
    """Return a report as a page."""
    return "\n\n".join(_page(report)) + "\n"


def table_markdown(table: Table) -> str:
    """Return a table alone, with all its columns under their keys."""
    keys = [column.key for column in table.columns]
    rows = ([in_a_cell(text_of(cell)) for cell in row] for row in table.rows)
    return "\n".join(_grid(keys, rows)) + "\n"


def _page(report: Report) -> Iterator[str]:
    yield from (escaped(sentence) for sentence in report.lead)
    for table in report.tables:
        yield f"## {escaped(table.title)}"
        yield _shown(table) if table.rows else f"*{escaped(table.empty or 'none')}*"
    if report.terms:
        yield "\n".join(f"- {escaped(sentence)}" for sentence in report.terms)


def _shown(table: Table) -> str:
    places = shown_columns(table)
    columns = [table.columns[place] for place in places]
    rows = ([escaped(safe(text_of(row[place]))) for place in places] for row in table.rows)
    numbers = [place for place, column in enumerate(columns) if column.is_number]
    return "\n".join(_grid([escaped(column.heading) for column in columns], rows, numbers))


def _grid(heads: Sequence[str], rows: Iterable[Sequence[str]], numbers: Sequence[int] = ()) -> Iterator[str]:
    """Give the lines of a table whose cells are Markdown already; columns of `numbers` stand to the right."""
    marks = ["---:" if place in numbers else "---" for place in range(len(heads))]
    yield from (f"| {' | '.join(cells)} |" for cells in (heads, marks, *rows))
