"""Promises: what an invitation must hold, what may be answered and how people are paid.

What belongs in an invitation comes from the guide (4.2 and its sample letter); that it introduces
the project manager is the guide's rule, which its own sample letter forgets.
"""

from coalitionkit.model.vocabulary.words import Vocabulary, Word

PAY_PERIODS = Vocabulary(
    name="pay_periods",
    title="Pay periods",
    noun="pay period",
    words=(
        Word("once", "Once", "The amount is paid a single time.", ("one time", "lump sum")),
        Word("hour", "Per hour", "The amount is paid for each hour of work.", ("hourly",)),
        Word("meeting", "Per meeting", "The amount is paid for each meeting attended.", ("session",)),
        Word(
            "participant",
            "Per participant",
            "The amount is paid to each person who takes part, as in a focus group.",
            ("person", "attendee"),
        ),
        Word("month", "Per month", "The amount is paid every month.", ("monthly",)),
        Word("year", "Per year", "The amount is paid every year.", ("yearly", "annually")),
    ),
)

INVITATION_PARTS = Vocabulary(
    name="invitation_parts",
    title="Parts of an invitation",
    noun="part of an invitation",
    words=(
        Word(
            "why-you",
            "Why you",
            "Says why this very person is asked, and not just anybody from their organization.",
            ("rationale", "reason"),
        ),
        Word(
            "resources",
            "Resources or support",
            "Says what the partner gets for taking part, such as money, data or help.",
            ("support", "resources in exchange"),
        ),
        Word(
            "project-manager",
            "The project manager",
            "Introduces the project manager by name, as the person to turn to.",
            ("introduces project manager", "contact"),
        ),
        Word(
            "power-sharing",
            "How power is shared",
            "Says what the partner will help to decide, and how.",
            ("shared power", "how power will be shared"),
        ),
        Word(
            "different",
            "What is different",
            "Says why this will not go the way of earlier efforts.",
            ("what is different this time", "how this is different"),
        ),
        Word(
            "data-point",
            "A local data point",
            "Quotes one local number with its source, so that the need is plain.",
            ("local data point", "local data"),
        ),
    ),
)

INVITATION_ANSWERS = Vocabulary(
    name="invitation_answers",
    title="Answers to an invitation",
    noun="answer to an invitation",
    words=(
        Word("accepted", "Accepted", "They said yes.", ("yes", "joined")),
        Word("declined", "Declined", "They said no.", ("no", "refused")),
        Word(
            "no-answer",
            "No answer",
            "They were asked, and nothing has come back.",
            ("no response", "no reply"),
        ),
        Word(
            "later",
            "Later",
            "They are willing but cannot join now, so ask again.",
            ("not now", "ask again"),
        ),
    ),
)
