"""Family 6: whether the inventory is wide, complete and kept alive."""

from collections.abc import Iterator

from coalitionkit.analysis.inventory import (
    bare_entries,
    convener_id,
    not_revisited_since,
    seated,
    unconsidered_sectors,
    undecided,
    uninvited,
)
from coalitionkit.findings import Profile, Severity
from coalitionkit.places import PLAN
from coalitionkit.prose import some
from coalitionkit.rules.rule import Breach, Snapshot, rule
from coalitionkit.rules.sources import GUIDE, TOOLKIT

_PARTNERS = PLAN / "partners"
_INVENTORY = PLAN / "inventory"
_WORKSHEET = (GUIDE.at("4.2"),)
_ASKED_OF_FACTS = {
    "sector": "the sector",
    "serves": "whom they serve",
    "domains": "what they work on",
    "assets": "what they could bring",
}
_IF_NONE = {
    "serves": "they serve no group directly",
    "domains": "they work on none of them",
    "assets": "they could bring nothing",
}
_MOST_SHOWN = 5
_PROGRAMS = frozenset({"state-government", "federal-government"})


@rule("CK601", "inventory-missing", profile=Profile.LAUNCH, sources=_WORKSHEET, practices=(52,))
def inventory_missing(snapshot: Snapshot) -> Iterator[Breach]:
    """The coalition keeps an inventory of those who might matter.

    Why: Whom nobody wrote down, nobody invites. First lists made from memory hold the people one meets
    anyway.

    Mend: List every organization and individual who might matter below `partners`, as `{id: ..., name: ...,
    sector: nonprofit}`. What you do not know yet can wait.
    """
    if not snapshot.plan.partners:
        yield Breach(
            _PARTNERS,
            "nobody is in the inventory; list below 'partners' everyone who might matter to the work",
        )


@rule(
    "CK602",
    "inventory-narrow",
    profile=Profile.LAUNCH,
    severity=Severity.WARNING,
    sources=_WORKSHEET,
    practices=(52,),
)
def inventory_narrow(snapshot: Snapshot) -> Iterator[Breach]:
    """The inventory holds more partners than those who have a seat.

    Why: A list of members shows who came. An inventory shows who is missing.

    Mend: Add those to `partners` whom the work touches or who could help or hinder it, whether or not you
    will invite them.
    """
    plan = snapshot.plan
    inside = seated(plan) | {convener_id(plan)}
    if plan.partners and all(partner.id in inside for partner in plan.partners):
        yield Breach(
            _PARTNERS,
            "everyone in the inventory has a seat already; add below 'partners' who else might matter to the "
            "work",
        )


@rule(
    "CK603",
    "sector-unconsidered",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=_WORKSHEET,
    practices=(53,),
)
def sector_unconsidered(snapshot: Snapshot) -> Iterator[Breach]:
    """Each sector has a partner in the inventory, or a note that nobody is known there.

    Why: The rows that stay empty are those in which nobody looked.

    Mend: Add somebody of the sector below `partners`, or, once you have looked, add the sector below
    `inventory`, as `none_known: [tribal-government]`.
    """
    missing = unconsidered_sectors(snapshot.plan)
    if snapshot.plan.partners and missing:
        yield Breach(
            _INVENTORY / "none_known",
            f"the inventory says nothing about {some(missing)}; add partners of these sectors, or, once you "
            "have looked, write them below 'inventory: none_known'",
        )


@rule(
    "CK604",
    "partner-bare",
    profile=Profile.SUSTAIN,
    severity=Severity.INFO,
    sources=_WORKSHEET,
    practices=(54,),
)
def partner_bare(snapshot: Snapshot) -> Iterator[Breach]:
    """Each entry says the sector, and of an organization whom it serves, what it works on and could bring.

    Why: What was not asked counts neither for nor against a partner, and the score of the inventory says
    less.

    Mend: Add `sector`, `serves: [...]` (or `represents`, if it speaks for them), `domains: [...]` and
    `assets: [...]`. An empty list says only that nobody has asked. If the answer is none, write
    `{held: [], complete: true}` in its place. Of individuals, and of those kept informed, a sector is enough.
    """
    for bare in bare_entries(snapshot.plan):
        key, names = bare.fact, some(bare.partners)
        if bare.empty:
            message = (
                f"'{key}: []' says only that nobody has asked {names}; if {_IF_NONE[key]}, write "
                f"'{key}: {{held: [], complete: true}}'"
            )
        else:
            message = f"{_ASKED_OF_FACTS[key]} is not recorded for {names}; ask, and add '{key}'"
        first, *others = bare.partners[:_MOST_SHOWN]
        related = tuple((f"and '{other}'", _PARTNERS[other] / key) for other in others)
        yield Breach(_PARTNERS[first] / key, message, related)


@rule(
    "CK605",
    "disposition-missing",
    profile=Profile.LAUNCH,
    severity=Severity.WARNING,
    sources=_WORKSHEET,
    practices=(63,),
)
def disposition_missing(snapshot: Snapshot) -> Iterator[Breach]:
    """For each entry of the inventory it is settled what becomes of it.

    Why: An entry that is neither asked, nor told, nor put off is forgotten, and hears of the coalition from
    others.

    Mend: Add `{id: invite-law-clinic, partner: law-clinic}` below `invitations`, or write at the partner
    `keep_informed_by: newsletter`, `decision: not-now` or `invitation_list: out`.
    """
    waiting = uninvited(snapshot.plan, snapshot.needs)
    ids = [key for key in undecided(snapshot.plan) if key not in waiting]
    if ids:
        yield Breach(
            _PARTNERS[ids[0]],
            f"what becomes of {some(ids)} is open; add an invitation, or write at the partner "
            "'keep_informed_by: newsletter' or 'decision: not-now'",
        )


@rule(
    "CK606",
    "channel-missing",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(TOOLKIT.at("chapter 2"),),
    practices=(64,),
)
def channel_missing(snapshot: Snapshot) -> Iterator[Breach]:
    """Whoever is to be kept informed has a channel by which they hear.

    Why: To be kept informed without a channel is to hear nothing.

    Mend: Write under `keep_informed_by` how they hear of the work: a newsletter, a call, a person.
    """
    inside = seated(snapshot.plan)
    for partner in snapshot.plan.partners:
        told = partner.decision is not None and partner.decision.category == "keep-informed"
        if told and not partner.keep_informed_by and partner.id not in inside:
            yield Breach(
                _PARTNERS[partner.id] / "keep_informed_by",
                f"'{partner.id}' is to be kept informed, but not by what; write 'keep_informed_by'",
            )


@rule(
    "CK607",
    "inventory-not-revisited",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=_WORKSHEET,
    practices=(65,),
)
def inventory_not_revisited(snapshot: Snapshot) -> Iterator[Breach]:
    """The inventory was gone through again after the coalition looked at data together.

    Why: Data show who falls behind and what that comes from. Those who can do something about it are often
    not among the first who were asked.

    Mend: Go through the partners once more, and add the date to `reviewed` below `inventory`.
    """
    since = not_revisited_since(snapshot.plan)
    if snapshot.plan.partners and since:
        yield Breach(
            _INVENTORY / "reviewed",
            f"the inventory was not gone through since data were first looked at ({since}); do it, and add "
            "the date to 'reviewed'",
        )


@rule(
    "CK608",
    "nobody-new",
    profile=Profile.SUSTAIN,
    severity=Severity.INFO,
    sources=_WORKSHEET,
    practices=(55,),
    options={
        "partners": (
            "from how many partners known to you on this is looked at",
            "six old acquaintances show where somebody looked, the first three prove nothing",
        )
    },
)
def nobody_new(snapshot: Snapshot, *, partners: int = 6) -> Iterator[Breach]:
    """At least one partner in the inventory is somebody you never worked with.

    Why: Those one has always worked with have been heard. What they cannot see, somebody else can.

    Mend: Ask partners and residents whom you do not know yet, and add them with `worked_with: no`.
    """
    answers = [partner.worked_with for partner in snapshot.plan.partners]
    if "no" not in answers and answers.count("yes") >= partners:
        yield Breach(
            _PARTNERS,
            "nobody in the inventory is new to you; ask others whom you should know, and add them with "
            "'worked_with: no'",
        )


@rule(
    "CK641",
    "small-beginning",
    profile=Profile.LAUNCH,
    severity=Severity.OFF,
    sources=(TOOLKIT.at("chapter 2"),),
    practices=(67,),
    options={
        "members": (
            "up to how many active members the coalition counts as small",
            "a dozen people can still hear one another out in an hour",
        )
    },
)
def small_beginning(snapshot: Snapshot, *, members: int = 12) -> Iterator[Breach]:
    """A coalition may begin small.

    Why: A few people who trust one another get to work sooner than many who have to be introduced. Nothing
    here ever asks for a certain size.

    Mend: Nothing is to be mended. Let the group grow when the work needs somebody who is not there.
    """
    count = len(snapshot.plan.active_members)
    if 0 < count <= members:
        yield Breach(
            PLAN / "members",
            "the coalition is small, which is right for a beginning: let it grow as the work asks for more",
        )


@rule(
    "CK642",
    "programs-above-unconsidered",
    profile=Profile.LAUNCH,
    severity=Severity.OFF,
    sources=_WORKSHEET,
    practices=(14,),
)
def programs_above_unconsidered(snapshot: Snapshot) -> Iterator[Breach]:
    """Somebody thought of the people who run state and federal programs.

    Why: Much of the money and many of the rules that a coalition runs into are made above its place.

    Mend: List such a person's office below `partners`, or write under the practice
    `state-and-federal-programs` whom you thought of. Where you know nobody, write the sectors below
    `inventory`, as `none_known: [state-government]`.
    """
    plan = snapshot.plan
    thought_of = {partner.sector for partner in plan.partners} | set(plan.inventory.none_known)
    if not thought_of & _PROGRAMS and "state-and-federal-programs" not in plan.practices:
        yield Breach(
            _PARTNERS,
            "no office of a state or federal program is in the inventory; think of whom to ask there, or "
            "write the sectors below 'inventory: none_known'",
        )
