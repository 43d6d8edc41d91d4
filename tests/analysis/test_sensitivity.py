"""One change at a time: against a plan in which the change was written down."""

from collections.abc import Mapping
from typing import Any

import pytest
from inventories import dice, plan, settled
from publish.test_reasons_are_true import random_plan

from coalitionkit.analysis.categories import outline
from coalitionkit.analysis.choosing.question import Question
from coalitionkit.analysis.fit import fit
from coalitionkit.analysis.scoring import Scoring, choices, score
from coalitionkit.analysis.sensitivity import (
    ALL_HELD,
    DECLINING,
    NONE_HELD,
    TWO_OF_ALL,
    WITHOUT_NEED,
    Sensitivity,
    Variation,
    sensitivity,
)
from coalitionkit.analysis.weighings import share_of_weightings
from coalitionkit.model.coalition import Coalition

WORDS = ("staff", "data-sharing", "convening-power")


def drawn(seed: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return partners and needs drawn at random, nobody seated or decided on."""
    random = dice(seed)
    rows: list[dict[str, Any]] = []
    for index in range(random.randrange(1, 6)):
        states = {word: random.choice("hhnnu") for word in WORDS}
        rows.append(
            {
                "id": f"p{index}",
                "assets": {
                    "held": [word for word, one in states.items() if one == "h"],
                    "not_held": [word for word, one in states.items() if one == "n"],
                },
            }
        )
    return rows, [{"id": word, "required": random.choice("12")} for word in WORDS]


def answered(row: dict[str, Any], *, held: bool) -> dict[str, Any]:
    """Return a partner with every open answer given."""
    said = row["assets"]
    more = [word for word in WORDS if word not in said["held"] + said["not_held"]]
    key = "held" if held else "not_held"
    return {**row, "assets": {**said, key: said[key] + more}}


def applied(variation: Variation, rows: list[dict[str, Any]], wanted: list[dict[str, Any]]) -> Coalition:
    """Return the plan in which a change was written down."""
    if variation.kind == WITHOUT_NEED:
        wanted = [one for one in wanted if one["id"] != variation.subject]
    elif variation.kind == DECLINING:
        rows = [one for one in rows if one["id"] != variation.subject]
    elif variation.kind == TWO_OF_ALL:
        wanted = [{**one, "required": "2"} for one in wanted]
    else:
        rows = [answered(one, held=variation.kind == ALL_HELD) for one in rows]
    return plan(rows, wanted)


def categories(found: Scoring) -> Mapping[str, str]:
    return {one.id: one.category for one in found.scores}


def listed(found: Scoring) -> set[str]:
    return set(found.needs.units.named(found.selection.chosen))


@pytest.mark.parametrize("seed", range(80))
def test_a_change_does_what_it_does_when_it_is_written_down(seed: int) -> None:
    rows, wanted = drawn(seed)
    made = plan(rows, wanted)
    scoring = score(made)
    found = sensitivity(made, scoring)
    for variation in found.variations:
        after = score(applied(variation, rows, wanted))
        before, now = categories(scoring), categories(after)
        moves = {one.partner: (one.before, one.after) for one in variation.moved}
        assert moves == {key: (before[key], now[key]) for key in now if before[key] != now[key]}
        assert set(variation.listed) == listed(after) - listed(scoring)
        assert set(variation.unlisted) == listed(scoring) - listed(after) - {variation.subject}
        assert variation.size == after.selection.size
        assert variation.proven


def kinds(found: Sensitivity) -> dict[str, int]:
    return {
        kind: sum(one.kind == kind for one in found.variations)
        for kind in (WITHOUT_NEED, DECLINING, ALL_HELD, NONE_HELD, TWO_OF_ALL)
    }


def test_what_is_changed() -> None:
    rows: list[dict[str, Any]] = [{"id": "a", "assets": settled("staff")}, {"id": "b"}]
    made = plan(rows, [{"id": "staff"}, {"id": "data-sharing", "must": "no"}])
    found = sensitivity(made, score(made))
    assert kinds(found) == {WITHOUT_NEED: 2, DECLINING: 1, ALL_HELD: 1, NONE_HELD: 1, TWO_OF_ALL: 1}
    made = plan(rows[:1], [{"id": "staff", "required": "2"}])
    assert kinds(sensitivity(made, score(made))) == {
        WITHOUT_NEED: 1, DECLINING: 1, ALL_HELD: 0, NONE_HELD: 0, TWO_OF_ALL: 0,
    }  # fmt: skip


def test_the_steady_are_those_whom_no_change_moves() -> None:
    rows: list[dict[str, Any]] = [{"id": key, "assets": settled("staff")} for key in "abc"]
    rows.append({"id": "idle", "assets": settled()})
    made = plan(rows, [{"id": "staff"}])
    found = sensitivity(made, score(made))
    assert found.steady == ("c", "idle")


def test_rivals_show_how_often_one_is_preferred_and_at_which_rank() -> None:
    def partner(key: str, motivation: str, partnership: str) -> dict[str, Any]:
        aligned = {"held": [], "complete": "true"}
        answers = {"motivation": motivation, "partnership": partnership, "aligned": aligned}
        return {"id": key, "assets": settled("staff"), "answers": answers}

    made = plan([partner("a", "4", "1"), partner("b", "1", "3"), partner("c", "0", "0")], [{"id": "staff"}])
    (rival,) = sensitivity(made, score(made)).rivals
    assert (rival.partner, rival.best, rival.rivals) == ("a", "b", 2)
    assert rival.preference.value == share_of_weightings([3, -2])
    assert rival.rank == 2 - share_of_weightings([3, -2])


@pytest.mark.parametrize("seed", range(100))
def test_an_outline_is_what_the_score_says(seed: int) -> None:
    made = random_plan(seed)
    scoring = score(made)
    fits = [fit(partner).mid for partner in made.partners]
    found = outline(Question(scoring.needs, (1,) * len(fits), fits, choices(made)))
    assert found.selection == scoring.selection
    assert found.categories == categories(scoring)
