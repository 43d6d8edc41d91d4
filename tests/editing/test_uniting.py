"""`joined`: what stands in fragments goes back into the main file, in the order of the format."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coalitionkit.editing.uniting import joined
from coalitionkit.errors import UneditableError
from coalitionkit.loading import load
from coalitionkit.source.files import PlanFiles
from coalitionkit.source.gathering import shifted
from editing.plans import BEGINNING, changes, files, texts


def main(plan: PlanFiles) -> str:
    return texts(plan)["coalition.yaml"]


ITEMS = (
    "- id: {0}\n  name: {0} # {0}\n",
    "# above {0}\n- {{id: {0}, name: {0}}} # beside {0}\n",
    "- # dash of {0}\n  id: {0}\n  name: {0}\n  note: |\n    of\n\n    # no comment\n\n",
    "\n# heading {0}\n\n- name: >-\n    {0}\n  id: {0}\n  # foot of {0}\n",
)


@st.composite
def shares(draw: st.DrawFn) -> list[str]:
    """Return what several files hold of one list, each in its own way."""
    result = []
    for number in range(draw(st.integers(2, 4))):
        items = [
            draw(st.sampled_from(ITEMS)).format(f"m-{number}-{index}")
            for index in range(draw(st.integers(0, 3)))
        ]
        head = draw(st.sampled_from(["", f"# file {number}\n", f"# file {number}\n\n# all\n"]))
        beside = draw(st.sampled_from(["", f" # key {number}"]))
        tail = draw(st.sampled_from(["", f"# end {number}\n", "\n"]))
        body = shifted("".join(items), draw(st.sampled_from([0, 2, 4])))
        text = f"{head}members:{beside}\n{body}{tail}"
        result.append(text.replace("\n", draw(st.sampled_from(["\n", "\r\n"]))))
    return result


@settings(max_examples=200, deadline=None)
@given(shares())
def test_law_lists_are_joined_and_no_comment_is_lost(parts: list[str]) -> None:
    plan = files(BEGINNING + parts[0], **{f"f{index}": text for index, text in enumerate(parts[1:])})
    after = joined(plan).revision
    assert after.loaded.committed == load(plan).committed is not None
    assert after.plan.fragments == ()
    words = Counter(word for text in texts(plan).values() for word in text.split())
    words["members:"] = 1
    assert Counter(main(after.plan).split()) == words


def test_sections_go_where_the_format_has_them_with_what_their_files_begin_and_end_with() -> None:
    plan = files(
        "# ours\n" + BEGINNING + "\nroles: []\n\nx-own: 1\n",
        a="# kept by Beth\n\n# the money\nbudget: {reserve: 1}\nfocus: {north_star: X}\n# done\n",
        b="---\nmembers: []\n...\n",
        c="# nothing yet\n",
    )
    after = joined(plan)
    assert main(after.revision.plan) == (
        "# ours\n" + BEGINNING + "\nfocus: {north_star: X}\n# done\n\nmembers: []\n\nroles: []\n\n"
        "# kept by Beth\n\n# the money\nbudget: {reserve: 1}\n\nx-own: 1\n\n# nothing yet\n"
    )
    assert changes(after.revision) == [
        ("coalition.yaml", "changed"),
        ("coalition.d/a.yaml", "gone"),
        ("coalition.d/b.yaml", "gone"),
        ("coalition.d/c.yaml", "gone"),
    ]
    assert [(move.section, move.lines) for move in after.moves] == [
        ("budget", 4),
        ("focus", 2),
        ("members", 1),
    ]
    assert after.revision.loaded.committed == load(plan).committed


def test_lists_of_several_files_come_in_the_order_in_which_they_are_read() -> None:
    plan = files(
        BEGINNING + "members:\n  - {id: m, name: M} # m\n",
        a="members:\n- {id: z, name: Z} # z\n",
        b="# b\nmembers: [{id: a, name: A}]\n",
    )
    after = joined(plan).revision
    assert main(after.plan) == (
        BEGINNING
        + "# b\nmembers:\n  - {id: m, name: M} # m\n  - {id: z, name: Z} # z\n  - {id: a, name: A}\n"
    )
    assert after.loaded.committed == load(plan).committed


def test_an_empty_section_gives_way_and_keeps_its_comment() -> None:
    plan = files(BEGINNING + "members: # none yet\n", a="# all\nmembers:\n  - {id: b, name: B}\n")
    assert main(joined(plan).revision.plan) == (
        BEGINNING + "# all\n# none yet\nmembers:\n  - {id: b, name: B}\n"
    )


def test_line_ends_follow_the_main_file() -> None:
    plan = files(BEGINNING.replace("\n", "\r\n"), a="# of us\nmembers:\n  - {id: b, name: B}\n")
    assert main(joined(plan).revision.plan) == (
        BEGINNING + "\n# of us\nmembers:\n  - {id: b, name: B}\n"
    ).replace("\n", "\r\n")


def test_a_main_file_without_an_end_gets_one_before_what_follows() -> None:
    plan = files(BEGINNING.rstrip("\n"), a="members: []")
    assert main(joined(plan).revision.plan) == BEGINNING + "\nmembers: []"


def test_a_block_of_text_at_the_end_of_a_file_without_an_end_is_no_obstacle() -> None:
    plan = files(BEGINNING, a="focus:\n  north_star: |\n    X", b="members: []\n")
    assert main(joined(plan).revision.plan) == (
        BEGINNING + "\nfocus:\n  north_star: |\n    X\n\nmembers: []\n"
    )


def test_a_plan_of_one_file_stays() -> None:
    after = joined(files(BEGINNING))
    assert (after.moves, after.revision.files) == ((), ())


@pytest.mark.parametrize(
    ("text", "fragment", "words"),
    [
        (BEGINNING, "  members: []\n", "indented otherwise"),
        (BEGINNING, "%YAML 1.2\n---\nmembers: []\n", "begins with '---'"),
        (BEGINNING, "--- # b\nmembers: []\n", "begins with '---'"),
        (BEGINNING, "{members: []}\n", "in braces"),
        (BEGINNING, "lint: {extend: [../a.yaml]}\n", "as seen from"),
        (BEGINNING, "# coalition: ignore-file[x] y\nmembers: []\n", "line 1 of 'coalition.d/a.yaml'"),
        ("# coalition: ignore-file[x] y\n" + BEGINNING, "members: []\n", "line 1 of 'coalition.yaml'"),
        (BEGINNING + "decision_model: consensus\n", "decision_model: majority\n", "errors to mend"),
        (BEGINNING + "members: [{id: a, name: A}]\n", "members:\n  - {id: b, name: B} # b\n", "in brackets"),
    ],
)
def test_what_cannot_be_joined_is_refused(text: str, fragment: str, words: str) -> None:
    with pytest.raises(UneditableError) as error:
        joined(files(text, a=fragment))
    assert words in error.value.message
