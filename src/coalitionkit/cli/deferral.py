"""Commands that are imported when they are called, not when their names are listed."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, cast

import typer
from typer.core import TyperCommand, TyperGroup

from coalitionkit.cli.parameters import at_ease

Named = tuple[str, str]
"""The module of a command, which holds it as `app`, and one line of help."""


class Deferred(TyperCommand):
    """A command that is imported when it is called, not when its name is listed."""

    def __init__(self, name: str, module: str, help_line: str) -> None:
        super().__init__(name, help=help_line, short_help=help_line, rich_markup_mode=None)
        self._module = module

    def make_context(self, *args: Any, **kwargs: Any) -> Any:
        """Import the command and let it parse its own arguments."""
        return self.imported().make_context(*args, **kwargs)

    def imported(self) -> Any:
        """Return the command itself."""
        return _command(import_module(self._module).app)


def with_deferred(app: typer.Typer, commands: Mapping[str, Named]) -> TyperGroup:
    """Return a group of commands, each of which is imported when it is called."""
    group = cast("TyperGroup", _command(app))
    for name, (module, help_line) in commands.items():
        group.add_command(Deferred(name, module, help_line))
    return group


def _command(app: Any) -> Any:
    """Return the command that an app stands for; a group that is made already stands for itself."""
    return app if isinstance(app, TyperGroup) else at_ease(typer.main.get_command(app))
