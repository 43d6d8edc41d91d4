"""Every word with a fixed meaning: distinct, explained, and found by what people write."""

import re

import pytest

from coalitionkit.model import vocabulary as package
from coalitionkit.model.vocabulary.assets import ASSETS
from coalitionkit.model.vocabulary.catalogue import VOCABULARIES
from coalitionkit.model.vocabulary.populations import POPULATIONS
from coalitionkit.model.vocabulary.sectors import SECTORS
from coalitionkit.model.vocabulary.words import SLUG, Vocabulary, folded

each = pytest.mark.parametrize("vocabulary", VOCABULARIES.values(), ids=VOCABULARIES)
SENTENCE = re.compile(r"[.!?](\s|$)")
SHORT = re.compile(r"\b(e\.g|i\.e|etc|U\.S|vs|a\.m|p\.m|No)\.")


def test_every_vocabulary_is_listed_once_under_its_name() -> None:
    made = {
        value.name
        for module in vars(package).values()
        for value in (vars(module).values() if hasattr(module, "__file__") else ())
        if isinstance(value, Vocabulary)
    }
    assert made - set(VOCABULARIES) == set()
    assert [name for name, vocabulary in VOCABULARIES.items() if vocabulary.name != name] == []


@each
def test_words_are_told_apart_by_every_spelling(vocabulary: Vocabulary) -> None:
    owner: dict[str, str] = {}
    clashes = [
        f"'{spelling}' means both {owner[spelling]} and {word.slug}"
        for word in vocabulary
        for spelling in {folded(text) for text in (word.slug, word.label, *word.aliases)}
        if owner.setdefault(spelling, word.slug) != word.slug
    ]
    assert clashes == []


@each
def test_no_alias_repeats_the_word_itself(vocabulary: Vocabulary) -> None:
    idle = [
        f"{word.slug}: {alias}"
        for word in vocabulary
        for alias in word.aliases
        if folded(alias) in {folded(word.slug), folded(word.label)}
    ]
    assert idle == []


@each
def test_every_word_has_a_label_and_one_sentence_of_help(vocabulary: Vocabulary) -> None:
    odd = [
        f"{word.slug}: {word.help}"
        for word in vocabulary
        if not re.fullmatch(SLUG, word.slug)
        or not word.label.strip()
        or not word.help.endswith((".", "?"))
        or len(SENTENCE.findall(SHORT.sub("", word.help))) != 1
    ]
    assert odd == []


@each
def test_every_word_is_read_by_slug_label_and_alias(vocabulary: Vocabulary) -> None:
    unread = [
        text
        for word in vocabulary
        for text in (word.slug, word.label, *word.aliases, word.slug.upper(), word.slug.replace("-", "_"))
        if vocabulary.slug(text) != word.slug
    ]
    assert unread == []


def test_a_word_is_no_other() -> None:
    assert SECTORS.slug("no such thing") is None
    assert SECTORS.refusal("govrnment").startswith("'govrnment' is not a sector; ")


def test_a_plan_may_add_words_only_where_it_is_said() -> None:
    assert ASSETS.slug("drum-kit") == "drum-kit"
    assert ASSETS.slug("Drum Kit!") is None
    assert SECTORS.slug("drum-kit") is None


def test_families_take_words_of_the_plans_own() -> None:
    family = POPULATIONS.families[0]
    assert POPULATIONS.slug(f"{family}:some-words") == f"{family}:some-words"
    assert POPULATIONS.slug(f"{family}:Some Words") is None
    assert POPULATIONS.label(f"{family}:some-words") == "some words"


def test_labels_are_for_people() -> None:
    assert SECTORS.label("local-government") == SECTORS.words["local-government"].label
    assert ASSETS.label("drum-kit") == "drum kit"
