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
from coalitionkit.analysis.likely import likely, workers_with
from coalitionkit.analysis.needs import Need
from coalitionkit.findings import Profile, Severity
from coalitionkit.model.coalition import Coalition
from coalitionkit.places import PLAN, Address
from coalitionkit.prose import listed, some
from coalitionkit.rules.rule import Breach, Snapshot, rule
from coalitionkit.rules.sources import GUIDE, TOOLKIT

_POPULATIONS = PLAN / "focus" / "populations"
_PARTNERS = PLAN / "partners"
_SEVERAL = 2
_MOST_ASKED = 3
_WHERE = {
    "population-served": "under 'serves'",
    "population-voice": "under 'represents'",
    "predictor": "under 'domains'",
    "asset": "under 'assets'",
    "frontline-knowledge": "under 'knows' of one of their 'people'",
    "champion": "as 'champion: yes' of one of their 'people'",
}


def _place(plan: Coalition, need: Need) -> Address:
    """Return where a need stands; that of a voice is set by naming the group as a priority."""
    if need.generated:
        return _POPULATIONS[plan.focus.populations.index(need.of)]
    return (PLAN / "inventory" / "needs")[need.id]


def _whom(plan: Coalition, need: Need) -> str:
    """Return whom to ask about a need: the few who most likely meet it, if any stand out."""
    first = likely(plan, need)[:_MOST_ASKED] or need.unasked
    return some(first) if len(first) <= _MOST_ASKED else "the others"


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

    Mend: Ask the partners that are named, and record at each what it says: `assets: {held: [data-sharing]}`,
    or `assets: {not_held: [data-sharing]}` if it does not have it. Do the same with `domains`, `serves`,
    `represents` (the groups that lead a partner, or to which it answers) and `knows` of one of its `people`.
    If nobody has it, add others below `partners`. If it is no longer needed, remove the need, or write
    `must: no`. Where a priority group can do without a voice, say why: `without_voice: [{population:
    middle-class-residents, reason: ...}]` below `inventory`.
    """
    plan = snapshot.plan
    present = {group for partner in at_the_table(plan) for group in partner.serves.held}
    for need in unmet(snapshot.needs) if plan.partners else ():
        if need.generated:
            also = "" if need.of in present else ", and nobody with a seat serves them"
            first = some(workers_with(plan, need.of)[:_MOST_ASKED], "or")
            ask = f"ask {first} (known to serve them) who could" if first else "find out who could"
            message = (
                f"nobody is known to speak for '{need.of}'{also}; {ask}, and add them to 'represents' of "
                "that partner"
            )
        else:
            few = f"only {need.depth} of the {need.required} partners that it takes"
            known = "nobody is" if not need.depth else f"{few} {'is' if need.depth == 1 else 'are'}"
            where = _WHERE[need.kind]
            ask = f"ask {_whom(plan, need)}, and record the answer {where}, or " if need.unasked else ""
            message = f"{known} known to meet {name_of(need)}; {ask}look for others"
        yield Breach(_place(plan, need), message)


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

    Mend: Add below `invitations` a letter to one of the partners that are named, as `{id: ..., partner:
    ...}`. `coalition inventory score` shows who fits best.
    """
    for one in unasked(snapshot.plan, snapshot.needs):
        have = f"only {one.reached} ({one.need.required} are needed)" if one.reached else "none"
        yield Breach(
            _place(snapshot.plan, one.need),
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
    """Somebody with a seat or an invitation works on each predictor that the coalition has put first.

    Why: A priority on which no member works is one that others are told to change.

    Mend: If a partner with a seat works on it, add the predictor to its `domains: [...]`. Otherwise invite
    one that does. Where a need of the inventory asks for the same, that is told instead.
    """
    plan = snapshot.plan
    for predictor in predictors_without_member(plan, snapshot.needs):
        yield Breach(
            (PLAN / "focus" / "predictors")[plan.focus.predictors.index(predictor)],
            f"nobody with a seat or an invitation is known to work on '{predictor}'; add it to 'domains' of "
            "a partner who does, or invite one",
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
    """Somebody with a seat or an invitation serves or speaks for each group of residents that comes first.

    Why: A group that nobody in the room knows is planned for from afar, and finds that out last.

    Mend: If a partner with a seat works with them, add the group to its `serves: [...]`. Otherwise invite one
    that does. While nobody is known or asked who speaks for the group, that is told instead.
    """
    plan = snapshot.plan
    for group in populations_without_member(plan, snapshot.needs):
        servers = some(workers_with(plan, group), "or", most=_MOST_ASKED) or "somebody who does"
        yield Breach(
            _POPULATIONS[plan.focus.populations.index(group)],
            f"nobody with a seat or an invitation is known to work with '{group}'; invite {servers}, or add "
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
