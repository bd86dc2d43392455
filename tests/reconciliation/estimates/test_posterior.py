"""The posterior on the grid is that of a sampler which knows nothing of grids."""

from dataclasses import dataclass
from math import log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.reconciliation.estimates.posterior import (
    QUANTILES,
    Array,
    Measurement,
    Posterior,
    Problem,
    posteriors,
)
from counterclaim.reconciliation.estimates.priors import Tails

TAILS = Tails(share=0.1, times=4.0, weight=20.0)


def exact(
    number: float, *, bias: float = 0.0, spread: float = 0.3, group: str = "a", doubt: float = 0.2
) -> Measurement:
    return Measurement(log(number), log(number), bias, spread, group, doubt)


def between(low: float, high: float, group: str = "a") -> Measurement:
    return exact(low, group=group)._replace(high=log(high))


def one(*measurements: Measurement, common: float = 0.1, tails: Tails = TAILS) -> Posterior:
    (found,) = posteriors([Problem(measurements, common)], tails)
    return found


PROBLEMS = {
    "two alike": Problem([exact(100), exact(130)], 0.1),
    "two kinds": Problem([exact(100), exact(250, bias=0.6, spread=0.5, group="b", doubt=0.4)], 0.1),
    "one far off": Problem([exact(100), exact(110), exact(900, group="b")], 0.2),
    "intervals": Problem([between(100, 200), between(150, 160, group="b"), exact(140, group="c")], 0.1),
    "a gulf": Problem([exact(100, spread=0.1), exact(5000, spread=0.1, group="b")], 0.1),
    "a list": Problem([exact(100, spread=0.1)._replace(missing=0.4), exact(300, group="b")], 0.1),
    "a list of a range": Problem([between(100, 120)._replace(missing=0.4), exact(300, group="b")], 0.1),
    "early": Problem([exact(20, bias=-0.2), exact(30, bias=-0.2, group="b")], 0.4),
}  # fmt: skip


@dataclass
class Sampler:
    """Metropolis' algorithm over the log of the truth, each group's bias, and what all share.

    Each source's word is taken from the mixture of the near and the far, written out anew.
    """

    problem: Problem
    random: np.random.Generator
    walkers: int = 4000

    def run(self, steps: int) -> Array:
        groups = sorted({one.group for one in self.problem.measurements})
        start = np.mean([one.low - one.bias for one in self.problem.measurements])
        place = np.zeros((self.walkers, 2 + len(groups)))
        place[:, 0] = start + self.random.normal(0, 0.5, self.walkers)
        level = self.density(place, groups)
        for _ in range(steps):
            scale = self.random.choice([0.03, 0.15, 0.6, 2.0], (self.walkers, 1))
            proposed = place + self.random.normal(0, 1, place.shape) * scale
            proposed_level = self.density(proposed, groups)
            taken = np.log(self.random.uniform(size=self.walkers)) < proposed_level - level
            place[taken], level[taken] = proposed[taken], proposed_level[taken]
        return place[:, 0]

    def density(self, place: Array, groups: list[str]) -> Array:
        truth, shared = place[:, 0], place[:, 1]
        total = -0.5 * (shared / self.problem.common) ** 2
        doubts = {one.group: one.doubt for one in self.problem.measurements}
        for column, group in enumerate(groups):
            total = total - 0.5 * (place[:, 2 + column] / doubts[group]) ** 2
        for one in self.problem.measurements:
            expected = truth + shared + one.bias + place[:, 2 + groups.index(one.group)]
            total = total + np.log(self.likelihood(one, expected) + 1e-300)
        return total

    @staticmethod
    def likelihood(one: Measurement, expected: Array) -> Array:
        """Probabilities are summed up from densities, each of as much weight as the others."""
        within = one.low + (one.high - one.low) * (np.arange(7) + 0.5) / 7
        missed = one.missing * -np.log1p(-(np.arange(12) + 0.5) / 12)
        total = np.zeros_like(expected)
        for share, spread in ((1 - TAILS.share, one.spread), (TAILS.share, one.spread * TAILS.times)):
            for end in np.unique(np.add.outer(within, missed)):
                total += share * np.exp(-0.5 * ((end - expected) / spread) ** 2) / spread
        return total


@pytest.mark.parametrize("name", PROBLEMS)
def test_it_is_the_posterior_of_a_reference_sampler(name: str) -> None:
    problem = PROBLEMS[name]
    (found,) = posteriors([problem], TAILS)
    drawn = np.quantile(Sampler(problem, np.random.default_rng(7)).run(500), QUANTILES)
    width = drawn[-1] - drawn[0]
    assert np.abs(np.array(found.all) - drawn).max() < 0.06 * width, (found.all, drawn)


def test_a_normal_posterior_is_met_exactly() -> None:
    """Without tails the sum of normals is known: precisions add up, and what is shared comes on top."""
    thin = Tails(share=1e-12, times=4.0, weight=1.0)
    found = one(exact(100, group="a"), exact(200, group="b"), common=0.1, tails=thin)
    variance = (0.3**2 + 0.2**2) / 2 + 0.1**2
    middle = (log(100) + log(200)) / 2
    assert found.all[2] == pytest.approx(middle, abs=0.002)
    assert found.all[4] - found.all[0] == pytest.approx(2 * 1.644854 * variance**0.5, rel=0.01)


def test_two_sources_of_one_kind_are_not_two_independent_ones() -> None:
    alike = one(exact(100, group="a"), exact(100, group="a"))
    apart = one(exact(100, group="a"), exact(100, group="b"))
    assert alike.all[4] - alike.all[0] > apart.all[4] - apart.all[0]


def test_a_source_that_is_far_off_moves_little() -> None:
    near = one(exact(100), exact(110, group="b")).all[2]
    moved = one(exact(100), exact(110, group="b"), exact(10_000, group="c")).all[2]
    assert moved - near < 0.25  # the mean of the three moves by log(100) / 3 = 1.5


def test_without_a_source_it_is_what_the_others_say() -> None:
    sources = [exact(100), exact(150), exact(400, bias=0.6, group="b"), between(90, 300, group="c")]
    found = one(*sources)
    for place, without in enumerate(found.without):
        others = one(*(each for number, each in enumerate(sources) if number != place))
        assert without == pytest.approx(others.all, abs=0.02)


def test_without_the_only_source_there_is_nothing() -> None:
    assert one(exact(100)).without == (None,)


@settings(max_examples=30)
@given(
    st.lists(st.tuples(st.floats(1, 1e6), st.sampled_from("abc")), min_size=2, max_size=8), st.floats(0.1, 9)
)
def test_it_moves_with_the_figures(figures: list[tuple[float, str]], factor: float) -> None:
    """Figures that are all multiplied by a number multiply the estimate, and its quantiles are in order."""
    sources = [exact(number, group=group) for number, group in figures]
    plain, scaled = one(*sources), one(*(exact(number * factor, group=group) for number, group in figures))
    assert list(plain.all) == sorted(plain.all)
    assert scaled.all == pytest.approx([each + log(factor) for each in plain.all], abs=1e-3)


def test_many_at_once_are_each_as_alone() -> None:
    together = list(posteriors(list(PROBLEMS.values()) * 60, TAILS))
    for place, problem in enumerate(PROBLEMS.values()):
        (alone,) = posteriors([problem], TAILS)
        assert together[place].all == pytest.approx(alone.all) == together[place - len(PROBLEMS)].all
