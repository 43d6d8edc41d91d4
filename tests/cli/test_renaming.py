"""`coalition rename`: another id, there and wherever the plan refers to it."""

import pytest

from cli.conftest import Run
from cli.plans import OVERLAY, PLAN, changed, put, text


def test_an_id_is_changed_everywhere(plan: Run) -> None:
    put("members: [{id: ana-lopez, phone: '5'}]\n", OVERLAY)
    ran = plan("rename", "member", "ana-lopez", "ana-ruiz")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "renamed member ana-lopez to ana-ruiz and 1 reference to it "
        "in coalition.yaml and coalition.private.yaml\n"
    )
    assert changed() == [
        "- - id: ana-lopez",
        "+ - id: ana-ruiz",
        "+ former_ids: [ana-lopez]",
        "- held_by: [ana-lopez]",
        "+ held_by: [ana-ruiz]",
    ]
    assert text(OVERLAY) == "members: [{id: ana-ruiz, phone: '5'}]\n"


def test_a_word_too_many_is_told(plan: Run) -> None:
    ran = plan("rename", "member", "ana-lopez", "ben-ito", "ben")
    assert ran.code == 2
    assert ran.err == "error: a member belongs to no other record; leave out 'ana-lopez'\n"


def test_the_old_id_may_be_forgotten(plan: Run) -> None:
    assert plan("rename", "ben-ito", "ben", "--forget").code == 0
    assert changed() == [
        "- - {id: ben-ito, name: Ben Ito}   # and Ben",
        "+ - {id: ben, name: Ben Ito}   # and Ben",
    ]


def test_back_again_leaves_no_id_that_is_former_and_present(plan: Run) -> None:
    plan("rename", "ben-ito", "ben")
    assert plan("rename", "ben", "ben-ito").code == 0
    assert "{id: ben-ito, former_ids: [ben], name: Ben Ito}" in text()


def test_calendars_know_what_is_called_as_it_was(run: Run) -> None:
    put(PLAN + "meetings: [{id: m, former_ids: [p, q, r], date: 2026-03-05}]\n")
    for old, new, kept in [
        ("m", "a", "p, q, r, m"),
        ("a", "p", "p, q, r, m, a"),
        ("p", "q", "p, r, m, a, p"),
    ]:
        assert run("rename", "meeting", old, new).code == 0
        assert f"meetings: [{{id: {new}, former_ids: [{kept}], date: 2026-03-05}}]" in text()


def test_words_of_the_plan_and_keys_are_renamed(run: Run) -> None:
    put(
        PLAN + "vocabulary: {populations: [{id: mam, label: Mam}]}\nfocus: {populations: [mam]}\n"
        "practices: {conflict-and-turf: We name it.}\n"
    )
    assert run("rename", "population", "mam", "mam-speakers", "--forget").code == 0
    assert "[{id: mam-speakers, label: Mam}]" in text()
    assert "focus: {populations: [mam-speakers]}" in text()
    assert run("rename", "population", "mam-speakers", "mam").code == 0
    assert "[{id: mam, former_ids: [mam-speakers], label: Mam}]" in text()
    assert run("rename", "practice", "conflict-and-turf", "turf-and-surf").code == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["member", "ana-lopez"], "which member?"),
        (["ana-lopez"], "say the id as it is and as it shall be"),
        (["member", "anna-lopez", "x"], "did you mean 'ana-lopez'?"),
        (["member", "ana-lopez", "ben-ito"], "the id 'ben-ito' belongs to member ben-ito already"),
        (["member", "ana-lopez", "city-hall"], "the id 'city-hall' belongs to partner city-hall already"),
        (["member", "ana-lopez", "Ana!"], "'Ana!' is not an id"),
        (["value", "debt", "2025", "2026"], "'coalition set metrics[debt].values[2025].date' changes it"),
        (["members[ana-lopez].group", "x"], "members[ana-lopez].group is no record, so it has no id"),
    ],
)
def test_what_cannot_be_is_refused(plan: Run, words: list[str], said: str) -> None:
    ran = plan("rename", *words)
    assert (ran.code, ran.out, text()) == (2, "", PLAN)
    assert said in ran.err
