"""Family 3: whether what was decided was decided as agreed."""

from collections import Counter
from collections.abc import Iterator

from coalitionkit.analysis.decisions import (
    Departure,
    Fault,
    dated_models,
    departure,
    has_outsiders,
    heard_before,
    is_settled,
    model_in_force,
    notice_given,
    outside_management,
    terms_of,
    votes_without_right,
)
from coalitionkit.findings import Profile, Severity
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.decisions import AdoptedModel, Decision
from coalitionkit.model.vocabulary.decisions import DECISION_MODELS, OUTCOMES
from coalitionkit.places import PLAN
from coalitionkit.prose import counted, first_few, listed
from coalitionkit.rules.rule import Breach, Snapshot, rule
from coalitionkit.rules.sources import GUIDE, IMPERATIVE, TOOLKIT

_DECISIONS = PLAN / "decisions"
_MAJOR = frozenset({"plan", "budget", "decision-model"})


def _under_a_model(plan: Coalition) -> Iterator[tuple[Decision, AdoptedModel]]:
    """Return each decision for which it is known what was in force, and that."""
    models = dated_models(plan)
    for decision in plan.decisions:
        model = model_in_force(models, decision)
        if model is not None:
            yield decision, model


@rule(
    "CK311",
    "decision-against-model",
    profile=Profile.SUSTAIN,
    sources=(GUIDE.at("Step 4"), TOOLKIT.at("chapter 2")),
    practices=(110,),
)
def decision_against_model(snapshot: Snapshot) -> Iterator[Breach]:
    """What came of each decision follows from its votes and its quorum under the model in force on its day.

    Why: Members accept to be outvoted because they trust the rule. One decision that passed without having
    passed, and every later one is in doubt.

    Mend: Correct `votes`, `present` or `outcome` where they were noted down wrongly. Otherwise decide again,
    and let the new decision name the old one under `supersedes`.
    """
    for decision, model in _under_a_model(snapshot.plan):
        found = departure(snapshot.plan, decision, model)
        if found is not None:
            keys = {Fault.QUORUM: "present", Fault.CHOSEN: "chosen", Fault.OUTCOME: "outcome"}
            yield Breach(_DECISIONS[decision.id] / keys[found.fault], _in_words(found, decision))


def _in_words(found: Departure, decision: Decision) -> str:
    if found.fault is Fault.QUORUM:
        present, eligible = found.tally.present.most, found.tally.eligible.least
        return (
            f"this was carried with {present} of {eligible} members with a vote present, and the quorum is "
            f"{found.terms.quorum}; decide again, or correct who was present"
        )
    counts = Counter(found.tally.votes.values())
    votes = listed(f"{number} {vote}" for vote, number in counts.items())
    under = f"under {DECISION_MODELS.label(found.terms.model).lower()} ({votes})"
    if found.fault is Fault.CHOSEN:
        return (
            f"the votes choose '{found.chosen}' {under}, and not '{decision.chosen}'; correct the votes "
            "or what was chosen"
        )
    return (
        f"by its votes this is {OUTCOMES.label(found.outcome).lower()} {under}, yet the outcome is "
        f"'{decision.outcome}'; correct what was noted down wrongly, or decide again"
    )


@rule(
    "CK312",
    "decided-without-input",
    profile=Profile.SUSTAIN,
    sources=(GUIDE.at("Step 4"),),
    practices=(109,),
)
def decided_without_input(snapshot: Snapshot) -> Iterator[Breach]:
    """Where one authority decides, the others are heard before, and what they said is recorded.

    Why: Hearing the others is all that tells this model from a decree. Partners who find out afterward that
    they were not asked do not come back.

    Mend: Add who was heard, when, and what they said: `input: [{by: ..., date: 2026-03-05, text: ...}]`.
    Where nobody was, hear them now and decide again.
    """
    for decision, model in _under_a_model(snapshot.plan):
        terms = terms_of(model, decision.kind)
        if terms.model != "lead-authority" or not is_settled(decision):
            continue
        if not heard_before(decision, terms.authority):
            yield Breach(
                _DECISIONS[decision.id] / "input",
                "one authority decided this, and no input of others before it is recorded; add 'input' with "
                "who was heard and when",
            )


@rule(
    "CK313",
    "notice-too-short",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(GUIDE.at("Step 4"),),
    practices=(110,),
)
def notice_too_short(snapshot: Snapshot) -> Iterator[Breach]:
    """Decisions are announced as many days ahead as was agreed.

    Why: Members need the time to ask those for whom they speak. Who is surprised by a vote votes no, or stays
    silent and objects later.

    Mend: Move the decision to a later day, or correct `noticed`. Where the notice agreed on is too long for
    daily business, agree on a shorter one for that kind under `by_kind`.
    """
    for decision, model in _under_a_model(snapshot.plan):
        given, agreed = notice_given(decision), terms_of(model, decision.kind).notice_days
        if given is not None and agreed is not None and given < agreed:
            yield Breach(
                _DECISIONS[decision.id] / "noticed",
                f"this was announced {counted(given, 'day')} before, and {agreed} were agreed on; move the "
                "decision, or correct the date",
            )


@rule(
    "CK314",
    "vote-without-right",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(GUIDE.at("Step 4"),),
    practices=(110,),
)
def vote_without_right(snapshot: Snapshot) -> Iterator[Breach]:
    """Only those who had a vote on the day have voted.

    Why: A vote that should not count can turn the outcome, and whoever lost will find it.

    Mend: Remove the vote. If the member did have one then, say so: correct `joined` or `voting`, or add the
    stretch of time below `earlier` of the member.
    """
    for decision, model in _under_a_model(snapshot.plan):
        names = [f"'{name}'" for name in votes_without_right(snapshot.plan, decision, model)]
        if names:
            yield Breach(
                _DECISIONS[decision.id] / "votes",
                f"{first_few(names)} voted, and had no vote on that day; remove the vote, or correct when "
                "they joined or could vote",
            )


@rule(
    "CK315",
    "decision-unrecorded",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(GUIDE.at("Step 4"),),
    practices=(110,),
)
def decision_unrecorded(snapshot: Snapshot) -> Iterator[Breach]:
    """Of a question that is closed it is recorded when it was decided and what came of it.

    Why: What was agreed is remembered by each as they wished it. Who joins later can neither learn what holds
    nor see that it came about fairly.

    Mend: Add `date` and `outcome`. For a question that was taken back, write `status: withdrawn`.
    """
    for decision in snapshot.plan.decisions:
        known = {"date": decision.date, "outcome": decision.outcome}
        missing = [key for key, value in known.items() if value is None]
        if is_settled(decision) and missing:
            yield Breach(
                _DECISIONS[decision.id],
                f"of the decision '{decision.id}' no {listed(missing, 'or')} is recorded; add "
                + listed(f"'{key}'" for key in missing),
            )


@rule(
    "CK316",
    "decided-without-members",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(IMPERATIVE.at("governance structure"), TOOLKIT.at("chapter 2")),
    practices=(133,),
)
def decided_without_members(snapshot: Snapshot) -> Iterator[Breach]:
    """Members beyond the management team shape the vision and the major decisions.

    Why: People carry out what they helped to decide. A plan, a budget or a rule made by the management team
    alone is theirs alone.

    Mend: Add who was `present`, how they voted or what they said before. If nobody else took part, put the
    question to the members. For the vision, add the decision of the kind `plan` by which it was adopted.
    """
    plan = snapshot.plan
    beyond = outside_management(plan)
    if not beyond:
        return
    for decision in plan.decisions:
        if is_settled(decision) and decision.kind in _MAJOR and not has_outsiders(plan, decision, beyond):
            yield Breach(
                _DECISIONS[decision.id],
                f"nothing is recorded about members beyond the management team who took part in "
                f"'{decision.id}'; add who was present, voted or was heard",
            )
    if plan.focus.north_star and not any(one.kind == "plan" for one in plan.decisions):
        yield Breach(
            PLAN / "focus" / "north_star",
            "nothing is recorded about members deciding on the vision; add the decision of the kind 'plan' "
            "by which it was adopted",
        )
