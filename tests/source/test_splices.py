"""Stretches of text replaced by others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.errors import UneditableError
from coalitionkit.source.splices import Splice, spliced


def test_stretches_are_replaced_in_any_order() -> None:
    assert spliced("abcdef", [Splice(4, 6, ""), Splice(0, 1, "AA"), Splice(2, 2, "-")]) == "AAb-cd"


def test_what_is_put_at_the_same_place_keeps_its_order() -> None:
    assert spliced("ab", [Splice(1, 1, "1"), Splice(1, 1, "2"), Splice(1, 2, "B")]) == "a12B"


def test_stretches_that_overlap_are_refused() -> None:
    with pytest.raises(UneditableError, match="get in each other's way"):
        spliced("abcdef", [Splice(1, 3, ""), Splice(2, 4, "")])


@given(st.text(max_size=30), st.lists(st.integers(0, 30), max_size=6), st.text(max_size=3))
def test_all_else_stays(text: str, cuts: list[int], new: str) -> None:
    places = sorted({min(cut, len(text)) for cut in cuts})
    pairs = list(zip(places[::2], places[1::2], strict=False))
    kept = "".join(
        text[end:begin]
        for (_, end), (begin, _) in zip([(0, 0), *pairs], [*pairs, (len(text), 0)], strict=True)
    )
    assert spliced(text, [Splice(begin, end, "") for begin, end in pairs]) == kept
    assert len(spliced(text, [Splice(*pair, new) for pair in pairs])) == len(kept) + len(new) * len(pairs)
