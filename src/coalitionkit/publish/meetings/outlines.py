"""Outlines of agendas: the points of each kind of meeting, and how they share its time.

An outline stands in `templates/<language>/agendas/<kind>.json`; a plan may add kinds of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from coalitionkit.analysis.calendars import STEP
from coalitionkit.errors import BrokenTemplateError
from coalitionkit.publish.templates import Folders

SHOWS = frozenset({"numbers", "norms", "deciding", "standing", "turns"})
"""What of the record may go on the sheet of an agenda."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point of an outline. `minutes` is its share of the time.

    `who` names members, partners and roles by id, or `everyone`, `leads`, `champion`, `group-lead`,
    `presenters`, and `presenters?` where a meeting can do without.
    """

    minutes: int
    title: str
    who: tuple[str, ...] = ()
    purpose: str | None = None
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """What an agenda of one kind holds."""

    title: str
    goal: str | None
    points: tuple[Point, ...]
    shows: frozenset[str] = frozenset()

    @property
    def minutes(self) -> int:
        """How long it takes as it was written."""
        return sum(point.minutes for point in self.points)

    def fitted(self, minutes: int) -> tuple[Point, ...]:
        """Return the points for a meeting of so many minutes, which theirs add up to.

        Where there are more points than steps of five minutes, the shortest is folded into the one before
        it until they fit: nothing is lost but its own line.
        """
        points = list(self.points)
        while len(points) > max(1, minutes // STEP):
            shortest = min(range(1, len(points)), key=lambda index: points[index].minutes)
            points[shortest - 1 : shortest + 1] = [_folded(points[shortest - 1], points[shortest])]
        shares = divided(minutes, [point.minutes for point in points])
        return tuple(replace(point, minutes=share) for point, share in zip(points, shares, strict=True))


def divided(minutes: int, weights: Sequence[int]) -> list[int]:
    """Return how many minutes each weight gets: in whole steps, at least one each, adding up exactly.

    The largest remainders are rounded up; what is left of the last step goes to the greatest weight. With
    fewer steps than weights, some get nothing.
    """
    steps, rest = divmod(minutes, STEP)
    whole = sum(weights) or 1
    quotas = [weight * steps / whole if sum(weights) else steps / len(weights) for weight in weights]
    shares = [max(1, int(quota)) for quota in quotas]
    order = range(len(weights))
    while sum(shares) < steps:
        shares[max(order, key=lambda index: quotas[index] - shares[index])] += 1
    while sum(shares) > steps:
        several = [index for index in order if shares[index] > 1] or [i for i in order if shares[i]]
        shares[max(several, key=lambda index: (shares[index] - quotas[index], index))] -= 1
    result = [share * STEP for share in shares]
    result[max(order, key=lambda index: weights[index])] += rest
    return result


def outline(kind: str, language: str, folders: Folders) -> Outline | None:
    """Return the outline for a kind of meeting; None when there is none in this language.

    Raises BrokenTemplateError when its file cannot be used.
    """
    name = f"{language}/agendas/{file_name(kind)}.json"
    if not folders.has(name):
        return None
    data = folders.data(name)
    try:
        made = Outline(
            title=_text(data["title"], "title"),
            goal=_text(data["goal"], "goal") if "goal" in data else None,
            points=tuple(_point(item) for item in data["items"]),
            shows=frozenset(_texts(data.get("shows", []), "shows")),
        )
    except KeyError as error:
        raise BrokenTemplateError(f"templates/{name}: {error} is missing") from None
    except (TypeError, AttributeError) as error:
        raise BrokenTemplateError(f"templates/{name}: {error}") from None
    if not made.points or made.shows - SHOWS:
        wrong = f"'shows' may hold {', '.join(sorted(SHOWS))}" if made.points else "'items' is empty"
        raise BrokenTemplateError(f"templates/{name}: {wrong}")
    return made


def file_name(kind: str) -> str:
    """Return a kind of meeting as it stands in the name of a file: without the colon of `other:`."""
    return kind.replace(":", "-")


def _folded(first: Point, second: Point) -> Point:
    return replace(
        first,
        minutes=first.minutes + second.minutes,
        title=f"{first.title}; {second.title[:1].lower()}{second.title[1:]}",
        who=tuple(dict.fromkeys((*first.who, *second.who))),
        steps=(*first.steps, *second.steps),
    )


def _point(item: Any) -> Point:
    minutes = item["minutes"]
    if not isinstance(minutes, int) or not 0 < minutes <= 24 * 60:
        raise TypeError(f"'minutes' is a whole number above zero, not {minutes!r:.40}")
    return Point(
        minutes=minutes,
        title=_text(item["title"], "title"),
        who=_texts(item.get("who", []), "who"),
        purpose=_text(item["purpose"], "purpose") if "purpose" in item else None,
        steps=_texts(item.get("steps", []), "steps"),
    )


def _text(value: object, key: str) -> str:
    if not isinstance(value, str):
        raise TypeError(f"'{key}' is text, not {value!r:.40}")
    return value


def _texts(value: object, key: str) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(f"'{key}' is a list of texts, not {value!r:.40}")
    return tuple(_text(item, key) for item in value)
