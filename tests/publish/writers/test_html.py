"""HTML: one file that fetches nothing, and headings, tables and languages that are told as such."""

import re
from html import escape, unescape

import pytest

from coalitionkit.publish.blocks import blocks
from coalitionkit.publish.writers.html import fragment, page


def made(markdown: str, *, title: str = "T", language: str = "en", style: str = "p { color: red }") -> str:
    return page(title, blocks(markdown), language=language, style=style)


def test_the_page_stands_alone() -> None:
    text = made("a")
    assert "default-src 'none'" in text
    assert not re.search(r"<(?:link|script|img|iframe|object|base)\b", text)


def test_css_cannot_end_its_element() -> None:
    text = made("a", style="</style><script>alert(1)</script>")
    assert text.count("</style>") == 1
    assert "<script" not in text


def test_a_title_is_text() -> None:
    text = made("a", title="</title><script>alert(1)</script> & Sons")
    assert "<script" not in text
    assert "&lt;/title&gt;" in text
    assert "&amp; Sons</title>" in text


@pytest.mark.parametrize(
    ("language", "start"), [("en", '<html lang="en">'), ("ar", '<html lang="ar" dir="rtl">')]
)
def test_the_language_is_said(language: str, start: str) -> None:
    assert start in made("a", language=language)


def test_a_letter_has_a_heading_for_those_who_listen() -> None:
    assert '<h1 class="unseen">T</h1>' in made("a")
    assert 'unseen"' not in made("# a")


def test_tables_say_what_heads_what() -> None:
    assert fragment(blocks("| a | b |\n|---|--:|\n| c | d |\n")) == (
        '<div class="table" tabindex="0">\n<table>\n<thead>\n'
        '<tr><th scope="col" class="short">a</th><th scope="col" class="right short">b</th></tr>\n</thead>\n'
        '<tbody>\n<tr><td class="short">c</td><td class="right short">d</td></tr>\n</tbody>\n'
        "</table>\n</div>\n"
    )


def test_no_heading_is_empty() -> None:
    for text in ("| | |\n|---|---|\n| a | |\n", "| | b |\n|---|---|\n| a | |\n"):
        found = fragment(blocks(text))
        assert "<th></th>" not in re.sub(r' \w+="\w+"', "", found)
        assert '<tr class="fill"><th scope="row" class="short">a</th><td class="short"></td>' in found


def test_cells_of_a_wide_table_say_under_what_they_stand() -> None:
    wide = fragment(blocks("| a | <b> | c | d |\n|---|---|---|---|\n| e | f | | |\n"))
    assert '<div class="table stacks" tabindex="0">' in wide
    assert '<td data-head="&lt;b&gt;" class="short">f</td>' in wide
    assert "data-head" not in fragment(blocks("| a | b |\n|---|---|\n| e | f |\n"))


def test_links_are_quoted() -> None:
    found = fragment(blocks('[a](https://example.org/?a="b"&c=<d>)'))
    assert re.fullmatch(r'<p><a href="[^"<>]*">a</a></p>\n', found)


@pytest.mark.parametrize("word", ["Very ", "R&D & ", "<", "🏡"])
def test_a_long_title_is_short_where_there_is_no_room_and_whole_where_it_is_heard(word: str) -> None:
    title = f"Invitation {word * 60}"
    whole = made("x", title=title)
    told = re.findall("<title>(.*)</title>", whole)[0]
    assert 60 < len(told) <= 70
    assert title.startswith(unescape(told).removesuffix("…"))
    assert f'<h1 class="unseen">{escape(title, quote=False)}</h1>' in whole
