"""The scored inventory for programs and spreadsheets: JSON and CSV."""

import json
from fractions import Fraction
from typing import Any

from coalitionkit.analysis.fit import FULL
from coalitionkit.analysis.needs import Need
from coalitionkit.analysis.scoring import Rate, Score, Scoring
from coalitionkit.cli.show.tables.data import plain, rows_csv
from coalitionkit.cli.show.tables.values import Value
from coalitionkit.publish.reasons import why

VERSION = 1

COLUMNS = (
    "id",
    "name",
    "sector",
    "category",
    "status",
    "critical_for",
    "functions",
    "spare",
    "share",
    "share_low",
    "share_high",
    "fit",
    "fit_low",
    "fit_high",
    "unknown",
    "disputed",
    "on_list",
    "replacement",
    "swaps",
    "preferred_to",
    "preferred_under",
    "alternate_for",
    "effort",
    "next_question",
    "without_evidence",
    "decision",
    "why",
)
"""What is said of each partner, in this order."""


def scoring_csv(scoring: Scoring) -> str:
    """Return a row for each partner."""
    return rows_csv(COLUMNS, (_row(score, scoring).values() for score in scoring.scores))


def scoring_json(scoring: Scoring) -> str:
    """Return needs, list and partners as JSON; shares and fit lie between 0 and 1."""
    selection = scoring.selection
    document = {
        "version": VERSION,
        "needs": [_need(need) for need in scoring.needs],
        "list": {
            "invitations": [{"partner": step.id, "adds": list(step.adds)} for step in selection.invited],
            "seated": list(selection.seated),
            "missing": selection.missing,
            "proven": selection.is_proven and selection.keeps_shares,
            "size_proven": selection.size_proven,
            "keeps_share_rules": selection.keeps_shares,
        },
        "rates": {
            "all": _rate(scoring.list_rate),
            "small_groups": _rate(scoring.small_rate),
            "sectors": {sector or "": _rate(rate) for sector, rate in scoring.rates.items()},
        },
        "critical_units": [
            {"root": unit.root, "partners": list(unit.partners), "critical_for": list(unit.critical_for)}
            for unit in scoring.critical_units
        ],
        "agreement": [
            {
                "question": one.question,
                "rated_twice": one.partners,
                "alpha": plain(one.alpha),
            }
            for one in scoring.agreements
        ],
        "partners": [
            {key: plain(value) for key, value in _row(score, scoring).items()} for score in scoring.scores
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _row(score: Score, scoring: Scoring) -> dict[str, Value]:
    replacement = score.replacement
    return {
        "id": score.id,
        "name": score.name,
        "sector": score.sector,
        "category": score.category,
        "status": score.status,
        "critical_for": score.critical_for,
        "functions": score.functions,
        "spare": score.spare,
        "share": score.share.value,
        "share_low": score.share.low,
        "share_high": score.share.high,
        "fit": score.fit.value,
        "fit_low": Fraction(score.fit.low, FULL),
        "fit_high": Fraction(score.fit.high, FULL),
        "unknown": len(score.unasked) + score.fit.unknown,
        "disputed": score.disputed,
        "on_list": score.on_list,
        "replacement": None if replacement is None else _cost(replacement.cost),
        "swaps": score.swaps,
        "preferred_to": score.best_swap,
        "preferred_under": None if score.preference is None else score.preference.value,
        "alternate_for": score.alternate_for,
        "effort": score.effort,
        "next_question": score.next_question.need if score.next_question else None,
        "without_evidence": score.unproven,
        "decision": score.decision.category if score.decision else None,
        "why": why(score, scoring),
    }


def _need(need: Need) -> dict[str, Any]:
    return {
        "id": need.id,
        "kind": need.kind,
        "of": need.of,
        "label": need.label,
        "required": need.required,
        "must": need.must,
        "weight": need.weight,
        "purposes": list(need.purposes),
        "by_default": need.generated,
        "state": need.state,
        "spare": need.spare,
        "holders": list(need.holders),
        "not_asked": list(need.unasked),
    }


def _rate(rate: Rate) -> dict[str, int]:
    return {"listed": rate.listed, "partners": rate.partners}


def _cost(cost: int | None) -> int | str:
    return "impossible" if cost is None else cost
