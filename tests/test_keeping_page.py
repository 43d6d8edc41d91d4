"""The page on keeping a plan by commands is true: it is followed line by line.

`pytest --update-golden` writes what the commands print into the page.
"""

from pathlib import Path

import pytest
from pages import assert_true


def test_the_page_shows_what_is_printed(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    assert_true("keeping.md", tmp_path / "here", request)
