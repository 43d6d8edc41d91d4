"""The checklist of the fourth step: what is on record, and what is not."""

from datetime import date

from builders import loaded, model_of

from coalitionkit.analysis.readiness import POINTS, readiness
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.vocabulary.governance import MANAGEMENT_ROLES

DAY = date(2026, 6, 1)


def plan_of(text: str) -> Coalition:
    return model_of(loaded(f"format: 1\ncoalition: {{id: c, name: C}}\n{text}\n"))


def states(text: str) -> dict[str, str]:
    return {point.slug: point.state for point in readiness(plan_of(text), DAY)}


def test_nothing_is_recorded_in_an_empty_plan() -> None:
    assert states("") == dict.fromkeys(POINTS, "not")


def test_the_team_is_recorded_when_each_role_is_held_or_waived() -> None:
    held = "members: [{id: a, name: A}]\nroles: ["
    roles = [f"{{id: {slug}, held_by: [a]}}" for slug in MANAGEMENT_ROLES.words]
    assert states(held + ", ".join(roles) + "]")["team"] == "recorded"
    assert states(held + ", ".join(roles[1:]) + "]")["team"] == "partly"
    waived = [f"{{id: {MANAGEMENT_ROLES.words[slug].slug}, waived: R}}" for slug in MANAGEMENT_ROLES.words]
    assert states(held + ", ".join(waived) + "]")["team"] == "recorded"


def test_a_term_that_is_over_holds_nothing() -> None:
    text = "members: [{id: a, name: A}]\nroles: [{id: data-lead, held_by: [{member: a, until: 2026-05-31}]}]"
    assert states(text)["team"] == "not"


def test_all_three_must_be_invited() -> None:
    partners = "partners: [{id: o, name: O}, {id: p, name: P, kind: individual, sector: community-member}]\n"
    sent = "invitations: [{id: i, partner: o, sent: 2026-03-01}, {id: j, partner: p, sent: 2026-07-01}]\n"
    assert states(partners + sent)["invited"] == "partly", "one letter is sent after the day"
    champion = "members: [{id: a, name: A, partner: p}]\nchampions: [{member: a}]\n"
    assert states(partners + sent + champion)["invited"] == "recorded"


def test_a_planned_meeting_has_not_launched_anything() -> None:
    meeting = "meetings: [{id: m, kind: introductions, group: all, date: 2026-05-05%s}]"
    assert states(meeting % "")["launched"] == "not"
    assert states(meeting % ", status: held")["launched"] == "partly"


def test_values_need_a_meeting_and_a_plan() -> None:
    meeting = "meetings: [{id: m, kind: shared-analysis, group: all, status: held, date: 2026-05-05}]\n"
    assert states(meeting)["shared-values"] == "partly"
    practice = "practices: {shared-analysis-plan: We read together.}\n"
    assert states(meeting + practice)["shared-values"] == "recorded"
