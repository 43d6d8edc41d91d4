"""Plans of earlier formats are carried over to the current one, step by step and with their comments.

A migration leads from one format to the next. It works on paths, because addresses follow the models of the
current format, and an earlier one may have had other shapes. Each of its steps sees the files as the step
before left them. The number of the format changes last: what was begun is whole, or nothing has changed.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from coalitionkit.editing import Revision
from coalitionkit.editing.desk import Desk
from coalitionkit.edits import Bare
from coalitionkit.errors import UneditableError
from coalitionkit.loading import load
from coalitionkit.loading.formats import stated_format
from coalitionkit.prose import quoted
from coalitionkit.source.carrying import carried
from coalitionkit.source.changes import Change, Path, Replace
from coalitionkit.source.comments import comments
from coalitionkit.source.files import PlanFiles
from coalitionkit.source.tree import MappingNode, Node, SequenceNode


class Here(NamedTuple):
    """A change within one file."""

    file: str
    change: Change


class Carry(NamedTuple):
    """An entry that becomes the last one of a group, in its own file or another, with its comments."""

    file: str
    path: Path
    to_file: str
    group: Path
    key: str


Deed = Here | Carry


class Files(NamedTuple):
    """The files of a plan as a step finds them: what each holds, by name; `overlay` is None without one."""

    main: str
    overlay: str | None
    roots: Mapping[str, MappingNode]

    def nodes(self, *pattern: str) -> Iterator[tuple[str, Path, Node]]:
        """Yield what stands at paths of all files: each part of a pattern is a key, `*` any key or index."""
        for file, root in self.roots.items():
            for path, node in _matching(root, (), pattern):
                yield file, path, node


Step = Callable[[Files], Iterable[Deed]]
"""A part of a migration: a pure function that yields nothing for what is in the new format already."""


class Migration(NamedTuple):
    """The way from a format to the next one; `title` says in an imperative sentence what it does."""

    since: int
    title: str
    steps: tuple[Step, ...]


class Migrated(NamedTuple):
    """A plan in another format: which it was in, which it is in, and what was done."""

    since: int
    to: int
    done: tuple[Migration, ...]
    revision: Revision


MIGRATIONS: tuple[Migration, ...] = ()
"""The ways between formats, in order. There is one format so far, and so there is none."""


def migrated(files: PlanFiles, migrations: Sequence[Migration], current: int) -> Migrated:
    """Return a plan carried over to the current format; one that is in it stays as it is.

    Raises UneditableError when no way leads there, when a file cannot be read to its end, and when a comment
    would get lost.
    """
    desk = Desk(files)
    home, since = _stated(desk)
    if since > current:
        raise UneditableError(
            f"the plan is in format {since}, and this version reads formats up to {current}",
            hint="update coalitionkit",
        )
    ways = {one.since: one for one in migrations}
    done = []
    for number in range(since, current):
        way = ways.get(number)
        if way is None:
            raise UneditableError(
                f"there is no way from format {since} to format {current}; write 'format: {current}', and "
                "run 'coalition lint' to see what to mend"
            )
        before = _comments(desk)
        for step in way.steps:
            for deed in [*step(_seen(desk))]:
                _do(desk, deed)
        desk.change(home, Replace(("format",), Bare(str(number + 1))))
        lost = before - _comments(desk)
        if lost:
            raise UneditableError(
                f"the comment {quoted(next(iter(lost)))} would get lost on the way to format {number + 1}; "
                "move it to a line of its own above what it speaks of"
            )
        done.append(way)
    plan = desk.files()
    return Migrated(since, current, tuple(done), Revision(tuple(desk.revised()), plan, load(plan)))


def _stated(desk: Desk) -> tuple[str, int]:
    """Return the file that says in which format the plan is, and the format."""
    for file in desk.committed():
        root = desk.root(file)
        number = stated_format(root) if isinstance(root, MappingNode) else None
        if number is not None:
            return file, number
    raise UneditableError(
        "the plan does not say in which format it is", hint="begin it with a line such as 'format: 1'"
    )


def _seen(desk: Desk) -> Files:
    files = [*desk.committed(), *([desk.overlay] if desk.overlay else [])]
    roots = {file: root for file in files if isinstance(root := desk.root(file), MappingNode)}
    return Files(desk.main, desk.overlay, roots)


def _do(desk: Desk, deed: Deed) -> None:
    if isinstance(deed, Here):
        desk.change(deed.file, deed.change)
        return
    source = desk.reading(deed.file)
    target = desk.reading(deed.to_file)
    left, after = carried(source, deed.path, target, deed.group, deed.key)
    desk.take(deed.to_file, after)
    desk.take(deed.file, left)


def _comments(desk: Desk) -> Counter[str]:
    files = [*desk.committed(), *([desk.overlay] if desk.overlay else [])]
    return Counter(
        comment.content.rstrip() for file in files for comment in comments(desk.text(file), desk.root(file))
    )


def _matching(node: Node | None, at: Path, pattern: Sequence[str]) -> Iterator[tuple[Path, Node]]:
    if node is None:
        return
    if not pattern:
        yield at, node
        return
    step, *rest = pattern
    if isinstance(node, SequenceNode) and step == "*":
        for index, item in enumerate(node.items):
            yield from _matching(item, (*at, index), rest)
    elif isinstance(node, MappingNode):
        for key in [*node.entries] if step == "*" else [step]:
            yield from _matching(node.value(key), (*at, key), rest)
