"""Frames: what is meant is in sight and marked, what is private is not, and nothing is too wide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.cli.console import cells, plain
from coalitionkit.cli.show.frames import framed
from coalitionkit.places import Place, Position, Span
from coalitionkit.source.text import Text

FILE = "coalition.yaml"


def place(start: int, end: int, *, line: int = 1, last_line: int = 0) -> Place:
    return Place(FILE, Span(Position(line, start), Position(last_line or line, end)))


def shown(text: str, at: Place, *hidden: Place, width: int = 60) -> list[str]:
    lines = framed(at, Text(FILE, text), hidden, style="error", gutter=2, width=width)
    return [plain(line).rstrip("\n").partition(" │ ")[2] for line in lines]


def marking(text: str, word: str, **options: int) -> list[str]:
    start = text.index(word) + 1
    return shown(text, place(start, start + len(word)), **options)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("  populations:", "populations"),
        ("  - id: home-internet", "home-internet"),
        ("    - access-to-preschool", "access-to-preschool"),
        ("sector: foundation   # for now", "foundation"),
        ("targets: [{by: 2027}, {by: 2029}]", "[{by: 2027}, {by: 2029}]"),
    ],
)
def test_a_line_that_says_only_what_is_meant_needs_no_marks(text: str, word: str) -> None:
    assert marking(text, word) == [text.strip()]


@pytest.mark.parametrize(
    ("text", "word", "marks"),
    [
        ("  nmae: Ana", "nmae", "^^^^"),
        ("- {id: ana, statsu: x}", "statsu", "            ^^^^^^"),
        ("- {name: 王小明 😀, to: x}", "to", "                    ^^"),
        ("- {name: 'e\u0301', to: x}", "to", "              ^^"),
        ("- {name: x, of: 王小}", "王小", "                ^^^^"),
        ("\ta: \tb, c", "b", "    ^"),
    ],
)
def test_marks_stand_below_what_is_meant(text: str, word: str, marks: str) -> None:
    assert marking(text, word)[1] == marks


def test_a_key_with_lines_below_it_is_shown_by_its_line() -> None:
    text = "metrics:\n  - id: a\n  - id: b\n"
    assert shown(text, place(1, 4, last_line=3)) == ["metrics:"]


def test_a_long_line_goes_on_below() -> None:
    text = "- {id: equity, kind: asset, of: strong-racial-equity-approach, required: 2, purposes: [plan]}"
    assert marking(text, "equity") == [
        "- {id: equity, kind: asset, of:",
        "       ^^^^^^",
        "strong-racial-equity-approach, required: 2,",
        "purposes: [plan]}",
    ]


def test_of_a_very_long_line_the_part_that_is_meant_is_shown() -> None:
    lines = marking(f"- {{note: {'x ' * 300}, nmae: A, more: {'y ' * 300}}}", "nmae")
    assert (lines[0][0], lines[-1][-1]) == ("…", "…")
    start, end = lines[1].index("^"), lines[1].rindex("^") + 1
    assert lines[0][start:end] == "nmae"
    assert len(lines) == 4


def test_what_ends_too_early_is_marked_behind_the_end() -> None:
    assert shown("note: [a, b", place(12, 12)) == ["note: [a, b", "           ^"]
    assert shown("a: 1\n", place(1, 1, line=2)) == ["(nothing more stands here)"]


def test_what_is_private_is_dots() -> None:
    text = "- {id: m, phone: 555-SECRET, grup: x}"
    lines = shown(text, place(30, 34), place(18, 28))
    assert lines[0] == "- {id: m, phone: ••••••••••, grup: x}"


@pytest.mark.parametrize(("number", "line"), [(1, "phone: •"), (2, "••••••••"), (3, "•••• after")])
def test_what_is_private_on_several_lines_is_dots_on_each(number: int, line: str) -> None:
    text = "phone: |\n  SECRET\nMORE after\n"
    hidden = place(8, 5, line=1, last_line=3)
    assert shown(text, place(1, 2, line=number), hidden)[0] == line


SIGNS = st.sampled_from("ab :{}[],#'\"-…王😀e\u0301\t\x1b•")


@given(st.text(SIGNS, max_size=200), st.data(), st.integers(40, 120))
def test_nothing_is_wider_than_the_terminal_and_marks_are_below_text(
    text: str, data: st.DataObject, width: int
) -> None:
    start = data.draw(st.integers(1, len(text) + 1))
    end = data.draw(st.integers(start, len(text) + 1))
    lines = framed(place(start, end), Text(FILE, text), (), style="error", gutter=4, width=width)
    assert all(cells(plain(line).rstrip("\n")) <= width for line in lines)


@given(st.text(SIGNS, max_size=300), st.text(SIGNS, max_size=300), st.integers(40, 120))
def test_what_is_meant_is_always_in_sight(before: str, after: str, width: int) -> None:
    text = f"q{before} nmae {after}"
    start = len(before) + 3
    at = place(start, start + 4)
    lines = [*framed(at, Text(FILE, text), (), style="error", gutter=4, width=width)]
    (row,) = (number for number, line in enumerate(lines) if "nmae" in {piece.text for piece in line})
    marks = next(piece.text for piece in lines[row + 1] if "^" in piece.text)
    _, *rest = lines[row]
    left = next(number for number, piece in enumerate(rest) if piece.style == "error")
    assert marks == " " * sum(cells(piece.text) for piece in rest[:left]) + "^^^^"
