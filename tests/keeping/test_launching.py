"""The launch written into a plan."""

from datetime import date

from builders import loaded, model_of

from coalitionkit.analysis.launching import launch
from coalitionkit.editing import revised
from coalitionkit.keeping.launching import plan_launch
from coalitionkit.source.files import PlanFiles, RawFile

TEXT = """\
format: 1
coalition: {id: c, name: C}
meetings:
  - {id: kickoff-expectations, kind: regular, group: all, date: 2026-01-01}
  - {id: undated, kind: decisionmaking, group: all, time: "18:00"}
  - {id: done, kind: introductions, group: all, status: held, date: 2027-02-02}
"""


def test_only_what_has_no_day_is_planned() -> None:
    plan = model_of(loaded(TEXT))
    steps = launch(plan, date(2027, 2, 2), "month")
    deed = plan_launch(plan, steps, time="17:30", place="Library")
    assert deed.summary == "planned 4 meetings of the launch"
    data = TEXT.encode()
    revision = revised(PlanFiles(RawFile("coalition.yaml", data, len(data))), deed.edits)
    after = revision.loaded.coalition
    assert after is not None
    told = {m.id: (m.kind, str(m.date), m.time, m.place and str(m.place)) for m in after.meetings}
    assert told == {
        "kickoff-expectations": ("regular", "2026-01-01", None, None),
        "kickoff-expectations-2": ("expectations", "2027-03-02", "17:30", "Library"),
        "undated": ("decisionmaking", "2027-04-06", "18:00", "Library"),
        "kickoff-shared-analysis": ("shared-analysis", "2027-05-04", "17:30", "Library"),
        "kickoff-working-groups": ("working-groups", "2027-06-01", "17:30", "Library"),
        "done": ("introductions", "2027-02-02", None, None),
    }
    assert not any(step.proposed for step in launch(after, date(2027, 2, 2), "month"))
    assert plan_launch(after, launch(after, date(2027, 2, 2), "month")).edits == ()
