"""Practices that are recorded in words, because a plan has no structure for them."""

from collections.abc import Iterator, Mapping
from itertools import chain

from coalitionkit.analysis.practices import unrecorded
from coalitionkit.findings import Profile, Severity
from coalitionkit.periods import shifted
from coalitionkit.places import PLAN
from coalitionkit.prose import first_few
from coalitionkit.rules.rule import Breach, Snapshot, rule
from coalitionkit.rules.sources import GUIDE, IMPERATIVE, TOOLKIT

_PRACTICES = PLAN / "practices"
_NEWS = "progress-communicated"

THEMES: Mapping[str, tuple[str, ...]] = {
    "how the coalition began": (
        "existing-networks-reviewed",
        "early-contact-with-collective-impact",
        "expectations-set-together",
        "approval-processes",
        "final-plan-authors",
        "public-sharing",
        "shared-analysis-plan",
    ),
    "the management team": (
        "team-reflects-community",
        "commitment-to-equity",
        "team-experience-and-access",
        "positionality-statement",
        "operations-team-asks",
        "outside-partners-onboarding",
        "data-and-evaluation-together",
        "accessible-channels",
    ),
    "community members": (
        "community-member-preparation",
        "community-organizations-asked",
    ),
    "how the work goes on": (
        "operating-processes",
        "conflict-and-turf",
        "turnover-and-political-change",
        "partnership-reflection",
        "evaluation-plan",
        "progress-communicated",
        "wider-group-reports",
        "partner-events-attended",
        "celebration",
    ),
}
"""The practices about which only words can tell, by what they are about."""

RENEWED = (
    "partnership-reflection",
    "wider-group-reports",
    "partner-events-attended",
    "celebration",
)
"""The practices that are done again each year."""


@rule(
    "CK790",
    "practice-unrecorded",
    profile=Profile.SUSTAIN,
    severity=Severity.INFO,
    sources=(GUIDE.at("Step 4"), TOOLKIT.at("chapter 2"), IMPERATIVE.at()),
    practices=(
        *(15, 17, 30, 31, 34, 35, 36, 37, 38, 42, 47, 51, 98, 99, 100, 101, 102),
        *(126, 128, 130, 134, 137, 139, 141, 142, 143),
    ),
    options={
        "tolerated": (
            "how many practices of one theme may be unrecorded without a word about it",
            "it is advice, and those who do not want all of it can say how much",
        ),
    },
)
def practice_unrecorded(snapshot: Snapshot, *, tolerated: int = 0) -> Iterator[Breach]:
    """What no other part of a plan shows is recorded in a few words.

    Why: Those who join later find out how things are done here without having to ask, and the team sees
    what it has never talked about. That something is recorded does not prove that it is done.

    Mend: Add a sentence or two below `practices`, under the name of the practice. An editor shows what
    each is about, and so does the list at the end of docs/format.md. What does not concern you can be said
    in the same place: "we have no operations team".
    """
    silent = unrecorded(snapshot.plan, chain.from_iterable(THEMES.values()))
    for theme, slugs in THEMES.items():
        missing = [slug for slug in slugs if slug in silent]
        if len(missing) > tolerated:
            names = first_few([f"'{slug}'" for slug in missing])
            yield Breach(
                _PRACTICES,
                f"on {theme}, nothing is recorded about {names}; add what you do below 'practices', in a "
                "sentence or two",
            )


@rule(
    "CK791",
    "practice-outdated",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(TOOLKIT.at("chapter 2"), IMPERATIVE.at("operational rhythm")),
    practices=(126, 130, 139, 141, 142),
    options={
        "days": (
            "how many days ago the group last looked back, celebrated, reported or visited at the latest",
            "what is done once a year may slip by a month",
        ),
        "news_days": (
            "how many days ago members and residents last heard of progress at the latest",
            "whoever hears nothing for half a year believes that nothing happens",
        ),
    },
)
def practice_outdated(snapshot: Snapshot, *, days: int = 396, news_days: int = 183) -> Iterator[Breach]:
    """What is to be done again and again was done within the last year, and news came within half a year.

    Why: Looking back together, celebrating, reporting and visiting partners keep people with the work.
    They are the first things to be dropped when time is short.

    Mend: Do it again, and renew the text and the `date` below `practices`.
    """
    allowed = dict.fromkeys(RENEWED, days) | {_NEWS: news_days}
    for slug, practice in snapshot.plan.practices.items():
        most = allowed.get(slug)
        if most is None or practice.date is None:
            continue
        if practice.date.certainly_before(shifted(snapshot.as_of, -most)):
            yield Breach(
                _PRACTICES / slug / "date",
                f"what is recorded about '{slug}' is of {practice.date}; do it again, and renew the text and "
                "the date",
            )
