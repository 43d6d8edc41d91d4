"""Whom to ask first."""

from typing import Any

import pytest
from builders import plan

from coalitionkit.analysis.likely import SIGNS, likely, workers_with
from coalitionkit.analysis.needs import needs
from coalitionkit.model.vocabulary.assets import ASSETS
from coalitionkit.model.vocabulary.inventory import ALIGNED_INITIATIVES
from coalitionkit.model.vocabulary.sectors import SECTORS


def of(kind: str, word: str, *partners: dict[str, Any]) -> tuple[str, ...]:
    """Return whom to ask about a need."""
    listed = [{"id": key, "name": key, **fields} for key, fields in zip("abcd", partners, strict=False)]
    one = plan(partners=listed, inventory={"needs": [{"id": "n", "kind": kind, "of": word}]})
    return likely(one, needs(one).by_id["n"])


def test_there_are_signs_of_every_asset() -> None:
    assert list(SIGNS) == list(ASSETS.words)
    known = {*ASSETS.words, *ALIGNED_INITIATIVES.words, *SECTORS.words}
    for asset, signs in SIGNS.items():
        assert signs <= known - {asset}
        assert signs


def test_those_with_the_most_signs_come_first_and_others_in_the_order_of_the_file() -> None:
    found = of(
        "asset",
        "community-engagement-experience",
        {},
        {"assets": ["strong-connections-to-community"]},
        {"answers": {"aligned": ["engagement"]}, "assets": ["strong-connections-to-community"]},
        {"answers": {"aligned": ["engagement"]}},
    )
    assert found == ("c", "b", "d")


@pytest.mark.parametrize(
    "fields",
    [
        {"assets": {"held": ["staff"], "not_held": ["financial-resources"]}},
        {"assets": {"held": ["financial-resources"]}},
        {"decision": "not-now"},
        {"assets": {"held": [], "complete": "yes"}},
    ],
)
def test_who_has_answered_or_was_put_off_is_not_asked(fields: dict[str, Any]) -> None:
    assert of("asset", "financial-resources", {"sector": "philanthropy", **fields}) == ()
    assert of("asset", "financial-resources", {"sector": "philanthropy"}) == ("a",)


@pytest.mark.parametrize(
    ("kind", "word", "sign", "none"),
    [
        ("population-voice", "immigrants", {"serves": ["immigrants"]}, {"serves": ["young-people"]}),
        ("population-served", "immigrants", {"represents": ["immigrants"]}, {"serves": ["young-people"]}),
        (
            "frontline-knowledge",
            "housing-stability",
            {"domains": ["housing-stability"]},
            {"domains": ["digital-access"]},
        ),
        ("champion", "government", {"sector": "state-government"}, {"sector": "philanthropy"}),
        ("champion", "philanthropy", {"sector": "philanthropy"}, {"sector": "state-government"}),
        (
            "predictor",
            "digital-access",
            {"domains": ["preparation-for-college"]},
            {"domains": ["safety-from-crime"]},
        ),
        ("predictor", "digital-access", {"domains": ["high-quality-education"]}, {}),
        ("asset", "other:vans", {}, {}),
    ],
)
def test_each_kind_of_need_has_its_signs(
    kind: str, word: str, sign: dict[str, Any], none: dict[str, Any]
) -> None:
    assert of(kind, word, none, sign) == (("b",) if sign else ())


def test_those_who_speak_for_a_group_come_before_those_who_serve_it() -> None:
    partners = [
        {"id": "parish", "name": "P", "serves": ["immigrants"]},
        {"id": "circle", "name": "C", "represents": ["immigrants"], "serves": ["immigrants"]},
        {"id": "library", "name": "L"},
    ]
    assert workers_with(plan(partners=partners), "immigrants") == ("circle", "parish")
