"""The formats that a document can have. Any document can have any of them: none knows the others.

Only a calendar asks for more than text: something that takes place on a day.

What a format needs beside the text, such as the page it is set on or a Word file with styles, is looked for
in the plan's own folder of templates first.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, time

from coalitionkit.errors import ConfigurationError
from coalitionkit.publish.blocks import Block, blocks
from coalitionkit.publish.document import Document
from coalitionkit.publish.templates import Folders

STYLES = "page/document.css"
PAGE = "page/document.typ"
LETTERHEAD = "page/document.docx"

Attachment = tuple[str, bytes]
"""The name of a file and what is in it."""


def written(document: Document, form: str, folders: Folders, attachments: Sequence[Attachment] = ()) -> bytes:
    """Return a document in a format, one of `FORMS`; the same document gives the same bytes.

    Only e-mail carries attachments. Raises MissingExtraError, BrokenTemplateError, and ConfigurationError
    for a calendar of what does not take place on any day.
    """
    if form == "eml":
        return _mail(document, folders, attachments)
    return FORMS[form](document, folders)


def _body(document: Document) -> tuple[Block, ...]:
    return blocks(document.text, [str(gap) for gap in document.gaps])


def _markdown(document: Document, _folders: Folders) -> bytes:
    return document.text.encode("utf-8")


def _text(document: Document, _folders: Folders) -> bytes:
    from coalitionkit.publish.writers.text import text

    return text(_body(document)).encode("utf-8")


def _page(document: Document, folders: Folders, *, heading_needed: bool) -> str:
    from coalitionkit.publish.writers.html import page

    return page(
        document.title,
        _body(document),
        language=document.language,
        style=folders.text(STYLES),
        heading_needed=heading_needed,
    )


def _html(document: Document, folders: Folders) -> bytes:
    return _page(document, folders, heading_needed=True).encode("utf-8")


def _word(document: Document, folders: Folders) -> bytes:
    from coalitionkit.publish.writers.starter import starter
    from coalitionkit.publish.writers.word import filled

    own = folders.file(LETTERHEAD)
    return filled(
        _body(document),
        template=own.data if own else starter(),
        file=own.file if own else LETTERHEAD,
        values={
            "title": document.title,
            "coalition": document.coalition,
            "language": document.language,
            "day": document.day.isoformat(),
        },
        day=datetime.combine(document.day, time(), UTC),
    )


def _pdf(document: Document, folders: Folders) -> bytes:
    from coalitionkit.publish.writers.pdf import document as pdf

    return pdf(
        _body(document),
        page=folders.source(PAGE),
        title=document.title,
        coalition=document.coalition,
        language=document.language,
        day=document.day,
    )


def _mail(document: Document, folders: Folders, attachments: Sequence[Attachment] = ()) -> bytes:
    from coalitionkit.publish.writers.mail import draft

    return draft(
        document,
        text=_text(document, folders).decode("utf-8"),
        page=_page(document, folders, heading_needed=False),
        attachments=attachments,
    )


def _calendar(document: Document, _folders: Folders) -> bytes:
    from coalitionkit.publish.writers.calendar import calendar

    if not document.events:
        raise ConfigurationError(
            f"'{document.name}' has no day that a calendar could show",
            hint="agendas and the calendar have one once a meeting has its 'date', "
            "or a series 'every', 'day' and 'start'",
        )
    return calendar(document)


FORMS: Mapping[str, Callable[[Document, Folders], bytes]] = {
    "md": _markdown,
    "docx": _word,
    "html": _html,
    "pdf": _pdf,
    "eml": _mail,
    "txt": _text,
    "ics": _calendar,
}
"""The formats by the ending of their files."""
