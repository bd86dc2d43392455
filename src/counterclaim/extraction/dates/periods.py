"""Stretches of the calendar that expressions name: a day, an ISO week, a month or a decade.

Invariant: a period's `first` is the first day of its unit, so equal periods compare equal.
"""

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

from counterclaim.partial_date import PartialDate


class OffCalendarError(Exception):
    """A time before the year 1 or after 9999, which no `date` can hold."""


class _Unit(NamedTuple):
    """How long a unit is (in months, or in days where it has no whole months) and where it starts."""

    months: int
    days: int
    start: Callable[[date], date]
    value: Callable[[date], str]


def _monday(day: date) -> date:
    return _plus_days(day, -day.weekday())


def _season_start(day: date) -> date:
    """First day of the meteorological season; a winter belongs to the year of its December."""
    return date(day.year - (day.month < 3), (day.month // 3 * 3) or 12, 1) if day.year > 1 else day


def _week_value(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


_SEASON_LETTERS: Final = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}

_UNITS: Final[dict[str, _Unit]] = {
    "day": _Unit(0, 1, lambda day: day, date.isoformat),
    "week": _Unit(0, 7, _monday, _week_value),
    "weekend": _Unit(0, 7, lambda day: _plus_days(_monday(day), 5), lambda day: f"{_week_value(day)}-WE"),
    "month": _Unit(1, 0, lambda day: day.replace(day=1), lambda day: f"{day.year:04}-{day.month:02}"),
    "quarter": _Unit(
        3,
        0,
        lambda day: date(day.year, (day.month - 1) // 3 * 3 + 1, 1),
        lambda day: f"{day.year:04}-Q{day.month // 3 + 1}",
    ),
    "season": _Unit(3, 0, _season_start, lambda day: f"{day.year:04}-{_SEASON_LETTERS.get(day.month, 'WI')}"),
    "half": _Unit(
        6,
        0,
        lambda day: date(day.year, 1 if day.month < 7 else 7, 1),
        lambda day: f"{day.year:04}-H{1 if day.month < 7 else 2}",
    ),
    "year": _Unit(12, 0, lambda day: date(day.year, 1, 1), lambda day: f"{day.year:04}"),
    "decade": _Unit(
        120, 0, lambda day: date(max(day.year // 10 * 10, 1), 1, 1), lambda day: f"{day.year // 10:03}"
    ),
    "century": _Unit(
        1200, 0, lambda day: date(max(day.year // 100 * 100, 1), 1, 1), lambda day: f"{day.year // 100:02}"
    ),
}
FINENESS: Final = {unit: rank for rank, unit in enumerate(_UNITS)}
_UNKNOWN: Final = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "season": "XXXX-XX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}


@dataclass(slots=True)
class Period:
    """One day, week, month… of the calendar.

    Attributes:
        unit: "day", "week", "weekend", "month", "quarter", "season", "half", "year", "decade" or
            "century".
        first: its first day.
    """

    unit: str
    first: date

    @classmethod
    def of(cls, unit: str, day: date) -> "Period":
        """The period of that unit in which the day lies (for a weekend, in whose week)."""
        return cls(unit, _UNITS[unit].start(day))

    @property
    def last(self) -> date:
        """Its last day."""
        if self.unit == "day":
            return self.first
        if self.unit == "weekend":
            return _plus_days(self.first, 1)
        if self.unit in ("decade", "century"):  # the first ones on the calendar start late
            years = _UNITS[self.unit].months // 12
            return date(min(self.first.year // years * years + years - 1, 9999), 12, 31)
        try:
            return _plus_days(self.shifted(1).first, -1)
        except OffCalendarError:
            return date.max

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        return _UNITS[self.unit].value(self.first)

    @property
    def from_date(self) -> PartialDate:
        """The first day, no finer than the unit is."""
        return self._partial(self.first)

    @property
    def to_date(self) -> PartialDate:
        """The last day, no finer than the unit is."""
        return self._partial(self.last)

    def _partial(self, day: date) -> PartialDate:
        months = _UNITS[self.unit].months
        return partial(day.isoformat()[: 10 if not months else 7 if months < 12 else 4])

    def shifted(self, count: int) -> "Period":
        """The period of the same unit that many further on.

        Raises:
            OffCalendarError: it would lie off the calendar.
        """
        step = _UNITS[self.unit]
        if step.months:
            return Period.of(self.unit, plus_months(self.first, step.months * count))
        return Period(self.unit, _plus_days(self.first, step.days * count))


@lru_cache(maxsize=4096)
def partial(text: str) -> PartialDate:
    """A partial date, from a cache since a text names the same ones again and again."""
    return PartialDate(text)


def unknown_value(unit: str) -> str:
    """The value of a period of that unit of which nothing is known."""
    return _UNKNOWN[unit]


def plus_months(day: date, count: int) -> date:
    """The same day of the month, or the month's last, that many months further on."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if not 1 <= year <= 9999:
        raise OffCalendarError(f"{count} months from {day}")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _plus_days(day: date, count: int) -> date:
    try:
        return day + timedelta(days=count)
    except OverflowError as error:
        raise OffCalendarError(f"{count} days from {day}") from error


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian algorithm (Nature, 20 April 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    correction = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * correction) // 451
    month, day = divmod(h + correction - 7 * m + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth (from 1) Monday=1…Sunday=7 of a month."""
    days = [day for week in calendar.monthcalendar(year, month) if (day := week[weekday - 1])]
    return date(year, month, days[nth - 1])
