"""`divided`: sections move to files of their own with every byte, and the plan says the same."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plan_texts import marked, plan_texts

from coalitionkit.editing.dividing import divided
from coalitionkit.editing.uniting import joined
from coalitionkit.errors import UneditableError
from coalitionkit.loading import load
from coalitionkit.shipped import shipped
from coalitionkit.source.files import PlanFiles, RawFile
from coalitionkit.source.reader import read
from coalitionkit.source.sheet import sheet_of
from coalitionkit.source.text import Text
from coalitionkit.workspace import find_plans, read_plan
from editing.plans import BEGINNING, changes, files, raw, texts

pytestmark = pytest.mark.long

MEMBERS = "# -- people\n\n# of us\nmembers:\n  - {id: a, name: A} # one\n  # to come\n"
EXAMPLES = ("first-week", "forest-city", "county-backbone")


def _filled(plan: PlanFiles) -> list[str]:
    held = (plan.main, *plan.fragments)
    return sorted(
        line
        for one in held
        for line in (one.data or b"").decode("utf-8-sig").replace("\r\n", "\n").split("\n")
        if line.strip()
    )


@settings(max_examples=200, deadline=None)
@given(plan_texts(shuffled=True), st.booleans())
def test_law_the_plan_says_the_same_and_keeps_every_line(text: str, mark: bool) -> None:  # noqa: FBT001
    plan = files(marked(text, mark=mark))
    apart = divided(plan).revision
    assert apart.loaded.committed == load(plan).committed is not None
    assert _filled(apart.plan) == _filled(plan)
    together = joined(apart.plan).revision
    assert together.loaded.committed == load(plan).committed
    assert (_filled(together.plan), together.plan.fragments) == (_filled(plan), ())


@settings(max_examples=200, deadline=None)
@given(plan_texts(), st.booleans())
def test_law_joining_gives_the_very_same_bytes_back(text: str, mark: bool) -> None:  # noqa: FBT001
    """Where sections are in the order of the format, and a blank line or more stands above each.

    Where none does, joining writes one: nothing in the fragment says that there was none.
    """
    plan = files(marked(text, mark=mark))
    sections = sheet_of(read(Text("", text))).sections
    after = divided(plan).revision.plan
    bare = [
        section.key for before, section in pairwise(sections) if not section.lead and not before.open_ended
    ]
    if not bare:
        assert joined(after).revision.plan.main == plan.main


def _rewritten(plan: PlanFiles, how: str) -> PlanFiles:
    def made(one: RawFile) -> RawFile:
        data = one.data or b""
        ways = {
            "CRLF": data.replace(b"\n", b"\r\n"),
            "BOM": b"\xef\xbb\xbf" + data,
            "no end": data.rstrip(b"\n"),
        }
        return raw(one.file, ways.get(how, data))

    return PlanFiles(made(plan.main), tuple(map(made, plan.fragments)))


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("how", ["as it is", "CRLF", "BOM", "no end"])
def test_examples_come_back_byte_for_byte(name: str, how: str) -> None:
    (found,) = find_plans([Path(str(shipped("examples"))) / name])
    plan = _rewritten(read_plan(found._replace(overlay=None)), how)
    one = joined(plan).revision.plan
    apart = divided(one)
    assert len(apart.moves) > 4
    assert apart.revision.loaded.committed == load(plan).committed
    assert joined(apart.revision.plan).revision.plan == one


def test_a_section_moves_with_its_comments_and_the_main_file_keeps_its_own() -> None:
    plan = files("# ours\n" + BEGINNING + "\n" + MEMBERS + "\nlint: {profile: start}\n\n# the end\n")
    apart = divided(plan)
    assert texts(apart.revision.plan) == {
        "coalition.yaml": "# ours\n" + BEGINNING + "\nlint: {profile: start}\n\n# the end\n",
        "coalition.d/members.yaml": MEMBERS,
    }
    assert changes(apart.revision) == [("coalition.d/members.yaml", "new"), ("coalition.yaml", "changed")]
    assert apart.moves == (("members", 6, "coalition.yaml", "coalition.d/members.yaml"),)


def test_more_blank_lines_than_usual_come_along() -> None:
    apart = divided(files(BEGINNING + "\n\n\n" + MEMBERS)).revision.plan
    assert texts(apart)["coalition.d/members.yaml"] == "\n\n\n" + MEMBERS
    assert joined(apart).revision.plan == files(BEGINNING + "\n\n\n" + MEMBERS)


def test_only_what_is_named_moves() -> None:
    plan = files(BEGINNING + "working_groups: []\nroles: []\nlint: {profile: start}\nx-own: 1 # ours\n")
    assert [one.target for one in divided(plan, ["working-groups", "lint", "x-own"]).moves] == [
        "coalition.d/working-groups.yaml",
        "coalition.d/lint.yaml",
        "coalition.d/x-own.yaml",
    ]
    assert [one.section for one in divided(plan).moves] == ["working_groups", "roles"]


def test_a_fragment_that_is_there_is_added_to() -> None:
    plan = files(BEGINNING + "\nmembers: []\n", members="# kept by Beth\nroles: []")
    assert texts(divided(plan).revision.plan)["coalition.d/members.yaml"] == (
        "# kept by Beth\nroles: []\n\nmembers: []\n"
    )


def test_what_is_added_to_a_fragment_takes_its_line_ends() -> None:
    plan = files((BEGINNING + MEMBERS).replace("\n", "\r\n"), members="roles: []\n")
    assert texts(divided(plan).revision.plan)["coalition.d/members.yaml"] == f"roles: []\n\n{MEMBERS}"


def test_the_overlay_stays() -> None:
    plan = files(BEGINNING + MEMBERS, overlay="members: [{id: a, phone: 555-0100}]\n")
    after = divided(plan).revision
    assert after.plan.overlay == plan.overlay
    assert after.loaded.coalition == load(plan).coalition


def test_nothing_is_done_twice() -> None:
    after = divided(files(BEGINNING + MEMBERS)).revision.plan
    again = divided(after)
    assert (again.moves, again.revision.files) == ((), ())


@pytest.mark.parametrize(
    ("text", "named", "words"),
    [
        (BEGINNING, ["format"], "'format' stays"),
        (BEGINNING, ["coalition"], "'coalition' stays"),
        (BEGINNING + "members: []\n", ["memebrs"], "did you mean 'members'"),
        (BEGINNING + "x-../../a: 1\n", ["x-../../a"], "name of a file"),
        (BEGINNING + "lint: {extend: [a.yaml]}\n", ["lint"], "as seen from"),
        (BEGINNING + "# coalition: ignore-file[x] y\nmembers: []\n", [], "line 3"),
        (BEGINNING + "roles: []\n", [], "'coalition join'"),
        ("{format: 1, members: []}\n", [], "in braces"),
        (BEGINNING + "members: [\n", [], "to its end"),
    ],
)
def test_what_cannot_move_is_refused(text: str, named: list[str], words: str) -> None:
    with pytest.raises(UneditableError) as error:
        divided(files(text, a="roles: []\n"), named)
    assert words in f"{error.value.message} {error.value.hint}"


def test_a_plan_of_another_name_has_no_fragments() -> None:
    plan = PlanFiles(raw("north.yaml", BEGINNING + MEMBERS))
    with pytest.raises(UneditableError, match=r"named coalition\.yaml"):
        divided(plan)
