"""Practices that need no structure of their own: a few sentences, who wrote them and when.

They are what the guide, the toolkit, the brief and the imperative ask for and no field of a plan
holds.
"""

from coalitionkit.model.vocabulary.words import Vocabulary, Word

PRACTICES = Vocabulary(
    name="practices",
    title="Recorded practices",
    noun="practice",
    words=(
        # Before and around the launch
        Word(
            "existing-networks-reviewed",
            "Existing networks reviewed",
            "Write down which coalitions and networks you looked at before starting one, and what you found.",
            ("existing networks",),
        ),
        Word(
            "early-contact-with-collective-impact",
            "Early contact with collective impact groups",
            "Write down which collective impact group already works here, who spoke with it, "
            "when, and what was agreed.",
            ("collective impact",),
        ),
        Word(
            "state-and-federal-programs",
            "State and federal programs considered",
            "Write down which people from state and federal programs you thought of, and whether "
            "you asked them.",
            ("state and federal program staff",),
        ),
        Word(
            "expectations-set-together",
            "Expectations set together",
            "Write down how members took part in setting what is expected of them.",
        ),
        Word(
            "approval-processes",
            "Approval processes",
            "Write down, for each organization, who must approve what and how long that takes.",
            ("organizational approvals",),
        ),
        Word(
            "public-sharing",
            "What is shared publicly",
            "Write down what the coalition makes public, when, and who clears it first.",
            ("public communication",),
        ),
        Word(
            "final-plan-authors",
            "Authors of the final plan",
            "Write down who drafts the final plan, who reviews it and who signs it off.",
            ("who writes the plan",),
        ),
        Word(
            "shared-analysis-plan",
            "Plan for shared values and analysis",
            "Write down how members will come to common values, a common story and an "
            "understanding of structural racism.",
            ("shared values and narratives",),
        ),
        # Management team
        Word(
            "work-plan",
            "Work plan",
            "Write down the steps, who takes them and by when, or name the file that does.",
            ("workplan",),
        ),
        Word(
            "accessible-channels",
            "Channels that reach everyone",
            "Write down how you reach people who are offline, older or learning English, channel by channel.",
            ("outreach channels",),
        ),
        Word(
            "data-and-evaluation-together",
            "Data and evaluation together",
            "Write down how the data lead and the evaluation lead divide and join their work.",
        ),
        Word(
            "team-reflects-community",
            "Team reflects the community",
            "Write down how the team as a whole reflects the community, without any named person's traits.",
            ("representative team",),
        ),
        Word(
            "commitment-to-equity",
            "Commitment to equity",
            "Write down what the management team has done and promised for racial equity.",
            ("equity commitment",),
        ),
        Word(
            "team-experience-and-access",
            "Experience and access of the team",
            "Write down the experience, connections, authority and access that the team has "
            "between its members.",
            ("team qualifications",),
        ),
        Word(
            "operations-team-asks",
            "Asks of operations teams",
            "Write down what each lead asks of the people who help: which support, and how many hours.",
            ("operations teams",),
        ),
        Word(
            "outside-partners-onboarding",
            "Onboarding of outside partners",
            "Write down how partners outside government are introduced, how government decides, "
            "how documents are shared, how often you check in and whom to turn to when stuck.",
            ("onboarding",),
        ),
        # Community members
        Word(
            "power-dynamics",
            "Power dynamics",
            "Write down who holds more power in the room, what you do about it and who on the "
            "management team sees to it.",
            ("plan for power dynamics",),
        ),
        Word(
            "community-member-preparation",
            "Preparation of community members",
            "Write down which materials, training or help community members get before they take part.",
            ("training for community members",),
        ),
        Word(
            "wider-engagement-plan",
            "Wider engagement plan",
            "Write down how residents who are not members will be heard, or name the file that says so.",
            ("community engagement plan", "engagement plan"),
        ),
        Word(
            "community-organizations-asked",
            "Community organizations asked for names",
            "Write down which community organizations you asked whom to invite, and when.",
        ),
        Word(
            "positionality-statement",
            "Positionality statement",
            "Write down how the team's own place in society shapes what it sees and what it may miss.",
            ("positionality",),
        ),
        # Learning
        Word(
            "evaluation-plan",
            "Evaluation plan",
            "Write down what will be evaluated, by whom, how and when, or name the file that says so.",
        ),
        Word(
            "data-sharing-agreements",
            "Data-sharing agreements",
            "Write down which agreements cover the data that pass between partners, and until when.",
            ("data agreements",),
        ),
        Word(
            "partnership-reflection",
            "Reflection on the partnership",
            "Write down when the group last looked at how it works together, and what it changed.",
            ("reflection",),
        ),
        # Keeping going
        Word(
            "operating-processes",
            "Operating processes",
            "Write down how decisions are prepared, how they are carried out and how others are "
            "kept involved.",
            ("processes",),
        ),
        Word(
            "progress-communicated",
            "Progress communicated",
            "Write down when members and residents last heard about progress, and through which channel.",
            ("progress reports",),
        ),
        Word(
            "wider-group-reports",
            "Reports to a wider group",
            "Write down which wider group is told of the work, how often, and when it last was.",
        ),
        Word(
            "partner-events-attended",
            "Partners' events attended",
            "Write down which events of partners the convener went to, and when.",
            ("partner events",),
        ),
        Word(
            "celebration",
            "Celebration",
            "Write down what was celebrated, when and with whom.",
            ("celebrations",),
        ),
        Word(
            "turnover-and-political-change",
            "Turnover and political change",
            "Write down how the work goes on when people leave or an election changes who governs.",
            ("turnover plan", "succession plan", "turnover"),
        ),
        Word(
            "conflict-and-turf",
            "Conflict and turf",
            "Write down how members raise a conflict or a claim to turf, and who helps to settle it.",
            ("conflict", "conflict resolution", "turf"),
        ),
    ),
)
"""That a practice is recorded says that somebody attests it, never that it is true."""
