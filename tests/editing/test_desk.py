"""The files of a plan while they are edited: what stands where, and what they are in the end."""

import pytest

from coalitionkit.editing import desk as desk_module
from coalitionkit.editing.desk import Desk
from coalitionkit.errors import UneditableError
from coalitionkit.places import PLAN, Address
from coalitionkit.source.changes import Change, Delete, InsertEntry, InsertItem, Replace, plain
from coalitionkit.source.files import PlanFiles, RawFile
from coalitionkit.source.reader import Reading, read
from coalitionkit.source.rewrite import rewritten
from coalitionkit.source.text import Text
from coalitionkit.source.tree import SequenceNode
from editing.plans import BEGINNING, files

MAIN, OVERLAY = "coalition.yaml", "coalition.private.yaml"
FRAGMENT, MORE = "coalition.d/members.yaml", "coalition.d/working-groups.yaml"
MEMBERS = Address(("members",))
ITEMS = "members:\n  - id: ana\n    name: Ana\n  - id: zoe\n    name: Zoe\n"


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count how many changes are made at once, each time that a file is read again."""
    made: list[int] = []

    def counted(reading: Reading, changes: list[Change]) -> Reading:
        made.append(len(changes))
        return rewritten(reading, changes)

    monkeypatch.setattr(desk_module, "rewritten", counted)
    return made


def revised_names(desk: Desk) -> list[tuple[str, bool]]:
    return [(one.file, one.before is None) for one in desk.revised()]


@pytest.mark.parametrize(
    ("address", "path", "rest"),
    [
        (MEMBERS["zoe"] / "name", ("members", 1, "name"), ()),
        (MEMBERS["zoe"] / "note", ("members", 1), ("note",)),
        (MEMBERS["kim"] / "name", ("members",), ("kim", "name")),
        (Address(("roles", "x")), (), ("roles", "x")),
        (MEMBERS[1], ("members", 1), ()),
        (MEMBERS[2], ("members",), (2,)),
        (PLAN, (), ()),
    ],
)
def test_an_address_leads_as_far_as_there_is_anything(
    address: Address, path: tuple[object, ...], rest: tuple[object, ...]
) -> None:
    spot = Desk(files(BEGINNING + ITEMS)).spot(MAIN, address)
    assert (spot.file, spot.path, spot.rest) == (MAIN, path, rest)
    assert not spot.trace.missing


def test_items_without_ids_are_counted_over_all_committed_files() -> None:
    lists = {"a": "lists:\n  - a\n  - b\n", "c": "lists: [d]\n"}
    desk = Desk(files(BEGINNING + "lists: [x]\n", overlay="lists: [p]\n", **lists))
    found = {
        (file, index): desk.spot(file, Address(("lists",))[index])
        for file in desk.names
        for index in range(5)
    }
    assert {at: plain(spot.trace.node) for at, spot in found.items() if not spot.rest} == {
        (MAIN, 0): "x",
        ("coalition.d/a.yaml", 1): "a",
        ("coalition.d/a.yaml", 2): "b",
        ("coalition.d/c.yaml", 3): "d",
        (OVERLAY, 0): "p",
    }


def test_a_new_item_is_found_and_counted_before_it_is_written(readings: list[int]) -> None:
    desk = Desk(files(BEGINNING + "lists: [x]\n" + ITEMS, more="lists: [y]\n"))
    desk.change(MAIN, InsertItem(("members",), 1, {"id": "kim", "name": "Kim"}))
    (spot,) = [desk.spot(MAIN, MEMBERS, items=False)]
    assert isinstance(spot.trace.node, SequenceNode)
    assert list(desk.words(spot, "id")) == ["ana", "kim", "zoe"]
    assert desk.spot(MAIN, MEMBERS["nobody"]).rest == ("nobody",)
    assert readings == []
    assert desk.spot(MAIN, MEMBERS["kim"] / "name").path == ("members", 1, "name")
    assert plain(desk.spot(MAIN, MEMBERS["zoe"] / "name").trace.node) == "Zoe"
    assert readings == [1]
    desk.change(MAIN, InsertItem(("members",), 0, {"id": "abe"}))
    assert len(desk.spot(MAIN, MEMBERS).trace.node.text.content) > len(BEGINNING)
    assert readings == [1, 1]
    desk.change(MAIN, InsertItem(("lists",), 0, "w"))
    assert desk.spot("coalition.d/more.yaml", Address(("lists",))[2]).path == ("lists", 0)
    assert desk.spot("coalition.d/more.yaml", Address(("lists",))[1]).rest == (1,)


def test_changes_wait_until_someone_looks_at_what_they_are_about(readings: list[int]) -> None:
    desk = Desk(files(BEGINNING + ITEMS))
    desk.change(MAIN, Replace(("members", 0, "name"), "Anna"), Replace(("members", 1, "name"), "Zora"))
    assert plain(desk.spot(MAIN, Address(("coalition", "name"))).trace.node) == "Lakes"
    assert readings == []
    assert plain(desk.spot(MAIN, MEMBERS["zoe"] / "name").trace.node) == "Zora"
    assert readings == [2]
    assert "name: Anna\n" in desk.text(MAIN).content
    desk.change(MAIN, Delete(("members", 0)))
    desk.change(MAIN, Delete(("members", 0)))
    assert desk.text(MAIN).content == BEGINNING + "members: []\n"


def test_an_id_that_is_to_change_is_looked_at_afresh() -> None:
    for name, path in (("ana", ("members",)), ("anna", ("members", 0, "name"))):
        desk = Desk(files(BEGINNING + ITEMS))
        desk.change(MAIN, Replace(("members", 0, "id"), "anna"))
        assert desk.spot(MAIN, MEMBERS[name] / "name").path == path


def test_what_was_made_elsewhere_takes_the_place_of_what_waits() -> None:
    desk = Desk(files(BEGINNING + ITEMS))
    desk.change(MAIN, Replace(("members", 0, "name"), "Anna"))
    desk.take(MAIN, read(Text(MAIN, BEGINNING)))
    assert desk.spot(MAIN, MEMBERS).rest == ("members",)
    assert [one.after for one in desk.revised()] == [BEGINNING.encode()]
    desk = Desk(files(BEGINNING, members=ITEMS))
    desk.take(FRAGMENT, read(Text(FRAGMENT, "members: []\n")))
    assert revised_names(desk) == [(FRAGMENT, False)]


def test_files_that_are_known_are_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = files(BEGINNING, members=ITEMS)
    known = {raw.file: read(Text(raw.file, (raw.data or b"").decode())) for raw in plan.fragments}
    asked = []

    def noted(raw: RawFile) -> Reading:
        asked.append(raw.file)
        return read(Text(raw.file, BEGINNING))

    monkeypatch.setattr(desk_module, "reading_of", noted)
    desk = Desk(plan, known)
    assert asked == [MAIN]
    assert desk.root(FRAGMENT) is known[FRAGMENT].root


def test_an_overlay_is_begun_once_and_written_first() -> None:
    desk = Desk(files(BEGINNING.replace("\n", "\r\n")))
    assert desk.overlay is None
    assert {desk.new_overlay(), desk.new_overlay()} == {OVERLAY} == {desk.overlay}
    assert revised_names(desk) == []
    desk.change(MAIN, Replace(("coalition", "name"), "Rivers"))
    desk.change(OVERLAY, InsertEntry((), "members", [{"id": "ana", "phone": "5"}]))
    assert desk.new_overlay() == OVERLAY
    first, second = desk.revised()
    assert (first.file, first.before, second.file) == (OVERLAY, None, MAIN)
    head = (first.after or b"").decode()
    assert f"laid over {MAIN} by id" in head
    assert head.count("\n") == head.count("\r\n") == 5
    assert desk.committed() == [MAIN]
    assert (desk.files().overlay or desk.files().main).file == OVERLAY


def test_an_overlay_elsewhere_stays_there() -> None:
    plan = files(BEGINNING, overlay="members: [{id: ana, phone: 5}]\n")
    assert plan.overlay is not None
    desk = Desk(plan._replace(overlay=plan.overlay._replace(file="P:/ours.yaml")))
    assert desk.new_overlay() == desk.overlay == "P:/ours.yaml"
    assert revised_names(desk) == []


def test_a_new_section_goes_where_the_plan_keeps_sections() -> None:
    assert Desk(files(BEGINNING)).home_of("members") == MAIN
    desk = Desk(files(BEGINNING, partners="partners: []\n"))
    assert desk.home_of("working_groups") == MORE
    assert desk.spot(MORE, Address(("working_groups",))).rest == ("working_groups",)
    desk.change(MORE, InsertEntry((), "working_groups", [{"id": "fees"}]))
    assert desk.home_of("working_groups") == MORE
    assert plain(desk.root(MORE)) == {"working_groups": [{"id": "fees"}]}
    assert [one.file for one in desk.files().fragments] == [
        "coalition.d/partners.yaml",
        MORE,
    ]
    assert desk.assembled().root is not None


def test_only_files_that_differ_are_revised_and_marks_stay() -> None:
    plan = files(b"\xef\xbb\xbf" + BEGINNING.encode(), members=ITEMS)
    desk = Desk(plan)
    desk.change(MAIN, Replace(("coalition", "name"), "Rivers"))
    desk.change(FRAGMENT, Replace(("members", 0, "name"), "Anna"))
    desk.change(FRAGMENT, Replace(("members", 0, "name"), "Ana"))
    (one,) = desk.revised()
    assert (one.file, one.before) == (MAIN, plan.main.data)
    assert one.after == b"\xef\xbb\xbf" + BEGINNING.replace("name: Lakes", "name: Rivers").encode()
    assert desk.files() == PlanFiles(
        plan.main._replace(data=one.after, size=len(one.after)), plan.fragments, None
    )
    assert desk.readings(first=True)[MAIN].text.content == BEGINNING
    assert desk.readings()[MAIN].text.content != BEGINNING


def test_a_file_without_keys_is_refused_in_words() -> None:
    desk = Desk(files(BEGINNING, members="- id: ana\n"))
    with pytest.raises(UneditableError, match=f"'{FRAGMENT}' holds no keys"):
        desk.spot(FRAGMENT, MEMBERS)
