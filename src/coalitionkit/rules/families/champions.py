"""Family 2: who opens doors and speaks for the effort."""

from collections.abc import Iterator

from coalitionkit.analysis.governance import government_convenes, is_inside_government
from coalitionkit.findings import Profile, Severity
from coalitionkit.model.vocabulary.governance import CHAMPION_RESPONSIBILITIES, CHAMPION_SUPPORTS
from coalitionkit.places import PLAN
from coalitionkit.prose import all_of, listed
from coalitionkit.rules.rule import Breach, Snapshot, rule
from coalitionkit.rules.sources import GUIDE, TOOLKIT

_CHAMPIONS = PLAN / "champions"


@rule(
    "CK241",
    "government-champion-missing",
    profile=Profile.LAUNCH,
    sources=(GUIDE.at("4.3"),),
    practices=(69,),
)
def government_champion_missing(snapshot: Snapshot) -> Iterator[Breach]:
    """When a government convenes, at least one champion works inside government.

    Why: Changes to rules and budgets pass through people inside. Without one of them as a champion, the
    government hosts the work and nobody carries it through the building.

    Mend: List a council member, a department head or someone like them below `champions`. Where the
    sector of their partner does not show it, write `inside_government: yes`.
    """
    plan = snapshot.plan
    if not plan.champions or not government_convenes(plan):
        return
    if not any(is_inside_government(plan, champion) for champion in plan.champions):
        yield Breach(
            _CHAMPIONS,
            "a government convenes, but no champion is known to work inside government; add one below "
            "'champions', or write 'inside_government: yes' for whoever does",
        )


@rule(
    "CK242",
    "champions-one-sided",
    profile=Profile.SUSTAIN,
    severity=Severity.INFO,
    sources=(GUIDE.at("4.3"), TOOLKIT.at("chapter 2")),
    practices=(70,),
)
def champions_one_sided(snapshot: Snapshot) -> Iterator[Breach]:
    """Some champions work inside government and some outside.

    Why: Those inside move rules and budgets; those outside may speak when officials cannot, and stay when
    officials go.

    Mend: Win a champion from the other side. Where the sector of their partner does not show where one
    works, write `inside_government: yes` or `no`.
    """
    plan = snapshot.plan
    inside = [is_inside_government(plan, champion) for champion in plan.champions]
    if len(inside) > 1 and None not in inside and len(set(inside)) == 1:
        here, there = ("inside", "outside") if inside[0] else ("outside", "inside")
        yield Breach(
            _CHAMPIONS,
            f"{all_of(len(inside))} champions work {here} government; win one who works {there}",
        )


@rule(
    "CK243",
    "champion-qualities-unrecorded",
    profile=Profile.SUSTAIN,
    severity=Severity.INFO,
    sources=(GUIDE.at("4.3"),),
    practices=(71,),
)
def champion_qualities_unrecorded(snapshot: Snapshot) -> Iterator[Breach]:
    """It is recorded what makes each champion a good one.

    Why: A title opens a door once. Who builds coalitions, who moves people and who stands up for racial
    equity tells whom to call for what.

    Mend: Write under `qualities` what the champion is good at and how it shows.
    """
    for champion in snapshot.plan.champions:
        if not champion.qualities:
            yield Breach(
                _CHAMPIONS[champion.member] / "qualities",
                f"nothing is recorded about what makes '{champion.member}' a good champion; add 'qualities', "
                "such as coalition-builder: Brought three cities together",
            )


@rule(
    "CK244",
    "champion-tasks-open",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(GUIDE.at("4.3"), TOOLKIT.at("chapter 2")),
    practices=(72, 74),
)
def champion_tasks_open(snapshot: Snapshot) -> Iterator[Breach]:
    """Among them the champions have taken on all six responsibilities, and one of them reviews the plan.

    Why: Champions lend a name quickly and their time slowly. What nobody has taken on by name, everybody
    believes to be done by another.

    Mend: Ask each champion what they will take on, and write it under `responsibilities`; who reviews the
    plan gets `supports: [review-plan]`.
    """
    champions = snapshot.plan.champions
    taken = {task for champion in champions for task in (*champion.responsibilities, *champion.supports)}
    wanted = (*CHAMPION_RESPONSIBILITIES, CHAMPION_SUPPORTS.words["review-plan"])
    missing = [word.label.lower() for word in wanted if word.slug not in taken]
    if champions and missing:
        yield Breach(
            _CHAMPIONS,
            f"no champion has taken on to {listed(missing, 'or to')}; agree who does, and write it under "
            "'responsibilities' or 'supports'",
        )
