"""Practices that are written down or renewed."""

from coalitionkit.edits import Data
from coalitionkit.errors import ConfigurationError
from coalitionkit.keeping.deed import Deed, dated, put_in
from coalitionkit.keeping.records import the_member
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.vocabulary.practices import PRACTICES
from coalitionkit.periods import PartialDate
from coalitionkit.places import PLAN


def record(
    plan: Coalition,
    word: str,
    on: PartialDate,
    *,
    text: str | None = None,
    by: str | None = None,
    file: str | None = None,
) -> Deed:
    """Record that a practice is written down, or looked over and renewed, on a day.

    Raises ConfigurationError for a word that is no practice, and for a first record without text.
    """
    slug = PRACTICES.slug(word)
    if slug is None:
        raise ConfigurationError(PRACTICES.refusal(word))
    known = plan.practices.get(slug)
    if text is None and file is None and known is None:
        raise ConfigurationError(f"say how the coalition does it: the practice '{slug}' needs --text")
    if by is not None:
        role = plan.role(by)
        by = role.id if role else the_member(plan, by).id
    values: dict[str, Data] = {"text": text, "by": by, "date": dated(on), "file": file}
    edits = put_in(PLAN / "practices" / slug, known, values)
    done = "renewed" if known else "written down"
    return Deed(edits, f"The practice '{slug}' was {done} on {on}.")
