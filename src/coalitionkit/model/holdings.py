"""What someone holds of a vocabulary: each word is held, not held or unknown."""

from typing import Annotated, Self

from pydantic import Field

from coalitionkit.model.checks import contradiction
from coalitionkit.model.record import Brief
from coalitionkit.model.values import Flag, Prose
from coalitionkit.model.vocabulary.assets import ASSETS
from coalitionkit.model.vocabulary.inventory import ALIGNED_INITIATIVES
from coalitionkit.model.vocabulary.mobility import DOMAINS
from coalitionkit.model.vocabulary.populations import POPULATIONS
from coalitionkit.prose import listed

HELD = "The words that are known to hold. A plain list means the same as this field alone."
NOT_HELD = "The words that were asked about and do not hold."


class Holdings(Brief):
    """Which words hold and which do not. A plain list says what is held; the rest is unknown."""

    shorthand = "held"

    held: tuple[str, ...] = Field((), description=HELD)
    not_held: tuple[str, ...] = Field((), description=NOT_HELD)
    complete: Flag = Field(
        False,
        description="Write true when every word was considered: what is not listed as held then "
        "counts as not held instead of unknown.",
    )

    def _judged(self) -> Self:
        if twice := [word for word in self.held if word in self.not_held]:
            raise contradiction(
                "not_held",
                f"{listed(twice)} cannot be both held and not held: keep one of the two",
            )
        return self

    def holds(self, word: str) -> bool | None:
        """Whether a word is held; None when nobody knows."""
        if word in self.held:
            return True
        return False if self.complete or word in self.not_held else None


class PopulationHoldings(Holdings):
    """Groups of residents, held or not: `[renters-with-low-incomes]`, or the long form."""

    held: tuple[Annotated[str, POPULATIONS], ...] = Field((), description=HELD)
    not_held: tuple[Annotated[str, POPULATIONS], ...] = Field((), description=NOT_HELD)


class DomainHoldings(Holdings):
    """Policy domains, held or not: `[housing-stability, digital-access]`, or the long form."""

    held: tuple[Annotated[str, DOMAINS], ...] = Field((), description=HELD)
    not_held: tuple[Annotated[str, DOMAINS], ...] = Field((), description=NOT_HELD)


class AssetHoldings(Holdings):
    """Assets, held or not: `[data-sharing, convening-power]`, or the long form."""

    held: tuple[Annotated[str, ASSETS], ...] = Field((), description=HELD)
    not_held: tuple[Annotated[str, ASSETS], ...] = Field((), description=NOT_HELD)


class AlignedHoldings(Holdings):
    """Efforts of a partner that point where the coalition goes, held or not."""

    held: tuple[Annotated[str, ALIGNED_INITIATIVES], ...] = Field((), description=HELD)
    not_held: tuple[Annotated[str, ALIGNED_INITIATIVES], ...] = Field((), description=NOT_HELD)
    text: Prose | None = Field(
        None, description="What these efforts are, in a sentence or two, with their names."
    )
