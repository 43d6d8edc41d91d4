"""The documentation is true: generated pages are current, the README names what exists."""

import re
import tomllib
from pathlib import Path

import pytest
from builders import loaded, whole

from coalitionkit.cli.app import COMMANDS
from coalitionkit.cli.show.rules import rules_markdown
from coalitionkit.rules.catalogue import every_rule
from coalitionkit.schema.guide import guide

ROOT = Path(__file__).parents[1]
PAGES = ["README.md", "CHANGELOG.md", *sorted(f"docs/{file.name}" for file in (ROOT / "docs").glob("*.md"))]


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_guide_to_the_file_is_current() -> None:
    message = "run: coalition schema --format markdown=docs/format.md"
    assert page("docs/format.md") == guide(), message


def test_the_rules_page_is_current() -> None:
    message = "run: coalition rule --all --format markdown=docs/rules.md"
    assert page("docs/rules.md") == rules_markdown(every_rule()), message


def test_every_command_is_in_the_readme() -> None:
    readme = page("README.md")
    missing = [name for name in COMMANDS if f"coalition {name}" not in readme]
    assert missing == []


def test_the_readme_is_short() -> None:
    assert len(page("README.md").splitlines()) <= 150


def test_the_floors_of_the_house_are_those_that_are_checked() -> None:
    table = re.search(r"\| floor \| holds \|\n\|---\|---\|\n((?:\|.*\n)+)", page("docs/architecture.md"))
    assert table
    drawn = [set(re.findall(r"`(\w+)`", row.split(" | ")[0])) for row in table[1].splitlines()]
    contract = tomllib.loads(page("pyproject.toml"))["tool"]["importlinter"]["contracts"][0]
    floors = [set(layer.split(" | ")) for layer in contract["layers"]]
    assert [{"__main__"}, *drawn] == floors


def anchors(text: str) -> set[str]:
    """Return the names by which the headings of a page are linked to."""
    headings = re.findall(r"^#+ (.*)$", re.sub(r"```.*?```", "", text, flags=re.DOTALL), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", PAGES)
def test_every_link_in_the_pages_leads_somewhere(name: str) -> None:
    broken = []
    for target in re.findall(r"\]\((?!https?:)([^)\s]+)\)", page(name)):
        path, _, anchor = target.partition("#")
        file = (ROOT / name).parent / path if path else ROOT / name
        if not file.exists() or (anchor and anchor not in anchors(file.read_text(encoding="utf-8"))):
            broken.append(target)
    assert broken == []


def test_each_readme_command_does_all_set_up() -> None:
    blocks = re.findall(r"```sh\n(.*?)```", page("README.md"), re.DOTALL)
    assert len(blocks) == 2
    assert all(block.startswith("python3 -m venv .venv && ") for block in blocks)
    assert "coalition demo" in blocks[0]
    assert "pytest" in blocks[1]


@pytest.mark.parametrize("name", ["README.md", "docs/format.md"])
def test_the_examples_in_the_readme_and_in_the_guide_load(name: str) -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", page(name), re.DOTALL)
    assert blocks
    for block in blocks:
        assert [finding.message for finding in loaded(whole(block)).findings] == [], block
