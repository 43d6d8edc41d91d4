"""The programs that people open documents with take them as they are.

These tests run where the programs are: soffice and pdftotext; html-validate on the PATH; chromium with the
package playwright, and axe-core at COALITION_AXE.
"""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from coalitionkit.publish.document import Document
from coalitionkit.publish.forms import written
from publish.pressroom import agenda_for, letter_to
from publish.specimens import SHIPPED, TRICKY, everything, squeezed

pytestmark = pytest.mark.long

CHROMIUM = "/usr/bin/chromium"
DOCUMENTS = {
    "letter": lambda: letter_to("river-street-legal"),
    "letter-with-gaps": lambda: letter_to("quiet-fund"),
    "letter-in-spanish": lambda: letter_to("hugo-paz"),
    "agenda": lambda: agenda_for("decisionmaking"),
    "agenda-in-spanish": lambda: agenda_for("introductions", language="es"),
    "everything": everything,
}


@pytest.fixture(params=DOCUMENTS)
def made(request: pytest.FixtureRequest) -> Document:
    return DOCUMENTS[request.param]()


def program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not on the PATH")
    return found


def run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, check=False, timeout=180)  # noqa: S603 - on the PATH
    assert done.returncode == 0, (done.stdout + done.stderr).decode("utf-8", "replace")
    return done.stdout.decode("utf-8", "replace")


def text_of_pdf(file: Path) -> str:
    return squeezed(run(program("pdftotext"), "-layout", "-enc", "UTF-8", str(file), "-"))


def in_plain_letters(texts: tuple[str, ...]) -> list[str]:
    """Return the texts that come out of a PDF sign for sign: others are there, but as pictures of signs."""
    return [squeezed(text) for text in texts if text.isascii()]


def test_word_files_open_in_libreoffice(made: Document, tmp_path: Path) -> None:
    office = program("soffice")
    file = tmp_path / "specimen.docx"
    file.write_bytes(written(made, "docx", SHIPPED))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = (
        "--headless",
        profile,
        "--infilter=MS Word 2007 XML",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
    )
    run(office, *convert, str(file))
    pdf = file.with_suffix(".pdf")
    assert pdf.is_file(), "LibreOffice says nothing when it cannot open a file"
    found = text_of_pdf(pdf)
    if made.name == "specimen":
        assert all(text in found for text in in_plain_letters(TRICKY))
    else:
        assert squeezed(made.coalition) in found


def test_pdf_files_say_what_the_document_says(made: Document, tmp_path: Path) -> None:
    pytest.importorskip("typst")
    file = tmp_path / "specimen.pdf"
    file.write_bytes(written(made, "pdf", SHIPPED))
    assert squeezed(made.coalition) in text_of_pdf(file)
    if made.name == "specimen":
        found = text_of_pdf(file)
        assert all(text in found for text in in_plain_letters(TRICKY))
    if shutil.which("pdfinfo"):
        about = run("pdfinfo", str(file))
        assert "Tagged:          yes" in about
        assert f"Title:           {made.title}" in about


def test_html_files_are_valid(made: Document, tmp_path: Path) -> None:
    file = tmp_path / "specimen.html"
    file.write_bytes(written(made, "html", SHIPPED))
    (tmp_path / ".htmlvalidate.json").write_text(
        '{"root": true, "extends": ["html-validate:recommended"]}',
        encoding="utf-8",
    )
    run(program("html-validate"), "--config", str(tmp_path / ".htmlvalidate.json"), str(file))


@pytest.fixture(scope="module")
def browser() -> Any:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not Path(CHROMIUM).exists():
        pytest.skip(f"there is no {CHROMIUM}")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_html_files_can_be_used_by_everyone(
    made: Document, scheme: str, browser: Any, tmp_path: Path
) -> None:
    axe = os.environ.get("COALITION_AXE", "")
    if not Path(axe).is_file():
        pytest.skip("COALITION_AXE does not name axe.min.js")
    file = tmp_path / "specimen.html"
    file.write_bytes(written(made, "html", SHIPPED))
    # The page lets no script run; the one that looks at it is the browser's own.
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    page.add_script_tag(path=axe)
    found = page.evaluate("async () => (await axe.run()).violations.map(v => `${v.id}: ${v.nodes[0].html}`)")
    context.close()
    assert found == []
    assert asked == [file.as_uri()], "the page needs no other file"
