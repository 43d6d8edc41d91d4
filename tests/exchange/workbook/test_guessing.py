"""Which column of somebody's own list holds what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.errors import ConfigurationError
from coalitionkit.exchange.workbook.guessing import Headings, mapped, said, whole_names


def guessed(
    *rows: list[str], remembered: dict[str, str] | None = None, told: dict[str, str] | None = None
) -> Headings:
    return mapped(rows, remembered or {}, told or {}, "'list.csv'")


def test_usual_headings_are_known_in_two_languages() -> None:
    assert guessed(["Agency", "Type", "Clients", "E-mail"]).columns == {
        "name": 0,
        "sector": 1,
        "serves": 2,
        "person.work_email": 3,
    }
    assert guessed(["Nombre de la organización", "Tipo (sector)", "Habla por"]).columns == {
        "name": 0,
        "sector": 1,
        "represents": 2,
    }


def test_headings_may_stand_below_a_title() -> None:
    found = guessed(["Our partners", ""], ["", ""], ["Organization", "Sector"], ["A", "nonprofit"])
    assert (found.row, found.columns) == (2, {"name": 0, "sector": 1})


def test_what_was_told_counts_before_what_is_remembered_and_both_before_guesses() -> None:
    rows = (["Name", "Client", "Sector"], ["a", "b", "c"])
    assert guessed(*rows, remembered={"Client": "name"}).columns == {"name": 1, "sector": 2}
    found = guessed(*rows, remembered={"Client": "name"}, told={"Sector": "name", "Client": "-"})
    assert found.columns == {"name": 2}
    assert found.left_out == ("Name",)


def test_a_sure_heading_goes_before_a_near_one() -> None:
    assert guessed(["Organizations", "Organization"]).columns["name"] == 1


def test_a_list_without_names_is_refused_with_its_headings() -> None:
    with pytest.raises(
        ConfigurationError, match=r"no column that surely holds the names.*it has 'Wer' and 'Was'"
    ):
        guessed(["Wer", "Was"], ["a", "b"])


def test_a_heading_that_is_not_there_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="has no column 'Nmae'; did you mean 'Name'"):
        guessed(["Name"], told={"Nmae": "name"})


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("name", "expected FIELD=HEADING"), ("nam=Wer", "no field 'nam'; did you mean 'name'")],
)
def test_what_a_map_says_is_checked(text: str, sentence: str) -> None:
    with pytest.raises(ConfigurationError, match=sentence):
        said([text])


def test_a_heading_with_another_word_in_it_is_no_mistyped_one() -> None:
    found = guessed(["Orgnization name", "Contact type", "Last", "Contact first word"], ["a", "b", "c", "d"])
    assert found.columns == {"name": 0}
    assert found.left_out == ("Contact type", "Last", "Contact first word")


def test_first_and_last_names_are_one_name() -> None:
    rows = (
        ["2026"],
        ["Org", "Contact Last Name", "Contact First Name"],
        ["A", "Wu", "Li"],
        ["B", "", "Jo"],
        ["C"],
    )
    assert whole_names(rows, ()) == (
        [
            ["2026"],
            ["Org", "", "Contact First Name + Contact Last Name"],
            ["A", "", "Li Wu"],
            ["B", "", "Jo"],
            ["C"],
        ],
        "Contact First Name + Contact Last Name",
    )


def test_names_that_a_map_speaks_of_stay_apart() -> None:
    rows = [["Org", "First name", "Last name"], ["A", "Li", "Wu"]]
    assert whole_names(rows, ["FIRST NAME"]) == (rows, "")
    assert whole_names([["Org", "First name"], ["A", "Li"]], ())[1] == ""


@given(st.lists(st.lists(st.sampled_from(["", "First name", "Surname", "Li"]), max_size=4), max_size=4))
def test_no_row_is_lost_or_widens_the_table(rows: list[list[str]]) -> None:
    changed, heading = whole_names(rows, ())
    widest = max(map(len, rows), default=0)
    assert all(len(before) <= len(after) <= widest for before, after in zip(rows, changed, strict=True))
    assert heading or changed == rows
