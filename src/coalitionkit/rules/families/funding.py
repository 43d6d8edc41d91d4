"""Family 5: where the money comes from."""

from collections.abc import Iterator

from coalitionkit.findings import Profile, Severity
from coalitionkit.model.vocabulary.funding import CAPITAL
from coalitionkit.places import PLAN
from coalitionkit.prose import listed
from coalitionkit.rules.rule import Breach, Snapshot, rule
from coalitionkit.rules.sources import IMPERATIVE

_GONE = frozenset({"declined", "ended"})
_KINDS_NEEDED = 2


@rule(
    "CK501",
    "capital-mix",
    profile=Profile.LAUNCH,
    severity=Severity.WARNING,
    sources=(IMPERATIVE.at("financial sustainability"),),
)
def capital_mix(snapshot: Snapshot) -> Iterator[Breach]:
    """The money comes from at least two kinds of capital.

    Why: Work that lives on one kind of money ends with it. Public, philanthropic and commercial money
    also pay for different things, and cover for one another.

    Mend: Record every source below `funding_sources` with its `capital`, also those you have only applied
    for. Staff time that the convener pays for is public or private money too.
    """
    sources = [s for s in snapshot.plan.funding_sources if s.status not in _GONE]
    kinds = {source.capital for source in sources if source.capital}
    if len(kinds) >= _KINDS_NEEDED:
        return
    if not sources:
        message = "no current or hoped-for funding source is recorded; add each below 'funding_sources'"
    elif kinds:
        labels = listed(CAPITAL.label(kind).lower() for kind in sorted(kinds))
        message = f"the only kind of capital recorded is {labels}; record or look for a second one"
    else:
        message = "no funding source says what kind of capital it is; add 'capital' to each"
    yield Breach(PLAN / "funding_sources", message)
