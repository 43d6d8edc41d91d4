"""Who leads a point of an agenda: the words of an outline, as people of the record. Nobody is made up."""

from collections.abc import Iterator, Sequence

from coalitionkit.analysis.turns import turns
from coalitionkit.model.members import Member
from coalitionkit.model.vocabulary.governance import MANAGEMENT_ROLES
from coalitionkit.places import PLAN
from coalitionkit.publish.context import Part
from coalitionkit.publish.context.agendas import Turn
from coalitionkit.publish.facts import MANAGER, Facts, holder_on
from coalitionkit.publish.meetings.choice import Choice

AT_ONCE = 3
"""How many present at a meeting where nobody has been chosen yet."""

_NEXT = 5
"""How many are named whose turn comes next."""


class Leading:
    """Finds the people of one meeting."""

    def __init__(self, facts: Facts, choice: Choice) -> None:
        self.facts = facts
        self.plan = facts.plan
        self.tongue = facts.tongue
        self.choice = choice
        self._turns = turns(self.plan, choice.day.first if choice.day else facts.day)

    def all_of(self, keys: Sequence[str]) -> tuple[Part, ...]:
        """Return whom the words of a point stand for, each once."""
        found = list(dict.fromkeys(part for key in keys for part in self._who(key)))
        roles = [part for part in found if isinstance(part, str) and part.endswith(")")]
        return tuple(p for p in found if not any(role.startswith(f"{p} (") for role in roles))

    def turns(self) -> tuple[Turn, ...]:
        """Return whose turn it is to present, and when each of them did so last."""
        return tuple(
            Turn(self.facts.party(turn.party) or turn.party, self.tongue.on(turn.last) if turn.last else None)
            for turn in self._turns[:_NEXT]
        )

    def _who(self, key: str) -> Iterator[Part]:
        """Return whom a word of an outline stands for, by name as far as the record has them."""
        if key == "leads":
            yield from self._leads()
        elif key in {"presenters", "presenters?"}:
            yield from self._presenters(needed=key == "presenters")
        elif key == "champion":
            yield from self._champion()
        elif key == "group-lead":
            yield self._group_lead()
        elif key in MANAGEMENT_ROLES:
            yield self._holder(key)
        else:
            yield self.facts.party(key) or self.tongue.word("roles", key) or key

    def _named(self, name: str, role: str) -> str:
        word = self.tongue.word("roles", role)
        return f"{name} ({word})" if word else name

    def _holder(self, key: str) -> Part:
        """Return who holds a role; the project manager stands in for one that was waived."""
        role = self.plan.role(key)
        seat = MANAGER if role is not None and role.waived else key
        holder = self._holding(seat)
        if holder is not None:
            return self._named(holder.name, seat)
        where = (PLAN / "roles")[seat] / "held_by"
        asked = f"name the {MANAGEMENT_ROLES.label(seat).lower()}"
        return self.tongue.missing("manager" if seat == MANAGER else "role", asked, where)

    def _holding(self, seat: str) -> Member | None:
        """Return who held a role on the day of the meeting; where nobody is known to, who holds it today."""
        return holder_on(self.plan, seat, self.choice.told_on(self.facts.day)) or self.facts.holder(seat)

    def _leads(self) -> Iterator[Part]:
        found = [
            self._named(holder.name, role.slug)
            for role in MANAGEMENT_ROLES
            if role.slug != MANAGER and (holder := self._holding(role.slug)) is not None
        ]
        if found:
            yield from found
        else:
            yield self.tongue.missing("leads", "name the leads of the management team", PLAN / "roles")

    def _group_lead(self) -> Part:
        """Return who leads the working group that meets; elsewhere it is the project manager."""
        group = self.choice.working_group
        if group is None:
            return self._holder(MANAGER)
        name = self.facts.party(group.lead) if group.lead else None
        where = (PLAN / "working_groups")[group.id] / "lead"
        return name or self.tongue.missing("lead", "name the lead of this working group", where)

    def _presenters(self, *, needed: bool) -> Iterator[Part]:
        """Give those who were chosen; else, where some are needed, those whose turn it is."""
        meeting = self.choice.meeting
        keys = meeting.presenters if meeting else ()
        if not keys and needed:
            keys = tuple(turn.party for turn in self._turns[:AT_ONCE])
        found = [name for key in keys if (name := self.facts.party(key))]
        where = self.choice.where / "presenters" if meeting else PLAN / "meetings"
        if not found and needed:
            yield self.tongue.missing("presenters", "choose the partners who present", where)
        yield from found

    def _champion(self) -> Iterator[Part]:
        champion = next(iter(self.plan.champion_members), None)
        if champion is None:
            yield self.tongue.missing("champion", "name a champion", PLAN / "champions")
        else:
            yield self._named(champion.name, "champion")
