"""Where the comments of a text are, and what stands after them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coalitionkit.source.comments import Comment, comments, following
from coalitionkit.source.reader import Reading, read
from coalitionkit.source.text import Text
from coalitionkit.source.tree import MappingNode, Node, ScalarNode, SequenceNode


def reading(content: str) -> Reading:
    result = read(Text("plan.yaml", content))
    assert result.root is not None, result.faults
    return result


def found(content: str, *beginnings: str) -> list[str]:
    """Return the comments of a text, those on a line of their own with a `!`."""
    outcome = reading(content)
    return [
        ("!" if comment.alone else "") + comment.content
        for comment in comments(outcome.text, outcome.root, beginnings or ("#",))
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param("a: 1 # x\n", ["# x"], id="at the end of a line"),
        pytest.param("# x\n  # y\na: 1\n", ["!# x", "!# y"], id="alone"),
        pytest.param("a: b#c # d # e\n", ["# d # e"], id="within a word, and within a comment"),
        pytest.param("a: b\xa0# c\n", [], id="a no-break space is part of a word"),
        pytest.param("a: it's # x\nb: 1 # it's\n", ["# x", "# it's"], id="a lone quote is none"),
        pytest.param("a: 'x # y' # z\n", ["# z"], id="single quotes"),
        pytest.param("a: 'x '' # y' # z\n", ["# z"], id="a doubled quote"),
        pytest.param('a: "x \\" # y" # z\n', ["# z"], id="double quotes"),
        pytest.param('a: "x\n  # y\n\n  # w" # z\n', ["# z"], id="quotes over lines"),
        pytest.param("'a # b': 1 # x\n", ["# x"], id="a key in quotes"),
        pytest.param("a: [1, # x\n  '#', b] # y\n", ["# x", "# y"], id="in brackets"),
        pytest.param("a: | # x\n  # y\n  z # w\n# v\n", ["# x", "!# v"], id="a block"),
        pytest.param("a:\n  - >-\n    b\n\n    # c\n   # d\n  - e\n", ["!# d"], id="below a block"),
        pytest.param(
            "a: |2\n     b\n   # c\n # d\nb: 1\n", ["!# d"], id="a block that states its indentation"
        ),
        pytest.param("a: |\n# x\nb: 1\n", ["!# x"], id="an empty block"),
        pytest.param("a: b\n  c # x\nd: 1\n", ["# x"], id="a word over lines"),
        pytest.param("a: [b]# x\nc: 'd'# y\ne: f]# z\n", ["# x", "# y"], id="without a blank before it"),
        pytest.param("a: 1 #\r\n# y\r\nb: 2\r# z", ["#", "!# y", "!# z"], id="line ends"),
        pytest.param("a: 1\n", [], id="none"),
    ],
)
def test_a_comment_is_what_yaml_takes_for_one(content: str, expected: list[str]) -> None:
    assert found(content) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a: 1 # see: x\n# see: y\n#see: z\n", ["# see: x", "!# see: y", "!#see: z"]),
        ("a: 1 # TODO # see: x\n", []),
        ("a: '# see: x' # see: y\n", ["# see: y"]),
        ("a: |\n  # see: x\nb: 'c # see: y\n  # see: z'\n", []),
        ("a: 'c # see: y\n  # see: z' # see: w\n", ["# see: w"]),
        ("see: 1 # look\n", []),
    ],
)
def test_only_those_are_returned_that_begin_as_asked(content: str, expected: list[str]) -> None:
    assert found(content, "# see:", "#see:") == expected


class Unread(Node):
    """A tree that nobody may look at."""

    def __getattribute__(self, name: str) -> object:
        raise AssertionError(f"somebody asked for {name}")


def test_without_the_beginning_the_tree_is_not_looked_at() -> None:
    text = Text("plan.yaml", "coalition: 1  # a comment\n")
    root = Unread(text, 0, 0)
    assert list(comments(text, root, ("# coalition:", "#coalition:"))) == []
    with pytest.raises(AssertionError):
        list(comments(text, root))


_LINES = st.sampled_from(
    """\
a: b # c|  # d|# e|b: 'f # g'|b: 'f|  # h'|c: "i # j'|  k" # l|d: /|d: > # m|  # n|    # o|   p # q|e:
  - r # s|  - 't # u'|  - /|f: [v, # w|  x#y, '#z']|g: {a: 1, # b|  c: '# d'}#e||h: it's # i|'# j': k # l
i: /2|     # q|- # r|  s|j: ]#k|k: [l]# m""".replace("\n", "|").split("|")
).map(lambda line: line.replace("/", "|"))


def _values(node: Node | None) -> object:
    if isinstance(node, ScalarNode):
        return node.value
    if isinstance(node, SequenceNode):
        return [_values(item) for item in node.items]
    if isinstance(node, MappingNode):
        return [(key, _values(entry.value)) for key, entry in node.entries.items()]
    return None


@settings(max_examples=400)
@given(st.lists(_LINES, max_size=9).map("\n".join))
def test_changing_a_comment_changes_nothing_and_changing_another_sign_does(content: str) -> None:
    outcome = read(Text("plan.yaml", content))
    if outcome.root is None or outcome.faults:
        return
    stretches = [(c.start, c.end) for c in comments(outcome.text, outcome.root)]
    for match in re.finditer("#", content):
        at = match.start()
        changed = read(Text("plan.yaml", f"{content[: at + 1]}X{content[at + 1 :]}"))
        is_comment = any(start <= at < end for start, end in stretches)
        assert (_values(changed.root) == _values(outcome.root)) is is_comment, (content, at)
        first = any(start == at for start, _ in stretches)
        without = read(Text("plan.yaml", f"{content[:at]}X{content[at + 1 :]}"))
        assert first <= is_comment
        if is_comment and not first:
            assert _values(without.root) == _values(outcome.root)


NEXT = """\
# first> format: 1
format: 1
members:
  # first item> - id: a
  - id: a
    # second entry> name: x
    name: x
    note: |
      # not this
    # lost>

  # second item> - id: b
  - id: b
    lead:
  # third item> -
  -
    # inner entry> id: c
    id: c
  # outer item> -   # not this
  -   # not this
    # text> word
    word
  # too deep>
roles:
  # whole> [ {id: q},
  [ {id: q},
    # bracketed> {id: r}
    {id: r} ]
# section> tools:
tools:
# flush> - a
- a
- - x
  # nested> - y
  - y
  # deeper>
- z
words:
  # value> some
  some
  words
# end>
"""


def test_the_next_item_or_entry_is_what_stands_below_a_comment() -> None:
    outcome = reading(NEXT)
    assert outcome.root is not None
    told = 0
    for comment in comments(outcome.text, outcome.root):
        name, arrow, expected = comment.content.partition(">")
        if not arrow:
            continue
        unit = following(comment, outcome.root)
        shown = "" if unit is None else outcome.text.content[unit.start : unit.end].splitlines()[0]
        assert shown.strip() == expected.strip(), name
        told += 1
    assert told == NEXT.count(">")


def test_what_follows_goes_to_its_end() -> None:
    outcome = reading(NEXT)
    assert outcome.root is not None
    first = next(c for c in comments(outcome.text, outcome.root) if c.content.startswith("# first item"))
    unit = following(first, outcome.root)
    assert unit is not None
    content = outcome.text.content
    assert content[unit.start :].startswith("- id: a")
    assert content[: unit.end].endswith("      # not this")


@settings(max_examples=400)
@given(st.lists(_LINES, max_size=9).map("\n".join))
def test_what_follows_begins_after_the_comment(content: str) -> None:
    outcome = read(Text("plan.yaml", content))
    if outcome.root is None or outcome.faults:
        return
    for comment in comments(outcome.text, outcome.root):
        unit = following(comment, outcome.root)
        if unit is not None:
            assert comment.end <= unit.start <= unit.end <= len(content)
            between = content[comment.end : unit.start]
            assert all(
                not line.strip() or line.lstrip().startswith("#") for line in between.split("\n")[:-1]
            ), (
                content,
                Comment(*comment),
            )
