"""Checks that several records share. Each judges one record alone.

What concerns two records, or is arguable, is a rule of `coalitionkit.rules`.
"""

from pydantic import BaseModel
from pydantic_core import PydanticCustomError

from coalitionkit.periods import PartialDate


def contradiction(field: str, sentence: str) -> PydanticCustomError:
    """Return the error that says why a record cannot be true; `field` is the one to point at."""
    return PydanticCustomError("contradiction", "{sentence}", {"sentence": sentence, "field": field})


def unknown_word(field: str, sentence: str) -> PydanticCustomError:
    """Return the error that refuses a word which only the rest of the record can judge."""
    return PydanticCustomError("word", "{sentence}", {"sentence": sentence, "field": field})


def in_order(record: BaseModel, earlier: str, later: str) -> None:
    """Refuse a record whose date `later` is certainly before its date `earlier`."""
    first, last = getattr(record, earlier), getattr(record, later)
    if isinstance(first, PartialDate) and isinstance(last, PartialDate) and last.certainly_before(first):
        raise contradiction(
            later,
            f"`{later}`, {last}, is before `{earlier}`, {first}: swap the two dates or correct one",
        )
