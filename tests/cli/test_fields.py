"""Flags made from the fields of a record."""

import pytest

from coalitionkit.cli.fields import Words, keys_of, split, switches_of, values_of, words_of
from coalitionkit.errors import ConfigurationError
from coalitionkit.model.members import Member
from coalitionkit.model.metrics import Metric


@pytest.mark.parametrize(
    ("tokens", "words"),
    [
        (["a", "--name", "x y", "b"], Words(("a", "b"), {"name": ("x y",)}, (), wants_help=False)),
        (["--name=x=y"], Words((), {"name": ("x=y",)}, (), wants_help=False)),
        (["--name="], Words((), {"name": ("",)}, (), wants_help=False)),
        (["--value", "-5"], Words((), {"value": ("-5",)}, (), wants_help=False)),
        (["--note", "--help"], Words((), {"note": ("--help",)}, (), wants_help=False)),
        (["--voting", "--name", "x"], Words((), {"voting": ("yes",), "name": ("x",)}, (), wants_help=False)),
        (["--voting", "no"], Words((), {"voting": ("no",)}, (), wants_help=False)),
        (["--voting"], Words((), {"voting": ("yes",)}, (), wants_help=False)),
        (["--no-voting"], Words((), {"voting": ("no",)}, (), wants_help=False)),
        (["--tasks", "a", "--tasks", "b"], Words((), {"tasks": ("a", "b")}, (), wants_help=False)),
        (["--unset", "a, b", "--unset=c"], Words((), {}, ("a", "b", "c"), wants_help=False)),
        (["-h"], Words((), {}, (), wants_help=True)),
        (
            ["--compensation.per", "meeting"],
            Words((), {"compensation.per": ("meeting",)}, (), wants_help=False),
        ),
    ],
)
def test_words_are_told_from_flags(tokens: list[str], words: Words) -> None:
    assert words_of(tokens, switches_of(Member)) == words


def test_a_flag_without_its_value_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="--name has no value; write it after the flag"):
        words_of(["--name"])


def test_what_is_meant_comes_before_the_flags() -> None:
    assert split(["member", "-5", "--name", "x", "y"]) == (["member", "-5"], ["--name", "x", "y"])
    assert split(["member", "-h"]) == (["member"], ["-h"])


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("work-email", ("work_email",)),
        ("work_email", ("work_email",)),
        ("compensation.funding-source", ("compensation", "funding_source")),
        ("seats.drug-free-communities", ("seats", "drug-free-communities")),
        ("x-color", ("x-color",)),
    ],
)
def test_a_flag_names_keys(name: str, keys: tuple[str, ...]) -> None:
    assert keys_of(Member, name)[0] == keys


def test_a_language_and_a_part_are_keys_too() -> None:
    flags = {"name.es": ["Deuda"], "source.retrieved": ["2026"], "baseline.value": ["5"]}
    assert values_of(Metric, flags) == {
        ("name", "es"): "Deuda",
        ("source", "retrieved"): "2026",
        ("baseline", "value"): "5",
    }


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nmae", "a member has no key 'nmae'; did you mean 'name'?"),
        ("compensation.prr", "a compensation has no key 'prr'"),
        ("name.es", "--name is not a group"),
        ("tasks.x", "--tasks is not a group"),
    ],
)
def test_a_flag_that_names_nothing_is_refused(name: str, said: str) -> None:
    with pytest.raises(ConfigurationError) as refused:
        keys_of(Member, name)
    assert refused.value.message.startswith(said)
