"""Days as spans of ordinals: what a partial date may mean, and how two of them stand to each other."""

from functools import lru_cache
from typing import NamedTuple

from counterclaim.partial_date import PartialDate


class Span(NamedTuple):
    """The days from `first` to `last`, inclusive, as proleptic Gregorian ordinals."""

    first: int
    last: int

    @property
    def days(self) -> int:
        """How many days it holds."""
        return self.last - self.first + 1

    def overlaps(self, other: "Span") -> bool:
        """Whether they share a day."""
        return self.first <= other.last and other.first <= self.last

    def common(self, other: "Span") -> "Span":
        """The days that both hold; only for spans that overlap."""
        return Span(max(self.first, other.first), min(self.last, other.last))


@lru_cache(maxsize=65536)
def span(date: PartialDate) -> Span:
    """The days that a date may mean."""
    return Span(date.first.toordinal(), date.last.toordinal())


def between(first: PartialDate | None, last: PartialDate | None) -> Span | None:
    """The days from one date to another; one alone stands for both, and None for neither."""
    start, end = first or last, last or first
    if start is None or end is None:
        return None
    began = span(start)
    return began if start == end else Span(began.first, max(began.first, span(end).last))


def may_meet(one: Span | None, other: Span | None) -> bool:
    """Whether two spans overlap; an unknown one may be any."""
    return one is None or other is None or one.overlaps(other)
