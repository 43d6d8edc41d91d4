"""`coalition init`: begin a plan repository, by questions at a terminal or by flags in a script."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from coalitionkit.cli import console
from coalitionkit.cli.console import Line, Piece, wrapped
from coalitionkit.cli.options import AsOf, today
from coalitionkit.errors import ConfigurationError, UnreadableFileError
from coalitionkit.model.vocabulary.sectors import SECTORS
from coalitionkit.prose import listed
from coalitionkit.scaffold.answers import Answers, answers_in, language_code, sector_word
from coalitionkit.scaffold.hosts import host_of, host_word
from coalitionkit.scaffold.repository import Written, refuse_existing, repository, write
from coalitionkit.workspace import repository_around

app = typer.Typer(add_completion=False, rich_markup_mode=None)

Said = dict[str, str | tuple[str, ...]]
"""Answers by the name of the question; languages are several."""

_EPILOG = """\b
Examples:
  coalition init                       asks a few questions, writes to this folder
  coalition init our-coalition --name "Riverbend Mobility Coalition" --place Riverbend
  coalition init --answers answers.yaml"""


@app.command(epilog=_EPILOG)
def init(  # noqa: PLR0913 - one parameter for each option
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Where to begin.", show_default="this folder")
    ] = Path(),
    *,
    name: Annotated[str, typer.Option("--name", help="The name of the coalition.")] = "",
    place: Annotated[str, typer.Option("--place", help="The city, county or region.")] = "",
    convener: Annotated[str, typer.Option("--convener", help="Who brings everyone together.")] = "",
    sector: Annotated[str, typer.Option("--sector", help="The convener's sector.")] = "",
    project_manager: Annotated[
        str, typer.Option("--project-manager", help="The project manager's name.")
    ] = "",
    languages: Annotated[
        list[str] | None, typer.Option("--language", help="A language code; may be given several times.")
    ] = None,
    ci: Annotated[
        str,
        typer.Option(
            "--ci",
            metavar="HOST",
            help="Where changes will be checked: github, gitlab or none.",
            show_default="what the folder shows signs of, else github",
        ),
    ] = "",
    answers: Annotated[
        Path | None,
        typer.Option("--answers", metavar="FILE", help="A YAML file with name, place, convener and so on."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace what is there already.")] = False,
    as_of: AsOf = "",
) -> None:
    """Begin a plan: a first coalition.yaml, and what its folder needs."""
    given: Said = {
        "name": name,
        "place": place,
        "convener": convener,
        "sector": sector,
        "project_manager": project_manager,
        "languages": tuple(languages or ()),
        "ci": ci,
    }
    said: Said = {**_file_of_answers(answers), **{key: value for key, value in given.items() if value}}
    asking = answers is None and console.is_terminal(sys.stdin) and not (name and place)
    if asking:
        refuse_existing(folder, force=force)
    likely = host_of(folder)
    complete = _asked(said, likely) if asking else {"ci": likely, **said}
    result = write(repository(_answers(complete), as_of=today(as_of)), folder, force=force)
    console.show(_told(result, folder))


def _file_of_answers(file: Path | None) -> Said:
    if file is None:
        return {}
    try:
        return answers_in(file.as_posix(), file.read_bytes())
    except OSError as error:
        raise UnreadableFileError(f"cannot read '{file}': {error.strerror or error}") from error


class _Question(NamedTuple):
    key: str
    words: str
    default: str = ""


_QUESTIONS = (
    _Question("name", "What is the coalition called?"),
    _Question("place", "Which city, county or region is it for? (Enter to leave it open)"),
    _Question("convener", "Which organization brings everyone together? (Enter to leave it open)"),
    _Question("sector", "Which sector is that in? (? lists them, Enter leaves it open)"),
    _Question("project_manager", "Who is the project manager? (Enter to leave it open)"),
    _Question("languages", "In which languages do you write, by their codes?", "en"),
    _Question("ci", "Where should every change be checked: github, gitlab or none?"),
)


def _asked(said: Said, likely: str) -> Said:
    """Ask what was not said yet; `likely` is where changes will be checked when Enter is pressed."""
    result = dict(said)
    for question in _QUESTIONS:
        if question.key in result or (question.key == "sector" and not result.get("convener")):
            continue
        if question.key == "sector":
            result["sector"] = _asked_sector(question.words)
            continue
        if question.key == "ci":
            result["ci"] = _asked_host(question.words, likely)
            continue
        text = typer.prompt(question.words, default=question.default, show_default=bool(question.default))
        while question.key == "name" and not text.strip():
            text = typer.prompt(question.words)
        result[question.key] = (
            tuple(text.replace(",", " ").split()) if question.key == "languages" else text.strip()
        )
    return result


def _asked_sector(words: str) -> str:
    while True:
        text = typer.prompt(words, default="", show_default=False).strip()
        if not text:
            return ""
        if text == "?":
            console.show((Piece(f"  {word.slug:32} {word.label}"),) for word in SECTORS)
            continue
        try:
            return sector_word(text)
        except ConfigurationError as error:
            typer.echo(error.message, err=True)


def _asked_host(words: str, likely: str) -> str:
    while True:
        try:
            return host_word(typer.prompt(words, default=likely))
        except ConfigurationError as error:
            typer.echo(error.message, err=True)


def _answers(said: Said) -> Answers:
    name = str(said.get("name", "")).strip()
    if not name:
        raise ConfigurationError(
            "the coalition needs a name", hint='add --name "Riverbend Mobility Coalition"'
        )
    sector = str(said.get("sector", ""))
    given = said.get("languages") or ("en",)
    languages = tuple(language_code(code) for code in (given if isinstance(given, tuple) else (given,)))
    if sector and not said.get("convener"):
        raise ConfigurationError("a sector was given, but not whose it is", hint="add --convener NAME")
    return Answers(
        name=name,
        place=str(said.get("place", "")),
        convener=str(said.get("convener", "")),
        sector=sector_word(sector) if sector else "",
        project_manager=str(said.get("project_manager", "")),
        languages=languages,
        ci=host_word(str(said["ci"])),
    )


def _told(written: Written, folder: Path) -> list[Line]:
    where = folder.as_posix()
    lines: list[Line] = [(Piece("Begun: ", "good"), Piece((folder / "coalition.yaml").as_posix()))]
    others = [name for name in written.new if name != "coalition.yaml"]
    if others:
        lines.append(
            (
                Piece(
                    "  and beside it help for your editor, checks for git, and a page for your team:", "faint"
                ),
            )
        )
    for label, names in (("", others), ("kept as it was: ", written.kept), ("added to: ", written.added_to)):
        text = f"{label}{', '.join(names)}" if names else ""
        lines.extend((Piece(f"    {line}", "faint"),) for line in wrapped(text, console.width() - 4))
    lines.extend((Piece(f"  the earlier one is in {name}"),) for name in written.backups)
    # Windows PowerShell knows no '&&'.
    steps = [
        *([f"cd {console.as_argument(where)}"] if where != "." else []),
        "coalition lint",
        "open coalition.yaml in your editor and fill in what begins with TODO",
        *_to_bring_up(written, folder),
    ]
    return [*lines, (Piece("Next:"),), *((Piece(f"  {step}"),) for step in steps)]


def _to_bring_up(written: Written, folder: Path) -> Iterator[str]:
    """Say which files are read only at the top of the repository, where a plan begins below it."""
    here = Path.cwd() / folder
    top = repository_around(here)
    if top is None or top.resolve() == here.resolve():
        return
    read_there = (".github/workflows/coalition.yml", ".gitlab-ci.yml", ".pre-commit-config.yaml")
    begun = [name for name in read_there if name in written.new]
    to_move = [name for name in begun if not (top / name).exists()]
    if to_move:
        yield f"move {listed(to_move)} to the top of the repository; git and its hosts look nowhere else"
    there = [name for name in begun if name not in to_move]
    if there:
        yield f"remove {listed(there)} from this folder once the top of the repository says the same"
