"""Rules as people read them: in the terminal, as the page docs/rules.md and as JSON."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from coalitionkit.cli.console import Line, Piece, wrapped
from coalitionkit.findings import OTHERS, Check
from coalitionkit.prose import listed
from coalitionkit.rules.cases import Case, cases_of
from coalitionkit.rules.catalogue import FAMILIES
from coalitionkit.rules.rule import Rule


def rule_lines(rule: Rule, *, width: int) -> Iterator[Line]:
    """Show one rule: what it says, why, how to mend it, and a bad and a good example."""
    check = rule.check
    yield (Piece(f"{check.code} {check.name}", "place"), Piece(f"  {_attributes(check)}", "faint"))
    yield ()
    for label, text in (("", check.summary), ("Why:", check.why), ("Do:", check.mend)):
        paragraph = f"{label} {text}".strip()
        yield from ((Piece(line),) for line in wrapped(paragraph, width))
    if check.sources:
        yield (Piece(f"Source: {listed(check.sources)}"),)
    cases = cases_of(check.name)
    for title, chosen in (("Bad:", cases.bad[:1]), ("Good:", cases.good[:1])):
        for case in chosen:
            yield ()
            yield (Piece(title, "error" if title == "Bad:" else "good"),)
            yield from ((Piece(f"    {line}"),) for line in case.shown.splitlines())


def rule_table(rules: Iterable[Rule], *, width: int) -> Iterator[Line]:
    """Show every rule on a line, by family."""
    family = -1
    for rule in rules:
        check = rule.check
        if check.family != family:
            if family >= 0:
                yield ()
            family = check.family
            yield (Piece(_family(family).replace(":", ""), "place"),)
        head = f"  {check.code} {check.name:28} "
        severity = f"{check.severity.value:8}"
        room = width - len(head) - len(severity)
        lines = wrapped(check.summary, max(24, room)) or [""]
        yield (Piece(head), Piece(severity, check.severity.value), Piece(lines[0]))
        for line in lines[1:]:
            yield (Piece(" " * (len(head) + len(severity)) + line),)


def rules_json(rules: Iterable[Rule]) -> str:
    """Return rules as a JSON list."""
    return json.dumps([_as_data(rule.check) for rule in rules], ensure_ascii=False, indent=2) + "\n"


def rules_markdown(rules: Iterable[Rule]) -> str:
    """Return rules as a page, in the order given."""
    parts = ["# Rules\n", _PREFACE]
    family = -1
    for rule in rules:
        check = rule.check
        if check.family != family:
            family = check.family
            parts.append(f"## {_family(family)}\n")
        parts.append(_section(check))
    return "\n".join(parts)


_PREFACE = """\
Every rule of `coalition lint`, by family. This page is made from the rules themselves by
`coalition rule --all --format markdown`; the examples are the cases that test them.

A plan climbs a ladder of profiles, each holding the rules of those before it: `start` (the file can be
read and its references hold), `draft`, `launch`, `sustain`. The findings of a rule are shown at its
profile and above.
"""


def _family(family: int) -> str:
    """Return the heading of a family: `CK2xx: governance`."""
    if family == OTHERS:
        return "Rule books of funders: a plan names them below 'lint: packs'"
    return f"CK{family}xx: {FAMILIES[family]}"


def _section(check: Check) -> str:
    lines = [f"### {check.code} {check.name}\n", f"*{_attributes(check)}*\n", f"{check.summary}\n"]
    lines.append(f"**Why.** {check.why}\n")
    lines.append(f"**What to do.** {check.mend}\n")
    if check.sources:
        lines.append(f"**Source.** {listed(check.sources)}\n")
    cases = cases_of(check.name)
    for title, chosen in (("Bad", cases.bad[:1]), ("Good", cases.good[:1])):
        lines.extend(_example(title, case) for case in chosen)
    return "\n".join(lines)


def _example(title: str, case: Case) -> str:
    return f"{title}:\n\n```yaml\n{case.shown.rstrip()}\n```\n"


def _attributes(check: Check) -> str:
    return f"{check.severity.value}, from profile {check.profile.value}"


def _as_data(check: Check) -> dict[str, Any]:
    return {
        "code": check.code,
        "name": check.name,
        "family": FAMILIES[check.family],
        "severity": check.severity.value,
        "profile": check.profile.value,
        "summary": check.summary,
        "why": check.why,
        "mend": check.mend,
        "sources": list(check.sources),
    }
