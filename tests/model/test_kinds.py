"""The kinds of records, and addresses as people type them."""

import pytest

from coalitionkit.errors import ConfigurationError
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.kinds import address_in, is_kind, kind_at, kinds, kinds_named
from coalitionkit.model.record import Kind, Leaf, Listing, Part, Record, fields_of
from coalitionkit.places import Address, Item

PATTERNS = {
    "member": "members",
    "person": "partners[PARTNER].people",
    "tie": "ties",
    "goal": "focus.goals",
    "need": "inventory.needs",
    "working-group": "working_groups",
    "holder": "roles[ROLE].held_by",
    "series": "rhythm.series",
    "funding-source": "funding_sources",
    "instalment": "funding_sources[FUNDING-SOURCE].schedule",
    "budget-line": "budget.lines",
    "population": "vocabulary.populations",
    "practice": "practices",
    "local-rule": "lint.local",
}


@pytest.mark.parametrize(("name", "pattern"), PATTERNS.items())
def test_a_kind_says_where_its_list_stands(name: str, pattern: str) -> None:
    (kind,) = kinds_named(name)
    assert (kind.name, kind.pattern) == (name, pattern)


def test_every_list_of_records_with_ids_is_a_kind() -> None:
    with_ids = {kind.record for kind in kinds() if kind.identity == "id"}

    def records(kind: Kind, seen: set[type[Record]]) -> set[type[Record]]:
        if isinstance(kind, Listing):
            return records(kind.of, seen)
        if not isinstance(kind, Part) or kind.record in seen:
            return set()
        seen.add(kind.record)
        inner = [records(shape.kind, seen) for shape in fields_of(kind.record).values()]
        return {kind.record}.union(*inner)

    every = {record for record in records(Part(Coalition), set()) if record.identity == "id"}
    assert with_ids == every


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.pattern)
def test_a_kind_is_found_by_all_its_names(kind: object) -> None:
    found = next(one for one in kinds() if one is kind)
    for name in (found.name, found.plural, found.plural.replace("-", "_"), found.name.upper()):
        assert found in kinds_named(name)


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.pattern)
def test_what_tells_most_are_fields(kind: object) -> None:
    found = next(one for one in kinds() if one is kind)
    fields = fields_of(found.record)
    assert {*found.telling(), *([found.title()] if found.title() else [])} <= set(fields)
    assert [name for name in found.telling() if fields[name].private] == []


def test_a_name_may_belong_to_kinds_of_several_owners() -> None:
    assert [kind.pattern for kind in kinds_named("values")] == [
        "metrics[METRIC].values",
        "metrics[METRIC].groups[GROUP].values",
    ]
    assert [kind.name for kind in kinds_named("people")] == ["person"]


def test_a_misspelled_kind_is_refused() -> None:
    with pytest.raises(
        ConfigurationError, match=r"no kind of records named 'membr'; did you mean 'member'\?"
    ):
        kinds_named("membr")
    with pytest.raises(ConfigurationError, match="'coalition list' shows what a plan holds"):
        kinds_named("zzz")
    assert not is_kind("ana-lopez")


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("members[ana-lopez].group", ("members", "ana-lopez", "group")),
        ("members.ana-lopez.group", ("members", "ana-lopez", "group")),
        ("working-groups[homes].lead", ("working_groups", "homes", "lead")),
        ("metrics[debt].values[2026].value", ("metrics", "debt", "values", "2026", "value")),
        ("practices.conflict-and-turf", ("practices", "conflict-and-turf")),
        ("practices[conflict-and-turf].by", ("practices", "conflict-and-turf", "by")),
        ("coalition.name.es", ("coalition", "name", "es")),
        ("ties[0].kind", ("ties", 0, "kind")),
        ("partners[x].assets[1]", ("partners", "x", "assets", 1)),
        ("members[a].x-color", ("members", "a", "x-color")),
        ("format", ("format",)),
    ],
)
def test_addresses_are_read_by_the_models(text: str, steps: tuple[str | int, ...]) -> None:
    meant = address_in(text)
    assert meant.address.steps == steps
    assert address_in(str(meant.address)).address == meant.address


def test_ids_are_told_from_keys() -> None:
    address = address_in("members.ana.group").address
    assert [isinstance(step, Item) for step in address.steps] == [False, True, False]


def test_an_address_says_what_belongs_there_and_for_whom() -> None:
    assert address_in("members[a]").kind == Part(kinds_named("member")[0].record)
    assert isinstance(address_in("members[a].name").kind, Leaf)
    assert address_in("members[a].phone").private
    assert address_in("members[a].compensation.amount").private
    assert not address_in("members[a].work_email").private
    assert address_in("members[a].x-color").kind is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("membrs[a]", "a plan has no key 'membrs'; did you mean 'members'?"),
        ("members[a].grup", "a member has no key 'grup'; did you mean 'group'?"),
        ("ties[x]", "items of 'ties' are counted from 0; write ties[0] for the first"),
        ("format.x", "'format' is a single value; nothing stands below it"),
        ("a b", "'a b' is not an address"),
    ],
)
def test_what_the_format_does_not_have_is_refused(text: str, said: str) -> None:
    with pytest.raises(ConfigurationError) as refused:
        address_in(text)
    assert refused.value.message.startswith(said)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        (Address(("members", Item("members"))), "member"),
        (Address(("members", Item("a"), "name")), ""),
        (Address(("members",)), ""),
        (Address(), ""),
        (Address(("ties", 0)), "tie"),
        (Address(("practices", "pay-residents")), "practice"),
        (Address(("metrics", Item("d"), "groups", Item("g"), "values", Item("2026"))), "value"),
    ],
)
def test_the_kind_of_a_record_follows_from_its_address(address: Address, name: str) -> None:
    kind = kind_at(address)
    assert (kind.name if kind else "") == name
