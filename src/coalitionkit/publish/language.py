"""A language: how it writes dates, times, money, lists and the words of the vocabularies.

What it knows stands in `templates/<code>/language.json`, so that a language is a folder and no code.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from coalitionkit.errors import BrokenTemplateError
from coalitionkit.model.values import Prose
from coalitionkit.periods import PartialDate
from coalitionkit.places import Address
from coalitionkit.prose import shortened
from coalitionkit.publish.gaps import Gap
from coalitionkit.publish.templates import Folders

FALLBACK = "en"
"""The language that every document exists in."""

_NOON = 12
_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Language:
    """The words and forms of one language. `code` is the folder that they come from."""

    code: str
    gap: str
    quoted: str
    conjunction: str
    alternative: str
    conjunction_before: Mapping[str, str]
    day: str
    weekday: str
    month: str
    months: Sequence[str]
    weekdays: Sequence[str]
    halves: Sequence[str]
    at_hour: str
    at_one: str
    span: str
    articles: Mapping[str, str]
    units: Mapping[str, str]
    per: Mapping[str, str]
    titles: Mapping[str, str]
    words: Mapping[str, Mapping[str, str]]
    gaps: Mapping[str, str] = field(default_factory=dict)

    def listed(self, words: Iterable[str]) -> str:
        """Return `a`, `a and b` or `a, b and c`, as this language joins them."""
        *head, last = [*words] or [""]
        if not head:
            return last
        start = last.casefold()
        conjunction = next(
            (other for sound, other in self.conjunction_before.items() if start.startswith(sound)),
            self.conjunction,
        )
        return f"{', '.join(head)} {conjunction} {last}"

    def either(self, words: Sequence[str]) -> str:
        """Return `a`, `a or b`."""
        return f" {self.alternative} ".join(words)

    def on(self, day: date | PartialDate, *, weekday: bool = False) -> str:
        """Return a date in words, no more exact than it is."""
        if isinstance(day, PartialDate):
            if day.text.isdigit():
                return day.text
            if day.first != day.last:
                return self._filled(self.month, day.first)
            day = day.first
        return self._filled(self.weekday if weekday else self.day, day)

    def clock(self, minutes: int) -> str:
        """Return a time of day that lies so many minutes after midnight: `5:30 p.m.`."""
        hour, minute = divmod(minutes % _DAY, 60)
        return f"{hour % _NOON or _NOON}:{minute:02} {self.halves[hour >= _NOON]}"

    def at(self, minutes: int) -> str:
        """Return a time of day as it stands within a sentence: `at 5:30 p.m.`."""
        one = minutes // 60 % _NOON == 1
        return (self.at_one if one else self.at_hour).replace("{time}", self.clock(minutes))

    def from_to(self, start: str, end: str) -> str:
        """Return a stretch of time in words."""
        return self.span.replace("{start}", start).replace("{end}", end)

    def with_article(self, name: str) -> str:
        """Return a name with the article that its first or last word calls for, if any."""
        words = name.casefold().split()
        article = self.articles.get(words[0]) or self.articles.get(f"… {words[-1]}") if words else None
        return f"{article} {name}" if article and article != words[0] else name

    def money(self, amount: Decimal, currency: str, per: str | None = None) -> str:
        """Return an amount, and for what it is paid each time: `$25,000 a year`."""
        figure = number(amount) if amount == int(amount) else f"{amount:,.2f}"
        text = f"${figure}" if currency == "USD" else f"{figure} {currency}"
        period = self.per.get(per or "", "")
        return f"{text} {period}" if period else text

    def quantity(self, value: Decimal, unit: str | None) -> str:
        """Return a value with its unit: `50%`, `1,200 people`."""
        if unit in {"percent", "%"}:
            return f"{number(value)}%"
        if unit == "dollars":
            return self.money(value, "USD")
        if not unit:
            return number(value)
        # What the record says in other words than these stands there as a quotation.
        return f"{number(value)} {self.units.get(unit) or self.quoted.replace('{words}', unit)}"

    def share(self, part: Fraction) -> str:
        """Return a share as it is said in a rule: `2/3`, `60%`."""
        return f"{number(Decimal(int(part * 100)))}%" if (part * 100).denominator == 1 else str(part)

    def title(self, kind: str, **parts: str) -> str:
        """Return the title of a kind of documents, which is also the subject of an e-mail.

        `{the coalition}` stands for its name with the article that it calls for.
        """
        text = self.titles.get(kind, kind)
        for name, part in parts.items():
            text = text.replace(f"{{the {name}}}", self.with_article(part)).replace(f"{{{name}}}", part)
        return text

    def word(self, vocabulary: str, slug: str) -> str | None:
        """Return how a letter says a word of a vocabulary; None when this language has none for it."""
        return self.words.get(vocabulary, {}).get(slug)

    def missing(self, part: str, message: str, where: Address) -> Gap:
        """Return the gap for something that is not recorded; `message` says in English what to write."""
        return Gap(part, message, where, f"{self.gap}: {self.gaps.get(part, message)}")

    def said(self, prose: Prose, where: Address, *, plain: str) -> str | Gap:
        """Return prose in this language, or a gap that asks for a translation.

        `plain` is the language of a text that does not say in which one it is.
        """
        for code in (self.code, self.code.partition("-")[0]):
            if code in prose.texts:
                return prose.texts[code]
        if "" in prose.texts and _base(plain) == _base(self.code):
            return prose.texts[""]
        original = shortened(str(prose))
        asked = self.gaps.get("translation", "translate")
        message = f"say in '{self.code}' what the record says in another language: {original}"
        return Gap("translation", message, where, f"{self.gap}: {asked}: {original}")

    def _filled(self, form: str, day: date) -> str:
        return (
            form.replace("{day}", str(day.day))
            .replace("{year}", str(day.year))
            .replace("{month}", self.months[day.month - 1])
            .replace("{weekday}", self.weekdays[day.weekday()])
        )


def language(code: str, folders: Folders, *, needs: Sequence[str]) -> Language:
    """Return the first of a language, its base and English that has every template that is `needed`.

    Raises BrokenTemplateError when its file of words cannot be used.
    """
    for choice in dict.fromkeys((code, _base(code), FALLBACK)):
        if all(folders.has(f"{choice}/{name}") for name in (*needs, "language.json")):
            return _language(choice, folders)
    raise BrokenTemplateError(f"there is no template '{FALLBACK}/{needs[0] if needs else 'language.json'}'")


def number(value: Decimal) -> str:
    """Return a number with its thousands apart and no idle zeros: `1,200`, `12.5`."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _base(code: str) -> str:
    return code.partition("-")[0]


def _language(code: str, folders: Folders) -> Language:
    name = f"{code}/language.json"
    data = folders.data(name)
    try:
        return Language(
            code=code,
            **{
                key: _text(data[key])
                for key in (
                    "gap",
                    "quoted",
                    "conjunction",
                    "alternative",
                    "day",
                    "weekday",
                    "month",
                    "at_hour",
                    "at_one",
                    "span",
                )
            },
            **{
                key: _texts(data[key])
                for key in ("conjunction_before", "articles", "units", "per", "gaps", "titles")
            },
            words={key: _texts(words) for key, words in data["words"].items()},
            months=_several(data["months"], 12),
            weekdays=_several(data["weekdays"], 7),
            halves=_several(data["halves"], 2),
        )
    except KeyError as error:
        raise BrokenTemplateError(f"templates/{name}: {error} is missing") from None
    except (TypeError, AttributeError) as error:
        raise BrokenTemplateError(f"templates/{name}: {error}") from None


def _text(value: object) -> Any:
    if not isinstance(value, str):
        raise TypeError(f"expected text, not {value!r:.60}")
    return value


def _texts(value: object) -> Any:
    if not isinstance(value, dict):
        raise TypeError(f"expected texts by keys, not {value!r:.60}")
    return {key: _text(text) for key, text in value.items()}


def _several(value: object, count: int) -> Any:
    if not isinstance(value, list) or len(value) != count:
        raise TypeError(f"expected {count} texts, not {value!r:.60}")
    return tuple(_text(text) for text in value)
