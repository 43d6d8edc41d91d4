"""What it takes to win a partner, as the cost of an invitation.

Effort is what the plan says, in any unit that it uses for all. Where it says nothing, the middle of what is
known counts: as nothing, the unknown would always look cheap, and as the most, whoever is little known would
never be asked.
"""

from typing import NamedTuple

from coalitionkit.analysis.units import places, set_of
from coalitionkit.model.coalition import Coalition


class Efforts(NamedTuple):
    """The effort for each partner, in the order of the file.

    `unknown` are those of whom the plan does not say it, who count with `assumed`.
    """

    values: tuple[int, ...]
    unknown: int
    assumed: int

    @property
    def known(self) -> int:
        """Those of whom the plan says it, as a set."""
        return ((1 << len(self.values)) - 1) & ~self.unknown

    @property
    def unit(self) -> int:
        """By how much each effort counts in `costs`."""
        return len(self.values) + 1

    @property
    def costs(self) -> tuple[int, ...]:
        """What each invitation costs: its effort and, between lists of equal effort, one more invitation."""
        return tuple(value * self.unit + 1 for value in self.values)

    def total(self, partners: int) -> int:
        """Return the effort for some partners together."""
        return sum(self.values[index] for index in places(partners))


def efforts(plan: Coalition) -> Efforts:
    """Return the effort for each partner. Of an even number known, the lower of the two in the middle counts.

    Where no effort is known at all, each counts 1, which makes the least effort the fewest invitations.
    """
    known = sorted(partner.effort for partner in plan.partners if partner.effort is not None)
    assumed = known[(len(known) - 1) // 2] if known else 1
    values = tuple(assumed if partner.effort is None else partner.effort for partner in plan.partners)
    unknown = set_of(i for i, partner in enumerate(plan.partners) if partner.effort is None)
    return Efforts(values, unknown, assumed)
