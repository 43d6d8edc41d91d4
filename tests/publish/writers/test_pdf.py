"""PDF: tagged, from data only, on a page that reads and fetches nothing."""

import re
import sys

import pytest

from coalitionkit.errors import BrokenTemplateError, MissingExtraError
from coalitionkit.publish.blocks import blocks
from coalitionkit.publish.forms import PAGE, written
from coalitionkit.publish.templates import Source
from coalitionkit.publish.writers.pdf import document as pdf
from publish.specimens import DAY, SHIPPED, document, everything

SHIPPED_PAGE = SHIPPED.source(PAGE)


def made(markdown: str, *, page: str = SHIPPED_PAGE.text, language: str = "en") -> bytes:
    pytest.importorskip("typst")
    source = Source(page, "templates/page/document.typ")
    return pdf(blocks(markdown), page=source, title="T", coalition="C", language=language, day=DAY)


def test_it_is_tagged_and_says_its_title_and_language() -> None:
    pytest.importorskip("typst")
    data = written(document("# A\n\nb\n"), "pdf", SHIPPED)
    assert data.startswith(b"%PDF-")
    for sign in (b"/StructTreeRoot", b"/MarkInfo", b"/Lang", b"pdfuaid", b"/ViewerPreferences"):
        assert sign in data


@pytest.mark.parametrize(
    "markdown",
    [
        "",
        "## no first level\n",
        "# a\n\n### skips\n\n##### more\n\n## back\n",
        "| | |\n|---|---|\n| a | |\n",
        "- \n- a\n",
        "x" * 3000,
    ],
)
def test_any_shape_of_document_can_be_set(markdown: str) -> None:
    assert made(markdown).startswith(b"%PDF-")


@pytest.mark.parametrize("language", ["es", "es-US", "es-419", "ar", "tlh-x", "zz-Zzzz"])
def test_any_language_can_be_named(language: str) -> None:
    assert made("a", language=language).startswith(b"%PDF-")


def test_words_are_never_typst() -> None:
    assert len(made(r"\#panic() \$x\$ #read(\"/etc/passwd\") @preview/x:1.0.0")) > 1000


def test_a_long_table_says_its_head_on_each_page() -> None:
    rows = "".join(f"| {number} | text |\n" for number in range(120))
    data = made(f"| Number | What |\n|---|---|\n{rows}")
    assert len(re.findall(rb"/Type\s*/Page\b", data)) > 1
    assert data.count(b"/TH") >= 2


DOORS = [
    '#import "@preview/cetz:0.3.0"',
    '#import ("@prev" + "iew/cetz:0.3.0")',
    '#import "@local/x:1.0.0"',
    '#include "other.typ"',
    '#eval("1 + 1")',
    '#let e = dictionary(std).at("ev" + "al")',
    '#plugin(bytes("x"))',
    '#read("/etc/passwd")',
    '#read("../../../etc/passwd")',
    '#image("/etc/passwd")',
    '#json("/etc/passwd")',
    '#csv("x.csv")',
    '#bibliography("x.bib")',
    "#while true {}",
    "#let f() = f()\n#f()",
    "#panic()",
    "#let",
]


@pytest.mark.parametrize("line", DOORS)
def test_a_page_reads_and_fetches_nothing(line: str) -> None:
    with pytest.raises(BrokenTemplateError) as caught:
        made("a", page=f"{line}\n{SHIPPED_PAGE.text}")
    assert caught.value.message.startswith("templates/page/document.typ:")
    assert "searched" not in caught.value.message, "where the program looks is nobody's business"
    assert "root:" not in caught.value.message


def test_an_error_of_a_page_names_its_line() -> None:
    with pytest.raises(BrokenTemplateError, match=r"^templates/page/document.typ:2: .*unknown variable"):
        made("a", page="\n#nothing\n")


def test_a_sign_without_a_font_is_named() -> None:
    # A cuneiform sign of the latest Unicode, for which machines have no font.
    with pytest.raises(BrokenTemplateError, match="no font of this machine has"):
        made("a \U000e0100\u3400 \U00030000")


def test_without_the_extra_the_install_line_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtraError) as caught:
        written(everything(), "pdf", SHIPPED)
    assert caught.value.hint == 'pip install "coalitionkit[pdf]"'
