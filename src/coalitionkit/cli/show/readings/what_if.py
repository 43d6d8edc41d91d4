"""What would be if some left, others joined or needs changed, as a report: before and after."""

from collections.abc import Iterator

from coalitionkit.analysis.categories import CRITICAL
from coalitionkit.analysis.consequences import Consequences, NeedChange, State
from coalitionkit.analysis.needs import Need
from coalitionkit.cli.show.readings.needs import STATES
from coalitionkit.cli.show.tables.values import Cell, Column, Report, Shown, Table
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.vocabulary.funding import FUNDING_STATUSES
from coalitionkit.model.vocabulary.governance import CHAMPION_RESPONSIBILITIES
from coalitionkit.model.vocabulary.inventory import TIE_KINDS
from coalitionkit.model.vocabulary.needs import CATEGORIES
from coalitionkit.prose import listed, shortened
from coalitionkit.publish.arguments import broken
from coalitionkit.publish.reasons import labeled

_TERMS = (
    (
        "Nothing is written: this is what the plan would say. A partner that leaves takes along its parts, "
        "its members and its money; one that joins gets a seat."
    ),
    "To carry: votes in favor that carry a proposal when everybody votes.",
    "Money to come: what is recorded and was not received yet; of a source without parts, all of it.",
)
_BOTH = (Column("before", "Before"), Column("after", "After"))


def what_if_report(found: Consequences) -> Report:
    """Return what breaks and what mends."""
    plan = found.before.plan
    return Report(
        (*_opening(found), *broken(found)),
        (
            Table("figures", "Before and after", (Column("figure", "Figure"), *_BOTH), list(_figures(found))),
            Table(
                "needs",
                "Needs that stand otherwise",
                (
                    Column("need"),
                    Column("label", "Need"),
                    *_BOTH,
                    Column("held_before", "Held", is_number=True),
                    Column("held_after", "Then", is_number=True),
                    Column("required", "Of", is_number=True),
                ),
                [_need(change) for change in found.needs],
                "No need stands otherwise.",
            ),
            Table(
                "list",
                "The list of invitations",
                (Column("partner"), Column("name", "Partner"), Column("change", "Change")),
                list(_list(found)),
                "The list stays as it is, apart from those who leave.",
            ),
            Table(
                "categories",
                "Partners in another category",
                (Column("partner"), Column("name", "Partner"), *_BOTH),
                [
                    (
                        one.partner,
                        found.after.scoring.by_id[one.partner].name,
                        *(Shown(word, CATEGORIES.label(word).lower()) for word in (one.before, one.after)),
                    )
                    for one in found.categories
                ],
                "No partner changes category.",
            ),
            Table(
                "losses",
                "What goes with those who leave",
                (Column("kind", "What"), Column("what", "Which"), Column("of", "Of or with")),
                list(_losses(plan, found)),
                "Nothing that is recorded.",
            ),
        ),
        _TERMS,
    )


def _opening(found: Consequences) -> Iterator[str]:
    plan, made = found.before.plan, found.supposed
    away = [partner.name for partner in plan.partners if partner.id in made.partners]
    away += [member.name for member in plan.members if member.id in made.members]
    if away:
        yield f"Gone: {listed(dict.fromkeys(away))}."
    ended = [str(source.name) for source in plan.funding_sources if source.id in made.sources]
    if ended:
        yield f"Ended: {listed(ended)}."
    if made.joined:
        yield f"Joined: {listed(_party(found.after.plan, key) for key in made.joined)}."


def _figures(found: Consequences) -> Iterator[tuple[Cell, ...]]:
    rows = zip(_of_state(found.before), _of_state(found.after), strict=True)
    for (key, label, before), (_, _, after) in rows:
        yield (Shown(key, label), before, after)
    to_come = (found.before.footing.to_come, found.after.footing.to_come)
    for status in dict.fromkeys((*to_come[0], *to_come[1])):
        label = f"Money to come, {FUNDING_STATUSES.label(status).lower()}"
        yield (Shown(f"money_{status}", label), *(_money(one.get(status, 0)) for one in to_come))


def _of_state(state: State) -> list[tuple[str, str, Cell]]:
    scoring, stands, voting = state.scoring, state.footing, state.footing.voting
    musts = scoring.needs.musts
    duties = len(CHAMPION_RESPONSIBILITIES.words)
    return [
        ("needs_unmet", "Must-haves not met", sum(need.gap > 0 for need in musts)),
        ("needs_thin", "Must-haves one loss away", sum(need.is_single_point for need in musts)),
        ("critical", "Critical partners", sum(one.category == CRITICAL for one in scoring.scores)),
        ("invitations", "Invitations on the list", scoring.selection.size),
        ("vacant_roles", "Roles without a holder", len(stands.vacant)),
        ("leaderless", "Groups without a lead", len(stands.leaderless)),
        (
            "duties",
            "Champions' duties covered",
            Shown(duties - len(stands.open_duties), f"{duties - len(stands.open_duties)} of {duties}"),
        ),
        ("voters", "Members with a vote", len(voting.voters)),
        ("quorum", "Present for a quorum", voting.quorum),
        ("to_carry", "Votes to carry", voting.carries),
        ("can_decide", "Something can be decided", voting.is_possible),
    ]


def _need(change: NeedChange) -> tuple[Cell, ...]:
    need = change.after or change.before
    assert need is not None  # noqa: S101 - a change has a need on one side
    return (
        need.id,
        labeled(need),
        _standing(change.before),
        _standing(change.after),
        change.before.depth if change.before else None,
        change.after.depth if change.after else None,
        need.required,
    )


def _standing(need: Need | None) -> Cell:
    return STATES[need.standing] if need else Shown("none", "- no need", "faint")


def _list(found: Consequences) -> Iterator[tuple[Cell, ...]]:
    names = {partner.id: partner.name for partner in found.after.plan.partners}
    for key in found.listed:
        yield key, names[key], Shown("on", "+ to be invited", "good")
    for key in found.unlisted:
        yield key, names[key], Shown("off", "- no invitation needed", "faint")


def _losses(plan: Coalition, found: Consequences) -> Iterator[tuple[Cell, ...]]:
    for source, amount in found.money:
        yield "money to come", str(source.name), _money(amount)
    for partner in found.orphans:
        closest = plan.member(partner.closest or "")
        yield "closest relationship", partner.name, closest.name if closest else None
    for tie in found.ties:
        kind = TIE_KINDS.label(tie.kind).lower()
        yield "tie", f"{_party(plan, tie.who)} {kind}", _party(plan, tie.whom)
    for promise in found.promises:
        to = _party(plan, promise.promised_to) if promise.promised_to else "everybody"
        yield "promise", shortened(str(promise.what)), to


def _party(plan: Coalition, key: str) -> str:
    party = plan.partner(key) or plan.member(key)
    return party.name if party else key


def _money(amount: object) -> Cell:
    return f"{amount:,}" if amount else "0"
