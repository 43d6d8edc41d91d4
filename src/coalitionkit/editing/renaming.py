"""A record gets another id, and everything that refers to it follows."""

from collections.abc import Iterable, Iterator

from coalitionkit.editing.desk import Desk
from coalitionkit.edits import RenameId
from coalitionkit.errors import UneditableError, UnknownRecordError
from coalitionkit.loading.survey import Survey, survey
from coalitionkit.loading.tracing import Tracer
from coalitionkit.model.coalition import Coalition
from coalitionkit.places import Address, Item
from coalitionkit.prose import quoted
from coalitionkit.source.changes import Path, Rekey, Replace
from coalitionkit.source.tree import MappingNode, Node, ScalarNode, SequenceNode

_OWN_WORDS = "vocabulary"


def rename_id(desk: Desk, edit: RenameId) -> None:
    """Give a record another id, there and wherever the plan or its overlay refers to it.

    Raises UneditableError when a reference could mean another record with the same id.
    """
    if not edit.at.steps or not isinstance(edit.at.steps[-1], Item):
        raise UnknownRecordError(f"{quoted(str(edit.at))} is no record with an id")
    assembled = desk.assembled()
    trees = [tree for tree in (assembled.root, assembled.overlay) if tree is not None]
    surveys = [survey(tree, Coalition) for tree in trees]
    nodes = [node for surveyed in surveys for node in _meant(surveyed, surveys[0], edit.at)]
    if edit.at.steps[:1] == (_OWN_WORDS,):
        nodes.extend(_ids_of_word(trees, edit.at))
    if not nodes:
        raise UnknownRecordError(f"there is no {quoted(str(edit.at))} in the plan")
    for file in {node.text.file for node in nodes}:
        mine = {node.start for node in nodes if node.text.file == file}
        changes = [
            Rekey(path, edit.new) if is_key else Replace(path, edit.new)
            for path, node, is_key in _scalars(desk.root(file), ())
            if node.start in mine
        ]
        desk.change(file, *changes)


def _meant(surveyed: Survey, plan: Survey, at: Address) -> Iterator[ScalarNode]:
    """Yield the scalars of one tree that hold the id of the record at an address."""
    old = str(at.steps[-1]) if at.steps and isinstance(at.steps[-1], Item) else ""
    if at.steps[:1] == (_OWN_WORDS,):
        section = str(at.steps[1])
        yield from (
            term.node
            for term in surveyed.terms
            if term.node.value == old and term.vocabulary.extended_by == section
        )
        return
    own = [one for one in plan.identified if one.address == at]
    if not own:
        return
    record = own[0].record
    yield from (one.node for one in surveyed.identified if one.address == at)
    others = {
        one.record.noun for one in plan.identified if one.node.value == old and one.record is not record
    }
    for pointer in surveyed.pointers:
        if pointer.node.value != old or record.noun not in pointer.refers.nouns:
            continue
        if others & set(pointer.refers.nouns):
            line = pointer.node.place.span.start.line
            raise UneditableError(
                f"'{old}' on line {line} of {pointer.node.text.file} may mean more than one record; "
                "rename by hand"
            )
        yield pointer.node


def _ids_of_word(trees: Iterable[MappingNode], at: Address) -> Iterator[ScalarNode]:
    """Yield the ids of a word of the plan's own: nothing refers to it by a noun, so no survey notes it."""
    for tree in trees:
        trace = Tracer(tree, Coalition).by_address(at / "id")
        if not trace.missing and isinstance(trace.node, ScalarNode):
            yield trace.node


def _scalars(node: Node | None, at: Path) -> Iterator[tuple[Path, ScalarNode, bool]]:
    """Yield all single values and keys with their paths; the last tells keys from values."""
    if isinstance(node, ScalarNode):
        yield at, node, False
    elif isinstance(node, SequenceNode):
        for index, item in enumerate(node.items):
            yield from _scalars(item, (*at, index))
    elif isinstance(node, MappingNode):
        for key, entry in node.entries.items():
            yield (*at, key), entry.key, True
            yield from _scalars(entry.value, (*at, key))
