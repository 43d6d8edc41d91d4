"""How firmly categories and list stand: the same question with one thing changed at a time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from coalitionkit.analysis.categories import Moved, moved, outline
from coalitionkit.analysis.choosing.question import Question
from coalitionkit.analysis.choosing.shortest import NODES
from coalitionkit.analysis.fit import QUESTIONS, Fit, Preference, fit
from coalitionkit.analysis.holdings import Held
from coalitionkit.analysis.needs import Need, Needs
from coalitionkit.analysis.scoring import Scoring, choices
from coalitionkit.analysis.units import places
from coalitionkit.analysis.weighings import average_rank
from coalitionkit.model.coalition import Coalition

WITHOUT_NEED, DECLINING, ALL_HELD, NONE_HELD, TWO_OF_ALL = (
    "without-need",
    "declining",
    "all-held",
    "none-held",
    "two-of-all",
)
"""What is changed: a need is left out, a partner on the list declines, every open answer turns out held or
not held, or every must-have asks for two independent holders."""

Variant = tuple[str, str | None, Question]
"""A kind of change, what it is about, and the question with the change in it."""

Watched = Callable[[Sequence[Variant]], Iterable[Variant]]

_NODES_FOR_EACH = 5
"""Which part of the nodes of the whole list each variation may use."""


class Variation(NamedTuple):
    """What one change does. `subject` is the need or partner that it is about.

    `moved` are the partners in another category, `listed` and `unlisted` those who come onto the list and who
    leave it, `unmet` the must-needs that the list now lacks holders of. `proven` says that the list is.
    """

    kind: str
    subject: str | None
    moved: tuple[Moved, ...]
    listed: tuple[str, ...]
    unlisted: tuple[str, ...]
    unmet: tuple[str, ...]
    size: int
    proven: bool

    @property
    def changes_nothing(self) -> bool:
        """Whether list and categories stay as they are."""
        return not (self.moved or self.listed or self.unlisted or self.unmet)


class Rival(NamedTuple):
    """A partner on the list beside those who could take their place.

    `best` is the one of these who fits best, `preference` how often the partner on the list is preferred to
    it, and `rank` their rank among all of these on average over all weightings.
    """

    partner: str
    best: str
    preference: Preference
    rank: Fraction
    rivals: int


class Sensitivity(NamedTuple):
    """What each change does, and where fit decides. `steady` are those who never change category."""

    variations: tuple[Variation, ...]
    rivals: tuple[Rival, ...]
    steady: tuple[str, ...]


def sensitivity(
    plan: Coalition, scoring: Scoring, *, nodes: int = NODES, watched: Watched = iter
) -> Sensitivity:
    """Return how firmly the categories and the list of a scored plan stand.

    `watched` gives the changes back one by one; whoever waits may count them.
    """
    fits = [fit(partner) for partner in plan.partners]
    question = Question(scoring.needs, (1,) * len(fits), [one.mid for one in fits], choices(plan))
    found = tuple(
        _varied(kind, subject, other, scoring, nodes // _NODES_FOR_EACH)
        for kind, subject, other in watched(list(_variants(question, scoring)))
    )
    unsteady = {one.partner for variation in found for one in variation.moved}
    steady = tuple(key for key in scoring.needs.units.ids if key not in unsteady)
    return Sensitivity(found, tuple(_rivals(scoring, fits)), steady)


def _variants(question: Question, scoring: Scoring) -> Iterator[Variant]:
    table = question.needs
    for need in table:
        rest = tuple(one for one in table if one is not need)
        yield WITHOUT_NEED, need.id, replace(question, needs=Needs(table.units, rest))
    for index in places(scoring.selection.chosen):
        bit = 1 << index
        rows = [_held(one, one.known & ~bit, one.possible & ~bit) for one in table]
        yield DECLINING, table.units.ids[index], _asking(question, rows, absent=question.absent | bit)
    if any(need.unknown for need in table):
        yield ALL_HELD, None, _asking(question, [_held(one, one.possible, one.possible) for one in table])
        yield NONE_HELD, None, _asking(question, [_held(one, one.known, one.known) for one in table])
    if any(need.required == 1 for need in table.musts):
        rows = [one._replace(required=max(2, one.required)) if one.must else one for one in table]
        yield TWO_OF_ALL, None, _asking(question, rows)


def _asking(question: Question, rows: list[Need], *, absent: int = 0) -> Question:
    needs = Needs(question.needs.units, tuple(rows))
    return replace(question, needs=needs, absent=absent or question.absent)


def _held(need: Need, known: int, possible: int) -> Need:
    return need._replace(held=Held(known, possible))


def _varied(kind: str, subject: str | None, question: Question, scoring: Scoring, nodes: int) -> Variation:
    found = outline(question, nodes=nodes)
    before = {one.id: one.category for one in scoring.scores}
    ids = scoring.needs.units
    was, now = scoring.selection.chosen & ~question.absent, found.selection.chosen
    return Variation(
        kind,
        subject,
        tuple(sorted(moved(before, found.categories))),
        ids.named(now & ~was),
        ids.named(was & ~now),
        tuple(key for key in found.selection.missing if key not in scoring.selection.missing),
        found.selection.size,
        found.selection.is_proven,
    )


def _rivals(scoring: Scoring, fits: list[Fit]) -> Iterator[Rival]:
    places_of = {key: index for index, key in enumerate(scoring.needs.units.ids)}
    for one in scoring.scores:
        if one.best_swap is not None and one.preference is not None:
            others = [_points(fits[places_of[key]]) for key in one.swaps]
            rank = average_rank(_points(one.fit), others)
            yield Rival(one.id, one.best_swap, one.preference, rank, len(others))


def _points(one: Fit) -> tuple[int, ...]:
    return tuple(getattr(one, question).mid for question in QUESTIONS)
