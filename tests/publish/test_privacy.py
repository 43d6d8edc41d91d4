"""Nothing private comes out: random values in every private field, and every document in every format."""

import io
import json
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from builders import loaded, model_of
from hypothesis import given, settings
from hypothesis import strategies as st

from coalitionkit.analysis.recipients import CHAMPION, COMMUNITY, PARTNER, Recipient, recipient
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.record import Kind, Leaf, Listing, Part, Record, Table, fields_of
from coalitionkit.model.values import Prose, Reader
from coalitionkit.publish.agendas import agenda
from coalitionkit.publish.blocks import blocks
from coalitionkit.publish.document import AUDIENCES, Document
from coalitionkit.publish.forms import FORMS, written
from coalitionkit.publish.letters import letter
from coalitionkit.publish.minutes import minutes
from coalitionkit.publish.roles import role
from publish.pressroom import TODAY, press
from publish.rounds import MAKERS

pytestmark = pytest.mark.long

DATA = Path(__file__).parents[1] / "data"
CONTACTS = frozenset({"personal_email", "phone"})
"""The private fields that --include-private lets into a letter."""


@cache
def full() -> Coalition:
    """Return the plan that has every field there is, with its overlay."""
    text, overlay = ((DATA / name).read_text(encoding="utf-8") for name in ("full.yaml", "full.private.yaml"))
    return model_of(loaded(text, overlay=overlay))


class Poison:
    """Puts values that nothing else holds into every private field of a plan."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.words: dict[str, str] = {}
        self.seen: set[tuple[type[Record], str]] = set()

    def record(self, given_record: Record, *, private: bool = False, owner: str = "") -> Record:
        """Return a record with its private fields filled, empty ones too."""
        kind = type(given_record)
        owner = str(getattr(given_record, "id", "")) or owner
        values = {}
        for name, shape in fields_of(kind).items():
            hidden = private or shape.private
            if shape.private:
                self.seen.add((kind, name))
            mark = f"{owner} {name}"
            values[name] = self._value(getattr(given_record, name), shape.kind, mark, private=hidden)
        made: Record = kind.model_construct(**values)
        return made

    def _value(self, value: Any, kind: Kind, mark: str, *, private: bool) -> Any:
        if isinstance(kind, Part):
            return (
                None
                if value is None
                else self.record(value, private=private, owner=mark.split(maxsplit=1)[0])
            )
        if isinstance(kind, Listing):
            return tuple(self._value(one, kind.of, mark, private=private) for one in value)
        if isinstance(kind, Table):
            return {key: self._value(one, kind.of, mark, private=private) for key, one in value.items()}
        return self._leaf(value, kind, mark) if private else value

    def _leaf(self, value: Any, kind: Leaf, mark: str) -> Any:
        word = f"zq{self.seed}x{len(self.words)}qz"
        reads = kind.marker.python if isinstance(kind.marker, Reader) else str
        if kind.marker is Prose:
            self.words[word] = mark
            return Prose({"": word})
        if reads is Decimal:
            number = 900_000_000 + self.seed * 1000 + len(self.words)
            self.words[str(number)] = mark
            return Decimal(number)
        if reads is str:
            self.words[word] = mark
            return word
        return value


def private_fields(
    record: type[Record], seen: frozenset[type[Record]] = frozenset()
) -> Iterator[tuple[Any, str]]:
    """Yield every field of the model, from a record on, that is for the overlay alone."""
    if record in seen:
        return
    for name, shape in fields_of(record).items():
        if shape.private:
            yield record, name
            continue
        kind: Any = shape.kind
        while isinstance(kind, Listing | Table):
            kind = kind.of
        if isinstance(kind, Part):
            yield from private_fields(kind.record, seen | {record})


def poisoned(seed: int) -> tuple[Coalition, Poison]:
    """Return the full plan with its private fields poisoned."""
    poison = Poison(seed)
    plan = poison.record(full())
    assert isinstance(plan, Coalition)
    return plan, poison


def letters(plan: Coalition, language: str, *, private: bool = False) -> Iterator[Document]:
    """Yield each of the three letters to each partner and to each person there."""
    whom: list[Recipient] = [recipient(plan, partner.id) for partner in plan.partners]
    whom += [recipient(plan, person.id) for partner in plan.partners for person in partner.people]
    for one in whom:
        for kind in (PARTNER, CHAMPION, COMMUNITY):
            known = one._replace(kind=kind, member=one.member or plan.members[0])
            yield letter(plan, known, press=press(), as_of=TODAY, language=language, private=private)


def documents(plan: Coalition) -> Iterator[Document]:
    """Yield every document that there is, in every language."""
    for language in ("en", "es"):
        yield from letters(plan, language)
        for kind in ("introductions", "expectations", "decisionmaking"):
            yield agenda(plan, kind, press=press(), as_of=TODAY, language=language)
        for name in ("agenda-regular", "calendar", "launch", "charter", "handover", "checklist"):
            yield MAKERS[name](plan, TODAY, language, press())
        for meeting in plan.meetings:
            yield minutes(plan, meeting.id, press=press(), as_of=TODAY, language=language)
        for one in plan.roles:
            yield role(plan, one.id, press=press(), as_of=TODAY, language=language)


def forms(document: Document) -> list[str]:
    """Return the formats that a document can have: only what takes place goes into a calendar."""
    return [form for form in FORMS if form != "ics" or document.events]


def readable(document: Document, form: str) -> str:
    """Return all that a file says to whoever looks for it, whatever it is packed in."""
    data = written(document, form, press().folders)
    if form == "docx":
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return " ".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    if form == "eml":
        message = message_from_bytes(data, policy=default)
        assert isinstance(message, EmailMessage)
        bodies = [str(part.get_content()) for part in message.walk() if not part.is_multipart()]
        return " ".join([*map(str, message.items()), *bodies])
    if form == "pdf":  # its text is drawn, so what it is made from is looked at
        return json.dumps(blocks(document.text), ensure_ascii=False) + str(document)
    return data.decode("utf-8")


def leaks(text: str, poison: Poison) -> list[str]:
    """Return whose private fields stand in a text, with or without commas in numbers."""
    bare = text.replace(",", "")
    return sorted({mark for word, mark in poison.words.items() if word in text or word in bare})


def test_the_full_plan_has_every_private_field_of_the_model() -> None:
    _, poison = poisoned(0)
    assert poison.seen >= set(private_fields(Coalition))
    assert len(poison.words) >= len(poison.seen)


@settings(max_examples=4)
@given(st.integers(0, 9_999))
def test_nothing_private_comes_out_of_any_document_in_any_format(seed: int) -> None:
    plan, poison = poisoned(seed)
    for document in documents(plan):
        assert leaks(repr(document), poison) == []
        for form in forms(document):
            if form != "docx" or document.name.endswith(plan.partners[0].id):
                assert leaks(readable(document, form), poison) == [], f"{document.name} as {form}"


def test_remarks_of_those_who_keep_the_plan_never_come_out() -> None:
    def remarked(record: Record) -> Record:
        values: dict[str, Any] = {}
        for name, shape in fields_of(type(record)).items():
            value = getattr(record, name)
            if name == "note":
                value = Prose({"": "remark-for-keepers"})
            elif isinstance(shape.kind, Part) and value is not None:
                value = remarked(value)
            elif isinstance(shape.kind, Listing) and isinstance(shape.kind.of, Part):
                value = tuple(remarked(one) for one in value)
            values[name] = value
        return type(record).model_construct(**values)

    plan = remarked(full())
    assert isinstance(plan, Coalition)
    assert [one.name for one in documents(plan) if "remark-for-keepers" in repr(one)] == []


def test_asked_for_private_contacts_are_those_of_three_people_only() -> None:
    plan, poison = poisoned(7)
    bare = [one.model_copy(update={"work_email": None, "work_phone": None}) for one in plan.members]
    plan = Coalition.model_construct(**dict(plan) | {"members": tuple(bare)})
    came_out = {mark for one in letters(plan, "en", private=True) for mark in leaks(repr(one), poison)}
    assert came_out
    assert {mark.split()[1] for mark in came_out} <= CONTACTS
    for partner in plan.partners:
        one = recipient(plan, partner.id)
        made = letter(plan, one, press=press(), as_of=TODAY, private=True)
        invitation, roles = one.invitation, {role.id: role for role in plan.roles}
        allowed: set[Any] = {partner.closest, invitation and invitation.sender, one.person and one.person.id}
        allowed |= {one.member and one.member.id, roles["project-manager"].held_by[-1].member}
        assert {mark.split()[0] for mark in leaks(repr(made), poison)} <= allowed


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_document_declares_who_may_read_it(language: str) -> None:
    made = [*letters(full(), language), agenda(full(), "introductions", press=press(), as_of=TODAY)]
    assert {one.audience for one in made} == {"addressee", "coalition"}
    assert {one.audience for one in made} <= AUDIENCES.keys()


def test_a_leak_would_be_seen() -> None:
    plan, poison = poisoned(3)
    made = letter(plan, recipient(plan, plan.partners[0].id), press=press(), as_of=TODAY)
    number = next(word for word in poison.words if word.isdigit())
    for form in forms(made):
        text = f"{made.text}\n\nSay {int(number):,} to them.\n"
        assert leaks(readable(replace_text(made, text), form), poison) != []


def replace_text(document: Document, text: str) -> Document:
    """Return a document with another text."""
    return document._replace(text=text)
