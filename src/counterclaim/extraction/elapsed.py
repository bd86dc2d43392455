"""Days between two events of a sentence: "signed on 9 November, one day after troops captured the town".

The date that a sentence gives is that of the side of "after" or "before" on which it stands; what stands on
the other side happened so many days apart from it.
"""

import re
from dataclasses import dataclass
from datetime import timedelta

from counterclaim.extraction.analysis import View
from counterclaim.extraction.dates import Interval
from counterclaim.partial_date import PartialDate

_DURATION = re.compile(r"P(?P<number>\d{1,3})(?P<unit>[DW])")
_DAYS = {"D": 1, "W": 7}
_WAYS = {"after": 1, "before": -1}
_ENDS = frozenset((",", ";", ":", "–", "—", "."))


@dataclass(frozen=True, slots=True)
class Elapsed:
    """How far the two events of a sentence lie apart.

    Attributes:
        first, last: indices of the tokens of the clause that "after" or "before" opens.
        days: days from what that clause tells to what the rest of the sentence tells.
    """

    first: int
    last: int
    days: int

    def has(self, token: int) -> bool:
        """Whether a token stands in the clause."""
        return self.first <= token <= self.last


def elapsed_in(view: View) -> Elapsed | None:
    """What a sentence says of the days between two events, None where it says nothing of it.

    Args:
        view: the sentence.
    """
    if view.words.isdisjoint(_WAYS):
        return None
    for position, low in enumerate(view.lows):
        days = _days_before(view, position) if low in _WAYS else None
        if days is not None:
            ends = (i for i in range(position + 1, len(view.tokens)) if view.lows[i] in _ENDS)
            return Elapsed(position, next(ends, len(view.tokens)) - 1, days * _WAYS[low])
    return None


def days_apart_of(view: View, token: int, choices: list[Interval]) -> Interval | None:
    """The day of what a token tells, counted from the day that the sentence gives for the other event.

    Args:
        view: the sentence.
        token: index of a token of what is told.
        choices: the sentence's intervals that can date an event.

    Returns:
        The interval, with the words of the day that it is counted from; None where the sentence gives no day
        for the other event alone.
    """
    elapsed = elapsed_in(view) if choices else None
    if elapsed is None:
        return None
    is_inside = elapsed.has(token)
    sides = {elapsed.has(_token_at(view, interval)) for interval in choices}
    day = choices[0].from_date
    if sides != {not is_inside} or len(choices) > 1 or day is None or day != choices[0].to_date:
        return None
    if choices[0].relation != "in" or day.precision != "day":
        return None
    moved = PartialDate.of(day.first + timedelta(days=-elapsed.days if is_inside else elapsed.days))
    return Interval(choices[0].start, choices[0].end, moved, moved, "in", choices[0].spans)


def _days_before(view: View, position: int) -> int | None:
    """The days that stand right before "after" or "before": one day, two weeks, the day."""
    start = view.tokens[position].start
    for span in view.dates:
        match = _DURATION.fullmatch(span.value) if 0 <= start - span.end <= 1 else None
        if match is not None:
            return int(match["number"]) * _DAYS[match["unit"]]
    return 1 if view.lows[max(position - 2, 0) : position] == ["the", "day"] else None


def _token_at(view: View, interval: Interval) -> int:
    return next(i for i, token in enumerate(view.tokens) if token.end > interval.start)
