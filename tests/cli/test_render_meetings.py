"""`coalition render` for meetings and handovers: what goes where, what is written, exit codes."""

import json
import shutil
import sys
from collections.abc import Callable
from email import message_from_bytes
from pathlib import Path

import pytest
from icalendar import Calendar

from coalitionkit.cli import boundary

PLAN = Path(__file__).parents[1] / "publish" / "rounds.yaml"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run `coalition render` in a folder that holds the plan of tests/publish; give code, output, errors."""
    shutil.copy(PLAN, tmp_path / "coalition.yaml")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COALITION_OVERLAY", raising=False)

    def ran(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["coalition", "render", *arguments, "--as-of", "2026-09-20"])
        with pytest.raises(SystemExit) as caught:
            boundary.main()
        captured = capsys.readouterr()
        return (caught.value.code if isinstance(caught.value.code, int) else 0, captured.out, captured.err)

    return ran


@pytest.mark.parametrize(
    ("arguments", "beginning"),
    [
        (("agenda", "fair-pay"), "# Working group meeting: Work That Pays\n"),
        (("agenda", "focus-group", "--language", "es"), "# Grupo de enfoque\n"),
        (("minutes",), "# Minutes: Meeting of all members\n"),
        (("calendar",), "# Calendar\n"),
        (("calendar", "--as", "ics"), "BEGIN:VCALENDAR"),
        (("launch", "--start", "2026-10-01"), "# How we launch\n"),
        (("charter",), "# Charter: Harbor Point Works\n"),
        (("role", "data-lead"), "# Data lead\n"),
        (("handover", "--language", "es"), "# Para quien llega a coordinar el proyecto\n"),
        (("checklist",), "# Building the coalition: where we are\n"),
    ],
)
def test_documents_go_to_the_terminal(arguments: tuple[str, ...], beginning: str, run: Run) -> None:
    code, out, _ = run(*arguments)
    assert code == 0
    assert out.replace("\n", "\r\n" if "ics" in arguments and "\r\n" not in out else "\n").startswith(
        beginning
    )


def test_without_a_role_all_open_ones_are_described(run: Run) -> None:
    code, out, _ = run("role")
    assert code == 0
    assert "# Community engagement lead\n" in out
    assert "# Communications and outreach lead\n" in out
    assert "# Data lead\n" not in out


def test_a_calendar_file_is_written_and_checked(run: Run) -> None:
    assert run("calendar", "--as", "ics", "--as", "md", "--out", "o")[0] == 0
    data = Path("o/calendar.ics").read_bytes()
    assert len(Calendar.from_ical(data).walk("VEVENT")) == 11
    assert run("calendar", "--as", "ics", "--out", "o", "--check")[0] == 0
    plan = Path("coalition.yaml").read_text(encoding="utf-8")
    Path("coalition.yaml").write_text(plan.replace("revision: 2", "revision: 3"), encoding="utf-8")
    assert run("calendar", "--as", "ics", "--out", "o", "--check")[0] == 1


def test_an_entry_for_the_calendar_is_attached_to_an_e_mail(run: Run) -> None:
    assert run("agenda", "october", "--as", "eml", "--attach", "ics", "--out", "o")[0] == 0
    message = message_from_bytes(Path("o/agenda-october.eml").read_bytes())
    (part,) = [part for part in message.walk() if part.get_filename()]
    assert part.get_filename() == "agenda-october.ics"
    assert part.get_content_type() == "text/calendar"
    (event,) = Calendar.from_ical(part.get_payload(decode=True)).walk("VEVENT")  # type: ignore[arg-type]
    assert event["UID"] == "meeting-october@harbor-point.coalition"


def test_what_has_no_day_is_told_before_anything_is_written(run: Run) -> None:
    code, _, err = run("charter", "--as", "md", "--as", "ics", "--out", "o")
    assert code == 2
    assert "'charter' has no day that a calendar could show" in err
    assert not Path("o").exists()


def test_the_launch_is_recorded_once(run: Run) -> None:
    before = Path("coalition.yaml").read_text(encoding="utf-8")
    code, out, err = run("launch", "--start", "2026-10-01", "--time", "17:30", "--record", "--dry-run")
    assert code == 0
    assert "+  - id: kickoff-shared-analysis" in out
    assert "nothing is written" in err
    assert Path("coalition.yaml").read_text(encoding="utf-8") == before
    code, out, _ = run("launch", "--start", "2026-10-01", "--time", "17:30", "--record")
    assert (code, out) == (0, "planned 2 meetings of the launch in coalition.yaml\n")
    after = Path("coalition.yaml").read_text(encoding="utf-8")
    assert after.startswith("# A coalition that has met for a while"), "comments stay"
    assert run("agenda", "shared-analysis")[1].count("Thursday, October 1, 2026, 5:30 p.m.") == 1
    code, out, _ = run("launch", "--start", "2026-10-01", "--record")
    assert code == 0
    assert out.startswith("nothing to change")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("launch", "--start", "2026-10"), "error: --start: 2026-10 is not one day"),
        (("launch", "--start", "soon"), "error: --start: write a date as"),
        (("launch", "--start", "9999-12-01"), "error: --start: "),
        (("launch", "--start", "2026-10-01", "--every", "blue moon"), "error: --every: nothing comes round"),
        (("launch", "--start", "2026-10-01", "--record", "--time", "5pm"), "error: --time: write a time"),
        (("launch", "--start", "2026-10-01", "--dry-run"), "error: --dry-run, --time and --place are for"),
        (("minutes", "octobr"), "hint:  did you mean 'october'?"),
        (("role", "boss"), "error: there is no role 'boss'"),
        (("calendar", "nobody"), "error: 'nobody' is not a group that meets"),
    ],
)
def test_what_cannot_be_done_exits_with_2(arguments: tuple[str, ...], message: str, run: Run) -> None:
    code, out, err = run(*arguments)
    assert code == 2
    assert message in err
    assert out == ""


def test_nothing_of_the_overlay_comes_out(run: Run) -> None:
    shutil.copy(PLAN.with_name("rounds.private.yaml"), "coalition.private.yaml")
    for name in ("calendar", "charter", "handover", "checklist", "minutes", "role", "agenda"):
        code, out, err = run(name, "--format", "json")
        assert code == 0
        assert json.loads(out)["documents"]
        assert "canary" not in out + err
