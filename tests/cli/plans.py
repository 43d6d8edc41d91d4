"""A small plan with comments that commands write into, and what changed in it."""

from difflib import ndiff
from pathlib import Path

PLAN = """\
# Our plan. Dana keeps it.
format: 1
coalition: {id: forest-city, name: Forest City Mobility Coalition, languages: [en, es]}

partners:
  - id: city-hall
    name: City Hall
    sector: city      # since 2019

members:
  # Ana came first.
  - id: ana-lopez
    name: Ana López
    group: management-team    # she chairs it
    partner: city-hall
  - {id: ben-ito, name: Ben Ito}   # and Ben

roles:
  - id: data-lead
    held_by: [ana-lopez]

metrics:
  - id: debt
    name: Residents with debt
    values:
      - {date: 2025, value: 31}   # from the survey
    owner: data-lead
"""
FILE = Path("coalition.yaml")
OVERLAY = Path("coalition.private.yaml")


def put(text: str = PLAN, file: Path = FILE) -> None:
    """Write a file as it is, line ends too."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())


def text(file: Path = FILE) -> str:
    """Return a file as it is."""
    return file.read_bytes().decode()


def changed(before: str = PLAN, file: Path = FILE) -> list[str]:
    """Return the lines that are gone and those that are new: `- old`, `+ new`."""
    lines = ndiff(before.splitlines(), text(file).splitlines())
    return [f"{line[0]} {line[2:].strip()}" for line in lines if line[0] in "+-"]
