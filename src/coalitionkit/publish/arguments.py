"""What is said for and against: two partners compared, whom to ask next, what breaks when some leave.

Why each partner is where it is stands in `reasons`. All numbers come from the analysis.
"""

from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction

from coalitionkit.analysis.asking import Call
from coalitionkit.analysis.comparison import Comparison, Ground
from coalitionkit.analysis.consequences import Consequences
from coalitionkit.analysis.fit import Preference
from coalitionkit.analysis.footing import GOVERNMENTS
from coalitionkit.analysis.needs import COVERED, SINGLE_POINT, Need, asks_for, named
from coalitionkit.analysis.scoring import Score, Scoring
from coalitionkit.model.vocabulary.governance import CHAMPION_RESPONSIBILITIES
from coalitionkit.prose import counted, first_few
from coalitionkit.publish.reasons import what

_MOST_LISTED = 5


def brings(score: Score) -> str:
    """Say how much of what is needed a partner brings, with what open answers could make of it."""
    share = score.share
    text = f"{score.name} brings {percent(share.value)} of what you said you need"
    if share.low != share.high:
        text += f" ({percent(share.low)} to {percent(share.high)}, depending on open answers)"
    return f"{text}."


def preferred(name: str, other: str, found: Preference, *, ranked: bool = False) -> str:
    """Say under how many weightings of the three questions one is preferred to another."""
    ways = f"{percent(found.value)} of all"
    if found.value in {0, 1}:
        ways = "all" if found.value else "none of the"
    text = f"{name} is preferred to {other} under {ways} ways to weigh the three questions"
    text += " that keep this order" if ranked else ""
    if not found.is_settled:
        text += f" ({percent(found.low)} to {percent(found.high)}, depending on open answers)"
    return f"{text}."


def compared(found: Comparison, scoring: Scoring) -> str:
    """Say which of two partners is on the list and why it is not the other."""
    decided = found.decided
    if decided.ground is Ground.BOTH:
        return f"{found.first.name} and {found.second.name} are both on the list."
    if decided.ground is Ground.NEITHER:
        return f"Neither {found.first.name} nor {found.second.name} is on the list."
    one, other = found.first, found.second
    if decided.listed == other.id:
        one, other = other, one
    opening = f"{one.name} is on the list and {other.name} is not"
    lost, won = what(scoring, decided.lost), what(scoring, decided.won)
    beside = f", and gain {won}, which counts less" if decided.won else ""
    return (
        opening
        + {
            Ground.SEAT: f": {one.name} has a seat already.",
            Ground.DECISION: ": somebody decided so.",
            Ground.SHARES: f": with {other.name} in their place it would break your rules about shares.",
            Ground.NEEDS: f": with {other.name} in their place it would miss {lost}{beside}.",
            Ground.GOOD_TO_HAVE: (
                f", though either would do for the must-haves: with {other.name} in their place it would "
                f"miss {lost}, which is good to have{beside}."
            ),
            Ground.FIT: (
                f", though they could take each other's place: {one.name} fits better, "
                f"{_of_hundred(one)} to {_of_hundred(other)} out of 100."
            ),
            Ground.ORDER: (
                ", though they could take each other's place and fit equally well: the first by id is listed."
            ),
            Ground.NOTHING: (
                f", though with {other.name} in their place it would be no worse: the search was cut short."
            ),
        }[decided.ground]
    )


def percent(share: Fraction) -> str:
    """Return a share as whole percent, halves rounded to the even one; only nothing is 0 and all is 100."""
    whole = round(share * 100)
    if 0 < share < 1 and whole in {0, 100}:
        return "less than 1%" if not whole else "more than 99%"
    return f"{whole}%"


def _of_hundred(score: Score) -> str:
    return f"{float(score.fit.value * 100):.4g}"


def next_call(call: Call, scoring: Scoring) -> str:
    """Say whom to ask next; no other call may be worth more."""
    name = scoring.by_id[call.partner].name
    first = asks_for(scoring.needs.by_id[call.questions[0].need])
    more = len(call.worthwhile) - 1
    rest = f", and ask {counted(more, 'more question')} that would settle something too" if more > 0 else ""
    return f"Ask {name} next: no other call would settle more. Begin with whether {name} {first}{rest}."


def broken(found: Consequences) -> list[str]:
    """Say what breaks and what mends, a sentence for each; one sentence where nothing does."""
    needs = [change for change in found.needs if change.after is not None and change.after.must]
    failing = [one.after for one in needs if _fails(one.after) and not _fails(one.before)]
    mended = [one.after for one in needs if one.before and _fails(one.before) and not _fails(one.after)]
    thin = [
        one.after
        for one in needs
        if one.after
        and one.after.standing == SINGLE_POINT
        and (one.before is None or one.before.standing == COVERED)
    ]
    worse = [one.after for one in needs if one.before and one.after and 0 < one.before.gap < one.after.gap]
    before, after = found.before.footing, found.after.footing
    told: list[tuple[str, Sequence[str]]] = [
        ("No longer met: {}.", [named(need) for need in failing if need]),
        ("Further than before from being met: {}.", [named(need) for need in worse]),
        ("Now one loss away from failing: {}.", [named(need) for need in thin if need]),
        ("Met now: {}.", [named(need) for need in mended if need]),
        ("Roles that nobody holds any more: {}.", _new(before.vacant, after.vacant)),
        ("Groups left without a lead: {}.", _new(before.leaderless, after.leaderless)),
        (
            "Duties that no champion has taken on any more: {}.",
            [
                CHAMPION_RESPONSIBILITIES.label(duty).lower()
                for duty in _new(before.open_duties, after.open_duties)
            ],
        ),
        (
            "Could now carry a proposal alone: {}.",
            [_bloc(found, key) for key in _new(before.voting.alone, after.voting.alone)],
        ),
        ("Budget lines without any money behind them: {}.", _new(before.unpaid, after.unpaid)),
    ]
    sentences = [text.format(first_few(names, _MOST_LISTED)) for text, names in told if names]
    convener = found.before.plan.coalition.convener
    house = found.before.plan.partner(convener.partner) if convener and convener.partner else None
    if house and house.id in found.supposed.partners:
        sentences.append("The convener is gone.")
    if before.voting.is_possible and not after.voting.is_possible:
        sentences.append("Nothing can be decided any more.")
    return sentences or [
        "Nothing breaks: every need that was met still is, and no role, group or duty loses its last person."
    ]


def _fails(need: Need | None) -> bool:
    return need is not None and need.gap > 0


def _new(before: Collection[str], after: Iterable[str]) -> list[str]:
    return [key for key in after if key not in before]


def _bloc(found: Consequences, key: str) -> str:
    if key == GOVERNMENTS:
        return "governments together"
    partner = found.after.plan.partner(key)
    return partner.name if partner else key
