"""Every document in every language and every format that is text: as it was before, and none forgotten."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from coalitionkit.cli.commands.render import COMMANDS
from coalitionkit.publish.document import Document
from coalitionkit.publish.forms import FORMS, STYLES, written
from coalitionkit.publish.press import Press
from coalitionkit.publish.shelf import that_ship
from coalitionkit.publish.templates import Folders
from publish.catalog import CATALOG, CODES, OWN, SHOWN, file_of, forms_of, presses, shown
from publish.pressroom import GOLDEN, assert_golden
from publish.specimens import opened_calendar, opened_mail

BINARY = {"docx", "pdf"}
TEXTS = [form for form in FORMS if form not in BINARY]
WHOLE = {"letter-recorded", "agenda-decisionmaking"}
"""Documents whose pages and e-mails are kept whole; of others, what repeats is held against the rest."""

STYLE = re.compile(r"(?<=<style>\n).*?(?=</style>)", re.DOTALL)
HEADING = re.compile(r'<h1 class="unseen">.*?</h1>\n')
TEXTS_SHOWN = [
    (name, code, form) for name, code in SHOWN for form in TEXTS if form in forms_of(shown(name, code))
]


def as_read(document: Document, form: str, *, whole: bool) -> str:
    """Return what a file says, in an order and lines that do not hang on versions of libraries."""
    data = written(document, form, presses().folders)
    if form == "eml":
        mail = opened_mail(data)
        return mail if whole else without_repeats(mail, document)
    if form == "ics":
        return opened_calendar(data, zones=document.name == "calendar")
    assert b"\r" not in data
    text = data.decode("utf-8")
    return text if form != "html" or whole else without_style(text)


def without_style(page: str) -> str:
    """Return a page without its style, which is the same on every one."""
    (style,) = STYLE.findall(page)
    assert style.endswith(presses().folders.text(STYLES))
    return STYLE.sub("(style)\n", page)


def without_repeats(mail: str, document: Document) -> str:
    """Return an e-mail without its two bodies, which are the plain text and the page of the document."""
    for form in ("txt", "html"):
        body = written(document, form, presses().folders).decode("utf-8")
        assert HEADING.sub("", body) in mail, f"the {form} part is the document"
        mail = mail.replace(HEADING.sub("", body), f"(the document as {form})\n")
    return mail


@pytest.mark.parametrize(("name", "code", "form"), TEXTS_SHOWN)
def test_documents_read_as_before(name: str, code: str, form: str, request: pytest.FixtureRequest) -> None:
    text = as_read(shown(name, code), form, whole=name in WHOLE)
    assert_golden(file_of(name, code, form), text, request)


def test_every_golden_file_is_compared() -> None:
    files = {file.relative_to(GOLDEN).as_posix() for file in GOLDEN.rglob("*") if file.is_file()}
    assert files == {file_of(*one) for one in TEXTS_SHOWN}


def test_every_command_that_makes_documents_has_one() -> None:
    assert {entry.command for entry in CATALOG.values()} == COMMANDS.keys() - {"context"}


def test_every_template_is_used_by_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: set[str] = set()

    def watched(read: Callable[[Folders, str], Any]) -> Callable[[Folders, str], Any]:
        def reading(folders: Folders, name: str) -> object:
            asked.add(name)
            return read(folders, name)

        return reading

    monkeypatch.setattr(Folders, "find", watched(Folders.find))
    monkeypatch.setattr(Folders, "data", watched(Folders.data))
    press = Press(Folders.around(OWN))
    for entry in CATALOG.values():
        for code in CODES:
            entry.make(entry.plan(), entry.day, code, press)
    ship = {name for name in that_ship().every() if name.partition("/")[0] in CODES}
    assert {name.partition("/")[2] for name in ship - asked} == {"worksheet.json"}, "which is no document"


@pytest.mark.parametrize(("name", "code"), SHOWN)
def test_documents_are_in_the_language_that_is_asked_for(name: str, code: str) -> None:
    assert shown(name, code).language == code
