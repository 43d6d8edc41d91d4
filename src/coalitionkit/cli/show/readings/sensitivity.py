"""How firmly categories and list stand, as a report."""

from collections.abc import Iterator

from coalitionkit.analysis.needs import named
from coalitionkit.analysis.scoring import Scoring
from coalitionkit.analysis.sensitivity import (
    ALL_HELD,
    DECLINING,
    NONE_HELD,
    TWO_OF_ALL,
    WITHOUT_NEED,
    Rival,
    Sensitivity,
    Variation,
)
from coalitionkit.cli.show.tables.values import Cell, Column, Report, Shown, Table, percent
from coalitionkit.model.vocabulary.needs import CATEGORIES
from coalitionkit.prose import counted, first_few

_MOST = 3
_WHAT = {
    WITHOUT_NEED: "without the need for {}",
    DECLINING: "{} declines",
    ALL_HELD: "every open answer turns out held",
    NONE_HELD: "every open answer turns out not held",
    TWO_OF_ALL: "two holders of every must-have",
}
_TERMS = (
    "Each row changes one thing and asks the whole question again; what is not named changes nothing.",
    (
        "Average rank: the rank by fit among all who could take the same place, on average over all ways to "
        "weigh the three questions; 1 is always the first."
    ),
)
_COLUMNS = (
    Column("kind"),
    Column("subject"),
    Column("what", "What if"),
    Column("change", "What changes"),
    Column("moved"),
    Column("listed"),
    Column("unlisted"),
    Column("unmet"),
    Column("size", "Invitations", is_number=True),
    Column("proven"),
)
_RIVAL_COLUMNS = (
    Column("partner"),
    Column("name", "On the list"),
    Column("best_swap"),
    Column("best_name", "Best who could replace them"),
    Column("preferred_under", "Preferred under", is_number=True),
    Column("low"),
    Column("high"),
    Column("average_rank", "Average rank", is_number=True),
    Column("of", "Of", is_number=True),
)


def sensitivity_report(found: Sensitivity, scoring: Scoring) -> Report:
    """Return what each change does, and where fit decides."""
    telling = [one for one in found.variations if not one.changes_nothing]
    return Report(
        _lead(found, len(telling), len(scoring.scores)),
        (
            Table(
                "variations",
                "What changes categories and list",
                _COLUMNS,
                [_variation(one, scoring) for one in telling],
                "No single change changes anything.",
            ),
            Table(
                "fit",
                "Where fit decides between partners",
                _RIVAL_COLUMNS,
                [_rival(one, scoring) for one in found.rivals],
                "Nobody on the list could be replaced by somebody else alone.",
            ),
        ),
        _TERMS,
    )


def _lead(found: Sensitivity, telling: int, partners: int) -> tuple[str, ...]:
    if not found.variations:
        return ()
    steady, changes = len(found.steady), len(found.variations)
    return (
        (
            f"{steady} of {counted(partners, 'partner')} keep their category through every change; "
            f"{changes - telling} of {counted(changes, 'change')} change nothing."
        ),
    )


def _variation(one: Variation, scoring: Scoring) -> tuple[Cell, ...]:
    subject = ""
    if one.kind == WITHOUT_NEED:
        subject = named(scoring.needs.by_id[one.subject or ""])
    elif one.subject:
        subject = scoring.by_id[one.subject].name
    return (
        one.kind,
        one.subject,
        _WHAT[one.kind].format(subject),
        "; ".join(_changes(one, scoring)),
        tuple(f"{move.partner}: {move.before} to {move.after}" for move in one.moved),
        one.listed,
        one.unlisted,
        one.unmet,
        Shown(one.size, str(one.size) if one.proven else f"≤ {one.size}"),
        one.proven,
    )


def _changes(one: Variation, scoring: Scoring) -> Iterator[str]:
    names = {score.id: score.name for score in scoring.scores}
    if one.unmet:
        unmet = [named(scoring.needs.by_id[key]) for key in one.unmet]
        yield f"no longer met: {first_few(unmet, _MOST)}"
    moved = [f"{names[who]} ({_word(before)} to {_word(after)})" for who, before, after in one.moved]
    if moved:
        yield first_few(moved, _MOST)
    for word, keys in (("onto", one.listed), ("off", one.unlisted)):
        if keys:
            yield f"{word} the list: {first_few([names[key] for key in keys], _MOST)}"


def _word(category: str) -> str:
    return CATEGORIES.label(category).lower()


def _rival(one: Rival, scoring: Scoring) -> tuple[Cell, ...]:
    share = one.preference
    bounds = "" if share.is_settled else f" ({percent(share.low)}-{percent(share.high)})"
    return (
        one.partner,
        scoring.by_id[one.partner].name,
        one.best,
        scoring.by_id[one.best].name,
        Shown(share.value, f"{percent(share.value)}{bounds}"),
        share.low,
        share.high,
        Shown(one.rank, f"{float(one.rank):.1f}"),
        one.rivals + 1,
    )
