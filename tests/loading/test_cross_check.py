"""What holds between records: ids, references, words of the plan's own."""

import pytest
from builders import (
    assert_finds,
    assert_told,
    codes,
    lines,
    loaded,
    model_of,
    unmarked,
    whole,
)

from coalitionkit.places import PLAN


def test_two_members_with_one_id_are_told_at_the_second() -> None:
    (finding,) = assert_finds(
        "members:\n  - {id: ana, name: A}\n  - {id: «ana», name: B}\n",
        "CK021 the id 'ana' belongs to the member on line 2; give one of the two another id",
    )
    assert [related.place.span.start for related in finding.related] == [(2, 10)]


def test_members_and_partners_share_one_set_of_ids() -> None:
    assert_finds(
        "partners: [{id: ana, name: A}]\nmembers: [{id: «ana», name: A}]\n",
        "CK021 belongs to the partner on line 1",
    )


def test_an_individual_partner_may_be_the_member_of_the_same_id() -> None:
    partner = "partners: [{id: ana, name: A, kind: individual}]\n"
    member = "members: [{id: ana, name: A, partner: ana}]\n"
    assert_finds(partner + member)
    assert_finds(member + partner)


@pytest.mark.parametrize(
    ("partner", "member"),
    [("", "partner: ana"), ("kind: individual", ""), ("kind: organization", "partner: ana")],
)
def test_only_an_individual_who_says_so_is_the_same_person(partner: str, member: str) -> None:
    assert_finds(
        f"partners: [{{id: ana, name: A, {partner}}}]\nmembers: [{{id: «ana», name: A, {member}}}]\n",
        "CK021",
    )


def test_three_of_one_id_are_two_findings() -> None:
    assert_finds(
        "members: [{id: ana, name: A}, {id: «ana», name: B}, {id: «ana», name: C}]\n", "CK021", "CK021"
    )


def test_other_kinds_of_record_have_ids_of_their_own() -> None:
    assert_finds("members: [{id: data, name: A}]\nroles: [{id: data}]\nmetrics: [{id: data, name: M}]\n")
    assert_finds("roles: [{id: data}, {id: «data»}]\n", "CK021 belongs to the role on line 1")


def test_one_id_in_two_files_names_the_other_file() -> None:
    outcome = loaded(
        whole("members: [{id: ana, name: A}]\n"), fragments={"p.yaml": "members: [{id: ana, name: B}]\n"}
    )
    assert codes(outcome.findings) == ["CK021"]
    (finding,) = outcome.findings
    assert (finding.place.file, finding.place.span.start) == ("coalition.d/p.yaml", (1, 16))
    assert "line 1 of coalition.yaml" in finding.message
    assert finding.related[0].place.file == "coalition.yaml"


REFERENCES = {
    "near miss": (
        "champions: [{member: «mayro»}]\nmembers: [{id: mayor, name: M}]\n",
        "CK020 no member has the id 'mayro'; did you mean 'mayor'?",
    ),
    "nothing near": (
        "champions: [{member: «xyz»}]\n",
        "CK020 no member has the id 'xyz'; correct it, or add",
    ),
    "another kind": (
        "champions: [{member: «city»}]\npartners: [{id: city, name: C}]\n",
        "CK020 'city' is a partner; a member is needed here",
    ),
    "two kinds": (
        "ties: [{who: «data», whom: ana}]\nroles: [{id: data}]\nmembers: [{id: ana, name: A}]\n",
        "CK020 'data' is a role; a member or partner is needed here",
    ),
    "in a list": ("working_groups: [{id: w, name: W, members: [«xyz»]}]\n", "CK020"),
    "key of a table": ("decisions: [{id: d, votes: {«xyz»: for}}]\n", "CK020 no member has the id 'xyz'"),
    "value of a table": (
        "decisions: [{id: d, proxies: {ana: «xyz»}}]\nmembers: [{id: ana, name: A}]\n",
        "CK020",
    ),
    "bare value": ("metrics: [{id: m, name: M, owner: «xyz»}]\n", "CK020 no member or role has the id"),
    "person of a partner": (
        "partners: [{id: p, name: P, people: [{id: lee}]}]\ninvitations: [{id: i, partner: p, to: «leee»}]\n",
        "CK020 did you mean 'lee'?",
    ),
    "the plan's own name": (
        "champions: [{member: «forest-city»}]\n",
        "CK020 'forest-city' is a coalition section; a member is needed here",
    ),
}


@pytest.mark.parametrize("name", REFERENCES)
def test_what_points_nowhere_is_told_where_it_points(name: str) -> None:
    text, expected = REFERENCES[name]
    assert_finds(text, expected)


def test_a_broken_reference_shows_the_other_end() -> None:
    (near,) = assert_finds("champions: [{member: «mayro»}]\nmembers: [{id: mayor, name: M}]\n", "CK020")
    (wrong,) = assert_finds("champions: [{member: «city»}]\npartners: [{id: city, name: C}]\n", "CK020")
    assert [(r.message, r.place.span.start) for r in near.related] == [("'mayor' stands here", (2, 16))]
    assert [(r.message, r.place.span.start) for r in wrong.related] == [("'city' stands here", (2, 17))]


def test_former_ids_are_still_found() -> None:
    assert_finds("champions: [{member: old}]\nmembers: [{id: new, name: M, former_ids: [old]}]\n")


def test_references_hold_across_files() -> None:
    outcome = loaded(
        whole("champions: [{member: ana}]\n"), fragments={"m.yaml": "members: [{id: ana, name: A}]\n"}
    )
    assert lines(outcome.findings) == []


def test_a_broken_reference_does_not_stop_the_plan_from_loading() -> None:
    outcome = loaded(whole("champions: [{member: xyz}]\n"))
    assert codes(outcome.findings) == ["CK020"]
    assert outcome.committed is not None


OWN = "vocabulary: {assets: [{id: drum-kit}], populations: [{id: mixteco-speakers}]}\n"


def test_words_of_the_plans_own_are_known() -> None:
    assert_finds(
        OWN + "partners: [{id: p, name: P, assets: [drum-kit], serves: [mixteco-speakers]}]\n"
        "focus: {populations: [mixteco-speakers]}\n"
    )


def test_a_word_of_another_list_is_not_known() -> None:
    assert_finds(
        OWN + "partners: [{id: p, name: P, assets: [«mixteco-speakers»]}]\n",
        "CK013 'mixteco-speakers' is not an asset",
    )


def test_a_misspelled_word_of_the_plans_own_is_offered() -> None:
    assert_finds(
        OWN + "partners: [{id: p, name: P, assets: [«drum-kitt»]}]\n",
        "CK013 'drum-kitt' is not an asset; did you mean 'drum-kit'?",
    )


def test_an_unknown_word_says_where_to_add_it() -> None:
    assert_finds(
        "partners: [{id: p, name: P, assets: [«zither»]}]\n",
        "CK013 choose a known one, or add it below 'vocabulary: assets:'",
    )


def test_needs_are_of_known_words() -> None:
    """The vocabulary of `of` follows from the kind, so no field can know it alone."""
    assert_finds(OWN + "inventory: {needs: [{id: n, kind: asset, of: drum-kit}]}\n")
    assert_finds(
        "inventory: {needs: [{id: n, kind: asset, of: «data-sharign»}]}\n",
        "CK013 did you mean 'data-sharing'?",
    )
    assert_finds("inventory: {needs: [{id: n, kind: population-voice, of: «zzz»}]}\n", "CK013")


def test_a_family_of_words_is_open() -> None:
    assert_finds("focus: {populations: ['racial-or-ethnic-group:black']}\n")
    assert_finds("focus: {populations: [«'racial-or-ethnic-group:Black People'»]}\n", "CK013")


def test_a_broken_vocabulary_is_told_without_a_traceback() -> None:
    text, spans = unmarked(
        "vocabulary: {assets: [{id: «[x]»}, «y»]}\npartners: [{id: p, name: P, assets: [«y»]}]\n"
    )
    assert_told(loaded(whole(text)).findings, spans, ["CK012", "CK012", "CK013"])


def test_the_place_of_an_address_is_that_of_its_value_or_of_what_is_above() -> None:
    text = whole(
        "members:\n  - id: ana\n    name: Ana\n    proxy: {to: ben}\n  - {id: ben, name: B}\n"
        "roles: [{id: r, held_by: [ana]}]\nties: [{who: ana, whom: ben}]\n"
    )
    outcome = loaded(text)
    model_of(outcome)
    members = PLAN / "members"
    starts = {
        str(address): outcome.place(address).span.start
        for address in (
            members,
            members["ana"],
            members["ana"] / "name",
            members["ana"] / "left",
            members["ana"] / "proxy" / "to",
            members["ana"] / "proxy" / "end",
            members["ben"],
            members["ben"] / "left",
            members["nobody"] / "name",
            (PLAN / "ties")[0] / "whom",
            (PLAN / "ties")[7],
            (PLAN / "roles")["r"] / "held_by",
            ((PLAN / "roles")["r"] / "held_by")[0],
            PLAN / "champions",
            PLAN / "focus" / "goals",
        )
    }
    assert starts == {
        "members": (1, 1),
        "members[ana]": (2, 9),
        "members[ana].name": (3, 11),
        "members[ana].left": (2, 9),
        "members[ana].proxy.to": (4, 17),
        "members[ana].proxy.end": (4, 5),
        "members[ben]": (5, 5),
        "members[ben].left": (5, 10),
        "members[nobody].name": (1, 1),
        "ties[0].whom": (7, 25),
        "ties[7]": (7, 1),
        "roles[r].held_by": (6, 26),
        "roles[r].held_by[0]": (6, 27),
        "champions": (1, 1),
        "focus.goals": (1, 1),
    }


def test_the_place_in_what_could_not_be_read_is_the_beginning() -> None:
    assert loaded("").place(PLAN / "members").span.start == (1, 1)


def test_of_two_items_with_one_id_the_first_is_addressed_by_it() -> None:
    outcome = loaded(whole("members:\n  - {id: ana, name: A}\n  - {id: ana, name: A, joined: soon}\n"))
    assert [str(finding.address) for finding in outcome.findings] == ["members[1].id", "members[1].joined"]
