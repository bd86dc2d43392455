"""Holidays that fall on a fixed day, on a weekday of a month, or by Easter."""

from datetime import timedelta
from functools import cache

from counterclaim.extraction.dates.periods import Period, easter, nth_weekday
from counterclaim.extraction.dates.words import words

# The month, weekday (Monday is 1) and which one of the month, -1 for the last.
_BY_WEEKDAY = {
    "thanksgiving": (11, 4, 4),
    "labor_day": (9, 1, 1),
    "memorial_day": (5, 1, -1),
    "mlk_day": (1, 1, 3),
}


def holiday_in(name: str, year: int) -> Period:
    """The day of a year on which a holiday of the lexicon falls."""
    when = _by_name()[" ".join(name.replace("’", "'").split()).lower()]
    return Period("day", _day(when, year))


@cache
def _by_name() -> dict[str, str]:
    return {name.lower(): when for name, when in words().holidays.items()}


def _day(when: str, year: int):  # type: ignore[no-untyped-def]
    if when in _BY_WEEKDAY:
        month, weekday, nth = _BY_WEEKDAY[when]
        return nth_weekday(year, month, weekday, nth)
    if when.startswith("easter"):
        return easter(year) + timedelta(days=int(when.removeprefix("easter")))
    from datetime import date

    return date(year, int(when[:2]), int(when[3:]))
