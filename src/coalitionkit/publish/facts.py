"""What documents say of a coalition, drawn from its record: people, numbers, meetings, ways of deciding.

Everything here is as of a day and in a language, and leaves out what is private, unless it is asked to let
personal contacts in.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from coalitionkit.model.coalition import Coalition
from coalitionkit.model.members import Member
from coalitionkit.model.metrics import Measurement, Metric
from coalitionkit.model.partners import Person
from coalitionkit.model.rhythm import Meeting
from coalitionkit.model.values import Prose
from coalitionkit.model.vocabulary.mobility import PILLAR_OF
from coalitionkit.places import PLAN, Address
from coalitionkit.publish.context import About, Contact, DataPoint, Deciding, Occasion
from coalitionkit.publish.gaps import Gap
from coalitionkit.publish.language import FALLBACK, Language

MANAGER = "project-manager"
_TOO_WEAK = "3"
_WITH_CARE = "2"


@dataclass(frozen=True, slots=True)
class Facts:
    """A coalition as it can be told on a day in a language.

    `private` lets personal addresses and numbers stand in for those at work.
    """

    plan: Coalition
    tongue: Language
    day: date
    private: bool = False

    @property
    def main_language(self) -> str:
        """The language of texts that do not say in which one they are."""
        return main_language(self.plan)

    def about(self) -> About:
        """Return the coalition's name, place, convener and vision."""
        about = self.plan.coalition
        convener, vision = about.convener, self.plan.focus.north_star
        partner = self.plan.partner(convener.partner) if convener and convener.partner else None
        return About(
            name=self.named(about.name),
            with_article=self.tongue.with_article(self.named(about.name)),
            place=about.place.name,
            convener=partner.name if partner else (convener.name if convener else None),
            north_star=self.said(vision, PLAN / "focus" / "north_star") if vision else None,
        )

    def named(self, prose: Prose) -> str:
        """Return a name, which needs no translation: in this language if it has one there."""
        said = self.said(prose, PLAN)
        return said if isinstance(said, str) else str(prose)

    def platforms(self) -> tuple[str, ...]:
        """Return where the group talks and keeps its papers; `Zoom` is called so in every language."""
        return tuple(self.named(platform) for platform in self.plan.rhythm.platforms)

    def said(self, prose: Prose, where: Address) -> str | Gap:
        """Return prose in this language, or a gap that asks for a translation."""
        return self.tongue.said(prose, where, plain=self.main_language)

    def perhaps(self, prose: Prose | None) -> str | None:
        """Return prose in this language, or None: for what a document can do without."""
        said = self.said(prose, PLAN) if prose else None
        return said if isinstance(said, str) else None

    def holder(self, key: str) -> Member | None:
        """Return the member who holds a role on the day; the latest of several."""
        return holder_on(self.plan, key, self.day)

    def contact(self, member: Member) -> Contact:
        """Return a member with their contacts."""
        partner = self.plan.partner(member.partner) if member.partner else None
        return Contact(
            name=member.name,
            partner=partner.name if partner and partner.name != member.name else None,
            email=member.work_email or (member.personal_email if self.private else None),
            phone=member.work_phone or (member.phone if self.private else None),
        )

    def person(self, person: Person, where: Address) -> Contact:
        """Return someone at a partner with their contacts."""
        unnamed = "write the name of the addressee by hand, or record it once they agree"
        return Contact(
            name=person.name or self.tongue.missing("name", unnamed, where / "name"),
            title=person.title,
            email=person.work_email or (person.personal_email if self.private else None),
            phone=person.work_phone or (person.phone if self.private else None),
        )

    def data_point(self, metric: Metric) -> DataPoint | Gap:
        """Return the latest value of a metric that may be quoted, with its source.

        A value of quality 3 is never quoted, and neither is one without a source.
        """
        where = (PLAN / "metrics")[metric.id]
        if metric.source is None:
            asked = f"say where the values of '{metric.id}' come from"
            return self.tongue.missing("source", asked, where / "source")
        value = self._latest(metric)
        if value is None:
            asked = f"record a value of '{metric.id}' that may be quoted, or quote another metric"
            return self.tongue.missing("value", asked, where / "values")
        return DataPoint(
            what=self.said(metric.name, where / "name"),
            value=self.tongue.quantity(value.value, metric.unit),
            year=value.date.first.year,
            source=self.named(metric.source.name),
            careful=value.quality == _WITH_CARE,
        )

    def _latest(self, metric: Metric) -> Measurement | None:
        values = [*([metric.baseline] if metric.baseline else []), *metric.values]
        usable = [v for v in values if v.quality != _TOO_WEAK and not v.date.certainly_after(self.day)]
        return max(usable, key=lambda value: value.date.last, default=None)

    def metric_for(self, domains: Iterable[str]) -> Metric | None:
        """Return the first metric that may be quoted of these domains, else of the coalition's priorities."""
        for wanted in (set(domains), set(self.plan.focus.predictors)):
            for metric in self.plan.metrics:
                about = metric.predictor
                matches = about is not None and bool({about, PILLAR_OF.get(about)} & wanted)
                if matches and isinstance(self.data_point(metric), DataPoint):
                    return metric
        return None

    def deciding(self) -> Deciding | None:
        """Return the way of deciding in force on the day, or None when none is recorded."""
        model = self.plan.decision_model
        if model is None or (model.adopted and model.adopted.certainly_after(self.day)):
            return None
        share = self.tongue.share(model.share) if model.share is not None and model.share * 2 != 1 else None
        return Deciding(model.model, share, self.party(model.authority) if model.authority else None)

    def party(self, key: str) -> str | None:
        """Return the name of a member, a partner or the holder of a role."""
        someone = self.plan.member(key) or self.plan.partner(key) or self.holder(key)
        return someone.name if someone else None

    def next_of(self, meetings: Iterable[Meeting]) -> Occasion | None:
        """Return the first of these meetings on or after the day; None when none has a date."""
        coming = [
            meeting
            for meeting in meetings
            if meeting.status != "cancelled" and meeting.date and meeting.date.first >= self.day
        ]
        found = min(
            coming,
            key=lambda meeting: (meeting.date and meeting.date.first, meeting.time or ""),
            default=None,
        )
        if found is None or found.date is None:
            return None
        return Occasion(
            day=self.tongue.on(found.date, weekday=True),
            at=self.tongue.at(minutes_of(found.time)) if found.time else None,
            place=self.named(found.place) if found.place else None,
        )


def holder_on(plan: Coalition, key: str, day: date) -> Member | None:
    """Return the member who holds a role on a day; the latest of several."""
    role = plan.role(key)
    for holder in reversed(role.held_by if role else ()):
        begun = holder.since is None or not holder.since.certainly_after(day)
        if begun and (holder.until is None or not holder.until.certainly_before(day)):
            member = plan.member(holder.member)
            if member is not None:
                return member
    return None


def main_language(plan: Coalition) -> str:
    """Return the first language of a coalition, English where it names none."""
    return next(iter(plan.coalition.languages), FALLBACK)


def minutes_of(time: str) -> int:
    """Return how many minutes after midnight a time of day lies: `17:30` gives 1050."""
    hours, _, minutes = time.partition(":")
    return int(hours) * 60 + int(minutes)
