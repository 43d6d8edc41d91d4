"""The examples of each rule: what it finds, and what it is silent about.

They explain the rule to people and are its test. Each rule has a file `examples/<name>.yaml`:

    bad:
      - yaml: |
          members: [...]
        finds: ["1:10 message"]
        fixed: |
          members: [...]
    good:
      - yaml: |
          members: [...]

A case is a part of a plan; `whole_text` adds what every plan begins with below it, so that lines keep their
numbers. `whole: yes` says that the text stands alone. `files` are further files of the plan by name; what is
found in them begins with that name: `coalition.private.yaml:1:1 message`. `fixed` is the text after all fixes
of the rule, `fixed_files` are the other files that differ then. `encoding` and `size` stand for
what text cannot show: how the file was saved, and that it has too many bytes to be read.
"""

from dataclasses import dataclass, field, replace
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
    """A part of a plan, the findings expected in it as `line:column message`, and its other files.

    `fixed` is the case when the rule's fixes are made; None when it has none.
    """

    text: str
    finds: tuple[str, ...] = ()
    files: dict[str, str] = field(default_factory=dict)
    whole: bool = False
    encoding: str = "utf-8"
    size: int = 0
    fixed: "Case | None" = None

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
    case = Case(
        text=_text(node.value("yaml")),
        finds=tuple(_text(item) for item in finds.items) if isinstance(finds, SequenceNode) else (),
        files=_texts(node.value("files")),
        whole=_text(node.value("whole")) in {"yes", "true"},
        encoding=_text(node.value("encoding")) or "utf-8",
        size=int(_text(node.value("size")) or "0"),
    )
    if "fixed" not in node.entries and "fixed_files" not in node.entries:
        return case
    text = _text(node.value("fixed")) if "fixed" in node.entries else case.text
    files = case.files | _texts(node.value("fixed_files"))
    return replace(case, fixed=Case(text, files=files, whole=case.whole))


def _texts(node: Node | None) -> dict[str, str]:
    """Return texts by the names of their files."""
    return (
        {k: _text(entry.value) for k, entry in node.entries.items()} if isinstance(node, MappingNode) else {}
    )


def _text(node: Node | None) -> str:
    return node.value if isinstance(node, ScalarNode) else ""
