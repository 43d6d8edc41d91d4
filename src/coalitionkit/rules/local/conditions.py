"""Conditions of a plan's own rules: held against the kind of the value, and made into functions.

The kind decides how the words of a condition are read, by the same readers as the plan: money stays exact,
a word may be given by an alias, a date may be a month.
"""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from operator import ge, gt, le, lt
from typing import Any, NamedTuple

from coalitionkit.model.local_rules import Condition, PlainCondition
from coalitionkit.model.record import Leaf, Listing, Part, Record, Table
from coalitionkit.model.values import Prose, Reader, Refers
from coalitionkit.model.vocabulary.words import Vocabulary
from coalitionkit.periods import PartialDate, partial_date
from coalitionkit.prose import quoted
from coalitionkit.rules.local.routes import NoWayError, Route, is_there, route
from coalitionkit.rules.local.scope import Scope, record_called

TODAY = "today"
"""The day of the check, where a condition wants a date."""

Holds = Callable[[Record, Scope], bool]
_Fits = Callable[[Any, Scope], bool]
_At = tuple[str | int, ...]
_Bound = tuple[Callable[[Any, Any], bool], int]

_SIZES: Mapping[str, Callable[[Any, Any], bool]] = {"over": gt, "under": lt, "at_least": ge, "at_most": le}
_DATED = ("before", "after")
_WORDED = ("begins_with", "contains")
_NUMBERS = (int, Decimal, Fraction)
_MOST_DIGITS = 9


class Fault(NamedTuple):
    """What is wrong with a rule: below which keys of the rule, and whether the last key itself is meant."""

    at: _At
    message: str
    at_key: bool = False


class Clause(NamedTuple):
    """One key and its condition: the way to the values, and whether it holds of a record."""

    route: Route
    holds: Holds


class Compiler:
    """Makes functions of conditions; what cannot be one becomes a fault. Notes whether the day matters."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.day_matters = False

    def clauses(
        self, record: type[Record], conditions: Mapping[str, PlainCondition], at: _At
    ) -> list[Clause]:
        """Return the clauses of a group of conditions, without those that lead nowhere."""
        made: list[Clause] = []
        for path, condition in conditions.items():
            try:
                way = route(record, path)
            except NoWayError as error:
                self.faults.append(Fault((*at, path), str(error), at_key=True))
                continue
            made.append(Clause(way, self._condition(way, condition, (*at, path))))
        return made

    def _condition(self, way: Route, condition: PlainCondition, at: _At) -> Holds:
        """Return whether all that a condition asks for is so."""
        parts: list[Holds] = []
        if condition.present is not None:
            parts.append(_presence(way, wanted=condition.present))
        sizes = [key for key in _SIZES if getattr(condition, key) is not None]
        words = way.to_words()
        listed = way if isinstance(way.kind, Listing | Table) else words
        within = condition.where if isinstance(condition, Condition) else {}
        counted = sizes if isinstance(listed.kind, Listing | Table) else []
        bounds = self._bounds(condition, counted, at)
        fits = self._fits(words, condition, [key for key in sizes if key not in counted], at)
        if within:
            parts.append(_count(listed, self._within(listed, within, at), bounds))
        elif fits:
            parts.append(_fitting(words, fits, bounds))
        elif counted:
            parts.append(_count(listed, [], bounds))
        return lambda entry, scope: all(part(entry, scope) for part in parts)

    def _within(self, way: Route, within: Mapping[str, PlainCondition], at: _At) -> list[Clause]:
        """Return what must be true of the items of a list to be counted."""
        if isinstance(way.kind, Listing) and isinstance(way.kind.of, Part):
            return self.clauses(way.kind.of.record, within, (*at, "where"))
        message = f"{quoted('.'.join(way.steps))} is no list of records; leave out 'where'"
        self.faults.append(Fault((*at, "where"), message, at_key=True))
        return []

    def _bounds(self, condition: PlainCondition, sizes: list[str], at: _At) -> list[_Bound]:
        """Return how many items there must be: at least one where no number is given."""
        bounds: list[_Bound] = []
        for key in sizes:
            text = getattr(condition, key)
            if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS:
                bounds.append((_SIZES[key], int(text)))
            else:
                message = f"{quoted(text)} is not a number of items; write a whole number, such as 2"
                self.faults.append(Fault((*at, key), message))
        return bounds or [(ge, 1)]

    def _fits(self, way: Route, condition: PlainCondition, sizes: list[str], at: _At) -> list[_Fits]:
        """Return a function for each demand on a single value."""
        made: list[_Fits] = []
        for key in ("equals", "one_of", *_WORDED, *sizes, *_DATED, "refers_to"):
            wanted = getattr(condition, key, None)
            if wanted is None or wanted in ((), {}):
                continue
            if way.leaf is None:
                message = f"{quoted('.'.join(way.steps))} is no single value; name a key below it"
                self.faults.append(Fault(at, message, at_key=True))
                break
            # A bare value has no key of its own.
            below = at if key == "equals" else (*at, key)
            try:
                made.append(self._fit(key, way.leaf, wanted, below))
            except ValueError as error:
                self.faults.append(Fault(below, str(error)))
        return made

    def _fit(self, key: str, leaf: Leaf, wanted: Any, at: _At) -> _Fits:
        """Return whether a value is as wanted. Raises ValueError for what values of its kind never are."""
        if key == "refers_to":
            return self._pointing(leaf, wanted, at)
        if key in _DATED:
            return self._dated(key, leaf, wanted)
        if key in _SIZES:
            _expect(key, leaf, _NUMBERS, "compares numbers")
            bound, compare = _read(leaf, wanted), _SIZES[key]
            return lambda item, _: compare(item, bound)
        if key in _WORDED:
            if isinstance(leaf.marker, Reader):
                _expect(key, leaf, (str,), "looks into text")
            return _worded(key, wanted.casefold())
        choices = [_read(leaf, text) for text in (wanted if key == "one_of" else (wanted,))]
        return lambda item, _: any(_same(item, choice) for choice in choices)

    def _dated(self, key: str, leaf: Leaf, wanted: str) -> _Fits:
        _expect(key, leaf, (PartialDate,), "compares dates")
        day = None if wanted == TODAY else partial_date(wanted)
        self.day_matters = self.day_matters or day is None
        earlier = key == "before"

        def fits(item: PartialDate, scope: Scope) -> bool:
            other = day or scope.snapshot.as_of
            return item.certainly_before(other) if earlier else item.certainly_after(other)

        return fits

    def _pointing(self, leaf: Leaf, conditions: Mapping[str, PlainCondition], at: _At) -> _Fits:
        """Return whether the record that an id points at is as it should be."""
        nouns = leaf.marker.nouns if isinstance(leaf.marker, Refers) else ()
        if not nouns:
            raise ValueError("'refers_to' follows an id, and this is none; write a value, or 'present'")
        by_noun: dict[str, list[Clause]] = {}
        faults: list[Fault] = []
        for noun in nouns:
            inner = Compiler()
            clauses = inner.clauses(record_called(noun), conditions, at)
            self.day_matters = self.day_matters or inner.day_matters
            faults = faults or inner.faults
            if not inner.faults:
                by_noun[noun] = clauses
        if not by_noun:
            self.faults.extend(faults)

        def fits(item: str, scope: Scope) -> bool:
            found = ((scope.record(noun, item), clauses) for noun, clauses in by_noun.items())
            return any(record and all(c.holds(record, scope) for c in clauses) for record, clauses in found)

        return fits


def _presence(way: Route, *, wanted: bool) -> Holds:
    return lambda entry, _: any(is_there(value) for value in way.values(entry)) is wanted


def _count(way: Route, clauses: list[Clause], bounds: list[_Bound]) -> Holds:
    """Return whether a list has as many items as it should, of those of which the clauses hold."""

    def holds(entry: Record, scope: Scope) -> bool:
        items: Iterator[Any] = way.items(entry)
        count = sum(1 for item in items if all(clause.holds(item, scope) for clause in clauses))
        return all(compare(count, bound) for compare, bound in bounds)

    return holds


def _fitting(way: Route, fits: list[_Fits], bounds: list[_Bound]) -> Holds:
    """Return whether as many single values as there should be are as they should be."""

    def holds(entry: Record, scope: Scope) -> bool:
        count = sum(1 for item in way.items(entry) if all(fit(item, scope) for fit in fits))
        return all(compare(count, bound) for compare, bound in bounds)

    return holds


def _expect(key: str, leaf: Leaf, kinds: tuple[type, ...], what: str) -> None:
    """Refuse a demand that values of another kind cannot meet."""
    if not (isinstance(leaf.marker, Reader) and leaf.marker.python in kinds):
        raise ValueError(f"'{key}' {what}, and this is none; write a value, or 'present'")


def _read(leaf: Leaf, text: str) -> object:
    """Return what a text means where a value of this kind stands. Raises ValueError."""
    return leaf.marker.value(text) if isinstance(leaf.marker, Vocabulary | Refers | Reader) else text


def _same(item: object, wanted: object) -> bool:
    return wanted in item.texts.values() if isinstance(item, Prose) else item == wanted


def _worded(key: str, wanted: str) -> _Fits:
    begins = key == "begins_with"

    def fits(item: object, _: Scope) -> bool:
        texts = item.texts.values() if isinstance(item, Prose) else (str(item),)
        folded = (text.casefold() for text in texts)
        return any(text.startswith(wanted) if begins else wanted in text for text in folded)

    return fits
