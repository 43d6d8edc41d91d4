"""`coalition inventory score`: the table, the JSON, the CSV, and what never shows in them."""

import csv
import io
import json
from pathlib import Path

import pytest
from builders import whole

from cli.conftest import Run
from coalitionkit.cli import console
from coalitionkit.cli.show.scoring_data import COLUMNS
from coalitionkit.exchange.csv_table import BYTE_ORDER_MARK
from coalitionkit.shipped import shipped

DATA = Path(__file__).parents[1] / "data"
EXAMPLES = shipped("examples")
SMALL = whole(
    "partners:\n"
    "  - {id: sole, name: '=Sole, \"Inc\"', sector: nonprofit,"
    " assets: {held: [data-sharing], complete: true}}\n"
    "  - {id: one, name: One, sector: local-government, assets: {held: [staff], complete: true}}\n"
    "  - {id: two, name: Two, sector: local-government, assets: {held: [staff], complete: true}}\n"
    "  - {id: nowhere, name: Nowhere, assets: {held: [], complete: true}}\n"
    "inventory:\n"
    "  needs:\n"
    "    - {id: data, kind: asset, of: data-sharing, purposes: [plan]}\n"
    "    - {id: staff, kind: asset, of: staff}\n"
)
FORMATS = ("full", "json", "csv", "markdown")


@pytest.fixture
def small(run: Run) -> Run:
    """Run a command where the small plan lies."""
    put(SMALL)
    return run


def put(text: str, name: str = "coalition.yaml") -> None:
    """Write a file."""
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def many(count: int, *, required: int = 1) -> str:
    """Return a plan with many partners, each of whom holds one of two assets and nothing else."""
    assets = ("data-sharing", "staff")
    partners = "".join(
        f"  - {{id: p{index}, name: Partner {index}, sector: nonprofit, small: yes,"
        f" assets: {{held: [{assets[index % 2]}], complete: true}}}}\n"
        for index in range(count)
    )
    needs = "".join(f"    - {{id: {a}, kind: asset, of: {a}, required: {required}}}\n" for a in assets)
    return whole(f"partners:\n{partners}inventory:\n  needs:\n{needs}")


def test_the_table_says_who_is_critical_and_why(small: Run) -> None:
    ran = small("inventory", "score")
    assert (ran.code, ran.err) == (0, "")
    assert "What you need: 2 needs, 4 partners in the inventory\n" in ran.out
    assert "The shortest list: 2 invitations (proven)\n" in ran.out
    assert '  ● critical       =Sole, "Inc"' in ran.out
    assert "  ◆ key            One" in ran.out
    assert "  · keep informed  Two" in ran.out
    order = [ran.out.index(label) for label in ("\nLocal government", "\nNonprofit", "\nNo sector recorded")]
    assert order == sorted(order)


PLANS = [EXAMPLES / "forest-city", EXAMPLES / "county-backbone", DATA / "full.yaml"]


@pytest.mark.parametrize("width", [60, 80, 100, 120])
@pytest.mark.parametrize("plan", PLANS, ids=lambda path: path.stem)
def test_no_line_is_wider_than_the_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch, plan: Path, width: int
) -> None:
    monkeypatch.setattr(console, "width", lambda: width)
    ran = run("inventory", "score", "--plan", str(plan))
    assert ran.code == 0
    assert [line for line in ran.out.splitlines() if len(line) > width] == []


@pytest.mark.parametrize("plan", PLANS, ids=lambda path: path.stem)
def test_no_line_is_wider_than_the_narrowest_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch, plan: Path
) -> None:
    monkeypatch.setattr(console, "width", lambda: 40)
    out = run("inventory", "score", "--plan", str(plan)).out
    assert [line for line in out.splitlines() if len(line) > 40] == []


def test_columns_stand_below_one_another_in_any_script(run: Run) -> None:
    names = ("Plain Street Legal Aid", "社區法律援助中心", "Cafe\u0301 😀 Mercado", "社區法律援助中心" * 8)
    partners = "".join(
        f"  - {{id: n{number}, name: {name}, sector: nonprofit, assets: {{held: [staff], complete: true}}}}\n"
        for number, name in enumerate(names)
    )
    put(whole(f"partners:\n{partners}{SMALL[SMALL.index('inventory:') :]}"))
    heads = [line for line in run("inventory", "score").out.splitlines() if line.endswith("(0-100)")]
    assert len(heads) == len(names)
    assert len({console.cells(line) for line in heads}) == 1


def test_no_line_is_wider_however_many_there_are(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    put(many(300, required=120).replace("complete: true", "complete: false"))
    monkeypatch.setattr(console, "width", lambda: 60)
    out = run("inventory", "score").out
    assert [line for line in out.splitlines() if len(line) > 60] == []


@pytest.mark.parametrize(
    "sign",
    [
        "\\n",
        "\\e",
        "\\x9b",
        "\\r",
        "\\u202e",
    ],
)
def test_a_name_cannot_command_the_terminal(run: Run, sign: str) -> None:
    put(whole(f'partners: [{{id: a, name: "A{sign}[31mB", sector: nonprofit}}]\n'))
    out = run("inventory", "score").out
    assert all(line.isprintable() for line in out.split("\n"))
    assert any("A" in line and "[31mB" in line for line in out.split("\n"))


@pytest.mark.parametrize("name", ["coalition.yaml", "x/coalition.private.yaml"])
def test_a_plan_is_never_overwritten_by_a_table(small: Run, name: str) -> None:
    ran = small("inventory", "score", "--format", f"csv={name}")
    assert ran.code == 2
    assert "would replace a plan" in ran.err
    assert Path("coalition.yaml").read_text("utf-8") == SMALL


def test_only_shows_what_was_asked_for(small: Run) -> None:
    out = small("inventory", "score", "--only", "critical").out
    assert "● critical" in out
    assert "Local government" not in out
    both = small("inventory", "score", "--only", "critical", "--only", "key").out
    assert "◆ key" in both
    assert "· keep informed" not in both


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--only", "critcal"], "there is no category 'critcal'; did you mean 'critical'?"),
        (["--only", "zzz"], "choose critical, key, member or keep-informed"),
        (["--format", "jsn"], "did you mean 'json'?"),
        (["--format", "xml"], "choose full, json, csv or markdown"),
        (["--format", "csv="], "the name of the file is missing"),
        (["--format", "csv", "--format", "json"], "only one format can go to the terminal"),
        (["--format", "csv=no/such/folder.csv"], "cannot write"),
        (["--plan", "gone"], "there is no file or folder 'gone'"),
        (["--overlay", "gone.yaml"], "there is no overlay file"),
    ],
)
def test_what_cannot_be_done_exits_with_2(small: Run, arguments: list[str], words: str) -> None:
    ran = small("inventory", "score", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert "Traceback" not in ran.err


def test_several_plans_exit_with_2(run: Run) -> None:
    put(SMALL, "a/coalition.yaml")
    put(SMALL, "b/coalition.yaml")
    ran = run("inventory", "score")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "error: there are 2 plans here: a/coalition.yaml and b/coalition.yaml\n"
        "hint:  choose one with --plan\n"
    )
    assert run("inventory", "score", "--plan", "b").code == 0


@pytest.mark.parametrize("form", FORMATS)
def test_a_plan_with_errors_exits_with_1(run: Run, form: str) -> None:
    put(whole("members: [{id: a, nmae: A}]\n"))
    ran = run("inventory", "score", "--format", form)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines() == [
        "coalition.yaml:1:19: error CK010 unknown-key: 'nmae' is not a key of a member; did you mean 'name'?",
        "1 error to mend first; 'coalition lint' says how",
    ]


def test_the_json_has_the_keys_that_it_promises(small: Run) -> None:
    document = json.loads(small("inventory", "score", "--format", "json").out)
    assert list(document) == [
        "version", "needs", "list", "rates", "critical_units", "agreement", "partners",
    ]  # fmt: skip
    assert document["version"] == 1
    assert list(document["needs"][0]) == [
        "id", "kind", "of", "label", "required", "must", "weight", "purposes", "by_default", "state", "spare",
        "holders", "not_asked",
    ]  # fmt: skip
    assert list(document["list"]) == [
        "invitations", "seated", "missing", "proven", "size_proven", "keeps_share_rules",
    ]  # fmt: skip
    assert [step["partner"] for step in document["list"]["invitations"]] == ["one", "sole"]
    assert list(document["rates"]) == ["all", "small_groups", "sectors"]
    assert document["rates"]["all"] == {"listed": 2, "partners": 4}
    assert document["critical_units"] == []
    assert [list(partner) for partner in document["partners"]] == [list(COLUMNS)] * 4
    by_id = {partner["id"]: partner for partner in document["partners"]}
    assert by_id["sole"]["category"] == "critical"
    assert by_id["sole"]["replacement"] == "impossible"
    assert by_id["sole"]["functions"] == ["plan"]
    assert by_id["nowhere"]["sector"] is None
    for partner in document["partners"]:
        for key in ("share", "fit"):
            assert 0 <= partner[f"{key}_low"] <= partner[key] <= partner[f"{key}_high"] <= 1


def test_the_csv_is_read_back(small: Run) -> None:
    out = small("inventory", "score", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(out, newline=""), strict=True))
    assert not out.startswith(BYTE_ORDER_MARK)
    assert tuple(rows[0]) == COLUMNS
    assert all(len(row) == len(COLUMNS) for row in csv.reader(io.StringIO(out, newline="")))
    partners = json.loads(small("inventory", "score", "--format", "json").out)["partners"]
    assert [row["id"] for row in rows] == [partner["id"] for partner in partners]
    by_id = {row["id"]: row for row in rows}
    assert by_id["sole"]["name"] == '\'=Sole, "Inc"'
    assert (by_id["sole"]["on_list"], by_id["two"]["on_list"]) == ("yes", "no")
    assert by_id["one"]["swaps"] == "two"


def test_several_formats_come_from_one_run_and_only_a_file_has_the_mark(small: Run) -> None:
    ran = small(
        "inventory", "score", "--format", "csv=a.csv", "--format", "json=a.json", "--format", "full=a.txt"
    )
    assert (ran.code, ran.out) == (0, "")
    data = Path("a.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfid,name,")
    assert data.count(b"\r\n") == 5
    assert b"\r\r\n" not in data
    # capsys reads what was written as it is, without a change of line ends.
    assert data.decode("utf-8-sig") == small("inventory", "score", "--format", "csv").out
    assert Path("a.json").read_text("utf-8") == small("inventory", "score", "--format", "json").out
    assert Path("a.txt").read_text("utf-8") == small("inventory", "score").out


EMPTY = {
    "nothing": "",
    "no needs": "partners: [{id: a, name: A, sector: nonprofit}]\n",
    "no partners": "inventory: {needs: [{id: staff, kind: asset, of: staff}]}\n",
}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("case", EMPTY)
def test_an_inventory_that_has_just_begun(run: Run, case: str, form: str) -> None:
    put(whole(EMPTY[case]))
    ran = run("inventory", "score", "--format", form)
    assert (ran.code, ran.err) == (0, "")
    if form == "json":
        assert len(json.loads(ran.out)["partners"]) == (case == "no needs")
    elif form == "csv":
        assert len(ran.out.splitlines()) == 1 + (case == "no needs")
    elif form == "markdown":
        assert ("No need is declared yet." in ran.out) == (case != "no partners")
        assert ("No list meets: staff (1 needed)." in ran.out) == (case == "no partners")
    elif case == "no partners":
        assert "gap           Staff" in ran.out
        assert "No list meets: staff (1 needed)." in ran.out
    else:
        assert "No need is declared yet; add them below 'inventory: needs:'." in ran.out


def test_a_thousand_partners_are_scored(run: Run) -> None:
    put(many(1_000))
    ran = run("inventory", "score", "--format", "csv=a.csv", "--format", "full")
    assert (ran.code, ran.err) == (0, "")
    assert "2 needs, 1000 partners" in ran.out
    assert len(Path("a.csv").read_text("utf-8").splitlines()) == 1_001


PRIVATE = (
    "SECRET-REASON",
    "SECRET-BARRIER",
    "SECRET-TEXT",
    "555-0100",
    "x@example.net",
    "supportive",
)
OVERLAY = (
    "partners:\n"
    "  - id: one\n"
    "    stance: supportive\n"
    "    people: [{id: p, phone: 555-0100, personal_email: x@example.net}]\n"
    "    answers: {motivation: {text: SECRET-TEXT}, barriers: SECRET-BARRIER}\n"
    "    ratings: {ana: {partnership: 3, assets: {not_held: [staff]}}, ben: {partnership: 0}}\n"
    "    decision: {reason: SECRET-REASON}\n"
)


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_private_is_never_shown(run: Run, form: str) -> None:
    base = SMALL.replace(
        "{id: one, name: One,",
        "{id: one, name: One, people: [{id: p, name: P}], answers: {motivation: 2},"
        " decision: {category: key, by: ana},",
    )
    put(base + "members: [{id: ana, name: Ana}, {id: ben, name: Ben}]\n")
    put(OVERLAY, "coalition.private.yaml")
    ran = run("inventory", "score", "--format", form)
    assert (ran.code, ran.err) == (0, "")
    assert [word for word in PRIVATE if word in ran.out] == []
    put("\n".join(line for line in OVERLAY.splitlines() if "ratings:" not in line), "coalition.private.yaml")
    unrated = run("inventory", "score", "--format", form).out
    assert unrated == run("inventory", "score", "--no-overlay", "--format", form).out


def test_ratings_count_and_nobody_sees_whose_they_are(run: Run) -> None:
    put(SMALL + "members: [{id: rater-x, name: Rater X}, {id: rater-y, name: Rater Y}]\n")
    put(
        "partners:\n"
        "  - id: one\n"
        "    ratings: {rater-x: {partnership: 3, assets: {not_held: [staff]}}, rater-y: {partnership: 0}}\n",
        "coalition.private.yaml",
    )
    document = json.loads(run("inventory", "score", "--format", "json").out)
    (one,) = (partner for partner in document["partners"] if partner["id"] == "one")
    assert one["disputed"] == ["assets.staff", "partnership"]
    for form in FORMATS:
        assert "ater-x" not in run("inventory", "score", "--format", form).out


@pytest.mark.parametrize("form", FORMATS)
def test_the_full_example_keeps_its_secrets(run: Run, form: str) -> None:
    plan = str(DATA / "full.yaml")
    out = run("inventory", "score", "--plan", plan, "--format", form).out
    for secret in ("They move offices", "supportive", "555-0", "example.net", "stretched", "Debt is why"):
        assert secret not in out


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_plan_gives_the_same_bytes(run: Run, form: str) -> None:
    first, second = (
        run("inventory", "score", "--plan", str(EXAMPLES / "forest-city"), "--format", form) for _ in "ab"
    )
    assert first == second
