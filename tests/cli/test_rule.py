"""`coalition rule`: explaining rules."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from builders import whole

from cli.conftest import Run
from coalitionkit.cli.console import plain
from coalitionkit.cli.show.rules import rule_lines, rule_markdown, rules_json, rules_markdown
from coalitionkit.findings import Profile, Severity
from coalitionkit.rules.catalogue import every_rule, rule_named
from coalitionkit.rules.practices import PRACTICES
from coalitionkit.rules.rule import Breach, Snapshot, rule


@rule(
    "CK498",
    "value-stale",
    profile=Profile.SUSTAIN,
    practices=(3, 125),
    options={
        "days": ("how old a value may be", "data come late"),
        "most": ("how many may be late", "one is no pattern"),
    },
)
def STALE(_snapshot: Snapshot, *, days: int = 90, most: int = 2) -> Iterator[Breach]:  # noqa: N802
    """Values are fresh."""
    return iter(())


@rule("CK499", "value-odd", profile=Profile.SUSTAIN, practices=(3,))
def OTHER(_snapshot: Snapshot) -> Iterator[Breach]:  # noqa: N802
    """Values are plain."""
    return iter(())


@pytest.mark.parametrize("name", ["CK020", "ck020", "broken-reference", "BROKEN-REFERENCE"])
def test_a_rule_is_found_by_code_and_name(run: Run, name: str) -> None:
    ran = run("rule", name)
    assert ran.code == 0, ran.err
    assert ran.out.startswith("CK020 broken-reference  error, from profile start\n")


def test_an_unknown_rule_is_refused_with_a_near_miss(run: Run) -> None:
    ran = run("rule", "broken-refrence")
    assert ran.code == 2
    assert ran.err == (
        "error: there is no rule 'broken-refrence'; did you mean 'broken-reference'?\n"
        "hint:  rules that a plan wrote itself are known in its folder, or with --plan PATH\n"
    )
    assert "coalition rule --all" in run("rule", "zzz").err


@pytest.mark.parametrize(
    "arguments", [[], ["CK020", "--all"], ["CK020", "CK021"], ["--all", "--format", "xml"]]
)
def test_what_is_no_question_is_refused(run: Run, arguments: list[str]) -> None:
    assert run("rule", *arguments).code == 2


def test_all_rules_are_listed_by_family(run: Run) -> None:
    out = run("rule", "--all").out
    assert [
        rule.check.code for rule in every_rule() if f"  {rule.check.code} {rule.check.name}" not in out
    ] == []
    assert out.startswith("CK0xx loading\n")


def test_rules_are_data_too(run: Run) -> None:
    data = json.loads(run("rule", "--all", "--format", "json").out)
    assert [entry["code"] for entry in data] == [rule.check.code for rule in every_rule()]
    keys = ["code", "name", "family", "severity", "profile", "summary", "why", "mend", "sources"]
    keys += ["practices", "options"]
    assert [entry["code"] for entry in data if list(entry) != keys] == []
    assert [entry["code"] for entry in json.loads(run("rule", "CK020", "--format", "json").out)] == ["CK020"]


def test_what_a_rule_looks_for_and_its_options_are_data() -> None:
    (data,) = json.loads(rules_json([STALE]))
    assert data["practices"] == [3, 125]
    assert data["options"] == {
        "days": {"what": "how old a value may be", "why": "data come late", "default": 90},
        "most": {"what": "how many may be late", "why": "one is no pattern", "default": 2},
    }


def test_a_rule_can_be_a_section_of_a_page(run: Run) -> None:
    out = run("rule", "CK231", "--format", "markdown").out
    assert out.startswith("### CK231 project-manager-missing\n")


def test_a_section_names_practices_and_options() -> None:
    section = rule_markdown(STALE)
    assert (
        "**Practices.** What it looks for:\n\n"
        "- 3: Champions are brought together at least once a year.\n"
        "- 125: Each number has someone who keeps it current, and is current.\n"
    ) in section
    assert (
        "**Options.** Set them with `lint: {options: {value-stale: {days: 90, most: 2}}}`:\n\n"
        "- `days` (by default 90): how old a value may be; data come late\n"
        "- `most` (by default 2): how many may be late; one is no pattern\n"
    ) in section
    bare = rule_markdown(STALE._replace(practices=(), options={}))
    assert "Practices" not in bare
    assert "Options" not in bare


def test_the_page_begins_with_the_families_and_their_counts() -> None:
    page = rules_markdown([rule_named("CK020"), rule_named("CK021"), rule_named("CK811"), STALE])
    beginning = page.partition("## ")[0]
    assert (
        "- [CK0xx: loading](#ck0xx-loading): 2 rules\n"
        "- [CK4xx: metrics and learning](#ck4xx-metrics-and-learning): 1 rule\n"
        "- [CK8xx: community, equity and privacy](#ck8xx-community-equity-and-privacy): 1 rule\n"
        "- [Practices and the rules that look at them](#practices-and-the-rules-that-look-at-them)\n"
    ) in beginning


def test_the_page_lists_all_rules_before_it_explains_them() -> None:
    page = rules_markdown([rule_named("CK020"), rule_named("CK811"), OTHER])
    contents = page.partition("## All rules at a glance\n")[2].partition("\n## ")[0]
    rows = [
        [cell for cell in line.strip("| ").split(" | ") if cell != "|"] for line in contents.splitlines()[5:]
    ]
    reference, community = (rule_named(code).check.summary for code in ("CK020", "CK811"))
    assert rows == [
        ["**CK0xx: loading**"],
        ["[CK020 broken-reference](#ck020-broken-reference)", reference, "error", "start"],
        ["**CK8xx: community, equity and privacy**"],
        ["[CK811 community-member-missing](#ck811-community-member-missing)", community, "error", "launch"],
        ["**CK4xx: metrics and learning**"],
        ["[CK499 value-odd](#ck499-value-odd)", "Values are plain.", "error", "sustain"],
    ]
    assert page.count("Back to [all rules](#all-rules-at-a-glance).\n") == 3


def test_advice_is_called_by_its_name() -> None:
    advice = OTHER._replace(check=OTHER.check._replace(severity=Severity.OFF))
    assert "*advice, shown with --advice, from profile sustain*" in rule_markdown(advice)
    assert "*error, from profile sustain*" in rule_markdown(OTHER)


def test_the_page_ends_with_the_practices_and_their_rules() -> None:
    page = rules_markdown([STALE._replace(practices=(2, 3)), OTHER])
    table = page.partition("## Practices and the rules that look at them\n")[2]
    rows = [line for line in table.splitlines() if line.startswith("| ") and line[2].isdigit()]
    assert len(rows) == len(PRACTICES)
    assert rows[1].endswith(" | dates and frequencies | [CK498](#ck498-value-stale) |")
    assert rows[2] == (
        "| 3 | Champions are brought together at least once a year. | dates and frequencies "
        "| [CK498](#ck498-value-stale), [CK499](#ck499-value-odd) |"
    )
    assert rows[3].endswith(" | there and complete |  |")


def test_links_of_the_page_lead_to_its_headings() -> None:
    page = rules_markdown(every_rule())
    headings = re.findall(r"^#+ (.*)$", page, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    links = re.findall(r"\]\(#([^)]*)\)", page)
    assert len(links) > len(every_rule())
    assert set(links) <= anchors


def test_the_terminal_shows_options_within_its_width() -> None:
    lines = [plain(line) for line in rule_lines(STALE, width=40)]
    shown = "".join(lines[lines.index("Options:\n") :])
    assert shown == (
        "Options:\n"
        "    days (by default 90): how old a\n"
        "      value may be; data come late\n"
        "    most (by default 2): how many may\n"
        "      be late; one is no pattern\n"
        "    In the plan: lint: {options: {value-stale: {days: 90, most: 2}}}\n"
    )
    assert "Options:\n" not in [plain(line) for line in rule_lines(OTHER, width=40)]


def test_a_rule_shows_why_and_what_to_do(run: Run, golden: Callable[[str, str], None]) -> None:
    golden("rule-CK024.txt", run("rule", "CK024").out)


def test_a_rule_shows_what_a_fix_makes_of_its_example(run: Run) -> None:
    out = run("rule", "other-spelling").out
    bad, fixed, good = (out.index(f"\n{title}:\n") for title in ("Bad", "Fixed", "Good"))
    assert bad < out.index("sector: Non-profit") < fixed < out.index("sector: nonprofit") < good
    assert "Fixed:" not in run("rule", "placeholder").out
    page = run("rule", "CK022", "--format", "markdown").out
    assert page.index("Bad:") < page.index("Fixed:") < page.index("Good:")


OWN_RULES = """\
lint:
  local:
    - id: deputy
      each: working_groups
      require: {deputy: present}
      message: "the group '{name}' has no deputy; write 'deputy: ...'"
      why: A group whose lead falls ill should meet all the same.
      bad: |
        working_groups: [{id: homes, name: Homes}]
      good: |
        working_groups: []
    - {id: no-way, each: nonsense, require: {deputy: present}, message: no}
"""
OWN_SHOWN = """\
local/deputy  warning, from profile start

the group '…' has no deputy; write 'deputy: ...'
Why: A group whose lead falls ill should meet all the same.

Bad:
    working_groups: [{id: homes, name: Homes}]

Good:
    working_groups: []
"""


def put(text: str, name: str = "coalition.yaml") -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


@pytest.fixture
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("_folder")
@pytest.mark.parametrize("name", ["deputy", "local/deputy"])
def test_a_rule_of_the_plans_own_is_explained_by_its_examples(run: Run, name: str) -> None:
    put(whole(OWN_RULES))
    assert run("rule", name).out == OWN_SHOWN
    put(whole(OWN_RULES), "east/coalition.yaml")
    put(whole(""))
    assert run("rule", name).code == 2
    assert run("rule", name, "--plan", "east").out == OWN_SHOWN
    assert (
        "Bad:\n\n```yaml\nworking_groups: [{id: homes"
        in run("rule", name, "--plan", "east/coalition.yaml", "--format", "markdown").out
    )
    (data,) = json.loads(run("rule", name, "--plan", "east", "--format", "json").out)
    assert data["code"] == "local/deputy"


@pytest.mark.usefixtures("_folder")
def test_a_rule_of_a_shared_file_is_known_too(run: Run) -> None:
    put(OWN_RULES.removeprefix("lint:\n").replace("\n  ", "\n").removeprefix("  "), "region.yaml")
    put(whole("lint: {extend: [region.yaml]}\n"))
    assert run("rule", "deputy").out == OWN_SHOWN


@pytest.mark.usefixtures("_folder")
def test_the_rules_of_the_plan_stand_apart_below_all_others(run: Run) -> None:
    without = {form: run("rule", "--all", "--format", form).out for form in ("full", "markdown", "json")}
    put(whole(OWN_RULES))
    listed = run("rule", "--all").out
    assert listed.startswith(without["full"])
    added = listed.removeprefix(without["full"]).split()
    assert " ".join(added) == (
        "Rules of the plan's own local/deputy warning the group '…' has no deputy; write 'deputy: ...'"
    )
    page = run("rule", "--all", "--format", "markdown").out
    assert "- [Rules of the plan's own](#rules-of-the-plans-own): 1 rule\n" in page
    assert "### local/deputy\n" in page
    assert "**What to do.** \n" not in page
    data = json.loads(run("rule", "--all", "--format", "json").out)
    assert [one["code"] for one in data[len(json.loads(without["json"])) :]] == ["local/deputy"]


@pytest.mark.usefixtures("_folder")
def test_near_misses_of_own_rules_are_told(run: Run) -> None:
    put(whole(OWN_RULES))
    assert "did you mean 'deputy'?" in run("rule", "depuyt").err
    assert "did you mean 'local/deputy'?" in run("rule", "local/depuyt").err
    put(whole(""))
    assert "hint" not in run("rule", "depuyt").err
    assert run("rule", "local/deputy").err == (
        "error: there is no rule 'local/deputy'; name the plan that has it with --plan\n"
    )


@pytest.mark.usefixtures("_folder")
@pytest.mark.parametrize("text", ["members: [", "members: 1\n", "lint: {packs: [zzz]}\n", ""])
def test_a_plan_that_cannot_be_read_stops_nobody_who_did_not_name_it(run: Run, text: str) -> None:
    put(whole(text) if text else "\0")
    ran = run("rule", "CK020")
    assert (ran.code, ran.err) == (0, "")
    every = run("rule", "--all")
    assert every.code == 0
    assert every.out.startswith("CK0xx loading\n")
    if "packs" not in text:
        assert every.err.startswith(
            "note: the rules of the plan in this folder are left out: 'coalition.yaml'"
        )
        named = run("rule", "--all", "--plan", ".")
        assert (named.code, named.out) == (2, "")


@pytest.mark.usefixtures("_folder")
@pytest.mark.parametrize("name", ["deputies", "local/deputies"])
def test_a_rule_that_cannot_be_used_is_not_called_unknown(run: Run, name: str) -> None:
    local = "lint: {local: [{id: deputies, each: working_groups, require: {deputyy: present}, message: m}]}\n"
    Path("coalition.yaml").write_text(whole(local), encoding="utf-8")
    ran = run("rule", name)
    assert ran.code == 2
    assert ran.err == (
        f"error: the plan has a rule '{name}' that cannot be used\n"
        "hint:  'coalition lint' says what to mend\n"
    )


@pytest.mark.parametrize("asked", ["--all", "CK231", "deputies"])
def test_a_plan_that_is_named_has_to_be_there(run: Run, asked: str) -> None:
    ran = run("rule", asked, "--plan", "nowhere")
    assert (ran.code, ran.out) == (2, "")
    assert "nowhere" in ran.err
