"""Edits made to plain data: what a deed comes to, without a file in between."""

from collections.abc import Iterable, Mapping
from typing import Any

from builders import plan

from coalitionkit.edits import Add, Edit, Put, Remove
from coalitionkit.keeping.deed import Deed
from coalitionkit.model.coalition import Coalition
from coalitionkit.places import Step

IDENTITIES = ("id", "member", "group", "date", "by", "due")
"""The keys by which items of lists are addressed; of the lists in these tests each has one of them."""


class Kept:
    """A plan as plain data, to which deeds are done one after the other."""

    def __init__(self, **sections: Any) -> None:
        self.data: dict[str, Any] = {"members": [], **_plain(sections)}

    @property
    def plan(self) -> Coalition:
        """The plan as it stands; fails where it is not valid."""
        return plan(**self.data)

    def do(self, deed: Deed) -> Deed:
        """Make the edits of a deed and see that the plan is still valid."""
        make(self.data, deed.edits)
        assert self.plan
        return deed


def make(data: dict[str, Any], edits: Iterable[Edit]) -> None:
    """Make edits to plain data. Fails for an address that names nothing."""
    for edit in edits:
        if isinstance(edit, Put):
            _put(_reach(data, edit.at.steps[:-1], make=True), edit.at.steps[-1], _plain(edit.value))
        elif isinstance(edit, Add):
            listed = _reach(data, edit.to.steps[:-1], make=True).setdefault(str(edit.to.steps[-1]), [])
            assert isinstance(listed, list)
            listed.append(_plain(edit.item))
        elif isinstance(edit, Remove):
            _remove(_reach(data, edit.at.steps[:-1], make=False), edit.at.steps[-1])
        else:
            raise TypeError(f"deeds make no such edits: {edit!r}")


def _reach(data: Any, steps: tuple[Step, ...], *, make: bool) -> Any:
    for step in steps:
        if isinstance(data, list):
            data = data[_index(data, step)]
        elif make:
            data = data.setdefault(str(step), {})
        else:
            data = data[str(step)]
        assert isinstance(data, dict | list), f"a bare value stands at {steps}"
    return data


def _put(data: Any, step: Step, value: Any) -> None:
    data[_index(data, step) if isinstance(data, list) else str(step)] = value


def _remove(data: Any, step: Step) -> None:
    del data[_index(data, step) if isinstance(data, list) else str(step)]


def _index(listed: list[Any], step: Step) -> int:
    if isinstance(step, int):
        return range(len(listed))[step]
    return next(i for i, item in enumerate(listed) if any(item.get(key) == str(step) for key in IDENTITIES))


def _plain(value: Any) -> Any:
    """Return data without tuples and without what edits add to text."""
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value if value is None or not isinstance(value, str) else str(value)
