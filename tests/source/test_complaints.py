"""Texts that are not YAML: where the complaint stands and what it says."""

import pytest

from coalitionkit.source.complaints import _BY_PROBLEM
from coalitionkit.source.reader import read
from coalitionkit.source.text import Text

CASES = [
    ("name: «'Ana»\nb: 1\n", "syntax", "this quoted text never ends"),
    ('name: «"Ana»\nb: 1\n', "syntax", "this quoted text never ends"),
    ("a: «[1, 2»\nb: 3\n", "syntax", "this list is never closed"),
    ("a: «{b: 1»\nc: 3\n", "syntax", "this group is never closed"),
    ('a: "C:«\\dir"»\n', "syntax", "a backslash within double quotes needs a second one"),
    ("a:\n  - 1\n  «b: 2»\n", "indentation", "does not line up with the list above it"),
    ("m:\n  - id: a\n    b: c\n   «d: e»\n", "indentation", "does not line up with the list above it"),
    ("a: 1\n«b»\nc: 2\n", "syntax", "this line has no ':' after its key"),
    ("id: a\n«name b»\n", "syntax", "this line has no ':' after its key"),
    ("a: 1\n  «b: 2»\n", "indentation", "this key does not line up"),
    ("name: Ana«: Lopez»\n", "syntax", "a second ': ' stands in this value"),
    ("a: «& b»\n", "syntax", "cannot begin with '*' or '&'"),
    ("a: «- 1»\n", "syntax", "a list cannot begin on the line of its key"),
    ("a: «@b»\n", "syntax", "a value cannot begin with '@'"),
    ("a: «`b`»\n", "syntax", "a value cannot begin with a backtick"),
    ("a: «%b»\n", "syntax", "a value cannot begin with '%'"),
    ("a: 1\n...\n«b: 2»\n", "documents", "remove the line '...'"),
    ("a:\n«\t»b: 1\n", "tab", "a tab stands in the indentation"),
    ("a: |\n«\t»x\n", "tab", "a tab stands in the indentation"),
    ("a: 'it'«s'»\n", "syntax", "nothing may follow a value that has ended"),
    ("a: [b]«c»\n", "syntax", "nothing may follow a value that has ended"),
    ("a: [1, 2]«]»\n", "syntax", "nothing may follow a value that has ended"),
    ("a:\n    b: 1\n  «c: 2»\n", "indentation", "this line does not line up with the keys above it"),
    ("m:\n- id: a\n «name: b»\n", "indentation", "this line does not line up with the keys above it"),
    (" a: 1\n«b: 2»\n", "indentation", "does not line up"),
    ("a: {b: 1 c«: 2}»\n", "syntax", "comma"),
    ("a: «]»\n", "syntax", "a value is missing here, or a list or group is never closed"),
    ("«a:b»\nc: d\n", "syntax", "a space is missing after 'a:'; write 'a: …'"),
    ("a: |«x»\n  y\n", "syntax", "this is not valid YAML: "),
]


@pytest.mark.parametrize(("marked", "problem", "words"), CASES, ids=[case[0] for case in CASES])
def test_what_is_no_yaml_is_told_in_plain_words(marked: str, problem: str, words: str) -> None:
    text = marked.replace("«", "").replace("»", "")
    (fault,) = read(Text("a.yaml", text)).faults
    told = text[: fault.start] + "«" + text[fault.start : fault.end] + "»" + text[fault.end :]
    assert (told, fault.problem) == (marked, problem), fault.message
    assert words in fault.message


def test_every_known_problem_of_the_parser_was_seen() -> None:
    """A sentence that no bad text brings forth is a guess about the parser's words."""
    told = {read(Text("a", case[0].replace("«", "").replace("»", ""))).faults[0].message for case in CASES}
    never = [words for words, (_, sentence) in _BY_PROBLEM.items() if sentence not in told]
    assert never == []


def test_a_carriage_return_is_not_part_of_what_is_marked() -> None:
    (fault,) = read(Text("a.yaml", "a: 'b\r\nc: d\r\n")).faults
    assert (fault.start, fault.end) == (3, 5)
