"""What is measured: metrics with baseline, targets and values, for all and for each group."""

from typing import Annotated, Self

from pydantic import Field

from coalitionkit.model.checks import contradiction
from coalitionkit.model.entry import Entry
from coalitionkit.model.record import PUBLIC, Brief, Record
from coalitionkit.model.references import LeadId
from coalitionkit.model.values import Date, Id, Prose, Quantity, Url
from coalitionkit.model.vocabulary.learning import BETTER, HORIZONS, METRIC_KINDS
from coalitionkit.model.vocabulary.mobility import DATA_QUALITIES, DOMAINS
from coalitionkit.model.vocabulary.populations import POPULATIONS
from coalitionkit.model.vocabulary.rhythm import CADENCES


class Source(Brief):
    """Where data come from; a bare name is enough."""

    shorthand = "name"

    name: Prose = Field(
        description="The publisher and the title, as a letter would quote them.",
        examples=["Urban Institute, Debt in America"],
        json_schema_extra=PUBLIC,
    )
    url: Url | None = Field(None, description="Where the data can be found.", json_schema_extra=PUBLIC)
    retrieved: Date | None = Field(
        None,
        description="When they were taken from there.",
        examples=["2026-02"],
        json_schema_extra=PUBLIC,
    )


class Measurement(Record):
    """One measured value and how far it can be trusted."""

    identity = "date"

    date: Date = Field(
        description="The day, month or year that the value describes.",
        examples=["2025"],
        json_schema_extra=PUBLIC,
    )
    value: Quantity = Field(
        description="The value, in the metric's unit.", examples=["51"], json_schema_extra=PUBLIC
    )
    low: Quantity | None = Field(
        None,
        description="The lower bound of the value, where one is published.",
        examples=["48"],
        json_schema_extra=PUBLIC,
    )
    high: Quantity | None = Field(
        None,
        description="The upper bound of the value, where one is published.",
        examples=["52"],
        json_schema_extra=PUBLIC,
    )
    quality: Annotated[str, DATA_QUALITIES] | None = Field(
        None,
        description="1: good; 2: usable with care; 3: do not act on this. Letters never quote a "
        "value of quality 3.",
        examples=["1"],
        json_schema_extra=PUBLIC,
    )

    def _judged(self) -> Self:
        if self.low is not None and self.low > self.value:
            raise contradiction(
                "low", f"the lower bound, {self.low}, is above the value, {self.value}: correct one"
            )
        if self.high is not None and self.high < self.value:
            raise contradiction(
                "high",
                f"the upper bound, {self.high}, is below the value, {self.value}: correct one",
            )
        return self


class Target(Record):
    """A value to reach by a date."""

    identity = "by"

    by: Date = Field(description="By when it is to be reached.", examples=["2027"], json_schema_extra=PUBLIC)
    value: Quantity = Field(
        description="The value to reach, in the metric's unit.",
        examples=["47"],
        json_schema_extra=PUBLIC,
    )
    horizon: Annotated[str, HORIZONS] | None = Field(
        None,
        description="Whether it is a short-, medium- or long-term target, where the date does not "
        "make it plain.",
        json_schema_extra=PUBLIC,
    )


class MetricGroup(Record):
    """The same metric for one group of residents."""

    identity = "group"

    group: Id = Field(
        description="A short name for the group, in small letters and hyphens.",
        examples=["black-residents"],
        json_schema_extra=PUBLIC,
    )
    breakdown: Id | None = Field(
        None,
        description="What the groups are told apart by.",
        examples=["race-and-ethnicity", "age", "income"],
        json_schema_extra=PUBLIC,
    )
    label: Prose | None = Field(
        None,
        description="The group as it is printed in charts.",
        examples=["Black residents"],
        json_schema_extra=PUBLIC,
    )
    population: Annotated[str, POPULATIONS] | None = Field(
        None,
        description="The vocabulary's word for the group, if there is one.",
        json_schema_extra=PUBLIC,
    )
    values: tuple[Measurement, ...] = Field(
        (), description="The values measured for the group.", json_schema_extra=PUBLIC
    )


class Metric(Entry):
    """Something that is measured to tell whether things get better."""

    noun = "metric"

    name: Prose = Field(
        description="What is measured, in words that a resident understands.",
        examples=["Residents with debt in collections"],
        json_schema_extra=PUBLIC,
    )
    predictor: Annotated[str, DOMAINS] | None = Field(
        None,
        description="The predictor of mobility that it tells about.",
        examples=["financial-security"],
        json_schema_extra=PUBLIC,
    )
    kind: Annotated[str, METRIC_KINDS] | None = Field(
        None,
        description="What it tells: how everyone fares, how much was done, how well, or whether "
        "anyone is better off.",
        examples=["population"],
        json_schema_extra=PUBLIC,
    )
    unit: str | None = Field(
        None,
        description="The unit of every value.",
        examples=["percent", "people"],
        json_schema_extra=PUBLIC,
    )
    better: Annotated[str, BETTER] | None = Field(
        None,
        description="Whether a higher or a lower value is better.",
        examples=["lower"],
        json_schema_extra=PUBLIC,
    )
    source: Source | None = Field(None, description="Where the values come from.", json_schema_extra=PUBLIC)
    owner: LeadId | None = Field(
        None,
        description="The role or member that keeps it up to date. A role outlives its holder.",
        examples=["data-lead"],
    )
    cadence: Annotated[str, CADENCES] | None = Field(
        None, description="How often there is a new value.", examples=["yearly"]
    )
    developed_with_community: Prose | None = Field(
        None, description="How residents took part in choosing it.", json_schema_extra=PUBLIC
    )
    baseline: Measurement | None = Field(
        None,
        description="The value at the start, to which later ones are compared.",
        examples=[{"date": "2025", "value": "51"}],
        json_schema_extra=PUBLIC,
    )
    targets: tuple[Target, ...] = Field(
        (),
        description="What is to be reached by when: soon, in between and in the long run.",
        examples=[[{"by": "2027", "value": "47"}, {"by": "2031", "value": "35"}]],
        json_schema_extra=PUBLIC,
    )
    values: tuple[Measurement, ...] = Field(
        (), description="The values measured since the baseline.", json_schema_extra=PUBLIC
    )
    groups: tuple[MetricGroup, ...] = Field(
        (),
        description="The same metric by groups of residents, so that averages hide nothing.",
        json_schema_extra=PUBLIC,
    )

    def _judged(self) -> Self:
        for target in self.targets:
            if self.baseline and target.by.certainly_before(self.baseline.date):
                raise contradiction(
                    "targets",
                    f"the target for {target.by} lies before the baseline of "
                    f"{self.baseline.date}: correct one of the two dates",
                )
        return self
