"""The tree of a text: every value and where it stands, and what a plan's text may not hold."""

import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from coalitionkit.source import reader
from coalitionkit.source.reader import DEEPEST, Reading, read
from coalitionkit.source.text import Text
from coalitionkit.source.tree import MappingNode, Node, ScalarNode, SequenceNode


def reading(text: str) -> Reading:
    return read(Text("a.yaml", text))


def plain(text: str) -> str:
    return text.replace("«", "").replace("»", "")


def data(node: Node | None) -> Any:
    """Return the values of a tree, of text throughout."""
    if isinstance(node, MappingNode):
        return {key: data(entry.value) for key, entry in node.entries.items()}
    if isinstance(node, SequenceNode):
        return [data(item) for item in node.items]
    assert isinstance(node, ScalarNode | None)
    return None if node is None else node.value


def walk(node: Node | None) -> Iterator[Node]:
    if node is None:
        return
    yield node
    if isinstance(node, MappingNode):
        for entry in node.entries.values():
            yield from walk(entry.value)
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from walk(item)


def marked(text: str, *kinds: type[Node]) -> str:
    """Return a text with marks around its nodes of these kinds."""
    at: dict[int, list[tuple[int, int, str]]] = {}
    for number, node in enumerate(walk(reading(text).root)):
        if not isinstance(node, kinds):
            continue
        if node.start == node.end:
            at.setdefault(node.start, []).append((0, number, "«»"))
        else:
            at.setdefault(node.end, []).append((1, -number, "»"))
            at.setdefault(node.start, []).append((2, number, "«"))
    for offset in sorted(at, reverse=True):
        marks = "".join(mark for *_, mark in sorted(at[offset]))
        text = text[:offset] + marks + text[offset:]
    return text


SCALARS = {
    "plain": "key: «two words»  # and a comment\n",
    "several lines": "key: «two\n  words»\n\nother: «x»\n",
    "single quotes": "key: «'it''s'» # c\n",
    "double quotes": 'key: «"a\\tb \\\n  c"»\n',
    "literal": "key: «|\n  one\n  two»\nother: «x»\n",
    "literal before a blank line": "key: «|\n  one\n\n  two»\n\n\nother: «x»\n",
    "literal before a comment": "key: «|\n  one»\n# about the other\nother: «x»\n",
    "literal before an indented comment": "a:\n  key: «|\n    one»\n  # about the other\n  other: «x»\n",
    "literal that holds a sharp": "key: «|\n  # one\n  two»\nother: «x»\n",
    "literal that ends with a sharp": "key: «|\n  one\n  # two»\nother: «x»\n",
    "literal with a comment on its head": "key: «|  # c\n  one»\n",
    "literal that keeps its end": "key: «|+\n  one»\n\nother: «x»\n",
    "folded": "key: «>-\n  one\n  two»\n\n# c\nother: «x»\n",
    "literal with an indentation of its own": "key: «|2\n    one\n  two»\nother: «x»\n",
    "literal at the end of the file": "key: «|\n  one»",
    "empty literal": "key: «|»\nother: «x»\n",
    "literal in a list": "- «|\n  one»\n- «>\n  two»\n\n",
    "carriage returns": "key: «|\r\n  one»\r\n\r\nother: «x»\r\n",
    "empty": "a:«»\nb: «x»\n",
    "empty in a list": "-«»\n- «x»\n",
    "flow": "{a: «one», 'b': «x», c: «\"d\"»}",
    "flow list": "[«one two», «'a, b'», «3»]",
    "empty in flow": "{a: «», b«», c: «x»}",
    "colon within a word": "{url: «https://x.org:80/a», at: [«09:30»]}",
    "colon in a block": "at: «09:30»\nkey: «a:b:c»\nurl: «https://x.org»\n",
    "colon in quotes": "a: «'x:y'»\nb: «\"é:é\"»\n",
    "question mark in flow": "{ask: «Shall we adopt it?», list: [«really?», «a?b»]}",
    "explicit key": "? a\n: «b»\n",
    "astral characters": "😀: «😀é»\nb: «x»\n",
    "after a document mark": "---\na: «x»\n",
    "after a directive": "%YAML 1.2\n---\na: «x»\n",
}


@pytest.mark.parametrize("name", SCALARS)
def test_values_stand_where_they_are_written(name: str) -> None:
    expected = SCALARS[name]
    assert reading(plain(expected)).faults == []
    assert marked(plain(expected), ScalarNode) == expected


COLLECTIONS = {
    "block mapping": "«a: 1\nb:\n  «c: 2\n  d: 3»»\n\n# c\n",
    "block list": "«a:\n  «- 1\n  - 2»»\n# c\n",
    "list at the level of its key": "«a:\n«- 1\n- 2»\nb: 1»\n",
    "mappings in a list": "«- «a: 1\n  b: 2»\n- «a: 3»»\n",
    "flow": "«a: «{b: «[1, 2]», c: «{}»}» # x\nd: «[]»»\n",
    "flow over lines": "«a: «[\n  1, # x\n  2\n]»»\n",
    "literal at the end": "«a: |\n  one»\n\n# c\n",
}


@pytest.mark.parametrize("name", COLLECTIONS)
def test_lists_and_groups_end_with_their_last_value(name: str) -> None:
    expected = COLLECTIONS[name]
    assert reading(plain(expected)).faults == []
    assert marked(plain(expected), MappingNode, SequenceNode) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 007\nb: yes\nc: 1.50\nd: ~", {"a": "007", "b": "yes", "c": "1.50", "d": "~"}),
        ("a: {b: https://x.org}", {"a": {"b": "https://x.org"}}),
        ("a: [09:30, b:c]", {"a": ["09:30", "b:c"]}),
        ("a: \ue000:b:c", {"a": "\ue000:b:c"}),
        ("a: 'x\ue000'\nb: {c: d:e}", {"a": "x\ue000", "b": {"c": "d:e"}}),
        ("a: |\n  x: y\n  b:c\n", {"a": "x: y\nb:c\n"}),
        ("a: >\n  x\n  y\n\n  z\n", {"a": "x y\nz\n"}),
        ("k:v: x", {"k:v": "x"}),
        ('"a": "\\u00e9\\n"', {"a": "é\n"}),
        ('a: "\\ue000\\uE001"\nb: {c: d:e}', {"a": "\ue000\ue001", "b": {"c": "d:e"}}),
        ('a: "\\U0000E000"\nb: [who?, d:e]', {"a": "\ue000", "b": ["who?", "d:e"]}),
        (
            "a: \ue000\ue001\ue002\ue003\nb: [who?, d:e]",
            {"a": "\ue000\ue001\ue002\ue003", "b": ["who?", "d:e"]},
        ),
        ("a: '\\ue000'\nb: d:e", {"a": "\\ue000", "b": "d:e"}),
    ],
)
def test_values_are_the_text_as_written(text: str, expected: object) -> None:
    assert data(reading(text).root) == expected


def test_nothing_written_is_not_the_same_as_quoted_nothing() -> None:
    root = reading("a:\nb: ~\nc: null\nd: ''\ne: 'null'").root
    assert isinstance(root, MappingNode)
    nulls = {
        key: isinstance(entry.value, ScalarNode) and entry.value.is_null
        for key, entry in root.entries.items()
    }
    assert nulls == {"a": True, "b": True, "c": True, "d": False, "e": False}


def faults(text: str) -> list[str]:
    """Return `problem:text that is marked` for each fault."""
    found = reading(text)
    return [f"{fault.problem}:{text[fault.start : fault.end]}" for fault in found.faults]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["empty:"]),
        ("# nothing yet\n", ["empty:"]),
        ("a: 1\nb: 2\na: 3\n", ["duplicate:a"]),
        ("a: 1\n'a': 3\na: 4\n", ["duplicate:'a'", "duplicate:a"]),
        ("x: {a: 1, a: 2}", ["duplicate:a"]),
        ("a: &x 1\nb: *x\n", ["alias:&x"]),
        ("a: &x {c: 1}\nb:\n  <<: *x\n  d: *x\n", ["alias:&x"]),
        ("b: *nobody\n", ["alias:*nobody"]),
        ("a: !!str 1\nb: !own {c: 1}\n", ["tag:!!str", "tag:!own"]),
        ("a: !!str &x 1\n", ["alias:&x"]),
        ("a: &x !!str 1\na: 2\n", ["alias:&x"]),
        ("a: {<<: {b: 1}}\n", ["alias:<<"]),
        ("a: *b c\n", ["alias:*b"]),
        ("a: 1\n---\nb: 2\n", ["documents:---"]),
        ("? [a]\n: b\n", ["syntax:["]),
        ("? {a: 1}\n: b\nc: d\n", ["syntax:{"]),
        ("a: b\x07c", ["control:\x07"]),
        ("a: b\ufeffc", ["control:\ufeff"]),
    ],
)
def test_each_fault_is_told_once_at_its_place(text: str, expected: list[str]) -> None:
    assert faults(text) == expected


def test_a_duplicate_key_knows_the_first_one_and_keeps_its_value() -> None:
    found = reading("b: 0\na: 1\na: 2\n")
    assert data(found.root) == {"b": "0", "a": "1"}
    assert found.faults[0].other == 5
    assert "on line 2" in found.faults[0].message


def test_aliases_are_counted_and_nothing_more_is_said() -> None:
    found = reading("a: &x 1\nb: *x\nc: {<<: *x, d: 2, d: 3}\n")
    assert [fault.problem for fault in found.faults] == ["alias"]
    assert "(3 in this file)" in found.faults[0].message
    assert not found.whole, "what an alias stands for is not known"


def test_a_value_begins_after_its_anchor_and_tag() -> None:
    expected = "a: &x !!str «one»\nb: !own\n  «c: «d»»\n"
    assert marked(plain(expected), ScalarNode, MappingNode) == f"«{expected.rstrip()}»\n"


def test_a_second_document_ends_the_reading_and_keeps_the_first() -> None:
    found = reading("a: 1\n---\nb: 2\n")
    assert data(found.root) == {"a": "1"}
    assert found.whole


def test_what_stands_before_an_error_is_kept() -> None:
    found = reading("a: 1\nb: [1, 2\nc: 3\n")
    assert not found.whole
    assert isinstance(found.root, MappingNode)
    assert list(found.root.entries)[:1] == ["a"]


@pytest.mark.parametrize("piece", ["[", "- ", "{a: ", "a:\n", "[{a: "])
def test_deep_nesting_is_one_fault_and_quick(piece: str) -> None:
    text = piece * 10_000
    if piece == "a:\n":
        text = "".join(" " * level + "a:\n" for level in range(2_000))
    begun = time.monotonic()
    found = reading(text)
    assert time.monotonic() - begun < 2
    assert [fault.problem for fault in found.faults] == ["depth"]


def test_as_deep_as_allowed_is_fine() -> None:
    assert reading("[" * DEEPEST + "]" * DEEPEST).faults == []
    assert [f.problem for f in reading("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1)).faults] == ["depth"]


def test_a_bomb_of_aliases_is_one_fault_and_quick() -> None:
    names = "abcdefghijklmnop"
    text = "a: &a [lol, lol]\n" + "".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in pairwise(names)
    )
    begun = time.monotonic()
    found = reading(text)
    assert time.monotonic() - begun < 2
    assert [fault.problem for fault in found.faults] == ["alias"]


def test_more_values_than_any_plan_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST_NODES", 100)
    assert [f.problem for f in reading("a: [" + "[], " * 200 + "]").faults] == ["size"]
    assert [f.problem for f in reading("a: [" + "1, " * 200 + "]").faults] == ["size"]


@pytest.mark.parametrize(
    "text",
    [
        "coalition: {id: a, name: 'A b'}\nmembers:\n  - id: x  # c\n    note: |\n      one\n\n  - {id: y}\n",
        'a: [09:30, https://x.org]\nb: >-\n  folded\n  text\n\n# c\nc: "q\\n"\nd:\ne: ~\n',
        "a: &x 1\nb: *x\n",
        "a: !!str 1\n",
        "a: 1\na: 2\n",
        "a: 1\n---\nb: 2\n",
        "%TAG ! tag:example.org,2000:\n---\na: 1\n",
        "",
        "[" * 1000,
        "😀: é\n",
        "{ask: Shall we?}\n",
    ],
)
def test_the_parser_without_c_gives_the_same_tree(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def shown(found: Reading) -> object:
        # Where nothing is written, the two put it on either side of the space.
        nodes = [
            (type(node).__name__, node.start, node.end) for node in walk(found.root) if node.end > node.start
        ]
        return data(found.root), nodes, [(f.problem, f.start, f.end) for f in found.faults], found.whole

    in_c = shown(reading(text))
    monkeypatch.setitem(sys.modules, "_ruamel_yaml", None)
    assert shown(reading(text)) == in_c


@pytest.mark.parametrize("text", ["a: [1", "a: 'b", "a: b: c", "a:\n\tb: 1", "a: @b", "%YAML 1.2", "a\nb: c"])
def test_the_parser_without_c_tells_what_is_no_yaml(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "_ruamel_yaml", None)
    found = reading(text)
    assert len(found.faults) == 1
    assert found.faults[0].message.rstrip(": ").count(" ") > 4, found.faults[0].message
