"""`coalition lint`: shared files, settings and where they come from, rules of the plan's own, packs."""

import json
from pathlib import Path
from textwrap import dedent

import pytest
from builders import whole

from cli.conftest import Run

MEMBERS = "members: [{id: ana, name: Ana López}]\n"
OURS = """\
  local:
    - id: joined
      each: members
      require: {joined: present}
      message: "'{name}' has no day of joining; write 'joined'"
"""
EXAMPLES = """\
      bad: |
        members: [{id: ana, name: Ana}]
      good: |
        members: [{id: ana, name: Ana, joined: 2026}]
"""


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def put(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def concise(run: Run, *options: str) -> list[str]:
    return run("lint", "--format", "concise", *options).out.splitlines()


def test_a_shared_file_decides_for_two_plans(run: Run) -> None:
    put("region.yaml", "profile: draft\nrules: {convener-missing: off}\n")
    for name in ("north", "south"):
        put(f"{name}/coalition.yaml", whole("lint: {extend: [../region.yaml]}\n"))
    assert concise(run) == [
        f"{name}/coalition.yaml:1:1: error CK231 project-manager-missing: no one is the project manager; add "
        "'- {id: project-manager, held_by: [...]}' below 'roles'"
        for name in ("north", "south")
    ]


def test_what_is_wrong_in_a_shared_file_is_shown_once_for_all_plans(run: Run) -> None:
    put("region.yaml", "profil: draft\n")
    for name in ("north", "south"):
        put(f"{name}/coalition.yaml", whole("lint: {extend: [../region.yaml]}\n"))
    for _ in ("judged", "remembered"):
        ran = run("lint")
        assert ran.code == 1
        assert ran.out.count("'profil' is not a key") == 1
        assert "── region.yaml: 1 error (shared by 2 plans)\n" in ran.out
        assert ran.out.endswith("\n2 plans: 1 error.\n")
    assert len(concise(run)) == 1
    plans = json.loads(run("lint", "--format", "json").out)["plans"]
    assert [len(plan["findings"]) for plan in plans] == [1, 1]


def test_no_fix_is_promised_for_a_shared_file(run: Run) -> None:
    put("region.yaml", "profile: Draft\n")
    put("coalition.yaml", whole("lint: {extend: [region.yaml]}\n"))
    assert "fix:" not in run("lint").out
    ran = run("lint", "--diff", "--unsafe-fixes")
    assert (ran.code, ran.out, ran.err) == (0, "", "would have fixed no findings\n")


def test_a_plan_of_a_repository_extends_nothing_outside_of_it(run: Run) -> None:
    """A change that a stranger proposes could else have lines of any file on the machine printed."""
    put("secret/hosts.yaml", "example.org:\n  token: abc123\n")
    put("ours/plans/coalition.yaml", whole("lint: {extend: [../../secret/hosts.yaml, ../region.yaml]}\n"))
    put("ours/region.yaml", "rules: {hours-missing: off}\nextend: [../secret/hosts.yaml]\n")
    Path("ours/.git").mkdir()
    ran = run("lint", "ours")
    assert ran.code == 1
    assert "abc123" not in ran.out + ran.err
    outside = (
        "'secret/hosts.yaml' lies outside the repository; copy the file into it, or name it with --config"
    )
    lines = [line for line in concise(run, "ours") if "CK032" in line]
    assert lines == [
        f"ours/plans/coalition.yaml:1:17: error CK032 unusable-extend: {outside}",
        f"ours/region.yaml:2:10: error CK032 unusable-extend: {outside}",
    ]
    put("secret/state.yaml", "profile: draft\n")
    assert not any("CK231" in line for line in concise(run, "ours"))
    assert any("CK231" in line for line in concise(run, "ours", "--config", "secret/state.yaml"))


def test_what_is_wrong_in_a_shared_file_is_shown_with_its_line(run: Run) -> None:
    put("region.yaml", "# of the region\nprofil: draft\n")
    put("coalition.yaml", whole("lint: {extend: [region.yaml]}\n"))
    ran = run("lint")
    assert ran.code == 1
    assert "── region.yaml: 1 error\n" in ran.out
    assert "  2 │ profil: draft" in ran.out


def test_a_file_of_the_caller_is_as_if_every_plan_extended_it(run: Run) -> None:
    put("coalition.yaml", whole(""))
    put("strict.yaml", "profile: draft\n")
    assert concise(run) == []
    assert len(concise(run, "--config", "strict.yaml")) == 2
    assert concise(run, "--config", "strict.yaml", "--profile", "start") == []
    put("coalition.yaml", whole("lint: {profile: start}\n"))
    assert concise(run, "--config", "strict.yaml") == []


def test_isolated_leaves_out_what_the_plan_says(run: Run) -> None:
    put("coalition.yaml", whole("lint: {profile: draft, extend: [nowhere.yaml], packs: [csgb]}\n"))
    assert len(concise(run)) == 4
    assert concise(run, "--isolated") == []


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (["--config", "nowhere.yaml"], "--config: there is no file 'nowhere.yaml' that can be read"),
        (["--config", "coalition.yaml", "--max-size", "5"], "that can be read"),
        (["--config", "coalition.yaml", "--isolated"], "--isolated leaves out every file; remove --config"),
        (["--config", "."], "'.' is not a file that can be read"),
        (["--show-settings", "--format", "concise"], "there is no format 'concise'"),
        (["--show-settings", "--test-rules"], "ask for one of --show-settings and --test-rules"),
    ],
)
def test_what_cannot_be_done_exits_with_2(run: Run, options: list[str], problem: str) -> None:
    put("coalition.yaml", whole(""))
    ran = run("lint", *options)
    assert ran.code == 2
    assert problem in ran.err


def test_settings_are_shown_with_where_they_come_from(run: Run) -> None:
    put("region.yaml", "packs: [csbg]\nrules: {CK401: info, metric-target: off}\n")
    put(
        "coalition.yaml",
        whole("lint:\n  profile: launch\n  extend: [region.yaml]\n  rules: {metric-missing: off}\n" + OURS),
    )
    ran = run("lint", "--show-settings")
    assert (ran.code, ran.err) == (0, "")
    rows = [" ".join(line.split()) for line in ran.out.splitlines() if "options" not in line]
    assert rows == [
        "coalition.yaml",
        "profile: launch (coalition.yaml:2:12)",
        "extend: region.yaml (coalition.yaml:3:12)",
        "packs: csbg (region.yaml:1:9)",
        "rules: metric-missing: off (coalition.yaml:4:27)",
        "rules: metric-target: off (region.yaml:2:37)",
        "local: joined (coalition.yaml:6:11)",
        "every other rule has the severity that 'coalition rule --all' shows",
    ]
    assert "  profile: draft" in run("lint", "--show-settings", "--profile", "draft").out
    assert "(command line)" in run("lint", "--show-settings", "--profile", "draft").out
    assert "(default)" in run("lint", "--show-settings", "--isolated").out


def test_settings_are_data_too(run: Run) -> None:
    put("coalition.yaml", whole("lint: {profile: launch}\n"))
    data = json.loads(run("lint", "--show-settings", "--format", "json").out)
    assert data["version"] == 1
    (plan,) = data["plans"]
    assert plan["file"] == "coalition.yaml"
    first = {"key": ["profile"], "value": "launch", "origin": "file"}
    assert plan["settings"][0] == {**first, "file": "coalition.yaml", "line": 1, "column": 17}


def test_of_a_plan_that_cannot_be_read_settings_are_not_known(run: Run) -> None:
    put("coalition.yaml", "members: [\n")
    ran = run("lint", "--show-settings")
    assert (ran.code, ran.err) == (
        1,
        "what coalition.yaml asks for is not known; 'coalition lint' says what to mend first\n",
    )
    assert run("lint", "--show-settings", "--exit-zero").code == 0


@pytest.mark.parametrize("inspection", ["--show-settings", "--test-rules", "--profile-rules"])
@pytest.mark.parametrize("option", ["--baseline", "--write-baseline", "--since"])
def test_where_no_findings_are_shown_none_are_left_out(run: Run, inspection: str, option: str) -> None:
    put("coalition.yaml", whole(MEMBERS))
    ran = run("lint", inspection, option, "x")
    assert (ran.code, ran.err) == (
        2,
        f"error: {option} speaks of findings, and none are shown here; leave it out\n",
    )


def test_a_rule_of_the_plans_own_finds_what_it_is_for(run: Run) -> None:
    put("coalition.yaml", whole(MEMBERS + "lint:\n" + OURS))
    assert concise(run) == [
        "coalition.yaml:1:16: warning local/joined joined: 'Ana López' has no day of joining; write 'joined'"
    ]
    (finding,) = json.loads(run("lint", "--format", "json").out)["plans"][0]["findings"]
    assert (finding["code"], finding["name"]) == ("local/joined", "joined")
    assert "'Ana López' has no day of joining" in run("lint").out


def test_examples_of_rules_are_tried(run: Run) -> None:
    put("coalition.yaml", whole("lint:\n" + OURS + EXAMPLES))
    ran = run("lint", "--test-rules")
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "✓ joined bad example  coalition.yaml:7:7",
        "✓ joined good example  coalition.yaml:9:7",
        "2 examples of 1 rule: all hold.",
    ]
    put("coalition.yaml", whole("lint:\n" + OURS + EXAMPLES.replace("2026", "TODO")))
    ran = run("lint", "--test-rules")
    assert ran.code == 1
    assert ran.out.endswith("2 examples of 1 rule: 1 to mend.\n")
    data = json.loads(run("lint", "--test-rules", "--format", "json").out)
    assert [(row["example"], row["holds"], row["line"]) for row in data["examples"]] == [
        ("bad", True, 7),
        ("good", False, 9),
    ]


def test_examples_that_several_plans_share_are_told_once(run: Run) -> None:
    put("region.yaml", dedent(OURS + EXAMPLES))
    for folder in ("east", "west"):
        put(f"{folder}/coalition.yaml", whole("lint: {extend: [../region.yaml]}\n"))
    ran = run("lint", "--test-rules")
    assert ran.out.splitlines()[-1] == "2 examples of 1 rule: all hold."
    assert len(ran.out.splitlines()) == 3
    assert len(json.loads(run("lint", "--test-rules", "--format", "json").out)["examples"]) == 2


def test_a_plan_without_rules_of_its_own_has_nothing_to_try(run: Run) -> None:
    put("coalition.yaml", whole(""))
    assert run("lint", "--test-rules").out == "there are no rules of a plan's own to try\n"


def test_rules_of_a_plan_that_cannot_be_read_do_not_pass_for_tried(run: Run) -> None:
    put("coalition.yaml", whole("metrcs: []\nlint:\n" + OURS + EXAMPLES))
    ran = run("lint", "--test-rules")
    assert ran.code == 1
    assert "hold" not in ran.out
    assert ran.err == (
        "what coalition.yaml asks for is not known; 'coalition lint' says what to mend first\n"
    )


def test_a_pack_is_held_against_the_plan(run: Run) -> None:
    put("coalition.yaml", whole(MEMBERS + "lint: {profile: launch, packs: [health-center]}\n"))
    assert any(" error HC02 health-center-patient-seats: " in line for line in concise(run))
    assert "Public Health Service Act" in run("rule", "HC02").out
    assert "Rule books of funders" in run("rule", "--all").out


@pytest.mark.parametrize("name", ["joined", "local/joined"])
def test_what_a_rule_of_the_plans_own_finds_can_be_left_out(run: Run, name: str) -> None:
    members = MEMBERS.rstrip() + f"  # coalition: ignore[{name}] she asked not to say\n"
    put("coalition.yaml", whole(members + "lint:\n" + OURS))
    assert concise(run) == []


def test_rules_are_timed(run: Run) -> None:
    Path("coalition.yaml").write_text(whole(MEMBERS), encoding="utf-8")
    ran = run("lint", "--profile-rules", "--format", "json")
    timed = json.loads(ran.out)["rules"]
    assert ran.code == 0
    assert {"CK201", "CK231", "CK402", "CK790"} <= {rule["code"] for rule in timed}
    assert [rule["seconds"] for rule in timed] == sorted((rule["seconds"] for rule in timed), reverse=True)
    lines = run("lint", "--profile-rules").out.splitlines()
    assert lines[-1].endswith("100.0%  all rules")


def test_a_plan_that_cannot_be_read_has_no_rules_to_time(run: Run) -> None:
    Path("coalition.yaml").write_text("format: 1\ncoalition: {", encoding="utf-8")
    assert run("lint", "--profile-rules").code == 1
