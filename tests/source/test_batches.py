"""Changes that can be made at once."""

from coalitionkit.source.batches import Batch
from coalitionkit.source.changes import Annotate, Delete, InsertEntry, InsertItem, Rekey, Replace


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
    for change in (InsertItem(("a",), 0, "x"), Delete(("a", 0))):
        assert not Batch().takes(change)


def test_a_batch_knows_what_it_is_about() -> None:
    batch = Batch()
    assert not batch.meets(())
    batch.takes(Replace(("a", 0, "name"), "x"))
    met = [
        path for path in ((), ("a",), ("a", 0), ("a", 0, "name"), ("a", 0, "name", "en")) if batch.meets(path)
    ]
    assert len(met) == 5
    assert not any(batch.meets(path) for path in (("a", 0, "note"), ("a", 1), ("b",)))
