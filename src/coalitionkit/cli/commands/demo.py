"""`coalition demo`: the whole way on a copy of an example, by the very commands that people type."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from coalitionkit.cli import console
from coalitionkit.cli.console import Piece
from coalitionkit.errors import ConfigurationError, UnreadableFileError, WouldOverwriteError
from coalitionkit.shipped import shipped

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EXAMPLE = "forest-city"
_MARK = ".coalition-demo"
_AS_OF = "2026-06-30"
_STEPS = (
    ("Check the plan: what is wrong, and how far has it come?", ("lint", "--as-of", _AS_OF)),
    ("Whom can the coalition not do without?", ("inventory", "score", "--only", "critical", "--only", "key")),
    (
        "Write the invitation to one of them.",
        ("render", "invite", "madrone-rental-owners", "--as-of", _AS_OF),
    ),
    ("Print the agenda of the first meeting.", ("render", "agenda", "introductions", "--as-of", _AS_OF)),
)

_EPILOG = """\b
Examples:
  coalition demo
  coalition demo somewhere-else"""


@app.command(epilog=_EPILOG)
def demo(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where to put the copy.")] = Path(
        "coalition-demo"
    ),
) -> None:
    """See the whole way on a copy of an example: check, score, invite, agenda."""
    if folder.exists() and any(folder.iterdir()):
        if not (folder / _MARK).exists():
            raise WouldOverwriteError(
                f"'{folder.as_posix()}' holds something else", hint="name another folder: coalition demo DIR"
            )
        console.show([(Piece(f"Going on with the copy in {folder.as_posix()}.", "good"),)])
    else:
        try:
            shutil.copytree(shipped("examples") / _EXAMPLE, folder, dirs_exist_ok=True)
            (folder / _MARK).write_text("This folder was made by 'coalition demo'.\n", encoding="utf-8")
        except OSError as error:
            raise UnreadableFileError(f"cannot write to '{folder}': {error.strerror or error}") from error
        console.show([(Piece(f"A copy of the example {_EXAMPLE} is in {folder.as_posix()}.", "good"),)])
    for number, (purpose, arguments) in enumerate(_STEPS, 1):
        shown = " ".join(("coalition", *arguments))
        console.show([(), (Piece(f"{number}. {purpose}", "place"),), (Piece(f"   $ {shown}", "faint"),), ()])
        sys.stdout.flush()
        # Each step is the command itself, so that what people see is what they will get.
        done = subprocess.run(  # noqa: S603 - our own command, without a shell
            [sys.executable, "-P", "-m", "coalitionkit", *arguments],
            cwd=folder,
            check=False,
            env=console.environment_without("COALITION_OVERLAY"),
        )
        if done.returncode:
            raise ConfigurationError(
                f"the plan in '{folder.as_posix()}' is not the example as it was",
                hint="mend it, or see the example in another folder: coalition demo another-folder",
            )
    console.show(
        [
            (),
            (Piece("Now try it yourself.", "good"),),
            (Piece(f"  cd {console.as_argument(folder.as_posix())}"),),
            (Piece("  open coalition.yaml in an editor, change a line, and type:  coalition lint"),),
            (Piece("  begin your own in an empty folder:                          coalition init"),),
        ]
    )
