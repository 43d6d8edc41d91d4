"""Several files become one: what stands in fragments goes back into the main file, with its comments."""

import re

from coalitionkit.editing.dividing import refuse_paths
from coalitionkit.editing.moving import Move, Moved, moved, reading_of, refuse_file_markers
from coalitionkit.editing.placing import in_format_order
from coalitionkit.errors import UneditableError
from coalitionkit.loading.assembly import assemble
from coalitionkit.model.coalition import Coalition
from coalitionkit.source.files import PlanFiles, RawFile
from coalitionkit.source.gathering import gathered, with_newlines
from coalitionkit.source.reader import Reading, read
from coalitionkit.source.sheet import Section, Sheet, sheet_of, without_blank_top
from coalitionkit.source.text import Text
from coalitionkit.source.tree import MappingNode, ScalarNode, SequenceNode

_DOCUMENT_LINE = re.compile(r"(?m)^(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)")
_DIRECTIVE = re.compile(r"(?m)^(?:---|\.\.\.|%)")


def joined(files: PlanFiles) -> Moved:
    """Return a plan whose fragments stand in its main file again: each section where the format has it.

    Lists and groups of one name are joined, in the order in which the files are read. A section that comes
    from a fragment is set apart by the blank lines that it has there, else by one. Raises UneditableError
    for what cannot be joined.
    """
    main = reading_of(files.main)
    sheet = sheet_of(main)
    if assemble(files._replace(overlay=None)).findings:
        raise UneditableError("the plan has errors to mend first", hint="'coalition lint' says how")
    moves: list[Move] = []
    texts: dict[str, str | None] = {}
    if files.fragments:
        refuse_file_markers(main)
    for raw in files.fragments:
        part = _part(raw, sheet.newline)
        for section in part.sections:
            sheet = _with_section(sheet, section, raw.file)
            moves.append(Move(section.key, section.line_count, raw.file, files.main.file))
        if not part.sections and part.header.strip():
            footer = sheet.footer and sheet.footer.rstrip("\r\n") + sheet.newline
            sheet = sheet._replace(footer=footer + sheet.newline + part.header)
        texts[raw.file] = None
    if files.fragments:
        texts[files.main.file] = sheet.written()
    return Moved(tuple(moves), moved(files, texts))


def _part(raw: RawFile, newline: str) -> Sheet:
    """Return a fragment whose sections hold all of its text."""
    reading = reading_of(raw)
    refuse_file_markers(reading)
    reading = read(Text(raw.file, with_newlines(reading.text.content, newline)))
    sheet = sheet_of(reading)
    header, footer = (_DOCUMENT_LINE.sub("", text) for text in (sheet.header, sheet.footer))
    if _DIRECTIVE.search(header) or _DIRECTIVE.search(footer):
        raise UneditableError(
            f"'{raw.file}' has a line that begins with '---', '...' or '%', which can stand at the ends of "
            "a file only; remove it first"
        )
    if not sheet.sections:
        return sheet._replace(header=header)
    for section in sheet.sections:
        refuse_paths(reading, section)
    first, *others = sheet.sections
    lead, text = without_blank_top(header + first.text)
    sections = [first._replace(lead=lead, text=text), *others]
    if footer.strip():
        last = sections[-1]
        sections[-1] = last._replace(text=last.text + footer.rstrip("\r\n") + newline, open_ended=False)
    return sheet._replace(header="", sections=tuple(sections), footer="")


def _with_section(sheet: Sheet, section: Section, file: str) -> Sheet:
    """Return the main file with a section brought in."""
    if sheet.sections and section.column != sheet.sections[0].column:
        raise UneditableError(
            f"'{section.key}' in '{file}' is indented otherwise than the main file; bring both in line first"
        )
    keys = [one.key for one in sheet.sections]
    if section.key in keys:
        index = keys.index(section.key)
        both = _both(sheet.sections[index], section, file)
        return sheet._replace(sections=(*sheet.sections[:index], both, *sheet.sections[index + 1 :]))
    order = in_format_order(Coalition)
    index = len(keys)
    if section.key in order:
        before = set(order[: order.index(section.key)])
        earlier = [(order.index(key), place + 1) for place, key in enumerate(keys) if key in before]
        index = max(earlier, default=(0, 0))[1]
    lead = section.lead or sheet.usual_lead
    return sheet._replace(
        sections=(*sheet.sections[:index], section._replace(lead=lead), *sheet.sections[index:])
    )


def _both(one: Section, other: Section, file: str) -> Section:
    """Return two sections of one name as one."""
    mine, its = read(Text(file, one.text)), read(Text(file, other.text))
    if _is_empty(mine, one.key):
        mine, its = its, mine
    both = gathered(mine, its, one.key)
    (section,) = sheet_of(both).sections
    return section._replace(lead=one.lead, text=both.text.content)


def _is_empty(reading: Reading, key: str) -> bool:
    value = reading.root.value(key) if isinstance(reading.root, MappingNode) else None
    if isinstance(value, ScalarNode):
        return value.is_null
    if isinstance(value, SequenceNode):
        return not value.items
    return isinstance(value, MappingNode) and not value.entries
