"""Documents on their way to people: in which formats, into which files, and what they still lack."""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from coalitionkit.cli import console
from coalitionkit.cli.console import Line, Piece
from coalitionkit.cli.opening import opened
from coalitionkit.cli.options import AsOf, NoOverlay, Overlay
from coalitionkit.cli.outputs import Output, outputs
from coalitionkit.errors import ConfigurationError, UnreadableFileError, WouldOverwriteError
from coalitionkit.model.coalition import Coalition
from coalitionkit.prose import counted, did_you_mean, listed
from coalitionkit.publish.document import Document, file_name
from coalitionkit.publish.forms import FORMS, Attachment, written
from coalitionkit.publish.press import Press
from coalitionkit.publish.templates import Folders
from coalitionkit.source.store import write_whole

VERSION = 2
_TOLD_AS = ("full", "json")
_FIRST = "md"
_READABLE = frozenset({"md", "txt", "html", "eml", "ics"})
"""The formats that are text, and may go to the terminal or a pipe."""

_BETWEEN = b"\n---\n\n"
_JOINABLE = frozenset({"md", "txt"})


class Order(NamedTuple):
    """What a person wants of documents: in which formats and language, for which day, and where they go."""

    forms: Annotated[
        list[str] | None,
        typer.Option(
            "--as",
            metavar="FORM",
            help="md, docx, html, pdf, eml, ics or txt; may be repeated.",
            show_default="md",
        ),
    ] = None
    attach: Annotated[
        list[str] | None,
        typer.Option(
            "--attach",
            metavar="FORM",
            help="Attach the document in this form to the e-mail; may be repeated.",
        ),
    ] = None
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="DIR", help="Write files there, instead of to the terminal."),
    ] = None
    force: Annotated[bool, typer.Option("--force", help="Replace files that exist already.")] = False
    check: Annotated[
        bool,
        typer.Option(
            "--check", help="Write nothing; end with 1 when files in --out are not what would be written."
        ),
    ] = False
    language: Annotated[
        str,
        typer.Option(
            "--language", metavar="CODE", help="The language, such as es.", show_default="as recorded"
        ),
    ] = ""
    as_of: AsOf = ""
    overlay: Overlay = None
    no_overlay: NoOverlay = False
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT[=FILE]",
            help="How to tell what was made: full, or json with texts and gaps.",
        ),
    ] = "full"


class _Rendered(NamedTuple):
    """A document in one format, and the file for it, None where it goes to the terminal."""

    document: Document
    form: str
    file: Path | None
    data: bytes


def pressed(path: Path, order: Order) -> tuple[Coalition, Press]:
    """Return the one plan at a path, and the press with the templates around it."""
    found = opened(path, order.overlay, no_overlay=order.no_overlay)
    return found.coalition, Press(Folders.around(found.folder))


def deliver(documents: Sequence[Document], press: Press, order: Order) -> None:
    """Write documents where they are wanted, and say what they lack.

    Raises ConfigurationError for a format that there is not, or that a terminal cannot show, and
    WouldOverwriteError where files exist already; then nothing is written.
    """
    (output,) = outputs([order.form], _TOLD_AS)
    forms = _forms(order)
    if order.check and order.out is None:
        raise ConfigurationError("--check compares files", hint="say where they lie with --out DIR")
    if order.out is not None and not order.check:
        _stop_before_overwriting(documents, forms, order)
    rendered = [
        _rendered(document, form, press, order)
        for document in console.progress(documents, "Making documents", total=len(documents))
        for form in forms
    ]
    if order.check:
        _compare(rendered)
    elif order.out is not None:
        _write(rendered, order.out)
    if output.format == "json":
        output.write(json.dumps(_report(documents, rendered), ensure_ascii=False, indent=2) + "\n")
    elif order.out is not None:
        output.show(_lines(rendered))
    else:
        _print(rendered, output)


def _forms(order: Order) -> list[str]:
    forms = list(dict.fromkeys(order.forms or [_FIRST]))
    for form in (*forms, *(order.attach or ())):
        if form not in FORMS:
            hint = did_you_mean(form, FORMS) or f"; choose {listed(FORMS, 'or')}"
            raise ConfigurationError(f"no document can be made as '{form}'{hint}")
    if "eml" in (order.attach or ()):
        raise ConfigurationError("an e-mail is not attached to itself", hint="attach pdf or docx")
    if order.attach and "eml" not in forms:
        raise ConfigurationError("--attach is for e-mail", hint="add --as eml")
    unreadable = [form for form in forms if form not in _READABLE]
    if order.out is None and order.form.partition("=")[0] != "json" and (unreadable or len(forms) > 1):
        what = f"{listed(unreadable)} files" if unreadable else "several formats"
        raise ConfigurationError(
            f"a terminal cannot show {what}", hint="say where to write them with --out DIR"
        )
    return forms


def _stop_before_overwriting(documents: Sequence[Document], forms: Sequence[str], order: Order) -> None:
    files = [_file(document, form, order) for document in documents for form in forms]
    there = [file.as_posix() for file in files if file and (file.exists() or file.is_symlink())]
    if there and not order.force:
        verb = "exists" if len(there) == 1 else "exist"
        raise WouldOverwriteError(f"{listed(there)} {verb} already", hint="replace with --force")


def _rendered(document: Document, form: str, press: Press, order: Order) -> _Rendered:
    attachments: list[Attachment] = []
    if form == "eml":
        attachments = [
            (file_name(document.name, other), written(document, other, press.folders))
            for other in dict.fromkeys(order.attach or ())
        ]
    data = written(document, form, press.folders, attachments)
    return _Rendered(document, form, _file(document, form, order), data)


def _file(document: Document, form: str, order: Order) -> Path | None:
    return None if order.out is None else order.out / file_name(document.name, form)


def _write(rendered: Sequence[_Rendered], out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
        for one in rendered:
            if one.file is not None:
                write_whole(one.file, one.data)
    except (FileExistsError, NotADirectoryError) as error:
        hint = "name another folder with --out"
        raise UnreadableFileError(f"'{out}' cannot be a folder: a file is in its way", hint=hint) from error
    except OSError as error:
        raise UnreadableFileError(f"cannot write to '{out}': {error.strerror or error}") from error


def _compare(rendered: Sequence[_Rendered]) -> None:
    """End with exit code 1 when a file is missing, or is not what would be written now."""
    stale = [one.file for one in rendered if one.file and _content(one.file) != one.data]
    for file in stale:
        state = "is not what the plan says now" if file.exists() else "is missing"
        console.say(f"{file.as_posix()} {state}")
    if stale:
        console.say(f"{counted(len(stale), 'file')} of {len(rendered)} to make again: leave out --check")
        raise typer.Exit(1)


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None


def _print(rendered: Sequence[_Rendered], output: Output) -> None:
    if len(rendered) > 1 and rendered[0].form not in _JOINABLE:
        raise ConfigurationError(
            f"a terminal cannot show several {rendered[0].form} files",
            hint="say where to write them with --out DIR",
        )
    output.write(_BETWEEN.join(one.data for one in rendered).decode("utf-8"))
    sys.stdout.flush()
    documents = [one.document for one in rendered]
    for line in (*_gap_lines(documents), *_reading_lines(documents, every=True)):
        sys.stderr.write(console.plain(line))


def _lines(rendered: Sequence[_Rendered]) -> Iterator[Line]:
    for one in rendered:
        if one.file is not None:
            yield (Piece(one.file.as_posix(), "place"), Piece(f"  {_state(one.document)}"))
    documents = list(dict.fromkeys(one.document for one in rendered))
    yield from _gap_lines(documents)
    yield from _reading_lines(documents, every=False)


def _state(document: Document) -> str:
    reading = f", {document.reading}" if document.reading else ""
    return f"{document.language}, {counted(len(document.gaps), 'gap')}{reading}"


def _reading_lines(documents: Sequence[Document], *, every: bool) -> Iterator[Line]:
    """Say of each letter, or of each that is hard, how hard it is to read."""
    for document in documents:
        if document.reading and document.reading.hard:
            advice = "hard to read; shorter sentences and words would help"
            yield (Piece(f"{document.name}: {document.reading}: {advice}", "warning"),)
        elif document.reading and every:
            yield (Piece(f"{document.name}: {document.reading}"),)


def _gap_lines(documents: Sequence[Document]) -> Iterator[Line]:
    """Say of each gap what to write and where to record it."""
    for document in documents:
        if document.gaps:
            yield (Piece(f"{document.name}: {counted(len(document.gaps), 'gap')}", "warning"),)
        for gap in document.gaps:
            yield (Piece(f"  {gap.where}", "place"), Piece(f": {gap.message}"))


def _report(documents: Sequence[Document], rendered: Sequence[_Rendered]) -> dict[str, Any]:
    files: dict[str, list[str]] = {}
    for one in rendered:
        if one.file is not None:
            files.setdefault(one.document.name, []).append(one.file.as_posix())
    return {
        "version": VERSION,
        "documents": [
            {
                "name": document.name,
                "title": document.title,
                "language": document.language,
                "audience": document.audience,
                "files": files.get(document.name, []),
                "gaps": [
                    {"part": gap.part, "message": gap.message, "address": str(gap.where), "mark": gap.mark}
                    for gap in document.gaps
                ],
                "reading": document.reading._asdict() if document.reading else None,
                "text": document.text,
            }
            for document in documents
        ],
    }
