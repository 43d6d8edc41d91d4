"""`coalition lint`: find plans, judge them, show what was found."""

import sys
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from coalitionkit.cli import console
from coalitionkit.cli.options import AsOf, NoOverlay, Overlay, today
from coalitionkit.cli.outputs import Output, outputs
from coalitionkit.cli.show.concise import concise
from coalitionkit.cli.show.findings import full
from coalitionkit.cli.show.findings_json import findings_json
from coalitionkit.configuration import settings_of
from coalitionkit.errors import ConfigurationError
from coalitionkit.findings import Profile, Severity
from coalitionkit.loading import Loaded, load
from coalitionkit.rules.engine import judge
from coalitionkit.rules.rulebook import rules_for
from coalitionkit.settings import Settings
from coalitionkit.verdicts import Verdict
from coalitionkit.workspace import (
    MAIN,
    MAX_SIZE,
    PlanPaths,
    find_plans,
    handed_in,
    read_plan,
    read_shared,
    with_overlay,
)

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_STDIN = "-"
_FORMATS = ("full", "concise", "json")

_EPILOG = """\b
Examples:
  coalition lint                          the plan in this folder, and those below it
  coalition lint --profile launch         what stands between the plan and its launch
  coalition lint --format json=out.json   the findings for a program

Exit codes: 0 clean, 1 findings, 2 the request cannot be done, 3 a mistake in the tool."""


@app.command(epilog=_EPILOG)
def lint(  # noqa: PLR0913 - one parameter for each option
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH",
            help="Plans, or folders that hold them; '-' reads standard input.",
            show_default="this folder",
        ),
    ] = None,
    *,
    profile: Annotated[
        Profile | None,
        typer.Option("--profile", help="The rung to hold the plan to, instead of its own."),
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            metavar="FORMAT[=FILE]",
            help="full, concise or json; may be given several times.",
            show_default="full",
        ),
    ] = None,
    fail_on: Annotated[
        Severity, typer.Option("--fail-on", help="The least severity that makes the exit code 1.")
    ] = Severity.ERROR,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")] = False,
    as_of: AsOf = "",
    stdin_filename: Annotated[
        Path | None,
        typer.Option(
            "--stdin-filename",
            metavar="FILE",
            help="The name of the plan on standard input; its fragments lie beside it.",
        ),
    ] = None,
    config: Annotated[
        Path | None,
        typer.Option(
            "--config", metavar="FILE", help="Settings to begin from, above those that plans extend."
        ),
    ] = None,
    isolated: Annotated[
        bool, typer.Option("--isolated", help="Leave out all settings of plans and of files.")
    ] = False,
    show_settings: Annotated[
        bool, typer.Option("--show-settings", help="Show each setting and where it comes from.")
    ] = False,
    test_rules: Annotated[
        bool, typer.Option("--test-rules", help="Try the examples of the plan's own rules.")
    ] = False,
    overlay: Overlay = None,
    no_overlay: NoOverlay = False,
    max_size: Annotated[
        int, typer.Option("--max-size", min=1, metavar="BYTES", help="Leave larger files unread.")
    ] = MAX_SIZE,
) -> None:
    """Check plans, and say what to mend and where.

    Findings come with the line of the file, why it matters and what to do. The last line says how far the
    plan has come on the ladder start, draft, launch, sustain.
    """
    day = today(as_of)
    if show_settings and test_rules:
        raise ConfigurationError("ask for one of --show-settings and --test-rules")
    other = show_settings or test_rules
    wanted = outputs(formats or ["full"], ("full", "json") if other else _FORMATS)
    configured = _configured(config, max_size, profile=profile, isolated=isolated)
    plans = _plans(paths or [Path()], stdin_filename, max_size)
    if no_overlay or overlay is not None:
        plans = with_overlay(plans, None if no_overlay else overlay)
    if other:
        read = [load(read_plan(plan, max_size=max_size)) for plan in plans]
        judged = [(loaded, configured(loaded)) for loaded in read]
        tell = _show_settings if show_settings else partial(_test_rules, day=day)
        raise typer.Exit(tell(judged, wanted))
    verdicts: list[Verdict] = []
    for plan in console.progress(plans, "Checking plans"):
        loaded = load(read_plan(plan, max_size=max_size))
        settings = configured(loaded)
        verdicts.append(judge(loaded, rules_for(settings), settings=settings, as_of=day))
    for output in wanted:
        _show(verdicts, output)
    worst = max((f.severity for verdict in verdicts for f in verdict.findings), default=Severity.OFF)
    if worst >= fail_on and worst is not Severity.OFF and not exit_zero:
        raise typer.Exit(1)


def _plans(paths: list[Path], stdin_filename: Path | None, max_size: int) -> list[PlanPaths]:
    if Path(_STDIN) not in paths:
        return find_plans(paths)
    if len(paths) > 1:
        raise ConfigurationError("'-' stands for standard input and cannot be combined with paths")
    if sys.stdin is None:
        raise ConfigurationError("there is no standard input to read")
    # One byte more than allowed is enough to know that it is too much.
    content = sys.stdin.buffer.read(max_size + 1)
    named = stdin_filename if stdin_filename and stdin_filename.name else Path(MAIN)
    return [handed_in(content, named)]


def _configured(
    config: Path | None, max_size: int, *, profile: Profile | None, isolated: bool
) -> Callable[[Loaded], Settings]:
    """Return what gives the settings of a plan. Raises ConfigurationError for a file that is not there."""
    read = partial(read_shared, max_size=max_size)
    named = read(config.as_posix()) if config is not None else None
    if config is not None and isolated:
        raise ConfigurationError("--isolated leaves out every file; remove --config")
    if config is not None and (named is None or named.data is None):
        raise ConfigurationError(f"--config: there is no file '{config}' that can be read")
    return partial(settings_of, read=read, profile=profile, config=named, isolated=isolated)


def _show_settings(judged: Sequence[tuple[Loaded, Settings]], wanted: Sequence[Output]) -> int:
    """Show the settings of each plan; of a plan that cannot be read they are not known."""
    from coalitionkit.cli.show.settings import settings_json, settings_lines, settings_rows

    rows = [
        (loaded.file, list(settings_rows(loaded, rules_for(settings), settings)))
        for loaded, settings in judged
    ]
    for output in wanted:
        if output.format == "json":
            output.write(settings_json(rows))
        else:
            output.show(line for file, each in rows for line in settings_lines(file, each))
    return int(any(loaded.committed is None for loaded, _ in judged))


def _test_rules(judged: Sequence[tuple[Loaded, Settings]], wanted: Sequence[Output], *, day: date) -> int:
    """Try the examples of the rules of each plan's own."""
    from coalitionkit.cli.show.trials import trial_lines, trials_json
    from coalitionkit.rules.local.trials import trials

    tried = [trial for loaded, settings in judged for trial in trials(loaded, settings, as_of=day)]
    for output in wanted:
        if output.format == "json":
            output.write(trials_json(tried))
        else:
            output.show(trial_lines(tried, width=console.width()))
    return int(any(trial.problem for trial in tried))


def _show(verdicts: list[Verdict], output: Output) -> None:
    if output.format == "json":
        output.write(findings_json(verdicts))
    elif output.format == "concise":
        output.show(concise(finding for verdict in verdicts for finding in verdict.findings))
    else:
        output.show(full(verdicts, width=console.width()))
