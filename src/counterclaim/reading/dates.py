"""The date of a document, from its metadata or from a dateline that cannot mean anything else."""

import re
from collections.abc import Iterator
from datetime import UTC
from email.utils import parsedate_to_datetime

from counterclaim.partial_date import PartialDate

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH = r"(?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_ORDERS = (
    rf"{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}",
    rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
    rf"{_YEAR}-(?P<number>\d\d)-{_DAY}",
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
_LONE_WEEKDAY = re.compile(_WEEKDAY, re.IGNORECASE)
_CLOCK = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4}(?:[+-]\d+)?)?"
_NOT_A_PLACE = r"(?!(?:On|In|By|From|Since|Until|Till|After|Before|As|At|Between|This|That|Last|Dated?)\b)"
_PLACE = _NOT_A_PLACE + r"[A-Z][\w.'’/-]*(?:[ ,/]+(?:\(?[A-Z][\w.'’/-]*\)?|of|de|al|the))*"

_LONE = tuple(re.compile(rf"{_WEEKDAY}{order}\Z", re.IGNORECASE) for order in _ORDERS)
_MONTH_AND_YEAR = re.compile(rf"{_MONTH},?\s+{_YEAR}\Z", re.IGNORECASE)
_ISO_START = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?=\Z|[T ])")

_WHOLE_LINE = tuple(
    re.compile(
        rf"(?:(?P<before>{_PLACE})[,:]?\s+)?(?:(?i:{_CLOCK}),?\s+)?(?i:{_WEEKDAY}{order})(?:,?\s+(?i:{_CLOCK}))?\.?\Z"
    )
    for order in _ORDERS
)
_BEFORE_DASH = tuple(
    re.compile(rf"{_PLACE}[,.:]?\s+\(?(?i:{_WEEKDAY}{order})\)?\s*(?:\([^()]*\)\s*)?(?:[-–—:]|\.\s)")
    for order in _ORDERS
)
_PUBLISHED = tuple(
    re.compile(
        rf"\b(?i:published|publication date|date of publication)(?i: on)?:?\s+(?i:{_WEEKDAY}{order})\b"
    )
    for order in _ORDERS
)
_LINES_SEARCHED = 8
_LONGEST_LINE = 120


def parse_date(text: str) -> PartialDate | None:
    """A date from metadata: ISO 8601, RFC 2822, or English words; None for anything ambiguous.

    Args:
        text: such as ``2020-10-27T09:00Z``, ``27 October 2020``, ``Oct. 27, 2020``, ``October
            2020`` or ``Tue, 27 Oct 2020 09:00:00 GMT``. A time is dropped after a zone in it has
            been turned into UTC's day only for RFC 2822, which always gives one.
    """
    text = " ".join(text.split())
    if match := _ISO_START.match(text):
        return _checked(match.group())
    for pattern in _LONE:
        if match := pattern.match(text):
            return _day(match)
    if match := _MONTH_AND_YEAR.match(text):
        return _checked(f"{match['year']}-{_month(match):02d}")
    try:
        return PartialDate.of(parsedate_to_datetime(text).astimezone(UTC).date())
    except (ValueError, OverflowError):
        return None


def dateline(text: str) -> PartialDate | None:
    """The day on a dateline or a "Published" line among a text's first lines.

    Only full dates count: "Baku, September 30, 2020", "BEIRUT, 31 October 2020 —", "Sunday,
    20 July 2014 18:31 GMT", "Published: 6 December 2019". A date inside a sentence does not.
    """
    lines = [line.strip("#* ") for line in text[: _LINES_SEARCHED * 1000].splitlines() if line.strip()]
    for line in lines[:_LINES_SEARCHED]:
        for match in _matches(line):
            if found := _day(match):
                return found
    return None


def is_date(line: str) -> bool:
    """Whether a line holds a full date and nothing else but a weekday and a clock."""
    return any(match is not None and _name_before(match) is None for match in _whole(line))


def before_date(line: str) -> str | None:
    """The name that a line has before its full date, such as a place's; None where it is no such line."""
    return next((name for match in _whole(line) if match and (name := _name_before(match))), None)


def _name_before(match: "re.Match[str]") -> str | None:
    name = (match["before"] or "").rstrip(",:")
    return None if _LONE_WEEKDAY.fullmatch(f"{name} ") or not name else name


def _whole(line: str) -> Iterator["re.Match[str] | None"]:
    if len(line) <= _LONGEST_LINE:
        yield from (pattern.match(line) for pattern in _WHOLE_LINE)


def _matches(line: str) -> list["re.Match[str]"]:
    start = line[:_LONGEST_LINE]
    found = [pattern.match(start) for pattern in _BEFORE_DASH]
    if len(line) <= _LONGEST_LINE:
        found += _whole(line)
        found += [pattern.search(line) for pattern in _PUBLISHED]
    return [match for match in found if match]


def _day(match: "re.Match[str]") -> PartialDate | None:
    return _checked(f"{match['year']}-{_month(match):02d}-{int(match['day']):02d}")


def _month(match: "re.Match[str]") -> int:
    groups = match.groupdict()
    if number := groups.get("number"):
        return int(number)
    word = groups["month"].lower()
    return next((n for n, month in enumerate(_MONTHS, start=1) if word in (month, month[:3], month[:4])), 0)


def _checked(text: str) -> PartialDate | None:
    try:
        return PartialDate(text)
    except ValueError:
        return None
