"""PDF: tagged for screen readers, made by Typst, which comes with the extra `coalitionkit[pdf]`.

The words go in as data, never as Typst: nothing that a plan says can be run. The page it is set on is a Typst
file, which reads nothing else and fetches nothing.
"""

import json
import re
import tempfile
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from functools import cache
from importlib import import_module
from typing import Any

from coalitionkit.errors import BrokenTemplateError, missing_extra
from coalitionkit.publish.blocks import (
    Block,
    Heading,
    Listed,
    Paragraph,
    Quote,
    Rule,
    Runs,
    Table,
    leading,
    widths,
)
from coalitionkit.publish.templates import Source
from coalitionkit.publish.writers.direction import is_right_to_left

_STANDARD = "ua-1"
"""PDF/UA-1: headings, lists, tables and reading order are marked for those who do not see the page."""

_DOORS = re.compile(r"\b(?:import|include|eval|plugin|std)\b")
"""The words by which Typst fetches packages, runs text and gets at either by another name."""

_CODE = re.compile(r"[a-z]{2,3}")
_REGION = re.compile(r"[a-zA-Z]{2}")
_NO_SIGN = re.compile(r"the text `(.+?)` could not be displayed")


def document(
    body: Iterable[Block], *, page: Source, title: str, coalition: str, language: str, day: date
) -> bytes:
    """Return blocks as a PDF file; `page` is the Typst text that it is set by.

    Raises MissingExtraError where Typst is not installed, and BrokenTemplateError when it refuses the page,
    or when no font has a sign of the text.
    """
    typst = _typst()
    _check(page)
    code, _, region = language.partition("-")
    data = {
        "title": title,
        "coalition": coalition,
        "lang": code if _CODE.fullmatch(code) else "en",
        "region": region if _REGION.fullmatch(region) else None,
        "rtl": is_right_to_left(language),
        "day": [day.year, day.month, day.day],
        "body": [_block(block) | {"keep": keep} for block, keep in leading(_stepped(body))],
    }
    with tempfile.TemporaryDirectory() as empty:
        try:
            made: bytes = typst.compile(
                page.text.encode("utf-8"),
                root=empty,
                package_path=empty,
                package_cache_path=empty,
                font_paths=_fonts(),
                format="pdf",
                sys_inputs={"data": json.dumps(data)},
                pdf_standards=[_STANDARD],
                timestamp=datetime.combine(day, time(), UTC),
            )
        except typst.TypstError as error:
            raise _refusal(page, error) from error
    return made


def _typst() -> Any:
    try:
        return import_module("typst")
    except ImportError:
        raise missing_extra("PDF files", "pdf") from None


@cache
def _fonts() -> Any:
    """Return the fonts of this machine, which take longer to find than a page to set."""
    return _typst().Fonts()


def _check(page: Source) -> None:
    """Refuse a page that could fetch something.

    Typst looks for packages in the web, by names that it may put together while it runs.
    """
    for number, line in enumerate(page.text.split("\n"), 1):
        if found := _DOORS.search(line):
            raise BrokenTemplateError(
                f"{page.file}:{number}: the page of a PDF may not use '{found[0]}'",
                hint="it stands alone: it reads no other file, and fetches nothing",
            )


def _refusal(page: Source, error: Any) -> BrokenTemplateError:
    message = str(error.message).partition(" (searched")[0]
    if found := _NO_SIGN.search(message):
        return BrokenTemplateError(
            f"no font of this machine has {found[1]}, which the PDF must show",
            hint="install a font that does, such as one of the Noto fonts, or choose another format",
        )
    line = re.search(r"\.typ:(\d+)", str(error.diagnostic))
    where = f"{page.file}:{line[1]}" if line else page.file
    return BrokenTemplateError(f"{where}: the page of the PDF cannot be set: {message}")


def _stepped(body: Iterable[Block]) -> Iterator[Block]:
    """Give the blocks back with headings that begin at level 1 and leave none out, as the standard asks."""
    above: list[int] = []
    for block in body:
        if isinstance(block, Heading):
            while above and above[-1] >= block.level:
                above.pop()
            above.append(block.level)
            yield block._replace(level=len(above))
        else:
            yield block


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading(level, runs):
            return {"kind": "heading", "level": level, "runs": _runs(runs)}
        case Paragraph(runs):
            return {"kind": "paragraph", "runs": _runs(runs)}
        case Quote(inner):
            return {"kind": "quote", "blocks": [_block(one) for one in inner]}
        case Listed(items, start):
            return {
                "kind": "list",
                "start": start,
                "items": [[_block(one) for one in item] for item in items],
            }
        case Table(aligns, head, rows):
            return {
                "kind": "table",
                "aligns": aligns,
                "widths": widths(block),
                "head": [_runs(cell) for cell in head],
                "names_rows": block.names_rows,
                "to_write_in": block.to_write_in,
                "rows": [[_runs(cell) for cell in row] for row in rows],
            }
        case Rule():
            return {"kind": "rule"}


def _runs(runs: Runs) -> list[dict[str, Any]]:
    return [run._asdict() for run in runs]
