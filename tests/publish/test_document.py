"""Names of files are good on any system."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.publish.document import file_name


def test_a_plain_name_stays() -> None:
    assert file_name("invite-river-trust", "docx") == "invite-river-trust.docx"


@pytest.mark.parametrize(
    "name",
    [
        "con",
        "NUL",
        "com1",
        "lpt9.x",
        "..",
        "",
        "a/b",
        "a\\b",
        "../x",
        "a:b",
        "x.",
        " x ",
        "é",
        "x" * 300,
        ".x",
    ],
)
def test_other_names_are_made_safe(name: str) -> None:
    assert re.fullmatch(
        r"(?!(con|prn|aux|nul|com\d|lpt\d)\b)[A-Za-z0-9_][A-Za-z0-9_.-]{0,135}\.md", file_name(name, "md")
    )


@given(st.text(max_size=200))
def test_any_name_is_a_file_in_its_folder(name: str) -> None:
    made = file_name(name, "md")
    assert len(made) < 140
    assert not re.search(r"[/\\:*?\"<>|\x00-\x1f]", made)
    assert not made.startswith(".")
    assert not made.removesuffix(".md").endswith((".", " "))


@given(st.text(max_size=8), st.text(max_size=8))
def test_different_names_give_different_files(one: str, other: str) -> None:
    if one != other:
        assert file_name(one, "md").lower() != file_name(other, "md").lower()
