"""How often each rule was broken, for people."""

from exchange.reports import finding

from coalitionkit.cli.console import plain
from coalitionkit.cli.show.statistics import statistics_lines
from coalitionkit.findings import Severity


def test_a_line_for_each_rule_in_the_words_of_the_findings() -> None:
    found = [finding(code="CK200") for _ in range(10)] + [finding(severity=Severity.INFO)]
    assert [plain(line) for line in statistics_lines(found)] == [
        "10  ✗ error   CK200 project-manager-missing\n",
        " 1  · note    CK231 project-manager-missing\n",
    ]


def test_nothing_broken_is_no_line() -> None:
    assert [*statistics_lines([])] == []
