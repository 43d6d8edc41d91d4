"""What every rule tells about itself, and how rules are looked up."""

import re

import pytest

from coalitionkit.errors import UnknownRuleError
from coalitionkit.findings import Check, Profile, Severity
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.record import Kind, Listing, Part, Record, Table, fields_of
from coalitionkit.model.vocabulary.governance import GROUPS
from coalitionkit.model.vocabulary.practices import PRACTICES
from coalitionkit.rules.cases import cases_of
from coalitionkit.rules.catalogue import FAMILIES, RULES, every_rule, rule_named
from coalitionkit.rules.packs import BUILT_IN
from coalitionkit.rules.rule import Rule, told

CHECKS = [rule.check for rule in every_rule()]
WITHOUT_SOURCES = {
    "private-value-committed": "a promise of this tool to the people of a plan, not a practice of a guide",
    "left-but-active": "two keys of one member that speak of the same thing",
}


def test_there_are_rules_of_every_kind() -> None:
    assert len(CHECKS) > 40
    assert {check.family for check in CHECKS} >= {0, 2, 3, 4, 5, 7, 8, 9}


def test_codes_and_names_are_unique_and_sorted() -> None:
    codes = [check.code for check in CHECKS]
    names = [check.name for check in CHECKS]
    assert len(set(codes)) == len(codes)
    always = [rule.check.code for rule in RULES]
    assert always == sorted(always)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_a_rule_has_a_code_a_name_and_a_family(check: Check) -> None:
    assert re.fullmatch(r"CK\d{3}|(CSBG|DFC|HC)\d\d", check.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", check.name), f"{check.name} is not kebab-case"
    assert check.family in FAMILIES


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_a_rule_says_what_why_and_how_in_whole_sentences(check: Check) -> None:
    for label, text in (("summary", check.summary), ("why", check.why), ("mend", check.mend)):
        assert text, f"{check.code} has no {label}"
        assert text[0].isupper() or text[0].isdigit(), f"the {label} of {check.code}: {text}"
        assert text.endswith((".", "?")), f"the {label} of {check.code} does not end: {text}"
        assert "  " not in text, f"the {label} of {check.code} has a gap: {text}"
        assert text.count("`") % 2 == 0, f"the {label} of {check.code} has a lone backtick: {text}"
    assert ". " not in check.summary, f"the summary of {check.code} is more than one sentence"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.check.code)
def test_an_option_is_told_in_two_short_phrases(rule: Rule) -> None:
    for key, option in rule.options.items():
        for text in (option.what, option.why):
            assert text, f"the option '{key}' of {rule.check.code} is not explained"
            assert not text[0].isupper(), f"'{key}' of {rule.check.code} goes on a line with others: {text}"
            assert not text.endswith("."), f"'{key}' of {rule.check.code} goes on a line with others: {text}"


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_a_rule_of_practice_names_its_sources(check: Check) -> None:
    if check.family in {0, 9} or check.name in WITHOUT_SOURCES:
        assert not check.sources
    else:
        assert check.sources, f"{check.code} has no source"
        assert all(check.sources)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_what_is_needed_to_read_a_plan_holds_from_the_start(check: Check) -> None:
    assert check.severity is not Severity.OFF or check.profile > Profile.START or check.family == 9
    if check.family in {0, 9}:
        assert check.profile is Profile.START


def test_rules_are_found_by_code_and_name_in_any_case() -> None:
    assert rule_named("CK231") is rule_named("project-manager-missing")
    assert rule_named("ck231") is rule_named("CK231")
    assert rule_named("Project-Manager-Missing") is rule_named("CK231")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("project-manger-missing", "there is no rule 'project-manger-missing'; did you mean"),
        ("CK1000", "there is no rule 'CK1000'; 'coalition rule --all' lists them"),
        ("CK987", "there is no rule 'CK987'; 'coalition rule --all' lists them"),
        ("weather-forecast", "; 'coalition rule --all' lists them"),
    ],
)
def test_an_unknown_rule_is_refused_with_a_hint(name: str, message: str) -> None:
    with pytest.raises(UnknownRuleError) as refused:
        rule_named(name)
    assert message in refused.value.message


def test_a_docstring_is_read_in_three_parts() -> None:
    docstring = """Someone leads.

    Why: Nobody else
    would.

    Mend: Name someone.
    """
    assert told(docstring) == ("Someone leads.", "Nobody else would.", "Name someone.")
    assert told("Someone leads.") == ("Someone leads.", "", "")
    assert told("Someone leads.\n\nMend: Name someone.") == ("Someone leads.", "", "Name someone.")


def keys_of(record: type[Record], seen: set[type[Record]]) -> set[str]:
    """Return the keys of a record and of all records that can stand within it."""
    if record in seen:
        return set()
    seen.add(record)
    found = set(fields_of(record))
    for shape in fields_of(record).values():
        kind: Kind = shape.kind
        while isinstance(kind, Listing | Table):
            kind = kind.of
        if isinstance(kind, Part):
            found |= keys_of(kind.record, seen)
    return found


KEYS = keys_of(Coalition, set())
OF_TABLES = {*PRACTICES.words, *GROUPS.words, *BUILT_IN}
"""What stands before a colon in tables: practices, the groups of a rhythm, and the packs that have seats."""
KEY = re.compile(r"(?<![\w-])([a-z_][\w-]*):(?=\s|$)")


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_advice_shows_only_keys_that_there_are(check: Check) -> None:
    shown = re.findall(r"`([^`#]+)`", check.mend)
    keys = {key for snippet in shown for key in KEY.findall(snippet)}
    assert keys <= KEYS | OF_TABLES, f"{check.code} shows {sorted(keys - KEYS - OF_TABLES)}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.check.code)
def test_messages_show_only_keys_that_there_are(rule: Rule) -> None:
    found = [finding for case in cases_of(rule.check.name).bad for finding in case.finds]
    shown = [snippet for finding in found for snippet in re.findall(r"'([^']+)'", finding)]
    keys = {key for snippet in shown for key in KEY.findall(snippet)}
    if rule.check.family not in {0, 9}:
        assert keys <= KEYS | OF_TABLES, f"{rule.check.code} shows {sorted(keys - KEYS - OF_TABLES)}"
