"""`coalition inventory needs`, `ask`, `compare`, `what-if`, `sensitivity` and `duplicates`."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from builders import whole
from markdown_it import MarkdownIt

from cli.conftest import Run
from coalitionkit.cli import console
from coalitionkit.cli.commands.inventory import COMMANDS
from coalitionkit.exchange.csv_table import BYTE_ORDER_MARK
from coalitionkit.shipped import shipped

FOREST_CITY = str(shipped("examples") / "forest-city")
FULL = str(Path(__file__).parents[1] / "data" / "full.yaml")
SMALL = whole(
    "partners:\n"
    "  - {id: sole, name: '=Sole|Inc', sector: nonprofit, assets: {held: [data-sharing], complete: true},"
    " people: [{id: rosa, name: Rosa, work_email: rosa@sole.example.org}]}\n"
    "  - {id: sole-2, name: Soul, sector: nonprofit, assets: {held: [], complete: true},"
    " people: [{id: rosa-2, name: Rosa, work_email: rosa@sole.example.org}]}\n"
    "  - {id: one, name: One, sector: local-government, closest: ana,"
    " assets: {held: [staff], complete: true}}\n"
    "  - {id: two, name: Two, sector: local-government, assets: {held: [staff], complete: true},"
    " answers: {motivation: 4}}\n"
    "  - {id: nobody-knows, name: Nobody Knows, sector: nonprofit}\n"
    "members:\n"
    "  - {id: ana, name: Ana López, partner: sole}\n"
    "  - {id: ben, name: Ben Ito, partner: one, status: invited}\n"
    "roles: [{id: project-manager, held_by: [ana]}]\n"
    "champions: [{member: ana, responsibilities: [fundraise]}]\n"
    "decision_model: {model: majority, quorum: 1/2}\n"
    "funding_sources: [{id: grant, name: Grant, funder: sole, status: secured, amount: 5000}]\n"
    "ties: [{who: sole, kind: funds, whom: one}]\n"
    "commitments: [{id: room, what: A room, promised_by: ana}]\n"
    "inventory:\n"
    "  needs:\n"
    "    - {id: data, kind: asset, of: data-sharing, purposes: [plan]}\n"
    "    - {id: staff, kind: asset, of: staff}\n"
    "    - {id: place, kind: asset, of: convening-power}\n"
    "focus: {populations: [immigrants, young-people]}\n"
)
CALLS = {
    "needs": ["needs"],
    "ask": ["ask"],
    "compare": ["compare", "one", "two"],
    "what-if": [
        "what-if",
        "--without",
        "sole",
        "--with",
        "two",
        "--need",
        "staff=3",
        "--as-of",
        "2026-06-01",
    ],
    "sensitivity": ["sensitivity"],
    "duplicates": ["duplicates"],
}
EXAMPLE_CALLS = CALLS | {
    "compare": ["compare", "forest-city-library", "circulo-mam"],
    "what-if": ["what-if", "--without", "city-of-forest-city", "--as-of", "2026-07-01"],
}
FORMATS = ("full", "json", "csv", "markdown")


@pytest.fixture
def small(run: Run) -> Run:
    """Run a command where the small plan lies."""
    Path("coalition.yaml").write_text(SMALL, encoding="utf-8")
    return run


def document(run: Run, *arguments: str) -> Any:
    """Return what a command tells programs."""
    ran = run("inventory", *arguments, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)


def test_every_command_is_called_here() -> None:
    elsewhere = {"score", "list", "worksheet", "import", "export"}
    assert set(CALLS) == set(COMMANDS) - elsewhere


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", CALLS)
def test_each_command_has_each_format_and_changes_nothing(small: Run, name: str, form: str) -> None:
    ran = small("inventory", *CALLS[name], "--format", form)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.strip()
    assert Path("coalition.yaml").read_text("utf-8") == SMALL
    assert small("inventory", *CALLS[name], "--format", form) == ran


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("name", EXAMPLE_CALLS)
def test_no_line_is_wider_than_the_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch, name: str, width: int
) -> None:
    monkeypatch.setattr(console, "width", lambda: width)
    ran = run("inventory", *EXAMPLE_CALLS[name], "--plan", FOREST_CITY)
    assert ran.code == 0, ran.err
    assert [line for line in ran.out.splitlines() if len(line) > width] == []


@pytest.mark.parametrize("name", CALLS)
def test_a_spreadsheet_gets_every_row_and_no_formula(small: Run, name: str) -> None:
    ran = small("inventory", *CALLS[name], "--format", "csv=a.csv", "--format", "json=a.json")
    assert (ran.code, ran.out) == (0, "")
    text = Path("a.csv").read_text("utf-8")
    assert text.startswith(BYTE_ORDER_MARK)
    rows = list(csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline=""), strict=True))
    found = json.loads(Path("a.json").read_text("utf-8"))
    tables = {key: value for key, value in found.items() if key not in {"version", "summary"}}
    assert len(rows) - 1 == sum(map(len, tables.values()))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell.startswith("=")]


@pytest.mark.parametrize("name", CALLS)
def test_a_page_keeps_its_tables_whatever_a_name_holds(small: Run, name: str) -> None:
    page = small("inventory", *CALLS[name], "--format", "markdown").out
    tokens = MarkdownIt("commonmark").enable("table").parse(page)
    assert sum(token.type == "heading_open" for token in tokens) == page.count("\n## ") + page.startswith(
        "##"
    )
    columns: list[int] = []
    for token in tokens:
        if token.type == "tr_open":
            columns.append(0)
        columns[-1:] = [columns[-1] + (token.type in {"td_open", "th_open"})] if columns else []
    rows = [line for line in page.splitlines() if line.startswith("| ") and not line.startswith("| ---")]
    assert len(columns) == len(rows)


@pytest.mark.parametrize("name", CALLS)
def test_an_inventory_that_has_just_begun(run: Run, name: str) -> None:
    begun = "partners: [{id: one, name: One, sector: nonprofit}, {id: two, name: Two, sector: nonprofit}]\n"
    Path("coalition.yaml").write_text(whole(begun), encoding="utf-8")
    arguments = [one for one in CALLS[name] if one not in {"--need", "staff=3"}]
    for form in FORMATS:
        ran = run("inventory", *(one.replace("sole", "one") for one in arguments), "--format", form)
        assert (ran.code, ran.err) == (0, ""), form


def test_needs_tells_how_each_stands_and_what_is_missing(small: Run) -> None:
    found = document(small, "needs")
    states = {need["id"]: need["state"] for need in found["needs"]}
    assert states == {
        "place": "open",
        "voice-immigrants": "open",
        "voice-young-people": "open",
        "data": "single-point",
        "staff": "covered",
    }
    sectors = {row["sector"]: row for row in found["sectors"]}
    assert (sectors["nonprofit"]["partners"], sectors["nonprofit"]["seated"]) == (3, 1)
    assert sectors["faith-based"]["remark"] == "nobody looked yet"
    assert (sectors["all"]["listed"], sectors["all"]["rate"]) == (2, 0.4)
    assert [row["voice"] for row in found["populations"]] == ["open", "open"]


def test_needs_warns_where_governments_can_decide_alone(run: Run) -> None:
    text = SMALL.replace("partner: sole}", "partner: one, voting: yes}")
    Path("coalition.yaml").write_text(text, encoding="utf-8")
    told = "Governments together have enough votes to carry any proposal alone."
    assert told in document(run, "needs")["summary"]
    Path("coalition.yaml").write_text(
        text.replace("partner: one, voting", "partner: two, voting").replace(
            "sector: local-government", "sector: nonprofit"
        ),
        "utf-8",
    )
    assert told not in document(run, "needs")["summary"]


def test_a_voice_that_was_dropped_shows_why(run: Run) -> None:
    text = SMALL.replace(
        "  needs:\n", "  without_voice: [{population: immigrants, reason: Asked in June}]\n  needs:\n"
    )
    Path("coalition.yaml").write_text(text, encoding="utf-8")
    row = document(run, "needs")["populations"][0]
    assert (row["voice"], row["reason"]) == ("dropped", "Asked in June")
    assert "Asked in June" in run("inventory", "needs").out


def test_ask_names_whom_and_who_asks(small: Run) -> None:
    found = document(small, "ask")
    assert found["summary"][0].startswith("Ask Nobody Knows next: no other call would settle more.")
    first = found["calls"][0]
    assert (first["partner"], first["needs"][0]) == ("nobody-knows", "place")
    assert found["questions"][0]["settles"] >= found["questions"][-1]["settles"]
    by_partner = {call["partner"]: call["asked_by"] for call in found["calls"]}
    assert by_partner["one"] == "ana"
    short = small("inventory", "ask", "--most", "1").out
    assert "more; --format csv=FILE has them all" in short


def test_ask_says_when_no_need_is_declared(run: Run) -> None:
    Path("coalition.yaml").write_text(whole("partners: [{id: one, name: One}]\n"), encoding="utf-8")
    assert "the plan declares no need" in run("inventory", "ask").out


def test_ask_tells_what_raters_dispute_and_not_who(small: Run) -> None:
    Path("coalition.private.yaml").write_text(
        "partners: [{id: one, ratings: {ana: {assets: {not_held: [staff]}}}}]\n", encoding="utf-8"
    )
    found = document(small, "ask")
    assert found["disputed"] == [{"partner": "one", "name": "One", "answers": ["assets.staff"]}]
    assert document(small, "ask", "--no-overlay")["disputed"] == []


def test_compare_says_what_decides(small: Run) -> None:
    found = document(small, "compare", "ONE", "two")
    assert found["summary"][0] == (
        "Two is on the list and One is not, though they could take each other's place: Two fits better, "
        "66.67 to 50 out of 100."
    )
    assert found["summary"][-1] == (
        "One is preferred to Two under none of the ways to weigh the three questions (0% to 100%, depending "
        "on open answers)."
    )
    assert [row["question"] for row in found["fit"]] == ["aligned", "partnership", "motivation"]
    ranked = document(small, "compare", "one", "two", "--rank", "motivation,aligned,partnership")
    assert [row["question"] for row in ranked["fit"]] == ["motivation", "aligned", "partnership"]


def test_what_if_shows_what_breaks(small: Run) -> None:
    found = document(small, *CALLS["what-if"])
    assert found["summary"] == [
        "Gone: =Sole|Inc and Ana López.",
        "Ended: Grant.",
        "Joined: Two.",
        "No longer met: data sharing and staff.",
        "Roles that nobody holds any more: project-manager.",
        "Duties that no champion has taken on any more: fundraise.",
        "Could now carry a proposal alone: governments together and Two.",
    ]
    figures = {row["figure"]: (row["before"], row["after"]) for row in found["figures"]}
    assert figures["needs_unmet"] == (3, 5)
    assert figures["voters"] == (0, 1)
    assert figures["money_secured"] == ("5,000", "0")
    kinds = [row["kind"] for row in found["losses"]]
    assert kinds == ["money to come", "closest relationship", "tie", "promise"]


def test_sensitivity_tells_what_changes(small: Run) -> None:
    found = document(small, "sensitivity")
    rows = {(row["kind"], row["subject"]): row for row in found["variations"]}
    assert rows["without-need", "data"]["moved"] == ["sole: critical to member"]
    assert rows["declining", "two"]["listed"] == ["one"]
    assert found["fit"][0]["preferred_under"] == 1


def test_duplicates_say_how_to_write_down_that_they_are_two(small: Run) -> None:
    (pair,) = document(small, "duplicates")["pairs"]
    assert (pair["first"], pair["second"]) == ("sole", "sole-2")
    command = pair["not_the_same"].split()[1:]
    assert small(*command, "--no-input").code == 0
    assert document(small, "duplicates")["pairs"] == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ["compare", "one", "nobody-know"],
            "there is no partner 'nobody-know'; did you mean 'nobody-knows'?",
        ),
        (["compare", "one", "ONE"], "are the same partner; name two"),
        (["compare", "one", "two", "--rank", "aligned"], "name aligned, partnership and motivation"),
        (["what-if"], "nothing is supposed"),
        (["what-if", "--without", "soles"], "there is no partner, member or funding source 'soles'; did you"),
        (["what-if", "--need", "staf=2"], "there is no need 'staf'; did you mean 'staff'?"),
        (["what-if", "--need", "staff"], "write the id of a need and a number"),
        (["what-if", "--need", "staff=-1"], "write the id of a need and a number"),
        (["needs", "--format", "xml"], "choose full, json, csv or markdown"),
    ],
)
def test_what_cannot_be_done_exits_with_2(small: Run, arguments: list[str], words: str) -> None:
    ran = small("inventory", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("arguments", [*CALLS.values(), ["score"]], ids=lambda one: one[0])
def test_what_is_private_never_shows(run: Run, arguments: list[str], form: str) -> None:
    ids = {"one": "rosa-mendez", "two": "forest-city-asset-builders", "sole": "community-foundation"}
    called = [ids.get(one, one) for one in arguments if one not in {"--need", "staff=3"}]
    ran = run("inventory", *called, "--plan", FULL, "--format", form)
    assert ran.code == 0, ran.err
    for secret in ("They move offices", "supportive", "555-0", "example.net", "stretched", "Debt is why"):
        assert secret not in ran.out
