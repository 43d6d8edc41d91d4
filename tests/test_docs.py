"""The documentation is true: generated pages are current, the README names what exists."""

import re
from pathlib import Path

from coalitionkit.cli.app import COMMANDS
from coalitionkit.cli.show.rules import rules_markdown
from coalitionkit.rules.catalogue import every_rule
from coalitionkit.schema.guide import guide

ROOT = Path(__file__).parents[1]


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


def test_every_link_in_the_pages_leads_somewhere() -> None:
    broken = [
        f"{name}: {target}"
        for name in ("README.md", "CHANGELOG.md", "docs/architecture.md")
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page(name))
        if not (ROOT / name).parent.joinpath(target).exists()
    ]
    assert broken == []


def test_each_readme_command_does_all_set_up() -> None:
    blocks = re.findall(r"```sh\n(.*?)```", page("README.md"), re.DOTALL)
    assert len(blocks) == 2
    assert all(block.startswith("python3 -m venv .venv && ") for block in blocks)
    assert "coalition demo" in blocks[0]
    assert "pytest" in blocks[1]


def test_the_example_in_the_readme_and_in_the_guide_loads() -> None:
    from builders import loaded

    for name in ("README.md", "docs/format.md"):
        block = re.search(r"```yaml\n(.*?)```", page(name), re.DOTALL)
        assert block, name
        assert [str(f.message) for f in loaded(block[1]).findings] == [], name
