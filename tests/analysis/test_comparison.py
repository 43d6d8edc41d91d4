"""Two partners compared: what decides between them, against trying every list."""

import pytest
from inventories import best_list, plan, settled
from publish.test_reasons_are_true import random_plan

from coalitionkit.analysis.choosing.question import Question
from coalitionkit.analysis.comparison import Decided, Ground, comparison
from coalitionkit.analysis.fit import fit
from coalitionkit.analysis.needs import needs
from coalitionkit.analysis.scoring import choices, score
from coalitionkit.model.coalition import Coalition
from coalitionkit.publish.arguments import compared

DECIDED = {Ground.SEAT, Ground.DECISION}
WEIGHED = {Ground.NEEDS, Ground.GOOD_TO_HAVE, Ground.FIT, Ground.ORDER}


def question_of(made: Coalition) -> Question:
    """Return the question for the list of a plan."""
    fits = [fit(partner).mid for partner in made.partners]
    return Question(needs(made), (1,) * len(fits), fits, choices(made))


@pytest.mark.parametrize("seed", range(150))
def test_what_decides_is_why_the_list_with_the_other_is_worse(seed: int) -> None:
    made = random_plan(seed, ruled=False)
    question = question_of(made)
    _, chosen = best_list(question)
    scoring = score(made)
    assert scoring.selection.chosen == chosen
    ids = scoring.needs.units.ids
    for one in ids:
        for other in ids:
            if one == other:
                continue
            found = comparison(scoring, one, other)
            mirrored = comparison(scoring, other, one)
            assert found.decided == mirrored.decided
            both = [scoring.by_id[key].on_list for key in (one, other)]
            assert (found.decided.listed is None) == (both[0] == both[1])
            assert (found.decided.ground in WEIGHED | DECIDED) == (both[0] != both[1])
            if found.decided.ground in WEIGHED:
                swapped = chosen ^ (1 << ids.index(one)) ^ (1 << ids.index(other))
                assert judged(question, chosen) < judged(question, swapped)


def test_a_rule_about_shares_can_decide() -> None:
    rows = [
        {"id": "city", "sector": "local-government", "assets": settled("staff")},
        {"id": "club", "sector": "nonprofit", "assets": settled("staff")},
    ]
    rule = {"sectors": ["nonprofit"], "at_least": "1/2"}
    made = plan(rows, [{"id": "staff"}], inventory={"list_rules": {"shares": [rule]}})
    found = comparison(score(made), "city", "club")
    assert found.decided == Decided(Ground.SHARES, "club")
    assert compared(found, score(made)) == (
        "Club is on the list and City is not: with City in their place it would break your rules about "
        "shares."
    )


def judged(question: Question, partners: int) -> tuple[int, ...]:
    """Return what a list is worth, by the order of the objectives, as `best_list` counts."""
    from inventories import _judged

    return _judged(question, partners)


def test_each_ground_has_its_sentence() -> None:
    rows = [
        {"id": "both", "assets": settled("staff", "data-sharing"), "answers": {"motivation": "4"}},
        {"id": "half", "assets": settled("staff")},
        {"id": "alike", "assets": settled("staff", "data-sharing"), "answers": {"motivation": "1"}},
        {"id": "barred", "assets": settled("staff", "data-sharing"), "invitation_list": "out"},
        {"id": "seat", "assets": settled()},
    ]
    wanted = [{"id": "staff"}, {"id": "data-sharing", "must": "no"}, {"id": "convening-power"}]
    scoring = score(plan(rows, wanted, members=[{"id": "m", "name": "M", "partner": "seat"}]))
    sentences = {
        (one, other): compared(comparison(scoring, one, other), scoring)
        for one, other in (
            ("both", "half"),
            ("alike", "both"),
            ("barred", "both"),
            ("half", "seat"),
            ("both", "seat"),
        )
    }
    assert sentences == {
        ("both", "half"): "Both is on the list and Half is not, though either would do for the must-haves: "
        "with Half in their place it would miss data sharing, which is good to have.",
        ("alike", "both"): "Both is on the list and Alike is not, though they could take each other's place: "
        "Both fits better, 66.67 to 41.67 out of 100.",
        ("barred", "both"): "Both is on the list and Barred is not: somebody decided so.",
        ("half", "seat"): "Seat is on the list and Half is not: Seat has a seat already.",
        ("both", "seat"): "Both and Seat are both on the list.",
    }


def test_needs_that_only_one_meets_decide() -> None:
    rows = [{"id": "a", "assets": settled("staff", "data-sharing")}, {"id": "b", "assets": settled("staff")}]
    scoring = score(plan(rows, [{"id": "staff"}, {"id": "data-sharing"}]))
    found = comparison(scoring, "b", "a")
    assert (found.only_first, found.only_second, found.shared) == ((), ("data-sharing",), ("staff",))
    assert compared(found, scoring) == (
        "A is on the list and B is not: with B in their place it would miss data sharing."
    )


def test_the_first_by_id_is_listed_where_all_else_is_equal() -> None:
    rows = [{"id": key, "assets": settled("staff")} for key in ("b", "a")]
    scoring = score(plan(rows, [{"id": "staff"}]))
    found = comparison(scoring, "a", "b")
    assert (found.decided.ground, found.decided.listed) == (Ground.ORDER, "a")
