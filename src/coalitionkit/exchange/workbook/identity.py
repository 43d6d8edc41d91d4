"""Whom each row of a file is about: found by id, then by name, else somebody new."""

from collections.abc import Mapping

from coalitionkit.exchange.workbook.columns import CONCERN, GROUP, kind_labels, which_labels
from coalitionkit.exchange.workbook.marks import digest
from coalitionkit.exchange.workbook.proposal import ANY, Cell, Proposal, Subject, Table
from coalitionkit.exchange.workbook.rows import NONE_KNOWN
from coalitionkit.exchange.workbook.texts import every_text
from coalitionkit.exchange.workbook.words import Words, alike
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.partners import Partner
from coalitionkit.model.values import slug_of
from coalitionkit.model.vocabulary.sectors import SECTORS
from coalitionkit.prose import did_you_mean, nearest, quoted

_LONGEST_ID = 40
_BEGINNING = 4
_RARE = 50
"""In how many names a word may stand that says something about whom it names."""

_PROPOSING = (ANY, "existing", "opportunities")
"""The parts in which a row may be about a partner who is new."""


class Directory:
    """Who is in a plan, and who is about to be, by id and by name."""

    def __init__(self, plan: Coalition, result: Proposal) -> None:
        self.plan = plan
        self.result = result
        self.names: dict[str, list[str]] = {}
        for one in plan.partners:
            for name in dict.fromkeys(
                alike(text) for text in (one.name, *(old.name for old in one.former_names))
            ):
                self.names.setdefault(name, []).append(one.id)
        self._by_word: dict[str, list[str]] = {}
        for one in plan.partners:
            for word in _words(one.name):
                self._by_word.setdefault(word, []).append(one.name)
        self.new_names: dict[str, str] = {}
        self.none_known = {alike(said("none_known")) for said in every_text()}
        parties = [*plan.partners, *plan.members]
        people = [one for each in plan.partners for one in each.people]
        self._taken = {
            "partner": {key for one in parties for key in (one.id, *one.former_ids)},
            "person": {key for one in people for key in (one.id, *one.former_ids)},
            "need": {key for one in plan.inventory.needs for key in (one.id, *one.former_ids)},
            "invitation": {key for one in plan.invitations for key in (one.id, *one.former_ids)},
        }

    def free_id(self, kind: str, text: str, otherwise: str) -> str:
        """Return an id that nobody has yet, made from a text, and keep it."""
        slug = slug_of(text) or otherwise
        if len(slug) > _LONGEST_ID:
            slug = slug[:_LONGEST_ID].rpartition("-")[0] or slug[:_LONGEST_ID]
        number, name = 2, slug
        while name in self._taken[kind]:
            name, number = f"{slug}-{number}", number + 1
        self._taken[kind].add(name)
        return name

    def partner(self, table: Table, cell: Cell, cells: Mapping[str, str], words: Words) -> Subject | None:
        """Return the partner, the rating or the sector that a row is about; None for none, or a problem."""
        key, name = cells.get("id", ""), cells.get("name", "")
        if key.startswith(f"{NONE_KNOWN}:") or alike(name) in self.none_known:
            if alike(name) in self.none_known:
                return self._sector(cell, cells, words)
            key = ""
        found = self.plan.partner(key) if key else None
        if found is None and key and not (table.is_list and name):
            self._unknown(cell, "partner", key, [one.id for one in self.plan.partners])
            return None
        if found is not None and not self._goes_with(cell, found, key, name):
            return None
        identity = found.id if found else self._by_name(table, cell, cells, key)
        if identity is None:
            return None
        return (
            Subject("rating", identity, table.part.rater)
            if table.part.rater
            else Subject("partner", identity)
        )

    def person(self, cell: Cell, cells: Mapping[str, str], words: Words) -> Subject | None:
        """Return the person that a row is about."""
        key = cells.get("id", "")
        owner = words.partners.key(cells.get("partner", "")) if cells.get("partner") else None
        if key:
            found = self.plan.person(key)
            if found is None:
                known = [one.id for each in self.plan.partners for one in each.people]
                self._unknown(cell, "person", key, known)
                return None
            if owner and owner != found[0].id:
                self.result.tell(
                    cell,
                    f"{quoted(key)} is at {quoted(found[0].name)}; for a person elsewhere, add a new row",
                )
                return None
            return Subject("person", found[1].id, found[0].id)
        if not cells.get("partner"):
            self.result.tell(cell, "the organization is missing; choose where this person is")
            return None
        if owner is None:
            self.result.tell(cell, words.partners.refusal(cells["partner"]))
            return None
        return self.person_at(owner, cells.get("name", ""), cells.get("title", ""), cell)

    def person_at(self, owner: str, name: str, title: str, cell: Cell) -> Subject | None:
        """Return the person of a name, or without one of a title, at a partner; somebody new if need be."""
        if not name and not title:
            self.result.tell(cell, "the person has neither a name nor a title; one of the two is needed")
            return None
        partner = self.plan.partner(owner)
        for one in partner.people if partner else ():
            if alike(name) == alike(one.name or "") and (name or alike(title) == alike(one.title or "")):
                return Subject("person", one.id, owner)
        slot = f"{owner}/{alike(name) or alike(title)}"
        if slot not in self.new_names:
            made = name or f"{owner} {title}"
            self.new_names[slot] = self.free_id("person", made, "person")
            self.result.new[Subject("person", self.new_names[slot], owner)] = name or title
        return Subject("person", self.new_names[slot], owner)

    def need(self, cell: Cell, cells: Mapping[str, str], words: Words) -> Subject | None:
        """Return the need, or the word of the shared focus, that a row is about."""
        key = cells.get("id", "")
        kind, colon, slug = key.partition(":")
        if colon and kind in (GROUP, CONCERN):
            return Subject(kind, slug)
        if key:
            found = next((one for one in self.plan.inventory.needs if key in (one.id, *one.former_ids)), None)
            if found is None:
                self._unknown(cell, "need", key, [one.id for one in self.plan.inventory.needs])
                return None
            return Subject("need", found.id)
        text, which = cells.get("kind", ""), cells.get("of", "")
        if not text or not which:
            self.result.tell(cell, "say both what kind it is and which one")
            return None
        labels = kind_labels(words)
        meant = labels.key(text)
        if meant is None:
            self.result.tell(cell, labels.refusal(text))
            return None
        word = which_labels(meant, words).key(which)
        if word is None:
            self.result.tell(cell, which_labels(meant, words).refusal(which))
            return None
        return self._need_of(meant, word, which)

    def _need_of(self, kind: str, word: str, text: str) -> Subject:
        """Return the need of a kind and word, or that word of the shared focus; new where there is none."""
        if kind in (GROUP, CONCERN):
            focus = self.plan.focus
            if word not in (focus.populations if kind == GROUP else focus.predictors):
                self.result.new.setdefault(Subject(kind, word), text)
            return Subject(kind, word)
        for need in self.plan.inventory.needs:
            if (need.kind, need.of) == (kind, word):
                return Subject("need", need.id)
        slot = f"need/{kind}/{word}"
        if slot not in self.new_names:
            self.new_names[slot] = self.free_id("need", word, "need")
            self.result.new[Subject("need", self.new_names[slot])] = text
        return Subject("need", self.new_names[slot])

    def invitation(self, cell: Cell, cells: Mapping[str, str], words: Words) -> Subject | None:
        """Return the invitation that a row is about."""
        key = cells.get("id", "")
        if key:
            known = {name: one.id for one in self.plan.invitations for name in (*one.former_ids, one.id)}
            if key not in known:
                self._unknown(cell, "invitation", key, list(known))
                return None
            return Subject("invitation", known[key])
        partner = words.partners.key(cells.get("partner", ""))
        if partner is None:
            text = cells.get("partner", "")
            self.result.tell(cell, words.partners.refusal(text) if text else "the organization is missing")
            return None
        person = words.people.key(cells["to"]) if cells.get("to") else None
        for one in self.plan.invitations:
            if (one.partner, one.to) == (partner, person):
                return Subject("invitation", one.id)
        slot = f"invitation/{partner}/{person}"
        if slot not in self.new_names:
            self.new_names[slot] = self.free_id("invitation", f"invite-{partner}", "invite")
            self.result.new[Subject("invitation", self.new_names[slot])] = words.partners.label(partner)
        return Subject("invitation", self.new_names[slot])

    def _goes_with(self, cell: Cell, found: Partner, key: str, name: str) -> bool:
        """Whether the name in a row can be that of its id: a column sorted alone mixes them up."""
        table, mine = cell.table, (found.name, *(old.name for old in found.former_names))
        before = (table.baseline or {}).get((table.part.key, key))
        if (
            before is None
            or not alike(name)
            or before.get("name") == digest(name)
            or alike(name) in map(alike, mine)
        ):
            return True
        others = self.names.get(alike(name), [])
        if others:
            self.result.tell(
                cell,
                f"the id is that of {quoted(found.name)}, the name that of {quoted(name)} ({others[0]}); "
                f"set them right; one column may have been sorted without the others",
            )
            return False
        if any(one.key == "name" and one.points for one in table.part.columns):
            self.result.notes.append(
                f"{cell}: this row is about {quoted(found.name)}, also if {quoted(name)} stands there; "
                f"somebody new belongs in Part 2 or Part 3"
            )
        return True

    def _by_name(self, table: Table, cell: Cell, cells: Mapping[str, str], key: str) -> str | None:
        """Return the partner of a name, somebody new where the part allows it."""
        name = cells.get("name", "")
        if not name:
            if any(text for field, text in cells.items() if field != "sector"):
                self.result.tell(cell, "the name is missing; without it nobody knows whom this is about")
            return None
        known = self.names.get(alike(name), []) if alike(name) else []
        if len(known) > 1:
            self.result.tell(
                cell, f"{len(known)} partners are called {quoted(name)}; write the id of the one meant"
            )
            return None
        if known and not key:
            partner = self.plan.partner(known[0])
            shown = partner.name if partner else known[0]
            text = f"{cell}: {quoted(name)} is taken for {quoted(shown)} ({known[0]})"
            if text not in self.result.matched and table.part.key in _PROPOSING:
                self.result.matched.append(text)
            return known[0]
        slot = alike(name) or name
        if slot in self.new_names:
            return self.new_names[slot]
        if table.part.key not in _PROPOSING:
            names = [one.name for one in self.plan.partners]
            hint = did_you_mean(name, names) or "; a new partner belongs in Part 2 or Part 3"
            self.result.tell(cell, f"there is no partner {quoted(name)} in the plan{hint}")
            return None
        return self._newcomer(cell, name, slot, key)

    def _newcomer(self, cell: Cell, name: str, slot: str, key: str) -> str | None:
        if key and (key != slug_of(key) or key in self._taken["partner"]):
            self.result.tell(
                cell, f"{quoted(key)} cannot be the id of a new partner; leave it empty, or choose another"
            )
            return None
        near = nearest(name, self._alike_in_part(name))
        if near is not None:
            self.result.notes.append(
                f"{cell}: {quoted(name)} is added as new; if it is {quoted(near)}, write the id of that one"
            )
        identity = self.free_id("partner", key or name, "partner")
        self.new_names[slot] = identity
        self.result.new[Subject("partner", identity)] = name
        return identity

    def _alike_in_part(self, name: str) -> list[str]:
        """Return the names that share a rare word with another: only among these a near one is looked for."""
        found = [self._by_word.get(word, []) for word in _words(name)]
        return list(dict.fromkeys(known for names in found if len(names) <= _RARE for known in names))

    def _sector(self, cell: Cell, cells: Mapping[str, str], words: Words) -> Subject | None:
        text = cells.get("sector", "")
        sector = words.of(SECTORS).key(text)
        if sector is None:
            self.result.tell(
                cell, words.of(SECTORS).refusal(text) if text else "say in which sector nobody is known"
            )
            return None
        untouched = ("opportunities", cells.get("id", "")) in (cell.table.baseline or {})
        if sector not in self.plan.inventory.none_known and not untouched:
            self.result.new.setdefault(Subject(NONE_KNOWN, sector), text)
        return Subject(NONE_KNOWN, sector)

    def _unknown(self, cell: Cell, noun: str, key: str, known: list[str]) -> None:
        hint = did_you_mean(key, known) or f"; leave the id of a new {noun} empty"
        self.result.tell(cell, f"there is no {noun} {quoted(key)} in the plan{hint}")


def _words(name: str) -> set[str]:
    """Return the beginnings of a name's words, in which mistyping is rare."""
    return {alike(word)[:_BEGINNING] for word in name.split()} - {""}
