"""Which answers about a partner should be backed by evidence and are not.

High levels of fit are easily given, and a holding that makes somebody critical decides a lot.
"""

from collections.abc import Iterable

from coalitionkit.analysis.holdings import FIELDS
from coalitionkit.analysis.needs import Need
from coalitionkit.analysis.ratings import LEVELS, level
from coalitionkit.model.partners import Partner
from coalitionkit.model.vocabulary.mobility import PILLAR_OF

_ASKS_FOR_EVIDENCE = 3
"""From which level on somebody else than the coalition must have said it."""


def without_evidence(partner: Partner, critical_for: Iterable[Need]) -> tuple[str, ...]:
    """Return the answers about a partner that need evidence and have none: `partnership`, `assets.staff`.

    These are levels of 3 and more, and holdings that make the partner critical. What people know, and who is
    a champion, is told at the people and needs none.
    """
    shown = {one.shows for one in partner.evidence}
    found = [
        question
        for question in LEVELS
        if (one := level(partner, question)) and one.point >= _ASKS_FOR_EVIDENCE and question not in shown
    ]
    for need in critical_for:
        field = FIELDS.get(need.kind)
        if field and shown.isdisjoint(_standing_for(field, need.of)):
            found.append(f"{field}.{need.of}")
    return tuple(dict.fromkeys(found))


def _standing_for(field: str, word: str) -> set[str]:
    """Return what evidence may say that it shows: the word, a predictor below it, or the whole field."""
    below = [predictor for predictor, pillar in PILLAR_OF.items() if pillar == word]
    return {field, *(f"{field}.{one}" for one in (word, *below))}
