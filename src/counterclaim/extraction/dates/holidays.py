"""Holidays that fall on a fixed day, on a weekday of a month, or by Easter."""

from datetime import date, timedelta
from functools import cache
from typing import Final

from counterclaim.extraction.dates.periods import Period, easter, nth_weekday
from counterclaim.extraction.dates.words import words

# The month, the weekday (Monday is 1) and which one of the month.
_BY_WEEKDAY: Final = {"thanksgiving": (11, 4, 4)}


def holiday_in(name: str, year: int) -> Period:
    """The day of a year on which a holiday of the lexicon falls."""
    return Period("day", _day(_holidays()[" ".join(name.replace("’", "'").split()).lower()], year))


@cache
def _holidays() -> dict[str, str]:
    return {name.lower(): when for name, when in words().holidays.items()}


def _day(when: str, year: int) -> date:
    if when in _BY_WEEKDAY:
        month, weekday, nth = _BY_WEEKDAY[when]
        return nth_weekday(year, month, weekday, nth)
    if when.startswith("easter"):
        return easter(year) + timedelta(days=int(when.removeprefix("easter")))
    return date(year, int(when[:2]), int(when[3:]))
