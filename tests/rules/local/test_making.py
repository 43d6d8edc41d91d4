"""A plan's own rule as a whole: which entries it looks at, what it says, and that no text can harm it."""

from typing import Any

import pytest
from builders import loaded
from hypothesis import given
from hypothesis import strategies as st
from local_writing import AS_OF, PLAN, breaches, faults, found, written
from pydantic import ValidationError

from coalitionkit.findings import Profile, Severity
from coalitionkit.model.local_rules import LocalRule
from coalitionkit.rules.local.making import made
from coalitionkit.rules.rule import Snapshot


def test_a_rule_says_what_it_is() -> None:
    local = written(
        id="no-alumni",
        forbid={"status": "alumni"},
        message="  '{name}' is\n gone ",
        severity="error",
        profile="launch",
        why="Letters go to everyone.",
    )
    rule, _ = made(local)
    assert rule is not None
    check = rule.check
    assert (check.code, check.name) == ("local/no-alumni", "no-alumni")
    assert (check.severity, check.profile) == (Severity.ERROR, Profile.LAUNCH)
    assert (check.summary, check.why, check.family) == ("'…' is gone", "Letters go to everyone.", 10)


def test_without_a_word_a_rule_warns_from_the_start() -> None:
    rule, _ = made(written(require={"id": "present"}))
    assert rule is not None
    assert (rule.check.severity, rule.check.profile) == (Severity.WARNING, Profile.START)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"forbid": {"status": "alumni"}}, ["members[ben].status"]),
        ({"require": {"tasks": "present"}, "where": {"status": "active"}}, ["members[eva].tasks"]),
        ({"require": {"tasks": "present"}, "unless": {"status": "active"}}, ["members[ben].tasks"]),
        (
            {"require": {"tasks": "present"}, "unless": {"status": "active", "id": "eva"}},
            ["members[ben].tasks"],
        ),
        ({"require_any": [{"tasks": "present"}, {"seats": "present"}]}, ["members[ben]"]),
        (
            {"require_any": [{"tasks": "present", "id": "x"}, {"seats": "present"}]},
            ["members[ana]", "members[ben]"],
        ),
        (
            {"require": {"id": "ben"}, "forbid": {"status": "alumni"}},
            ["members[ana].id", "members[ben].status", "members[eva].id"],
        ),
        ({"require": {"name": "x", "id": "y"}, "where": {"id": "ana"}}, ["members[ana].name"]),
    ],
)
def test_parts_of_a_rule_play_their_parts(keys: dict[str, Any], expected: list[str]) -> None:
    assert found(**keys) == expected


@pytest.mark.parametrize(
    ("each", "require", "expected"),
    [
        ("roles.held_by", {"until": "absent"}, ["roles[project-manager].held_by[1].until"]),
        ("partners.people", {"title": "present"}, ["partners[city].people[lee].title"]),
        ("funding_sources.reports", {"sent": "present"}, ["funding_sources[big].reports[2026-12-31].sent"]),
        ("plan", {"members": {"at_least": "4"}}, ["members"]),
        ("plan", {"practices.power-dynamics": "present"}, []),
        ("plan", {"practices.conflict-and-turf": "present"}, ["practices.conflict-and-turf"]),
        ("practices", {"by": "present"}, ["practices.power-dynamics.by"]),
        ("budget", {"reserve": "present"}, ["budget.reserve"]),
        ("coalition.place", {"state": "present"}, ["coalition.place.state"]),
        ("decision_model", {"quorum": "present"}, []),
    ],
)
def test_a_rule_looks_at_sections_and_at_lists_within_them(
    each: str, require: dict[str, Any], expected: list[str]
) -> None:
    keys: dict[str, Any] = {"each": each, "require": require, "message": "mend it"}
    assert found(**keys) == expected


@pytest.mark.parametrize(
    ("each", "fault"),
    [
        ("workinggroups", "each: 'workinggroups' is not a key of a plan; did you mean 'working_groups'?"),
        (
            "members.name",
            "each: 'members.name' is no list of records; name a section, as in 'working_groups'",
        ),
        ("roles.held", "each: 'held' is not a key of a role; did you mean 'held_by'?"),
        ("members.name.first", "each: 'members.name' is a single value with nothing below it"),
        ("partners.ratings", "each: 'ratings' is private, and rules see only what is shared"),
        ("", "each: '' is not a key of a plan; it has "),
        ("format", "each: 'format' is no list of records"),
    ],
)
def test_what_is_no_list_of_records_cannot_be_looked_at(each: str, fault: str) -> None:
    (told,) = faults(each=each, require={"id": "present"})
    assert told.startswith(fault)


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("'{name}', {status}; write {due: ...}", "'Ben Ito', alumni; write {due: ...}"),
        ("{hours_per_month} of {joined}", "7.5 of 2025"),
        ("{partner} {tasks}", "(not recorded) (not recorded)"),
        ("{former_ids} {} {{name}} {Name}", "benno {} {Ben Ito} {Name}"),
        ("a\n  b", "a b"),
    ],
)
def test_a_message_is_filled_with_values(message: str, told: str) -> None:
    (breach,) = breaches(forbid={"status": "alumni"}, message=message)
    assert breach.message == told


def test_text_in_several_languages_is_told_in_the_first() -> None:
    text = PLAN.replace("name: Jobs", "name: {en: Jobs, es: Empleo}")
    (breach,) = breaches(text, each="working_groups", require={"deputy": "present"}, message="{name}")
    assert breach.message == "Jobs"
    assert [str(b.at) for b in breaches(text, each="working_groups", forbid={"name": "Empleo"})] == [
        "working_groups[jobs].name"
    ]
    for condition in ({"begins_with": "emp"}, {"contains": "PLE"}, {"one_of": ["Empleo"]}, "present"):
        found_ = breaches(text, each="working_groups", where={"id": "jobs"}, forbid={"name": condition})
        assert len(found_) == 1, condition


def test_yes_and_amounts_read_as_people_write_them() -> None:
    (breach,) = breaches(where={"id": "ana"}, forbid={"voting": "yes"}, message="{voting}")
    assert breach.message == "yes"
    found_ = breaches(each="funding_sources", where={"id": "big"}, forbid={"id": "big"}, message="{amount}")
    assert found_[0].message == "50,000.50"


@pytest.mark.parametrize(
    ("message", "fault"),
    [
        ("{nmae}", "message: 'nmae' is not a key of a member; did you mean 'name'?"),
        ("{phone}", "message: 'phone' is private, and rules see only what is shared; name another key"),
        ("{personal_email}", "message: 'personal_email' is private"),
        ("{compensation}", "message: 'compensation' is no single value; name a key below it"),
        ("{name.real}", "message: 'name' is a single value with nothing below it"),
    ],
)
def test_a_message_names_only_what_is_shared(message: str, fault: str) -> None:
    (told,) = faults(require={"id": "present"}, message=message)
    assert told.startswith(fault)


def test_what_stands_in_a_value_is_not_filled_again() -> None:
    text = PLAN.replace("name: Ben Ito", 'name: "{status} {0.__class__} %s"')
    (breach,) = breaches(text, forbid={"status": "alumni"}, message="{name}")
    assert breach.message == "{status} {0.__class__} %s"


def test_time_alone_makes_no_error() -> None:
    day = {"forbid": {"joined": {"before": "today"}}}
    assert faults(**day, severity="error") == [
        "severity: what depends on the day is a warning at most; write 'severity: warning'"
    ]
    assert faults(**day) == []
    pointed = {"each": "working_groups", "forbid": {"lead": {"refers_to": {"joined": {"after": "today"}}}}}
    assert len(faults(**pointed, severity="error")) == 1
    fixed = {"forbid": {"joined": {"before": "2026"}}}
    assert faults(**fixed, severity="error") == []


def test_a_rule_notes_that_the_day_mattered() -> None:
    plan = loaded(PLAN).committed
    assert plan is not None
    for keys, mattered in (({"joined": {"before": "today"}}, True), ({"joined": {"before": "2020"}}, False)):
        snapshot = Snapshot(plan, AS_OF)
        rule, _ = made(written(forbid=keys))
        assert rule is not None
        assert rule.judge is not None
        list(rule.judge(snapshot))
        assert snapshot.day_mattered is mattered


@pytest.mark.parametrize("keys", [{}, {"where": {"id": "x"}}, {"require": {}}])
def test_a_rule_that_asks_for_nothing_is_refused(keys: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="this rule asks for nothing"):
        written(**keys)


def test_a_condition_that_asks_for_nothing_is_refused() -> None:
    with pytest.raises(ValidationError, match="this condition asks for nothing"):
        written(require={"name": {}})


PATHS = st.sampled_from(
    [
        "id",
        "name",
        "status",
        "joined",
        "tasks",
        "seats",
        "seats.csbg",
        "held_by",
        "held_by.member",
        "lead",
        "amount",
        "confidence",
        "reports",
        "reports.due",
        "assets",
        "people",
        "people.knows",
        "members",
        "practices",
        "phone",
        "compensation.amount",
        "x",
        "",
        ".",
        "a.b.c",
        "note",
        "lint",
        "coalition.name",
        "decision_model",
        "voting",
    ]
)
TEXTS = st.sampled_from(
    [
        "active",
        "present",
        "absent",
        "ana",
        "2026",
        "2026-03",
        "today",
        "1/2",
        "50%",
        "-1",
        "3",
        "9" * 40,
        "",
        "yes",
        "((a+)+)+$",
        "{name}",
        "\x00",
        "\u0660",
        "1e999",
        "nonprofit",
        "staff",
    ]
)
PLAIN = st.one_of(
    TEXTS,
    st.dictionaries(
        st.sampled_from(
            ["equals", "begins_with", "contains", "over", "under", "at_least", "at_most", "before", "after"]
        ),
        TEXTS,
        min_size=1,
        max_size=3,
    ),
)
GROUP = st.dictionaries(PATHS, PLAIN, max_size=2)
CONDITION = st.one_of(
    PLAIN, st.fixed_dictionaries({}, optional={"refers_to": GROUP, "where": GROUP, "at_least": TEXTS})
)
GROUPS = st.dictionaries(PATHS, CONDITION, max_size=2)
WRITTEN = st.fixed_dictionaries(
    {
        "each": st.one_of(
            PATHS, st.sampled_from(["members", "roles", "roles.held_by", "partners", "plan", "budget"])
        ),
        "require": GROUPS,
        "message": st.one_of(TEXTS, PATHS.map("{{{}}}".format)),
    },
    optional={
        "where": GROUPS,
        "unless": GROUPS,
        "forbid": GROUPS,
        "require_any": st.lists(GROUPS, max_size=2),
    },
)


@given(WRITTEN)
def test_whatever_is_written_a_rule_is_made_and_runs_or_says_what_is_wrong(keys: dict[str, Any]) -> None:
    try:
        local = LocalRule.read({"id": "ours", **keys})
    except ValidationError:
        return
    rule, told = made(local)
    assert (rule is None) == bool(told)
    if rule is not None:
        plan = loaded(PLAN).committed
        assert plan is not None
        assert rule.judge is not None
        for breach in rule.judge(Snapshot(plan, AS_OF)):
            assert "\n" not in breach.message
