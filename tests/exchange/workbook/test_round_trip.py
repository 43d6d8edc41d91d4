"""What goes out comes back: an untouched worksheet changes nothing, and a filled-in one changes just that."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from worksheets import brought_in, came_back, on_disk, plan_of, plans, wishes

from coalitionkit.exchange.workbook.comparison import compare
from coalitionkit.exchange.workbook.proposal import Proposal
from coalitionkit.exchange.workbook.recognition import recognized
from coalitionkit.exchange.workbook.writing import Wishes, workbook_bytes
from coalitionkit.model.coalition import Coalition
from coalitionkit.shipped import shipped
from coalitionkit.source.files import PlanFiles
from coalitionkit.workspace import find_plans, read_plan

pytestmark = pytest.mark.long

DATA = Path(__file__).parents[2] / "data"
EXAMPLES = [*sorted(shipped("examples").iterdir()), DATA / "full.yaml"]
_LABELS = ("Mam speakers",)
MANNERS = [wishes(), wishes("es"), wishes(private=True)]


def is_quiet(proposal: Proposal) -> bool:
    """Whether a proposal wants nothing and complains of nothing."""
    assert proposal.problems == []
    assert proposal.changes == []
    assert (proposal.wanted, proposal.new, proposal.gone) == ({}, {}, [])
    assert (proposal.emptied, proposal.missing, proposal.matched, proposal.notes) == ([], [], [], [])
    return True


@pytest.mark.parametrize("manner", MANNERS, ids=["en", "es", "private"])
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_untouched_worksheet_changes_nothing(example: Path, manner: Wishes) -> None:
    plan = plan_of(read_plan(find_plans([example])[0]))
    assert is_quiet(came_back(plan, workbook_bytes(plan, manner), blank=True, remove=True))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_untouched_questionnaire_changes_nothing(example: Path) -> None:
    plan = plan_of(read_plan(find_plans([example])[0]))
    raters = tuple(one.id for one in plan.members)
    assert is_quiet(came_back(plan, workbook_bytes(plan, wishes(raters=raters)), blank=True))


def without_sums(plan: Coalition, data: bytes) -> Proposal:
    """Return what a worksheet wants when nothing tells which of its cells were touched."""
    with on_disk(data) as file:
        tables = recognized(file, sheet="", told={}, remembered={}, name="").tables
    return compare(plan, [table._replace(baseline=None) for table in tables], blank=True, remove=False)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plans(), st.sampled_from(MANNERS))
def test_no_plan_is_changed_by_its_own_worksheet(files: PlanFiles, manner: Wishes) -> None:
    plan = plan_of(files)
    data = workbook_bytes(plan, manner)
    assert is_quiet(came_back(plan, data, blank=True, remove=True))
    assert is_quiet(without_sums(plan, data))
    assert is_quiet(without_sums(plan, workbook_bytes(plan, wishes(raters=("ana", "ben")))))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plans(labels=_LABELS), plans(labels=_LABELS), st.sampled_from(["en", "es"]))
def test_a_worksheet_makes_of_one_plan_what_another_says(
    one: PlanFiles, other: PlanFiles, language: str
) -> None:
    """All that the sheets about partners hold comes over, and then nothing is left to bring over."""
    parts = {"existing", "opportunities", "closer", "not_there"}
    here, there = plan_of(one), plan_of(other)
    manner = wishes(language, private=True)
    with on_disk(workbook_bytes(there, manner)) as file:
        tables = recognized(file, sheet="", told={}, remembered={}, name="").tables
    wanted = [table._replace(baseline=None) for table in tables if table.part.key in parts]
    first = compare(here, wanted, blank=True, remove=False)
    assert first.problems == []
    after = plan_of(brought_in(one, first).plan)
    again = compare(after, wanted, blank=True, remove=False)
    assert again.problems == []
    assert again.changes == []
    untouched = [(partner.people, partner.ratings, partner.evidence) for partner in here.partners]
    assert [(partner.people, partner.ratings, partner.evidence) for partner in after.partners] == untouched


def test_the_same_plan_gives_the_same_bytes() -> None:
    plan = plan_of(read_plan(find_plans([EXAMPLES[1]])[0]))
    assert workbook_bytes(plan, wishes()) == workbook_bytes(plan, wishes())
