"""Every rule there is, by code and by name."""

from collections.abc import Callable, Iterable, Mapping

from coalitionkit.errors import UnknownRuleError
from coalitionkit.findings import OTHERS, OWN
from coalitionkit.loading.checks import CHECKS
from coalitionkit.prose import did_you_mean
from coalitionkit.rules.families import (
    champions,
    community,
    coverage,
    critical,
    decision_log,
    decisions,
    focus,
    funding,
    governance,
    groups,
    inventory,
    invitations,
    launch,
    leads,
    learning,
    linter,
    management,
    members,
    metrics,
    recorded,
    rhythm,
    style,
    targets,
)
from coalitionkit.rules.rule import Rule

_MODULES = (
    champions,
    community,
    coverage,
    critical,
    decision_log,
    decisions,
    focus,
    funding,
    governance,
    groups,
    inventory,
    invitations,
    launch,
    leads,
    learning,
    linter,
    management,
    members,
    metrics,
    recorded,
    rhythm,
    style,
    targets,
)

FAMILIES = {
    0: "loading",
    1: "shared focus",
    2: "governance",
    3: "decisions",
    4: "metrics and learning",
    5: "funding",
    6: "inventory and invitations",
    7: "rhythm",
    8: "community, equity and privacy",
    9: "the linter itself, and style",
    OTHERS: "packs and rules of a plan",
}
"""What the first digit of a code stands for, and what rules belong to whose codes begin otherwise."""


def _rules_of(modules: Iterable[object]) -> Iterable[Rule]:
    for module in modules:
        yield from (value for value in vars(module).values() if isinstance(value, Rule))


RULES: tuple[Rule, ...] = tuple(
    sorted(
        [
            *(Rule(check, None) for check in CHECKS),
            *_rules_of(_MODULES),
        ],
        key=lambda rule: rule.check.code,
    )
)
"""The rules that every plan is held to, by code."""


def every_rule() -> tuple[Rule, ...]:
    """Return the rules that every plan is held to, then those of the packs that come along."""
    from coalitionkit.rules.packs import BUILT_IN

    return (*RULES, *(rule for pack in BUILT_IN.values() for rule in pack.rules))


def rule_named(name: str, own: Callable[[], Iterable[Rule]] = tuple) -> Rule:
    """Return the rule with a code or a name. Raises UnknownRuleError, with a near miss if there is one.

    `own` gives the rules that a plan wrote itself; it is asked when no other rule is called so.
    """
    from coalitionkit.rules.packs import installed_rules

    by_name = by_names(every_rule())
    known = _named(by_name, name)
    if known is None:
        by_name |= by_names(installed_rules())
        known = _named(by_name, name)
    if known is None:
        mine = [*own()]
        known = _named(by_names(mine), name)
    if known is None:
        is_own = name.startswith(OWN)
        names = [rule.check.code if is_own else rule.check.name for rule in (*every_rule(), *mine)]
        otherwise = "name the plan that has it with --plan" if is_own else "'coalition rule --all' lists them"
        hint = did_you_mean(name, names) or f"; {otherwise}"
        raise UnknownRuleError(f"there is no rule '{name}'{hint}")
    return known


def by_names(rules: Iterable[Rule]) -> dict[str, Rule]:
    """Return rules by what they may be called: code and name."""
    return {name: rule for rule in rules for name in (rule.check.code, rule.check.name)}


def _named(by_name: Mapping[str, Rule], name: str) -> Rule | None:
    return by_name.get(name) or by_name.get(name.upper()) or by_name.get(name.casefold())
