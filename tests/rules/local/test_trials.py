"""The examples of a plan's own rules are tried."""

from datetime import date

from builders import loaded, whole

from coalitionkit.rules.local.trials import trials
from coalitionkit.settings import settings_for

RULES = whole("""\
lint:
  local:
    - id: deputy
      each: working_groups
      require: {deputy: present}
      message: write it
      good: |
        working_groups: [{id: homes, name: Homes, deputy: ana}]
        members: [{id: ana, name: Ana}]
      bad: |
        working_groups:
          - {id: homes, name: Homes}
    - id: swapped
      each: working_groups
      require: {deputy: present}
      message: write it
      bad: |
        working_groups: []
      good: |
        working_groups:
          - {id: homes, name: Homes}
    - id: stray
      each: members
      require: {joined: present}
      message: write it
      bad: |
        members: [{id: ana, nmae: Ana}]
    - {id: bare, each: members, require: {joined: present}, message: write it}
    - {id: broken, each: memebrs, require: {joined: present}, message: write it, good: "members: []"}
""")
MISSPELLED = "'nmae' is not a key of a member; did you mean 'name'?"
NOWHERE = "'memebrs' is not a key of a plan; did you mean 'members'?"


def test_each_example_holds_or_says_why_not() -> None:
    outcome = loaded(RULES)
    tried = list(trials(outcome, settings_for(outcome.committed), as_of=date(2026, 6, 30)))
    told = [(t.rule, t.example, t.place.span.start.line, t.problem) for t in tried]
    assert told == [
        ("deputy", "bad", 10, ""),
        ("deputy", "good", 7, ""),
        ("swapped", "bad", 17, "the rule finds nothing in it"),
        ("swapped", "good", 19, "the rule finds something on line 2 of the example: write it"),
        ("stray", "bad", 26, f"line 1 of the example is no part of a plan: {MISSPELLED}"),
        ("bare", "", 28, ""),
        ("broken", "", 29, f"this rule cannot be used: {NOWHERE}"),
    ]
