"""Plain text: lines that any program shows."""

from coalitionkit.publish.blocks import blocks
from coalitionkit.publish.writers.text import WIDTH, text


def said(markdown: str) -> str:
    return text(blocks(markdown))


def test_lines_are_short_and_words_whole() -> None:
    long = "https://example.org/" + "x" * 90
    lines = said(f"{'word ' * 60}\n\n> {'quoted ' * 40}\n\n- {'item ' * 40}\n\nsee {long} now\n").split("\n")
    assert [line for line in lines if len(line) > WIDTH] == [long]


def test_headings_lists_quotes_and_rules() -> None:
    assert said("# One\n\n## Two\n\n- a\n- b\n  - c\n\n9. d\n10. e\n\n> f\n\n---\n") == (
        "One\n===\n\nTwo\n---\n\n- a\n- b\n  - c\n\n9. d\n10. e\n\n  f\n\n" + "-" * WIDTH + "\n"
    )


def test_a_link_says_where_it_leads() -> None:
    assert said("[our page](https://example.org/a) is here") == "our page <https://example.org/a> is here\n"
    assert said("<https://example.org>") == "https://example.org\n"
    assert said("[a@example.org](mailto:a@example.org)") == "a@example.org\n"


def test_tables_are_told_row_by_row() -> None:
    assert said("| a | b |\n|---|---|\n| c | d |\n| e | |\n") == "a: c; b: d\na: e\n"


def test_a_sheet_to_fill_in_has_room() -> None:
    assert said("| | |\n|---|---|\n| Who | |\n") == "Who: ____________________\n"
    assert said("| | Agreed |\n|---|---|\n| Who | |\n") == "Who: Agreed: ____________________\n"


def test_nothing_is_nothing() -> None:
    assert said("") == "\n"
