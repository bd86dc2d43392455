"""What the date finder gives: spans with TIMEX3 values, and intervals made of them."""

from dataclasses import dataclass
from typing import Literal

from counterclaim.partial_date import PartialDate

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Relation = Literal["in", "since", "until", "before", "after"]


@dataclass(slots=True)
class DateSpan:
    """One expression of time in a text.

    Attributes:
        start, end: character offsets, so that ``text[start:end]`` is the expression, without the
            preposition before it.
        value: what it means as a TIMEX3 value: ``2020-09-27``, ``2020-W40``, ``P3D``, ``PAST_REF``…;
            digits that nothing gives are X (``XXXX-09-27``).
        type: TIMEX3 type.
        from_date, to_date: first and last day of the time meant, inclusive, no finer than the words
            are; None where the expression has no place on the calendar or the place is unknown.
        precision: the unit of the expression: "day", "week", "month", "season", "year"…; "time" for
            a part of a day; None for references such as "now".
        mod: TIMEX3 modifier ("APPROX", "MORE_THAN", "BEFORE"…), or EARLY, MID, LATE for a part of
            the time.
        rule: name of the rule that read it.
    """

    start: int
    end: int
    value: str
    type: TimexType
    from_date: PartialDate | None = None
    to_date: PartialDate | None = None
    precision: str | None = None
    mod: str | None = None
    rule: str = ""


@dataclass(slots=True)
class Interval:
    """A stretch of the calendar as a clause speaks of it, made of one date span or several.

    Attributes:
        start, end: character offsets from the first span's start to the last one's end.
        from_date, to_date: first and last day, inclusive; None on a side that is open.
        relation: "in" for the stretch itself; "since", "until", "before" and "after" for one that a
            preposition opens on one side.
        spans: the date spans that it is made of, in text order.
    """

    start: int
    end: int
    from_date: PartialDate | None
    to_date: PartialDate | None
    relation: Relation
    spans: tuple[DateSpan, ...]
