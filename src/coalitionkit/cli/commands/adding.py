"""`coalition add`: a new record, by flags in a script or by questions at a terminal."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from coalitionkit.cli import console
from coalitionkit.cli.asking import may_ask
from coalitionkit.cli.bundles import unbundled
from coalitionkit.cli.completion import command_words
from coalitionkit.cli.doors import Circumstances, adding
from coalitionkit.cli.drafting import Draft, begun, completed, is_list
from coalitionkit.cli.fields import HELP_AMONG_WORDS, help_lines, split, words_of
from coalitionkit.cli.opening import PlanPath, WorkingCopy, at_hand
from coalitionkit.cli.options import AsOf, NoOverlay, OnDay, Overlay, day_of
from coalitionkit.cli.writing import Manner, NoInput, write
from coalitionkit.editing.composing import new_record, plain_field
from coalitionkit.editing.given import data_of
from coalitionkit.edits import Add, Edit
from coalitionkit.errors import ConfigurationError
from coalitionkit.keeping.deed import Deed
from coalitionkit.model.kinds import RecordKind, address_in, kinds_named
from coalitionkit.model.record import Listing
from coalitionkit.prose import counted, listed

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition add member                        asks for what is needed
  coalition add member ana-lopez --name "Ana López" --group management-team
  coalition add value debt-in-collections 2027 29
  coalition add practice conflict-and-turf "We name it and settle it in a week."
  coalition add focus.populations single-parents
  coalition add member --help                 the fields of a member"""


@app.command("add", epilog=_EPILOG, context_settings=HELP_AMONG_WORDS)
@unbundled
def add_command(  # noqa: PLR0913 - one parameter for each option
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ADDRESS VALUE | KIND [OWNER] [ID] [--FIELD VALUE]",
            help="What to add; OWNER for what belongs to a record, such as values of a metric.",
            autocompletion=command_words,
        ),
    ] = None,
    *,
    plan: PlanPath = Path(),
    manner: Manner,
    beside: Annotated[
        bool, typer.Option("--beside", help="Whoever holds the role goes on beside the new holder.")
    ] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Put a value or target in place of the one of that date.")
    ] = False,
    on: OnDay = "",
    as_of: AsOf = "",
    no_input: NoInput = False,
    overlay: Overlay = None,
    no_overlay: NoOverlay = False,
) -> None:
    """Add a record to the plan, in the order of its list; comments and all else stay as they are.

    At a terminal you are asked for what is needed and was not given. Private fields go to the overlay.
    """
    named, rest = split(words or ())
    if not named:
        console.write(ctx.get_help() + "\n")
        return
    if words_of(rest, lambda _: True).wants_help:
        kind = kinds_named(named[0])[0]
        console.show(help_lines(kind, [_usage(kind)], console.width()))
        return
    copy = at_hand(plan, overlay, no_overlay=no_overlay)
    if is_list(named[0]) and not rest:
        edits, done = _to_list(copy, named)
        write(copy, edits, done, manner)
        return
    asking = may_ask(no_input=no_input)
    draft = completed(begun(copy.records, named, rest, asking=asking), copy.records, asking=asking)
    deed = _deed(copy, draft, Circumstances(day_of(on, as_of), bool(on), beside, replace))
    write(copy, deed.edits, deed.summary, manner, into="to", unsettled=deed.unsettled)


def _deed(copy: WorkingCopy, draft: Draft, about: Circumstances) -> Deed:
    """Return what adding a record comes to: a handover or the like, or the record alone."""
    kind, owner, values, key = draft
    made = partial(new_record, copy.records, kind, values, owner=owner, key=key)
    # What no list can take is refused first; with --replace, something of its key stands there already.
    alone = None if about.replace else made()
    deed = adding(copy, kind, owner, key, values, about)
    return deed or Deed((alone or made(),), f"added {draft.words}")


def _to_list(copy: WorkingCopy, named: list[str]) -> tuple[list[Edit], str]:
    """Return the edits that add single values to the list at an address."""
    address, *texts = named
    target = copy.records.at(address_in(address))
    if not isinstance(target.kind, Listing):
        raise ConfigurationError(
            f"{target.address} is no list", hint=f"'coalition set {target.address} VALUE' writes there"
        )
    if not texts:
        raise ConfigurationError(f"say what to add to {target.address}")
    data = data_of(target.kind, texts, str(target.address))
    items = data if isinstance(data, list) else [data]
    what = listed(texts) if len(items) == len(texts) else counted(len(items), "item")
    return [Add(target.address, item) for item in items], f"added {what} to {target.address}"


def _usage(kind: RecordKind) -> str:
    owner = f" {kind.owner.name.upper()}" if kind.owner else ""
    key = " [ID]" if kind.identity == "id" else f" {kind.identity.upper()}" if kind.identity else ""
    key = " KEY" if kind.keyed else key
    field = plain_field(kind)
    plain = f" [{field.upper().replace('_', '-')}]" if field and field != kind.identity else ""
    return f"coalition add {kind.name}{owner}{key}{plain} --field VALUE ..."
