"""Which record is meant: by its id or one that it had before, else an error with the one that was meant."""

from collections.abc import Iterable
from typing import TypeVar

from coalitionkit.errors import UnknownRecordError
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.entry import Entry
from coalitionkit.model.governance import Role
from coalitionkit.model.members import Member
from coalitionkit.model.metrics import Metric
from coalitionkit.model.partners import Partner
from coalitionkit.model.record import noun
from coalitionkit.places import PLAN, Address
from coalitionkit.prose import nearest, quoted

_Item = TypeVar("_Item", bound=Entry)


def the(entries: Iterable[_Item], key: str, kind: type[_Item]) -> _Item:
    """Return the entry of this id, or with this one among its former ids. Raises UnknownRecordError."""
    listed = list(entries)
    for entry in listed:
        if entry.id == key:
            return entry
    for entry in listed:
        if key in entry.former_ids:
            return entry
    called = {str(getattr(entry, "name", entry.id)): entry.id for entry in listed}
    meant = nearest(key, [entry.id for entry in listed]) or called.get(nearest(key, called) or "")
    hint = f"did you mean '{meant}'?" if meant else "'coalition list' shows the ids of what is in the plan"
    raise UnknownRecordError(f"the plan has no {noun(kind)} {quoted(key)}", hint=hint)


def the_member(plan: Coalition, key: str) -> Member:
    """Return a member. Raises UnknownRecordError."""
    return plan.member(key) or the(plan.members, key, Member)


def the_role(plan: Coalition, key: str) -> Role:
    """Return a role. Raises UnknownRecordError."""
    return plan.role(key) or the(plan.roles, key, Role)


def the_partner(plan: Coalition, key: str) -> Partner:
    """Return a partner. Raises UnknownRecordError."""
    return plan.partner(key) or the(plan.partners, key, Partner)


def the_metric(plan: Coalition, key: str) -> Metric:
    """Return a metric. Raises UnknownRecordError."""
    return plan.metric(key) or the(plan.metrics, key, Metric)


def at(section: str, entry: Entry) -> Address:
    """Return where an entry of a section stands."""
    return (PLAN / section)[entry.id]


def is_of(entry: Entry, key: str | None) -> bool:
    """Whether a reference means this entry, by its id or one that it had before."""
    return key is not None and (key == entry.id or key in entry.former_ids)


def party(plan: Coalition, key: str) -> str:
    """Return the name of a member or partner; the key itself where the plan knows neither."""
    found = plan.member(key) or plan.partner(key)
    return found.name if found else key
