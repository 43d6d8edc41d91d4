"""`migrated`: plans of an invented earlier format come over with every comment beside its owner."""

from collections.abc import Iterable, Iterator

import pytest

from coalitionkit.editing.migrating import MIGRATIONS, Carry, Deed, Files, Here, Migration, migrated
from coalitionkit.errors import UneditableError
from coalitionkit.loading import load
from coalitionkit.loading.formats import CURRENT, OLDEST
from coalitionkit.source.changes import Delete, Rekey, Replace
from coalitionkit.source.files import PlanFiles
from coalitionkit.source.tree import MappingNode, ScalarNode
from editing.plans import changes, files, raw, texts

OLD = """\
# Our plan. Beth keeps it.
format: 0      # do not touch

coalition:
  id: lakes
  # as on the letterhead
  title: Lakes # short
  city: Alder Falls     # the seat
  # for the map
  zone: America/Denver

# everyone
people:
  # the chair
  - id: ana
    name: Ana
    role_group: steering # since May
    # to be asked again
"""
OLD_FRAGMENT = """\
# kept by Dwayne
people:
- {id: ben, name: Ben, role_group: steering}   # and Ben
- {id: cy, name: Cy, role_group: other}

# where we meet
hall: Town hall  # the small room
"""
OLD_OVERLAY = "# private\npeople:\n  - id: ana\n    mobile: 555-0100 # evenings\n"

NEW = """\
# Our plan. Beth keeps it.
format: 1      # do not touch

coalition:
  id: lakes
  # as on the letterhead
  name: Lakes # short
  place:
    name: Alder Falls     # the seat
    # for the map
    timezone: America/Denver

# everyone
members:
  # the chair
  - id: ana
    name: Ana
    group: management-team # since May
    # to be asked again

x-rooms:
  # where we meet
  hall: Town hall  # the small room
"""
NEW_FRAGMENT = """\
# kept by Dwayne
members:
- {id: ben, name: Ben, group: management-team}   # and Ben
- {id: cy, name: Cy, group: other}
"""
NEW_OVERLAY = "# private\nmembers:\n  - id: ana\n    phone: 555-0100 # evenings\n"


def renamed(seen: Files) -> Iterator[Deed]:
    """Give keys their new names."""
    for pattern, key in (
        (("people", "*", "role_group"), "group"),
        (("people", "*", "mobile"), "phone"),
        (("coalition", "title"), "name"),
        (("people",), "members"),
    ):
        for file, path, _ in seen.nodes(*pattern):
            yield Here(file, Rekey(path, key))


def placed(seen: Files) -> Iterator[Deed]:
    """Move what says where the coalition is to a group of its own, and rooms to the main file."""
    for old, new in (("city", "name"), ("zone", "timezone")):
        for file, path, _ in seen.nodes("coalition", old):
            yield Carry(file, path, file, ("coalition", "place"), new)
    for file, path, _ in seen.nodes("hall"):
        yield Carry(file, path, seen.main, ("x-rooms",), "hall")


def reworded(seen: Files) -> Iterator[Deed]:
    """Write the new word of the vocabulary."""
    for file, path, node in seen.nodes("members", "*", "group"):
        if isinstance(node, ScalarNode) and node.value == "steering":
            yield Here(file, Replace(path, "management-team"))


FIRST = Migration(
    0, "name what was renamed, and say where the coalition is below 'place'", (renamed, placed, reworded)
)


def old(main: str = OLD) -> PlanFiles:
    return files(main, OLD_OVERLAY, b=OLD_FRAGMENT)


def test_a_plan_comes_over_whole_with_its_comments_beside_their_owners() -> None:
    result = migrated(old(), (FIRST,), 1)
    assert texts(result.revision.plan) == {
        "coalition.yaml": NEW,
        "coalition.d/b.yaml": NEW_FRAGMENT,
        "coalition.private.yaml": NEW_OVERLAY,
    }
    assert (result.since, result.to, result.done) == (0, 1, (FIRST,))
    assert changes(result.revision)[0] == ("coalition.private.yaml", "changed"), (
        "private first: nothing gets lost"
    )
    assert len(result.revision.files) == 3


def test_once_is_enough() -> None:
    after = migrated(old(), (FIRST,), 1).revision.plan
    again = migrated(after, (FIRST,), 1)
    assert (again.done, again.revision.files, again.revision.plan) == ((), (), after)
    seen = Files(
        "coalition.yaml",
        None,
        {name: root for name, root in load(after).trees.items() if isinstance(root, MappingNode)},
    )
    assert [deed for step in FIRST.steps for deed in step(seen)] == []


def test_line_ends_and_the_byte_order_mark_stay() -> None:
    plan = PlanFiles(raw("coalition.yaml", b"\xef\xbb\xbf" + OLD.replace("\n", "\r\n").encode()))
    (changed,) = migrated(plan, (FIRST,), 1).revision.files
    main = NEW[: NEW.index("\nx-rooms")]
    assert changed.after == b"\xef\xbb\xbf" + main.replace("\n", "\r\n").encode()


def test_migrations_follow_one_another_each_with_its_own_number() -> None:
    seen: list[str] = []

    def noted(files: Files) -> Iterable[Deed]:
        (one,) = files.nodes("format")
        seen.append(one[2].text.content.split("format: ")[1][0])
        return ()

    ways = (Migration(1, "second", (noted,)), Migration(0, "first", (renamed, noted)))
    result = migrated(old(), ways, 2)
    assert [way.title for way in result.done] == ["first", "second"]
    assert seen == ["0", "1"], "the number changes last"
    assert "format: 2      # do not touch" in texts(result.revision.plan)["coalition.yaml"]


def test_a_way_that_would_lose_a_comment_is_refused() -> None:
    def careless(seen: Files) -> Iterator[Deed]:
        for file, path, _ in seen.nodes("coalition", "zone"):
            yield Here(file, Delete(path))

    with pytest.raises(UneditableError, match="'# for the map' would get lost on the way to format 1"):
        migrated(old(), (Migration(0, "careless", (careless,)),), 1)


@pytest.mark.parametrize(
    ("text", "ways", "words"),
    [
        ("format: 9\n", (FIRST,), "update coalitionkit"),
        ("format: 0\n", (), "no way from format 0"),
        ("coalition: {id: a}\n", (FIRST,), "does not say"),
        ("format: one\n", (FIRST,), "does not say"),
        ("format: 0\npeople: [\n", (FIRST,), "to its end"),
    ],
)
def test_what_cannot_be_carried_over_is_refused(text: str, ways: tuple[Migration, ...], words: str) -> None:
    with pytest.raises(UneditableError) as error:
        migrated(files(text), ways, 1)
    assert words in f"{error.value.message} {error.value.hint}"


def test_the_number_may_stand_in_a_fragment() -> None:
    result = migrated(files("coalition: {id: a, name: A}\n", a="format: 0 # here\n"), (FIRST,), 1)
    assert texts(result.revision.plan)["coalition.d/a.yaml"] == "format: 1 # here\n"


def test_paths_are_found_by_pattern() -> None:
    (root,) = load(files("a:\n  - b: 1\n  - c: 2\nd: {e: {b: 3}}\n")).trees.values()
    seen = Files("coalition.yaml", None, {"coalition.yaml": root})
    assert [path for _, path, _ in seen.nodes("a", "*", "b")] == [("a", 0, "b")]
    assert [path for _, path, _ in seen.nodes("*", "*", "b")] == [("a", 0, "b"), ("d", "e", "b")]
    assert [path for _, path, _ in seen.nodes("a", "b")] == []


def test_every_earlier_format_has_a_way_to_the_current_one() -> None:
    assert [way.since for way in MIGRATIONS] == [*range(OLDEST, CURRENT)]
