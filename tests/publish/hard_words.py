"""Plans in which people wrote the hardest words wherever they could, and a look at how they came out."""

import re
from functools import cache
from itertools import count
from typing import Any

from coalitionkit.model.coalition import Coalition
from coalitionkit.model.record import Kind, Leaf, Listing, Part, Record, Table, fields_of
from coalitionkit.model.values import Prose
from coalitionkit.publish.document import Document
from publish.catalog import CATALOG, CODES, presses
from publish.specimens import TRICKY, squeezed

_KEPT = frozenset({"lint", "timezone", "vocabulary"})
"""What is no text for readers, and the words that a plan adds: they are read when the plan is."""

_BEGIN = re.compile(r"Q(\d+)q")
_WORDS = " ".join(TRICKY)


class _Hardening:
    def __init__(self) -> None:
        self.numbers = count(1)

    def record(self, given: Record) -> Record:
        """Return a record with hard words in every text, each with a number of its own around it."""
        values = {
            name: value if name in _KEPT or value is None else self._value(value, shape.kind)
            for name, shape in fields_of(type(given)).items()
            for value in [getattr(given, name)]
        }
        return type(given).model_construct(**values)

    def _value(self, value: Any, kind: Kind) -> Any:
        match kind:
            case Part():
                return self.record(value)
            case Listing(of):
                return tuple(self._value(one, of) for one in value)
            case Table(_, of):
                return {key: self._value(one, of) for key, one in value.items()}
            case Leaf(marker) if marker is Prose:
                return Prose(dict.fromkeys(CODES, self._text()))
            case Leaf(None):
                return self._text()
            case _:
                return value

    def _text(self) -> str:
        number = next(self.numbers)
        return f"Q{number}q {_WORDS} W{number}w"


@cache
def hard(name: str, code: str) -> Document:
    """Return a document of the catalog, made from its plan with hard words in it."""
    entry = CATALOG[name]
    plan = _Hardening().record(entry.plan())
    assert isinstance(plan, Coalition)
    return entry.make(plan, entry.day, code, presses())


def broken(text: str) -> list[str]:
    """Return what became of texts that did not come out whole; there is one at least."""
    said = squeezed(text)
    found = list(_BEGIN.finditer(said))
    assert found, "no text of the plan is there"
    whole = squeezed(_WORDS)
    return [
        said[one.start() : one.end() + len(whole) + 10]
        for one in found
        if not said.startswith(f"{whole}W{one[1]}w", one.end())
    ]
