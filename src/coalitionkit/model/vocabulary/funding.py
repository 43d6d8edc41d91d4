"""Money: where it comes from, how sure it is and what public money is for.

Kinds of capital and the purposes of public money come from the imperative, which asks for public,
commercial, philanthropic and other capital together.
"""

from coalitionkit.model.vocabulary.words import Vocabulary, Word

CAPITAL = Vocabulary(
    name="capital",
    title="Kinds of capital",
    noun="kind of capital",
    words=(
        Word(
            "public",
            "Public",
            "Money from a government budget or a public grant.",
            ("government", "public funding"),
        ),
        Word(
            "commercial",
            "Commercial",
            "Money from a business or a lender, usually to be repaid or earned back.",
            ("private", "corporate", "debt", "investment"),
        ),
        Word(
            "philanthropic",
            "Philanthropic",
            "Money given by a foundation or another donor.",
            ("philanthropy", "foundation"),
        ),
        Word(
            "community",
            "Community",
            "Money that residents raise themselves, such as dues, small gifts or a local fund.",
            ("dues", "local donations"),
        ),
        Word(
            "other",
            "Other",
            "Anything that fits none of the others, such as donated space or time.",
            ("in-kind",),
        ),
    ),
)

FUNDING_STATUSES = Vocabulary(
    name="funding_statuses",
    title="Funding statuses",
    noun="funding status",
    words=(
        Word(
            "idea",
            "Idea",
            "Somebody thought of this source and nobody has asked yet.",
            ("prospect", "possible"),
        ),
        Word(
            "applied",
            "Applied",
            "The application is in, and no answer has come.",
            ("requested", "submitted", "pending"),
        ),
        Word(
            "pledged",
            "Pledged",
            "The funder has promised the money but not signed for it.",
            ("promised", "verbal commitment"),
        ),
        Word(
            "secured",
            "Secured",
            "The money is signed for or has been paid, so it can be counted on.",
            ("awarded", "received", "confirmed"),
        ),
        Word(
            "ended",
            "Ended",
            "The money has been spent or its term is over.",
            ("closed", "expired", "completed"),
        ),
        Word(
            "declined",
            "Declined",
            "The funder said no, which is worth keeping on record.",
            ("rejected", "denied", "not awarded"),
        ),
    ),
)

PUBLIC_MONEY_PURPOSES = Vocabulary(
    name="public_money_purposes",
    title="What public money can do",
    noun="purpose of public money",
    words=(
        Word(
            "long-term-alignment",
            "Long-term alignment",
            "Keeps many actors on the same course for years.",
            ("alignment",),
        ),
        Word(
            "strategic-convening",
            "Strategic convening",
            "Pays for bringing the right people together and for the staff who do it.",
            ("convening",),
        ),
        Word(
            "data-and-accountability",
            "Data and accountability",
            "Pays for measuring results and for showing them to the public.",
            ("data & accountability", "accountability"),
        ),
        Word(
            "de-risk-private-investment",
            "De-risk private investment",
            "Takes on some of the risk, so that private money dares to follow.",
            ("de-risking private investment", "derisk private investment"),
        ),
        Word(
            "convey-credibility",
            "Convey credibility",
            "Shows others that the work is to be taken seriously.",
            ("credibility",),
        ),
    ),
)
