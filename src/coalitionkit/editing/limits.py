"""What no plan can hold, refused before anything is written: text without end, data without bottom."""

from collections.abc import Mapping

from coalitionkit.edits import Add, Data, Edit, Put
from coalitionkit.errors import UneditableError
from coalitionkit.source.reader import DEEPEST

LONGEST = 1_000_000
"""How many characters one text may have."""


def refuse_endless(edit: Edit) -> None:
    """Raise UneditableError for an edit that writes more than a plan can hold."""
    if isinstance(edit, Put):
        _refuse(edit.value, len(edit.at.steps))
    elif isinstance(edit, Add):
        _refuse(edit.item, len(edit.to.steps) + 1)


def _refuse(value: Data, depth: int) -> None:
    if depth > DEEPEST:
        raise UneditableError(f"lists and groups stand within one another more than {DEEPEST} deep here")
    if isinstance(value, str):
        if len(value) > LONGEST:
            raise UneditableError(
                f"this text has {len(value):,} characters, more than a plan can hold; keep it in a file of "
                "its own and write its name or address here"
            )
    elif isinstance(value, Mapping):
        for key, one in value.items():
            _refuse(key, depth)
            _refuse(one, depth + 1)
    elif value is not None:
        for one in value:
            _refuse(one, depth + 1)
