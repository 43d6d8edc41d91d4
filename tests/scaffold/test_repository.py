"""The files of a new repository: they load whatever was answered, and nothing is lost in writing them."""

import json
import re
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from builders import lines, loaded, model_of
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from coalitionkit import __version__
from coalitionkit.errors import ConfigurationError, UnreadableFileError
from coalitionkit.findings import Severity
from coalitionkit.model.coalition import Coalition
from coalitionkit.scaffold import repository as scaffold
from coalitionkit.scaffold.answers import Answers
from coalitionkit.scaffold.hosts import HOSTS
from coalitionkit.scaffold.repository import Written, repository, scalar, write
from coalitionkit.schema import SCHEMAS, schema_text
from coalitionkit.source.reader import read
from coalitionkit.source.text import Text
from coalitionkit.source.tree import MappingNode, ScalarNode

DAY = date(2026, 6, 30)
PLAN = "coalition.yaml"
PRE_COMMIT = ".pre-commit-config.yaml"
ROOT = Path(__file__).parents[2]
NAMES = {
    ".coalition/fragment.schema.json",
    ".coalition/overlay.schema.json",
    ".coalition/settings.schema.json",
    ".coalition/plan.schema.json",
    ".editorconfig",
    ".github/workflows/coalition.yml",
    ".gitignore",
    PRE_COMMIT,
    ".vscode/extensions.json",
    ".vscode/settings.json",
    "README.md",
    PLAN,
}
ELSEWHERE = NAMES - {".github/workflows/coalition.yml"}
BY_HOST = {"github": NAMES, "gitlab": ELSEWHERE | {".gitlab-ci.yml"}, "none": ELSEWHERE}


@pytest.fixture(autouse=True)
def _short_schemas(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out what takes most of the time; one test puts it back."""
    monkeypatch.setattr(scaffold, "schema_text", lambda which: json.dumps({"title": which}) + "\n")


def files(**answers: Any) -> dict[str, str]:
    """Return the files for some answers."""
    return repository(Answers(**{"name": "Riverbend Mobility Coalition", **answers}), as_of=DAY)


def planned(**answers: Any) -> Coalition:
    """Return the plan for some answers; fails with its findings when it does not load without error."""
    outcome = loaded(files(**answers)[PLAN])
    errors = [finding for finding in outcome.findings if finding.severity is Severity.ERROR]
    assert not errors, lines(errors)
    return model_of(outcome)


OPEN = product(
    ("", "Riverbend"), ("", "City of Riverbend"), ("", "local-government"), ("", "Ana López"), (1, 2)
)
COMBINATIONS = [
    {
        "place": place,
        "convener": convener,
        "sector": sector,
        "project_manager": manager,
        "languages": ("en", "es")[:count],
    }
    for place, convener, sector, manager, count in OPEN
]


@pytest.mark.parametrize("answers", COMBINATIONS, ids=str)
def test_whatever_is_left_open_the_plan_loads(answers: dict[str, Any]) -> None:
    plan = planned(**answers)
    assert (plan.coalition.place.name or "") == answers["place"]
    assert (plan.coalition.convener is None) == (not answers["convener"])
    assert [member.name for member in plan.members] == [name for name in [answers["project_manager"]] if name]
    assert [role.id for role in plan.roles] == ["project-manager"][: len(plan.members)]
    assert plan.coalition.languages == answers["languages"]


HOSTILE = (
    "\"double\" and 'single'",
    "a: b",
    "a, b, {c}",
    "a # b",
    "# b",
    "{",
    "}",
    "[x]",
    "yes",
    "no",
    "true",
    "~",
    "1.50",
    "2026-01-01",
    "TODO",
    "🎉 Fête",
    "one\ntwo",
    "one\r\n  two: 3\n- x",
    "a\tb",
    "שלום עולם",
    "$name",
    "${place} $$ $",
    "long " * 4_000 + "end",
    "!!!",
    "---",
    "...",
    "- a",
    "? a",
    "*a",
    "&a b",
    "!tag",
    "%x",
    "@x",
    "`x`",
    "a\\b\\",
    "<<",
    "O\u2019Neil (Jr.)",
    "a:b",
    "=1+1",
    "|",
    ">",
    "x",
)


def short(text: str) -> str:
    """Return the name of a case."""
    return ascii(text)[:24]


@pytest.mark.parametrize("text", HOSTILE, ids=short)
def test_answers_arrive_as_they_were_said(text: str) -> None:
    plan = planned(name=text, place=text, convener=text, sector="nonprofit", project_manager=text)
    said = " ".join(text.split())
    about = plan.coalition
    assert about.name.texts == {"": said}
    assert about.place is not None
    assert about.convener is not None
    convener: Any = about.convener
    assert (about.place.name, convener.name, convener.sector) == (said, said, "nonprofit")
    (member,) = plan.members
    assert member.name == said
    assert plan.roles[0].held_by[0].member == member.id


def test_a_manager_whose_name_suggests_no_id_has_one() -> None:
    assert [member.id for member in planned(project_manager="🎉").members] == ["project-manager"]


def test_a_manager_may_be_called_null() -> None:
    assert [member.name for member in planned(project_manager="Null").members] == ["Null"]


@pytest.mark.parametrize("field", ["place", "convener"])
def test_a_name_may_begin_with_todo(field: str) -> None:
    found: Any = getattr(planned(**{field: "Todo List"}).coalition, field)
    assert found is not None
    assert found.name == "Todo List"
    found = getattr(planned(**{field: "TODO List"}).coalition, field)
    assert found is not None
    assert found.name == "TODO List"


@pytest.mark.parametrize(
    "sign", ["\x00", "\x1b", "\x7f", "\x80", "\ufeff", "\ufffe", "\ud800", "\u202e"], ids=ascii
)
def test_characters_that_yaml_forbids_do_not_break_the_plan(sign: str) -> None:
    plan = planned(name=f"River{sign}bend", place=f"a{sign}b", project_manager=f"a{sign}b")
    assert plan.coalition.name.texts == {"": "River bend"}
    assert all(sign not in text for text in files(name=f"River{sign}bend").values())


def reread(value: str) -> str:
    """Return what our reader makes of a value."""
    reading = read(Text.decoded("x.yaml", value.encode()))
    assert not reading.faults, reading.faults
    assert isinstance(reading.root, MappingNode)
    (entry,) = reading.root.entries.values()
    assert isinstance(entry.value, ScalarNode)
    return entry.value.value


# What YAML can hold at all; see the test of forbidden characters above.
TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\ufffe\uffff") | st.just("\n"),
    max_size=40,
).filter(lambda text: not any(ord(c) & 0xFFFE == 0xFFFE for c in text))
TRICKY = st.text("yesnoYESNO~'\"{}[],:#&*!|>%@`\\-?.() \n\tTOD$=<", max_size=12)


@given(TEXT | TRICKY)
def test_a_scalar_is_read_as_it_was_meant(text: str) -> None:
    value = scalar(text)
    assert "\n" not in value
    assert reread(f"a: {value}\n") == " ".join(text.split())
    assert reread(f"a: {value} # note\n") == " ".join(text.split())


@given(TEXT | TRICKY)
def test_a_scalar_holds_in_braces(text: str) -> None:
    if "," in text:
        text = text.replace(",", ";")
    assert reread(f"{{a: {scalar(text)}}}\n") == " ".join(text.split())


@settings(max_examples=20)
@given(TEXT, TEXT, TEXT)
def test_any_answers_give_a_plan(name: str, place: str, manager: str) -> None:
    name = f"X{name}"
    assert planned(name=name, place=place, project_manager=manager).coalition.name


def test_a_plan_with_errors_is_never_made() -> None:
    with pytest.raises(ConfigurationError, match="these answers would make a plan with an error"):
        files(languages=("]: {",))


@pytest.mark.parametrize("host", HOSTS)
def test_the_files_are_these(host: str) -> None:
    assert set(files(ci=host)) == BY_HOST[host]
    assert set(files()) == NAMES


def test_every_file_ends_with_one_line_end_and_no_blank_remains() -> None:
    for name, text in files(place="P", convener="C", project_manager="M").items():
        assert text.endswith("\n"), name
        assert not text.endswith("\n\n"), name
        assert "\r" not in text, name


@pytest.mark.parametrize("which", SCHEMAS)
def test_the_schemas_are_those_of_this_version(which: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scaffold, "schema_text", schema_text)
    assert files()[f".coalition/{which}.schema.json"] == schema_text(which)


@pytest.mark.parametrize("name", sorted(name for name in NAMES if name.endswith((".yaml", ".yml"))))
@pytest.mark.parametrize("text", ["Riverbend", "a: b # $c {"])
def test_the_yaml_is_valid(name: str, text: str) -> None:
    assert isinstance(YAML(typ="safe", pure=True).load(files(name=text, place=text)[name]), dict)


@pytest.mark.parametrize("name", sorted(name for name in NAMES if name.endswith(".json")))
def test_the_json_is_valid(name: str) -> None:
    assert isinstance(json.loads(files()[name]), dict)


@pytest.mark.parametrize(
    ("host", "name"),
    [("github", ".github/workflows/coalition.yml"), ("gitlab", ".gitlab-ci.yml"), ("none", PRE_COMMIT)],
)
def test_every_check_installs_the_version_that_wrote_it(host: str, name: str) -> None:
    text = files(ci=host)[name]
    assert f"coalitionkit=={__version__}" in text
    assert "coalition lint" in text or '/coalition" lint' in text


def test_the_hooks_are_those_that_the_tool_offers() -> None:
    yaml = YAML(typ="safe", pure=True)
    (repo,) = yaml.load(files()[PRE_COMMIT])["repos"]
    assert repo["repo"] == "local"
    (lint, private) = repo["hooks"]
    assert lint.pop("additional_dependencies") == [f"coalitionkit=={__version__}"]
    offered = yaml.load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [lint, private] == [{k: v for k, v in hook.items() if k != "description"} for hook in offered]


def test_the_editor_finds_the_schemas_that_are_written() -> None:
    schemas = json.loads(files()[".vscode/settings.json"])["yaml.schemas"]
    assert set(schemas) == {name for name in NAMES if name.endswith(".schema.json")}
    assert files()[PLAN].startswith("# yaml-language-server: $schema=.coalition/plan.schema.json\n")


OTHER_DOLLARS = re.compile(
    r"\$schema|\\.yaml\$|\$\{\{ github\.\w+ \}\}|\$\{\{ !cancelled\(\) \}\}|\$(GITHUB|RUNNER|CI)_[A-Z_]+"
)
"""What programs that read these files write with a dollar."""


@pytest.mark.parametrize("host", HOSTS)
def test_nothing_of_the_template_is_left(host: str) -> None:
    for name, text in files(ci=host).items():
        if not name.endswith(".schema.json"):
            assert "$" not in OTHER_DOLLARS.sub("", text), name


def test_the_same_answers_give_the_same_files() -> None:
    assert files(place="P") == files(place="P")
    assert "started: 2026-06-30" in files()[PLAN]
    later = repository(Answers("Riverbend Mobility Coalition"), as_of=date(2027, 1, 2))
    assert "started: 2027-01-02" in later[PLAN]
    assert [name for name in NAMES if later[name] != files()[name]] == [PLAN]


def everything(folder: Path) -> dict[str, bytes]:
    """Return what lies below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_files_are_written_as_they_are(tmp_path: Path) -> None:
    made = files(name="Ñandú 🎉")
    written = write(made, tmp_path / "deep" / "down")
    assert everything(tmp_path / "deep" / "down") == {name: text.encode() for name, text in made.items()}
    assert written == Written(tuple(sorted(NAMES)), (), (), ())


def test_a_plan_that_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / PLAN).write_bytes(b"mine\r\n")
    with pytest.raises(ConfigurationError) as refused:
        write(files(), tmp_path)
    assert "stays as it is" in refused.value.message
    assert "--force" in (refused.value.hint or "")
    assert everything(tmp_path) == {PLAN: b"mine\r\n"}


def test_force_replaces_all_but_gitignore(tmp_path: Path) -> None:
    for name in (PLAN, "README.md", ".gitignore", "other.txt"):
        (tmp_path / name).write_text("mine\n", encoding="utf-8")
    made = files()
    written = write(made, tmp_path, force=True)
    backups = ("README.md.before-1", "coalition.yaml.before-1")
    assert written == Written(tuple(sorted(NAMES - {".gitignore"})), (), (".gitignore",), backups)
    assert (tmp_path / PLAN).read_text(encoding="utf-8") == made[PLAN]
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "mine\n" + made[".gitignore"]
    assert (tmp_path / "other.txt").read_text(encoding="utf-8") == "mine\n"


def test_what_is_replaced_is_put_aside_each_time(tmp_path: Path) -> None:
    for text in ("one\n", "two\n"):
        (tmp_path / PLAN).write_text(text, encoding="utf-8")
        write(files(), tmp_path, force=True)
    found = everything(tmp_path)
    assert [found[f"{PLAN}.before-{number}"] for number in (1, 2)] == [b"one\n", b"two\n"]
    assert len(found) == len(NAMES) + 2


def test_other_files_that_are_there_are_kept(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_bytes(b"mine\r\nno end")
    (tmp_path / ".vscode").mkdir()
    (tmp_path / ".vscode" / "settings.json").write_bytes(b"{}")
    written = write(files(), tmp_path)
    assert written.kept == (".vscode/settings.json", "README.md")
    assert (tmp_path / "README.md").read_bytes() == b"mine\r\nno end"
    assert (tmp_path / ".vscode" / "settings.json").read_bytes() == b"{}"


NOTE = b"# What is private stays on the desks of the management team."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"", NOTE + b"\ncoalition.private.yaml\n*.private.yaml\n"),
        (b"x\n", b"x\n" + NOTE + b"\ncoalition.private.yaml\n*.private.yaml\n"),
        (b"x", b"x\n" + NOTE + b"\ncoalition.private.yaml\n*.private.yaml\n"),
        (b"x\r\ny", b"x\r\ny\r\n" + NOTE + b"\r\ncoalition.private.yaml\r\n*.private.yaml\r\n"),
        (b"*.private.yaml\n", b"*.private.yaml\n" + NOTE + b"\ncoalition.private.yaml\n"),
        (b"\xff\n", b"\xff\n" + NOTE + b"\ncoalition.private.yaml\n*.private.yaml\n"),
        (b"*.private.yaml\r\ncoalition.private.yaml", b"*.private.yaml\r\ncoalition.private.yaml"),
    ],
)
def test_gitignore_gains_what_it_lacks(tmp_path: Path, before: bytes, after: bytes) -> None:
    (tmp_path / ".gitignore").write_bytes(before)
    written = write(files(), tmp_path)
    assert (tmp_path / ".gitignore").read_bytes() == after
    assert written.added_to == ((".gitignore",) if before != after else ())
    assert ".gitignore" not in written.new


def test_a_second_run_adds_nothing_to_gitignore(tmp_path: Path) -> None:
    write(files(), tmp_path)
    before = everything(tmp_path)
    written = write(files(), tmp_path, force=True)
    assert everything(tmp_path) == before
    assert (written.added_to, written.backups) == ((), ())


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("mine", encoding="utf-8")
    with pytest.raises(UnreadableFileError, match="cannot write"):
        write(files(), tmp_path / "f")
    assert everything(tmp_path) == {"f": b"mine"}
