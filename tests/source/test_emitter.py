"""Data become YAML text that reads back as what was given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.edits import Bare, Data
from coalitionkit.errors import UneditableError
from coalitionkit.source.changes import as_lists, plain
from coalitionkit.source.emitter import Layout, Spot, entry, in_brackets, item, key, scalar
from coalitionkit.source.reader import read
from coalitionkit.source.text import Text
from coalitionkit.source.tree import MappingNode, SequenceNode


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("plain words", "plain words"),
        ("it's", "it's"),
        ("https://example.org/?a=1", "https://example.org/?a=1"),
        ("2026-06-01", "2026-06-01"),
        ("50%", "50%"),
        ("yes", "yes"),
        ("", '""'),
        ("null", '"null"'),
        ("~", '"~"'),
        ("True", '"True"'),
        ("007", '"007"'),
        ("3.50", '"3.50"'),
        ("1e3", '"1e3"'),
        ("17:30", '"17:30"'),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("a:", '"a:"'),
        ("- a", '"- a"'),
        ("-5 degrees", '"-5 degrees"'),
        (" a", '" a"'),
        ("tab\there", '"tab\\there"'),
        ("bell\x07here", '"bell\\u0007here"'),
        ("line\u2028here", '"line\\u2028here"'),
        ('say "yes"', 'say "yes"'),
        ('"yes"', '"\\"yes\\""'),
        ("back\\slash", "back\\slash"),
        ("---", '"---"'),
        ("<<", '"<<"'),
        (Bare("007"), "007"),
        (Bare("3.50"), "3.50"),
        (None, ""),
    ],
)
def test_text_is_quoted_where_it_must_be(value: str | None, expected: str) -> None:
    assert scalar(value, Spot()) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("a, b", '"a, b"'), ("[a", '"[a"'), ("https://example.org", '"https://example.org"'), (None, "null")],
)
def test_within_brackets_more_is_quoted(value: str | None, expected: str) -> None:
    assert scalar(value, Spot(flow=True)) == expected


@pytest.mark.parametrize(
    ("value", "like", "expected"),
    [
        ("new", "'old'", "'new'"),
        ("it's", "'old'", "'it''s'"),
        ("tab\t", "'old'", '"tab\\t"'),
        ("new", '"old"', '"new"'),
        ("new", "old", "new"),
        ("new", "|\n  old", "new"),
        ("one\ntwo\n", "old", "|\n  one\n  two"),
        ("one\ntwo", ">\n  old", "|-\n  one\n  two"),
        ("one\n\n", "old", '"one\\n\\n"'),
        (" one\ntwo", "old", '" one\\ntwo"'),
        ("one\ntwo", "'old'", '"one\\ntwo"'),
    ],
)
def test_the_kind_of_quotes_is_kept_where_it_can_be(value: str, like: str, expected: str) -> None:
    assert scalar(value, Spot(), like=like) == expected


def test_what_no_file_can_hold_is_refused() -> None:
    value = "\ud800"  # one half of a sign
    with pytest.raises(UneditableError, match="characters that a plan cannot hold"):
        scalar(value, Spot())
    with pytest.raises(UneditableError, match="characters that a plan cannot hold"):
        key(value, Spot())


def test_long_text_is_folded_at_words_and_a_long_word_is_not() -> None:
    words = "word " * 30
    lines = scalar(words.strip(), Spot(column=2, used=8)).split("\n")
    assert lines[0] == ">-"
    assert all(line.startswith("    word") and len(line) <= 100 for line in lines[1:])
    assert scalar("x" * 150, Spot()) == ">-\n  " + "x" * 150


Words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=20) | st.sampled_from(
    ["null", "1", "a: b", "x\ny", "x\n", "- ", "#", "word " * 30, "'", '"', "a\n\nb\n", "\n", "\ue000"]
)
Datas = st.recursive(
    Words | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(Words, inner, max_size=3),
    max_leaves=8,
)
Layouts = st.builds(
    Layout,
    step=st.sampled_from([2, 4]),
    dash=st.sampled_from([0, 2]),
    braces=st.booleans(),
    blocks=st.booleans(),
)


@given(Datas, Layouts)
def test_what_is_written_reads_back(value: Data, layout: Layout) -> None:
    written = "\n".join(entry("k", value, 0, layout)) + "\nl: 1\n"
    assert plain(read(Text("", written)).root) == {"k": as_lists(value), "l": "1"}
    listed = "\n".join([*item(value, 0, layout), *item("last", 0, layout)]) + "\n"
    assert plain(read(Text("", listed)).root) == [as_lists(value), "last"]
    flow = read(Text("", f"[{in_brackets(value)}, last]\n")).root
    assert isinstance(flow, SequenceNode)
    assert plain(flow) == [as_lists(value), "last"]


@given(Words)
def test_any_key_reads_back(name: str) -> None:
    for spot, text in ((Spot(), "{}: 1\n"), (Spot(flow=True), "{{{}: 1}}\n")):
        root = read(Text("", text.format(key(name, spot)))).root
        assert isinstance(root, MappingNode)
        assert list(root.entries) == [name]
