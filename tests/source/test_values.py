"""Another value in place of one: no more is taken away than the value itself."""

import pytest

from coalitionkit.edits import Bare, Data
from coalitionkit.errors import UneditableError
from coalitionkit.source import values
from coalitionkit.source.changes import Rekey, Replace
from source.pages import after, page, touched


@pytest.mark.parametrize(
    ("text", "value", "gone", "expected"),
    [
        ("a: x # c\n", "y", "x", "a: y # c\n"),
        ("a: x # c\n", None, " x", "a: # c\n"),
        ("a:\nb: 1\n", "y", "", "a: y\nb: 1\n"),
        ("a: 'x'\n", "y", "'x'", "a: 'y'\n"),
        ('a: "x: y"\n', "z", '"x: y"', "a: z\n"),
        ('a: "x"\n', Bare("2"), '"x"', 'a: "2"\n'),
        ("a: [x, y] # c\n", "z", "[x, y]", "a: z # c\n"),
        ("a: x # c\n", ["y", "z"], "x", "a: [y, z] # c\n"),
    ],
)
def test_a_value_gives_way_on_its_line(text: str, value: Data, gone: str, expected: str) -> None:
    splices = values.replace(page(text), Replace(("a",), value))
    assert "".join(touched(text, splices)) == gone
    assert after(text, splices) == expected


def test_a_value_within_brackets_gets_the_colon_that_it_lacks() -> None:
    text = "a: {b, c: 1}\n"
    assert after(text, values.replace(page(text), Replace(("a", "b"), "x"))) == "a: {b: x, c: 1}\n"


def test_lines_go_below_what_stands_beside_the_old_value() -> None:
    text = "a: x # c\n  # of a\nb: 1\n"
    new = after(text, values.replace(page(text), Replace(("a",), {"d": "e"})))
    assert new == "a: # c\n  d: e\n  # of a\nb: 1\n"


def test_where_blocks_may_not_be_lines_are_written_in_quotes() -> None:
    change = Replace(("a",), "two\nlines\n")
    assert after("a: x\n", values.replace(page("a: x\n"), change)) == "a: |\n  two\n  lines\n"
    quoted = values.replace(page("a: x\n", blocks=False), change)
    assert after("a: x\n", quoted) == 'a: "two\\nlines\\n"\n'


def test_a_key_keeps_its_quotes_and_its_neighbors() -> None:
    text = "'a' : 1\nb: 2\n"
    assert after(text, values.rekey(page(text), Rekey(("a",), "c"))) == "'c' : 1\nb: 2\n"
    with pytest.raises(UneditableError, match="a key 'b' here already"):
        values.rekey(page(text), Rekey(("a",), "b"))
    with pytest.raises(UneditableError, match="only keys can be renamed"):
        values.rekey(page("- x\n"), Rekey((0,), "b"))
