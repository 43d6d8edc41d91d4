"""`coalition retire`: a member has left, or a partner is no longer counted on."""

from pathlib import Path
from typing import Annotated

import typer

from coalitionkit.cli.bundles import unbundled
from coalitionkit.cli.completion import command_words
from coalitionkit.cli.doors import plan_of
from coalitionkit.cli.opening import PlanPath, at_hand
from coalitionkit.cli.options import AsOf, NoOverlay, OnDay, Overlay, day_of
from coalitionkit.cli.writing import Manner, write
from coalitionkit.errors import ConfigurationError
from coalitionkit.keeping.departures import leave
from coalitionkit.keeping.partners import retire as retire_partner
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.kinds import kinds_named

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition retire member fiona-kearns --on 2026-04-17 --reason "Moved to Oregon."
  coalition retire member ana-lopez --heir ben-ito
  coalition retire partner river-trust --with-members --keep-informed-by newsletter"""


@app.command(epilog=_EPILOG)
@unbundled
def retire(  # noqa: PLR0913 - one parameter for each option
    words: Annotated[
        list[str],
        typer.Argument(metavar="[KIND] ID", help="A member or a partner.", autocompletion=command_words),
    ],
    *,
    on: OnDay = "",
    reason: Annotated[
        str | None,
        typer.Option(
            "--reason",
            metavar="TEXT",
            help="Why: a note of the member; of a partner it goes to the private file.",
        ),
    ] = None,
    heir: Annotated[
        str | None,
        typer.Option("--heir", metavar="MEMBER", help="Who takes over what the member answered for."),
    ] = None,
    review_on: Annotated[
        str | None, typer.Option("--review-on", metavar="DATE", help="When to look at the partner again.")
    ] = None,
    informed_by: Annotated[
        str | None,
        typer.Option("--keep-informed-by", metavar="CHANNEL", help="How the partner hears of the work."),
    ] = None,
    with_members: Annotated[
        bool, typer.Option("--with-members", help="Those who sit for the partner leave too.")
    ] = False,
    plan: PlanPath = Path(),
    as_of: AsOf = "",
    manner: Manner,
    overlay: Overlay = None,
    no_overlay: NoOverlay = False,
) -> None:
    """Record that a member has left, or that a partner is no longer counted on.

    The record stays, because old decisions and letters point at it. Roles, proxies and places in groups end
    with the day given, and what only you can settle is told.
    """
    copy = at_hand(plan, overlay, no_overlay=no_overlay)
    coalition, day = plan_of(copy), day_of(on, as_of)
    kind, key = _meant(coalition, words)
    if kind == "member":
        if review_on or informed_by or with_members:
            raise ConfigurationError("--review-on, --keep-informed-by and --with-members are for partners")
        deed = leave(coalition, key, day, reason=reason, heir_key=heir)
    elif heir:
        raise ConfigurationError("--heir is for members")
    else:
        again = day_of(review_on, as_of) if review_on else None
        deed = retire_partner(
            coalition,
            key,
            day,
            reason=reason,
            informed_by=informed_by,
            review_on=again,
            with_members=with_members,
        )
    write(copy, deed.edits, deed.summary, manner, unsettled=deed.unsettled)


def _meant(plan: Coalition, words: list[str]) -> tuple[str, str]:
    """Return the kind and the id; without a kind, the id alone must tell."""
    if len(words) == 1:
        found = [kind for kind, one in (("member", plan.member), ("partner", plan.partner)) if one(words[0])]
        if len(found) > 1:
            raise ConfigurationError(
                f"'{words[0]}' is both a member and a partner", hint=f"coalition retire member {words[0]}"
            )
        return (found[0] if found else "member"), words[0]
    if len(words) > 2:  # noqa: PLR2004 - kind and id
        raise ConfigurationError(f"'{words[2]}' is one word too many", hint="coalition retire KIND ID")
    kind = kinds_named(words[0])[0].name
    if kind not in {"member", "partner"}:
        raise ConfigurationError(
            f"members and partners retire; a {kind} ends", hint=f"coalition end {kind} {words[1]}"
        )
    return kind, words[1]
