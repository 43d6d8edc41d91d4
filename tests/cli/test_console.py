"""The terminal: widths of signs, lines that fit, and no commands in a pipe."""

import pytest
from exchange.reports import HOSTILE
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.cli.console import Piece, cells, cut, filled, flowed, plain, wrapped


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("é", 1), ("e\u0301", 1), ("王", 2), ("😀", 2), ("a\u200db", 2), ("co\u00adop", 5), ("", 0)],
)
def test_signs_take_the_columns_that_a_terminal_gives_them(text: str, width: int) -> None:
    assert cells(text) == width


@given(st.text(st.sampled_from("aé王😀\u0301\u200d ")), st.integers(1, 12))
def test_a_column_takes_as_many_columns_as_it_has(text: str, room: int) -> None:
    shown = filled(cut(text, room), room)
    assert cells(shown) == room
    assert shown.rstrip() == text.rstrip() if cells(text) <= room else "…" in shown


@given(st.text(), st.integers(1, 60))
def test_wrapped_lines_hold_all_words_and_are_too_long_only_for_one_word(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert " ".join(lines).split() == text.split()
    assert all(cells(line) <= width or len(line.split()) == 1 for line in lines)


def test_pieces_flow_into_one_another_and_keep_their_styles() -> None:
    lines = [*flowed([Piece("To do:", "place"), Piece("write it down")], 12, "  ", first="> ")]
    assert ["".join(piece.text for piece in line) for line in lines] == ["> To do:", "  write it", "  down"]
    assert [piece for line in lines for piece in line if piece.style] == [Piece("To do:", "place")]


@pytest.mark.parametrize(
    "text",
    ["::error::x", "  ::set-output name=a::b", "a ##[add-mask]x", "x\n\u2003::stop", "##vso[task.a]b"],
)
def test_no_line_of_a_pipe_is_a_command_to_a_runner(text: str) -> None:
    line = plain([Piece(text)])
    assert not any(row.strip().startswith("::") for row in line.split("\n"))
    assert "##[" not in line
    assert "##vso[" not in line
    assert line.replace("\u2060", "").strip() == text.strip()


@given(st.lists(st.sampled_from(["::", ":", "#", "##[", "[", " ", "\t", "\n", "a", *HOSTILE])))
def test_whatever_a_plan_says_is_no_command(parts: list[str]) -> None:
    line = plain([Piece(part) for part in parts])
    assert not any(row.strip().startswith("::") for row in line.split("\n"))
    assert "##[" not in line


@pytest.mark.parametrize("text", ["a ## b", "std::move", "## Findings", "12:30"])
def test_other_text_goes_through_as_it_is(text: str) -> None:
    assert plain([Piece(text)]) == f"{text}\n"
