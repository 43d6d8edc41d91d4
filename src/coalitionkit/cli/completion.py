"""What a shell may offer for the word being typed; nothing of a plan is read before it asks."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any


def kind_names(incomplete: str) -> list[str]:
    """Return the names of kinds of records that begin so."""
    from coalitionkit.model.kinds import kinds

    names = dict.fromkeys(name for kind in kinds() for name in (kind.name, kind.plural))
    return [name for name in names if name.startswith(incomplete)]


def kinds_and_ids(ctx: Any, incomplete: str) -> list[str]:
    """Return kinds, ids and sections that begin so."""
    from coalitionkit.model.coalition import Coalition
    from coalitionkit.model.kinds import kinds
    from coalitionkit.model.record import fields_of

    with_ids = [kind for kind in kinds() if kind.identity == "id"]
    words = [*kind_names(incomplete), *fields_of(Coalition), *_ids(ctx, with_ids)]
    return [word for word in dict.fromkeys(words) if word.startswith(incomplete)]


def command_words(ctx: Any, args: list[str], incomplete: str) -> list[str]:
    """Return what may follow in a command: kinds, ids and sections, then ids of the kind that was typed."""
    from coalitionkit.errors import CoalitionError
    from coalitionkit.model.kinds import kinds_named

    before = [str(word) for word in (args or ctx.params.get("words") or ())]
    if not before:
        return kinds_and_ids(ctx, incomplete)
    try:
        kinds = kinds_named(before[0])
    except CoalitionError:
        return []
    owners = [kind.owner for kind in kinds if kind.owner and len(before) == 1]
    return [key for key in dict.fromkeys(_ids(ctx, owners or kinds)) if key.startswith(incomplete)]


def _ids(ctx: Any, kinds: Any) -> Iterator[str]:
    from coalitionkit.cli.opening import at_hand
    from coalitionkit.errors import CoalitionError

    try:
        records = at_hand(Path(str(ctx.params.get("plan") or "."))).records
    except CoalitionError:
        return
    for kind in kinds:
        yield from (one.id for one in records.of(kind))
