"""Text that a person gave for a field becomes the data of an edit, or is refused in words.

Words are held against their vocabularies and dates and numbers are read, before anything is edited. What
holds between records is judged by the engine.
"""

from collections.abc import Mapping, Sequence

from pydantic_core import PydanticCustomError

from coalitionkit.edits import Bare, Data
from coalitionkit.errors import ConfigurationError
from coalitionkit.model.record import Kind, Leaf, Listing, Part, Record, Table, bare_kind, fields_of, noun
from coalitionkit.model.values import LANGUAGE, Prose, Reader
from coalitionkit.model.vocabulary.words import Vocabulary
from coalitionkit.prose import a, did_you_mean, first_few, listed
from coalitionkit.source.reader import read
from coalitionkit.source.text import Text
from coalitionkit.source.tree import MappingNode, Node, ScalarNode, SequenceNode


def data_of(kind: Kind | None, texts: Sequence[str], name: str) -> Data:
    """Return the data that texts for a field make: one text, or several for a list.

    Lists of words may be given with commas, tables as `key=value` with commas, and whatever is nested in
    brackets and braces as YAML. `name` is what the field is called in messages. Raises ConfigurationError
    with a sentence.
    """
    if isinstance(kind, Listing):
        return [item for text in texts for item in _items(kind, text, name)]
    if isinstance(kind, Table) and all("=" in text and not text.lstrip().startswith("{") for text in texts):
        pairs = [pair.partition("=") for text in texts for pair in text.split(",") if pair.strip()]
        return {
            key_of(kind, key.strip(), name): data_of(kind.of, [value.strip()], f"{name}.{key.strip()}")
            for key, _, value in pairs
        }
    if len(texts) > 1:
        raise ConfigurationError(f"{name} holds one value, but {len(texts)} were given")
    (text,) = texts
    opens_group = text.lstrip().startswith("{")
    if opens_group and (isinstance(kind, Table | Part) or kind == Leaf(Prose)):
        return _from_node(kind, _yaml(text, name), name)
    if kind is None or isinstance(kind, Leaf):
        return _leaf(kind, text, name)
    bare = bare_kind(kind.record) if isinstance(kind, Part) else None
    if bare is not None:
        return data_of(bare, texts, name)
    raise ConfigurationError(f"{name} is a group of values; {_how(kind, name)}")


def key_of(kind: Table, text: str, name: str) -> str:
    """Return the key of a table that a text stands for. Raises ConfigurationError with a sentence."""
    return str(_leaf(kind.keys, text, name))


def _items(kind: Listing, text: str, name: str) -> Sequence[Data]:
    of = kind.of
    if text.lstrip().startswith("["):
        data = _from_node(kind, _yaml(text, name), name)
        return data if isinstance(data, Sequence) and not isinstance(data, str) else [data]
    if text.lstrip().startswith("{") and (not isinstance(of, Leaf) or of.marker is Prose):
        return [_from_node(of, _yaml(text, name), name)]
    bare = bare_kind(of.record) if isinstance(of, Part) else of
    if bare is None or isinstance(bare, Part | Table):
        raise ConfigurationError(f"{name} is a list of groups; {_how(of, name)}")
    # A comma belongs to a sentence, but stands between words, ids and dates.
    is_text = isinstance(bare, Leaf) and bare.marker in (None, Prose)
    parts = [text] if is_text else [part.strip() for part in text.split(",") if part.strip()]
    return [data_of(bare, [part], name) for part in parts]


def _leaf(kind: Leaf | None, text: str, name: str) -> Data:
    marker = kind.marker if kind else None
    if not text.strip():
        raise ConfigurationError(f"{name} is empty; write something, or leave it out")
    if marker is None or marker is Prose:
        return text
    if isinstance(marker, Vocabulary):
        slug = marker.slug(text.strip())
        if slug is None:
            raise ConfigurationError(f"{name}: {marker.refusal(text)}")
        return Bare(slug) if slug.isdecimal() else slug
    given = text.strip()
    if isinstance(marker, type):
        return given
    try:
        marker.value(given)
    except PydanticCustomError as error:
        raise ConfigurationError(f"{name}: {error.message()}") from None
    if not isinstance(marker, Reader):
        return given
    if marker.python is bool:
        return Bare("yes" if marker.read(given) else "no")
    return given if marker.python is str else Bare(given)


def _from_node(kind: Kind | None, node: Node, name: str) -> Data:
    """Return what was written in brackets or braces."""
    if isinstance(node, ScalarNode):
        return data_of(kind, [node.value], name)
    if isinstance(kind, Part) and isinstance(node, SequenceNode):
        kind = bare_kind(kind.record) or kind
    if isinstance(node, SequenceNode):
        if not isinstance(kind, Listing):
            raise ConfigurationError(f"{name} is no list; {_how(kind, name)}")
        return [_from_node(kind.of, item, name) for item in node.items]
    if not isinstance(node, MappingNode) or kind is None or isinstance(kind, Listing):
        raise ConfigurationError(f"{name} is no group; {_how(kind, name)}")
    return {
        key: _from_node(below, entry.value, f"{name}.{key}")
        for key, below, entry in (
            (*field_named(kind, key, name), entry) for key, entry in node.entries.items()
        )
    }


def field_named(kind: Kind, key: str, name: str) -> tuple[str, Kind | None]:
    """Return the key of a group as the format has it, and what stands below it.

    Hyphens and underscores mean the same. Raises ConfigurationError with a suggestion.
    """
    if isinstance(kind, Table):
        return key_of(kind, key, name), kind.of
    if kind == Leaf(Prose):
        if not LANGUAGE.match(key):
            raise ConfigurationError(f"{name}: '{key}' is not a language code; write en, es or pt-BR")
        return key, Leaf(None)
    if not isinstance(kind, Part):
        raise ConfigurationError(f"{name} is not a group: nothing stands below it, so '{key}' cannot")
    if key.startswith("x-"):
        return key, None
    return key_in(kind.record, key)


def key_in(record: type[Record], key: str) -> tuple[str, Kind]:
    """Return a key of a record and what it holds. Raises ConfigurationError with a suggestion."""
    fields = fields_of(record)
    plain = key.replace("-", "_")
    if plain not in fields:
        hint = did_you_mean(plain, fields) or f"; its keys are {listed(fields)}"
        raise ConfigurationError(f"{a(noun(record))} has no key '{plain}'{hint}")
    return plain, fields[plain].kind


def merged(values: Mapping[tuple[str, ...], Data]) -> dict[str, Data]:
    """Return values by the keys that lead to them as one group of groups."""
    result: dict[str, Data] = {}
    for keys, value in values.items():
        group = result
        for key in keys[:-1]:
            inner = group.setdefault(key, {})
            if not isinstance(inner, dict):
                raise ConfigurationError(f"{'.'.join(keys)} and {key} were both given; leave one out")
            group = inner
        if keys[-1] in group:
            raise ConfigurationError(f"{'.'.join(keys)} was given twice; leave one out")
        group[keys[-1]] = value
    return result


def _yaml(text: str, name: str) -> Node:
    reading = read(Text("", text))
    if reading.faults or reading.root is None:
        message = reading.faults[0].message if reading.faults else "nothing is written here"
        raise ConfigurationError(f"{name} cannot be read as written: {message}")
    return reading.root


def _how(kind: Kind | None, name: str) -> str:
    """Say how a value of this kind is written on a command line."""
    flag = name.rpartition(" ")[2]
    if isinstance(kind, Part):
        fields = fields_of(kind.record)
        keys = [key for key in fields if key not in {"note", "former_ids"}]
        first = next((key for key in keys if fields[key].required), keys[0])
        return f"write {{{first}: ...}}, with keys such as {first_few(keys)}"
    if isinstance(kind, Table):
        return f"write it as {{key: value}}, or as {flag}.KEY VALUE"
    if isinstance(kind, Listing):
        return "write it as [one, another]"
    return "write one value"
