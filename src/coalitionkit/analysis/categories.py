"""The categories of partners. They have no cut-off: they follow from what is needed and who is listed."""

from collections.abc import Mapping
from typing import NamedTuple

from coalitionkit.analysis.choosing.question import Question
from coalitionkit.analysis.choosing.selection import Selection, added, select
from coalitionkit.analysis.choosing.shortest import NODES
from coalitionkit.analysis.criticality import Part, parts

CRITICAL, KEY, MEMBER, KEEP_INFORMED = COMPUTED = ("critical", "key", "member", "keep-informed")
"""The categories that are computed, in the order in which they are listed."""


class Outline(NamedTuple):
    """The list, and by id the category of each partner who is there: what a change may change."""

    selection: Selection
    categories: Mapping[str, str]


class Moved(NamedTuple):
    """The category of a partner before and after a change."""

    partner: str
    before: str
    after: str


def category(part: Part, adds: tuple[str, ...], *, on_list: bool, is_seated: bool) -> str:
    """Return the computed category.

    A partner with a seat is key while the list counts on them for a need, and else a member.
    """
    if part.is_critical:
        return CRITICAL
    if not on_list:
        return KEEP_INFORMED
    return MEMBER if is_seated and not adds else KEY


def outline(question: Question, *, nodes: int = NODES) -> Outline:
    """Return the list and the categories that a question gives, without what else a score tells."""
    needs = question.needs
    selection = select(question, nodes=nodes)
    chosen, seated = selection.chosen, question.choices.seated & ~question.absent
    found = {}
    for index, part in enumerate(parts(needs)):
        if not question.absent >> index & 1:
            found[needs.units.ids[index]] = category(
                part,
                added(needs, chosen & ~(1 << index), index),
                on_list=bool(chosen >> index & 1),
                is_seated=bool(seated >> index & 1),
            )
    return Outline(selection, found)


def moved(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Moved, ...]:
    """Return the partners who are there before and after and whose category differs."""
    return tuple(
        Moved(key, before[key], now) for key, now in after.items() if key in before and before[key] != now
    )
