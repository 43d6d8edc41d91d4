"""The scored inventory: for each partner need, list and fit side by side, never added together.

The categories have no cut-off: critical, key, member and keep informed follow from what is needed and who is
on the list. What a person decided stands beside them and is never overwritten.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from coalitionkit.analysis.agreement import Agreement
from coalitionkit.analysis.asking import OpenAnswer, questions
from coalitionkit.analysis.categories import COMPUTED, category
from coalitionkit.analysis.choosing.question import Choices, Question, ShareLimit
from coalitionkit.analysis.choosing.replacement import Replacement, replacements, swaps
from coalitionkit.analysis.choosing.selection import OWN, Selection, added, select
from coalitionkit.analysis.choosing.shortest import NODES
from coalitionkit.analysis.criticality import CriticalUnit, Part, critical_units, parts
from coalitionkit.analysis.evidence import without_evidence
from coalitionkit.analysis.fit import Fit, Preference, fit, preference
from coalitionkit.analysis.needs import Needs, needs
from coalitionkit.analysis.ratings import agreements, disputes
from coalitionkit.analysis.shares import Share, shares
from coalitionkit.analysis.units import places, set_of
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.partners import Disposition, Partner
from coalitionkit.model.vocabulary.needs import NEED_PURPOSES
from coalitionkit.model.vocabulary.sectors import SECTORS

_NODES_FOR_REPLACEMENT = 10
"""Which part of the nodes of the whole list each search for a replacement may use."""

SETTLED, PROVISIONAL = "settled", "provisional"


@dataclass(frozen=True, slots=True)
class Score:
    """What a plan says of one partner. Partners and needs are given by their ids.

    `status` is settled when no open answer could change whether the partner is critical. `functions` are the
    purposes of the needs that fail without them. `held` are the needs they are known to meet, `unasked` those
    of which nobody knows. `adds` are the needs to whose cover they add: beside the rest of the list when they
    are on it, and to the whole list when they are not. `alternate_for` are those whose place they could take.
    `best_swap` is the one of their `swaps` that fits best, and `preference` the share of weightings under
    which they are preferred to it. `disputed` are the answers on which those who were asked contradict one
    another, `unproven` those that should be backed by evidence and are not.
    """

    id: str
    name: str
    sector: str | None
    category: str
    status: str
    part: Part
    functions: tuple[str, ...]
    share: Share
    fit: Fit
    held: tuple[str, ...]
    unasked: tuple[str, ...]
    adds: tuple[str, ...]
    on_list: bool
    is_seated: bool
    choice: str | None
    replacement: Replacement | None
    swaps: tuple[str, ...]
    best_swap: str | None
    preference: Preference | None
    alternate_for: tuple[str, ...]
    effort: int | None
    next_question: OpenAnswer | None
    disputed: tuple[str, ...]
    unproven: tuple[str, ...]
    decision: Disposition | None

    @property
    def critical_for(self) -> tuple[str, ...]:
        """The needs that fail without them, as things are known."""
        return self.part.critical_for

    @property
    def spare(self) -> int | None:
        """How many other holders must drop out before they are critical; None when they hold no must-need."""
        return self.part.spare


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of some partners are on the list, members included."""

    listed: int
    partners: int

    @property
    def value(self) -> Fraction | None:
        """The rate between 0 and 1; None of nobody."""
        return Fraction(self.listed, self.partners) if self.partners else None


@dataclass(frozen=True, slots=True)
class Scoring:
    """The scored inventory of a plan.

    `scores` are grouped by sector, in the order of the vocabulary, and within a sector by category, share,
    fit and id; there is no order across sectors. `rates` are by sector, `small_rate` is that of small groups.
    `agreements` tell how far those who rated partners agree.
    """

    needs: Needs
    scores: tuple[Score, ...]
    selection: Selection
    critical_units: tuple[CriticalUnit, ...]
    rates: Mapping[str | None, Rate]
    small_rate: Rate
    list_rate: Rate
    agreements: tuple[Agreement, ...]
    by_id: Mapping[str, Score]

    def sectors(self) -> list[tuple[str | None, tuple[Score, ...]]]:
        """Return the scores by sector, in order; those without a sector last, under None."""
        groups: dict[str | None, list[Score]] = {}
        for one in self.scores:
            groups.setdefault(one.sector, []).append(one)
        return [(sector, tuple(group)) for sector, group in groups.items()]


def score(plan: Coalition, *, nodes: int = NODES, solver: str = OWN) -> Scoring:
    """Return the scored inventory. `nodes` and `solver` are for the search for the list, as in `selection`.

    Where no list keeps the rules about shares, the list is made without them, and `selection` says so.
    """
    table = needs(plan)
    fits = [fit(partner) for partner in plan.partners]
    question = Question(table, (1,) * len(fits), [one.mid for one in fits], choices(plan))
    selection = select(question, nodes=nodes, solver=solver)
    scores = _scores(plan, selection, fits, nodes)
    by_id = {one.id: one for one in scores}
    small = [by_id[partner.id] for partner in plan.partners if partner.small]
    return Scoring(
        needs=table,
        scores=tuple(sorted(scores, key=_place)),
        selection=selection,
        critical_units=critical_units(table),
        rates=_rates(scores),
        small_rate=_rate(small),
        list_rate=_rate(scores),
        agreements=agreements(plan.partners),
        by_id=by_id,
    )


def choices(plan: Coalition) -> Choices:
    """Return what is decided before the search.

    A partner of a member who is active or on leave has a seat. `invitation_list` says who is in or out, and
    where it says nothing, a decision of not-now keeps a partner off the list.
    """
    present = ("active", "on-leave")
    homes = [m.partner for m in plan.members if m.partner and m.status in present and not m.left]
    found = [plan.partner(home) for home in homes]
    with_seat = {partner.id for partner in found if partner}
    seated = wanted = barred = 0
    for index, partner in enumerate(plan.partners):
        seated |= (partner.id in with_seat) << index
        wanted |= (partner.invitation_list == "in") << index
        barred |= (_list_choice(partner) == "out") << index
    return Choices(seated, wanted, barred, plan.inventory.list_rules.max_size, tuple(_shares(plan)))


def _shares(plan: Coalition) -> Iterator[ShareLimit]:
    """Give each side of each rule about shares by sector. Whose sector is unknown is of none."""
    for place, rule in enumerate(plan.inventory.list_rules.shares):
        partners = set_of(i for i, partner in enumerate(plan.partners) if partner.sector in rule.sectors)
        for share, at_least in ((rule.at_least, True), (rule.at_most, False)):
            if share is not None:
                yield ShareLimit(partners, share, at_least, place)


def _list_choice(partner: Partner) -> str | None:
    put_off = partner.decision is not None and partner.decision.category == "not-now"
    return partner.invitation_list or ("out" if put_off else None)


def _scores(plan: Coalition, selection: Selection, fits: list[Fit], nodes: int) -> list[Score]:
    """Return the scores in the order of the file."""
    question, chosen = selection.question, selection.chosen
    table = question.needs
    part, share, asked = parts(table), shares(table), questions(table)
    replacing = replacements(selection, nodes=nodes // _NODES_FOR_REPLACEMENT)
    able = swaps(question, chosen)
    stand_ins = _turned(able)
    known = _by_partner(table, "known")
    unknown = _by_partner(table, "unknown")
    found = []
    for index, partner in enumerate(plan.partners):
        on_list, is_seated = bool(chosen >> index & 1), bool(question.choices.seated >> index & 1)
        adds = added(table, chosen & ~(1 << index), index)
        best = _best(able.get(index, 0), fits, table)
        found.append(
            Score(
                id=partner.id,
                name=partner.name,
                sector=partner.sector,
                category=category(part[index], adds, on_list=on_list, is_seated=is_seated),
                status=SETTLED if part[index].is_settled else PROVISIONAL,
                part=part[index],
                functions=_functions(table, part[index]),
                share=share[index],
                fit=fits[index],
                held=known.get(index, ()),
                unasked=unknown.get(index, ()),
                adds=adds,
                on_list=on_list,
                is_seated=is_seated,
                choice=_list_choice(partner),
                replacement=replacing.get(index),
                swaps=table.units.named(able.get(index, 0)),
                best_swap=None if best is None else table.units.ids[best],
                preference=None if best is None else preference(fits[index], fits[best]),
                alternate_for=table.units.named(stand_ins.get(index, 0)),
                effort=partner.effort,
                next_question=asked.get(partner.id),
                disputed=disputes(partner),
                unproven=without_evidence(partner, (table.by_id[key] for key in part[index].critical_for)),
                decision=partner.decision,
            )
        )
    return found


def _best(partners: int, fits: list[Fit], table: Needs) -> int | None:
    """Return the place of the one who fits best among some partners, the first by id of those alike."""
    return max(places(partners), key=lambda i: (fits[i].mid, -table.units.rank[i]), default=None)


def _functions(table: Needs, part: Part) -> tuple[str, ...]:
    """Return what could not be done without a partner, in the order of the vocabulary."""
    failing = {purpose for key in part.critical_for for purpose in table.by_id[key].purposes}
    return tuple(word.slug for word in NEED_PURPOSES if word.slug in failing)


def _turned(sets: Mapping[int, int]) -> dict[int, int]:
    turned: dict[int, int] = {}
    for index, others in sets.items():
        for other in places(others):
            turned[other] = turned.get(other, 0) | 1 << index
    return turned


def _by_partner(table: Needs, which: str) -> dict[int, tuple[str, ...]]:
    """Return by partner the ids of the needs that they are known to meet, or that are `unknown` of them."""
    found: dict[int, list[str]] = {}
    for need in table:
        for index in places(need.known if which == "known" else need.unknown):
            found.setdefault(index, []).append(need.id)
    return {index: tuple(keys) for index, keys in found.items()}


def _place(one: Score) -> tuple[int, str, int, Fraction, int, str]:
    """Return where a score stands: by sector, category, share, fit and id."""
    sectors = list(SECTORS.words)
    known = one.sector is not None and one.sector in SECTORS
    sector = sectors.index(one.sector or "") if known else len(sectors)
    return (
        sector,
        one.sector or "",
        COMPUTED.index(one.category),
        -one.share.value,
        -one.fit.mid,
        one.id,
    )


def _rate(scores: Iterable[Score]) -> Rate:
    listed = [one.on_list for one in scores]
    return Rate(sum(listed), len(listed))


def _rates(scores: Iterable[Score]) -> dict[str | None, Rate]:
    groups: dict[str | None, list[Score]] = {}
    for one in sorted(scores, key=_place):
        groups.setdefault(one.sector, []).append(one)
    return {sector: _rate(group) for sector, group in groups.items()}
