"""Every field of every example is spoiled in every way: the finding stands where the text was spoiled.

tests/data/full.yaml has every field there is. Of the examples, a field that it has too is spoiled only now
and then, unless COALITION_ALL_MUTATIONS is set, which takes half an hour.

That is inside the spoiled node; or, where something is missing, at the parent's key, the item's own id or
the file's first key. What pointed at something that is gone is told where it points.
"""

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from builders import lines, raw
from mutations import (
    Mutation,
    Spot,
    Stretch,
    broken_references,
    kind_of,
    removals,
    sampled,
    stray_keys,
    wrong_types,
    wrong_words,
)

from coalitionkit.findings import Finding
from coalitionkit.loading import Loaded, load
from coalitionkit.model.record import Leaf
from coalitionkit.places import Place
from coalitionkit.source.files import PlanFiles
from coalitionkit.source.tree import MappingNode
from coalitionkit.workspace import find_plans, read_plan

pytestmark = pytest.mark.long

ROOT = Path(__file__).parents[1]
FULL = ROOT / "tests/data/full.yaml"
PLANS = [*sorted((ROOT / "examples").glob("*/coalition.yaml")), FULL]
NAMED = re.compile(r"'([^']+)'")
CONSEQUENCES = {"CK013", "CK020"}
"""What is told where something points at a record or word that the mutation took away."""
WITHIN_A_RECORD = {"CK013", "CK017", "CK021"}
"""What a missing field can make of another field of the same record."""
EVERYTHING = bool(os.environ.get("COALITION_ALL_MUTATIONS"))
EVERY = 40
FREE = (".lint.options",)
"""Where a plan may hold anything."""

Maker = Callable[[str], Iterator[Mutation]]
plans = pytest.mark.parametrize("plan", PLANS, ids=[plan.parent.name for plan in PLANS])


class Spoiled:
    """A mutation and the findings that it adds to those of the sound text."""

    def __init__(self, mutation: Mutation, files: PlanFiles, before: Counter[tuple[str, str]]) -> None:
        self.mutation = mutation
        self.file = files.main.file
        self.starts = [0, *(match.end() for match in re.finditer("\n", mutation.text))]
        rest = before.copy()
        self.new: list[Finding] = []
        for finding in _load(files, mutation.text).findings:
            rest[_key(finding)] -= 1
            if rest[_key(finding)] < 0:
                self.new.append(finding)

    def stands_in(self, place: Place, *zones: Stretch) -> bool:
        """Whether a place lies within one of the stretches."""
        if place.file != self.file:
            return False
        start, end = (self.starts[at.line - 1] + at.column - 1 for at in place.span)
        return any(first <= start and end <= last for first, last in zones)

    @property
    def here(self) -> Stretch:
        """The spoiled node and its key."""
        entry = self.mutation.spot.entry
        start, end = self.mutation.at
        return (min(start, self.mutation.moved((entry.key.start, end))[0]) if entry else start), end

    @property
    def above(self) -> list[Stretch]:
        """Where something that is missing may be told: the parent's key, its id or its first key."""
        parent = self.mutation.spot.parent
        if parent is None:
            return []
        if isinstance(parent.kind, Leaf):
            return [self.mutation.moved(parent.whole)]  # a text without its last language
        if parent.entry is not None:
            return [self.mutation.moved((parent.entry.key.start, parent.entry.key.end))]
        start, end = self.mutation.moved((parent.node.start, parent.node.end))
        if not isinstance(parent.node, MappingNode):
            return [(start, end)]
        identity = parent.record.identity if parent.record else ""
        named = parent.node.entries.get(identity)
        if named is not None and named is not self.mutation.spot.entry:
            return [self.mutation.moved((named.value.start, named.value.end))]
        left = [entry for entry in parent.node.entries.values() if entry is not self.mutation.spot.entry]
        keys = [self.mutation.moved((entry.key.start, entry.key.end)) for entry in left[:1]]
        return keys or [(start, end)]

    def follows(self, finding: Finding) -> bool:
        """Whether a finding is a true consequence elsewhere of what the mutation took away."""
        spot = self.mutation.spot
        gone = spot.node.text.content[slice(*spot.whole)]
        if finding.check.code in CONSEQUENCES and any(
            re.search(rf"\b{re.escape(name)}\b", gone) for name in NAMED.findall(finding.message)[:2]
        ):
            return True
        if finding.check.code not in WITHIN_A_RECORD or spot.parent is None:
            return False
        places = [finding.place, *(related.place for related in finding.related)]
        record = self.mutation.moved((spot.parent.node.start, spot.parent.node.end))
        return any(self.stands_in(place, record) for place in places)

    def told(self, complaint: str) -> str:
        """Say what was expected of this mutation and what was found."""
        found = "; ".join(lines(self.new)) or "nothing"
        return f"{self.mutation.what} {self.mutation.spot.path}: {complaint}; found {found}"


def _key(finding: Finding) -> tuple[str, str]:
    return finding.check.code, finding.message


def _files(plan: Path) -> PlanFiles:
    (found,) = find_plans([plan])
    return read_plan(found)._replace(overlay=None)


def _load(files: PlanFiles, text: str) -> Loaded:
    return load(files._replace(main=raw(files.main.file, text)))


def _each(plan: Path, make: Maker) -> Iterator[Spoiled]:
    files = _files(plan)
    text = plan.read_text(encoding="utf-8")
    if plan != FULL and not EVERYTHING:
        text = sampled(text)
    before = Counter(_key(finding) for finding in _load(files, text).findings)
    made = [mutation for mutation in make(text) if not any(free in mutation.spot.path for free in FREE)]
    assert made, f"nothing in {plan} could be spoiled"
    if plan != FULL and not EVERYTHING:
        firsts = {kind_of(mutation): mutation for mutation in reversed(made)}
        for mutation in make(FULL.read_text(encoding="utf-8")):
            firsts.pop(kind_of(mutation), None)
        made = [*firsts.values(), *made[::EVERY]]
    return (Spoiled(mutation, files, before) for mutation in made)


def _one_inside(spoiled: Spoiled) -> Iterator[str]:
    """Exactly one finding is told inside the spoiled node, and nothing elsewhere but consequences."""
    inside = [f for f in spoiled.new if spoiled.stands_in(f.place, spoiled.here)]
    if len(inside) != 1:
        yield spoiled.told("one finding was expected inside it")
    elif strays := [f for f in spoiled.new if f not in inside and not spoiled.follows(f)]:
        yield spoiled.told(f"{len(strays)} findings stand elsewhere")


def _nothing_or_above(spoiled: Spoiled) -> Iterator[str]:
    """Judge that what is missing is told above if it was needed; a consequence may stand elsewhere."""
    missing = [f for f in spoiled.new if f.check.code == "CK011"]
    if len(missing) != spoiled.mutation.spot.required:
        yield spoiled.told("it was needed" if spoiled.mutation.spot.required else "it was not needed")
    for finding in spoiled.new:
        if not (spoiled.stands_in(finding.place, *spoiled.above) or spoiled.follows(finding)):
            yield spoiled.told(f"{finding.check.code} stands elsewhere")


def _stray_key(spoiled: Spoiled) -> Iterator[str]:
    """Only the unknown key is told, exactly at the key."""
    told = [(f.check.code, spoiled.stands_in(f.place, spoiled.mutation.at)) for f in spoiled.new]
    if told != [("CK010", True)]:
        yield spoiled.told("only CK010 was expected, at the key")


def _broken_reference(spoiled: Spoiled) -> Iterator[str]:
    """Judge that the broken reference is told at the value or key that points nowhere."""
    broken = [f for f in spoiled.new if f.check.code == "CK020"]
    if len(broken) != 1 or not spoiled.stands_in(broken[0].place, spoiled.mutation.at):
        yield spoiled.told("one CK020 was expected at the value")
    yield from _one_inside(spoiled)


def _failures(plan: Path, make: Maker, judge: Callable[[Spoiled], Iterator[str]]) -> str:
    return "\n".join(failure for spoiled in _each(plan, make) for failure in judge(spoiled))


@plans
def test_the_sound_plan_has_no_errors(plan: Path) -> None:
    outcome = load(_files(plan))
    assert outcome.coalition is not None, lines(outcome.findings)


@plans
def test_a_wrong_type_is_told_inside_the_node(plan: Path) -> None:
    assert _failures(plan, wrong_types, _one_inside) == ""


@plans
def test_a_wrong_word_is_told_inside_the_node(plan: Path) -> None:
    assert _failures(plan, wrong_words, _one_inside) == ""


@plans
def test_a_missing_key_is_told_above(plan: Path) -> None:
    assert _failures(plan, removals, _nothing_or_above) == ""


@plans
def test_an_unknown_key_is_told_at_the_key(plan: Path) -> None:
    assert _failures(plan, stray_keys, _stray_key) == ""


@plans
def test_a_broken_reference_is_told_at_the_value(plan: Path) -> None:
    assert _failures(plan, broken_references, _broken_reference) == ""


def test_spots_know_where_they_stand() -> None:
    """Guard the test itself: a walk that finds nothing would pass everything."""
    text = FULL.read_text(encoding="utf-8")
    found: dict[str, Spot] = {made.spot.path: made.spot for made in wrong_types(text)}
    assert "plan.members[0].proxy.to" in found
    assert "plan.partners[6].answers.partnership.level" in found
    assert "plan.coalition.name.es" in found
