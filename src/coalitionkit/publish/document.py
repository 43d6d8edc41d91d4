"""A document: its text in Markdown, and what there is to know of it in any other format."""

from datetime import date
from typing import NamedTuple

from coalitionkit.publish.events import Event
from coalitionkit.publish.gaps import Gap


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

    `language` is the one it is written in. `audience` says who may read it: public, coalition or addressee.
    `title` and the name of the `coalition` are for headers and subjects; `day` is the one it was made as of.
    `events` are what a calendar is told of it, with times in the time `zone`: "" where none is recorded.
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
