"""Rules as people read them: in the terminal, as the page docs/rules.md and as JSON."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from coalitionkit.cli.console import Line, Piece, wrapped
from coalitionkit.findings import OTHERS, OWN, Check, Severity
from coalitionkit.prose import counted, listed
from coalitionkit.rules.cases import Case, Cases, cases_of
from coalitionkit.rules.catalogue import FAMILIES
from coalitionkit.rules.practices import KINDS, PRACTICES
from coalitionkit.rules.rule import Option, Rule

_OF_THE_PLAN = OTHERS + 1


def rule_lines(rule: Rule, *, width: int, cases: Cases | None = None) -> Iterator[Line]:
    """Show one rule: what it says, why, how to mend it, its options, and examples.

    The examples of a rule that a plan wrote itself stand in the plan, and are handed in as `cases`.
    """
    check = rule.check
    yield (Piece(_title(check), "place"), Piece(f"  {_attributes(check)}", "faint"))
    yield ()
    for label, text in (("", check.summary), ("Why:", check.why), ("Do:", check.mend)):
        if text:
            paragraph = f"{label} {text}".strip()
            yield from ((Piece(line),) for line in wrapped(paragraph, width))
    if check.sources:
        yield (Piece(f"Source: {listed(check.sources)}"),)
    yield from _options(rule, width)
    for title, case in _examples(cases or cases_of(check.name)):
        yield ()
        yield (Piece(f"{title}:", "error" if title == "Bad" else "good"),)
        yield from ((Piece(f"    {line}"),) for line in case.shown.splitlines())


def _examples(cases: Cases) -> Iterator[tuple[str, Case]]:
    """Give the examples that people read: a bad one, what a fix makes of it, and a good one."""
    for case in cases.bad[:1]:
        yield "Bad", case
        if case.fixed is not None:
            yield "Fixed", case.fixed
    for case in cases.good[:1]:
        yield "Good", case


def rule_table(rules: Iterable[Rule], *, width: int) -> Iterator[Line]:
    """Show every rule on a line, by family."""
    family = -1
    for rule in rules:
        check = rule.check
        if _group(check) != family:
            if family >= 0:
                yield ()
            family = _group(check)
            yield (Piece(_family_title(family).replace(":", ""), "place"),)
        head = f"  {_title(check):34} "
        severity = f"{check.severity.value:8}"
        room = width - len(head) - len(severity)
        lines = wrapped(check.summary, max(24, room)) or [""]
        yield (Piece(head), Piece(severity, check.severity.value), Piece(lines[0]))
        for line in lines[1:]:
            yield (Piece(" " * (len(head) + len(severity)) + line),)


def rules_json(rules: Iterable[Rule]) -> str:
    """Return rules as a JSON list."""
    return json.dumps([_as_data(rule) for rule in rules], ensure_ascii=False, indent=2) + "\n"


def rules_markdown(rules: Sequence[Rule], own: Mapping[str, Cases] = MappingProxyType({})) -> str:
    """Return rules as a page: a table of contents, each rule in the order given, then the practices.

    `own` are the examples of rules that a plan wrote itself, by their codes.
    """
    parts = ["# Rules\n", _PREFACE, _families(rules), _contents(rules)]
    family = -1
    for rule in rules:
        if _group(rule.check) != family:
            family = _group(rule.check)
            parts.append(f"## {_family_title(family)}\n")
            parts.append(f"Back to {_link(_CONTENTS, 'all rules')}.\n")
        parts.append(rule_markdown(rule, own.get(rule.check.code)))
    parts.append(_practices(rules))
    return "\n".join(parts)


def rule_markdown(rule: Rule, cases: Cases | None = None) -> str:
    """Return one rule as a section of the page; `cases` are its examples where the plan holds them."""
    check = rule.check
    lines = [f"### {_title(check)}\n", f"*{_attributes(check)}*\n", f"{check.summary}\n"]
    if check.why:
        lines.append(f"**Why.** {check.why}\n")
    if check.mend:
        lines.append(f"**What to do.** {check.mend}\n")
    if check.sources:
        lines.append(f"**Source.** {listed(check.sources)}\n")
    if rule.practices:
        named = "\n".join(f"- {number}: {PRACTICES[number - 1].title}" for number in rule.practices)
        lines.append(f"**Practices.** What it looks for:\n\n{named}\n")
    if rule.options:
        named = "\n".join(f"- `{key}` {_told(option)}" for key, option in rule.options.items())
        lines.append(f"**Options.** Set them with `{_setting(rule)}`:\n\n{named}\n")
    lines.extend(_example(title, case) for title, case in _examples(cases or cases_of(check.name)))
    return "\n".join(lines)


_PREFACE = """\
Every rule of `coalition lint`, by family. This page is made from the rules themselves by
`coalition rule --all --format markdown`; the examples are the cases that test them.

A plan climbs a ladder of profiles, each holding the rules of those before it: `start` (the file can be
read and its references hold), `draft`, `launch`, `sustain`. The findings of a rule are shown at its
profile and above.
"""


_CONTENTS = "All rules at a glance"

_ABOUT_CONTENTS = """\
A plan's settings may give a rule another severity. What is off by nature is advice, shown with `--advice`.

| rule | what it is about | severity | from profile |
|---|---|---|---|
"""

_PRACTICES_TITLE = "Practices and the rules that look at them"

_PRACTICES = f"""\
## {_PRACTICES_TITLE}

What good practice asks for, numbered through, and which rules look at it. That something is recorded in
words shows that someone attests it, not that it is so.

| | what good practice asks | what is looked at | rules |
|---|---|---|---|
"""


def _families(rules: Sequence[Rule]) -> str:
    counts = Counter(_group(rule.check) for rule in rules)
    lines = [
        f"- {_link(_family_title(family))}: {counted(count, 'rule')}"
        for family, count in sorted(counts.items())
    ]
    lines.append(f"- {_link(_PRACTICES_TITLE)}")
    return "\n".join(lines) + "\n"


def _contents(rules: Sequence[Rule]) -> str:
    """Return a table of all rules, each linked to its section, a family below the other."""
    rows = []
    family = -1
    for rule in rules:
        check = rule.check
        if _group(check) != family:
            family = _group(check)
            rows.append(f"| **{_family_title(family)}** | | | |\n")
        cells = (_link(_title(check)), check.summary, check.severity.value, check.profile.value)
        rows.append(f"| {' | '.join(cells)} |\n")
    return f"## {_CONTENTS}\n\n{_ABOUT_CONTENTS}{''.join(rows)}"


def _practices(rules: Sequence[Rule]) -> str:
    rows = []
    for practice in PRACTICES:
        links = (
            _link(_title(rule.check), rule.check.code) for rule in rules if practice.number in rule.practices
        )
        cells = (str(practice.number), practice.title, KINDS[practice.kind], ", ".join(links))
        rows.append(f"| {' | '.join(cells)} |\n")
    return _PRACTICES + "".join(rows)


def _group(check: Check) -> int:
    """Return the family below which a rule is shown: those that a plan wrote itself stand apart."""
    return _OF_THE_PLAN if check.code.startswith(OWN) else check.family


def _family_title(family: int) -> str:
    if family == _OF_THE_PLAN:
        return "Rules of the plan's own"
    if family == OTHERS:
        return "Rule books of funders: a plan names them below 'lint: packs'"
    return f"CK{family}xx: {FAMILIES[family]}"


def _title(check: Check) -> str:
    return check.code if check.code.startswith(OWN) else f"{check.code} {check.name}"


def _link(heading: str, text: str = "") -> str:
    """Return a link to a heading of the page, under the name that a reader of Markdown gives it."""
    anchor = re.sub(r"[^a-z0-9 -]", "", heading.lower()).replace(" ", "-")
    return f"[{text or heading}](#{anchor})"


def _options(rule: Rule, width: int) -> Iterator[Line]:
    if not rule.options:
        return
    yield ()
    yield (Piece("Options:", "place"),)
    for key, option in rule.options.items():
        first, *others = wrapped(f"{key} {_told(option)}", width - 6)
        yield (Piece(f"    {first}"),)
        yield from ((Piece(f"      {line}"),) for line in others)
    yield (Piece(f"    In the plan: {_setting(rule)}", "faint"),)


def _told(option: Option) -> str:
    return f"(by default {option.default}): {option.what}; {option.why}"


def _setting(rule: Rule) -> str:
    values = ", ".join(f"{key}: {option.default}" for key, option in rule.options.items())
    return f"lint: {{options: {{{rule.check.name}: {{{values}}}}}}}"


def _example(title: str, case: Case) -> str:
    return f"{title}:\n\n```yaml\n{case.shown.rstrip()}\n```\n"


def _attributes(check: Check) -> str:
    severity = "advice, shown with --advice" if check.severity is Severity.OFF else check.severity.value
    return f"{severity}, from profile {check.profile.value}"


def _as_data(rule: Rule) -> dict[str, Any]:
    check = rule.check
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
        "practices": list(rule.practices),
        "options": {key: option._asdict() for key, option in rule.options.items()},
    }
