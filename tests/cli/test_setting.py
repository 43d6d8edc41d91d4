"""`coalition set`: values at addresses and fields of records."""

from pathlib import Path

import pytest

from cli.conftest import Ask, Run
from cli.plans import OVERLAY, PLAN, changed, put, text

WRITTEN = {
    "at an address": (
        ["members[ana-lopez].group", "key-stakeholder"],
        ["- group: management-team    # she chairs it", "+ group: key-stakeholder    # she chairs it"],
        "set members[ana-lopez].group in coalition.yaml",
    ),
    "by another spelling": (
        ["members.ana-lopez.group", "Key stakeholders"],
        ["- group: management-team    # she chairs it", "+ group: key-stakeholder    # she chairs it"],
        "set members[ana-lopez].group in coalition.yaml",
    ),
    "by flags": (
        ["member", "ana-lopez", "--hours-per-month", "12", "--pronouns", "she", "--unset", "partner"],
        ["+ pronouns: she", "- partner: city-hall", "+ hours_per_month: 12"],
        "set hours_per_month and pronouns and unset partner of member ana-lopez in coalition.yaml",
    ),
    "by the id alone": (
        ["ana-lopez", "--pronouns", "she/her"],
        ["+ pronouns: she/her"],
        "set pronouns of member ana-lopez in coalition.yaml",
    ),
    "of a nested record": (
        ["value", "debt", "2025", "--quality", "2"],
        [
            "- - {date: 2025, value: 31}   # from the survey",
            "+ - {date: 2025, value: 31, quality: 2}   # from the survey",
        ],
        "set quality of value metrics[debt].values[2025] in coalition.yaml",
    ),
    "of a section": (
        ["coalition.place", "--name", "Forest City", "--state", "CA"],
        None,
        "set name and state of coalition.place in coalition.yaml",
    ),
    "of a group": (
        ["member", "ana-lopez", "--compensation.per", "meeting"],
        ["+ compensation:", "+ per: meeting"],
        "set compensation.per of member ana-lopez in coalition.yaml",
    ),
    "in a language": (
        ["metrics[debt].name.es", "Deuda"],
        ["+ name:", "- name: Residents with debt", "+ en: Residents with debt", "+ es: Deuda"],
        "set metrics[debt].name.es in coalition.yaml",
    ),
    "of a list": (
        ["members[ben-ito].tasks", "engage-residents", "find-funding"],
        None,
        "set members[ben-ito].tasks in coalition.yaml",
    ),
    "a code": (
        ["coalition.place.fips", "0600000"],
        None,
        "set coalition.place.fips in coalition.yaml",
    ),
}


@pytest.mark.parametrize(("words", "lines", "said"), WRITTEN.values(), ids=WRITTEN)
def test_values_are_written(plan: Run, words: list[str], lines: list[str] | None, said: str) -> None:
    ran = plan("set", *words)
    assert (ran.code, ran.out) == (0, f"{said}\n")
    assert ran.err.count("\n") == ("group" in said)  # a group that changes could be kept with its days
    assert lines is None or changed() == lines
    assert plan("lint", "--profile", "start").code == 0


def test_a_code_keeps_its_zero_in_quotes(plan: Run) -> None:
    plan("set", "coalition.place.fips", "0600000")
    assert '"0600000"' in text() or "'0600000'" in text()


def test_what_the_plan_says_already_is_not_written(plan: Run) -> None:
    ran = plan("set", "member", "ana-lopez", "--group", "management-team")
    assert (ran.code, text()) == (0, PLAN)
    assert ran.out == "nothing to change: the plan says so already (set group of member ana-lopez)\n"


def test_a_private_value_goes_to_the_overlay(plan: Run) -> None:
    ran = plan("set", "members[ana-lopez].phone", "555-0100")
    assert (ran.code, ran.out) == (0, "set members[ana-lopez].phone in coalition.private.yaml\n")
    assert text() == PLAN
    assert "phone: 555-0100" in text(OVERLAY)
    assert plan("set", "ana-lopez", "--unset", "phone").code == 0
    assert "555" not in text(OVERLAY)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["members[anna-lopez].group", "x"], "there is no members[anna-lopez].group"),
        (["members[ana-lopez].grup", "x"], "a member has no key 'grup'; did you mean 'group'?"),
        (["members[ana-lopez].joined", "soon"], "members[ana-lopez].joined: write a date as 2026-03-14"),
        (["members[ana-lopez].id", "ana"], "coalition rename member ana-lopez NEW-ID"),
        (["member", "ana-lopez", "--id", "ana"], "coalition rename member ana-lopez NEW-ID"),
        (["member", "ana-lopez", "--unset", "proxy"], "there is no members[ana-lopez].proxy to leave out"),
        (["member", "ana-lopez", "--group", "x", "y"], "'y' belongs to no field"),
        (["members[ana-lopez].group", "--note", "x"], "members[ana-lopez].group is no record"),
        (["ana-lopez"], "say what to write into member ana-lopez"),
        (["members", "ana-lopez"], "say what to write into member ana-lopez"),
        (["members[ana-lopez].group"], "say what to write into members[ana-lopez].group"),
        (
            ["ana-lopez", "--work-phone", "a", "--work_phone", "b"],
            "was given in two spellings; leave one out",
        ),
        (["members[ana-lopez].left", "2020"], "error CK0"),
        (["x", "y", "z", "q", "--a", "b"], "'q' is one word too many: name one record by KIND ID, KIND"),
        (["value", "debt", "2025", "12"], "hint:  a value follows the flag of its field: --field VALUE"),
    ],
)
def test_what_cannot_be_is_refused(plan: Run, words: list[str], said: str) -> None:
    put(PLAN.replace("partner: city-hall", "partner: city-hall\n    joined: 2026"))
    before = text()
    ran = plan("set", *words)
    assert (ran.code, ran.out, text()) == (2, "", before)
    assert said in ran.err


def test_a_plan_with_errors_can_be_mended(run: Run) -> None:
    put(PLAN.replace("management-team", "managers"))
    assert run("lint").code == 1
    ran = run("set", "members[ana-lopez].group", "management-team")
    assert ran.code == 0, ran.err
    assert text() == PLAN


def test_a_fragment_is_written_where_it_is(run: Run) -> None:
    members = Path("coalition.d/people.yaml")
    put("format: 1\r\ncoalition: {id: c, name: C}\r\n")
    put("members:\r\n  - id: ann   # first\r\n    name: Ann\r\n", members)
    assert (
        run("set", "ann", "--name", "Ann Cole").out == "set name of member ann in coalition.d/people.yaml\n"
    )
    assert text(members) == "members:\r\n  - id: ann   # first\r\n    name: Ann Cole\r\n"


def test_a_person_is_asked_which_field(ask: Ask) -> None:
    ran = ask("set", "ana-lopez", lines=("participation", "2"))
    assert ran.code == 0, ran.err
    assert changed() == [
        "+ participation: ad-hoc",
    ]


def test_the_fields_of_a_kind_are_explained(run: Run) -> None:
    out = run("set", "member", "--help").out
    assert "coalition set member ID --field VALUE ... [--unset FIELD]" in out
    assert "--hours-per-month NUMBER" in out
    assert "Usage: " in run("set").out


def test_what_the_plan_says_already_is_told_so_in_a_dry_run_too(plan: Run) -> None:
    assert plan("set", "format", "1", "--dry-run").err.startswith("nothing to change: ")


def test_a_value_by_its_address_tells_of_what_goes_with_it(plan: Run) -> None:
    told = plan("set", "members[ana-lopez].status", "alumni", "--dry-run").err
    assert "'coalition retire member ana-lopez' records all that goes with it" in told
    assert "goes with it" not in plan("set", "members[ana-lopez].name", "Ana Ruiz").err


BARE = {
    "a reason by a flag": (
        ["role", "data-lead", "--waived", "The college does it."],
        "    waived: {reason: The college does it., until: 2027-01}  # for now\n",
    ),
    "a reason at an address": (
        ["roles[data-lead].waived", "The college does it."],
        "    waived: {reason: The college does it., until: 2027-01}  # for now\n",
    ),
    "a list": (["partner", "city-hall", "--domains", "data"], "    domains: {held: [data], complete: yes}\n"),
    "the whole record": (
        ["roles[data-lead].waived", "{reason: Later}"],
        "    waived: {reason: Later}  # for now\n",
    ),
    "a bare value that was": (["metrics[debt].source", "Census"], "    source: Census\n"),
}


@pytest.mark.parametrize(("words", "line"), BARE.values(), ids=BARE)
def test_a_bare_value_leaves_the_rest_of_a_record_as_it_is(run: Run, words: list[str], line: str) -> None:
    plan = PLAN.replace(
        "    held_by: [ana-lopez]\n", "    waived: {reason: Later, until: 2027-01}  # for now\n"
    )
    plan = plan.replace("    values:\n", "    source: Survey\n    values:\n")
    put(plan.replace("    sector:", "    domains: {held: [housing], complete: yes}\n    sector:"))
    ran = run("set", *words)
    assert (ran.code, ran.err) == (0, "")
    assert line in text()
