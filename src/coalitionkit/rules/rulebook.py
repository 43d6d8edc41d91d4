"""The rules that a plan is held to: those that always hold, those of its packs, and its own."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coalitionkit.errors import BrokenPackError
from coalitionkit.findings import OWN
from coalitionkit.model.local_rules import LocalRule
from coalitionkit.prose import quoted
from coalitionkit.rules.catalogue import RULES
from coalitionkit.rules.rule import Rule
from coalitionkit.settings import Layer, Settings


class LocalFault(NamedTuple):
    """What is wrong with a rule of the plan's own: the keys below it that lead there, and the words."""

    layer: Layer
    rule: LocalRule
    at: tuple[str | int, ...]
    message: str
    at_key: bool = False


def rules_for(settings: Settings) -> tuple[Rule, ...]:
    """Return the rules for a plan, without what names no pack or is no proper rule: `audit` tells of those.

    Raises BrokenPackError when a pack that someone installed cannot be used.
    """
    packed = (*RULES, *_packed(settings))
    return (*packed, *(rule for _, _, rule in _local(settings, packed))) if settings.local else packed


def own_rules(settings: Settings) -> Iterator[tuple[LocalRule, Rule]]:
    """Give the rules that a plan and the files that it extends write themselves, but for unusable ones.

    No pack is looked up for it.
    """
    if settings.local:
        for _, local, rule in _local(settings, RULES):
            yield local, rule


def local_faults(settings: Settings, rules: Sequence[Rule]) -> Iterator[LocalFault]:
    """Give everything that is wrong with the plan's own rules, beside these other ones."""
    if not settings.local:
        return
    from coalitionkit.rules.local.making import made

    taken = _names(rule for rule in rules if not rule.check.code.startswith(OWN))
    for layer, local in settings.local.values():
        if _is_taken(local, taken):
            message = f"there is a rule {quoted(local.id)} already; give this one another id"
            yield LocalFault(layer, local, ("id",), message)
        for fault in made(local).faults:
            yield LocalFault(layer, local, *fault)


def _packed(settings: Settings) -> Iterator[Rule]:
    if not settings.packs:
        return
    from coalitionkit.rules.packs import pack_named

    taken = _names(RULES)
    for name in settings.packs:
        pack = pack_named(name)
        for rule in pack.rules if pack else ():
            clash = {rule.check.code, rule.check.name} & taken
            if clash:
                raise BrokenPackError(
                    f"the pack '{name}' has a rule '{min(clash)}', and there is one of that name already",
                    hint=f"take '{name}' out of 'lint: packs:', or update the package that offers it",
                )
            taken |= {rule.check.code, rule.check.name}
            yield rule


def _local(settings: Settings, others: Sequence[Rule]) -> Iterator[tuple[Layer, LocalRule, Rule]]:
    from coalitionkit.rules.local.making import made

    taken = _names(others)
    for layer, local in settings.local.values():
        rule = made(local).rule
        if rule is not None and not _is_taken(local, taken):
            yield layer, local, rule


def _is_taken(local: LocalRule, taken: set[str]) -> bool:
    """Whether a rule would be called like another one; comments may write a code in small letters."""
    return local.id in taken or local.id.upper() in taken


def _names(rules: Iterator[Rule] | Sequence[Rule]) -> set[str]:
    return {name for rule in rules for name in (rule.check.code, rule.check.name)}
