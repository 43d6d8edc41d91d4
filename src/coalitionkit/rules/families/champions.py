"""Family 2: who opens doors and speaks for the effort."""

from collections.abc import Iterator

from coalitionkit.analysis.governance import government_convenes, is_inside_government
from coalitionkit.findings import Profile
from coalitionkit.places import PLAN
from coalitionkit.rules.rule import Breach, Snapshot, rule
from coalitionkit.rules.sources import GUIDE


@rule("CK241", "government-champion-missing", profile=Profile.LAUNCH, sources=(GUIDE.at("4.3"),))
def government_champion_missing(snapshot: Snapshot) -> Iterator[Breach]:
    """When a government convenes, at least one champion works inside government.

    Why: Changes to rules and budgets pass through people inside. Without one of them as a champion, the
    government hosts the work and nobody carries it through the building.

    Mend: List a council member, a department head or someone like them below `champions`. Where the
    sector of their partner does not show it, write `inside_government: yes`.
    """
    plan = snapshot.plan
    if not government_convenes(plan):
        return
    if not any(is_inside_government(plan, champion) for champion in plan.champions):
        yield Breach(
            PLAN / "champions",
            "a government convenes, but no champion is known to work inside government; add one below "
            "'champions', or write 'inside_government: yes' for whoever does",
        )
