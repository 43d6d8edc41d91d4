"""Markdown: tables keep their columns, and cells show what was said."""

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from coalitionkit.exchange.markdown import in_a_cell, markdown
from coalitionkit.exchange.report import Report, one_line
from coalitionkit.findings import Severity
from exchange.reports import AS_OF, HERE, HOSTILE, finding, hostile_run, related, report, saying, verdict

PAGE = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def rows(text: str) -> list[list[str]]:
    """Return the cells of all tables as a reader sees them, without their heads."""
    result: list[list[str]] = []
    tokens = PAGE.parse(text)
    for number, token in enumerate(tokens):
        if token.type == "tr_open":
            result.append([])
        elif token.type == "td_open":
            result[-1].append(seen(tokens[number + 1]))
    return [row for row in result if row]


def seen(inline: Token) -> str:
    """Return what a reader sees of a stretch; fails on anything but text."""
    children = inline.children or []
    assert {child.type for child in children} <= {"text", "text_special"}, inline.content
    return "".join(child.content for child in children).replace("\u2060", "")


def test_there_is_a_table_for_each_file_and_then_the_ladder() -> None:
    found = [
        finding(),
        finding("write it", Severity.WARNING, related=(related(),)),
        finding("soon", Severity.INFO, file="coalition.d/members.yaml"),
    ]
    assert markdown(Report([verdict(*found), verdict(file="b.yaml")], HERE, AS_OF)) == (
        "# Findings of coalition lint\n"
        "\n"
        "## coalition.yaml\n"
        "\n"
        "| Place | Severity | Rule | Finding |\n"
        "| ---: | --- | --- | --- |\n"
        "| 3:5 | ✗ error | CK231 project-manager-missing | no one is the project manager |\n"
        "| 3:5 | ! warning | CK231 project-manager-missing | write it (the first stands here: "
        "coalition.d/members.yaml:7:1) |\n"
        "\n"
        "## coalition.d/members.yaml\n"
        "\n"
        "| Place | Severity | Rule | Finding |\n"
        "| ---: | --- | --- | --- |\n"
        "| 3:5 | · note | CK231 project-manager-missing | soon |\n"
        "\n"
        "- **coalition.yaml**: 1 error, 1 warning and 1 note. Has reached draft: 3 errors to go before"
        " launch.\n"
        "- **b.yaml**: no findings. Has reached launch, the last step.\n"
    )


@given(st.lists(st.text() | st.sampled_from(HOSTILE), max_size=3))
def test_any_message_stays_in_its_cell_and_is_seen_as_it_is(texts: list[str]) -> None:
    page = markdown(report(*(finding(text) for text in texts)))
    assert rows(page) == [
        ["3:5", "✗ error", "CK231 project-manager-missing", one_line(text)] for text in texts
    ]


def test_a_hostile_plan_keeps_its_columns() -> None:
    for page in (markdown(hostile_run()), markdown(saying(HOSTILE))):
        found = rows(page)
        assert len(found) > 5
        assert all(len(row) == 4 for row in found)


def test_nobody_is_called() -> None:
    assert in_a_cell("@ana and x@example.org") == "@\u2060ana and x@example.org"


def test_words_with_underscores_stay_readable() -> None:
    assert in_a_cell("held_by, _a_, *b*") == "held_by, \\_a\\_, \\*b\\*"


def test_what_has_no_room_is_counted() -> None:
    found = [finding(f"number {number} 😀") for number in range(40)]
    whole = markdown(report(*found))
    assert markdown(report(*found), room=len(whole.encode())) == whole
    page = markdown(report(*found), room=len(whole.encode()) - 1)
    assert len(page.encode()) < len(whole.encode())
    assert len(rows(page)) == 20
    assert "20 more findings: `coalition lint` lists them all." in page
    assert page.splitlines()[-1] == whole.splitlines()[-1]
    assert len(rows(markdown(report(*found), room=0))) == 0
