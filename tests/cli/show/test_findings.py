"""Findings for people: their order, what is said once, and what is never shown."""

from datetime import date

from builders import loaded, whole
from exchange.reports import AS_OF, finding, related, span, verdict
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.cli.console import plain
from coalitionkit.cli.show.findings import full
from coalitionkit.findings import Check, Finding, Profile, Severity
from coalitionkit.places import Place
from coalitionkit.rules.catalogue import RULES
from coalitionkit.rules.engine import judge
from coalitionkit.settings import Settings
from coalitionkit.source.text import Text
from coalitionkit.verdicts import Verdict

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
WORDS = ("Words.", "Because.", "Do it.")


def shown(*verdicts: Verdict, width: int = 100, as_of: date = AS_OF) -> str:
    return "".join(plain(line) for line in full(verdicts, width=width, as_of=as_of))


def at_line(line: int, code: str, severity: Severity = WARNING, file: str = "coalition.yaml") -> Finding:
    return finding(f"{code} at {line}", severity, code=code, at=span(line), file=file)


def said(text: str) -> list[str]:
    """Return what begins at the margin: headings and messages."""
    findings, _, _ = text.partition("Drawn from")
    return [line for line in findings.splitlines() if line[:2].strip()]


def test_errors_come_first_and_a_rule_stands_together_in_the_order_of_the_file() -> None:
    found = [at_line(1, "CK300", INFO), at_line(2, "CK200"), at_line(3, "CK100", ERROR)]
    found += [at_line(4, "CK400"), at_line(5, "CK200"), at_line(6, "CK100")]
    assert said(shown(verdict(*found))) == [
        "── coalition.yaml: 1 error, 4 warnings and 1 note",
        "✗ error: CK100 at 3",
        "! warning: CK200 at 2",
        "! warning: CK200 at 5",
        "! warning: CK400 at 4",
        "! warning: CK100 at 6",
        "· note: CK300 at 1",
    ]


@given(st.lists(st.tuples(st.sampled_from(["CK100", "CK200"]), st.sampled_from([ERROR, WARNING, INFO]))))
def test_every_finding_is_shown_once(kinds: list[tuple[str, Severity]]) -> None:
    found = [at_line(line, *kind) for line, kind in enumerate(kinds, 1)]
    messages = [line.partition(": ")[2] for line in said(shown(verdict(*found)))[1:]] if found else []
    assert sorted(messages) == sorted(finding.message for finding in found)


def test_each_file_has_a_heading_and_all_are_counted_at_the_top() -> None:
    found = [at_line(1, "CK100", file="a.yaml"), at_line(1, "CK100", file="b.yaml")]
    lines = shown(verdict(*found)).splitlines()
    assert lines[:3] == ["2 warnings in 2 files", "", "── a.yaml: 1 warning"]
    assert "── b.yaml: 1 warning" in lines


def test_what_several_plans_share_is_shown_once() -> None:
    shared = at_line(1, "CK100", ERROR, file="region.yaml")
    own = at_line(2, "CK100", ERROR, file="b.yaml")
    lines = shown(
        verdict(shared, file="a.yaml"), verdict(shared, own, file="b.yaml"), verdict(shared, file="c.yaml")
    ).splitlines()
    assert [line for line in lines if line.startswith("──")] == [
        "── region.yaml: 1 error (shared by 3 plans)",
        "── b.yaml: 1 error",
    ]
    assert lines[0] == "2 errors in 2 files"
    assert "a.yaml: 1 error. Has reached draft: 1 error to go before launch." in lines
    assert "3 plans: 2 errors." in lines


def test_a_rule_is_explained_once_and_then_pointed_at() -> None:
    found = [at_line(1, "CK100", file="a.yaml"), at_line(2, "CK100", file="a.yaml")]
    text = shown(verdict(*found), verdict(at_line(1, "CK100", file="b.yaml"), file="b.yaml"))
    assert text.count("To do: Add `role`.") == 1
    assert text.count("CK100 project-manager-missing: Else nobody does. To do:") == 1
    assert text.count("CK100 project-manager-missing: explained above") == 1


def test_one_message_for_several_lines_is_said_once() -> None:
    text = Text("coalition.yaml", "a: TODO\nb: TODO\n")
    found = [finding("write it", INFO, at=span(line, 4)) for line in (1, 2)]
    out = shown(verdict(*found)._replace(texts={"coalition.yaml": text}))
    assert "· note: write it\n  1 │ a: TODO\n  2 │ b: TODO\n" in out
    assert out.count("write it") == 1


def test_one_line_for_several_messages_is_shown_once() -> None:
    text = Text("coalition.yaml", "roles:\n")
    found = [finding(message, at=span(1, 1, 5)) for message in ("no lead", "no scribe")]
    out = shown(verdict(*found)._replace(texts={"coalition.yaml": text}))
    assert "✗ error: no lead\n✗ error: no scribe\n  1 │ roles:\n" in out


def test_a_second_place_is_a_line_here_and_a_whole_place_elsewhere() -> None:
    here, there = related("it stands here", "coalition.yaml"), related("and there", "b.yaml")
    out = shown(verdict(finding(related=(here, there))))
    assert "  it stands here: line 7\n  and there: b.yaml:7:1\n" in out


def test_what_is_missing_altogether_stands_in_no_line() -> None:
    text = Text("coalition.yaml", "format: 1\n")
    nothing = finding("add it", WARNING, at=span(1, 1, 0))
    assert "│" not in shown(verdict(nothing)._replace(texts={"coalition.yaml": text}))
    unread = finding("close it", code="CK001", at=span(1, 10, 0))
    assert "  1 │ format: 1\n    │          ^\n" in shown(
        verdict(unread)._replace(texts={"coalition.yaml": text})
    )


def test_no_line_of_the_overlay_is_shown() -> None:
    overlay = "coalition.private.yaml"
    found = verdict(finding(file=overlay))._replace(
        texts={overlay: Text(overlay, "x\nx\nSECRET SECRET SECRET\n")}, overlay_file=overlay
    )
    assert "  3 │ (private, and not shown)" in shown(found)
    assert "SECRET" not in shown(found)


def test_a_file_that_has_gone_meanwhile_is_no_obstacle() -> None:
    assert "  3 │ (cannot be read again)" in shown(verdict(finding()))


def cited(code: str, *sources: str) -> Finding:
    check = Check(code, "name", WARNING, *WORDS, Profile.START, sources)
    return finding()._replace(check=check, severity=WARNING)


def test_each_document_is_named_once_with_its_sections() -> None:
    found = (
        cited("CK100", "Guide: How to Plan (The Institute), 4.2", "Act on Grants, 42 USC 9910(a)"),
        cited("CK200", "Guide: How to Plan (The Institute), 4.1", "An Imperative (Press, 2025), rhythm"),
        cited("CK300", "Guide: How to Plan (The Institute), 4.2", "A Brief (Article)"),
    )
    named = "A Brief, Act on Grants, 42 USC 9910(a), An Imperative (rhythm) and Guide (4.1, 4.2)"
    assert f"Drawn from {named}." in shown(verdict(*found))


def test_rules_without_sources_are_drawn_from_nothing() -> None:
    assert "Drawn from" not in shown(verdict(cited("CK100")))


def test_how_to_leave_out_is_told_of_what_may_be_left_out_only() -> None:
    mine = verdict(finding(code="CK010"), finding(severity=ERROR), at_line(1, "CK910"))
    assert "coalition: ignore" not in shown(mine)
    assert "More about a rule: coalition rule CK010\n" in shown(mine)
    assert "coalition: ignore" not in shown(verdict())


def test_what_the_hint_says_leaves_the_finding_out() -> None:
    def judged(text: str) -> Verdict:
        return judge(loaded(text), RULES, settings=Settings(Profile.LAUNCH), as_of=AS_OF)

    text = whole("metrics:\n  - id: debt\n    name: Debt\n")
    found = judged(text)
    comment = next(line for line in shown(found).splitlines() if line.startswith("  # coalition: ignore"))
    assert comment == "  # coalition: ignore[metric-baseline] until=2026-12-31 the reason"
    after = judged(text.replace("  - id", f"{comment}\n  - id"))
    codes = [finding.check.code for finding in found.findings]
    codes.remove("CK402")
    assert [finding.check.code for finding in after.findings] == codes


def test_hidden_places_stay_hidden() -> None:
    text = Text("coalition.yaml", "a: 1\nb: 2\n- {phone: SECRET, x: y}\n")
    private = Place("coalition.yaml", span(3, 11, 6))
    found = verdict(finding(at=span(3, 19, 1)))._replace(texts={text.file: text}, hidden=(private,))
    assert "  3 │ - {phone: ••••••, x: y}\n" in shown(found)
