"""`coalition inventory list`: the table, the data, the limits that conflict, and how it ends."""

import csv
import io
import json
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from builders import whole

from cli.conftest import Run
from coalitionkit.analysis.choosing import programs
from coalitionkit.analysis.choosing.selection import select
from coalitionkit.cli import console
from coalitionkit.cli.show.invitations_data import COLUMNS
from coalitionkit.shipped import shipped

EXAMPLES = shipped("examples")
DATA = Path(__file__).parents[1] / "data"
PLANS = [EXAMPLES / "forest-city", EXAMPLES / "county-backbone", DATA / "full.yaml"]
FORMATS = ("full", "json", "csv", "markdown")
ALL = ("--frontier", "--tied", "--explain")


def partner(key: str, sector: str, *assets: str, more: str = "") -> str:
    held = ", ".join(assets)
    return (
        f"  - {{id: {key}, name: {key.title()}, sector: {sector},"
        f" assets: {{held: [{held}], complete: true}}{more}}}\n"
    )


def plan(
    *partners: str, rules: str = "", needs: str = "data-sharing staff narrative-change-experience"
) -> str:
    rows = "".join(f"    - {{id: {word}, kind: asset, of: {word}}}\n" for word in needs.split())
    limits = f"  list_rules: {rules}\n" if rules else ""
    return whole(f"partners:\n{''.join(partners)}inventory:\n{limits}  needs:\n{rows}")


BEGINNINGS = (
    "",
    "partners: [{id: a, name: A}]\n",
    "inventory: {needs: [{id: staff, kind: asset, of: staff}]}\n",
)
SMALL = (
    partner("city", "local-government", "data-sharing", "staff"),
    partner("county", "local-government", "data-sharing"),
    partner("voices", "nonprofit", "narrative-change-experience"),
    partner("stories", "nonprofit", "narrative-change-experience", more=", effort: 1"),
    partner("friends", "nonprofit"),
)


@pytest.fixture
def small(run: Run) -> Run:
    put(plan(*SMALL))
    return run


def put(text: str) -> None:
    Path("coalition.yaml").write_text(text, encoding="utf-8")


def document(run: Run, *arguments: str) -> dict[str, Any]:
    ran = run("inventory", "list", "--format", "json", *arguments)
    found: dict[str, Any] = json.loads(ran.out)
    return found


def test_the_list_says_whom_to_invite_for_what_and_who_else_could(small: Run) -> None:
    ran = small("inventory", "list")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "The shortest list: 2 invitations (proven)\n"
        "   1  City (local government)\n"
        "      data sharing and staff\n"
        "      If they decline: nobody can make up for them.\n"
        "   2  Stories (nonprofit)\n"
        "      narrative change experience\n"
        "      If they decline: Voices could take their place.\n"
        "  With a seat already: 0 of 5 partners.\n"
        "\n"
        "Whom no list can do without\n"
        "  You need City, for staff.\n"
        "  You need at least one of Voices and Stories, for narrative change experience.\n"
    )


def test_fewer_invitations_tied_lists_and_proofs_on_request(small: Run) -> None:
    out = small("inventory", "list", *ALL).out
    for line in (
        "  0 meets 0 of 3 must-haves",
        "  1 meets 2 of 3 must-haves",
        "  2 meets 3 of 3 must-haves",
        "  Lists that miss as little and take as little: 2.",
        "  On every one: City.",
        "  On some: Voices and Stories.",
        "  On none: 2 partners.",
        "  1. City, Stories",
        "  2. City, Voices",
        "  Fewest invitations: 2 invitations, proven",
        "  First in the order of ids: proven",
    ):
        assert line in [one.rstrip() for one in out.splitlines()], out


def test_least_effort_tells_what_is_not_known(run: Run) -> None:
    put(
        plan(
            partner("big", "nonprofit", "data-sharing", "staff", more=", effort: 9"),
            partner("one", "nonprofit", "data-sharing", more=", effort: 2"),
            partner("two", "nonprofit", "staff"),
            needs="data-sharing staff",
        )
    )
    assert [row["id"] for row in document(run)["invitations"]] == ["big"]
    ran = run("inventory", "list", "--least", "effort", "--explain")
    assert "The list of least effort: effort 4, 2 invitations (proven)" in ran.out
    assert "One (nonprofit, effort 2)" in ran.out
    assert "Two (nonprofit, effort 2?)" in ran.out
    assert "If they decline: Big could take their place; it takes 5 more effort." in ran.out
    assert (
        "The effort is not known for 1 partner, 1 of them on the list: each counts 2, the middle of what is"
        in ran.out
    )
    assert "Least effort, then fewest invitations: effort 4, 2 invitations, proven" in ran.out
    found = document(run, "--least", "effort")
    assert found["effort"] == {"total": 4, "unknown": ["two"], "assumed": 2}
    assert [row["replacement"] for row in found["invitations"]] == [5, 5]


def test_a_size_stands_instead_of_the_limit_in_the_plan(run: Run) -> None:
    put(plan(*SMALL, rules="{max_size: 2}"))
    found = document(run, "--size", "1")
    assert (found["max_size"], len(found["invitations"])) == (1, 1)
    assert found["missing"] == {"narrative-change-experience": 1}
    assert [one["terms"] for one in found["conflicts"]] == [[{"kind": "size", "max_size": 1}]]
    out = run("inventory", "list", "--size", "1").out
    assert out.startswith("The best list within your limits: 1 invitation (proven)\n")
    assert (
        "The limit of 1 invitation allows no list that meets all that somebody could meet. Change it." in out
    )
    assert document(run)["conflicts"] == []


def test_shares_bring_in_who_adds_nothing_else(run: Run) -> None:
    put(plan(*SMALL, rules="{shares: [{sectors: [local-government], at_most: 1/3}]}"))
    ran = run("inventory", "list")
    assert ran.code == 0
    assert (
        "Friends (nonprofit)\n      keeps your rules about shares\n      If they decline: Voices could"
        in ran.out
    )
    assert "  At most 1/3 from local government: 1 of 3\n" in ran.out
    score = run("inventory", "score").out
    assert (
        "Key: on the shortest list that keeps your rules about shares and meets every need, to keep your"
        in score
    )


def test_rules_that_cannot_go_together_are_named_and_end_with_1(run: Run) -> None:
    rules = "{shares: [{sectors: [local-government], at_most: 0.4}, {sectors: [nonprofit], at_most: 0.5}]}"
    put(plan(*SMALL, rules=rules) + "members: [{id: m, name: M, partner: city}]\n")
    ran = run("inventory", "list")
    assert ran.code == 1
    assert "(without your rules about shares)" in ran.out
    assert "No list keeps them all, so this one was made without them." in ran.out
    told = " ".join(ran.out.split())
    assert (
        "The rule 'at most 40% from local government' and the rule 'at most 50% from nonprofit', with those "
        "who have a seat now, together allow no list at all. Change one of them."
    ) in told
    found = document(run)
    assert found["keeps_share_rules"] is False
    assert [[term["kind"] for term in one["terms"]] for one in found["conflicts"]] == [["share", "share"]]
    assert run("inventory", "score").out.count("No list keeps your rules about shares") == 1


def test_the_data_have_the_keys_that_they_promise(small: Run) -> None:
    found = document(small, *ALL)
    assert list(found) == [
        "version", "least", "max_size", "solver", "stopped", "proven", "invitations", "seated", "missing",
        "effort", "keeps_share_rules", "share_rules", "conflicts", "essential", "frontier", "tied",
    ]  # fmt: skip
    assert found["proven"] == dict.fromkeys(("shortfall", "cost", "nice", "fit", "order"), True)
    assert [list(row) for row in found["invitations"]] == [list(COLUMNS)] * 2
    assert found["tied"]["lists"] == [["city", "stories"], ["city", "voices"]]
    assert [point["invitations"] for point in found["frontier"]] == [[], ["city"], ["city", "stories"]]
    assert list(document(small)) == list(found)[:-2]


def test_the_csv_is_read_back(small: Run) -> None:
    out = small("inventory", "list", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(out, newline=""), strict=True))
    assert tuple(rows[0]) == COLUMNS
    assert [(row["place"], row["id"], row["swaps"], row["effort"]) for row in rows] == [
        ("1", "city", "", ""),
        ("2", "stories", "voices", "1"),
    ]


def test_the_markdown_has_a_table_and_escapes_what_a_plan_says(run: Run) -> None:
    put(plan(partner("a", "nonprofit", "staff").replace("name: A", "name: 'A|B <b>@x'"), needs="staff"))
    out = run("inventory", "list", "--format", "markdown", *ALL).out
    assert out.startswith("# The shortest list: 1 invitation (proven)\n\n| | Partner |")
    assert "A\\|B \\<b\\>@\u2060x" in out
    assert "## What is proven" in out


@pytest.mark.parametrize("width", [40, 60, 100])
@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_no_line_is_wider_than_the_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch, path: Path, width: int
) -> None:
    monkeypatch.setattr(console, "width", lambda: width)
    ran = run("inventory", "list", "--plan", str(path), *ALL, "--least", "effort")
    assert (ran.code, ran.err) == (0, "")
    assert [line for line in ran.out.splitlines() if len(line) > width] == []


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_plan_gives_the_same_bytes(run: Run, form: str) -> None:
    arguments = ("inventory", "list", "--plan", str(PLANS[0]), "--format", form)
    assert run(*arguments) == run(*arguments)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("text", BEGINNINGS)
def test_an_inventory_that_has_just_begun(run: Run, text: str, form: str) -> None:
    put(whole(text))
    ran = run("inventory", "list", "--format", form, *(ALL if form != "csv" else ()))
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--least", "efort"], "--least: there is no 'efort'; did you mean 'effort'?"),
        (["--solver", "zzz"], "choose own, highs or auto"),
        (["--format", "xml"], "choose full, json, csv or markdown"),
        (["--format", "csv", "--tied"], "csv holds the list alone"),
    ],
)
def test_what_cannot_be_done_exits_with_2(small: Run, arguments: list[str], words: str) -> None:
    ran = small("inventory", "list", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err


def test_highs_that_is_not_installed_says_how_to_get_it(small: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "is_installed", lambda: False)
    ran = small("inventory", "list", "--solver", "highs")
    assert (ran.code, ran.out) == (2, "")
    assert 'pip install "coalitionkit[solver]"' in ran.err


@pytest.mark.skipif(not programs.is_installed(), reason="HiGHS is not installed: pip install '.[solver]'")
def test_both_solvers_give_the_same_list(run: Run) -> None:
    for path in PLANS:
        own, highs = (document(run, "--plan", str(path), *ALL, "--solver", who) for who in ("own", "highs"))
        assert (own.pop("solver"), highs.pop("solver")) == ("own", "highs")
        assert own == highs


def test_ctrl_c_gives_the_best_so_far_and_ends_with_130(small: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coalitionkit.analysis.listing.select", _interrupted(select))
    ran = small("inventory", "list")
    assert ran.code == 130
    assert ran.out.startswith("The shortest list: 2 invitations (stopped: the best found so far)\n")
    assert ran.err == "stopped: this is the best list so far, and not all of it is proven\n"


def _interrupted(step: Callable[..., Any]) -> Callable[..., Any]:
    def interrupted(*arguments: Any, **options: Any) -> Any:
        signal.raise_signal(signal.SIGINT)
        return step(*arguments, **options)

    return interrupted


def test_few_nodes_are_the_best_found_and_a_person_is_told_what_helps(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Five who each bring two of five: prices alone do not prove that three are needed.
    words = ("data-sharing", "staff", "convening-power", "political-clout", "key-relationships")
    pairs = (partner(f"p{i}", "nonprofit", words[i], words[(i + 1) % 5]) for i in range(5))
    put(plan(*pairs, needs=" ".join(words)))
    arguments = ("inventory", "list", "--nodes", "1", "--solver", "own")
    ran = run(*arguments)
    assert ran.out.splitlines()[0] in (
        "The shortest list: 3 invitations (the best found)",
        "The shortest list: 3 invitations (length proven)",
    )
    assert ran.err == ""
    monkeypatch.setattr(console, "is_terminal", lambda _: True)
    assert "hint:  " in run(*arguments).err
