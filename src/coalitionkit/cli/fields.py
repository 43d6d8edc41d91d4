"""The fields of a record on a command line: as flags, as questions, and as a page of help."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from coalitionkit.cli.asking import Choice, Question, asked
from coalitionkit.cli.console import Line, Piece, wrapped
from coalitionkit.editing.given import data_of, field_named
from coalitionkit.edits import Data
from coalitionkit.errors import ConfigurationError
from coalitionkit.loading.records import Records, text_of
from coalitionkit.model.kinds import RecordKind
from coalitionkit.model.record import Kind, Leaf, Listing, Part, Record, Table, bare_kind, fields_of
from coalitionkit.model.values import Prose, Reader, Refers
from coalitionkit.model.vocabulary.words import Vocabulary
from coalitionkit.places import Address
from coalitionkit.prose import one_of

_FLAG = re.compile(r"--([A-Za-z_][\w.-]*?)(?:=(.*))?\Z", re.DOTALL)
_UNSET = "unset"
_HELP = frozenset({"--help", "-h"})
_NO = "no-"
_LEFT_OUT = frozenset({"note", "former_ids"})
_MOST_WORDS = 12

HELP_AMONG_WORDS = {"ignore_unknown_options": True, "help_option_names": []}
"""Settings of a command whose flags are the fields of a record, and whose help depends on which."""

Keys = tuple[str, ...]


class Words(NamedTuple):
    """The words of a command line: those without dashes, and flags with the texts given for each."""

    plain: tuple[str, ...]
    flags: Mapping[str, tuple[str, ...]]
    unset: tuple[str, ...]
    wants_help: bool


def split(tokens: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the words before the first flag, which say what is meant, and all others."""
    first = next((index for index, token in enumerate(tokens) if _begins_flags(token)), len(tokens))
    return list(tokens[:first]), list(tokens[first:])


def words_of(tokens: Iterable[str], is_switch: Callable[[str], bool] = lambda _: False) -> Words:
    """Return what tokens of a command line say: `--name TEXT`, `--name=TEXT`, `--unset name`, and others.

    Whatever follows a flag is its value, also what begins with a dash, such as a number below zero.
    `is_switch` tells which flags mean yes where no value follows. Raises ConfigurationError when a value is
    missing.
    """
    plain: list[str] = []
    flags: dict[str, tuple[str, ...]] = {}
    unset: list[str] = []
    wants_help = False
    rest = list(tokens)
    while rest:
        token = rest.pop(0)
        found = _FLAG.match(token)
        if token in _HELP:
            wants_help = True
        elif found is None:
            plain.append(token)
        else:
            name, text = found.groups()
            if text is None and is_switch(name) and (not rest or _FLAG.match(rest[0])):
                text = "yes"
            elif text is None and name.startswith(_NO) and is_switch(name.removeprefix(_NO)):
                name, text = name.removeprefix(_NO), "no"
            elif text is None:
                if not rest:
                    raise ConfigurationError(f"--{name} has no value; write it after the flag")
                text = rest.pop(0)
            if name == _UNSET:
                unset.extend(part.strip() for part in text.split(","))
            else:
                flags[name] = (*flags.get(name, ()), text)
    return Words(tuple(plain), flags, tuple(unset), wants_help)


def switches_of(record: type[Record]) -> Callable[[str], bool]:
    """Return what tells which fields of a record are answered by yes or no."""
    yes_or_no = {name for name, shape in fields_of(record).items() if _is_flag(shape.kind)}
    return lambda name: name.replace("-", "_") in yes_or_no


def keys_of(record: type[Record], name: str) -> tuple[Keys, Kind | None]:
    """Return the keys that a flag names, and what they hold: `compensation.per`, `work-email`, `name.es`.

    Raises ConfigurationError, with a suggestion, for what the format does not have.
    """
    kind: Kind | None = Part(record)
    keys: list[str] = []
    for part in name.split("."):
        if (
            isinstance(kind, Part)
            and kind.record is not record
            and part.replace("-", "_") not in fields_of(kind.record)
        ):
            kind = bare_kind(kind.record) or kind
        key, kind = field_named(kind or Leaf(None), part, f"--{'.'.join(keys)}")
        keys.append(key)
    return tuple(keys), kind


def values_of(record: type[Record], flags: Mapping[str, Sequence[str]]) -> dict[Keys, Data]:
    """Return what flags say, by the keys that lead there. Raises ConfigurationError with a sentence."""
    values: dict[Keys, Data] = {}
    for name, texts in flags.items():
        keys, kind = keys_of(record, name)
        if keys in values:
            raise ConfigurationError(f"--{name} was given in two spellings; leave one out")
        values[keys] = data_of(kind, texts, f"--{name}")
    return values


def help_lines(kind: RecordKind, usage: Sequence[str], width: int) -> Iterator[Line]:
    """Show the fields of a kind of records as flags, with what each says and what may be written."""
    yield (Piece("Usage:", "place"),)
    yield from ((Piece(f"  {line}"),) for line in usage)
    yield ()
    about = " ".join((kind.record.__doc__ or "").split())
    yield from ((Piece(line),) for line in wrapped(about, width))
    fields = fields_of(kind.record)
    for required in (True, False):
        shapes = [shape for shape in fields.values() if shape.required is required]
        shapes = [shape for shape in shapes if shape.name not in {*_LEFT_OUT, "id"}]
        if not shapes:
            continue
        yield ()
        yield (Piece("Needed:" if required else "Fields:", "place"),)
        for shape in shapes:
            private = "  private" if shape.private else ""
            name = shape.name.replace("_", "-")
            yield (Piece(f"  --{name} ", "info"), Piece(_metavar(shape.kind)), Piece(private, "warning"))
            text = kind.record.model_fields[shape.name].description or ""
            for line in wrapped(f"{text} {_allowed(shape.kind)}", width - 6):
                yield (Piece(f"      {line}", "faint"),)
    yield ()
    made = f"An ID that is left out is made from the {kind.title()}. " if _has_made_id(kind) else ""
    closing = (
        f"{made}Lists are given with commas or by repeating the flag; a part of a group as --group.part "
        "VALUE; text in a language as --field.es TEXT; what is nested as YAML in brackets or braces."
    )
    yield from ((Piece(line, "faint"),) for line in wrapped(closing, width))


def questions_of(kind: RecordKind, given: Iterable[str], records: Records) -> Iterator[tuple[str, Question]]:
    """Give a question for each field that a new record needs and for the most usual others.

    What was given already is not asked, nor is the field that identifies the record.
    """
    fields = fields_of(kind.record)
    known = {*given, *_LEFT_OUT, kind.identity if kind.identity == "id" else ""}
    needed = [name for name, shape in fields.items() if shape.required]
    for name in dict.fromkeys((*needed, *([kind.title()] if kind.title() else []), *kind.telling())):
        shape = fields[name]
        if name not in known and not shape.private:
            yield name, question_of(kind, name, records)


def question_of(kind: RecordKind, name: str, records: Records) -> Question:
    """Return the question for a field of a record, with the choices that the plan and its words give."""
    shape = fields_of(kind.record)[name]
    leaf = _leaf_of(shape.kind)
    marker = leaf.marker if leaf else None
    choices: list[Choice] = []
    if isinstance(marker, Vocabulary):
        choices = [Choice(word.slug, word.label) for word in marker]
        choices.extend(Choice(word, label) for word, label in own_words(marker, records).items())
    elif isinstance(marker, Refers):
        choices = [Choice(key, title) for key, title in records.titles(marker.nouns).items()]
    about = kind.record.model_fields[name].description or ""
    words = f"{kind.words}: {name.replace('_', ' ')}"
    return Question(
        words[:1].upper() + words[1:],
        help=f"{about} {_allowed(shape.kind)}".strip(),
        choices=tuple(choices),
        required=shape.required,
        several=isinstance(shape.kind, Listing),
        open_to_others=isinstance(marker, Vocabulary),
        read=lambda text: data_of(shape.kind, [text], name),
    )


def answers_to(questions: Iterable[tuple[str, Question]]) -> dict[str, tuple[str, ...]]:
    """Ask questions one by one; return the answers as texts for fields, without what was left open."""
    answers: dict[str, tuple[str, ...]] = {}
    for name, question in questions:
        text = asked(question)
        if text:
            answers[name] = (text,)
    return answers


def own_words(vocabulary: Vocabulary, records: Records) -> dict[str, str]:
    """Return the words that the plan itself adds to a vocabulary, with their labels."""
    if not vocabulary.extended_by:
        return {}
    trace = records.tracer.by_address(Address(("vocabulary", vocabulary.extended_by)))
    items = getattr(trace.node, "items", []) if not trace.missing else []
    return {
        text_of(item.value("id")): text_of(item.value("label")) for item in items if hasattr(item, "value")
    }


def _begins_flags(word: str) -> bool:
    return _FLAG.match(word) is not None or word in _HELP


def _has_made_id(kind: RecordKind) -> bool:
    return kind.identity == "id" and bool(kind.title())


def _is_flag(kind: Kind) -> bool:
    return isinstance(kind, Leaf) and isinstance(kind.marker, Reader) and kind.marker.python is bool


def _leaf_of(kind: Kind) -> Leaf | None:
    """Return the single value that a field is or lists, also where it stands for a record."""
    if isinstance(kind, Listing):
        return _leaf_of(kind.of)
    if isinstance(kind, Part):
        bare = bare_kind(kind.record)
        return _leaf_of(bare) if bare else None
    return kind if isinstance(kind, Leaf) else None


def _metavar(kind: Kind) -> str:
    """Return what stands for the value of a flag: `DATE`, `WORD,...`, `{KEY: VALUE}`."""
    if isinstance(kind, Listing):
        return f"{_metavar(kind.of)},..." if _leaf_of(kind) else f"[{_metavar(kind.of)}, ...]"
    if isinstance(kind, Table):
        return "{KEY: VALUE}"
    if isinstance(kind, Part):
        bare = bare_kind(kind.record)
        keys = [name for name in fields_of(kind.record) if name not in _LEFT_OUT]
        return _metavar(bare) if bare else f"{{{keys[0]}: ..., ...}}"
    marker = kind.marker
    if isinstance(marker, Vocabulary):
        return "WORD"
    if isinstance(marker, Refers):
        return " or ".join(f"{noun.upper().replace(' ', '-')}" for noun in marker.nouns)
    if isinstance(marker, Reader):
        what = marker.expected.partition(" such as ")[0].removeprefix("an ").removeprefix("a ")
        return "yes or no" if marker.python is bool else what.partition(" from ")[0].upper().replace(" ", "-")
    return "TEXT"


def _allowed(kind: Kind) -> str:
    """Return the words that a field takes, as a sentence; "" where it takes no words."""
    leaf = _leaf_of(kind)
    marker = leaf.marker if leaf else None
    if isinstance(marker, Vocabulary):
        more = ", or your own" if marker.extended_by or marker.families else ""
        return f"One of: {one_of([word.slug for word in marker], _MOST_WORDS)}{more}."
    if isinstance(marker, Reader) and " such as " in marker.expected:
        return f"Write {marker.expected}."
    if marker is Prose and isinstance(kind, Listing):
        return "Repeat the flag for each."
    return ""
