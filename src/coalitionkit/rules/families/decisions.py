"""Family 3: how the coalition has agreed to decide."""

from collections.abc import Iterator

from coalitionkit.analysis.decisions import dated_models
from coalitionkit.findings import Profile, Severity
from coalitionkit.places import PLAN
from coalitionkit.prose import listed
from coalitionkit.rules.rule import Breach, Snapshot, rule
from coalitionkit.rules.sources import GUIDE, TOOLKIT

_MODEL = PLAN / "decision_model"


@rule(
    "CK301",
    "decision-model-missing",
    profile=Profile.LAUNCH,
    sources=(GUIDE.at("Step 4"),),
    practices=(104,),
)
def decision_model_missing(snapshot: Snapshot) -> Iterator[Breach]:
    """The coalition has agreed how it decides.

    Why: Groups that never settle this find out in their first dispute that each member had another rule
    in mind, and that the convener's counts.

    Mend: Talk it over at the kick-off on decisions, then write `decision_model: {model: consensus, quorum:
    1/2, final_call: members, input_from: [key-stakeholder], accountable: project-manager, delegation: ...}`.
    The models are consensus, unanimous, majority, plurality and lead-authority.
    """
    if snapshot.plan.decision_model is None:
        yield Breach(
            _MODEL,
            "how the coalition decides is not recorded; add 'decision_model: {model: consensus, quorum: 1/2, "
            "final_call: members}', or the way you agreed on",
        )


@rule(
    "CK302",
    "decision-model-incomplete",
    profile=Profile.LAUNCH,
    sources=(GUIDE.at("Step 4"),),
    practices=(104, 106),
)
def decision_model_incomplete(snapshot: Snapshot) -> Iterator[Breach]:
    """The way of deciding says how many must be present and who has the final call.

    Why: Without a quorum a handful can bind everyone; without a final call a question that finds no
    agreement stays open until someone settles it outside the room.

    Mend: Add `quorum`, a share such as 1/2 of those who have a vote, and `final_call`, such as members.
    Where only the name of a model stands, write `{model: consensus, quorum: 1/2, final_call: members}`. Under
    lead-authority, `authority` says who has the final call.
    """
    model = snapshot.plan.decision_model
    if model is None:
        return
    if model.quorum is None:
        yield Breach(
            _MODEL / "quorum",
            "the quorum is not recorded; add 'quorum: 1/2', or the share you agreed on",
        )
    if model.model == "lead-authority" and model.authority is None:
        yield Breach(
            _MODEL / "authority",
            "someone decides alone, but who is not recorded; add 'authority' with the id of the member, the "
            "role or the partner",
        )
    elif model.final_call is None and model.authority is None:
        yield Breach(
            _MODEL / "final_call",
            "who has the final call is not recorded; add 'final_call: members', or whom you agreed on",
        )


@rule(
    "CK303",
    "decision-model-silent",
    profile=Profile.LAUNCH,
    severity=Severity.WARNING,
    sources=(GUIDE.at("Step 4"),),
    practices=(105, 107, 108),
)
def decision_model_silent(snapshot: Snapshot) -> Iterator[Breach]:
    """The way of deciding says who is heard before, who answers for what follows, and what is passed on.

    Why: A vote is the middle of a decision. Those who were not heard undo it, what nobody answers for is not
    carried out, and a group that passes nothing on spends its meetings on what one person could settle.

    Mend: Add `input_from: [key-stakeholder, champion]` with the groups that are heard, `accountable:
    project-manager` with a member or role, and `delegation` with a sentence on what is passed on, even if it
    is nothing.
    """
    model = snapshot.plan.decision_model
    if model is None:
        return
    answers = {
        "who is heard before": ("input_from", model.input_from),
        "who answers for carrying it out": ("accountable", model.accountable),
        "what is passed on": ("delegation", model.delegation),
    }
    missing = {question: key for question, (key, answer) in answers.items() if not answer}
    if missing:
        yield Breach(
            _MODEL,
            f"the way of deciding does not say {listed(missing, 'or')}; add "
            + listed(f"'{key}'" for key in missing.values()),
        )


@rule(
    "CK304",
    "champions-in-quorum",
    profile=Profile.LAUNCH,
    severity=Severity.INFO,
    sources=(GUIDE.at("4.3"), TOOLKIT.at("chapter 2")),
    practices=(73,),
)
def champions_in_quorum(snapshot: Snapshot) -> Iterator[Breach]:
    """Champions do not count toward the quorum.

    Why: They are asked to come at the moments that need them, and not to every meeting. Counted, their empty
    chairs keep those who do come from deciding.

    Mend: Remove `champions_count`. A champion who does come to every meeting can have a vote of their own,
    with `voting: yes`.
    """
    plan = snapshot.plan
    if plan.champions and plan.decision_model and plan.decision_model.champions_count:
        yield Breach(
            _MODEL / "champions_count",
            "champions count toward the quorum, though they need not come to every meeting; write "
            "'champions_count: no', or be sure that they do come",
        )


@rule(
    "CK305",
    "decision-model-undated",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(GUIDE.at("Step 4"),),
    practices=(110,),
)
def decision_model_undated(snapshot: Snapshot) -> Iterator[Breach]:
    """Where the way of deciding has changed, it is recorded since when each one was in force.

    Why: An old decision can be held only against the rule of its day. Without the day, a change of the rule
    puts in doubt whatever was decided before.

    Mend: Add `adopted` with a date, or `adopted_by` with the id of a decision that has one.
    """
    models = dated_models(snapshot.plan)
    if len(models) == 1:
        return
    for number, (since, model) in enumerate(models):
        if since is None:
            at = _MODEL / "earlier"
            yield Breach(
                (at[number - 1] if number else _MODEL) / "adopted",
                f"since when '{model.model}' was in force is not recorded; add 'adopted' with the date",
            )
