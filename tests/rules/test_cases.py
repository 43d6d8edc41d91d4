"""Every rule against its own examples: what it finds, where, in which words, and what it is silent about."""

import re
from collections.abc import Sequence
from datetime import date
from functools import partial
from importlib.resources import files

import pytest

from coalitionkit.configuration import settings_of
from coalitionkit.findings import Finding, Profile
from coalitionkit.loading import load
from coalitionkit.rules.cases import Case, cases_of
from coalitionkit.rules.catalogue import every_rule
from coalitionkit.rules.engine import judge
from coalitionkit.rules.rule import Rule
from coalitionkit.rules.rulebook import rules_for
from coalitionkit.source.files import PlanFiles, RawFile

MAIN = "coalition.yaml"
OVERLAY = "coalition.private.yaml"
AS_OF = date(2026, 6, 30)
RULES = every_rule()

WITHOUT_CASES = {
    "rule-failed": "no plan can bring it about: test_engine.py has a judge that raises",
}

EXAMPLES = [
    pytest.param(rule, case, kind == "bad", id=f"{rule.check.code}-{kind}-{number}")
    for rule in RULES
    for kind, cases in (
        ("bad", cases_of(rule.check.name).bad),
        ("good", cases_of(rule.check.name).good),
    )
    for number, case in enumerate(cases, 1)
]
JUDGED = [rule for rule in RULES if rule.judge is not None]

LONGEST_SHOWN = 8
"""How many lines of the first example people read without losing the thread."""

LONG_BY_NATURE = {
    "dfc-sectors-missing": "twelve sectors need twelve members",
}

WIDEST_SHOWN = 95


def files_of(case: Case) -> PlanFiles:
    """Return the files of a case as the workspace would read them."""
    data = case.whole_text.encode(case.encoding)
    main = RawFile(MAIN, None if case.size else data, case.size or len(data))
    others = {name: beside(case, name) for name in case.files}
    fragments = [file for name, file in others.items() if name.startswith("coalition.d/")]
    return PlanFiles(main, tuple(filter(None, fragments)), others.get(OVERLAY))


def beside(case: Case, name: str, _named_in: str = "") -> RawFile | None:
    """Return another file of a case, as the workspace would read it; None when there is none."""
    text = case.files.get(name)
    return RawFile(name, text.encode(), len(text.encode())) if text is not None else None


def findings_of(case: Case) -> tuple[Finding, ...]:
    """Return everything that is found in a case at the highest profile."""
    loaded = load(files_of(case))
    settings = settings_of(loaded, partial(beside, case), profile=Profile.SUSTAIN, advice=True)
    return judge(loaded, rules_for(settings), settings=settings, as_of=AS_OF).findings


def told(finding: Finding) -> str:
    """Return a finding as the case files write it; those of other files begin with the file's name."""
    start = finding.place.span.start
    file = "" if finding.place.file == MAIN else f"{finding.place.file}:"
    return f"{file}{start.line}:{start.column} {finding.message}"


def differences(rule: Rule, case: Case) -> str:
    """Return where a case and what is found in it part ways; "" when they agree.

    One cause makes one finding: nothing of family 0 may stand beside what the rule itself finds.
    """
    found = findings_of(case)
    mine = [told(f) for f in found if f.check.code == rule.check.code]
    others = [
        f"{f.check.code} {told(f)}" for f in found if f.check.family == 0 and f.check.code != rule.check.code
    ]
    if mine == list(case.finds) and not others:
        return ""
    parts = [f"in this plan:\n{case.shown}", *_listed("expected", case.finds), *_listed("found", mine)]
    if others:
        parts += _listed("and of family 0, where nothing should be", others)
    return "\n".join(parts)


def _listed(title: str, items: Sequence[str]) -> list[str]:
    return [f"{title}:", *(f"  {item}" for item in items or ["nothing"])]


@pytest.mark.parametrize(("rule", "case", "is_bad"), EXAMPLES)
def test_a_rule_finds_what_its_cases_say(rule: Rule, case: Case, is_bad: bool) -> None:  # noqa: FBT001
    assert bool(case.finds) is is_bad, "a bad case says what is found in it, a good one nothing"
    problem = differences(rule, case)
    assert not problem, f"{rule.check.code} {rule.check.name} {problem}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.check.code)
def test_every_rule_has_a_bad_and_a_good_case(rule: Rule) -> None:
    cases = cases_of(rule.check.name)
    if rule.check.name in WITHOUT_CASES:
        assert not cases.bad
        assert not cases.good
    else:
        assert cases.bad, f"examples/{rule.check.name}.yaml has no bad case"
        assert cases.good, f"examples/{rule.check.name}.yaml has no good case"


def test_every_file_of_examples_belongs_to_a_rule() -> None:
    names = {rule.check.name for rule in RULES}
    here = files("coalitionkit.rules").joinpath("examples").iterdir()
    orphans = [file.name for file in here if file.name.removesuffix(".yaml") not in names]
    assert not orphans, f"no rule has the name of {orphans}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.check.code)
def test_the_examples_that_people_read_are_short(rule: Rule) -> None:
    cases = cases_of(rule.check.name)
    for case in (*cases.bad[:1], *cases.good[:1]):
        lines = case.shown.splitlines()
        assert len(lines) <= LONGEST_SHOWN or rule.check.name in LONG_BY_NATURE, (
            f"{rule.check.name}:\n{case.shown}"
        )
        assert max(map(len, lines)) <= WIDEST_SHOWN, f"{rule.check.name}:\n{case.shown}"


def test_a_further_file_is_shown_below_its_name() -> None:
    case = Case("members: []\n", files={OVERLAY: "members:\n"})
    assert case.shown == "members: []\n\n# coalition.private.yaml\nmembers:\n"
    assert Case("", files={OVERLAY: "members:\n"}).shown == "# coalition.private.yaml\nmembers:\n"


ADVICE = re.compile(r"; |: |\bexpected\b|\bwrite\b|such as\b|\bchoose\b")
SAYS_IT_ALL = re.compile(
    r"""this\ is\ still\ to\ be\ filled\ in
    |.*\ is\ neither\ yes\ nor\ no
    |.*\ is\ not\ a\ whole\ number
    |.*\ is\ below\ zero
    |.*\ divides\ by\ zero
    |there\ is\ no\ year\ 0
    |this\ number\ is\ longer\ than\ \d+\ characters
    |.*\ is\ not\ a\ web\ address\ that\ begins\ with\ https://
    |lists\ and\ groups\ stand\ within\ one\ another\ more\ than\ \d+\ deep
    |this\ item\ does\ not\ say\ by\ its\ id\ which\ item\ of\ the\ plan\ it\ adds\ to
    """,
    re.VERBOSE,
)
"""Messages that leave no doubt about what to do, or whose rule says it, though they do not."""

MESSAGES = sorted(
    {
        (rule.check.code, finding.partition(" ")[2])
        for rule in RULES
        for case in cases_of(rule.check.name).bad
        for finding in case.finds
    }
)


@pytest.mark.parametrize(("code", "message"), MESSAGES)
def test_a_message_is_one_plain_sentence_that_says_what_to_do(code: str, message: str) -> None:
    assert not message[0].isupper(), f"{code} begins with a capital: {message}"
    assert not message.endswith((".", "!", ";", ":", " ")), f"{code} ends with a sign: {message}"
    assert not re.search(r"[.!?] [A-Z]", message), f"{code} is several sentences: {message}"
    assert "\n" not in message, f"{code} spans lines: {message!r}"
    assert "  " not in message, f"{code} has a gap: {message!r}"
    assert ADVICE.search(message) or SAYS_IT_ALL.fullmatch(message), f"{code} does not say how: {message}"
