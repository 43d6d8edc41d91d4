"""What votes come to: each model by its definition, and laws that hold for all of them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.analysis.voting import Range, Result, Tally, Terms, quorum_met, result

CARRIED, LOST, TIED = Result("carried"), Result("not-carried"), Result("tied")
SIDES = ["for", "against", "abstain", "stand-aside", "block"]
OPTIONS = ["library", "school", "market"]
MODELS = ["consensus", "unanimous", "majority", "plurality"]


def tally(votes: str, *, eligible: int | Range = 0, present: int | Range = 0) -> Tally:
    """Return a tally from words such as "for for against"; all who could vote do unless said otherwise."""
    cast = votes.split()
    sizes = [Range(n or len(cast), n or len(cast)) if isinstance(n, int) else n for n in (eligible, present)]
    return Tally({f"member-{number}": vote for number, vote in enumerate(cast)}, *sizes)


@pytest.mark.parametrize(
    ("terms", "given_votes", "expected"),
    [
        (Terms("consensus"), tally("for stand-aside abstain against"), CARRIED),
        (Terms("consensus"), tally("for for for block"), LOST),
        (Terms("unanimous", basis="present"), tally("for for", eligible=5), CARRIED),
        (Terms("unanimous", basis="eligible"), tally("for for", eligible=5), LOST),
        (Terms("unanimous", basis="cast"), tally("for for abstain"), CARRIED),
        (Terms("unanimous", basis="cast"), tally("abstain abstain"), LOST),
        (Terms("unanimous"), tally("for for"), CARRIED),
        (Terms("unanimous"), tally("for for", eligible=5), None),
        (Terms("unanimous"), tally("for against"), LOST),
        (Terms("majority"), tally("for for against"), CARRIED),
        (Terms("majority"), tally("for against"), LOST),
        (Terms("majority"), tally("for block"), LOST),
        (Terms("majority"), tally("for abstain stand-aside"), CARRIED),
        (Terms("majority"), tally("abstain abstain"), LOST),
        (Terms("majority", basis="present"), tally("for abstain stand-aside"), LOST),
        (Terms("majority", basis="eligible"), tally("for for", eligible=4), LOST),
        (Terms("majority", basis="eligible"), tally("for for for", eligible=5), CARRIED),
        (Terms("majority", basis="eligible"), tally("for for for", eligible=Range(5, 6)), None),
        (Terms("majority", share=Fraction(2, 3)), tally("for for against"), CARRIED),
        (Terms("majority", share=Fraction(2, 3)), tally("for for for against against"), LOST),
        (Terms("majority", share=Fraction(2, 3)), tally("abstain"), LOST),
        (Terms("plurality"), tally("for for against abstain"), CARRIED),
        (Terms("plurality"), tally("for against"), TIED),
        (Terms("plurality"), tally("for against block"), LOST),
        (Terms("lead-authority"), tally("for for for"), None),
        (Terms("majority"), tally(""), None),
    ],
)
def test_a_proposal_is_carried_by_the_definition_of_its_model(
    terms: Terms, given_votes: Tally, expected: Result | None
) -> None:
    assert result(terms, given_votes) == expected


@pytest.mark.parametrize(
    ("terms", "votes", "expected"),
    [
        (Terms("plurality"), "library library school market", Result("carried", "library")),
        (Terms("plurality"), "library school abstain", TIED),
        (Terms("majority"), "library library school", Result("carried", "library")),
        (Terms("majority"), "library library school market", LOST),
        (Terms("unanimous", basis="cast"), "school school", Result("carried", "school")),
        (Terms("unanimous", basis="cast"), "school library", LOST),
        (Terms("consensus"), "school school stand-aside", Result("carried", "school")),
        (Terms("consensus"), "school library", None),
        (Terms("consensus"), "school block", LOST),
        (Terms("plurality"), "for for", None),
    ],
)
def test_among_options_one_is_chosen(terms: Terms, votes: str, expected: Result | None) -> None:
    assert result(terms, tally(votes), OPTIONS) == expected


@pytest.mark.parametrize(
    ("quorum", "present", "eligible", "expected"),
    [
        (None, Range(0, 0), Range(9, 9), True),
        (Fraction(1, 2), Range(4, 4), Range(8, 8), True),
        (Fraction(1, 2), Range(3, 3), Range(8, 8), False),
        (Fraction(1, 2), Range(3, 4), Range(8, 8), None),
        (Fraction(1, 2), Range(4, 4), Range(8, 9), None),
        (Fraction(1, 3), Range(1, 1), Range(3, 3), True),
    ],
)
def test_a_quorum_is_a_share_of_those_with_a_vote(
    quorum: Fraction | None,
    present: Range,
    eligible: Range,
    expected: bool | None,  # noqa: FBT001 - the answer expected
) -> None:
    assert quorum_met(Terms("consensus", quorum), Tally({}, eligible, present)) is expected


votes_of = st.lists(st.sampled_from(SIDES), max_size=9)
any_terms = st.builds(
    Terms,
    st.sampled_from(MODELS),
    st.none() | st.fractions(Fraction(1, 10), 1, max_denominator=10),
    st.fractions(Fraction(1, 2), 1, max_denominator=10),
    st.sampled_from([None, "cast", "present", "eligible"]),
)
RANK = {"not-carried": 0, "tied": 1, "carried": 2}


def rank(found: Result | None) -> int | None:
    return None if found is None else RANK[found.outcome]


@given(any_terms, votes_of, st.integers(1, 9), st.integers(0, 9))
def test_one_more_yes_never_loses_a_vote(terms: Terms, votes: list[str], absent: int, idle: int) -> None:
    """Someone who was absent comes and is for it; quorum and result only rise."""
    there = len(votes) + idle
    eligible = Range(there + absent, there + absent)
    before = tally(" ".join(votes), eligible=eligible, present=Range(there, there))
    after = tally(" ".join([*votes, "for"]), eligible=eligible, present=Range(there + 1, there + 1))
    assert not quorum_met(terms, before) or quorum_met(terms, after)
    first, then = rank(result(terms, before)), rank(result(terms, after))
    assert first is None or then is None or first <= then
    assert then != RANK["not-carried"] or first != RANK["carried"]


@given(any_terms, votes_of, st.data())
def test_a_no_that_turns_into_a_yes_never_loses_a_vote(
    terms: Terms, votes: list[str], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, max(0, len(votes) - 1)))
    turned = [*votes[:at], "for", *votes[at + 1 :]] if votes else []
    size = Range(len(votes) + 2, len(votes) + 2)
    first = rank(result(terms, tally(" ".join(votes), eligible=size, present=size)))
    then = rank(result(terms, tally(" ".join(turned), eligible=size, present=size)))
    assert first is None or then is None or first <= then


@given(any_terms, st.lists(st.sampled_from([*SIDES, *OPTIONS]), max_size=9), st.data())
def test_who_the_members_are_changes_nothing(terms: Terms, votes: list[str], data: st.DataObject) -> None:
    names = data.draw(st.permutations([f"someone-{number}" for number in range(len(votes))]))
    size = Range(len(votes), len(votes))
    relabeled = Tally(dict(zip(names, data.draw(st.permutations(votes)), strict=True)), size, size)
    first = Tally(tally(" ".join(votes)).votes, size, size)
    for options in ((), OPTIONS):
        assert result(terms, first, options) == result(terms, relabeled, options)


@given(st.lists(st.sampled_from([*OPTIONS, "abstain"]), min_size=1, max_size=9))
def test_a_tie_under_plurality_is_never_won(votes: list[str]) -> None:
    found = result(Terms("plurality"), tally(" ".join(votes)), OPTIONS)
    counts = sorted((votes.count(option) for option in OPTIONS), reverse=True)
    if counts[0] == 0:
        assert found is None
    elif counts[0] == counts[1]:
        assert found == TIED
    else:
        assert found is not None
        assert found.outcome == "carried"
        assert votes.count(str(found.chosen)) == counts[0]


@given(any_terms, votes_of, st.integers(0, 4), st.integers(0, 4))
def test_what_is_not_known_is_answered_as_every_possibility_answers(
    terms: Terms, votes: list[str], more: int, idle: int
) -> None:
    least = len(votes) + idle
    open_tally = tally(
        " ".join(votes),
        eligible=Range(least + 4, least + 4 + more),
        present=Range(least, least + more),
    )
    possible = [
        tally(" ".join(votes), eligible=Range(e, e), present=Range(p, p))
        for e in range(least + 4, least + 5 + more)
        for p in range(least, least + 1 + more)
    ]
    known = result(terms, open_tally)
    assert known is None or {result(terms, one) for one in possible} == {known}
    met = quorum_met(terms, open_tally)
    assert met is None or {quorum_met(terms, one) for one in possible} == {met}
