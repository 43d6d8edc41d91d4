"""What a person wants of a record becomes edits."""

import pytest
from builders import MEMBERS, loaded, whole

from coalitionkit.editing.composing import changes, new_record, proposed_id, renamed
from coalitionkit.edits import Add, Put, Remove, RenameId
from coalitionkit.errors import ConfigurationError, UnknownRecordError, WouldOverwriteError
from coalitionkit.loading.records import Records
from coalitionkit.model.kinds import kinds_named
from coalitionkit.places import PLAN, Address

MEMBER = kinds_named("member")[0]
AT = (PLAN / "members")["ana-lopez"]


@pytest.fixture(name="records")
def _records() -> Records:
    return Records(loaded(whole(MEMBERS)))


def test_a_new_record_has_its_keys_in_the_order_of_the_format(records: Records) -> None:
    values = {("note",): "N", ("group",): "key-stakeholder", ("compensation", "per"): "day", ("name",): "Zoe"}
    edit = new_record(records, MEMBER, {**values, ("id",): "zoe"})
    assert isinstance(edit, Add)
    assert str(edit.to) == "members"
    assert isinstance(edit.item, dict)
    assert list(edit.item) == ["id", "name", "group", "compensation", "note"]
    assert edit.item["compensation"] == {"per": "day"}


def test_a_record_that_says_one_thing_is_written_in_short(records: Records) -> None:
    (holder,) = kinds_named("holder")
    owner = (PLAN / "roles")["lead"]
    edit = new_record(records, holder, {("member",): "ana-lopez"}, owner=owner)
    assert edit == Add(owner / "held_by", "ana-lopez")
    (practice,) = kinds_named("practice")
    edit = new_record(records, practice, {("text",): "T"}, key="conflict-and-turf")
    assert edit == Put(PLAN / "practices" / "conflict-and-turf", "T")


def test_what_is_needed_and_what_is_there_already_is_refused(records: Records) -> None:
    with pytest.raises(ConfigurationError, match="a member needs --name"):
        new_record(records, MEMBER, {("id",): "zoe"})
    with pytest.raises(WouldOverwriteError, match="there is a member 'ana-lopez' already"):
        new_record(records, MEMBER, {("id",): "ana-lopez", ("name",): "Ana"})


@pytest.mark.parametrize(
    ("kind", "values", "proposed"),
    [
        ("member", {("name",): "Ana López"}, "ana-lopez"),
        ("metric", {("name",): {"en": "Debt", "es": "Deuda"}}, "debt"),
        ("meeting", {("date",): "2026-10-05"}, "2026-10-05"),
        (
            "decision",
            {("question",): "Shall we spend what is left of the grant on rides?"},
            "shall-we-spend-what-is-left-of-the-grant",
        ),
        ("decision", {("question",): "x" * 60}, "x" * 40),
        ("member", {("name",): "李"}, ""),
    ],
)
def test_an_id_is_proposed(kind: str, values: dict[tuple[str, ...], str], proposed: str) -> None:
    assert proposed_id(kinds_named(kind)[0], values) == proposed


def test_changes_are_written_and_left_out(records: Records) -> None:
    target = records.target(["ana-lopez"])
    assert changes(records, target, {("group",): "x"}, [("name",)]) == [
        Put(AT / "group", "x"),
        Remove(AT / "name"),
    ]
    with pytest.raises(UnknownRecordError, match=r"there is no members\[ana-lopez\].proxy to leave out"):
        changes(records, target, {}, [("proxy",)])
    with pytest.raises(ConfigurationError, match="an id is changed together with everything"):
        changes(records, target, {("id",): "ana"}, ())


def test_a_former_id_is_kept_unless_it_is_to_be_forgotten(records: Records) -> None:
    one = records.named("member", "ana-lopez")
    new = Address((*AT.steps[:1], AT.steps[1]))
    assert renamed(records, one, "ana", forget=True) == [RenameId(new, "ana")]
    assert renamed(records, one, "ana", forget=False) == [
        RenameId(new, "ana"),
        Add((PLAN / "members")["ana"] / "former_ids", "ana-lopez"),
    ]
