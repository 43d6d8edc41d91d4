"""How what is wrong with a plan can be mended: edits for the findings that leave no doubt what to write.

A fix is safe when the plan says the same before and after it; what follows from a guess at what was meant
is not. Whatever stands in the private overlay is mended by its owner: no fix may quote it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from coalitionkit.edits import Add, Bare, Data, Fix, Put, Remove, RenameId, RenameKey, Safety
from coalitionkit.findings import Check
from coalitionkit.loading import checks, spellings
from coalitionkit.loading.survey import Survey
from coalitionkit.loading.tracing import KEY, Trace
from coalitionkit.model.coalition import FORMAT, Coalition
from coalitionkit.model.members import Member
from coalitionkit.model.record import Leaf, Listing, Part, Table, bare_kind, fields_of
from coalitionkit.model.values import Prose, Reader, Refers, slug_of
from coalitionkit.model.vocabulary.words import Vocabulary
from coalitionkit.places import PLAN, Address, Item
from coalitionkit.prose import is_same, only_near, quoted
from coalitionkit.source.tree import MappingNode, ScalarNode

_OUR_NAME = Bare("TODO the name of the coalition")

_SPELLINGS: Mapping[str, Callable[[str], Iterator[str]]] = {
    "date": spellings.dates,
    "word": spellings.words,
    "number": spellings.numbers,
    "text": spellings.addresses,
}
"""What else a value may be that its reader refuses, by the kind of problem that the reader names."""


def mended(check: Check, location: tuple[str | int, ...], trace: Trace, surveyed: Survey) -> Fix | None:
    """Return what mends an error of the format, or None where someone has to decide."""
    mend = _MENDS.get(check.code)
    return mend(location, trace, surveyed) if mend else None


def _missing(location: tuple[str | int, ...], trace: Trace, surveyed: Survey) -> Fix | None:
    key = str(location[-1]) if location else ""
    above = trace if trace.missing else trace.above
    if above is None or above.record is None or not isinstance(above.node, MappingNode):
        return None
    at = above.address / key
    if above.record is Coalition:
        if key == "format":
            return Fix(f"write 'format: {FORMAT}'", (Put(at, Bare(str(FORMAT))),))
        begun: Data = {"id": "our-coalition", "name": _OUR_NAME}
        return Fix("begin the section 'coalition'", (Put(at, begun),), Safety.UNSAFE)
    shape = fields_of(above.record).get(key)
    if shape is None or not isinstance(shape.kind, Leaf):
        return None
    if key == "id":
        return _from_name(at, above.node, surveyed)
    if shape.kind.marker in {None, Prose}:
        title = f"write a placeholder for '{key}'"
        return Fix(title, (Put(at, Bare(f"TODO {key.replace('_', ' ')}")),), Safety.UNSAFE)
    return None


def _from_name(at: Address, node: MappingNode, surveyed: Survey) -> Fix | None:
    """Give a record the id that its name suggests."""
    name = next((node.value(key) for key in ("name", "title") if node.value(key)), None)
    slug = slug_of(name.value) if isinstance(name, ScalarNode) and not name.is_null else ""
    if not slug or slug in _ids(surveyed):
        return None
    return Fix(f"write '{slug}' as its id", (Put(at, slug),), Safety.UNSAFE)


def _unknown_key(_: tuple[str | int, ...], trace: Trace, __: Survey) -> Fix | None:
    above = trace.above
    if (
        trace.entry is None
        or above is None
        or above.record is None
        or not isinstance(above.node, MappingNode)
    ):
        return None
    key = trace.entry.key.value
    meant = only_near(key, (name for name in fields_of(above.record) if name not in above.node.entries))
    # A key that is near to one which is there already is perhaps the same, written twice.
    if meant is None or meant != only_near(key, fields_of(above.record)):
        return None
    safety = Safety.SAFE if is_same(key, meant) else Safety.UNSAFE
    return Fix(f"write '{meant}' as the key", (RenameKey(trace.address, meant),), safety)


def _wrong_shape(_: tuple[str | int, ...], trace: Trace, __: Survey) -> Fix | None:
    """Make a list of a single value where a list of such values belongs."""
    node = trace.node
    if not isinstance(trace.kind, Listing) or not isinstance(node, ScalarNode) or node.is_null:
        return None
    of = trace.kind.of
    kind = bare_kind(of.record) if isinstance(of, Part) else of
    if not isinstance(kind, Leaf) or "," in node.value or not node.value.strip():
        return None
    return Fix("write it as a list of one", (Put(trace.address, [node.value]),))


def _other_word(location: tuple[str | int, ...], trace: Trace, _: Survey) -> Fix | None:
    node, marker = trace.node, _marker(trace)
    if location[-1:] == (KEY,):
        keys = _keys(trace)
        meant = only_near(str(trace.address.steps[-1]), keys.words) if isinstance(keys, Vocabulary) else None
        return _rekeyed(trace, meant, Safety.UNSAFE)
    if not isinstance(node, ScalarNode):
        return None
    if isinstance(marker, Reader):
        return _respelled(trace, node, marker)
    if not isinstance(marker, Vocabulary):
        return None
    return near_word(trace.address, node.value, marker.words)


def near_word(at: Address, word: str, words: Iterable[str]) -> Fix | None:
    """Return what puts the one word in place that was probably meant."""
    meant = only_near(word, words)
    return Fix(f"write '{meant}'", (Put(at, meant),), Safety.UNSAFE) if meant else None


def _other_value(_: tuple[str | int, ...], trace: Trace, __: Survey) -> Fix | None:
    node, marker = trace.node, _marker(trace)
    if not isinstance(node, ScalarNode) or not isinstance(marker, Reader):
        return None
    return _respelled(trace, node, marker)


def _respelled(trace: Trace, node: ScalarNode, marker: Reader) -> Fix | None:
    """Write a value in the form that its reader takes."""
    text = node.value.strip()
    spell = _SPELLINGS.get(marker.problem)
    for candidate in spell(text) if spell else ():
        try:
            marker.read(candidate)
        except ValueError:
            continue
        safety = Safety.SAFE if spellings.is_sure(text) else Safety.UNSAFE
        value = candidate if marker.problem == "text" else Bare(candidate)
        return Fix(f"write {quoted(candidate)}", (Put(trace.address, value),), safety)
    return near_word(trace.address, text, marker.schema.get("enum", ()))


def _malformed_id(location: tuple[str | int, ...], trace: Trace, surveyed: Survey) -> Fix | None:
    """Give a record a proper id, or write the id of the one that a reference names."""
    marker = _marker(trace)
    if location[-1:] == (KEY,):
        key, keys = str(trace.address.steps[-1]), _keys(trace)
        named = _named(key, slug_of(key), keys, surveyed) if isinstance(keys, Refers) else None
        return _rekeyed(trace, named, Safety.SAFE)
    if not isinstance(trace.node, ScalarNode):
        return None
    slug = slug_of(trace.node.value)
    if isinstance(marker, Refers):
        meant = _named(trace.node.value, slug, marker, surveyed)
        return Fix(f"write '{meant}'", (Put(trace.address, meant),)) if meant else None
    if not slug or slug in _ids(surveyed):
        return None
    above = trace.above
    title = f"write '{slug}' as the id"
    if above is not None and above.address.steps and isinstance(above.address.steps[-1], Item):
        if above.record is None or trace.address != above.address / above.record.identity:
            return None
        return Fix(f"{title}, here and wherever it is used", (RenameId(above.address, slug),), Safety.UNSAFE)
    return Fix(title, (Put(trace.address, slug),), Safety.UNSAFE)


def _named(text: str, slug: str, marker: Refers, surveyed: Survey) -> str | None:
    """Return the id of the only record that a text names, by its id in another spelling or by its name."""
    allowed = [one for one in surveyed.identified if one.record.noun in marker.nouns]
    folded = text.casefold()
    meant = {
        one.node.value
        for one in allowed
        if one.node.value == slug or str(one.data.get("name", "")).casefold() == folded
    }
    return meant.pop() if len(meant) == 1 and slug_of(min(meant)) in meant else None


def _contradiction(_: tuple[str | int, ...], trace: Trace, surveyed: Survey) -> Fix | None:
    """List a member who says to be a champion among the champions."""
    node = trace.node
    if trace.record is not Member or not isinstance(node, MappingNode):
        return None
    group, name = node.value("group"), node.value("id")
    if not (isinstance(group, ScalarNode) and group.value == "champion" and isinstance(name, ScalarNode)):
        return None
    section = PLAN / "champions"
    listed_already = any(
        isinstance(one, Mapping) and one.get("member") == name.value
        for one in _section(surveyed, "champions")
    )
    edits = (
        Remove(trace.address / "group"),
        *(() if listed_already else (Add(section, {"member": name.value}),)),
    )
    return Fix("list the member below 'champions' instead", edits, Safety.UNSAFE)


def _section(surveyed: Survey, key: str) -> list[object]:
    section = surveyed.data.get(key) if isinstance(surveyed.data, Mapping) else None
    return section if isinstance(section, list) else []


def _keys(trace: Trace) -> object:
    """Return what reads the keys of the table in which a trace stands."""
    kind = trace.above.kind if trace.above is not None else None
    return kind.keys.marker if isinstance(kind, Table) else None


def _rekeyed(trace: Trace, key: str | None, safety: Safety) -> Fix | None:
    """Write another key, where it does not stand beside this one already."""
    table = trace.above.node if trace.above is not None else None
    if key is None or trace.entry is None or not isinstance(table, MappingNode) or key in table.entries:
        return None
    return Fix(f"write '{key}'", (RenameKey(trace.address, key),), safety)


def _marker(trace: Trace) -> object:
    kind = trace.kind
    if isinstance(kind, Part):
        kind = bare_kind(kind.record)
    return kind.marker if isinstance(kind, Leaf) else None


def _ids(surveyed: Survey) -> set[str]:
    return {one.node.value for one in surveyed.identified}


_MENDS: Mapping[str, Callable[[tuple[str | int, ...], Trace, Survey], Fix | None]] = {
    checks.MISSING_KEY.code: _missing,
    checks.UNKNOWN_KEY.code: _unknown_key,
    checks.WRONG_SHAPE.code: _wrong_shape,
    checks.UNKNOWN_WORD.code: _other_word,
    checks.MALFORMED_DATE.code: _other_value,
    checks.MALFORMED_NUMBER.code: _other_value,
    checks.MALFORMED_TEXT.code: _other_value,
    checks.MALFORMED_ID.code: _malformed_id,
    checks.CONTRADICTION.code: _contradiction,
}
