"""What is needed and where it is missing, as a report."""

from coalitionkit.analysis.footing import GOVERNMENTS, Voting
from coalitionkit.analysis.gaps import Gaps, PopulationRow, SectorRow
from coalitionkit.analysis.needs import COVERED, GAP, OPEN, SINGLE_POINT, STANDINGS, Need
from coalitionkit.analysis.scoring import Scoring
from coalitionkit.cli.show.tables.values import Cell, Column, Report, Shown, Table, percent
from coalitionkit.model.vocabulary.sectors import SECTORS
from coalitionkit.prose import counted, first_few, listed
from coalitionkit.publish.reasons import labeled

STATES = {
    GAP: Shown(GAP, "✗ gap", "error"),
    OPEN: Shown(OPEN, "? open", "warning"),
    SINGLE_POINT: Shown(SINGLE_POINT, "! one loss away", "warning"),
    COVERED: Shown(COVERED, "✓ covered", "good"),
}
"""How the standing of a need is shown."""

_TERMS = (
    (
        "gap: too few could meet it, whatever the open answers are. open: too few are known to, and answers "
        "that are missing could change that. one loss away: it fails if one partner leaves, or all the parts "
        "of one body. covered: it stands without any one of them."
    ),
    "Held counts partners that are independent of one another: departments of one body count once.",
    (
        "A voice is a partner that a group leads or that answers to it. Every priority group needs one "
        "unless somebody wrote down why not; to serve a group is not to speak for it."
    ),
)
_NEED_COLUMNS = (
    Column("state", "State"),
    Column("label", "Need"),
    Column("id"),
    Column("kind"),
    Column("of"),
    Column("held", "Held", is_number=True),
    Column("required", "Of", is_number=True),
    Column("holders", "By"),
    Column("not_asked", "Not asked", is_number=True),
    Column("disputed", "Disputed", is_number=True),
    Column("must"),
    Column("weight"),
    Column("purposes"),
    Column("by_default"),
)
_SECTOR_COLUMNS = (
    Column("sector", "Sector"),
    Column("partners", "Known", is_number=True),
    Column("seated", "Seated", is_number=True),
    Column("listed", "On list", is_number=True),
    Column("rate", "Rate", is_number=True),
    Column("remark", "Remark"),
)
_POPULATION_COLUMNS = (
    Column("population", "Group of residents"),
    Column("voice", "Voice"),
    Column("speaking", "Speak for it", is_number=True),
    Column("not_asked", "Not asked", is_number=True),
    Column("serving", "Serve it", is_number=True),
    Column("priority"),
    Column("reason", "Without a voice because"),
)


def needs_report(found: Gaps, scoring: Scoring, votes: Voting) -> Report:
    """Return what is needed, who meets it, and what is missing by sector and by group of residents."""
    lead = _lead(found, scoring)
    if GOVERNMENTS in votes.alone:
        lead.append("Governments together have enough votes to carry any proposal alone.")
    return Report(
        tuple(lead),
        (
            Table(
                "needs",
                "Needs",
                _NEED_COLUMNS,
                [_need(one, scoring) for one in found.needs],
                "No need is declared yet; add them below 'inventory: needs:'.",
            ),
            Table(
                "populations",
                "Groups of residents",
                _POPULATION_COLUMNS,
                [_population(row) for row in found.populations],
                "No priority group is named yet; add them below 'focus: populations:'.",
            ),
            Table("sectors", "Sectors", _SECTOR_COLUMNS, _sectors(found, scoring)),
        ),
        _TERMS,
    )


def _lead(found: Gaps, scoring: Scoring) -> list[str]:
    musts = [need for need in found.needs if need.must]
    counts = [(sum(need.standing == state for need in musts), STATES[state].text[2:]) for state in STANDINGS]
    parts = [f"{count} {words}" for count, words in counts if count]
    lead = [f"{counted(len(musts), 'need')} that must be met: {listed(parts)}."] if musts else []
    if small := scoring.small_rate.partners:
        lead.append(
            f"On the list, members included: {scoring.small_rate.listed} of {small} small groups, "
            f"{scoring.list_rate.listed} of {scoring.list_rate.partners} partners in all."
        )
    return lead


def _need(need: Need, scoring: Scoring) -> tuple[Cell, ...]:
    names = [scoring.by_id[key].name for key in need.holders]
    disputed = need.units.named(need.disputed)
    label = labeled(need)
    return (
        STATES[need.standing],
        Shown(label, label if need.must else f"{label} (good to have)"),
        need.id,
        need.kind,
        need.of,
        need.depth,
        need.required,
        Shown(need.holders, first_few(names, 2) if names else ""),
        Shown(need.unasked, str(len(need.unasked) or "")),
        Shown(disputed, str(len(disputed) or "")),
        need.must,
        need.weight,
        need.purposes,
        need.generated,
    )


def _population(row: PopulationRow) -> tuple[Cell, ...]:
    voice: Cell = STATES[row.need.standing] if row.need else Shown("dropped", "- dropped", "faint")
    return (
        Shown(row.population, row.label),
        voice,
        row.speaking,
        Shown(row.unasked, str(row.unasked or "")),
        row.serving,
        row.is_priority,
        row.reason,
    )


def _sectors(found: Gaps, scoring: Scoring) -> list[tuple[Cell, ...]]:
    rows = [_sector(row) for row in found.sectors]
    for key, label, rate in (
        ("small-groups", "Small groups, of any sector", scoring.small_rate),
        ("all", "All", scoring.list_rate),
    ):
        share: Cell = Shown(rate.value, "" if rate.value is None else percent(rate.value))
        rows.append((Shown(key, label, "place"), rate.partners, None, rate.listed, share, ""))
    return rows


def _sector(row: SectorRow) -> tuple[Cell, ...]:
    label = SECTORS.label(row.sector) if row.sector else "No sector recorded"
    remark = ""
    if not row.partners:
        remark = "looked, nobody known" if row.looked else "? nobody looked yet"
    value = row.rate.value
    return (
        Shown(row.sector, label),
        row.partners,
        row.seated,
        row.rate.listed,
        Shown(value, "" if value is None else percent(value)),
        Shown(remark.removeprefix("? "), remark, "warning" if remark.startswith("?") else ""),
    )
