"""Estimates of the true number, kept apart from the documented range: a Bayesian model of reporting.

The range of a finding says what the accounts bear out; an estimate says what the number may be, if sources
are as far off here as such sources were elsewhere. docs/methods-estimates.md has the model and how far it
is right.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, floor, log10

from counterclaim.model import Conflict, Estimate, EstimateSource
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.estimates.from_claims import Reported, reported
from counterclaim.reconciliation.estimates.learning import Biases, CasebookBiases, Residual, learnt
from counterclaim.reconciliation.estimates.posterior import Posterior, posteriors
from counterclaim.reconciliation.estimates.priors import load_priors
from counterclaim.reconciliation.estimates.reference import load_reference, residuals_of
from counterclaim.reconciliation.estimates.reports import problem_of, too_little
from counterclaim.reconciliation.findings import Weighed

__all__ = ["CasebookBiases", "Residual", "Taken", "biases_from", "estimated", "take"]

FALLS = "the number can fall, and the model is one of tolls that only grow"

DIGITS = 3
"""Significant digits of what is given: the model knows no more."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A series as the model takes it.

    Attributes:
        series: the id of the series.
        finding: the id of its finding.
        reported: what sources say of it now; None where the count can fall.
        reason: why there is nothing to estimate; empty where there is.
    """

    series: str
    finding: str
    reported: Reported | None
    reason: str

    @property
    def residuals(self) -> tuple[Residual, ...]:
        """How far its sources were off, if it is settled."""
        return self.reported.residuals if self.reported else ()


def take(weighed: Weighed, judge: Judge, conflict: Conflict) -> Taken:
    """Take the present word of each source of a series, where its count can only grow.

    Args:
        weighed: a series of a casebook.
        judge: says how each source stands to what it counts.
        conflict: its dates say what counts the whole.

    Raises:
        SettingsError: the table of priors is wrong.
    """
    series = weighed.line.series
    if not judge.tables.grows(series.measure, series.object):
        return Taken(series.id, series.finding_id, None, FALLS)
    priors = load_priors()
    found = reported(weighed, judge, conflict, priors)
    return Taken(series.id, series.finding_id, found, too_little(found.reports, priors))


def biases_from(residuals: Iterable[Residual]) -> CasebookBiases:
    """How sources are off: by settled series elsewhere, then by those of the casebook."""
    return CasebookBiases(_from_elsewhere(), residuals)


def estimated(taken: Sequence[Taken], biases: CasebookBiases) -> Iterator[Estimate]:
    """An estimate for each series, in their order, or the reason why there is none.

    Args:
        taken: the series.
        biases: what all settled series teach.
    """
    priors = load_priors()
    chosen = [
        (one.reported, biases.of(one.series)) for one in taken if one.reported is not None and not one.reason
    ]
    problems = [problem_of(one.reports, one.counted, own, priors) for one, own in chosen]
    found = zip(chosen, posteriors(problems, _from_elsewhere().tails), strict=True)
    for one in taken:
        if one.reason:
            yield Estimate(one.finding, reason=one.reason)
        else:
            (reports, own), posterior = next(found)
            yield _estimate(one.finding, reports, own, posterior)


def _estimate(finding: str, taken: Reported, biases: Biases, posterior: Posterior) -> Estimate:
    low_90, low_50, median, high_50, high_90 = map(rounded, posterior.all)
    sources = tuple(_sources(taken, biases, posterior))
    return Estimate(finding, median, low_50, high_50, low_90, high_90, sources=sources)


@cache
def _from_elsewhere() -> Biases:
    """What the settled series that come with the package teach."""
    priors = load_priors()
    return learnt(priors, residuals_of(load_reference(), priors))


def _sources(taken: Reported, biases: Biases, posterior: Posterior) -> Iterator[EstimateSource]:
    for report, without in zip(taken.reports, posterior.without, strict=True):
        bias = biases.by_prior[report.prior.name]
        low_90, _, median, _, high_90 = map(rounded, without) if without else (None,) * 5
        yield EstimateSource(
            claim=report.claim,
            prior=report.prior.name,
            factor=round(exp(bias.mean - report.prior.missing), 2),
            learnt_from=bias.seen,
            median=median,
            low_90=low_90,
            high_90=high_90,
        )


def rounded(logarithm: float) -> int:
    """A number from its natural logarithm, to `DIGITS` significant digits."""
    number = exp(logarithm)
    if number < 10**DIGITS:
        return round(number)
    return round(round(number, DIGITS - 1 - floor(log10(number))))
