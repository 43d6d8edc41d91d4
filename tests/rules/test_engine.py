"""Rules run together: profiles, severities, rules that fail, and the ladder."""

from collections.abc import Iterator, Sequence
from datetime import date

import pytest
from builders import loaded, whole

from coalitionkit.findings import Check, Finding, Profile, Severity
from coalitionkit.places import PLAN
from coalitionkit.rules.catalogue import RULES
from coalitionkit.rules.engine import judge
from coalitionkit.rules.rule import Breach, Rule, Snapshot
from coalitionkit.settings import settings_for
from coalitionkit.verdicts import Ladder, Verdict

AS_OF = date(2026, 6, 30)

DRAFT = """\
format: 1
coalition:
  id: forest-city
  name: Forest City Mobility Coalition
  convener: {name: River Trust, sector: nonprofit}
partners:
  - {id: oak-street-tenants, name: Oak Street Tenants Council}
members:
  - id: ana-lopez
    name: Ana López
roles:
  - id: project-manager
    held_by: [ana-lopez]
"""
LAUNCH = """\
format: 1
coalition:
  id: forest-city
  name: Forest City Mobility Coalition
  convener: {name: River Trust, sector: nonprofit}
partners:
  - {id: oak-street-tenants, name: Oak Street Tenants Council}
members:
  - id: ana-lopez
    name: Ana López
    seated_as: individual
    group: management-team
    compensation: {per: meeting, method: gift card}
  - id: ben-ito
    name: Ben Ito
    group: key-stakeholder
champions: [{member: ben-ito}]
roles:
  - {id: project-manager, held_by: [ana-lopez]}
  - {id: data-lead, held_by: [ana-lopez]}
  - {id: community-engagement-lead, held_by: [ana-lopez]}
  - {id: communications-and-outreach-lead, held_by: [ana-lopez]}
  - {id: learning-and-evaluation-lead, waived: the data lead does both}
decision_model: {model: consensus, quorum: 1/2, final_call: members}
meetings: [{id: kickoff, kind: introductions, group: all, date: 2026-02-03}]
"""
UNREADABLE = "format: 1\ncoalition: {id: forest-city\n"


def verdict(
    text: str,
    *,
    rules: Sequence[Rule] = RULES,
    profile: Profile | None = Profile.SUSTAIN,
    as_of: date = AS_OF,
    overlay: str | None = None,
) -> Verdict:
    """Judge the exact text of a plan."""
    outcome = loaded(text, overlay=overlay)
    return judge(outcome, rules, settings=settings_for(outcome.committed, profile=profile), as_of=as_of)


def severities(outcome: Verdict) -> dict[str, Severity]:
    """Return how severe each rule was that found something."""
    return {finding.check.name: finding.severity for finding in outcome.findings}


def of(outcome: Verdict, name: str) -> list[Finding]:
    """Return the findings of one rule."""
    return [finding for finding in outcome.findings if finding.check.name == name]


def raising(name: str) -> tuple[Rule, ...]:
    """Return all rules, one of which fails."""

    def fails(_snapshot: Snapshot) -> Iterator[Breach]:
        yield Breach(PLAN, "half of what it would have found; mend it")
        raise KeyError("quorum")

    return tuple(rule._replace(judge=fails) if rule.check.name == name else rule for rule in RULES)


def test_a_rule_that_fails_becomes_a_finding_that_names_it() -> None:
    outcome = verdict(whole(""), rules=raising("convener-missing"))
    (finding,) = of(outcome, "rule-failed")
    assert finding.check.code == "CK999"
    assert finding.severity is Severity.ERROR
    assert finding.address == PLAN
    assert finding.message == (
        "the rule CK201 convener-missing failed (KeyError: 'quorum'); this is a mistake in "
        "coalitionkit, not in the plan: please report it"
    )


def test_the_other_rules_go_on_when_one_fails() -> None:
    before = verdict(whole(""))
    after = verdict(whole(""), rules=raising("convener-missing"))
    assert set(severities(after)) == set(severities(before)) - {"convener-missing"} | {"rule-failed"}


def test_nothing_is_told_of_what_a_failed_rule_had_begun_to_find() -> None:
    assert not of(verdict(whole(""), rules=raising("convener-missing")), "convener-missing")


def test_a_rule_that_fails_holds_the_plan_back_from_every_rung() -> None:
    assert verdict(LAUNCH, rules=raising("convener-missing")).ladder.passed is None


def test_a_rule_that_is_switched_off_is_not_run() -> None:
    text = whole("lint:\n  rules: {convener-missing: off}\n")
    assert not of(verdict(text, rules=raising("convener-missing")), "rule-failed")


@pytest.mark.parametrize("key", ["metric-missing", "CK401"])
@pytest.mark.parametrize("word", ["error", "warning", "info"])
def test_a_plan_sets_severities_by_name_or_code(key: str, word: str) -> None:
    outcome = verdict(whole(f"lint:\n  rules: {{{key}: {word}}}\n"))
    assert severities(outcome)["metric-missing"] is Severity(word)


@pytest.mark.parametrize("key", ["metric-missing", "CK401"])
def test_off_silences_a_rule(key: str) -> None:
    assert "metric-missing" in severities(verdict(whole("")))
    assert "metric-missing" not in severities(verdict(whole(f"lint:\n  rules: {{{key}: off}}\n")))


def test_the_other_rules_keep_their_severity() -> None:
    before = severities(verdict(whole("")))
    after = severities(verdict(whole("lint:\n  rules: {metric-missing: info}\n")))
    assert after == before | {"metric-missing": Severity.INFO}


def test_a_rule_made_a_warning_no_longer_holds_the_plan_back() -> None:
    assert verdict(whole("")).ladder == Ladder(Profile.START, Profile.DRAFT, 2)
    text = whole("lint:\n  rules: {convener-missing: warning, project-manager-missing: off}\n")
    assert verdict(text).ladder.passed is Profile.DRAFT


@pytest.mark.parametrize("key", ["other-spelling", "CK022"])
@pytest.mark.parametrize("word", ["error", "off"])
def test_severities_of_family_0_stay(key: str, word: str) -> None:
    partners = "partners:\n  - {id: river-trust, name: River Trust, sector: Non-profit}\n"
    outcome = verdict(whole(f"{partners}lint:\n  rules: {{{key}: {word}}}\n"))
    assert severities(outcome)["other-spelling"] is Severity.INFO
    (finding,) = of(outcome, "unknown-rule")
    assert f"'{key}'" in finding.message


def test_each_name_that_changes_nothing_is_told_once() -> None:
    text = whole("lint:\n  rules: {metric-mising: off, capital-mix: off, CK987: error}\n")
    found = of(verdict(text), "unknown-rule")
    assert [str(finding.address) for finding in found] == [
        "lint.rules.metric-mising",
        "lint.rules.CK987",
    ]
    assert found[0].message == ("there is no rule 'metric-mising' to change; did you mean 'metric-missing'?")


@pytest.mark.parametrize("profile", list(Profile))
def test_only_findings_of_the_profile_and_below_are_shown(profile: Profile) -> None:
    outcome = verdict(whole(""), profile=profile)
    assert outcome.profile is profile
    everything = verdict(whole("")).findings
    assert outcome.findings == tuple(f for f in everything if f.check.profile <= profile)


def test_start_shows_only_what_keeps_the_plan_from_being_used() -> None:
    assert not verdict(whole(""), profile=Profile.START).findings


def test_a_plan_names_its_own_profile() -> None:
    outcome = verdict(whole("lint: {profile: draft}\n"), profile=None)
    assert outcome.profile is Profile.DRAFT
    assert set(severities(outcome)) == {"convener-missing", "project-manager-missing"}


def test_without_a_profile_it_is_start() -> None:
    assert verdict(whole(""), profile=None).profile is Profile.START


def test_the_caller_has_the_last_word_on_the_profile() -> None:
    text = whole("lint: {profile: launch}\n")
    assert verdict(text, profile=Profile.DRAFT).profile is Profile.DRAFT


@pytest.mark.parametrize(
    ("text", "ladder"),
    [
        pytest.param(UNREADABLE, Ladder(None, Profile.START, 1), id="unreadable"),
        pytest.param(whole("membres: []\nfokus: {}\n"), Ladder(None, Profile.START, 2), id="unfit"),
        pytest.param(whole(""), Ladder(Profile.START, Profile.DRAFT, 2), id="two lines"),
        pytest.param(DRAFT, Ladder(Profile.DRAFT, Profile.LAUNCH, 9), id="draft"),
        pytest.param(LAUNCH, Ladder(Profile.LAUNCH, Profile.SUSTAIN, 4), id="warnings hold nobody back"),
    ],
)
def test_the_ladder_says_what_is_passed_and_what_stands_between(text: str, ladder: Ladder) -> None:
    assert verdict(text).ladder == ladder


@pytest.mark.parametrize("profile", list(Profile))
def test_the_ladder_is_the_same_whatever_the_plan_is_held_to(profile: Profile) -> None:
    assert verdict(DRAFT, profile=profile).ladder == verdict(DRAFT).ladder


def test_an_error_below_holds_back_what_stands_above() -> None:
    text = LAUNCH.replace("    name: Ana López\n", "    name: Ana López\n    phone: 555-0100\n")
    assert verdict(text).ladder == Ladder(None, Profile.START, 1)


def test_a_plan_that_does_not_fit_the_format_has_the_findings_of_loading_alone() -> None:
    outcome = verdict(UNREADABLE)
    assert [finding.check.code for finding in outcome.findings] == ["CK001"]


def test_the_overlay_changes_nothing_for_the_rules() -> None:
    without = verdict(LAUNCH)
    overlay = "members:\n  - {id: ana-lopez, phone: 555-0100, compensation: {amount: 50}}\n"
    assert verdict(LAUNCH, overlay=overlay).findings == without.findings


def test_today_is_the_day_that_is_given() -> None:
    text = DRAFT.replace("[ana-lopez]", "[{member: ana-lopez, until: 2026-06}]")
    assert not of(verdict(text, as_of=date(2026, 6, 30)), "role-lapsed")
    assert of(verdict(text, as_of=date(2026, 7, 1)), "role-lapsed")


def test_time_alone_makes_no_error() -> None:
    for text in (DRAFT, LAUNCH, DRAFT.replace("[ana-lopez]", "[{member: ana-lopez, until: 2026-06}]")):
        today, later = verdict(text), verdict(text, as_of=date(2050, 1, 1))
        assert today.ladder == later.ladder


def test_findings_stand_in_the_order_of_the_file() -> None:
    found = verdict(whole("members:\n  - {id: ana-lopez, name: Ana López, phone: 555-0100}\n")).findings
    assert len(found) > 5
    assert list(found) == sorted(found, key=Finding.order)


def test_a_second_place_is_told() -> None:
    text = whole("rhythm:\n  cadence:\n    management-team: monthly\n    champion: weekly\n")
    finding = of(verdict(text), "cadence-order")[-1]
    assert finding.place.span.start == (4, 15)
    assert [related.place.span.start for related in finding.related] == [(3, 22)]


def checks_run(text: str, profile: Profile) -> list[Check]:
    """Return the checks of the rules that are run over a plan held to a profile."""
    run: list[Check] = []

    def noted(rule: Rule) -> Rule:
        def notes(_snapshot: Snapshot) -> Iterator[Breach]:
            run.append(rule.check)
            return iter(())

        return rule._replace(judge=notes) if rule.judge else rule

    verdict(text, rules=[noted(rule) for rule in RULES], profile=profile)
    return run


SWITCHED_ON = [rule.check for rule in RULES if rule.judge and rule.check.severity is not Severity.OFF]


def test_every_rule_that_has_a_judge_was_run() -> None:
    run = checks_run(whole(""), Profile.SUSTAIN)
    assert run == SWITCHED_ON
    assert run[0].family == 1


def test_beyond_the_profile_only_errors_are_looked_for() -> None:
    run = checks_run(whole(""), Profile.DRAFT)
    beyond = [check for check in run if check.profile > Profile.DRAFT]
    assert beyond
    assert all(check.severity is Severity.ERROR for check in beyond)
    assert [check for check in run if check not in beyond] == [
        check for check in SWITCHED_ON if check.profile <= Profile.DRAFT
    ]


def test_a_comment_may_speak_of_what_lies_beyond_the_profile() -> None:
    marked = whole("members: []  # coalition: ignore[hours-missing] later\n")
    assert checks_run(marked, Profile.DRAFT) == SWITCHED_ON
