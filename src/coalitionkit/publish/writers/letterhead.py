"""The letterhead: a Word file in which the text of a document is put, looked through before it is used.

A file that someone made in Word is taken as it is, within bounds: it may name a few values and ask whether
they are there, and holds no macros and nothing that would be fetched when it is opened.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree as ET  # read within bounds, and without a document type

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from coalitionkit.errors import BrokenTemplateError
from coalitionkit.prose import did_you_mean, listed, shortened

PLACE = "\u2603 the text of the document goes here \u2603"
"""What stands in the paragraph of `{{ body }}` until the text takes its place."""

BODY = "body"
MAX_UNPACKED = 30_000_000
"""The most that a Word template may hold once it is unpacked, in bytes."""

MAX_PART = 5_000_000
"""The most that one part of it with text may hold, in bytes."""

MAX_PARTS = 500
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
_WORD = "wordprocessingml.document.main+xml"
_MACROS = re.compile(rb"macroEnabled|vbaProject|activeX", re.IGNORECASE)
_KEPT_LINKS = ("/hyperlink", "/attachedTemplate")
_MAY = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.If,
    nodes.Not,
    nodes.And,
    nodes.Or,
)
"""All that a Word template may be made of, in Jinja's terms: no loops, calls, filters or attributes."""


@lru_cache(maxsize=4)
def letterhead(template: bytes, file: str, values: tuple[tuple[str, str], ...]) -> bytes:
    """Return a Word template with its values filled in, and `PLACE` where the text goes.

    `file` is its name for messages. Raises BrokenTemplateError when it is no Word file, is not safe to use,
    asks for something else than the values, or has no single place for the text.
    """
    _look_through(template, file)
    try:
        made = DocxTemplate(io.BytesIO(template))
        names = _Names((*dict(values), BODY))
        made.render({**dict(values), BODY: PLACE}, jinja_env=names, autoescape=True)
    except TemplateError as error:
        hint = f"it may print and ask for {listed(sorted([*dict(values), BODY]))}, and nothing else"
        raise BrokenTemplateError(f"'{file}': {error.message}", hint=hint) from error
    except Exception as error:  # the libraries raise whatever a damaged file makes them stumble over
        raise BrokenTemplateError(f"'{file}' is no Word file that can be used: {error}") from error
    word: WordDocument = made.docx
    _check_place(word, file)
    _let_go(word)
    saved = io.BytesIO()
    word.save(saved)
    return saved.getvalue()


def place_of(word: WordDocument) -> Any:
    """Return the paragraph in which the text goes."""
    return next(_places(word))


def _places(word: WordDocument) -> Iterator[Any]:
    return (one for one in word.element.body.iter(qn("w:p")) if PLACE in _text(one))


def _text(paragraph: Any) -> str:
    return "".join(node.text or "" for node in paragraph.iter(qn("w:t")))


def _check_place(word: WordDocument, file: str) -> None:
    places = list(_places(word))
    hint = "write {{ body }} once, in a paragraph of its own"
    if not places:
        raise BrokenTemplateError(f"'{file}' has no place for the text", hint=hint)
    if len(places) > 1:
        raise BrokenTemplateError(
            f"'{file}' has several places for the text, or one in a text box", hint=hint
        )
    if _text(places[0]).strip() != PLACE:
        raise BrokenTemplateError(f"'{file}' has other text in the paragraph of {{{{ body }}}}", hint=hint)


def _let_go(word: WordDocument) -> None:
    """Forget the file that Word itself made this one from: it would be looked for at every opening."""
    for settings in [one.target_part for one in word.part.rels.values() if one.reltype.endswith("/settings")]:
        for key, relation in list(settings.rels.items()):
            if relation.reltype.endswith("/attachedTemplate"):
                del settings.rels[key]
        for element in settings.element.findall(qn("w:attachedTemplate")):
            settings.element.remove(element)


def _look_through(template: bytes, file: str) -> None:
    """Refuse a file that is no Word file, is a bomb, or brings more than text and pictures."""
    if template.startswith(_OLD_OR_LOCKED):
        raise BrokenTemplateError(
            f"'{file}' is in the old format of Word, or locked by a password",
            hint="save it in Word as .docx, without a password",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as packed:
            _check_size(packed.infolist(), file)
            for info in packed.infolist():
                _check_part(info.filename, packed.read(info), file)
            types = packed.read("[Content_Types].xml")
    except (
        zipfile.BadZipFile,
        KeyError,
        RuntimeError,
        NotImplementedError,
        ValueError,
        EOFError,
        OSError,
    ) as error:
        raise BrokenTemplateError(f"'{file}' is no Word file", hint="save it in Word as .docx") from error
    if _WORD.encode() not in types:
        raise BrokenTemplateError(
            f"'{file}' is not a document of Word", hint="save it in Word as a document, .docx"
        )


def _check_size(parts: Iterable[zipfile.ZipInfo], file: str) -> None:
    """Refuse a file that grows when it is unpacked. Nothing is unpacked beyond the size that it declares."""
    found = list(parts)
    large = any(part.file_size > MAX_PART for part in found if _is_text(part.filename))
    if large or len(found) > MAX_PARTS or sum(part.file_size for part in found) > MAX_UNPACKED:
        raise BrokenTemplateError(
            f"'{file}' is too large once it is unpacked", hint="leave only the letterhead in it"
        )


def _is_text(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


def _check_part(name: str, data: bytes, file: str) -> None:
    if _MACROS.search(name.encode()) or (name == "[Content_Types].xml" and _MACROS.search(data)):
        raise BrokenTemplateError(
            f"'{file}' holds macros, which nobody should get with a letter",
            hint="save it in Word as .docx without macros",
        )
    if not _is_text(name):
        return
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"\x00" in data:
        raise BrokenTemplateError(f"'{file}': '{name}' is not what Word writes", hint="save it again in Word")
    if name.endswith(".rels"):
        _check_links(data, file)


def _check_links(data: bytes, file: str) -> None:
    try:
        relations = ET.fromstring(data)  # noqa: S314 - without a document type there is nothing to expand
    except ET.ParseError as error:
        raise ValueError(str(error)) from error
    for relation in relations:
        outside = relation.get("TargetMode", "").lower() == "external"
        if outside and not relation.get("Type", "").endswith(_KEPT_LINKS):
            target = shortened(relation.get("Target", ""))
            raise BrokenTemplateError(
                f"'{file}' would fetch '{target}' whenever it is opened",
                hint="in Word, break the link and keep the picture in the file",
            )


class _Names(ImmutableSandboxedEnvironment):
    """Jinja for Word templates: values are printed and asked for by name, and nothing else can be said."""

    def __init__(self, known: Iterable[str]) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True)
        self.known = tuple(known)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for node in (tree, *tree.find_all(nodes.Node)):
            if isinstance(node, nodes.Name) and node.name not in self.known:
                message = f"there is no '{node.name}' to print{did_you_mean(node.name, self.known)}"
                raise TemplateSyntaxError(message, node.lineno)
            if not isinstance(node, _MAY):
                line = node.lineno or 1  # a few kinds of nodes do not know theirs
                raise TemplateSyntaxError(f"this cannot be used here: {_said(source, line)}", line)
        return tree


def _said(source: str, line: int) -> str:
    """Return what the line of a template says that holds an instruction."""
    text = re.sub(r"<[^>]*>", "", source.split("\n")[line - 1])
    found = re.search(r"{[{%].*", text)
    return shortened(found[0] if found else text)
