"""Plans for benchmarks: realistic, valid and public, the same bytes for the same numbers.

    python benchmarks/plans.py --members 60 > plan.yaml

60 members give about 100 KB, a large coalition; 18 give about 30 KB, the plan of a county. Everything
is invented. Nothing here reads the clock.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from random import Random
from textwrap import wrap
from typing import Any

FEWEST_MEMBERS = 10
"""Below this many there would not be enough people for the roles and groups."""

Fields = dict[str, Any]

_WIDTH = 100
_UNSAFE = re.compile(r"""[-?:,\[\]{}#&*!|>'"%@`\s]|.*(?:: | #|:$|\s$)|$""")
_LIKE_A_CODE = re.compile(r"0\d|\d\d:\d\d")


def _words(text: str) -> list[str]:
    return text.split("|")


_FIRST = _words(
    "Ana|Ben|Carla|Dev|Elena|Femi|Grace|Hugo|Imani|Jonah|Keisha|Liam|Marisol|Nia|Omar|Priya|Quinn|Rosa|Sam|"
    "Tomás|Uma|Victor|Wen|Ximena|Yusuf|Zoë"
)
_LAST = _words(
    "López|Ito|Diaz|Okafor|Nguyen|Schmidt|Haddad|Brown|Castillo|Park|Jackson|O'Neil|Petrov|Silva|Tran|Walker|"
    "Méndez|Cohen|Adeyemi|Rivera"
)
_PLACES = _words(
    "Forest City|North Hills|Riverside|East Side|Cedar Valley|Lakeview|Old Town|South County|Harbor|"
    "Mill Creek|Prairie|Union"
)
_BODIES = {
    "local-government": ("Housing Department", "School District", "Public Library", "Health Department"),
    "state-government": ("State Workforce Office",),
    "nonprofit": ("Asset Builders", "Legal Aid", "Food Bank", "Family Services", "Youth Alliance"),
    "community-based-organization": ("Neighbors United", "Tenants Council", "Parents Circle"),
    "advocacy-organization": ("Transit Riders Union", "Fair Housing Project"),
    "faith-based": ("Interfaith Network", "Baptist Church"),
    "philanthropy": ("Community Foundation", "United Way"),
    "research-organization": ("Policy Institute",),
    "anchor-institution": ("Community College", "Regional Hospital"),
    "private-sector": ("Chamber of Commerce", "Credit Union"),
}
_POPULATIONS = _words(
    "residents-with-low-incomes|english-language-learners|mixteco-speakers|renters-with-low-incomes|young-people|"
    "disengaged-youth|immigrants|single-parents|people-with-disabilities|farm-workers"
)
_DOMAINS = _words(
    "financial-security|housing-stability|housing-affordability|digital-access|transportation-access|"
    "jobs-paying-living-wages|preparation-for-college|access-to-health-services|social-capital"
)
_ASSETS = _words(
    "data-sharing|staff|political-clout|key-relationships|strong-connections-to-community|convening-power|"
    "community-engagement-experience|fundraising-capacity|narrative-change-experience"
)
_ALIGNED = ("activities", "equity-initiative", "engagement", "power-and-dignity", "systems-change")
_TASKS = _words(
    "gather-and-analyze-data|engage-residents|interview-stakeholders|communicate|research-policy|"
    "find-funding|draft-plan"
)
_SAYINGS = (
    "They run free tax help in three libraries and know most of the families by name.",
    "Their staff sit at the county table on housing; ask them first when rents come up.",
    "A small team with long trust: what they hear on the doorstep reaches us weeks before the data do.",
    "Their last strategic plan names the same two gaps as ours, with dates.",
    "They lend rooms, interpreters and child care, and expect a clear agenda in return.",
    "They would join the data group at once if someone paid for the hours of one analyst.",
)
_GAINS = (
    "Earlier word of what residents ask for.",
    "A seat where the budget is talked about.",
    "Numbers that stand up in a grant proposal.",
    "Partners who refer families both ways.",
    "A public voice beside the city's own.",
)


class Code(str):
    """Text that would be read as a number without its quotes."""

    __slots__ = ()


def plan_text(members: int = 60, seed: int = 1) -> str:
    """Return a plan of a coalition of so many members and about as many partners.

    Raises ValueError for fewer than FEWEST_MEMBERS.
    """
    if members < FEWEST_MEMBERS:
        raise ValueError(f"a plan for benchmarks needs at least {FEWEST_MEMBERS} members")
    sections = _Coalition(members, seed).sections()
    lines = ["# The plan of an invented coalition, written by benchmarks/plans.py."]
    for remark, section in sections:
        lines += [""] + ([f"# {remark}"] if remark else [])
        lines += _block(section, 0)
    return "\n".join(lines) + "\n"


class _Coalition:
    """The people and organizations of one plan; each method writes one of its sections."""

    def __init__(self, members: int, seed: int) -> None:
        self.rng = Random(seed)  # noqa: S311 - a benchmark is no secret
        self.names = self._names(members)
        self.members = [_slug(name) for name in self.names]
        residents = max(2, members // 10)
        self.residents = self.members[-residents:]
        self.bodies = self._bodies(members - residents)
        self.partners = [_slug(name) for name, _ in self.bodies]
        self.people = {partner: f"{partner}-contact" for partner in self.partners}
        self.groups = [f"group-{number}" for number in range(1, 2 + members // 20)]
        self.metrics = [f"metric-{number}" for number in range(1, 2 + members // 10)]
        self.sources = [f"grant-{number}" for number in range(1, 3 + members // 20)]

    def _names(self, count: int) -> list[str]:
        every = [f"{first} {last}" for last in _LAST for first in _FIRST]
        kept = self.rng.sample(every, min(count, len(every)))
        return kept + [f"{self.rng.choice(every)} {number}" for number in range(len(kept), count)]

    def _bodies(self, count: int) -> list[tuple[str, str]]:
        convener = ("City of Forest City", "local-government")
        kinds = [(body, sector) for sector, bodies in _BODIES.items() for body in bodies]
        every = [(f"{place} {body}", sector) for place in _PLACES for body, sector in kinds]
        kept = self.rng.sample(every, min(count - 1, len(every)))
        more = [
            (f"{_PLACES[n % len(_PLACES)]} Block Club {n}", "nonprofit") for n in range(len(kept) + 1, count)
        ]
        return [convener, *kept, *more]

    def _some(self, words: Sequence[str], least: int, most: int) -> list[str]:
        return self.rng.sample(words, min(self.rng.randint(least, most), len(words)))

    def _day(self, year: int = 2026) -> str:
        return f"{year}-{self.rng.randint(1, 12):02}-{self.rng.randint(1, 28):02}"

    def _often(self, share: float) -> bool:
        return self.rng.random() < share

    def sections(self) -> Iterator[tuple[str, Fields]]:
        """Yield each section below a remark, in the order of the format."""
        yield "", {"format": 1}
        yield "", {"coalition": self._about(), "vocabulary": self._vocabulary()}
        yield "", {"focus": self._focus()}
        yield "Everyone we know of, whether they have a seat or not.", {"partners": self._partners()}
        yield "", {"ties": self._ties(), "inventory": self._inventory()}
        yield "Who has a seat. What people are paid stands in the private file.", {"members": self._members()}
        yield "", {"roles": self._roles(), "champions": self._champions()}
        yield "", {"working_groups": self._working_groups()}
        yield "How we decide, and what we decided.", {"decision_model": self._decision_model()}
        yield "", {"decisions": self._decisions()}
        yield "", {"rhythm": self._rhythm(), "meetings": self._meetings()}
        yield "Promises, in both directions.", {"commitments": self._commitments()}
        yield "", {"invitations": self._invitations()}
        yield (
            "",
            {"engagements": self._engagements(), "plans": self._plans(), "strategies": self._strategies()},
        )
        yield "What we measure. Values are those of the publisher.", {"metrics": self._metrics()}
        yield "", {"funding_sources": self._funding_sources(), "budget": self._budget()}
        yield "", {"practices": self._practices(), "lint": {"profile": "start"}}

    def _about(self) -> Fields:
        return {
            "id": "forest-city-mobility",
            "name": {"en": "Forest City Mobility Coalition", "es": "Coalición de Movilidad de Forest City"},
            "place": {
                "name": "Forest City",
                "kind": "city",
                "state": "CA",
                "country": "US",
                "fips": Code("0600000"),
                "timezone": "America/Los_Angeles",
            },
            "convener": self.partners[0],
            "started": "2026-01-15",
            "planning": {"start": "2026-01", "end": "2027-06"},
            "languages": ["en", "es"],
            "currency": "USD",
        }

    def _vocabulary(self) -> Fields:
        return {"populations": [{"id": "mixteco-speakers", "label": {"en": "Mixteco speakers"}}]}

    def _focus(self) -> Fields:
        goals = [
            {
                "id": f"goal-{number}",
                "statement": f"No family is held back by a lack of {domain.replace('-', ' ')}.",
                "outcomes": [
                    "Fewer families are turned away",
                    {"text": "More families stay where they are", "metrics": self._some(self.metrics, 1, 2)},
                ],
                "dimensions": ["economic-success", "power-and-autonomy"],
                "predictors": [domain],
                "horizon": "long-term",
                "priorities": [
                    {"text": "Open two coaching sites", "due": "2026-12"},
                    "Publish the waiting lists",
                ],
            }
            for number, domain in enumerate(_DOMAINS[:3], 1)
        ]
        return {
            "north_star": "Every resident of Forest City can get ahead, whatever street they grew up on.",
            "populations": _POPULATIONS[:4],
            "predictors": _DOMAINS[:3],
            "goals": goals,
            "equity": {
                "goal": "Close the gap in debt between the neighborhoods north and south of the river.",
                "process": "Residents hold a third of the votes and set the agenda of every second meeting.",
            },
        }

    def _partners(self) -> list[Fields]:
        listed = [self._partner(number) for number in range(len(self.partners))]
        for member in self.residents:
            name = self.names[self.members.index(member)]
            voice = self._some(_POPULATIONS, 1, 2)
            resident = {"id": member, "name": name, "kind": "individual", "sector": "community-member"}
            listed.append({**resident, "represents": voice})
        return listed

    def _partner(self, number: int) -> Fields:
        name, sector = self.bodies[number]
        key = self.partners[number]
        held = self._some(_ASSETS, 1, 3)
        fields: Fields = {"id": key, "name": name, "kind": "organization", "sector": sector}
        fields["serves"] = self._some(_POPULATIONS, 1, 4)
        fields["people"] = [self._person(key)]
        if number and self._often(0.65):
            return {**fields, "worked_with": "no", "note": "We know the name and little more."}
        if number > 1 and self._often(0.1):
            fields["parent"] = self.partners[self.rng.randrange(number)]
        fields["worked_with"] = self.rng.choice(["yes", "no", "unknown"])
        fields["closest"] = self.rng.choice(self.members)
        fields["language"] = self.rng.choice(["en", "en", "es"])
        if self._often(0.5):
            fields["url"] = f"https://{key}.example.org"
        if self._often(0.4):
            voice = self._some(_POPULATIONS, 2, 3)
            fields["represents"] = {"held": voice[1:], "not_held": voice[:1], "complete": "true"}
        fields["domains"] = self._some(_DOMAINS, 1, 3)
        fields["assets"] = held
        fields["answers"] = self._answers()
        if self._often(0.5):
            source = self.rng.choice(["Letter of support", "Kick-off notes", "Call with the director"])
            fields["evidence"] = [{"shows": f"assets.{held[0]}", "source": source, "date": self._day()}]
        if self._often(0.3):
            by = self.rng.choice(self.members)
            fields["decision"] = {
                "category": "keep-informed",
                "by": by,
                "date": "2026-06",
                "review_on": "2027-01",
            }
            fields["keep_informed_by"] = "newsletter"
        fields["reviewed"] = "2026-06"
        return fields

    def _person(self, partner: str) -> Fields:
        return {
            "id": self.people[partner],
            "name": f"{self.rng.choice(_FIRST)} {self.rng.choice(_LAST)}",
            "title": self.rng.choice(["Data analyst", "Director", "Outreach coordinator", "Case manager"]),
            "knows": self._some(_DOMAINS, 1, 2),
            "champion": "unknown",
            "work_email": f"contact@{partner}.example.org",
        }

    def _answers(self) -> Fields:
        answers: Fields = {
            "aligned": {"held": self._some(_ALIGNED, 1, 3), "text": self.rng.choice(_SAYINGS)},
            "partnership": {
                "level": self.rng.randint(0, 4),
                "benefit_to_them": self.rng.choice(_GAINS),
                "benefit_to_us": self.rng.choice(_GAINS),
            },
            "motivation": self.rng.randint(1, 4),
        }
        if self._often(0.4):
            answers["motivation"] = {
                "level": self.rng.randint(1, 4),
                "accountable_to": "its board and members",
            }
        return answers

    def _ties(self) -> list[Fields]:
        ties = []
        for number in range(0, len(self.partners) - 1, 3):
            kind = self.rng.choice(["works-with", "funds", "refers-to", "shares-data-with"])
            ties.append({"who": self.partners[number], "kind": kind, "whom": self.partners[number + 1]})
        return ties

    def _inventory(self) -> Fields:
        return {
            "none_known": ["tribal-government"],
            "reviewed": ["2026-02", "2026-08"],
            "needs": [
                {
                    "id": "need-data",
                    "kind": "asset",
                    "of": "data-sharing",
                    "required": 2,
                    "purposes": ["plan"],
                },
                {"id": "need-champion", "kind": "champion", "of": "government", "purposes": ["implement"]},
                {
                    "id": "need-voice",
                    "kind": "population-voice",
                    "of": "mixteco-speakers",
                    "added": "2026-02-01",
                },
            ],
            "without_voice": [
                {"population": "middle-class-residents", "reason": "They are well heard already."}
            ],
            "list_rules": {"max_size": 20, "shares": [{"sectors": ["local-government"], "at_most": "1/2"}]},
            "columns": {"Organization": "name", "Type of organization": "sector"},
        }

    def _members(self) -> list[Fields]:
        return [self._member(number) for number in range(len(self.members))]

    def _member(self, number: int) -> Fields:
        key = self.members[number]
        resident = key in self.residents
        fields: Fields = {"id": key, "name": self.names[number]}
        fields["pronouns"] = self.rng.choice(["she/her", "he/him", "they/them"])
        fields["partner"] = key if resident else self.partners[number % len(self.partners)]
        fields["seated_as"] = "individual" if resident else "organization"
        fields["group"] = "management-team" if number < FEWEST_MEMBERS else "key-stakeholder"
        fields["status"] = "active"
        fields["joined"] = self._day()
        if self._often(0.1):
            fields["earlier"] = [{"status": "on-leave", "since": "2026-05", "until": "2026-07"}]
        fields["participation"] = "seat"
        fields["hours_per_month"] = self.rng.choice(["4", "6.5", "12"])
        fields["tasks"] = self._some(_TASKS, 1, 2)
        fields["voting"] = "true"
        fields["languages"] = self.rng.choice([["en"], ["en", "es"]])
        fields["work_email"] = f"{key}@example.org"
        if resident:
            source = self.rng.choice(self.sources)
            fields["compensation"] = {"per": "meeting", "method": "gift card", "funding_source": source}
        if self._often(0.1):
            proxy = self.members[(number + 1) % len(self.members)]
            fields["proxy"] = {"to": proxy, "start": "2026-08-01", "end": "2026-09-01"}
        if self._often(0.2):
            fields["note"] = self.rng.choice(_SAYINGS)
        return fields

    def _roles(self) -> list[Fields]:
        manager = {"member": self.members[0], "since": "2026-01-15", "workload": "50%"}
        leads = (
            "community-engagement-lead",
            "communications-and-outreach-lead",
            "learning-and-evaluation-lead",
        )
        return [
            {
                "id": "project-manager",
                "held_by": [manager],
                "authority": "May ask any department for the data that the coalition has agreed to share.",
            },
            {"id": "data-lead", "held_by": [self.members[1]]},
            *({"id": lead, "held_by": [self.members[2 + number]]} for number, lead in enumerate(leads)),
            {
                "id": "co-chair",
                "title": "Co-chair",
                "vacant": {"since": "2026-03", "acceptable_until": "2029"},
            },
        ]

    def _champions(self) -> list[Fields]:
        quality = {"coalition-builder": "Brought three cities together on transit."}
        return [
            {
                "member": member,
                "qualities": quality,
                "responsibilities": ["advocate-publicly", "liaise-with-policymakers"],
                "supports": ["review-plan"],
                "inside_government": "yes",
            }
            for member in self.members[5:7]
        ]

    def _working_groups(self) -> list[Fields]:
        return [
            {
                "id": group,
                "name": f"{_DOMAINS[number % len(_DOMAINS)].replace('-', ' ').capitalize()} for all",
                "purpose": "Find out what keeps families waiting, and who could change it.",
                "tasks": self._some(_TASKS, 1, 3),
                "lead": self.members[number],
                "members": self._some(self.members, 4, 12),
                "cadence": "monthly",
                "started": "2026-04",
            }
            for number, group in enumerate(self.groups)
        ]

    def _decision_model(self) -> Fields:
        return {
            "model": "consensus",
            "adopted": "2026-03-10",
            "adopted_by": "decision-1",
            "quorum": "2/3",
            "basis": "cast",
            "notice_days": 7,
            "input_from": ["key-stakeholder", "champion"],
            "final_call": "members",
            "accountable": "project-manager",
            "delegation": "Spending below 500 is left to the project manager.",
            "champions_count": "false",
            "fallback": {"model": "majority", "share": "2/3"},
            "by_kind": {"budget": {"model": "majority", "share": "2/3"}, "membership": "majority"},
        }

    def _decisions(self) -> list[Fields]:
        return [self._decision(number) for number in range(1, 2 + len(self.members) // 12)]

    def _decision(self, number: int) -> Fields:
        present = [member for member in self.members if self._often(0.8)]
        cast = ["for", "for", "for", "for", "abstain", "stand-aside"]
        return {
            "id": f"decision-{number}",
            "date": f"2026-{4 + number % 9:02}-{1 + number % 28:02}",
            "status": "decided",
            "kind": self.rng.choice(["ordinary", "norms", "plan", "membership"]),
            "question": f"Shall we adopt draft {number} of the work plan?",
            "noticed": "2026-03-01",
            "input": [{"by": self.rng.choice(self.partners), "date": "2026-03-05", "text": "Keep it short."}],
            "present": present,
            "votes": {member: self.rng.choice(cast) for member in present},
            "outcome": "carried",
            "reasons": "Everyone had a say, and the two open questions went to a working group.",
        }

    def _rhythm(self) -> Fields:
        series = {"id": "management", "group": "management-team", "every": "month", "day": "2nd thursday"}
        running = {"time": "09:00", "duration_minutes": 60, "start": "2026-02", "end": "2027-06"}
        every = [
            {
                "id": f"{group}-series",
                "working_group": group,
                "every": "two-weeks",
                "day": "monday",
                "time": "17:30",
            }
            for group in self.groups
        ]
        return {
            "cadence": {"management-team": "weekly", "key-stakeholder": "monthly", "champion": "quarterly"},
            "series": [{**series, **running, "skip": ["2026-12-10"]}, *every],
            "platforms": ["Zoom", "shared drive"],
            "norms": ["One speaks and the others listen", {"en": "Start on time", "es": "Empezar a tiempo"}],
        }

    def _meetings(self) -> list[Fields]:
        return [
            {
                "id": f"meeting-{number}",
                "kind": "regular" if number else "introductions",
                "group": "all",
                "status": "held",
                "date": self._day(),
                "time": "17:30",
                "duration_minutes": 90,
                "place": "Main Library, room 2",
                "presenters": self._some(self.partners, 1, 2),
                "attended": [member for member in self.members if self._often(0.5)],
                "agenda": ["Welcome", {"text": "Local data", "minutes": 20, "led_by": self.members[1]}],
                "minutes_file": f"minutes/meeting-{number}.md",
            }
            for number in range(1 + len(self.members) // 15)
        ]

    def _commitments(self) -> list[Fields]:
        return [
            {
                "id": f"promise-{number}",
                "promised_by": self.rng.choice(self.members[:8]),
                "promised_to": self.rng.choice(self.partners),
                "what": self.rng.choice(
                    ["A stipend for taking part", "Bring the eviction data", "Share the room"]
                ),
                "due": self._day(2027),
                "made_in": "meeting-0",
            }
            for number in range(1 + len(self.members) // 5)
        ]

    def _invitations(self) -> list[Fields]:
        return [
            {
                "id": f"invite-{number}",
                "partner": partner,
                "to": self.people[partner],
                "sender": self.rng.choice(self.members),
                "language": "en",
                "sent": "2026-01-20",
                "answer": self.rng.choice(["accepted", "later", "no-answer"]),
                "why_you": self.rng.choice(_SAYINGS),
                "resources": "A stipend and child care at every meeting.",
                "power_sharing": "You vote on every question, the budget included.",
                "data_point": self.rng.choice(self.metrics),
            }
            for number, partner in enumerate(self._some(self.partners, 3, 3 + len(self.members) // 10))
        ]

    def _engagements(self) -> list[Fields]:
        return [
            {
                "id": f"walk-{number}",
                "kind": self.rng.choice(["data-walk", "focus-group", "listening-session"]),
                "date": f"2026-05-{1 + number % 28:02}",
                "populations": self._some(_POPULATIONS, 1, 3),
                "participants": self.rng.randint(8, 60),
                "compensation": {"amount": 50, "per": "participant", "funding_source": self.sources[0]},
                "findings": "Late fees and two bus lines were named more often than rent.",
                "reported_back": "2026-06-01",
                "informs": ["goal-1"],
                "next_step": "A second walk in the fall.",
            }
            for number in range(2 + len(self.members) // 20)
        ]

    def _plans(self) -> list[Fields]:
        return [
            {
                "id": "climate-action",
                "title": "Climate Action Plan",
                "owner": "Planning Department",
                "years": "2021/2026",
                "published": "2021",
                "priorities": [{"text": "Retrofit older homes", "predictors": ["housing-stability"]}],
                "measures": ["Homes retrofitted"],
                "url": "https://example.org/climate-action",
            }
        ]

    def _strategies(self) -> list[Fields]:
        return [
            {
                "id": f"strategy-{number}",
                "title": self.rng.choice(["One door for all financial help", "Fees that follow income"]),
                "goal": f"goal-{number}",
                "lead": self.rng.choice(self.partners),
                "kind": "system",
                "partners": self._some(self.partners, 2, 4),
                "status": "planned",
                "wins": [{"date": "2026-05", "text": "First office opened", "reported": "2026-06"}],
            }
            for number in range(1, 4)
        ]

    def _metrics(self) -> list[Fields]:
        return [self._metric(number, key) for number, key in enumerate(self.metrics)]

    def _metric(self, number: int, key: str) -> Fields:
        domain = _DOMAINS[number % len(_DOMAINS)]
        now = self.rng.randint(20, 60)
        values = [
            {"date": year, "value": f"{now - year % 5}.{self.rng.randint(1, 9)}", "quality": 1}
            for year in (2025, 2026)
        ]
        groups = [
            {"group": population, "breakdown": "income", "population": population, "values": values}
            for population in self._some(_POPULATIONS[:4], 1, 2)
        ]
        return {
            "id": key,
            "name": f"Residents who report good {domain.replace('-', ' ')}",
            "predictor": domain,
            "kind": "population",
            "unit": "percent",
            "better": "higher",
            "source": {"name": "Urban Institute, Debt in America", "retrieved": "2026-02"},
            "owner": "data-lead",
            "cadence": "yearly",
            "baseline": {"date": 2024, "value": now, "low": now - 2, "high": now + 2, "quality": 1},
            "targets": [
                {"by": 2027, "value": now + 5},
                {"by": 2031, "value": now + 15, "horizon": "long-term"},
            ],
            "values": values,
            "groups": groups,
        }

    def _funding_sources(self) -> list[Fields]:
        return [
            {
                "id": source,
                "name": f"Grant {number} for convening",
                "funder": self.partners[number],
                "capital": "public" if number % 2 else "philanthropic",
                "status": "secured",
                "amount": 120000,
                "start": "2026-01",
                "end": "2027-12",
                "restricted_to": ["community-engagement"],
                "purposes": ["strategic-convening"],
                "schedule": [
                    {"date": "2026-01", "amount": 60000, "received": "2026-02-01"},
                    {"date": "2027-01", "amount": "59999.50"},
                ],
                "reports": [{"due": "2027-12-31", "what": "Financial report"}],
            }
            for number, source in enumerate(self.sources)
        ]

    def _budget(self) -> Fields:
        lines = [
            {
                "id": f"line-{number}",
                "what": "Stipends for residents",
                "amount": 15000,
                "per": "year",
                "start": "2026-01",
                "use": "community-engagement",
                "goal": "goal-1",
                "funded_by": [source],
            }
            for number, source in enumerate(self.sources)
        ]
        return {"reserve": 20000, "balance": 45000, "balance_date": "2026-06-30", "lines": lines}

    def _practices(self) -> Fields:
        return {
            "power-dynamics": {"text": self.rng.choice(_SAYINGS), "by": "project-manager", "date": "2026-02"},
            "conflict-and-turf": "We name it in the meeting and settle it in a week.",
        }


def _slug(name: str) -> str:
    plain = name.casefold().translate(str.maketrans("áéíóúöëñ", "aeiouoen"))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _block(fields: Fields, indent: int) -> Iterator[str]:
    """Write a mapping as people do: short things in brackets on one line, long ones below their key."""
    pad = " " * indent
    for key, value in fields.items():
        start = f"{pad}{key}:"
        short = f"{start} {_flow(value)}"
        if isinstance(value, str) and len(short) > _WIDTH:
            yield f"{start} >-"
            yield from wrap(value, _WIDTH, initial_indent=f"{pad}  ", subsequent_indent=f"{pad}  ")
        elif not isinstance(value, list | dict):
            yield f"{start} {_scalar(value, '')}"
        elif indent and len(short) <= _WIDTH:
            yield short
        elif isinstance(value, dict):
            yield start
            yield from _block(value, indent + 2)
        elif all(isinstance(item, str) for item in value):
            yield from wrap(short, _WIDTH, subsequent_indent=f"{pad}  ", break_on_hyphens=False)
        else:
            yield start
            yield from _items(value, indent + 2)


def _items(items: Sequence[Any], indent: int) -> Iterator[str]:
    pad = " " * indent
    for item in items:
        short = f"{pad}- {_flow(item)}"
        if not isinstance(item, dict):
            yield f"{pad}- {_scalar(item, '')}"
        elif len(short) <= _WIDTH:
            yield short
        else:
            first, *rest = _block(item, indent + 2)
            yield f"{pad}- {first.lstrip()}"
            yield from rest


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(item) for item in value) + "]"
    return _scalar(value, ",[]{}")


def _scalar(value: Any, forbidden: str) -> str:
    """Write a value plainly where YAML allows it, in double quotes elsewhere."""
    text = str(value)
    plain = not (isinstance(value, Code) or _UNSAFE.match(text) or _LIKE_A_CODE.match(text))
    return (
        text
        if plain and not any(sign in text for sign in forbidden)
        else json.dumps(text, ensure_ascii=False)
    )


def main() -> None:
    """Write a plan to standard output, in UTF-8 whatever the console speaks."""
    parser = argparse.ArgumentParser(description="Write a plan for benchmarks.")
    parser.add_argument("--members", type=int, default=60, help="how many members the coalition has")
    parser.add_argument("--seed", type=int, default=1, help="another number, another coalition")
    options = parser.parse_args()
    sys.stdout.buffer.write(plan_text(options.members, options.seed).encode())


if __name__ == "__main__":
    main()
