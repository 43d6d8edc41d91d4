"""`coalition render invite`: letters to partners, champions and people of the community."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from coalitionkit.analysis.mailing import champions, community, listed, waiting
from coalitionkit.analysis.recipients import Recipient, recipient
from coalitionkit.cli.bundles import unbundled
from coalitionkit.cli.commands.render.recording import (
    Final,
    note_private,
    note_repeated,
    recorded,
    stop_at,
)
from coalitionkit.cli.delivery import Order, deliver, pressed
from coalitionkit.cli.opening import PlanPath, at_hand
from coalitionkit.cli.options import today
from coalitionkit.cli.writing import DryRun
from coalitionkit.errors import ConfigurationError, UnknownRecordError
from coalitionkit.model.coalition import Coalition
from coalitionkit.publish.letters import drawn
from coalitionkit.publish.sending import obstacles, repeated

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition render invite river-trust
  coalition render invite --out letters --as docx    all that are recorded and not sent yet
  coalition render invite --list --out letters       everyone on the list of invitations
  coalition render invite river-trust --out letters --as eml --attach pdf
  coalition render invite river-trust --final --out letters --as pdf"""

Named = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PARTNER",
        help="Partners, people there or invitations, by id.",
        show_default="all invitations not sent",
    ),
]
List = Annotated[bool, typer.Option("--list", help="Write to all on the list of invitations without a seat.")]
Champions = Annotated[bool, typer.Option("--champions", help="Write to all who are or would be champions.")]
Community = Annotated[bool, typer.Option("--community", help="Write to the people of the community.")]
AsFinal = Annotated[
    bool,
    typer.Option(
        "--final",
        help="Refuse letters that lack something; record the others, and what they promise, as sent.",
    ),
]
Due = Annotated[
    str,
    typer.Option(
        "--due",
        metavar="DATE",
        help="By when what these letters promise is to be kept.",
        show_default="when planning ends",
    ),
]
WithPrivate = Annotated[
    bool,
    typer.Option(
        "--include-private",
        help="Let personal addresses and numbers of addressee, sender and project manager stand in.",
    ),
]


@app.command("invite", epilog=_EPILOG)
@unbundled
def invite_command(  # noqa: PLR0913 - one parameter for each option
    partners: Named = None,
    *,
    plan: PlanPath = Path(),
    from_list: List = False,
    to_champions: Champions = False,
    to_community: Community = False,
    final: AsFinal = False,
    dry_run: DryRun = False,
    due: Due = "",
    include_private: WithPrivate = False,
    order: Order,
) -> None:
    """Make the letters that invite partners, champions and people of the community."""
    if (dry_run or due) and not final:
        raise ConfigurationError("--dry-run and --due are about what --final records", hint="add --final")
    day = today(order.as_of)
    coalition, press = pressed(plan, order)
    asked = {"--list": from_list, "--champions": to_champions, "--community": to_community}
    chosen = _chosen(coalition, partners or (), [name for name, given in asked.items() if given])
    letters = [
        drawn(
            coalition, whom, press=press, as_of=day, language=order.language or None, private=include_private
        )
        for whom in chosen
    ]
    if final:
        stop_at(obstacles(coalition, letters))
    note_repeated(repeated(coalition, letters))
    if include_private:
        note_private()
    documents = [one.document for one in letters]
    if not final or order.check:
        deliver(documents, press, order)
        return
    copy = at_hand(plan, order.overlay, no_overlay=order.no_overlay)
    keep = recorded(coalition, letters, Final(day, due, dry_run), copy=copy)
    if not dry_run:
        deliver(documents, press, order)
    keep()


class _Batch(NamedTuple):
    """Letters that go out together, and what to say where there are none."""

    recipients: Callable[[Coalition], tuple[Recipient, ...]]
    none: str
    hint: str


_BATCHES = {
    "": _Batch(
        waiting, "no invitation waits to be sent", "name a partner: coalition render invite river-trust"
    ),
    "--list": _Batch(
        listed, "nobody without a seat is on the list", "'coalition inventory score' says who is on it"
    ),
    "--champions": _Batch(
        champions, "there is no champion to write to", "write 'champion: yes' of someone at a partner"
    ),
    "--community": _Batch(
        community, "there is nobody of the community to write to", "add residents below 'partners'"
    ),
}


def _chosen(plan: Coalition, named: list[str] | tuple[str, ...], asked: list[str]) -> list[Recipient]:
    """Return whom to write to, each once. Raises UnknownRecordError when that is nobody."""
    batches = [_BATCHES[name] for name in asked or ([] if named else [""])]
    found = [recipient(plan, key) for key in named]
    found += [one for batch in batches for one in batch.recipients(plan)]
    if not found:
        raise UnknownRecordError(batches[0].none, hint=batches[0].hint)
    return list({one.name: one for one in found}.values())
