"""Family 3: how the coalition decides."""

from collections.abc import Iterator

from coalitionkit.findings import Profile
from coalitionkit.places import PLAN
from coalitionkit.rules.rule import Breach, Snapshot, rule
from coalitionkit.rules.sources import GUIDE

_MODEL = PLAN / "decision_model"


@rule("CK301", "decision-model-missing", profile=Profile.LAUNCH, sources=(GUIDE.at("Step 4"),))
def decision_model_missing(snapshot: Snapshot) -> Iterator[Breach]:
    """The coalition has agreed how it decides.

    Why: Groups that never settle this find out in their first dispute that each member had another rule
    in mind, and that the convener's counts.

    Mend: Talk it over at the kick-off on decisions, then write `decision_model` with one of consensus,
    unanimous, majority, plurality and lead-authority.
    """
    if snapshot.plan.decision_model is None:
        yield Breach(
            _MODEL,
            "how the coalition decides is not recorded; add 'decision_model' with the way you agreed on",
        )


@rule("CK302", "decision-model-incomplete", profile=Profile.LAUNCH, sources=(GUIDE.at("Step 4"),))
def decision_model_incomplete(snapshot: Snapshot) -> Iterator[Breach]:
    """The way of deciding says how many must be present and who has the final call.

    Why: Without a quorum a handful can bind everyone; without a final call a question that finds no
    agreement stays open until someone settles it outside the room.

    Mend: Add `quorum`, a share such as 1/2 of those who have a vote, and `final_call`, such as members.
    Where only the name of a model stands, write `{model: consensus, quorum: 1/2, final_call: members}`.
    """
    model = snapshot.plan.decision_model
    if model is None:
        return
    if model.quorum is None:
        yield Breach(
            _MODEL / "quorum",
            "the quorum is not recorded; add 'quorum: 1/2', or the share you agreed on",
        )
    if model.final_call is None:
        yield Breach(
            _MODEL / "final_call",
            "who has the final call is not recorded; add 'final_call: members', or whom you agreed on",
        )
