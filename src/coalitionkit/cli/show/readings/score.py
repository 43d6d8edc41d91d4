"""The scored inventory as a report: needs, the list, and the partners of each sector."""

from collections.abc import Iterable, Iterator

from coalitionkit.analysis.gaps import by_urgency
from coalitionkit.analysis.needs import named
from coalitionkit.analysis.scoring import Score, Scoring
from coalitionkit.cli.show.readings.needs import STATES
from coalitionkit.cli.show.scoring import proof
from coalitionkit.cli.show.tables.values import Cell, Column, Report, Shown, Table, percent
from coalitionkit.model.vocabulary.needs import CATEGORIES
from coalitionkit.model.vocabulary.sectors import SECTORS
from coalitionkit.prose import counted, listed
from coalitionkit.publish.reasons import labeled, why

_TERMS = (
    (
        "critical: a need fails without them. key: on the shortest list. member: has a seat, and the list "
        "does not count on them. keep informed: everyone else."
    ),
    (
        "Share: the part of all needs that a partner brings; fit is out of 100. In brackets stand the least "
        "and the most that open answers could make of it. Partners are ordered within their sector only."
    ),
)
_NEED_COLUMNS = (
    Column("state", "State"),
    Column("need", "Need"),
    Column("held", "Held", is_number=True),
    Column("required", "Of", is_number=True),
)
_STEP_COLUMNS = (Column("name", "Invite"), Column("adds", "For"))
_PARTNER_COLUMNS = (
    Column("category", "Category"),
    Column("name", "Partner"),
    Column("share", "Share", is_number=True),
    Column("fit", "Fit", is_number=True),
    Column("why", "Why"),
)


def scoring_report(scoring: Scoring) -> Report:
    """Return a scored inventory as tables for a page."""
    selection, needs = scoring.selection, scoring.needs.by_id
    lacking = [f"{named(needs[key])} ({needs[key].required} needed)" for key in selection.missing]
    return Report(
        (f"No list meets: {listed(lacking)}.",) if lacking else (),
        (
            Table(
                "needs",
                "What you need",
                _NEED_COLUMNS,
                [
                    (STATES[need.standing], labeled(need), need.depth, need.required)
                    for need in by_urgency(scoring.needs)
                ],
                "No need is declared yet.",
            ),
            Table(
                "list",
                f"The shortest list: {counted(selection.size, 'invitation')} ({proof(scoring)})",
                _STEP_COLUMNS,
                [
                    (scoring.by_id[step.id].name, ", ".join(named(needs[key]) for key in step.adds))
                    for step in selection.invited
                ],
                "Nobody needs to be invited.",
            ),
            *_sectors(scoring),
        ),
        _TERMS,
    )


def _sectors(scoring: Scoring) -> Iterator[Table]:
    for sector, scores in scoring.sectors():
        label = SECTORS.label(sector) if sector else "No sector recorded"
        yield Table(sector or "none", label, _PARTNER_COLUMNS, list(_partners(scores, scoring)))


def _partners(scores: Iterable[Score], scoring: Scoring) -> Iterator[tuple[Cell, ...]]:
    for one in scores:
        share, fit = one.share, one.fit
        bounds = "" if share.low == share.high else f" ({percent(share.low)}-{percent(share.high)})"
        decided = f" Decided: {CATEGORIES.label(one.decision.category).lower()}." if one.decision else ""
        yield (
            Shown(one.category, CATEGORIES.label(one.category)),
            one.name,
            Shown(share.value, percent(share.value) + bounds),
            Shown(fit.value, str(round(fit.value * 100))),
            why(one, scoring) + decided,
        )
