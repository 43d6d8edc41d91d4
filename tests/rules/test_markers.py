"""Comments that speak to the linter, as they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.places import Position
from coalitionkit.rules.markers import Marker, Wrong, markers
from coalitionkit.source.reader import read
from coalitionkit.source.text import Text


def all_of(content: str) -> list[Marker | Wrong]:
    outcome = read(Text("plan.yaml", content))
    assert outcome.root is not None, outcome.faults
    return list(markers(outcome.text, outcome.root))


def one(content: str) -> Marker:
    (found,) = all_of(content)
    assert isinstance(found, Marker), found
    return found


@pytest.mark.parametrize(
    ("comment", "names", "until", "reason"),
    [
        ("# coalition: ignore[CK402] survey in May", ["CK402"], None, "survey in May"),
        ("#coalition:ignore[CK402]survey", ["CK402"], None, "survey"),
        ("# coalition: ignore [ CK402 ,metric-target, ] x", ["CK402", "metric-target"], None, "x"),
        ("# coalition: ignore[CK402 CK403]  x   y ", ["CK402", "CK403"], None, "x y"),
        ("# coalition: ignore[CK402] until=2027-03-31 x", ["CK402"], "2027-03-31", "x"),
        ("# coalition: ignore[CK402] until=2027-03, x", ["CK402"], "2027-03", "x"),
        ("# coalition: ignore[CK402] x until=2027. y", ["CK402"], "2027", "x y"),
        ("# coalition: ignore[CK402] until the 2027 grant", ["CK402"], None, "until the 2027 grant"),
        ("# coalition: ignore[CK402]", ["CK402"], None, ""),
        ("# coalition: ignore[CK402] -- !", ["CK402"], None, ""),
        ("# coalition: ignore[CK402] 会議で決めた", ["CK402"], None, "会議で決めた"),
    ],
)  # fmt: skip
def test_a_marker_names_rules_an_end_and_a_reason(
    comment: str, names: list[str], until: str | None, reason: str
) -> None:
    marker = one(f"a: 1  {comment}\n")
    assert [named.name for named in marker.named] == names
    assert (str(marker.until) if marker.until else None, marker.reason) == (until, reason)


def test_each_part_has_its_place() -> None:
    text = "a: é  # coalition: ignore[CK402, CK403] until=2027 x\n"
    marker = one(text)
    line = text.rstrip("\n")
    stretches = [marker.place, *(named.place for named in marker.named), marker.until_place]
    assert [line[place.span.start.column - 1 : place.span.end.column - 1] for place in stretches] == [
        "# coalition: ignore[CK402, CK403] until=2027 x",
        "CK402",
        "CK403",
        "until=2027",
    ]


@pytest.mark.parametrize(
    ("content", "covers"),
    [
        ("a: 1\nb: 2  # coalition: ignore[x] y\nc: 3\n", ((2, 1), (2, 31))),
        ("a: 1\n# coalition: ignore[x] y\nb:\n  - 2\n  - 3\nc: 4\n", ((3, 1), (5, 6))),
        ("a: 1\n  # coalition: ignore[x] y\nb: 2\n", None),
        ("a: 1  # coalition: ignore-file[x] y\nb: 2\n", ((1, 1), (3, 1))),
        ("a: 1\n# coalition: ignore-file[x] y\n", ((1, 1), (3, 1))),
    ],
)
def test_what_a_marker_covers_hangs_on_where_it_stands(
    content: str, covers: tuple[tuple[int, int], tuple[int, int]] | None
) -> None:
    found = one(content).covers
    assert found == (None if covers is None else tuple(Position(*position) for position in covers))


_WORDS = ["ignore", "ignore-file", "ignroe", "CK402", "until=", "until", "2027", "x", "é"]
_PIECES = st.sampled_from([*_WORDS, "[", "]", ",", " ", " ", "=", "#"])


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_whatever_stands_in_a_comment_it_is_read_or_told(rest: str) -> None:
    for found in all_of(f"a: 1  # coalition: {rest}\n"):
        assert found.place.span.start.line == found.place.span.end.line == 1
        assert found.place.span.start < found.place.span.end
        if isinstance(found, Marker):
            assert found.named
            assert "[" in rest
            assert "]" in rest
        else:
            assert found.message[0].islower() or found.message[0] == "'"
