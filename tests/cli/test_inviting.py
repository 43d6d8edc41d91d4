"""`coalition render invite`: who is written to, what --final refuses and records, and what stays private."""

import json
import shutil
import sys
from collections.abc import Callable
from difflib import ndiff
from pathlib import Path
from typing import NamedTuple

import pytest

from coalitionkit.cli import boundary
from coalitionkit.loading import load
from coalitionkit.workspace import find_plans, read_plan

ROOT = Path(__file__).parents[2]
PUBLISH = ROOT / "tests" / "publish"
FILE = Path("coalition.yaml")


class Ran(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run `coalition render invite` in a folder that holds the plan of tests/publish and its overlay."""
    shutil.copy(PUBLISH / "plan.yaml", tmp_path / FILE)
    shutil.copy(PUBLISH / "plan.private.yaml", tmp_path / "coalition.private.yaml")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COALITION_OVERLAY", raising=False)

    def ran(*arguments: str, day: str = "2026-03-02") -> Ran:
        monkeypatch.setattr(sys, "argv", ["coalition", "render", "invite", *arguments, "--as-of", day])
        with pytest.raises(SystemExit) as caught:
            boundary.main()
        captured = capsys.readouterr()
        return Ran(caught.value.code if isinstance(caught.value.code, int) else 0, captured.out, captured.err)

    return ran


def changed(before: str) -> list[str]:
    """Return the lines of the plan that are gone and those that are new."""
    lines = ndiff(before.splitlines(), FILE.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line[0] in "+-"]


@pytest.mark.parametrize(
    ("batch", "files"),
    [
        ([], ["invite-county-board-board-chair", "invite-hugo-paz", "invite-river-street-legal"]),
        (["--champions"], ["invite-county-board-board-chair"]),
        (["--community"], ["invite-hugo-paz", "invite-rosa-tran"]),
        (["--champions", "puente"], ["invite-county-board-board-chair", "invite-puente"]),
        (["--community", "hugo-paz"], ["invite-hugo-paz", "invite-rosa-tran"]),
        (["invite-ilse"], ["invite-county-board-board-chair"]),
    ],
)
def test_whom_letters_go_to(batch: list[str], files: list[str], run: Run) -> None:
    assert run(*batch, "--out", "o").code == 0
    assert sorted(path.stem for path in Path("o").iterdir()) == files


def test_the_list_is_that_of_the_inventory(run: Run) -> None:
    need = "inventory: {needs: [{id: trust, kind: asset, of: strong-connections-to-community}]}\n"
    FILE.write_text(FILE.read_text(encoding="utf-8") + need, encoding="utf-8")
    assert run("--list", "--out", "o").code == 0
    assert [path.name for path in Path("o").iterdir()] == ["invite-puente.md"]


@pytest.mark.parametrize(
    ("batch", "message"),
    [
        ("", "no invitation waits to be sent"),
        ("--list", "nobody without a seat is on the list"),
        ("--champions", "there is no champion to write to"),
        ("--community", "there is nobody of the community to write to"),
    ],
)
def test_nobody_to_write_to_is_told(batch: str, message: str, run: Run) -> None:
    FILE.write_text("format: 1\ncoalition: {id: c, name: C}\n", encoding="utf-8")
    Path("coalition.private.yaml").unlink()
    result = run(*batch.split())
    assert result.code == 2
    assert result.err.startswith(f"error: {message}\nhint:  ")


def test_a_letter_that_lacks_something_is_not_final(run: Run) -> None:
    before = FILE.read_bytes()
    result = run("puente", "hugo-paz", "--final", "--out", "o")
    assert result.code == 1
    assert result.out == ""
    assert result.err == (
        "invite-puente: 2 things to mend\n"
        "  invitations[invite-puente].to: say to whom at the partner the letter goes\n"
        "  invitations[invite-puente].different: say what is different this time\n"
        "invite-hugo-paz: 1 thing to mend\n"
        "  invitations[invite-hugo].resources: it promises 60, and no such amount is recorded: add it below "
        "'commitments' with 'promised_to: hugo-paz', or correct the letter\n"
        "nothing is written: 2 letters cannot be sent yet; without --final you get a draft\n"
    )
    assert not Path("o").exists()
    assert FILE.read_bytes() == before


def test_a_final_letter_is_written_and_recorded(run: Run) -> None:
    before = FILE.read_text(encoding="utf-8")
    result = run("river-street-legal", "--final", "--out", "o", "--due", "2026-12-31")
    assert result.code == 0
    assert result.out == "o/invite-river-street-legal.md  en, no gaps, Flesch-Kincaid grade 5.6\n"
    assert (
        result.err == "1 letter was sent on 2026-03-02, with 2 promises to keep. Written to coalition.yaml.\n"
    )
    assert changed(before) == [
        "+   - id: river-street-legal-resources",
        "+     promised_by: omar-reyes",
        "+     promised_to: river-street-legal",
        "+     what: An analyst for your counts, two days a month.",
        "+     due: 2026-12-31",
        "+     made_in: invite-legal",
        "+   - id: river-street-legal-power-sharing",
        "+     promised_by: omar-reyes",
        "+     promised_to: river-street-legal",
        "+     what: A vote, and the lead of the work on homes.",
        "+     due: 2026-12-31",
        "+     made_in: invite-legal",
        "+     sent: 2026-03-02",
    ]
    assert load(read_plan(find_plans([Path()])[0])).coalition is not None


def test_a_letter_is_recorded_once_and_keeps_its_day(run: Run) -> None:
    assert run("invite-ilse", "--final", "--out", "o").code == 0
    once = FILE.read_bytes()
    letter = Path("o/invite-county-board-board-chair.md").read_bytes()
    result = run("invite-ilse", "--final", "--out", "o", "--force", day="2026-03-05")
    assert result.err == "nothing to record: the plan says already that these letters were sent\n"
    assert FILE.read_bytes() == once
    assert Path("o/invite-county-board-board-chair.md").read_bytes() == letter


def test_a_dry_run_shows_what_would_be_recorded_and_writes_nothing(run: Run) -> None:
    before = FILE.read_bytes()
    result = run("river-street-legal", "--final", "--dry-run", "--out", "o")
    assert result.code == 0
    assert "+    sent: 2026-03-02\n" in result.out
    assert result.err == (
        "nothing is written; without --dry-run: 1 letter was sent on 2026-03-02, with 2 promises to keep. "
        "Written to coalition.yaml.\n"
        "still to settle: by when 2 promises should be kept; --due says it for all\n"
    )
    assert FILE.read_bytes() == before
    assert not Path("o").exists()


def test_files_that_are_there_keep_a_letter_from_being_recorded(run: Run) -> None:
    before = FILE.read_bytes()
    assert run("river-street-legal", "--out", "o").code == 0
    assert run("river-street-legal", "--final", "--out", "o").code == 2
    assert FILE.read_bytes() == before


def test_a_check_of_final_letters_records_nothing(run: Run) -> None:
    before = FILE.read_bytes()
    assert run("river-street-legal", "--out", "o").code == 0
    assert run("river-street-legal", "--final", "--out", "o", "--check").code == 0
    assert FILE.read_bytes() == before
    assert run("puente", "--final", "--out", "o", "--check").code == 1


@pytest.mark.parametrize("option", [["--dry-run"], ["--due", "2026-12"]])
def test_what_is_about_recording_needs_final(option: list[str], run: Run) -> None:
    result = run("puente", *option)
    assert result.code == 2
    assert "hint:  add --final\n" in result.err


def test_a_date_that_is_none_is_told(run: Run) -> None:
    result = run("river-street-legal", "--final", "--due", "soon")
    assert result.code == 2
    assert result.err.startswith("error: --due: ")


def test_letters_of_the_same_reason_are_told(run: Run) -> None:
    text = FILE.read_text(encoding="utf-8")
    reason = "You have asked for the court's numbers in public three times."
    text = text.replace("to: june-abbott\n", "to: june-abbott\n    note: x\n", 1)
    start = text.index("    why_you: |")
    text = f"{text[:start]}    why_you: {reason}\n{text[text.index('    resources: An analyst') :]}"
    FILE.write_text(text, encoding="utf-8")
    assert (
        "note: invite-ilse gives nearly the reason of invite-legal: at least half of their runs of three "
        "words are the same; write under 'why_you' what nobody else brings\n"
    ) in run("river-street-legal", "invite-ilse").err


def test_private_contacts_come_out_only_when_asked_for(run: Run) -> None:
    assert "canary" not in run("puente", "--as", "eml").out
    result = run("puente", "--language", "en", "--include-private")
    assert "canary" not in result.out, "the project manager can be reached at work"
    assert "keep them out of git" in result.err
    text = FILE.read_text(encoding="utf-8")
    FILE.write_text(text.replace(", work_phone: 555-0140", ""), encoding="utf-8")
    assert "canary" not in run("puente", "--language", "en").out
    result = run("puente", "--language", "en", "--include-private")
    assert "canary-member-phone" in result.out
    assert "canary-sender" not in result.out
    assert "canary-phone" not in result.out


def test_json_tells_how_hard_a_letter_is_to_read(run: Run) -> None:
    report = json.loads(run("hugo-paz", "--format", "json").out)
    reading = report["documents"][0]["reading"]
    assert reading == {"formula": "INFLESZ", "figure": 76.3, "hard": False, "level": "quite easy"}


def test_a_letter_that_is_hard_to_read_is_told(run: Run) -> None:
    text = FILE.read_text(encoding="utf-8")
    hard = "Interorganizational administrative coordination " * 20
    FILE.write_text(
        text.replace("An analyst for your counts, two days a month.", f"{hard}."), encoding="utf-8"
    )
    result = run("river-street-legal", "--out", "o")
    assert "invite-river-street-legal: Flesch-Kincaid grade " in result.out
    assert ": hard to read; shorter sentences and words would help\n" in result.out


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("example", ["forest-city", "county-backbone"])
def test_every_letter_of_the_large_examples_may_go_out(
    example: str, language: str, run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / example
    shutil.copytree(ROOT / "examples" / example, folder)
    plan = load(read_plan(find_plans([folder])[0])).coalition
    assert plan is not None
    every = [invitation.id for invitation in plan.invitations]
    result = run(*every, "--final", "--language", language, "--plan", example, "--out", "o", day="2026-06-30")
    assert result.code == 0, result.err
    assert len(list(Path("o").iterdir())) == len(every)
    assert load(read_plan(find_plans([folder])[0])).coalition is not None
    for batch in ("--champions", "--community"):
        assert run(batch, "--final", "--plan", example, "--out", f"o{batch}", day="2026-06-30").code == 0


def test_the_guide_to_templates_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["coalition", "render", "context"])
    with pytest.raises(SystemExit):
        boundary.main()
    assert capsys.readouterr().out.startswith("# What templates see\n")
