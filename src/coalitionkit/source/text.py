"""The text of a file: its characters, its lines and where an offset stands.

Offsets count code points from the first character after a byte order mark.
"""

import codecs
import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from coalitionkit.places import Place, Position, Span

_LINE_END = r"\r\n|\r|\n"
_OTHER_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}


class NotUtf8Error(Exception):
    """The bytes are not UTF-8. `text` holds what can be read of them, `offset` the first bad character."""

    def __init__(self, message: str, text: "Text", offset: int) -> None:
        super().__init__(message)
        self.message = message
        self.text = text
        self.offset = offset


class Text:
    """The characters of one file, without a byte order mark."""

    def __init__(self, file: str, content: str) -> None:
        self.file = file
        self.content = content

    @classmethod
    def decoded(cls, file: str, data: bytes) -> "Text":
        """Return the text of UTF-8 bytes, with or without a byte order mark. Raises NotUtf8Error."""
        for mark, encoding in _OTHER_MARKS.items():
            if data.startswith(mark):
                raise NotUtf8Error(
                    f"this file is saved as {encoding}; save it again with the encoding UTF-8",
                    cls(file, ""),
                    0,
                )
        if b"\0" in data[:4]:
            # One byte of two is zero where UTF-16 holds plain letters.
            raise NotUtf8Error(
                "this file is not saved as UTF-8; save it again with the encoding UTF-8", cls(file, ""), 0
            )
        if data.startswith(b"PK\3\4"):
            raise NotUtf8Error(
                "this is a Word, Excel or zip file; save the plan as plain text", cls(file, ""), 0
            )
        data = data.removeprefix(codecs.BOM_UTF8)
        try:
            return cls(file, data.decode("utf-8"))
        except UnicodeDecodeError as error:
            readable = data[: error.start].decode("utf-8")
            rest = data[error.start :].decode("latin-1")
            raise NotUtf8Error(
                "this character is not UTF-8; save the file again with the encoding UTF-8",
                cls(file, readable + rest),
                len(readable),
            ) from None

    @cached_property
    def _starts(self) -> list[int]:
        if "\r" in self.content:
            return [0, *(match.end() for match in re.finditer(_LINE_END, self.content))]
        return [0, *accumulate(len(line) + 1 for line in self.content.split("\n")[:-1])]

    @property
    def line_count(self) -> int:
        """How many lines there are; an empty last line counts."""
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """Return the line and column of a character, or of the end of the text."""
        offset = min(max(offset, 0), len(self.content))
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def place(self, start: int, end: int) -> Place:
        """Return the place of the characters from `start` up to `end`."""
        return Place(self.file, Span(self.position(start), self.position(max(start, end))))

    def line(self, number: int) -> str:
        """Return a line, counted from 1, without its line end; "" beyond the last."""
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.content)
        return self.content[start:end].rstrip("\r\n")

    def line_offset(self, number: int) -> int:
        """Return the offset at which a line begins, counted from 1; the beginning for less."""
        return self._starts[min(max(number, 1), len(self._starts)) - 1]

    def line_start(self, offset: int) -> int:
        """Return the offset at which the line of a character begins."""
        return self._starts[bisect_right(self._starts, min(offset, len(self.content))) - 1]

    def column(self, offset: int) -> int:
        """Return how many characters stand before one on its line."""
        return offset - self.line_start(offset)
