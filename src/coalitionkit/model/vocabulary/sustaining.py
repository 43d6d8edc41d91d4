"""What holds a coalition together: building blocks, principles and the launch checklist.

The five building blocks come from the imperative, the principles from the toolkit (chapter 2), the
checklist from the guide (end of Step 4). Recorded practices are spelled out in `practices`.
"""

from coalitionkit.model.vocabulary.practices import PRACTICES
from coalitionkit.model.vocabulary.words import Vocabulary, Word

__all__ = ["BUILDING_BLOCKS", "CHECKLIST", "PRACTICES", "PRINCIPLES"]

BUILDING_BLOCKS = Vocabulary(
    name="building_blocks",
    title="Building blocks",
    noun="building block",
    words=(
        Word(
            "shared-focus",
            "Shared focus",
            "A vision, goals and outcomes that all share, with priorities on the way there.",
            ("focus", "north star"),
        ),
        Word(
            "governance-structure",
            "Governance structure",
            "Who leads, who belongs and who is responsible for what.",
            ("governance",),
        ),
        Word(
            "operational-rhythm",
            "Operational rhythm",
            "How the group decides, carries things out and keeps everyone involved, week after week.",
            ("operations", "rhythm"),
        ),
        Word(
            "performance-management",
            "Performance management",
            "Where things stand now, what is to be reached by when and how it is going.",
            ("metrics and targets", "measurement"),
        ),
        Word(
            "financial-sustainability",
            "Financial sustainability",
            "Money of several kinds that together last longer than any one grant.",
            ("sustainable funding", "financing"),
        ),
    ),
)

PRINCIPLES = Vocabulary(
    name="principles",
    title="Principles for sustaining a coalition",
    noun="principle",
    words=(
        Word(
            "mutually-supportive-partnerships",
            "Mutually supportive partnerships",
            "Partners help one another succeed, and not only the coalition.",
            ("mutual support",),
        ),
        Word(
            "agenda-on-all-dimensions",
            "An agenda on all three dimensions",
            "The work serves economic success, power and dignity, and never only the first.",
            ("all three dimensions",),
        ),
        Word(
            "equity-as-process-and-goal",
            "Equity as process and goal",
            "Fairness is what the work aims at, and also how the work is done.",
            ("equity as a process and a goal", "equity"),
        ),
        Word(
            "acknowledge-diversity",
            "Acknowledge diversity",
            "Differences among members are spoken about and put to use.",
            ("diversity",),
        ),
        Word(
            "continuous-learning",
            "Continuous learning",
            "The group looks at what happened and changes course when it should.",
            ("learn continuously", "learning"),
        ),
        Word(
            "share-power",
            "Share power",
            "Those whom the work concerns decide along with those who pay for it.",
            ("sharing power", "power sharing"),
        ),
        Word(
            "be-patient",
            "Be patient",
            "Trust and results take years, and plans allow for that.",
            ("patience",),
        ),
        Word(
            "build-capacity",
            "Build capacity",
            "Members and residents gain skills and means that stay with them.",
            ("capacity building",),
        ),
        Word(
            "celebrate-success",
            "Celebrate success",
            "What has been achieved is marked together, small things included.",
            ("celebration",),
        ),
    ),
)

CHECKLIST = Vocabulary(
    name="checklist",
    title="Launch checklist",
    noun="item of the launch checklist",
    words=(
        Word(
            "management-team-assembled",
            "Management team assembled",
            "Every seat of the management team is filled, or waived with a reason.",
        ),
        Word(
            "everyone-invited",
            "Partners, community members and champions invited",
            "All three kinds of people have been asked to join.",
            ("invitations sent",),
        ),
        Word(
            "launched",
            "Launched with a first meeting",
            "The first meeting has taken place.",
            ("first meeting held",),
        ),
        Word(
            "roles-and-decisions-settled",
            "Roles and decision processes settled",
            "Everybody knows what they do and how the group decides.",
            ("roles settled",),
        ),
        Word(
            "shared-values-planned",
            "A plan for shared values and narratives",
            "The group has a plan for finding common values and a common story.",
            ("shared values and narratives",),
        ),
    ),
)
