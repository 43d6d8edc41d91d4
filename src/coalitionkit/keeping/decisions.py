"""Decisions that are taken, put off or withdrawn."""

from collections.abc import Mapping

from coalitionkit.analysis.decisions import dated_models, model_in_force, roll, tally_of, terms_of
from coalitionkit.analysis.voting import CARRIED, NOT_CARRIED, Result, quorum_met, result
from coalitionkit.edits import Add, Data, Edit, Put
from coalitionkit.errors import AgainstRecordError, ConfigurationError
from coalitionkit.keeping.deed import Deed, dated, puts, with_remark
from coalitionkit.keeping.records import at, the, the_member
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.decisions import Decision
from coalitionkit.model.vocabulary.decisions import VOTES
from coalitionkit.periods import PartialDate
from coalitionkit.places import PLAN, Address
from coalitionkit.prose import a, counted, listed

_WORDS = {CARRIED: "was carried", NOT_CARRIED: "was not carried", "tied": "ended in a tie"}


def decide(  # noqa: PLR0913 - each is a part of one record
    plan: Coalition,
    key: str,
    on: PartialDate,
    *,
    votes: Mapping[str, str] | None = None,
    present: tuple[str, ...] = (),
    outcome: str | None = None,
    chosen: str | None = None,
    more: Mapping[str, Data] | None = None,
) -> Deed:
    """Record that a question is settled on a day; a new one is added with what `more` says of it.

    What the votes come to under the rule in force on that day is the outcome, unless one is given. Raises
    AgainstRecordError when the decision was taken already, or nothing tells what came of it.
    """
    known = next((d for d in plan.decisions if key == d.id or key in d.former_ids), None)
    if known is not None and (known.status in {"decided", "withdrawn"} or known.outcome is not None):
        raise AgainstRecordError(
            f"'{known.id}' is {known.status or 'decided'} already; add a decision that supersedes it"
        )
    cast = {the_member(plan, who).id: _vote(vote, known) for who, vote in (votes or {}).items()}
    there = tuple(the_member(plan, who).id for who in present)
    record: dict[str, Data] = {
        "date": dated(on),
        "status": "decided",
        "present": there or None,
        "votes": cast or None,
        **(more or {}),
    }
    came_of = _outcome(plan, key, known, record) if outcome is None else Result(outcome, chosen)
    record |= {"outcome": came_of.outcome, "chosen": chosen or came_of.chosen}
    edits = _edits(known, key, record)
    count = f" with {counted(len(cast), 'vote')}" if cast else ""
    what = _WORDS.get(came_of.outcome, "was taken")
    summary = f"The decision '{known.id if known else key}' {what} on {on}{count}."
    return Deed(edits, summary, tuple(_still_to_write(known, record)))


def withdraw(plan: Coalition, key: str, on: PartialDate, *, reason: str | None = None) -> Deed:
    """Record that a question is taken back before it is settled."""
    decision = the(plan.decisions, key, Decision)
    if decision.status in {"decided", "withdrawn"} or decision.outcome is not None:
        state = "withdrawn" if decision.status == "withdrawn" else "decided"
        raise AgainstRecordError(f"'{decision.id}' is {state} already")
    here = at("decisions", decision)
    edits = (*puts(here, {"status": "withdrawn"}), *with_remark(here, decision, reason))
    return Deed(edits, f"The decision '{decision.id}' was withdrawn on {on}.")


def _vote(text: str, known: Decision | None) -> str:
    if known is not None and text in known.options:
        return text
    return VOTES.slug(text) or text


def _outcome(plan: Coalition, key: str, known: Decision | None, record: Mapping[str, Data]) -> Result:
    """Return what the votes come to, with the quorum. Raises AgainstRecordError where that is not told."""
    decision = _as_recorded(key, known, record)
    model = model_in_force(dated_models(plan), decision)
    if model is None or decision.date is None:
        raise _unknown("it is not known which way of deciding was in force", key)
    tally = tally_of(plan, decision, roll(plan, decision, decision.date, model))
    terms = terms_of(model, decision.kind)
    if quorum_met(terms, tally) is False:
        raise _unknown("the quorum was not met", key)
    come_to = result(terms, tally, decision.options)
    if come_to is None:
        raise _unknown(f"{a(terms.model)} decision does not follow from these votes", key)
    return come_to


def _unknown(why: str, key: str) -> AgainstRecordError:
    return AgainstRecordError(f"what came of '{key}' is open: {why}", hint="say it with --outcome")


def _as_recorded(key: str, known: Decision | None, record: Mapping[str, Data]) -> Decision:
    """Return the decision as it will stand, as far as the outcome hangs on it."""
    from pydantic import ValidationError

    wanted = {
        name: record[name]
        for name in ("date", "present", "votes", "proxies", "kind", "options")
        if record.get(name)
    }
    try:
        read = Decision.read({"id": known.id if known else key, **wanted, **_options(known)})
    except ValidationError as error:
        raise ConfigurationError("; ".join(str(one["msg"]) for one in error.errors())) from None
    if known is None:
        return read
    return known.model_copy(update={name: getattr(read, name) for name in wanted})


def _options(known: Decision | None) -> dict[str, object]:
    return {"options": known.options} if known is not None and known.options else {}


def _edits(known: Decision | None, key: str, record: Mapping[str, Data]) -> tuple[Edit, ...]:
    if known is None:
        item = {"id": key, **{name: value for name, value in record.items() if value is not None}}
        return (Add(PLAN / "decisions", _in_order(item)),)
    here = at("decisions", known)
    plain = {name: value for name, value in record.items() if name not in {"present", "votes"}}
    return (
        *puts(here, plain),
        *_listed(here / "present", known.present, record.get("present")),
        *_tabled(here / "votes", known.votes, record.get("votes")),
    )


def _listed(here: Address, had: tuple[str, ...], new: Data) -> tuple[Edit, ...]:
    if not isinstance(new, tuple):
        return ()
    if not had:
        return (Put(here, new),)
    return tuple(Add(here, who) for who in new if who not in had)


def _tabled(here: Address, had: Mapping[str, str], new: Data) -> tuple[Edit, ...]:
    if not isinstance(new, Mapping):
        return ()
    return tuple(Put(here / who, vote) for who, vote in new.items()) if had else (Put(here, new),)


def _in_order(item: Mapping[str, Data]) -> dict[str, Data]:
    """Return the keys of a decision in the order of the format."""
    return {name: item[name] for name in Decision.model_fields if name in item}


def _still_to_write(known: Decision | None, record: Mapping[str, Data]) -> list[str]:
    lacking = [
        words
        for name, words in (("question", "the question"), ("reasons", "the reasons"))
        if not record.get(name) and not (known and getattr(known, name))
    ]
    return [f"{listed(lacking)} of the decision should be written down too"] if lacking else []
