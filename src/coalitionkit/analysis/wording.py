"""What letters say: which are alike in substance, and which amounts of money they promise."""

import re
from collections import Counter
from decimal import Decimal
from typing import NamedTuple

from coalitionkit.model.coalition import Coalition
from coalitionkit.model.promises import Invitation
from coalitionkit.model.values import Prose

_WORD = re.compile(r"\w+")
_RUN = 3
_WHOLE = 100
_MARK = r"(?:(?:US)?[$€£]|(?:USD|EUR|GBP|dollars?|d[oó]lar(?:es)?|euros?|pounds?|libras?)(?!\w))"
_AMOUNT = (
    rf"(?P<before>(?<!\w){_MARK}\s?)?"
    r"(?<![\w.,])(?P<number>\d{1,3}(?:[,.\s]\d{3})+(?:[.,]\d\d?)?|\d+(?:[.,]\d\d?)?)(?!\d|[.,]\d|\s?%)"
    r"(?:\s?(?P<scale>hundred|thousand|mil|k|million|mill[oó]n|millones|m|billion|bn)(?!\w))?"
    rf"(?P<after>\s?(?:(?:of|de)\s)?{_MARK})?"
)
_SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "mil": 1000,
    "k": 1000,
    "million": 10**6,
    "millón": 10**6,
    "millon": 10**6,
    "millones": 10**6,
    "m": 10**6,
    "billion": 10**9,
    "bn": 10**9,
}
"""An amount of money; compiled when the first letter is read, because that takes a millisecond."""

_GROUPING = re.compile(r"[,.\s](?=\d{3}(?!\d))")

Run = tuple[str, ...]
"""Words that follow one another."""


class Alike(NamedTuple):
    """Two letters that give the same reason in nearly the same words; the first is still to be sent."""

    letter: Invitation
    model: Invitation


class _Reasons:
    """Reasons that were read, found again by the runs of words in them."""

    def __init__(self) -> None:
        self._runs: list[frozenset[Run]] = []
        self._letters: list[Invitation] = []
        self._by_run: dict[Run, list[int]] = {}

    def add(self, runs: frozenset[Run], letter: Invitation) -> None:
        """Remember the reason that a letter gives."""
        for run in runs:
            self._by_run.setdefault(run, []).append(len(self._runs))
        self._runs.append(runs)
        self._letters.append(letter)

    def like(self, runs: frozenset[Run], percent: int) -> Invitation | None:
        """Return the first letter whose reason is like these runs."""
        shared = Counter(place for run in runs for place in self._by_run.get(run, ()))
        for place, count in sorted(shared.items()):
            either = len(runs) + len(self._runs[place]) - count
            if count * _WHOLE >= percent * either:
                return self._letters[place]
        return None


def alike(plan: Coalition, percent: int) -> tuple[Alike, ...]:
    """Return the letters to be sent whose reason repeats that of another letter, each with the first such.

    Reasons are alike when at least so many percent of the runs of three words that are in either are in
    both. Names of partners and people do not count, nor do case and punctuation.
    """
    reasons = _Reasons()
    found = []
    for letter in sorted(plan.invitations, key=lambda one: one.sent is None and one.answer is None):
        texts = letter.why_you.texts.values() if letter.why_you else ()
        ours = [runs for runs in (_runs(text, _names(plan, letter)) for text in texts) if runs]
        models = [model for runs in ours if (model := reasons.like(runs, percent))]
        if models and letter.sent is None and letter.answer is None:
            found.append(Alike(letter, models[0]))
        elif not models:
            for runs in ours:
                reasons.add(runs, letter)
    return tuple(found)


def _names(plan: Coalition, letter: Invitation) -> frozenset[str]:
    """Return the words of the names in a letter, which differ even where nothing else does."""
    partner = plan.partner(letter.partner)
    person = plan.person(letter.to) if letter.to else None
    names = [partner.name if partner else "", (person and person[1].name) or ""]
    return frozenset(_WORD.findall(" ".join(names).casefold()))


def _runs(text: str, without: frozenset[str]) -> frozenset[Run]:
    words = [word for word in _WORD.findall(text.casefold()) if word not in without]
    last = max(1, len(words) - _RUN + 1)
    return frozenset(tuple(words[start : start + _RUN]) for start in range(last if words else 0))


def amounts_in(prose: Prose) -> set[Decimal]:
    """Return the amounts of money that a text names in digits, in any of its languages.

    An amount has a sign or the name of a currency beside it, and may go on in a word: `5 thousand dollars`,
    `$25k`. One that is written in words alone is not found.
    """
    return {
        Decimal(_GROUPING.sub("", match["number"]).replace(",", "."))
        * _SCALES.get((match["scale"] or "").lower(), 1)
        for text in prose.texts.values()
        for match in re.finditer(_AMOUNT, text, re.IGNORECASE)
        if match["before"] or match["after"]
    }


def unrecorded_amounts(plan: Coalition) -> tuple[tuple[Invitation, Decimal], ...]:
    """Return the amounts that letters promise and that are not recorded as promised, by letter and amount.

    A promise to the partner counts, and one that was made in the letter. Of partners whose members are paid
    nothing is said, because a letter may mean that pay, which is private; nor of letters that were declined.
    """
    paid = {member.partner for member in plan.members if member.compensation}
    recorded: dict[str | None, set[Decimal]] = {}
    for promise in plan.commitments:
        if promise.amount is not None:
            recorded.setdefault(promise.promised_to, set()).add(promise.amount)
            recorded.setdefault(promise.made_in, set()).add(promise.amount)
    found = []
    for letter in plan.invitations:
        if letter.resources is None or letter.answer == "declined" or letter.partner in paid:
            continue
        known = recorded.get(letter.partner, set()) | recorded.get(letter.id, set())
        found += [(letter, amount) for amount in sorted(amounts_in(letter.resources) - known)]
    return tuple(found)
