"""Partners from Popolo and Kumu, and back."""

import json
from pathlib import Path

from exchange.workbook.test_networks import POPOLO

from cli.conftest import Run

PLAN = """\
# Ours.
format: 1
coalition: {id: c, name: C}
partners:
  - {id: library, name: Public Library}   # since 1901
"""


def test_partners_are_imported_and_what_is_exported_imports_as_no_change(run: Run) -> None:
    Path("coalition.yaml").write_text(PLAN, encoding="utf-8")
    Path("bodies.json").write_text(json.dumps(POPOLO), encoding="utf-8")
    result = run("inventory", "import", "bodies.json", "--yes")
    assert result.code == 0, result.err
    text = Path("coalition.yaml").read_text(encoding="utf-8")
    assert "name: River Trust" in text
    assert "# since 1901" in text
    for form in ("popolo", "kumu"):
        run("inventory", "export", "--no-members", "--format", f"{form}=out.json")
        again = run("inventory", "import", "out.json", "--yes")
        assert again.code == 0, again.err
        assert "nothing to change" in again.out + again.err
    assert Path("coalition.yaml").read_text(encoding="utf-8") == text
