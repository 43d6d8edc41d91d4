"""Needs: what the coalition cannot do without, and what that makes of each partner.

The guide and the toolkit ask without whom the work could not be planned, its gaps not found and the
plan not carried out. How needs are counted lives elsewhere; here are only the words.
"""

from coalitionkit.model.vocabulary.words import Vocabulary, Word

NEED_KINDS = Vocabulary(
    name="need_kinds",
    title="Kinds of need",
    noun="kind of need",
    words=(
        Word(
            "population-served",
            "Population served",
            "Somebody must work with this population group.",
            ("served",),
        ),
        Word(
            "population-voice",
            "Population voice",
            "Somebody must be led by this population group or answer to it.",
            ("voice", "population represented"),
        ),
        Word(
            "predictor",
            "Predictor",
            "Somebody must work on this predictor of mobility.",
            ("domain",),
        ),
        Word("asset", "Asset", "Somebody must bring this asset."),
        Word(
            "frontline-knowledge",
            "Frontline knowledge",
            "Somebody must have a person who knows this subject from daily work.",
            ("technical knowledge", "frontline"),
        ),
        Word(
            "champion",
            "Champion",
            "Somebody must speak for the work in this sector, or inside government.",
        ),
    ),
)

NEED_PURPOSES = Vocabulary(
    name="need_purposes",
    title="Purposes of a need",
    noun="purpose of a need",
    words=(
        Word("plan", "Plan", "Without it the work could not be planned.", ("planning",)),
        Word(
            "gaps",
            "Identify gaps",
            "Without it nobody would see who is left out and what is missing.",
            ("find gaps",),
        ),
        Word(
            "implement",
            "Implement",
            "Without it the plan could not be carried out.",
            ("implementation", "carry out"),
        ),
    ),
)

CATEGORIES = Vocabulary(
    name="categories",
    title="Partner categories",
    noun="partner category",
    words=(
        Word(
            "critical",
            "Critical",
            "Without them something that the coalition cannot do without is missing.",
            ("critical partner",),
        ),
        Word(
            "key",
            "Key",
            "They are on the shortest list that meets every need, though somebody else could take "
            "their place.",
            ("key partner",),
        ),
        Word(
            "member",
            "Member",
            "They already have a seat, and their part is covered by others as well.",
        ),
        Word(
            "keep-informed",
            "Keep informed",
            "What they bring is covered for now, so let them hear what happens.",
            ("informed",),
        ),
        Word(
            "not-now",
            "Not now",
            "Somebody decided to leave them out for the time being, with a reason and a day to look again.",
            ("later", "deferred"),
        ),
    ),
)

LIST_CHOICES = Vocabulary(
    name="list_choices",
    title="Choices for the invitation list",
    noun="choice for the invitation list",
    words=(
        Word(
            "in",
            "In",
            "Put them on the invitation list whatever the numbers say.",
            ("include", "yes"),
        ),
        Word(
            "out",
            "Out",
            "Leave them off the invitation list whatever the numbers say.",
            ("exclude", "no"),
        ),
    ),
)
