"""A shared file of settings is judged like the `lint` section of a plan."""

import pytest
from builders import codes, lines, raw
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.loading.shared import load_shared
from coalitionkit.places import PLAN


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "~\n", "---\n", "{}\n"])
def test_an_empty_file_says_nothing(text: str) -> None:
    shared = load_shared(raw("region.yaml", text))
    assert shared.findings == ()
    assert shared.lint is not None
    assert shared.lint.profile is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("profil: draft\n", "1:1-1:7 CK010 profil: 'profil' is not a key of a lint section; did you mean"),
        ("lint: {profile: draft}\n", "1:1-1:5 CK010 : a file of settings has no 'lint:' of its own"),
        ("rules: {a: fatal}\n", "1:12-1:17 CK013 rules.a: 'fatal' is not a severity; "),
        ("- profile: draft\n", "1:1-1:17 CK012 : a file of settings consists of keys"),
        ("profile\n", "1:1-1:8 CK012 : a file of settings consists of keys"),
        ("profile: [\n", "CK001"),
        ("local: [{id: a, each: x, message: m}]\n", "1:14-1:15 CK017 local[a].id: this rule asks"),
        ("local: [{id: a, require: {x: y}, message: m}]\n", "1:14-1:15 CK011 local[a]"),
        ("a: &b c\n", "CK005"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_at_its_place(text: str, expected: str) -> None:
    shared = load_shared(raw("region.yaml", text))
    (told,) = [line for line in lines(shared.findings) if "CK010 a:" not in line]
    assert expected in told
    assert told.startswith("region.yaml:")
    assert shared.lint is None


def test_of_two_equal_keys_the_first_counts_and_the_second_is_told() -> None:
    shared = load_shared(raw("region.yaml", "profile: draft\nprofile: launch\n"))
    assert codes(shared.findings) == ["CK004"]
    assert shared.lint is not None
    assert shared.lint.profile == "draft"


def test_two_rules_of_one_id_are_told() -> None:
    rule = "{id: a, each: members, require: {name: present}, message: m}"
    shared = load_shared(raw("region.yaml", f"local: [{rule}, {rule}]\n"))
    assert codes(shared.findings) == ["CK021"]


def test_a_file_that_is_too_large_or_no_text_is_told() -> None:
    assert codes(load_shared(raw("r.yaml", "x").__class__("r.yaml", None, 9_000_000)).findings) == ["CK009"]
    assert codes(load_shared(raw("r.yaml", b"\xff\xfe")).findings) == ["CK008"]


def test_values_and_keys_have_places() -> None:
    shared = load_shared(raw("region.yaml", "rules:\n  metric-missing: off\n"))
    address = PLAN / "rules" / "metric-missing"
    assert shared.place(address).span.start == (2, 19)
    assert shared.key_place(address).span.start == (2, 3)
    assert shared.place(PLAN / "profile").span.start == (1, 1)


@given(st.binary(max_size=60))
def test_no_bytes_bring_it_down(data: bytes) -> None:
    shared = load_shared(raw("region.yaml", data))
    assert shared.lint is not None or shared.findings
