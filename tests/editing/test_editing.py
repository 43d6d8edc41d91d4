"""Edits of real plans: what was asked for changes, every comment keeps its owner, and each edit can be undone."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest
from builders import MAIN, OVERLAY, raw
from editing.sprinkling import data_of, held, owners_by_address, plan_files, texts_of
from hypothesis import given, settings
from hypothesis import strategies as st

from coalitionkit.editing import NewErrorsError, Revision, revised
from coalitionkit.edits import (
    Add,
    Conceal,
    Data,
    Edit,
    Order,
    Put,
    Remark,
    Remove,
    RenameId,
    RenameKey,
    Reword,
)
from coalitionkit.errors import CoalitionError, UneditableError, UnknownRecordError
from coalitionkit.places import PLAN, Address, Place, Span
from coalitionkit.source.files import PlanFiles
from coalitionkit.source.text import Text
from coalitionkit.workspace import read_plan, write_revision, find_plans

MANY = max(150, settings().max_examples)
MEMBERS = Address(("members",))
SMALL = """\
format: 1
coalition: {id: forest-city, name: Forest City}
# Who is in.
members:
  - id: ana  # the chair
    name: Ana
    group: key-stakeholder
  # since May
  - id: ben
    name: Ben
    group: key-stakeholder
"""


def small(text: str = SMALL, overlay: str | None = None) -> PlanFiles:
    return PlanFiles(raw(MAIN, text), (), None if overlay is None else raw(OVERLAY, overlay))


def after(
    *edits: Edit, text: str = SMALL, overlay: str | None = None, allow_errors: bool = False
) -> dict[str, str]:
    return texts_of(revised(small(text, overlay), edits, allow_errors=allow_errors).plan)


class Chosen(NamedTuple):
    """An edit by chance, and below which addresses values may change, or are to go."""

    edit: Edit
    changes: tuple[str, ...] = ()
    removes: str = "-"
    renames: tuple[str, str] = ("", "")


@cache
def sprinkled(name: str, number: int) -> PlanFiles:
    return plan_files(name, Random(number))  # noqa: S311 - comments by chance


def chosen(chance: Random, files: PlanFiles) -> Chosen:
    """Return an edit that can be made."""
    while True:
        data = {key: value for text in texts_of(files).values() for key, value in data_of(text).items()}
        section = chance.choice([key for key, value in data.items() if _has_ids(value)])
        item = chance.choice(data[section])
        at = Address((section,))[item["id"]]
        kind = chance.choice(
            [_put, _put, _put_private, _add, _add, _remove, _remove_item, _rename, _order, _remark, _reword]
        )
        made = kind(chance, at, item, files)
        if made is not None:
            return made


def _has_ids(value: object) -> bool:
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(one, dict) and "id" in one for one in value)
    )


TEXTS = ("Short", "A colon: here", "Long words " * 15 + "end", "Two\nlines", "0042", "yes")


def _put(chance: Random, at: Address, item: Mapping[str, Any], _files: PlanFiles) -> Chosen:
    keys = ["note", *(key for key in ("name", "title", "what") if isinstance(item.get(key), str))]
    where = at / chance.choice(keys)
    return Chosen(Put(where, chance.choice(TEXTS)), (f".{where}",))


def _put_private(chance: Random, at: Address, _item: Mapping[str, Any], _files: PlanFiles) -> Chosen | None:
    if at.steps[0] not in {"members", "partners"}:
        return None
    where = at / chance.choice(["phone", "personal_email"])
    return Chosen(Put(where, "ana@example.org"), (f".{at}",))


def _add(chance: Random, at: Address, _item: Mapping[str, Any], _files: PlanFiles) -> Chosen:
    name = chance.choice("abcdefghijklmnopqrstuvwxyz") + f"-new-{chance.randint(1, 999)}"
    to = Address(at.steps[:1])
    item: dict[str, Data] = {"id": name, "name": "A new one", "note": chance.choice(TEXTS)}
    if chance.random() < 0.3 and at.steps[0] in {"members", "partners"}:
        item["phone"] = "+1 555 0100"
    return Chosen(Add(to, item), (f".{to[name]}",))


def _remove(chance: Random, at: Address, item: Mapping[str, Any], _files: PlanFiles) -> Chosen:
    where = at / chance.choice([key for key in item if key != "id"] or ["id"])
    return Chosen(Remove(where), (f".{where}", f".{at}"), f".{where}")


def _remove_item(_chance: Random, at: Address, _item: Mapping[str, Any], _files: PlanFiles) -> Chosen:
    return Chosen(Remove(at), (f".{at}", f".{at.steps[0]}"), f".{at}")


def _rename(_chance: Random, at: Address, item: Mapping[str, Any], _files: PlanFiles) -> Chosen:
    return Chosen(RenameId(at, "renamed-one"), (), "-", (item["id"], "renamed-one"))


def _order(_chance: Random, at: Address, _item: Mapping[str, Any], _files: PlanFiles) -> Chosen:
    return Chosen(Order(Address(at.steps[:1])))


def _remark(chance: Random, at: Address, item: Mapping[str, Any], _files: PlanFiles) -> Chosen:
    where = at / chance.choice(list(item)) if chance.random() < 0.7 else at
    return Chosen(Remark(where, chance.choice(["told", "two\nlines"]), chance.random() < 0.5))


def _reword(chance: Random, _at: Address, _item: Mapping[str, Any], files: PlanFiles) -> Chosen | None:
    file, text = chance.choice(list(texts_of(files).items()))
    found = list(re.finditer(r"#c\d+", text))
    if not found:
        return None
    match = chance.choice(found)
    place = Text(file, text).place(match.start(), match.end())
    return Chosen(Reword(place, chance.choice([f"{match[0]} reworded", ""])))


@settings(max_examples=MANY)
@given(st.integers(0, 2**64))
def test_what_is_asked_for_changes_and_comments_keep_their_owners(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - edits by chance
    files = sprinkled("county-backbone", 1) if chance.random() < 0.05 else sprinkled("first-week", seed % 20)
    assert_edited(files, chosen(chance, files))


def assert_edited(files: PlanFiles, one: Chosen) -> Revision:
    """Assert that an edit did what it should and nothing else."""
    before = texts_of(files)
    try:
        revision = revised(files, [one.edit], allow_errors=True)
    except UneditableError as error:
        assert "may mean more than one record" in error.message, one.edit
        return Revision((), files, None)  # type: ignore[arg-type]
    new = texts_of(revision.plan)
    for file in revision.files:
        assert (file.before or b"").decode() == before.get(file.file, "")
        assert (file.after or b"").decode() == new[file.file]
        _assert_as_asked(before.get(file.file, ""), new[file.file], one)
    for name in set(before) - {file.file for file in revision.files}:
        assert new[name] == before[name]
    return revision


def _assert_as_asked(before: str, new: str, one: Chosen) -> None:
    told = f"{one.edit}"
    old_values, new_values = _values(before, one.renames), _values(new, one.renames)
    differing = {at for at in {*old_values, *new_values} if old_values.get(at) != new_values.get(at)}
    allowed = tuple(one.changes)
    strays = [at for at in differing if not at.startswith(allowed)] if allowed else sorted(differing)
    assert not strays, f"{told}: {strays}"
    if not before:
        return
    now = owners_by_address(new)
    reworded = ""
    if isinstance(one.edit, Reword):
        begin, _ = one.edit.place.span
        reworded = Text("", before).line(begin.line)[begin.column - 1 :]
    for comment, names in owners_by_address(before).items():
        renamed = {_renamed(name, one.renames) for name in names}
        if one.removes != "-" and any(name.startswith(one.removes) for name in names):
            continue
        if comment not in now:
            assert comment == reworded, f"{told}: {comment} is lost"
            continue
        assert {_renamed(name, one.renames) for name in now[comment]} & renamed, (
            f"{told}: {comment} of {names} is now of {now[comment]}\n{before}\n=>\n{new}"
        )


def _values(text: str, renames: tuple[str, str]) -> dict[str, str]:
    if not text:
        return {}
    return {_renamed(at, renames): _renamed(value, renames) for at, value in held(text).items()}


def _renamed(text: str, renames: tuple[str, str]) -> str:
    old, new = renames
    if not old:
        return text
    return re.sub(rf'(?<=[\["]){re.escape(old)}(?=[\]"])', new, text)


@settings(max_examples=MANY)
@given(st.integers(0, 2**64))
def test_what_is_added_and_removed_or_put_and_put_back_leaves_every_byte(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - edits by chance
    files = sprinkled("first-week", seed % 20)
    one = chosen(chance, files)
    while (
        not isinstance(one.edit, Add | Put)
        or ".phone" in str(one)
        or "'phone'" in str(one)
        or "personal" in str(one)
    ):
        one = chosen(chance, files)
    there = revised(files, [one.edit], allow_errors=True).plan
    assert texts_of(revised(there, [_undoing(one.edit, files)], allow_errors=True).plan) == texts_of(files)


def _undoing(edit: Edit, files: PlanFiles) -> Edit:
    if isinstance(edit, Add):
        assert isinstance(edit.item, Mapping)
        return Remove(edit.to[str(edit.item["id"])])
    assert isinstance(edit, Put)
    values = {key: value for text in texts_of(files).values() for key, value in held(text).items()}
    old = values.get(f".{edit.at}")
    return Remove(edit.at) if old is None else Put(edit.at, json.loads(old))
