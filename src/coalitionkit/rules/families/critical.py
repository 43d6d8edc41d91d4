"""Family 6: the partners without whom something that the coalition needs would be missing."""

from collections.abc import Iterator

from coalitionkit.analysis.coverage import name_of
from coalitionkit.analysis.inventory import critical_for, is_put_off, reached, seated, unanswered
from coalitionkit.findings import Profile, Severity
from coalitionkit.model.partners import Partner
from coalitionkit.model.vocabulary.inventory import FIVE_QUESTIONS
from coalitionkit.places import PLAN
from coalitionkit.prose import listed, some
from coalitionkit.rules.rule import Breach, Snapshot, rule
from coalitionkit.rules.sources import GUIDE, TOOLKIT

_PARTNERS = PLAN / "partners"
_QUESTIONS = (GUIDE.at("4.2"), TOOLKIT.at("chapter 2"))
_AGAINST = 1


def _critical(snapshot: Snapshot) -> Iterator[tuple[Partner, tuple[str, ...]]]:
    """Give each critical partner with the needs that fail without it."""
    found = critical_for(snapshot.needs)
    for partner in snapshot.plan.partners:
        if partner.id in found:
            yield partner, found[partner.id]


@rule("CK621", "critical-partner-uninvited", profile=Profile.LAUNCH, sources=_QUESTIONS, practices=(66,))
def critical_partner_uninvited(snapshot: Snapshot) -> Iterator[Breach]:
    """Every critical partner has a seat or was invited, unless somebody decided otherwise.

    Why: Without a critical partner something fails that the coalition said it cannot do without. Nobody else
    in the inventory makes up for it.

    Mend: Add an invitation for the partner. Or find others who meet the need, change the need, or record the
    `decision` to leave the partner out for now. `coalition inventory score` shows who is critical and why.
    """
    known = reached(snapshot.plan)
    for partner, needs in _critical(snapshot):
        if partner.id not in known and not is_put_off(partner):
            yield Breach(
                _PARTNERS[partner.id],
                f"'{partner.id}' has neither a seat nor an open invitation, and nobody is known who could "
                f"take its place for {listed(name_of(snapshot.needs.by_id[key]) for key in needs)}; invite "
                "it, or find others",
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

    Mend: Ask them, then fill in `aligned`, `partnership` and `motivation` below `answers`, and `assets` and
    `people`.
    """
    for partner, _needs in _critical(snapshot):
        missing = unanswered(partner)
        if missing and partner.kind == "organization":
            labels = listed(FIVE_QUESTIONS.label(question).lower() for question in missing)
            yield Breach(
                _PARTNERS[partner.id],
                f"nothing is recorded on the {labels} of the critical partner '{partner.id}'; ask, and "
                "write it down",
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
    """What a critical partner gains, to whom it answers and who there knows the work is put into words.

    Why: A level from 0 to 4 tells how far things go, and nothing of what to talk about.

    Mend: Write `benefit_to_them` and `benefit_to_us` beside the level of `partnership`, and `accountable_to`
    beside that of `motivation`. Say under `knows` what somebody of its `people` knows from daily work.
    """
    for partner, _needs in _critical(snapshot):
        partnership, motivation = partner.answers.partnership, partner.answers.motivation
        missing = []
        if partnership.level is not None and not (partnership.benefit_to_them and partnership.benefit_to_us):
            missing.append("what each side gains")
        if motivation.level is not None and not motivation.accountable_to:
            missing.append("to whom it answers")
        if partner.people and not any(person.knows.held for person in partner.people):
            missing.append("who there knows the work from the front line")
        if missing:
            yield Breach(
                _PARTNERS[partner.id],
                f"of the critical partner '{partner.id}' it is not recorded {listed(missing)}; write it down",
            )


@rule(
    "CK624",
    "opponent-unconsidered",
    profile=Profile.SUSTAIN,
    severity=Severity.INFO,
    sources=(TOOLKIT.at("chapter 2"),),
    practices=(56,),
    options={
        "partners": (
            "from how many critical partners with a known motivation on this is looked at",
            "five who all pull the same way show that nobody else was thought of",
        )
    },
)
def opponent_unconsidered(snapshot: Snapshot, *, partners: int = 5) -> Iterator[Breach]:
    """Among the critical partners is somebody who does not want what the coalition wants.

    Why: Those who can stop the work are needed for it. Talked to early, they may shape it; left out, they
    meet it at the hearing.

    Mend: Ask whose consent the work needs and who may lose by it. Add them with a `motivation` of 0 or 1 and
    with what they hold. Their stance belongs in the private file.
    """
    levels = [partner.answers.motivation.level for partner, _needs in _critical(snapshot)]
    known = [level for level in levels if level is not None]
    if len(known) >= partners and min(known, default=0) > _AGAINST:
        yield Breach(
            _PARTNERS,
            "every critical partner wants what you want, as far as is recorded; ask who could stop the "
            "work, and add them with what they hold",
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
    ids = [partner.id for partner, _needs in _critical(snapshot) if partner.id not in inside]
    if ids:
        yield Breach(
            _PARTNERS,
            f"see whether coalition.private.yaml says under 'answers: barriers' what could keep {some(ids)} "
            "away; nobody can tell from here",
        )
