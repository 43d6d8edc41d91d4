"""What a shell offers."""

import os
import subprocess
import sys

import pytest

from cli.conftest import Run

OFFERED = [
    ("list mem", {"member", "members"}),
    ("show ben", {"ben-ito"}),
    ("show coal", {"coalition"}),
    ("show member ana", {"ana-lopez"}),
    ("add value ", {"debt"}),
    ("set value debt ", {"2025"}),
    ("rename partner c", {"city-hall"}),
    ("show nonsense x", set()),
]


@pytest.mark.parametrize(("line", "offered"), OFFERED, ids=[line for line, _ in OFFERED])
def test_kinds_and_ids_are_offered(plan: Run, line: str, offered: set[str]) -> None:
    words = f"coalition {line}"
    environment = {
        **os.environ,
        "_COALITION_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }
    start = "import sys; sys.argv = ['coalition']; from coalitionkit.cli.boundary import main; main()"
    ran = subprocess.run(  # noqa: S603 - this Python
        [sys.executable, "-c", start], env=environment, capture_output=True, text=True, check=False
    )
    assert set(ran.stdout.split()) == offered
    assert "Traceback" not in ran.stderr
