"""Promises that are kept, letters that are sent and answered."""

from coalitionkit.edits import Put
from coalitionkit.errors import AgainstRecordError, ConfigurationError
from coalitionkit.keeping.deed import Deed, dated, puts, with_remark
from coalitionkit.keeping.records import at, is_of, party, the
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.members import Member
from coalitionkit.model.promises import Commitment, Invitation
from coalitionkit.model.vocabulary.promises import INVITATION_ANSWERS
from coalitionkit.periods import PartialDate
from coalitionkit.prose import some


def keep(plan: Coalition, key: str, on: PartialDate, *, reason: str | None = None) -> Deed:
    """Record that a promise was kept. Raises AgainstRecordError when it was before."""
    promise = the(plan.commitments, key, Commitment)
    if promise.done is not None:
        raise AgainstRecordError(f"the promise '{promise.id}' was kept on {promise.done}")
    here = at("commitments", promise)
    by = f" by {party(plan, promise.promised_by)}" if promise.promised_by else ""
    edits = (Put(here / "done", dated(on)), *with_remark(here, promise, reason))
    return Deed(edits, f"The promise '{promise.id}' was kept{by} on {on}.")


def send(plan: Coalition, key: str, on: PartialDate) -> Deed:
    """Record that a letter was sent. Raises AgainstRecordError when it was before."""
    letter = the(plan.invitations, key, Invitation)
    if letter.sent is not None:
        raise AgainstRecordError(f"the letter '{letter.id}' was sent on {letter.sent}")
    edit = Put(at("invitations", letter) / "sent", dated(on))
    return Deed((edit,), f"The letter '{letter.id}' to {party(plan, letter.partner)} was sent on {on}.")


def answer(plan: Coalition, key: str, text: str, on: PartialDate) -> Deed:
    """Record what a partner answered; who takes the seat is told, and joins by a deed of its own.

    Raises AgainstRecordError for an answer that came before the letter.
    """
    letter = the(plan.invitations, key, Invitation)
    word = INVITATION_ANSWERS.slug(text)
    if word is None:
        raise ConfigurationError(INVITATION_ANSWERS.refusal(text))
    if letter.sent is not None and on.certainly_before(letter.sent):
        raise AgainstRecordError(f"the letter '{letter.id}' was sent on {letter.sent}, after {on}")
    here = at("invitations", letter)
    when = None if word == "no-answer" else dated(on)
    edits = puts(here, {"answer": word, "answered": when})
    label = INVITATION_ANSWERS.label(word).lower()
    summary = f"{party(plan, letter.partner)} answered '{letter.id}' on {on}: {label}."
    if word == "no-answer":
        summary = f"No answer came to '{letter.id}'."
    return Deed(edits, summary, _waiting(plan, letter, word))


def _waiting(plan: Coalition, letter: Invitation, word: str) -> tuple[str, ...]:
    """Say who was to have the seat, once the answer is there."""
    partner = plan.partner(letter.partner)
    if partner is None or word in {"later", "no-answer"}:
        return ()
    expected: list[Member] = [
        m for m in plan.members if is_of(partner, m.partner) and m.status in {"prospective", "invited"}
    ]
    ids = [member.id for member in expected]
    if word == "declined":
        return (f"{some(ids)} was to join for {partner.name}; remove them, or wait",) if ids else ()
    seated = any(is_of(partner, member.partner) for member in plan.active_members)
    if ids:
        return (f"{some(ids)} can join now: 'coalition set member {ids[0]} --status active'",)
    return () if seated else (f"who sits for {partner.name} is open; 'coalition add member' says it",)


def take_back(plan: Coalition, key: str, on: PartialDate, *, reason: str | None = None) -> Deed:
    """Record that nobody will come of a letter: its answer is declined."""
    letter = the(plan.invitations, key, Invitation)
    if letter.answer in {"accepted", "declined"}:
        raise AgainstRecordError(f"the letter '{letter.id}' was {letter.answer} already")
    deed = answer(plan, key, "declined", on)
    return deed._replace(edits=(*deed.edits, *with_remark(at("invitations", letter), letter, reason)))
