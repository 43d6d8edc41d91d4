"""Assets: what a partner can bring to the work besides the people whom it serves.

They join the lists of assets in the guide (4.2 and its worksheet) and the toolkit. An asset of the
plan's own stands in the plan's vocabulary, or is written `other:` and its slug.
"""

from coalitionkit.model.vocabulary.words import Vocabulary, Word

ASSETS = Vocabulary(
    name="assets",
    title="Assets",
    noun="asset",
    families=("other",),
    extended_by="assets",
    words=(
        Word(
            "research-and-analytic-capacity",
            "Research and analytic capacity",
            "People who can collect, analyze and explain data.",
            (
                "research and analytical capacity",
                "research capacity",
                "analytic capacity",
                "research & analytic capacity",
            ),
        ),
        Word(
            "staff",
            "Staff",
            "People whose paid time can go to the coalition's work.",
            ("staff time", "staffing", "personnel"),
        ),
        Word(
            "financial-resources",
            "Financial resources",
            "Money of its own that could pay for planning or for carrying out the plan.",
            ("funding", "money", "financial support"),
        ),
        Word(
            "political-clout",
            "Political clout",
            "The ear of those who make laws and budgets.",
            ("political influence", "political capital"),
        ),
        Word(
            "key-relationships",
            "Key relationships",
            "Trusted ties to people or institutions that the coalition needs and cannot reach alone.",
            ("relationships", "relationships with key stakeholders"),
        ),
        Word(
            "strong-connections-to-community",
            "Strong connections to community",
            "Trust among the residents and groups whom the work is for.",
            (
                "strong community connections",
                "community connections",
                "connections to community",
                "strong connections to the community",
                "community ties",
            ),
        ),
        Word(
            "community-engagement-experience",
            "Community engagement experience",
            "A record of bringing residents into decisions, and not only of informing them.",
            (
                "experience with community engagement",
                "community engagement",
                "experience engaging community members",
            ),
        ),
        Word(
            "fundraising-capacity",
            "Fundraising capacity",
            "The skill and contacts to win grants and gifts for the work.",
            ("fundraising", "fundraising experience", "grant writing"),
        ),
        Word(
            "narrative-change-experience",
            "Narrative change experience",
            "A record of changing how people talk and think about poverty and race.",
            ("narrative change", "experience with narrative change", "storytelling"),
        ),
        Word(
            "programs-well-regarded-by-residents",
            "Programs well regarded by residents",
            "Programs that the people who use them value and recommend.",
            (
                "programs well-regarded by the community",
                "well-regarded programs",
                "trusted programs",
            ),
        ),
        Word(
            "experience-with-many-partners",
            "Experience with many partners",
            "A record of getting things done together with organizations of several kinds.",
            (
                "experience working with many partners",
                "experience with multiple partners",
                "partnership experience",
                "collaboration experience",
            ),
        ),
        Word(
            "convening-power",
            "Convening power",
            "The standing to call a meeting and have the right people come.",
            ("convening", "ability to convene"),
        ),
        Word(
            "data-informed-decisionmaking",
            "Data-informed decision-making",
            "A habit of looking at the numbers before choosing what to do.",
            ("data-driven decisionmaking", "data-driven decision-making", "use of data"),
        ),
        Word(
            "strong-racial-equity-approach",
            "Strong racial equity approach",
            "Racial equity built into how it sets goals, spends money and treats people.",
            (
                "racial equity approach",
                "racial equity",
                "racial equity expertise",
                "strong approach to racial equity",
            ),
        ),
        Word(
            "data-sharing",
            "Data sharing",
            "Data that others need, and the will and the agreements to share them.",
            ("shared data", "data access", "shares data"),
        ),
    ),
)
