"""What edits do to addresses, and the order in which none gets in the way of another."""

import pytest
from builders import loaded, whole

from coalitionkit.edits import Conceal, Edit, Order, Put, Remove, RenameId, RenameKey, Reword
from coalitionkit.linting.moves import moved, ordered
from coalitionkit.places import PLAN, Address, Place, Position, Span

MEMBERS = PLAN / "members"
CHAMPIONS = PLAN / "champions"
TRACER = loaded(whole("members: [{id: ana, name: Ana}]\nchampions: [{member: anna}]\n")).tracer


def comment(line: int, column: int = 1) -> Reword:
    start = Position(line, column)
    return Reword(Place("coalition.yaml", Span(start, start)), "")


def test_edits_come_in_an_order_in_which_each_finds_its_place() -> None:
    languages = MEMBERS["ana"] / "languages"
    last_to_first: list[Edit] = [
        RenameId(MEMBERS["ana"], "ana-lopez"),
        RenameId(PLAN / "partners" / "x", "y"),
        Put(CHAMPIONS["anna"] / "member", "ana"),
        RenameId(MEMBERS["ana"] / "proxy" / "to" / "who", "ben"),
        Order(MEMBERS),
        RenameKey(MEMBERS["ana"] / "nmae", "name"),
        Remove(languages[1]),
        Remove(languages[4]),
        Conceal(MEMBERS["ana"] / "phone"),
        Put(MEMBERS["ana"] / "status", "active"),
        comment(3),
        comment(9, 4),
        comment(9, 20),
    ]
    assert ordered(last_to_first, TRACER) == (
        comment(9, 20),
        comment(9, 4),
        comment(3),
        Conceal(MEMBERS["ana"] / "phone"),
        Put(MEMBERS["ana"] / "status", "active"),
        Remove(languages[4]),
        Remove(languages[1]),
        Order(MEMBERS),
        RenameKey(MEMBERS["ana"] / "nmae", "name"),
        RenameId(MEMBERS["ana"] / "proxy" / "to" / "who", "ben"),
        RenameId(MEMBERS["ana"], "ana-lopez"),
        RenameId(PLAN / "partners" / "x", "y"),
        Put(CHAMPIONS["anna"] / "member", "ana"),
    )


@pytest.mark.parametrize(
    ("edit", "before", "after"),
    [
        (RenameId(MEMBERS["ana"], "ben"), MEMBERS["ana"] / "name", MEMBERS["ben"] / "name"),
        (RenameId(MEMBERS["ana"], "ben"), MEMBERS["anna"] / "name", MEMBERS["anna"] / "name"),
        (RenameId(MEMBERS["ana"], "ben"), MEMBERS / "ana", MEMBERS / "ana"),
        (RenameId(MEMBERS["ana"], "ben"), MEMBERS, MEMBERS),
        (RenameKey(PLAN / "membres", "members"), PLAN / "membres" / "x", MEMBERS / "x"),
        (RenameKey(MEMBERS / "x", "y"), PLAN / "partners" / "x", PLAN / "partners" / "x"),
        (Remove(MEMBERS[1]), MEMBERS[2] / "name", MEMBERS[1] / "name"),
        (Remove(MEMBERS[1]), MEMBERS[0] / "name", MEMBERS[0] / "name"),
        (Remove(MEMBERS["ana"]), MEMBERS[2], MEMBERS[2]),
        (
            Put(CHAMPIONS["anna"] / "member", "ana"),
            CHAMPIONS["anna"] / "supports",
            CHAMPIONS["ana"] / "supports",
        ),
        (
            Put(CHAMPIONS["anna"] / "note", "ana"),
            CHAMPIONS["anna"] / "supports",
            CHAMPIONS["anna"] / "supports",
        ),
        (Put(CHAMPIONS["nobody"] / "member", "ana"), CHAMPIONS["nobody"], CHAMPIONS["nobody"]),
        (Put(PLAN / "id", "ana"), PLAN, PLAN),
    ],
)
def test_a_finding_moves_with_what_it_is_about(edit: Edit, before: Address, after: Address) -> None:
    assert moved(before, [edit], TRACER) == after
    assert moved(before, [comment(1), edit], TRACER) == after


def test_moves_follow_one_another() -> None:
    edits: list[Edit] = [RenameKey(MEMBERS["ana"] / "nmae", "name"), RenameId(MEMBERS["ana"], "ben")]
    assert moved(MEMBERS["ana"] / "nmae" / "en", edits, None) == MEMBERS["ben"] / "name" / "en"
