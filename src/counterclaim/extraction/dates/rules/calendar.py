"""Days, months, seasons, quarters, years, decades and centuries that are named as such."""

import re
from collections.abc import Iterator
from functools import cache

from counterclaim.extraction.dates.discourse import Discourse
from counterclaim.extraction.dates.grammar import expand
from counterclaim.extraction.dates.periods import Period
from counterclaim.extraction.dates.rules.base import (
    Match,
    Reading,
    Rule,
    dated,
    day_of,
    edge_of,
    low,
    month_of,
    ordinal_of,
    timed,
)
from counterclaim.extraction.dates.rules.relative import relative_year
from counterclaim.extraction.dates.words import any_of, words

_DAY_NUMBER = re.compile(r"\d\d?(?:st|nd|rd|th)?")
_HALF_OF_CENTURY = 50  # '49 is 2049, '50 is 1950


# ------------------------------------------------------------------ days


def _iso_day(match: Match, _: Discourse) -> Reading | None:
    year, month, day = re.split(r"[-/.]", match.group())
    period = day_of(int(year), int(month), int(day))
    return dated(period, "day", explicit=True) if period else None


def _iso_time(match: Match, _: Discourse) -> Reading | None:
    period = day_of(int(match["year"]), int(match["month"]), int(match["day"]))
    return timed(period, f"T{match['hour']}:{match['minute']}") if period else None


def _numeric(match: Match, discourse: Discourse) -> Reading | None:
    """``9/27/2020`` puts the month first unless it cannot or the document puts the day first."""
    first, second, year = (int(part) for part in re.split(r"[-/.]", match.group()))
    if year < 100:
        year += 2000 if year < _HALF_OF_CENTURY else 1900
    day_first = first > 12 or (second <= 12 and ("." in match.group() or discourse.day_first))
    period = day_of(year, second, first) if day_first else day_of(year, first, second)
    return dated(period, "day", explicit=True) if period else None


def _named_days(match: Match, discourse: Discourse) -> Iterator[Reading]:
    """``27 and 28 September 2020`` or ``September 27-28, 2020``: a reading for each day."""
    month = month_of(match["month"])
    year = int(match["year"]) if match["year"] else _year_ahead(match, discourse, month)
    marks = list(_DAY_NUMBER.finditer(discourse.text, match.start("days"), match.end("days")))
    month_first = match.start("month") < match.start("days")
    for index, mark in enumerate(marks):
        number = int(re.match(r"\d+", mark.group()).group())  # type: ignore[union-attr]
        period = _day_in(month, number, year, match, discourse)
        if period is None:
            return
        start = match.start() if index == 0 else mark.start()
        end = match.end() if index == len(marks) - 1 else mark.end()
        if not month_first and index == len(marks) - 1 and index:
            start = mark.start()
        year = year or period.first.year
        yield dated(period, "day", explicit=bool(match["year"])).between(start, end)


def _day_in(
    month: int, number: int, year: int | None, match: Match, discourse: Discourse
) -> Period | None:
    if year:
        return day_of(year, month, number)
    years = discourse.years(match.start())
    days = [day for year in years if (day := day_of(year, month, number))]
    return discourse.pick(days, match.start(), match.end())


@cache
def _ahead() -> re.Pattern[str]:
    joint = r"\s*(?:{dash}|\b(?:to|until|till|through|and|or)\b)\s*"
    return re.compile(expand(joint + r"(?:{dd} )?<month:any_month>(?: {dd})?,?(?: of)? <year>", named=True))


def _year_ahead(match: Match, discourse: Discourse, month: int) -> int | None:
    """The year that the other end of a range gives: ``27 September – 4 October 2020``."""
    other = _ahead().match(discourse.text, match.end())
    if other is None:
        return None
    return int(other["year"]) - (month > month_of(other["month"]))


def _nth(match: Match, discourse: Discourse) -> Reading | None:
    """``the 27th`` of the month spoken of."""
    month = discourse.there("month")
    number = int(match["nth"][:-2])
    if month is None:
        return None
    months = [month.shifted(-1), month, month.shifted(1)]
    if discourse.last("month"):
        months = [month]
    days = [day for m in months if (day := day_of(m.first.year, m.first.month, number))]
    period = discourse.pick(days, match.start(), match.end()) if len(days) != 1 else days[0]
    return dated(period, "day") if period else None


def _holiday(match: Match, discourse: Discourse) -> Reading | None:
    from counterclaim.extraction.dates.rules.holidays import holiday_in

    name = " ".join(match["holiday"].replace("’", "'").split())
    if match["year"]:
        return dated(holiday_in(name, int(match["year"])), "day", explicit=True)
    years = [relative_year(match["year_of"], discourse)] if match["year_of"] else []
    known = [year for year in years if year] or discourse.years(match.start())
    period = discourse.pick([holiday_in(name, year) for year in known], match.start(), match.end())
    return dated(period, "day")


# ------------------------------------------------------------------ months and seasons


def _month_year(match: Match, _: Discourse) -> Reading:
    period = Period("month", _first(int(match["year"]), month_of(match["month"])))
    return dated(period, "month", mod=edge_of(match["edge"]), explicit=True)


def _first(year: int, month: int = 1):  # type: ignore[no-untyped-def]
    period = day_of(year, month, 1)
    assert period is not None
    return period.first
