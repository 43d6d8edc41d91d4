"""Practices that are written down or renewed."""

import pytest

from coalitionkit.errors import ConfigurationError
from coalitionkit.keeping.practices import record
from coalitionkit.periods import partial_date
from keeping.applying import Kept

ON = partial_date("2026-07")


def test_a_practice_is_written_down() -> None:
    kept = Kept(members=[{"id": "ana", "name": "Ana"}])
    deed = kept.do(record(kept.plan, "celebration", ON, text="Cake.", by="ana"))
    assert kept.data["practices"] == {"celebration": {"text": "Cake.", "by": "ana", "date": "2026-07"}}
    assert deed.summary == "The practice 'celebration' was written down on 2026-07."


@pytest.mark.parametrize("known", ["Cake.", {"text": "Cake.", "date": "2025"}])
def test_a_practice_that_is_looked_over_keeps_its_text(known: object) -> None:
    kept = Kept(practices={"celebration": known})
    kept.do(record(kept.plan, "celebration", ON))
    assert kept.data["practices"]["celebration"] == {"text": "Cake.", "date": "2026-07"}


def test_text_in_several_languages_stays() -> None:
    kept = Kept(practices={"celebration": {"text": {"en": "Cake.", "es": "Pastel."}}})
    kept.do(record(kept.plan, "celebration", ON))
    assert kept.data["practices"]["celebration"]["text"] == {"en": "Cake.", "es": "Pastel."}


def test_a_first_record_needs_text_and_a_word() -> None:
    with pytest.raises(ConfigurationError, match="needs --text"):
        record(Kept().plan, "celebration", ON)
    with pytest.raises(ConfigurationError, match="did you mean 'celebration'"):
        record(Kept().plan, "celebratoin", ON, text="Cake.")
