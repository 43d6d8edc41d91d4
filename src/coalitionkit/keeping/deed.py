"""What was done, as edits: the summary of it, and what someone still has to settle."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from coalitionkit.edits import Bare, Data, Edit, Put
from coalitionkit.errors import AgainstRecordError
from coalitionkit.model.record import Brief, Record
from coalitionkit.model.values import Prose
from coalitionkit.periods import PartialDate, just_before
from coalitionkit.places import Address


class Deed(NamedTuple):
    """Edits that together record one thing that happened.

    `summary` is a sentence in which people read what was done. Each of `unsettled` is a sentence about
    something that follows from it and that only a person can decide.
    """

    edits: tuple[Edit, ...]
    summary: str
    unsettled: tuple[str, ...] = ()

    def along_with(self, other: "Deed") -> "Deed":
        """Return both deeds as one; the summary stays this one's."""
        return Deed((*self.edits, *other.edits), self.summary, (*self.unsettled, *other.unsettled))


def dated(when: PartialDate) -> Bare:
    """Return a date as it is written, no more exact than it was given."""
    return Bare(when)


def puts(at: Address, values: Mapping[str, Data]) -> tuple[Edit, ...]:
    """Return the edits that write values below an address, those that were given."""
    return tuple(Put(at / key, value) for key, value in values.items() if value is not None)


def put_in(at: Address, record: Brief | None, values: Mapping[str, Data]) -> tuple[Edit, ...]:
    """Return the edits that write values into a record which may be missing, or be a bare value.

    A bare value becomes the long form. What else the record says stays.
    """
    given = {key: value for key, value in values.items() if value is not None}
    if record is None:
        return (Put(at, given),)
    if set(record.model_fields_set) - given.keys() <= {record.shorthand}:
        bare = getattr(record, record.shorthand)
        return (Put(at, {record.shorthand: _written(bare)} | given),)
    return puts(at, given)


def with_remark(at: Address, record: Record, remark: str | None) -> tuple[Edit, ...]:
    """Return the edit that adds a sentence to the note of a record; there may be nothing to add."""
    if not remark:
        return ()
    note = record.note
    if note is None:
        return (Put(at / "note", remark),)
    return tuple(Put(place, f"{text} {remark}") for place, text in _texts(at / "note", note))


def day_before(on: PartialDate, begun: PartialDate | None) -> PartialDate | None:
    """Return when something that had begun ended, if the next thing begins on a day; None if it never lasted.

    Where no more is known than that both fell into one month or year, that is all that is said. Raises
    AgainstRecordError if it had not begun by then.
    """
    eve = just_before(on)
    if begun is None or not eve.certainly_before(begun):
        return eve
    if on.certainly_before(begun):
        raise AgainstRecordError(f"{on} is before {begun}, since when the plan has it so; give a later day")
    return None if on.first == on.last else on


def joined(sentences: Iterable[str]) -> str:
    """Return sentences as one text."""
    return " ".join(sentence for sentence in sentences if sentence)


def _texts(at: Address, prose: Prose) -> Iterable[tuple[Address, str]]:
    return ((at / language if language else at, text) for language, text in prose.texts.items())


def _written(value: object) -> Data:
    if isinstance(value, Prose):
        return value.texts[""] if "" in value.texts else dict(value.texts)
    return dated(value) if isinstance(value, PartialDate) else str(value)
