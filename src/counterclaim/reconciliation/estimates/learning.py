"""What settled figures teach: how far each kind of source was off, pooled over conflicts.

For kind r, conflict c and source j, with z the log of the source's figure over the settled one:

    z = bias(r) + conflict(r, c) + source(j),   bias(r) ~ N(prior bias, doubt²)

which is the normal hierarchy of Gelman et al. (2013, ch. 5): a kind of source of which little was seen stays
near its prior, one that was seen in many conflicts moves to what was seen there. Sources that are far off
count for less, by the share of them that is learnt with the rest (expectation-maximisation for a contaminated
normal, Little 1988).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, hypot, sqrt
from typing import NamedTuple

from counterclaim.reconciliation.estimates.priors import Prior, Priors, Tails

ROUNDS = 25
"""Rounds of expectation and maximisation; after ten nothing moves any more."""


class Residual(NamedTuple):
    """How far one source was off.

    Attributes:
        prior: the name of the row of priors.toml that fits it.
        conflict: the conflict, or the series, that it belongs to.
        off: natural logarithm of its figure over the settled one.
    """

    prior: str
    conflict: str
    off: float


@dataclass(frozen=True, slots=True)
class Bias:
    """How far a kind of source is off in a conflict of which nothing is settled yet, on the log scale.

    Attributes:
        mean: what is expected.
        doubt: standard deviation of our knowledge of it, for this conflict.
        spread: standard deviation of a source about it.
        seen: how many sources with a settled figure it was learnt from.
    """

    mean: float
    doubt: float
    spread: float
    seen: int = 0


@dataclass(frozen=True, slots=True)
class Biases:
    """The bias of each kind of source, by its name, and how often sources are far off."""

    by_prior: Mapping[str, Bias]
    tails: Tails


def learnt(priors: Priors, residuals: Iterable[Residual]) -> Biases:
    """Biases from the priors and from sources whose figures were settled later, of several conflicts."""
    seen: defaultdict[str, list[Residual]] = defaultdict(list)
    for residual in sorted(residuals):
        seen[residual.prior].append(residual)
    rows = {row.name: _Learner(row, seen[row.name]) for row in priors.prior}
    tails = priors.tails
    for _ in range(ROUNDS if seen else 0):
        far = sum(row.weigh(tails) for row in rows.values())
        for row in rows.values():
            row.fit(priors.learning.weight)
        total = sum(len(row.residuals) for row in rows.values())
        share = (tails.weight * priors.tails.share + far) / (tails.weight + total)
        tails = tails.model_copy(update={"share": share})
    return Biases({name: row.bias() for name, row in rows.items()}, tails)


class _Learner:
    """The state of one kind of source while it is learnt."""

    def __init__(self, prior: Prior, residuals: Sequence[Residual]) -> None:
        self.prior = prior
        self.residuals = residuals
        self.mean, self.doubt, self.scale = prior.bias, prior.doubt, 1.0
        self.weights = [1.0] * len(residuals)

    def weigh(self, tails: Tails) -> float:
        """Weigh each source by how surely it is not far off; return how many are."""
        far_off = [_far(one.off - self.mean, self.deviation, tails) for one in self.residuals]
        self.weights = [1 - far + far / tails.times**2 for far in far_off]
        return sum(far_off)

    def fit(self, weight: float) -> None:
        """Fit mean, doubt and scale to the weighed sources; `weight` sources' worth is the prior's."""
        conflict, spread = self.prior.conflict * self.scale, self.prior.spread * self.scale
        precision, pull = self.prior.doubt**-2, self.prior.bias * self.prior.doubt**-2
        for members in self._conflicts().values():
            total = sum(weight for weight, _ in members)
            known = 1 / (conflict**2 + spread**2 / total)
            precision += known
            pull += known * sum(weight * off for weight, off in members) / total
        self.mean, self.doubt = pull / precision, precision**-0.5
        squares = sum(
            each * (one.off - self.mean) ** 2 for each, one in zip(self.weights, self.residuals, strict=True)
        )
        expected = self.prior.conflict**2 + self.prior.spread**2
        self.scale = sqrt((weight + squares / expected) / (weight + len(self.residuals)))

    @property
    def deviation(self) -> float:
        return self.scale * sqrt(self.prior.conflict**2 + self.prior.spread**2)

    def bias(self) -> Bias:
        doubt = sqrt(self.doubt**2 + (self.scale * self.prior.conflict) ** 2)
        return Bias(self.mean, doubt, self.scale * self.prior.spread, len(self.residuals))

    def _conflicts(self) -> dict[str, list[tuple[float, float]]]:
        members: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
        for weight, one in zip(self.weights, self.residuals, strict=True):
            members[one.conflict].append((weight, one.off))
        return members


def _far(off: float, deviation: float, tails: Tails) -> float:
    """The probability that a source is one of those that are far off."""
    near = (1 - tails.share) * exp(-0.5 * (off / deviation) ** 2)
    wide = tails.share / tails.times * exp(-0.5 * (off / deviation / tails.times) ** 2)
    return wide / (near + wide)


class CasebookBiases:
    """Biases for the series of one casebook, moved by those of its series that are settled.

    Sources of one conflict share its bias, so that a few settled series teach much about the others. A
    series learns nothing from itself.
    """

    def __init__(self, biases: Biases, residuals: Iterable[Residual]) -> None:
        """Take in what the casebook teaches.

        Args:
            biases: for a conflict of which nothing is settled.
            residuals: of the casebook; each has the id of its series as `conflict`.
        """
        self._biases = biases
        self._of_all: defaultdict[str, _Taught] = defaultdict(_Taught)
        self._of_series: defaultdict[str, defaultdict[str, _Taught]] = defaultdict(
            lambda: defaultdict(_Taught)
        )
        for one in sorted(residuals):
            bias = biases.by_prior[one.prior]
            far = _far(one.off - bias.mean, hypot(bias.doubt, bias.spread), biases.tails)
            weight = (1 - far + far / biases.tails.times**2) / bias.spread**2
            for taught in (self._of_all[one.prior], self._of_series[one.conflict][one.prior]):
                taught.add(weight, one.off)
        self._shared = self._moved({})

    def of(self, series: str) -> Biases:
        """The biases for a series, by its id: from all others."""
        return self._moved(self._of_series[series]) if series in self._of_series else self._shared

    def _moved(self, own: Mapping[str, "_Taught"]) -> Biases:
        moved = dict(self._biases.by_prior)
        for name, taught in self._of_all.items():
            moved[name] = taught.without(own.get(name, _Taught())).moves(moved[name])
        return Biases(moved, self._biases.tails)


@dataclass(slots=True)
class _Taught:
    """Sums over sources: of their precisions, of their offs weighed by these, and how many they are."""

    precision: float = 0.0
    pull: float = 0.0
    count: int = 0

    def add(self, precision: float, off: float) -> None:
        self.precision += precision
        self.pull += precision * off
        self.count += 1

    def without(self, other: "_Taught") -> "_Taught":
        return _Taught(self.precision - other.precision, self.pull - other.pull, self.count - other.count)

    def moves(self, bias: Bias) -> Bias:
        if not self.count:
            return bias
        precision = bias.doubt**-2 + self.precision
        mean = (bias.mean * bias.doubt**-2 + self.pull) / precision
        return Bias(mean, precision**-0.5, bias.spread, bias.seen + self.count)
