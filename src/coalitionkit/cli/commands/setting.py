"""`coalition set`: other values in a record, or at an address."""

from pathlib import Path
from typing import Annotated

import typer

from coalitionkit.cli import console
from coalitionkit.cli.asking import Choice, Question, asked, may_ask
from coalitionkit.cli.bundles import unbundled
from coalitionkit.cli.completion import command_words
from coalitionkit.cli.doors import Circumstances, left_alone, set_in
from coalitionkit.cli.fields import (
    HELP_AMONG_WORDS,
    help_lines,
    keys_of,
    question_of,
    split,
    switches_of,
    values_of,
    words_of,
)
from coalitionkit.cli.opening import PlanPath, WorkingCopy, at_hand
from coalitionkit.cli.options import AsOf, NoOverlay, OnDay, Overlay, day_of
from coalitionkit.cli.writing import Manner, NoInput, write
from coalitionkit.editing.composing import put
from coalitionkit.editing.given import data_of
from coalitionkit.errors import ConfigurationError
from coalitionkit.keeping.deed import Deed
from coalitionkit.loading.records import Recorded, Target, is_address, text_of
from coalitionkit.model.kinds import address_in, is_kind, kinds_named
from coalitionkit.model.record import Part, fields_of

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_USAGE = (
    "coalition set {kind} ID --field VALUE ... [--unset FIELD]",
    "coalition set ADDRESS VALUE",
)
_EPILOG = """\b
Examples:
  coalition set members[ana-lopez].group key-stakeholder
  coalition set member ana-lopez --hours-per-month 12 --unset proxy
  coalition set coalition.name.es "Coalición de Riverbend"
  coalition set value debt-in-collections 2026 --quality 2
  coalition set member --help                 the fields of a member"""


@app.command("set", epilog=_EPILOG, context_settings=HELP_AMONG_WORDS)
@unbundled
def set_command(  # noqa: PLR0913 - one parameter for each option
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ADDRESS VALUE | KIND ID [--unset FIELD] [--FIELD VALUE]",
            help="What to write where.",
            autocompletion=command_words,
        ),
    ] = None,
    *,
    plan: PlanPath = Path(),
    manner: Manner,
    on: OnDay = "",
    as_of: AsOf = "",
    no_input: NoInput = False,
    overlay: Overlay = None,
    no_overlay: NoOverlay = False,
) -> None:
    """Write other values into a record; comments and all else stay as they are.

    Where that is something that happened, all of it is recorded: a member who is one of the alumni now has
    left on a day and holds no role, a group that changes is kept with its days. An address gets the value
    alone, which puts right what was written wrong. Calendars follow either way, by a higher revision.

    At a terminal, a record alone is enough: you are asked for the rest.
    """
    named, rest = split(words or ())
    if not named:
        console.write(ctx.get_help() + "\n")
        return
    if words_of(rest, lambda _: True).wants_help:
        kind = kinds_named(named[0])[0]
        console.show(help_lines(kind, [line.format(kind=kind.name) for line in _USAGE], console.width()))
        return
    copy = at_hand(plan, overlay, no_overlay=no_overlay)
    when = Circumstances(day_of(on, as_of), said=bool(on))
    deed = _of_fields(copy, named, rest, when) if rest else _of_value(copy, named, when, no_input=no_input)
    write(copy, deed.edits, deed.summary, manner, unsettled=deed.unsettled)


def _of_fields(copy: WorkingCopy, named: list[str], rest: list[str], when: Circumstances) -> Deed:
    target = copy.records.target(named)
    if not isinstance(target.kind, Part):
        raise ConfigurationError(
            f"{target.address} is no record, so it has no fields",
            hint=f"coalition set {target.address} VALUE",
        )
    record = target.kind.record
    said = words_of(rest, switches_of(record))
    if said.plain:
        raise ConfigurationError(
            f"'{said.plain[0]}' belongs to no field", hint="put a value of several words in quotes"
        )
    values = values_of(record, said.flags)
    unset = [keys_of(record, name)[0] for name in said.unset]
    return set_in(copy, target, values, unset, when)


def _of_value(copy: WorkingCopy, named: list[str], when: Circumstances, *, no_input: bool) -> Deed:
    """Return the edit of `ADDRESS VALUE`, or of the answers where only a record was named."""
    if is_address(named[0]) and len(named) > 1 and not is_kind(named[0]):
        target = copy.records.at(address_in(named[0]))
        data = data_of(target.kind, named[1:], str(target.address))
        edit = put(copy.records, target.address, data)
        return Deed((edit,), f"set {target.address}", unsettled=left_alone(copy, target, data, when))
    target = copy.records.target(named)
    one = target.record
    if one is None or not may_ask(no_input=no_input):
        raise ConfigurationError(
            f"say what to write into {target.words}",
            hint=f"coalition set {target.address} VALUE, or --field VALUE for a record",
        )
    return _asked(copy, target, one, when)


def _asked(copy: WorkingCopy, target: Target, one: Recorded, when: Circumstances) -> Deed:
    fields = [name for name in fields_of(one.kind.record) if name != one.kind.identity]
    choices = tuple(Choice(name, text_of(one.value(name))) for name in fields if name != "former_ids")
    name = asked(Question(f"Which field of {one.words}?", choices=choices, required=True))
    question = question_of(one.kind, name, copy.records)._replace(required=True)
    values = values_of(one.kind.record, {name: (asked(question),)})
    return set_in(copy, target, values, (), when)
