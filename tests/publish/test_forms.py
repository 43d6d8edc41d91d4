"""Every format says all that a document says, in order, and the same each time."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coalitionkit.publish.blocks import Block, Heading, Listed, Paragraph, Quote, Rule, Table, blocks, plain
from coalitionkit.publish.document import Document
from coalitionkit.publish.forms import written
from coalitionkit.publish.markdown import escaped
from coalitionkit.publish.templates import Folders
from publish.catalog import SHOWN
from publish.hard_words import broken, hard
from publish.specimens import (
    READERS,
    SHIPPED,
    TRICKY,
    document,
    everything,
    sent,
    squeezed,
    with_gap,
    words_of_calendar,
)

READABLE = [form for form in READERS if form != "md"]
WORDS = st.text(
    alphabet=st.one_of(
        st.sampled_from(list("\\`*_{}[]()<>#+-.!|~&=:;/'\"$@%1a \u05d0\u0645\U0001f3e1")),
        st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs")),
    ),
    min_size=1,
    max_size=30,
).map(escaped)
LINES = st.lists(WORDS, min_size=1, max_size=4)
PIECES = st.one_of(
    WORDS,
    WORDS.map(lambda text: f"**{text.strip() or 'x'}**"),
    WORDS.map(lambda text: f"## {text}"),
    LINES.map(lambda lines: "\n".join(f"- {line}" for line in lines)),
    LINES.map(lambda lines: "\n".join(f"{n}. {line}" for n, line in enumerate(lines, 4))),
    LINES.map(lambda lines: "\n>\n".join(f"> {line}" for line in lines)),
    LINES.map(lambda lines: "| a | b |\n|---|---|\n" + "\n".join(f"| {line} | c |" for line in lines)),
)


def said(body: tuple[Block, ...]) -> list[str]:
    """Return the texts of blocks in the order in which one reads them."""
    found: list[str] = []
    for block in body:
        match block:
            case Heading(_, runs) | Paragraph(runs):
                found.append(plain(runs))
            case Quote(inner):
                found += said(inner)
            case Listed(items, _):
                found += [text for item in items for text in said(item)]
            case Table(_, head, rows):
                found += [plain(cell) for row in (head, *rows) for cell in row]
            case Rule():
                pass
    return found


def assert_says_all(form: str, made: Document) -> None:
    """Find each text of a document in a format, one after the other."""
    whole = squeezed(READERS[form](written(made, form, SHIPPED)))
    at = 0
    for text in said(blocks(made.text)):
        wanted = squeezed(text)
        found = whole.find(wanted, at)
        assert found >= 0, (form, text)
        at = found if form == "txt" else found + len(wanted)


@pytest.mark.parametrize("form", READABLE)
def test_nothing_is_lost(form: str) -> None:
    made = everything()
    # Plain text says a table row by row, each cell after the name of its column.
    if form in {"txt", "eml"}:
        whole = squeezed(READERS[form](written(made, form, SHIPPED)))
        assert all(squeezed(text) in whole for text in said(blocks(made.text)))
    else:
        assert_says_all(form, made)


@pytest.mark.parametrize("form", READABLE)
@pytest.mark.parametrize("text", TRICKY)
def test_hard_words_come_out_whole(text: str, form: str) -> None:
    made = document(f"{escaped(text)}\n")
    assert squeezed(text) in squeezed(READERS[form](written(made, form, SHIPPED)))


@pytest.mark.parametrize(("name", "code"), SHOWN)
def test_hard_words_come_out_of_every_document_whole(name: str, code: str) -> None:
    made = hard(name, code)
    assert broken(" ".join(said(blocks(made.text)))) == []
    for form in READABLE:
        assert broken(READERS[form](written(made, form, SHIPPED))) == [], form
    if made.events:
        assert broken(words_of_calendar(written(made, "ics", SHIPPED))) == []


@settings(max_examples=60)
@given(pieces=st.lists(PIECES, min_size=1, max_size=5))
def test_any_document_is_whole_in_any_format(pieces: list[str]) -> None:
    made = document("\n\n".join(pieces) + "\n")
    for form in ("html", "docx"):
        assert_says_all(form, made)
    for form in ("txt", "eml"):
        whole = squeezed(READERS[form](written(made, form, SHIPPED)))
        assert all(squeezed(text) in whole for text in said(blocks(made.text)))


@pytest.mark.parametrize("form", [*READERS, "pdf"])
def test_the_same_document_gives_the_same_bytes(form: str) -> None:
    if form == "pdf":
        pytest.importorskip("typst")
    made = everything()._replace(envelope=sent("").envelope)
    assert written(made, form, SHIPPED) == written(made, form, SHIPPED)


@pytest.mark.parametrize("form", ["html", "docx", "eml"])
@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.org/x",
        "relative",
        "JavaScript:alert(1)",
        "ftp://example.org",
        "ms-word:ofe|u|https://example.org",
        "\\\\host\\share",
    ],
)
def test_links_that_lead_elsewhere_are_text(target: str, form: str) -> None:
    data = written(document(f"[here]({target}) [there](https://example.org/there)\n"), form, SHIPPED)
    assert "here" in READERS[form](data)
    if form == "html":
        assert data.count(b"<a ") == 1
    elif form == "docx":
        assert READERS[form](data).count("there") == 1


@pytest.mark.parametrize("form", READABLE)
def test_a_gap_is_marked_and_whole(form: str) -> None:
    data = written(with_gap(), form, SHIPPED)
    assert "[GAP: say *why* now]" in READERS[form](data).replace("\n", " ")
    if form == "html":
        assert b"<mark>[GAP: say *why* now]</mark>" in data


def test_a_plans_own_styles_are_used(tmp_path: Path) -> None:
    page = tmp_path / "templates" / "page"
    page.mkdir(parents=True)
    (page / "document.css").write_text("body { color: rebeccapurple; }", encoding="utf-8")
    data = written(document("x\n"), "html", Folders.around(tmp_path)).decode("utf-8")
    assert "body { color: rebeccapurple; }\n</style>" in data
    assert "prefers-color-scheme" not in data
