"""`coalition schema`: the format for editors, and the guide to it for people."""

from typing import Annotated

import typer

from coalitionkit.cli.outputs import outputs
from coalitionkit.errors import ConfigurationError
from coalitionkit.prose import did_you_mean, listed
from coalitionkit.schema import SCHEMAS, schema_text
from coalitionkit.schema.guide import guide

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition schema --format json=plan.schema.json
  coalition schema fragment --format json=fragment.schema.json
  coalition schema overlay --format json=overlay.schema.json
  coalition schema settings --format json=settings.schema.json

To get completion and help in VS Code, install its YAML extension and begin a plan with the line

\b
  # yaml-language-server: $schema=plan.schema.json"""


@app.command(epilog=_EPILOG)
def schema(
    which: Annotated[
        str,
        typer.Argument(
            metavar="WHICH",
            help="plan, fragment (a file in coalition.d), overlay (private) or settings (that plans extend).",
        ),
    ] = "plan",
    *,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT[=FILE]",
            help="json: the JSON Schema, draft 2020-12. markdown: the guide to the file.",
        ),
    ] = "json",
) -> None:
    """Print the JSON Schema or the guide to the file."""
    (output,) = outputs([form], ("json", "markdown"))
    if which not in SCHEMAS:
        hint = did_you_mean(which, SCHEMAS) or f"; choose {listed(SCHEMAS, 'or')}"
        raise ConfigurationError(f"there is no schema '{which}'{hint}")
    if output.format == "markdown":
        output.write(guide())
    else:
        output.write(schema_text(which))
