"""The Word template that ships: small, the same each time, and one that people can work with."""

import io

import docx

from coalitionkit.publish.writers.starter import LENT, lent, starter


def test_it_has_a_place_a_header_and_every_style() -> None:
    word = docx.Document(io.BytesIO(starter()))
    assert [paragraph.text for paragraph in word.paragraphs] == ["{{ body }}"]
    assert word.sections[0].header.paragraphs[0].text == "{{ coalition }}"
    names = {style.name for style in word.styles}
    assert names >= {*LENT, "List Bullet", "List Bullet 3", "List Number", "List Number 3"}


def test_it_is_small() -> None:
    assert len(starter()) < 40_000


def test_lent_styles_hang_on_nothing_else() -> None:
    assert set(lent()) == set(LENT)
    assert not [name for name, style in lent().items() if "w:link" in style.xml]
