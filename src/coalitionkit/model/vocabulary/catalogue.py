"""Every word with a fixed meaning that a plan may hold, with its label, its help and its aliases.

One module for each subject; `words` says what a vocabulary is.
"""

from collections.abc import Mapping

from coalitionkit.model.vocabulary.assets import ASSETS
from coalitionkit.model.vocabulary.decisions import (
    BASES,
    DECISION_KINDS,
    DECISION_MODELS,
    DECISION_STATUSES,
    OUTCOMES,
    VOTES,
)
from coalitionkit.model.vocabulary.funding import CAPITAL, FUNDING_STATUSES, PUBLIC_MONEY_PURPOSES
from coalitionkit.model.vocabulary.governance import (
    AUDIENCE_GROUPS,
    CHAMPION_QUALITIES,
    CHAMPION_RESPONSIBILITIES,
    CHAMPION_SUPPORTS,
    GROUPS,
    MANAGEMENT_ROLES,
    MEMBER_STATUSES,
    PARTICIPATION,
    SEATED_AS,
)
from coalitionkit.model.vocabulary.inventory import (
    ALIGNED_INITIATIVES,
    FIVE_QUESTIONS,
    HOLDING,
    MOTIVATION_LEVELS,
    PARTNER_KINDS,
    PARTNERSHIP_LEVELS,
    STANCES,
    TIE_KINDS,
    WORKSHEET_PARTS,
    YES_NO_UNKNOWN,
)
from coalitionkit.model.vocabulary.learning import (
    BETTER,
    ENGAGEMENT_KINDS,
    HORIZONS,
    METRIC_KINDS,
    PLAN_INVENTORY_COLUMNS,
    PLANNING_TASKS,
    STRATEGY_KINDS,
    STRATEGY_STATUSES,
)
from coalitionkit.model.vocabulary.mobility import (
    DATA_QUALITIES,
    DIMENSIONS,
    DOMAINS,
    PILLARS,
    PREDICTORS,
)
from coalitionkit.model.vocabulary.needs import CATEGORIES, LIST_CHOICES, NEED_KINDS, NEED_PURPOSES
from coalitionkit.model.vocabulary.populations import POPULATIONS
from coalitionkit.model.vocabulary.practices import PRACTICES
from coalitionkit.model.vocabulary.promises import (
    INVITATION_ANSWERS,
    INVITATION_PARTS,
    PAY_PERIODS,
)
from coalitionkit.model.vocabulary.rhythm import (
    CADENCES,
    LAUNCH_STEPS,
    MEETING_GROUPS,
    MEETING_KINDS,
    MEETING_STATUSES,
    SERIES_STEPS,
)
from coalitionkit.model.vocabulary.sectors import SECTORS, SIDES
from coalitionkit.model.vocabulary.sustaining import BUILDING_BLOCKS, CHECKLIST, PRINCIPLES
from coalitionkit.model.vocabulary.words import Vocabulary

VOCABULARIES: Mapping[str, Vocabulary] = {
    vocabulary.name: vocabulary
    for vocabulary in (
        SECTORS,
        SIDES,
        POPULATIONS,
        DIMENSIONS,
        PILLARS,
        PREDICTORS,
        DOMAINS,
        DATA_QUALITIES,
        ASSETS,
        MANAGEMENT_ROLES,
        GROUPS,
        AUDIENCE_GROUPS,
        PARTICIPATION,
        MEMBER_STATUSES,
        SEATED_AS,
        CHAMPION_QUALITIES,
        CHAMPION_RESPONSIBILITIES,
        CHAMPION_SUPPORTS,
        PARTNER_KINDS,
        YES_NO_UNKNOWN,
        STANCES,
        HOLDING,
        FIVE_QUESTIONS,
        ALIGNED_INITIATIVES,
        PARTNERSHIP_LEVELS,
        MOTIVATION_LEVELS,
        WORKSHEET_PARTS,
        NEED_KINDS,
        NEED_PURPOSES,
        CATEGORIES,
        LIST_CHOICES,
        TIE_KINDS,
        PAY_PERIODS,
        INVITATION_PARTS,
        INVITATION_ANSWERS,
        DECISION_MODELS,
        BASES,
        VOTES,
        DECISION_STATUSES,
        OUTCOMES,
        DECISION_KINDS,
        CADENCES,
        SERIES_STEPS,
        MEETING_GROUPS,
        MEETING_KINDS,
        MEETING_STATUSES,
        LAUNCH_STEPS,
        METRIC_KINDS,
        BETTER,
        HORIZONS,
        ENGAGEMENT_KINDS,
        STRATEGY_KINDS,
        STRATEGY_STATUSES,
        PLANNING_TASKS,
        PLAN_INVENTORY_COLUMNS,
        CAPITAL,
        FUNDING_STATUSES,
        PUBLIC_MONEY_PURPOSES,
        BUILDING_BLOCKS,
        PRINCIPLES,
        CHECKLIST,
        PRACTICES,
    )
}
"""By name, in reading order."""
