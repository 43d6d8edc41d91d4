"""Gaps: what a letter or an agenda should say and the record does not hold. A gap is shown, never filled."""

from dataclasses import dataclass

from coalitionkit.places import Address


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is not recorded.

    `part` names what is missing, `message` says in English what to write, `where` is the address at which
    to record it, and `mark` stands in the text in its place, in the language of the text.
    """

    part: str
    message: str
    where: Address
    mark: str

    def __str__(self) -> str:
        return f"[{self.mark}]"
