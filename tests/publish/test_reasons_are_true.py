"""Every sentence of the large examples, word by word: a program reads it and tries what it claims.

Nothing that the sentences are made from is believed but the answers of the plan and who is on the list.
"""

import re
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from inventories import depth, dice, plan

from coalitionkit.analysis.choosing.question import gravity
from coalitionkit.analysis.needs import Need, asks_for, named
from coalitionkit.analysis.scoring import Score, Scoring, choices, score
from coalitionkit.analysis.units import places
from coalitionkit.loading import load
from coalitionkit.model.coalition import Coalition
from coalitionkit.publish.reasons import why
from coalitionkit.shipped import shipped
from coalitionkit.workspace import find_plans, read_plan

EXAMPLES = [
    shipped("examples") / "forest-city",
    shipped("examples") / "county-backbone",
    Path(__file__).parents[1] / "data" / "full.yaml",
]
NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
PURPOSES = {"plan": "plan", "gaps": "identify gaps", "implement": "carry out the plan"}


def opened(path: Path) -> Coalition:
    """Return the plan at a path."""
    made = load(read_plan(find_plans([path])[0])).coalition
    assert made is not None
    return made


class Reader:
    """Reads the sentence of one partner and holds each part of it against the plan."""

    def __init__(self, made: Coalition, scoring: Scoring, one: Score) -> None:
        self.plan, self.scoring, self.one, self.table = made, scoring, one, scoring.needs
        self.me = 1 << self.table.units.ids.index(one.id)
        self.chosen = scoring.selection.chosen
        self.choices = choices(made)
        self.open = self.table.units.everyone & ~(self.choices.barred & ~self.choices.decided)
        self.names = {score.name: score.id for score in scoring.scores}

    def lacks(self, partners: int) -> dict[str, int]:
        """Return how many independent holders some partners lack, need by need."""
        return {
            need.id: max(0, need.required - depth(self.table, need.known & partners))
            for need in self.table.rows
        }

    def shortfall(self, partners: int) -> int:
        """Return what some partners lack of must-needs, by weight."""
        lacking = self.lacks(partners)
        return sum(gravity(need) * lacking[need.id] for need in self.table.musts)

    def adds(self, partners: int) -> list[Need]:
        """Return the needs to whose cover the partner adds beside some."""
        before, after = self.lacks(partners & ~self.me), self.lacks(partners | self.me)
        return [need for need in self.table.rows if after[need.id] < before[need.id]]

    def fails(self, need: Need, holders: int) -> bool:
        """Whether a need fails without the partner when these hold it."""
        return bool(holders & self.me) and depth(self.table, holders & ~self.me) < need.required

    def failing(self, *, certain: bool) -> list[Need]:
        """Return the needs that fail without the partner, whatever the open answers are or as they stand.

        Whatever they are: the worst case for being critical is that everybody else holds it.
        """
        return [
            need
            for need in self.table.musts
            if need.known & self.me and self.fails(need, need.possible if certain else need.known)
        ]

    def means(self, text: str, needs: list[Need]) -> bool:
        """Whether words name exactly some needs, of which the last may only be counted."""
        names = list(dict.fromkeys(map(named, needs)))
        if more := re.search(r" and (\d+) other needs$", text):
            shown = text[: more.start()].split(", ")
            return len(names) == len(shown) + int(more[1]) and names[: len(shown)] == shown
        return text == (f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names))

    def lists(self, size: int, *, without: int = 0) -> Iterator[int]:
        """Give every list with so many invitations; those with a seat or put on it are always there."""
        fixed = self.choices.decided & ~without
        for some in combinations(places(self.open & ~fixed & ~without), size):
            listed = fixed | sum(1 << index for index in some)
            if self.keeps(listed):
                yield listed

    def keeps(self, partners: int) -> bool:
        """Whether some partners keep the rules about shares, or the list does not keep them either."""
        return self.kept(partners) or not self.kept(self.chosen)

    def is_best(self) -> bool:
        """Whether no list that keeps the rules misses less than the one there is."""
        best = self.shortfall(self.chosen)
        sizes = range(len(self.table.units.ids) + 1)
        return all(self.shortfall(one) >= best for size in sizes for one in self.lists(size))

    def kept(self, partners: int) -> bool:
        """Whether some partners keep the rules about shares by sector."""
        ids = {self.table.units.ids[index] for index in places(partners)}
        sectors = [one.sector for one in self.plan.partners if one.id in ids]
        for rule in self.plan.inventory.list_rules.shares:
            count = sum(sector in rule.sectors for sector in sectors)
            if rule.at_least is not None and count < rule.at_least * len(sectors):
                return False
            if rule.at_most is not None and count > rule.at_most * len(sectors):
                return False
        return True

    def replaced_by(self, other: int) -> bool:
        """Whether the list misses no more with another one in the partner's place."""
        swapped = self.chosen & ~self.me | other
        return self.is_as_good(swapped)

    def is_as_good(self, partners: int) -> bool:
        """Whether some partners keep the rules and miss no must-need more than the list does."""
        before, after = self.lacks(self.chosen), self.lacks(partners)
        return self.keeps(partners) and all(after[need.id] <= before[need.id] for need in self.table.musts)

    def able(self) -> set[str]:
        """Return by name all who could take the partner's place alone."""
        outside = places(self.open & ~self.chosen)
        ids = {self.table.units.ids[index] for index in outside if self.replaced_by(1 << index)}
        return {name for name, key in self.names.items() if key in ids}

    def read(self, sentence: str) -> None:
        """Hold every clause against the plan; fails for what is not true and for what it cannot read."""
        assert sentence.endswith(".")
        opening, _, rest = sentence[:-1].partition(": ")
        assert opening in {"Critical", "Critical for now", "Key", "Member", "Keep informed"}, sentence
        if opening.startswith("Critical"):
            assert bool(self.failing(certain=True)) == (opening == "Critical"), sentence
            assert self.failing(certain=False), sentence
        else:
            assert not self.failing(certain=False), sentence
        for clause in rest.split("; "):
            for pattern, check in CLAUSES:
                found = re.fullmatch(pattern, clause)
                if found:
                    assert check(self, *found.groups()), f"{self.one.id}: {clause}"
                    break
            else:
                raise AssertionError(f"cannot read {clause!r} of {sentence!r}")


def number(word: str) -> int:
    """Return the number that a word or digits stand for."""
    return NUMBERS.index(word) if word in NUMBERS else int(word)


def others(text: str) -> int:
    return 1 if text == "one other" else number(text.removesuffix(" others"))


def asked(reader: Reader, words: str) -> list[Need]:
    return [need for need in reader.table.musts if asks_for(need) == words and need.known & reader.me]


def nobody_else(reader: Reader, words: str) -> bool:
    return any(not need.possible & ~reader.me for need in asked(reader, words))


def nobody_known(reader: Reader, words: str, open_: str | None) -> bool:
    return any(
        not need.known & ~reader.me
        and (need.unknown & ~reader.me).bit_count() == (others(open_) if open_ else 0)
        for need in asked(reader, words)
    )


def too_few(reader: Reader, required: str, words: str, known: str, tail: str | None) -> bool:
    return any(
        need.required == number(required)
        and depth(reader.table, need.known & ~reader.me) == number(known)
        and (tail is None or (need.unknown & ~reader.me).bit_count() == others(tail))
        for need in asked(reader, words)
    )


def told_failing(reader: Reader) -> list[Need]:
    return reader.failing(certain=True) or reader.failing(certain=False)


def could_not(reader: Reader, text: str) -> bool:
    purposes = {purpose for need in told_failing(reader) for purpose in need.purposes}
    words = [word for key, word in PURPOSES.items() if key in purposes]
    return text == (f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else words[0])


def is_shortest(reader: Reader, text: str, words: str) -> bool:
    """Whether the list misses nothing that could be met, and every shorter one does."""
    best = reader.shortfall(reader.open)
    size = (reader.chosen & ~reader.choices.seated).bit_count()
    fixed = (reader.choices.decided & ~reader.choices.seated).bit_count()
    shorter = size - fixed - 1
    return (
        bool(reader.chosen & reader.me)
        and reader.shortfall(reader.chosen) == best
        and (best == 0) == (text == "meets every need")
        and (shorter < 0 or all(reader.shortfall(one) > best for one in reader.lists(shorter)))
        and reader.means(words, reader.adds(reader.chosen))
    )


def takes_place(reader: Reader, names: str, limited: str | None) -> bool:
    shown = set(re.split(r", | or ", names))
    must = all(need.must for need in reader.adds(reader.chosen))
    return shown == reader.able() and must == (limited is None)


def some_take_place(reader: Reader, count: str, first: str) -> bool:
    return len(reader.able()) == others(count) and first in reader.able()


def grows(reader: Reader, most: str | None, count: str) -> bool:
    """Whether without the partner so many more invitations are needed, and no fewer do."""
    best = reader.shortfall(reader.chosen)
    invited = (reader.chosen & ~reader.choices.seated).bit_count() + number(count)
    size = invited - (reader.choices.wanted & ~reader.choices.seated & ~reader.me).bit_count()
    enough = any(reader.shortfall(one) <= best for one in reader.lists(size, without=reader.me))
    fewer = any(reader.shortfall(one) <= best for one in reader.lists(size - 1, without=reader.me))
    return enough and (most is not None or not fewer)


def place_of(reader: Reader, text: str) -> bool:
    """Whether the partner could take the place of those named."""
    replaceable = set()
    for name, key in reader.names.items():
        bit = 1 << reader.table.units.ids.index(key)
        swapped = reader.chosen & ~bit | reader.me
        rest = reader.chosen & ~bit
        lost = reader.shortfall(rest) > reader.shortfall(reader.chosen) or not reader.keeps(rest)
        if reader.chosen & bit and lost and reader.is_as_good(swapped):
            replaceable.add(name)
    if more := re.fullmatch(r"(.*) or of (.* others|one other)", text):
        return len(replaceable) == 1 + others(more[2]) and more[1] in replaceable
    return set(re.split(r", | or ", text)) == replaceable


def may_turn_out(reader: Reader, words: str) -> bool:
    """Whether there is a way to answer all that is open after which each of these fails without them."""
    possible = [
        need
        for need in reader.table.musts
        if need.possible & reader.me and depth(reader.table, need.known & ~reader.me) < need.required
    ]
    return reader.means(words, possible)


def nothing_lost(reader: Reader) -> bool:
    return bool(reader.one.held) and not reader.adds(reader.chosen)


def no_must_lost(reader: Reader) -> bool:
    return not any(need.must for need in reader.adds(reader.chosen))


def has_no_place(reader: Reader) -> bool:
    """Whether the list would break a rule about shares with them on it."""
    return not reader.kept(reader.chosen | reader.me)


def to_keep_shares(reader: Reader) -> bool:
    return not reader.adds(reader.chosen) and not reader.keeps(reader.chosen & ~reader.me)


def irreplaceable(reader: Reader) -> bool:
    return reader.shortfall(reader.open & ~reader.me) > reader.shortfall(reader.chosen)


def known_for_none(reader: Reader) -> bool:
    return not any(need.known & reader.me for need in reader.table.rows)


def lacks_all(reader: Reader) -> bool:
    return not any(need.possible & reader.me for need in reader.table.rows)


def on_it_for(reader: Reader, words: str) -> bool:
    return bool(reader.chosen & reader.me) and reader.means(words, reader.adds(reader.chosen))


def nice_only(reader: Reader, words: str) -> bool:
    adds = reader.adds(reader.chosen)
    return reader.means(words, adds) and not any(need.must for need in adds)


def seat_for(reader: Reader, words: str) -> bool:
    return bool(reader.choices.seated & reader.me) and on_it_for(reader, words)


def barred(reader: Reader, rest: str) -> bool:
    if not reader.choices.barred & reader.me:
        return False
    if found := re.fullmatch(r"though they would add (.*)", rest):
        return reader.means(found[1], reader.adds(reader.chosen))
    return any(re.fullmatch(p, rest) and check(reader) for p, check in NOTHING)


OTHERS = r"one other|[a-z]+ others|\d+ others"
KEEPS = "keeps your rules about shares"
OPEN = rf"(?:, but for ({OTHERS}) the answer is not known yet)?"
OPENING = "(?:already has a seat, and |someone put them on the list, and |and )?"
NOTHING: list[tuple[str, Callable[..., bool]]] = [
    (f"{OPENING}others on the list already bring every need that they are known to meet", nothing_lost),
    (
        f"{OPENING}they are not known to meet any of your needs",
        lambda reader: known_for_none(reader) and not lacks_all(reader),
    ),
    (f"{OPENING}they meet none of your needs", lacks_all),
]
CLAUSES: list[tuple[str, Callable[..., bool]]] = [
    (r"nobody else in your inventory (.*)", nobody_else),
    (rf"nobody else is known who (.*?){OPEN}", nobody_known),
    (
        r"you need (\w+) independent partners each of whom (.*), and without them you know of (\w+)" + OPEN,
        too_few,
    ),
    (
        r"you need (\w+) independent partners each of whom (.*), "
        r"and you know of (\w+), the body that they belong to included" + OPEN,
        too_few,
    ),
    (r"without them you could not (.*)", could_not),
    (
        r"(\d+) other needs? depends? on them too",
        lambda reader, count: len(told_failing(reader)) == 1 + int(count),
    ),
    (
        rf"on the shortest list that (?:{KEEPS} and )?(meets every need(?: that can be met)?), for (.*)",
        is_shortest,
    ),
    (
        rf"on the shortest list that {KEEPS} and meets every need(?: that can be met)?, to keep your .*",
        to_keep_shares,
    ),
    (r"on the best list within your limits, to keep your rules about shares", to_keep_shares),
    (
        r"on the best list within your limits, for (.*)",
        lambda reader, words: reader.is_best() and on_it_for(reader, words),
    ),
    (r"yet the limits on the list leave no place for them", has_no_place),
    (
        r"would add (.*), but the limits on the list leave no place for them",
        lambda reader, words: has_no_place(reader) and reader.means(words, reader.adds(reader.chosen)),
    ),
    (
        r"without them no list that keeps your rules would do as well",
        lambda reader: (
            not any(
                reader.shortfall(one) <= reader.shortfall(reader.chosen)
                for size in range(len(reader.table.units.ids) + 1)
                for one in reader.lists(size, without=reader.me)
            )
        ),
    ),
    (r"already has a seat, and the list counts on them for (.*)", seat_for),
    (
        r"someone put them on the list, and it counts on them for (.*)",
        lambda reader, words: bool(reader.choices.wanted & reader.me) and on_it_for(reader, words),
    ),
    (r"any of (.*) could take their place(?: for the must-haves)?, such as (.*)", some_take_place),
    (r"(.*) could take their place( for the must-haves)?", takes_place),
    (r"no must-have would be missing without them", no_must_lost),
    (r"nobody else who may be invited could make up for them", irreplaceable),
    (r"without them the list would grow by (at most )?(\d+) invitations?", grows),
    (r"someone decided to leave them off the list, (.*)", barred),
    (
        r"yet someone decided to leave them off the list",
        lambda reader: bool(reader.choices.barred & reader.me),
    ),
    (
        r"the list counts on another part of the same body",
        lambda reader: bool(
            reader.chosen & reader.table.units.mates(reader.me.bit_length() - 1) & ~reader.me
        ),
    ),
    (r"without them another list of the same length would do", lambda reader: grows(reader, "at most ", "0")),
    (r"would add (.*), which is good to have but makes no list longer", nice_only),
    (r"could take the place of (.*)", place_of),
    (r"may turn out to be critical for (.*)", may_turn_out),
    *NOTHING,
]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_sentence_of_the_examples_is_true(path: Path) -> None:
    made = opened(path)
    found = score(made)
    assert found.selection.is_proven
    for one in found.scores:
        Reader(made, found, one).read(why(one, found))


@pytest.mark.parametrize("seed", range(600))
def test_every_sentence_of_a_random_plan_is_true(seed: int) -> None:
    made = random_plan(seed)
    found = score(made)
    for one in found.scores:
        Reader(made, found, one).read(why(one, found))


def test_a_false_sentence_is_noticed() -> None:
    made = opened(EXAMPLES[0])
    found = score(made)
    critical = next(one for one in found.scores if one.category == "critical")
    other = next(one for one in found.scores if one.category == "keep-informed")
    with pytest.raises(AssertionError):
        Reader(made, found, other).read(why(critical, found))
    with pytest.raises(AssertionError):
        Reader(made, found, critical).read("Critical for now: everybody likes them.")


def random_plan(seed: int, *, ruled: bool = True) -> Any:
    """Return a plan with bodies, seats, decisions and open answers; `ruled` also with rules about shares."""
    random = dice(seed)
    words = ("staff", "data-sharing", "convening-power", "political-clout")
    partners = []
    for index in range(random.randrange(1, 8)):
        states = {word: random.choice("hhnnnu") for word in words}
        row: dict[str, Any] = {
            "id": f"p{index}",
            "sector": random.choice(["nonprofit", "local-government"]),
            "assets": {
                "held": [word for word, one in states.items() if one == "h"],
                "not_held": [word for word, one in states.items() if one == "n"],
            },
        }
        if random.random() < 0.15:
            row["invitation_list"] = random.choice(["in", "out"])
        if index and random.random() < 0.25:
            row["parent"] = "p0"
        partners.append(row)
    wanted = [
        {
            "id": word,
            "required": random.choice("1123"),
            "must": random.choice(["yes", "yes", "no"]),
            "purposes": random.choice([[], ["plan"], ["gaps", "implement"]]),
        }
        for word in words
    ]
    seats = [{"id": "m", "name": "M", "partner": "p0"}] if random.random() < 0.4 else []
    rule: dict[str, Any] = {"sectors": ["local-government"]}
    rule[random.choice(["at_least", "at_most"])] = random.choice(["1/4", "1/3", "1/2", "2/3"])
    shares = [rule] if ruled and random.random() < 0.3 else []
    return plan(partners, wanted, members=seats, inventory={"list_rules": {"shares": shares}})
