"""Records as they are written, found in whatever state the plan is."""

import pytest
from builders import loaded, whole

from coalitionkit.errors import ConfigurationError, UnknownRecordError
from coalitionkit.loading.records import Records, entries_of, text_of
from coalitionkit.model.kinds import address_in, kinds_named
from coalitionkit.model.record import Part

PLAN = whole("""\
partners:
  - {id: city, name: City, people: [{id: lee, name: Lee}]}
  - {id: rosa, name: Rosa, kind: individual}
members:
  - {id: ana, name: Ana, former_ids: [anna], partner: city}
  - {id: rosa, name: Rosa, partner: rosa}
roles:
  - {id: lead, held_by: [anna, {member: ana, since: 2026}]}
champions: [{member: ana}]
ties: [{who: city, whom: rosa}]
metrics:
  - {id: debt, name: {en: Debt, es: Deuda}, values: [{date: 2026, value: 4}],
     groups: [{group: renters, values: [{date: 2026, value: 5}]}]}
practices: {conflict-and-turf: We name it.}
""")


@pytest.fixture(name="records")
def _records() -> Records:
    return Records(loaded(PLAN))


def addresses(records: Records, name: str) -> list[str]:
    return [str(one.address) for kind in kinds_named(name) for one in records.of(kind)]


def test_records_of_a_kind_come_in_the_order_of_the_plan(records: Records) -> None:
    assert addresses(records, "member") == ["members[ana]", "members[rosa]"]
    assert addresses(records, "tie") == ["ties[0]"]
    assert addresses(records, "champion") == ["champions[ana]"]
    assert addresses(records, "holder") == ["roles[lead].held_by[0]", "roles[lead].held_by[1]"]
    assert addresses(records, "practice") == ["practices.conflict-and-turf"]
    assert addresses(records, "decision") == []
    assert addresses(records, "value") == [
        "metrics[debt].values[2026]",
        "metrics[debt].groups[renters].values[2026]",
    ]


@pytest.mark.parametrize(
    ("words", "address"),
    [
        (["member", "ana"], "members[ana]"),
        (["ana"], "members[ana]"),
        (["anna"], "members[ana]"),
        (["member", "anna"], "members[ana]"),
        (["lee"], "partners[city].people[lee]"),
        (["value", "debt", "2026"], "metrics[debt].values[2026]"),
        (["value", "metrics[debt].groups[renters]", "2026"], "metrics[debt].groups[renters].values[2026]"),
        (["conflict-and-turf"], "practices.conflict-and-turf"),
        (["members[ana].name"], "members[ana].name"),
        (["coalition"], "coalition"),
        (["decisions"], "decisions"),
    ],
)
def test_a_target_is_named_in_several_ways(records: Records, words: list[str], address: str) -> None:
    assert str(records.target(words).address) == address


@pytest.mark.parametrize(
    ("words", "said", "hint"),
    [
        (["member", "anaa"], "there is no member 'anaa'; did you mean 'ana'?", ""),
        (["rosa"], "there are 2 records 'rosa'", "say which: partners[rosa] or members[rosa]"),
        (["value", "2026"], "there are 2 records '2026'", "say which: metrics[debt].values[2026] or "),
        (["decision", "x"], "there is no decision 'x'", ""),
        (["value", "dept", "2026"], "there is no metric or group 'dept'; did you mean 'debt'?", ""),
        (["value", "debt", "2027"], "there is no value '2027'; did you mean '2026'?", ""),
        (["value", "members[ana]", "2027"], "a member has no value", ""),
        (["value", "members[ana].name", "2027"], "there is no record at 'members[ana].name'", ""),
        (["members[x].name"], "there is no members[x].name", "there are ana and rosa"),
        (["ties[4]"], "there is no ties[4]", "there are 0"),
        (["zzz"], "there is no record 'zzz'", ""),
        (["member"], "which member?", "'coalition list member' lists them"),
        (["membr", "ana"], "there is no kind of records named 'membr'", ""),
    ],
)
def test_what_is_not_there_is_refused(records: Records, words: list[str], said: str, hint: str) -> None:
    with pytest.raises((ConfigurationError, UnknownRecordError)) as refused:
        records.target(words)
    assert refused.value.message.startswith(said)
    assert refused.value.hint.startswith(hint)


def test_a_value_that_is_not_written_yet_may_be_a_target(records: Records) -> None:
    target = records.target(["members[ana].compensation.per"])
    assert (target.node, target.record, target.private) == (None, None, False)
    assert records.target(["members[ana].phone"]).private


def test_who_points_at_a_record_is_found_also_by_a_former_id(records: Records) -> None:
    one = records.named("member", "ana")
    assert [str(pointer.address) for pointer in records.referring(one, private=False)] == [
        "roles[lead].held_by[0]",
        "roles[lead].held_by[1].member",
        "champions[ana].member",
    ]
    (tie,) = (one for kind in kinds_named("tie") for one in records.of(kind))
    assert records.referring(tie, private=False) == []


def test_what_points_from_something_private_is_told_only_when_asked_for() -> None:
    plan = whole(
        "partners: [{id: city, name: City}, {id: two, name: Two}]\nmembers: [{id: ana, name: Ana}]\n"
    )
    overlay = "partners: [{id: two, ratings: {ana: {assets: [staff]}}}]\n"
    records = Records(loaded(plan, overlay=overlay))
    one = records.named("member", "ana")
    assert records.referring(one, private=False) == []
    assert [str(pointer.address) for pointer in records.referring(one, private=True)] == [
        "partners[two].ratings.ana"
    ]


def test_a_bare_value_is_the_field_that_it_stands_for(records: Records) -> None:
    holder = next(iter(one for kind in kinds_named("holder") for one in records.of(kind)))
    assert text_of(holder.value("member")) == "anna"
    assert holder.value("since") is None
    assert [
        (key, text_of(value)) for key, value, _, _ in entries_of(holder.node, Part(holder.kind.record))
    ] == [("member", "anna")]


def test_titles_are_in_the_first_language(records: Records) -> None:
    assert records.titles(["metric", "member"]) == {"debt": "Debt", "ana": "Ana", "rosa": "Rosa"}


def test_a_plan_with_errors_can_be_looked_at() -> None:
    records = Records(loaded(whole("members: [{id: ana, nmae: Ana, group: nobody}]\n")))
    assert text_of(records.at(address_in("members[ana].group")).node) == "nobody"


def test_what_is_no_plan_is_refused() -> None:
    with pytest.raises(ConfigurationError, match=r"'coalition.yaml' cannot be read"):
        Records(loaded("- a\n- b\n"))


def test_private_values_are_laid_over_the_plan() -> None:
    outcome = loaded(whole("members: [{id: ana, name: Ana}]\n"), overlay="members: [{id: ana, phone: '5'}]\n")
    phone = Records(outcome).at(address_in("members[ana].phone")).node
    assert text_of(phone) == "5"
    assert phone is not None
    assert phone.text.file == "coalition.private.yaml"
