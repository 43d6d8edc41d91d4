"""Pydantic judges the data; each of its errors becomes one finding at the text that caused it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from coalitionkit.findings import Check, Finding
from coalitionkit.loading import checks
from coalitionkit.loading.formats import CURRENT
from coalitionkit.loading.survey import Survey
from coalitionkit.loading.tracing import KEY, Trace, Tracer
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.record import Kind, Leaf, Listing, Part, Record, Table, fields_of, noun
from coalitionkit.model.values import Refers
from coalitionkit.places import Place
from coalitionkit.prose import a, did_you_mean, listed, nearest, one_of, quoted
from coalitionkit.source.tree import MappingNode, Node, ScalarNode, SequenceNode

_COMMA = "a comma within braces begins a new key: put text with commas in quotes, write 25,000 as 25000"
_EVERYWHERE = frozenset({"note", "former_ids"})
_Record = TypeVar("_Record", bound=Record)

_MOST_ERRORS = 1_000
"""How many errors of one plan are told: whoever has more has one cause that the first ones show."""


def validate(root: Node, surveyed: Survey, record: type[_Record]) -> tuple[_Record | None, list[Finding]]:
    """Return what a file is meant to be as a model, or None and every reason why it cannot be one."""
    try:
        return record.read(surveyed.data), []
    except ValidationError as failed:
        errors = failed.errors(include_url=False, include_input=False)[:_MOST_ERRORS]
    # Most plans have no errors, and none of them waits for what mends some.
    from coalitionkit.loading.mending import mended

    findings: list[Finding] = []
    tracer = Tracer(root, record, surveyed.kept)
    misspelled = _misspelled(errors, tracer)
    for error in errors:
        location = error["loc"]
        trace = tracer.by_location(location)
        if error["type"] == "missing" and location in misspelled:
            continue
        message = _by_name(surveyed, trace) if error["type"] == "id" else ""
        finding = _finding(error["type"], message or error["msg"], error.get("ctx", {}), location, trace)
        findings.append(finding._replace(fix=mended(finding.check, location, trace, surveyed)))
    return None, findings


def _by_name(surveyed: Survey, trace: Trace) -> str:
    """Say which id is meant, where a name stands instead; "" when no record has that name."""
    marker = trace.kind.marker if isinstance(trace.kind, Leaf) else None
    if not isinstance(marker, Refers) or not isinstance(trace.node, ScalarNode):
        return ""
    name = trace.node.value.casefold()
    for one in surveyed.identified:
        if one.record.noun in marker.nouns and str(one.data.get("name", "")).casefold() == name:
            return f"{quoted(trace.node.value)} is a name; write its id, '{one.node.value}'"
    return ""


def _misspelled(errors: Iterable[ErrorDetails], tracer: Tracer) -> set[tuple[str | int, ...]]:
    """Return the locations of keys that are missing only because they were misspelled."""
    meant: set[tuple[str | int, ...]] = set()
    for error in errors:
        if error["type"] == "extra_forbidden":
            *record_at, key = error["loc"]
            record = tracer.by_location(record_at).record
            near = nearest(str(key), fields_of(record)) if record else None
            if near:
                meant.add((*record_at, near))
    return meant


def _finding(
    kind: str, message: str, context: Mapping[str, Any], location: Sequence[str | int], trace: Trace
) -> Finding:
    last = str(location[-1]) if location else ""
    if kind == "missing":
        return _missing(last, trace)
    if kind == "extra_forbidden":
        return _unknown_key(last, trace)
    check = checks.BY_PROBLEM.get(kind)
    if check is not None and "field" in context:
        return _at_field(check, message, str(context["field"]), trace)
    if check is None or check is checks.WRONG_SHAPE:
        expected = message if check else f"expected {_expected(trace.kind)}"
        return _told(checks.WRONG_SHAPE, f"{expected}; found {_what_is(trace.node)}", trace)
    if last == KEY and len(location) > 1:
        return _at_key(check, message, str(location[-2]), trace)
    return _told(check, message, trace)


def _told(check: Check, message: str, trace: Trace, place: Place | None = None) -> Finding:
    return Finding(check, check.severity, message, place or trace.place, trace.address)


def _missing(key: str, trace: Trace) -> Finding:
    """Tell that a key is missing, or stands there with nothing after it."""
    if not trace.missing:
        message = f"'{key}' has no value; write one after the colon"
        return _told(checks.MISSING_KEY, message, trace, trace.anchor)
    record = trace.record
    owner = f"this {noun(record)}" if record and trace.address.steps else "the plan"
    value = CURRENT if key == "format" else "…"
    message = f"{owner} has no '{key}'; add a line '{key}: {value}'"
    return _told(checks.MISSING_KEY, message, trace, trace.anchor)


def _unknown_key(key: str, trace: Trace) -> Finding:
    above = trace.above or trace
    record = above.record
    known = list(fields_of(record)) if record else []
    owner = a("plan" if record in {None, Coalition} else noun(record))
    if " " in key or key[:1].isdigit():
        message = f"'{key}' is not a key of {owner}; {_COMMA}"
        return _told(checks.UNKNOWN_KEY, message, trace, trace.anchor)
    near = did_you_mean(key, known)
    hint = near or f"; it may have {one_of([key for key in known if key not in _EVERYWHERE], 12)}"
    message = f"'{key}' is not a key of {owner}{hint}"
    return _told(checks.UNKNOWN_KEY, message, trace, trace.anchor)


def _at_field(check: Check, message: str, key: str, trace: Trace) -> Finding:
    """Only the whole record shows that a field is wrong: show the one that the model names."""
    if isinstance(trace.node, MappingNode) and key in trace.node.entries:
        entry = trace.node.entries[key]
        below = Trace(entry.value, None, trace.address / key, entry, trace)
        return _told(check, message, below)
    return _told(check, message, trace, trace.anchor)


def _at_key(check: Check, message: str, key: str, trace: Trace) -> Finding:
    """Tell that a key of a table is wrong: the trace stands at its value, or above it."""
    entry = trace.entry
    if entry is None and isinstance(trace.node, MappingNode):
        entry = trace.node.entries.get(key)
    return _told(check, message, trace, entry.key.place if entry else None)


def _expected(kind: Kind | None) -> str:
    if isinstance(kind, Listing):
        return "a list: [one, two], or lines that begin with '- '"
    if isinstance(kind, Part):
        keys = [name for name in fields_of(kind.record) if name not in _EVERYWHERE]
        return f"{a(noun(kind.record))} with keys such as {listed(repr(key) for key in keys[:3])}"
    if isinstance(kind, Table):
        return "lines of 'key: value'"
    return "text" if isinstance(kind, Leaf) else "something else"


def _what_is(node: Node) -> str:
    if isinstance(node, SequenceNode):
        return "a list"
    if isinstance(node, MappingNode):
        return "a group of keys"
    return "nothing" if isinstance(node, ScalarNode) and node.is_null else "a single value"
