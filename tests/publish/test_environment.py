"""The sandbox: what a template may do, what is refused, and how errors are told."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from coalitionkit.errors import BrokenTemplateError
from coalitionkit.places import PLAN
from coalitionkit.publish.environment import MAX_OUTPUT, Sandbox
from coalitionkit.publish.gaps import Gap
from coalitionkit.publish.templates import Folders

GAP = Gap("why", "say why", PLAN / "x", "GAP: say *why*")


@dataclass(frozen=True, slots=True)
class Thing:
    """A record for templates."""

    name: str = "*Ana* & <Sons>"
    none: str | None = None
    several: tuple[str, ...] = ("a", "*b*")

    def secret(self) -> str:
        """Return what no template may see."""
        return "secret"


def written(folder: Path, template: str, **values: object) -> str:
    (folder / "x.md.j2").write_text(template, encoding="utf-8")
    return Sandbox(Folders((folder,))).write("x.md.j2", {"thing": Thing(), "gap": GAP} | values)


def refusal(folder: Path, template: str) -> str:
    with pytest.raises(BrokenTemplateError) as caught:
        written(folder, template)
    return caught.value.message


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ thing.name }}", r"\*Ana\* & \<Sons>"),
        ("{{ 1 + 2 }} {{ 7 // 2 }}", "3 3"),
        ("{{ thing.several|join(', ') }}", r"a, \*b\*"),
        ("{{ gap }}", r"**[GAP: say \*why\*]**"),
        ("{{ [gap, 'x']|join(' and ') }}", r"**[GAP: say \*why\*]** and x"),
        ("{{ gap is gap }} {{ thing.name is gap }}", "True False"),
        ("{% macro m(x) %}**{{ x }}**{% endmacro %}{{ m(thing.name) }}", r"**\*Ana\* & \<Sons>**"),
        ("{% macro m(x) %}**{{ x }}**{% endmacro %}{{ '_' ~ m('a') }}", r"\_**a**"),
        ("{% set x %}*{{ thing.name }}*{% endset %}{{ x }}", r"*\*Ana\* & \<Sons>*"),
        ("{% for i in range(3) %}{{ loop.index }}{{ loop.cycle('.', '!') }}{% endfor %}", "1.2!3."),
        ("{{ thing.none or 'nobody' }}", "nobody"),
        ("{% if thing.none %}x{% endif %}", ""),
        ("{{ {'a': 'b'}['a'] }}", "b"),
        ("{% filter upper %}a{% endfilter %}", "A"),
        ("{% block b %}{{ thing.name|upper }}{% endblock %}{{ self.b() }}", r"\*ANA\* & \<SONS>" * 2),
        ("{{ thing.name|paragraphs }}", r"\*Ana\* & \<Sons>"),
        ("{{ 'A vote'|sentences('a the') }}", "a vote."),
    ],
)
def test_templates_can(template: str, expected: str, tmp_path: Path) -> None:
    assert written(tmp_path, template) == expected


ESCAPES = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''['__class__'] }}",
    "{{ thing|attr('__class__') }}",
    "{{ thing.secret() }}",
    "{{ thing['secret']() }}",
    "{{ [thing]|map(attribute='__class__')|list|first }}",
    "{{ [thing]|map(attribute='__init__.__globals__')|first }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ range.__self__ }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum.__globals__['os'] }}",
    "{{ joiner() }}{{ namespace() }}{{ dict() }}",
    "{{ '%s'|format(thing) }}",
    "{{ '{0.__class__}'.format(thing) }}",
    "{{ ('{0.__class__}'|format)(thing) }}",
    "{{ thing.name|safe }}",
    "{{ thing.name|e }}",
    "{{ thing.name|forceescape }}{{ thing.name|urlize }}",
    "{{ thing|pprint }}",
    "{{ thing }}",
    "{{ thing.several }}",
    "{{ range }}",
    "{{ thing.name.upper() }}",
    "{% autoescape true %}{{ thing.name }}{% endautoescape %}",
    "{% include '/etc/passwd' %}",
    "{% include '../outside.md.j2' %}",
    "{% include 'en/../../outside.md.j2' %}",
    "{% include '..\\\\outside.md.j2' %}",
    "{% import 'os' as os %}",
    "{% include 'link.md.j2' %}",
    "{% extends 'folder/secret.md.j2' %}",
    "{{ 'a' * 1000000000 }}",
    "{{ [0] * 1000000000 }}",
    "{{ 10 ** 10 ** 10 }}",
    "{{ 'a' + 'a' }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ 'a'|center(1000000000) }}",
    "{{ range(10000000)|list|length }}",
    "{% for a in range(999) %}{% for b in range(999) %}{% endfor %}{% endfor %}",
    "{% macro f() %}{{ f() }}{{ f() }}{% endmacro %}{{ f() }}",
    "{% macro f(n) %}{% if n %}{{ f(n-1) }}{{ f(n-1) }}{% endif %}{% endmacro %}{{ f(60) }}",
    "{% include 'x.md.j2' %}",
    "{% for a in range(900) %}{% for b in range(40) %}" + "x" * 40 + "{% endfor %}{% endfor %}",
    "{% macro f(x, n) %}{% if n %}{{ f(x ~ x, n-1) }}{% endif %}{{ x }}{% endmacro %}{{ f('aa', 40) }}",
    "{{ nothing }}",
    "{{ thing.nme }}",
    "{{ thing.none }}",
    "{{ 'a' ~ thing.none }}",
    "{{ thing.none.name }}",
    "{{ 1 / 0 }}",
    "{{ 'a'|int|nosuchfilter }}",
    "{% debug %}",
    "{% do thing.secret() %}",
    "{{ thing.name|map('safe')|join }}",
    "{% set thing.name = 'x' %}",
]


@pytest.mark.parametrize("template", ESCAPES)
def test_escapes_are_refused(template: str, tmp_path: Path) -> None:
    inside = tmp_path / "templates"
    inside.mkdir()
    (tmp_path / "outside.md.j2").write_text("secret", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "secret.md.j2").write_text("secret", encoding="utf-8")
    (inside / "link.md.j2").symlink_to(tmp_path / "outside.md.j2")
    (inside / "folder").symlink_to(tmp_path / "folder")
    message = refusal(inside, template)
    assert "secret" not in message.replace("secret.md.j2", "").replace("'secret'", "")
    assert "root:" not in message


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("\n\n{{ nothing }}", ":3: there is no 'nothing' to print"),
        ("a\n{{ thing.nme }}", ":2: thing has no 'nme'; did you mean 'name'?"),
        ("{% if %}", ":1: Expected an expression, got 'end of statement block'"),
        ("\n{{ thing.none }}", ":2: nothing is recorded here to print; ask with {% if %} first"),
        (
            "{{ thing.none.name }}",
            ":1: nothing is recorded here, so there is no 'name'; ask with {% if %} first",
        ),
        ("{{ ''.__class__ }}", ":1: a template may not look at '__class__'"),
        ("{{ 'a'|safe }}", ":1: No filter named 'safe'."),
        ("\n{% include 'none.md.j2' %}", ":2: there is no template 'none.md.j2'"),
        ("\n{% include 'x.md.j2' %}", ":2: it calls itself without end"),
    ],
)
def test_errors_name_file_and_line(template: str, message: str, tmp_path: Path) -> None:
    assert refusal(tmp_path, template) == f"{(tmp_path / 'x.md.j2').as_posix()}{message}"


def test_an_error_in_an_included_template_names_that_one(tmp_path: Path) -> None:
    (tmp_path / "part.md.j2").write_text("\n{{ oops }}", encoding="utf-8")
    assert refusal(tmp_path, "{% include 'part.md.j2' %}").startswith(
        f"{(tmp_path / 'part.md.j2').as_posix()}:2:"
    )


def test_output_up_to_the_bound_is_fine(tmp_path: Path) -> None:
    line = "x" * (MAX_OUTPUT // 1000)
    assert len(written(tmp_path, "{% for i in range(1000) %}" + line + "{% endfor %}")) == MAX_OUTPUT


def test_steps_are_counted_for_each_document(tmp_path: Path) -> None:
    (tmp_path / "x.md.j2").write_text("{% for i in range(900) %}{% endfor %}ok", encoding="utf-8")
    sandbox = Sandbox(Folders((tmp_path,)))
    assert {sandbox.write("x.md.j2", {}) for _ in range(100)} == {"ok"}


def test_text_of_a_plan_is_never_run(tmp_path: Path) -> None:
    assert (
        written(tmp_path, "{{ text }}", text="{{ 7*7 }} {% include 'x' %}") == r"{{ 7\*7 }} {% include 'x' %}"
    )
