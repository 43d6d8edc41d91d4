"""What files want becomes edits: the fewest that say it, each as the plan itself would write it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from coalitionkit.edits import Add, Bare, Data, Edit, Put, Remove
from coalitionkit.exchange.workbook.columns import CONCERN, GROUP
from coalitionkit.exchange.workbook.contents import EVERYTHING_ELSE, Graded, Held, NotHeld, Printed
from coalitionkit.exchange.workbook.proposal import Proposal, Subject, Wanted
from coalitionkit.exchange.workbook.rows import NONE_KNOWN
from coalitionkit.loading.records import Records
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.holdings import Holdings
from coalitionkit.model.inventory import Need
from coalitionkit.model.partners import Partner, Person
from coalitionkit.model.promises import Invitation
from coalitionkit.model.record import Record, fields_of
from coalitionkit.places import Address, Step
from coalitionkit.source.tree import MappingNode, Node, ScalarNode

_PARTNERS = Address(("partners",))
_LISTS = {
    GROUP: Address(("focus", "populations")),
    CONCERN: Address(("focus", "predictors")),
    NONE_KNOWN: Address(("inventory", "none_known")),
}
_HOMES: Mapping[str, tuple[Address, type[Record]]] = {
    "partner": (_PARTNERS, Partner),
    "need": (Address(("inventory", "needs")), Need),
    "invitation": (Address(("invitations",)), Invitation),
}
_BRIEF = {"partnership", "motivation"}
"""Keys whose group is written as its level alone where that is all."""

_SHORT = (Held, NotHeld, Graded)


def edits_of(plan: Coalition, records: Records, proposal: Proposal) -> list[Edit]:
    """Return the edits that make of a plan what a proposal says."""
    return list(_Drafting(plan, records, proposal).edits())


class _Drafting:
    def __init__(self, plan: Coalition, records: Records, proposal: Proposal) -> None:
        self.plan = plan
        self.records = records
        self.proposal = proposal
        self.main = plan.coalition.languages[0] if plan.coalition.languages else "en"

    def edits(self) -> Iterator[Edit]:
        new = self.proposal.new
        for subject in new:
            if subject.kind in _HOMES:
                home, record = _HOMES[subject.kind]
                yield Add(home, self._record(subject, record))
        for subject in new:
            if subject.kind == "person" and not self._is_new(subject.owner):
                yield Add(_PARTNERS[subject.owner] / "people", self._record(subject, Person))
        yield from self._in_turn()
        for kind in _LISTS:
            yield from self._listed(kind)
        yield from (Remove(self._address(one)) for one in self.proposal.gone if one.kind not in _LISTS)
        known = self.plan.inventory.columns
        for heading, key in self.proposal.columns.items():
            if known.get(heading) != key:
                yield Put(Address(("inventory", "columns", heading)), key)

    def _address(self, subject: Subject) -> Address:
        if subject.kind == "rating":
            return _PARTNERS[subject.id] / "ratings" / subject.owner
        if subject.kind == "person":
            return (_PARTNERS[subject.owner] / "people")[subject.id]
        return _HOMES[subject.kind][0][subject.id]

    def _is_new(self, partner: str) -> bool:
        return Subject("partner", partner) in self.proposal.new

    def _record(self, subject: Subject, record: type[Record]) -> dict[str, Any]:
        """Return a new record, its keys in the order of the format, people within their partner."""
        fields = self.proposal.wanted.get(subject, {})
        data: dict[str, Any] = {"id": subject.id}
        if subject.kind == "partner":
            data["name"] = self.proposal.new[subject]
            people = [one for one in self.proposal.new if (one.kind, one.owner) == ("person", subject.id)]
            if people:
                data["people"] = [self._record(one, Person) for one in people]
        for steps in dict.fromkeys(one.column.steps for one in fields.values()):
            both = [one for one in fields.values() if one.column.steps == steps]
            _lay(data, self._steps(both[0]), self._value(both))
        answers = data.get("answers", {})
        for key in _BRIEF & set(answers):
            if set(answers[key]) == {"level"}:
                answers[key] = answers[key]["level"]
        if subject.kind == "partner" and any(
            one.cell.table.part.key == "existing" for one in fields.values()
        ):
            data.setdefault("worked_with", Bare("yes"))
        order = [name for name in fields_of(record) if name != "note"]
        return {key: data[key] for key in (*order, "note") if key in data}

    def _steps(self, one: Wanted) -> tuple[str, ...]:
        return ("of",) if one.column.key == "of" else one.column.steps

    def _value(self, both: Sequence[Wanted]) -> Data:
        """Return what a new field holds; two columns may say what is held and what is not."""
        one = both[0]
        if isinstance(one.column.content, Held | NotHeld):
            return _holdings(both, None)
        if (
            isinstance(one.column.content, Printed)
            and one.language != self.main
            and isinstance(one.data, str)
        ):
            return {one.language: one.data}
        return one.data

    def _in_turn(self) -> Iterator[Edit]:
        """Yield an edit of each record, then the next of each.

        What concerns one record waits for what came before it, and all files are read again in between.
        """
        by_record: defaultdict[tuple[Step, ...], list[Edit]] = defaultdict(list)
        for subject, fields in self.proposal.wanted.items():
            if subject not in self.proposal.new:
                by_record[self._address(subject).steps[:2]] += self._changed(subject, fields)
        for turn in zip_longest(*by_record.values()):
            yield from (edit for edit in turn if edit is not None)

    def _changed(self, subject: Subject, fields: Mapping[str, Wanted]) -> Iterator[Edit]:
        base = self._address(subject)
        # What may be written in short comes first: texts beside it then make the long form of it.
        shorts = [one.column.steps for one in fields.values() if isinstance(one.column.content, _SHORT)]
        for steps in dict.fromkeys([*shorts, *(one.column.steps for one in fields.values())]):
            both = [one for one in fields.values() if one.column.steps == steps]
            at = Address((*base.steps, *self._steps(both[0])))
            if isinstance(both[0].column.content, Held | NotHeld):
                yield from self._held(at, both, subject)
            elif isinstance(both[0].column.content, Printed):
                yield from self._printed(at, both[0])
            else:
                yield from self._single(at, both[0])

    def _node(self, at: Address) -> Node | None:
        trace = self.records.tracer.by_address(at)
        missing = trace.missing or (isinstance(trace.node, ScalarNode) and trace.node.is_null)
        return None if missing else trace.node

    def _single(self, at: Address, one: Wanted) -> Iterator[Edit]:
        above = Address(at.steps[:-1])
        # A level alone is written without a group around it.
        is_bare = at.steps[-1] == "level" and not isinstance(self._node(above), MappingNode)
        target = above if is_bare else at
        yield Remove(target) if one.data is None else Put(target, one.data)

    def _printed(self, at: Address, one: Wanted) -> Iterator[Edit]:
        node = self._node(at)
        if isinstance(node, MappingNode):
            several = len(node.entries) > 1
            if one.data is None:
                yield Remove(at / one.language if several else at)
            else:
                yield Put(at / one.language, one.data)
        elif one.data is None:
            yield Remove(at)
        elif one.language == self.main:
            yield Put(at, one.data)
        else:
            yield Put(at / one.language, one.data)

    def _held(self, at: Address, both: Sequence[Wanted], subject: Subject) -> Iterator[Edit]:
        node = self._node(at)
        now = self._holdings_now(subject, both[0])
        value = _holdings(both, now)
        if node is None:
            if value is not None:
                yield Put(at, value)
        elif not isinstance(node, MappingNode):
            yield Remove(at) if value is None else Put(at, value)
        else:
            after = {"held": value} if isinstance(value, list) else dict(value or {})  # type: ignore[arg-type]
            if not after and not set(node.entries) - {"held", "not_held", "complete"}:
                yield Remove(at)
                return
            for key in ("held", "not_held", "complete"):
                if after.get(key) is not None:
                    yield Put(at / key, after[key])
                elif key in node.entries:
                    yield Remove(at / key)

    def _holdings_now(self, subject: Subject, one: Wanted) -> Holdings | None:
        record: Any = self.plan.partner(subject.owner if subject.kind == "person" else subject.id)
        if subject.kind == "person":
            found = self.plan.person(subject.id)
            record = found[1] if found else None
        if subject.kind == "rating":
            record = record.ratings.get(subject.owner)
        for step in one.column.steps:
            record = getattr(record, step, None)
        return record if isinstance(record, Holdings) else None

    def _listed(self, kind: str) -> Iterator[Edit]:
        """Give the edit for a list of words, of which some are new and some are gone."""
        now = {
            GROUP: self.plan.focus.populations,
            CONCERN: self.plan.focus.predictors,
            NONE_KNOWN: self.plan.inventory.none_known,
        }[kind]
        gone = {one.id for one in self.proposal.gone if one.kind == kind}
        if kind == NONE_KNOWN:
            came = {str(one["sector"].data) for one in self.proposal.wanted.values() if "sector" in one}
            gone |= came & self.proposal.sectors
        new = [one.id for one in self.proposal.new if one.kind == kind]
        after = [word for word in now if word not in gone] + [word for word in new if word not in gone]
        if after != list(now):
            yield Put(_LISTS[kind], after) if after else Remove(_LISTS[kind])


def _holdings(both: Sequence[Wanted], now: Holdings | None) -> Data:
    """Return what is held and what is not: as a list where that says it all, None where nothing is said."""
    held = list(now.held) if now else []
    lacking = [*now.not_held, *([EVERYTHING_ELSE] if now.complete else [])] if now else []
    for one in both:
        words = list(one.data) if isinstance(one.data, list) else []
        if isinstance(one.column.content, Held):
            held = _in_order(held, words)
        else:
            lacking = _in_order(lacking, words)
    complete = EVERYTHING_ELSE in lacking
    not_held = [word for word in lacking if word != EVERYTHING_ELSE]
    if not not_held and not complete:
        return held or None
    value: dict[str, Data] = {"held": held}
    if not_held:
        value["not_held"] = not_held
    if complete:
        value["complete"] = Bare("true")
    return value


def _in_order(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """Return words in the order in which they stood, new ones last."""
    return [word for word in before if word in after] + [word for word in after if word not in before]


def _lay(data: dict[str, Any], steps: Sequence[str], value: Data) -> None:
    """Put a value below the keys that lead to it; a bare list that has company becomes a group."""
    *above, last = steps
    for step in above:
        below = data.setdefault(step, {})
        if not isinstance(below, dict):
            below = data[step] = {"held": below}
        data = below
    if isinstance(data.get(last), dict) and isinstance(value, list):
        value = {"held": value}
    data[last] = (
        {**data[last], **value} if isinstance(data.get(last), dict) and isinstance(value, dict) else value
    )
