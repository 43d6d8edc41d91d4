"""`coalition add`: records by flags and by questions."""

import json
import subprocess
from pathlib import Path

import pytest

from cli.conftest import Ask, Run
from cli.plans import FILE, OVERLAY, PLAN, changed, put, text
from coalitionkit.editing.composing import missing_fields
from coalitionkit.loading import load
from coalitionkit.loading.records import Records
from coalitionkit.model.kinds import RecordKind, kinds
from coalitionkit.model.record import Leaf, Listing, Record, fields_of
from coalitionkit.model.values import Refers
from coalitionkit.model.vocabulary.words import Vocabulary
from coalitionkit.schema.examples import in_one_line
from coalitionkit.workspace import find_plans, read_plan

RECORDED = [kind for kind in kinds() if kind.name != "holder"]
"""Kinds of which a record may be added whatever the plan says; to hold a role is to take it over."""


def test_a_record_is_added_in_the_order_of_its_list(plan: Run) -> None:
    ran = plan("add", "member", "ann-cole", "--name", "Ann Cole", "--group=management-team", "--voting")
    assert (ran.code, ran.out, ran.err) == (0, "added member ann-cole to coalition.yaml\n", "")
    assert changed() == [
        "+ - id: ann-cole",
        "+ name: Ann Cole",
        "+ group: management-team",
        "+ voting: yes",
    ]


def test_an_id_is_made_from_the_name(plan: Run) -> None:
    assert plan("add", "member", "--name", "Zoë Park").out == "added member zoe-park to coalition.yaml\n"
    question = "Shall we spend what is left of the grant of last year on rides to the evening meetings?"
    ran = plan("add", "decision", "--question", question)
    assert ran.out == "added decision shall-we-spend-what-is-left-of-the-grant to coalition.yaml\n"
    assert plan("add", "partner", "River Keepers").out == "added partner river-keepers to coalition.yaml\n"
    assert "  - id: river-keepers\n    name: River Keepers\n" in text()
    assert plan("add", "member", "Zoe Park", "--id", "zoe").out == "added member zoe to coalition.yaml\n"
    assert "  - id: zoe\n    name: Zoe Park\n" in text()
    assert plan("add", "meeting", "--date", "2026-10-05").out.startswith("added meeting 2026-10-05 to")
    ran = plan("add", "invitation", "--partner", "city-hall", "--to", "x")
    assert ran.code == 2


def test_a_second_one_of_a_name_is_not_added_unasked(plan: Run) -> None:
    ran = plan("add", "member", "--name", "Ben Ito")
    assert (ran.code, text()) == (2, PLAN)
    assert ran.err == (
        "error: there is a member 'ben-ito' already\nhint:  'coalition set members[ben-ito]' changes it\n"
    )


def test_what_is_needed_is_named(plan: Run) -> None:
    ran = plan("add", "partner", "river-trust")
    assert ran.code == 2
    assert ran.err == (
        "error: a partner needs --name\nhint:  'coalition add partner --help' lists the fields\n"
    )
    assert plan("add", "value", "debt").err.startswith("error: a value needs --date and --value\n")


NESTED = {
    "by the owner's id": (["value", "debt", "2027", "--value", "29"], ["+ - {date: 2027, value: 29}"]),
    "by flags alone": (
        ["value", "debt", "--date", "2027", "--value", "-5"],
        ["+ - {date: 2027, value: -5}"],
    ),
    "by the owner's address": (
        ["values", "metrics[debt]", "2027", "--value", "29"],
        ["+ - {date: 2027, value: 29}"],
    ),
    "by the list's address": (
        ["metrics[debt].values", "2027", "--value", "29"],
        ["+ - {date: 2027, value: 29}"],
    ),
    "without a flag": (["value", "debt", "2027", "29.5"], ["+ - {date: 2027, value: 29.5}"]),
    "below zero without a flag": (["value", "debt", "2027", "-5"], ["+ - {date: 2027, value: -5}"]),
    "in short": (
        ["holder", "data-lead", "ben-ito", "--since", "2026-07-01"],
        [
            "- held_by: [ana-lopez]",
            "+ held_by: [{member: ana-lopez, until: 2026-06-30}, {member: ben-ito, since: 2026-07-01}]",
        ],
    ),
}


@pytest.mark.parametrize(("words", "lines"), NESTED.values(), ids=NESTED)
def test_what_belongs_to_a_record_names_it_first(plan: Run, words: list[str], lines: list[str]) -> None:
    ran = plan("add", *words)
    assert (ran.code, ran.err) == (0, "")
    assert changed() == lines


def test_what_belongs_to_a_record_cannot_stand_alone(plan: Run) -> None:
    ran = plan("add", "value", "--value", "3")
    assert ran.err == (
        "error: a value belongs to a metric or group; say to which\n"
        "hint:  coalition add value METRIC-OR-GROUP --field VALUE ...\n"
    )


def test_the_help_says_what_may_stand_without_a_flag(plan: Run) -> None:
    assert "coalition add value METRIC DATE [VALUE] --field VALUE ..." in plan("add", "value", "--help").out
    assert "coalition add member [ID] [NAME] --field VALUE ..." in plan("add", "member", "--help").out
    assert "coalition add practice KEY [TEXT] --field VALUE ..." in plan("add", "practice", "--help").out
    assert "coalition add meeting [ID] --field VALUE ..." in plan("add", "meeting", "--help").out


def test_groups_lists_and_languages_are_given_by_flags(plan: Run) -> None:
    ran = plan(
        *("add", "metric", "jobs", "--name.en", "Jobs", "--name.es", "Empleos", "--source.name", "Survey"),
        *("--baseline", "{date: 2025, value: 51}", "--values", "{date: 2026, value: 50}"),
        *("--values", "{date: 2027, value: 49}", "--note", 'says: "#1"'),
    )
    assert (ran.code, ran.err) == (0, "")
    assert changed() == [
        "+ - id: jobs",
        "+ name:",
        "+ en: Jobs",
        "+ es: Empleos",
        "+ source:",
        "+ name: Survey",
        "+ baseline:",
        "+ date: 2025",
        "+ value: 51",
        "+ values:",
        "+ - date: 2026",
        "+ value: 50",
        "+ - date: 2027",
        "+ value: 49",
        '+ note: "says: \\"#1\\""',
    ]


def test_what_stands_below_a_key_is_added_by_it(plan: Run) -> None:
    ran = plan("add", "practice", "conflict-and-turf", "We name it.")
    assert (ran.code, ran.out) == (0, "added practice conflict-and-turf to coalition.yaml\n")
    assert changed() == ["+ ", "+ practices:", "+ conflict-and-turf: We name it."]
    assert plan("add", "practice", "turf-wars", "x").code == 2
    assert plan("add", "practice", "conflict-and-turf", "x").code == 2


def test_single_values_are_added_to_a_list(plan: Run) -> None:
    ran = plan("add", "members[ben-ito].tasks", "engage-residents", "find-funding")
    assert ran.out == "added engage-residents and find-funding to members[ben-ito].tasks in coalition.yaml\n"
    assert changed()[1:] == [
        "+ - {id: ben-ito, name: Ben Ito, tasks: [engage-residents, find-funding]}   # and Ben"
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["membr"], "there is no kind of records named 'membr'; did you mean 'member'?"),
        (["member", "x", "--nmae", "X"], "a member has no key 'nmae'; did you mean 'name'?"),
        (["member", "x", "--group", "managment-team"], "did you mean 'management-team'?"),
        (["member", "x", "Y", "z"], "'z' belongs to no field\nhint:  put a value of several words in"),
        (["member", "x", "Y", "--name", "X"], "name was given twice; leave one out"),
        (["member", "x", "--name"], "--name has no value; write it after the flag"),
        (["member", "x", "--name", "X", "--id", "y"], "id was given twice; leave one out"),
        (["member", "X Y", "--name", "X"], "'X Y' is not an id"),
        (["member", "--unset", "name"], "a new record has nothing to unset"),
        (["value", "dept", "2027"], "did you mean 'debt'?"),
        (["own-word", "x"], "there are several kinds named 'own-word'"),
        (["coalition.name", "x"], "coalition.name is no list"),
        (["members[ana-lopez].tasks"], "say what to add to members[ana-lopez].tasks"),
        (["members[ana-lopez].tasks", "--id", "x"], "members[ana-lopez].tasks is no list of records"),
        (["member", "x", "--name", "X", "--partner", "city-hal"], "did you mean 'city-hall'?"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_written(plan: Run, words: list[str], said: str) -> None:
    ran = plan("add", *words)
    assert (ran.code, ran.out, text()) == (2, "", PLAN)
    assert said in ran.err


def test_new_errors_are_let_through_only_when_allowed(plan: Run) -> None:
    words = ("add", "member", "zoe", "--name", "Zoe", "--partner", "city-hal")
    ran = plan(*words)
    assert ran.err.splitlines() == [
        (
            "coalition.yaml:19:14: error CK020 broken-reference: no partner has the id 'city-hal'; "
            "did you mean 'city-hall'?"
        ),
        "error: nothing was changed: the plan would have an error that it does not have now",
        "hint:  --allow-errors writes it all the same",
    ]
    assert plan(*words, "--allow-errors").code == 0
    assert "+ partner: city-hal" in changed()


def test_a_dry_run_shows_what_would_change_and_writes_nothing(plan: Run) -> None:
    ran = plan("add", "value", "debt", "2027", "--value", "29", "--dry-run")
    assert (ran.code, text()) == (0, PLAN)
    assert "+      - {date: 2027, value: 29}\n" in ran.out
    assert (
        ran.err
        == "nothing is written; without --dry-run: added value 2027 of metrics[debt] to coalition.yaml\n"
    )


def test_private_values_go_to_the_overlay_and_are_never_shown(plan: Run) -> None:
    words = ("add", "member", "zoe", "--name", "Zoe", "--phone", "555-0100")
    ran = plan(*words, "--dry-run")
    assert "555" not in ran.out + ran.err
    assert "coalition.private.yaml: 5 lines added, no lines removed (private, not shown)\n" in ran.out
    assert not OVERLAY.exists()
    ran = plan(*words)
    assert ran.out == "added member zoe to coalition.yaml and coalition.private.yaml\n"
    assert changed() == ["+ - id: zoe", "+ name: Zoe"]
    assert "phone: 555-0100" in text(OVERLAY)


def test_a_new_overlay_that_git_would_take_is_told(plan: Run) -> None:
    subprocess.run(["git", "init", "-q", "."], check=True)  # noqa: S607
    words = ("--name", "Zoe", "--phone", "555-0100")
    assert (
        "git does not ignore it yet; add the line 'coalition.private.yaml'"
        in plan("add", "member", "zoe", *words).err
    )
    OVERLAY.unlink()
    Path(".gitignore").write_text("*.private.yaml\n", encoding="utf-8")
    assert plan("add", "member", "zed", *words).err == ""


def test_what_changed_is_told_to_programs_without_values(plan: Run) -> None:
    ran = plan("add", "member", "zoe", "--name", "Zoe", "--phone", "555-0100", "--format", "json")
    said = json.loads(ran.out)
    assert "555" not in ran.out
    assert said["done"] == "added member zoe"
    assert said["written"] is True
    assert {file["file"]: (file["new"], file["private"]) for file in said["files"]} == {
        "coalition.yaml": (False, False),
        "coalition.private.yaml": (True, True),
    }
    assert said["edits"] == [{"edit": "add", "address": "members"}]
    assert said["errors"] == {"before": 0, "after": 0}


def test_line_ends_and_the_byte_order_mark_stay(run: Run) -> None:
    before = "\ufeff" + PLAN.replace("\n", "\r\n")
    put(before)
    assert run("add", "value", "debt", "2027", "--value", "29").code == 0
    after = text()
    assert after.count("\n") == after.count("\r\n") == before.count("\n") + 1
    assert after.startswith("\ufeff# Our plan.")


def test_a_record_lands_in_the_file_that_holds_its_list(run: Run) -> None:
    members = Path("coalition.d/members.yaml")
    put(PLAN.replace("members:", "x-members:"))
    put("members:\n  - {id: ann, name: Ann}   # first\n", members)
    put("metrics: [{id: debt, name: Debt}]\n", Path("coalition.d/metrics.yaml"))
    put("format: 1\ncoalition: {id: c, name: C}\n")
    assert (
        run("add", "member", "zoe", "--name", "Zoe").out == "added member zoe to coalition.d/members.yaml\n"
    )
    assert text(members).splitlines()[1:] == [
        "  - {id: ann, name: Ann}   # first",
        "  - {id: zoe, name: Zoe}",
    ]
    assert text() == "format: 1\ncoalition: {id: c, name: C}\n"


def test_a_person_is_asked_for_what_was_not_given(ask: Ask) -> None:
    ran = ask(
        "add", "member", "--joined", "2026-07-01", lines=("", "Zoe Park", "?", "2", "city-hall", "3", "")
    )
    assert ran.code == 0, ran.err
    assert "this is needed; '?' says more" in ran.err
    assert "The group that the member works in" in ran.out
    assert changed() == [
        "+ - id: zoe-park",
        "+ name: Zoe Park",
        "+ partner: city-hall",
        "+ group: key-stakeholder",
        "+ status: active",
        "+ joined: 2026-07-01",
    ]


def test_answers_that_cannot_be_used_are_asked_again(ask: Ask) -> None:
    lines = (
        "Ben Ito",
        "7",
        "mangement-team",
        "Management team",
        "",
        "",
        "March",
        "2026-03",
        "Ben!",
        "ben-two",
    )
    ran = ask("add", "member", lines=lines)
    assert ran.code == 0, ran.err
    assert "group: '7' is not a group; choose management-team" in ran.err
    assert "did you mean 'management-team'?" in ran.err
    assert "[ben-ito-2]" in ran.out
    assert "'Ben!' is not an id" in ran.err
    assert "+ - id: ben-two" in changed()


def test_a_person_chooses_the_owner_and_the_key(ask: Ask) -> None:
    ran = ask("add", "value", lines=("1", "2027", "29", "", ""))
    assert ran.code == 0, ran.err
    assert changed() == ["+ - {date: 2027, value: 29}"]
    ran = ask("add", "practice", lines=("conflict-and-turf", "We name it.", "", ""))
    assert ran.code == 0, ran.err
    assert "conflict-and-turf: We name it." in text()


def test_nobody_is_asked_who_does_not_want_to_be(ask: Ask) -> None:
    ran = ask("add", "member", "--no-input", lines=())
    assert (ran.code, text()) == (2, PLAN)
    assert ran.err.startswith("error: a member needs --name\n")


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.pattern)
def test_each_kind_explains_its_fields(run: Run, kind: object) -> None:
    name = getattr(kind, "name", "")
    ran = run("add", name, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"Usage:\n  coalition add {name}")
    assert [line for line in ran.out.splitlines() if len(line) > 110] == []


def test_help_shows_what_may_be_written(run: Run) -> None:
    out = run("add", "member", "-h").out
    assert "  --name TEXT\n" in out
    assert "  --group WORD\n" in out
    assert "One of: management-team, key-stakeholder or champion." in " ".join(out.split())
    assert "  --phone TEXT  private\n" in out
    assert "--former-ids" not in out
    assert not FILE.exists()


def test_the_command_alone_explains_itself(run: Run) -> None:
    assert "Usage: " in run("add").out
    assert "Add a record to the plan" in run("add", "--help").out


def said(value: object) -> str:
    """Return an example of the models as it is typed."""
    return in_one_line(value) if isinstance(value, dict | list) else str(value)


def example(record: type[Record], name: str) -> str:
    """Return what may be written for a field."""
    examples = record.model_fields[name].examples or ()
    kind = fields_of(record)[name].kind
    if name == record.identity:
        free = {"population": "farm-workers", "member": "nobody-yet", "group": "nobody-yet"}
        return free.get(name, "2099-01-01")
    if examples:
        return said(examples[0])
    if isinstance(kind, Leaf) and isinstance(kind.marker, Vocabulary):
        return next(iter(kind.marker)).slug
    if isinstance(kind, Listing) and isinstance(kind.of, Leaf) and isinstance(kind.of.marker, Vocabulary):
        return next(iter(kind.of.marker)).slug
    return "ana-lopez" if isinstance(kind, Leaf) and isinstance(kind.marker, Refers) else "2031"


@pytest.mark.parametrize("kind", RECORDED, ids=lambda kind: kind.pattern)
def test_a_record_of_every_kind_can_be_added_with_what_it_needs(run: Run, kind: RecordKind) -> None:
    rich = Path(__file__).parents[1] / "data" / "full.yaml"
    before = PLAN if kind.keyed else rich.read_text(encoding="utf-8")
    put(before)
    words = [kind.name]
    if kind.owner is not None:
        records = Records(load(read_plan(find_plans([Path()])[0])))
        words.append(str(next(records.of(kind.owner)).address))
    if kind.table is not None:
        keys = kind.table.keys.marker
        assert isinstance(keys, Vocabulary)
        words.append(next(iter(keys)).slug)
    if kind.identity == "id":
        words.append("a-new-one")
    for name in ("text", *missing_fields(kind, ())):
        if name in fields_of(kind.record) and name != "id":
            words.extend((f"--{name.replace('_', '-')}", example(kind.record, name)))
    ran = run("add", *dict.fromkeys(words), "--allow-errors")
    assert (ran.code, ran.err) == (0, "")
    assert text() != before
    assert len(set(before.splitlines()) - set(text().splitlines())) <= 1
    assert run("list", kind.plural, "--format", "json").code == 0


def test_what_belongs_to_nothing_that_is_there_is_refused_before_anything_is_asked(ask: Ask) -> None:
    ran = ask("add", "win", lines=())
    assert (ran.code, text()) == (2, PLAN)
    assert ran.err == (
        "error: a win belongs to a strategy, and there is none yet\n"
        "hint:  'coalition add strategy' makes one\n"
    )
