"""Text that moves within a plan: what must hold afterwards, and which files change.

Moving changes no word of a plan: it says the same as before, and has the same comments.
"""

import codecs
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from coalitionkit.editing import RevisedFile, Revision
from coalitionkit.errors import UneditableError
from coalitionkit.loading import load
from coalitionkit.loading.assembly import assemble
from coalitionkit.prose import quoted
from coalitionkit.source.changes import plain
from coalitionkit.source.comments import comments
from coalitionkit.source.files import PlanFiles, RawFile
from coalitionkit.source.reader import Reading, read
from coalitionkit.source.text import NotUtf8Error, Text
from coalitionkit.source.tree import Node

_FOR_A_FILE = re.compile(r"#[ ]?coalition:[ \t]*ignore-file")


class Move(NamedTuple):
    """A section that moves from one file to another, with how many lines."""

    section: str
    lines: int
    source: str
    target: str


class Moved(NamedTuple):
    """What moves, and what comes of it."""

    moves: tuple[Move, ...]
    revision: Revision


def reading_of(raw: RawFile) -> Reading:
    """Return a file as it was read. Raises UneditableError when it is too large or no text."""
    if raw.data is None:
        raise UneditableError(f"'{raw.file}' is too large to be changed")
    try:
        return read(Text.decoded(raw.file, raw.data))
    except NotUtf8Error as error:
        raise UneditableError(f"'{raw.file}': {error.message}") from None


def refuse_file_markers(reading: Reading) -> None:
    """Refuse to move text where a comment leaves findings out for one file as a whole.

    Raises UneditableError.
    """
    for comment in comments(reading.text, reading.root):
        if _FOR_A_FILE.match(comment.content):
            line = reading.text.position(comment.start).line
            raise UneditableError(
                f"line {line} of '{reading.text.file}' leaves out findings for that file as a whole, so "
                "nothing can move into it or out of it",
                hint="write 'ignore[...]' above what the comment means, and try again",
            )


def moved(files: PlanFiles, texts: Mapping[str, str | None], *, lists_in_order: bool = True) -> Revision:
    """Return a plan with other texts for some of its files, which say the same; None is for a file to go.

    Lists are to stay in their order too, unless `lists_in_order` says otherwise. Among the files that change,
    new fragments come first and those that go last, so that at no time anything is missing.
    Raises UneditableError when the plan would say something else, or have other comments.
    """
    before = {raw.file: raw for raw in (files.main, *files.fragments)}
    after = dict(before)
    for file, text in texts.items():
        if text is None:
            del after[file]
        else:
            data = _bytes(before.get(file), text)
            after[file] = RawFile(file, data, len(data))
    main = after.pop(files.main.file)
    plan = PlanFiles(main, tuple(after[file] for file in sorted(after)), files.overlay)
    _refuse_change(files, plan, lists_in_order=lists_in_order)
    after[main.file] = main
    changed = [
        RevisedFile(
            file,
            before[file].data if file in before else None,
            after[file].data if file in after else None,
        )
        for file in sorted(texts, key=lambda file: (texts[file] is None, file == main.file, file))
    ]
    return Revision(tuple(one for one in changed if one.before != one.after), plan, load(plan))


def _bytes(before: RawFile | None, text: str) -> bytes:
    marked = before is not None and before.data is not None and before.data.startswith(codecs.BOM_UTF8)
    return (codecs.BOM_UTF8 if marked else b"") + text.encode("utf-8")


def _refuse_change(before: PlanFiles, after: PlanFiles, *, lists_in_order: bool) -> None:
    one, other = assemble(_ended(before)), assemble(_ended(after))
    what = plain if lists_in_order else _unordered
    if what(one.root) != what(other.root) or len(one.findings) != len(other.findings):
        raise UneditableError(
            "the plan would not say the same as now, so nothing was moved; move the text by hand"
        )
    lost = Counter(_comments(before)) - Counter(_comments(after))
    if lost:
        raise UneditableError(
            f"the comment {quoted(next(iter(lost)))} would get lost, so nothing was moved; "
            "move the text by hand"
        )


def _ended(files: PlanFiles) -> PlanFiles:
    """Return committed files, the last line of each ended: a block of text then does not depend on it."""

    def ended(raw: RawFile) -> RawFile:
        data = raw.data or b""
        return raw if data.endswith((b"\n", b"\r")) else raw._replace(data=data + b"\n")

    return PlanFiles(ended(files.main), tuple(map(ended, files.fragments)))


def _unordered(root: Node | None) -> object:
    """Return the data of a tree, the items of each section in the order of their text."""
    data = plain(root)
    if not isinstance(data, dict):
        return data
    return {
        key: sorted(json.dumps(item, sort_keys=True) for item in value) if isinstance(value, list) else value
        for key, value in data.items()
    }


def _comments(files: PlanFiles) -> Iterable[str]:
    for raw in (files.main, *files.fragments):
        reading = reading_of(raw)
        for comment in comments(reading.text, reading.root):
            yield comment.content.rstrip()
