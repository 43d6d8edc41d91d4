"""Why a partner is where it is: one sentence that a manager can read aloud, true to the last word.

All numbers come from the analysis. Nothing here says "nobody else" while an open answer could change it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from fractions import Fraction

from coalitionkit.analysis.asking import Call
from coalitionkit.analysis.categories import CRITICAL, KEEP_INFORMED, KEY
from coalitionkit.analysis.comparison import Comparison, Ground
from coalitionkit.analysis.consequences import Consequences
from coalitionkit.analysis.fit import Preference
from coalitionkit.analysis.footing import GOVERNMENTS
from coalitionkit.analysis.needs import SINGLE_POINT, Need, asks_for, named
from coalitionkit.analysis.question import gravity
from coalitionkit.analysis.scoring import Score, Scoring
from coalitionkit.model.vocabulary.governance import CHAMPION_RESPONSIBILITIES
from coalitionkit.prose import counted, first_few, listed

_MOST_NAMED = 3
_MOST_LISTED = 5
_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_PURPOSES: Mapping[str, str] = {
    "plan": "plan",
    "gaps": "identify gaps",
    "implement": "carry out the plan",
}


def why(score: Score, scoring: Scoring) -> str:
    """Return the sentence for one partner of a scored inventory."""
    if score.category == CRITICAL:
        return f"{_critical(score, scoring)}."
    if score.category == KEY:
        text = _key(score, scoring)
    elif score.category == KEEP_INFORMED:
        text = _keep_informed(score, scoring)
    else:
        text = _member(score)
    if score.part.possible_for:
        text += f"; may turn out to be critical for {_what(scoring, score.part.possible_for)}"
    return f"{text}."


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
    lost, won = _what(scoring, decided.lost), _what(scoring, decided.won)
    beside = f", and gain {won}, which counts less" if decided.won else ""
    return (
        opening
        + {
            Ground.SEAT: f": {one.name} has a seat already.",
            Ground.DECISION: ": somebody decided so.",
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
                f", though with {other.name} in their place it would be no worse: a rule about shares "
                "decides, or the search was cut short."
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
    """Say whom to ask next. `call` is worth at least as much as any other."""
    name = scoring.by_id[call.partner].name
    first = asks_for(scoring.needs.by_id[call.questions[0].need])
    more = len(call.worthwhile) - 1
    rest = f", and ask {counted(more, 'more question')} that would settle something too" if more > 0 else ""
    return f"Ask {name} next: it would settle the most. Begin with whether {name} {first}{rest}."


def labeled(need: Need) -> str:
    """Return what a need is for, to stand by itself: `A voice for single parents`."""
    text = named(need)
    return text[0].upper() + text[1:]


def _critical(score: Score, scoring: Scoring) -> str:
    """Say for which need they are critical: the weightiest of those that are certain, if any is."""
    certain = bool(score.part.certain_for)
    keys = score.part.certain_for or score.critical_for
    failing = [scoring.needs.by_id[key] for key in keys]
    need = max(failing, key=gravity)
    opening = "Critical" if certain else "Critical for now"
    text = f"{opening}: {_standing(score, scoring, need, is_certain=certain)}"
    purposes = {purpose for one in failing for purpose in one.purposes}
    if purposes:
        could_not = listed((word for key, word in _PURPOSES.items() if key in purposes), "or")
        text += f"; without them you could not {could_not}"
    if others := len(failing) - 1:
        more = counted(others, "other need")
        text += f"; {more} {'depends' if others == 1 else 'depend'} on them too"
    return text if score.on_list else f"{text}; {_off_list(score, scoring)}"


def _standing(score: Score, scoring: Scoring, need: Need, *, is_certain: bool) -> str:
    """Say how a need stands with and without a partner that is critical for it."""
    units = scoring.needs.units
    me = 1 << units.ids.index(score.id)
    open_answers = (need.unknown & ~me).bit_count()
    tail = "" if is_certain else f", but for {_others(open_answers)} the answer is not known yet"
    if need.required == 1:
        if is_certain:
            return f"nobody else in your inventory {asks_for(need)}"
        return f"nobody else is known who {asks_for(need)}{tail}"
    without = _number(units.distinct(need.known & ~me))
    wanted = f"you need {_number(need.required)} independent partners each of whom {asks_for(need)}"
    if need.known & units.mates(units.ids.index(score.id)) & ~me:
        return f"{wanted}, and you know of {without}, the body that they belong to included{tail}"
    return f"{wanted}, and without them you know of {without}{tail}"


def _off_list(score: Score, scoring: Scoring) -> str:
    if score.choice == "out":
        return "yet someone decided to leave them off the list"
    if scoring.selection.capped:
        return "yet the list has no room for them"
    return "the list counts on another part of the same body"


def _key(score: Score, scoring: Scoring) -> str:
    """Say what a partner is on the list for, and how they could be replaced."""
    if not score.adds:
        return f"Key: someone put them on the list, {_nothing_added(score)}"
    brings = _what(scoring, score.adds)
    if score.is_seated:
        text = f"Key: already has a seat, and the list counts on them for {brings}"
    elif score.choice == "in":
        text = f"Key: someone put them on the list, and it counts on them for {brings}"
    else:
        text = f"Key: on {_list_name(scoring)}, for {brings}"
    return f"{text}; {_replaceable(score, scoring)}"


def _list_name(scoring: Scoring) -> str:
    selection = scoring.selection
    if selection.capped:
        best = "the best list" if selection.is_proven else "the best list found"
        return f"{best} within the limit on its size"
    shortest = "the shortest list" if selection.size_proven else "the shortest list found"
    if selection.meets_every_need:
        return f"{shortest} that meets every need"
    return f"{shortest} that meets every need that can be met"


def _replaceable(score: Score, scoring: Scoring) -> str:
    """Say who could take a partner's place on the list, or else what it would take."""
    replacement = score.replacement
    needs = scoring.needs.by_id
    if not any(needs[key].must for key in score.adds):
        return "no must-have would be missing without them"
    if score.swaps:
        names = [scoring.by_id[key].name for key in score.swaps]
        limits = "" if all(needs[key].must for key in score.adds) else " for the must-haves"
        if len(names) > _MOST_NAMED:
            return f"any of {_number(len(names))} others could take their place{limits}, such as {names[0]}"
        return f"{listed(names, 'or')} could take their place{limits}"
    if replacement is None or replacement.cost is None:
        if scoring.selection.capped:
            return "without them the list would miss more"
        return "nobody else who may be invited could make up for them"
    if not replacement.cost:
        return "without them another list of the same length would do"
    most = "" if replacement.proven else "at most "
    return f"without them the list would grow by {most}{counted(replacement.cost, 'invitation')}"


def _keep_informed(score: Score, scoring: Scoring) -> str:
    """Say why the list goes without them."""
    if score.choice == "out":
        text = "Keep informed: someone decided to leave them off the list"
        if score.adds:
            return f"{text}, though they would add {_what(scoring, score.adds)}"
        return f"{text}, {_nothing_added(score)}"
    if not score.adds:
        text = f"Keep informed: {_nothing_added(score).removeprefix('and ')}"
    elif any(scoring.needs.by_id[key].must for key in score.adds):
        text = f"Keep informed: would add {_what(scoring, score.adds)}, but the list has no room for them"
    else:
        adds = _what(scoring, score.adds)
        text = f"Keep informed: would add {adds}, which is good to have but makes no list longer"
    if score.alternate_for:
        places = [scoring.by_id[key].name for key in score.alternate_for]
        if len(places) > _MOST_NAMED:
            text += f"; could take the place of {places[0]} or of {_others(len(places) - 1)}"
        else:
            text += f"; could take the place of {listed(places, 'or')}"
    return text


def _member(score: Score) -> str:
    return f"Member: already has a seat, {_nothing_added(score)}"


def _nothing_added(score: Score) -> str:
    """Say that a partner adds nothing to the rest of the list."""
    if score.held:
        return "and others on the list already bring every need that they are known to meet"
    if score.unasked:
        return "and they are not known to meet any of your needs"
    return "and they meet none of your needs"


def _what(scoring: Scoring, keys: Iterable[str]) -> str:
    """Return what some needs are for, the first few of them by name."""
    needs = [scoring.needs.by_id[key] for key in keys]
    names = list(dict.fromkeys(named(need) for need in needs))
    if len(names) > _MOST_NAMED:
        names = [*names[: _MOST_NAMED - 1], f"{len(names) - _MOST_NAMED + 1} other needs"]
    return listed(names)


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _others(count: int) -> str:
    return "one other" if count == 1 else f"{_number(count)} others"


def broken(found: Consequences) -> list[str]:
    """Say what breaks and what mends, a sentence for each; one sentence where nothing does."""
    needs = [change for change in found.needs if change.after is not None and change.after.must]
    failing = [one.after for one in needs if _fails(one.after) and not _fails(one.before)]
    mended = [one.after for one in needs if one.before and _fails(one.before) and not _fails(one.after)]
    thin = [
        one.after
        for one in needs
        if one.after and one.after.standing == SINGLE_POINT and not _fails(one.before)
    ]
    before, after = found.before.footing, found.after.footing
    told: list[tuple[str, Sequence[str]]] = [
        ("No longer met: {}.", [named(need) for need in failing if need]),
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
    return sentences or ["Nothing breaks: every need, role and duty stands as before."]


def _fails(need: Need | None) -> bool:
    return need is not None and need.gap > 0


def _new(before: Collection[str], after: Iterable[str]) -> list[str]:
    return [key for key in after if key not in before]


def _bloc(found: Consequences, key: str) -> str:
    if key == GOVERNMENTS:
        return "governments together"
    partner = found.after.plan.partner(key)
    return partner.name if partner else key
