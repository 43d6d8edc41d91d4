"""What `coalition lint` does instead of linting: show settings, try the examples of rules, time rules."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from time import perf_counter
from typing import Any

from coalitionkit.cli import console
from coalitionkit.cli.outputs import Output
from coalitionkit.cli.show.durations import duration_lines, durations_json
from coalitionkit.cli.show.settings import settings_json, settings_lines, settings_rows
from coalitionkit.cli.show.trials import trial_lines, trials_json
from coalitionkit.findings import Check, Profile
from coalitionkit.linting.judging import asked_of
from coalitionkit.linting.request import Request
from coalitionkit.loading import Loaded, load
from coalitionkit.prose import listed
from coalitionkit.rules.engine import judge
from coalitionkit.rules.local.trials import trials
from coalitionkit.rules.rule import Breach, Judge, Rule
from coalitionkit.rules.rulebook import rules_for
from coalitionkit.workspace import PlanPaths, read_plan


def show_settings(plans: Sequence[PlanPaths], request: Request, wanted: Sequence[Output]) -> int:
    """Show the settings of each plan; return 1 where a plan cannot be read and its own are not known."""
    read = [load(read_plan(plan, max_size=request.max_size)) for plan in plans]
    rows = []
    for loaded in read:
        settings = asked_of(loaded, request)
        rows.append((loaded.file, list(settings_rows(loaded, rules_for(settings), settings))))
    for output in wanted:
        if output.format == "json":
            output.write(settings_json(rows))
        else:
            output.show(line for file, each in rows for line in settings_lines(file, each))
    return int(_tell_unread(read))


def test_rules(plans: Sequence[PlanPaths], request: Request, wanted: Sequence[Output]) -> int:
    """Try the examples of the rules of each plan's own; return 1 where one does not hold or cannot be read.

    The rules of a file that several plans share are told once.
    """
    read = [load(read_plan(plan, max_size=request.max_size)) for plan in plans]
    tried = dict.fromkeys(
        trial for loaded in read for trial in trials(loaded, asked_of(loaded, request), as_of=request.as_of)
    )
    for output in wanted:
        if output.format == "json":
            output.write(trials_json([*tried]))
        else:
            output.show(trial_lines([*tried], width=console.width()))
    unread = _tell_unread(read)
    return int(unread or any(trial.problem for trial in tried))


def _tell_unread(read: Sequence[Loaded]) -> bool:
    """Say of which plans it is not known what they ask for, and whether there are any."""
    unknown = [loaded.file for loaded in read if loaded.committed is None]
    if unknown:
        console.say(f"what {listed(unknown)} asks for is not known; 'coalition lint' says what to mend first")
    return bool(unknown)


def profile_rules(plans: Sequence[PlanPaths], request: Request, wanted: Sequence[Output]) -> int:
    """Show how long each rule takes over all plans; return 1 where none can be judged."""
    seconds: dict[Check, float] = defaultdict(float)

    def timed(given: Judge, check: Check, *arguments: Any, **options: Any) -> Iterator[Breach]:
        start = perf_counter()
        breaches = list(given(*arguments, **options))
        seconds[check] += perf_counter() - start
        return iter(breaches)

    def with_timer(rule: Rule) -> Rule:
        return rule._replace(judge=partial(timed, rule.judge, rule.check)) if rule.judge else rule

    for plan in plans:
        loaded = load(read_plan(plan, max_size=request.max_size))
        # Whoever times rules wants all of them, also those beyond what the plan is held to.
        settings = asked_of(loaded, request)._replace(asked=Profile.SUSTAIN)
        rules = [with_timer(rule) for rule in rules_for(settings)]
        judge(loaded, rules, settings=settings, as_of=request.as_of, ignores=request.ignores)
    for output in wanted:
        if output.format == "json":
            output.write(durations_json(seconds))
        else:
            output.show(duration_lines(seconds))
    return int(not seconds)
