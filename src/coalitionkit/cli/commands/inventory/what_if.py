"""`coalition inventory what-if`: what breaks when some leave, others join or needs change."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from coalitionkit.analysis.consequences import consequences
from coalitionkit.analysis.needs import needs
from coalitionkit.analysis.supposing import Supposition, UnknownNeedError, UnknownPartyError
from coalitionkit.cli.opening import PlanPath, opened
from coalitionkit.cli.options import AsOf, Form, NoOverlay, Overlay, today
from coalitionkit.cli.show.readings.what_if import what_if_report
from coalitionkit.cli.show.tables.formats import deliver, wanted
from coalitionkit.errors import ConfigurationError
from coalitionkit.model.coalition import Coalition
from coalitionkit.prose import did_you_mean, quoted

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition inventory what-if --without madrone-community-foundation
  coalition inventory what-if --without ana-lopez --with housing-authority
  coalition inventory what-if --need data=3 --need staff=0       0 drops a need"""


@app.command("what-if", epilog=_EPILOG)
def what_if_command(  # noqa: PLR0913 - an option each
    *,
    plan: PlanPath = Path(),
    without: Annotated[
        list[str] | None,
        typer.Option(
            "--without",
            metavar="ID",
            help="A partner, member or funding source that leaves; may be repeated.",
        ),
    ] = None,
    joining: Annotated[
        list[str] | None,
        typer.Option("--with", metavar="ID", help="A partner or member that joins; may be repeated."),
    ] = None,
    need: Annotated[
        list[str] | None,
        typer.Option(
            "--need", metavar="ID=N", help="How many must hold a need; 0 drops it. May be repeated."
        ),
    ] = None,
    as_of: AsOf = "",
    form: Form = None,
    overlay: Overlay = None,
    no_overlay: NoOverlay = False,
) -> None:
    """Show what breaks when partners, members or funders leave, others join, or needs change.

    Needs, the list of invitations, roles and groups without a lead, the duties of champions, votes and
    quorum, money to come, ties and promises: before and after. Nothing is written.
    """
    to = wanted(form)
    given = Supposition(tuple(without or ()), tuple(joining or ()), dict(map(_required, need or ())))
    if not any(given):
        raise ConfigurationError("nothing is supposed; name somebody with --without or --with, or a --need")
    coalition = opened(plan, overlay, no_overlay=no_overlay).coalition
    try:
        found = consequences(coalition, given, as_of=today(as_of))
    except UnknownPartyError as error:
        raise _unknown("partner, member or funding source", str(error), _parties(coalition)) from None
    except UnknownNeedError as error:
        raise _unknown("need", str(error), [one.id for one in needs(coalition)]) from None
    deliver(what_if_report(found), to)


def _required(text: str) -> tuple[str, int]:
    key, equals, count = text.rpartition("=")
    if not equals or not key or not (count.isascii() and count.isdigit()):
        raise ConfigurationError(f"--need {text}: write the id of a need and a number, as in data=2")
    return key, int(count)


def _unknown(noun: str, key: str, known: Iterable[str]) -> ConfigurationError:
    return ConfigurationError(f"there is no {noun} {quoted(key)}{did_you_mean(key, known)}")


def _parties(plan: Coalition) -> list[str]:
    return [one.id for one in (*plan.partners, *plan.members, *plan.funding_sources)]
