"""The stakeholder inventory: what is asked about a possible partner, and how answers are graded.

The worksheet is the guide's (Step 4 supplemental materials), the five questions are the toolkit's
and the guide's (4.2). Sectors, population groups, assets and policy domains have modules of their
own; what follows from the answers has its words in `needs`.
"""

from coalitionkit.model.vocabulary.needs import CATEGORIES, LIST_CHOICES, NEED_KINDS, NEED_PURPOSES
from coalitionkit.model.vocabulary.words import Vocabulary, Word

__all__ = [
    "ALIGNED_INITIATIVES",
    "CATEGORIES",
    "FIVE_QUESTIONS",
    "HOLDING",
    "LIST_CHOICES",
    "MOTIVATION_LEVELS",
    "NEED_KINDS",
    "NEED_PURPOSES",
    "PARTNERSHIP_LEVELS",
    "PARTNER_KINDS",
    "STANCES",
    "TIE_KINDS",
    "WORKSHEET_PARTS",
    "YES_NO_UNKNOWN",
]

PARTNER_KINDS = Vocabulary(
    name="partner_kinds",
    title="Kinds of partner",
    noun="kind of partner",
    words=(
        Word(
            "organization",
            "Organization",
            "A body with a name of its own, or a department of one.",
            ("organisation", "org", "agency", "group"),
        ),
        Word(
            "individual",
            "Individual",
            "One person who is a partner in their own right, as community members are.",
            ("person",),
        ),
    ),
)

YES_NO_UNKNOWN = Vocabulary(
    name="yes_no_unknown",
    title="Yes, no or unknown",
    noun="answer",
    words=(
        Word("yes", "Yes", "It is so, and somebody has made sure.", ("y", "true")),
        Word("no", "No", "It is not so, and somebody has made sure.", ("n", "false")),
        Word(
            "unknown",
            "Unknown",
            "Nobody has found out yet, which is not the same as no.",
            ("not sure", "don't know", "?"),
        ),
    ),
)

STANCES = Vocabulary(
    name="stances",
    title="Stances",
    noun="stance",
    words=(
        Word(
            "supportive",
            "Supportive",
            "Wants the work to succeed.",
            ("supporter", "in favor", "ally"),
        ),
        Word("neutral", "Neutral", "Has not taken a side.", ("undecided",)),
        Word(
            "opposed",
            "Opposed",
            "Would rather stop the work or a part of it, which can be the reason to talk to them early.",
            ("opponent", "against", "opposing"),
        ),
        Word(
            "unknown",
            "Unknown",
            "Nobody has found out yet where they stand.",
            ("not sure", "don't know"),
        ),
    ),
)

HOLDING = Vocabulary(
    name="holding",
    title="Holding",
    noun="holding",
    words=(
        Word("held", "Held", "They have it, and somebody has made sure.", ("yes", "has", "true")),
        Word(
            "not-held",
            "Not held",
            "They do not have it, and somebody has made sure.",
            ("no", "lacks", "false"),
        ),
        Word(
            "unknown",
            "Unknown",
            "Nobody has asked yet, so it counts neither for nor against them.",
            ("not sure", "don't know", "?"),
        ),
    ),
)

FIVE_QUESTIONS = Vocabulary(
    name="five_questions",
    title="The five questions about a possible partner",
    noun="question about a partner",
    words=(
        Word(
            "aligned",
            "Aligned initiatives",
            "Which of their own activities already pull in the direction of the coalition?",
            ("alignment", "existing initiatives"),
        ),
        Word("assets", "Assets", "What could they bring that the coalition needs?", ("resources",)),
        Word(
            "partnership",
            "Partnership",
            "What would each side gain from working together?",
            ("mutual benefit",),
        ),
        Word(
            "motivation",
            "Motivations",
            "What drives them, and to whom do they answer?",
            ("motivation and accountability",),
        ),
        Word(
            "roles",
            "Roles",
            "Which of their people know the work at the front line or its technical side?",
            ("people", "key people"),
        ),
    ),
)

ALIGNED_INITIATIVES = Vocabulary(
    name="aligned_initiatives",
    title="Aligned initiatives",
    noun="aligned initiative",
    words=(
        Word(
            "activities",
            "Activities of their own",
            "They already run something that serves the same ends.",
            ("own activities", "aligned activities"),
        ),
        Word(
            "equity-initiative",
            "Racial equity initiative",
            "They have an initiative of their own for racial equity.",
            ("equity",),
        ),
        Word(
            "engagement",
            "Deep community engagement",
            "Residents help to shape what they do, beyond being consulted once.",
            ("community engagement",),
        ),
        Word(
            "power-and-dignity",
            "Focus on power and dignity",
            "They work for people's say over their lives and for respect, and not only for income.",
            ("power & dignity", "power and autonomy", "dignity and belonging"),
        ),
        Word(
            "systems-change",
            "Systems change",
            "They try to change rules and institutions and not only to run services.",
            ("system change",),
        ),
    ),
)

PARTNERSHIP_LEVELS = Vocabulary(
    name="partnership_levels",
    title="Levels of partnership",
    noun="level of partnership",
    words=(
        Word(
            "0",
            "No benefit to them found",
            "We looked for something that they would gain and found nothing.",
        ),
        Word(
            "1",
            "Benefit assumed by us",
            "We think that they would gain something but have not pinned it down.",
        ),
        Word(
            "2",
            "Benefit to each side written down",
            "What they gain and what we gain are both written down in particulars.",
        ),
        Word(
            "3",
            "Benefit confirmed by them",
            "They told us themselves what they would gain, and there is evidence of it.",
        ),
        Word(
            "4",
            "Already exchanging",
            "Staff, data or money already pass between us, and there is evidence of it.",
        ),
    ),
)

MOTIVATION_LEVELS = Vocabulary(
    name="motivation_levels",
    title="Levels of motivation",
    noun="level of motivation",
    words=(
        Word(
            "0",
            "Stated goals conflict",
            "What they say they want runs against what the coalition wants.",
        ),
        Word("1", "Unrelated", "What they want has nothing to do with the coalition's priorities."),
        Word(
            "2",
            "Compatible",
            "What they want can go along with the priorities without sharing them.",
        ),
        Word(
            "3",
            "Mission overlaps a priority",
            "A part of their mission is one of the coalition's priorities, and there is evidence of it.",
        ),
        Word(
            "4",
            "A priority is their mission",
            "One of the priorities is what they exist for, they answer to the group it concerns, "
            "and there is evidence of both.",
        ),
    ),
)

WORKSHEET_PARTS = Vocabulary(
    name="worksheet_parts",
    title="Parts of the stakeholder inventory worksheet",
    noun="part of the worksheet",
    words=(
        Word(
            "needs",
            "Groups, predictors and assets",
            "Who is falling behind, which predictors worry you most and what the work needs.",
            ("part 1",),
        ),
        Word(
            "existing-partnerships",
            "Existing partnerships",
            "Whom you already work with, of what type, for whom, on what and with which assets.",
            ("part 2",),
        ),
        Word(
            "new-opportunities",
            "New opportunities",
            "Whom you could work with in each sector, row by row.",
            ("part 3",),
        ),
        Word(
            "identified-partners",
            "Identified partners",
            "What each partner that stands out is doing, what drives it, who its people are and "
            "what could get in the way.",
            ("part 4", "identified partner"),
        ),
        Word(
            "invite-list",
            "Invite list",
            "Which person of which organization is invited, and who sends the invitation.",
            ("part 5", "invitation list"),
        ),
    ),
)

TIE_KINDS = Vocabulary(
    name="tie_kinds",
    title="Kinds of tie",
    noun="kind of tie",
    words=(
        Word(
            "works-with",
            "Works with",
            "The two run something together or meet regularly.",
            ("partners with", "collaborates with"),
        ),
        Word("funds", "Funds", "The first gives money to the second.", ("pays", "grants to")),
        Word(
            "refers-to",
            "Refers to",
            "The first sends the people it serves on to the second.",
            ("refers people to",),
        ),
        Word(
            "shares-data-with",
            "Shares data with",
            "The first lets the second use data that it holds.",
            ("gives data to",),
        ),
        Word(
            "shares-staff-with",
            "Shares staff with",
            "The first lends people to the second, or the two employ them together.",
            ("lends staff to",),
        ),
        Word(
            "advises",
            "Advises",
            "The first gives the second advice or sits on a board of it.",
            ("sits on board of", "on the board of"),
        ),
        Word(
            "reports-to",
            "Reports to",
            "The first answers to the second for its work.",
            ("accountable to",),
        ),
        Word(
            "member-of",
            "Member of",
            "The first belongs to the second, such as an existing network.",
            ("belongs to",),
        ),
    ),
)
"""All but `works-with` and `shares-staff-with` have a direction, from the first to the second."""
