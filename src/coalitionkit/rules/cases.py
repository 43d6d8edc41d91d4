"""The examples of each rule: what it finds, and what it is silent about.

They explain the rule to people and are its test. Each rule has a file `examples/<name>.yaml`:

    bad:
      - yaml: |
          members: [...]
        finds: ["1:10 message"]
    good:
      - yaml: |
          members: [...]

A case is a part of a plan; `whole_text` adds what every plan begins with below it, so that lines keep their
numbers. `whole: yes` says that the text stands alone. `files` are further files of the plan by name; what is
found in them begins with that name: `coalition.private.yaml:1:1 message`. `encoding` and `size` stand for
what text cannot show: how the file was saved, and that it has too many bytes to be read.
"""

from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files as resources

from coalitionkit.source.reader import read
from coalitionkit.source.text import Text
from coalitionkit.source.tree import MappingNode, Node, ScalarNode, SequenceNode

_BEGINNING = {
    "format": "format: 1\n",
    "coalition": "coalition: {id: forest-city, name: Forest City Mobility Coalition}\n",
}


@dataclass(frozen=True, slots=True)
class Case:
    """A part of a plan, the findings expected in it as `line:column message`, and its other files."""

    text: str
    finds: tuple[str, ...] = ()
    files: dict[str, str] = field(default_factory=dict)
    whole: bool = False
    encoding: str = "utf-8"
    size: int = 0

    @property
    def shown(self) -> str:
        """The case as people read it: each further file below a line with its name."""
        parts = [self.text, *(f"# {name}\n{text}" for name, text in self.files.items())]
        return "\n".join(part for part in parts if part)

    @property
    def whole_text(self) -> str:
        """The case as a plan that loads."""
        if self.whole:
            return self.text
        keys = {line.partition(":")[0] for line in self.text.splitlines()}
        end = "" if self.text.endswith("\n") else "\n"
        return self.text + end + "".join(t for key, t in _BEGINNING.items() if key not in keys)


@dataclass(frozen=True, slots=True)
class Cases:
    """What a rule finds and what it is silent about."""

    bad: tuple[Case, ...] = ()
    good: tuple[Case, ...] = ()


@cache
def cases_of(name: str) -> Cases:
    """Return the cases of a rule by its name; a rule without a file has none."""
    file = resources("coalitionkit.rules").joinpath("examples", f"{name}.yaml")
    if not file.is_file():
        return Cases()
    root = read(Text(name, file.read_text(encoding="utf-8"))).root
    if not isinstance(root, MappingNode):
        raise TypeError(f"the examples of {name} are no mapping")
    return Cases(_cases(root.value("bad")), _cases(root.value("good")))


def _cases(node: Node | None) -> tuple[Case, ...]:
    items = node.items if isinstance(node, SequenceNode) else []
    return tuple(_case(item) for item in items if isinstance(item, MappingNode))


def _case(node: MappingNode) -> Case:
    finds = node.value("finds")
    others = node.value("files")
    return Case(
        text=_text(node.value("yaml")),
        finds=tuple(_text(item) for item in finds.items) if isinstance(finds, SequenceNode) else (),
        files=(
            {key: _text(entry.value) for key, entry in others.entries.items()}
            if isinstance(others, MappingNode)
            else {}
        ),
        whole=_text(node.value("whole")) in {"yes", "true"},
        encoding=_text(node.value("encoding")) or "utf-8",
        size=int(_text(node.value("size")) or "0"),
    )


def _text(node: Node | None) -> str:
    return node.value if isinstance(node, ScalarNode) else ""
