"""Finding the record that an id points at."""

from datetime import date

from builders import plan

from coalitionkit.model.members import Member
from coalitionkit.model.partners import Partner
from coalitionkit.rules.local.scope import Scope, record_called
from coalitionkit.rules.rule import Snapshot

HELD = plan(
    members=[{"id": "ana", "name": "Ana", "former_ids": ["anna", "ben"]}, {"id": "ben", "name": "Ben"}],
    partners=[{"id": "trust", "name": "Trust", "people": [{"id": "lee"}]}],
)


def test_records_are_found_by_noun_and_id_present_or_former() -> None:
    scope = Scope(Snapshot(HELD, date(2026, 6, 30)))
    assert scope.record("member", "ana") is scope.record("member", "anna") is HELD.members[0]
    assert scope.record("member", "ben") is HELD.members[1]
    assert scope.record("person", "lee") is HELD.partners[0].people[0]
    assert scope.record("partner", "ana") is None
    assert scope.record("member", "") is None


def test_kinds_of_records_are_known_by_noun() -> None:
    assert (record_called("member"), record_called("partner")) == (Member, Partner)
