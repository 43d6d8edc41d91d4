"""A document: its text in Markdown, and what there is to know of it in any other format."""

import re
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from coalitionkit.publish.events import Event
from coalitionkit.publish.gaps import Gap
from coalitionkit.publish.reading import Reading

AUDIENCES = {
    "public": "anyone",
    "coalition": "members of the coalition",
    "addressee": "the one it is addressed to",
}
"""Who may read a document, by the word that it declares its audience with."""


class Correspondent(NamedTuple):
    """Someone who writes or is written to; `email` is "" where no address is recorded."""

    name: str
    email: str = ""


class Envelope(NamedTuple):
    """By whom a document is sent, and to whom."""

    sender: Correspondent | None = None
    to: tuple[Correspondent, ...] = ()


class Document(NamedTuple):
    """Something made for someone: its file name without ending, its text and what it lacks.

    `language` is the one it is written in. `audience` says who may read it, in a word of `AUDIENCES`.
    `title` and the name of the `coalition` are for headers and subjects; `day` is the one it was made as of.
    `events` are what a calendar is told of it, with times in the time `zone`: "" where none is recorded.
    `reading` says of a letter how hard it is to read.
    """

    name: str
    title: str
    text: str
    gaps: tuple[Gap, ...]
    language: str
    audience: str
    coalition: str
    day: date
    envelope: Envelope = Envelope()
    events: tuple[Event, ...] = ()
    zone: str = ""
    reading: Reading | None = None


_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\Z)", re.IGNORECASE)
_LONGEST = 120
"""How many characters the name of a file may have before its ending; systems differ in what they allow."""


def file_name(name: str, form: str) -> str:
    """Return the name of the file for a document in a format: one that any system takes, Windows too.

    Different names give different files, also where a system does not tell large letters from small ones.
    """
    plain = re.sub(r"[^a-z0-9_.-]+", "-", name.lower()).strip("-. ") or "document"
    if _RESERVED.match(plain):
        plain = f"document-{plain}"
    if plain != name or len(plain) > _LONGEST:
        plain = f"{plain[:_LONGEST].rstrip('-. ')}-{sha256(name.encode()).hexdigest()[:8]}"
    return f"{plain}.{form}"
