"""What templates ask for is held against what they get."""

from pathlib import Path

import pytest

from coalitionkit.errors import BrokenTemplateError
from coalitionkit.publish.environment import Sandbox
from coalitionkit.publish.proofs import asked_of, complaints
from coalitionkit.publish.shelf import shelf
from publish.pressroom import own_press, press

NAME = "en/x.md.j2"
ALL = [one.name for one in shelf(press().folders) if one.name.endswith(".j2")]


def found(folder: Path, text: str, *given: str) -> list[tuple[int, str]]:
    sandbox = Sandbox(own_press(folder, NAME, text).folders)
    return [(one.line, one.message) for one in complaints(NAME, sandbox, given or ("letter",))]


@pytest.mark.parametrize("name", ALL)
def test_what_ships_asks_for_nothing_that_is_not_there(name: str) -> None:
    sandbox = Sandbox(press().folders)
    assert complaints(name, sandbox, asked_of(name, sandbox)) == ()


@pytest.mark.parametrize(
    ("name", "asked"), [("en/invite-partner.md.j2", {"letter"}), ("es/agenda.md.j2", {"agenda"})]
)
def test_it_is_known_which_records_a_template_asks_for(name: str, asked: set[str]) -> None:
    assert asked_of(name, Sandbox(press().folders)) == asked


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("\n{{ leter.day }}", 2, "there is no 'leter' to print; did you mean 'letter'?"),
        ("{{ letter.addresee }}", 1, "letter has no 'addresee'; did you mean 'addressee'?"),
        ("{{ letter.about.nme }}", 1, "about has no 'nme'; did you mean 'name'?"),
        ("{{ letter.day.text }}", 1, "this is no record: it has no 'text'"),
        ("{{ letter['partnr'] }}", 1, "letter has no 'partnr'; did you mean 'partner'?"),
        (
            "{% for one in letter.promises %}\n{{ one.amnt }}{% endfor %}",
            2,
            "promise has no 'amnt'; did you mean 'amount'?",
        ),
        (
            "{% for a in letter.promises if a.wat %}{% endfor %}",
            1,
            "promise has no 'wat'; did you mean 'what'?",
        ),
        ("{{ (letter.promises|first).amnt }}", 1, "promise has no 'amnt'; did you mean 'amount'?"),
        ("{{ letter.promises|map(attribute='wat')|join }}", 1, "promise has no 'wat'; did you mean 'what'?"),
        (
            "{{ letter.promises|selectattr('wat')|list|length }}",
            1,
            "promise has no 'wat'; did you mean 'what'?",
        ),
        ("{{ letter.data_point.sorce }}", 1, "datapoint has no 'sorce'; did you mean 'source'?"),
        (
            "{{ (letter.deciding or letter.settling).place_ }}",
            1,
            "deciding has no 'place_'; did you mean 'place'?",
        ),
        ("{% set w = letter.work %}\n{{ w.asets }}", 2, "work has no 'asets'; did you mean 'assets'?"),
        (
            "{% macro m(it) %}\n{{ it.nme }}{% endmacro %}{{ m(letter.about) }}",
            2,
            "about has no 'nme'; did you mean 'name'?",
        ),
        (
            "{% macro m(it) %}\n{{ it.nme }}{% endmacro %}{{ m(it=letter.about) }}",
            2,
            "about has no 'nme'; did you mean 'name'?",
        ),
        ("{% macro m() %}{{ nothing }}{% endmacro %}", 1, "there is no 'nothing' to print"),
        ("{{ nothing|upper }}{{ loop.index }}", 1, "there is no 'nothing' to print"),
        ("{{ 'a' ~ nothing }}", 1, "there is no 'nothing' to print"),
        ("{% if nothing %}{% endif %}", 1, "there is no 'nothing' to print"),
        ("{% block b %}{{ nothing }}{% endblock %}", 1, "there is no 'nothing' to print"),
        ("{% include 'en/none.md.j2' %}", 1, "there is no template 'en/none.md.j2'"),
        ("{% extends 'en/none.md.j2' %}", 1, "there is no template 'en/none.md.j2'"),
        ("{% from 'en/none.md.j2' import a %}", 1, "there is no template 'en/none.md.j2'"),
        ("{% import 'en/none.md.j2' as a %}", 1, "there is no template 'en/none.md.j2'"),
        (
            "{% from 'en/_letter.md.j2' import heed %}",
            1,
            "'en/_letter.md.j2' has no macro 'heed'; did you mean 'head'?",
        ),
    ],
)
def test_what_is_not_there_is_told_with_its_line(text: str, line: int, message: str, tmp_path: Path) -> None:
    assert found(tmp_path, text) == [(line, message)]


@pytest.mark.parametrize(
    "text",
    [
        "{{ letter.nothing is defined }}",
        "{% for a in range(3) %}{{ a }}{{ loop.index }}{% else %}{{ letter.day }}{% endfor %}",
        "{% set a = 1 %}{{ a }}{% set b %}x{% endset %}{{ b }}",
        "{% macro m(a, b=1) %}{{ a }}{{ b }}{{ letter.day }}{% endmacro %}{{ m(1) }}",
        "{% for a, b in [(1, 2)] %}{{ a }}{{ b }}{% endfor %}",
        "{{ {'a': letter.day}['a'] }}",
        "{{ letter.promises[0].what }}",
        "{{ letter.work.shared if letter.work else letter.day }}",
        "{% import 'en/_letter.md.j2' as parts %}{{ parts.close(letter) }}",
    ],
)
def test_what_is_there_is_fine(text: str, tmp_path: Path) -> None:
    assert found(tmp_path, text) == []


def test_a_macro_from_elsewhere_sees_only_what_it_is_given(tmp_path: Path) -> None:
    own_press(tmp_path, "en/_own.md.j2", "{% macro m(a) %}\n{{ letter.day }}{{ a.nme }}{% endmacro %}")
    text = "{% from 'en/_own.md.j2' import m %}{{ m(letter.about) }}"
    assert found(tmp_path, text) == [
        (2, "there is no 'letter' to print"),
        (2, "about has no 'nme'; did you mean 'name'?"),
    ]


def test_what_is_included_is_looked_through_too(tmp_path: Path) -> None:
    own_press(tmp_path, "en/_part.md.j2", "\n\n{{ letter.nme }}")
    sandbox = Sandbox(own_press(tmp_path, NAME, "{% include 'en/_part.md.j2' %}").folders)
    (one,) = complaints(NAME, sandbox, ["letter"])
    assert (Path(one.file).name, one.line) == ("_part.md.j2", 3)


def test_templates_that_include_one_another_come_to_an_end(tmp_path: Path) -> None:
    own_press(tmp_path, "en/_part.md.j2", "{% include 'en/x.md.j2' %}")
    assert (
        found(tmp_path, "{% include 'en/_part.md.j2' %}{% macro f(a) %}{{ f(a) }}{% endmacro %}{{ f(1) }}")
        == []
    )


@pytest.mark.parametrize(
    "text", ["\n{% if %}", "\n{{ 'a'|safe }}", "\n{% autoescape true %}{% endautoescape %}"]
)
def test_what_is_no_template_is_an_error_with_its_line(text: str, tmp_path: Path) -> None:
    with pytest.raises(BrokenTemplateError, match=r"x\.md\.j2:2: "):
        found(tmp_path, text)
