"""`coalition render context`: what templates may see."""

import typer

from coalitionkit.cli import console
from coalitionkit.publish.guide import guide

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("context")
def context_command() -> None:
    """Show what templates may see, as a page in Markdown."""
    console.write(guide())
