"""What is noted on the way through a plan: spellings, codes, placeholders, private values."""

import pytest
from builders import assert_finds, loaded, model_of, whole

NOTED = {
    "alias": (
        "partners: [{id: p, name: P, sector: «city»}]\n",
        "CK022 'city' is understood as 'local-government'; write 'local-government'",
    ),
    "label": ("members: [{id: a, name: A, group: «Management team»}]\n", "CK022 'management-team'"),
    "underscores": ("members: [{id: a, name: A, group: «management_team»}]\n", "CK022 'management-team'"),
    "alias in a list": ("focus: {predictors: [housing-stability, «Digital access»]}\n", "CK022"),
    "alias as a key": ("rhythm: {cadence: {«management team»: weekly}}\n", "CK022 'management-team'"),
    "alias as a bare value": ("decision_model: «Consensus»\n", "CK022 'consensus'"),
    "code without quotes": (
        "coalition: {id: a, name: A, place: {fips: «0600000»}}\n",
        'CK023 spreadsheets drop the zero of 0600000; write "0600000" in quotes',
    ),
    "name that looks like a code": ("members: [{id: a, name: «007»}]\n", "CK023"),
    "placeholder of an optional field": ("members: [{id: a, name: A, joined: «TODO»}]\n", "CK024"),
    "placeholder with words": ("focus: {north_star: «TODO at the kick-off»}\n", "CK024"),
    "placeholder of a needed text": ("members: [{id: a, name: «TODO»}]\n", "CK024"),
    "placeholder of a list item": ("focus: {predictors: [«TODO», housing-stability]}\n", "CK024"),
    "placeholder of a needed id": ("members: [{id: «TODO», name: A}]\n", "CK014"),
    "placeholder of a needed date": (
        "metrics: [{id: m, name: M, values: [{date: «TODO», value: 3}]}]\n",
        "CK015",
    ),
    "placeholder of a reference": ("champions: [{member: «TODO»}]\n", "CK014"),
    "placeholder of a whole section": ("members: «TODO»\n", "CK024"),
    "placeholder of a record": ("decision_model: «TODO»\n", "CK024"),
    "placeholder in a table": ("practices: {conflict-and-turf: «TODO»}\n", "CK024"),
    "placeholder in one language": ("focus: {north_star: {en: x, es: «TODO»}}\n", "CK024"),
}


@pytest.mark.parametrize("name", NOTED)
def test_what_is_noted_stands_at_its_place(name: str) -> None:
    text, expected = NOTED[name]
    assert_finds(text, expected)


SILENT = {
    "slug": "partners: [{id: p, name: P, sector: local-government}]\n",
    "quoted code": 'coalition: {id: a, name: A, place: {fips: "0600000"}}\n',
    "number with a zero": "budget: {reserve: 007}\n",
    "zero": "coalition: {id: a, name: A, place: {fips: 0}}\n",
    "word that begins like a placeholder": "focus: {north_star: TODOS juntos}\n",
    "quoted placeholder": "focus: {north_star: 'TODO lists for all'}\n",
    "placeholder within a text": "focus: {north_star: much TODO}\n",
}


@pytest.mark.parametrize("name", SILENT)
def test_what_is_fine_is_not_noted(name: str) -> None:
    assert_finds(SILENT[name])


def test_a_placeholder_where_no_text_will_do_stops_the_plan() -> None:
    assert loaded(whole("members: [{id: TODO, name: A}]\n")).committed is None
    assert loaded(whole("members: [{id: a, name: TODO}]\n")).committed is not None


def test_a_placeholder_counts_as_not_written() -> None:
    plan = model_of(
        loaded(
            whole(
                "members: [{id: a, name: A, joined: TODO, languages: [en, TODO, es]}]\n"
                "focus: {north_star: TODO, predictors: [TODO]}\ndecision_model: TODO\n"
            )
        )
    )
    assert plan.members[0].joined is None
    assert plan.members[0].languages == ("en", "es")
    assert (plan.focus.north_star, plan.focus.predictors, plan.decision_model) == (None, (), None)


def test_items_keep_their_places_beside_placeholders() -> None:
    assert_finds("focus: {predictors: [«TODO», «x y», «TODO», «z z»]}\n", "CK024", "CK013", "CK024", "CK013")


def test_an_alias_is_read_as_its_word() -> None:
    plan = model_of(loaded(whole("partners: [{id: p, name: P, sector: city, assets: [data sharing]}]\n")))
    assert plan.partners[0].sector == "local-government"
    assert plan.partners[0].assets.held == ("data-sharing",)


def test_private_values_in_committed_files_are_noted() -> None:
    outcome = loaded(
        whole(
            "members: [{id: a, name: A, phone: 555-0100, compensation: {amount: 50, per: meeting}}]\n"
            "partners: [{id: p, name: P, stance: supportive, answers: {motivation: {level: 3, text: x}}}]\n"
        )
    )
    assert [str(address) for address in outcome.exposed] == [
        "members[a].phone",
        "members[a].compensation.amount",
        "partners[p].stance",
        "partners[p].answers.motivation.text",
    ]


def test_a_private_key_without_value_exposes_nothing() -> None:
    assert loaded(whole("members: [{id: a, name: A, phone: , personal_email: TODO}]\n")).exposed == ()


def test_values_are_read_from_the_text() -> None:
    plan = model_of(
        loaded(
            whole(
                'coalition: {id: a, name: A, place: {fips: "0600000", state: NO}}\n'
                "members: [{id: a, name: yes, hours_per_month: 1.10}]\n"
                "decision_model: {model: majority, share: 2/3}\n"
            )
        )
    )
    assert (plan.coalition.place.fips, plan.coalition.place.state) == ("0600000", "NO")
    assert plan.members[0].name == "yes"
    assert str(plan.members[0].hours_per_month) == "1.10"
    assert plan.decision_model is not None
    assert str(plan.decision_model.share) == "2/3"


def test_only_single_values_can_be_repeated() -> None:
    assert_finds("focus: {predictors: [«[]», «[]», «TODO», «TODO»]}\n", "CK012", "CK012", "CK024", "CK024")
