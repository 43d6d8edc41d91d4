"""Names in settings that mean nothing are told where they stand."""

from datetime import date

import pytest
from builders import loaded, raw, whole

from coalitionkit.configuration import settings_of
from coalitionkit.findings import Finding, Severity
from coalitionkit.rules.catalogue import RULES
from coalitionkit.rules.engine import judge
from coalitionkit.rules.rule import Option, Rule
from coalitionkit.rules.rulebook import rules_for
from coalitionkit.source.files import RawFile

WITH_OPTION = "convener-missing"


def found(lint: str, **files: str) -> list[Finding]:
    """Return what is found of the settings, in the plan and in files beside it."""

    def read(path: str, _named_in: str) -> RawFile | None:
        text = files.get(path.partition(".")[0])
        return None if text is None else raw(path, text)

    outcome = loaded(whole(lint))
    settings = settings_of(outcome, read)
    rules = [_with_option(rule) for rule in rules_for(settings)]
    verdict = judge(outcome, rules, settings=settings, as_of=date(2026, 6, 30))
    assert set(verdict.texts) >= {finding.place.file for finding in verdict.findings}
    return [finding for finding in verdict.findings if finding.check.family in {0, 9}]


def _with_option(rule: Rule) -> Rule:
    if rule.check.name != WITH_OPTION or rule.judge is None:
        return rule
    return rule._replace(
        options={"days": Option("How many.", "Because.", 30)}, judge=lambda _, **__: iter(())
    )


def told(findings: list[Finding]) -> list[str]:
    return [
        f"{f.place.file}:{f.place.span.start.line}:{f.place.span.start.column} {f.check.code} {f.message}"
        for f in findings
    ]


def test_an_option_that_exists_is_not_told() -> None:
    assert found("lint: {options: {convener-missing: {days: 3}, CK201: {days: 4}}}\n") == []


@pytest.mark.parametrize(("option", "hint"), [("dayz", "did you mean 'days'?"), ("weather", "it has 'days'")])
def test_an_unknown_option_is_told_at_its_key(option: str, hint: str) -> None:
    text = f"lint:\n  options:\n    CK201:\n      {option}: 3\n"
    assert told(found(text)) == [
        f"coalition.yaml:4:7 CK910 the rule 'CK201' has no option '{option}'; {hint}"
    ]


def test_options_of_an_unknown_rule_are_told_once_at_the_rule() -> None:
    text = "lint:\n  options:\n    convener-mising: {days: 3, weeks: 4}\n    CK010: {days: 1}\n"
    hint = "did you mean 'convener-missing'?"
    assert told(found(text)) == [
        f"coalition.yaml:3:5 CK903 there is no rule 'convener-mising' to change; {hint}",
        "coalition.yaml:4:5 CK903 the rule 'CK010' cannot be changed; remove this line",
    ]


def test_an_unknown_option_does_not_reach_the_rule() -> None:
    assert [f.check.code for f in found("lint: {options: {metric-missing: {days: 3}}}\n")] == ["CK910"]


def test_what_a_shared_file_says_in_vain_is_told_there() -> None:
    region = "rules:\n  metric-mising: off\npacks: [csgb]\n"
    assert told(found("lint: {extend: [region.yaml]}\n", region=region)) == [
        "region.yaml:2:18 CK903 there is no rule 'metric-mising' to change; did you mean 'metric-missing'?",
        "region.yaml:3:9 CK911 there is no pack 'csgb' here; did you mean 'csbg'?",
    ]


def test_a_shared_file_may_speak_of_a_pack_that_the_plan_does_not_name() -> None:
    region = "rules: {csbg-seat-unknown: warning, CSBG02: off}\noptions: {CSBG02: {days: 2}}\n"
    assert found("lint: {extend: [region.yaml]}\n", region=region) == []


def test_a_plan_sets_its_own_rules_and_those_of_packs() -> None:
    text = """\
members: [{id: ana, name: Ana}]
lint:
  packs: [csbg]
  profile: launch
  rules: {ours: error, local/theirs: off, csbg-low-income-seats: info}
  local:
    - {id: ours, each: members, require: {joined: present}, message: "write when '{name}' joined"}
    - {id: theirs, each: members, require: {joined: present}, message: never told}
"""
    outcome = loaded(whole(text))
    settings = settings_of(outcome, lambda *_: None)
    verdict = judge(outcome, rules_for(settings), settings=settings, as_of=date(2026, 6, 30))
    mine = {f.check.code: f for f in verdict.findings if f.check.family == 10}
    assert {code: f.severity for code, f in mine.items()} == {
        "local/ours": Severity.ERROR,
        "CSBG02": Severity.INFO,
    }
    assert mine["local/ours"].message == "write when 'Ana' joined"
    assert not [f for f in verdict.findings if f.check.family == 9]


def test_a_local_rule_that_fails_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    from coalitionkit.rules.local import making

    monkeypatch.setattr(making, "entries", lambda *_: 1 / 0)
    text = "lint:\n  local:\n    - {id: ours, each: members, require: {joined: present}, message: write it}\n"
    codes = [f.check.code for f in found(text)]
    assert codes == ["CK999"]
    assert len(RULES) > 1


def test_the_findings_of_settings_may_be_changed_too() -> None:
    assert found("lint: {packs: [csgb], rules: {unknown-pack: off}}\n") == []
