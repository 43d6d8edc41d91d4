"""What is known of the records that rows are about: where they are in the plan, what people call them."""

from coalitionkit.exchange.workbook.columns import CONCERN, GROUP, Column
from coalitionkit.exchange.workbook.proposal import Proposal, Subject, Table
from coalitionkit.exchange.workbook.rows import NONE_KNOWN, NeedRow, PersonRow, Row, need_row
from coalitionkit.exchange.workbook.texts import FALLBACK, texts
from coalitionkit.model.coalition import Coalition

_SAID = {
    "need": "need",
    GROUP: "priority group",
    CONCERN: "priority predictor",
    NONE_KNOWN: "sector without a partner",
}


class Register:
    """The records of a plan, and those that a proposal is about to add."""

    def __init__(self, plan: Coalition, result: Proposal) -> None:
        self.plan = plan
        self.result = result
        self._needs = {one.id: one for one in plan.inventory.needs}
        self._invitations = {one.id: one for one in plan.invitations}

    def record(self, subject: Subject) -> Row | None:
        """Return the row that a sheet would have for a record today; None for somebody new."""
        if subject in self.result.new:
            return None
        if subject.kind in (GROUP, CONCERN):
            return Row(subject.id, NeedRow(subject.id, subject.kind, (subject.kind, subject.id)))
        if subject.kind in ("partner", "rating"):
            partner = self.plan.partner(subject.id)
            return None if partner is None else Row(subject.id, partner)
        if subject.kind == "person":
            found = self.plan.person(subject.id)
            return None if found is None else Row(subject.id, PersonRow(found[0].id, found[1]))
        if subject.kind == "need":
            need = self._needs.get(subject.id)
            return None if need is None else Row(need.id, need_row(need))
        if subject.kind == "invitation":
            invitation = self._invitations.get(subject.id)
            return None if invitation is None else Row(invitation.id, invitation)
        return None

    def who(self, subject: Subject) -> str:
        """Return what people call a record."""
        if subject in self.result.new:
            return self.result.new[subject]
        record = self.record(subject)
        if subject.kind == "person" and record is not None:
            return str(record.record.person.name or record.record.person.title or subject.id)
        if subject.kind == "invitation" and record is not None:
            partner = self.plan.partner(record.record.partner)
            return f"invitation of {partner.name if partner else record.record.partner}"
        if subject.kind in _SAID:
            return f"{_SAID[subject.kind]} {subject.id}"
        partner = self.plan.partner(subject.id)
        name = partner.name if partner else subject.id
        rater = self.plan.member(subject.owner) if subject.kind == "rating" else None
        return f"{name}, as {rater.name} sees it" if rater else name

    def heading(self, table: Table, column: Column) -> str:
        """Return what a column is called in a plan of changes."""
        key = f"person.{column.key}" if table.part.kind == "person" else column.key
        return texts(FALLBACK)("columns", key, "heading").rstrip("?")

    def subject(self, kind: str, key: str) -> Subject | None:
        """Return the record of an id that a worksheet remembers, None when the plan has it no more."""
        prefix, colon, rest = key.partition(":")
        if colon:
            known = {
                GROUP: self.plan.focus.populations,
                CONCERN: self.plan.focus.predictors,
                NONE_KNOWN: self.plan.inventory.none_known,
            }.get(prefix, ())
            return Subject(prefix, rest) if rest in known else None
        person = self.plan.person(key) if kind == "person" else None
        subject = Subject(kind, key, person[0].id) if person else Subject(kind, key)
        return subject if self.record(subject) is not None else None
