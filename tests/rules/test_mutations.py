"""Whether the cases of the rules would notice a mistake in any condition of any rule.

Each condition of a rule, and of the functions of its module that it calls, is replaced by True and by False:
some case must then come out otherwise. A condition that no case can tell from a constant is either untested
or not needed.
"""

import __future__

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any, NamedTuple

import pytest

from coalitionkit.edits import Fix
from coalitionkit.findings import Profile
from coalitionkit.loading import Loaded, load
from coalitionkit.places import PLAN
from coalitionkit.rules.cases import Case, cases_of
from coalitionkit.rules.engine import judge
from coalitionkit.rules.families.linter import RULE_FAILED
from coalitionkit.rules.rule import Breach, Rule, Snapshot
from coalitionkit.settings import Settings, settings_for
from rules.test_cases import AS_OF, JUDGED, files_of, told

EQUIVALENT: Mapping[tuple[str, str, bool], str] = {}
"""Mutants that no plan can tell from the rule: function, condition and constant, and the reason.

Better than an entry here is a rule without the condition.
"""


@dataclass(frozen=True)
class Place:
    """Where a condition hangs in a tree: below which node, in which field and, in a list, at which index."""

    parent: ast.AST
    field: str
    index: int | None

    @property
    def condition(self) -> ast.expr:
        """The condition itself."""
        value = getattr(self.parent, self.field)
        found = value if self.index is None else value[self.index]
        assert isinstance(found, ast.expr)
        return found

    def put(self, condition: ast.expr) -> None:
        """Hang another condition here."""
        if self.index is None:
            setattr(self.parent, self.field, condition)
        else:
            getattr(self.parent, self.field)[self.index] = condition


Outcome = tuple[str, Fix | None]
"""A finding as the cases write it, and what mends it."""


class Function(NamedTuple):
    """A function of a family, the rules whose findings it shapes, and the functions that these call."""

    name: str
    module: ModuleType
    rules: tuple[Rule, ...]
    trees: Mapping[str, ast.FunctionDef]

    def __str__(self) -> str:
        return f"{self.module.__name__.rpartition('.')[2]}.{self.name}"


class Mutant(NamedTuple):
    """A function with one condition replaced by a constant."""

    function: Function
    place: Place
    constant: bool

    def __str__(self) -> str:
        return f"line {self.place.condition.lineno}: '{self.key[1]}' is always {self.constant}"

    @property
    def key(self) -> tuple[str, str, bool]:
        """What names the mutant in the table of equivalents."""
        return str(self.function), ast.unparse(self.place.condition), self.constant


def functions_of(module: ModuleType) -> Mapping[str, ast.FunctionDef]:
    """Return the functions of a module by name, without decorators."""
    found = {}
    for node in ast.parse(inspect.getsource(module)).body:
        if isinstance(node, ast.FunctionDef):
            node.decorator_list = []
            found[node.name] = node
    return found


def reached_from(name: str, trees: Mapping[str, ast.FunctionDef]) -> set[str]:
    """Return a function and those of its module that it calls, directly or not."""
    reached: set[str] = set()
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current not in reached:
            reached.add(current)
            names = (node.id for node in ast.walk(trees[current]) if isinstance(node, ast.Name))
            waiting.extend(name for name in names if name in trees)
    return reached


def all_functions() -> Iterator[Function]:
    """Return every function that shapes the findings of a rule."""
    judges: dict[str, dict[str, Rule]] = {}
    for rule in JUDGED:
        assert rule.judge is not None
        judges.setdefault(rule.judge.__module__, {})[rule.judge.__name__] = rule
    for module_name, rules in judges.items():
        module = sys.modules[module_name]
        trees = functions_of(module)
        reached = {name: reached_from(name, trees) for name in rules}
        for name in trees:
            through = [start for start, names in reached.items() if name in names]
            if through:
                needed = set().union(*(reached[start] for start in through))
                shaped = tuple(rules[start] for start in through)
                yield Function(name, module, shaped, {key: trees[key] for key in trees if key in needed})


def conditions(tree: ast.AST) -> Iterator[Place]:
    """Return each place where a tree asks whether something is so."""
    for parent in ast.walk(tree):
        for field, value in ast.iter_fields(parent):
            items = enumerate(value) if isinstance(value, list) else [(None, value)]
            for index, node in items:
                if isinstance(node, ast.expr) and _asks(parent, field, node):
                    yield Place(parent, field, index)


def _asks(parent: ast.AST, field: str, node: ast.expr) -> bool:
    match parent:
        case ast.UnaryOp(op=ast.Not()):
            return False  # `not x` as a whole is the same question
        case ast.BoolOp() if isinstance(node, ast.Constant):
            return False
        case ast.If() | ast.IfExp() | ast.While() if field == "test":
            return True
        case ast.BoolOp() | ast.comprehension(ifs=[_, *_]) if field in {"values", "ifs"}:
            return True
        case ast.match_case() if field == "guard":
            return True
    match node:
        case ast.Compare() | ast.UnaryOp(op=ast.Not()):
            return True
        case ast.Call(func=ast.Name(id="any" | "all")):
            return True
    return False


def mutants_of(function: Function) -> Iterator[Mutant]:
    """Return every mutant of a function; a loop is never made endless."""
    for place in conditions(function.trees[function.name]):
        for constant in (True, False):
            if not (constant and isinstance(place.parent, ast.While)):
                yield Mutant(function, place, constant)


def compiled(function: Function) -> dict[str, Any]:
    """Return the names of a function's module, with its functions as the trees have them now."""
    namespace = dict(vars(function.module))
    body = ast.Module(list(function.trees.values()), type_ignores=[])
    # Annotations are not looked at, which is most of the time that it takes to run definitions.
    flags = __future__.annotations.compiler_flag
    exec(compile(body, "mutant", "exec", flags, dont_inherit=True), namespace)  # noqa: S102 - our own code
    return namespace


def is_noticed(mutant: Mutant) -> bool:
    """Whether some case of some rule comes out otherwise."""
    sound = mutant.place.condition
    mutant.place.put(ast.copy_location(ast.Constant(mutant.constant), sound))
    try:
        namespace = compiled(mutant.function)
    finally:
        mutant.place.put(sound)
    rules = [(rule, rule.judge.__name__) for rule in mutant.function.rules if rule.judge is not None]
    return any(
        outcome(rule._replace(judge=namespace[name]), prepared) != sound_outcome(rule, number)
        for rule, name in rules
        for number, prepared in enumerate(prepared_cases(rule.check.name))
    )


@cache
def _sound_outcomes(code: str) -> list[list[Outcome]]:
    (rule,) = (rule for rule in JUDGED if rule.check.code == code)
    return [outcome(rule, prepared) for prepared in prepared_cases(rule.check.name)]


def sound_outcome(rule: Rule, number: int) -> list[Outcome]:
    """Return what a rule as it is finds in one of its cases."""
    return _sound_outcomes(rule.check.code)[number]


class Prepared(NamedTuple):
    """A case as the engine takes it."""

    case: Case
    loaded: Loaded
    settings: Settings


@cache
def prepared_cases(name: str) -> tuple[Prepared, ...]:
    """Return the cases of a rule, the bad ones first, each loaded once for all mutants."""
    cases = cases_of(name)
    found = [(case, load(files_of(case))) for case in (*cases.bad, *cases.good)]
    return tuple(
        Prepared(case, one, settings_for(one.committed, profile=Profile.SUSTAIN, advice=True))
        for case, one in found
    )


def outcome(rule: Rule, prepared: Prepared) -> list[Outcome]:
    """Return what a rule finds in a case and what would mend it, and that it fails if it does."""
    verdict = judge(prepared.loaded, [rule], settings=prepared.settings, as_of=AS_OF)
    codes = {rule.check.code, RULE_FAILED.check.code}
    return [(told(finding), finding.fix) for finding in verdict.findings if finding.check.code in codes]


FUNCTIONS = tuple(all_functions())


@pytest.mark.parametrize("function", FUNCTIONS, ids=str)
def test_some_case_notices_a_mistake_in_any_condition(function: Function) -> None:
    mutants = (mutant for mutant in mutants_of(function) if mutant.key not in EQUIVALENT)
    unnoticed = [str(mutant) for mutant in mutants if not is_noticed(mutant)]
    names = ", ".join(rule.check.name for rule in function.rules)
    assert not unnoticed, f"{function}: no case of {names} notices\n" + "\n".join(unnoticed)


def test_the_table_of_equivalent_mutants_is_not_stale() -> None:
    known = {mutant.key: mutant for function in FUNCTIONS for mutant in mutants_of(function)}
    stale = [key for key in EQUIVALENT if key not in known or is_noticed(known[key])]
    assert not stale, f"these are gone, or some case notices them: {stale}"
    assert all(EQUIVALENT.values())


@pytest.mark.parametrize("rule", JUDGED, ids=lambda rule: rule.check.code)
def test_the_bad_cases_notice_a_rule_that_finds_nothing(rule: Rule) -> None:
    def blind(_snapshot: Snapshot, **_options: int) -> Iterator[Breach]:
        return iter(())

    for prepared in prepared_cases(rule.check.name):
        if prepared.case.finds:
            assert outcome(rule._replace(judge=blind), prepared) == []


@pytest.mark.parametrize("rule", JUDGED, ids=lambda rule: rule.check.code)
def test_every_case_notices_a_rule_that_always_finds_something(rule: Rule) -> None:
    def hasty(_snapshot: Snapshot, **_options: int) -> Iterator[Breach]:
        yield Breach(PLAN, "something is wrong here; look for it")

    for prepared in prepared_cases(rule.check.name):
        found = outcome(rule._replace(judge=hasty), prepared)
        assert [message for message, _ in found] != list(prepared.case.finds), prepared.case.shown


QUESTIONS = """
def found(plan, days):
    if plan.old and not plan.closed:
        yield plan.a if plan.ready else plan.b
    while days > 3:
        days -= 1
    return any(part.due for part in plan.parts if part.open or "")
"""


def test_the_questions_of_a_function_are_found() -> None:
    asked = [ast.unparse(place.condition) for place in conditions(ast.parse(QUESTIONS))]
    assert sorted(asked) == [
        "any((part.due for part in plan.parts if part.open or ''))",
        "days > 3",
        "not plan.closed",
        "part.open",
        "part.open or ''",
        "plan.old",
        "plan.old and (not plan.closed)",
        "plan.ready",
    ]
