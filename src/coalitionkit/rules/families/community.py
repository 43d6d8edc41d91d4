"""Family 8: residents at the table, and what must not be in the open."""

from collections.abc import Iterator

from coalitionkit.analysis.governance import residents
from coalitionkit.findings import Check, Profile, Severity
from coalitionkit.places import PLAN
from coalitionkit.rules.rule import Breach, Rule, Snapshot, rule
from coalitionkit.rules.sources import BRIEF, GUIDE

_MEMBERS = PLAN / "members"


PRIVATE_VALUE_COMMITTED = Rule(
    Check(
        "CK801",
        "private-value-committed",
        Severity.ERROR,
        "What is private stands in the private overlay, not in a file that is shared.",
        "Git keeps every version for ever, and everyone with access can read it. People name their phone "
        "number, their pay or what holds them back in confidence.",
        "Move the line to `coalition.private.yaml`, under the same ids, and keep that file out of git; "
        "`coalition rule CK801` shows how it looks. If the value was committed before, it is still in the "
        "history: ask whoever keeps the repository.",
        Profile.START,
    ),
    None,
)
"""Found by the engine, also in a plan with other errors, and whatever the plan says of severities."""


@rule("CK811", "community-member-missing", profile=Profile.LAUNCH, sources=(GUIDE.at("4.2"),))
def community_member_missing(snapshot: Snapshot) -> Iterator[Breach]:
    """At least one community member has a seat of their own.

    Why: People who live with a problem see what data and programs miss. Asked only through organizations,
    they are spoken for; with a seat of their own, they decide.

    Mend: Invite residents as members, with `seated_as: individual`. Ask community organizations whom they
    would suggest.
    """
    if any(member.seated_as == "individual" for member in residents(snapshot.plan)):
        return
    yield Breach(
        _MEMBERS,
        "no community member has a seat of their own; add one with 'seated_as: individual'",
    )


@rule(
    "CK812",
    "community-member-unpaid",
    profile=Profile.LAUNCH,
    sources=(GUIDE.at("4.2"), BRIEF.at()),
)
def community_member_unpaid(snapshot: Snapshot) -> Iterator[Breach]:
    """Every community member is paid for their time.

    Why: Everyone else at the table is paid to be there. Without pay only those can come who can afford
    to, and the others' knowledge is lost.

    Mend: Add `compensation` with `per` and `method`, such as a gift card for each meeting. The amount is
    private: it belongs in coalition.private.yaml.
    """
    for member in residents(snapshot.plan):
        if member.compensation is None:
            yield Breach(
                _MEMBERS[member.id] / "compensation",
                f"no pay is recorded for the community member '{member.id}'; add 'compensation', such as "
                "{per: meeting, method: gift card}",
            )
