"""`coalition init`: by flags, by a file of answers, and by questions."""

import sys
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest

from cli.conftest import Ran, Run
from coalitionkit.cli import console
from coalitionkit.scaffold import repository

PLAN = Path("coalition.yaml")
FLAGS = {
    "--place": "Riverbend",
    "--convener": "City of Riverbend",
    "--sector": "city",
    "--project-manager": "Ana López",
    "--language": "es",
}
SOME = [
    some
    for count in range(len(FLAGS) + 1)
    for some in combinations(FLAGS, count)
    if "--convener" in some or "--sector" not in some
]
Ask = Callable[..., Ran]


@pytest.fixture(autouse=True)
def _short_schemas(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out what takes most of the time and says nothing about this command."""
    monkeypatch.setattr(repository, "schema_text", lambda _: "{}\n")


@pytest.fixture
def ask(run: Run, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Run `coalition init` as if a person sat there, who types these lines."""
    monkeypatch.setattr(console, "is_terminal", lambda stream: stream is sys.stdin)

    def asked(*lines: str, options: tuple[str, ...] = ()) -> Ran:
        return run("init", "--as-of", "2026-06-30", *options, stdin="".join(f"{line}\n" for line in lines))

    return asked


def written() -> str:
    """Return the plan."""
    return PLAN.read_text(encoding="utf-8")


def hosts() -> list[str]:
    """Return which files for places that check changes lie here."""
    return sorted(path.name for path in Path().iterdir() if path.name in {".github", ".gitlab-ci.yml"})


@pytest.mark.parametrize("some", SOME, ids=" ".join)
def test_whatever_is_left_open_the_plan_passes_its_first_rung(run: Run, some: tuple[str, ...]) -> None:
    flags = [word for flag in some for word in (flag, FLAGS[flag])]
    ran = run("init", "--name", "Riverbend Coalition", "--as-of", "2026-06-30", *flags)
    assert (ran.code, ran.err) == (0, "")
    ran = run("lint", "--profile", "start", "--as-of", "2026-06-30")
    assert (ran.code, ran.err) == (0, ""), ran.out


HOSTILE = ('"a": {b}, #c', "yes", "🎉", "a\nb: c", "\u202e\u05e9\u05dc", "$name ${x}", "x" * 9_000, "!!!")


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_answers_pass_lint(run: Run, text: str) -> None:
    flags = [f"--{key}={text}" for key in ("name", "place", "convener", "project-manager")]
    assert run("init", *flags, "--as-of", "2026-06-30").code == 0
    ran = run("lint", "--profile", "start", "--as-of", "2026-06-30")
    assert (ran.code, ran.err) == (0, ""), ran.out


def test_what_was_done_is_told(run: Run) -> None:
    Path("our").mkdir()
    Path("our/README.md").write_text("mine", encoding="utf-8")
    Path("our/.gitignore").write_text("x\n", encoding="utf-8")
    lines = run("init", "our", "--name", "X").out.splitlines()
    assert lines[0] == "Begun: our/coalition.yaml"
    assert lines[1].startswith("  and beside it ")
    assert lines[2].startswith("    .coalition/fragment.schema.json, ")
    assert lines[-6:] == [
        "    kept as it was: README.md",
        "    added to: .gitignore",
        "Next:",
        "  cd our",
        "  coalition lint",
        "  open coalition.yaml in your editor and fill in what begins with TODO",
    ]


def test_what_was_not_done_is_not_told(run: Run) -> None:
    out = run("init", "--name", "X").out
    assert "kept" not in out
    assert "added to" not in out


def test_a_folder_with_a_space_can_be_pasted(run: Run) -> None:
    assert "  cd 'our plan'\n  coalition lint\n" in run("init", "our plan", "--name", "X").out


REFUSED = {
    "no name": ([], "the coalition needs a name"),
    "blank name": (["--name", "  "], "the coalition needs a name"),
    "unknown sector": (
        ["--name", "X", "--convener", "C", "--sector", "nonproft"],
        "did you mean 'nonprofit'?",
    ),
    "sector of nobody": (["--name", "X", "--sector", "city"], "a sector was given, but not whose it is"),
    "no day": (["--name", "X", "--as-of", "soon"], "--as-of"),
    "unknown host": (["--name", "X", "--ci", "gitlabs"], "did you mean 'gitlab'?"),
    "no such answers": (["--answers", "gone.yaml"], "cannot read 'gone.yaml'"),
    "answers are a folder": (["--answers", "."], "cannot read '.'"),
    "unknown option": (["--nope"], "--nope"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_done_writes_nothing(run: Run, case: str) -> None:
    arguments, words = REFUSED[case]
    ran = run("init", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert "Traceback" not in ran.err
    assert list(Path().iterdir()) == []


def test_a_plan_that_is_there_stays(run: Run) -> None:
    PLAN.write_bytes(b"mine\r\n")
    ran = run("init", "--name", "X")
    assert ran.code == 2
    assert ran.err.splitlines() == [
        "error: there is a plan in '.' already, and it stays as it is",
        "hint:  name another folder; --force replaces the plan and keeps the old one beside it",
    ]
    assert [path.read_bytes() for path in Path().iterdir()] == [b"mine\r\n"]
    ran = run("init", "--name", "X", "--force")
    assert ran.code == 0
    assert "  the earlier one is in coalition.yaml.before-1\n" in ran.out
    assert "mine" not in written()
    assert Path("coalition.yaml.before-1").read_bytes() == b"mine\r\n"


def test_nobody_is_asked_where_a_plan_stays(ask: Ask) -> None:
    PLAN.write_text("mine", encoding="utf-8")
    ran = ask("Riverbend")
    assert (ran.code, ran.out) == (2, "")
    assert written() == "mine"


def test_answers_come_from_a_file_and_flags_win(run: Run) -> None:
    Path("a.yaml").write_text(
        "name: File\nplace: Place\nconvener: C\nsector: Local government\nlanguages: [es, en]\n", "utf-8"
    )
    assert run("init", "--answers", "a.yaml", "--name", "Flag it").code == 0
    assert "name: Flag it\n" in written()
    assert "place: {name: Place}\n" in written()
    assert 'convener: {name: "C", sector: local-government}' in written()
    assert "languages: [es, en]" in written()


def test_a_bad_file_of_answers_is_refused_with_its_line(run: Run) -> None:
    Path("a.yaml").write_text("name: X\nplce: Y\n", "utf-8")
    ran = run("init", "--answers", "a.yaml")
    assert (ran.code, ran.err) == (2, "error: a.yaml:2: there is no question 'plce'; did you mean 'place'?\n")
    assert not PLAN.exists()


def test_the_same_words_on_the_same_day_give_the_same_bytes(run: Run) -> None:
    for folder in ("one", "two"):
        assert run("init", folder, "--name", "X", "--as-of", "2026-06-30").code == 0
    one, two = (
        {path.relative_to(folder): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()}
        for folder in ("one", "two")
    )
    assert one == two
    assert len(one) == 12


def test_questions_are_asked(ask: Ask) -> None:
    ran = ask("Riverbend", "River County", "City", "city", "Ana Ito", "en, es", "gitlab")
    assert (ran.code, ran.err) == (0, "")
    assert "name: Riverbend\n" in written()
    assert "place: {name: River County}\n" in written()
    assert "convener: {name: City, sector: local-government}\n" in written()
    assert "  - id: ana-ito\n    name: Ana Ito\n" in written()
    assert "languages: [en, es]" in written()
    assert hosts() == [".gitlab-ci.yml"]


def test_enter_leaves_a_question_open(ask: Ask) -> None:
    ran = ask("Riverbend", "", "", "", "", "")
    assert ran.code == 0
    assert "Which sector" not in ran.out
    assert "place: TODO" in written()
    assert "languages: [en]" in written()
    assert hosts() == [".github"]


def test_only_the_name_is_asked_again(ask: Ask) -> None:
    ran = ask("", "  ", "Riverbend", "", "", "", "", "")
    assert ran.code == 0, ran.err
    assert ran.out.count("What is the coalition called?") == 3
    assert "name: Riverbend\n" in written()


def test_a_question_mark_lists_the_sectors(ask: Ask) -> None:
    ran = ask("R", "", "C", "?", "nonprofit", "", "", "")
    assert ran.code == 0
    assert "  local-government                 Local government\n" in ran.out
    assert ran.out.count("Which sector is that in?") == 2
    assert "sector: nonprofit" in written()


def test_a_wrong_sector_is_asked_again(ask: Ask) -> None:
    ran = ask("R", "", "C", "nonproft", "", "", "", "")
    assert ran.code == 0
    assert "did you mean 'nonprofit'?" in ran.err
    assert ran.out.count("Which sector is that in?") == 2
    assert "sector:" not in next(line for line in written().splitlines() if "convener:" in line)


def test_what_was_said_is_not_asked(ask: Ask) -> None:
    said = ("--name", "R", "--convener", "C", "--sector", "city", "--language", "es", "--ci", "none")
    ran = ask("", "", options=said)
    assert ran.code == 0
    words = ("called?", "Which city", "organization", "sector", "manager", "checked")
    assert [word in ran.out for word in words] == [False, True, False, False, True, False]
    assert hosts() == []


def test_a_wrong_host_is_asked_again(ask: Ask) -> None:
    ran = ask("R", "", "", "", "", "gitlabs", "none")
    assert ran.code == 0
    assert "did you mean 'gitlab'?" in ran.err
    assert ran.out.count("github, gitlab or none?") == 2
    assert hosts() == []


def test_the_folder_suggests_where_changes_are_checked(ask: Ask, run: Run) -> None:
    Path(".gitlab-ci.yml").write_text("mine", encoding="utf-8")
    ran = ask("R", "", "", "", "", "")
    assert "github, gitlab or none? [gitlab]" in ran.out
    assert hosts() == [".gitlab-ci.yml"]
    assert Path(".gitlab-ci.yml").read_text(encoding="utf-8") == "mine"
    Path("other").mkdir()
    Path("other/.gitlab-ci.yml").write_text("mine", encoding="utf-8")
    assert "kept as it was: .gitlab-ci.yml" in run("init", "other", "--name", "X", "--place", "P").out


def test_a_file_of_answers_says_where_changes_are_checked(run: Run) -> None:
    Path("a.yaml").write_text("name: X\nci: GitLab\n", "utf-8")
    assert run("init", "--answers", "a.yaml").code == 0
    assert hosts() == [".gitlab-ci.yml"]


def test_name_and_place_are_enough_to_ask_nothing(ask: Ask) -> None:
    ran = ask(options=("--name", "R", "--place", "P"))
    assert ran.code == 0
    assert "?" not in ran.out


def test_whoever_leaves_in_the_middle_leaves_nothing_behind(ask: Ask) -> None:
    ran = ask("Riverbend")
    assert ran.code not in (0, 3)
    assert "Traceback" not in ran.err
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize("field", ["place", "convener", "project_manager"])
def test_spaces_alone_are_no_answer(run: Run, field: str) -> None:
    assert run("init", "--name", "X", f"--{field.replace('_', '-')}", "  ").code == 0
    ran = run("lint")
    assert ran.code == 0, ran.out
    assert 'name: ""' not in written()


@pytest.mark.parametrize("code", ["]: {", "#", "english", "e n"])
def test_a_language_that_is_no_code_is_refused_before_anything_is_written(run: Run, code: str) -> None:
    ran = run("init", "--name", "X", "--language", code)
    assert ran.code == 2
    assert code in ran.err
    assert list(Path().iterdir()) == []


def test_what_is_read_only_at_the_top_of_the_repository_is_told_below_it(run: Run) -> None:
    Path(".git").mkdir()
    begin = ("--name", "X", "--place", "P", "--ci", "github")
    checks = ".github/workflows/coalition.yml and .pre-commit-config.yaml"
    move = f"  move {checks} to the top of the repository; git and its hosts look nowhere else\n"
    assert run("init", "plans/east", *begin).out.endswith(move)
    assert "top of the repository" not in run("init", *begin).out
    remove = f"  remove {checks} from this folder once the top of the repository says the same\n"
    assert run("init", "plans/west", *begin).out.endswith(remove)
