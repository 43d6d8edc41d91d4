"""`coalition rule`: what a rule says, why, and how to mend what it finds."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, NamedTuple

import typer

from coalitionkit.cli import console
from coalitionkit.cli.outputs import Output, outputs
from coalitionkit.cli.show.rules import rule_lines, rule_markdown, rule_table, rules_json, rules_markdown
from coalitionkit.errors import CoalitionError, ConfigurationError, UnknownRuleError
from coalitionkit.findings import OWN
from coalitionkit.model.local_rules import LocalRule
from coalitionkit.rules.cases import Case, Cases
from coalitionkit.rules.catalogue import every_rule, rule_named
from coalitionkit.rules.packs import installed_rules
from coalitionkit.rules.rule import Rule
from coalitionkit.workspace import MAIN

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition rule CK231
  coalition rule project-manager-missing
  coalition rule --all
  coalition rule working-group-deputy     a rule that the plan in this folder wrote itself"""


@app.command(epilog=_EPILOG)
def rule(
    name: Annotated[
        str | None, typer.Argument(metavar="RULE", help="The code or the name of a rule.")
    ] = None,
    *,
    every: Annotated[bool, typer.Option("--all", help="List all rules.")] = False,
    plan: Annotated[
        Path | None,
        typer.Option(
            "--plan",
            metavar="PATH",
            help="A plan whose own rules count too.",
            show_default="the one in this folder, if there is one",
        ),
    ] = None,
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help="full, json or markdown.")] = "full",
) -> None:
    """Explain a rule, or list them all."""
    (output,) = outputs([form], ("full", "json", "markdown"))
    if every == bool(name):
        raise ConfigurationError("name one rule, as in 'coalition rule CK231', or ask for --all")
    if every:
        mine = _own(plan)
        _show_all((*every_rule(), *installed_rules(), *mine.rules), mine.cases, output)
    else:
        _show_one(*_found(name or "", plan), output)


def _found(name: str, plan: Path | None) -> tuple[Rule, Cases | None]:
    """Return a rule, and its examples where a plan holds them."""
    own = cache(lambda: _own(plan))
    if plan is not None:
        own()  # whoever names a plan is told when it is not there
    try:
        found = rule_named(name, lambda: own().rules)
    except UnknownRuleError as error:
        if name.removeprefix(OWN) in own().unusable:
            raise ConfigurationError(
                f"the plan has a rule '{name}' that cannot be used", hint="'coalition lint' says what to mend"
            ) from error
        if plan is None and not Path(MAIN).is_file() and not name.startswith(OWN):
            error.hint = "rules that a plan wrote itself are known in its folder, or with --plan PATH"
        raise
    return found, own().cases[found.check.code] if found.check.code.startswith(OWN) else None


def _show_all(rules: Sequence[Rule], cases: Mapping[str, Cases], output: Output) -> None:
    if output.format == "json":
        output.write(rules_json(rules))
    elif output.format == "markdown":
        output.write(rules_markdown(rules, cases))
    else:
        output.show(rule_table(rules, width=console.width()))


def _show_one(chosen: Rule, cases: Cases | None, output: Output) -> None:
    if output.format == "json":
        output.write(rules_json([chosen]))
    elif output.format == "markdown":
        output.write(rule_markdown(chosen, cases))
    else:
        output.show(rule_lines(chosen, width=console.width(), cases=cases))


class _Own(NamedTuple):
    """The rules that a plan wrote itself, the examples of each by its code, and the ids of unusable ones."""

    rules: tuple[Rule, ...] = ()
    cases: Mapping[str, Cases] = MappingProxyType({})
    unusable: frozenset[str] = frozenset()


def _own(plan: Path | None) -> _Own:
    """Return the rules of a plan's own; by default of the plan in this folder, as far as it can be read.

    Raises ConfigurationError where a plan is named that cannot be read.
    """
    if plan is None and not Path(MAIN).is_file():
        return _Own()
    try:
        return _own_of(plan or Path(MAIN))
    except CoalitionError as error:
        if plan is not None:
            raise
        console.say(f"note: the rules of the plan in this folder are left out: {error.message}")
        return _Own()


def _own_of(plan: Path) -> _Own:
    from coalitionkit.cli.opening import at_hand
    from coalitionkit.configuration import settings_of
    from coalitionkit.rules.rulebook import own_rules
    from coalitionkit.workspace import read_shared

    loaded = at_hand(plan, no_overlay=True).loaded
    if loaded.committed is None:
        raise ConfigurationError(f"'{loaded.file}' has errors; 'coalition lint' says what to mend first")
    settings = settings_of(loaded, read_shared)
    own = list(own_rules(settings))
    written = frozenset(local.id for _, local in settings.local.values())
    return _Own(
        tuple(made for _, made in own),
        {made.check.code: _cases(local) for local, made in own},
        written - {local.id for local, _ in own},
    )


def _cases(local: LocalRule) -> Cases:
    bad, good = ((Case(text),) if text else () for text in (local.bad, local.good))
    return Cases(bad, good)
