"""Words about things."""

import time

import pytest

from coalitionkit.prose import (
    a,
    all_of,
    counted,
    did_you_mean,
    first_few,
    is_same,
    listed,
    nearest,
    one_of,
    only_near,
    quoted,
    safe,
    shortened,
    some,
)


def test_counts_agree_with_their_nouns() -> None:
    assert [counted(n, "finding") for n in (0, 1, 2)] == ["no findings", "1 finding", "2 findings"]
    assert counted(3, "person", "people") == "3 people"


def test_lists_read_as_sentences() -> None:
    assert [listed(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert listed(iter("ab"), "or") == "a or b"


def test_long_lists_are_cut() -> None:
    assert [first_few("abcde"[:n]) for n in (0, 1, 5)] == ["", "a", "a, b, c, d and e"]
    assert first_few(list("abcdef")) == "a, b, c, d, e and 1 more"
    assert first_few(list("abcdef"), 2) == "a, b and 4 more"


def test_two_are_both() -> None:
    assert [all_of(count) for count in (2, 3)] == ["both", "all 3"]


def test_ids_are_quoted_and_long_lists_of_them_cut() -> None:
    assert [some(ids) for ids in ("", "a", "ab", "abcde")] == [
        "",
        "'a'",
        "'a' and 'b'",
        "'a', 'b', 'c', 'd' and 'e'",
    ]
    assert some("abcdefg") == "'a', 'b', 'c', 'd', 'e' and 2 more"
    assert some("abc", "or", most=2) == "'a', 'b' or 1 more"


def test_long_texts_are_cut() -> None:
    assert shortened("a\n  b\tc") == "a b c"
    assert shortened("x" * 60) == "x" * 60
    assert shortened("x" * 61) == "x" * 59 + "…"
    assert quoted("x" * 500) == f"'{'x' * 59}…'"


def test_signs_that_steer_become_ones_that_show() -> None:
    assert safe("a\tb\nc é 😀") == "a\tb\nc é 😀"
    assert safe("\x1b[31m\r\x00\x9b\u202e\u2066\ufeff") == "\ufffd[31m" + "\ufffd" * 6


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("mayro", "mayor"),
        ("MAYOR", "mayor"),
        ("data_sharing", "data-sharing"),
        ("Data sharing", "data-sharing"),
        ("data-sharign", "data-sharing"),
        ("data", "data-sharing"),
        ("xyz", None),
        ("", None),
        ("dat", None),
        ("mayor " * 100, None),
    ],
)
def test_the_nearest_word_is_offered(word: str, expected: str | None) -> None:
    assert nearest(word, ["mayor", "data-sharing", "clerk"]) == expected


def test_nothing_is_offered_where_there_is_nothing() -> None:
    assert nearest("mayor", []) is None
    assert did_you_mean("mayor", []) == ""
    assert did_you_mean("mayro", ["mayor"]) == "; did you mean 'mayor'?"


def test_of_equally_near_words_the_first_is_offered() -> None:
    assert nearest("lead", ["lead-x", "lead-y"]) == "lead-x"


def test_a_hostile_word_costs_little() -> None:
    begun = time.monotonic()
    nearest("a-" * 4_000_000, ["mayor"])
    assert time.monotonic() - begun < 1


def test_nouns_have_their_article() -> None:
    assert [a(noun) for noun in ("member", "asset", "unit")] == ["a member", "an asset", "a unit"]


def test_choices_are_cut_after_a_few() -> None:
    assert one_of(["a", "b"]) == "a or b"
    assert one_of(list("abcdefghi")) == "a, b, c, d, e, f, g, h … (9 in all)"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("mayro", "mayor"),
        ("Data_Sharing", "data-sharing"),
        ("lead-z", None),
        ("lead-", None),
        ("clerical", None),
        ("data", "data-sharing"),
        ("cl", None),
        ("x" * 200, None),
    ],
)
def test_only_what_has_no_rival_is_taken_for_what_was_meant(word: str, expected: str | None) -> None:
    assert only_near(word, ["mayor", "data-sharing", "lead-x", "lead-y", "mayor"]) == expected


def test_two_choices_that_differ_by_signs_alone_are_rivals() -> None:
    assert only_near("datasharing", ["data-sharing", "data_sharing"]) is None


def test_what_does_not_count_when_words_are_compared() -> None:
    assert is_same("work-email", "Work_Email")
    assert not is_same("work-email", "work-mail")
