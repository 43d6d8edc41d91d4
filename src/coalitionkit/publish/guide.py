"""The guide to templates, docs/templates.md: what a template may see, made from the context itself."""

import inspect
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from types import ModuleType, NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from coalitionkit.prose import listed
from coalitionkit.publish.document import AUDIENCES
from coalitionkit.publish.gaps import Gap
from coalitionkit.publish.shapes import modules

_PREFACE = """\
# What templates see

This page is made from the program by `coalition render context`.

A document is Markdown made by a template, a file such as `en/invite-partner.md.j2`. To change one, put a
file of the same name into the folder `templates` beside your plan: it goes before the one that ships.
Templates are written in [Jinja](https://jinja.palletsprojects.com/en/stable/templates/) and run in a sandbox:
they choose, loop and print, and call nothing but their own macros and `range`.

A template never sees the plan. It sees one record, described below, which holds only what the audience of
the document may read:

{audiences}

What is private in a plan is in none of them. `--include-private` lets personal addresses and numbers stand in
for those at work in a letter, and only those of the addressee, the sender and the project manager.

- **Text** is printed as it is; whatever Markdown would take for a sign is escaped. A blank line between its
  paragraphs is kept with `{{{{ letter.different|paragraphs }}}}`; `|sentences` also ends it with a period
  where it has none.
- **A gap** stands for something that is not recorded. It prints as a mark that says what to write;
  `{{% if letter.data_point is gap %}}` asks for it.
- **Nothing** must be asked for before it is printed: `{{% if letter.session %}}`.
- **A list** is looped over: `{{% for ask in letter.asks %}}`.
"""

_SINGLE = {str: "text", int: "whole number", bool: "yes or no", Gap: "gap"}


def guide() -> str:
    """Return the guide: each record that a template gets, then the parts that records are made of."""
    classes = [one for module in modules() for one in vars(module).values() if _is_own(one, module)]
    whole = [one for one in classes if hasattr(one, "audience")]
    parts = [one for one in classes if one not in whole]
    audiences = "\n".join(f"- *{name}*: {who}" for name, who in AUDIENCES.items())
    return "\n".join(
        (
            _PREFACE.format(audiences=audiences),
            *(line for one in whole for line in _described(one, f"`{one.__name__.lower()}`")),
            "## Parts\n",
            *(line for one in parts for line in _described(one, one.__name__, level=3)),
        )
    )


def _is_own(value: object, module: ModuleType) -> bool:
    return inspect.isclass(value) and is_dataclass(value) and value.__module__ == module.__name__


def _described(record: Any, title: str, level: int = 2) -> Iterator[str]:
    yield f"{'#' * level} {title}\n"
    if level == 2:  # noqa: PLR2004 - a record of its own
        yield f"Audience: {record.audience}.\n"
    yield f"{inspect.cleandoc(record.__doc__ or '')}\n"
    yield "| name | what it is |\n|---|---|"
    hints = get_type_hints(record)
    for field in fields(record):
        yield f"| `{field.name}` | {_kind(hints[field.name])} |"
    yield ""


def _kind(hint: Any) -> str:
    """Return a type in words: `text or gap, or nothing`, `list of promises`."""
    if isinstance(hint, UnionType):
        kinds = [_kind(one) for one in get_args(hint) if one is not NoneType]
        words = listed(kinds, "or")
        return f"{words}, or nothing" if NoneType in get_args(hint) else words
    if get_origin(hint) is tuple:
        return f"list: each {_kind(get_args(hint)[0])}"
    if hint in _SINGLE:
        return _SINGLE[hint]
    return f"[{hint.__name__}](#{hint.__name__.lower()})"
