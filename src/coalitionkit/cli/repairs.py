"""What `coalition lint` is asked to change in plans, and what cannot be combined with that."""

from collections.abc import Iterable
from typing import Annotated, NamedTuple

import typer

from coalitionkit.errors import ConfigurationError


class Repairs(NamedTuple):
    """Which plans are to be changed, and how."""

    fix: Annotated[
        bool, typer.Option("--fix", help="Write into plans what mends findings and changes no meaning.")
    ] = False
    unsafe_fixes: Annotated[
        bool,
        typer.Option("--unsafe-fixes", help="With --fix or --diff: also fixes that someone should read."),
    ] = False
    diff: Annotated[
        bool,
        typer.Option(
            "--diff", help="Show what --fix would change and write nothing; exit with 1 if that is anything."
        ),
    ] = False
    add_ignores: Annotated[
        str | None,
        typer.Option(
            "--add-ignores",
            metavar="REASON",
            help="Leave out what is found at or above --fail-on, by comments that give this reason.",
        ),
    ] = None

    @property
    def changes(self) -> bool:
        """Whether plans are to be changed, or shown as they would be."""
        return self.fix or self.diff or self.unsafe_fixes or self.add_ignores is not None

    @property
    def mends(self) -> bool:
        """Whether fixes are to be made, or shown: `--diff` beside `--add-ignores` shows only comments."""
        return self.fix or (self.diff and self.add_ignores is None)

    def refuse(self, others: Iterable[str]) -> None:
        """Refuse what cannot be combined. Raises ConfigurationError."""
        if self.unsafe_fixes and not (self.fix or self.diff):
            raise ConfigurationError("--unsafe-fixes says which fixes are made; add --fix or --diff")
        if self.add_ignores is not None and not any(sign.isalnum() for sign in self.add_ignores):
            raise ConfigurationError("--add-ignores: give the reason, as in --add-ignores 'imported plan'")
        mine = "--diff" if self.diff else "--fix" if self.fix else "--add-ignores"
        for other in others:
            raise ConfigurationError(f"{mine} and {other} cannot be combined")
