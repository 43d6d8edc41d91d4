"""Changes that can be made at once."""

from coalitionkit.source.batches import Batch
from coalitionkit.source.changes import (
    Annotate,
    Delete,
    InsertEntry,
    InsertItem,
    Permute,
    Recomment,
    Rekey,
    Replace,
)


def test_changes_of_different_parts_are_taken() -> None:
    batch = Batch()
    assert batch.takes(Replace(("a", 0, "name"), "x"))
    assert batch.takes(Rekey(("a", 0, "key"), "x"))
    assert batch.takes(InsertEntry(("a", 1), "note", "x"))
    assert batch.takes(Delete(("b", "x")))
    assert batch.takes(Annotate(("c",), "x"))
    assert len(batch.changes) == 5


def test_changes_of_one_part_are_not() -> None:
    batch = Batch()
    assert batch.takes(InsertEntry(("a", 1), "note", "x"))
    assert not batch.takes(InsertEntry(("a", 1), "more", "x"))
    assert not batch.takes(Replace(("a", 1, "name"), "x"))
    assert not batch.takes(Replace(("a",), "x"))
    assert not batch.takes(Annotate(("a", 1, "name"), "x"))
    assert batch.takes(Replace(("a", 2, "name"), "x"))


def test_what_moves_others_stands_alone() -> None:
    for change in (Delete(("a", 0)), Recomment(3, "# x"), Replace(("a", 0), "x")):
        batch = Batch()
        assert batch.takes(InsertItem(("a",), 0, "x"))
        assert not batch.takes(change)


def test_new_items_move_those_behind_them() -> None:
    batch = Batch()
    for place in (1, 0, 5):
        assert batch.takes(InsertItem(("a",), place, "x"))
    assert [batch.before(("a", place, "b")) for place in range(7)] == [
        None,
        ("a", 0, "b"),
        None,
        ("a", 1, "b"),
        ("a", 2, "b"),
        None,
        ("a", 3, "b"),
    ]


def test_what_is_new_or_moved_as_a_whole_is_not_changed_along() -> None:
    batch = Batch()
    assert batch.takes(InsertItem(("a",), 1, "x"))
    assert batch.takes(Replace(("a", 2, "name"), "x"))
    assert batch.meets(("a", 2, "name"))
    assert not batch.meets(("a", 3, "name"))
    for change in (
        Replace(("a", 1, "name"), "x"),
        Replace(("a", 2, "name"), "y"),
        Permute(("a",), (1, 0, 2)),
        InsertEntry((), "b", "x"),
        InsertItem(("a", 2, "name"), 0, "x"),
    ):
        assert not batch.takes(change)


def test_whoever_knows_the_new_items_may_look_at_their_list() -> None:
    batch = Batch()
    assert batch.takes(InsertItem(("a",), 1, "x"))
    assert batch.meets(("a",))
    assert not batch.meets(("a",), items=False)
    assert batch.meets(("a", 1), items=False)


def test_a_key_is_not_changed_along_with_its_new_name() -> None:
    batch = Batch()
    assert batch.takes(Rekey(("a", "b"), "c"))
    assert not batch.takes(Replace(("a", "c"), "x"))
    assert batch.takes(Replace(("a", "d"), "x"))


def test_a_batch_knows_what_it_is_about() -> None:
    batch = Batch()
    assert not batch.meets(())
    batch.takes(Replace(("a", 0, "name"), "x"))
    met = [
        path for path in ((), ("a",), ("a", 0), ("a", 0, "name"), ("a", 0, "name", "en")) if batch.meets(path)
    ]
    assert len(met) == 5
    assert not any(batch.meets(path) for path in (("a", 0, "note"), ("a", 1), ("b",)))
