"""Scales: numbers and dates to percentages of a chart's width or height, and ticks to read them by."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from counterclaim.partial_date import PartialDate
from counterclaim.publication.dates import date_words

_STEPS = (1, 2, 2.5, 5, 10)
_DAY_STEPS = (1, 2, 3, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on a scale, in percent of its length."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class NumberScale:
    """A linear scale from 0 to `top`."""

    top: float

    def at(self, number: float) -> float:
        """Where a number stands, in percent."""
        return round(100 * number / self.top, 2)

    def ticks(self) -> tuple[Tick, ...]:
        """Round numbers from 0 to the top."""
        step = _nice_step(self.top)
        return tuple(
            Tick(self.at(place * step), f"{place * step:,.0f}") for place in range(round(self.top / step) + 1)
        )


def number_scale(numbers: Iterable[int], open_above: Iterable[int] = ()) -> NumberScale:
    """A scale that holds the numbers, its top rounded up to a whole tick.

    Args:
        numbers: what the scale is to hold.
        open_above: those of them that open ranges start from; above each the scale goes on for a
            tenth of itself at least, so that the open range can be seen.
    """
    largest = max([*numbers, *(math.ceil(floor / 0.9) for floor in open_above)], default=0) or 1
    step = _nice_step(largest)
    return NumberScale(step * math.ceil(largest / step))


def _nice_step(top: float) -> float:
    """The round step, at least 1, that cuts 0 to `top` into two to five parts, or fewer below 2."""
    rough = max(1.0, top / 5)
    power = math.pow(10, math.floor(math.log10(rough)))
    steps = (factor * power for factor in _STEPS)
    return next(step for step in steps if step >= rough - 1e-9 and step.is_integer())


@dataclass(frozen=True, slots=True)
class DateScale:
    """A linear scale from one day to another, between `start` and `end` percent of the width."""

    first: date
    last: date
    start: float = 5
    end: float = 95

    def at(self, day: date) -> float:
        """Where a day stands, in percent; the middle where the scale is a single day."""
        span = (self.last - self.first).days
        if span == 0:
            return (self.start + self.end) / 2
        return round(self.start + (self.end - self.start) * (day - self.first).days / span, 2)

    def ticks(self, most: int = 4) -> tuple[Tick, ...]:
        """At most `most` days or firsts of months, evenly chosen, with their dates; more over 400 years."""
        days = (self.last - self.first).days
        by_day = next((step for step in _DAY_STEPS if days // step < most), None)
        if by_day:
            chosen = [date.fromordinal(self.first.toordinal() + day) for day in range(0, days + 1, by_day)]
            return tuple(Tick(self.at(day), date_words(PartialDate.of(day), letters=3)) for day in chosen)
        months = self._months()
        step = next((step for step in _MONTH_STEPS if len(months) <= most * step), _MONTH_STEPS[-1])
        chosen = [day for day in months if (day.year * 12 + day.month - 1) % step == 0]
        return tuple(Tick(self.at(day), _month_words(day)) for day in chosen)

    def _months(self) -> list[date]:
        """The firsts of months from the first day to the last."""
        start, end = (day.year * 12 + day.month - 1 for day in (self.first, self.last))
        firsts = [date(month // 12, month % 12 + 1, 1) for month in range(start, end + 1)]
        return [day for day in firsts if day >= self.first]


def _month_words(day: date) -> str:
    return date_words(PartialDate(day.isoformat()[:7]), letters=3)
