"""PDF: tagged for screen readers, made by Typst, which comes with the extra `coalitionkit[pdf]`.

The words go in as data, never as Typst: nothing that a plan says can be run. The page it is set on is a Typst
file, which reads nothing else and fetches nothing.
"""

import json
import tempfile
from collections.abc import Iterable
from datetime import date
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
    widths,
)
from coalitionkit.publish.writers.direction import is_right_to_left

_STANDARD = "ua-1"
"""PDF/UA-1: headings, lists, tables and reading order are marked for those who do not see the page."""


def document(
    body: Iterable[Block], *, page: str, title: str, coalition: str, language: str, day: date
) -> bytes:
    """Return blocks as a PDF file; `page` is the Typst text that it is set by.

    Raises MissingExtraError where Typst is not installed, and BrokenTemplateError when it refuses the page.
    """
    try:
        typst: Any = import_module("typst")
    except ImportError:
        raise missing_extra("PDF files", "pdf") from None
    code, _, region = language.partition("-")
    data = {
        "title": title,
        "coalition": coalition,
        "lang": code,
        "region": region or None,
        "rtl": is_right_to_left(language),
        "day": [day.year, day.month, day.day],
        "body": [_block(block) for block in body],
    }
    with tempfile.TemporaryDirectory() as empty:
        try:
            made: bytes = typst.compile(
                page.encode("utf-8"),
                root=empty,
                format="pdf",
                sys_inputs={"data": json.dumps(data)},
                pdf_standards=[_STANDARD],
            )
        except typst.TypstError as error:
            raise BrokenTemplateError(f"the page of the PDF cannot be set: {error.message}") from error
    return made


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
                "rows": [[_runs(cell) for cell in row] for row in rows],
            }
        case Rule():
            return {"kind": "rule"}


def _runs(runs: Runs) -> list[dict[str, Any]]:
    return [run._asdict() for run in runs]
