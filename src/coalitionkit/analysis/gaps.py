"""Where the inventory has gaps: by need, by sector as in the worksheet, and by group of residents."""

from collections.abc import Iterable
from typing import NamedTuple

from coalitionkit.analysis.holdings import HoldingBook
from coalitionkit.analysis.inventory import seated
from coalitionkit.analysis.needs import STANDINGS, VOICE, Need, own_labels
from coalitionkit.analysis.scoring import Rate, Scoring
from coalitionkit.analysis.units import Units
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.vocabulary.populations import POPULATIONS
from coalitionkit.model.vocabulary.sectors import SECTORS


class SectorRow(NamedTuple):
    """A row of the worksheet: who of a sector is known, has a seat and is on the list.

    `looked` says that nobody is known there although somebody looked. `sector` is None for those of whom no
    sector is recorded.
    """

    sector: str | None
    partners: int
    seated: int
    rate: Rate
    looked: bool


class PopulationRow(NamedTuple):
    """How a group of residents is served and heard.

    `serving` and `speaking` count independent partners, `unasked` those of whom nobody knows whether they
    speak for the group. `need` is the need for its voice; None where there is none, and then `reason` says
    why if somebody wrote it down.
    """

    population: str
    label: str
    is_priority: bool
    serving: int
    speaking: int
    unasked: int
    need: Need | None
    reason: str


class Gaps(NamedTuple):
    """Needs with the worst first, and the rows of sectors and of groups of residents."""

    needs: tuple[Need, ...]
    sectors: tuple[SectorRow, ...]
    populations: tuple[PopulationRow, ...]


def gaps(plan: Coalition, scoring: Scoring) -> Gaps:
    """Return where the inventory of a scored plan has gaps."""
    return Gaps(by_urgency(scoring.needs), _sectors(plan, scoring), _populations(plan, scoring))


def by_urgency(needs: Iterable[Need]) -> tuple[Need, ...]:
    """Return needs with those first that stand worst, and of these the must-haves."""
    order = {standing: place for place, standing in enumerate(STANDINGS)}
    return tuple(sorted(needs, key=lambda need: (order[need.standing], not need.must, need.spare)))


def _sectors(plan: Coalition, scoring: Scoring) -> tuple[SectorRow, ...]:
    """Return every sector of the vocabulary in its order, then others that the plan uses."""
    inside = seated(plan)
    words: dict[str | None, None] = dict.fromkeys(SECTORS.words)
    words |= dict.fromkeys(sorted({p.sector for p in plan.partners if p.sector}.difference(words)))
    if any(partner.sector is None for partner in plan.partners):
        words[None] = None
    found = []
    for sector in words:
        here = [partner.id for partner in plan.partners if partner.sector == sector]
        found.append(
            SectorRow(
                sector,
                len(here),
                sum(1 for key in here if key in inside),
                scoring.rates.get(sector, Rate(0, 0)),
                sector in plan.inventory.none_known,
            )
        )
    return tuple(found)


def _populations(plan: Coalition, scoring: Scoring) -> tuple[PopulationRow, ...]:
    """Return the priority groups in their order, then others that a need asks a voice for."""
    book, bodies = HoldingBook(plan), scoring.needs.units
    labels = own_labels(plan)
    wanted = {need.of: need for need in scoring.needs if need.kind == VOICE}
    reasons = {one.population: str(one.reason) for one in plan.inventory.without_voice}
    priority = dict.fromkeys(plan.focus.populations)
    return tuple(
        _population(word, labels.get(word) or POPULATIONS.label(word), book, bodies)._replace(
            is_priority=word in priority, need=wanted.get(word), reason=reasons.get(word, "")
        )
        for word in {**priority, **dict.fromkeys(wanted), **dict.fromkeys(reasons)}
    )


def _population(word: str, label: str, book: HoldingBook, bodies: Units) -> PopulationRow:
    served, spoken = book.held("population-served", word), book.held(VOICE, word)
    return PopulationRow(
        word,
        label,
        is_priority=False,
        serving=bodies.distinct(served.known),
        speaking=bodies.distinct(spoken.known),
        unasked=(spoken.possible & ~spoken.known).bit_count(),
        need=None,
        reason="",
    )
