"""Texts for fields: words, dates and lists become data, and what cannot be one is refused."""

from typing import Any

import pytest

from coalitionkit.editing.given import data_of, key_in, merged
from coalitionkit.edits import Bare
from coalitionkit.errors import ConfigurationError
from coalitionkit.model.kinds import address_in


def given(address: str, *texts: str) -> Any:
    return data_of(address_in(address).kind, texts, "--field")


@pytest.mark.parametrize(
    ("address", "texts", "data"),
    [
        ("members[a].name", ["Ana López"], "Ana López"),
        ("members[a].name", ["{x}"], "{x}"),
        ("members[a].group", ["Management team"], "management-team"),
        ("members[a].joined", [" 2026-03 "], "2026-03"),
        ("members[a].voting", ["TRUE"], "yes"),
        ("members[a].voting", ["No"], "no"),
        ("members[a].hours_per_month", ["12.5"], "12.5"),
        ("coalition.place.fips", ["0600000"], "0600000"),
        ("members[a].tasks", ["engage-residents, find-funding"], ["engage-residents", "find-funding"]),
        ("members[a].tasks", ["engage-residents", "find-funding"], ["engage-residents", "find-funding"]),
        ("members[a].tasks", ["[engage-residents]"], ["engage-residents"]),
        ("rhythm.norms", ["Food, a ride"], ["Food, a ride"]),
        ("rhythm.norms", ["{en: Food, es: Comida}"], [{"en": "Food", "es": "Comida"}]),
        ("roles[r].held_by", ["ana,ben"], ["ana", "ben"]),
        ("roles[r].held_by", ["{member: ana, since: 2026}"], [{"member": "ana", "since": "2026"}]),
        ("roles[r].vacant", ["2026-03"], "2026-03"),
        ("metrics[m].name", ["{en: Debt, es: Deuda}"], {"en": "Debt", "es": "Deuda"}),
        ("metrics[m].values", ["{date: 2026, value: 50}"], [{"date": "2026", "value": "50"}]),
        ("metrics[m].values", ["[{date: 2026, value: 50}]"], [{"date": "2026", "value": "50"}]),
        ("decisions[d].votes", ["{ana: agree}"], {"ana": "agree"}),
        ("partners[p].assets", ["staff, data-sharing"], ["staff", "data-sharing"]),
        ("partners[p].assets", ["{held: [staff], complete: yes}"], {"held": ["staff"], "complete": "yes"}),
        ("members[a].x-color", ["red"], "red"),
    ],
)
def test_texts_become_data(address: str, texts: list[str], data: object) -> None:
    assert given(address, *texts) == data


@pytest.mark.parametrize(
    ("address", "text", "bare"),
    [
        ("members[a].joined", "2026", True),
        ("members[a].voting", "yes", True),
        ("members[a].hours_per_month", "12", True),
        ("decision_model.share", "2/3", True),
        ("metrics[m].values[2026].quality", "1", True),
        ("members[a].name", "2026", False),
        ("coalition.place.fips", "0600000", False),
        ("rhythm.series[s].time", "17:30", False),
    ],
)
def test_only_what_is_no_text_goes_without_quotes(address: str, text: str, *, bare: bool) -> None:
    assert isinstance(given(address, text), Bare) is bare


@pytest.mark.parametrize(
    ("address", "texts", "said"),
    [
        ("members[a].group", ["managment-team"], "did you mean 'management-team'?"),
        ("members[a].joined", ["03/04/2026"], "--field: "),
        ("members[a].voting", ["perhaps"], "'perhaps' is neither yes nor no"),
        ("members[a].partner", ["City Hall"], "'City Hall' is not an id"),
        ("members[a].name", ["A", "B"], "--field holds one value, but 2 were given"),
        ("members[a].name", [" "], "--field is empty; write something, or leave it out"),
        ("members[a].proxy", ["ben"], "--field is a group of values; write {to: ...}"),
        ("metrics[m].values", ["50"], "--field is a list of groups; write {date: ...}"),
        ("metrics[m].values", ["{dat: 2026}"], "a measurement has no key 'dat'; did you mean 'date'?"),
        ("metrics[m].values", ["{date: 2026, value: x}"], "--field.value: 'x' is not a plain number"),
        ("metrics[m].values", ["{date: [}"], "--field cannot be read as written: "),
        ("metrics[m].name", ["{english: x}"], "--field: 'english' is not a language code"),
        ("members[a].tasks", ["[[engage-residents]]"], "--field is no list; write one value"),
        ("decisions[d].votes", ["agree"], "write it as {key: value}, or as --field.KEY VALUE"),
        ("decisions[d].votes", ["{Ana L: agree}"], "'Ana L' is not an id"),
    ],
)
def test_what_cannot_be_a_value_is_refused(address: str, texts: list[str], said: str) -> None:
    with pytest.raises(ConfigurationError) as refused:
        given(address, *texts)
    assert said in refused.value.message


def test_keys_are_merged_into_groups() -> None:
    assert merged({("a",): "1", ("b", "c"): "2", ("b", "d"): "3"}) == {"a": "1", "b": {"c": "2", "d": "3"}}


@pytest.mark.parametrize("values", [{("a",): "1", ("a", "b"): "2"}, {("a", "b"): "2", ("a",): "1"}])
def test_a_value_and_a_part_of_it_cannot_both_be_given(values: dict[tuple[str, ...], str]) -> None:
    with pytest.raises(ConfigurationError, match="leave one out"):
        merged(values)


def test_a_key_is_found_with_hyphens_too() -> None:
    record = address_in("members[a]").kind
    assert record is not None
    key, _ = key_in(record.record, "work-email")  # type: ignore[union-attr]
    assert key == "work_email"
