"""How a file is laid out, by what is most common, also while entries come to it."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.source import habits
from coalitionkit.source.emitter import Layout
from coalitionkit.source.habits import Habits, traits_below
from coalitionkit.source.reader import read
from coalitionkit.source.text import Text
from coalitionkit.source.tree import MappingNode


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Layout()),
        ("a:\n    b: 1\n", Layout(step=4)),
        ("a:\n- b\n", Layout(dash=0)),
        ("a:\n  - b\n", Layout()),
        ("a: {b: 1}\n", Layout(braces=True)),
        ("a:\r\n  b: 1\r\n", Layout(newline="\r\n")),
        ("a:\n   b: 1\nc:\n  d: 1\ne:\n  f: 1\n", Layout(step=2)),
    ],
)
def test_a_file_tells_how_it_is_laid_out(text: str, expected: Layout) -> None:
    found = read(Text("", text))
    assert Habits(found.text, found.root).layout == expected


def _section(chance: Random, name: str) -> str:
    """Return a section with a list or group of its own layout."""
    pad = " " * chance.choice([2, 2, 4])
    dash = chance.choice(["", "  "])
    return f"{name}:\n" + chance.choice(
        [
            f"{pad}a: {{b: 1}}\n{pad}c:\n{pad}{pad}d: 1\n",
            f"{dash}- a: 1\n{dash}- {{a: 1}}\n{dash}- {{b: 2}}\n",
            f"{dash}- a:\n{dash}    - x\n",
            f"{pad}a: x\n",
        ]
    )


@given(st.integers(0, 2**64), st.sampled_from([3, 8, 1_000]))
def test_what_comes_counts_as_if_it_had_been_there(seed: int, sample: int) -> None:
    chance = Random(seed)  # noqa: S311 - texts by chance
    sections = [_section(chance, f"s{number}") for number in range(chance.randint(2, 6))]
    at = chance.randint(0, len(sections))
    new = _section(chance, "new")
    before, after = "".join(sections), "".join([*sections[:at], new, *sections[at:]])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(habits, "_SAMPLE", sample)
        found = Habits(Text("", before), read(Text("", before)).root)
        offset = len("".join(sections[:at]))
        traits = list(traits_below(read(Text("", new)).root))
        margin = next(more for more in range(99) if not found.bears(more + 1))
        old = found.layout
        found.come(found.place(offset), offset, traits)
        assert found.layout == Habits(Text("", after), read(Text("", after)).root).layout
        if margin >= 2 * 2 * len(traits):
            assert found.layout == old


def test_a_short_group_that_comes_or_grows_counts_for_the_entry_that_holds_it() -> None:
    root = read(Text("", "a:\n  - b: 1\nc: {d: 1}\n")).root
    assert isinstance(root, MappingNode)
    found = Habits(root.text, root)
    told = []
    for key, more in (("a", 1), ("c", -1)):
        told.append(found.layout.braces)
        found.hold(root.entries[key], braces=True, more=more)
    assert [*told, found.layout.braces] == [False, True, False]
