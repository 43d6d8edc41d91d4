"""What the tests of formats share: documents that are hard to write, and readers of what was written."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import docx
from icalendar import Calendar
from icalendar.prop import vText

from coalitionkit.places import PLAN
from coalitionkit.publish.document import Correspondent, Document, Envelope
from coalitionkit.publish.gaps import Gap
from coalitionkit.publish.markdown import escaped
from coalitionkit.publish.templates import Folders

DAY = date(2026, 3, 2)
TRICKY = (
    "O'Neill & Sons <Housing>",
    '=HYPERLINK("https://example.org")',
    "{{ 7*7 }} {% x %} {# y #}",
    "שלום (עולם) مرحبا",
    "🏡 👩🏽‍🌾 ½ ñ",
    "#set page(fill: red) $x$ @preview/x:1.0.0",
    "]]> --> </style></script> &amp; \\n %s %(x)s",
    "+1 -2 @SUM(A1) *a* _b_ `c` [d](e)",
)
EVERYTHING = """\
# {0}

{1} and **{2}** and *{3}*.\\
{4}

> {5}

- {6}
- one
  - {7}

    two

3. three
4. [{0}](https://example.org/a?b=1&c=2)

| {1} | {2} |
|---|--:|
| {3} | {4} |
| {5} | |

## {6}

---

### {7}
"""


def document(text: str, **changes: Any) -> Document:
    """Return a document with a text; anything else may be changed."""
    made = Document(
        name="specimen",
        title="A title",
        text=text,
        gaps=(),
        language="en",
        audience="coalition",
        coalition="Willow Bend & Friends",
        day=DAY,
    )
    return made._replace(**changes)


def everything() -> Document:
    """Return a document with every kind of block, in the hardest words."""
    return document(EVERYTHING.format(*map(escaped, TRICKY)), title=TRICKY[0], coalition=TRICKY[1])


def with_gap() -> Document:
    """Return a document with a gap in it."""
    gap = Gap("why", "say why", PLAN / "x", "GAP: say *why*  now")
    return document(f"Before **[{escaped(gap.mark)}]** after.\n", gaps=(gap,))


def sent(text: str) -> Document:
    """Return a document from someone to someone."""
    to = (Correspondent("June O'Neill <j>", "june@example.org"), Correspondent("Nobody"))
    return document(text, envelope=Envelope(Correspondent("Omar Reyes, Chair", "omar@example.org"), to))


SHIPPED = Folders.around(Path("/nowhere"))


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        """Remember where the text stands."""
        self.inside = tag

    def handle_endtag(self, _tag: str) -> None:
        """Forget it."""
        self.inside = ""

    def handle_data(self, data: str) -> None:
        """Keep what a reader sees."""
        if self.inside not in {"style", "title"}:
            self.said.append(data)


def words_of_html(data: bytes) -> str:
    """Return what a page says."""
    reader = _Words()
    reader.feed(data.decode("utf-8"))
    return "".join(reader.said)


def word(data: bytes) -> object:
    """Return a Word file, opened."""
    return docx.Document(io.BytesIO(data))


def words_of_docx(data: bytes) -> str:
    """Return what the body of a Word file says."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        body = packed.read("word/document.xml").decode("utf-8")
    from xml.etree import ElementTree as ET

    name = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return "".join(node.text or "" for node in ET.fromstring(body).iter(f"{name}t"))  # noqa: S314 - our own file


def mail(data: bytes) -> EmailMessage:
    """Return an e-mail as a program reads it."""
    return message_from_bytes(data, policy=default)


def words_of_mail(data: bytes) -> str:
    """Return what the plain part of an e-mail says."""
    body = mail(data).get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def opened_mail(data: bytes) -> str:
    """Return an e-mail in words: its headers, and each part with its kind."""
    found = mail(data)
    lines = [f"{name}: {value}" for name, value in found.items() if name != "Content-Type"]
    for part in found.walk():
        if not part.is_multipart():
            lines += ["", f"--- {part.get_content_type()}", "", str(part.get_content()).replace("\r\n", "\n")]
    return "\n".join(lines).rstrip("\n") + "\n"


def opened_calendar(data: bytes, *, zones: bool = True) -> str:
    """Return the lines of a calendar, however they are folded; without `zones`, not when clocks change."""
    text = data.decode("utf-8").replace("\r\n", "\n").replace("\n ", "")
    return text if zones else re.sub(r"BEGIN:VTIMEZONE\n.*?END:VTIMEZONE\n", "", text, flags=re.DOTALL)


def words_of_calendar(data: bytes) -> str:
    """Return what the events of a calendar say, as a calendar program reads it."""
    said = [part for event in Calendar.from_ical(data).walk("VEVENT") for part in event.values()]
    return "\n".join(str(part) for part in said if isinstance(part, vText))


READERS: dict[str, Callable[[bytes], str]] = {
    "md": lambda data: data.decode("utf-8"),
    "txt": lambda data: data.decode("utf-8"),
    "html": words_of_html,
    "docx": words_of_docx,
    "eml": words_of_mail,
}


def squeezed(text: str) -> str:
    """Return a text without any space, by which formats may break it into lines."""
    return re.sub(r"\s+", "", text)
