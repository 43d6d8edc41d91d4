"""The tutorial is true: its commands are run in an empty folder, and what they print is what it shows.

`pytest --update-golden` writes what they print into the page.
"""

from pathlib import Path

import pytest
from pages import assert_true


def test_every_line_of_the_tutorial_is_true(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    assert_true("tutorial.md", tmp_path / "plan", request, unnamed="coalition.yaml")
