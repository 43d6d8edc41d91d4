"""`coalition format`: plans in the order of the format, told, shown and checked."""

from pathlib import Path

import pytest

from cli.conftest import Run
from cli.plans import OVERLAY, PLAN, put, text

BEGINNING = "format: 1\ncoalition: {id: lakes, name: Lakes}\n"
FRAGMENT = Path("coalition.d/a.yaml")
BEHIND = "# kept by Beth\nstrategies: [] # s\nplans: [] # p\n"
AHEAD = "# kept by Beth\nplans: [] # p\nstrategies: [] # s\n"


def test_files_out_of_order_are_put_in_order(plan: Run) -> None:
    put(BEHIND, FRAGMENT)
    ran = plan("format")
    assert (ran.code, ran.out, ran.err) == (0, "coalition.d/a.yaml was put in order\n", "")
    assert (text(FRAGMENT), text()) == (AHEAD, PLAN)
    ran = plan("format")
    assert (ran.code, ran.out, ran.err) == (0, "", "2 files in order already\n")


def test_check_names_the_files_and_writes_nothing(plan: Run) -> None:
    put(BEHIND, FRAGMENT)
    ran = plan("format", "--check")
    assert (ran.code, ran.out) == (1, "coalition.d/a.yaml would be put in order\n")
    assert text(FRAGMENT) == BEHIND
    put(AHEAD, FRAGMENT)
    assert plan("format", "--check").code == 0


def test_diff_shows_the_lines_and_writes_nothing(plan: Run) -> None:
    put(BEHIND, FRAGMENT)
    ran = plan("format", "--diff")
    assert (ran.code, text(FRAGMENT)) == (1, BEHIND)
    assert ran.out.splitlines()[:2] == ["--- coalition.d/a.yaml", "+++ coalition.d/a.yaml"]
    assert "-plans: [] # p" in ran.out.splitlines()


def test_the_overlay_is_neither_shown_nor_changed(plan: Run) -> None:
    private = "roles: []\nmembers: [{phone: '555-0100', id: ben-ito}]\n"
    put(private, OVERLAY)
    ran = plan("format", "--keys", "--ids", "--diff")
    assert "555" not in ran.out + ran.err
    plan("format", "--keys", "--ids")
    assert text(OVERLAY) == private


def test_keys_and_ids_are_put_in_order_on_request(run: Run) -> None:
    ana = "  # Ana came first.\n  - name: Ana\n    id: zoe # so\n"
    put(f"{BEGINNING}members:\n{ana}  - {{name: Ben, id: ben}}\n")
    assert run("format").err == "1 file in order already\n"
    assert run("format", "--keys", "--ids").code == 0
    assert text() == (
        f"{BEGINNING}members:\n  - {{id: ben, name: Ben}}\n"
        "  # Ana came first.\n  - id: zoe # so\n    name: Ana\n"
    )


def test_what_stays_on_purpose_is_told(run: Run) -> None:
    put(PLAN.replace("# Ana came first.", "# -- The first").replace("id: ana-lopez", "id: zoe"))
    ran = run("format", "--ids")
    assert (ran.code, ran.out) == (0, "")
    assert (
        ran.err == "coalition.yaml:10: 'members' stays as it is: it has headings\n1 file in order already\n"
    )


def test_several_plans_are_put_in_order_at_once(run: Run) -> None:
    for name in ("north", "south"):
        put("coalition: {id: a, name: A}\nformat: 1\n", Path(name, "coalition.yaml"))
    assert run("format").out.count("was put in order") == 2
    assert text(Path("north/coalition.yaml")) == "format: 1\ncoalition: {id: a, name: A}\n"


@pytest.mark.parametrize("content", ["format: [\n", "{format: 1}\n"])
def test_a_file_that_cannot_be_put_in_order_is_told(run: Run, content: str) -> None:
    put(content)
    ran = run("format")
    assert (ran.code, text()) == (2, content)
    assert "'coalition.yaml'" in ran.err
