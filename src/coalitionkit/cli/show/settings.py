"""The settings by which a plan is judged, each with where it comes from."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from coalitionkit.cli.console import Line, Piece
from coalitionkit.exchange.report import at
from coalitionkit.loading import Loaded
from coalitionkit.places import Place
from coalitionkit.rules.rule import Rule
from coalitionkit.settings import Setting, Settings

VERSION = 1

_DEFAULT = "default"
_COMMAND_LINE = "command line"


class Row(NamedTuple):
    """A setting: its keys, its value, and its origin in a word, or where it stands."""

    keys: tuple[str, ...]
    value: str
    origin: str
    place: Place | None = None


def settings_rows(loaded: Loaded, rules: Sequence[Rule], settings: Settings) -> Iterator[Row]:
    """Give what is set for a plan, and every option of its rules, in the order of the `lint` section."""

    def row(keys: tuple[str, ...], setting: Setting) -> Row:
        if setting.layer is None:
            return Row(keys, setting.value, _DEFAULT)
        place = (setting.layer.places or loaded).place(setting.address)
        return Row(keys, setting.value, at(place), place)

    if settings.asked is not None:
        yield Row(("profile",), settings.asked.value, _COMMAND_LINE)
    else:
        yield row(("profile",), settings.stated_profile or Setting(settings.profile.value))
    for layer in settings.layers:
        for index, file in enumerate(layer.lint.extend):
            yield row(("extend",), Setting(file, layer, (layer.at / "extend")[index]))
    for setting in settings.packs.values():
        yield row(("packs",), setting)
    for keys, setting in _of_rules(rules, settings):
        yield row(keys, setting)
    for name, (layer, _) in settings.local.items():
        yield row(("local",), Setting(name, layer, (layer.at / "local")[name]))


def _of_rules(rules: Sequence[Rule], settings: Settings) -> Iterator[tuple[tuple[str, ...], Setting]]:
    """Give the severities that are set, and every option of every rule, by the names of the rules."""
    names = {name: rule.check.name for rule in rules for name in (rule.check.code, rule.check.name)}
    stated: dict[tuple[str, ...], Setting] = {}
    for name, setting in settings.stated_severities():
        stated.setdefault(("rules", names.get(name, name)), setting)
    yield from stated.items()
    numbers: dict[tuple[str, ...], Setting] = {
        ("options", rule.check.name, option): Setting(str(about.default))
        for rule in rules
        for option, about in rule.options.items()
    }
    # The highest setting is given first, so it is laid on last.
    for name, option, setting in reversed(list(settings.stated_options())):
        numbers["options", names.get(name, name), option] = setting
    yield from numbers.items()


def settings_lines(file: str, rows: Sequence[Row]) -> Iterator[Line]:
    """Show the settings of a plan as a table."""
    yield (Piece(file, "place"),)
    shown = [f"{': '.join(row.keys)}: {row.value}" for row in rows]
    width = max(map(len, shown), default=0)
    for row, text in zip(rows, shown, strict=True):
        yield (Piece(f"  {text:{width}}  "), Piece(f"({row.origin})", "faint"))
    yield (Piece("  every other rule has the severity that 'coalition rule --all' shows", "faint"),)


def settings_json(plans: Sequence[tuple[str, Sequence[Row]]]) -> str:
    """Return the settings of plans as JSON."""
    document = {
        "version": VERSION,
        "plans": [{"file": file, "settings": [_data(row) for row in rows]} for file, rows in plans],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _data(row: Row) -> dict[str, Any]:
    start = row.place.span.start if row.place else None
    return {
        "key": list(row.keys),
        "value": row.value,
        "origin": row.origin if row.place is None else "file",
        "file": row.place.file if row.place else None,
        "line": start.line if start else None,
        "column": start.column if start else None,
    }
