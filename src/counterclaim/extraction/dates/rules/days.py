"""Days that are named by number: ``27 September 2020``, ``9/27/2020``, ``the 27th``, holidays."""

import re
from collections.abc import Iterator
from typing import Final

from counterclaim.extraction.dates.discourse import Discourse
from counterclaim.extraction.dates.holidays import holiday_in
from counterclaim.extraction.dates.periods import Period
from counterclaim.extraction.dates.rules.base import (
    Match,
    Reading,
    Rule,
    dated,
    day_of,
    group,
    low,
    month_of,
    ordinal_of,
    timed,
    undated_day,
    year_ahead,
)
from counterclaim.extraction.dates.rules.recurring import which
from counterclaim.extraction.dates.words import words

_DAY_NUMBER: Final = re.compile(r"(\d\d?)(?:st|nd|rd|th)?")
_TURN_OF_CENTURY: Final = 50  # '49 is 2049, '50 is 1950
_LEAP_YEAR: Final = 2000  # it has every day that a year can have


def _iso_day(match: Match, _: Discourse) -> Reading | None:
    year, month, day = re.split(r"[-/.]", match.group())
    return _full(day_of(int(year), int(month), int(day)))


def _iso_time(match: Match, _: Discourse) -> Reading | None:
    period = day_of(int(match["year"]), int(match["month"]), int(match["day"]))
    return timed(period, f"T{match['hour']}:{match['minute']}") if period else None


def _numeric(match: Match, discourse: Discourse) -> Reading | None:
    """``9/27/2020`` puts the month first unless it cannot or the document puts the day first."""
    first, second, year = (int(part) for part in re.split(r"[-/.]", match.group()))
    if year < 100:
        year += 2000 if year < _TURN_OF_CENTURY else 1900
    day_first = first > 12 or (second <= 12 and ("." in match.group() or discourse.day_first))
    return _full(day_of(year, second, first) if day_first else day_of(year, first, second))


def _full(period: Period | None) -> Reading | None:
    return dated(period, "day", explicit=True) if period else None


def _named_days(match: Match, discourse: Discourse) -> Iterator[Reading]:
    """``27 and 28 September 2020`` or ``September 27-28, 2020``: a reading for each day."""
    month = month_of(match["month"])
    year = int(match["year"]) if match["year"] else year_ahead(match, discourse, month)
    marks = list(_DAY_NUMBER.finditer(discourse.text, match.start("days"), match.end("days")))
    for mark in marks:
        reading = _named_day(month, int(mark[1]), year, match, discourse)
        if reading is None:
            return
        year = year or (reading.period.first.year if reading.period else None)
        start = match.start() if mark is marks[0] else mark.start()
        end = match.end() if mark is marks[-1] else mark.end()
        yield reading.between(start, end)


def _ordinal_day(match: Match, discourse: Discourse) -> Reading | None:
    """``the first of May``."""
    month = month_of(match["month"])
    year = int(match["year"]) if match["year"] else year_ahead(match, discourse, month)
    return _named_day(month, ordinal_of(match["ordinal"]), year, match, discourse)


def _named_day(
    month: int, number: int, year: int | None, match: Match, discourse: Discourse
) -> Reading | None:
    """A day with or without its year; None if the calendar has no such day."""
    if day_of(year or _LEAP_YEAR, month, number) is None:
        return None
    period = day_of(year, month, number) if year else undated_day(month, number, match.span(), discourse)
    if period is None:
        return Reading("DATE", f"XXXX-{month:02}-{number:02}", precision="day")
    mod = words().comparative_edges.get(low(group(match, "comparative")))
    return dated(period, "day", mod=mod, explicit=bool(match["year"]))


def _nth(match: Match, discourse: Discourse) -> Reading | None:
    """``the 27th`` of the month spoken of, else of the document's or the one before it."""
    number = int(match["nth"][:-2])
    spoken = discourse.last("month")
    month = spoken or discourse.here("month")
    if month is None:
        return None
    months = [month] if spoken else [month.shifted(-1), month, month.shifted(1)]
    days = [day for m in months if (day := day_of(m.first.year, m.first.month, number))]
    period = days[0] if len(days) == 1 else discourse.pick(days, match.start(), match.end())
    return dated(period, "day") if period else None


def _holiday(match: Match, discourse: Discourse) -> Reading:
    if match["year"]:
        return dated(holiday_in(match["holiday"], int(match["year"])), "day", explicit=True)
    reached = discourse.reached(*match.span())
    days = [holiday_in(match["holiday"], year) for year in discourse.years(reached)]
    if match["relation"] and days:
        return dated(which(match["relation"], "day", lambda _: days, discourse), "day")
    return dated(discourse.pick(days, match.start(), match.end(), reached=reached), "day")


_EARLY_ON: Final = r"(?:<comparative> on )?"
RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "iso_time",
        "digit",
        r"<year>-<month:iso_month>-<day:iso_day>(?:T|\x20)(?P<hour>[01]\d|2[0-4]):(?P<minute>[0-5]\d)"
        r"(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?(?!\d)",
        _iso_time,
    ),
    Rule(
        "iso_day",
        "digit",
        r"{year}(?:-{iso_month}-{iso_day}|/{iso_month}/{iso_day}|\.{iso_month}\.{iso_day})(?![\d-])",
        _iso_day,
    ),
    Rule(
        "numeric_day",
        "digit",
        r"(?<![\d/.-])\d\d?(?:/\d\d?/(?:\d{4}|\d\d)|\.\d\d?\.(?:19|20)\d\d|-\d\d?-(?:19|20)\d\d)"
        r"(?![\d/-]|\.\d)",
        _numeric,
    ),
    Rule(
        "day_month",
        "digit weekday comparative",
        _EARLY_ON + r"(?:{any_weekday},? (?:the )?)?<days:days_before>(?: of)?(?: |-)<month:any_month>"
        r"(?:(?:,? (?:of )?|-)<year>)?(?!-year)",
        _named_days,
    ),
    Rule(
        "month_day",
        "month weekday comparative",
        _EARLY_ON + r"(?:{any_weekday},? )?<month:any_month> (?:the )?<days:days_after>"
        r"(?:,? ?(?:of )?<year>)?(?!-year)",
        _named_days,
    ),
    Rule("ordinal_day", "the", r"[Tt]he <ordinal>(?: day)? of <month:any_month>(?:,? <year>)?", _ordinal_day),
    Rule("holiday", "holiday relation", r"(?:<relation> )?<holiday>(?:(?: in)?,? <year>)?", _holiday),
    Rule("nth", "the", r"[Tt]he <nth>{not_counting}{not_named}", _nth),
)
