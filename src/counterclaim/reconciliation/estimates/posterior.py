"""The posterior of the logarithm of a true number, on a grid; many series at once.

For one series, with t the logarithm of the truth and y that of a source's figure:

    y = t + bias(relation) + source, and all of it + common

- `source` is normal, with a share of sources that are far off (a contaminated normal, Tukey 1960): it is
  integrated out in closed form, for exact figures and for intervals alike;
- a list of shown cases can only miss some: how many is exponential on the log scale, which with the normal
  above is an exponentially modified one (Grushka 1972), in closed form too;
- the doubt about a relation's bias is one for all sources of that relation, so that two sources of one kind
  are not two independent ones; `common` is one for all sources of the series. Both are normal, so that
  integrating them out is a convolution along the grid, done by a Fourier transform;
- the prior of t is flat.

The cost is linear in the number of sources, leaving each of them out included.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from counterclaim.reconciliation.estimates.priors import Tails

Array = NDArray[np.float64]
Indices = NDArray[np.intp]

QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
POINTS = 256
"""Points of the grid; with margins of six spreads a spread is some ten of them."""

MARGIN = 6.0
AT_ONCE = 64
"""Series that are worked on together: so many that all that is worked out of them stays in a cache."""

_LEAST = 1e-300
_FREQUENCIES = 2 * np.pi * np.fft.rfftfreq(2 * POINTS)


class Measurement(NamedTuple):
    """One source's word on a series, in natural logarithms.

    Attributes:
        low, high: the ends of what it says; equal for an exact figure.
        bias: what such a source is expected to be off by.
        spread: standard deviation of the source about that.
        group: whose bias it shares.
        doubt: standard deviation of our knowledge of that bias.
        missing: how much it is expected to have missed; 0 for what may be too high as well as too low.
    """

    low: float
    high: float
    bias: float
    spread: float
    group: str
    doubt: float
    missing: float = 0.0


class Problem(NamedTuple):
    """A series: what its sources say, and how far they may all be off together (a standard deviation)."""

    measurements: Sequence[Measurement]
    common: float


class Posterior(NamedTuple):
    """Quantiles of the log of the truth, at `QUANTILES`.

    Attributes:
        all: from all sources.
        without: for each source, from the others; None where there are none.
    """

    all: tuple[float, ...]
    without: tuple[tuple[float, ...] | None, ...]


def posteriors(problems: Sequence[Problem], tails: Tails) -> Iterator[Posterior]:
    """The posterior of each problem, in order.

    Args:
        problems: each of at least one measurement.
        tails: how often sources are far off.
    """
    rest = iter(problems)
    while some := list(islice(rest, AT_ONCE)):
        yield from _Batch(some, tails).solve()


class _Batch:
    """Problems worked on together: rows are measurements, each with the number of its group and series."""

    def __init__(self, problems: Sequence[Problem], tails: Tails) -> None:
        self.problems = problems
        rows = [
            (number, one)
            for number, problem in enumerate(problems)
            for one in sorted(problem.measurements, key=lambda one: one.group)
        ]
        groups = [(number, one.group) for number, one in rows]
        starts = [place for place, key in enumerate(groups) if place == 0 or groups[place - 1] != key]
        self.group_starts = np.array(starts, dtype=np.intp)
        self.group_sizes = np.diff([*starts, len(rows)])
        self.group_of = np.repeat(np.arange(len(starts)), self.group_sizes)
        self.series_of = np.array([number for number, _ in rows], dtype=np.intp)
        self.series_of_group = self.series_of[self.group_starts]
        self.values = np.array(
            [(one.low, one.high, one.bias, one.spread, one.doubt, one.missing) for _, one in rows]
        )
        self.common = np.array([problem.common for problem in problems])
        self.first, self.step = self._grid()
        self.common_kernels = _kernels(self.common / self.step)
        self.tails = tails

    def solve(self) -> Iterator[Posterior]:
        rows = self._log_likelihoods()
        group_sums = np.add.reduceat(rows, self.group_starts)
        groups = self._freed_of_doubt(group_sums, np.arange(len(self.group_starts)), self.group_sizes)
        heads = np.flatnonzero(np.diff(self.series_of_group, prepend=-1))
        series = np.add.reduceat(groups, heads)
        whole = self._quantiles(series, np.arange(len(self.problems)))
        others = self._freed_of_doubt(
            group_sums[self.group_of] - rows, self.group_of, self.group_sizes[self.group_of] - 1
        )
        left = self._quantiles(series[self.series_of] - groups[self.group_of] + others, self.series_of)
        yield from self._sorted_out(whole, left)

    def _sorted_out(self, whole: Array, left: Array) -> Iterator[Posterior]:
        """Quantiles by problem, those without a source in the order in which the sources were given."""
        place = 0
        for problem, quantiles in zip(self.problems, whole.tolist(), strict=True):
            count = len(problem.measurements)
            order = sorted(range(count), key=lambda number: problem.measurements[number].group)
            without: list[tuple[float, ...] | None] = [None] * count
            for number, row in zip(order, left[place : place + count].tolist(), strict=True):
                without[number] = tuple(row) if count > 1 else None
            place += count
            yield Posterior(tuple(quantiles), tuple(without))

    def _grid(self) -> tuple[Array, Array]:
        """The first point and the step of each series' grid, wide enough for every source's word."""
        low, high, bias, spread, doubt, missing = self.values.T
        margin = MARGIN * np.sqrt(spread**2 + doubt**2 + missing**2 + self.common[self.series_of] ** 2)
        heads = np.flatnonzero(np.diff(self.series_of, prepend=-1))
        first = np.minimum.reduceat(low - bias - margin, heads)
        last = np.maximum.reduceat(high - bias + margin, heads)
        return first, (last - first) / (POINTS - 1)

    def _log_likelihoods(self) -> Array:
        """Of each source's word at each point; the doubt about its bias is in it unless others share it."""
        low, high, bias, spread, doubt, missing = (column[:, None] for column in self.values.T)
        own = np.where((self.group_sizes[self.group_of] == 1)[:, None], doubt, 0.0)
        points = self.first[:, None] + self.step[:, None] * np.arange(POINTS)
        off = points[self.series_of] + bias
        share, times = self.tails.share, self.tails.times
        near = _probability(off - high, off - low, np.hypot(spread, own), missing)
        far = _probability(off - high, off - low, np.hypot(spread * times, own), missing)
        return np.log(np.maximum((1 - share) * near + share * far, _LEAST))

    def _freed_of_doubt(self, logs: Array, groups: Indices, members: Indices) -> Array:
        """Log-likelihoods of groups with the doubt about their bias integrated out.

        A source that is alone in its group has it in its spread already; an empty group says nothing.
        """
        freed = np.where((members > 0)[:, None], logs, 0.0)
        several = np.flatnonzero((self.group_sizes[groups] > 1) & (members > 0))
        doubt = self.values[self.group_starts[groups[several]], 4]
        widths = doubt / self.step[self.series_of_group[groups[several]]]
        freed[several] = np.log(np.maximum(_blurred(_scaled(logs[several]), _kernels(widths)), _LEAST))
        return freed

    def _quantiles(self, logs: Array, series: Indices) -> Array:
        """Quantiles of the truth from log-likelihoods, what all sources have in common integrated out."""
        step = self.step[series]
        density = _blurred(_scaled(logs), self.common_kernels[series])
        below = np.cumsum(density, axis=1)
        below /= below[:, -1:]
        found = np.empty((len(logs), len(QUANTILES)))
        rows = np.arange(len(logs))
        for column, share in enumerate(QUANTILES):
            place = (below >= share).argmax(axis=1)
            upper = below[rows, place]
            lower = np.where(place > 0, below[rows, place - 1], 0.0)
            part = (share - lower) / np.maximum(upper - lower, _LEAST)
            found[:, column] = self.first[series] + step * (place - 0.5 + part)
        return found


def _scaled(logs: Array) -> Array:
    """Likelihoods with 1 as the greatest of each row."""
    return np.asarray(np.exp(logs - logs.max(axis=1, keepdims=True)))


def _kernels(widths: Array) -> Array:
    """Normal densities as a Fourier transform, whose standard deviations are given in steps of the grid."""
    return np.asarray(np.exp(-0.5 * (widths[:, None] * _FREQUENCIES) ** 2))


def _blurred(rows: Array, kernels: Array) -> Array:
    """Each row convolved with its kernel."""
    blurred = np.fft.irfft(np.fft.rfft(rows, 2 * POINTS) * kernels, 2 * POINTS)[:, :POINTS]
    return np.asarray(np.maximum(blurred, 1e-12))  # what is smaller is noise of the transform


def _probability(low: Array, high: Array, spread: Array, missing: Array) -> Array:
    """Density at an exact deviation of the truth from a figure, or the probability between two.

    A row is one or the other, and has something missing or not.
    """
    found = np.empty_like(low)
    exact, whole = (low == high)[:, 0], missing[:, 0] == 0
    some = np.flatnonzero(exact & whole)
    found[some] = np.exp(-0.5 * (low[some] / spread[some]) ** 2) / (spread[some] * np.sqrt(2 * np.pi))
    some = np.flatnonzero(exact & ~whole)
    found[some] = _tail(low[some], spread[some], missing[some]) / missing[some]
    some = np.flatnonzero(~exact)
    found[some] = _normal(high[some] / spread[some]) - _normal(low[some] / spread[some])
    some = np.flatnonzero(~exact & ~whole)
    found[some] -= _tail(high[some], spread[some], missing[some])
    found[some] += _tail(low[some], spread[some], missing[some])
    return np.asarray(np.maximum(found, 0.0))


def _tail(deviation: Array, spread: Array, missing: Array) -> Array:
    """What turns the normal distribution function into the exponentially modified one."""
    rate = 1 / missing
    return np.asarray(
        np.exp(rate * (rate * spread**2 / 2 - deviation)) * _normal(deviation / spread - rate * spread)
    )


def _normal(deviates: Array) -> Array:
    """The normal distribution function, to 1e-7 (Abramowitz and Stegun 1964, 26.2.17)."""
    size = np.abs(deviates)
    slope = 1 / (1 + 0.2316419 * size)
    terms = (0.319381530, -0.356563782, 1.781477937, -1.821255978, 1.330274429)
    polynomial = np.zeros_like(slope)
    for term in reversed(terms):
        polynomial += term
        polynomial *= slope
    tail = np.exp(-0.5 * size**2) / np.sqrt(2 * np.pi) * polynomial
    return np.asarray(np.where(deviates >= 0, 1 - tail, tail))
