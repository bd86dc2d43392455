"""Real tolls that were settled later, estimated on each day on which something was said of them.

They are the series that come with the package. What a conflict taught is left out when it is replayed.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from math import exp, sqrt

from counterclaim.reconciliation.estimates.learning import learnt
from counterclaim.reconciliation.estimates.posterior import posteriors
from counterclaim.reconciliation.estimates.priors import Priors, load_priors
from counterclaim.reconciliation.estimates.reference import Said, Settled, load_reference, residuals_of
from counterclaim.reconciliation.estimates.reports import problem_of, too_little

YEAR = 365
Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Day:
    """A day on which something new was said.

    Attributes:
        day: its ordinal.
        lasted: for how many days nothing newer was said, a year at most.
        said: everything said by then.
        interval_90, interval_50: the estimate; None where there was too little.
    """

    series: Settled
    day: int
    lasted: int
    said: tuple[Said, ...]
    interval_90: Interval | None = None
    interval_50: Interval | None = None


def replay(series: Iterable[Settled] | None = None, priors: Priors | None = None) -> Iterator[Day]:
    """Every day from the end of what is counted until it was settled on which something was said of it.

    Args:
        series: those to replay; all by default.
        priors: those of the package by default.
    """
    priors = priors or load_priors()
    for one in load_reference() if series is None else series:
        others = (other for other in load_reference() if other.conflict != one.conflict)
        biases = learnt(priors, residuals_of(others, priors))
        days = sorted({max(said.day, one.end) for said in one.said if said.day < one.settled_on})
        for day, following in zip(days, [*days[1:], one.settled_on], strict=True):
            said = tuple(each for each in one.said if each.day <= day)
            reports = one.known_on(day)
            if too_little(reports, priors):
                yield Day(one, day, min(following - day, YEAR), said)
                continue
            (found,) = posteriors([problem_of(reports, one.counted, biases, priors)], biases.tails)
            low_90, low_50, _, high_50, high_90 = map(exp, found.all)
            yield Day(one, day, min(following - day, YEAR), said, (low_90, high_90), (low_50, high_50))


def least_to_most(day: Day) -> Interval:
    """The naive range: from the least to the greatest number said so far."""
    numbers = [number for said in day.said for number in (said.low, said.high) if number]
    return min(numbers), max(numbers)


def latest_within(factor: float) -> Callable[[Day], Interval]:
    """The naive rule that the latest figure is right within a factor."""

    def interval(day: Day) -> Interval:
        said = day.said[-1]
        ends = [number for number in (said.low, said.high) if number]
        middle = sqrt(ends[0] * ends[-1])
        return middle / factor, middle * factor

    return interval
