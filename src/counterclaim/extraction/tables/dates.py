"""Dates as cells and headings write them: short, numeric, or a stretch.

A cell is read whole: "Oct-20", "14.10.2020", "Jan–Mar 2015", "2014/15". What the date finder of running
text reads from the words alone is left to it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from counterclaim.extraction.dates import Interval, date_intervals, find_dates
from counterclaim.partial_date import PartialDate

Order = Literal["day first", "month first", "unclear"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DASH = r"\s*(?:[-–—/]|to|and)\s*"
_NUMERIC = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?:[ T,]+\d{1,2}:\d\d.*)?\Z")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[ T].*)?\Z")
_YEARS = re.compile(rf"(1[5-9]\d\d|20\d\d)(?:{_DASH}(\d{{4}}|\d\d))?\Z")
_SHORT_MONTH = re.compile(rf"({_MONTH})(?:[-\s'’]*(\d{{4}})|\s?[-'’](\d\d))?\Z", re.IGNORECASE)
"""Oct-20 is a month; Oct 20 is a day."""
_MONTHS_OF = re.compile(rf"({_MONTH})\s*(\d{{4}})?{_DASH}({_MONTH})[-\s]*(\d{{4}})?\Z", re.IGNORECASE)
_SHORT_DAY = re.compile(rf"(\d{{1,2}})[-\s]({_MONTH})[-\s'’]*(\d{{4}}|\d\d)\Z", re.IGNORECASE)
_MARKS = re.compile(r"\s*(?:\[[^\[\]]*\]|[*†‡])+\Z")
_PREPOSITION = re.compile(
    r"(as of|as at|by|until|till|up to|to|through|since|from|on|in|week (?:of|ending)|w/e)\s+", re.IGNORECASE
)
_IDLE = re.compile(
    r"\b(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)[a-z]*\b|\b(?:year|the|of|date)\b|[\W_]+",
    re.IGNORECASE,
)
_MOST_YEARS = 100  # a longer stretch is a range of numbers
_HAS_DATE = re.compile(rf"\d|\b(?:{_MONTH})", re.IGNORECASE)


_MONTH_WORD = re.compile(rf"{_MONTH}\Z", re.IGNORECASE)


def is_month(word: str) -> bool:
    """Whether a word is a month's name."""
    return bool(_MONTH_WORD.match(word))


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time as a cell gives it.

    Attributes:
        first, last: its first and last day, no finer than the words are.
        relation: "until" and "since" where a word opens one of its ends.
        lacks_year: whether its year was taken from elsewhere.
        is_unclear: whether day and month could not be told apart, so that only the year is kept.
    """

    first: PartialDate
    last: PartialDate
    relation: Literal["in", "until", "since"] = "in"
    lacks_year: bool = False
    is_unclear: bool = False

    @property
    def is_day(self) -> bool:
        """Whether it is one day and no longer time."""
        return self.first == self.last and self.first.precision == "day"

    @property
    def is_year(self) -> bool:
        """Whether it is one whole year."""
        return self.first == self.last and self.first.precision == "year"


@lru_cache(maxsize=4096)
def stretch_of(text: str, year: int | None = None, order: Order = "unclear") -> Stretch | None:
    """The time that a cell or a heading consists of, None where it is something else too.

    Args:
        text: the cell's text.
        year: the year of a date that gives none, as a heading or the document has it.
        order: what comes first in a date of figures only, as the column's other cells show.
    """
    text = _MARKS.sub("", text.strip())
    if not _HAS_DATE.search(text) or len(text) > 60:
        return None
    opened = _PREPOSITION.match(text)
    inner = text[opened.end() :] if opened else text
    found = _short(inner.strip(" ()"), year, order) or _in_words(text, year)
    return _opened(found, opened[1].lower()) if found and opened else found


def order_of(texts: Iterable[str]) -> Order:
    """Whether the dates of figures in a column have the day or the month first.

    A number above twelve tells. Where there is none, the column is sorted in one order only, or it
    stays unclear.
    """
    pairs = [(int(m[1]), int(m[2]), m[3]) for text in texts if (m := _NUMERIC.match(text.strip()))]
    if any(first > 12 for first, _, _ in pairs):
        return "day first"
    if any(second > 12 for _, second, _ in pairs):
        return "month first"
    by_day = [(year[-2:], second, first) for first, second, year in pairs]
    by_month = [(year[-2:], first, second) for first, second, year in pairs]
    sorted_by_day, sorted_by_month = by_day == sorted(by_day), by_month == sorted(by_month)
    if len(set(pairs)) < 3 or sorted_by_day == sorted_by_month:
        return "unclear"
    return "day first" if sorted_by_day else "month first"


@lru_cache(maxsize=1024)
def intervals_in(text: str, year: int | None) -> tuple[Interval, ...]:
    """The times named anywhere in a heading's or a caption's words."""
    if not _HAS_DATE.search(text):
        return ()
    return tuple(date_intervals(text, find_dates(text, PartialDate(f"{year:04d}") if year else None)))


def years_in(text: str) -> list[int]:
    """The years that stand in a text, in order."""
    return [int(match) for match in re.findall(r"(?<![\d.,])(?:1[89]\d\d|20\d\d)(?![\d.,]*\d)", text)]


# ------------------------------------------------------------ shapes


def _short(text: str, year: int | None, order: Order) -> Stretch | None:
    for pattern, read in (
        (_ISO, _iso), (_YEARS, _years), (_SHORT_DAY, _short_day), (_MONTHS_OF, _months_of),
        (_SHORT_MONTH, _short_month), (_NUMERIC, _numeric),
    ):  # fmt: skip
        match = pattern.match(text)
        if match:
            return read(match, year, order)
    return None


def _iso(match: "re.Match[str]", _year: int | None, _order: Order) -> Stretch | None:
    return _one("-".join(f"{int(part):02d}" for part in match.groups() if part))


def _years(match: "re.Match[str]", _year: int | None, _order: Order) -> Stretch | None:
    first = match[1]
    last = first if match[2] is None else match[2] if len(match[2]) == 4 else first[:2] + match[2]
    return _two(first, last) if int(last) - int(first) <= _MOST_YEARS else None


def _short_day(match: "re.Match[str]", _year: int | None, _order: Order) -> Stretch | None:
    return _one(f"{_whole_year(match[3])}-{_month(match[2])}-{int(match[1]):02d}")


def _short_month(match: "re.Match[str]", year: int | None, _order: Order) -> Stretch | None:
    digits = match[2] or match[3]
    if digits is None and year is None:
        return None
    found = _one(f"{_whole_year(digits) if digits else year}-{_month(match[1])}")
    return found and Stretch(found.first, found.last, lacks_year=digits is None)


def _months_of(match: "re.Match[str]", year: int | None, _order: Order) -> Stretch | None:
    last = match[4] or (str(year) if year else None)
    if last is None:
        return None
    found = _two(f"{match[2] or last}-{_month(match[1])}", f"{last}-{_month(match[3])}")
    return found and Stretch(found.first, found.last, lacks_year=match[4] is None)


def _numeric(match: "re.Match[str]", _year: int | None, order: Order) -> Stretch | None:
    one, other, year = int(match[1]), int(match[2]), _whole_year(match[3])
    if order == "unclear" and one <= 12 and other <= 12 and one != other:
        found = _one(year)
        return found and Stretch(found.first, found.last, is_unclear=True)
    day, month = (other, one) if order == "month first" or other > 12 else (one, other)
    return _one(f"{year}-{month:02d}-{day:02d}")


def _in_words(text: str, year: int | None) -> Stretch | None:
    """One interval that is all of the text but for prepositions, weekdays and marks."""
    found = intervals_in(text, year)
    if len(found) != 1 or (found[0].from_date or found[0].to_date) is None:
        return None
    interval = found[0]
    around = _PREPOSITION.sub("", text[: interval.start] + " ") + text[interval.end :]
    if _IDLE.sub("", around):
        return None
    first, last = interval.from_date or interval.to_date, interval.to_date or interval.from_date
    if first is None or last is None:
        return None
    if year is None and any(span.from_date and not years_in(text) for span in interval.spans):
        return None  # the finder has no year to go by
    return Stretch(first, last, lacks_year=not years_in(text))


def _opened(found: Stretch, preposition: str) -> Stretch:
    if preposition in ("on", "in") or preposition.startswith("w"):
        return found
    relation: Literal["until", "since"] = "since" if preposition in ("since", "from") else "until"
    return Stretch(found.first, found.last, relation, found.lacks_year, found.is_unclear)


def _month(word: str) -> str:
    return f"{_MONTHS.index(word[:3].lower()) + 1:02d}"


def _whole_year(digits: str) -> str:
    """A year of two digits is of the last or of this century: 91 is 1991, 14 is 2014."""
    return digits if len(digits) == 4 else f"{'19' if int(digits) > 40 else '20'}{digits}"


def _one(text: str) -> Stretch | None:
    return _two(text, text)


def _two(first: str, last: str) -> Stretch | None:
    try:
        found = Stretch(PartialDate(first), PartialDate(last))
    except ValueError:
        return None
    return found if found.first.first <= found.last.last else None
