"""The practices of a good coalition that can be looked for in a plan, by number.

The guide, the toolkit, the brief and the imperative ask for them; the words are ours. Rules name the
practices that they cover by these numbers.
"""

from collections.abc import Mapping
from typing import NamedTuple


class Practice(NamedTuple):
    """Something that a good coalition does. `kind` says what a plan can show of it, as in `KINDS`."""

    number: int
    kind: str
    title: str


KINDS: Mapping[str, str] = {
    "S": "there and complete",
    "X": "records agree",
    "D": "dates and frequencies",
    "T": "recorded in words",
    "I": "advice",
}
"""What is looked at, in words. That something is recorded in words attests it, and does not prove it."""

PRACTICES: tuple[Practice, ...] = (
    # Structure and coverage
    Practice(1, "S", "The management team, the key stakeholders and the champions all have someone in them."),
    Practice(
        2, "D", "The management team meets most often, champions least often, key stakeholders between."
    ),
    Practice(3, "D", "Champions are brought together at least once a year."),
    Practice(4, "S", "It is plain who brings the coalition together."),
    Practice(5, "X", "A government that convenes does not hold every leading role itself."),
    Practice(6, "S", "Several sectors take part, and those that are missing are known."),
    Practice(7, "S", "Public, private, nonprofit and philanthropic bodies all take part."),
    Practice(8, "X", "Members work on more than one area of policy."),
    Practice(9, "X", "Some member works on each predictor that the coalition puts first."),
    Practice(10, "X", "Each group of residents that comes first is served, and has a voice of its own."),
    Practice(11, "X", "Every asset that the work needs is held by someone in the coalition."),
    Practice(12, "X", "Together, partners bring power, dignity, equity, residents' trust and use of data."),
    Practice(13, "D", "Planning takes long enough to be done well and ends before people tire of it."),
    Practice(14, "I", "People who run state and federal programs were thought of."),
    Practice(15, "T", "Networks that exist already were looked at before a new one began."),
    Practice(16, "X", "People from outside government hold roles, so that the work outlives an election."),
    Practice(17, "T", "Any group with the same aim in the same place was talked to early."),
    # Management team
    Practice(18, "S", "Exactly one person at a time is the project manager."),
    Practice(19, "X", "The project manager comes from the convener, or has authority that is written down."),
    Practice(20, "D", "The project manager has a real share of working time for the role."),
    Practice(21, "T", "What fits the project manager for the role is written down."),
    Practice(22, "S", "There is a work plan."),
    Practice(23, "S", "Every promise has someone who answers for it and a day by which it is due."),
    Practice(24, "S", "Someone leads on data, or it is said why nobody does."),
    Practice(25, "S", "Someone leads on community engagement, or it is said why nobody does."),
    Practice(26, "S", "Someone leads on communications and outreach, or it is said why nobody does."),
    Practice(27, "S", "Someone leads on learning and evaluation, or it is said why nobody does."),
    Practice(28, "T", "What fits each lead for the role is written down."),
    Practice(29, "X", "Whoever leads community engagement has ties to community organizations."),
    Practice(30, "T", "There are ways to reach people who are offline, older or learning English."),
    Practice(31, "T", "Where data and evaluation have two leads, they have agreed how to work together."),
    Practice(32, "X", "Not everyone with a leading role works for government."),
    Practice(33, "I", "Each lead comes from a sector where such people are often found."),
    Practice(34, "T", "The management team as a whole reflects the community."),
    Practice(35, "T", "The management team has made its commitment to equity plain."),
    Practice(36, "T", "The team knows its own experience, connections, authority and access."),
    Practice(37, "T", "People who help a lead know what support is asked of them and how many hours."),
    Practice(38, "S", "Partners from outside know how government decides, shares papers and gives help."),
    # Community members
    Practice(39, "S", "At least one resident takes part."),
    Practice(40, "S", "Residents have seats of their own, not seats of an organization."),
    Practice(41, "S", "Residents are paid, and it is said how."),
    Practice(42, "T", "Residents get materials or training before they take part."),
    Practice(43, "X", "A plan for differences in power exists, and someone on the management team owns it."),
    Practice(44, "X", "At least one resident leads something."),
    Practice(45, "D", "Residents come in early, and with a vote."),
    Practice(46, "S", "Residents who are not members are heard as well."),
    Practice(47, "T", "Community organizations were asked whom to invite."),
    Practice(48, "X", "What residents said bears on goals of today."),
    Practice(49, "D", "Those who were asked are told what came of it."),
    Practice(50, "D", "Residents are asked again and again, not once."),
    Practice(51, "T", "The team has written down how its own place in society shapes what it sees."),
    # Inventory
    Practice(52, "S", "The stakeholder inventory is there, and is wider than the membership."),
    Practice(53, "S", "The inventory has someone from each sector, or says that none is known."),
    Practice(54, "S", "Each entry of the inventory says sector, groups served, areas of policy and assets."),
    Practice(55, "X", "At least one partner is someone with whom nobody had worked before."),
    Practice(56, "X", "Possible opponents whose part is critical are on the list."),
    Practice(57, "X", "Those who serve the residents with the least say are on the list."),
    Practice(58, "S", "All five questions are answered about each critical partner."),
    Practice(59, "T", "What could keep a partner from taking part is noted."),
    Practice(60, "T", "What each side would gain is written down."),
    Practice(61, "T", "What drives a partner, and to whom it answers, is written down."),
    Practice(62, "T", "Someone who knows the work at the front line or its technical side is named."),
    Practice(63, "S", "For each entry it is decided what becomes of it."),
    Practice(64, "S", "Those who are kept informed are told by a channel that is named."),
    Practice(65, "D", "The inventory is looked at again after the data were analyzed."),
    Practice(66, "X", "Every critical partner is a member or has been invited."),
    Practice(67, "I", "A small beginning is a good beginning."),
    # Champions
    Practice(68, "S", "There is at least one champion."),
    Practice(69, "S", "Where a government convenes, a champion works inside it."),
    Practice(70, "S", "There are champions inside government and outside."),
    Practice(71, "T", "What makes each champion a good one is written down."),
    Practice(72, "X", "Each of the six tasks of champions has been taken on by one of them."),
    Practice(73, "S", "Champions do not count toward a quorum unless it is agreed."),
    Practice(74, "D", "A champion looks over the plan before it goes out."),
    # Invitations
    Practice(75, "S", "Each invitation has someone who signs it."),
    Practice(76, "X", "Whoever is closest to a partner signs the invitation."),
    Practice(77, "T", "Each invitation goes to a person and says why this person is asked."),
    Practice(78, "T", "Each invitation says what the coalition is for and why the partner matters to it."),
    Practice(79, "T", "Each invitation says which resources or support the partner gets."),
    Practice(80, "T", "Each invitation introduces the project manager."),
    Practice(81, "T", "Each invitation says how power will be shared."),
    Practice(82, "T", "Each invitation says what is different from earlier efforts."),
    Practice(83, "X", "Each invitation quotes a local number and its source."),
    Practice(84, "X", "Each invitation speaks of what this partner can bring."),
    Practice(85, "X", "Partners, champions and residents have all been invited."),
    Practice(86, "T", "No two invitations say the same."),
    Practice(87, "X", "Money that an invitation promises is recorded as a promise."),
    Practice(88, "T", "Invitations to businesses speak to their own goals."),
    # Launch
    Practice(89, "D", "The first meeting has a date."),
    Practice(90, "D", "The steps of the launch are taken in their order."),
    Practice(91, "D", "The launch takes place within the first months."),
    Practice(92, "X", "Each partner gets time to present its work."),
    Practice(93, "S", "Norms for working together are adopted."),
    Practice(94, "S", "It is agreed how often each group meets."),
    Practice(95, "S", "It is agreed where the group talks and keeps its papers."),
    Practice(96, "S", "Every member has a role."),
    Practice(97, "S", "It is agreed how many hours a month each member gives."),
    Practice(98, "T", "It is known who must approve what in each organization."),
    Practice(99, "T", "What is expected of members was set together with them."),
    Practice(100, "S", "It is agreed who writes the final plan."),
    Practice(101, "T", "It is agreed what is made public, and when."),
    Practice(102, "S", "There is a plan for finding common values and a common understanding."),
    Practice(103, "S", "The first agenda holds its parts."),
    # Decisions
    Practice(104, "S", "It is agreed by which model the group decides."),
    Practice(105, "S", "It is agreed who is heard before a decision."),
    Practice(106, "S", "It is agreed who has the last word."),
    Practice(107, "S", "Someone answers for carrying decisions out."),
    Practice(108, "S", "It is agreed which decisions are passed on, and to whom."),
    Practice(109, "X", "Where one body decides alone, the others are heard first, on the record."),
    Practice(110, "X", "Every recorded decision follows the way of deciding in force on its day."),
    # Working groups
    Practice(111, "X", "Each working group brings at least two sectors together."),
    Practice(112, "T", "Working groups are named for a change to the system, not for a single issue."),
    Practice(113, "S", "Each working group has a lead, a purpose and a rhythm."),
    Practice(114, "X", "Some working groups are led by others than the convener."),
    Practice(115, "D", "Working groups meet to share what they have found."),
    # Vision, metrics, learning
    Practice(116, "S", "There is a vision, with goals and the outcomes by which they are recognized."),
    Practice(117, "S", "Each goal has steps on the way."),
    Practice(118, "X", "Together the goals touch all three dimensions of mobility."),
    Practice(119, "S", "Equity is a goal and also a way of working."),
    Practice(120, "S", "At least one line of action changes a system, not only a program."),
    Practice(121, "S", "It is known where each number stood at the start."),
    Practice(122, "S", "It is agreed where each number should get."),
    Practice(123, "X", "There are targets for the short, the medium and the long term."),
    Practice(124, "S", "Numbers are shown by groups of residents, so that averages hide nothing."),
    Practice(125, "D", "Each number has someone who keeps it current, and is current."),
    Practice(126, "D", "Members and residents hear about progress."),
    Practice(127, "T", "Residents take part in choosing what is measured."),
    Practice(128, "S", "There is a plan for evaluation."),
    Practice(129, "X", "Where data move between partners, an agreement covers them."),
    Practice(130, "D", "The group takes time to look at how it works together."),
    Practice(131, "S", "The list of existing plans says priorities, offices and measures."),
    Practice(132, "S", "Each strategy is led by an agency or a nonprofit."),
    Practice(133, "X", "Members shape the vision and the major decisions."),
    # Operations and money
    Practice(134, "S", "There are processes for deciding, carrying out and keeping others involved."),
    Practice(135, "S", "Money of two or more kinds supports the work."),
    Practice(136, "X", "People, money and help are given to the priorities."),
    Practice(137, "T", "It is thought through what happens when people leave or those in office change."),
    Practice(138, "S", "The convener puts in resources of its own."),
    Practice(139, "D", "The convener comes to the events of its partners."),
    Practice(140, "D", "Early wins are reported."),
    Practice(141, "D", "What has been achieved is celebrated."),
    Practice(142, "D", "A wider group meets or hears about the work again and again."),
    Practice(143, "T", "There is a norm for conflict and for claims to turf."),
)
"""All practices; the one with number 1 comes first."""
