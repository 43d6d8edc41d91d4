"""Two partners side by side, as a report."""

from collections.abc import Iterator
from fractions import Fraction

from coalitionkit.analysis.comparison import Comparison
from coalitionkit.analysis.fit import PART, QUESTIONS, Fit, Grade
from coalitionkit.analysis.scoring import Score, Scoring
from coalitionkit.analysis.shares import Share
from coalitionkit.cli.show.tables.values import Cell, Column, Report, Shown, Table, percent, text_of
from coalitionkit.model.vocabulary.inventory import FIVE_QUESTIONS
from coalitionkit.model.vocabulary.needs import CATEGORIES
from coalitionkit.publish.arguments import brings, compared, preferred
from coalitionkit.publish.reasons import labeled, why

_TERMS = (
    "Share: the part of all needs that a partner brings, where several who bring the same share it.",
    "Spare: how many others must drop out before a need fails without them.",
    (
        "All ways to weigh: every weight for the three questions counts alike, so that nobody has to defend "
        "one. In brackets stand the least and the most that open answers could make of it."
    ),
)
_ANSWERS = {
    True: Shown("held", "✓ yes", "good"),
    False: Shown("not-held", "✗ no"),
    None: Shown("unknown", "? not known", "warning"),
}
_STEPS = {"aligned": 5, "partnership": 4, "motivation": 4}
"""How many steps each question of fit has."""


def compare_report(found: Comparison, scoring: Scoring, *, order: tuple[str, ...] = ()) -> Report:
    """Return why one of two partners rather than the other."""
    first, second = found.first, found.second
    names = (Column("first", first.name), Column("second", second.name))
    lead = (
        compared(found, scoring),
        f"{first.name}: {why(first, scoring)}",
        f"{second.name}: {why(second, scoring)}",
        f"{brings(first)} {brings(second)}",
        preferred(first.name, second.name, found.preference, ranked=bool(order)),
    )
    return Report(
        lead,
        (
            Table("readings", "Side by side", (Column("reading", "Reading"), *names), list(_readings(found))),
            Table(
                "needs",
                "Needs that either is known to meet",
                (Column("need"), Column("label", "Need"), *names, Column("must")),
                list(_needs(found, scoring)),
                "Neither is known to meet any of your needs.",
            ),
            Table(
                "fit",
                "Fit, question by question",
                (Column("question", "Question"), *names, Column("difference", "Ahead")),
                list(_questions(found, order)),
            ),
        ),
        _TERMS,
    )


def _readings(found: Comparison) -> Iterator[tuple[Cell, ...]]:
    both = (found.first, found.second)
    rows: tuple[tuple[str, str, list[Cell]], ...] = (
        ("category", "Category", [Shown(one.category, _category(one)) for one in both]),
        ("on_list", "On the list", [one.on_list for one in both]),
        ("share", "Share", [_share(one.share) for one in both]),
        ("spare", "Spare", [one.spare for one in both]),
        ("replacement", "Replacing them costs", [_replacement(one) for one in both]),
        ("swaps", "Who could replace them", [one.swaps for one in both]),
        ("effort", "Effort", [one.effort for one in both]),
        ("fit", "Fit out of 100", [_fit(one.fit) for one in both]),
        ("average_fit", "Fit over all ways to weigh", [_hundredths(mean) for mean in found.means]),
        ("preferred", "Preferred under", [found.preference.value, 1 - found.preference.value]),
        ("disputed", "Disputed answers", [one.disputed for one in both]),
    )
    for key, label, values in rows:
        if any(text_of(value) for value in values):
            yield (Shown(key, label), *values)


def _category(score: Score) -> str:
    return CATEGORIES.label(score.category).lower()


def _share(share: Share) -> Cell:
    if share.low == share.high:
        return share.value
    return Shown(share.value, f"{percent(share.value)} ({percent(share.low)}-{percent(share.high)})")


def _replacement(score: Score) -> Cell:
    if score.replacement is None:
        return None
    cost = score.replacement.cost
    return "impossible" if cost is None else Shown(cost, f"{cost} more")


def _hundredths(value: Fraction) -> Cell:
    return Shown(value, str(round(value * 100)))


def _fit(fit: Fit) -> Cell:
    mid, low, high = (round(Fraction(one * 100, 3 * PART)) for one in (fit.mid, fit.low, fit.high))
    return Shown(fit.value, str(mid) if low == high else f"{mid} ({low}-{high})")


def _needs(found: Comparison, scoring: Scoring) -> Iterator[tuple[Cell, ...]]:
    either = {*found.first.held, *found.second.held}
    for need in scoring.needs:
        if need.id in either:
            label = labeled(need)
            yield (
                need.id,
                Shown(label, label if need.must else f"{label} (good to have)"),
                _answer(found.first, need.id),
                _answer(found.second, need.id),
                need.must,
            )


def _answer(score: Score, key: str) -> Cell:
    return _ANSWERS[True if key in score.held else None if key in score.unasked else False]


def _questions(found: Comparison, order: tuple[str, ...]) -> Iterator[tuple[Cell, ...]]:
    for question in order or QUESTIONS:
        one, other = (getattr(score.fit, question) for score in (found.first, found.second))
        apart = Fraction(one.mid - other.mid, PART)
        ahead = found.first.name if apart > 0 else found.second.name if apart < 0 else "even"
        yield (
            Shown(question, FIVE_QUESTIONS.label(question)),
            _grade(one, question),
            _grade(other, question),
            Shown(apart, ahead),
        )


def _grade(grade: Grade, question: str) -> Cell:
    steps = _STEPS[question]
    mid, low, high = (f"{one * steps / PART:g}" for one in (grade.mid, grade.low, grade.high))
    bounds = "" if low == high else f" ({low}-{high})"
    return Shown(Fraction(grade.mid, PART), f"{mid} of {steps}{bounds}")
