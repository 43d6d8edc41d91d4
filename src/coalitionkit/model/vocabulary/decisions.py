"""Decisions: the models by which a coalition decides, votes, and what comes of them.

The guide (Step 4) and the toolkit name the models and leave their arithmetic open; the definitions
here are exact and our own.
"""

from coalitionkit.model.vocabulary.words import Vocabulary, Word

DECISION_MODELS = Vocabulary(
    name="decision_models",
    title="Decision models",
    noun="decision model",
    words=(
        Word(
            "consensus",
            "Consensus",
            "Carried when the quorum is met and no member blocks; members may stand aside or "
            "abstain, and that is recorded.",
            ("consensus-based",),
        ),
        Word(
            "unanimous",
            "Unanimous vote",
            "Carried when every member who counts, all eligible or all present as the basis says, "
            "votes for it.",
            ("unanimity", "unanimous agreement"),
        ),
        Word(
            "majority",
            "Majority rule",
            "Carried when the votes for are more than half of the basis, or reach the share that "
            "the plan names, such as 2/3.",
            ("majority vote",),
        ),
        Word(
            "plurality",
            "Plurality",
            "Among several options, the one with the most votes is carried; a tie stays a tie "
            "until the members break it.",
            ("most votes", "most votes wins", "first past the post"),
        ),
        Word(
            "lead-authority",
            "Lead authority",
            "Carried when the named authority decides, and only after input from the others is on record.",
            (
                "internal government authority",
                "government authority",
                "lead agency decides",
                "executive decision",
            ),
        ),
    ),
)

BASES = Vocabulary(
    name="bases",
    title="Bases of a vote",
    noun="basis",
    words=(
        Word(
            "cast",
            "Votes cast",
            "Count only votes for and against, so that abstaining or staying away weighs on neither side.",
            ("votes",),
        ),
        Word(
            "present",
            "Members present",
            "Count everyone present who may vote, so that abstaining weighs against the proposal.",
            ("attending",),
        ),
        Word(
            "eligible",
            "Eligible members",
            "Count everyone who may vote, so that staying away weighs against the proposal.",
            ("all members", "eligible voters"),
        ),
    ),
)

VOTES = Vocabulary(
    name="votes",
    title="Votes",
    noun="vote",
    words=(
        Word("for", "For", "Wants the proposal to be carried.", ("yes", "in favor", "aye", "agree")),
        Word(
            "against",
            "Against",
            "Does not want the proposal to be carried, but does not block it.",
            ("no", "nay", "opposed", "disagree"),
        ),
        Word("abstain", "Abstain", "Takes no side.", ("abstains", "abstained", "abstention")),
        Word(
            "stand-aside",
            "Stand aside",
            "Does not agree, but will not stand in the way of a consensus.",
            ("stands aside", "stood aside"),
        ),
        Word(
            "block",
            "Block",
            "Stops a consensus, because the proposal would harm what the coalition stands for.",
            ("blocks", "blocked", "veto"),
        ),
    ),
)

DECISION_STATUSES = Vocabulary(
    name="decision_statuses",
    title="Decision statuses",
    noun="decision status",
    words=(
        Word(
            "proposed",
            "Proposed",
            "The question has been put, but nobody can vote on it yet.",
            ("draft", "proposal"),
        ),
        Word("open", "Open", "Members give their input or vote now.", ("voting", "pending")),
        Word(
            "decided",
            "Decided",
            "The question is closed, whether it was carried or not.",
            ("closed", "done"),
        ),
        Word(
            "withdrawn",
            "Withdrawn",
            "Those who put the question took it back before it was decided.",
            ("dropped",),
        ),
    ),
)

OUTCOMES = Vocabulary(
    name="outcomes",
    title="Outcomes",
    noun="outcome",
    words=(
        Word(
            "carried",
            "Carried",
            "The proposal reached what the decision model asks for.",
            ("adopted", "passed", "approved", "accepted"),
        ),
        Word(
            "not-carried",
            "Not carried",
            "The proposal did not reach what the decision model asks for.",
            ("rejected", "failed", "defeated"),
        ),
        Word(
            "tied",
            "Tied",
            "Two or more options have the most votes, and nothing is decided.",
            ("tie",),
        ),
    ),
)

DECISION_KINDS = Vocabulary(
    name="decision_kinds",
    title="Kinds of decision",
    noun="kind of decision",
    families=("other",),
    words=(
        Word(
            "ordinary",
            "Ordinary",
            "Anything that needs no rule of its own.",
            ("general", "routine"),
        ),
        Word(
            "membership",
            "Membership",
            "Who joins, who leaves and who holds which seat.",
            ("members",),
        ),
        Word(
            "norms",
            "Norms",
            "How members work together and treat one another.",
            ("ground rules", "bylaws"),
        ),
        Word(
            "budget",
            "Budget",
            "How money is raised, allotted or spent.",
            ("money", "spending", "funding"),
        ),
        Word(
            "plan",
            "Plan",
            "What the coalition sets out to do: vision, goals, priorities and strategies.",
            ("strategy", "vision"),
        ),
        Word(
            "decision-model",
            "Decision model",
            "How decisions themselves are made from now on.",
            ("decision rule", "voting rule"),
        ),
    ),
)
"""A plan may give each kind a decision model of its own."""
