"""Findings as SARIF 2.1.0, for code scanning and for editors.

No text of a plan is carried along, only places, messages and what safe fixes would write.
"""

import json
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any
from urllib.parse import quote

from coalitionkit import __version__
from coalitionkit.exchange.report import LEVELS, Entry, Report, one_line
from coalitionkit.findings import Check, Related
from coalitionkit.places import Place
from coalitionkit.prose import listed
from coalitionkit.rules.catalogue import FAMILIES
from coalitionkit.verdicts import Replacement

_TOP = "%SRCROOT%"
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(report: Report) -> str:
    """Return one run with the rules that were broken and a result for each finding."""
    checks = sorted({entry.finding.check for entry in report.entries}, key=lambda check: check.code)
    index = {check.code: number for number, check in enumerate(checks)}
    run = {
        "tool": {
            "driver": {
                "name": "coalition lint",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(check) for check in checks],
            }
        },
        # What stands after the last slash would tell one run from the next; before it, kinds of runs.
        "automationDetails": {"id": "coalition-lint/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_TOP: {"description": {"text": "The top of the repository."}}},
        "results": [_result(entry, index, offered) for entry, offered in report.with_offers()],
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _rule(check: Check) -> dict[str, Any]:
    parts = [check.why, f"**What to do.** {check.mend}"]
    if check.sources:
        parts.append(f"**Source.** {listed(check.sources)}.")
    return {
        "id": check.code,
        "name": "".join(word.capitalize() for word in check.name.split("-")),
        "shortDescription": {"text": check.summary},
        "fullDescription": {"text": f"{check.summary} {check.why}"},
        "help": {"text": "\n\n".join(parts).replace("**", ""), "markdown": "\n\n".join(parts)},
        "defaultConfiguration": {"level": LEVELS[check.severity].sarif},
        "properties": {"tags": [FAMILIES[check.family]]},
    }


def _result(entry: Entry, index: dict[str, int], offered: Sequence[Replacement]) -> dict[str, Any]:
    check = entry.finding.check
    result: dict[str, Any] = {
        "ruleId": check.code,
        "ruleIndex": index[check.code],
        "level": LEVELS[entry.finding.severity].sarif,
        "message": {"text": _message(entry)},
        "locations": [_location(entry.place)],
        # GitHub tells results apart by the second; the first says what both are.
        "partialFingerprints": {
            "coalitionLint/v1": entry.fingerprint,
            "primaryLocationLineHash": entry.fingerprint,
        },
    }
    if entry.related:
        result["relatedLocations"] = _related(entry.related)
    if offered and entry.finding.fix:
        result["fixes"] = [_fix(entry.finding.fix.title, offered)]
    return result


def _fix(title: str, replacements: Iterable[Replacement]) -> dict[str, Any]:
    by_file = groupby(replacements, key=lambda replacement: replacement.place.file)
    return {
        "description": {"text": _sentence(title)},
        "artifactChanges": [
            {"artifactLocation": _artifact(file), "replacements": [_replaced(one) for one in found]}
            for file, found in by_file
        ],
    }


def _replaced(replacement: Replacement) -> dict[str, Any]:
    inserted = {"insertedContent": {"text": replacement.text}} if replacement.text else {}
    return {"deletedRegion": _region(replacement.place), **inserted}


def _message(entry: Entry) -> str:
    """Return the message as a sentence, with a link to each place that it speaks of besides."""
    told = _sentence(entry.message)
    links = [
        f"[{_without_links(one_line(related.message)).replace('[', '(').replace(']', ')')}]({number})"
        for number, related in enumerate(entry.related, 1)
    ]
    return f"{told} See: {listed(links)}." if links else told


def _sentence(text: str) -> str:
    """Return text of which every line end is a blank, and which ends as a sentence does."""
    told = _without_links(one_line(text))
    return told if told.endswith((".", "?", "!")) else f"{told}."


def _without_links(text: str) -> str:
    """Return text in which nothing reads as a link: what a plan says leads nowhere."""
    return text.replace("](", "] (")


def _related(related: Sequence[Related]) -> list[dict[str, Any]]:
    return [
        {"id": number, "message": {"text": one_line(other.message)}, **_location(other.place)}
        for number, other in enumerate(related, 1)
    ]


def _location(place: Place) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _artifact(place.file), "region": _region(place)}}


def _artifact(file: str) -> dict[str, str]:
    return {"uri": quote(file), "uriBaseId": _TOP}


def _region(place: Place) -> dict[str, int]:
    start, end = place.span
    region = {"startLine": start.line, "startColumn": start.column}
    return region | {"endLine": end.line, "endColumn": end.column}
