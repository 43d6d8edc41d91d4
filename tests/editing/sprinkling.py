"""Real plans with a comment in every place, and what a plan holds by address, told by another parser."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode
from source.commented import Part, composed, owners, part_of

from coalitionkit.source.files import PlanFiles, RawFile

EXAMPLES = Path(__file__).parents[2] / "examples"
_AT_ONCE = 12
_KEY = re.compile(r"( *)(?:- )*[A-Za-z_][\w-]*:(?: |$)")
_IDENTITIES = ("id", "date", "due", "member", "population", "by", "group")
"""The keys by which items are known, here in any list that has them."""


def plan_files(name: str, chance: Random | None = None) -> PlanFiles:
    """Return an example as it is read, with comments everywhere if there is chance."""
    folder = EXAMPLES / name
    main = _raw(folder / "coalition.yaml", "coalition.yaml", chance)
    fragments = [_raw(one, f"coalition.d/{one.name}", chance) for one in sorted(folder.glob("coalition.d/*"))]
    return PlanFiles(main, tuple(fragments))


def texts_of(files: PlanFiles) -> dict[str, str]:
    """Return the texts of a plan by file."""
    raws = [files.main, *files.fragments, *([files.overlay] if files.overlay else [])]
    return {raw.file: (raw.data or b"").decode() for raw in raws}


def held(text: str) -> dict[str, str]:
    """Return all single values of a text by address, with empty lists and groups."""
    data = data_of(text)
    return dict(_flat(data, ""))


def owners_by_address(text: str) -> dict[str, set[str]]:
    """Return the addresses of the parts that may own each comment."""
    root = part_of(data_of(text))
    names = dict(_names(root, ""))
    return {
        comment: {"" if part is None else names[id(part)] for part in parts}
        for comment, parts in owners(text, root).items()
    }


@lru_cache(maxsize=64)
def data_of(text: str) -> Any:
    """Return the data of a text, all of it as text."""
    return _data(composed(text))


def _raw(path: Path, name: str, chance: Random | None) -> RawFile:
    text = path.read_text(encoding="utf-8")
    data = (text if chance is None else _sprinkled(text, chance)).encode()
    return RawFile(name, data, len(data))


def _sprinkled(text: str, chance: Random) -> str:
    """Return a text with numbered comments, none of which became part of a value."""
    lines = text.splitlines()
    expected = data_of(text)
    wanted = [_around(line, chance, number * 10) for number, line in enumerate(lines)]
    for start in range(0, len(lines), _AT_ONCE):
        chosen = wanted[start : start + _AT_ONCE]
        if _unless_spoilt([*lines[:start], *chosen, *lines[start + _AT_ONCE :]], expected) is not None:
            lines[start : start + _AT_ONCE] = chosen
    return "\n".join(lines) + "\n"


def _unless_spoilt(lines: list[str], expected: Any) -> str | None:
    text = "\n".join(lines) + "\n"
    try:
        return text if data_of(text) == expected else None
    except YAMLError:
        return None


def _around(line: str, chance: Random, number: int) -> str:
    """Return a line with comments above, beside and below it."""
    key = _KEY.match(line)
    if key is None:
        return line
    above = [f"{key[1]}#c{number}"] if chance.random() < 0.2 else []
    beside = f"  #c{number + 1}" if chance.random() < 0.3 and "#" not in line else ""
    below = [" " * chance.randint(1, 8) + f"#c{number + 2}"] if chance.random() < 0.06 else []
    apart = ["", f"{key[1]}#c{number + 3}", ""] if chance.random() < 0.03 else []
    return "\n".join([*apart, *above, line + beside, *below])


def _data(node: Any) -> Any:
    if isinstance(node, ScalarNode):
        return None if not node.style and node.value in {"", "~", "null"} else node.value
    if isinstance(node, MappingNode):
        return {key.value: _data(value) for key, value in node.value}
    return [] if node is None else [_data(item) for item in node.value]


def _flat(data: Any, at: str) -> Iterator[tuple[str, str]]:
    if isinstance(data, Mapping) and data:
        for key, value in data.items():
            yield from _flat(value, f"{at}.{key}")
    elif isinstance(data, list) and data:
        taken: set[str] = set()
        for index, item in enumerate(data):
            name = _name(item, index)
            yield from _flat(item, f"{at}[{index if name in taken else name}]")
            taken.add(name)
    else:
        yield at, json.dumps(data)


def _names(part: Part, at: str) -> Iterator[tuple[int, str]]:
    yield id(part), at
    for below in part.held if isinstance(part.held, list) else ():
        step = f".{below.key}" if part.keyed else f"[{_name(below.data(), 0)}]"
        yield from _names(below, at + step)


def _name(item: Any, index: int) -> str:
    for key in _IDENTITIES:
        if isinstance(item, Mapping) and isinstance(item.get(key), str):
            return str(item[key])
    return str(index) if isinstance(item, Mapping | list) and not index else json.dumps(item)
