"""`coalition lint`: find plans, judge them, show what was found."""

import sys
from collections.abc import Callable, Sequence
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from coalitionkit.cli import console, known
from coalitionkit.cli.bundles import unbundled
from coalitionkit.cli.cache import Jobs, NoCache, memory, processors
from coalitionkit.cli.options import AsOf, NoOverlay, Overlay, today
from coalitionkit.cli.outputs import Output, outputs, repository
from coalitionkit.cli.repairs import Repairs
from coalitionkit.cli.show.formats import FORMATS, show
from coalitionkit.errors import ConfigurationError
from coalitionkit.exchange.report import Offers, Report
from coalitionkit.findings import Profile, Severity
from coalitionkit.linting import Request, Run, lint_plans
from coalitionkit.prose import listed
from coalitionkit.source.files import RawFile
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

_EPILOG = """\b
Examples:
  coalition lint                          the plan in this folder, and those below it
  coalition lint --profile launch         what stands between the plan and its launch
  coalition lint --fix                    mend what can be mended without a question
  coalition lint --diff --unsafe-fixes    see what else a machine would write
  coalition lint --format json=out.json   the findings for a program
  coalition lint --format github          annotations in a GitHub workflow

Exit codes: 0 clean, 1 findings, 2 the request cannot be done, 3 a mistake in the tool."""


class _Least(Enum):
    """The severities that a finding may have: `off` is none, and nobody waits for it."""

    INFO = Severity.INFO.value
    WARNING = Severity.WARNING.value
    ERROR = Severity.ERROR.value


class _Instead(NamedTuple):
    """What may be asked for instead of findings."""

    show_settings: Annotated[
        bool, typer.Option("--show-settings", help="Show each setting and where it comes from.")
    ] = False
    test_rules: Annotated[
        bool, typer.Option("--test-rules", help="Try the examples of the plan's own rules.")
    ] = False
    profile_rules: Annotated[bool, typer.Option("--profile-rules", help="Show how long each rule takes.")] = (
        False
    )

    def named(self) -> list[str]:
        """Return the names of what was asked for."""
        return [name.replace("_", "-") for name, is_asked in self._asdict().items() if is_asked]


@app.command(epilog=_EPILOG)
@unbundled
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
            help="full, concise, json, jsonl, sarif, junit, gitlab, github or markdown; may be given several "
            "times.",
            show_default="full",
        ),
    ] = None,
    fail_on: Annotated[
        _Least, typer.Option("--fail-on", help="The least severity that makes the exit code 1.")
    ] = _Least.ERROR,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Count findings by rule too, in full, concise and json.")
    ] = False,
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
    instead: _Instead,
    overlay: Overlay = None,
    no_overlay: NoOverlay = False,
    advice: Annotated[
        bool, typer.Option("--advice", help="Show advice as well, which asks for nothing.")
    ] = False,
    no_ignores: known.NoIgnores = False,
    earlier: known.Earlier,
    repairs: Repairs,
    no_cache: NoCache = False,
    jobs: Jobs = None,
    max_size: Annotated[
        int, typer.Option("--max-size", min=1, metavar="BYTES", help="Leave larger files unread.")
    ] = MAX_SIZE,
) -> None:
    """Check plans, and say what to mend and where.

    Findings come with the line of the file, why it matters and what to do. The last lines say how far the
    plan has come on the ladder start, draft, launch, sustain.
    """
    day = today(as_of)
    inspects = _inspection(instead.named())
    if inspects:
        earlier.refuse_any()
    if repairs.changes:
        refused = {
            **{f"--{name}": True for name in instead.named()},
            "standard input": Path(_STDIN) in (paths or ()),
            "--since": earlier.since is not None,
            "--write-baseline": earlier.write_baseline is not None,
            "--no-ignores": no_ignores and repairs.add_ignores is not None,
            "--format": bool(formats) and repairs.diff,
        }
        repairs.refuse(name for name, is_given in refused.items() if is_given)
    wanted = outputs(formats or ["full"], ("full", "json") if inspects else FORMATS)
    earlier.refuse_both()
    least = Severity(fail_on.value)
    plans = _plans(paths or [Path()], stdin_filename, max_size)
    if no_overlay or overlay is not None:
        plans = with_overlay(plans, None if no_overlay else overlay)
    shared = _named(config, max_size, isolated=isolated)
    request = Request(day, profile, advice, max_size, not no_ignores, shared, isolated)
    if inspects:
        code = inspects(plans, request, wanted)
        raise typer.Exit(0 if exit_zero else code)
    if repairs.changes:
        from coalitionkit.cli import mending

        scope = mending.Scope(earlier.baseline, least, not no_overlay)
        if repairs.diff:
            raise typer.Exit(mending.preview(plans, request, repairs, scope) and not exit_zero)
        judged = mending.mend(plans, request, repairs, scope)
    elif earlier.since is not None:
        judged = known.lint_since(plans, request, earlier.since)
    else:
        judged = lint_plans(plans, Run(request, None if no_cache else memory(), jobs or processors()))
    found = console.progress(judged, "Checking plans", total=len(plans))
    verdicts = [verdict for _, verdict in sorted(found, key=lambda numbered: numbered[0])]
    verdicts = known.left_out(verdicts, earlier)
    report = Report(
        verdicts, repository(), day, least, statistics, partial(_offers, plans, verdicts, request)
    )
    show(report, wanted)
    worst = max((finding.severity for finding in report.findings), default=Severity.OFF)
    if worst >= least and not exit_zero:
        raise typer.Exit(1)


def _offers(plans: Sequence[PlanPaths], verdicts: Sequence[Verdict], request: Request, number: int) -> Offers:
    from coalitionkit.linting.offering import offers

    return offers(read_plan(plans[number], max_size=request.max_size), request, verdicts[number].findings)


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


def _named(config: Path | None, max_size: int, *, isolated: bool) -> RawFile | None:
    """Return the file of settings that the caller names. Raises ConfigurationError where there is none."""
    if config is None:
        return None
    if isolated:
        raise ConfigurationError("--isolated leaves out every file; remove --config")
    named = read_shared(config.as_posix(), max_size=max_size)
    if named is None or named.data is None:
        raise ConfigurationError(f"--config: there is no file '{config}' that can be read")
    return named


_Inspection = Callable[[Sequence[PlanPaths], Request, Sequence[Output]], int]


def _inspection(asked: Sequence[str]) -> _Inspection | None:
    """Return what is done instead of linting, if anything is."""
    if len(asked) > 1:
        raise ConfigurationError(f"ask for one of {listed(f'--{name}' for name in asked)}")
    if not asked:
        return None
    from coalitionkit.cli import inspection

    inspections: dict[str, _Inspection] = {
        "show-settings": inspection.show_settings,
        "test-rules": inspection.test_rules,
        "profile-rules": inspection.profile_rules,
    }
    return inspections[asked[0]]
