"""E-mail: a draft that a mail program opens for writing, to be read again and sent by a person.

Nothing is sent from here. A draft has no date and no number of its own: the program that sends it sees to
both.
"""

from collections.abc import Sequence
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256

from coalitionkit.publish.document import Correspondent, Document
from coalitionkit.publish.markdown import shown

_KINDS = {
    ".docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ".pdf": ("application", "pdf"),
    ".ics": ("text", "calendar"),
    ".html": ("text", "html"),
    ".md": ("text", "markdown"),
    ".txt": ("text", "plain"),
}
# Where the library breaks a long name with accents, it puts spaces into it: lines may have 998 characters.
_UNBROKEN = SMTP.clone(max_line_length=900)
_LONGEST = 250
"""How many characters of a subject or a name are kept."""

_UTF_8 = {"charset": "utf-8"}


def draft(
    document: Document, *, text: str, page: str, attachments: Sequence[tuple[str, bytes]] = ()
) -> bytes:
    """Return a document as an e-mail that opens as a draft: plain text, the same as a page, and attachments.

    `attachments` are names of files and what is in them; the ending of a name says what it is.
    """
    envelope = document.envelope
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = _line(document.title)
    sender = envelope.sender and _address(envelope.sender)
    if sender:
        message["From"] = sender
    to = [address for one in envelope.to if (address := _address(one))]
    if to:
        message["To"] = to
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(page, subtype="html", cte="quoted-printable")
    for name, data in attachments:
        kind, subtype = _KINDS.get(name[name.rfind(".") :].lower(), ("application", "octet-stream"))
        params = _UTF_8 if kind == "text" else None
        message.add_attachment(data, maintype=kind, subtype=subtype, filename=_line(name), params=params)
    # Last, as headers about the content move inward when parts are added.
    message["Content-Language"] = document.language
    _fix_boundaries(message)
    return message.as_bytes(policy=_UNBROKEN)


def _address(one: Correspondent) -> Address | None:
    """Return an address for a header; None where none is recorded, or none that a header can hold."""
    if not one.email.isascii():
        return None
    try:
        return Address(_line(one.name), addr_spec=one.email) if one.email else None
    except (ValueError, MessageError):
        return None


def _line(text: str) -> str:
    """Return text on one line, not too long: what comes after a line end would be another header."""
    return " ".join(shown(text).split())[:_LONGEST].rstrip()


def _fix_boundaries(message: EmailMessage) -> None:
    """Give the parts boundaries that follow from what they hold, not from chance."""
    seed = sha256(repr([part.get_payload() for part in message.walk() if not part.is_multipart()]).encode())
    for number, part in enumerate(part for part in message.walk() if part.is_multipart()):
        part.set_boundary(f"=_{seed.hexdigest()[:32]}_{number}")
