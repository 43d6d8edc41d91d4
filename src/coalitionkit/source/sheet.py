"""A text as the sections that it consists of: each with all its lines, so that it can be moved as a whole.

Comments above a section belong to it, also where a blank line stands between them. What the file itself
begins with does not: the comments above its first section, as far as they stand at the very top of the file
or a blank line follows them.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from coalitionkit.errors import UneditableError
from coalitionkit.source.reader import Reading
from coalitionkit.source.tree import MappingNode
from coalitionkit.source.units import bracketed, keeps_blank_lines, units

_BLANK_LINES = re.compile(r"(?:[ \t]*(?:\r\n|\r|\n))*")
_LAST_BLANK = re.compile(r"(?:\A|\n|\r(?!\n))[ \t]*(?:\r\n|\r|\n)\Z")
_SPEAKS_OF_THE_NEXT = re.compile(r"#[ ]?coalition:")
"""A comment that leaves out findings of what follows it belongs to that, wherever it stands."""

_LONGEST_LINE_END = 400


class Section(NamedTuple):
    """A key of the file with all that is its own.

    `lead` are the blank lines above `text`, which begins with its comments. `column` is where its key stands.
    `open_ended` says that blank lines below it would become part of its value.
    """

    key: str
    lead: str
    text: str
    column: int = 0
    open_ended: bool = False

    @property
    def line_count(self) -> int:
        """How many lines it takes, its comments and the blank lines within it included."""
        return len(re.findall(r"\r\n|\r|\n", self.text)) + (not self.text.endswith(("\n", "\r")))


class Sheet(NamedTuple):
    """A file as its sections, with what stands before the first and after the last of them."""

    header: str
    sections: tuple[Section, ...]
    footer: str
    newline: str = "\n"

    @property
    def usual_lead(self) -> str:
        """What stands between two sections: a blank line, unless three or more of them do without."""
        leads = [section.lead for section in self.sections[1:]]
        return "" if len(leads) > 1 and not any(leads) else self.newline

    def written(self) -> str:
        """Return the text of the file."""
        parts = [self.header]
        open_ended = False
        for section in self.sections:
            begun = any(parts) and not open_ended and not ends_blank(parts[-1])
            lead = section.lead if begun else ""
            parts += [self._break(parts[-1]), lead, section.text]
            open_ended = section.open_ended
        if self.footer:
            footer = without_blank_top(self.footer)[1] if open_ended else self.footer
            parts += [self._break(parts[-1]), footer]
        return "".join(parts)

    def _break(self, before: str) -> str:
        return self.newline if before and not before.endswith(("\n", "\r")) else ""


def sheet_of(reading: Reading) -> Sheet:
    """Return the sections of a file. Raises UneditableError where they do not stand on lines of their own."""
    text, root = reading.text, reading.root
    content = text.content
    newline = "\r\n" if "\r\n" in content else "\n"
    if not reading.whole and any(fault.problem != "empty" for fault in reading.faults):
        raise UneditableError(
            f"'{text.file}' cannot be read to its end", hint="run 'coalition lint' and mend it first"
        )
    if reading.faults and root is not None:
        line = text.position(reading.faults[0].start).line
        raise UneditableError(
            f"'{text.file}' has an error on line {line}", hint="run 'coalition lint' and mend it first"
        )
    if root is None:
        return Sheet(content, (), "", newline)
    if not isinstance(root, MappingNode):
        raise UneditableError(f"'{text.file}' holds no sections, which are keys such as 'members:'")
    if bracketed(root):
        raise UneditableError(
            f"'{text.file}' stands in braces as a whole; write each section on lines of its own first"
        )
    found = units(root)
    if any(unit.compact for unit in found):
        raise UneditableError(
            f"'{text.file}': a section begins within a line; write each on lines of its own first"
        )
    begin = found[0].head
    above = content[begin : found[0].start]
    if not begin and not _SPEAKS_OF_THE_NEXT.search(above):
        begin = text.line_start(found[0].start)
    sections = []
    done = begin
    for (key, entry), unit in zip(root.entries.items(), found, strict=True):
        match = _BLANK_LINES.match(content, done, unit.head)
        start = match.end() if match else done
        sections.append(
            Section(
                key,
                content[done:start],
                content[start : unit.tail],
                unit.column,
                keeps_blank_lines(entry.value),
            )
        )
        done = unit.tail
    return Sheet(content[:begin], tuple(sections), content[done:], newline)


def ends_blank(text: str) -> bool:
    """Whether the last line of a text is blank."""
    return bool(_LAST_BLANK.search(text[-_LONGEST_LINE_END:]))


def without_blank_top(text: str) -> tuple[str, str]:
    """Return the blank lines with which a text begins, and the rest of it."""
    match = _BLANK_LINES.match(text)
    end = match.end() if match else 0
    return text[:end], text[end:]


def in_order(sections: Sequence[Section], order: Sequence[str]) -> tuple[Section, ...]:
    """Return sections in an order of keys; one that is not listed stays behind the one that it follows.

    Blank lines keep their places.
    """
    rank = (-1, 0)
    ranked = []
    for index, section in enumerate(sections):
        rank = (order.index(section.key), 0) if section.key in order else (rank[0], index + 1)
        ranked.append((rank, section))
    sorted_ = [section for _, section in sorted(ranked, key=lambda one: one[0])]
    return tuple(section._replace(lead=place.lead) for section, place in zip(sorted_, sections, strict=True))
