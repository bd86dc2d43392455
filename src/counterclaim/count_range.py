"""The numbers that the words of a count allow."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CountRange:
    """A count as its words give it: ``at least 541`` is 541 to None, ``up to 30`` None to 30.

    Attributes:
        low: the least number that the words allow, None where they set no lower bound.
        high: the greatest number that the words allow, None where they set no upper bound.
        approx: whether the words blur the number ("about", "dozens").
    """

    low: int | None
    high: int | None
    approx: bool = False

    @classmethod
    def exactly(cls, number: int) -> "CountRange":
        """A plain number."""
        return cls(number, number)

    @property
    def headline(self) -> int | None:
        """The number that a reader quotes: the lower bound, else the upper one."""
        return self.low if self.low is not None else self.high

    def __str__(self) -> str:
        about = "about " if self.approx else ""
        match self.low, self.high:
            case None, None:
                return "unknown"
            case low, None:
                return f"{about}{low:,} or more"
            case None, high:
                return f"{about}{high:,} or fewer"
            case low, high if low == high:
                return f"{about}{low:,}"
            case low, high:
                return f"{about}{low:,} to {high:,}"
        raise AssertionError("unreachable")
