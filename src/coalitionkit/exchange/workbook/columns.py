"""The sheets of the worksheet and their columns: what each holds, and where that stands in a plan.

The five parts and their questions are those of the guide's stakeholder inventory worksheet (Step 4,
supplemental materials); what headings say, and how, stands in the files of texts.
"""

from typing import Any, NamedTuple

from coalitionkit.exchange.workbook.contents import (
    Content,
    Graded,
    Held,
    NotHeld,
    OneOf,
    Plain,
    Printed,
    Read,
    Several,
    YesOrNo,
)
from coalitionkit.exchange.workbook.words import Labels, Words
from coalitionkit.model.inventory import GOVERNMENT_CHAMPION, NEED_WORDS, Need
from coalitionkit.model.partners import Partner, Person
from coalitionkit.model.promises import Invitation
from coalitionkit.model.record import Leaf, Record, fields_of
from coalitionkit.model.values import Reader
from coalitionkit.model.vocabulary.assets import ASSETS
from coalitionkit.model.vocabulary.inventory import (
    ALIGNED_INITIATIVES,
    MOTIVATION_LEVELS,
    PARTNERSHIP_LEVELS,
    STANCES,
    YES_NO_UNKNOWN,
)
from coalitionkit.model.vocabulary.mobility import DOMAINS
from coalitionkit.model.vocabulary.needs import NEED_KINDS, NEED_PURPOSES
from coalitionkit.model.vocabulary.populations import POPULATIONS
from coalitionkit.model.vocabulary.promises import INVITATION_ANSWERS
from coalitionkit.model.vocabulary.sectors import SECTORS
from coalitionkit.model.vocabulary.words import Vocabulary

GROUP = "group"
CONCERN = "concern"
"""Kinds of rows of the first part that are no needs: priority groups and predictors of the shared focus."""

_NARROW, _MEDIUM, _WIDE = 11, 20, 27


class Column(NamedTuple):
    """One column. `steps` lead from the record of a row to the value.

    `points` says that the cell only finds or names the record, and is not written from here.
    """

    key: str
    steps: tuple[str, ...]
    content: Content
    width: int = _MEDIUM
    private: bool = False
    points: bool = False


class Part(NamedTuple):
    """One sheet. `kind` says what its rows are: partners, people, needs, invitations or ratings."""

    key: str
    kind: str
    columns: tuple[Column, ...]
    empty_rows: int = 12

    @property
    def rater(self) -> str:
        """The member whose answers the sheet holds, "" where it holds those of all."""
        return self.key.partition(":")[2]

    @property
    def name(self) -> str:
        """The part without its rater, by which texts are found."""
        return self.key.partition(":")[0]


def kind_labels(words: Words) -> Labels:
    """Return the kinds of rows of the first part."""
    own = {key: words.said("kinds", key) for key in (GROUP, CONCERN)}
    return Labels("kind of need", own | words.of(NEED_KINDS).shown, {})


def which_labels(kind: str, words: Words) -> Labels:
    """Return the words that a row of the first part may be about, by its kind."""
    if kind == GROUP:
        return words.of(POPULATIONS)
    if kind == CONCERN:
        return words.of(DOMAINS)
    labels = words.of(NEED_WORDS[kind])
    if kind != "champion":
        return labels
    return Labels(labels.noun, {GOVERNMENT_CHAMPION: words.said("government")} | labels.shown, {})


class Which(NamedTuple):
    """What a row of the first part is about; the value is a pair of kind and word."""

    def shown(self, value: Any, words: Words, /) -> str:
        """Return the label of the word."""
        return which_labels(value[0], words).label(value[1]) if value else ""

    def read(self, text: str, _words: Words, /) -> str:
        """Return the text: what it stands for depends on the kind of the row."""
        return text

    def choices(self, words: Words, /) -> list[str]:
        """Offer the words of all kinds."""
        return [label for one in (POPULATIONS, DOMAINS, ASSETS) for label in words.of(one).shown.values()]


def _read(record: type[Record], field: str) -> Read:
    kind = fields_of(record)[field].kind
    if not isinstance(kind, Leaf) or not isinstance(kind.marker, Reader):
        raise TypeError(f"{field} of {record.__name__} has no reader")
    return Read(kind.marker)


def _one(vocabulary: Vocabulary) -> OneOf:
    return OneOf(lambda words: words.of(vocabulary))


_ID = Column("id", ("id",), Plain(), _NARROW - 1, points=True)
_MEMBER = OneOf(lambda words: words.members)
_PARTNER = OneOf(lambda words: words.partners)

_HOLDINGS = (
    ("serves", ("serves",), POPULATIONS),
    ("represents", ("represents",), POPULATIONS),
    ("domains", ("domains",), DOMAINS),
    ("assets", ("assets",), ASSETS),
)
_HELD = tuple(Column(key, steps, Held(words), _WIDE - 3) for key, steps, words in _HOLDINGS)
_NOT_HELD = tuple(Column(f"{key}.not", steps, NotHeld(words), _WIDE) for key, steps, words in _HOLDINGS)
_ALIGNED = Column("aligned", ("answers", "aligned"), Held(ALIGNED_INITIATIVES), _MEDIUM)
_ALIGNED_NOT = Column("aligned.not", ("answers", "aligned"), NotHeld(ALIGNED_INITIATIVES), _MEDIUM - 4)

_PARTNER_COLUMNS = (
    _ID,
    Column("name", ("name",), Plain(), _WIDE - 2),
    Column("sector", ("sector",), _one(SECTORS), _MEDIUM - 2),
    Column("worked_with", ("worked_with",), _one(YES_NO_UNKNOWN), _NARROW),
    *_HELD,
    Column("small", ("small",), YesOrNo(YES_NO_UNKNOWN), _NARROW - 2),
    Column("closest", ("closest",), _MEMBER, _MEDIUM - 4),
    Column("note", ("note",), Printed(), _WIDE),
)
_POINTER = Column("name", ("name",), Plain(), _WIDE - 2, points=True)

EXISTING = Part("existing", "partner", _PARTNER_COLUMNS)
OPPORTUNITIES = Part("opportunities", "partner", _PARTNER_COLUMNS, 20)
CLOSER = Part(
    "closer",
    "partner",
    (
        _ID,
        _POINTER,
        _ALIGNED,
        Column("aligned.text", ("answers", "aligned", "text"), Printed(), _WIDE),
        Column("partnership", ("answers", "partnership", "level"), Graded(PARTNERSHIP_LEVELS), _MEDIUM - 2),
        Column("benefit_to_them", ("answers", "partnership", "benefit_to_them"), Printed(), _WIDE),
        Column("benefit_to_us", ("answers", "partnership", "benefit_to_us"), Printed(), _WIDE),
        Column("motivation", ("answers", "motivation", "level"), Graded(MOTIVATION_LEVELS), _MEDIUM - 2),
        Column("accountable_to", ("answers", "motivation", "accountable_to"), Printed(), _MEDIUM),
        Column("keep_informed_by", ("keep_informed_by",), Plain(), _MEDIUM),
        Column("reviewed", ("reviewed",), _read(Partner, "reviewed"), _NARROW),
        Column("motivation.text", ("answers", "motivation", "text"), Printed(), _WIDE, private=True),
        Column("barriers", ("answers", "barriers"), Printed(), _WIDE, private=True),
        Column("stance", ("stance",), _one(STANCES), _NARROW + 2, private=True),
    ),
    0,
)
NOT_THERE = Part("not_there", "partner", (_ID, _POINTER, *_NOT_HELD, _ALIGNED_NOT), 0)
PEOPLE = Part(
    "people",
    "person",
    (
        _ID,
        Column("partner", ("partner",), _PARTNER, _WIDE, points=True),
        Column("name", ("name",), Plain(), _MEDIUM),
        Column("title", ("title",), Plain(), _MEDIUM + 4),
        Column("knows", ("knows",), Held(DOMAINS), _WIDE),
        Column("champion", ("champion",), _one(YES_NO_UNKNOWN), _NARROW),
        Column("work_email", ("work_email",), _read(Person, "work_email"), _WIDE),
        Column("work_phone", ("work_phone",), Plain(), _NARROW + 4),
    ),
)
NEEDS = Part(
    "needs",
    "need",
    (
        _ID,
        Column("kind", ("kind",), OneOf(kind_labels), _MEDIUM + 10),
        Column("of", ("about",), Which(), _WIDE + 10),
        Column("required", ("required",), _read(Need, "required"), _NARROW + 2),
        Column("must", ("must",), YesOrNo(YES_NO_UNKNOWN), _NARROW),
        Column("purposes", ("purposes",), Several(lambda words: words.of(NEED_PURPOSES)), _MEDIUM),
        Column("source", ("source",), Printed(), _WIDE + 16),
    ),
)
INVITATIONS = Part(
    "invitations",
    "invitation",
    (
        _ID,
        Column("partner", ("partner",), _PARTNER, _WIDE),
        Column("to", ("to",), OneOf(lambda words: words.people), _MEDIUM),
        Column("sender", ("sender",), _MEMBER, _MEDIUM),
        Column("language", ("language",), _read(Invitation, "language"), _NARROW - 3),
        Column("why_you", ("why_you",), Printed(), _WIDE + 26),
        Column("sent", ("sent",), _read(Invitation, "sent"), _NARROW),
        Column("answer", ("answer",), _one(INVITATION_ANSWERS), _NARROW + 2),
    ),
    15,
)

PARTS = (NEEDS, EXISTING, OPPORTUNITIES, CLOSER, NOT_THERE, PEOPLE, INVITATIONS)
"""The sheets of the whole worksheet, in order."""


def rating(member: str) -> Part:
    """Return the sheet for the answers of one member."""
    pairs = [
        column
        for held, lacking in zip((*_HELD, _ALIGNED), (*_NOT_HELD, _ALIGNED_NOT), strict=True)
        for column in (held, lacking)
    ]
    inner = [column._replace(steps=column.steps[-1:], width=_MEDIUM) for column in pairs]
    levels = (
        Column("partnership", ("partnership",), Graded(PARTNERSHIP_LEVELS), _MEDIUM - 2),
        Column("motivation", ("motivation",), Graded(MOTIVATION_LEVELS), _MEDIUM - 2),
    )
    return Part(f"rating:{member}", "rating", (_ID, _POINTER, *inner, *levels), 0)


def part_of(key: str) -> Part | None:
    """Return the sheet of a key, None for none that this release knows."""
    if key.startswith("rating:"):
        return rating(key.partition(":")[2])
    return next((part for part in PARTS if part.key == key), None)


def wanted_columns(part: Part, *, private: bool) -> tuple[Column, ...]:
    """Return the columns of a sheet, with private ones only where they are asked for."""
    return tuple(column for column in part.columns if private or not column.private)


LIST_COLUMNS = {column.key: column for part in (EXISTING, CLOSER, NOT_THERE) for column in part.columns} | {
    "name": EXISTING.columns[1],
    "url": Column("url", ("url",), _read(Partner, "url")),
    "language": Column("language", ("language",), _read(Partner, "language")),
    "effort": Column("effort", ("effort",), _read(Partner, "effort")),
}
"""What the columns of any list of partners can hold, by key."""

PERSON_COLUMNS = {
    f"person.{column.key}": column for column in PEOPLE.columns if column.key not in ("id", "partner")
}
"""What the columns of any list can say of one person at each partner."""
