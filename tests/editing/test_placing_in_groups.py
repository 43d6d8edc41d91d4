"""Where new items go in lists that are grouped by a word rather than in order of their ids."""

import pytest

from coalitionkit.editing import revised
from coalitionkit.edits import Add
from coalitionkit.places import Address

from .plans import BEGINNING, files, texts

MANAGEMENT = "  # -- Management team\n  - {id: mia, name: Mia, group: management-team}\n"
MORE = "  - {id: bo, name: Bo, group: management-team}\n"
STAKEHOLDERS = "  # -- Stakeholders\n  - {id: lou, name: Lou, group: key-stakeholder}\n"
OTHERS = "  - {id: ari, name: Ari, group: key-stakeholder}\n"
CHAMPIONS = "  # -- Champions\n  - {id: cy, name: Cy}\n"


def added(listed: str, name: str, group: str) -> tuple[str, str]:
    """Return the lines above and below a member that is added to a list of members."""
    member = {"id": name, "name": name.title()} | ({"group": group} if group else {})
    plan = files(f"{BEGINNING}members:\n{listed}")
    text = texts(revised(plan, [Add(Address(("members",)), member)]).plan)["coalition.yaml"]
    lines = text.splitlines()
    at = next(index for index, line in enumerate(lines) if f"id: {name}," in line)
    return lines[at - 1].strip(), lines[at + 1].strip() if at + 1 < len(lines) else ""


GROUPED = MANAGEMENT + MORE + STAKEHOLDERS + OTHERS + CHAMPIONS


@pytest.mark.parametrize(
    ("name", "group", "above", "below"),
    [
        ("zoe", "management-team", "mia", "bo"),
        ("cal", "management-team", "bo", "# -- Stakeholders"),
        ("zoe", "key-stakeholder", "lou", "ari"),
        ("bea", "key-stakeholder", "ari", "# -- Champions"),
        ("aba", "key-stakeholder", "lou", "ari"),  # the heading stays above the group
        ("zoe", "", "mia", "bo"),  # nothing says to which group it belongs
    ],
)
def test_a_new_item_joins_its_own_group(name: str, group: str, above: str, below: str) -> None:
    one, two = added(GROUPED, name, group)
    assert (f"id: {above}," in one, two.startswith(below) or f"id: {below}," in two) == (True, True), (
        one,
        two,
    )


def test_one_of_ten_may_stand_elsewhere() -> None:
    crowd = "".join(f"  - {{id: m{number}, name: M, group: management-team}}\n" for number in range(5))
    left = "  - {id: ben, name: Ben, group: key-stakeholder, status: alumni}\n"
    one, _ = added(crowd + GROUPED + left, "zoe", "key-stakeholder")
    assert "id: lou," in one


def test_groups_that_are_mixed_say_nothing() -> None:
    one, _ = added(MANAGEMENT + STAKEHOLDERS + MORE + OTHERS, "zoe", "key-stakeholder")
    assert "id: mia," in one
