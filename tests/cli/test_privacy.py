"""What is private does not reach what others read: no frame, message or document of `lint` shows it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coalitionkit.cli.show.formats import FORMATS

PLAN = """format: 1
coalition: {id: a, name: A}
members:
  - {id: m, name: M, phone: 555-SECRET, grup: x}
"""
OVERLAY = """members:
  - {id: m, compensation: {amount: SECRET9999}}
"""


@pytest.mark.parametrize("form", FORMATS)
def test_no_private_value_is_shown(run: Callable[..., Any], form: str) -> None:
    Path("coalition.yaml").write_text(PLAN, encoding="utf-8")
    Path("coalition.private.yaml").write_text(OVERLAY, encoding="utf-8")
    ran = run("lint", "--format", form)
    assert ran.code == 1
    assert "CK801" in ran.out
    assert "CK010" in ran.out
    assert "coalition.private.yaml" in ran.out
    assert "SECRET" not in ran.out + ran.err


def test_a_plan_is_never_replaced_by_findings(run: Callable[..., Any]) -> None:
    Path("coalition.yaml").write_text(PLAN, encoding="utf-8")
    ran = run("lint", "--format", "json=coalition.yaml")
    assert ran.code == 2
    assert Path("coalition.yaml").read_text(encoding="utf-8") == PLAN


def test_a_plan_of_another_ending_is_pointed_at(run: Callable[..., Any]) -> None:
    Path("coalition.yml").write_text(PLAN, encoding="utf-8")
    Path("coalition.private.yaml").write_text(OVERLAY, encoding="utf-8")
    ran = run("lint")
    assert ran.code == 2
    assert "there is a 'coalition.yml'; rename it to coalition.yaml" in ran.err
