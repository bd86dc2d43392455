"""What sources say of one number, made ready for the model: one word a source, widened as its words are."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, log, sqrt

from counterclaim.reconciliation.estimates.learning import Biases
from counterclaim.reconciliation.estimates.posterior import Measurement, Problem
from counterclaim.reconciliation.estimates.priors import Counted, Prior, Priors

NONE = 0.5
"""What a figure of 0 is taken as, so that it has a logarithm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The present word of one source.

    Attributes:
        source: what the source is called.
        side: the key of the side that it speaks for, else of the source itself; sources of one side are not
            independent of each other.
        prior: how such sources tend to be off.
        low, high: the numbers that its words allow, None where they set no limit; not both None.
        approximate, hedged: whether the words blur the number, or doubt it.
        days: how long after the end of what it counts it was given.
        growth: natural logarithm of the most that the count may have grown since the day it counts up to.
        claim: the id of the claim, empty outside a casebook.
    """

    source: str
    side: str
    prior: Prior
    low: int | None
    high: int | None
    approximate: bool = False
    hedged: bool = False
    days: int = 0
    growth: float = 0.0
    claim: str = ""

    def ends(self, reach: float) -> tuple[float, float]:
        """What it says as natural logarithms, open ends set `reach` away."""
        low = None if self.low is None else log(max(self.low, NONE))
        high = None if self.high is None else log(max(self.high, NONE))
        assert low is not None or high is not None
        first = high - reach if low is None and high is not None else low
        last = low + reach if high is None and low is not None else high
        assert first is not None and last is not None
        return first, last + self.growth

    def off(self, truth: float) -> float:
        """How far it is from a truth, as natural logarithms; 0 where its words allow the truth.

        A list of shown cases allows any number that is higher.
        """
        first, last = self.ends(0.0)
        return max(first - truth, 0.0) + (0.0 if self.prior.missing else min(last - truth, 0.0))

    @property
    def bounded(self) -> bool:
        """Whether the words set both limits."""
        return self.low is not None and self.high is not None


def problem_of(reports: Sequence[Report], counted: Counted, biases: Biases, priors: Priors) -> Problem:
    """The model of a series: what its sources say, corrected for bias and delay.

    Args:
        reports: one a source.
        counted: an event of a few days, or a longer stretch: it sets how long counting takes.
        biases: of each kind of source.
        priors: how delays and words are taken.
    """
    delay, words = priors.delay[counted], priors.words
    left = min(delay.left(report.days) for report in reports)
    return Problem(
        [_measurement(report, counted, left, biases, priors) for report in reports],
        hypot(words.common, delay.doubt * left),
    )


def _measurement(
    report: Report, counted: Counted, least_left: float, biases: Biases, priors: Priors
) -> Measurement:
    """A report's measurement; of the doubt about an early report, what later ones do not share is its own."""
    words, delay, bias = priors.words, priors.delay[counted], biases.by_prior[report.prior.name]
    low, high = report.ends(words.reach)
    blur = hypot(words.approximate * report.approximate, words.hedged * report.hedged)
    early = delay.doubt * sqrt(delay.left(report.days) ** 2 - least_left**2)
    return Measurement(
        low=low,
        high=high,
        bias=bias.mean - shortfall(report.prior, counted, report.days, priors),
        spread=hypot(bias.spread, blur, early),
        group=report.prior.name,
        doubt=bias.doubt,
        missing=report.prior.missing,
    )


def shortfall(prior: Prior, counted: Counted, days: int, priors: Priors) -> float:
    """What such a source is expected to have missed so many days after the event, on the log scale."""
    delay = priors.delay[counted]
    return delay.shortfall * delay.left(days) if prior.late else 0.0


def too_little(reports: Sequence[Report], priors: Priors) -> str:
    """Why there is too little to estimate; empty where there is enough."""
    enough = priors.enough
    known = {report.side for report in reports if report.prior.known}
    if len(known) < enough.origins:
        number = "one independent source alone" if known else "no independent source"
        return f"{number} of known relation to what is counted; an estimate takes {enough.origins}"
    if len({report.side for report in reports if report.bounded}) < enough.origins:
        return "fewer than two independent sources give a figure with both a minimum and a maximum"
    if max(report.high or report.low or 0 for report in reports) < enough.figure:
        return f"every figure is below {enough.figure}: so few are counted one by one, not in proportions"
    return ""
