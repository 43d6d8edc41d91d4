"""What a pack is: the rule book of a funder, off unless a plan names it."""

from typing import NamedTuple

from coalitionkit.rules.rule import Rule


class Pack(NamedTuple):
    """A named set of rules. A package offers one as an entry point of the group `coalitionkit.packs`."""

    name: str
    title: str
    rules: tuple[Rule, ...]
