"""Family 2: who convenes, and who sits at the table."""

from collections.abc import Iterator

from coalitionkit.findings import Profile, Severity
from coalitionkit.places import PLAN
from coalitionkit.rules.rule import Breach, Snapshot, rule
from coalitionkit.rules.sources import TOOLKIT


@rule("CK201", "convener-missing", profile=Profile.DRAFT, sources=(TOOLKIT.at("chapter 2"),))
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
    for partner in plan.partners:
        if partner.name.casefold() == convener.name.casefold():
            yield Breach(
                PLAN / "coalition" / "convener",
                f"the convener has the name of a partner; write 'convener: {partner.id}'",
                (("the partner stands here", PLAN / "partners"),),
            )
