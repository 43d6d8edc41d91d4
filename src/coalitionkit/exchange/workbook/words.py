"""Labels for people and the slugs that they stand for, both ways, in every language at once.

A label is unique within its list: one that two words share is shown for the first, and the slug for others.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from coalitionkit.exchange.workbook.texts import Texts, every_text
from coalitionkit.model.about import OwnWord
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.values import slug_of
from coalitionkit.model.vocabulary.words import Vocabulary
from coalitionkit.prose import a, nearest, quoted, shortened

_LONGEST_LABEL = 80
_FAMILY = re.compile(r"([^:]+):\s*(.+)\Z", re.DOTALL)


def canonical(text: str) -> str:
    """Return a cell's text as it counts: line ends, hard spaces and space around lines do not."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ").replace("\t", " ")
    return "\n".join(line.strip() for line in plain.split("\n")).strip()


def alike(text: str) -> str:
    """Return a name as it counts when names are matched: case, accents, spaces and signs do not."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if sign.isalnum())


class Labels:
    """Labels by what they stand for, in order, and what else is understood for each."""

    def __init__(self, noun: str, labels: Mapping[str, str], more: Mapping[str, Iterable[str]]) -> None:
        self.noun = noun
        self._read: dict[str, str] = {alike(key): key for key in reversed([*labels]) if alike(key)}
        self.shown: dict[str, str] = {}
        for key, label in labels.items():
            plain = shortened(label.replace(";", ","), _LONGEST_LABEL)
            fits = bool(alike(plain)) and self._read.setdefault(alike(plain), key) == key
            self.shown[key] = plain if fits else key
        for key, names in more.items():
            for name in names:
                if alike(name):
                    self._read.setdefault(alike(name), key)

    def label(self, key: str) -> str:
        """Return the words for people."""
        return self.shown.get(key, key)

    def key(self, text: str) -> str | None:
        """Return what a text stands for: by label, slug or alias; None when it is nothing known."""
        return text if text in self.shown else self._read.get(alike(text))

    def refusal(self, text: str) -> str:
        """Return the sentence that refuses a text, with what was probably meant."""
        meant = nearest(text, [*self.shown.values(), *self.shown])
        how = f"; did you mean {quoted(meant)}?" if meant else "; choose one from the list"
        return f"{quoted(text)} is not {a(self.noun)}{how}"


class VocabularyLabels(Labels):
    """The words of a vocabulary, with those of the plan's own."""

    def __init__(self, vocabulary: Vocabulary, own: Sequence[OwnWord], said: Texts) -> None:
        labels = {
            word.slug: said.word(vocabulary.name, word.slug) or vocabulary.label(word.slug)
            for word in vocabulary
        }
        labels |= {word.id: _label(word, said.code) for word in own}
        more = {
            word.slug: [
                word.label,
                *word.aliases,
                *(text for other in every_text() if (text := other.word(vocabulary.name, word.slug))),
            ]
            for word in vocabulary
        }
        more |= {
            word.id: [*word.aliases, *(word.label.texts.values() if word.label else ()), *word.former_ids]
            for word in own
        }
        super().__init__(vocabulary.noun, labels, more)
        self._families = vocabulary.families
        self._family_labels = {family: said("families", family) for family in vocabulary.families}

    def label(self, key: str) -> str:
        """Return the words for people, also for a word of a family, such as `Other: rental homes`."""
        family, colon, rest = key.partition(":")
        if colon and family in self._families:
            return f"{self._family_labels[family]}: {rest.replace('-', ' ')}"
        return super().label(key)

    def key(self, text: str) -> str | None:
        """Return the slug that a text stands for."""
        if (found := super().key(text)) is not None:
            return found
        parts = _FAMILY.match(text)
        if parts is None:
            return None
        names = {alike(family): family for family in self._families}
        names |= {
            alike(said("families", family)): family for family in self._families for said in every_text()
        }
        family, slug = names.get(alike(parts[1])), slug_of(parts[2])
        return f"{family}:{slug}" if family and slug else None


class Words:
    """All that a cell can name in one plan and one language: words of vocabularies, partners, members."""

    def __init__(self, plan: Coalition, said: Texts) -> None:
        self.plan = plan
        self.said = said
        self._labels: dict[str, Labels] = {}

    def of(self, vocabulary: Vocabulary) -> Labels:
        """Return the labels of a vocabulary."""
        if vocabulary.name not in self._labels:
            own = getattr(self.plan.vocabulary, vocabulary.extended_by) if vocabulary.extended_by else ()
            self._labels[vocabulary.name] = VocabularyLabels(vocabulary, own, self.said)
        return self._labels[vocabulary.name]

    @cached_property
    def members(self) -> Labels:
        """The members, by name."""
        return _names("member", {one.id: one.name for one in self.plan.members}, {})

    @cached_property
    def partners(self) -> Labels:
        """The partners, by name."""
        return self._partners({})

    @cached_property
    def people(self) -> Labels:
        """The people listed at partners, by name or title."""
        return self._people({})

    def welcome(self, partners: Mapping[str, str], people: Mapping[str, str]) -> None:
        """Let cells name partners and people, by id and name, that a file is about to add."""
        self.partners = self._partners(partners)
        self.people = self._people(people)

    def _partners(self, more: Mapping[str, str]) -> Labels:
        former = {
            one.id: [*(old.name for old in one.former_names), *one.former_ids] for one in self.plan.partners
        }
        return _names("partner", {one.id: one.name for one in self.plan.partners} | {**more}, former)

    def _people(self, more: Mapping[str, str]) -> Labels:
        known = {
            one.id: one.name or one.title or one.id for each in self.plan.partners for one in each.people
        }
        return _names("person listed at a partner", known | {**more}, {})


def _label(word: OwnWord, code: str) -> str:
    if word.label is None:
        return word.id.replace("-", " ")
    return word.label.in_language(code) or str(word.label)


def _names(noun: str, names: Mapping[str, str], more: Mapping[str, Iterable[str]]) -> Labels:
    """Return names by id; where two share a name, each is shown with its id."""
    counts: dict[str, int] = {}
    for name in names.values():
        counts[alike(name)] = counts.get(alike(name), 0) + 1
    shown = {key: f"{name} ({key})" if counts[alike(name)] > 1 else name for key, name in names.items()}
    return Labels(noun, shown, more)
