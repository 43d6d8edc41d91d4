"""Entries of the inventory that are likely the same organization, with the signs that say so.

Only pairs that share something telling are compared, so that large inventories are looked through too. What
somebody wrote down as not the same is never named again.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from itertools import combinations
from typing import NamedTuple

from coalitionkit.analysis.governance import body_of
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.partners import Partner

_WORD = re.compile(r"[^\W_]+")
_ARTICLES = ("a", "an", "and", "at", "by", "de", "del", "el", "for", "in", "la", "las", "los", "of", "on")
_LEGAL = ("co", "inc", "incorporated", "limited", "llc", "llp", "ltd")
_SILENT = frozenset([*_ARTICLES, "the", "y", *_LEGAL])
"""Words that do not tell organizations apart."""

_LONG_FORMS = {
    "assn": "association",
    "assoc": "association",
    "cmte": "committee",
    "cmty": "community",
    "comm": "community",
    "corp": "corporation",
    "ctr": "center",
    "centre": "center",
    "dept": "department",
    "dist": "district",
    "fdn": "foundation",
    "govt": "government",
    "natl": "national",
    "org": "organization",
    "st": "saint",
    "svc": "service",
    "svcs": "services",
    "univ": "university",
}
_PROVIDERS = ("aol", "gmail", "gmx", "hotmail", "icloud", "live", "mail", "me", "msn", "outlook", "yahoo")
_EVERYBODYS = frozenset([*(f"{name}.com" for name in _PROVIDERS), "proton.me", "protonmail.com"])
"""Hosts of mail that say nothing of whom one works for."""

_COMMON = 3
"""From how many names on a word no longer tells much: the name of the city, say."""

_LIKELY = 2
_ALIKE, _CLOSE = 0.88, 0.75
_LEAST_ACRONYM = 3
_WEIGHTS = {
    "same name": 4,
    "former name": 4,
    "name in brackets": 3,
    "acronym": 2,
    "alike in name": 2,
    "same website": 2,
    "same e-mail": 2,
    "same phone": 2,
    "close in name": 1,
    "same person": 1,
    "same e-mail domain": 1,
}
"""How much each sign counts; together two make a pair likely."""

_NAMING = frozenset({"same name", "former name", "name in brackets", "acronym", "alike in name"})
"""The signs that count between parts of one body, which share people, phones and addresses anyway."""


class Sign(NamedTuple):
    """Why two entries may be the same: the kind of sign, and what they share."""

    kind: str
    shared: str


class Pair(NamedTuple):
    """Two entries that are likely the same, by ids in the order of the file; more `weight` is more likely."""

    first: str
    second: str
    signs: tuple[Sign, ...]

    @property
    def weight(self) -> int:
        """How much the signs count together."""
        return sum(_WEIGHTS[sign.kind] for sign in self.signs)


class _Traits(NamedTuple):
    """What an entry is compared by."""

    partner: Partner
    words: tuple[str, ...]
    former: frozenset[tuple[str, ...]]
    brackets: frozenset[tuple[str, ...]]
    acronyms: frozenset[str]
    short: frozenset[str]
    contacts: Mapping[str, frozenset[str]]


def duplicates(plan: Coalition) -> tuple[Pair, ...]:
    """Return the pairs that are likely the same organization, the likeliest first."""
    traits = [_traits(partner) for partner in plan.partners]
    common = _common_words(traits)
    found = []
    for one, other in sorted(_candidates(traits, common)):
        first, second = traits[one], traits[other]
        if _told_apart(plan, first.partner, second.partner):
            continue
        signs = tuple(_signs(first, second, common))
        if body_of(plan, first.partner) == body_of(plan, second.partner):
            signs = tuple(sign for sign in signs if sign.kind in _NAMING)
        elif first.partner.kind != second.partner.kind:
            # A person and the organization where they work share much, and are two.
            signs = tuple(sign for sign in signs if sign.kind == "same name")
        pair = Pair(first.partner.id, second.partner.id, signs)
        if pair.weight >= _LIKELY and any(sign.kind != "same person" for sign in signs):
            found.append(pair)
    return tuple(sorted(found, key=lambda pair: -pair.weight))


def _told_apart(plan: Coalition, one: Partner, other: Partner) -> bool:
    """Whether somebody wrote down that two are not the same, at either of them."""
    said = [(one, key) for key in other.not_same_as] + [(other, key) for key in one.not_same_as]
    return any(plan.partner(key) is meant for meant, key in said)


def _traits(partner: Partner) -> _Traits:
    outside, inside = _without_brackets(partner.name)
    words = normalized(outside)
    return _Traits(
        partner,
        words,
        frozenset(normalized(_without_brackets(one.name)[0]) for one in partner.former_names) - {()},
        frozenset(map(normalized, inside)) - {()},
        _acronyms(outside),
        frozenset(word.casefold() for text in (outside, *inside) for word in _short_words(text)),
        _contacts(partner),
    )


def normalized(name: str) -> tuple[str, ...]:
    """Return the words that tell a name from others: without accents, case, articles and legal forms."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign)).replace("'", "")
    words = [_LONG_FORMS.get(word, word) for word in _WORD.findall(plain)]
    return tuple(word for word in words if word not in _SILENT)


def _without_brackets(name: str) -> tuple[str, list[str]]:
    return re.sub(r"\([^()]*\)", " ", name), re.findall(r"\(([^()]*)\)", name)


def _acronyms(name: str) -> frozenset[str]:
    """Return what a name may be abbreviated to, with and without its small words."""
    words = _WORD.findall(name)
    telling = [word for word in words if word.casefold() not in _SILENT]
    found = {"".join(word[0] for word in some).casefold() for some in (words, telling)}
    return frozenset(one for one in found if len(one) >= _LEAST_ACRONYM)


def _short_words(text: str) -> Iterator[str]:
    """Give the words of a name that look like an abbreviation."""
    for word in _WORD.findall(text):
        if len(word) >= _LEAST_ACRONYM and word.isupper() and word.isalpha():
            yield word


def _contacts(partner: Partner) -> dict[str, frozenset[str]]:
    """Return what an entry may share with another. Private addresses are left out, because it is told."""
    emails = {person.work_email.casefold() for person in partner.people if person.work_email}
    hosts = {email.rpartition("@")[2] for email in emails}
    phones = {re.sub(r"\D", "", person.work_phone) for person in partner.people if person.work_phone}
    return {
        "same website": frozenset([_site(str(partner.url))] if partner.url else []),
        "same e-mail": frozenset(emails),
        "same e-mail domain": frozenset(hosts - _EVERYBODYS),
        "same phone": frozenset(phones - {""}),
        "same person": frozenset(" ".join(normalized(p.name)) for p in partner.people if p.name),
    }


def _site(url: str) -> str:
    return re.sub(r"^[a-z]+://(www\.)?", "", url.casefold()).rstrip("/")


def _common_words(traits: Iterable[_Traits]) -> frozenset[str]:
    """Return the words that stand in so many names that they tell nothing."""
    counts: dict[str, int] = defaultdict(int)
    for one in traits:
        for word in set(one.words):
            counts[word] += 1
    return frozenset(word for word, count in counts.items() if count >= _COMMON)


def _candidates(traits: list[_Traits], common: frozenset[str]) -> set[tuple[int, int]]:
    """Return the pairs that share something telling, or whose names begin alike, by place."""
    shared: dict[tuple[str, object], list[int]] = defaultdict(list)
    for place, one in enumerate(traits):
        keys: set[tuple[str, object]] = {("name", name) for name in (one.words, *one.former, *one.brackets)}
        rare = [word for word in one.words if word not in common]
        keys |= {("word", word[:4]) for word in rare or one.words}
        keys |= {("short", word) for word in one.acronyms | one.short}
        keys |= {(kind, value) for kind, values in one.contacts.items() for value in values}
        for key in keys:
            shared[key].append(place)
    return {pair for places in shared.values() for pair in combinations(places, 2)}


def _signs(one: _Traits, other: _Traits, common: frozenset[str]) -> Iterator[Sign]:
    yield from _names_alike(one, other, common)
    for kind in ("same website", "same e-mail", "same phone", "same person"):
        if both := one.contacts[kind] & other.contacts[kind]:
            yield Sign(kind, min(both))
    domains = one.contacts["same e-mail domain"] & other.contacts["same e-mail domain"]
    if domains and not one.contacts["same e-mail"] & other.contacts["same e-mail"]:
        yield Sign("same e-mail domain", min(domains))


def _names_alike(one: _Traits, other: _Traits, common: frozenset[str]) -> Iterator[Sign]:
    """Give the strongest sign in the names, if there is one."""
    mine, theirs = {one.words, *one.former}, {other.words, *other.former}
    if one.words and one.words == other.words:
        yield Sign("same name", " ".join(one.words))
    elif both := mine & theirs:
        yield Sign("former name", " ".join(min(both)))
    elif both := (mine & other.brackets) | (theirs & one.brackets):
        yield Sign("name in brackets", " ".join(min(both)))
    elif short := (one.acronyms & other.short) | (other.acronyms & one.short):
        yield Sign("acronym", min(short).upper())
    else:
        ratio = _likeness(one.words, other.words, common)
        if ratio >= _CLOSE:
            kind = "alike in name" if ratio >= _ALIKE else "close in name"
            yield Sign(kind, f"{round(ratio * 100)} of 100")


def _likeness(one: tuple[str, ...], other: tuple[str, ...], common: frozenset[str]) -> float:
    """Return how alike two names are from 0 to 1, whatever the order of words.

    Words that many names hold are left out, unless nothing else is left.
    """
    texts = []
    for words in (one, other):
        telling = sorted(word for word in words if word not in common)
        texts.append(" ".join(telling or sorted(words)))
    first, second = sorted(texts)
    return SequenceMatcher(None, first, second, autojunk=False).ratio()
