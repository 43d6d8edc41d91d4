"""Invitations: six parts from the record, exact gaps, nothing private, nothing invented."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from builders import plan as plan_of

from coalitionkit.analysis.mailing import waiting
from coalitionkit.analysis.recipients import recipient
from coalitionkit.errors import BrokenTemplateError, UnknownRecordError
from coalitionkit.model.vocabulary.assets import ASSETS
from coalitionkit.model.vocabulary.governance import CHAMPION_RESPONSIBILITIES, CHAMPION_SUPPORTS
from coalitionkit.model.vocabulary.mobility import DOMAINS
from coalitionkit.model.vocabulary.populations import POPULATIONS
from coalitionkit.model.vocabulary.rhythm import CADENCES
from coalitionkit.publish.letters import letter
from publish.pressroom import (
    TODAY,
    gaps,
    letter_to,
    own_press,
    press,
    small_plan,
    willow_bend,
)


@pytest.mark.parametrize(
    ("partner", "expected"),
    [
        ("river-street-legal", []),
        ("hugo-paz", []),
        (
            "puente",
            ["to at invitations[invite-puente].to", "different at invitations[invite-puente].different"],
        ),
        (
            "rosa-tran",
            [
                "why_you at invitations[invite-rosa-tran].why_you",
                "support at invitations[invite-rosa-tran].resources",
                "different at invitations[invite-rosa-tran].different",
            ],
        ),
        (
            "quiet-fund",
            [
                f"{part} at invitations[invite-quiet-fund].{part}"
                for part in ("to", "sender", "why_you", "resources", "different")
            ],
        ),
    ],
)
def test_gaps_are_told_exactly(partner: str, expected: list[str]) -> None:
    assert gaps(letter_to(partner)) == expected


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("partner", ["river-street-legal", "puente", "quiet-fund", "rosa-tran", "hugo-paz"])
def test_every_gap_stands_in_the_letter(partner: str, language: str) -> None:
    made = letter_to(partner, language=language)
    marked = [line for line in made.text.splitlines() if "**[" in line]
    assert all(any(gap.mark[:20] in line for line in marked) for gap in made.gaps)
    assert bool(marked) == bool(made.gaps)
    assert made.language == language


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("partner", ["river-street-legal", "puente", "quiet-fund", "rosa-tran", "hugo-paz"])
def test_the_project_manager_is_always_introduced(partner: str, language: str) -> None:
    text = letter_to(partner, language=language).text
    assert "Dana Kim" in text
    assert "dana.kim@willowbend.example.org" in text


def test_a_plan_without_anything_leaves_gaps_for_all_parts() -> None:
    made = letter_to("a", plan=small_plan("partners: [{id: a, name: A}]\n"))
    assert gaps(made) == [
        "to at invitations[invite-a].to",
        "sender at invitations[invite-a].sender",
        "manager at roles[project-manager].held_by",
        "reach at roles[project-manager].held_by",
        "why_you at invitations[invite-a].why_you",
        "resources at invitations[invite-a].resources",
        "power_sharing at invitations[invite-a].power_sharing",
        "different at invitations[invite-a].different",
        "data_point at invitations[invite-a].data_point",
    ]


def test_a_project_manager_without_contact_is_a_gap() -> None:
    plan = small_plan(
        "partners: [{id: a, name: A}]\nmembers: [{id: m, name: Em}]\n"
        "roles: [{id: project-manager, held_by: [m]}]\n"
    )
    made = letter_to("a", plan=plan)
    assert "reach at members[m].work_email" in gaps(made)
    assert "Em, our project manager" in made.text


def test_the_id_of_a_letter_to_be_recorded_is_free() -> None:
    plan = small_plan(
        "partners: [{id: a, name: A}, {id: b, name: B}]\ninvitations: [{id: invite-a, partner: b}]\n"
    )
    assert "different at invitations[invite-a-2].different" in gaps(letter_to("a", plan=plan))


@pytest.mark.parametrize("language", ["en", "es"])
def test_nothing_private_comes_out(language: str) -> None:
    plan = willow_bend()
    dana = plan.member("dana-kim")
    assert dana is not None
    assert dana.phone == "canary-member-phone", "the overlay was laid over the plan"
    for partner in plan.partners:
        made = letter_to(partner.id, language=language)
        for canary in ("canary", "31337", "31,337", "opposed", "private.example"):
            assert canary not in made.text + repr(made.gaps)


def test_a_letter_uses_no_contacts_of_others() -> None:
    text = letter_to("puente").text
    assert "june@riverstreet.example.org" not in text
    assert "omar@quietfund.example.org" not in text


def test_weak_later_and_unsourced_values_are_never_quoted() -> None:
    text = letter_to("river-street-legal").text
    assert "1,240.5 cases" in text
    assert "in 2025. Source: Tamarack County Court" in text
    assert "rough figure" in text
    for number in ("9999", "9,999", "7777", "7,777", "8888"):
        assert number not in text


@pytest.mark.parametrize(
    ("metric", "gap"),
    [
        ("{baseline: {date: 2025, value: 5}}", "source at metrics[m].source"),
        ("{source: S, baseline: {date: 2025, value: 5, quality: 3}}", "value at metrics[m].values"),
        ("{source: S}", "value at metrics[m].values"),
        ("{source: S, baseline: {date: 2031, value: 5}}", "value at metrics[m].values"),
    ],
)
def test_a_metric_that_may_not_be_quoted_is_a_gap(metric: str, gap: str) -> None:
    plan = small_plan(
        "partners: [{id: a, name: A}]\n"
        f"metrics: [{{id: m, name: M, {metric[1:]}]\n"
        "invitations: [{id: i, partner: a, data_point: m}]\n"
    )
    assert gap in gaps(letter_to("a", plan=plan))


def test_the_sender_is_recorded_or_the_closest() -> None:
    assert letter_to("river-street-legal").text.rstrip().endswith("omar@quietfund.example.org")
    assert "\nDana Kim\\\nCity of Willow Bend\n" in letter_to("puente").text


def test_an_invited_person_without_a_name_is_a_gap() -> None:
    plan = small_plan(
        "partners: [{id: a, name: A, people: [{id: p, title: Clerk}]}]\n"
        "invitations: [{id: i, partner: a, to: p}]\n"
    )
    made = letter_to("a", plan=plan)
    assert gaps(made)[0] == "name at partners[a].people[p].name"
    assert ", Clerk" in made.text


def test_a_letter_that_was_sent_keeps_its_day() -> None:
    plan = small_plan("partners: [{id: a, name: A}]\ninvitations: [{id: i, partner: a, sent: 2026-01-20}]\n")
    assert letter_to("a", plan=plan).text.startswith("January 20, 2026\n")
    assert waiting(plan) == ()


def test_the_last_open_invitation_counts() -> None:
    plan = small_plan(
        "partners: [{id: a, name: A}]\ninvitations:\n"
        "- {id: one, partner: a, different: First.}\n- {id: two, partner: a, different: Second.}\n"
        "- {id: three, partner: a, different: Third., sent: 2026-01, answer: declined}\n"
    )
    assert "Second." in letter_to("a", plan=plan).text
    assert [one.partner.id for one in waiting(plan)] == ["a"]


@pytest.mark.parametrize(
    ("model", "sentence"),
    [
        ("consensus", "no member blocks it"),
        ("unanimous", "when every vote is in favor"),
        ("majority", "with more than half of the votes"),
        ("{model: majority, share: 60%}", "with at least 60% of the votes"),
        ("plurality", "the option with the most votes"),
        ("{model: lead-authority, authority: a}", "A & Co has the last word"),
    ],
)
def test_power_sharing_is_told_as_it_is_decided(model: str, sentence: str) -> None:
    plan = small_plan(f"partners: [{{id: a, name: A & Co}}]\ndecision_model: {model}\n")
    assert sentence in letter_to("a", plan=plan).text


def test_a_way_of_deciding_that_is_still_to_be_settled_is_told_so() -> None:
    plan = small_plan(
        "partners: [{id: a, name: A}]\ndecision_model: {model: consensus, adopted: 2027-01-01}\n"
        "meetings: [{id: m, kind: decisionmaking, date: 2026-05-12}]\n"
    )
    made = letter_to("a", plan=plan)
    assert "members will settle it together on Tuesday, May 12, 2026" in made.text
    assert "consensus" not in made.text


def test_a_language_without_templates_falls_back_visibly() -> None:
    made = letter_to("quiet-fund", language="zu")
    assert made.language == "en"
    assert made.text.startswith("**[GAP: there are no templates in 'zu' for this yet: it is in 'en'")
    assert gaps(made)[-1] == "language at templates.zu"
    assert letter_to("puente", language="es-MX").language == "es"


@pytest.mark.parametrize("vocabulary", [ASSETS, DOMAINS, POPULATIONS])
def test_spanish_has_every_word_of_a_partners_work(vocabulary: Any) -> None:
    tongue = press().language("es", needs=())
    assert [word.slug for word in vocabulary if not tongue.word(vocabulary.name, word.slug)] == []


HOSTILE = "{{ 7*7 }} </x> [link](javascript:alert(1))\n# =HYPERLINK שלום 🙂 `x` | *b*"


def test_hostile_text_comes_out_as_text() -> None:
    one_line = " ".join(HOSTILE.split())
    plan = plan_of(
        partners=[
            {
                "id": "a",
                "name": HOSTILE,
                "closest": "m",
                "people": [{"id": "p", "name": HOSTILE, "title": HOSTILE}],
            }
        ],
        members=[{"id": "m", "name": HOSTILE, "partner": "a"}],
        roles=[{"id": "project-manager", "held_by": [{"member": "m"}]}],
        invitations=[{"id": "i", "partner": "a", "to": "p", "why_you": HOSTILE, "different": HOSTILE}],
    )
    text = letter_to("a", plan=plan).text
    reader = pytest.importorskip("markdown_it").MarkdownIt("commonmark", {"html": True}).enable("table")
    tokens = reader.parse(text)
    inside = {child.type for token in tokens for child in token.children or []}
    assert "49" not in text
    assert {token.type for token in tokens} == {"paragraph_open", "inline", "paragraph_close"}
    assert inside <= {"text", "text_special", "hardbreak", "softbreak", "strong_open", "strong_close"}
    words = " ".join("".join(c.content or " " for c in t.children or []) for t in tokens)
    assert words.count(one_line) >= 5


def test_the_same_plan_gives_the_same_letter() -> None:
    assert letter_to("puente") == letter_to("puente")


def test_an_unknown_partner_is_told_with_the_nearest() -> None:
    for wrong in ("river-street-leagl", "River Street Leagl Aid"):
        with pytest.raises(UnknownRecordError) as caught:
            letter_to(wrong)
        assert caught.value.hint == "did you mean 'river-street-legal'?"


def test_a_plans_own_template_goes_first_and_sees_no_models(tmp_path: Path) -> None:
    own = own_press(
        tmp_path, "en/invite-partner.md.j2", "Hi {{ letter.addressee.name }}! {{ letter.different }}"
    )
    made = letter(willow_bend(), recipient(willow_bend(), "river-street-legal"), press=own, as_of=TODAY)
    assert made.text == "Hi June Abbott! This time nothing is written before you are heard.\n"
    for reach in (
        "letter.partner.stance",
        "plan",
        "letter.addressee.phone_private",
        "letter.sender.model_dump()",
    ):
        own = own_press(tmp_path, "en/invite-partner.md.j2", "{{ " + reach + " }}")
        with pytest.raises(BrokenTemplateError, match=r"invite-partner\.md\.j2:1: "):
            letter(
                willow_bend(),
                recipient(willow_bend(), "river-street-legal"),
                press=own,
                as_of=date(2026, 3, 2),
            )


def test_a_plans_own_words_go_before_those_that_ship(tmp_path: Path) -> None:
    own = own_press(tmp_path, "en/language.json", '{"gap": "TO DO"}')
    assert (
        "**[TO DO: say what is different"
        in letter(
            willow_bend(), recipient(willow_bend(), "puente"), press=own, as_of=TODAY, language="en"
        ).text
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("{", "language.json:1: not JSON"),
        ("[1]", "expected {…} with keys and values"),
        ('{"gap": 1}', "expected text, not 1"),
        ('{"months": []}', "expected 12 texts"),
        ('{"words": {"assets": []}}', "expected texts by keys"),
        ('{"words": []}', "language.json: "),
    ],
)
def test_words_that_cannot_be_used_are_told(words: str, message: str, tmp_path: Path) -> None:
    own = own_press(tmp_path, "en/language.json", words)
    with pytest.raises(BrokenTemplateError) as caught:
        letter(willow_bend(), recipient(willow_bend(), "quiet-fund"), press=own, as_of=TODAY)
    assert message in caught.value.message


def test_a_resident_is_told_that_others_are_asked_too_only_where_that_is_recorded() -> None:
    text = "partners: [{id: a, name: A, kind: individual}]\n"
    made = letter_to("a", plan=small_plan(text))
    assert "wider at practices.wider-engagement-plan" in gaps(made)
    assert "your seat does not take the place of that" not in made.text
    for recorded in (
        "practices: {wider-engagement-plan: Evenings.}\n",
        "engagements: [{id: e, kind: survey, date: 2026-01}]\n",
    ):
        made = letter_to("a", plan=small_plan(text + recorded))
        assert "wider at practices.wider-engagement-plan" not in gaps(made)
        assert "your seat does not take the place of that" in made.text


CHAMPION = "partners: [{id: a, name: A, people: [{id: p, name: Pat, champion: yes}]}]\n"


@pytest.mark.parametrize(
    ("more", "gap"),
    [
        ("decision_model: consensus\n", True),
        ("decision_model: {model: consensus, champions_count: yes}\n", False),
        ("meetings: [{id: m, kind: decisionmaking, date: 2026-05-12}]\n", True),
        ("meetings: [{id: m, date: 2026-05-12, presenters: [a]}]\n", False),
        ("", True),
    ],
)
def test_a_champion_is_promised_a_say_only_where_there_is_one(more: str, gap: bool) -> None:  # noqa: FBT001
    made = letter_to("p", plan=small_plan(CHAMPION + more))
    assert ("power_sharing at invitations[invite-a-p].power_sharing" in gaps(made)) is gap


def test_a_champion_is_asked_for_what_is_agreed_else_for_what_nobody_does() -> None:
    made = letter_to("p", plan=small_plan(CHAMPION))
    assert made.text.count("\n- ") == 6
    members = "members: [{id: m, name: Em}, {id: pat, name: Pat, partner: a}]\n"
    others = "champions: [{member: m, responsibilities: [fundraise, advocate-publicly]}]\n"
    made = letter_to("p", plan=small_plan(CHAMPION + members + others))
    assert made.text.count("\n- ") == 4
    assert "help us find the money" not in made.text
    own = "champions: [{member: pat, responsibilities: [fundraise], supports: [persuade]}]\n"
    made = letter_to("p", plan=small_plan(CHAMPION + members + own))
    assert "\n- help us find the money for it\n- talk with those who have doubts\n\n" in made.text


@pytest.mark.parametrize("vocabulary", [CHAMPION_RESPONSIBILITIES, CHAMPION_SUPPORTS, CADENCES])
@pytest.mark.parametrize("language", ["en", "es"])
def test_both_languages_have_every_word_for_champions(vocabulary: Any, language: str) -> None:
    tongue = press().language(language, needs=())
    assert [word.slug for word in vocabulary if not tongue.word(vocabulary.name, word.slug)] == []


def test_time_that_is_set_aside_for_the_addressee_is_told() -> None:
    plan = small_plan(
        "partners: [{id: a, name: A}]\nmeetings: [{id: m, date: 2026-05-12, presenters: [a]}]\n"
    )
    made = letter_to("a", plan=plan)
    told = "Power would be shared like this. Part of our meeting on Tuesday, May 12, 2026 is set aside"
    assert told in made.text


def test_the_only_member_with_a_tie_signs() -> None:
    plan = small_plan(
        "partners: [{id: a, name: A}]\nmembers: [{id: m, name: Em}]\nties: [{who: m, whom: a}]\n"
    )
    assert letter_to("a", plan=plan).text.rstrip().endswith("With thanks,\n\nEm")


@pytest.mark.parametrize("private", [False, True])
def test_personal_contacts_stand_in_only_where_they_are_asked_for(private: bool) -> None:  # noqa: FBT001
    plan = willow_bend()
    made = letter(plan, recipient(plan, "puente"), press=press(), as_of=TODAY, language="en", private=private)
    assert "canary" not in made.text, "there are contacts at work"
    bare = plan.model_copy(
        update={"members": tuple(m.model_copy(update={"work_phone": None}) for m in plan.members)}
    )
    bare = type(plan).model_construct(**dict(bare))
    made = letter(bare, recipient(bare, "puente"), press=press(), as_of=TODAY, language="en", private=private)
    assert ("canary-member-phone" in made.text) is private
    assert "canary-sender" not in made.text
    assert "canary-phone" not in made.text
