"""What no record can know alone: whether ids are unique, references hold and words are known."""

from collections.abc import Iterable, Mapping

from coalitionkit.edits import Edit, Fix, Put, RenameKey, Safety
from coalitionkit.findings import Finding, Related
from coalitionkit.loading import checks
from coalitionkit.loading.assembly import found
from coalitionkit.loading.survey import Identified, Pointer, Survey, Term
from coalitionkit.model.record import noun
from coalitionkit.prose import a, nearest, only_near, quoted

_MOST_HINTS = 50
"""How many broken references are compared with what there is: whoever has more has one cause."""


def cross_check(surveyed: Survey) -> Iterable[Finding]:
    """Return what is wrong between the records of a plan."""
    by_noun: dict[str, dict[str, Identified]] = {}
    for one in surveyed.identified:
        names = by_noun.setdefault(one.record.noun, {})
        for name in (one.node.value, *_former(one.data)):
            names.setdefault(name, one)
    yield from _duplicate_ids(surveyed.identified)
    told = 0
    for pointer in surveyed.pointers:
        broken = _broken(pointer, by_noun, hinted=told < _MOST_HINTS)
        if broken is not None:
            told += 1
            yield broken
    yield from _circles(by_noun.get("partner", {}))
    for term in surveyed.terms:
        unknown = _unknown(term, surveyed.data)
        if unknown is not None:
            yield unknown


def _former(data: Mapping[str, object]) -> list[str]:
    former = data.get("former_ids")
    return [name for name in former if isinstance(name, str)] if isinstance(former, list) else []


def _duplicate_ids(identified: Iterable[Identified]) -> Iterable[Finding]:
    taken: dict[tuple[str, str], Identified] = {}
    for one in identified:
        space = one.record.namespace or one.record.noun
        first = taken.setdefault((space, one.node.value), one)
        if first is one or _same_person(first, one) or _same_person(one, first):
            continue
        place = first.node.place
        where = f"line {place.span.start.line}"
        if place.file != one.node.place.file:
            where += f" of {place.file}"
        message = (
            f"the id '{one.node.value}' belongs to the {noun(first.record)} on {where}; "
            "give one of the two another id"
        )
        related = (Related("the id stands here first", place),)
        check = checks.DUPLICATE_ID
        yield Finding(check, check.severity, message, one.node.place, one.address / "id", related)


def _circles(partners: Mapping[str, Identified]) -> Iterable[Finding]:
    """Find partners that are, by a chain of `parent`, part of themselves."""
    for name, one in partners.items():
        above, seen = one.data.get("parent"), {name}
        while isinstance(above, str) and above in partners and above not in seen:
            seen.add(above)
            above = partners[above].data.get("parent")
        if above == name and one.node.value == name:
            message = f"'{name}' is part of itself by its parents; correct one 'parent' of the circle"
            yield found(checks.CONTRADICTION, message, one.node, one.address / "parent")


def _same_person(partner: Identified, member: Identified) -> bool:
    """Whether a member is the individual partner of the same id: one person, seen twice."""
    return (
        partner.record.noun == "partner"
        and partner.data.get("kind") == "individual"
        and member.record.noun == "member"
        and member.data.get("partner") == member.node.value
    )


def _broken(
    pointer: Pointer, by_noun: Mapping[str, Mapping[str, Identified]], *, hinted: bool
) -> Finding | None:
    name = pointer.node.value
    refers = pointer.refers
    if any(name in by_noun.get(target, ()) for target in refers.nouns):
        return None
    names = {key: one for target in refers.nouns for key, one in by_noun.get(target, {}).items()}
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    elsewhere = next((known[name] for known in by_noun.values() if name in known), None)
    if elsewhere is not None:
        message = f"'{name}' is {a(noun(elsewhere.record))}; {a(refers.target)} is needed here"
        related = (Related(f"'{name}' stands here", elsewhere.node.place),)
    elif hinted and (meant := nearest(name, names)) is not None:
        message = f"no {refers.target} has the id '{name}'; did you mean '{meant}'?"
        related = (Related(f"'{meant}' stands here", names[meant].node.place),)
        if meant == only_near(name, names):
            edit: Edit = (RenameKey if pointer.is_key else Put)(pointer.address, meant)
            fix = Fix(f"write '{meant}'", (edit,), Safety.UNSAFE)
    else:
        message = f"no {refers.target} has the id '{name}'; correct it, or add it to the plan"
    check = checks.BROKEN_REFERENCE
    return Finding(check, check.severity, message, pointer.node.place, pointer.address, related, fix)


def _unknown(term: Term, data: object) -> Finding | None:
    vocabulary = data.get("vocabulary") if isinstance(data, Mapping) else None
    added = vocabulary.get(term.vocabulary.extended_by) if isinstance(vocabulary, Mapping) else None
    words = [
        word["id"]
        for word in (added if isinstance(added, list) else ())
        if isinstance(word, Mapping) and isinstance(word.get("id"), str)
    ]
    if term.node.value in words:
        return None
    meant = nearest(term.node.value, [*term.vocabulary.words, *words])
    how = (
        f"did you mean '{meant}'?"
        if meant
        else f"choose a known one, or add it below 'vocabulary: {term.vocabulary.extended_by}:'"
    )
    message = f"{quoted(term.node.value)} is not {a(term.vocabulary.noun)}; {how}"
    only = only_near(term.node.value, [*term.vocabulary.words, *words])
    fix = (
        Fix(f"write '{only}'", (Put(term.address, only),), Safety.UNSAFE)
        if only and not term.is_key
        else None
    )
    return found(checks.UNKNOWN_WORD, message, term.node, term.address, fix)
