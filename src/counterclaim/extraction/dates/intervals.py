"""Joins date spans into the stretches of the calendar that clauses speak of.

"From 10 to 12 October" is two date spans, as TimeML annotates it, and one interval; "since Sunday" is
one span and an interval that is open at its end.
"""

import re
from collections.abc import Sequence
from typing import Final

from counterclaim.extraction.dates.spans import DateSpan, Interval, Relation
from counterclaim.partial_date import PartialDate

_DASH: Final = re.compile(r"\s*[-\u2010-\u2014]\s*\Z")
_TO: Final = re.compile(r",?\s*(?:to|until|till|through|up to|up until)\s*(?:the\s+)?\Z")
_AND: Final = re.compile(r"\s*(?:and|or|&|/)\s*(?:the\s+)?\Z")
_BETWEEN: Final = re.compile(r"\bbetween\s+(?:the\s+)?\Z", re.IGNORECASE)
_BEFORE_SPAN: Final = 24  # characters in which a preposition stands before a span
# What the words before a span make of it; the first that fits counts.
_PREPOSITIONS: Final[tuple[tuple[str, Relation], ...]] = (
    (r"(?:ever\s+)?since", "since"),
    (r"(?:starting|beginning|effective|dating)\s+(?:from|on|in)|from", "since"),
    (r"as\s+(?:of|at)|by|until|till?|up\s+to|up\s+until|through|no\s+later\s+than", "until"),
    (r"(?:prior\s+to|before|ahead\s+of)", "before"),
    (r"(?:after|following)", "after"),
)
_RELATIONS: Final = tuple(
    (re.compile(rf"\b(?:{words})\s+(?:the\s+)?\Z", re.IGNORECASE), relation)
    for words, relation in _PREPOSITIONS
)


def date_intervals(text: str, spans: Sequence[DateSpan]) -> list[Interval]:
    """Join date spans into intervals.

    Args:
        text: the text in which the spans were found.
        spans: what `find_dates` gave for it, in its order.

    Returns:
        An interval for every span that has a place on the calendar, or for two or more that make
        one, in text order.
    """
    intervals: list[Interval] = []
    for span in spans:
        if span.from_date is None or span.to_date is None:
            continue
        last = intervals[-1] if intervals else None
        if last and _joins(text, last, span):
            intervals[-1] = _joined(last, span)
        else:
            intervals.append(_alone(text, span))
    return intervals


def _joins(text: str, interval: Interval, span: DateSpan) -> bool:
    """Whether the span goes on with the interval: as the end of a range, or the next in a list."""
    before = interval.spans[-1]
    if before.to_date is None or span.from_date is None or span.from_date.first < before.to_date.first:
        return False
    gap = text[before.end : span.start]
    if _TO.match(gap) or _DASH.match(gap):
        return len(interval.spans) == 1
    if not _AND.match(gap):
        return False
    between = _BETWEEN.search(text, max(0, before.start - _BEFORE_SPAN), before.start)
    return bool(between) or _follows(before.to_date, span.from_date)


def _follows(earlier: PartialDate, later: PartialDate) -> bool:
    """Whether one time begins on the day after the other ends, so that both are one stretch."""
    return earlier.precision == later.precision and (later.first - earlier.last).days == 1


def _joined(interval: Interval, span: DateSpan) -> Interval:
    spans = (*interval.spans, span)
    return Interval(interval.start, span.end, spans[0].from_date, span.to_date, "in", spans)


def _alone(text: str, span: DateSpan) -> Interval:
    relation = _relation(text, span)
    first = None if relation in ("until", "before") else span.from_date
    last = None if relation in ("since", "after") else span.to_date
    return Interval(span.start, span.end, first, last, relation, (span,))


def _relation(text: str, span: DateSpan) -> Relation:
    start = max(0, span.start - _BEFORE_SPAN)
    for words, relation in _RELATIONS:
        if words.search(text, start, span.start):
            return relation
    return "in"
