"""`coalition rule`: what a rule says, why, and how to mend what it finds."""

from typing import Annotated

import typer

from coalitionkit.cli import console
from coalitionkit.cli.outputs import outputs
from coalitionkit.cli.show.rules import rule_lines, rule_markdown, rule_table, rules_json, rules_markdown
from coalitionkit.errors import ConfigurationError
from coalitionkit.rules.catalogue import every_rule, rule_named
from coalitionkit.rules.packs import installed_rules

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition rule CK231
  coalition rule project-manager-missing
  coalition rule --all"""


@app.command(epilog=_EPILOG)
def rule(
    name: Annotated[
        str | None, typer.Argument(metavar="RULE", help="The code or the name of a rule.")
    ] = None,
    *,
    every: Annotated[bool, typer.Option("--all", help="List all rules.")] = False,
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help="full, json or markdown.")] = "full",
) -> None:
    """Explain a rule, or list them all."""
    (output,) = outputs([form], ("full", "json", "markdown"))
    if every == bool(name):
        raise ConfigurationError("name one rule, as in 'coalition rule CK231', or ask for --all")
    chosen = (*every_rule(), *installed_rules()) if every else (rule_named(name or ""),)
    if output.format == "json":
        output.write(rules_json(chosen))
    elif output.format == "markdown":
        output.write(rules_markdown(chosen) if every else rule_markdown(chosen[0]))
    elif every:
        output.show(rule_table(chosen, width=console.width()))
    else:
        output.show(rule_lines(chosen[0], width=console.width()))
