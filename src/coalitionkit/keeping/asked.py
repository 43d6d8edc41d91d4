"""Every door leads to the same verb: what `add` and `set` are asked for may be more than a value.

`coalition set member ana-lopez --status alumni` is a departure, and `coalition add holder` a handover. Where
only a record is corrected, no door opens and the values are written as they are.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from coalitionkit.edits import Data
from coalitionkit.keeping.deed import Deed
from coalitionkit.periods import PartialDate, partial_date

Values = Mapping[str, Data]


class Asked(NamedTuple):
    """What `add` or `set` was asked for: the record by its id, below the ids of what owns it, and values.

    `on` is the day on which it happened where the values do not say it; it was `said`, or is only today.
    `beside` keeps earlier holders, and `replace` lets a value stand in for one of the same day.
    """

    ids: tuple[str, ...]
    values: Values
    on: PartialDate
    said: bool = False
    beside: bool = False
    replace: bool = False

    @property
    def id(self) -> str:
        """The id of the record itself, or "" where none was given."""
        return self.ids[-1] if self.ids else ""

    def text(self, key: str) -> str | None:
        """Return a value that is text, or None where it was not given as one."""
        value = self.values.get(key)
        return str(value) if isinstance(value, str) else None

    def day(self, key: str) -> PartialDate:
        """Return the day that a value says, or else the day that counts."""
        text = self.text(key)
        return partial_date(text) if text else self.on

    def only(self, *keys: str) -> bool:
        """Whether nothing is asked for beyond these values."""
        return self.values.keys() <= set(keys)

    def parties(self, key: str) -> tuple[str, ...]:
        """Return the ids that a value lists."""
        value = self.values.get(key)
        return (
            tuple(str(one) for one in value)
            if isinstance(value, Sequence) and not isinstance(value, str)
            else ()
        )


class Opened(NamedTuple):
    """The deed behind a door, and the values that it took care of; all others are written as they are."""

    deed: Deed
    taken: frozenset[str]
