"""The launch written into a plan: its meetings, planned on the days that were worked out for them."""

from collections.abc import Sequence

from coalitionkit.analysis.launching import Step
from coalitionkit.edits import Add, Data, Edit, Put
from coalitionkit.keeping.deed import Deed, dated
from coalitionkit.keeping.records import at
from coalitionkit.model.coalition import Coalition
from coalitionkit.places import PLAN
from coalitionkit.prose import counted


def plan_launch(plan: Coalition, steps: Sequence[Step], *, time: str = "", place: str = "") -> Deed:
    """Plan a meeting for each step that has no day yet; those that have one stay as they are."""
    more: dict[str, Data] = {}
    if time:
        more["time"] = time
    if place:
        more["place"] = place
    taken = {key for meeting in plan.meetings for key in (meeting.id, *meeting.former_ids)}
    edits: list[Edit] = []
    proposed = [step for step in steps if step.proposed]
    for step in proposed:
        if step.meeting is not None:
            here = at("meetings", step.meeting)
            own = step.meeting.model_fields_set
            edits.append(Put(here / "date", dated(step.day)))
            edits += [Put(here / key, value) for key, value in more.items() if key not in own]
        else:
            key = _free(f"kickoff-{step.kind}", taken)
            taken.add(key)
            item = {"id": key, "kind": step.kind, "group": "all", "date": dated(step.day), **more}
            edits.append(Add(PLAN / "meetings", item))
    return Deed(tuple(edits), f"planned {counted(len(proposed), 'meeting')} of the launch")


def _free(wanted: str, taken: set[str]) -> str:
    """Return an id that nothing has or had: with a number behind it where need be."""
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"
