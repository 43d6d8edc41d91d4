"""The scored inventory for people: what is needed, whom to invite, and each partner within its sector."""

from collections.abc import Collection, Iterator
from fractions import Fraction

from coalitionkit.analysis.fit import FULL
from coalitionkit.analysis.needs import Need, named
from coalitionkit.analysis.scoring import Score, Scoring
from coalitionkit.analysis.shares import Share
from coalitionkit.cli.console import Line, Piece, cut, filled, wrapped
from coalitionkit.cli.show.tables.values import percent
from coalitionkit.model.vocabulary.needs import CATEGORIES
from coalitionkit.model.vocabulary.sectors import SECTORS
from coalitionkit.prose import counted, first_few, listed
from coalitionkit.publish.arguments import preferred
from coalitionkit.publish.reasons import why

_SIGNS = {"critical": "●", "key": "◆", "member": "○", "keep-informed": "·"}
_STYLES = {"critical": "error", "key": "good", "member": "info", "keep-informed": "faint"}
_STATES = {
    "gap": ("gap", "error"),
    "single-point": ("one loss away", "warning"),
    "backed-up": ("backed up", "good"),
}
_TERMS = (
    (
        "Columns: category, partner, share of all needs and fit out of 100, each with the least and most "
        "that it may turn out to be. Partners are ordered within their sector only."
    ),
    (
        "critical: a need fails without them. key: on the shortest list. member: has a seat, and the list "
        "does not count on them. keep informed: everyone else."
    ),
)
_UNKEPT = (
    "No list keeps your rules about shares, so this one was made without them: "
    "'coalition inventory list' says which cannot go together."
)
_MOST_NAMED = 3
_STATE_WIDTH = 14
_CATEGORY_WIDTH = 15
_NAME_WIDTH = 24
_FIGURES_WIDTH = 28


def scoring_lines(scoring: Scoring, *, only: Collection[str], width: int) -> Iterator[Line]:
    """Show a scored inventory; `only` names the categories of partners to show."""
    yield from _needs(scoring, width)
    if len(scoring.needs):
        yield ()
        yield from _list(scoring, width)
    for sector, scores in scoring.sectors():
        shown = [score for score in scores if score.category in only]
        if not shown:
            continue
        yield ()
        yield (Piece(SECTORS.label(sector) if sector else "No sector recorded", "place"),)
        for score in shown:
            yield from _partner(score, scoring, width)
    yield ()
    yield from _agreement(scoring, width)
    yield from _terms(width)


def _needs(scoring: Scoring, width: int) -> Iterator[Line]:
    count = counted(len(scoring.needs), "need")
    partners = counted(len(scoring.scores), "partner")
    yield from _wrapped(f"What you need: {count}, {partners} in the inventory", width, "place")
    if not len(scoring.needs):
        yield from _wrapped("No need is declared yet; add them below 'inventory: needs:'.", width)
        return
    widest = max(len(_holders(need)) for need in scoring.needs)
    room = width - _STATE_WIDTH - widest - 3
    for need in sorted(scoring.needs, key=lambda need: need.spare):
        word, style = _STATES[need.state]
        state = Piece(f"  {word:{_STATE_WIDTH}}", style)
        if room >= _NAME_WIDTH:
            label = Piece(filled(_cut(_label(need), room), room + 1))
            yield (state, label, Piece(_holders(need), "faint"))
        else:
            yield (state, Piece(_cut(_label(need), width - len(state.text))))
            yield (Piece(f"    {_holders(need)}", "faint"),)


def _holders(need: Need) -> str:
    """Return how many hold a need, of how many required, and how many are not asked yet."""
    asked = f", {len(need.unasked)} not asked" if need.unasked else ""
    return f"{need.depth} of {need.required}{asked}"


def _list(scoring: Scoring, width: int) -> Iterator[Line]:
    selection = scoring.selection
    title = f"The shortest list: {counted(selection.size, 'invitation')} ({proof(scoring)})"
    yield from _wrapped(title, width, "place")
    for number, step in enumerate(selection.invited, 1):
        labels = [named(scoring.needs.by_id[key]) for key in step.adds]
        more = f" and {len(labels) - _MOST_NAMED} more" if len(labels) > _MOST_NAMED else ""
        adds = f": {', '.join(labels[:_MOST_NAMED])}{more}" if labels else ""
        lines = wrapped(f"{scoring.by_id[step.id].name}{adds}", width - 6)
        for index, line in enumerate(lines):
            yield (Piece(f"  {number:2}  " if not index else "      "), Piece(line))
    if selection.missing:
        needs = scoring.needs.by_id
        lacking = [f"{named(needs[key])} ({needs[key].required} needed)" for key in selection.missing]
        for line in wrapped(f"No list meets: {listed(lacking)}.", width - 2):
            yield (Piece(f"  {line}", "error"),)
    if not selection.keeps_shares:
        for line in wrapped(_UNKEPT, width - 2):
            yield (Piece(f"  {line}", "warning"),)
    small, every = scoring.small_rate, scoring.list_rate
    if small.partners:
        rates = (
            f"On it, members included: {every.listed} of {every.partners} partners, "
            f"{small.listed} of {small.partners} small groups."
        )
        yield from ((Piece(f"  {line}", "faint"),) for line in wrapped(rates, width - 2))


def proof(scoring: Scoring) -> str:
    """Say what is known of the list: nothing is called proven that breaks a rule."""
    if not scoring.selection.keeps_shares:
        return "without your rules about shares"
    if scoring.selection.is_proven:
        return "proven"
    return "length proven" if scoring.selection.size_proven else "the best found"


def _partner(score: Score, scoring: Scoring, width: int) -> Iterator[Line]:
    label = CATEGORIES.label(score.category).lower()
    head = Piece(f"  {_SIGNS[score.category]} {label:{_CATEGORY_WIDTH}}", _STYLES[score.category])
    room = width - len(head.text) - _FIGURES_WIDTH
    if room >= _NAME_WIDTH:
        figures = Piece(f"{_share(score.share):>15}{_fit(score):>13}", "faint")
        yield (head, Piece(filled(_cut(score.name, room), room)), figures)
    else:
        yield (head, Piece(_cut(score.name, width - len(head.text))))
        yield (Piece(f"    share {_share(score.share)}, fit {_fit(score)}", "faint"),)
    for line in wrapped(_spoken(score, scoring), width - 4):
        yield (Piece(f"    {line}"),)


def _spoken(score: Score, scoring: Scoring) -> str:
    """Return why a partner is where it is, and what a person decided, which stands beside it."""
    sentence = why(score, scoring)
    if score.best_swap is not None and score.preference is not None:
        other = scoring.by_id[score.best_swap].name
        sentence += f" {preferred(score.name, other, score.preference)}"
    if score.decision is not None:
        decided = CATEGORIES.label(score.decision.category).lower()
        by = f" by {score.decision.by}" if score.decision.by else ""
        sentence += f" Decided{by}: {decided}."
    return sentence


def _share(share: Share) -> str:
    if share.low == share.high:
        return percent(share.value)
    return f"{percent(share.value)} ({round(share.low * 100)}-{round(share.high * 100)})"


def _fit(score: Score) -> str:
    fit = score.fit
    if fit.low == fit.high:
        return f"{_of_full(fit.mid)}"
    return f"{_of_full(fit.mid)} ({_of_full(fit.low)}-{_of_full(fit.high)})"


def _of_full(points: int) -> int:
    return round(Fraction(points * 100, FULL))


def _agreement(scoring: Scoring, width: int) -> Iterator[Line]:
    """Tell what those who rated partners dispute, and how far they agree where enough was rated twice."""
    disputed = [score.name for score in scoring.scores if score.disputed]
    if disputed:
        text = f"Those who were asked contradict one another on {first_few(disputed, _MOST_NAMED)}"
        yield from _wrapped(f"{text}; 'coalition inventory ask' says where.", width, "warning")
    for one in scoring.agreements:
        if one.alpha is not None:
            told = f"{one.question} of {one.partners} partners rated by several"
            yield from _wrapped(f"Agreement (alpha) on {told}: {float(one.alpha):.2f}.", width, "faint")


def _terms(width: int) -> Iterator[Line]:
    for text in _TERMS:
        yield from _wrapped(text, width, "faint")


def _wrapped(text: str, width: int, style: str = "") -> Iterator[Line]:
    yield from ((Piece(line, style),) for line in wrapped(text, width))


def _label(need: Need) -> str:
    text = named(need)
    return text[0].upper() + text[1:]


def _cut(text: str, room: int) -> str:
    return cut(" ".join(text.split()), room)
