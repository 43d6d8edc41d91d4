"""The references that several parts of a plan hold: ids of other records."""

from typing import Annotated

from coalitionkit.model.values import Refers

MemberId = Annotated[str, Refers("member")]
PartnerId = Annotated[str, Refers("partner")]
PartyId = Annotated[str, Refers("member", "partner")]
"""Anyone who can give, take or promise: members and partners share one set of ids."""

LeadId = Annotated[str, Refers("member", "role")]
"""Who answers for something: a member, or whoever holds a role."""

GoalId = Annotated[str, Refers("goal")]
DecisionId = Annotated[str, Refers("decision")]
WorkingGroupId = Annotated[str, Refers("working group")]
MetricId = Annotated[str, Refers("metric")]
StrategyId = Annotated[str, Refers("strategy")]
FundingSourceId = Annotated[str, Refers("funding source")]
