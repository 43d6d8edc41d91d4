"""What it means that something ends, for each kind of record of which that can be said."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from coalitionkit.errors import ConfigurationError
from coalitionkit.keeping.decisions import withdraw
from coalitionkit.keeping.deed import Deed
from coalitionkit.keeping.departures import leave, resign
from coalitionkit.keeping.funding import end_line, end_source
from coalitionkit.keeping.governance import end_group, vacate, waive
from coalitionkit.keeping.learning import finish
from coalitionkit.keeping.partners import retire
from coalitionkit.keeping.promises import keep, take_back
from coalitionkit.keeping.rhythm import cancel, end_series
from coalitionkit.model.coalition import Coalition
from coalitionkit.periods import PartialDate
from coalitionkit.prose import did_you_mean, listed


class Ending(NamedTuple):
    """What was said about an end: which day is the last, why, and which of several ends it is."""

    on: PartialDate
    reason: str | None = None
    manner: str | None = None


Verb = Callable[[Coalition, str, Ending], Deed]


class Way(NamedTuple):
    """How one kind of record ends.

    `says` is a line of help. `manners` are the words for which of several ends it is, the usual one first.
    `takes_reason` says whether the plan has a place for why.
    """

    verb: Verb
    says: str
    manners: tuple[str, ...] = ()
    takes_reason: bool = True


def _role(plan: Coalition, key: str, ending: Ending) -> Deed:
    if ending.manner == "waived":
        if not ending.reason:
            raise ConfigurationError("say with --reason why the coalition does without the role")
        return waive(plan, key, ending.reason, ending.on)
    if ending.reason:
        raise ConfigurationError("a vacant role needs no reason; with one, it is --as waived")
    return vacate(plan, key, ending.on)


ENDINGS: Mapping[str, Way] = {
    "member": Way(lambda p, key, e: leave(p, key, e.on, reason=e.reason), "leaves, one of the alumni"),
    "partner": Way(lambda p, key, e: retire(p, key, e.on, reason=e.reason), "is no longer counted on"),
    "role": Way(_role, "its holders give it up", ("vacant", "waived")),
    "champion": Way(lambda p, key, e: resign(p, key, e.on), "is no champion any more", takes_reason=False),
    "working-group": Way(
        lambda p, key, e: end_group(p, key, e.on, reason=e.reason), "has finished, and its meetings end"
    ),
    "decision": Way(lambda p, key, e: withdraw(p, key, e.on, reason=e.reason), "is withdrawn"),
    "series": Way(lambda p, key, e: end_series(p, key, e.on, reason=e.reason), "no longer comes round"),
    "meeting": Way(lambda p, key, e: cancel(p, key, e.on, reason=e.reason), "is canceled"),
    "commitment": Way(lambda p, key, e: keep(p, key, e.on, reason=e.reason), "was kept"),
    "invitation": Way(lambda p, key, e: take_back(p, key, e.on, reason=e.reason), "is declined"),
    "strategy": Way(
        lambda p, key, e: finish(p, key, e.on, stopped=e.manner == "stopped", reason=e.reason),
        "is carried out, or stopped",
        ("done", "stopped"),
    ),
    "funding-source": Way(
        lambda p, key, e: end_source(p, key, e.on, reason=e.reason), "ended, or will not come"
    ),
    "budget-line": Way(lambda p, key, e: end_line(p, key, e.on, reason=e.reason), "is no longer paid"),
}
"""How each kind of record ends; what is not here has no end that the format could hold."""


_INSTEAD: Mapping[str, str] = {
    "holder": "'coalition end role ROLE' where all of its holders give it up, "
    "'coalition set roles[ROLE].held_by[0].until DATE' for the first of several",
}
"""How the end of what has none of its own is recorded."""


def cannot_end(kind: str) -> ConfigurationError:
    """Return the error that says that a kind of record has no end, and what to do instead."""
    message = f"nothing of the kind '{kind}' can end"
    if kind in _INSTEAD:
        return ConfigurationError(message, hint=_INSTEAD[kind])
    hint = did_you_mean(kind, ENDINGS) or f"; what can end is {listed(ENDINGS)}"
    return ConfigurationError(f"{message}{hint}")


def ended(plan: Coalition, kind: str, key: str, ending: Ending) -> Deed:
    """Return the deed by which a record ends.

    Raises ConfigurationError for a kind that cannot end or a manner that it does not have.
    """
    way = ENDINGS.get(kind)
    if way is None:
        raise cannot_end(kind)
    words = kind.replace("-", " ")
    if ending.manner is not None and ending.manner not in way.manners:
        manners = f"choose {listed(way.manners, 'or')}" if way.manners else "leave out --as"
        raise ConfigurationError(f"a {words} does not end as '{ending.manner}'; {manners}")
    if ending.reason and not way.takes_reason:
        raise ConfigurationError(
            f"the plan has no place for the reason why a {words} ends; leave out --reason"
        )
    return way.verb(plan, key, ending)
