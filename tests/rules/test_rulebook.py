"""Which rules a plan is held to."""

from builders import loaded, whole

from coalitionkit.loading import Loaded
from coalitionkit.rules.catalogue import RULES, every_rule
from coalitionkit.rules.packs import BUILT_IN
from coalitionkit.rules.rulebook import local_faults, rules_for
from coalitionkit.settings import Settings, settings_for

LOCAL = "    - {id: %s, each: members, require: {joined: present}, message: write it}\n"


def settings(lint: str) -> tuple[Loaded, Settings]:
    outcome = loaded(whole(lint))
    assert outcome.committed is not None, outcome.findings
    return outcome, settings_for(outcome.committed)


def test_without_packs_and_rules_of_its_own_a_plan_has_those_that_always_hold() -> None:
    assert rules_for(settings("")[1]) == RULES


def test_rules_of_packs_and_of_the_plan_come_after() -> None:
    _, asked = settings("lint:\n  packs: [csbg]\n  local:\n" + LOCAL % "ours")
    rules = rules_for(asked)
    assert rules[: len(RULES)] == RULES
    assert [rule.check.code for rule in rules[len(RULES) :]] == [
        *(rule.check.code for rule in BUILT_IN["csbg"].rules),
        "local/ours",
    ]


def test_what_has_a_name_that_is_taken_is_left_out_and_told() -> None:
    text = "lint:\n  packs: [csbg]\n  local:\n"
    text += LOCAL % "convener-missing" + LOCAL % "csbg-seat-unknown" + LOCAL % "ck402" + LOCAL % "ours"
    _, asked = settings(text)
    rules = rules_for(asked)
    assert [rule.check.code for rule in rules if rule.check.code.startswith("local/")] == ["local/ours"]
    assert [(fault.rule.id, fault.at) for fault in local_faults(asked, rules)] == [
        ("convener-missing", ("id",)),
        ("csbg-seat-unknown", ("id",)),
        ("ck402", ("id",)),
    ]


def test_every_rule_is_named_once_with_packs() -> None:
    names = [name for rule in every_rule() for name in (rule.check.code, rule.check.name)]
    assert len(set(names)) == len(names)
