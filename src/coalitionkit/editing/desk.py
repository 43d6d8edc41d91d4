"""The files of a plan while they are edited: read once, changed one after another, given back as bytes."""

import codecs
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from coalitionkit.errors import UneditableError
from coalitionkit.loading.assembly import Assembled, assemble, reading_of
from coalitionkit.loading.tracing import Trace, Tracer
from coalitionkit.model.coalition import Coalition
from coalitionkit.places import Address, Item, Step
from coalitionkit.source.batches import Batch
from coalitionkit.source.changes import Change, Path
from coalitionkit.source.files import PlanFiles, RawFile, RevisedFile, fragment_name, overlay_name
from coalitionkit.source.gathering import with_newlines
from coalitionkit.source.reader import Reading, read
from coalitionkit.source.rewrite import rewritten
from coalitionkit.source.text import Text
from coalitionkit.source.tree import MappingNode, Node, SequenceNode

_OVERLAY_HEAD = """\
# What is private: it is laid over {main} by id, and only for those who have this file.
# Never hand it on, and keep it out of git: .gitignore has to name it.
"""


class Spot(NamedTuple):
    """A place in a file that an address leads to. `rest` are the steps for which nothing is there yet."""

    file: str
    trace: Trace
    path: Path
    rest: tuple[Step, ...] = ()


class Desk:
    """The files of one plan, by name, as they are now; those that are `known` were read before."""

    def __init__(self, files: PlanFiles, known: Mapping[str, Reading] = MappingProxyType({})) -> None:
        self._plan = files
        self._before: dict[str, RawFile] = {}
        self._readings: dict[str, Reading] = {}
        self._waiting: dict[str, Batch] = {}
        self._changed: set[str] = set()
        for raw in (files.main, *files.fragments, *([files.overlay] if files.overlay else [])):
            self._before[raw.file] = raw
            self._readings[raw.file] = known[raw.file] if raw.file in known else reading_of(raw)
        self._first = dict(self._readings)

    @property
    def main(self) -> str:
        """The name of the main file."""
        return self._plan.main.file

    @property
    def overlay(self) -> str | None:
        """The name of the private overlay, None where there is none."""
        named = self._plan.overlay.file if self._plan.overlay else overlay_name(self.main)
        return named if named in self._readings else None

    @property
    def names(self) -> Collection[str]:
        """The names of all files."""
        return self._readings.keys()

    def committed(self) -> list[str]:
        """Return the names of the committed files, the main one first."""
        return [file for file in self._readings if file != self.overlay]

    def root(self, file: str) -> Node | None:
        """Return the tree of a file."""
        return self.reading(file).root

    def text(self, file: str) -> Text:
        """Return the text of a file."""
        return self.reading(file).text

    def reading(self, file: str) -> Reading:
        """Return a file as it is now. Raises UneditableError when a change that waits is not possible."""
        batch = self._waiting.pop(file, None)
        if batch is not None:
            self._keep(file, rewritten(self._readings[file], batch.changes))
        return self._readings[file]

    def readings(self, *, first: bool = False) -> Mapping[str, Reading]:
        """Return all files by name as they are now, or as they were at first."""
        return self._first if first else {file: self.reading(file) for file in self._readings}

    def take(self, file: str, reading: Reading) -> None:
        """Let a file be what was made of it elsewhere."""
        self._waiting.pop(file, None)
        self._keep(file, reading)
        self._changed.add(file)

    def change(self, file: str, *changes: Change) -> None:
        """Make changes in a file, at the latest when someone looks at what they are about.

        To read a long file again after each of many changes would take as many times as long.
        """
        self._changed.add(file)
        for change in changes:
            if self._waiting.setdefault(file, Batch()).takes(change):
                continue
            reading = self.reading(file)
            if not self._waiting.setdefault(file, Batch()).takes(change):
                self._keep(file, rewritten(reading, [change]))

    def new_overlay(self) -> str:
        """Return the name of the overlay, which is begun where there is none."""
        if self.overlay is None:
            head = _OVERLAY_HEAD.format(main=self.main.rpartition("/")[2])
            self._begin(overlay_name(self.main), head)
        return overlay_name(self.main) if self._plan.overlay is None else self._plan.overlay.file

    def home_of(self, section: str) -> str:
        """Return the name of the file for a section that no file has yet."""
        if not self._plan.fragments:
            return self.main
        file = fragment_name(self.main, section)
        if file not in self._readings:
            self._begin(file, "")
        return file

    def spot(self, file: str, address: Address) -> Spot:
        """Return how far an address leads in a file."""
        spot = self._spot(file, address)
        batch = self._waiting.get(file)
        if batch is None or not _concerns(batch, spot):
            return spot
        self.reading(file)
        return self._spot(file, address)

    def _spot(self, file: str, address: Address) -> Spot:
        """Return how far an address leads in a file as it was last read."""
        root = self._readings[file].root
        if not isinstance(root, MappingNode):
            if root is not None:
                raise UneditableError(
                    f"'{file}' holds no keys", hint="run 'coalition lint' and mend it first"
                )
            nothing = Trace(MappingNode(self._readings[file].text, 0, 0), None, Address())
            return Spot(file, nothing, (), address.steps)
        steps = self._local(file, address.steps)
        if steps is None:
            trace = Tracer(root, Coalition).by_address(Address(address.steps[:1]))
        else:
            trace = Tracer(root, Coalition).by_address(Address(steps))
        path = _path(trace)
        return Spot(file, trace._replace(missing=False), path, address.steps[len(path) :])

    def assembled(self) -> Assembled:
        """Return all files as one tree."""
        return assemble(self.files(), self.readings())

    def files(self) -> PlanFiles:
        """Return the files as they are now."""
        known = {raw.file for raw in self._plan.fragments}
        overlay = self.overlay
        new = [file for file in self._readings if file not in self._before and file != overlay]
        return PlanFiles(
            self._raw(self.main),
            tuple(self._raw(file) for file in sorted([*known, *new])),
            None if overlay is None else self._raw(overlay),
        )

    def revised(self) -> Iterator[RevisedFile]:
        """Yield the files that differ from what they were; the overlay first, so that nothing gets lost."""
        for file in sorted(self._changed, key=lambda file: (file != self.overlay, file)):
            raw = self._before.get(file)
            after = self._bytes(file)
            if raw is None or raw.data != after:
                yield RevisedFile(file, raw.data if raw else None, after)

    def _begin(self, file: str, content: str) -> None:
        self._keep(file, Reading(Text(file, content)))

    def _keep(self, file: str, reading: Reading) -> None:
        """Let a file be what was read; one that is begun has the line ends of the plan."""
        content = reading.text.content
        if file not in self._before and "\n" in content and "\r" not in content:
            newline = "\r\n" if "\r\n" in self._readings[self.main].text.content else "\n"
            if newline != "\n":
                reading = read(Text(file, with_newlines(content, newline)))
        self._readings[file] = reading

    def _raw(self, file: str) -> RawFile:
        if file not in self._changed and file in self._before:
            return self._before[file]
        data = self._bytes(file)
        return RawFile(file, data, len(data))

    def _bytes(self, file: str) -> bytes:
        raw = self._before.get(file)
        marked = raw is not None and raw.data is not None and raw.data.startswith(codecs.BOM_UTF8)
        return (codecs.BOM_UTF8 if marked else b"") + self.text(file).content.encode("utf-8")

    def _local(self, file: str, steps: tuple[Step, ...]) -> tuple[Step, ...] | None:
        """Return steps with the index of an item counted within one file; None when it is in another one.

        Items without ids are counted over the committed files that a list is spread over.
        """
        at = next((index for index, step in enumerate(steps[:3]) if isinstance(step, int)), None)
        if at is None or file == self.overlay:
            return steps
        index = steps[at]
        if not isinstance(index, int):
            return steps
        for other in self.committed():
            count = self._count(other, steps[:at])
            if other == file:
                return (*steps[:at], index, *steps[at + 1 :]) if index < count else None
            index -= count
            if index < 0:
                return None
        return None

    def _count(self, file: str, steps: tuple[Step, ...]) -> int:
        batch = self._waiting.get(file)
        root = self.root(file) if batch and batch.meets(tuple(map(str, steps))) else self._readings[file].root
        if not isinstance(root, MappingNode) or any(isinstance(step, Item) for step in steps):
            return 0
        trace = Tracer(root, Coalition).by_address(Address(steps))
        found = not trace.missing and isinstance(trace.node, SequenceNode)
        return len(trace.node.items) if found and isinstance(trace.node, SequenceNode) else 0


def _concerns(batch: Batch, spot: Spot) -> bool:
    """Whether changes that wait may make something else of what an address leads to."""
    if batch.meets(spot.path):
        return True
    trace: Trace | None = spot.trace
    while trace is not None:
        identity = trace.record.identity if trace.record is not None else ""
        if identity and batch.meets((*_path(trace), identity)):
            return True
        trace = trace.above
    return False


def _path(trace: Trace) -> Path:
    """Return the keys and indexes that lead from the root to a node."""
    path: list[str | int] = []
    at: Trace | None = trace
    while at is not None and at.above is not None:
        if at.entry is not None:
            path.append(at.entry.key.value)
        elif isinstance(at.above.node, SequenceNode):
            path.append(next(i for i, one in enumerate(at.above.node.items) if one is at.node))
        at = at.above
    return tuple(reversed(path))
