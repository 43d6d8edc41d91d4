"""Names of files in a repository, and findings by them."""

from pathlib import PurePath, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.exchange.report import LEVELS, Report, Repository, one_line
from coalitionkit.findings import Severity
from coalitionkit.verdicts import fingerprints
from exchange.reports import AS_OF, HERE, HOSTILE, finding, related, report, verdict

TOP, DEEP = PurePosixPath("/srv/plans"), PurePosixPath("/srv/plans/east/river")
WINDOWS = PureWindowsPath("C:\\work\\plans")


@pytest.mark.parametrize(
    ("here", "file", "named"),
    [
        (TOP, "coalition.yaml", "coalition.yaml"),
        (TOP, "./east/coalition.yaml", "east/coalition.yaml"),
        (TOP, "/srv/plans/east/coalition.yaml", "east/coalition.yaml"),
        (DEEP, "coalition.d/members.yaml", "east/river/coalition.d/members.yaml"),
        (DEEP, "../coalition.yaml", "east/coalition.yaml"),
        (DEEP, "../../../other/coalition.yaml", "../other/coalition.yaml"),
        (TOP, "/elsewhere/coalition.yaml", "../../elsewhere/coalition.yaml"),
        (TOP, "../../../../../coalition.yaml", "../../coalition.yaml"),
        (TOP, "bytes-\udcff.yaml", "bytes-?.yaml"),
        (WINDOWS, "east\\coalition.yaml", "east/coalition.yaml"),
        (WINDOWS, "C:/Work/Plans/coalition.yaml", "coalition.yaml"),
        (WINDOWS, "..\\other\\coalition.yaml", "../other/coalition.yaml"),
        (WINDOWS, "D:/coalition.yaml", "D:/coalition.yaml"),
    ],
)
def test_a_file_is_named_from_the_top_with_forward_slashes(here: PurePath, file: str, named: str) -> None:
    top = here if here is WINDOWS else TOP
    assert Repository(top, here).named(file) == named


def test_places_and_second_places_are_named_alike_and_fingerprints_follow() -> None:
    deep = Repository(TOP, DEEP)
    found = finding(related=(related(),))
    (entry,) = report(found, repository=deep).entries
    assert entry.place.file == "east/river/coalition.yaml"
    assert entry.place.span == found.place.span
    assert [other.place.file for other in entry.related] == ["east/river/coalition.d/members.yaml"]
    assert [entry.fingerprint] == fingerprints([found], named=deep.named)


def test_the_same_plan_has_the_same_fingerprints_from_every_folder() -> None:
    above = report(finding(file="east/river/coalition.yaml"), repository=Repository(TOP, TOP))
    within = report(finding(), repository=Repository(TOP, DEEP))
    assert [e.fingerprint for e in above.entries] == [e.fingerprint for e in within.entries]


def test_no_two_findings_of_several_plans_share_a_fingerprint() -> None:
    shared = finding(file="coalition.d/members.yaml")
    both = Report([verdict(shared, shared), verdict(shared, file="b.yaml")], HERE, AS_OF)
    assert [len(entries) for _, entries in both.plans] == [2, 1]
    assert len({entry.fingerprint for _, entries in both.plans for entry in entries}) == 3
    assert len(both.entries) == 2


def test_every_severity_has_a_name_everywhere() -> None:
    assert set(LEVELS) == set(Severity)


@given(st.text() | st.sampled_from(HOSTILE))
def test_one_line_is_one_line_and_steers_nothing(text: str) -> None:
    shown = one_line(text)
    assert len(shown.splitlines()) <= 1
    assert not set(shown) & set("\x00\x07\x1b\x7f\x9b\u202e\u2066")
    assert one_line(shown) == shown


def test_what_plans_share_is_an_entry_of_each_and_one_of_all() -> None:
    shared, own = finding(file="region.yaml"), finding(file="b.yaml")
    both = Report([verdict(shared), verdict(own, shared)], HERE, AS_OF)
    assert [len(entries) for _, entries in both.plans] == [1, 2]
    assert [entry.finding for entry in both.entries] == [shared, own] == [*both.distinct]
    assert [finding.place.file for finding in both.findings] == ["region.yaml", "b.yaml", "region.yaml"]
    alone = Report([verdict(shared)], HERE, AS_OF)
    assert both.entries[0].fingerprint == alone.entries[0].fingerprint
