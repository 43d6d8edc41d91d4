"""The frame of upward mobility: dimensions, pillars, predictors and the metric of each predictor.

This is Urban's Mobility Metrics framework as the guide uses it, with all 24 predictors: the guide's
worksheet leaves out transportation access. A catalog with a version, so that a plan can tell when
its terms have moved.
"""

from collections.abc import Mapping

from coalitionkit.model.vocabulary.words import Vocabulary, Word

DIMENSIONS = Vocabulary(
    name="dimensions",
    title="Dimensions of mobility",
    noun="dimension of mobility",
    words=(
        Word(
            "economic-success",
            "Economic success",
            "Having enough income and assets to live well.",
            ("economic",),
        ),
        Word(
            "power-and-autonomy",
            "Power and autonomy",
            "Having a say over one's own life and over what happens in the community.",
            ("power", "power & autonomy", "autonomy"),
        ),
        Word(
            "dignity-and-belonging",
            "Dignity and belonging",
            "Being respected, and feeling that one's contribution counts among the people one lives with.",
            (
                "being valued in community",
                "being valued in one's community",
                "dignity",
                "belonging",
                "dignity & belonging",
            ),
        ),
    ),
)

PILLARS = Vocabulary(
    name="pillars",
    title="Pillars of support",
    noun="pillar",
    words=(
        Word(
            "rewarding-work",
            "Rewarding work",
            "Jobs, pay, savings and wealth.",
            ("jobs and income",),
        ),
        Word(
            "high-quality-education",
            "High-quality education",
            "Learning from preschool to the door of college, and the internet that it now needs.",
            ("education", "quality education"),
        ),
        Word(
            "opportunity-rich-and-inclusive-neighborhoods",
            "Opportunity-rich and inclusive neighborhoods",
            "Homes that people can afford and keep, in places that are mixed, connected and easy "
            "to get around.",
            (
                "opportunity-rich & inclusive neighborhoods",
                "neighborhoods",
                "inclusive neighborhoods",
            ),
        ),
        Word(
            "healthy-environment-and-access-to-good-health-care",
            "Healthy environment and access to good health care",
            "Clean air, safe surroundings and a doctor within reach.",
            (
                "healthy environment & access to good health care",
                "healthy environment and access to good healthcare",
                "health",
            ),
        ),
        Word(
            "responsive-and-just-governance",
            "Responsive and just governance",
            "Government and policing that answer to all residents and treat them fairly.",
            ("responsive & just governance", "governance", "just governance"),
        ),
    ),
)

_WORK = (
    Word(
        "employment-opportunities",
        "Employment opportunities",
        "Whether people of working age who want a job have one.",
        ("employment", "jobs"),
    ),
    Word(
        "jobs-paying-living-wages",
        "Jobs paying living wages",
        "Whether a typical local job pays enough to live on locally.",
        ("living wages", "jobs that pay living wages", "living-wage jobs"),
    ),
    Word(
        "opportunities-for-income",
        "Opportunities for income",
        "What households at the bottom, the middle and the top have to live on.",
        ("income", "household income"),
    ),
    Word(
        "financial-security",
        "Financial security",
        "Whether households can pay what they owe and weather a shock.",
        ("financial well-being", "debt"),
    ),
    Word(
        "wealth-building-opportunities",
        "Wealth-building opportunities",
        "Whether every group can build up assets such as a home.",
        ("wealth building", "opportunities to build wealth", "wealth"),
    ),
)
_EDUCATION = (
    Word(
        "access-to-preschool",
        "Access to preschool",
        "Whether three- and four-year-olds get to go to preschool.",
        ("preschool", "early childhood education", "pre-K"),
    ),
    Word(
        "effective-public-education",
        "Effective public education",
        "How much children in public schools learn from one grade to the next.",
        ("public education", "K-12 education"),
    ),
    Word(
        "school-economic-diversity",
        "School economic diversity",
        "Whether children of every race share schools with better-off children.",
        ("economic diversity of schools", "student poverty concentration"),
    ),
    Word(
        "preparation-for-college",
        "Preparation for college",
        "Whether young people finish high school and could go on.",
        ("college readiness", "college preparation", "high school completion"),
    ),
    Word(
        "digital-access",
        "Digital access",
        "Whether homes have internet that is fast enough for school and work.",
        ("internet access", "broadband access", "broadband", "digital equity"),
    ),
)
_NEIGHBORHOODS = (
    Word(
        "housing-affordability",
        "Housing affordability",
        "Whether there are enough homes that people with low incomes can pay for.",
        ("affordable housing",),
    ),
    Word(
        "housing-stability",
        "Housing stability",
        "Whether families can stay in a home of their own.",
        ("stable housing", "homelessness"),
    ),
    Word(
        "economic-inclusion",
        "Economic inclusion",
        "Whether people who are poor can live outside neighborhoods where most others are poor too.",
        ("neighborhood economic inclusion",),
    ),
    Word(
        "racial-diversity",
        "Racial diversity",
        "Whether neighbors of different races and ethnicities live near one another.",
        ("neighborhood racial diversity", "racial inclusion"),
    ),
    Word(
        "social-capital",
        "Social capital",
        "Whether people have ties, through groups and friendships, that open doors.",
        ("social connections", "social networks"),
    ),
    Word(
        "transportation-access",
        "Transportation access",
        "Whether people can get where they need to go at a price they can pay.",
        ("transportation", "transit", "transit access", "public transportation"),
    ),
)
_HEALTH = (
    Word(
        "access-to-health-services",
        "Access to health services",
        "Whether there are enough doctors for the people who live there.",
        ("health care access", "access to health care", "health services"),
    ),
    Word(
        "neonatal-health",
        "Neonatal health",
        "Whether babies are born healthy.",
        ("infant health", "newborn health", "birth outcomes"),
    ),
    Word(
        "environmental-quality",
        "Environmental quality",
        "Whether the air that people breathe is clean.",
        ("air quality", "environment"),
    ),
    Word(
        "safety-from-trauma",
        "Safety from trauma",
        "Whether people are safe from deadly injury and what it does to families.",
        ("freedom from trauma", "injury deaths"),
    ),
)
_GOVERNANCE = (
    Word(
        "political-participation",
        "Political participation",
        "Whether the people who may vote do.",
        ("voter turnout", "voting", "civic participation"),
    ),
    Word(
        "descriptive-representation",
        "Descriptive representation",
        "Whether local officials look like the people they serve.",
        ("representation among local officials",),
    ),
    Word(
        "safety-from-crime",
        "Safety from crime",
        "Whether people are safe from violence and theft.",
        ("crime", "public safety"),
    ),
    Word(
        "just-policing",
        "Just policing",
        "Whether young people are kept out of the justice system instead of being arrested.",
        ("policing", "juvenile arrests"),
    ),
)
_PREDICTORS = {
    "rewarding-work": _WORK,
    "high-quality-education": _EDUCATION,
    "opportunity-rich-and-inclusive-neighborhoods": _NEIGHBORHOODS,
    "healthy-environment-and-access-to-good-health-care": _HEALTH,
    "responsive-and-just-governance": _GOVERNANCE,
}

PREDICTORS = Vocabulary(
    name="predictors",
    title="Predictors of mobility",
    noun="predictor",
    words=(word for words in _PREDICTORS.values() for word in words),
)

PILLAR_OF: Mapping[str, str] = {word.slug: pillar for pillar, words in _PREDICTORS.items() for word in words}
"""The pillar that each predictor belongs to."""

DOMAINS = Vocabulary(
    name="domains",
    title="Policy domains",
    noun="policy domain",
    extended_by="domains",
    words=(*PILLARS, *PREDICTORS),
)
"""What a partner works on: a whole pillar, one predictor, or a domain that the plan added."""

STANDARD_METRICS: Mapping[str, str] = {
    "employment-opportunities": "Employment-to-population ratio of adults ages 25 to 54",
    "jobs-paying-living-wages": "Pay on an average job divided by the local cost of living",
    "opportunities-for-income": "Household income at the 20th, 50th and 80th percentiles",
    "financial-security": "Share of residents with debt in collections",
    "wealth-building-opportunities": ("A group's share of housing value divided by its share of households"),
    "access-to-preschool": "Share of 3- and 4-year-olds enrolled in preschool",
    "effective-public-education": "Average change per grade in English achievement, grades 3 to 8",
    "school-economic-diversity": "Share of students in high-poverty schools, by race and ethnicity",
    "preparation-for-college": "Share of 19- and 20-year-olds with a high school degree",
    "digital-access": "Share of households with broadband at home",
    "housing-affordability": (
        "Affordable and available homes per 100 households with low, very low and extremely low incomes"
    ),
    "housing-stability": (
        "Number and share of public school children who were homeless at any time in the year"
    ),
    "economic-inclusion": "Share of residents in poverty who live in high-poverty neighborhoods",
    "racial-diversity": "Neighborhood exposure index, by race and ethnicity",
    "social-capital": "Membership associations per 10,000 residents; economic connectedness",
    "transportation-access": "Transit trips index; transportation cost",
    "access-to-health-services": "Residents per primary care physician",
    "neonatal-health": "Share of babies born with a low weight",
    "environmental-quality": "Air quality index",
    "safety-from-trauma": "Deaths from injury per 100,000 residents",
    "political-participation": "Share of eligible voters who vote",
    "descriptive-representation": ("A group's share of local officials divided by its share of residents"),
    "safety-from-crime": "Violent and property crime rates",
    "just-policing": "Juvenile arrest rate",
}
"""How each predictor is measured as a rule. A fraction has the group above and the whole below."""

DATA_QUALITIES = Vocabulary(
    name="data_qualities",
    title="Data quality",
    noun="data quality",
    words=(
        Word("1", "Good", "The value is sound and may be quoted.", ("high", "strong")),
        Word(
            "2",
            "Usable with care",
            "The value has gaps or a small sample, so say so wherever you quote it.",
            ("marginal", "use with caution", "fair"),
        ),
        Word(
            "3",
            "Do not act on this",
            "The value is too weak to decide anything by and must not appear in an invitation.",
            ("weak", "poor", "low"),
        ),
    ),
)
"""The `_quality` flag of Urban's published files."""
