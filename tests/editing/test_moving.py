"""What must hold when text moves: the same data, the same comments, nothing missing at any time."""

import pytest

from coalitionkit.editing.moving import moved, reading_of, refuse_file_markers
from coalitionkit.errors import UneditableError
from coalitionkit.source.files import RawFile
from editing.plans import BEGINNING, changes, files, raw, texts


def test_new_files_come_first_and_those_that_go_last() -> None:
    plan = files(BEGINNING, a="ties: []\n", b="roles: []\n")
    revision = moved(
        plan,
        {
            "coalition.d/a.yaml": None,
            "coalition.yaml": BEGINNING + "ties: []\n",
            "coalition.d/c.yaml": "roles: []\n",
            "coalition.d/b.yaml": None,
        },
    )
    assert changes(revision) == [
        ("coalition.d/c.yaml", "new"),
        ("coalition.yaml", "changed"),
        ("coalition.d/a.yaml", "gone"),
        ("coalition.d/b.yaml", "gone"),
    ]
    assert [*texts(revision.plan)] == ["coalition.yaml", "coalition.d/c.yaml"]


def test_the_byte_order_mark_stays() -> None:
    plan = files(b"\xef\xbb\xbf" + BEGINNING.encode())
    (changed,) = moved(plan, {"coalition.yaml": BEGINNING + "\n"}).files
    assert changed.after == b"\xef\xbb\xbf" + BEGINNING.encode() + b"\n"


def test_a_file_that_stays_as_it_is_is_not_written() -> None:
    assert moved(files(BEGINNING), {"coalition.yaml": BEGINNING}).files == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (BEGINNING, "not say the same"),
        (BEGINNING + "members: [{id: b, name: B}, {id: a, name: A}] # us\n", "not say the same"),
        (BEGINNING + "members: [{id: a, name: A}, {id: b, name: B}]\n", "'# us' would get lost"),
    ],
)
def test_what_would_change_the_plan_or_lose_a_comment_is_refused(text: str, words: str) -> None:
    plan = files(BEGINNING + "members: [{id: a, name: A}, {id: b, name: B}] # us\n")
    with pytest.raises(UneditableError, match=words):
        moved(plan, {"coalition.yaml": text})


def test_another_order_of_items_is_let_through_where_it_is_wanted() -> None:
    plan = files(BEGINNING + "members: [{id: b, name: B}, {id: a, name: A}]\n")
    text = BEGINNING + "members: [{name: A, id: a}, {id: b, name: B}]\n"
    assert moved(plan, {"coalition.yaml": text}, lists_in_order=False).files
    with pytest.raises(UneditableError):
        moved(plan, {"coalition.yaml": BEGINNING + "members: [{id: a, name: A}]\n"}, lists_in_order=False)


@pytest.mark.parametrize(
    ("file", "words"),
    [(RawFile("a.yaml", None, 9), "too large"), (raw("a.yaml", b"\xff\xfea"), "UTF-16")],
)
def test_what_cannot_be_read_is_refused(file: RawFile, words: str) -> None:
    with pytest.raises(UneditableError, match=words):
        reading_of(file)


@pytest.mark.parametrize("sign", ["# coalition: ignore-file[x]", "#coalition:ignore-file [x]"])
def test_a_comment_for_a_whole_file_keeps_text_from_moving(sign: str) -> None:
    with pytest.raises(UneditableError, match=r"line 2 of 'a\.yaml'"):
        refuse_file_markers(reading_of(raw("a.yaml", f"a: 1\n{sign} why\n")))
    refuse_file_markers(
        reading_of(raw("a.yaml", "a: '# coalition: ignore-file[x]'\n# coalition: ignore[x]\n"))
    )
