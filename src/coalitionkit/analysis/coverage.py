"""What those at the table cover together, and which needs nobody could meet or nobody was asked to meet."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from coalitionkit.analysis.inventory import is_put_off, reached, seated
from coalitionkit.analysis.needs import VOICE, Need, Needs, named
from coalitionkit.analysis.units import set_of
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.partners import Partner
from coalitionkit.model.vocabulary.mobility import PILLAR_OF

STRENGTHS: Mapping[str, frozenset[str]] = {
    "power and autonomy": frozenset({"power-and-autonomy", "power-and-dignity"}),
    "dignity and belonging": frozenset({"dignity-and-belonging", "power-and-dignity"}),
    "racial equity": frozenset({"strong-racial-equity-approach", "equity-initiative"}),
    "standing with residents": frozenset(
        {"programs-well-regarded-by-residents", "strong-connections-to-community"}
    ),
    "the use of data": frozenset(
        {"data-informed-decisionmaking", "data-sharing", "research-and-analytic-capacity"}
    ),
}
"""What partners should bring together, and the dimensions, efforts and assets that show it."""


class Unasked(NamedTuple):
    """A need that the inventory could meet with some to spare, and that those who were reached do not meet.

    `reached` counts the independent partners among them, and `candidates` could be asked next.
    """

    need: Need
    reached: int
    candidates: tuple[str, ...]


def at_the_table(plan: Coalition) -> tuple[Partner, ...]:
    """Return the partners with a seat, in the order of the file."""
    homes = seated(plan)
    return tuple(partner for partner in plan.partners if partner.id in homes)


def domains_of(partners: Iterable[Partner]) -> set[str]:
    """Return the policy domains that partners work on: to work on a predictor is to work on its pillar."""
    held = {domain for partner in partners for domain in partner.domains.held}
    return held | {PILLAR_OF[domain] for domain in held if domain in PILLAR_OF}


def separate_domains(partners: Iterable[Partner]) -> set[str]:
    """Return the policy domains that partners work on, without the pillars of those among them."""
    held = {domain for partner in partners for domain in partner.domains.held}
    return held - {PILLAR_OF[domain] for domain in held if domain in PILLAR_OF}


def predictors_without_member(plan: Coalition, needs: Needs) -> tuple[str, ...]:
    """Return the priority predictors on which nobody who was reached is known to work.

    Those are left out for which an open need says the same.
    """
    covered = domains_of(_reached_partners(plan)) | open_words(plan, needs, "predictor")
    return tuple(predictor for predictor in plan.focus.predictors if predictor not in covered)


def populations_without_member(plan: Coalition, needs: Needs) -> tuple[str, ...]:
    """Return the priority groups that nobody who was reached is known to serve or to speak for.

    Those are left out for which an open need says the same.
    """
    present = _reached_partners(plan)
    covered = {group for p in present for group in (*p.serves.held, *p.represents.held)}
    covered |= open_words(plan, needs, VOICE, "population-served")
    return tuple(group for group in plan.focus.populations if group not in covered)


def open_words(plan: Coalition, needs: Needs, *kinds: str) -> set[str]:
    """Return what the needs of some kinds are for that must be met and that those reached do not meet."""
    aboard = _aboard(plan, needs)
    return {
        need.of
        for need in needs.musts
        if need.kind in kinds and needs.units.distinct(need.known & aboard) < need.required
    }


def _reached_partners(plan: Coalition) -> tuple[Partner, ...]:
    asked = reached(plan)
    return tuple(partner for partner in plan.partners if partner.id in asked)


def _aboard(plan: Coalition, needs: Needs) -> int:
    asked = reached(plan)
    return set_of(index for index, key in enumerate(needs.units.ids) if key in asked)


def missing_strengths(partners: Iterable[Partner]) -> tuple[str, ...]:
    """Return the strengths that none of these partners is known to bring."""
    words = {
        word
        for partner in partners
        for word in (*partner.dimensions, *partner.assets.held, *partner.answers.aligned.held)
    }
    return tuple(strength for strength, signs in STRENGTHS.items() if not signs & words)


def name_of(need: Need, more: str = "") -> str:
    """Return how a need is named in a sentence: by its id and what it is for; a voice by its group."""
    if need.generated:
        return f"the need for a voice of '{need.of}'"
    return f"the need '{need.id}' ({named(need)}{more})"


def counted_name_of(need: Need) -> str:
    """Return how a need is named in a sentence, with the number of partners that it asks for if several."""
    return name_of(need, f", from {need.required} partners" if need.required > 1 else "")


def unmet(needs: Needs) -> tuple[Need, ...]:
    """Return the needs that must be met and that the inventory is not known to be able to meet."""
    return tuple(need for need in needs.musts if need.gap)


def unasked(plan: Coalition, needs: Needs) -> tuple[Unasked, ...]:
    """Return the needs that must be met, and that only partners who were not asked could meet.

    Needs with nobody to spare are left out: each of their partners is critical.
    """
    off = {partner.id for partner in plan.partners if is_put_off(partner)}
    aboard = _aboard(plan, needs)
    found = []
    for need in needs.musts:
        count = needs.units.distinct(need.known & aboard)
        if need.spare > 0 and count < need.required:
            others = needs.units.named(need.known & ~aboard)
            found.append(Unasked(need, count, tuple(key for key in others if key not in off)))
    return tuple(found)
