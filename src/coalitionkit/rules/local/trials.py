"""The examples of a plan's own rules: each bad one must be found, each good one must not."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from coalitionkit.findings import Severity
from coalitionkit.loading import Loaded, load
from coalitionkit.model.local_rules import LocalRule
from coalitionkit.places import Place
from coalitionkit.rules.cases import Case
from coalitionkit.rules.local.making import made
from coalitionkit.rules.rule import Rule, Snapshot
from coalitionkit.settings import Layer, Settings
from coalitionkit.source.files import PlanFiles, RawFile


class Trial(NamedTuple):
    """An example of a rule, where it stands, and why it does not hold; "" when it does.

    `example` is `good` or `bad`, or "" for a rule that has no example or cannot be used at all.
    """

    rule: str
    example: str
    place: Place
    problem: str = ""


def trials(loaded: Loaded, settings: Settings, *, as_of: date) -> Iterator[Trial]:
    """Try every example of the rules that the settings of a plan hold."""
    for layer, local in settings.local.values():
        yield from _trials(loaded, layer, local, as_of)


def _trials(loaded: Loaded, layer: Layer, local: LocalRule, as_of: date) -> Iterator[Trial]:
    places = layer.places or loaded
    at = (layer.at / "local")[local.id]
    rule, faults = made(local)
    if rule is None:
        problem = f"this rule cannot be used: {faults[0].message}"
        yield Trial(local.id, "", places.place(at / "id"), problem)
        return
    examples = {name: text for name, text in (("bad", local.bad), ("good", local.good)) if text is not None}
    for name, text in examples.items():
        problem = _problem(rule, text, as_of, bad=name == "bad")
        yield Trial(local.id, name, places.key_place(at / name), problem)
    if not examples:
        yield Trial(local.id, "", places.place(at / "id"))


def _problem(rule: Rule, text: str, as_of: date, *, bad: bool) -> str:
    """Say why an example does not hold; "" when it does."""
    data = Case(text).whole_text.encode()
    outcome = load(PlanFiles(RawFile("example", data, len(data))))
    wrong = [finding for finding in outcome.findings if finding.severity is Severity.ERROR]
    if outcome.committed is None or wrong:
        first = wrong[0]
        return f"line {first.place.span.start.line} of the example is no part of a plan: {first.message}"
    breaches = list(rule.judge(Snapshot(outcome.committed, as_of))) if rule.judge else []
    if bad:
        return "" if breaches else "the rule finds nothing in it"
    if not breaches:
        return ""
    line = outcome.place(breaches[0].at).span.start.line
    return f"the rule finds something on line {line} of the example: {breaches[0].message}"
