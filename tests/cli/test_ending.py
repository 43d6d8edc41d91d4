"""`coalition end`: what is over, with its day and what hangs on it."""

import json

import pytest

from cli.conftest import Ask, Run
from cli.plans import PLAN, changed, put, text
from coalitionkit.keeping.endings import ENDINGS

GROUPS = (
    PLAN + "\nworking_groups:\n  # Meets in the library.\n  - {id: homes, name: Homes}   # since spring\n"
)


def test_a_role_ends_and_is_vacant(plan: Run) -> None:
    ran = plan("end", "role", "data-lead", "--on", "2026-06-30")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Ana López gave up the role 'data-lead' on 2026-06-30. The role is vacant since 2026-07-01. "
        "Written to coalition.yaml.\n"
    )
    assert changed() == [
        "- held_by: [ana-lopez]",
        "+ held_by: [{member: ana-lopez, until: 2026-06-30}]",
        "+ vacant: {since: 2026-07-01}",
    ]


def test_the_day_is_today_unless_it_is_given(run: Run) -> None:
    put(GROUPS)
    assert run("end", "working-group", "homes", "--as-of", "2026-06-30").code == 0
    assert changed(GROUPS) == [
        "- - {id: homes, name: Homes}   # since spring",
        "+ - {id: homes, name: Homes, ended: 2026-06-30}   # since spring",
    ]


def test_a_reason_is_kept_and_nothing_is_written_in_a_dry_run(run: Run) -> None:
    put(GROUPS)
    ran = run("end", "working group", "homes", "--on", "2026-06", "--reason", "Done: all of it.", "--dry-run")
    assert ran.code == 0
    assert (
        '+  - {id: homes, name: Homes, ended: 2026-06, note: "Done: all of it."}   # since spring' in ran.out
    )
    assert text() == GROUPS


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "say what has ended: member, partner, role"),
        (["role"], "which role?"),
        (["role", "data-lead", "x"], "'x' is one word too many"),
        (["holder"], "'coalition end role ROLE' where all of its holders give it up"),
        (["holder", "data-lead", "ana-lopez"], "'coalition set roles[ROLE].held_by[0].until DATE'"),
        (["role", "data-leda"], "the plan has no role 'data-leda'\nhint:  did you mean 'data-lead'?"),
        (["metric", "debt"], "nothing of the kind 'metric' can end"),
        (["rolle", "x"], "there is no kind of records named 'rolle'; did you mean 'role'?"),
        (["role", "data-lead", "--on", "2026-13"], "--on: there is no month 13"),
        (["role", "data-lead", "--as", "gone"], "a role does not end as 'gone'; choose vacant or waived"),
        (["member", "ana-lopez", "--as", "gone"], "a member does not end as 'gone'; leave out --as"),
    ],
)
def test_what_cannot_end_is_refused(plan: Run, words: list[str], said: str) -> None:
    ran = plan("end", *words)
    assert (ran.code, text()) == (2, PLAN)
    assert said in ran.err


def test_a_plan_with_errors_has_to_be_mended_first(run: Run) -> None:
    put("format: 1\ncoalition: {id: x}\n")
    ran = run("end", "role", "x")
    assert ran.code == 2
    assert "the plan has 1 error, so that nobody can tell what hangs on what" in ran.err


def test_a_person_is_asked_what_has_ended(ask: Ask) -> None:
    ran = ask("end", "--on", "2026-06-30", lines=("role", "1"))
    assert ran.code == 0, ran.err
    assert "until: 2026-06-30" in text()


def test_programs_are_told_what_is_still_to_settle(plan: Run) -> None:
    ran = plan("end", "member", "ana-lopez", "--on", "2026-06-30", "--format", "json")
    told = json.loads(ran.out)
    assert (ran.code, ran.err) == (0, "")
    assert told["done"] == "Ana López left on 2026-06-30 and is one of the alumni."
    assert [sentence.partition(" after")[0] for sentence in told["unsettled"]] == [
        "nobody holds the role of data lead",
        "City Hall has nobody at the table now; ask whom it sends",
    ]


def test_the_help_names_everything_that_can_end(run: Run) -> None:
    out = run("end", "--help").out
    assert [kind for kind in ENDINGS if f"  {kind} " not in out] == []


def test_one_of_several_holders_ends_as_the_hint_says(run: Run) -> None:
    put(PLAN.replace("held_by: [ana-lopez]", "held_by: [ana-lopez, {member: ben-ito, since: 2026-02}]"))
    assert run("set", "roles[data-lead].held_by[1].until", "2026-06-30").code == 0
    assert "held_by: [ana-lopez, {member: ben-ito, since: 2026-02, until: 2026-06-30}]" in text()
    assert run("set", "roles[data-lead].held_by[0].until", "2026-06-30").code == 0
    assert "held_by: [{member: ana-lopez, until: 2026-06-30}, {member: ben-ito" in text()
