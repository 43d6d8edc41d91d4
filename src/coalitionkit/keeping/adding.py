"""What `add` is asked for, where it is more than a record: a handover, a decision, a value of a day."""

from collections.abc import Callable, Mapping

from coalitionkit.edits import Add, Data
from coalitionkit.keeping import decisions, members, metrics, practices
from coalitionkit.keeping.asked import Asked
from coalitionkit.keeping.deed import Deed, dated
from coalitionkit.keeping.governance import hand_over
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.members import Member
from coalitionkit.periods import partial_date
from coalitionkit.places import PLAN


def on_adding(plan: Coalition, kind: str, asked: Asked) -> Deed | None:
    """Return the deed that adding a record is, or None where it is no more than that."""
    door = _ADDING.get(kind)
    return door(plan, asked) if door else None


def _holder(plan: Coalition, asked: Asked) -> Deed | None:
    who = asked.text("member")
    # Whoever's time is over is added to the history by hand, at the place where it belongs.
    if who is None or not asked.ids or not asked.only("member", "since", "workload"):
        return None
    day, workload = asked.day("since"), asked.values.get("workload")
    return hand_over(plan, asked.ids[0], who, day, beside=asked.beside, workload=workload)


def _member(plan: Coalition, asked: Asked) -> Deed | None:
    if plan.member(asked.id) is not None or asked.text("status") not in {None, members.ACTIVE}:
        return None
    # Whoever is added without a day may have joined long ago.
    if not asked.said or "joined" in asked.values or "left" in asked.values or not asked.id:
        return None
    given: dict[str, Data] = {"id": asked.id, **asked.values, "joined": dated(asked.on)}
    item = {key: given[key] for key in Member.model_fields if key in given}
    name = asked.text("name") or asked.id
    return Deed((Add(PLAN / "members", item),), f"{name} joins on {asked.on}.")


def _decision(plan: Coalition, asked: Asked) -> Deed | None:
    settled = asked.text("status") == "decided" or asked.text("outcome") or asked.values.get("votes")
    if not settled or not asked.id or asked.text("status") == "withdrawn":
        return None
    return decided(plan, asked)


def _value(plan: Coalition, asked: Asked) -> Deed | None:
    value, when = asked.text("value"), asked.id or asked.text("date")
    if not asked.replace or value is None or when is None or len(asked.ids) < len(("metric", "date")):
        return None
    if not asked.only("date", "value", "low", "high", "quality"):
        return None
    bounds = {key: str(asked.values[key]) for key in ("low", "high") if key in asked.values}
    return metrics.measure(
        plan,
        asked.ids[0],
        partial_date(when),
        value,
        group=asked.ids[1] if len(asked.ids) > len(("metric", "date")) else None,
        bounds=bounds,
        quality=asked.text("quality"),
        replace=asked.replace,
    )


def _target(plan: Coalition, asked: Asked) -> Deed | None:
    value = asked.text("value")
    if not asked.replace or value is None or len(asked.ids) != len(("metric", "by")):
        return None
    if not asked.only("by", "value", "horizon"):
        return None
    by = partial_date(asked.id)
    return metrics.aim(plan, asked.ids[0], by, value, horizon=asked.text("horizon"), replace=asked.replace)


def practice(plan: Coalition, asked: Asked) -> Deed | None:
    """Return the deed by which a practice is written down or renewed; None where more is asked for."""
    if not asked.said or not asked.only("text", "by", "date", "file") or not asked.id:
        return None
    return practices.record(
        plan,
        asked.id,
        asked.day("date"),
        text=asked.text("text"),
        by=asked.text("by"),
        file=asked.text("file"),
    )


def decided(plan: Coalition, asked: Asked) -> Deed:
    """Return the deed by which a decision is taken, new or known."""
    own = {"id", "date", "status", "votes", "present", "outcome", "chosen"}
    votes = asked.values.get("votes")
    return decisions.decide(
        plan,
        asked.id,
        asked.day("date"),
        votes={str(k): str(v) for k, v in votes.items()} if isinstance(votes, Mapping) else None,
        present=asked.parties("present"),
        outcome=asked.text("outcome"),
        chosen=asked.text("chosen"),
        more={key: value for key, value in asked.values.items() if key not in own},
    )


_ADDING: Mapping[str, Callable[[Coalition, Asked], Deed | None]] = {
    "holder": _holder,
    "member": _member,
    "decision": _decision,
    "value": _value,
    "target": _target,
    "practice": practice,
}
