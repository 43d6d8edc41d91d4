"""A new record in the making: what flags say of it, and what a person answers to complete it."""

from collections.abc import Sequence
from typing import NamedTuple

from coalitionkit.cli.asking import Choice, Question, asked
from coalitionkit.cli.fields import answers_to, questions_of, switches_of, values_of, words_of
from coalitionkit.editing.composing import Values, plain_field, proposed_id
from coalitionkit.editing.given import data_of, key_of
from coalitionkit.edits import Data
from coalitionkit.errors import ConfigurationError
from coalitionkit.loading.records import Records
from coalitionkit.model.kinds import RecordKind, address_in, kind_at, kinds_named
from coalitionkit.model.record import Table, fields_of
from coalitionkit.model.vocabulary.words import Vocabulary
from coalitionkit.places import PLAN, Address
from coalitionkit.prose import a, listed


class Draft(NamedTuple):
    """A record to be added: its kind, the record that owns its list, its key, and its values."""

    kind: RecordKind
    owner: Address
    values: Values
    key: str = ""

    @property
    def words(self) -> str:
        """What it is called in a sentence: `member ana-lopez`, `value 2027 of metrics[debt]`."""
        name = self.key or str(self.values.get((self.kind.identity,)) or "")
        of = f" of {self.owner}" if self.owner.steps else ""
        return f"{self.kind.words} {name}".rstrip() + of


def is_list(word: str) -> bool:
    """Whether the word after `add` is the address of a list rather than a kind of records."""
    return "." in word or "[" in word


def begun(records: Records, named: Sequence[str], rest: Sequence[str], *, asking: bool) -> Draft:
    """Return what the words of a command line say of a new record: kind, owner, id, then flags.

    Raises ConfigurationError or UnknownRecordError with a sentence.
    """
    kind, owner, others = _placed(records, named, asking=asking)
    said = words_of(rest, switches_of(kind.record))
    values: dict[tuple[str, ...], Data] = {}
    key = ""
    for text in (*others, *said.plain):
        field = _next_field(kind, key, values)
        if field == "id" and plain_field(kind) not in said.flags and ("id" in said.flags or " " in text):
            field = plain_field(kind) or field  # no id has spaces: it will be made of this
        if field is None:
            raise ConfigurationError(
                f"'{text}' belongs to no field",
                hint="put a value of several words in quotes; "
                f"'coalition add {kind.name} --help' lists the fields, each of which has a flag",
            )
        if kind.table is not None and field == "":
            key = key_of(kind.table, text, f"the key of {a(kind.words)}")
        else:
            values[(field,)] = data_of(fields_of(kind.record)[field].kind, [text], field)
    if said.unset:
        raise ConfigurationError("a new record has nothing to unset")
    given = values_of(kind.record, said.flags)
    twice = [keys[0] for keys in given if keys in values]
    if twice:
        raise ConfigurationError(f"{twice[0]} was given twice; leave one out")
    return Draft(kind, owner, {**values, **given}, key)


def completed(draft: Draft, records: Records, *, asking: bool) -> Draft:
    """Return a draft with what was left open: asked where someone can answer, and with an id."""
    kind, values, key = draft.kind, dict(draft.values), draft.key
    if asking:
        if kind.table is not None and not key:
            key = _asked_key(kind, kind.table)
        questions = questions_of(kind, [keys[0] for keys in values], records)
        values.update(values_of(kind.record, answers_to(questions)))
    if kind.identity == "id" and ("id",) not in values:
        proposal = proposed_id(kind, values)
        if asking:
            proposal = _asked_id(kind, _unused(proposal, records, kind, values))
        if proposal:
            values[("id",)] = proposal
    return draft._replace(values=values, key=key)


def _placed(
    records: Records, named: Sequence[str], *, asking: bool
) -> tuple[RecordKind, Address, Sequence[str]]:
    """Return the kind, the owner of the list, and the words that are left."""
    word, *others = named
    if is_list(word):
        meant = address_in(word)
        kind = kind_at(meant.address[0])
        if kind is None:
            raise ConfigurationError(f"{meant.address} is no list of records")
        records.at(meant)
        return kind, Address(meant.address.steps[: -len(kind.keys)]), others
    kinds = kinds_named(word)
    free = [kind for kind in kinds if kind.owner is None]
    if len(free) > 1:
        which = listed([kind.name for kind in free], "or")
        raise ConfigurationError(f"there are several kinds named '{word}'", hint=f"choose {which}")
    if free:
        return free[0], PLAN, others
    owners = [one for kind in kinds if kind.owner for one in records.of(kind.owner)]
    if not others and not owners:
        above = next(kind.owner for kind in kinds if kind.owner)
        raise ConfigurationError(
            f"{a(kinds[0].words)} belongs to {a(above.words)}, and there is none yet",
            hint=f"'coalition add {above.name}' makes one",
        )
    if not others and asking:
        choices = tuple(Choice(str(one.address), one.title) for one in owners)
        others = [
            asked(Question(f"To which record does this {kinds[0].words} belong?", "", choices, required=True))
        ]
    if not others:
        what = listed(dict.fromkeys(kind.owner.words for kind in kinds if kind.owner), "or")
        raise ConfigurationError(
            f"{a(kinds[0].words)} belongs to {a(what)}; say to which",
            hint=f"coalition add {kinds[0].name} {what.upper().replace(' ', '-')} --field VALUE ...",
        )
    kind, owner = records.owner(word, others[0])
    return kind, owner.address, others[1:]


def _next_field(kind: RecordKind, key: str, values: Values) -> str | None:
    """Return what the next word without a flag says: "" for the key, a field, or None for nothing."""
    if kind.keyed and not key:
        return ""
    return next(
        (field for field in (kind.identity, plain_field(kind)) if field and (field,) not in values), None
    )


def _asked_key(kind: RecordKind, table: Table) -> str:
    keys = table.keys.marker
    choices = tuple(Choice(word.slug, word.label) for word in keys) if isinstance(keys, Vocabulary) else ()
    return asked(Question(f"Which {kind.words}?", "", choices, required=True))


def _asked_id(kind: RecordKind, proposal: str) -> str:
    shape = fields_of(kind.record)["id"]
    return asked(
        Question(
            f"Its id, by which the plan refers to this {kind.words}",
            help=kind.record.model_fields["id"].description or "",
            proposal=proposal,
            required=True,
            read=lambda text: data_of(shape.kind, [text], "id"),
        )
    )


def _unused(proposal: str, records: Records, kind: RecordKind, values: Values) -> str:
    """Return an id that no record has yet: a proposal, or that with a number.

    Whoever the new record itself refers to may have it: a resident is a partner and a member at once.
    """
    space = kind.record.namespace or kind.record.noun
    taken = {
        one.id for one in records.with_ids() if (one.kind.record.namespace or one.kind.record.noun) == space
    } - {value for value in values.values() if isinstance(value, str)}
    if proposal not in taken:
        return proposal
    return next(name for number in range(2, len(taken) + 3) if (name := f"{proposal}-{number}") not in taken)
