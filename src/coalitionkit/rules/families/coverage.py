"""Family 6: whether those at the table cover together what the work needs."""

from collections.abc import Iterator

from coalitionkit.analysis.coverage import (
    at_the_table,
    missing_strengths,
    name_of,
    populations_without_member,
    predictors_without_member,
    separate_domains,
    unasked,
    unmet,
)
from coalitionkit.analysis.needs import Need
from coalitionkit.findings import Profile, Severity
from coalitionkit.places import PLAN, Address
from coalitionkit.prose import listed, some
from coalitionkit.rules.rule import Breach, Snapshot, rule
from coalitionkit.rules.sources import GUIDE, TOOLKIT

_POPULATIONS = PLAN / "focus" / "populations"
_PARTNERS = PLAN / "partners"
_SEVERAL = 2
_MOST_ASKED = 3


def _place(need: Need) -> Address:
    """Return where a need stands; that of a voice is set by naming the group as a priority."""
    return _POPULATIONS if need.generated else (PLAN / "inventory" / "needs")[need.id]


def _those(need: Need) -> str:
    """Return who is still to be asked about a need, by number when it is nearly everyone."""
    if len(need.unasked) > _MOST_ASKED:
        return f"the {len(need.unasked)} partners of whom it is not known"
    return some(need.unasked)


@rule(
    "CK611",
    "need-unmet",
    profile=Profile.LAUNCH,
    severity=Severity.WARNING,
    sources=(GUIDE.at("4.2"), TOOLKIT.at("chapter 2")),
    practices=(10, 11),
)
def need_unmet(snapshot: Snapshot) -> Iterator[Breach]:
    """The inventory holds enough partners for everything that the coalition cannot do without.

    Why: A gap found before the first meeting is a partner to look for. Found later, it is work that stops.

    Mend: Ask the partners of whom it is not known and record the answer, or look for new ones. Where a group
    need not have a voice, say why below `inventory: without_voice`.
    """
    voices: list[str] = []
    for need in unmet(snapshot.needs):
        if need.generated:
            voices.append(need.of)
            continue
        known = f"only {need.depth} of {need.required} partners are" if need.depth else "nobody is"
        ask = f"ask {_those(need)}, or " if need.unasked else ""
        yield Breach(_place(need), f"{known} known to meet {name_of(need)}; {ask}look for others")
    if voices:
        yield Breach(
            _POPULATIONS,
            f"nobody in the inventory is known to speak for {some(voices)}; look for groups that they lead, "
            "and record it under 'represents'",
        )


@rule(
    "CK612",
    "need-unasked",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(GUIDE.at("4.2"), TOOLKIT.at("chapter 2")),
    practices=(10, 11),
)
def need_unasked(snapshot: Snapshot) -> Iterator[Breach]:
    """What the coalition cannot do without is brought by partners who have a seat or were asked.

    Why: Where several could bring it, each may wait for another, and everyone believes it to be settled.

    Mend: Invite one of the partners that are named. 'coalition inventory score' shows who fits best.
    """
    for one in unasked(snapshot.plan, snapshot.needs):
        have = f"only {one.reached} ({one.need.required} are needed)" if one.reached else "none"
        yield Breach(
            _place(one.need),
            f"of those who could meet {name_of(one.need)} {have} has a seat or a letter; invite "
            f"{some(one.candidates, 'or') or 'another'}",
        )


@rule(
    "CK613",
    "predictor-without-member",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(GUIDE.at("4.2"),),
    practices=(9,),
)
def predictor_without_member(snapshot: Snapshot) -> Iterator[Breach]:
    """Somebody with a seat works on each predictor that the coalition has put first.

    Why: A priority on which no member works is one that others are told to change.

    Mend: Write under `domains` of a partner with a seat that it works on the predictor, or invite one that
    does.
    """
    missing = predictors_without_member(snapshot.plan)
    if missing:
        yield Breach(
            PLAN / "focus" / "predictors",
            f"nobody with a seat is known to work on {some(missing)}; invite somebody who does, or add it "
            "to 'domains' of a partner",
        )


@rule(
    "CK614",
    "population-without-member",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(GUIDE.at("4.2"), TOOLKIT.at("chapter 2")),
    practices=(10, 57),
)
def population_without_member(snapshot: Snapshot) -> Iterator[Breach]:
    """Somebody with a seat serves or speaks for each group of residents that comes first.

    Why: A group that nobody in the room knows is planned for from afar, and finds that out last.

    Mend: Write under `serves` or `represents` of a partner with a seat whom it works with, or invite one that
    does.
    """
    missing = populations_without_member(snapshot.plan)
    if missing:
        yield Breach(
            _POPULATIONS,
            f"nobody with a seat is known to work with {some(missing)}; invite somebody who does, or add "
            "the group to 'serves' of a partner",
        )


@rule(
    "CK615",
    "single-domain",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(GUIDE.at("Step 4"), TOOLKIT.at("chapter 2")),
    practices=(8,),
    options={
        "partners": (
            "from how many partners with a seat and recorded domains on this is looked at",
            "four who all work on one thing are no accident, fewer may be a beginning",
        )
    },
)
def single_domain(snapshot: Snapshot, *, partners: int = 4) -> Iterator[Breach]:
    """Those with a seat work on more than one policy domain.

    Why: What keeps people poor crosses the lines between housing, work, schools and health. Experts on one of
    them find answers in that one.

    Mend: Record all `domains` of the partners, and invite some from other fields.
    """
    known = [partner for partner in at_the_table(snapshot.plan) if partner.domains.held]
    domains = separate_domains(known)
    if len(known) >= partners and len(domains) < _SEVERAL:
        yield Breach(
            _PARTNERS,
            f"all {len(known)} partners with a seat work on {some(domains)} alone, as far as is recorded; "
            "invite partners from other fields",
        )


@rule(
    "CK616",
    "strength-missing",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(TOOLKIT.at("chapter 2"),),
    practices=(12,),
    options={
        "partners": (
            "from how many partners with a seat on this is looked at",
            "six could have everything between them, three cannot",
        )
    },
)
def strength_missing(snapshot: Snapshot, *, partners: int = 6) -> Iterator[Breach]:
    """Together the partners bring power and dignity, racial equity, standing with residents, the use of data.

    Why: Money and services come to the table by themselves. These strengths come when somebody looks for
    them, and the work leans on all of them.

    Mend: Record `dimensions`, `assets` and `aligned` efforts of the partners with a seat. Invite somebody for
    what is left.
    """
    present = at_the_table(snapshot.plan)
    missing = missing_strengths(present)
    if len(present) >= partners and missing:
        yield Breach(
            _PARTNERS,
            f"of the {len(present)} partners with a seat none is known to bring {listed(missing)}; record "
            "who does, or invite somebody",
        )
