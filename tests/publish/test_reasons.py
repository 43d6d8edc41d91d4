"""The sentence for each partner: every way it can begin and go on, and that it claims nothing uncertain."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

import pytest
from inventories import dice, plan, settled

from coalitionkit.analysis.scoring import score
from coalitionkit.publish.reasons import why

STAFF, DATA = {"id": "staff"}, {"id": "data-sharing"}
SEAT = {"members": [{"id": "m", "name": "M", "partner": "seat"}]}


def reasons(
    partners: Sequence[Mapping[str, Any]], wanted: Sequence[Mapping[str, Any]], **sections: Any
) -> dict[str, str]:
    """Return the sentence of each partner by id."""
    nodes = sections.pop("nodes", 1000)
    found = score(plan(partners, wanted, **sections), nodes=nodes)
    return {one.id: why(one, found) for one in found.scores}


def has(key: str, *assets: str, **more: Any) -> dict[str, Any]:
    """Return a partner of whom all assets are known."""
    return {"id": key, "assets": settled(*assets), **more}


def limited(size: int, *wanted: str) -> dict[str, Any]:
    """Return the section of an inventory with a limit on the list and needs for assets."""
    rows = [{"id": word, "kind": "asset", "of": word} for word in wanted]
    return {"inventory": {"needs": rows, "list_rules": {"max_size": str(size)}}}


def test_critical_for_certain() -> None:
    wanted = [{**STAFF, "purposes": ["implement", "plan"]}]
    assert reasons([has("one", "staff"), has("two")], wanted)["one"] == (
        "Critical: nobody else in your inventory brings staff; without them you could not plan or carry out "
        "the plan."
    )


def test_critical_for_now() -> None:
    partners = [has("one", "staff"), {"id": "two"}, {"id": "three"}]
    assert reasons(partners, [{**STAFF, "purposes": ["gaps"]}])["one"] == (
        "Critical for now: nobody else is known who brings staff, but for two others the answer is not known "
        "yet; without them you could not identify gaps."
    )
    assert "but for one other the answer" in reasons(partners[:2], [STAFF])["one"]


def test_critical_for_what_is_certain_comes_before_what_is_not() -> None:
    partners = [has("one", "staff", "data-sharing"), {"id": "two", "assets": {"not_held": ["data-sharing"]}}]
    wanted = [{**STAFF, "weight": "5", "purposes": ["plan"]}, {**DATA, "purposes": ["gaps"]}]
    assert reasons(partners, wanted)["one"] == (
        "Critical: nobody else in your inventory brings data sharing; without them you could not identify "
        "gaps."
    )


def test_critical_for_several_names_the_weightiest() -> None:
    wanted = [STAFF, {**DATA, "weight": "2"}, {"id": "convening-power"}]
    partner = has("one", "staff", "data-sharing")
    assert reasons([partner], wanted[:2])["one"] == (
        "Critical: nobody else in your inventory brings data sharing; 1 other need depends on them too."
    )
    partner = has("one", "staff", "data-sharing", "convening-power")
    assert reasons([partner], wanted)["one"].endswith("; 2 other needs depend on them too.")


def test_critical_where_several_are_needed() -> None:
    wanted = [{**STAFF, "required": "2"}]
    assert reasons([has("one", "staff"), has("two", "staff")], wanted)["one"] == (
        "Critical: you need two independent partners each of whom brings staff, and without them you know "
        "of one."
    )
    assert reasons([has("one", "staff"), {"id": "two"}, {"id": "three"}], wanted)["one"] == (
        "Critical for now: you need two independent partners each of whom brings staff, and without them you "
        "know of none, but for two others the answer is not known yet."
    )
    partners = [has("one", "staff"), has("two", "staff", parent="one")]
    assert reasons(partners, wanted) == {
        "one": "Critical: you need two independent partners each of whom brings staff, and you know of "
        "one, the body that they belong to included.",
        "two": "Critical: you need two independent partners each of whom brings staff, and you know of "
        "one, the body that they belong to included; the list counts on another part of the same body.",
    }


def test_critical_and_off_the_list() -> None:
    assert reasons([has("one", "staff", invitation_list="out")], [STAFF])["one"].endswith(
        "brings staff; yet someone decided to leave them off the list."
    )
    partners = [has("one", "staff"), has("two", "data-sharing")]
    found = reasons(partners, [], **limited(1, "staff", "data-sharing"))
    assert found["two"].endswith("brings data sharing; yet the list has no room for them.")


def test_key_and_who_could_take_their_place() -> None:
    partners = [has(key, "staff") for key in "abcde"]
    start = "Key: on the shortest list that meets every need, for staff; "
    assert reasons(partners[:2], [STAFF])["a"] == f"{start}B could take their place."
    assert reasons(partners[:4], [STAFF])["a"] == f"{start}B, C or D could take their place."
    assert reasons(partners, [STAFF])["a"] == f"{start}any of four others could take their place, such as B."


def test_key_on_a_list_that_cannot_meet_every_need() -> None:
    found = reasons([has("a", "staff"), has("b", "staff")], [STAFF, DATA])
    assert found["a"].startswith(
        "Key: on the shortest list that meets every need that can be met, for staff;"
    )


def test_key_on_a_list_that_is_not_proven() -> None:
    wanted = [{"id": word} for word in ("staff", "data-sharing", "convening-power")]
    partners = [
        has("a", "staff", "data-sharing"),
        has("b", "data-sharing", "convening-power"),
        has("c", "convening-power", "staff"),
    ]
    found = reasons(partners, wanted, nodes=0)
    assert any(
        text.startswith("Key: on the shortest list found that meets every need") for text in found.values()
    )


def test_key_with_a_limit_on_the_list() -> None:
    partners = [has("a", "staff"), has("b", "staff"), has("c", "data-sharing"), has("d", "data-sharing")]
    found = reasons(partners, [], **limited(1, "staff", "data-sharing"))
    assert found["a"].startswith(
        "Key: on the best list within the limit on its size, for staff; B could take"
    )
    assert found["c"] == ("Keep informed: would add data sharing, but the list has no room for them.")
    unproven = reasons(partners, [], nodes=0, **limited(1, "staff", "data-sharing"))
    assert unproven["a"].startswith("Key: on the best list found within the limit on its size")


def test_key_with_a_limit_and_no_stand_in() -> None:
    partners = [
        has("a", "staff", "data-sharing"),
        has("b", "staff"),
        has("c", "data-sharing"),
        has("d", "convening-power"),
        has("e", "convening-power"),
    ]
    found = reasons(partners, [], **limited(1, "staff", "data-sharing", "convening-power"))
    assert found["a"].endswith("for data sharing and staff; without them the list would miss more.") or found[
        "a"
    ].endswith("for staff and data sharing; without them the list would miss more.")


def test_key_with_a_seat() -> None:
    partners = [has("seat", "staff"), has("other", "staff")]
    assert reasons(partners, [STAFF], **SEAT)["seat"] == (
        "Key: already has a seat, and the list counts on them for staff; Other could take their place."
    )


def test_key_with_a_seat_for_what_is_good_to_have() -> None:
    partners = [has("seat", "staff"), has("other", "staff")]
    assert reasons(partners, [{**STAFF, "must": "no"}], **SEAT)["seat"] == (
        "Key: already has a seat, and the list counts on them for staff; no must-have would be missing "
        "without them."
    )


def test_key_where_a_stand_in_lacks_what_is_good_to_have() -> None:
    partners = [has("a", "staff", "data-sharing"), has("b", "staff")]
    assert reasons(partners, [STAFF, {**DATA, "must": "no"}])["a"] == (
        "Key: on the shortest list that meets every need, for staff and data sharing; B could take their "
        "place for the must-haves."
    )


def test_key_by_decision() -> None:
    partners = [has("a", "staff", invitation_list="in"), has("b", "staff")]
    assert reasons(partners, [STAFF])["a"] == (
        "Key: someone put them on the list, and it counts on them for staff; B could take their place."
    )
    partners = [has("a", "staff", invitation_list="in"), has("b", "staff", "data-sharing")]
    assert reasons(partners, [STAFF, DATA])["a"] == (
        "Key: someone put them on the list, and others on the list already bring every need that they are "
        "known to meet."
    )


def test_key_whose_place_takes_more_invitations() -> None:
    partners = [has("a", "staff", "data-sharing"), has("b", "staff"), has("c", "data-sharing")]
    assert reasons(partners, [STAFF, DATA])["a"].endswith(
        "; without them the list would grow by 1 invitation."
    )


def test_key_that_another_list_can_do_without() -> None:
    """A hexagon of needs: the three of one cover are replaced only by the three of the other together."""
    words = (
        "staff",
        "data-sharing",
        "convening-power",
        "political-clout",
        "fundraising-capacity",
        "key-relationships",
    )
    partners = [has("abcdef"[i], words[i], words[(i + 1) % 6]) for i in range(6)]
    found = reasons(partners, [{"id": word} for word in words])
    assert found["a"].endswith("; without them another list of the same length would do.")


def test_key_whom_nobody_may_replace() -> None:
    partners = [has("a", "staff"), has("b", "staff", invitation_list="out")]
    found = reasons(partners, [STAFF])
    assert found["a"].endswith("; nobody else who may be invited could make up for them.")
    assert found["b"] == (
        "Keep informed: someone decided to leave them off the list, and others on the list already bring "
        "every need that they are known to meet."
    )


def test_keep_informed() -> None:
    partners = [
        has("a", "staff"),
        has("b", "staff"),
        has("c"),
        {"id": "d", "assets": {"not_held": ["staff"]}},
    ]
    found = reasons(partners, [STAFF])
    assert found["b"] == (
        "Keep informed: others on the list already bring every need that they are known to meet; could "
        "take the place of A."
    )
    assert found["c"] == "Keep informed: they meet none of your needs."
    assert reasons([{"id": "a"}, has("b", "data-sharing")], [DATA])["a"] == (
        "Keep informed: they are not known to meet any of your needs."
    )
    assert reasons([has("a", "staff")], [{**STAFF, "must": "no"}])["a"] == (
        "Keep informed: would add staff, which is good to have but makes no list longer."
    )


def test_keep_informed_who_could_take_many_places() -> None:
    partners = [has(key, "staff") for key in "abcde"]
    assert reasons([*partners, has("f", "staff")], [{**STAFF, "required": "4"}])["e"].endswith(
        "; could take the place of A or of three others."
    )


def test_left_off_the_list_though_they_would_add() -> None:
    partners = [has("a", "staff", invitation_list="out"), has("b", "staff", invitation_list="out")]
    assert reasons(partners, [STAFF])["a"] == (
        "Keep informed: someone decided to leave them off the list, though they would add staff."
    )


def test_member() -> None:
    partners = [has("a", "staff", "data-sharing"), has("seat", "staff"), has("b", "data-sharing")]
    wanted = [STAFF, DATA]
    both = {"members": [{"id": key, "name": key, "partner": key} for key in ("a", "seat")]}
    assert reasons(partners, wanted, **both)["seat"] == (
        "Member: already has a seat, and others on the list already bring every need that they are known "
        "to meet."
    )
    assert reasons([has("seat")], wanted, **SEAT)["seat"] == (
        "Member: already has a seat, and they meet none of your needs."
    )


def test_may_turn_out_to_be_critical() -> None:
    words = ("staff", "data-sharing", "convening-power", "political-clout")
    assert reasons([{"id": "a"}], [{"id": word} for word in words[:3]])["a"] == (
        "Keep informed: they are not known to meet any of your needs; may turn out to be critical for "
        "staff, data sharing and convening power."
    )
    assert reasons([{"id": "a"}], [{"id": word} for word in words])["a"].endswith(
        "; may turn out to be critical for staff, data sharing and 2 other needs."
    )


@pytest.mark.parametrize("seed", range(80))
def test_no_sentence_claims_what_an_open_answer_could_change(seed: int) -> None:
    made = _drawn(dice(seed))
    found = score(made)
    for one in found.scores:
        text = why(one, found)
        me = 1 << found.needs.units.ids.index(one.id)
        assert text.endswith(".")
        assert text.count(".") == 1
        if "nobody else in your inventory" in text:
            assert any(need.known & me and not need.possible & ~me for need in found.needs.musts), text
        if text.startswith("Critical:"):
            assert one.part.is_certain, text
        if one.category != "critical":
            assert ("may turn out to be critical" in text) == (one.status == "provisional"), text
        for other in found.scores:
            if f"{other.name} could take their place" in text:
                assert other.id in one.swaps, text


def _drawn(random: Random) -> Any:
    words = ("staff", "data-sharing", "convening-power")
    partners = []
    for index in range(random.randrange(1, 7)):
        states = {word: random.choice("hhnnu") for word in words}
        row: dict[str, Any] = {
            "id": f"p{index}",
            "assets": {
                "held": [word for word, one in states.items() if one == "h"],
                "not_held": [word for word, one in states.items() if one == "n"],
            },
        }
        if random.random() < 0.2:
            row["invitation_list"] = random.choice(["in", "out"])
        if index and random.random() < 0.2:
            row["parent"] = "p0"
        partners.append(row)
    wanted = [
        {"id": word, "required": random.choice("112"), "must": random.choice(["yes", "yes", "no"])}
        for word in words
    ]
    seats = [{"id": "m", "name": "M", "partner": "p0"}] if random.random() < 0.4 else []
    return plan(partners, wanted, members=seats)
