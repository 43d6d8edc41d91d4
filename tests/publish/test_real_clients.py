"""The programs that people open documents with take them as they are: all of them, in every language.

These tests run where the programs are: soffice, pdftotext and pdfinfo; html-validate on the PATH; chromium
with the package playwright, and axe-core at COALITION_AXE; node with ical.js at COALITION_ICAL. A program is
started once for all documents, as starting is what takes long.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from coalitionkit.publish.document import Document, file_name
from coalitionkit.publish.forms import written
from publish.almanac import begins, events
from publish.catalog import CATALOG, SHOWN, forms_of, presses, shown
from publish.hard_words import hard
from publish.specimens import TRICKY, everything, mail, squeezed

pytestmark = pytest.mark.long

CHROMIUM = "/usr/bin/chromium"
PACIFIC = ZoneInfo("America/Los_Angeles")
EVERYTHING = {"preload": False, "resultTypes": ["violations"]}
COLORS = {**EVERYTHING, "runOnly": {"type": "tag", "values": ["cat.color"]}}
"""What axe-core looks for: in the dark, and on a phone, only the colors are others."""

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}


def documents() -> Iterator[tuple[str, Document]]:
    """Yield all documents by name, then all with hard words in them, then one with every kind of block."""
    for name, code in SHOWN:
        yield f"{name}.{code}", shown(name, code)
    for name in CATALOG:
        yield f"hard-{name}", hard(name, "en")
    yield "everything", everything()
    yield "everything-from-the-right", everything()._replace(language="ar")


def files(form: str, folder: Path) -> dict[Path, Document]:
    """Write every document that can have a format."""
    found = {folder / f"{name}.{form}": made for name, made in documents() if form in forms_of(made)}
    for file, made in found.items():
        file.write_bytes(written(made, form, presses().folders))
    return found


def program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not on the PATH")
    return found


def named(variable: str, what: str) -> str:
    """Return the file that a variable of the environment names."""
    found = os.environ.get(variable, "")
    if not Path(found).is_file():
        pytest.skip(f"{variable} does not name {what}")
    return found


def run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, check=False, timeout=600)  # noqa: S603 - on the PATH
    assert done.returncode == 0, (done.stdout + done.stderr).decode("utf-8", "replace")
    return done.stdout.decode("utf-8", "replace")


def unsaid(file: Path, made: Document) -> list[str]:
    """Return what a PDF file should say and does not. Other letters come out of it as pictures of signs."""
    found = squeezed(run(program("pdftotext"), "-raw", "-enc", "UTF-8", str(file), "-"))
    # Where one writes from the right, brackets and signs come out of a PDF in another order.
    hard_one = file.stem.startswith(("hard-", "everything")) and made.language != "ar"
    wanted = [text for text in TRICKY if text.isascii()] if hard_one else [made.coalition]
    return [text for text in wanted if squeezed(text) not in found]


def test_word_files_open_in_libreoffice(tmp_path: Path) -> None:
    office = program("soffice")
    found = files("docx", tmp_path)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = ("--infilter=MS Word 2007 XML", "--convert-to", "pdf", "--outdir", str(tmp_path))
    run(office, "--headless", profile, *convert, *map(str, found))
    # LibreOffice says nothing when it cannot open a file.
    assert [file.name for file in found if not file.with_suffix(".pdf").is_file()] == []
    wrong = {file.name: unsaid(file.with_suffix(".pdf"), made) for file, made in found.items()}
    assert {name: texts for name, texts in wrong.items() if texts} == {}


def test_pdf_files_say_what_the_document_says_aloud_too(tmp_path: Path) -> None:
    pytest.importorskip("typst")
    found = files("pdf", tmp_path)
    wrong = {file.name: unsaid(file, made) for file, made in found.items()}
    assert {name: texts for name, texts in wrong.items() if texts} == {}
    about = {file.name: (run(program("pdfinfo"), str(file)), made) for file, made in found.items()}
    assert [name for name, (told, _) in about.items() if "Tagged:          yes" not in told] == []
    assert [
        name for name, (told, made) in about.items() if f"Title:           {made.title}" not in told
    ] == []


def test_html_files_are_valid(tmp_path: Path) -> None:
    validate = program("html-validate")
    rules = tmp_path / ".htmlvalidate.json"
    rules.write_text('{"root": true, "extends": ["html-validate:recommended"]}', encoding="utf-8")
    run(validate, "--config", str(rules), *map(str, files("html", tmp_path)))


@pytest.fixture
def browser() -> Any:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not Path(CHROMIUM).exists():
        pytest.skip(f"there is no {CHROMIUM}")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


def test_html_files_can_be_used_by_everyone(browser: Any, tmp_path: Path) -> None:
    axe = Path(named("COALITION_AXE", "axe.min.js")).read_text(encoding="utf-8")
    # The page lets no script run; the one that looks at it is the browser's own.
    page = browser.new_context(bypass_csp=True).new_page()
    violations: dict[str, list[str]] = {}
    for file in files("html", tmp_path):
        page.goto(file.as_uri())
        page.evaluate(axe)
        for scheme, size, looked_for in (("light", DESK, EVERYTHING), ("dark", PHONE, COLORS)):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size(size)
            found = page.evaluate(
                "async (options) => (await axe.run(options)).violations"
                ".map(one => `${one.id}: ${one.nodes[0].html}`)",
                looked_for,
            )
            violations |= {f"{file.name}, {scheme}": found} if found else {}
    assert violations == {}


def test_html_files_fit_any_screen_and_need_no_other_file(browser: Any, tmp_path: Path) -> None:
    page = browser.new_page(viewport=PHONE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    found = files("html", tmp_path)
    wide: dict[str, int] = {}
    for file in found:
        page.goto(file.as_uri())
        beyond = page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
        wide |= {file.name: beyond} if beyond > 0 else {}
    assert wide == {}, "a page never moves sideways"
    assert asked == [file.as_uri() for file in found]


def test_calendars_are_right_in_another_library(tmp_path: Path) -> None:
    library = named("COALITION_ICAL", "dist/ical.js of the package ical.js")
    found = files("ics", tmp_path)
    until = datetime(2027, 5, 1, tzinfo=UTC)
    script = str(Path(__file__).with_name("occurrences.mjs"))
    told = json.loads(run(program("node"), script, library, until.isoformat()[:19], *map(str, found)))
    for file in found:
        expected = {
            uid: [_in_utc(one) for one in begins(event, until)]
            for uid, event in events(file.read_bytes()).items()
        }
        assert told[str(file)] == expected, file.name
    monthly = told[str(tmp_path / "calendar.en.ics")]["series-core@harbor-point.coalition"]
    moments = [datetime.fromisoformat(one) for one in monthly]
    assert {one.astimezone(PACIFIC).strftime("%A %H:%M") for one in moments} == {"Thursday 09:00"}
    hours = {one.date(): one.hour for one in moments}
    assert (hours[date(2026, 10, 29)], hours[date(2026, 11, 12)]) == (16, 17), "the clocks go back on Nov 1"
    assert (hours[date(2027, 3, 4)], hours[date(2027, 3, 18)]) == (17, 16), "and forward on March 14"


def _in_utc(moment: date) -> str:
    if isinstance(moment, datetime) and moment.tzinfo:
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return moment.isoformat()


def test_mail_programs_get_what_was_attached() -> None:
    for name, made in documents():
        inside = {
            file_name(made.name, form): written(made, form, presses().folders)
            for form in ("docx", "html", "txt", "ics")
            if form in forms_of(made)
        }
        found = mail(written(made, "eml", presses().folders, list(inside.items())))
        assert [part.defects for part in found.walk() if part.defects] == [], name
        parts = list(found.iter_attachments())
        assert {str(part.get_filename()): part.get_payload(decode=True) for part in parts} == inside, name
