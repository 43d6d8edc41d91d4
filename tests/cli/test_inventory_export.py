"""`coalition inventory export`."""

import json
from pathlib import Path

from cli.conftest import Run

PLAN = """\
format: 1
coalition: {id: c, name: C}
partners: [{id: city, name: City}, {id: library, name: Library, parent: city}]
members: [{id: ana, name: Ana, partner: library}]
"""


def test_a_map_for_kumu_goes_to_a_file(run: Run) -> None:
    Path("coalition.yaml").write_text(PLAN, encoding="utf-8")
    result = run("inventory", "export", "--format", "kumu=map.json", "--format", "gexf=map.gexf")
    assert (result.code, result.out) == (0, "")
    document = json.loads(Path("map.json").read_text(encoding="utf-8"))
    assert [one["label"] for one in document["elements"]] == ["City", "Library", "Ana"]
    assert Path("map.gexf").read_text(encoding="utf-8").startswith("<?xml")


def test_members_can_be_left_out(run: Run) -> None:
    Path("coalition.yaml").write_text(PLAN, encoding="utf-8")
    result = run("inventory", "export", "--format", "popolo", "--no-members")
    assert json.loads(result.out)["persons"] == []


def test_an_unknown_format_is_refused_with_a_hint(run: Run) -> None:
    Path("coalition.yaml").write_text(PLAN, encoding="utf-8")
    result = run("inventory", "export", "--format", "graphlm")
    assert result.code == 2
    assert "did you mean 'graphml'?" in result.err
