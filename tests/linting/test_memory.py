"""What is known from before: exactly as it was found, and only as long as nothing has changed."""

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from builders import whole

from coalitionkit.edits import Safety
from coalitionkit.findings import Profile
from coalitionkit.linting import Memory, Request, Run, lint_plans
from coalitionkit.rules.engine import judge
from coalitionkit.source.files import RawFile
from coalitionkit.verdicts import Verdict
from coalitionkit.workspace import find_plans, handed_in, read_plan

DAY = date(2026, 6, 30)
LAPSED = """\
members: [{id: ana-lopez, name: Ana López}]
roles:
  - {id: project-manager, held_by: [{member: ana-lopez, until: 2026-03-31}]}
"""
REQUEST = Request(as_of=DAY, profile=Profile.SUSTAIN)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Write a plan with findings of every severity, one of which depends on the day."""
    file = tmp_path / "plan" / "coalition.yaml"
    file.parent.mkdir()
    file.write_text(whole(LAPSED), encoding="utf-8")
    return file


class Remembering:
    """Lints one plan with a memory, and counts how often it was judged."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.memory = Memory(folder / "cache", code="1", base=folder)
        self.judged = 0

        def counted(*arguments: object, **options: object) -> Verdict:
            self.judged += 1
            return judge(*arguments, **options)  # type: ignore[arg-type]

        monkeypatch.setattr("coalitionkit.linting.judging.judge", counted)

    def lint(self, plan: Path, request: Request = REQUEST) -> Verdict:
        """Return the verdict on a plan, without what only a fresh one has."""
        ((_, verdict),) = lint_plans(find_plans([plan]), Run(request, self.memory))
        return verdict._replace(texts={})


@pytest.fixture
def remembering(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Remembering:
    return Remembering(tmp_path, monkeypatch)


def test_an_unchanged_plan_is_not_judged_again(plan: Path, remembering: Remembering) -> None:
    first, second = remembering.lint(plan), remembering.lint(plan)
    assert remembering.judged == 1
    assert first == second
    assert len(first.findings) > 2


def test_a_changed_byte_is_judged(plan: Path, remembering: Remembering) -> None:
    remembering.lint(plan)
    plan.write_text(plan.read_text(encoding="utf-8") + "# more\n", encoding="utf-8")
    remembering.lint(plan)
    assert remembering.judged == 2


def test_a_new_fragment_is_judged(plan: Path, remembering: Remembering) -> None:
    remembering.lint(plan)
    (plan.parent / "coalition.d").mkdir()
    (plan.parent / "coalition.d" / "more.yaml").write_text("note: more\n", encoding="utf-8")
    remembering.lint(plan)
    assert remembering.judged == 2


def test_another_request_is_judged(plan: Path, remembering: Remembering) -> None:
    remembering.lint(plan)
    remembering.lint(plan, REQUEST._replace(profile=Profile.START))
    remembering.lint(plan, REQUEST._replace(advice=True))
    assert remembering.judged == 3
    remembering.lint(plan)
    assert remembering.judged == 3


def test_another_day_counts_where_a_rule_looked_at_it(plan: Path, remembering: Remembering) -> None:
    before = remembering.lint(plan, REQUEST._replace(as_of=date(2026, 1, 1)))
    after = remembering.lint(plan)
    assert remembering.judged == 2
    assert len(after.findings) > len(before.findings)


def test_another_day_does_not_count_where_the_plan_could_not_be_read(
    plan: Path, remembering: Remembering
) -> None:
    plan.write_text("format: 1\ncoalition: {", encoding="utf-8")
    remembering.lint(plan)
    remembering.lint(plan, REQUEST._replace(as_of=date(2030, 1, 1)))
    assert remembering.judged == 1


def test_other_code_trusts_nothing(plan: Path, tmp_path: Path, remembering: Remembering) -> None:
    remembering.lint(plan)
    remembering.memory = Memory(tmp_path / "cache", code="2", base=tmp_path)
    remembering.lint(plan)
    assert remembering.judged == 2


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b"null", b'{"of": 1}', b"\xff\xfe", b'{"verdict": {}}'], ids=repr
)
def test_what_is_damaged_is_judged_again(plan: Path, remembering: Remembering, damage: bytes) -> None:
    first = remembering.lint(plan)
    (kept,) = (plan.parent.parent / "cache").rglob("*.json")
    kept.write_bytes(damage)
    assert remembering.lint(plan) == first
    assert remembering.judged == 2


def test_every_cut_of_what_is_kept_is_judged_again(plan: Path, remembering: Remembering) -> None:
    first = remembering.lint(plan)
    (kept,) = (plan.parent.parent / "cache").rglob("*.json")
    data = kept.read_bytes()
    for end in range(0, len(data), 97):
        kept.write_bytes(data[:end])
        assert remembering.lint(plan) == first


def test_a_changed_plan_takes_the_place_of_the_old(plan: Path, remembering: Remembering) -> None:
    for number in range(3):
        plan.write_text(whole(LAPSED) + f"note: {number}\n", encoding="utf-8")
        remembering.lint(plan)
    assert len(list((plan.parent.parent / "cache").rglob("*.json"))) == 1


def test_nothing_is_kept_with_an_overlay(plan: Path, remembering: Remembering) -> None:
    overlay = "members:\n  - {id: ana-lopez, phone: 555-0100}\n"
    (plan.parent / "coalition.private.yaml").write_text(overlay, encoding="utf-8")
    remembering.lint(plan)
    remembering.lint(plan)
    assert remembering.judged == 2
    assert not (plan.parent.parent / "cache").exists()


def test_nothing_is_kept_of_standard_input(tmp_path: Path, remembering: Remembering) -> None:
    plans = [handed_in(whole(LAPSED).encode(), tmp_path / "coalition.yaml")]
    for _ in range(2):
        list(lint_plans(plans, Run(REQUEST, remembering.memory)))
    assert remembering.judged == 2


def test_a_folder_that_cannot_be_written_does_no_harm(plan: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "cache"
    blocked.write_text("a file stands here", encoding="utf-8")
    ((_, verdict),) = lint_plans(find_plans([plan]), Run(REQUEST, Memory(blocked, code="1", base=tmp_path)))
    assert verdict.findings
    assert blocked.is_file()


def _extend(plan: Path, text: str) -> Path:
    """Let a plan extend a shared file beside it."""
    plan.write_text(whole(LAPSED + "lint: {extend: [region.yaml]}\n"), encoding="utf-8")
    shared = plan.with_name("region.yaml")
    shared.write_text(text, encoding="utf-8")
    return shared


def test_a_shared_file_that_has_changed_counts_anew(plan: Path, remembering: Remembering) -> None:
    shared = _extend(plan, "rules: {role-lapsed: off}\n")
    first = remembering.lint(plan)
    assert remembering.lint(plan) == first
    assert remembering.judged == 1
    shared.write_text("rules: {role-lapsed: error}\n", encoding="utf-8")
    second = remembering.lint(plan)
    assert remembering.judged == 2
    assert second != first
    shared.unlink()
    assert "CK032" in {finding.check.code for finding in remembering.lint(plan).findings}


def test_a_missing_file_may_come(plan: Path, remembering: Remembering) -> None:
    shared = _extend(plan, "")
    shared.unlink()
    assert "CK032" in {finding.check.code for finding in remembering.lint(plan).findings}
    shared.write_text("", encoding="utf-8")
    assert "CK032" not in {finding.check.code for finding in remembering.lint(plan).findings}


@pytest.mark.parametrize(("pack", "judged"), [("csbg", 1), ("county", 2)])
def test_a_pack_from_elsewhere_may_come_or_change(
    plan: Path, remembering: Remembering, pack: str, judged: int
) -> None:
    plan.write_text(whole(LAPSED + f"lint: {{packs: [{pack}]}}\n"), encoding="utf-8")
    remembering.lint(plan)
    remembering.lint(plan)
    assert remembering.judged == judged


def test_another_file_of_the_caller_is_another_question(plan: Path, remembering: Remembering) -> None:
    first = remembering.lint(plan)
    config = RawFile("strict.yaml", b"rules: {role-lapsed: off}\n", 26)
    second = remembering.lint(plan, REQUEST._replace(config=config))
    isolated = remembering.lint(plan, REQUEST._replace(isolated=True))
    assert (remembering.judged, first == second, first == isolated) == (3, False, True)


COMMENT = "# coalition: ignore-file[role-lapsed] until=2026-07-31 the successor starts in July\n"


def test_what_comments_leave_out_is_remembered_until_their_day(plan: Path, remembering: Remembering) -> None:
    plan.write_text(COMMENT + plan.read_text(encoding="utf-8"), encoding="utf-8")
    first, second = remembering.lint(plan), remembering.lint(plan)
    assert remembering.judged == 1
    assert first == second
    assert (first.suppressed, first.dated) == (1, True)
    later = remembering.lint(plan, REQUEST._replace(as_of=date(2026, 8, 1)))
    assert remembering.judged == 2
    assert later.suppressed == 0
    assert "suppression-expired" in {finding.check.name for finding in later.findings}


def test_an_audit_is_judged_by_itself(plan: Path, remembering: Remembering) -> None:
    plan.write_text(COMMENT + plan.read_text(encoding="utf-8"), encoding="utf-8")
    heeded, audit = remembering.lint(plan), remembering.lint(plan, REQUEST._replace(ignores=False))
    assert remembering.judged == 2
    assert (heeded.suppressed, audit.suppressed) == (1, 0)
    assert remembering.lint(plan) == heeded
    assert remembering.judged == 2


def _everywhere(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Give the way to every value within plain data."""
    yield path
    if isinstance(value, dict | list):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _everywhere(item, (*path, key))


def _swapped(value: Any, path: tuple[Any, ...], other: Any) -> Any:
    """Return plain data with another value at the end of a way."""
    if not path:
        return other
    if isinstance(value, dict):
        return {
            key: _swapped(item, path[1:], other) if key == path[0] else item for key, item in value.items()
        }
    return [_swapped(item, path[1:], other) if n == path[0] else item for n, item in enumerate(value)]


@pytest.mark.parametrize("other", [None, 7, 1.5, "x", [], {}, [[]], True], ids=repr)
def test_whatever_stands_in_what_is_kept_a_verdict_has_its_types(
    plan: Path, remembering: Remembering, other: object
) -> None:
    """Each value is swapped for another one: what comes back is known in full, or judged again."""
    plan.write_text(whole(LAPSED + "champions: [{member: xyz}, {member: xyz}]\n"), encoding="utf-8")
    sound = remembering.lint(plan)
    (kept,) = (plan.parent.parent / "cache").rglob("*.json")
    data = json.loads(kept.read_bytes())
    ways = list(_everywhere(data))
    assert len(ways) > 100
    for way in ways:
        kept.write_text(json.dumps(_swapped(data, way, other)), encoding="utf-8")
        verdict = remembering.memory.recall(read_plan(find_plans([plan])[0]), REQUEST)
        if verdict is None or verdict == sound:
            continue
        for finding in verdict.findings:
            texts = (finding.message, finding.place.file, *finding.check[:2], *finding.check.sources)
            assert all(type(text) is str for text in texts)
            assert all(type(number) is int for position in finding.place.span for number in position)
            assert str(finding.address) is not None
        assert type(verdict.ladder.between) is int


def test_what_is_kept_too_deep_or_too_long_is_judged_again(
    plan: Path, remembering: Remembering, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = remembering.lint(plan)
    (kept,) = (plan.parent.parent / "cache").rglob("*.json")
    kept.write_text("[" * 100_000 + "]" * 100_000, encoding="utf-8")
    assert remembering.lint(plan) == first
    assert remembering.judged == 2
    monkeypatch.setattr("coalitionkit.linting.memory.MOST", 1000)
    assert remembering.lint(plan) == first
    assert remembering.lint(plan) == first
    assert remembering.judged == 4


@pytest.mark.skipif(sys.platform == "win32", reason="who may read a folder is told otherwise there")
def test_what_is_kept_is_for_its_owner_only(plan: Path, remembering: Remembering) -> None:
    remembering.lint(plan)
    assert (plan.parent.parent / "cache").stat().st_mode & 0o077 == 0


def test_what_a_fix_would_do_is_remembered(plan: Path, remembering: Remembering) -> None:
    plan.write_text(whole(LAPSED.replace("name: Ana", "status: joined, name: Ana")), encoding="utf-8")
    fresh, again = remembering.lint(plan), remembering.lint(plan)
    assert remembering.judged == 1
    told = [[(f.fix.title, f.fix.safety) for f in verdict.findings if f.fix] for verdict in (fresh, again)]
    assert told[0] == told[1] == [("write 'active'", Safety.SAFE)]
    assert [finding._replace(fix=None) for finding in fresh.findings] == [
        finding._replace(fix=None) for finding in again.findings
    ]
