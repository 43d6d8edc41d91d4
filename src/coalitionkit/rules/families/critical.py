"""Family 6: the partners without whom something that the coalition needs would be missing."""

from collections.abc import Iterator

from coalitionkit.analysis.coverage import counted_name_of
from coalitionkit.analysis.inventory import (
    critical_for,
    is_told,
    opponents,
    seated,
    unanswered,
    uninvited,
)
from coalitionkit.findings import Profile, Severity
from coalitionkit.model.partners import Partner
from coalitionkit.model.vocabulary.inventory import FIVE_QUESTIONS
from coalitionkit.model.vocabulary.sectors import GOVERNMENT
from coalitionkit.places import PLAN
from coalitionkit.prose import first_few, listed, some
from coalitionkit.rules.rule import Breach, Snapshot, rule
from coalitionkit.rules.sources import GUIDE, TOOLKIT

_MOST_NEEDS = 3
_PARTNERS = PLAN / "partners"
_QUESTIONS = (GUIDE.at("4.2"), TOOLKIT.at("chapter 2"))
_KEYS = {
    "aligned": "'answers: aligned'",
    "assets": "'assets'",
    "partnership": "'answers: partnership'",
    "motivation": "'answers: motivation'",
    "roles": "'people'",
}


def _critical(snapshot: Snapshot) -> Iterator[tuple[Partner, tuple[str, ...]]]:
    """Give each critical partner that was reached or put off, with the needs that fail without it."""
    found = critical_for(snapshot.needs)
    waiting = uninvited(snapshot.plan, snapshot.needs)
    for partner in snapshot.plan.partners:
        if partner.id in found and partner.id not in waiting:
            yield partner, found[partner.id]


def _is_critical(snapshot: Snapshot, key: str, needs: tuple[str, ...]) -> str:
    """Say that a partner is critical, and for what."""
    names = [counted_name_of(snapshot.needs.by_id[need]) for need in needs]
    return f"'{key}' is critical for {first_few(names, _MOST_NEEDS)}"


@rule(
    "CK621",
    "critical-partner-uninvited",
    profile=Profile.LAUNCH,
    severity=Severity.WARNING,
    sources=_QUESTIONS,
    practices=(66,),
)
def critical_partner_uninvited(snapshot: Snapshot) -> Iterator[Breach]:
    """Every critical partner has a seat or was invited, unless somebody decided otherwise.

    Why: Without a critical partner something fails that the coalition said it cannot do without. Nobody else
    in the inventory makes up for it. To have found such a partner is progress, so this is no error.

    Mend: Add a letter below `invitations`, such as `{id: invite-law-clinic, partner: law-clinic}`. Or find
    others who meet the need, change the need, or record `decision: not-now` at the partner. Before you write,
    ask what the plan should know of every critical partner: `assets`, `people`, and `aligned`, `partnership`
    and `motivation` below `answers`. `coalition inventory score` shows who is critical and why.
    """
    for key, needs in uninvited(snapshot.plan, snapshot.needs).items():
        yield Breach(
            _PARTNERS[key],
            f"{_is_critical(snapshot, key, needs)}, and has neither a seat nor an open invitation; "
            f"add '{{id: invite-{key}, partner: {key}}}' below 'invitations', or find others "
            "who could stand in",
        )


@rule(
    "CK622",
    "critical-partner-unasked",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=_QUESTIONS,
    practices=(58,),
)
def critical_partner_unasked(snapshot: Snapshot) -> Iterator[Breach]:
    """The five questions are answered about every organization that is a critical partner.

    Why: You depend on them. What they do already, what they want and who there knows the work decides whether
    they stay.

    Mend: Ask them, then write `answers: {aligned: [activities], partnership: {level: 2, benefit_to_them: ...,
    benefit_to_us: ...}, motivation: {level: 3, accountable_to: ...}}`, `assets: [staff]` and `people: [{id:
    ..., title: ..., knows: [...]}]`. For `aligned` and `assets`, `{held: [], complete: true}` says that there
    is none.
    """
    for partner, _needs in _critical(snapshot):
        missing = unanswered(partner)
        if missing and partner.kind == "organization":
            labels = listed(FIVE_QUESTIONS.label(question).lower() for question in missing)
            keys = listed(_KEYS[question] for question in missing)
            yield Breach(
                _PARTNERS[partner.id],
                f"nothing is recorded on the {labels} of the critical partner '{partner.id}'; ask, and write "
                f"{keys}",
            )


@rule(
    "CK623",
    "critical-partner-in-numbers",
    profile=Profile.SUSTAIN,
    severity=Severity.INFO,
    sources=_QUESTIONS,
    practices=(60, 61, 62),
)
def critical_partner_in_numbers(snapshot: Snapshot) -> Iterator[Breach]:
    """Critical partners are described in words, not only by levels.

    Why: A level from 0 to 4 tells how far things go, and nothing of what to talk about: what each side gains,
    to whom the partner answers, and who there knows the work.

    Mend: Replace a bare level by the longer form, which keeps it: `partnership: {level: 2,
    benefit_to_them: ..., benefit_to_us: ...}` and `motivation: {level: 3, accountable_to: ...}`. Say under
    `knows` what somebody of its `people` knows from daily work. A government need not say to whom it answers.
    """
    for partner, needs in _critical(snapshot):
        missing = list(_left_in_numbers(partner))
        if missing and not unanswered(partner):
            yield Breach(
                _PARTNERS[partner.id],
                f"{_is_critical(snapshot, partner.id, needs)}, and it is not recorded "
                f"{listed(what for what, _ in missing)}; write {listed(how for _, how in missing)}",
            )


def _left_in_numbers(partner: Partner) -> Iterator[tuple[str, str]]:
    """Give what is known of a partner as a number or a name alone, and what to write."""
    partnership, motivation = partner.answers.partnership, partner.answers.motivation
    words = {"benefit_to_them": partnership.benefit_to_them, "benefit_to_us": partnership.benefit_to_us}
    silent = [key for key, text in words.items() if not text]
    if silent:
        keys = ", ".join(f"{key}: ..." for key in silent)
        yield "what each side gains", f"'{{level: {partnership.level}, {keys}}}' after 'partnership:'"
    if not motivation.accountable_to and partner.sector not in GOVERNMENT:
        yield (
            "to whom it answers",
            f"'{{level: {motivation.level}, accountable_to: ...}}' after 'motivation:'",
        )
    if not any(person.knows.held for person in partner.people):
        domains = ", ".join(partner.domains.held[:1]) or "..."
        yield "who there knows the work from the front line", f"'knows: [{domains}]' at one of its 'people'"


@rule(
    "CK624",
    "opponent-unconsidered",
    profile=Profile.SUSTAIN,
    severity=Severity.INFO,
    sources=(TOOLKIT.at("chapter 2"),),
    practices=(56,),
    options={
        "partners": (
            "from how many partners with a known motivation on this is looked at",
            "ten who all pull the same way show that nobody else was thought of",
        )
    },
)
def opponent_unconsidered(snapshot: Snapshot, *, partners: int = 10) -> Iterator[Breach]:
    """The inventory holds somebody who does not want what the coalition wants, and what they could bring.

    Why: Those who can stop the work are needed for it. Talked to early, they may shape it; left out, they
    meet it at the hearing.

    Mend: Ask whose consent the work needs and who may lose by it. Add them below `partners` with
    `answers: {motivation: 0}` (their goals conflict with yours) or 1 (they have others), and with what they
    hold: `assets: [political-clout]`. Their stance belongs in the private file.
    """
    against = opponents(snapshot.plan)
    needed = critical_for(snapshot.needs)
    bare = [one.id for one in against if not is_told(one.assets) and one.id not in needed]
    if against and len(bare) == len(against):
        yield Breach(
            _PARTNERS[bare[0]] / "assets",
            f"{some(bare)} may want something else than you, and what they hold is not recorded; add "
            "'assets', such as [political-clout]",
        )
    known = [one for one in snapshot.plan.partners if one.answers.motivation.level is not None]
    if not against and len(known) >= partners:
        yield Breach(
            _PARTNERS,
            f"none of the {len(known)} partners whose motivation is known wants anything else than you; ask "
            "who could stop the work, and add them with 'answers: {motivation: 0}' and 'assets'",
        )


@rule(
    "CK625",
    "barriers-unseen",
    profile=Profile.SUSTAIN,
    severity=Severity.OFF,
    sources=_QUESTIONS,
    practices=(59,),
)
def barriers_unseen(snapshot: Snapshot) -> Iterator[Breach]:
    """Before a critical partner joins, it is noted what could keep it away.

    Why: Past promises, a rival or the hour of the meetings keep partners away who agree with every word. What
    they say of it is private, so that nobody can check from here whether it is noted.

    Mend: Write it in `coalition.private.yaml`, under `answers: barriers` of the partner.
    """
    inside = seated(snapshot.plan)
    ids = [key for key in critical_for(snapshot.needs) if key not in inside]
    if ids:
        yield Breach(
            _PARTNERS,
            f"see whether coalition.private.yaml says under 'answers: barriers' what could keep {some(ids)} "
            "away; that file is private, so this check does not look into it",
        )
