"""Expressions of time in a text, with their TIMEX3 values and the intervals that they mean."""

from counterclaim.extraction.dates.finder import find_dates
from counterclaim.extraction.dates.intervals import date_intervals
from counterclaim.extraction.dates.spans import DateSpan, Interval

__all__ = ["DateSpan", "Interval", "date_intervals", "find_dates"]
