"""A record gets another id, and everything that refers to it follows."""

import pytest

from coalitionkit.editing.desk import Desk
from coalitionkit.editing.renaming import rename_id
from coalitionkit.edits import RenameId
from coalitionkit.errors import UneditableError, UnknownRecordError
from coalitionkit.places import Address
from coalitionkit.source.changes import InsertItem
from editing.plans import BEGINNING, files, texts

MEMBERS = Address(("members",))
MAIN, MORE, OVERLAY = "coalition.yaml", "coalition.d/more.yaml", "coalition.private.yaml"


def renamed(at: Address, new: str, main: str, overlay: str | None = None, **fragments: str) -> dict[str, str]:
    desk = Desk(files(BEGINNING + main, overlay, **fragments))
    rename_id(desk, RenameId(at, new))
    return {file: text.removeprefix(BEGINNING) for file, text in texts(desk.files()).items()}


def test_all_files_follow_and_only_where_the_record_is_meant() -> None:
    main = "members:\n  - id: ana  # ana\n    name: ana\n    note: ana\n"
    more = "roles: [{id: ana, held_by: [ana, {member: 'ana'}, ben]}]  # ana\n"
    overlay = "members: [{id: ana, phone: ana}]\n"
    assert renamed(MEMBERS["ana"], "bo", main, overlay, more=more) == {
        MAIN: main.replace("id: ana ", "id: bo "),
        MORE: "roles: [{id: ana, held_by: [bo, {member: 'bo'}, ben]}]  # ana\n",
        OVERLAY: "members: [{id: bo, phone: ana}]\n",
    }


def test_keys_that_are_ids_follow() -> None:
    main = (
        "members: [{id: ana}]\n"
        "decisions:\n  - id: pay\n    votes:\n      'ana': ana  # for ana\n      ben: ana\n"
    )
    assert renamed(MEMBERS["ana"], "bo", main)[MAIN] == (
        main.replace("{id: ana", "{id: bo").replace("'ana':", "'bo':")
    )


def test_words_of_the_plan_are_no_records() -> None:
    main = (
        "vocabulary: {populations: [{id: mam, label: mam}], assets: [{id: mam, label: Van}]}\n"
        "focus: {populations: [mam, renters]}\npartners: [{id: mam, serves: [mam], assets: [mam]}]\n"
    )
    word = Address(("vocabulary", "populations"))["mam"]
    assert renamed(word, "maya", main)[MAIN] == (
        "vocabulary: {populations: [{id: maya, label: mam}], assets: [{id: mam, label: Van}]}\n"
        "focus: {populations: [maya, renters]}\npartners: [{id: mam, serves: [maya], assets: [mam]}]\n"
    )


BOTH = (
    "members: [{id: ana, partner: ana}]\npartners: [{id: ana}]\n"
    "commitments:\n  - id: room\n    promised_by: ana\n"
)


def test_a_reference_that_could_mean_two_records_is_left_to_a_person() -> None:
    desk = Desk(files(BEGINNING + BOTH))
    with pytest.raises(UneditableError, match=r"'ana' on line 7 of coalition\.yaml may mean more than one"):
        rename_id(desk, RenameId(MEMBERS["ana"], "bo"))
    assert list(desk.revised()) == []
    plain = BOTH.partition("commitments")[0]
    assert renamed(MEMBERS["ana"], "bo", plain)[MAIN] == plain.replace("{id: ana, p", "{id: bo, p")
    assert renamed(Address(("partners",))["ana"], "bo", plain)[MAIN] == (
        "members: [{id: ana, partner: bo}]\npartners: [{id: bo}]\n"
    )


def test_a_reference_to_one_of_two_kinds_follows_where_only_one_has_the_id() -> None:
    main = BOTH.replace("partners: [{id: ana}]", "partners: [{id: trust}]").replace(", partner: ana", "")
    assert renamed(MEMBERS["ana"], "bo", main)[MAIN] == main.replace("ana", "bo")


def test_one_that_waits_to_be_written_is_renamed_too() -> None:
    desk = Desk(files(BEGINNING + "members: [{id: ana}]\n"))
    desk.change(MAIN, InsertItem(("members",), 1, {"id": "kim"}))
    rename_id(desk, RenameId(MEMBERS["kim"], "lee"))
    assert texts(desk.files())[MAIN] == BEGINNING + "members: [{id: ana}, {id: lee}]\n"


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (Address(()), "is no record with an id"),
        (MEMBERS, "'members' is no record with an id"),
        (MEMBERS[0], r"'members\[0\]' is no record with an id"),
        (MEMBERS["kim"], r"there is no 'members\[kim\]' in the plan"),
        (Address(("vocabulary", "populations"))["kim"], "there is no 'vocabulary"),
    ],
)
def test_what_has_no_id_is_not_renamed(at: Address, words: str) -> None:
    with pytest.raises(UnknownRecordError, match=words):
        renamed(at, "bo", "members: [{id: ana}]\n")
