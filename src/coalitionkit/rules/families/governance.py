"""Family 2: who convenes, and who sits at the table."""

from collections.abc import Iterator

from coalitionkit.analysis.governance import SEVERAL_SECTORS, seated_sectors
from coalitionkit.edits import Fix, Put, Safety
from coalitionkit.findings import Profile, Severity
from coalitionkit.model.vocabulary.sectors import GOVERNMENT, SECTORS, SIDE_OF, SIDES
from coalitionkit.places import PLAN
from coalitionkit.prose import first_few, listed
from coalitionkit.rules.rule import Breach, Snapshot, rule
from coalitionkit.rules.sources import IMPERATIVE, TOOLKIT


@rule(
    "CK201",
    "convener-missing",
    profile=Profile.DRAFT,
    sources=(TOOLKIT.at("chapter 2"),),
    practices=(4,),
)
def convener_missing(snapshot: Snapshot) -> Iterator[Breach]:
    """The plan names who brings the coalition together.

    Why: Someone has to call the meetings, host the staff and be reachable. Until that is written down,
    every member believes it to be someone else.

    Mend: Add `convener` below `coalition`: the id of a partner, or `{name: ..., sector: ...}` as long as
    there is no list of partners.
    """
    if snapshot.plan.coalition.convener is None:
        yield Breach(
            PLAN / "coalition" / "convener",
            "nobody is named as convener; add 'convener: {name: ..., sector: ...}' below 'coalition'",
        )


@rule(
    "CK202",
    "convener-unlinked",
    profile=Profile.START,
    severity=Severity.WARNING,
    sources=(TOOLKIT.at("chapter 2"),),
    practices=(4,),
)
def convener_unlinked(snapshot: Snapshot) -> Iterator[Breach]:
    """A convener that is listed as a partner is named by its id.

    Why: By name alone nobody knows that the two are one, and what the convener brings counts for a stranger.

    Mend: Write the id of the partner after `convener`.
    """
    plan = snapshot.plan
    convener = plan.coalition.convener
    if convener is None or convener.name is None:
        return
    at = PLAN / "coalition" / "convener"
    alike = [partner for partner in plan.partners if partner.name.casefold() == convener.name.casefold()]
    for partner in alike:
        fix = Fix(f"write '{partner.id}' as the convener", (Put(at, partner.id),), Safety.UNSAFE)
        yield Breach(
            at,
            f"the convener has the name of a partner; write 'convener: {partner.id}'",
            (("the partner stands here", PLAN / "partners"),),
            fix if len(alike) == 1 else None,
        )


@rule(
    "CK203",
    "few-sectors",
    profile=Profile.LAUNCH,
    severity=Severity.WARNING,
    sources=(TOOLKIT.at("chapter 2"),),
    practices=(6,),
    options={
        "members": (
            "from how many active members on the rule speaks",
            "fewer are a core that is still asking others to join",
        )
    },
)
def few_sectors(snapshot: Snapshot, *, members: int = 6) -> Iterator[Breach]:
    """The members come from three sectors or more.

    Why: What keeps people poor lies between housing, schools, employers and public offices. A table that
    one kind of organization fills sees its own part and can change no other.

    Mend: Invite people from the sectors that are missing. Where they are there already, name the `partner`
    of each member and its `sector`.
    """
    plan = snapshot.plan
    present = seated_sectors(plan)
    if len(plan.active_members) < members or len(present) >= SEVERAL_SECTORS:
        return
    missing = [word.label.lower() for word in SECTORS if word.slug not in (*present, *GOVERNMENT)]
    yield Breach(
        PLAN / "members",
        f"fewer than {SEVERAL_SECTORS} sectors are known among the {len(plan.active_members)} active "
        f"members; record the sector of their partners, or invite others, such as {first_few(missing)}",
    )


@rule(
    "CK204",
    "side-missing",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(IMPERATIVE.at("governance structure"),),
    practices=(7,),
)
def side_missing(snapshot: Snapshot) -> Iterator[Breach]:
    """The public, the private, the nonprofit and the philanthropic side all have a seat.

    Why: Each side holds a lever that the others lack: rules, jobs, trust or patient money. Years of work
    stall at the lever that nobody in the room can move.

    Mend: Invite someone from the side that is missing, and list them below `members` with their `partner`.
    """
    present = seated_sectors(snapshot.plan)
    sides = {SIDE_OF[sector] for sector in present}
    missing = [word.label.lower() for word in SIDES if word.slug not in (*sides, "residents")]
    # With fewer sectors, CK203 has said it.
    if missing and len(present) >= SEVERAL_SECTORS:
        yield Breach(
            PLAN / "members",
            f"no active member is known to come from the {listed(missing, 'or the')} side; invite someone "
            "who does, or record the sector of their partner",
        )
