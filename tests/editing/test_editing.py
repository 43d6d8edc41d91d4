"""Edits of real plans: what was asked for changes, comments keep their owners, each can be undone."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from random import Random
from typing import Any, NamedTuple

import pytest
from builders import MAIN, OVERLAY, loaded, model_of, raw
from hypothesis import given, settings
from hypothesis import strategies as st

from coalitionkit.editing import NewErrorsError, revised
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
from coalitionkit.places import PLAN, Address, Place, Position, Span
from coalitionkit.source.changes import Change
from coalitionkit.source.files import PlanFiles, RawFile
from coalitionkit.source.reader import Reading
from coalitionkit.source.rewrite import rewritten
from coalitionkit.source.text import Text
from editing.sprinkling import data_of, held, owners_by_address, plan_files, texts_of

pytestmark = pytest.mark.long

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


def test_a_revision_names_the_bytes_before_and_after() -> None:
    files = small("\ufeff" + SMALL.replace("\n", "\r\n"))
    revision = revised(files, [Put(MEMBERS["ana"] / "name", "Ana María")])
    (file,) = revision.files
    assert (file.file, file.before) == (MAIN, files.main.data)
    assert file.after == (files.main.data or b"").replace(b"name: Ana\r", "name: Ana María\r".encode())
    assert revision.plan.main.data == file.after
    assert revision.loaded.coalition is not None
    assert revision.loaded.coalition.members[0].name == "Ana María"


def test_an_edit_that_changes_nothing_writes_nothing() -> None:
    assert revised(small(), [Put(MEMBERS["ana"] / "name", "Ana"), Order(MEMBERS)]).files == ()


def test_private_values_go_to_the_overlay() -> None:
    edit = Add(MEMBERS, {"id": "bea", "name": "Bea", "phone": "+1 555 0100", "group": "key-stakeholder"})
    texts = after(edit)
    assert "555" not in texts[MAIN]
    assert texts[OVERLAY].endswith("members:\n  - id: bea\n    phone: +1 555 0100\n")
    assert (
        "\n  - id: bea\n    name: Bea\n    group: key-stakeholder\n  # since May\n  - id: ben\n"
        in texts[MAIN]
    )


def test_a_private_value_in_the_open_is_moved() -> None:
    text = SMALL.replace("    name: Ana\n", "    name: Ana\n    phone: 555  # at home\n")
    texts = after(Conceal(MEMBERS["ana"] / "phone"), text=text)
    assert texts[MAIN] == SMALL
    assert texts[OVERLAY].endswith("members:\n  - id: ana\n    phone: 555\n")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_file_that_is_begun_has_the_line_ends_of_the_plan(newline: str) -> None:
    first = SMALL.replace("\n", newline)
    phones = [Put(MEMBERS[key] / "phone", f"555-010{number}") for number, key in enumerate(("ana", "ben"))]
    plan = small(first)._replace(fragments=(raw("coalition.d/partners.yaml", f"partners: []{newline}"),))
    edits = [*phones, Put(PLAN / "rhythm" / "norms", ["All of us.\nAnd you."])]
    found = texts_of(revised(plan, edits).plan)
    assert len(found) == 4
    for text in found.values():
        assert text.count("\n") == text.count(newline) > 0


@given(st.text("\ue000\ue001\ue00f:?a", min_size=1), st.booleans())
def test_signs_that_stand_in_for_others_are_edited_as_they_are(name: str, escaped: bool) -> None:  # noqa: FBT001
    beside = "x-links: {ask: Who speaks?, url: https://example.org/?a=1}"
    text = SMALL.replace("Forest City}", f"{json.dumps(name, ensure_ascii=escaped)}, {beside}}}")
    (changed,) = after(Put(MEMBERS["ana"] / "name", name), text=text).values()
    plan = model_of(loaded(changed))
    assert (str(plan.coalition.name), plan.members[0].name) == (name, name)
    before, _, rest = text.partition("name: Ana\n")
    assert changed.startswith(before)
    assert changed.endswith(rest)


def test_what_is_removed_goes_from_the_overlay_too() -> None:
    overlay = "# ours\n\nmembers:\n  - {id: ana, phone: 555}\n"
    assert after(Remove(MEMBERS["ana"]), overlay=overlay) == {
        MAIN: SMALL.replace("  - id: ana  # the chair\n    name: Ana\n    group: key-stakeholder\n", ""),
        OVERLAY: "# ours\n\nmembers: []\n",
    }


def test_new_errors_are_refused_and_old_ones_are_not() -> None:
    with pytest.raises(NewErrorsError, match="an error that it does not have now") as caught:
        after(Put(MEMBERS["ana"] / "group", "nobody"))
    assert [str(one.address) for one in caught.value.findings] == ["members[ana].group"]
    assert "nobody" in after(Put(MEMBERS["ana"] / "group", "nobody"), allow_errors=True)[MAIN]
    broken = SMALL.replace("group: key-stakeholder", "group: nobody", 1)
    assert "Bea" in after(Put(MEMBERS["ben"] / "name", "Bea"), text=broken)[MAIN]


def test_edits_follow_one_another() -> None:
    texts = after(
        Add(MEMBERS, {"id": "bea", "name": "Bea"}),
        Put(MEMBERS["bea"] / "group", "key-stakeholder"),
        RenameId(MEMBERS["bea"], "beatrice"),
        Put(MEMBERS["beatrice"] / "name", "Beatrice"),
        Put(MEMBERS["ben"] / "id", "benno"),
        Put(MEMBERS["benno"] / "name", "Benno"),
        Remove(MEMBERS["ana"]),
    )
    assert [item["name"] for item in data_of(texts[MAIN])["members"]] == ["Beatrice", "Benno"]
    with pytest.raises(UnknownRecordError, match="members\\[ben\\]"):
        after(Put(MEMBERS["ben"] / "id", "benno"), RenameKey(MEMBERS["ben"] / "name", "note"))


def test_comments_are_reworded_at_the_places_of_the_plan_as_it_was() -> None:
    def place(comment: str) -> Place:
        start = SMALL.index(comment)
        return Text(MAIN, SMALL).place(start, start + len(comment))

    texts = after(
        Remark(Address(("format",)), "one\ntwo\nthree"),
        Reword(place("# the chair"), "# chairs"),
        Reword(place("# since May"), ""),
        Reword(place("# Who is in."), "# Who"),
    )
    expected = (
        SMALL.replace("# the chair", "# chairs")
        .replace("  # since May\n", "")
        .replace("is in.", "")
        .replace("Who ", "Who")
    )
    assert texts[MAIN] == "# one\n# two\n# three\n" + expected


def test_many_edits_are_one_rewriting(monkeypatch: pytest.MonkeyPatch) -> None:
    text = SMALL + "".join(f"  - id: m{number}\n    name: Member {number}\n" for number in range(40))
    times = 0
    made = rewritten

    def counted(reading: Reading, changes: Iterable[Change]) -> Reading:
        nonlocal times
        times += 1
        return made(reading, changes)

    monkeypatch.setattr("coalitionkit.editing.desk.rewritten", counted)
    texts = after(*(Put(MEMBERS[f"m{number}"] / "note", "Told") for number in range(40)), text=text)
    assert texts[MAIN].count("note: Told") == 40
    assert times == 1


BAD_PLANS: Mapping[str, tuple[str | bytes, str]] = {
    "broken": ("format: 1\nmembers: [\n", "cannot be read to its end"),
    "no keys": ("- a\n", "holds no keys"),
    "an alias": ("members: &x []\npartners: *x\n", "cannot be read to its end"),
    "no text": (b"\xff\xfe", "cannot be read to its end"),
    "control": ("members:\n  - id: \x07\n", "cannot be read to its end"),
}


@pytest.mark.parametrize("name", BAD_PLANS)
def test_a_plan_that_cannot_be_read_is_not_written(name: str) -> None:
    text, words = BAD_PLANS[name]
    with pytest.raises(UneditableError, match=words):
        revised(PlanFiles(raw(MAIN, text)), [Put(MEMBERS["ana"] / "name", "Ana")], allow_errors=True)


def test_what_was_too_large_to_be_read_is_not_written() -> None:
    files = PlanFiles(RawFile(MAIN, None, 9_000_000))
    with pytest.raises(UneditableError, match="cannot be read to its end"):
        revised(files, [Put(MEMBERS["ana"] / "name", "Ana")], allow_errors=True)
    fragment = RawFile("coalition.d/members.yaml", None, 9_000_000)
    revision = revised(small()._replace(fragments=(fragment,)), [Put(MEMBERS["ana"] / "name", "Zoe")])
    assert [file.file for file in revision.files] == [MAIN]
    assert revision.plan.fragments == (fragment,)


def _nested(depth: int, *, keyed: bool) -> Data:
    value: Data = "x"
    for _ in range(depth):
        value = {"a": value} if keyed else [value]
    return value


VALUES: tuple[Data, ...] = (
    "a\x07b",
    "\0",
    "a\ud800b",
    "x" * 10_000_000,
    _nested(70, keyed=True),
    _nested(2_000, keyed=False),
    {"a\x07": "b"},
    {"": None},
    {"id": 'a]b[c"', "name": "n"},
    "a\u2028b\x85c",
    "\ue000\ue001\ue002\ue003",
    "---",
    "\ufeff",
    [],
    {},
    None,
)
ADDRESSES = (
    PLAN,
    MEMBERS,
    MEMBERS["ana"],
    MEMBERS["ana"] / "name",
    MEMBERS["nobody"] / "name",
    MEMBERS[99],
    MEMBERS[-1],
    MEMBERS["a]b"] / "c",
    MEMBERS["ana"] / "phone",
    Address(("nokey", "a\x07")),
    Address((0,)),
    Address(("focus", "north_star", "en")),
    Address(("vocabulary",)),
)
PLANS = (
    SMALL,
    *(text for text, _ in BAD_PLANS.values()),
    "",
    "# c\n",
    "members: {a: b}\npartners: x\nroles:\n  - x\n  - {id: [a]}\n",
)


def _edits(at: Address) -> Iterator[Edit]:
    for value in VALUES:
        yield Put(at, value)
        yield Add(at, value)
    yield from (Remove(at), Conceal(at), Order(at), RenameKey(at, "x"), RenameKey(at, "a\x07"))
    yield from (RenameId(at, name) for name in ("new", "", "a\x07", "a]b"))
    yield from (Remark(at, text, beside=True) for text in ("", "x", "a\x07", "\ud800", "a\x85b\rc"))
    for line in (-1, 0, 1, 3, 999):
        place = Place(MAIN, Span(Position(line, 1), Position(line, 2)))
        yield from (Reword(place, text) for text in ("", "x", "# a\nb: c", "# \x07"))
    yield Reword(Place("other.yaml", Span(Position(1, 1), Position(1, 2))), "# x")


@pytest.mark.parametrize("at", ADDRESSES, ids=str)
def test_whatever_is_asked_for_is_done_or_refused_in_words(at: Address) -> None:
    for text in PLANS:
        for edit in _edits(at):
            try:
                revision = revised(PlanFiles(raw(MAIN, text)), [edit], allow_errors=True)
            except CoalitionError as error:
                told = error.message
            else:
                told = "done" if all(file.after is not None for file in revision.files) else "gone"
            assert told[:1].islower() or told[:1] == "'", edit


@settings(max_examples=MANY)
@given(st.integers(0, 2**64))
def test_what_is_asked_for_changes_and_comments_keep_their_owners(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - edits by chance
    files = sprinkled("county-backbone", 1) if chance.random() < 0.05 else sprinkled("first-week", seed % 20)
    assert_edited(files, chosen(chance, files))


def assert_edited(files: PlanFiles, one: Chosen) -> None:
    """Assert that an edit did what it should and nothing else."""
    before = texts_of(files)
    try:
        revision = revised(files, [one.edit], allow_errors=True)
    except UneditableError as error:
        if "may mean more than one record" not in error.message:
            raise
        return
    new = texts_of(revision.plan)
    for file in revision.files:
        assert (file.before or b"").decode() == before.get(file.file, "")
        assert (file.after or b"").decode() == new[file.file]
        _assert_as_asked(before.get(file.file, ""), new[file.file], one)
    for name in set(before) - {file.file for file in revision.files}:
        assert new[name] == before[name]


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
    return re.sub(rf'(?<=[\[".]){re.escape(old)}(?=[\]".]|$)', new, text)


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
