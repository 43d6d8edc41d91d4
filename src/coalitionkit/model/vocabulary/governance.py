"""How the coalition is made up: seats of the management team, groups, members and champions.

Roles, groups and what champions do come from the guide (Step 4, 4.1 and 4.3) and the toolkit
(chapter 2). Decision rules live in `decisions`, how often groups meet in `rhythm`.
"""

from collections.abc import Mapping

from coalitionkit.model.vocabulary.words import Vocabulary, Word

MANAGEMENT_ROLES = Vocabulary(
    name="management_roles",
    title="Management team roles",
    noun="management team role",
    words=(
        Word(
            "project-manager",
            "Project manager",
            "Keeps the work plan, stays in touch with the group leads, follows up on promises and "
            "clears obstacles.",
            ("PM", "project lead", "project director", "coalition manager"),
        ),
        Word(
            "data-lead",
            "Data lead",
            "Collects, analyzes and pictures the data, keeps them current and helps define what "
            "success looks like.",
            ("data analyst", "data manager", "data and analytics lead"),
        ),
        Word(
            "community-engagement-lead",
            "Community engagement lead",
            "Plans how residents take part, and may run the sessions as well.",
            ("engagement lead", "community lead"),
        ),
        Word(
            "communications-and-outreach-lead",
            "Communications and outreach lead",
            "Keeps members informed, and tells the public what the coalition does and why.",
            (
                "communications lead",
                "outreach lead",
                "communications & outreach lead",
                "communications and outreach manager",
            ),
        ),
        Word(
            "learning-and-evaluation-lead",
            "Learning and evaluation lead",
            "Works out with others how success is measured, plans the evaluation and keeps the "
            "group learning; may also be the data lead.",
            ("evaluation lead", "learning lead", "learning & evaluation lead", "evaluator"),
        ),
    ),
)

ROLE_QUALIFICATIONS: Mapping[str, tuple[str, ...]] = {
    "project-manager": (
        "well organized",
        "knows the structures and processes of the bodies involved",
        "communicates clearly",
        "can advance racial equity and speak about it",
        "coordinates across organizations",
        "solves problems",
        "delegates",
        "has the authority and the information that the seat needs",
    ),
    "data-lead": (
        "breaks data down by group",
        "tells a story with data",
        "knows how to set up data-sharing agreements",
    ),
    "community-engagement-lead": (
        "knows several methods of engagement",
        "works in an inclusive and equitable way",
        "has ties to community organizations",
    ),
    "communications-and-outreach-lead": (
        "uses many channels",
        "reaches English-language learners, people offline and older adults",
    ),
    "learning-and-evaluation-lead": (
        "knows performance management and results-based accountability",
        "uses qualitative methods",
        "can follow change in whole systems",
    ),
}
"""What to look for in the person who takes each seat."""

ROLE_SUGGESTED_SECTORS: Mapping[str, tuple[str, ...]] = {
    "project-manager": (),
    "data-lead": ("research-organization", "anchor-institution", "local-government"),
    "community-engagement-lead": ("nonprofit", "community-based-organization"),
    "communications-and-outreach-lead": ("philanthropy", "anchor-institution"),
    "learning-and-evaluation-lead": ("research-organization", "philanthropy"),
}
"""Where to look for each lead. The project manager comes from the convener or has its authority."""

GROUPS = Vocabulary(
    name="groups",
    title="Groups",
    noun="group",
    words=(
        Word(
            "management-team",
            "Management team",
            "The few people who run the work from day to day and meet most often.",
            ("management", "core team", "leadership team"),
        ),
        Word(
            "key-stakeholder",
            "Key stakeholders",
            "Members who plan and carry out the work, mostly in working groups.",
            ("stakeholder", "stakeholders", "key stakeholder group"),
        ),
        Word(
            "champion",
            "Champions",
            "People of influence who speak up and open doors when it matters most, without coming "
            "to every meeting.",
            ("champion group", "coalition champion"),
        ),
    ),
)
"""From the group that meets most often to the one that meets least."""

AUDIENCE_GROUPS = Vocabulary(
    name="audience_groups",
    title="Groups to hear or to tell",
    noun="group",
    words=(
        *GROUPS,
        Word(
            "keep-informed",
            "Keep informed",
            "People and organizations outside the coalition who hear what it does and may comment.",
            ("informed", "wider group"),
        ),
    ),
)

PARTICIPATION = Vocabulary(
    name="participation",
    title="Ways to take part",
    noun="way to take part",
    words=(
        Word(
            "seat",
            "Seat",
            "Takes part all the time, as a member with a seat of their own.",
            ("regular", "standing"),
        ),
        Word(
            "ad-hoc",
            "Ad hoc",
            "Is brought in at critical points and not in between.",
            ("as needed", "on call"),
        ),
        Word(
            "contract",
            "Contract",
            "Is hired for a task, such as a consultant who facilitates or analyzes.",
            ("consultant", "hired", "contractor"),
        ),
    ),
)

MEMBER_STATUSES = Vocabulary(
    name="member_statuses",
    title="Member statuses",
    noun="member status",
    words=(
        Word(
            "prospective",
            "Prospective",
            "Is thought of as a member but has not been asked yet.",
            ("proposed", "candidate"),
        ),
        Word(
            "invited",
            "Invited",
            "Has been asked to join and has not said yes yet.",
            ("invitation sent",),
        ),
        Word("active", "Active", "Has joined and takes part now.", ("current", "joined", "member")),
        Word(
            "on-leave",
            "On leave",
            "Has stepped back for a time and is expected to return.",
            ("leave", "paused"),
        ),
        Word(
            "alumni",
            "Alumni",
            "Was a member and has left, but stays on record so that the history holds.",
            ("alum", "former", "left", "past member"),
        ),
    ),
)

SEATED_AS = Vocabulary(
    name="seated_as",
    title="Seated as",
    noun="kind of seat",
    words=(
        Word(
            "organization",
            "For an organization",
            "Speaks and votes for the organization that sent them.",
            ("organisation", "representative"),
        ),
        Word(
            "individual",
            "As an individual",
            "Speaks and votes for themselves, which is how community members are seated.",
            ("person", "self", "community member"),
        ),
    ),
)

CHAMPION_QUALITIES = Vocabulary(
    name="champion_qualities",
    title="Qualities of a champion",
    noun="quality of a champion",
    words=(
        Word(
            "sees-the-vision",
            "Sees the vision",
            "Understands where the coalition wants to go and can say it in their own words.",
            ("visionary",),
        ),
        Word(
            "committed-to-racial-equity",
            "Committed to racial equity",
            "Stands up for racial equity in public, also when it costs something.",
            ("committed to equity",),
        ),
        Word(
            "coalition-builder",
            "Coalition builder",
            "Brings people together who would not meet otherwise.",
            ("builds coalitions", "bridge builder"),
        ),
        Word(
            "well-connected-in-policy",
            "Well connected in policy",
            "Knows the people who make policy and is heard by them.",
            ("connected to policymakers", "well connected"),
        ),
        Word(
            "motivates-others",
            "Motivates others",
            "Makes other people want to join in and stay with it.",
            ("motivator", "inspires others"),
        ),
    ),
)

CHAMPION_RESPONSIBILITIES = Vocabulary(
    name="champion_responsibilities",
    title="Responsibilities of champions",
    noun="responsibility of a champion",
    words=(
        Word(
            "convene-new-stakeholders",
            "Convene new stakeholders",
            "Brings people to the table whom the coalition could not get there itself.",
            ("bring in new stakeholders",),
        ),
        Word(
            "liaise-with-policymakers",
            "Liaise with policymakers",
            "Keeps those who make policy informed and brings back what they think.",
            ("liaison with policymakers", "policy liaison"),
        ),
        Word(
            "advocate-publicly",
            "Advocate publicly",
            "Speaks for the work in public and in the press.",
            ("public advocacy", "advocate"),
        ),
        Word(
            "fundraise",
            "Fundraise",
            "Asks for money for the work and vouches for it with funders.",
            ("raise money", "fundraising"),
        ),
        Word(
            "help-enact-policy",
            "Help enact policy",
            "Moves the policies in the plan through to adoption.",
            ("enact policy",),
        ),
        Word(
            "share-progress-and-early-wins",
            "Share progress and early wins",
            "Tells others what has been achieved so far, so that they keep believing in it.",
            ("share progress", "share early wins"),
        ),
    ),
)

CHAMPION_SUPPORTS = Vocabulary(
    name="champion_supports",
    title="Support from champions",
    noun="kind of support from a champion",
    words=(
        Word(
            "direction-and-scope",
            "Direction and scope",
            "Helps decide what the work is about and how far it reaches.",
            ("direction", "scope"),
        ),
        Word(
            "persuade",
            "Persuade",
            "Talks to people who doubt the work and wins them over.",
            ("persuasion",),
        ),
        Word(
            "seek-buy-in",
            "Seek buy-in",
            "Gets leaders to commit themselves to the work.",
            ("buy-in",),
        ),
        Word(
            "review-plan",
            "Review the plan",
            "Reads the draft plan and says what would help it succeed.",
            ("plan review",),
        ),
        Word(
            "launch-plan",
            "Launch the plan",
            "Stands behind the finished plan when it is made public.",
            ("plan launch",),
        ),
    ),
)
