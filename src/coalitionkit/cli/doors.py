"""Between the command line and `keeping`: what was typed becomes a deed, wherever it is more than a value."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from coalitionkit.cli.opening import WorkingCopy, errors_in
from coalitionkit.editing.composing import changes
from coalitionkit.editing.given import merged
from coalitionkit.edits import Data
from coalitionkit.errors import CoalitionError, ConfigurationError
from coalitionkit.keeping.adding import on_adding
from coalitionkit.keeping.asked import Asked, Opened
from coalitionkit.keeping.deed import Deed
from coalitionkit.keeping.setting import on_setting
from coalitionkit.loading.records import Recorded, Target
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.kinds import RecordKind, address_in
from coalitionkit.periods import PartialDate
from coalitionkit.places import Address, Item
from coalitionkit.prose import counted, listed

Values = Mapping[tuple[str, ...], Data]


class Circumstances(NamedTuple):
    """When something happened, and whether that was `said` or is only today.

    Also whether earlier holders stay or an earlier value is replaced.
    """

    on: PartialDate
    said: bool = False
    beside: bool = False
    replace: bool = False


def plan_of(copy: WorkingCopy) -> Coalition:
    """Return the plan as the models hold it. Raises ConfigurationError where errors stand in the way."""
    if copy.loaded.coalition is None:
        count = counted(errors_in(copy.loaded), "error")
        raise ConfigurationError(
            f"the plan has {count}, so that nobody can tell what hangs on what; mend it first",
            hint="'coalition lint' says how",
        )
    return copy.loaded.coalition


def adding(
    copy: WorkingCopy, kind: RecordKind, owner: Address, key: str, values: Values, about: Circumstances
) -> Deed | None:
    """Return the deed that adding a record is, or None where it is no more than that."""
    if copy.loaded.coalition is None:
        return None
    data = merged(values)
    own = key or str(data.get(kind.identity) or "")
    ids = (*(str(step) for step in owner.steps if isinstance(step, Item)), *([own] if own else []))
    return on_adding(copy.loaded.coalition, kind.name, Asked(ids, data, *about))


def setting(copy: WorkingCopy, one: Recorded, values: Values, about: Circumstances) -> Opened | None:
    """Return the deed that other values of a record are, or None where they are no more than that."""
    if copy.loaded.coalition is None or one.kind.owner is not None:
        return None
    return on_setting(copy.loaded.coalition, one.kind.name, Asked((one.id,), merged(values), *about))


def set_in(
    copy: WorkingCopy, target: Target, values: Values, unset: Sequence[tuple[str, ...]], when: Circumstances
) -> Deed:
    """Return what other values of a record come to: something that happened, or only values.

    Raises what `changes` raises.
    """
    known = setting(copy, target.record, values, when) if target.record else None
    taken = known.taken if known else frozenset()
    others = {keys: value for keys, value in values.items() if keys[0] not in taken}
    edits = changes(copy.records, target, others, unset)
    parts = [
        f"{verb} {listed('.'.join(keys) for keys in fields)}"
        for verb, fields in (("set", [*others]), ("unset", unset))
        if fields
    ]
    if known is None:
        return Deed(tuple(edits), f"{' and '.join(parts)} of {target.words}")
    also = f" Also {' and '.join(parts)}." if parts else ""
    return known.deed._replace(edits=(*known.deed.edits, *edits), summary=f"{known.deed.summary}{also}")


def left_alone(copy: WorkingCopy, target: Target, value: Data, when: Circumstances) -> tuple[str, ...]:
    """Return a hint where setting a field of a record does more than the value at its address."""
    *above, last = target.address.steps
    if not above or target.private or not isinstance(value, str):
        return ()
    one = copy.records.at(address_in(str(Address(tuple(above))))).record
    try:
        known = setting(copy, one, {(str(last),): value}, when) if one else None
    except CoalitionError:
        return ()
    if one is None or known is None or len(known.deed.edits) == 1:
        return ()
    flag = f"set {one.kind.name} {one.id} --{str(last).replace('_', '-')} {value}"
    how = f"retire member {one.id}" if (one.kind.name, value) == ("member", "alumni") else flag
    return (f"at an address the value alone is written; 'coalition {how}' records all that goes with it",)
