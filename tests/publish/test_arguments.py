"""What is said for and against partners, held against counts of its own."""

import re
from fractions import Fraction
from pathlib import Path

import pytest
from inventories import owen, plan, settled

from coalitionkit.analysis.asking import calls, open_answers
from coalitionkit.analysis.fit import QUESTIONS, Preference
from coalitionkit.analysis.scoring import score
from coalitionkit.publish.arguments import brings, next_call, percent, preferred
from publish.test_reasons_are_true import EXAMPLES, opened

GRID = 120


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_what_is_preferred_is_so_under_as_many_weightings_of_a_grid(path: Path) -> None:
    scoring = score(opened(path))
    pairs = [(one, scoring.by_id[key]) for one in scoring.scores for key in one.swaps]
    for one, other in pairs:
        if one.preference is None or other.id != one.best_swap:
            continue
        apart = [getattr(one.fit, name).mid - getattr(other.fit, name).mid for name in QUESTIONS]
        points = [(a, b, GRID - a - b) for a in range(GRID + 1) for b in range(GRID + 1 - a)]
        sums = [sum(w * d for w, d in zip(point, apart, strict=True)) for point in points]
        won = Fraction(sum(2 if one > 0 else one == 0 for one in sums), 2 * len(sums))
        assert abs(one.preference.value - won) < Fraction(1, 20), one.id
        text = preferred(one.name, other.name, one.preference)
        assert text.startswith(f"{one.name} is preferred to {other.name} under ")


def test_what_a_partner_brings_is_its_share_over_all_orders() -> None:
    rows = [
        {"id": "a", "assets": settled("staff", "data-sharing")},
        {"id": "b", "assets": settled("staff")},
        {"id": "c", "assets": {"not_held": ["staff"]}},
    ]
    scoring = score(plan(rows, [{"id": "staff"}, {"id": "data-sharing"}]))
    shares = dict(zip("abc", owen(scoring.needs), strict=True))
    for key, share in shares.items():
        text = brings(scoring.by_id[key])
        assert f"{key.upper()} brings {percent(share)} of what you said you need" in text
    assert brings(scoring.by_id["a"]).endswith("need (50% to 75%, depending on open answers).")
    assert brings(scoring.by_id["b"]) == "B brings 25% of what you said you need."


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_no_other_call_would_settle_more(path: Path) -> None:
    scoring = score(opened(path))
    found = calls(open_answers(scoring.needs))
    text = next_call(found[0], scoring)
    worth = {call.partner: sum(one.if_held + one.if_not for one in call.questions) for call in found}
    named = re.match(r"Ask (.*) next: no other call would settle more\.", text)
    assert named
    (key,) = (one.id for one in scoring.scores if one.name == named[1])
    assert worth[key] == max(worth.values())


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Preference(Fraction(1), Fraction(1), Fraction(1)), "under all ways to weigh the three questions."),
        (Preference(Fraction(0), Fraction(0), Fraction(0)), "under none of the ways to weigh"),
        (Preference(Fraction(5, 6), Fraction(5, 6), Fraction(5, 6)), "under 83% of all ways to weigh"),
        (Preference(Fraction(999, 1000), Fraction(0), Fraction(1)), "under more than 99% of all ways"),
        (
            Preference(Fraction(1, 2), Fraction(1, 4), Fraction(1)),
            "(25% to 100%, depending on open answers).",
        ),
    ],
)
def test_shares_of_weightings_in_words(found: Preference, words: str) -> None:
    assert words in preferred("A", "B", found)
    ranked = preferred("A", "B", found, ranked=True)
    assert "ways to weigh the three questions that keep this order" in ranked


def test_only_nothing_is_zero_percent() -> None:
    assert [percent(Fraction(one, 1000)) for one in (0, 1, 500, 999, 1000)] == [
        "0%",
        "less than 1%",
        "50%",
        "more than 99%",
        "100%",
    ]
