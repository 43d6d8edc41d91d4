"""Where new items and keys go, so that people who add at the same time rarely touch the same line."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest
from builders import MAIN, raw

from coalitionkit.editing import revised
from coalitionkit.editing.placing import key_before
from coalitionkit.edits import Add, Data
from coalitionkit.model.members import Member
from coalitionkit.model.record import Part
from coalitionkit.places import Address
from coalitionkit.source.changes import InsertItem
from coalitionkit.source.files import PlanFiles
from coalitionkit.source.reader import read
from coalitionkit.source.rewrite import rewritten
from coalitionkit.source.text import Text
from coalitionkit.source.tree import MappingNode, SequenceNode
from editing.sprinkling import EXAMPLES, data_of, texts_of

pytestmark = pytest.mark.long

TRIALS = 40
FIRST = (
    "Ana Ben Cleo Dana Elif Fay Gus Hana Ivo June Kofi Lena Milo Nora Omar Pia Rosa Sami Tara Uma Wren Zoe"
)
LAST = (
    "Abara Boone Cruz Diaz Ellis Flores Gupta Hale Ito Kim Lopez Moss Nunez Park Reyes Singh Tran Vega Webb"
)

WORKS = "Academy Bank Center Clinic College Council Family Fund Library Market School Shelter Union Works"


def added(text: str, to: str, item: Mapping[str, Data]) -> str:
    return texts_of(revised(PlanFiles(raw(MAIN, text)), [Add(Address((to,)), item)], allow_errors=True).plan)[
        MAIN
    ]


def ids(text: str, section: str) -> list[str]:
    return [str(item["id"]) for item in data_of(text)[section]]


@pytest.mark.parametrize(
    ("there", "new", "expected"),
    [
        ("a c e", "d", "a c d e"),
        ("a c e", "b", "a b c e"),
        ("b c", "a", "a b c"),
        ("a b", "c", "a b c"),
        ("c a e", "d", "c d a e"),  # after the greatest smaller one, where there is no order
        ("c b", "a", "a c b"),
    ],
)
def test_an_item_goes_where_its_id_puts_it(there: str, new: str, expected: str) -> None:
    text = "members:\n" + "".join(f"  - id: {name}\n" for name in there.split())
    assert ids(added(text, "members", {"id": new, "name": "New"}), "members") == expected.split()


@pytest.mark.parametrize(
    ("dates", "new", "expected"),
    [
        ("2026-01 2026-02 2026-04", "2026-03", "m0 m1 new m2"),
        ("2026-01 2026-02", "2026-03", "m0 m1 new"),
        ("2026-04 2026-02", "2026-03", "m0 new m1"),  # by its id then
    ],
)
def test_items_in_order_of_their_dates_stay_so(dates: str, new: str, expected: str) -> None:
    names = ["m0", "m1", "m2"][: len(dates.split())]
    # Their ids are in another order than their dates.
    text = "meetings:\n" + "".join(
        f"  - {{id: {chr(122 - number)}{name}, date: {date}}}\n"
        for number, (name, date) in enumerate(zip(names, dates.split(), strict=True))
    )
    found = ids(added(text, "meetings", {"id": "~new", "date": new}), "meetings")
    assert [one[1:] for one in found] == expected.split()


def test_a_list_over_files_takes_an_item_beside_its_neighbor() -> None:
    fragments = tuple(
        raw(
            f"coalition.d/{name}.yaml",
            f"members:\n  - {{id: {first}, name: X}}\n  - {{id: {last}, name: X}}\n",
        )
        for name, first, last in (("one", "ana", "cleo"), ("two", "max", "zoe"))
    )
    files = PlanFiles(raw(MAIN, "format: 1\n"), fragments)
    for name, file in (("ben", "one"), ("dan", "one"), ("nora", "two")):
        edit = Add(Address(("members",)), {"id": name, "name": "New"})
        changed = revised(files, [edit], allow_errors=True).files
        assert [one.file for one in changed] == [f"coalition.d/{file}.yaml"], name


@pytest.mark.parametrize(
    ("keys", "new", "expected"),
    [
        ("id name note", "group", "name"),
        ("id", "name", "id"),
        ("name note", "id", None),
        ("id x-own", "note", "id"),
        ("id name", "x-own", "name"),
    ],
)
def test_a_key_goes_where_the_format_has_it(keys: str, new: str, expected: str | None) -> None:
    root = read(Text("", "".join(f"{key}: x\n" for key in keys.split()))).root
    assert isinstance(root, MappingNode)
    assert key_before(root, Part(Member), new) == expected


def _newcomers(chance: Random, section: str) -> tuple[dict[str, Data], dict[str, Data]]:
    """Return two who are new: people for members, organizations and promises by what they are about."""
    first, last = (FIRST, LAST) if section == "members" else (LAST, WORKS)
    names = [f"{chance.choice(first.split())} {chance.choice(last.split())}" for _ in range(2)]
    if names[0] == names[1]:
        return _newcomers(chance, section)
    one, other = ({"id": name.lower().replace(" ", "-"), "name": name} for name in names)
    return {**one}, {**other}


def _conflict(folder: Path, ours: str, base: str, theirs: str) -> bool:
    for name, text in (("ours", ours), ("base", base), ("theirs", theirs)):
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    git = shutil.which("git") or "git"
    done = subprocess.run(  # noqa: S603 - git itself
        [git, "merge-file", "-p", "-q", "ours", "base", "theirs"],
        cwd=folder,
        capture_output=True,
        check=False,
    )
    return done.returncode != 0


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here")
@pytest.mark.parametrize(
    ("section", "most"), [("members", 0.15), ("partners", 0.15), ("commitments", 0.25), ("metrics", 0.5)]
)
def test_two_who_add_at_the_same_time_rarely_meet(section: str, most: float, tmp_path: Path) -> None:
    base, there = _section(section)
    chance = Random(1)  # noqa: S311 - names by chance
    met = 0
    for number in range(TRIALS):
        one, other = _newcomers(chance, section)
        texts = [added(base, section, item) for item in (one, other)]
        met_here = _conflict(tmp_path, texts[0], base, texts[1])
        met += met_here
        places = [
            ids(text, section).index(str(item["id"])) for text, item in zip(texts, (one, other), strict=True)
        ]
        assert met_here == (places[0] == places[1]), "only who writes at the very same place meets"
        if not number % 10:
            ends = [
                rewritten(read(Text("", base)), [InsertItem((section,), there, item)]).text.content
                for item in (one, other)
            ]
            assert _conflict(tmp_path, ends[0], base, ends[1]), "at the end, everyone meets"
    assert met / TRIALS < most


def _section(name: str) -> tuple[str, int]:
    """Return the text of a list of a real plan, and how many items it has."""
    whole = (EXAMPLES / "forest-city" / "coalition.yaml").read_text(encoding="utf-8")
    found = re.search(rf"^{name}:.*?(?=^\w)", whole, re.MULTILINE | re.DOTALL)
    assert found is not None
    node = read(Text("", found[0])).root
    there = node.value(name) if isinstance(node, MappingNode) else None
    assert isinstance(there, SequenceNode)
    return found[0], len(there.items)
