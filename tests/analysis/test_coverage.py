"""What those at the table cover, and which needs were left to nobody."""

from typing import Any

import pytest
from builders import plan

from coalitionkit.analysis.coverage import (
    STRENGTHS,
    at_the_table,
    counted_name_of,
    domains_of,
    missing_strengths,
    name_of,
    populations_without_member,
    predictors_without_member,
    separate_domains,
    unasked,
    unmet,
)
from coalitionkit.analysis.needs import needs
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.partners import Partner
from coalitionkit.model.vocabulary.assets import ASSETS
from coalitionkit.model.vocabulary.inventory import ALIGNED_INITIATIVES
from coalitionkit.model.vocabulary.mobility import DIMENSIONS


def partner(key: str = "library", **fields: Any) -> Partner:
    """Return a partner."""
    return Partner.read({"id": key, "name": key, **fields})


def seats(*homes: str) -> list[dict[str, str]]:
    """Return a member from each of some partners."""
    return [{"id": f"from-{home}", "name": "Ana", "partner": home} for home in homes]


def test_those_with_a_seat_are_at_the_table_in_the_order_of_the_file() -> None:
    of = plan(partners=[{"id": key, "name": key} for key in "abc"], members=seats("c", "a"))
    assert [one.id for one in at_the_table(of)] == ["a", "c"]


def test_work_on_a_predictor_is_work_on_its_pillar_and_no_domain_of_its_own() -> None:
    one = partner(domains=["financial-security"])
    both = partner(domains=["financial-security", "rewarding-work"])
    assert domains_of([one]) == domains_of([both]) == {"financial-security", "rewarding-work"}
    assert separate_domains([one]) == separate_domains([both]) == {"financial-security"}
    assert separate_domains([one, partner(domains=["digital-access"])]) == {
        "financial-security",
        "digital-access",
    }
    assert separate_domains([partner(domains=["rewarding-work"])]) == {"rewarding-work"}


FOCUS = {
    "predictors": ["rewarding-work", "digital-access"],
    "populations": ["immigrants", "single-parents", "young-people"],
}
SETTLED = [{"population": population, "reason": "R."} for population in FOCUS["populations"]]


def left(*, invited: str = "", homes: str = "", wanted: Any = (), **fields: Any) -> list[tuple[str, ...]]:
    """Return the priorities on which nobody works and the groups that nobody serves."""
    partners = [
        {"id": "a", "name": "A", "domains": ["financial-security"], "serves": ["immigrants"]},
        {"id": "b", "name": "B", "domains": ["digital-access"], "represents": ["single-parents"]},
    ]
    inventory = {"needs": [*wanted], **fields}
    letters = [{"id": f"to-{key}", "partner": key} for key in invited]
    of = plan(partners=partners, focus=FOCUS, members=seats(*homes), invitations=letters, inventory=inventory)
    table = needs(of)
    return [predictors_without_member(of, table), populations_without_member(of, table)]


def test_priorities_are_covered_by_those_who_were_reached() -> None:
    of_a = [("digital-access",), ("single-parents", "young-people")]
    of_b = [("rewarding-work",), ("immigrants", "young-people")]
    assert left(homes="a", without_voice=SETTLED) == left(invited="a", without_voice=SETTLED) == of_a
    assert left(homes="b", without_voice=SETTLED) == of_b


def test_a_need_that_is_open_says_the_same() -> None:
    assert left() == [("rewarding-work", "digital-access"), ()]
    wanted = [{"id": "n", "kind": "predictor", "of": "digital-access"}]
    assert left(wanted=wanted) == [("rewarding-work",), ()]
    served = [{"id": "n", "kind": "population-served", "of": "immigrants"}]
    assert left(wanted=served, without_voice=SETTLED)[1] == ("single-parents", "young-people")
    optional = [{"id": "n", "kind": "population-voice", "of": "young-people", "must": "no"}]
    assert left(wanted=optional)[1] == ("young-people",)


@pytest.mark.parametrize("strength", STRENGTHS)
def test_one_sign_of_a_strength_is_enough(strength: str) -> None:
    assert missing_strengths([]) == tuple(STRENGTHS)
    for sign in STRENGTHS[strength]:
        assert (sign in DIMENSIONS) + (sign in ASSETS) + (sign in ALIGNED_INITIATIVES) == 1
        shown: dict[str, Any] = (
            {"dimensions": [sign]}
            if sign in DIMENSIONS
            else {"assets": [sign]}
            if sign in ASSETS
            else {"answers": {"aligned": [sign]}}
        )
        assert strength not in missing_strengths([partner(), partner(**shown)])


def of_asset(required: int, *, seated: str = "", out: str = "", holders: str = "abc") -> Coalition:
    """Return a plan that needs one asset of several partners."""
    partners = [
        {
            "id": key,
            "name": key,
            **({"assets": ["staff"]} if key in holders else {}),
            **({"invitation_list": "out"} if key in out else {}),
        }
        for key in "abcd"
    ]
    need = {"id": "staff", "kind": "asset", "of": "staff", "required": str(required)}
    return plan(partners=partners, members=seats(*seated), inventory={"needs": [need]})


def test_a_need_is_unmet_when_too_few_are_known_to_hold_it() -> None:
    assert [need.id for need in unmet(needs(of_asset(4)))] == ["staff"]
    assert unmet(needs(of_asset(3))) == ()
    optional = {"id": "staff", "kind": "asset", "of": "staff", "must": "no"}
    assert unmet(needs(plan(inventory={"needs": [optional]}))) == ()


@pytest.mark.parametrize(
    ("required", "seated", "expected"),
    [
        (1, "", [(0, ("a", "b", "c"))]),
        (1, "a", []),
        (1, "d", [(0, ("a", "b", "c"))]),
        (2, "a", [(1, ("b", "c"))]),
        (2, "ab", []),
        (3, "", []),
        (4, "", []),
    ],
)
def test_a_need_with_holders_to_spare_is_unasked_until_enough_are_reached(
    required: int, seated: str, expected: list[tuple[int, tuple[str, ...]]]
) -> None:
    of = of_asset(required, seated=seated)
    assert [(one.reached, one.candidates) for one in unasked(of, needs(of))] == expected


def test_who_was_put_off_is_no_candidate() -> None:
    of = of_asset(1, out="b")
    assert [one.candidates for one in unasked(of, needs(of))] == [("a", "c")]


def test_a_need_is_named_by_its_id_and_a_voice_by_its_group() -> None:
    declared, voice = needs(
        plan(
            focus={"populations": ["immigrants"]},
            inventory={"needs": [{"id": "hands", "kind": "asset", "of": "staff"}]},
        )
    )
    assert name_of(declared) == "the need 'hands' (staff)"
    assert name_of(voice) == "the need for a voice of 'immigrants'"
    assert counted_name_of(declared) == "the need 'hands' (staff)"
    (several,) = needs(of_asset(2))
    assert counted_name_of(several) == "the need 'staff' (staff, from 2 partners)"
