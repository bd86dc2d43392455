"""Days that are named by number: ``27 September 2020``, ``9/27/2020``, ``the 27th``, holidays."""

import re
from collections.abc import Iterator
from functools import cache

from counterclaim.extraction.dates.discourse import Discourse
from counterclaim.extraction.dates.grammar import expand
from counterclaim.extraction.dates.holidays import holiday_in
from counterclaim.extraction.dates.periods import Period
from counterclaim.extraction.dates.rules.base import (
    Match,
    Reading,
    Rule,
    dated,
    day_of,
    month_of,
    ordinal_of,
    relative_period,
    timed,
)

_DAY_NUMBER = re.compile(r"\d\d?(?:st|nd|rd|th)?")
_TURN_OF_CENTURY = 50  # '49 is 2049, '50 is 1950


def _iso_day(match: Match, _: Discourse) -> Reading | None:
    year, month, day = re.split(r"[-/.]", match.group())
    return _dated(day_of(int(year), int(month), int(day)))


def _iso_time(match: Match, _: Discourse) -> Reading | None:
    period = day_of(int(match["year"]), int(match["month"]), int(match["day"]))
    return timed(period, f"T{match['hour']}:{match['minute']}") if period else None


def _numeric(match: Match, discourse: Discourse) -> Reading | None:
    """``9/27/2020`` puts the month first unless it cannot or the document puts the day first."""
    first, second, year = (int(part) for part in re.split(r"[-/.]", match.group()))
    if year < 100:
        year += 2000 if year < _TURN_OF_CENTURY else 1900
    day_first = first > 12 or (second <= 12 and ("." in match.group() or discourse.day_first))
    return _dated(day_of(year, second, first) if day_first else day_of(year, first, second))


def _dated(period: Period | None) -> Reading | None:
    return dated(period, "day", explicit=True) if period else None


def _named_days(match: Match, discourse: Discourse) -> Iterator[Reading]:
    """``27 and 28 September 2020`` or ``September 27-28, 2020``: a reading for each day."""
    month = month_of(match["month"])
    year = int(match["year"]) if match["year"] else _year_ahead(match, discourse, month)
    marks = list(_DAY_NUMBER.finditer(discourse.text, match.start("days"), match.end("days")))
    for mark in marks:
        number = int(mark.group().rstrip("stndrh"))
        period = _day_in(month, number, year, match, discourse)
        if period is None:
            return
        year = period.first.year
        reading = dated(period, "day", explicit=bool(match["year"]))
        start = match.start() if mark is marks[0] else mark.start()
        end = match.end() if mark is marks[-1] else mark.end()
        yield reading.between(start, end)


def _ordinal_day(match: Match, discourse: Discourse) -> Reading | None:
    """``the first of May``."""
    month = month_of(match["month"])
    year = int(match["year"]) if match["year"] else _year_ahead(match, discourse, month)
    period = _day_in(month, ordinal_of(match["ordinal"]), year, match, discourse)
    return dated(period, "day", explicit=bool(match["year"])) if period else None


def _day_in(
    month: int, number: int, year: int | None, match: Match, discourse: Discourse
) -> Period | None:
    if year:
        return day_of(year, month, number)
    years = discourse.years(match.start())
    days = [day for year in years if (day := day_of(year, month, number))]
    return discourse.pick(days, match.start(), match.end())


@cache
def _other_end() -> re.Pattern[str]:
    joint = r"\s*(?:{dash}|\b(?:to|until|till|through|and|or)\b)\s*"
    return re.compile(expand(joint + "(?:{dd} )?<month:any_month>(?: {dd})?,?(?: of)? <year>", named=True))


def _year_ahead(match: Match, discourse: Discourse, month: int) -> int | None:
    """The year that the other end of a range gives: ``27 September – 4 October 2020``."""
    other = _other_end().match(discourse.text, match.end())
    return int(other["year"]) - (month > month_of(other["month"])) if other else None


def _unknown_day(match: Match, discourse: Discourse) -> Iterator[Reading]:
    """Named days where nothing gives the year."""
    readings = list(_named_days(match, discourse))
    if readings or match["year"]:
        yield from readings
        return
    marks = list(_DAY_NUMBER.finditer(discourse.text, match.start("days"), match.end("days")))
    month = month_of(match["month"])
    for mark in marks:
        number = int(mark.group().rstrip("stndrh"))
        if day_of(2000, month, number) is None:  # a leap year has every day
            return
        start = match.start() if mark is marks[0] else mark.start()
        end = match.end() if mark is marks[-1] else mark.end()
        yield Reading("DATE", f"XXXX-{month:02}-{number:02}", precision="day").between(start, end)


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
    relative = relative_period(match["relation"], "year", discourse) if match["relation"] else None
    years = [relative.first.year] if relative else discourse.years(match.start())
    days = [holiday_in(match["holiday"], year) for year in years]
    return dated(discourse.pick(days, match.start(), match.end()), "day")


_DAYS_BEFORE_MONTH = r"<days:days_before>"
RULES = (
    Rule(
        "iso_time",
        r"<year>-<month:iso_month>-<day:iso_day>(?:T|\x20)(?P<hour>[01]\d|2[0-4]):(?P<minute>[0-5]\d)"
        r"(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?(?!\d)",
        _iso_time,
    ),
    Rule("iso_day", r"{year}(?:-{iso_month}-{iso_day}|/{iso_month}/{iso_day}|\.{iso_month}\.{iso_day})(?![\d-])", _iso_day),
    Rule(
        "numeric_day",
        r"(?<![\d/.-])\d\d?(?:/\d\d?/(?:\d{4}|\d\d)|\.\d\d?\.(?:19|20)\d\d|-\d\d?-(?:19|20)\d\d)(?![\d/-]|\.\d)",
        _numeric,
    ),
    Rule(
        "day_month",
        r"(?:{any_weekday},? (?:the )?)?<days:days_before>(?: of)?(?: |-)<month:any_month>(?:,? (?:of )?<year>)?(?!-year)",
        _unknown_day,
    ),
    Rule(
        "month_day",
        r"(?:{any_weekday},? )?<month:any_month> (?:the )?<days:days_after>(?:,? (?:of )?<year>)?(?!-year)",
        _unknown_day,
    ),
    Rule("ordinal_day", r"[Tt]he <ordinal> of <month:any_month>(?:,? <year>)?", _ordinal_day),
    Rule(
        "holiday",
        r"(?:<relation:relative> )?<holiday>(?:(?: in)?,? <year>)?",
        _holiday,
    ),
    Rule("nth", r"[Tt]he <nth>(?=[,.;:)]|\s+(?:and|when|the|a|an|as|in|at|of|by|with|to|Armenia)\b)", _nth),
)
