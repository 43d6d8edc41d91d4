"""`ordered`: only the order changes, and comments stay with what they speak of."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plan_texts import marked, plan_texts

from coalitionkit.editing.ordering import ordered
from coalitionkit.errors import UneditableError
from coalitionkit.loading import load
from coalitionkit.model.coalition import UNORDERED, Coalition
from coalitionkit.model.record import fields_of
from coalitionkit.shipped import shipped
from coalitionkit.workspace import find_plans, read_plan
from editing.plans import BEGINNING, files, texts


def after(text: str, *, keys: bool = False, ids: bool = False) -> str:
    return texts(ordered(files(BEGINNING + text), keys=keys, ids=ids).revision.plan)[
        "coalition.yaml"
    ].removeprefix(BEGINNING)


@settings(max_examples=200, deadline=None)
@given(plan_texts(shuffled=True), st.booleans(), st.booleans(), st.booleans())
def test_law_order_is_all_that_changes_and_once_is_enough(
    text: str,
    mark: bool,  # noqa: FBT001
    keys: bool,  # noqa: FBT001
    ids: bool,  # noqa: FBT001
) -> None:
    plan = files(marked(text, mark=mark))
    result = ordered(plan, keys=keys, ids=ids).revision
    assert ids or result.loaded.committed == load(plan).committed
    assert ordered(result.plan, keys=keys, ids=ids).revision.files == ()
    before, now = plan.main.data or b"", result.plan.main.data or b""
    assert (before[:3] == b"\xef\xbb\xbf") == (now[:3] == b"\xef\xbb\xbf")
    assert (b"\r\n" in before) == (b"\r\n" in now)
    known = [key for key in result.loaded.trees["coalition.yaml"].entries if key in fields_of(Coalition)]
    assert known == [key for key in fields_of(Coalition) if key in known]


@pytest.mark.parametrize("name", ["first-week", "forest-city", "county-backbone"])
def test_examples_are_in_order_and_can_be_put_in_more(name: str) -> None:
    (found,) = find_plans([Path(str(shipped("examples"))) / name])
    plan = read_plan(found)
    assert ordered(plan).revision.files == ()
    result = ordered(plan, keys=True, ids=True)
    assert ordered(result.revision.plan, keys=True, ids=True).revision.files == ()
    assert ordered(plan, keys=True).revision.loaded.coalition == load(plan).coalition
    assert not any("comments" in kept.why for kept in result.kept)


def test_sections_come_in_order_and_the_file_keeps_its_own_comments() -> None:
    plan = files("# ours\nroles: [] # r\n\n# -- us\n\n# all\nmembers: []\n" + BEGINNING + "# the end\n")
    assert texts(ordered(plan).revision.plan)["coalition.yaml"] == (
        "# ours\nformat: 1\n\ncoalition: {id: lakes, name: Lakes}\n# -- us\n\n# all\nmembers: []\n"
        "roles: [] # r\n# the end\n"
    )


def test_each_file_is_put_in_order_by_itself_and_the_overlay_is_left_alone() -> None:
    plan = files(BEGINNING, overlay="roles: []\nmembers: []\n", a="# kept by Beth\nroles: []\nmembers: []\n")
    assert texts(ordered(plan).revision.plan) == {
        "coalition.yaml": BEGINNING,
        "coalition.d/a.yaml": "# kept by Beth\nmembers: []\nroles: []\n",
        "coalition.private.yaml": "roles: []\nmembers: []\n",
    }


def test_keys_follow_the_format_with_their_comments_also_beside_a_dash() -> None:
    text = (
        "members:\n  # the chair\n  - name: Ana # so\n    x-desk: 3\n    note: kind\n\n    # for letters\n"
        "    pronouns: she/her\n    id: ana\n  - {name: Ben, id: ben}\n"
    )
    assert after(text, keys=True) == (
        "members:\n  # the chair\n  - id: ana\n    name: Ana # so\n    x-desk: 3\n\n    # for letters\n"
        "    pronouns: she/her\n    note: kind\n  - {id: ben, name: Ben}\n"
    )
    assert after(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "members:\n  - name: Ana\n    # the short one\n    id: ana\n",
        "members:\n  - {name: Ana,\n     id: ana}\n",
    ],
    ids=["a comment would stand beside the dash", "braces over several lines"],
)
def test_keys_stay_where_the_lines_would_come_out_wrong(text: str) -> None:
    assert after(text, keys=True) == text


def test_what_cannot_be_put_in_order_does_not_keep_the_rest_from_it() -> None:
    text = "members:\n  - name: Ana\n    # short\n    id: ana\n  - name: Ben\n    id: ben\n"
    result = ordered(files(BEGINNING + text), keys=True)
    assert texts(result.revision.plan)["coalition.yaml"].endswith("  - id: ben\n    name: Ben\n")
    assert [(one.file, one.line, one.what) for one in result.kept] == [("coalition.yaml", 4, "members[0]")]


BY_DAY = (
    "  - {id: b, name: B, joined: 2024}\n",
    "  - {id: c, name: C, joined: 2025}\n",
    "  - {id: a, name: A, joined: 2026}\n",
)
ITEMS = "members:\n  # the second\n  - {id: b, name: B} # b\n\n  - id: a\n    name: A\n    # of a\n"


def test_items_follow_their_ids_with_their_comments() -> None:
    assert after(ITEMS, ids=True) == (
        "members:\n  - id: a\n    name: A\n    # of a\n\n  # the second\n  - {id: b, name: B} # b\n"
    )
    assert after("members: [{id: b, name: B}, {id: a, name: A}] # us\n", ids=True) == (
        "members: [{id: a, name: A}, {id: b, name: B}] # us\n"
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("members:\n" + "".join(BY_DAY), "in the order of 'joined'"),
        ("members:\n" + "".join(reversed(BY_DAY)), "in the order of 'joined'"),
        ("members:\n  # -- on leave\n  - {id: b, name: B}\n  - {id: a, name: A}\n", "headings"),
        ("members:\n  - {id: b, name: B}\n\n  # apart\n\n  - {id: a, name: A}\n", "headings"),
    ],
)
def test_a_list_that_is_in_order_on_purpose_stays(text: str, why: str) -> None:
    result = ordered(files(BEGINNING + text), ids=True)
    assert result.revision.files == ()
    (kept,) = result.kept
    assert (kept.what, kept.line) == ("members", 3)
    assert why in kept.why


@pytest.mark.parametrize(
    "text",
    [
        "roles: [{id: b, title: B}, {id: a, title: A}]\n",
        "decisions: [{id: b, question: B}, {id: a, question: A}]\n",
    ],
)
def test_lists_whose_order_says_something_stay(text: str) -> None:
    assert after(text, ids=True) == text


def test_dates_in_disorder_or_in_few_items_are_no_purpose() -> None:
    two = "members:\n  - {id: b, name: B, joined: 2024}\n  - {id: a, name: A, joined: 2025}\n"
    assert after(two, ids=True) != two


def test_each_list_put_in_order_is_one_of_the_format() -> None:
    assert set(UNORDERED) <= set(fields_of(Coalition))


def test_keys_and_items_at_once() -> None:
    text = "members:\n  - name: B\n    id: b\n  - name: A\n    id: a # of a\n"
    assert after(text, keys=True, ids=True) == (
        "members:\n  - id: a # of a\n    name: A\n  - id: b\n    name: B\n"
    )


def test_a_file_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(UneditableError, match="to its end"):
        after("members: [\n")
