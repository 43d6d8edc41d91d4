"""Between the command line and `keeping`: what was typed becomes a deed, wherever it is more than a value."""

from collections.abc import Mapping
from typing import NamedTuple

from coalitionkit.cli.opening import Desk, errors_in
from coalitionkit.editing.given import merged
from coalitionkit.edits import Data
from coalitionkit.errors import ConfigurationError
from coalitionkit.keeping.adding import on_adding
from coalitionkit.keeping.asked import Asked, Opened
from coalitionkit.keeping.deed import Deed
from coalitionkit.keeping.setting import on_setting
from coalitionkit.loading.records import Recorded
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.kinds import RecordKind
from coalitionkit.periods import PartialDate
from coalitionkit.places import Address, Item
from coalitionkit.prose import counted

Values = Mapping[tuple[str, ...], Data]


class Circumstances(NamedTuple):
    """When something happened, and whether earlier holders stay or an earlier value is replaced."""

    on: PartialDate
    beside: bool = False
    replace: bool = False


def plan_of(desk: Desk) -> Coalition:
    """Return the plan as the models hold it. Raises ConfigurationError where errors stand in the way."""
    if desk.loaded.coalition is None:
        count = counted(errors_in(desk.loaded), "error")
        raise ConfigurationError(
            f"the plan has {count}, so that nobody can tell what hangs on what; mend it first",
            hint="'coalition lint' says how",
        )
    return desk.loaded.coalition


def adding(
    desk: Desk, kind: RecordKind, owner: Address, key: str, values: Values, about: Circumstances
) -> Deed | None:
    """Return the deed that adding a record is, or None where it is no more than that."""
    if desk.loaded.coalition is None:
        return None
    data = merged(values)
    own = key or str(data.get(kind.identity) or "")
    ids = (*(str(step) for step in owner.steps if isinstance(step, Item)), *([own] if own else []))
    return on_adding(desk.loaded.coalition, kind.name, Asked(ids, data, *about))


def setting(desk: Desk, one: Recorded, values: Values, about: Circumstances) -> Opened | None:
    """Return the deed that other values of a record are, or None where they are no more than that."""
    if desk.loaded.coalition is None or one.kind.owner is not None:
        return None
    return on_setting(desk.loaded.coalition, one.kind.name, Asked((one.id,), merged(values), *about))
