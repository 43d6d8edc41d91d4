"""Ways into a plan: what they may name, and what is found at their end."""

import pytest
from builders import plan

from coalitionkit.model.coalition import Coalition
from coalitionkit.model.governance import Role
from coalitionkit.model.members import Member
from coalitionkit.model.partners import Partner
from coalitionkit.model.record import Record, fields_of
from coalitionkit.places import PLAN
from coalitionkit.rules.local.routes import NoWayError, entries, entries_route, is_there, route

HELD = plan(
    members=[{"id": "ana", "name": "Ana"}, {"id": "ana", "name": "Other"}],
    roles=[{"id": "pm", "held_by": ["ana", {"member": "ben", "until": "2026"}]}],
)


def test_a_way_leads_through_lists_to_all_that_is_there() -> None:
    way = route(Role, "held_by.member")
    assert list(way.values(HELD.roles[0])) == ["ana", "ben"]
    assert way.place(PLAN / "roles") == PLAN / "roles" / "held_by"
    assert [str(value) for value in route(Role, "held_by.until").values(HELD.roles[0])] == ["2026"]


def test_a_bare_value_stands_for_its_record() -> None:
    way = route(Role, "held_by").to_words()
    assert way.steps == ("held_by", "member")
    assert list(way.items(HELD.roles[0])) == ["ana", "ben"]
    assert route(Role, "waived").to_words().steps == ("waived", "reason")
    assert route(Partner, "assets").to_words().steps == ("assets", "held")
    assert route(Coalition, "practices").to_words().steps == ("practices",)


@pytest.mark.parametrize("record", [Member, Partner, Coalition])
def test_every_key_that_is_shared_can_be_named_and_no_private_one(record: type[Record]) -> None:
    for name, shape in fields_of(record).items():
        if shape.private:
            with pytest.raises(NoWayError, match="is private"):
                route(record, name)
        else:
            assert route(record, name).steps == (name,)


def test_equal_ids_are_told_apart_by_index() -> None:
    steps, record = entries_route("members")
    assert record is Member
    assert [str(at) for at, _ in entries(HELD, steps)] == ["members[ana]", "members[1]"]


def test_the_plan_itself_is_one_entry() -> None:
    steps, record = entries_route("plan")
    assert (record, list(entries(HELD, steps))) == (Coalition, [(PLAN, HELD)])


def test_a_section_that_was_not_written_is_not_there() -> None:
    assert not is_there(HELD.budget)
    assert not is_there(HELD.focus)
    assert not is_there(HELD.decision_model)
    assert not is_there(())
    assert is_there(HELD.coalition)
    assert is_there("")
