"""Family 6: letters that ask the right people, and that are fit to be sent."""

from collections.abc import Iterator

from coalitionkit.analysis.invitations import (
    drafts,
    incomplete,
    left_out,
    managers_out_of_reach,
    quotable,
    quotes,
)
from coalitionkit.analysis.recipients import is_personal
from coalitionkit.analysis.wording import alike, unrecorded_amounts
from coalitionkit.findings import Profile, Severity
from coalitionkit.places import PLAN
from coalitionkit.prose import a, listed, some
from coalitionkit.rules.rule import Breach, Snapshot, rule
from coalitionkit.rules.sources import GUIDE, TOOLKIT

_INVITATIONS = PLAN / "invitations"
_LETTER = (GUIDE.at("4.2"),)
_PARTS = {
    "sender": "who signs",
    "to": "whom it is for",
    "why_you": "why they are asked",
    "resources": "what they get in return",
    "power_sharing": "how they share in decisions",
    "different": "what is different this time",
    "data_point": "a local number that may be quoted",
}


@rule(
    "CK651",
    "invitation-incomplete",
    profile=Profile.LAUNCH,
    severity=Severity.WARNING,
    sources=_LETTER,
    practices=(75, 77, 78, 79, 81, 82),
)
def invitation_incomplete(snapshot: Snapshot) -> Iterator[Breach]:
    """A letter to be sent says who signs, to whom, why them, for what, with what say and what is new.

    Why: People can tell a form letter. What would make them come is why they are asked, what they would get
    and decide, and why it will not go as it did last time.

    Mend: Write the keys that are named. `data_point` is the id of a metric that has a `source` and a value.
    `sender` may be left out where the partner has a `closest` member, and `resources` where something is
    promised to it below `commitments`.
    """
    for letter, missing in incomplete(snapshot.plan):
        parts = listed(f"{_PARTS[key]} ('{key}')" for key in missing)
        yield Breach(
            _INVITATIONS[letter.id],
            f"the letter '{letter.id}' does not say yet {parts}; write these keys",
        )


@rule(
    "CK652",
    "manager-out-of-reach",
    profile=Profile.LAUNCH,
    severity=Severity.WARNING,
    sources=_LETTER,
    practices=(80,),
)
def manager_out_of_reach(snapshot: Snapshot) -> Iterator[Breach]:
    """The project manager whom letters introduce can be reached at work.

    Why: Whoever is invited has questions that they would rather not ask the one who signs. A letter without a
    way to ask them is answered by silence.

    Mend: Write `work_email: dana@example.org` or `work_phone` of the member who is the project manager.
    """
    if not drafts(snapshot.plan):
        return
    for manager in managers_out_of_reach(snapshot.plan):
        yield Breach(
            (PLAN / "members")[manager.id] / "work_email",
            f"letters cannot say how to reach the project manager '{manager.id}'; write 'work_email' or "
            "'work_phone'",
        )


@rule("CK653", "data-point-unfit", profile=Profile.LAUNCH, sources=_LETTER, practices=(83,))
def data_point_unfit(snapshot: Snapshot) -> Iterator[Breach]:
    """The number that a letter quotes has a source and a value that may be quoted.

    Why: A partner who looks the number up and finds something else believes the rest no more. A value of
    quality 3 is not even good enough to act on.

    Mend: Add `source` to the metric, or a value of quality 1 or 2; or name another metric under `data_point`.
    """
    for invitation, metric in quotes(snapshot.plan):
        where = _INVITATIONS[invitation.id] / "data_point"
        there = (("the metric stands here", (PLAN / "metrics")[metric.id]),)
        if metric.source is None:
            message = f"the letter quotes '{metric.id}', which has no source; add 'source' to the metric"
            yield Breach(where, message, there)
        elif not quotable(metric):
            message = (
                f"the letter quotes '{metric.id}', which has no value of quality 1 or 2; quote another metric"
            )
            yield Breach(where, message, there)


@rule(
    "CK654",
    "invitations-one-sided",
    profile=Profile.LAUNCH,
    severity=Severity.WARNING,
    sources=(GUIDE.at("Step 4"),),
    practices=(85,),
)
def invitations_one_sided(snapshot: Snapshot) -> Iterator[Breach]:
    """Partners, community members and champions are all asked.

    Why: Whoever comes last finds a table that is laid. Residents and champions who are asked after the
    organizations join something that others have shaped.

    Mend: Add an invitation for one of those named: `{id: ..., partner: ..., to: ...}`, with `to` the id of
    one of its `people`. List a champion who has said yes below `champions`.
    """
    if not snapshot.plan.invitations:
        return
    for kind, candidates in left_out(snapshot.plan):
        yield Breach(
            _INVITATIONS,
            f"no letter asks {a(kind)}, and none has a seat; think of {some(candidates)}, and add an "
            "invitation",
        )


@rule(
    "CK661",
    "sender-not-closest",
    profile=Profile.SUSTAIN,
    severity=Severity.INFO,
    sources=_LETTER,
    practices=(76,),
)
def sender_not_closest(snapshot: Snapshot) -> Iterator[Breach]:
    """A letter is signed by whoever has the closest relationship.

    Why: People open a letter from somebody they know, and say yes to somebody they trust.

    Mend: Let the member sign whom the partner names as `closest`, or correct `closest`.
    """
    for invitation, partner in drafts(snapshot.plan):
        if invitation.sender and partner.closest and invitation.sender != partner.closest:
            yield Breach(
                _INVITATIONS[invitation.id] / "sender",
                f"'{partner.closest}' is closest to '{partner.id}', yet '{invitation.sender}' signs; let "
                f"'{partner.closest}' sign, or sign together",
                (("who is closest stands here", (PLAN / "partners")[partner.id] / "closest"),),
            )


@rule(
    "CK662",
    "letters-alike",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=_LETTER,
    practices=(86,),
    options={
        "percent": (
            "how many percent of the runs of three words in either reason must be in both",
            "reasons that share half of their runs differ in little more than a clause",
        )
    },
)
def letters_alike(snapshot: Snapshot, *, percent: int = 50) -> Iterator[Breach]:
    """No two letters give the same reason for asking.

    Why: Partners talk to one another. A reason that fits two of them was written for neither.

    Mend: Write under `why_you` what only this person knows, does or stands for.
    """
    for letter, model in alike(snapshot.plan, percent):
        yield Breach(
            _INVITATIONS[letter.id] / "why_you",
            f"this reason is nearly that of '{model.id}'; write what only '{letter.partner}' brings",
            (("the other letter", _INVITATIONS[model.id] / "why_you"),),
        )


@rule(
    "CK663",
    "money-unrecorded",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(TOOLKIT.at("chapter 2"),),
    practices=(87,),
)
def money_unrecorded(snapshot: Snapshot) -> Iterator[Breach]:
    """Money that a letter promises is recorded as a promise of the same amount.

    Why: What stands in a letter is a debt. Where it is not on the list of promises, nobody pays it, and the
    partner remembers.

    Mend: Add a commitment: `{id: ..., what: ..., amount: 2500, promised_by: ..., promised_to: ..., made_in:
    ..., due: 2026-12}`, with the partner after `promised_to` and the letter after `made_in`. Or correct the
    letter.
    """
    for letter, amount in unrecorded_amounts(snapshot.plan):
        yield Breach(
            _INVITATIONS[letter.id] / "resources",
            f"the letter promises {amount}, and no such amount is recorded as promised to "
            f"'{letter.partner}'; add it below 'commitments', or correct it",
        )


@rule(
    "CK664",
    "assets-unknown",
    profile=Profile.SUSTAIN,
    severity=Severity.INFO,
    sources=_LETTER,
    practices=(84,),
)
def assets_unknown(snapshot: Snapshot) -> Iterator[Breach]:
    """It is recorded what somebody brings before a letter asks them for it.

    Why: A letter that names what the partner is good at is an offer; one that cannot is a request for help.

    Mend: Write `assets: [community-engagement-experience]`, or whatever the partner is good at, and let the
    letter speak of it. An editor offers the words; so does docs/format.md.
    """
    for invitation, partner in drafts(snapshot.plan):
        if not partner.assets.held and not is_personal(partner):
            yield Breach(
                (PLAN / "partners")[partner.id] / "assets",
                f"the letter '{invitation.id}' cannot speak of what '{partner.id}' brings; record its "
                "'assets', such as [strong-connections-to-community]",
            )


@rule(
    "CK665",
    "business-goals-unspoken",
    profile=Profile.SUSTAIN,
    severity=Severity.INFO,
    sources=(TOOLKIT.at("chapter 2"),),
    practices=(88,),
)
def business_goals_unspoken(snapshot: Snapshot) -> Iterator[Breach]:
    """A letter to a business speaks to what the business wants.

    Why: Businesses join when the work serves their own aims as well. A letter that appeals to their goodwill
    gets a sponsor at best.

    Mend: Write under `why_you` of the letter, or under `benefit_to_them` of the partner, what the business
    would gain.
    """
    for invitation, partner in drafts(snapshot.plan):
        known = invitation.why_you or partner.answers.partnership.benefit_to_them
        if partner.sector == "private-sector" and not known:
            yield Breach(
                _INVITATIONS[invitation.id] / "why_you",
                f"nothing is recorded on what the business '{partner.id}' would gain; write it under "
                "'why_you'",
            )
