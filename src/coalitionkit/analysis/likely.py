"""Whom to ask first: the partners whose recorded facts come closest to what nobody is known to have."""

from collections.abc import Mapping

from coalitionkit.analysis.inventory import is_put_off
from coalitionkit.analysis.needs import VOICE, Need
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.inventory import GOVERNMENT_CHAMPION
from coalitionkit.model.partners import Partner
from coalitionkit.model.vocabulary.mobility import PILLAR_OF
from coalitionkit.model.vocabulary.sectors import GOVERNMENT

SIGNS: Mapping[str, frozenset[str]] = {
    "research-and-analytic-capacity": frozenset(
        {"research-organization", "data-informed-decisionmaking", "data-sharing"}
    ),
    "staff": frozenset({"financial-resources", "anchor-institution"}),
    "financial-resources": frozenset({"philanthropy", "fundraising-capacity"}),
    "political-clout": frozenset({"key-relationships", "convening-power"}),
    "key-relationships": frozenset({"convening-power", "experience-with-many-partners", "political-clout"}),
    "strong-connections-to-community": frozenset(
        {"community-engagement-experience", "programs-well-regarded-by-residents", "engagement"}
    ),
    "community-engagement-experience": frozenset({"engagement", "strong-connections-to-community"}),
    "fundraising-capacity": frozenset({"philanthropy", "financial-resources"}),
    "narrative-change-experience": frozenset({"advocacy-organization", "systems-change"}),
    "programs-well-regarded-by-residents": frozenset({"strong-connections-to-community"}),
    "experience-with-many-partners": frozenset({"convening-power", "key-relationships"}),
    "convening-power": frozenset({"experience-with-many-partners", "key-relationships"}),
    "data-informed-decisionmaking": frozenset({"research-and-analytic-capacity", "research-organization"}),
    "strong-racial-equity-approach": frozenset({"equity-initiative"}),
    "data-sharing": frozenset(
        {"research-and-analytic-capacity", "research-organization", "local-government"}
    ),
}
"""What else tends to be found where an asset is: other assets, aligned efforts and sectors."""


def workers_with(plan: Coalition, population: str) -> tuple[str, ...]:
    """Return the partners known to speak for a group of residents or to serve it, in this order."""
    speak = [partner.id for partner in plan.partners if population in partner.represents.held]
    serve = [partner.id for partner in plan.partners if population in partner.serves.held]
    return tuple(dict.fromkeys([*speak, *serve]))


def likely(plan: Coalition, need: Need) -> tuple[str, ...]:
    """Return the partners to ask first whether they meet a need: those with most signs of it first.

    Only those of whom it is not known are named, and nobody who was put off.
    """
    open_ids = set(need.unasked)
    signs = {
        partner.id: _signs(partner, need)
        for partner in plan.partners
        if partner.id in open_ids and not is_put_off(partner)
    }
    return tuple(sorted((key for key, count in signs.items() if count), key=lambda key: -signs[key]))


def _signs(partner: Partner, need: Need) -> int:
    """Return how many recorded facts speak for it that a partner meets a need."""
    if need.kind == VOICE:
        return need.of in partner.serves.held
    if need.kind == "population-served":
        return need.of in partner.represents.held
    if need.kind == "frontline-knowledge":
        return need.of in partner.domains.held
    if need.kind == "champion":
        return partner.sector in (GOVERNMENT if need.of == GOVERNMENT_CHAMPION else (need.of,))
    if need.kind == "predictor":
        return sum(
            PILLAR_OF.get(word, word) == PILLAR_OF.get(need.of, need.of) for word in partner.domains.held
        )
    facts = {partner.sector, *partner.assets.held, *partner.answers.aligned.held}
    return len(SIGNS.get(need.of, frozenset()) & facts)
