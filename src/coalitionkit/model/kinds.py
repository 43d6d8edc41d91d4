"""The kinds of records that a plan keeps lists of, and the addresses at which they stand.

Everything follows from the models: what one is called on a command line, where its list is, which fields it
has. Nothing here looks at a plan.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from coalitionkit.errors import ConfigurationError
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.record import Kind, Leaf, Listing, Part, Record, Table, bare_kind, fields_of, noun
from coalitionkit.model.values import Prose
from coalitionkit.places import PLAN, Address, Item
from coalitionkit.prose import did_you_mean, listed

_IRREGULAR = {"people": "person", "series": "series", "ties": "tie"}
"""Singulars of keys that do not follow the rule."""

_NOT_TITLES = frozenset({"note", "former_ids"})

_TELLING: Mapping[str, tuple[str, ...]] = {
    "partner": ("sector", "worked_with", "reviewed"),
    "member": ("group", "partner", "status", "joined"),
    "role": ("held_by", "vacant"),
    "champion": ("responsibilities", "supports"),
    "working-group": ("lead", "cadence", "members"),
    "decision": ("status", "date", "outcome"),
    "series": ("group", "working_group", "every", "day"),
    "meeting": ("date", "group", "working_group", "status"),
    "commitment": ("promised_by", "promised_to", "due", "done"),
    "invitation": ("partner", "sent", "answer"),
    "engagement": ("kind", "date", "participants"),
    "plan": ("owner", "years"),
    "strategy": ("goal", "lead", "status"),
    "metric": ("owner", "unit", "better"),
    "funding-source": ("funder", "amount", "status", "end"),
    "budget-line": ("amount", "per", "funded_by"),
    "goal": ("horizon", "predictors"),
    "need": ("of", "required", "must"),
    "practice": ("by", "date"),
}
"""Which fields tell most of a record, where the models' order of fields does not say it."""

_MOST_TELLING = 3


class RecordKind(NamedTuple):
    """A kind of records: `working-group`, all of which stand in the list `working_groups`.

    `keys` lead from the record of `owner`, or from the plan, to the list. `table` is what the records
    stand in where they stand below keys and not in a list. `also` are other names that are understood.
    """

    name: str
    plural: str
    record: type[Record]
    keys: tuple[str, ...]
    owner: "RecordKind | None" = None
    table: Table | None = None
    also: tuple[str, ...] = ()

    @property
    def keyed(self) -> bool:
        """Whether the records stand below keys and not in a list."""
        return self.table is not None

    @property
    def pattern(self) -> str:
        """Where the list stands, with OWNER for the ids on the way: `metrics[OWNER].values`."""
        above = f"{self.owner.pattern}[{self.owner.name.upper()}]." if self.owner else ""
        return above + ".".join(self.keys)

    @property
    def words(self) -> str:
        """What one is called in a sentence: `working group`."""
        return self.name.replace("-", " ")

    @property
    def identity(self) -> str:
        """The field by which one is addressed, or "" where a number or a key does that."""
        return self.record.identity

    def within(self, owner: Address = PLAN) -> Address:
        """Return where the list stands, in the plan or within the record that owns it."""
        return Address((*owner.steps, *self.keys))

    def telling(self) -> tuple[str, ...]:
        """Return the fields that tell most of a record beside its title, in the order of the model."""
        named = _TELLING.get(self.name)
        if named is not None:
            return named
        left_out = {self.identity, self.title(), *_NOT_TITLES}
        fields = [shape for shape in fields_of(self.record).values() if shape.name not in left_out]
        fields = [shape for shape in fields if isinstance(shape.kind, Leaf) and not shape.private]
        return tuple(shape.name for shape in fields[:_MOST_TELLING])

    def title(self) -> str:
        """Return the field that says in words which one it is: `name`, `question`; "" if none does."""
        left_out = {self.identity, "id", *_NOT_TITLES}
        fields = [shape for shape in fields_of(self.record).values() if shape.name not in left_out]
        for shape in fields:
            is_text = isinstance(shape.kind, Leaf) and shape.kind.marker in (None, Prose)
            if is_text and not shape.private and (shape.required or shape is fields[0]):
                return shape.name
        return ""


@cache
def kinds() -> tuple[RecordKind, ...]:
    """Return all kinds of records, in the order of the file, owners before what they own."""
    return tuple(_kinds_in(Coalition, (), None))


@cache
def _by_name() -> Mapping[str, tuple[RecordKind, ...]]:
    names: dict[str, list[RecordKind]] = {}
    for kind in kinds():
        for name in dict.fromkeys((kind.name, kind.plural)):
            names.setdefault(name, []).append(kind)
    for kind in kinds():
        for name in kind.also:
            # What one kind is called is never another name of another kind.
            called = names.setdefault(name, [])
            if kind not in called and not any(name in (one.name, one.plural) for one in called):
                called.append(kind)
    return {name: tuple(found) for name, found in names.items()}


def is_kind(word: str) -> bool:
    """Whether a word of a command line names a kind of records."""
    return _plainly(word) in _by_name()


def kinds_named(word: str) -> tuple[RecordKind, ...]:
    """Return the kinds that a word names: `value` is one of a metric, and of a group of a metric.

    Raises ConfigurationError, with a suggestion, when it names none.
    """
    found = _by_name().get(_plainly(word))
    if found is None:
        hint = did_you_mean(word, _by_name()) or "; 'coalition list' shows what a plan holds"
        raise ConfigurationError(f"there is no kind of records named '{word}'{hint}")
    return found


def kind_at(address: Address) -> RecordKind | None:
    """Return the kind of the record at an address; None where a section, a field or nothing is."""
    *above, last = address.steps or ("",)
    in_list = isinstance(last, Item | int)
    keys = tuple(step for step in above if not isinstance(step, Item | int))
    return next((kind for kind in kinds() if kind.keyed is not in_list and _all_keys(kind) == keys), None)


class Meant(NamedTuple):
    """What an address means by the models; `kind` is None below keys that are free."""

    address: Address
    kind: Kind | None
    private: bool = False


def address_in(text: str) -> Meant:
    """Return the address that a person typed, and what stands there.

    Ids may stand in brackets or after a point, keys with hyphens or underscores. Raises ConfigurationError,
    with a suggestion, for keys that the format does not have.
    """
    try:
        steps = Address.read(text).steps
    except ValueError as error:
        raise ConfigurationError(str(error)) from None
    meant = Meant(PLAN, Part(Coalition))
    for step in steps:
        meant = _below(meant, str(step), in_brackets=isinstance(step, Item))
    return meant


def _below(meant: Meant, step: str, *, in_brackets: bool) -> Meant:
    at, kind, private = meant
    if isinstance(kind, Part) and in_brackets:
        kind = bare_kind(kind.record)
    if isinstance(kind, Part):
        fields = fields_of(kind.record)
        name = step if step in fields else step.replace("-", "_")
        if name in fields:
            return Meant(at / name, fields[name].kind, private or fields[name].private)
        if step.startswith("x-"):
            return Meant(at / step, None, private)
        hint = did_you_mean(step, fields) or f"; its keys are {listed(fields)}"
        of = f"a {noun(kind.record)}" if at.steps else "a plan"
        raise ConfigurationError(f"{of} has no key '{step}'{hint}")
    if isinstance(kind, Table):
        return Meant(at / step, kind.of, private)
    if isinstance(kind, Listing):
        by_id = isinstance(kind.of, Part) and kind.of.record.identity
        if not by_id and not step.isdecimal():
            raise ConfigurationError(f"items of '{at}' are counted from 0; write {at[0]} for the first")
        return Meant(at[step if by_id else int(step)], kind.of, private)
    if kind is not None and not (isinstance(kind, Leaf) and kind.marker is Prose):
        raise ConfigurationError(f"'{at}' is a single value; nothing stands below it")
    return Meant(at[step] if in_brackets else at / step, None if kind is None else Leaf(None), private)


def _kinds_in(record: type[Record], keys: tuple[str, ...], owner: RecordKind | None) -> Iterator[RecordKind]:
    for name, shape in fields_of(record).items():
        here = (*keys, name)
        if isinstance(shape.kind, Part) and shape.kind.record is not record:
            yield from _kinds_in(shape.kind.record, here, owner)
        elif isinstance(shape.kind, Listing) and isinstance(shape.kind.of, Part):
            kind = _kind(shape.kind.of.record, here, owner)
            yield kind
            yield from _kinds_in(shape.kind.of.record, (), kind)
        elif isinstance(shape.kind, Table) and isinstance(shape.kind.of, Part) and owner is None:
            yield _kind(shape.kind.of.record, here, None)._replace(table=shape.kind)


def _kind(record: type[Record], keys: tuple[str, ...], owner: RecordKind | None) -> RecordKind:
    field = keys[-1].replace("_", "-")
    one = _IRREGULAR.get(field) or _singular(field)
    own = noun(record).replace(" ", "-")
    name = own if record.noun or one is None else one
    plural = field if name in (one, field) else _plural(name)
    also = dict.fromkeys((one or field, field, own, _plural(own)))
    return RecordKind(name, plural, record, keys, owner, also=tuple(also))


def _singular(field: str) -> str | None:
    if field.endswith("ies"):
        return f"{field[:-3]}y"
    return field[:-1] if field.endswith("s") else None


def _plural(name: str) -> str:
    return f"{name[:-1]}ies" if name.endswith("y") else name if name.endswith("s") else f"{name}s"


def _all_keys(kind: RecordKind) -> tuple[str, ...]:
    return (*(_all_keys(kind.owner) if kind.owner else ()), *kind.keys)


def _plainly(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")
