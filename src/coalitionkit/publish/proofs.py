"""Proofs: whether templates can be used, found out without making a document.

Every name that a template uses is held against the context: what a record holds, what a macro is called
with, what a loop runs over. Where nothing can be said, nothing is complained about.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple, cast

from jinja2 import nodes

from coalitionkit.errors import BrokenTemplateError
from coalitionkit.prose import did_you_mean
from coalitionkit.publish.environment import Sandbox
from coalitionkit.publish.shapes import ANY, Kinds, alternatives, hints, items, lists_of, records_in, whole

_SAME = frozenset({"select", "selectattr", "reject", "rejectattr", "sort", "list", "reverse", "unique"})
_ONE = frozenset({"first", "last", "min", "max"})
_GIVEN = frozenset({"range", "loop", "self", "caller", "varargs", "kwargs"})
_INNER = (nodes.Block, nodes.With, nodes.FilterBlock, nodes.CallBlock, nodes.Scope)


class Complaint(NamedTuple):
    """What is wrong with a template, and where."""

    file: str
    line: int
    message: str


def complaints(name: str, sandbox: Sandbox, given: Iterable[str]) -> tuple[Complaint, ...]:
    """Return what is wrong with a template that gets the records of these names, each thing once.

    Templates that it includes, extends or takes macros from are looked through with it. Raises
    BrokenTemplateError where one of them cannot be read as a template at all.
    """
    known = whole()
    reader = _Reader(sandbox)
    reader.template(name, {one: frozenset({known[one]}) for one in given})
    return tuple(dict.fromkeys(reader.found))


def asked_of(name: str, sandbox: Sandbox) -> set[str]:
    """Return the names of the records that a template uses, with those that it includes."""
    reader = _Reader(sandbox)
    reader.template(name, dict.fromkeys(whole(), ANY))
    return reader.used & whole().keys()


class _Reader:
    """Walks through templates, and knows of each value what it may be."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.found: list[Complaint] = []
        self.used: set[str] = set()
        self.file = ""
        self._seen: set[Any] = set()
        self._trees: dict[str, tuple[nodes.Template, str]] = {}
        self._statements: dict[type, Callable[[Any, _Scope], None]] = {
            nodes.For: self._for,
            nodes.Macro: self._macro,
            nodes.Assign: self._set,
            nodes.AssignBlock: self._set_block,
            nodes.FromImport: self._from_import,
            nodes.Import: self._import,
            nodes.Include: self._include,
            nodes.Extends: self._include,
        }
        self._expressions: dict[type, Callable[[Any, _Scope], Kinds]] = {
            nodes.Name: self._name,
            nodes.Getattr: self._part,
            nodes.Getitem: self._item,
            nodes.Call: self._call,
            nodes.Filter: self._filtered,
            nodes.CondExpr: self._either,
            nodes.And: self._either,
            nodes.Or: self._either,
            nodes.Test: self._test,
        }

    def tree(self, name: str) -> nodes.Template:
        """Return what a template consists of; complaints are about its file from now on."""
        if name not in self._trees:
            self._trees[name] = self.sandbox.tree(name)
        tree, self.file = self._trees[name]
        return tree

    def template(self, name: str, scope: Mapping[str, Kinds]) -> None:
        """Look through a template with what it gets."""
        key = str((name, sorted((one, sorted(map(str, kinds))) for one, kinds in scope.items())))
        before = self.file
        if key not in self._seen:
            self._seen.add(key)
            tree = self.tree(name)
            inside = _Scope(scope, tree, name)
            self._body(tree.body, inside)
            for macro in inside.macros.values():
                if macro.template == name:  # those that nobody here calls, too
                    self._called(macro, {})
        self.file = before

    def _complain(self, node: nodes.Node, message: str) -> None:
        self.found.append(Complaint(self.file, node.lineno, message))

    def _body(self, body: Iterable[nodes.Node], scope: "_Scope") -> None:
        for node in body:
            self._statement(node, scope)

    def _statement(self, node: nodes.Node, scope: "_Scope") -> None:
        read = self._statements.get(type(node))
        if read:
            read(node, scope)
        elif isinstance(node, nodes.Expr):
            self._kinds(node, scope)
        elif isinstance(node, _INNER):
            for child in node.iter_child_nodes(exclude=("body",)):
                self._statement(child, scope)
            self._body(node.body, scope.within())
        else:
            self._body(node.iter_child_nodes(), scope)

    def _for(self, node: nodes.For, scope: "_Scope") -> None:
        inner = scope.within()
        self._assign(node.target, items(self._kinds(cast("nodes.Expr", node.iter), scope)), inner)
        if node.test:
            self._body((node.test,), inner)
        self._body(node.body, inner)
        self._body(node.else_, scope)

    def _macro(self, node: nodes.Macro, scope: "_Scope") -> None:
        """Pass a macro by: it is looked through where it is called, as only there it is known with what."""

    def _set(self, node: nodes.Assign, scope: "_Scope") -> None:
        self._assign(node.target, self._kinds(cast("nodes.Expr", node.node), scope), scope)

    def _set_block(self, node: nodes.AssignBlock, scope: "_Scope") -> None:
        self._body(node.body, scope.within())
        self._assign(node.target, frozenset({str}), scope)

    def _import(self, node: nodes.Import, scope: "_Scope") -> None:
        self._named(node.template, node)
        scope.values[node.target] = ANY

    def _include(self, node: nodes.Include | nodes.Extends, scope: "_Scope") -> None:
        name = self._named(node.template, node)
        if not isinstance(node.template, nodes.Const):
            self._kinds(node.template, scope)
        elif name:
            self.template(name, scope.values)

    def _from_import(self, node: nodes.FromImport, scope: "_Scope") -> None:
        name = self._named(node.template, node)
        taken = [one if isinstance(one, tuple) else (one, one) for one in node.names]
        scope.values.update((target, ANY) for _, target in taken)
        if name is None:
            return
        file = self.file
        tree = self.tree(name)
        self.file = file
        # Macros that are taken from elsewhere see nothing of the template that takes them.
        there = _Scope(dict.fromkeys(_set_in(tree), ANY), tree, name)
        for macro, target in taken:
            if macro in there.macros:
                scope.macros[target] = there.macros[macro]
            else:
                self._complain(node, f"'{name}' has no macro '{macro}'{did_you_mean(macro, there.macros)}")

    def _named(self, template: nodes.Expr, node: nodes.Node) -> str | None:
        """Return the name of another template where it is written out; complain when there is none."""
        if not isinstance(template, nodes.Const):
            return None
        name = str(template.value)
        try:
            if self.sandbox.has(name):
                return name
            self._complain(node, f"there is no template '{name}'")
        except BrokenTemplateError as error:
            self._complain(node, error.message)
        return None

    def _assign(self, target: nodes.Node, kinds: Kinds, scope: "_Scope") -> None:
        for name in (target, *target.find_all(nodes.Name)):
            if isinstance(name, nodes.Name):
                scope.values[name.name] = kinds if name is target else ANY

    def _kinds(self, node: nodes.Expr, scope: "_Scope") -> Kinds:
        """Return what an expression may be, after complaints about whatever stands in it."""
        read = self._expressions.get(type(node))
        if read:
            return read(node, scope)
        self._body(node.iter_child_nodes(), scope)
        return frozenset({type(node.value)}) if isinstance(node, nodes.Const) else ANY

    def _part(self, node: nodes.Getattr, scope: "_Scope") -> Kinds:
        return self._attribute(node, node.attr, self._kinds(node.node, scope))

    def _item(self, node: nodes.Getitem, scope: "_Scope") -> Kinds:
        kinds = self._kinds(node.node, scope)
        if not isinstance(node.arg, nodes.Const):
            self._kinds(node.arg, scope)
            return ANY
        if isinstance(node.arg.value, str):
            return self._attribute(node, node.arg.value, kinds) if records_in(kinds) else ANY
        return items(kinds)

    def _either(self, node: nodes.Expr, scope: "_Scope") -> Kinds:
        parts = [self._kinds(cast("nodes.Expr", one), scope) for one in node.iter_child_nodes()][-2:]
        return frozenset().union(*parts) if all(parts) else ANY

    def _test(self, node: nodes.Test, scope: "_Scope") -> Kinds:
        if node.name not in {"defined", "undefined"}:
            self._body(node.iter_child_nodes(), scope)
        return frozenset({bool})

    def _name(self, node: nodes.Name, scope: "_Scope") -> Kinds:
        if node.name in scope.values:
            self.used.add(node.name)
            return scope.values[node.name]
        if node.name not in _GIVEN and node.name not in scope.macros:
            known = [*scope.values, *scope.macros]
            self._complain(node, f"there is no '{node.name}' to print{did_you_mean(node.name, known)}")
            if node.name in whole():  # said once is enough for a record that is for other documents
                scope.values[node.name] = ANY
        return ANY

    def _attribute(self, node: nodes.Expr, name: str, kinds: Kinds) -> Kinds:
        if not kinds:
            return ANY
        records = records_in(kinds)
        held = [hints(one) for one in records]
        found = [one[name] for one in held if name in one]
        if found:
            return frozenset(kind for one in found for kind in alternatives(one))
        if held:
            close = did_you_mean(name, [key for one in held for key in one])
            self._complain(node, f"{records[0].__name__.lower()} has no '{name}'{close}")
        else:
            self._complain(node, f"this is no record: it has no '{name}'")
        return ANY

    def _call(self, node: nodes.Call, scope: "_Scope") -> Kinds:
        arguments = [self._kinds(one, scope) for one in node.args]
        named = {one.key: self._kinds(one.value, scope) for one in node.kwargs}
        if isinstance(node.node, nodes.Name) and node.node.name in scope.macros:
            macro = scope.macros[node.node.name]
            parameters = [one.name for one in macro.node.args]
            self._called(macro, dict(zip(parameters, arguments, strict=False)) | named)
            return frozenset({str})
        self._kinds(node.node, scope)
        return frozenset({int}) if isinstance(node.node, nodes.Name) and node.node.name == "range" else ANY

    def _called(self, macro: "_Macro", given: Mapping[str, Kinds]) -> None:
        """Look through a macro with what it is called with."""
        key = str(
            (
                macro.template,
                macro.node.name,
                [(one, sorted(map(str, kinds))) for one, kinds in given.items()],
            )
        )
        if key not in self._seen:
            self._seen.add(key)
            before = self.file
            self.tree(macro.template)
            inner = macro.scope.within()
            inner.values.update({one.name: ANY for one in macro.node.args} | dict(given))
            self._body(macro.node.body, inner)
            self.file = before

    def _filtered(self, node: nodes.Filter, scope: "_Scope") -> Kinds:
        kinds = self._kinds(node.node, scope) if node.node else ANY
        self._body((*node.args, *node.kwargs), scope)
        by = (
            node.args[0]
            if node.args
            else next((one.value for one in node.kwargs if one.key == "attribute"), None)
        )
        picks = node.name in {"selectattr", "rejectattr"} or (node.name in {"map", "sort"} and node.kwargs)
        if picks and isinstance(by, nodes.Const) and records_in(items(kinds)):
            taken = self._attribute(node, str(by.value), items(kinds))
            if node.name == "map":
                return lists_of(taken)
        if node.name in _SAME:
            return kinds
        return items(kinds) if node.name in _ONE else ANY


class _Macro(NamedTuple):
    """A macro, the name of the template that it stands in, and what it sees there."""

    template: str
    node: nodes.Macro
    scope: "_Scope"


class _Scope:
    """What names stand for at a place in a template."""

    def __init__(self, values: Mapping[str, Kinds], tree: nodes.Template, name: str) -> None:
        self.values = dict(values)
        self.macros = {macro.name: _Macro(name, macro, self) for macro in tree.find_all(nodes.Macro)}

    def within(self) -> "_Scope":
        """Return a scope that sees this one, and whose own names end with it."""
        inner = object.__new__(_Scope)
        inner.values, inner.macros = dict(self.values), dict(self.macros)
        return inner


def _set_in(tree: nodes.Template) -> set[str]:
    """Return the names that a template gives values to by itself."""
    targets = [one.target for one in tree.find_all(nodes.Assign)]
    targets += [one.target for one in tree.find_all(nodes.AssignBlock)]
    names = [(one, *one.find_all(nodes.Name)) for one in targets]
    return {name.name for several in names for name in several if isinstance(name, nodes.Name)}
