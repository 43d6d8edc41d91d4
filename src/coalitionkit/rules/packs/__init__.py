"""Rule books of funders: those that come along, and those that other installed packages offer.

A plan can only name a pack that someone installed. Nothing is ever imported from the folder of a plan.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache

from coalitionkit.errors import BrokenPackError
from coalitionkit.findings import OURS
from coalitionkit.prose import listed
from coalitionkit.rules.packs import csbg, drug_free_communities, health_center
from coalitionkit.rules.packs.pack import Pack
from coalitionkit.rules.rule import Rule

GROUP = "coalitionkit.packs"
"""The group of entry points under which packages offer packs, by name."""

BUILT_IN: Mapping[str, Pack] = {
    pack.name: pack for pack in (csbg.PACK, drug_free_communities.PACK, health_center.PACK)
}


def pack_named(name: str) -> Pack | None:
    """Return the pack with a name; None when nobody offers one.

    Raises BrokenPackError, which names the package, when a pack that someone installed cannot be used.
    """
    return BUILT_IN.get(name) or _installed(name)


def pack_names() -> list[str]:
    """Return the names of all packs that there are here."""
    from importlib.metadata import entry_points

    return sorted({*BUILT_IN, *entry_points(group=GROUP).names})


def installed_rules() -> list[Rule]:
    """Return the rules of the packs that other packages offer, without packs that cannot be used."""
    rules: list[Rule] = []
    for name in pack_names():
        with suppress(BrokenPackError):
            pack = None if name in BUILT_IN else pack_named(name)
            rules.extend(pack.rules if pack else ())
    return rules


@cache
def _installed(name: str) -> Pack | None:
    # Reading what is installed takes milliseconds, and only a plan that names such a pack needs it.
    from importlib.metadata import entry_points

    offers = list(entry_points(group=GROUP, name=name))
    if not offers:
        return None
    packages = [offer.dist.name if offer.dist else "unknown" for offer in offers]
    if len(offers) > 1:
        both = listed(f"'{package}'" for package in packages)
        raise BrokenPackError(f"the packages {both} both offer a pack '{name}'", hint="uninstall one of them")
    try:
        rules = offers[0].load().rules
    except (Exception, SystemExit) as error:
        raise _broken(name, packages[0], f"cannot be loaded ({type(error).__name__}: {error})") from error
    if not isinstance(rules, Sequence) or not all(isinstance(rule, Rule) for rule in rules):
        raise _broken(name, packages[0], "holds something other than rules")
    for rule in rules:
        if rule.check.code.startswith(OURS):
            raise _broken(
                name, packages[0], f"has a rule with the code '{rule.check.code}', which is not its own"
            )
    return Pack(name, f"{name}, of the package {packages[0]}", tuple(rules))


def _broken(name: str, package: str, problem: str) -> BrokenPackError:
    return BrokenPackError(
        f"the pack '{name}' of the package '{package}' {problem}",
        hint=f"update or uninstall '{package}', or take '{name}' out of 'lint: packs:'",
    )
