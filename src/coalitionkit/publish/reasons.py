"""Why a partner is where it is: one sentence that a manager can read aloud, true to the last word.

All numbers come from the analysis. Nothing here says "nobody else" while an open answer could change it.
"""

from collections.abc import Iterable, Mapping

from coalitionkit.analysis.categories import CRITICAL, KEEP_INFORMED, KEY
from coalitionkit.analysis.choosing.question import gravity
from coalitionkit.analysis.needs import Need, asks_for, named
from coalitionkit.analysis.scoring import Score, Scoring
from coalitionkit.prose import counted, listed

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
        text += f"; may turn out to be critical for {what(scoring, score.part.possible_for)}"
    return f"{text}."


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
        return f"yet {_no_room(scoring)}"
    return "the list counts on another part of the same body"


def _no_room(scoring: Scoring) -> str:
    shares = scoring.selection.question.choices.shares
    return "the limits on the list leave no place for them" if shares else "the list has no room for them"


def _key(score: Score, scoring: Scoring) -> str:
    """Say what a partner is on the list for, and how they could be replaced."""
    if not score.adds and score.choice != "in":
        return f"Key: on {_list_name(scoring)}, to keep your rules about shares{_stand_ins(score, scoring)}"
    if not score.adds:
        return f"Key: someone put them on the list, {_nothing_added(score)}"
    brings = what(scoring, score.adds)
    if score.is_seated:
        text = f"Key: already has a seat, and the list counts on them for {brings}"
    elif score.choice == "in":
        text = f"Key: someone put them on the list, and it counts on them for {brings}"
    else:
        text = f"Key: on {_list_name(scoring)}, for {brings}"
    return f"{text}; {_replaceable(score, scoring)}"


def _list_name(scoring: Scoring) -> str:
    selection = scoring.selection
    shares = selection.question.choices.shares
    if selection.capped:
        best = "the best list" if selection.is_proven else "the best list found"
        return f"{best} within {'your limits' if shares else 'the limit on its size'}"
    shortest = "the shortest list" if selection.size_proven else "the shortest list found"
    keeps = "keeps your rules about shares and " if shares else ""
    if selection.meets_every_need:
        return f"{shortest} that {keeps}meets every need"
    return f"{shortest} that {keeps}meets every need that can be met"


def _stand_ins(score: Score, scoring: Scoring) -> str:
    names = [scoring.by_id[key].name for key in score.swaps]
    if not names:
        return ""
    if len(names) > _MOST_NAMED:
        return f"; any of {_number(len(names))} others could take their place, such as {names[0]}"
    return f"; {listed(names, 'or')} could take their place"


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
        if scoring.selection.question.choices.shares:
            return "without them no list that keeps your rules would do as well"
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
            return f"{text}, though they would add {what(scoring, score.adds)}"
        return f"{text}, {_nothing_added(score)}"
    if not score.adds:
        text = f"Keep informed: {_nothing_added(score).removeprefix('and ')}"
    elif any(scoring.needs.by_id[key].must for key in score.adds):
        text = f"Keep informed: would add {what(scoring, score.adds)}, but {_no_room(scoring)}"
    else:
        adds = what(scoring, score.adds)
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


def what(scoring: Scoring, keys: Iterable[str]) -> str:
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
