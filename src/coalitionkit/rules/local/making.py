"""A rule that a plan writes itself becomes a rule like any other, or a list of what is wrong with it."""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from coalitionkit.findings import OWN, Check, Profile, Severity
from coalitionkit.model.local_rules import LocalRule
from coalitionkit.model.record import Record
from coalitionkit.prose import listed, shortened
from coalitionkit.rules.local.conditions import Clause, Compiler, Fault
from coalitionkit.rules.local.routes import NoWayError, Route, entries, entries_route, route
from coalitionkit.rules.local.scope import Scope
from coalitionkit.rules.rule import Breach, Judge, Rule, Snapshot

_BLANK = re.compile(r"\{([a-z_]+(?:\.[a-z0-9_-]+)*)\}")
_MISSING = "(not recorded)"


class Made(NamedTuple):
    """A rule, or None and what is wrong with it."""

    rule: Rule | None
    faults: tuple[Fault, ...] = ()


class _Clauses(NamedTuple):
    """The conditions of a rule, by the part that they play."""

    where: list[Clause]
    unless: list[Clause]
    require: list[Clause]
    groups: list[list[Clause]]
    forbid: list[Clause]


def made(local: LocalRule) -> Made:
    """Return the rule that a plan wrote. What it says is only ever compared, never run."""
    try:
        steps, record = entries_route(local.each)
    except NoWayError as error:
        return Made(None, (Fault(("each",), str(error)),))
    compiler = Compiler()
    clauses = _Clauses(
        compiler.clauses(record, local.where, ("where",)),
        compiler.clauses(record, local.unless, ("unless",)),
        compiler.clauses(record, local.require, ("require",)),
        [
            compiler.clauses(record, group, ("require_any", index))
            for index, group in enumerate(local.require_any)
        ],
        compiler.clauses(record, local.forbid, ("forbid",)),
    )
    blanks, faults = _blanks(local.message, record)
    if compiler.day_matters and local.severity == Severity.ERROR.value:
        message = "what depends on the day is a warning at most; write 'severity: warning'"
        faults.append(Fault(("severity",), message))
    if compiler.faults or faults:
        return Made(None, (*compiler.faults, *faults))
    return Made(Rule(_check(local), _judge(steps, clauses, _filled(local.message, blanks))))


def _check(local: LocalRule) -> Check:
    summary = _BLANK.sub("…", " ".join(local.message.split()))
    severity, profile = Severity(local.severity), Profile(local.profile)
    return Check(OWN + local.id, local.id, severity, summary, local.why or "", "", profile)


def _judge(steps: tuple[str, ...], clauses: _Clauses, told: Callable[[Record], str]) -> Judge:
    def judge(snapshot: Snapshot) -> Iterator[Breach]:
        scope = Scope(snapshot)

        def all_hold(group: list[Clause], entry: Record) -> bool:
            return all(clause.holds(entry, scope) for clause in group)

        for at, entry in entries(snapshot.plan, steps):
            if not all_hold(clauses.where, entry) or (clauses.unless and all_hold(clauses.unless, entry)):
                continue
            fallen = [clause for clause in clauses.require if not clause.holds(entry, scope)]
            fallen += [clause for clause in clauses.forbid if clause.holds(entry, scope)]
            if fallen:
                yield Breach(fallen[0].route.place(at), told(entry))
            elif clauses.groups and not any(all_hold(group, entry) for group in clauses.groups):
                yield Breach(at, told(entry))

    return judge


def _blanks(message: str, record: type[Record]) -> tuple[dict[str, Route], list[Fault]]:
    """Return the ways to the values that a message is filled with, and what is wrong with them."""
    ways: dict[str, Route] = {}
    faults: list[Fault] = []
    for path in dict.fromkeys(_BLANK.findall(message)):
        try:
            way = route(record, path).to_words()
        except NoWayError as error:
            faults.append(Fault(("message",), str(error)))
            continue
        if way.leaf is None:
            faults.append(Fault(("message",), f"'{path}' is no single value; name a key below it"))
        ways[path] = way
    return ways, faults


def _filled(message: str, ways: Mapping[str, Route]) -> Callable[[Record], str]:
    """Return the message for a record: each blank is replaced by words, and nothing in them is read again."""
    line = " ".join(message.split())

    def told(entry: Record) -> str:
        return _BLANK.sub(lambda blank: _words(ways[blank[1]], entry), line)

    return told


def _words(way: Route, entry: Record) -> str:
    words = [_word(item) for item in way.items(entry)]
    return shortened(listed(words)) if words else _MISSING


def _word(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,}" if isinstance(value, Decimal) else str(value)
