"""The records of a plan as they are written: found by kind, id or address, and who refers to them.

They are read from the text and not from the models, so that a plan with errors can be looked at and mended.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from coalitionkit.errors import ConfigurationError, UnknownRecordError
from coalitionkit.loading import Loaded
from coalitionkit.loading.overlay import lay_over
from coalitionkit.loading.survey import Pointer, Survey, steps_of, survey
from coalitionkit.loading.tracing import Trace, Tracer
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.kinds import (
    Meant,
    RecordKind,
    address_in,
    is_kind,
    kind_at,
    kinds,
    kinds_named,
)
from coalitionkit.model.record import Kind, Listing, Part, Table, bare_kind, fields_of
from coalitionkit.places import PLAN, Address, Item
from coalitionkit.prose import a, did_you_mean, first_few, listed
from coalitionkit.source.tree import MappingNode, Node, ScalarNode, SequenceNode


class Recorded(NamedTuple):
    """A record as it stands in the plan, its private values with it."""

    kind: RecordKind
    address: Address
    node: Node

    @property
    def id(self) -> str:
        """The id, or the key, number or date by which the record is told from others of its list."""
        return str(self.address.steps[-1])

    @property
    def words(self) -> str:
        """What the record is called in a sentence: `member ana-lopez`."""
        if self.kind.owner is None and (self.kind.identity or self.kind.keyed):
            return f"{self.kind.words} {self.id}"
        return f"{self.kind.words} {self.address}"

    def value(self, field: str) -> Node | None:
        """Return what is written for a field; None for nothing."""
        return field_of(self.node, self.kind, field)

    @property
    def title(self) -> str:
        """Return what says in words which one it is, in the first of its languages; may be empty."""
        return text_of(self.value(self.kind.title()))


class Target(NamedTuple):
    """What a person named: a record, or whatever stands, or may stand, at an address.

    `node` is None where nothing is written yet; `kind` is what belongs there, None where keys are free.
    """

    address: Address
    kind: Kind | None
    node: Node | None
    record: Recorded | None = None
    private: bool = False

    @property
    def words(self) -> str:
        """What it is called in a sentence."""
        return self.record.words if self.record else str(self.address)


class Records:
    """The records of one plan."""

    def __init__(self, loaded: Loaded) -> None:
        tracer = loaded.tracer
        root = tracer.by_address(PLAN).node if tracer else None
        if not isinstance(root, MappingNode):
            raise ConfigurationError(
                f"'{loaded.file}' cannot be read", hint="'coalition lint' says what is wrong with it"
            )
        overlay = loaded.trees.get(loaded.overlay_file)
        self.committed = root
        self.root = lay_over(root, overlay, Coalition)[0] if overlay else root

    @cached_property
    def tracer(self) -> Tracer:
        """What finds nodes by their addresses, private ones too."""
        return Tracer(self.root, Coalition)

    @cached_property
    def survey(self) -> Survey:
        """What a walk through the plan finds: ids, references, words."""
        return survey(self.root, Coalition)

    def of(self, kind: RecordKind, owner: Address | None = None) -> Iterator[Recorded]:
        """Give the records of a kind in the order of the plan; of one owner, or of all."""
        owners = [PLAN] if kind.owner is None else [one.address for one in self.of(kind.owner)]
        for above in owners if owner is None else [owner]:
            at = kind.within(above)
            trace = self.tracer.by_address(at)
            if trace.missing:
                continue
            if isinstance(trace.node, SequenceNode):
                steps = steps_of(trace.node, Part(kind.record))
                for step, node in zip(steps, trace.node.items, strict=True):
                    yield Recorded(kind, at[step if isinstance(step, int) else str(step)], node)
            elif isinstance(trace.node, MappingNode) and kind.keyed:
                for key, entry in trace.node.entries.items():
                    yield Recorded(kind, at / key, entry.value)

    def named(self, word: str, key: str, owner: Address | None = None) -> Recorded:
        """Return the record of a kind with an id. `owner` says in whose list to look.

        Raises ConfigurationError for an unknown kind, and UnknownRecordError, with a suggestion, when there
        is no such record or more than one.
        """
        every = [one for kind in kinds_named(word) for one in self.of(kind, owner)]
        return _only_one(_called(key, every), kinds_named(word)[0].words, key, every)

    def owner(self, word: str, text: str) -> tuple[RecordKind, Recorded]:
        """Return the kind that a word names and the record, given by id or address, that owns its list.

        Raises ConfigurationError for an unknown kind or one that belongs to no record, UnknownRecordError
        when there is no such owner.
        """
        named_so = kinds_named(word)
        owned = [kind for kind in named_so if kind.owner is not None]
        if not owned:
            raise ConfigurationError(f"{a(named_so[0].words)} belongs to no other record; leave out '{text}'")
        if is_address(text):
            named = self.at(address_in(text)).record
            if named is None:
                raise UnknownRecordError(f"there is no record at '{text}'")
            one = named
        else:
            every = [one for kind in owned if kind.owner for one in self.of(kind.owner)]
            what = listed(dict.fromkeys(kind.owner.words for kind in owned if kind.owner), "or")
            one = _only_one(_called(text, every), what, text, every)
        for kind in owned:
            if kind.owner == one.kind:
                return kind, one
        raise ConfigurationError(f"{a(one.kind.words)} has no {owned[0].words}")

    def target(self, words: Sequence[str]) -> Target:
        """Return what a person named: by kind and id, kind, owner and id, an id alone, or an address.

        Raises ConfigurationError for kinds and keys that the format does not have, UnknownRecordError for
        records that the plan does not have.
        """
        what, *keys = words
        if len(keys) > 2:  # noqa: PLR2004 - owner and id
            raise ConfigurationError(
                f"'{keys[2]}' is one word too many: name one record by KIND ID, KIND OWNER ID, ID or ADDRESS",
                hint="a value follows the flag of its field: --field VALUE",
            )
        if len(keys) == 1:
            one = self.named(what, keys[0])
        elif keys:
            kind, owner = self.owner(what, keys[0])
            every = list(self.of(kind, owner.address))
            one = _only_one(_called(keys[1], every), kind.words, keys[1], every)
        elif is_address(what):
            return self.at(address_in(what))
        else:
            every = list(self.with_ids())
            found = _called(what, every)
            if not found and is_kind(what):
                raise ConfigurationError(f"which {what}?", hint=f"'coalition list {what}' lists them")
            one = _only_one(found, "record", what, every)
        return Target(one.address, Part(one.kind.record), one.node, one)

    def at(self, meant: Meant) -> Target:
        """Return what stands at an address, or may: only records on the way to it must be there.

        Raises UnknownRecordError when one of those is not.
        """
        address, kind, private = meant
        trace = self.tracer.by_address(address)
        beyond = address.steps[len(trace.address.steps) :] if trace.missing else ()
        if beyond and isinstance(beyond[0], Item | int):
            raise UnknownRecordError(f"there is no {address}", hint=self._nearby(trace))
        if trace.missing or (isinstance(trace.node, ScalarNode) and trace.node.is_null):
            return Target(address, kind, None, None, private)
        record = kind_at(address)
        one = Recorded(record, address, trace.node) if record else None
        return Target(address, kind, trace.node, one, private)

    def with_ids(self) -> Iterator[Recorded]:
        """Give the records that have an id or a key of their own."""
        for kind in kinds():
            if kind.identity == "id" or kind.keyed:
                yield from self.of(kind)

    def referring(self, one: Recorded, *, private: bool) -> list[Pointer]:
        """Return the values that point at a record, in the order of the plan.

        Those within something private are left out unless they are asked for.
        """
        noun = one.kind.record.noun
        if not noun:
            return []
        names = {one.id, *_texts(one.value("former_ids"))}
        pointers = [
            pointer
            for pointer in self.survey.pointers
            if noun in pointer.refers.nouns and pointer.node.value in names
        ]
        hidden = () if private else tuple(address.steps for address in self.survey.private)
        return [
            pointer
            for pointer in pointers
            if not any(pointer.address.steps[: len(steps)] == steps for steps in hidden)
        ]

    def titles(self, nouns: Iterable[str]) -> dict[str, str]:
        """Return the titles of the records that a reference to one of these nouns may name, by id."""
        wanted = set(nouns)
        return {one.id: one.title for kind in kinds() if kind.record.noun in wanted for one in self.of(kind)}

    def _nearby(self, trace: Trace) -> str:
        if not isinstance(trace.node, SequenceNode):
            return f"there is nothing below '{trace.address}'" if trace.address.steps else ""
        of = trace.kind.of if isinstance(trace.kind, Listing) else None
        ids = [str(step) for step in steps_of(trace.node, of)]
        return f"there are {first_few(ids)}" if ids else ""


def is_address(text: str) -> bool:
    """Whether a text that names a record is an address rather than an id."""
    return "[" in text or "." in text or text.replace("-", "_") in fields_of(Coalition)


def field_of(node: Node, kind: RecordKind, field: str) -> Node | None:
    """Return what is written for a field of a record; a bare value is the field that it stands for."""
    if isinstance(node, MappingNode):
        value = node.value(field)
        return None if isinstance(value, ScalarNode) and value.is_null else value
    shorthand = str(getattr(kind.record, "shorthand", "")) if bare_kind(kind.record) else ""
    return node if field == shorthand and field in fields_of(kind.record) else None


def text_of(node: Node | None) -> str:
    """Return the text of a value, in the first of its languages; "" for nothing and for groups."""
    if isinstance(node, ScalarNode):
        return "" if node.is_null else node.value
    if isinstance(node, MappingNode) and node.entries:
        return text_of(next(iter(node.entries.values())).value)
    return ""


def entries_of(node: Node, kind: Kind | None) -> Iterator[tuple[str, Node, Kind | None, bool]]:
    """Give the keys of a group with what is written there, what it is meant to be, and whether it is private.

    Keys stand in the order of the format.
    """
    if not isinstance(node, MappingNode):
        bare = bare_kind(kind.record) if isinstance(kind, Part) else None
        if bare is not None and isinstance(kind, Part):
            yield str(getattr(kind.record, "shorthand", "")), node, bare, False
        return
    fields = fields_of(kind.record) if isinstance(kind, Part) else {}
    order = [key for key in fields if key in node.entries]
    for key in (*order, *(key for key in node.entries if key not in fields)):
        value = node.entries[key].value
        if isinstance(value, ScalarNode) and value.is_null:
            continue
        below = fields[key].kind if key in fields else kind.of if isinstance(kind, Table) else None
        yield key, value, below, key in fields and fields[key].private


def _texts(node: Node | None) -> list[str]:
    return [text_of(item) for item in node.items] if isinstance(node, SequenceNode) else []


def _called(key: str, every: Iterable[Recorded]) -> list[Recorded]:
    """Return the records with an id; where there are none, those that had it before."""
    listed_once = list(every)
    return [one for one in listed_once if one.id == key] or [
        one for one in listed_once if key in _texts(one.value("former_ids"))
    ]


def _only_one(found: list[Recorded], what: str, key: str, every: list[Recorded]) -> Recorded:
    if len(found) == 1:
        return found[0]
    if found:
        where = listed([str(one.address) for one in found], "or")
        raise UnknownRecordError(f"there are {len(found)} records '{key}'", hint=f"say which: {where}")
    hint = did_you_mean(key, [one.id for one in every])
    some = f"; there are {first_few(list(dict.fromkeys(one.id for one in every)))}" if every else ""
    raise UnknownRecordError(f"there is no {what} '{key}'{hint or some}")
