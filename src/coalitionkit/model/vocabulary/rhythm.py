"""Rhythm: how often things happen, which kinds of meeting there are and how a launch goes.

The first three agendas and the order of the launch are the guide's (Step 4); the other kinds of
meeting are ours. How many times a year a cadence comes round is counted in `periods`.
"""

from collections.abc import Mapping

from coalitionkit.model.vocabulary.governance import GROUPS
from coalitionkit.model.vocabulary.words import Vocabulary, Word

CADENCES = Vocabulary(
    name="cadences",
    title="Cadences",
    noun="cadence",
    words=(
        Word("weekly", "Weekly", "Once every week.", ("every week", "once a week")),
        Word(
            "every-two-weeks",
            "Every two weeks",
            "Once in every two weeks; written out, because biweekly can mean twice a week.",
            ("fortnightly", "every other week", "every 2 weeks"),
        ),
        Word("monthly", "Monthly", "Once every month.", ("every month", "once a month")),
        Word(
            "every-two-months",
            "Every two months",
            "Once in every two months; written out, because bimonthly can mean twice a month.",
            ("every other month", "every 2 months"),
        ),
        Word(
            "quarterly",
            "Quarterly",
            "Once every three months.",
            ("every quarter", "every three months", "every 3 months"),
        ),
        Word(
            "twice-a-year",
            "Twice a year",
            "Once every six months.",
            ("semiannually", "semiannual", "every six months", "every 6 months", "half-yearly"),
        ),
        Word(
            "yearly",
            "Yearly",
            "Once every year, the least that counts as a rhythm.",
            ("annually", "annual", "every year", "once a year"),
        ),
    ),
)

SERIES_STEPS = Vocabulary(
    name="series_steps",
    title="Steps of a series",
    noun="step of a series",
    words=(
        Word("week", "Week", "The meeting comes round every week.", ("weekly",)),
        Word(
            "two-weeks",
            "Two weeks",
            "The meeting comes round every second week.",
            ("every two weeks", "other week", "fortnight"),
        ),
        Word("month", "Month", "The meeting comes round every month.", ("monthly",)),
        Word(
            "quarter",
            "Quarter",
            "The meeting comes round every three months.",
            ("quarterly", "three months"),
        ),
        Word("year", "Year", "The meeting comes round every year.", ("yearly", "annually")),
    ),
)

MEETING_GROUPS = Vocabulary(
    name="meeting_groups",
    title="Groups that meet",
    noun="group that meets",
    words=(
        *GROUPS,
        Word(
            "all",
            "Everyone",
            "The whole coalition meets: management team, key stakeholders and champions.",
            ("whole coalition", "full coalition", "all members"),
        ),
    ),
)

MEETING_KINDS = Vocabulary(
    name="meeting_kinds",
    title="Kinds of meeting",
    noun="kind of meeting",
    families=("other",),
    words=(
        Word(
            "introductions",
            "Introductions",
            "The first meeting, in which partners get to know one another, the framework and the "
            "local numbers.",
            ("first meeting", "get acquainted", "getting acquainted"),
        ),
        Word(
            "expectations",
            "Expectations",
            "The meeting that settles roles, norms, frequency, channels and hours.",
            ("expectations and roles", "setting expectations", "norms"),
        ),
        Word(
            "decisionmaking",
            "Decision-making",
            "The meeting in which the group agrees how it will decide, and who answers for what follows.",
            ("how decisions are made", "decision process", "decisions"),
        ),
        Word(
            "shared-analysis",
            "Shared analysis",
            "A meeting that works toward common values and a shared understanding of structural racism.",
            ("common values", "shared values", "shared understanding"),
        ),
        Word(
            "working-groups",
            "Working groups",
            "The meeting that forms the working groups, or brings them together to share what "
            "they have found.",
            ("working group", "working group meeting"),
        ),
        Word(
            "regular",
            "Regular meeting",
            "One of the meetings that come round again and again.",
            ("recurring", "standing meeting", "check-in"),
        ),
        Word(
            "champions-briefing",
            "Champions briefing",
            "A short meeting that tells the champions where the work stands and what it needs from them.",
            ("champion briefing", "briefing"),
        ),
        Word(
            "data-walk",
            "Data walk",
            "A session in which residents and partners look at local data together and say what "
            "they see in them.",
            ("data gallery",),
        ),
    ),
)

MEETING_STATUSES = Vocabulary(
    name="meeting_statuses",
    title="Meeting statuses",
    noun="meeting status",
    words=(
        Word(
            "planned",
            "Planned",
            "The meeting has a date and is still to come.",
            ("scheduled", "upcoming"),
        ),
        Word("held", "Held", "The meeting took place.", ("done", "took place", "past")),
        Word(
            "cancelled",
            "Canceled",
            "The meeting was called off and stays on record.",
            ("called off",),
        ),
    ),
)

LAUNCH_STEPS = Vocabulary(
    name="launch_steps",
    title="Steps of a launch",
    noun="step of the launch",
    words=(
        Word(
            "get-acquainted",
            "Get acquainted",
            "Partners meet, and learn who the others are and why they came.",
            ("introductions",),
        ),
        Word(
            "expectations-and-roles",
            "Set expectations and roles",
            "Partners agree what each of them does and how they will work together.",
            ("expectations",),
        ),
        Word(
            "how-decisions-are-made",
            "Settle how decisions are made",
            "Partners agree who gives input, who decides and by which model.",
            ("decisionmaking", "decision-making"),
        ),
        Word(
            "common-values",
            "Find common values",
            "Partners work toward common values and a shared understanding of structural racism.",
            (
                "shared analysis",
                "shared understanding of structural racism",
                "common values and shared understanding",
            ),
        ),
        Word(
            "working-groups",
            "Form working groups",
            "Partners divide the work among groups that cut across sectors.",
            ("working groups formed",),
        ),
    ),
)
"""In the order in which they are best taken."""

LAUNCH_MEETINGS: Mapping[str, str] = {
    "get-acquainted": "introductions",
    "expectations-and-roles": "expectations",
    "how-decisions-are-made": "decisionmaking",
    "common-values": "shared-analysis",
    "working-groups": "working-groups",
}
"""The kind of meeting in which each step of the launch is taken."""
