"""Measuring, doing and learning: metrics, engagement with residents, strategies and planning tasks.

Engagement and planning tasks come from the guide (Step 4), the columns of the plan inventory from
Alameda County in the brief, horizons from the imperative, kinds of metric from results-based
accountability. How often a metric is updated is one of the cadences in `rhythm`.
"""

from coalitionkit.model.vocabulary.words import Vocabulary, Word

METRIC_KINDS = Vocabulary(
    name="metric_kinds",
    title="Kinds of metric",
    noun="kind of metric",
    words=(
        Word(
            "population",
            "Population",
            "How a whole group or place is faring, which no single program can answer for.",
            ("population indicator", "indicator", "community-level"),
        ),
        Word(
            "how-much",
            "How much was done",
            "How much a program did or how many people it reached.",
            ("quantity", "output"),
        ),
        Word(
            "how-well",
            "How well it was done",
            "How good the work was, such as how soon, how fairly or how satisfied people were.",
            ("service quality",),
        ),
        Word(
            "better-off",
            "Whether anyone is better off",
            "What changed for the people whom a program served.",
            ("is anyone better off", "outcome", "effect"),
        ),
    ),
)

BETTER = Vocabulary(
    name="better",
    title="Better when",
    noun="direction",
    words=(
        Word("higher", "Higher", "A rising number is good news.", ("up", "more", "increase")),
        Word("lower", "Lower", "A falling number is good news.", ("down", "less", "decrease")),
    ),
)

HORIZONS = Vocabulary(
    name="horizons",
    title="Horizons",
    noun="horizon",
    words=(
        Word(
            "short-term",
            "Short term",
            "To be reached soon, while the coalition is still finding its feet.",
            ("short", "near-term"),
        ),
        Word(
            "medium-term",
            "Medium term",
            "To be reached on the way, as a sign that the long-term goal is in sight.",
            ("medium", "intermediate", "mid-term"),
        ),
        Word("long-term", "Long term", "To be reached in the end, often years ahead.", ("long",)),
    ),
)

ENGAGEMENT_KINDS = Vocabulary(
    name="engagement_kinds",
    title="Kinds of engagement",
    noun="kind of engagement",
    families=("other",),
    words=(
        Word(
            "data-walk",
            "Data walk",
            "Residents look at local data on display and say what they see and what is missing.",
            ("data gallery",),
        ),
        Word(
            "focus-group",
            "Focus group",
            "A small group talks through a few questions with a moderator.",
            ("focus groups", "group interview"),
        ),
        Word(
            "listening-session",
            "Listening session",
            "Residents speak, and those who decide listen.",
            ("town hall", "community listening session", "listening tour"),
        ),
        Word("survey", "Survey", "Many people answer the same questions.", ("questionnaire", "poll")),
        Word(
            "interview",
            "Interview",
            "One person is asked in a conversation.",
            ("interviews", "one-on-one"),
        ),
        Word(
            "deliberative-forum",
            "Deliberative forum",
            "Residents learn about a question, weigh it together and say what should be done.",
            ("deliberation", "citizens' assembly", "community forum"),
        ),
        Word(
            "advisory-board",
            "Advisory board",
            "A standing group of residents advises over time.",
            ("community advisory board", "advisory council", "advisory committee"),
        ),
    ),
)

STRATEGY_KINDS = Vocabulary(
    name="strategy_kinds",
    title="Kinds of strategy",
    noun="kind of strategy",
    words=(
        Word(
            "system",
            "System",
            "Changes rules, budgets or institutions, so that the effect outlasts any one program.",
            ("systems change", "system change"),
        ),
        Word(
            "program",
            "Program",
            "Runs or widens a service for the people who take part in it.",
            ("programme", "service"),
        ),
    ),
)

STRATEGY_STATUSES = Vocabulary(
    name="strategy_statuses",
    title="Strategy statuses",
    noun="strategy status",
    words=(
        Word("planned", "Planned", "Agreed on, but not begun.", ("not started",)),
        Word(
            "under-way",
            "Under way",
            "Begun and going on.",
            ("in progress", "underway", "active", "ongoing"),
        ),
        Word("done", "Done", "Carried out to the end.", ("completed", "finished")),
        Word(
            "stopped",
            "Stopped",
            "Given up before the end, and kept on record with the reason.",
            ("abandoned", "canceled", "dropped"),
        ),
    ),
)

PLANNING_TASKS = Vocabulary(
    name="planning_tasks",
    title="Planning tasks",
    noun="planning task",
    words=(
        Word(
            "gather-and-analyze-data",
            "Gather and analyze data",
            "Find the numbers that show who is falling behind and where.",
            ("gather and analyse data", "data analysis"),
        ),
        Word(
            "engage-residents",
            "Engage residents",
            "Bring residents into the work and take what they say into the plan.",
            ("community engagement",),
        ),
        Word(
            "interview-stakeholders",
            "Interview stakeholders",
            "Ask people who know the field what they see and what they would change.",
            ("stakeholder interviews",),
        ),
        Word(
            "win-leadership-buy-in",
            "Win leadership buy-in",
            "Get those at the top of each organization to back the work.",
            ("leadership buy-in",),
        ),
        Word(
            "inventory-programs-policies-and-practices",
            "Inventory programs, policies and practices",
            "List what is already being done, so that the plan builds on it.",
            ("inventory programmes, policies and practices", "program inventory"),
        ),
        Word(
            "communicate",
            "Communicate",
            "Tell members and the public what is going on.",
            ("communications", "communication"),
        ),
        Word(
            "research-policy",
            "Research policy",
            "Find out which policies have worked elsewhere and would fit here.",
            ("policy research",),
        ),
        Word(
            "find-funding",
            "Find funding",
            "Look for money to plan and to carry out the plan.",
            ("fundraising", "identify funding"),
        ),
        Word(
            "draft-plan",
            "Draft the plan",
            "Write the plan, from first outline to final text.",
            ("write the plan",),
        ),
        Word(
            "disseminate-plan",
            "Disseminate the plan",
            "Bring the finished plan to everyone whom it concerns.",
            ("share the plan", "dissemination"),
        ),
    ),
)
"""What members do while a plan is made, and what working groups may be for."""

PLAN_INVENTORY_COLUMNS = Vocabulary(
    name="plan_inventory_columns",
    title="Columns of the plan inventory",
    noun="column of the plan inventory",
    words=(
        Word("plan", "Plan", "The title of an existing plan of the city or county.", ("title",)),
        Word("priorities", "Priorities", "What that plan puts first.", ("plan priorities", "goals")),
        Word("offices", "Offices involved", "Which departments take part in it.", ("departments",)),
        Word(
            "measures",
            "How outcomes are measured",
            "By which numbers that plan judges whether it works.",
            ("outcome measures", "metrics"),
        ),
    ),
)
