"""What someone does and brings, in the words of a language: a partner's work, what a champion is asked for.

Words that a language lacks are left out; only English may fall back on the labels of the vocabularies.
"""

from collections.abc import Iterable

from coalitionkit.model.governance import Champion
from coalitionkit.model.partners import Partner
from coalitionkit.model.vocabulary.assets import ASSETS
from coalitionkit.model.vocabulary.governance import CHAMPION_RESPONSIBILITIES, CHAMPION_SUPPORTS
from coalitionkit.model.vocabulary.mobility import DOMAINS
from coalitionkit.model.vocabulary.populations import POPULATIONS
from coalitionkit.model.vocabulary.words import Vocabulary
from coalitionkit.publish.context import Work
from coalitionkit.publish.facts import Facts
from coalitionkit.publish.language import FALLBACK

_MOST_WORDS = 3


def work(facts: Facts, partner: Partner) -> Work:
    """Return what is recorded of a partner's work, what it shares with the coalition first."""
    plan = facts.plan
    held, focus = partner.domains.held, plan.focus
    shared = [domain for domain in held if domain in focus.predictors]
    needed = {need.of for need in plan.inventory.needs if need.kind == "asset"}
    return Work(
        shared=_listed(facts, shared, DOMAINS),
        domains=_listed(facts, held, DOMAINS),
        serves=_listed(facts, _first(partner.serves.held, focus.populations), POPULATIONS),
        assets=_listed(facts, _first(partner.assets.held, needed), ASSETS),
    )


def asks(facts: Facts, champion: Champion | None) -> tuple[str, ...]:
    """Return what a champion is asked for: what is recorded of them, else what nobody has taken on yet."""
    if champion is not None and (champion.responsibilities or champion.supports):
        return (
            *_in_words(facts, champion.responsibilities, CHAMPION_RESPONSIBILITIES),
            *_in_words(facts, champion.supports, CHAMPION_SUPPORTS),
        )
    taken = {slug for one in facts.plan.champions for slug in one.responsibilities}
    every = [word.slug for word in CHAMPION_RESPONSIBILITIES]
    left = [slug for slug in every if slug not in taken]
    return _in_words(facts, left or every, CHAMPION_RESPONSIBILITIES)


def _listed(facts: Facts, slugs: Iterable[str], vocabulary: Vocabulary) -> str | None:
    """Return the first words of several, at most three, as a list within a sentence."""
    words = _in_words(facts, slugs, vocabulary)
    return facts.tongue.listed(words[:_MOST_WORDS]) if words else None


def _in_words(facts: Facts, slugs: Iterable[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    found = (facts.tongue.word(vocabulary.name, slug) or _own_word(facts, slug, vocabulary) for slug in slugs)
    return tuple(word for word in found if word)


def _own_word(facts: Facts, slug: str, vocabulary: Vocabulary) -> str | None:
    """Return the plan's own word, or in English the vocabulary's label as it stands in a sentence."""
    for word in getattr(facts.plan.vocabulary, vocabulary.extended_by, ()) if vocabulary.extended_by else ():
        if word.id == slug:
            return facts.perhaps(word.label)
    known = facts.tongue.code == FALLBACK and slug in vocabulary
    return _within(vocabulary.label(slug)) if known else None


def _first(slugs: Iterable[str], wanted: Iterable[str]) -> list[str]:
    """Return the slugs, those that are wanted first."""
    listed = list(slugs)
    chosen = set(wanted)
    return sorted(listed, key=lambda slug: slug not in chosen)


def _within(label: str) -> str:
    """Return an English label as it stands within a sentence: `People of color` but `LGBTQ+ people`."""
    proper = label.startswith("English") or label[1:2].isupper()
    return label if proper else label[:1].lower() + label[1:]
