"""Findings that were known on a day."""

import json
import random
from datetime import date

import pytest
from builders import codes, loaded, whole
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.errors import ConfigurationError
from coalitionkit.findings import Finding, Profile, Severity
from coalitionkit.places import PLAN
from coalitionkit.rules import baseline
from coalitionkit.rules.baseline import entries, is_baseline, read, stale, without, written
from coalitionkit.rules.catalogue import RULES
from coalitionkit.rules.engine import judge
from coalitionkit.rules.families.linter import RULE_FAILED
from coalitionkit.settings import settings_for
from coalitionkit.verdicts import Verdict, fingerprints

AS_OF = date(2026, 6, 30)
METRICS = "metrics: [{id: debt, name: Debt}, {id: jobs, name: 'Jobs “x”'}]\n"
SPELLING = "partners: [{id: river-trust, name: River Trust, sector: Non-profit}]\n"
UNREADABLE = "format: 1\ncoalition: [\n"


def verdict(text: str, profile: Profile = Profile.SUSTAIN) -> Verdict:
    outcome = loaded(text)
    return judge(outcome, RULES, settings=settings_for(outcome.committed, profile=profile), as_of=AS_OF)


def prints(verdict: Verdict) -> set[str]:
    return {entry.fingerprint for entry in entries(verdict, str)}


PARTS = st.lists(
    st.sampled_from([METRICS, "champions: []\n", "roles: [{id: data-lead}]\n", "rhythm: {cadence: {}}\n"]),
    unique=True,
).map(lambda parts: whole("".join(parts)))


@given(PARTS, st.sampled_from(Profile))
def test_what_is_written_is_not_shown_again(text: str, profile: Profile) -> None:
    before = verdict(text, profile)
    known = read(written(entries(before, str)), "b.json")
    after = without(before, {entry.fingerprint for entry in known})
    assert after.findings == ()
    assert after.known == len(before.findings)
    assert after.ladder == before.ladder
    assert stale(known, [before], str) == []


@given(PARTS, st.randoms())
def test_the_same_findings_give_the_same_bytes(text: str, shuffled: random.Random) -> None:
    known = entries(verdict(text), str)
    again = [*known]
    shuffled.shuffle(again)
    assert written(again) == written(known)
    assert sorted(read(written(known), "b.json")) == sorted(known)


def test_the_file_is_for_people_and_for_git() -> None:
    text = written(entries(verdict(whole(METRICS), Profile.DRAFT), lambda file: f"plans/{file}"))
    lines = text.splitlines()
    assert (lines[0], lines[-2:]) == ("{", ['"baseline": 1', "}"])
    assert all(line.endswith("},") for line in lines[1:-2])
    assert '"CK201", "name": "convener-missing", "file": "plans/coalition.yaml"' in lines[1]
    assert len(json.loads(text)) == len(lines) - 2
    assert written([]) == '{\n"baseline": 1\n}\n'


def test_what_was_not_known_is_shown() -> None:
    known = prints(verdict(whole(METRICS)))
    after = without(verdict(whole(METRICS.replace("jobs", "work"))), known)
    assert {"metrics[work].baseline", "metrics[work].groups"} <= {str(f.address) for f in after.findings}
    assert all("[work]" in str(f.address) for f in after.findings)


def test_what_keeps_a_plan_from_being_read_is_never_taken_in() -> None:
    assert entries(verdict(UNREADABLE), str) == []
    both = verdict(whole(SPELLING + "metrcs: []\n"))
    assert {"CK010", "CK022"} <= set(codes(both.findings))
    assert entries(both, str) == []


def test_a_note_on_how_a_plan_is_written_is_taken_in_and_seen_to_be_gone() -> None:
    before = verdict(whole(SPELLING))
    known = [entry for entry in entries(before, str) if entry.code == "CK022"]
    assert len(known) == 1
    assert "CK022" not in codes(without(before, {entry.fingerprint for entry in known}).findings)
    assert stale(known, [before], str) == []
    assert stale(known, [verdict(whole(SPELLING.replace("Non-profit", "nonprofit")))], str) == known
    assert stale(known, [verdict(UNREADABLE)], str) == []


def test_a_plan_that_cannot_be_judged_keeps_what_stands_in_the_way() -> None:
    unreadable = verdict(UNREADABLE)
    assert without(unreadable, fingerprints(unreadable.findings)).findings == unreadable.findings
    judged = verdict(whole(SPELLING))
    assert without(judged, fingerprints(judged.findings)).findings == ()


def test_a_rule_that_failed_is_always_told() -> None:
    before = verdict(whole(""))
    failed = Finding(RULE_FAILED.check, Severity.ERROR, "x", before.findings[0].place, PLAN)
    outcome = before._replace(findings=(*before.findings, failed))
    assert "CK999" not in {entry.code for entry in entries(outcome, str)}
    assert without(outcome, fingerprints(outcome.findings)).findings == (failed,)


def test_an_entry_is_stale_when_it_is_looked_for_and_not_found() -> None:
    known = entries(verdict(whole(METRICS)), str)
    mended = verdict(whole(METRICS.replace("Debt}", "Debt, baseline: {date: 2024, value: 6}}")))
    assert [(e.code, e.address) for e in stale(known, [mended], str)] == [("CK402", "metrics[debt].baseline")]


@pytest.mark.parametrize(
    "now",
    [
        pytest.param(verdict(whole(""), Profile.DRAFT), id="held to less"),
        pytest.param(verdict(UNREADABLE), id="unreadable"),
        pytest.param(verdict(whole(""))._replace(files=()), id="another file"),
    ],
)
def test_what_was_not_looked_for_is_not_stale(now: Verdict) -> None:
    known = [e for e in entries(verdict(whole(METRICS)), str) if e.code == "CK402"]
    assert known
    assert stale(known, [now], str) == []


def test_what_is_switched_off_is_not_stale() -> None:
    known = [e for e in entries(verdict(whole(METRICS)), str) if e.code == "CK402"]
    assert stale(known, [verdict(whole("lint: {rules: {CK402: off}}\n"))], str) == []
    assert len(stale(known, [verdict(whole(""))], str)) == 2


SOUND = written(entries(verdict(whole(METRICS)), str))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is not valid JSON (line 1)"),
        ("{\n\n", "is not valid JSON (line 3)"),
        ("[" * 100_000, "is not valid JSON"),
        ("[]", "is not a baseline"),
        ("{}", "is not a baseline"),
        ('{"baseline": true}', "is not a baseline"),
        ('{"baseline": 2}', "has version 2"),
        ('{"x": 1, "baseline": 1}', "the entry 'x' of the baseline 'b.json' is incomplete"),
        ('{"x": {"code": "CK402"}, "baseline": 1}', "the entry 'x'"),
        (SOUND.replace('"CK402"', "402"), "is incomplete"),
        (f"<<<<<<< HEAD\n{SOUND}", "marks of a merge"),
    ],
)
def test_a_broken_file_is_refused_in_words(text: str, words: str) -> None:
    with pytest.raises(ConfigurationError) as refused:
        read(text, "b.json")
    assert words in refused.value.message
    assert "--write-baseline" in refused.value.hint


def test_what_is_said_twice_is_the_same() -> None:
    assert RULE_FAILED.check.code == baseline._FAILED


def test_a_baseline_is_known_by_its_end() -> None:
    assert is_baseline(SOUND)
    assert is_baseline(SOUND.replace("\n", "\r\n"))
    assert is_baseline(written([]))
    assert not is_baseline("# Minutes\n")
    assert not is_baseline("")
