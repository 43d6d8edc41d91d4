"""The page on checks is true: it is followed line by line, its snippets load, and its package is a package.

`pytest --update-golden` writes what the commands print into the page.
"""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from builders import loaded, model_of, whole
from integrations.commands import quoted_commands, unknown_words
from pages import DOCS, Block, assert_true, blocks, printed, saved

from coalitionkit.cli.show.formats import FORMATS
from coalitionkit.rules.local.making import made

PAGE = (DOCS / "lint.md").read_text(encoding="utf-8")
BLOCKS = blocks(PAGE)
PACKAGE = "county-rules"
PARTS = [block for block in BLOCKS if block.language == "yaml" and not block.file]
SECTIONS = ("members", "roles", "roles.held_by", "working_groups", "funding_sources")


def table(heading: str) -> list[list[str]]:
    """Return the rows of the first table below a heading, each as its cells."""
    rows = re.search(r"(?:^\|.*\n)+", PAGE[PAGE.index(f"## {heading}\n") :], re.MULTILINE)
    assert rows, heading
    return [row.strip("| ").split(" | ") for row in rows[0].splitlines()[2:]]


def package_in(folder: Path) -> Path:
    """Save the package of the page in a folder, and return the package's own."""
    for block in BLOCKS:
        if block.file.startswith(f"{PACKAGE}/"):
            saved(block, folder)
    return folder / PACKAGE


def path_with(folder: Path) -> str:
    """Return where Python looks for modules, with a folder more."""
    return os.pathsep.join(filter(None, (str(folder), os.environ.get("PYTHONPATH"))))


def python(*arguments: str, cwd: Path, path: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a folder and return what came of it, with all that it said."""
    return subprocess.run(  # noqa: S603
        [sys.executable, *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": path, "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


def codes_of(text: str, folder: Path) -> list[str]:
    """Return the codes that a lint finds in a part of a plan that is about the file and its settings."""
    (folder / "coalition.yaml").write_text(whole(text), encoding="utf-8")
    lines = printed("coalition lint --format concise --no-cache", folder, {}).splitlines()
    return [found[1] for line in lines if (found := re.search(r": \w+ (CK[09]\d+) ", line))]


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """Give a folder in which the package lies as pip would install it."""
    package = package_in(tmp_path / "written")
    about = tomllib.loads((package / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    shelf = tmp_path / "shelf"
    info = shelf / f"county_rules-{about['version']}.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {about['name']}\nVersion: {about['version']}\n", encoding="utf-8"
    )
    (info / "entry_points.txt").write_text(
        "".join(
            f"[{group}]\n" + "".join(f"{name} = {target}\n" for name, target in offers.items())
            for group, offers in about["entry-points"].items()
        ),
        encoding="utf-8",
    )
    shutil.copy(package / "county_rules.py", shelf)
    return shelf


def test_every_line_of_the_page_is_true(tmp_path: Path, shelf: Path, request: pytest.FixtureRequest) -> None:
    assert_true("lint.md", tmp_path / "plan", request, PYTHONPATH=path_with(shelf))


def test_the_package_is_built_and_works(tmp_path: Path, shelf: Path) -> None:
    package_in(tmp_path)
    built = python(
        *("-m", "pip", "install", "--quiet", "--no-deps", "--target", "site", f"./{PACKAGE}"),
        cwd=tmp_path,
        path="",
    )
    if built.returncode:
        pytest.skip(f"it cannot be built here (the build backend needs a network): {built.stdout[-300:]}")
    site = tmp_path / "site"
    assert [path.name for path in site.glob("*.py")] == ["county_rules.py"]
    outputs = []
    for number, folder in enumerate((site, shelf)):
        plan = Block("yaml", plan_with_pack(), "coalition.yaml")
        saved(plan, tmp_path / str(number))
        also = {"PYTHONPATH": path_with(folder)}
        outputs.append(printed("coalition lint --no-cache", tmp_path / str(number), also))
    assert outputs[0] == outputs[1]
    assert "COUNTY01 one-partner-majority" in outputs[0]


def plan_with_pack() -> str:
    """Return the plan of the page that names the package's pack."""
    (text,) = [block.text for block in BLOCKS if block.file == "coalition.yaml" and "county]" in block.text]
    return text


def test_the_test_of_the_package_passes_and_can_fail(tmp_path: Path) -> None:
    package = package_in(tmp_path)
    command = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "test_county_rules.py")
    done = python(*command, cwd=package, path=path_with(package))
    assert done.returncode == 0, done.stdout
    module = package / "county_rules.py"
    module.write_text(module.read_text(encoding="utf-8").replace("> percent", ">= percent"), encoding="utf-8")
    assert python(*command, cwd=package, path=path_with(package)).returncode == 1


@pytest.mark.parametrize("part", PARTS, ids=range(len(PARTS)))
def test_parts_of_a_plan_fit_the_format(part: Block, tmp_path: Path) -> None:
    assert codes_of(part.text, tmp_path) == []


def test_conditions_mean_something_somewhere() -> None:
    rows = [row[0] for row in table("Rules of your own")]
    conditions = [condition for cell in rows for condition in re.findall(r"`(\{.*?\})`", cell)]
    assert len(conditions) >= len(rows) >= 9
    for condition in conditions:
        rules = [
            f"{{id: r{number}, each: {each}, require: {condition}, message: mend it}}"
            for number, each in enumerate(SECTIONS)
        ]
        plan = model_of(loaded(whole(f"lint: {{local: [{', '.join(rules)}]}}\n")))
        assert any(not made(rule).faults for rule in plan.lint.local), condition


def test_comments_leave_out_what_the_page_says(tmp_path: Path) -> None:
    (trailing,), (whole_file,) = [
        re.findall(r"`(# coalition: .*?)`", row[0])
        for row in table("When a finding is right to stay")
        if "`#" in row[0]
    ]
    assert [text.partition("[")[0] for text in (trailing, whole_file)] == [
        "# coalition: ignore",
        "# coalition: ignore-file",
    ]
    named = [text.replace("RULE", "promise-incomplete") for text in (trailing, whole_file)]
    promise = "  - {id: fees, what: A list of fees, promised_by: ana}"
    members = "members: [{id: ana, name: Ana López}]\n"
    settings = "lint: {profile: draft}\n"
    texts = [
        f"commitments:\n{promise} {named[0]}\n",
        f"commitments:\n  {named[0]}\n{promise}\n",
        f"{named[1]}\ncommitments:\n{promise}\n",
    ]
    for text in texts:
        (tmp_path / "coalition.yaml").write_text(whole(text + members + settings), encoding="utf-8")
        out = printed("coalition lint --no-cache", tmp_path, {})
        assert "1 left out by a comment" in out
        assert " CK9" not in out


def test_every_command_has_options_and_formats_that_exist() -> None:
    commands = list(quoted_commands(PAGE))
    assert len(commands) >= 12
    assert {" ".join(command): unknown_words(command) for command in commands if unknown_words(command)} == {}


def test_every_option_named_alone_exists() -> None:
    options = re.findall(r"`(--[^`]+)`", PAGE)
    assert len(set(options)) >= 12
    assert unknown_words(["lint", *" ".join(sorted(set(options))).split()]) == []


def test_every_format_has_its_reader() -> None:
    names = [row[0].strip("`") for row in table("Formats")]
    assert sorted(names) == sorted(FORMATS)
    assert all(row[1] for row in table("Formats"))
