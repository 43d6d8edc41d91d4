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


SEATED = """\
format: 1
coalition: {id: c, name: C}
partners:
  - {id: library, name: Public Library, people: [{id: page, name: Pat Page}]}
members: [{id: ana, name: Ana López, partner: library}]
ties: [{who: ana, kind: funds, whom: library}]
"""


def test_a_map_with_members_imports_as_no_change_and_leaves_no_columns_behind(run: Run) -> None:
    Path("coalition.yaml").write_text(SEATED, encoding="utf-8")
    for form in ("popolo", "kumu"):
        assert run("inventory", "export", "--format", f"{form}=out.json").code == 0
        again = run("inventory", "import", "out.json", "--yes")
        assert "nothing to change" in again.out, again.err
        assert Path("coalition.yaml").read_text(encoding="utf-8") == SEATED
    assert "read from 'out.json': 'elements'; not read: 'persons' and 'connections'" in again.out


def test_what_a_map_says_of_a_member_beyond_the_name_is_told(run: Run) -> None:
    Path("coalition.yaml").write_text(SEATED, encoding="utf-8")
    Path("bodies.json").write_text(json.dumps(POPOLO), encoding="utf-8")
    result = run("inventory", "import", "bodies.json", "--yes")
    assert "'Ana López' is a member of the coalition; write what is new there" in result.out
    text = Path("coalition.yaml").read_text(encoding="utf-8")
    assert "River Trust" in text
    assert "columns" not in text
    assert text.count("Ana López") == 1
