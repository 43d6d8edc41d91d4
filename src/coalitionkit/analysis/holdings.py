"""Who holds what a need is for, who is known not to, and of whom nobody knows.

Every kind of need asks one thing of a partner, and the answer is held, not held or unknown.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from coalitionkit.analysis.governance import is_inside_government
from coalitionkit.analysis.ratings import answers_on, common
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.holdings import Holdings
from coalitionkit.model.inventory import GOVERNMENT_CHAMPION
from coalitionkit.model.partners import Partner
from coalitionkit.model.vocabulary.mobility import PILLAR_OF
from coalitionkit.model.vocabulary.sectors import GOVERNMENT


class Held(NamedTuple):
    """The sets of partners known to hold something (`known`) and not known to lack it (`possible`).

    Of those in `disputed` some say that they hold it and others deny it, so that nobody knows.
    """

    known: int
    possible: int
    disputed: int = 0


class _Answers:
    """The answers about one kind of holding, by word; a word that nobody mentions is unknown."""

    def __init__(self, everyone: int) -> None:
        self.open = everyone
        self.known: dict[str, int] = defaultdict(int)
        self.denied: dict[str, int] = defaultdict(int)
        self.disputed: dict[str, int] = defaultdict(int)

    def record(self, bit: int, answers: Holdings) -> None:
        """Take down what one partner holds. A plain answer of held wins over everything else."""
        if answers.complete:
            self.open &= ~bit
        for word in answers.held:
            self.known[word] |= bit
            # To work on a predictor is to work on its pillar, though not the other way around.
            if word in PILLAR_OF:
                self.known[PILLAR_OF[word]] |= bit
        for word in answers.not_held:
            self.denied[word] |= bit

    def record_several(self, bit: int, answers: Sequence[Holdings]) -> None:
        """Take down what several people say that one partner holds."""
        found = common(answers)
        if found.complete:
            self.open &= ~bit
        for book, words in (
            (self.known, found.held),
            (self.denied, found.not_held),
            (self.disputed, found.disputed),
        ):
            for word in words:
                book[word] |= bit

    def of(self, word: str) -> Held:
        known, disputed = self.known.get(word, 0), self.disputed.get(word, 0)
        return Held(known, known | self.open & ~self.denied.get(word, 0) | disputed, disputed)


FIELDS: Mapping[str, str] = {
    "population-served": "serves",
    "population-voice": "represents",
    "predictor": "domains",
    "asset": "assets",
}
"""The field of a partner that answers each kind of need, for those that one field answers."""


class HoldingBook:
    """Who holds what in a plan, looked up by the kind of a need and the word that it is of.

    Where several people were asked, what they say in common counts, as in `ratings`.

    Frontline knowledge is held when any person listed at the partner has it, and not held when at least one
    is listed and all are known not to. A champion is held in the same way, and also by partners of members
    who are listed as champions. A partner of unknown sector may turn out to be of the sector asked for.
    """

    def __init__(self, plan: Coalition) -> None:
        self._plan = plan
        self._everyone = (1 << len(plan.partners)) - 1
        self._answers = {kind: _Answers(self._everyone) for kind in FIELDS}
        self._answers["frontline-knowledge"] = _Answers(self._everyone)
        for index, partner in enumerate(plan.partners):
            for kind, field in FIELDS.items():
                if partner.ratings:
                    self._answers[kind].record_several(1 << index, answers_on(partner, field))
                else:
                    self._answers[kind].record(1 << index, getattr(partner, field))
            self._record_people(1 << index, partner)
        self._champions: tuple[int, int] | None = None

    def held(self, kind: str, word: str) -> Held:
        """Return who holds what a need of this kind and word asks for."""
        if kind == "champion":
            return self._champion(word)
        return self._answers[kind].of(word)

    def _record_people(self, bit: int, partner: Partner) -> None:
        answers = self._answers["frontline-knowledge"]
        if len(partner.people) == 1:
            answers.record(bit, partner.people[0].knows)
        elif partner.people:
            answers.record(bit, _pooled([person.knows for person in partner.people]))

    def _champion(self, sector: str) -> Held:
        governed = sector == GOVERNMENT_CHAMPION
        if self._champions is None:
            self._champions = self._champion_people()
        known, possible = self._champions
        known |= self._seated_champions(inside_government=governed)
        wanted = GOVERNMENT if governed else (sector,)
        inside = unclear = 0
        for index, partner in enumerate(self._plan.partners):
            inside |= (partner.sector in wanted) << index
            unclear |= (partner.sector is None) << index
        if governed:
            # Someone said outright to work inside government does so whatever the sector.
            inside |= self._said_inside_government()
        return Held(known & inside, (known | possible) & (inside | unclear))

    def _champion_people(self) -> tuple[int, int]:
        """Return the partners with a person known to be a champion, and those that may have one."""
        known = possible = 0
        for index, partner in enumerate(self._plan.partners):
            said = [person.champion for person in partner.people]
            known |= ("yes" in said) << index
            possible |= (not said or any(answer != "no" for answer in said)) << index
        return known, possible

    def _seated_champions(self, *, inside_government: bool) -> int:
        """Return the partners of members who are champions; of those in government when asked."""
        return self._partners_of_champions(
            lambda champion: not inside_government or is_inside_government(self._plan, champion) is True
        )

    def _said_inside_government(self) -> int:
        return self._partners_of_champions(lambda champion: champion.inside_government is True)

    def _partners_of_champions(self, counts: Callable[..., bool]) -> int:
        seated = {member.id: member for member in self._plan.active_members}
        wanted = set()
        for champion in self._plan.champions:
            member = self._plan.member(champion.member)
            if member is not None and member.id in seated and member.partner and counts(champion):
                partner = self._plan.partner(member.partner)
                wanted.add(partner.id if partner else "")
        return sum(1 << index for index, partner in enumerate(self._plan.partners) if partner.id in wanted)


def _pooled(answers: list[Holdings]) -> Holdings:
    """Return what several people hold together: one who holds is enough, all must lack."""
    held = {word: None for one in answers for word in one.held}
    lacking = {word: None for one in answers for word in one.not_held if word not in held}
    return Holdings.model_construct(
        held=tuple(held),
        not_held=tuple(word for word in lacking if all(one.holds(word) is False for one in answers)),
        complete=all(one.complete for one in answers),
    )
