"""E-mail: a draft with what belongs to it, and no way for a text to become a header."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.publish.document import Correspondent, Envelope
from coalitionkit.publish.forms import written
from coalitionkit.publish.writers.mail import draft
from publish.specimens import SHIPPED, TRICKY, document, mail, sent

HEADERS = {"X-Unsent", "Subject", "From", "To", "MIME-Version", "Content-Type", "Content-Language"}


def test_a_draft_is_unsent_and_in_its_language() -> None:
    found = mail(written(sent("Hola\n")._replace(language="es"), "eml", SHIPPED))
    assert found["X-Unsent"] == "1"
    assert found["Content-Language"] == "es"
    assert set(found.keys()) == HEADERS
    assert not found.defects


def test_only_recorded_addresses_are_named() -> None:
    found = mail(written(sent("x\n"), "eml", SHIPPED))
    assert found["From"] == '"Omar Reyes, Chair" <omar@example.org>'
    assert found["To"] == "June O'Neill <j> <june@example.org>".replace(
        "June O'Neill <j>", '"June O\'Neill <j>"'
    )
    bare = mail(written(document("x\n"), "eml", SHIPPED))
    assert bare["From"] is None
    assert bare["To"] is None


@pytest.mark.parametrize(
    "address", ["not an address", "a@b@c", "josé@example.org", "a@example.org\r\nBcc: b@example.org"]
)
def test_an_address_that_cannot_be_one_is_left_out(address: str) -> None:
    envelope = Envelope(Correspondent("A", address), (Correspondent("B", address),))
    found = mail(written(document("x\n", envelope=envelope), "eml", SHIPPED))
    assert set(found.keys()) <= HEADERS - {"From", "To"}


@pytest.mark.parametrize(
    "text", [*TRICKY, "a\r\nBcc: b@example.org", "a\nX-Evil: 1", "x" * 2000, "María Ñ. de los Ángeles " * 9]
)
def test_nothing_becomes_a_header(text: str) -> None:
    envelope = Envelope(Correspondent(text, "a@example.org"), (Correspondent(text, "b@example.org"),))
    found = mail(written(document("x\n", title=text, envelope=envelope), "eml", SHIPPED))
    assert set(found.keys()) == HEADERS
    line = " ".join(text.split())[:250].rstrip()
    assert found["Subject"] == line
    assert [one.addr_spec for one in found["To"].addresses] == ["b@example.org"]
    assert [one.display_name for one in found["To"].addresses] == [line]


@given(st.text(max_size=80))
def test_no_subject_becomes_a_header(text: str) -> None:
    found = mail(written(document("x\n", title=text), "eml", SHIPPED))
    assert set(found.keys()) <= HEADERS


def test_lines_are_short_enough_for_any_server() -> None:
    words = "María de los Ángeles " * 20
    data = written(sent(f"{words}\n")._replace(title=words), "eml", SHIPPED)
    assert max(map(len, data.split(b"\r\n"))) <= 998
    assert max(map(len, data.partition(b"\r\n\r\n")[2].split(b"\r\n"))) <= 78


def test_attachments_come_out_as_they_went_in() -> None:
    inside = {
        "a.pdf": b"%PDF-1.7\r\n\x00\xff.\r\n",
        "ñ & <b>.docx": bytes(range(256)) * 9,
        "a.ics": "BEGIN:VCALENDAR\r\nñ\r\n".encode(),
        "a.md": "# Ñ\n".encode(),
        "a.html": b"<p>x</p>\n",
        "a.txt": b"From me\n.\n",
    }
    data = draft(document("x\n"), text="x\n", page="<p>x</p>", attachments=list(inside.items()))
    parts = list(mail(data).iter_attachments())
    assert {str(part.get_filename()): part.get_payload(decode=True) for part in parts} == inside
    types = [part.get_content_type() for part in parts]
    assert types[0] == "application/pdf"
    assert types[2] == "text/calendar"
    assert [part.get_content_charset() for part in parts[2:]] == ["utf-8"] * 4


def test_both_bodies_are_there_beside_attachments() -> None:
    found = mail(draft(document("x\n"), text="plain\n", page="<p>page</p>", attachments=[("a.pdf", b"%PDF")]))
    for kind, said in (("plain", "plain"), ("html", "page")):
        body = found.get_body((kind,))
        assert body is not None
        assert said in str(body.get_content())
    assert found["Content-Language"] == "en"


def test_a_letter_has_no_heading_that_a_mail_program_would_show() -> None:
    assert b"<h1" not in written(sent("x\n"), "eml", SHIPPED)
