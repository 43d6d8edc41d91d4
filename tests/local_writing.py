"""Plans with rules of their own, for tests: what a rule finds in a few lines."""

from datetime import date
from typing import Any

from builders import loaded, whole

from coalitionkit.model.local_rules import LocalRule
from coalitionkit.places import Address
from coalitionkit.rules.local.making import made
from coalitionkit.rules.rule import Breach, Snapshot

AS_OF = date(2026, 6, 30)

PLAN = whole("""\
members:
  - {id: ana, name: Ana López, status: active, joined: 2026-01-15, tasks: [engage-residents], voting: yes}
  - {id: ben, name: Ben Ito, status: alumni, joined: 2025, former_ids: [benno], hours_per_month: 7.5}
  - {id: eva, name: Eva Roth, joined: 2026-06, seats: {csbg: low-income}}
partners:
  - {id: trust, name: River Trust, sector: nonprofit, assets: [staff, data-sharing]}
  - {id: city, name: Forest City, sector: local-government, people: [{id: lee}, {id: kim, title: Clerk}]}
roles:
  - {id: project-manager, held_by: [ana, {member: ben, until: 2026-03}]}
  - {id: data-lead, held_by: [ben], authority: May ask for data.}
working_groups:
  - {id: homes, name: Homes, lead: ana, deputy: ben, members: [ana, ben, eva]}
  - {id: jobs, name: Jobs, lead: benno, members: [ben]}
funding_sources:
  - {id: big, name: Big grant, amount: 50000.50, confidence: 2/3, reports: [{due: 2026-12-31}]}
  - {id: small, name: Small grant, amount: 50000, confidence: 50%}
  - {id: open, name: Open grant}
practices: {power-dynamics: We name it.}
""")


def written(**keys: object) -> LocalRule:
    """Return a rule as a plan would hold it; by default one that looks at members."""
    return LocalRule.read({"id": "ours", "each": "members", "message": "mend {id}", **keys})


def found(**keys: Any) -> list[str]:
    """Return the addresses at which a rule finds something in the plan above."""
    return [str(breach.at) for breach in breaches(**keys)]


def breaches(text: str = PLAN, **keys: Any) -> list[Breach]:
    """Return what a rule finds in a plan."""
    rule, faults = made(written(**keys))
    assert rule is not None, faults
    assert rule.judge is not None
    outcome = loaded(text)
    assert outcome.committed is not None, outcome.findings
    return list(rule.judge(Snapshot(outcome.committed, AS_OF)))


def who(path: str, condition: object, each: str = "members") -> list[str]:
    """Return the ids of the entries of which a condition is true."""
    steps = [breach.at.steps for breach in breaches(each=each, forbid={path: condition})]
    return [str(step[1]) for step in steps if len(step) > 1]


def faults(**keys: object) -> list[str]:
    """Return what is wrong with a rule, each with the keys below which it stands."""
    return [f"{Address(fault.at)}: {fault.message}" for fault in made(written(**keys)).faults]
