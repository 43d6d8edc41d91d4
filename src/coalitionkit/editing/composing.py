"""Edits for what a person wants of a record: a new one, other values in it, another id."""

from collections.abc import Iterable, Mapping, Sequence

from coalitionkit.editing.given import data_of, key_of, merged
from coalitionkit.edits import Add, Data, Edit, Put, Remove, RenameId, RenameKey
from coalitionkit.errors import ConfigurationError, UnknownRecordError, WouldOverwriteError
from coalitionkit.loading.records import Recorded, Records, Target, text_of
from coalitionkit.model.kinds import RecordKind, address_in
from coalitionkit.model.record import ASIDES, Part, bare_kind, fields_of
from coalitionkit.model.rhythm import Meeting, Series
from coalitionkit.model.values import slug_of
from coalitionkit.places import PLAN, Address
from coalitionkit.prose import a, listed
from coalitionkit.source.tree import MappingNode, SequenceNode

Values = Mapping[tuple[str, ...], Data]
"""Data by the keys that lead to them within a record."""

_LONGEST_ID = 40
_IN_CALENDARS = frozenset({Meeting, Series})


def shorthand_of(kind: RecordKind) -> str:
    """Return the field that a bare value of a kind stands for, or ""."""
    return str(getattr(kind.record, "shorthand", "")) if bare_kind(kind.record) else ""


def plain_field(kind: RecordKind) -> str:
    """Return the field that a word without a flag is meant for, after the one that identifies a record.

    It is what a bare value stands for, else the only other field that is needed, else the title; "" where
    none is obvious.
    """
    short = shorthand_of(kind)
    if short:
        return short
    needed = [name for name in missing_fields(kind, (kind.identity,)) if name not in ASIDES]
    return needed[0] if len(needed) == 1 else "" if needed else kind.title()


def missing_fields(kind: RecordKind, given: Iterable[str]) -> list[str]:
    """Return the fields that a new record needs and that were not given."""
    known = set(given)
    return [name for name, shape in fields_of(kind.record).items() if shape.required and name not in known]


def proposed_id(kind: RecordKind, values: Values) -> str:
    """Return the id that a new record's values suggest, by its title or by what tells most; may be empty."""
    texts = [_first_text(values.get((name,))) for name in (kind.title(), *kind.telling()) if name]
    slug = slug_of(next((text for text in texts if text), ""))
    if len(slug) <= _LONGEST_ID:
        return slug
    return slug[: _LONGEST_ID + 1].rpartition("-")[0] or slug[:_LONGEST_ID]


def new_record(
    records: Records, kind: RecordKind, values: Values, *, owner: Address = PLAN, key: str = ""
) -> Edit:
    """Return the edit that adds a record; `key` is that of a kind whose records stand below keys.

    Raises ConfigurationError when a needed field is missing, WouldOverwriteError when there is such a record.
    """
    lacking = missing_fields(kind, (keys[0] for keys in values))
    if kind.title() in lacking and kind.identity == "id":
        lacking = [name for name in lacking if name != "id"]  # it is made of the title
    if lacking or (kind.keyed and not key):
        flags = (
            listed([f"--{name.replace('_', '-')}" for name in lacking]) or f"{a(kind.words)} to name it by"
        )
        raise ConfigurationError(
            f"{a(kind.words)} needs {flags}", hint=f"'coalition add {kind.name} --help' lists the fields"
        )
    name = key or _first_text(values.get((kind.identity,)))
    for one in records.of(kind, owner if kind.owner else None):
        if name and one.id == name:
            raise WouldOverwriteError(
                f"there is {a(kind.words)} '{name}' already", hint=f"'coalition set {one.address}' changes it"
            )
    data: Data = _in_order(kind, merged(values))
    short = shorthand_of(kind)
    if short and isinstance(data, Mapping) and set(data) == {short}:
        data = data[short]
    at = kind.within(owner)
    return Put(at / key, data) if kind.keyed else Add(at, data)


def changes(records: Records, target: Target, values: Values, unset: Sequence[tuple[str, ...]]) -> list[Edit]:
    """Return the edits that write values into a record and leave others out.

    Raises ConfigurationError for an id, which is renamed instead, UnknownRecordError for what is not there.
    """
    edits: list[Edit] = [
        put(records, Address((*target.address.steps, *keys)), data) for keys, data in values.items()
    ]
    for keys in unset:
        at = Address((*target.address.steps, *keys))
        if records.at(address_in(str(at))).node is None:
            raise UnknownRecordError(f"there is no {at} to leave out")
        edits.append(Remove(at))
    return edits


def put(records: Records, at: Address, data: Data) -> Edit:
    """Return the edit that writes a value at an address; a bare one leaves the rest of a record as it is.

    Raises ConfigurationError for the id of a record, which is renamed instead.
    """
    above = Address(at.steps[:-1])
    one = records.at(address_in(str(above))).record if above.steps else None
    if one is not None and one.kind.identity == "id" and str(at.steps[-1]) == "id":
        raise ConfigurationError(
            "an id is changed together with everything that points at it",
            hint=f"coalition rename {one.kind.name} {one.id} NEW-ID",
        )
    return Put(_shorthand_at(records, at), data) if _is_bare(data) else Put(at, data)


def _is_bare(data: Data) -> bool:
    return data is not None and not isinstance(data, Mapping)


def _shorthand_at(records: Records, at: Address) -> Address:
    """Return where a bare value belongs: in the field that it stands for, where a record says that one."""
    target = records.at(address_in(str(at)))
    if not isinstance(target.kind, Part) or not isinstance(target.node, MappingNode):
        return at
    short = str(getattr(target.kind.record, "shorthand", "")) if bare_kind(target.kind.record) else ""
    return at / short if target.node.value(short) is not None else at


def renamed(records: Records, one: Recorded, new: str, *, forget: bool) -> list[Edit]:
    """Return the edits that give a record another id, and keep the old one among its former ids.

    Raises ConfigurationError for a record without an id, WouldOverwriteError when the id is taken.
    """
    kind = one.kind
    if kind.table is not None:
        return [RenameKey(one.address, key_of(kind.table, new, f"the key of {a(kind.words)}"))]
    if kind.identity != "id":
        how = f"'coalition set {one.address}.{kind.identity}' changes it" if kind.identity else ""
        raise ConfigurationError(f"{a(kind.words)} has no id of its own", hint=how)
    data_of(fields_of(kind.record)["id"].kind, [new], "the new id")
    space = kind.record.namespace or kind.record.noun
    taken = [
        each
        for each in records.with_ids()
        if each.id == new and (each.kind.record.namespace or each.kind.record.noun) == space
    ]
    if space and taken:
        raise WouldOverwriteError(f"the id '{new}' belongs to {taken[0].words} already")
    edits: list[Edit] = [RenameId(one.address, new)]
    if forget or "former_ids" not in fields_of(kind.record):
        return edits
    former = one.value("former_ids")
    ids = [text_of(item) for item in former.items] if isinstance(former, SequenceNode) else []
    at = Address(one.address.steps[:-1])[new] / "former_ids"
    if not ids:
        return [*edits, Add(at, one.id)]
    # Calendars know a record by the first id that it had: that one stays the first, also when it is back.
    first = ids[:1] if kind.record in _IN_CALENDARS else []
    return [*edits, Put(at, [*first, *(key for key in ids[len(first) :] if key != new), one.id])]


def _in_order(kind: RecordKind, data: Mapping[str, Data]) -> dict[str, Data]:
    """Return values with their keys in the order of the format, the remark last."""
    order = [name for name in fields_of(kind.record) if name not in ASIDES]
    known = [name for name in (*order, *ASIDES) if name in data]
    return {name: data[name] for name in (*known, *(name for name in data if name not in known))}


def _first_text(data: Data) -> str:
    if isinstance(data, str):
        return data
    if isinstance(data, Mapping):
        return _first_text(next(iter(data.values()), None))
    return _first_text(data[0]) if data else ""
