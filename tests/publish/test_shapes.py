"""What records are made of, as templates see them."""

from coalitionkit.publish.context import About, DataPoint, Letter, Promise, Record
from coalitionkit.publish.gaps import Gap
from coalitionkit.publish.shapes import ANY, alternatives, hints, items, lists_of, records_in, whole


def test_documents_are_made_from_records_that_no_other_holds() -> None:
    found = whole()
    assert found["letter"] is Letter
    assert found["record"] is Record
    assert "agenda" in found
    assert not {"item", "about", "contact", "gap"} & found.keys()


def test_fields_have_kinds() -> None:
    assert hints(About)["name"] is str
    assert set(alternatives(hints(About)["north_star"])) == {str, Gap, type(None)}
    assert hints(Gap) == {}, "a template sees a gap as a whole"
    assert items(frozenset({hints(Letter)["promises"]})) == {Promise}
    assert items(ANY) == ANY
    assert items(lists_of(frozenset({Promise}))) == {Promise}
    assert records_in(frozenset({str, DataPoint, Gap})) == [DataPoint]
