"""Markdown as blocks: what it says, and nothing that it should not do."""

import pytest

from coalitionkit.publish.blocks import (
    Heading,
    Listed,
    Paragraph,
    Quote,
    Rule,
    Run,
    Table,
    blocks,
    leading,
    plain,
    widths,
)


def table(text: str) -> Table:
    (found,) = blocks(text)
    assert isinstance(found, Table)
    return found


def test_each_kind_of_block_is_read() -> None:
    kinds = [type(block) for block in blocks("# a\n\nb\n\n> c\n\n- d\n\n3. e\n\n| f |\n|---|\n\n---\n")]
    assert kinds == [Heading, Paragraph, Quote, Listed, Listed, Table, Rule]


def test_styles_are_runs() -> None:
    (found,) = blocks("a **b *c*** [d](https://example.org)\\\ne\nf")
    assert isinstance(found, Paragraph)
    assert found.runs == (
        Run("a "),
        Run("b ", strong=True),
        Run("c", strong=True, emphasis=True),
        Run(" "),
        Run("d", link="https://example.org"),
        Run("\n"),
        Run("e f"),
    )


def test_lists_keep_their_first_number_and_what_is_in_them() -> None:
    (found,) = blocks("4. a\n\n   b\n   - c\n5. d\n")
    assert isinstance(found, Listed)
    assert found.start == 4
    assert [[type(one) for one in item] for item in found.items] == [
        [Paragraph, Paragraph, Listed],
        [Paragraph],
    ]


@pytest.mark.parametrize("text", ["<b>x</b>", "<script>x</script>\n", "<!-- x -->"])
def test_html_is_text(text: str) -> None:
    (found,) = blocks(text)
    assert isinstance(found, Paragraph)
    assert plain(found.runs) == text.strip()


def test_a_picture_is_its_description() -> None:
    (found,) = blocks("![a house](https://example.org/house.png)")
    assert found == Paragraph((Run("a house"),))


def test_code_is_text() -> None:
    assert blocks("    indented\n") == (Paragraph((Run("indented"),)),)
    assert blocks("```\nfenced\n```\n") == (Paragraph((Run("fenced"),)),)


def test_signs_that_no_file_may_hold_are_left_out() -> None:
    assert blocks("a\x00b\x0bc\ufffed\x1fe") == (Paragraph((Run("abcde"),)),)


def test_gaps_are_runs_of_their_own() -> None:
    (found,) = blocks("a **[GAP: b]** [GAP: b c] d", ["[GAP: b]", "[GAP: b  c]"])
    assert isinstance(found, Paragraph)
    assert [run.text for run in found.runs if run.gap] == ["[GAP: b]", "[GAP: b c]"]
    assert plain(found.runs) == "a [GAP: b] [GAP: b c] d"


def test_a_table_has_alignments_and_a_head() -> None:
    found = table("| a | b | c |\n|---|--:|:-:|\n| d | e |\n")
    assert found.aligns == ("left", "right", "center")
    assert [plain(cell) for cell in found.head] == ["a", "b", "c"]
    assert [[plain(cell) for cell in row] for row in found.rows] == [["d", "e", ""]]
    assert not found.names_rows


def test_a_sheet_to_fill_in_names_its_rows() -> None:
    sheet = table("| | |\n|---|---|\n| who | |\n")
    assert sheet.head == ()
    assert sheet.names_rows
    assert table("| | We agree |\n|---|---|\n| who | |\n").names_rows
    assert table("| | |\n|---|---|\n").head != (), "what has nothing but a head keeps it"


def test_boxes_to_tick_name_no_rows() -> None:
    assert not table("| | Who |\n|---|---|\n| \u2610 | Ana |\n").names_rows


def test_rows_with_nothing_beside_their_name_are_to_be_filled_in() -> None:
    assert table("| | We agree |\n|---|---|\n| who | |\n| what | x |\n").to_write_in == (True, False)
    assert table("| a | b |\n|---|---|\n| | |\n| c | |\n").to_write_in == (True, False)


def test_columns_of_short_texts_keep_the_room_that_they_need() -> None:
    found = table(f"| Time | Item |\n|---|---|\n| 10:30 p.m. | {'long ' * 40} |\n| 9:00 a.m. | x |\n")
    assert found.short == (True, False)
    crowded = f"| Time | A | B | C |\n|---|---|---|---|\n| 10:30 p.m. | {'long words | ' * 3}\n"
    wide = crowded.replace("long words", "long words " * 20)
    assert widths(table(wide))[0] >= 1000 * len("10:30 p.m.") // 88


@pytest.mark.parametrize(
    "text",
    [
        "| a | b |\n|---|---|\n| c | d |\n",
        "| a |\n|---|\n",
        "| a | b | c |\n|---|---|---|\n| x | " + "y " * 99 + "| |\n",
    ],
)
def test_widths_fill_the_page(text: str) -> None:
    found = widths(table(text))
    assert sum(found) == 1000
    assert all(width > 0 for width in found)


def test_a_column_to_write_in_is_wide() -> None:
    name, room = widths(table("| | |\n|---|---|\n| who | |\n"))
    assert room > name


def test_a_label_stays_with_what_it_stands_above() -> None:
    found = leading(blocks("**a**\n\nb\n\n**c** d\n\ne\n\n**f**\n\n# g\n\n**h**\n\n---\n"))
    assert [plain(block.runs) for block, leads in found if leads and isinstance(block, Paragraph)] == [
        "a",
        "h",
    ]


def test_text_above_a_table_or_a_list_leads_into_it() -> None:
    found = leading(blocks("a\n\n- b\n\nc\n\nd\n\n| e |\n|---|\n"))
    assert [leads for _, leads in found] == [True, False, False, True, False]
