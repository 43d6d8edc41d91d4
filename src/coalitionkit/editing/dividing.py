"""One file becomes several: sections move to fragments of their own, each with all its lines."""

import re
from collections.abc import Iterator, Mapping, Sequence

from coalitionkit.editing.moving import Move, Moved, moved, reading_of, refuse_file_markers
from coalitionkit.errors import UneditableError
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.record import fields_of
from coalitionkit.prose import did_you_mean, quoted
from coalitionkit.source.files import PLAN, PlanFiles, fragment_name
from coalitionkit.source.gathering import with_newlines
from coalitionkit.source.reader import Reading
from coalitionkit.source.sheet import Section, Sheet, sheet_of
from coalitionkit.source.tree import MappingNode

_STAYING = ("format", "coalition")
"""What the main file keeps: without it, it would not be known for a plan."""

_ASKED_FOR = frozenset({"note", "lint"})
"""What moves only when it is named: it speaks of the plan as a whole."""

_PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*\Z")


def divided(files: PlanFiles, sections: Sequence[str] = ()) -> Moved:
    """Return a plan with sections of its main file in fragments; without names, all that may move.

    A section moves with every byte of its lines, the comments above it and those within it. The one blank
    line that sets it apart from the section before it is left out, and written again when files are joined.
    Raises UneditableError for what cannot be moved.
    """
    if files.main.file.rpartition("/")[2] != PLAN:
        raise UneditableError(
            f"a plan in several files has to be named {PLAN}, because fragments are looked for beside that",
            hint=f"rename '{files.main.file}' first",
        )
    main = reading_of(files.main)
    sheet = sheet_of(main)
    there = _homes(files)
    chosen = [_named(sheet, name) for name in dict.fromkeys(sections)] or [
        section for section in sheet.sections if _moves_by_itself(section.key)
    ]
    for section in chosen:
        _refuse_what_stays(main, section, there)
    keys = {section.key for section in chosen}
    if not keys:
        return Moved((), moved(files, {}))
    refuse_file_markers(main)
    rest = sheet._replace(sections=tuple(one for one in sheet.sections if one.key not in keys))
    texts = dict(_fragments(files, rest, [one for one in sheet.sections if one.key in keys]))
    moves = tuple(
        Move(one.key, one.line_count, files.main.file, fragment_name(files.main.file, one.key))
        for one in sheet.sections
        if one.key in keys
    )
    return Moved(moves, moved(files, {**texts, files.main.file: rest.written()}))


def _fragments(files: PlanFiles, rest: Sheet, sections: Sequence[Section]) -> Iterator[tuple[str, str]]:
    """Yield the fragments that sections move to, with their texts."""
    there = {raw.file: raw for raw in files.fragments}
    begun: dict[str, Sheet] = {}
    for section in sections:
        file = fragment_name(files.main.file, section.key)
        if file in begun:
            sheet = begun[file]
        elif file in there:
            reading = reading_of(there[file])
            refuse_file_markers(reading)
            sheet = sheet_of(reading)
        else:
            sheet = Sheet("", (), "", rest.newline)
        if sheet.sections or sheet.header:
            lead = with_newlines(section.lead, sheet.newline) or sheet.usual_lead
            section = section._replace(text=with_newlines(section.text, sheet.newline))  # noqa: PLW2901
        else:
            # What joining would write by itself is no part of the fragment.
            lead = ""
            if section.lead != rest.usual_lead:
                sheet = sheet._replace(header=section.lead)
        begun[file] = sheet._replace(sections=(*sheet.sections, section._replace(lead=lead)))
        yield file, begun[file].written()


def _homes(files: PlanFiles) -> Mapping[str, str]:
    """Return in which fragment each section stands that is in one already."""
    result: dict[str, str] = {}
    for raw in files.fragments:
        root = reading_of(raw).root
        if isinstance(root, MappingNode):
            result |= dict.fromkeys(root.entries, raw.file)
    return result


def _moves_by_itself(key: str) -> bool:
    return key in fields_of(Coalition) and key not in _STAYING and key not in _ASKED_FOR


def _named(sheet: Sheet, name: str) -> Section:
    by_key = {section.key: section for section in sheet.sections}
    section = by_key.get(name) or by_key.get(name.replace("-", "_"))
    if section is None:
        hint = did_you_mean(name, by_key)
        raise UneditableError(f"the main file has no section {quoted(name)}{hint}")
    return section


def _refuse_what_stays(main: Reading, section: Section, there: Mapping[str, str]) -> None:
    """Refuse a section that cannot move. Raises UneditableError."""
    key = section.key
    if key in _STAYING:
        raise UneditableError(f"'{key}' stays in the main file, which is known for a plan by it")
    if not _PLAIN_NAME.match(key):
        raise UneditableError(f"{quoted(key)} cannot be the name of a file, so it stays in the main file")
    if key in there:
        raise UneditableError(
            f"'{key}' stands in '{there[key]}' too; 'coalition join' brings both together first",
            hint="or name the sections that are to move: coalition split SECTION ...",
        )
    refuse_paths(main, section)


def refuse_paths(reading: Reading, section: Section) -> None:
    """Refuse a section whose paths are seen from the file that it stands in. Raises UneditableError."""
    root = reading.root
    value = root.value(section.key) if isinstance(root, MappingNode) else None
    if section.key == "lint" and isinstance(value, MappingNode) and value.value("extend") is not None:
        raise UneditableError(
            f"'lint' names files as seen from '{reading.text.file}', so it cannot move to another folder"
        )
