"""Text from a plan is shown as it is: a Markdown reader finds words in it and nothing else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.publish.markdown import Markdown, escaped, paragraphs, sentences

reader = (
    pytest.importorskip("markdown_it")
    .MarkdownIt("commonmark", {"html": True})
    .enable(["table", "strikethrough"])
)
SIGNS = st.text(alphabet=st.sampled_from(list("\\`*_{}[]()<>#+-.!|~&=:;/'\"1aé שλ🙂\n\t ")), max_size=40)


def shown(markdown: str) -> str:
    """Return the text of a single paragraph; fails when a reader sees anything but text in it."""
    blocks = [token.type for token in reader.parse(markdown)]
    assert blocks in ([], ["paragraph_open", "inline", "paragraph_close"]), (markdown, blocks)
    inline = reader.parse(markdown)[1].children if blocks else []
    kinds = {token.type for token in inline or []}
    assert kinds <= {"text", "text_special"}, (markdown, kinds)
    return "".join(token.content for token in inline or [])


def plain(text: str) -> str:
    return " ".join(re.sub(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]", "", text).split())


@pytest.mark.parametrize(
    "text",
    [
        "# not a heading",
        "1. not a list",
        "2) not a list",
        "- not a list",
        "+",
        "> not a quote",
        "---",
        "===",
        "- - -",
        "***",
        "___",
        "```code",
        "~~~",
        "    not code",
        "[link](javascript:alert(1))",
        "![image](x)",
        "[x]: https://example.org",
        "<script>alert(1)</script>",
        "</x> <!-- c -->",
        "<https://example.org>",
        "&lt;b&gt; &#60; &copy; AT&T",
        "a | b",
        "~~struck~~ *a* _b_ __c__ snake_case _",
        "ends with \\",
        '=HYPERLINK("x")',
        "{{ 7*7 }} {% x %}",
        "two  \nlines\r\n\r\nthree\u2028four\x85five",
        "שלום (עולם) 👩🏽‍🌾 e\u0301",
        "O'Neill & Sons <Housing>",
    ],
)
def test_text_stays_text(text: str) -> None:
    assert shown(escaped(text)) == plain(text)
    assert "\n" not in escaped(text)


@given(SIGNS)
def test_any_signs_stay_text(text: str) -> None:
    assert shown(escaped(text)) == plain(text)


@given(SIGNS)
def test_any_signs_stay_in_their_cell(text: str) -> None:
    tokens = reader.parse(f"| a | b |\n|---|---|\n| {escaped(text)} | end |\n")
    cells = [token.content for token in tokens if token.type == "inline"]
    assert cells[:2] == ["a", "b"]
    assert cells[-1] == "end"
    assert len(cells) == 4


@given(st.text(max_size=60))
def test_any_text_stays_on_one_line_of_text(text: str) -> None:
    assert len(escaped(text).splitlines()) <= 1
    shown(escaped(text))


def test_readable_text_is_left_alone() -> None:
    for text in (
        "ana.lopez@example.org",
        "snake_case",
        "St. John's (hall) - 5:30 p.m.",
        "$25,000 + 3!",
        "2026",
    ):
        assert escaped(text) == text


def test_a_change_of_direction_ends_with_the_text() -> None:
    assert escaped("a\u202eb") == "a\u202eb\u202c"
    assert escaped("a\u2067b\u2069c") == "a\u2067b\u2069c"
    assert escaped("a\u202c\u2069b") == "ab"


def test_paragraphs_stay_apart() -> None:
    assert paragraphs("one\ntwo\n\n\n# three\n") == "one two\n\n\\# three"
    assert isinstance(paragraphs("x"), Markdown)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A vote", "a vote."),
        ("A vote.", "a vote."),
        ("Pay", "pay."),
        ("A!", "a!"),
        ("The lead (and a vote)", "the lead (and a vote)."),
        ('We say "yes."', 'we say "yes."'),
        ("The half, 50%", "the half, 50%."),
        ("A seat\n\nA vote", "a seat\n\nA vote."),
        ("Ana and I come to you", "Ana and I come to you."),
        ("The-One is a name", "The-One is a name."),
        ("THE lead", "THE lead."),
        ("one@example.org", "one@example.org."),
        ("", ""),
    ],
)
def test_what_follows_a_colon_begins_small_and_ends_like_a_sentence(text: str, expected: str) -> None:
    assert sentences(text, "a the pay we one") == expected


@given(SIGNS)
def test_a_sentence_is_ended_once(text: str) -> None:
    once = sentences(text)
    assert once in (paragraphs(text), paragraphs(f"{text.strip()}."))
    assert sentences(f"{text.strip()}.") == paragraphs(f"{text.strip()}.")
