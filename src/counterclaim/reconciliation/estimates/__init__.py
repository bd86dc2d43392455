"""Estimates of the true number, kept apart from the documented range: a Bayesian model of reporting.

The range of a finding says what the accounts bear out; an estimate says what the number may be, if sources
are as far off here as such sources were elsewhere. docs/methods-estimates.md has the model and how far it
is right.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from math import exp, floor, log10

from counterclaim.model import Conflict, Estimate, EstimateSource
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.estimates.from_claims import Reported, reported
from counterclaim.reconciliation.estimates.learning import Biases, CasebookBiases, learnt
from counterclaim.reconciliation.estimates.posterior import Posterior, posteriors
from counterclaim.reconciliation.estimates.priors import Priors, load_priors
from counterclaim.reconciliation.estimates.reference import load_reference, residuals_of
from counterclaim.reconciliation.estimates.reports import problem_of, too_little
from counterclaim.reconciliation.findings import Weighed

__all__ = ["estimates_of"]

FALLS = "the number can fall, and the model is one of tolls that only grow"

DIGITS = 3
"""Significant digits of what is given: the model knows no more."""


def estimates_of(weighed: Sequence[Weighed], judge: Judge, conflict: Conflict) -> tuple[Estimate, ...]:
    """An estimate for each series, or the reason why there is none.

    Args:
        weighed: the series of a casebook.
        judge: says how each source stands to what it counts.
        conflict: its dates say what counts the whole.

    Returns:
        In the order of the series.

    Raises:
        SettingsError: the table of priors is wrong.
    """
    priors = load_priors()
    # 1. Take the present word of each source, where a count can only grow.
    taken = [_taken(one, judge, conflict, priors) for one in weighed]
    reasons = [FALLS if one is None else too_little(one.reports, priors) for one in taken]

    # 2. Learn how sources are off: from settled series elsewhere, then from those of the casebook.
    taught = [residual for one in taken if one for residual in one.residuals]
    biases = CasebookBiases(_from_elsewhere(), taught)

    # 3. Estimate what can be estimated.
    chosen = [
        (one, biases.of(each.line.series.id))
        for each, one, reason in zip(weighed, taken, reasons, strict=True)
        if one and not reason
    ]
    problems = [problem_of(one.reports, one.counted, own, priors) for one, own in chosen]
    found = zip(chosen, posteriors(problems, _from_elsewhere().tails), strict=True)
    return tuple(_estimates(weighed, reasons, ((one, own, each) for (one, own), each in found)))


@cache
def _from_elsewhere() -> Biases:
    """What the settled series that come with the package teach."""
    priors = load_priors()
    return learnt(priors, residuals_of(load_reference(), priors))


def _taken(weighed: Weighed, judge: Judge, conflict: Conflict, priors: Priors) -> Reported | None:
    series = weighed.line.series
    if not judge.tables.grows(series.measure, series.object):
        return None
    return reported(weighed, judge, conflict, priors)


def _estimates(
    weighed: Iterable[Weighed],
    reasons: Iterable[str],
    found: Iterator[tuple[Reported, Biases, Posterior]],
) -> Iterator[Estimate]:
    for one, reason in zip(weighed, reasons, strict=True):
        finding = one.line.series.finding_id
        if reason:
            yield Estimate(finding, reason=reason)
        else:
            taken, biases, posterior = next(found)
            low_90, low_50, median, high_50, high_90 = map(rounded, posterior.all)
            sources = tuple(_sources(taken, biases, posterior))
            yield Estimate(finding, median, low_50, high_50, low_90, high_90, sources=sources)


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
    places = DIGITS - 1 - floor(log10(number)) if number > 0 else 0
    return round(round(number, min(0, places)))
