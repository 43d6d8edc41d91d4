"""Sectors: where a partner stands, and which side of the table that counts as.

The sectors join the rows of the stakeholder worksheet (guide, Step 4 supplemental materials) with
the figure of coalition members (toolkit, chapter 2). The sides are those of the imperative, and one
more: residents who speak for themselves.
"""

from collections.abc import Mapping

from coalitionkit.model.vocabulary.words import Vocabulary, Word

SECTORS = Vocabulary(
    name="sectors",
    title="Sectors",
    noun="sector",
    words=(
        Word(
            "local-government",
            "Local government",
            "A city, county, school district or one of their departments, which can bring rules, "
            "public money, records and the power to convene.",
            (
                "city",
                "county",
                "municipality",
                "city government",
                "county government",
                "local government agency",
                "school district",
                "town",
            ),
        ),
        Word(
            "state-government",
            "State government",
            "A department or office of the state, which can bring program money, rules and data "
            "from beyond the locality.",
            ("state", "state agency", "state department"),
        ),
        Word(
            "federal-government",
            "Federal government",
            "An agency or field office of the United States government, which can bring program "
            "money, rules and national data.",
            ("federal", "federal agency"),
        ),
        Word(
            "tribal-government",
            "Tribal government",
            "The government of a Native nation or one of its departments, which acts with "
            "sovereign authority of its own.",
            ("tribe", "tribal nation", "tribal", "tribal agency"),
        ),
        Word(
            "community-member",
            "Community member",
            "A person who lives or works in the place and speaks for themselves, even when an "
            "organization employs them.",
            (
                "community members",
                "resident",
                "residents",
                "individual resident",
                "person with lived experience",
            ),
        ),
        Word(
            "nonprofit",
            "Nonprofit",
            "A charitable or service organization that runs programs, trains people or studies "
            "policy; choose community-based organization if residents lead it.",
            (
                "non-profit",
                "nonprofits",
                "nonprofit organization",
                "non-profit organization",
                "not-for-profit",
                "501(c)(3)",
            ),
        ),
        Word(
            "community-based-organization",
            "Community-based organization",
            "An organization rooted in one neighborhood or group, which knows its residents and "
            "has their trust.",
            (
                "CBO",
                "community organization",
                "community-based organizations",
                "grassroots organization",
                "neighborhood association",
            ),
        ),
        Word(
            "advocacy-organization",
            "Advocacy organization",
            "A group that presses for change in policy, wins public support and holds those in "
            "power to account.",
            (
                "advocate",
                "advocacy",
                "advocacy group",
                "advocacy organizations",
                "organizing group",
            ),
        ),
        Word(
            "faith-based",
            "Faith-based organization",
            "A congregation or religious body, which can bring trust, space to meet and reach "
            "into the community.",
            (
                "faith",
                "faith community",
                "religious organization",
                "congregation",
                "house of worship",
                "church",
            ),
        ),
        Word(
            "philanthropy",
            "Philanthropy",
            "A foundation or other giver, which can bring money, standing, evaluation and the "
            "freedom to try things out.",
            (
                "foundation",
                "funder",
                "philanthropic organization",
                "community foundation",
                "donor",
                "philanthropies",
            ),
        ),
        Word(
            "research-organization",
            "Research organization",
            "A research center or policy institute, which can bring data, evaluation, training "
            "and neutral ground.",
            (
                "research",
                "researcher",
                "research institution",
                "research institute",
                "think tank",
                "policy institute",
            ),
        ),
        Word(
            "anchor-institution",
            "Anchor institution",
            "A large body that stays put, such as a university, hospital, bank or museum, which "
            "hires, buys and convenes.",
            (
                "anchor",
                "anchor institutions",
                "hospital",
                "community college",
                "cultural institution",
            ),
        ),
        Word(
            "private-sector",
            "Private sector",
            "A business, employer or trade group, which joins when the work also serves its own goals.",
            (
                "business",
                "employer",
                "company",
                "corporation",
                "for-profit",
                "chamber of commerce",
                "businesses",
            ),
        ),
    ),
)

SIDES = Vocabulary(
    name="sides",
    title="Sides",
    noun="side",
    words=(
        Word(
            "public",
            "Public",
            "Government at any level, tribal governments included.",
            ("government", "public sector"),
        ),
        Word(
            "private",
            "Private",
            "Businesses, employers and the groups that speak for them.",
            ("business",),
        ),
        Word(
            "nonprofit",
            "Nonprofit",
            "Organizations that serve, advocate, teach, heal or study without making a profit.",
            ("civic", "non-profit"),
        ),
        Word(
            "philanthropic",
            "Philanthropic",
            "Foundations and others whose work is to give money.",
            ("philanthropy",),
        ),
        Word(
            "residents",
            "Residents",
            "People of the place who take part for themselves and not for an organization.",
            ("community members",),
        ),
    ),
)

GOVERNMENT = frozenset(("local-government", "state-government", "federal-government", "tribal-government"))
"""The sectors that count as inside government."""

SIDE_OF: Mapping[str, str] = {
    "local-government": "public",
    "state-government": "public",
    "federal-government": "public",
    "tribal-government": "public",
    "community-member": "residents",
    "nonprofit": "nonprofit",
    "community-based-organization": "nonprofit",
    "advocacy-organization": "nonprofit",
    "faith-based": "nonprofit",
    "philanthropy": "philanthropic",
    "research-organization": "nonprofit",
    "anchor-institution": "nonprofit",
    "private-sector": "private",
}
"""The side on which each sector counts. An anchor that is a bank still counts as nonprofit: list it
under private sector when its interest is business.
"""
