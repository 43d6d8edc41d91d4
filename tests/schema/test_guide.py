"""The guide to the file hangs together: headings, links and tables."""

import re
from itertools import pairwise

import pytest

from coalitionkit.model.coalition import Coalition
from coalitionkit.model.record import fields_of
from coalitionkit.model.vocabulary.catalogue import VOCABULARIES
from coalitionkit.schema.guide import guide


@pytest.fixture(scope="module")
def page() -> str:
    return guide()


@pytest.fixture(scope="module")
def lines(page: str) -> list[str]:
    """Return the lines outside blocks of code."""
    return re.sub(r"```.*?```", "", page, flags=re.DOTALL).splitlines()


def headings(lines: list[str]) -> list[str]:
    return [line.lstrip("#").strip() for line in lines if line.startswith("#")]


def anchor(heading: str) -> str:
    """Return the anchor that GitHub gives a heading: letters, digits, hyphens and underscores stay."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def test_headings_are_unique(lines: list[str]) -> None:
    anchors = [anchor(heading) for heading in headings(lines)]
    assert sorted(anchors) == sorted(set(anchors))


def test_every_link_leads_to_a_heading(page: str, lines: list[str]) -> None:
    targets = set(re.findall(r"\]\(#([^)]*)\)", page))
    assert targets - {anchor(heading) for heading in headings(lines)} == set()
    assert len(targets) > 80


def test_levels_of_headings_are_not_skipped(lines: list[str]) -> None:
    levels = [len(line) - len(line.lstrip("#")) for line in lines if line.startswith("#")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_tables_are_well_formed(lines: list[str]) -> None:
    columns = 0
    tables = 0
    for before, line in pairwise(["", *lines]):
        if not line.startswith("|"):
            columns = 0
            continue
        cells = len(re.findall(r"(?<!\\)\|", line)) - 1
        if not columns:
            assert not before, f"a table needs an empty line before it: {line}"
            columns = cells
            tables += 1
        assert cells == columns, line
    assert tables > 100


def test_every_section_and_every_word_is_described(lines: list[str]) -> None:
    found = set(headings(lines))
    assert {name for name in fields_of(Coalition) if name != "note"} <= found
    text = "\n".join(lines)
    for vocabulary in VOCABULARIES.values():
        assert vocabulary.title in found
        assert all(f"| `{word.slug}` | {word.label} |" in text for word in vocabulary)


def test_blocks_are_set_apart_by_single_empty_lines(page: str) -> None:
    assert "\n\n\n" not in page
    assert page.endswith("\n")
    assert not re.search(r"[ \t]$", page, re.MULTILINE)
