"""Each edit becomes changes of the files that it concerns."""

import pytest

from coalitionkit.editing.desk import Desk
from coalitionkit.editing.translation import made
from coalitionkit.edits import (
    Add,
    Bare,
    Conceal,
    Data,
    Edit,
    Order,
    Put,
    Remark,
    Remove,
    RenameKey,
    Reword,
)
from coalitionkit.errors import CoalitionError, UneditableError, UnknownRecordError
from coalitionkit.places import PLAN, Address, Place, Position, Span
from editing.plans import BEGINNING, files, texts

MAIN, OVERLAY, MORE = "coalition.yaml", "coalition.private.yaml", "coalition.d/more.yaml"
MEMBERS = Address(("members",))
ROLE = Address(("roles",))["lead"]
HELD = ROLE / "held_by"
STAR = Address(("focus", "north_star"))
ANA = "members: [{id: ana, name: Ana}]\n"
LEE = "members: [{id: lee}]\n"
NONE = "members: []\n"
KIM: Data = {"id": "kim", "name": "Kim"}


def after(*edits: Edit, main: str = "", overlay: str | None = None, **fragments: str) -> dict[str, str]:
    """Return the files that edits make of a plan, without their beginnings."""
    desk = Desk(files(BEGINNING + main, overlay, **fragments))
    for edit in edits:
        made(desk, edit)
    found = {file: text.removeprefix(BEGINNING) for file, text in texts(desk.files()).items()}
    head, members, rest = found.get(OVERLAY, "").partition("members:")
    return found | ({OVERLAY: members + rest} if head.startswith("#") else {})


@pytest.mark.parametrize(
    ("main", "edit", "expected"),
    [
        ("", Put(STAR, "Homes"), "focus: {north_star: Homes}\n"),
        ("roles:\n", Put(ROLE / "name", "Lead"), "roles:\n  - {id: lead, name: Lead}\n"),
        ("roles: []\n", Put(ROLE / "name", "Lead"), "roles:\n  - {id: lead, name: Lead}\n"),
        ("roles: [{id: z}]\n", Put(ROLE / "name", "Lead"), "roles: [{id: lead, name: Lead}, {id: z}]\n"),
        ("focus: ~\n", Put(STAR, "Homes"), "focus: {north_star: Homes}\n"),
        ("focus: {goals: []}\n", Put(STAR, "Homes"), "focus: {north_star: Homes, goals: []}\n"),
    ],
)
def test_what_is_missing_above_a_value_is_made(main: str, edit: Edit, expected: str) -> None:
    assert after(edit, main=main)[MAIN] == expected


@pytest.mark.parametrize(
    ("index", "long"), [(0, "{member: ana, since: 2026}"), (1, '{member: "7", since: 2026}')]
)
def test_a_value_in_short_makes_room_for_more(index: int, long: str) -> None:
    main = "roles:\n  - id: lead\n    held_by: [ana, '7']  # both\n"
    new = after(Put(HELD[index] / "since", Bare("2026")), main=main)[MAIN]
    assert new == main.replace(("ana", "'7'")[index], long)


@pytest.mark.parametrize(("languages", "first"), [(None, "en"), ([], "en"), (["es", "en"], "es")])
def test_words_in_one_language_make_room_for_another(languages: Data, first: str) -> None:
    known = [] if languages is None else [Put(Address(("coalition", "languages")), languages)]
    new = after(*known, Put(STAR / "pt", "Casas"), main="focus: {north_star: Homes}  # ours\n")[MAIN]
    assert new.endswith(f"focus: {{north_star: {{{first}: Homes, pt: Casas}}}}  # ours\n")


def test_only_what_differs_of_a_record_is_written() -> None:
    main = "members:\n  - id: ana  # a\n    name: 'Ana' # b\n    group: x\n"
    put = Put(MEMBERS["ana"], {"id": "ana", "name": "Anna", "phone": "5", "note": "n"})
    assert after(put, main=main) == {
        MAIN: "members:\n  - id: ana  # a\n    name: 'Anna' # b\n    note: n\n",
        OVERLAY: 'members:\n  - id: ana\n    phone: "5"\n',
    }
    assert after(Put(MEMBERS["ana"] / "name", "Ana"), main=main) == {MAIN: main}


@pytest.mark.parametrize(
    ("main", "more", "expected"),
    [
        (ANA, LEE, (ANA.replace("]", ", {id: kim, name: Kim}]"), LEE)),
        (NONE, LEE, (NONE, LEE.replace("[", "[{id: kim, name: Kim}, "))),
        (NONE, NONE, ("members:\n  - {id: kim, name: Kim}\n", NONE)),
        ("members:\n", "partners: []\n", ("members:\n  - {id: kim, name: Kim}\n", "partners: []\n")),
    ],
)
def test_an_item_goes_to_the_list_where_its_like_are(main: str, more: str, expected: tuple[str, str]) -> None:
    new = after(Add(MEMBERS, KIM), main=main, more=more)
    assert (new[MAIN], new[MORE]) == expected


def test_a_list_that_is_nowhere_begins_where_sections_are_kept() -> None:
    new = after(Add(MEMBERS, KIM), more="partners: []\n")
    assert (new[MAIN], new["coalition.d/members.yaml"]) == ("", "members:\n  - id: kim\n    name: Kim\n")


def test_what_is_removed_goes_from_every_file_but_by_number_from_committed_ones_only() -> None:
    more = "members: [{id: lee}]\n"
    overlay = "members: [{id: ana, phone: 5}, {id: lee}]\n"
    assert after(Remove(MEMBERS["ana"]), main=ANA, overlay=overlay, more=more) == {
        MAIN: "members: []\n",
        MORE: more,
        OVERLAY: "members: [{id: lee}]\n",
    }
    unnamed = "members: [{name: Ana}]\n"
    assert after(Remove(MEMBERS[0]), main=unnamed, overlay=unnamed) == {
        MAIN: "members: []\n",
        OVERLAY: unnamed,
    }


def test_a_key_gets_its_name_in_every_file() -> None:
    new = after(RenameKey(MEMBERS["ana"] / "name", "title"), main=ANA, overlay=ANA)
    assert set(new.values()) == {ANA.replace("name", "title")}


@pytest.mark.parametrize(
    ("overlay", "expected"),
    [
        (None, "members:\n  - id: ana\n    phone: 05\n"),
        ("members: [{id: ana, phone: '05'}] # ours\n", "members: [{id: ana, phone: '05'}] # ours\n"),
        ("members: [{id: ana, phone: }]\n", "members: [{id: ana, phone: 05}]\n"),
    ],
)
def test_a_private_value_moves_unless_the_overlay_has_it(overlay: str | None, expected: str) -> None:
    main = "members: [{id: ana, phone: 05}]\n"
    new = after(Conceal(MEMBERS["ana"] / "phone"), main=main, overlay=overlay)
    assert new == {MAIN: "members: [{id: ana}]\n", OVERLAY: expected}


def test_each_committed_list_is_put_in_order_by_itself() -> None:
    new = after(
        Order(MEMBERS),
        main="members: [{id: zoe}, {id: ana}]\n",
        more="members: [{id: c}, {id: b}]\n",
        overlay="members: [{id: z}, {id: a}]\n",
    )
    assert new == {
        MAIN: "members: [{id: ana}, {id: zoe}]\n",
        MORE: "members: [{id: b}, {id: c}]\n",
        OVERLAY: "members: [{id: z}, {id: a}]\n",
    }


def test_a_comment_is_written_and_reworded_where_its_part_stands() -> None:
    private = "members:\n  - id: ana\n    phone: 5\n"
    new = after(Remark(MEMBERS["ana"] / "phone", "told"), main=ANA, overlay=private)
    assert new == {MAIN: ANA, OVERLAY: private.replace("    phone", "    # told\n    phone")}
    place = Place(MORE, Span(Position(2, 6), Position(2, 9)))
    assert after(Reword(place, "# z"), more="a: é\nb: x # y\n")[MORE] == "a: é\nb: x # z\n"


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (Put(PLAN, "x"), "a whole plan cannot be replaced"),
        (Add(PLAN, "x"), "a plan is no list"),
        (Add(MEMBERS, {"id": "ana"}), r"there is a 'members\[ana\]' in the plan already"),
        (Add(MEMBERS, {"name": "Kim", "phone": "5"}), "that has private values needs an id"),
        (Put(MEMBERS["ana"] / "name" / "x", "y"), "a single value stands at 'Ana'; it has no keys"),
        (Put(HELD["ana"] / "since", "2026"), "the items of this list have no ids"),
        (Conceal(MEMBERS["ana"] / "phone"), r"'members\[ana\]\.phone' has another value in"),
    ],
)
def test_what_would_not_be_right_is_refused(edit: Edit, words: str) -> None:
    main = "members: [{id: ana, name: Ana, phone: 6}]\nroles: [{id: lead, held_by: [ana]}]\n"
    with pytest.raises(UneditableError, match=words):
        after(edit, main=main, overlay="members: [{id: ana, phone: 5}]\n")


@pytest.mark.parametrize(
    "edit",
    [
        Remove(MEMBERS["kim"]),
        RenameKey(MEMBERS["ana"], "x"),
        RenameKey(MEMBERS["ana"] / "note", "x"),
        Conceal(MEMBERS["ana"] / "phone"),
        Remark(MEMBERS["kim"], "x"),
        Reword(Place("other.yaml", Span(Position(1, 1), Position(1, 2))), "# x"),
    ],
    ids=lambda edit: type(edit).__name__,
)
def test_what_is_not_there_is_told(edit: Edit) -> None:
    with pytest.raises(UnknownRecordError):
        after(edit, main=ANA)


def test_what_nobody_could_mean_is_refused_before_anything_is_written() -> None:
    desk = Desk(files(BEGINNING + ANA))
    with pytest.raises(CoalitionError):
        made(desk, Put(MEMBERS["ana"] / "name", "x" * 10_000_000))
    assert list(desk.revised()) == []
