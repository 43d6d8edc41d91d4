"""What the coalition cannot do without, and who could meet it.

Needs are those of the plan and, by default, a voice for each priority group of residents. What follows
for a partner lives in `criticality` and `shares`.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from coalitionkit.analysis.holdings import Held, HoldingBook
from coalitionkit.analysis.units import Units, root_of, units
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.inventory import GOVERNMENT_CHAMPION, NEED_WORDS
from coalitionkit.model.inventory import Need as Declared

VOICE = "population-voice"

GAP, OPEN, SINGLE_POINT, COVERED = STANDINGS = ("gap", "open", "single-point", "covered")
"""How a need may stand, the worst first."""

_PROPER = ("English-",)
"""How labels begin that keep their capital within a sentence."""
_ASKS: Mapping[str, str] = {
    "population-served": "works with {}",
    "population-voice": "speaks for {}",
    "predictor": "works on {}",
    "asset": "brings {}",
    "frontline-knowledge": "knows {} from the front line",
    "champion": "has a champion in {}",
}
_NAMES: Mapping[str, str] = {
    "population-served": "work with {}",
    "population-voice": "a voice for {}",
    "predictor": "work on {}",
    "asset": "{}",
    "frontline-knowledge": "frontline knowledge of {}",
    "champion": "a champion in {}",
}


class _Asked(NamedTuple):
    """What is asked of the inventory, and who answers it; what follows from that is in `Need`."""

    id: str
    kind: str
    of: str
    label: str
    required: int
    weight: int
    must: bool
    purposes: tuple[str, ...]
    generated: bool
    source: str
    held: Held
    units: Units


class Need(_Asked):
    """One need and who can meet it. Sets of partners are integers, as in `units`.

    `required` counts independent units, `weight` is what the need counts in shares. `generated` says that
    the plan did not declare it: a voice that every priority group has by default.
    """

    @property
    def known(self) -> int:
        """The set of partners known to hold it (K in the model)."""
        return self.held.known

    @property
    def possible(self) -> int:
        """The set of partners not known to lack it (A in the model)."""
        return self.held.possible

    @property
    def unknown(self) -> int:
        """The set of partners of whom nobody knows whether they hold it."""
        return self.possible & ~self.known

    @property
    def disputed(self) -> int:
        """The set of partners of whom some say that they hold it and others deny it."""
        return self.held.disputed

    @cached_property
    def depth(self) -> int:
        """How many independent units are known to hold it."""
        return self.units.distinct(self.known)

    @cached_property
    def possible_depth(self) -> int:
        """How many independent units would hold it if every open question were answered yes."""
        return self.units.distinct(self.possible)

    @property
    def spare(self) -> int:
        """How many independent holders there are beyond those required; negative is a gap."""
        return self.depth - self.required

    @property
    def gap(self) -> int:
        """How many independent holders are missing."""
        return max(0, -self.spare)

    @property
    def is_single_point(self) -> bool:
        """Whether the need is met and would fail with the loss of one unit."""
        return self.spare == 0

    @property
    def is_settled(self) -> bool:
        """Whether no open question could change whether the need is met."""
        return self.spare >= 0 or self.possible_depth < self.required

    @property
    def state(self) -> str:
        """`gap`, `single-point` or `backed-up`."""
        return "gap" if self.gap else "single-point" if self.is_single_point else "backed-up"

    @property
    def standing(self) -> str:
        """`gap`, `open`, `single-point` or `covered`: a gap is open while answers could still fill it."""
        if self.spare < 0:
            return OPEN if self.possible_depth >= self.required else GAP
        return COVERED if self.spare else SINGLE_POINT

    @property
    def holders(self) -> tuple[str, ...]:
        """The ids of the partners known to hold it, in the order of the file."""
        return self.units.named(self.known)

    @property
    def unasked(self) -> tuple[str, ...]:
        """The ids of the partners of whom nobody knows, in the order of the file."""
        return self.units.named(self.unknown)


class Needs:
    """The needs of a plan beside the partners of its inventory. Iterates over the needs."""

    def __init__(self, units: Units, rows: tuple[Need, ...]) -> None:
        self.units = units
        self.rows = rows

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Needs) and (self.units, self.rows) == (other.units, other.rows)

    def __hash__(self) -> int:
        return hash((self.units, self.rows))

    def __iter__(self) -> Iterator[Need]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    @cached_property
    def musts(self) -> tuple[Need, ...]:
        """The needs that are conditions, and not only good to have."""
        return tuple(need for need in self.rows if need.must)

    @cached_property
    def by_id(self) -> dict[str, Need]:
        """The needs by their ids."""
        return {need.id: need for need in self.rows}


def needs(plan: Coalition) -> Needs:
    """Return the needs of a plan with their holders: the declared ones first, then voices by default.

    Everyone in the inventory counts as a holder, also a partner that somebody put off or took off the list of
    invitations: the question is whether a need could be met, and a decision can be changed.
    """
    book = HoldingBook(plan)
    parents = {}
    for partner in plan.partners:
        above = plan.partner(partner.parent) if partner.parent else None
        if above is not None and above.id != partner.id:
            parents[partner.id] = above.id
    ids = [partner.id for partner in plan.partners]
    bodies = units(ids, [root_of(key, parents) for key in ids])
    own = own_labels(plan)

    def row(key: str, kind: str, of: str, declared: Declared | None) -> Need:
        return Need(
            id=key,
            kind=kind,
            of=of,
            label=own.get(of) or NEED_WORDS[kind].label(of),
            required=declared.required if declared else 1,
            weight=declared.weight if declared else 1,
            must=declared.must if declared else True,
            purposes=declared.purposes if declared else (),
            generated=declared is None,
            source=str((declared and declared.source) or ""),
            held=book.held(kind, of),
            units=bodies,
        )

    rows = [row(need.id, need.kind, need.of, need) for need in plan.inventory.needs]
    rows += [row(key, VOICE, population, None) for key, population in voices(plan).items()]
    return Needs(bodies, tuple(rows))


def voices(plan: Coalition) -> dict[str, str]:
    """Return the needs that a plan has without saying so: the group to have a voice, by the id of the need.

    There is none for a group whose voice is declared, or that need not have one for a written reason.
    """
    settled = {need.of for need in plan.inventory.needs if need.kind == VOICE}
    settled |= {without.population for without in plan.inventory.without_voice}
    taken = {need.id for need in plan.inventory.needs}
    found: dict[str, str] = {}
    for population in dict.fromkeys(plan.focus.populations):
        if population not in settled:
            key = _free(f"voice-{population.rpartition(':')[2]}", {*taken, *found})
            found[key] = population
    return found


def _free(key: str, taken: Iterable[str]) -> str:
    number, free = 1, key
    while free in taken:
        number += 1
        free = f"{key}-{number}"
    return free


def own_labels(plan: Coalition) -> dict[str, str]:
    """Return how the words that a plan added to needs are printed, by word."""
    words = (*plan.vocabulary.populations, *plan.vocabulary.assets, *plan.vocabulary.domains)
    return {word.id: str(word.label) for word in words if word.label}


def asks_for(need: Need) -> str:
    """Return what a need asks of a partner, to stand after "who": `speaks for single parents`."""
    return _ASKS[need.kind].format(_plain(need))


def named(need: Need) -> str:
    """Return what a need is for, to stand after "for": `a voice for single parents`."""
    return _NAMES[need.kind].format(_plain(need))


def _plain(need: Need) -> str:
    """Return the label of a need as it reads within a sentence."""
    if need.kind == "champion" and need.of == GOVERNMENT_CHAMPION:
        return "government"
    words = NEED_WORDS[need.kind]
    first = need.label.split(" ")[0]
    own = need.of not in words or words.label(need.of) != need.label
    if own or first.startswith(_PROPER) or any(letter.isupper() for letter in first[1:]):
        return need.label
    return need.label[:1].lower() + need.label[1:]
