"""Biases are learnt from settled figures: pooled, and robustly."""

import random
from math import log

import pytest

from counterclaim.reconciliation.estimates.learning import Biases, CasebookBiases, Residual, learnt
from counterclaim.reconciliation.estimates.priors import load_priors

PRIORS = load_priors()


def drawn(
    bias: float, conflicts: int, sources: int, seed: int = 3, prior: str = "enemy_forces"
) -> list[Residual]:
    chance = random.Random(seed)
    found = []
    for conflict in range(conflicts):
        own = chance.gauss(0, 0.35)
        found += [Residual(prior, str(conflict), bias + own + chance.gauss(0, 0.5)) for _ in range(sources)]
    return found


def test_without_settled_figures_the_priors_stand() -> None:
    biases = learnt(PRIORS, [])
    prior = PRIORS.prior[3]
    bias = biases.by_prior[prior.name]
    assert (bias.mean, bias.spread, bias.seen) == (prior.bias, prior.spread, 0)
    assert bias.doubt == pytest.approx((prior.doubt**2 + prior.conflict**2) ** 0.5)
    assert biases.tails == PRIORS.tails


def test_many_conflicts_outweigh_the_prior() -> None:
    bias = learnt(PRIORS, drawn(-0.5, conflicts=80, sources=4)).by_prior["enemy_forces"]
    assert bias.mean == pytest.approx(-0.5, abs=0.1)
    assert bias.spread == pytest.approx(0.5, abs=0.1)
    assert bias.seen == 320


def test_many_sources_of_one_conflict_teach_less_than_as_many_of_several() -> None:
    alone = [Residual("independent", "one", 0.8)] * 12
    several = [Residual("independent", str(place), 0.8) for place in range(12)]
    assert (
        learnt(PRIORS, alone).by_prior["independent"].mean
        < learnt(PRIORS, several).by_prior["independent"].mean
    )


def test_one_source_that_is_far_off_moves_little() -> None:
    usual = drawn(0.6, conflicts=20, sources=2)
    moved = learnt(PRIORS, [*usual, Residual("enemy_forces", "odd", 4.0)])
    plain = learnt(PRIORS, usual)
    assert abs(moved.by_prior["enemy_forces"].mean - plain.by_prior["enemy_forces"].mean) < 0.05
    assert moved.tails.share > plain.tails.share


def test_the_order_of_what_is_seen_does_not_matter() -> None:
    seen = drawn(0.4, 6, 3) + drawn(0.1, 5, 2, prior="own_others")
    assert learnt(PRIORS, seen) == learnt(PRIORS, reversed(seen))


BIASES = learnt(PRIORS, [])


def of(residuals: list[Residual], series: str = "x") -> Biases:
    return CasebookBiases(BIASES, residuals).of(series)


def test_a_settled_series_of_the_casebook_moves_the_others() -> None:
    off = [Residual("enemy_forces", "settled", log(3)) for _ in range(3)]
    moved, before = of(off).by_prior["enemy_forces"], BIASES.by_prior["enemy_forces"]
    assert before.mean < moved.mean < log(3)
    assert moved.doubt < before.doubt and moved.spread == before.spread
    assert of(off).by_prior["own_forces"] == BIASES.by_prior["own_forces"]


def test_a_series_learns_nothing_from_itself() -> None:
    own, other = Residual("enemy_forces", "x", 2.0), Residual("enemy_forces", "y", 0.1)
    left, alone = of([own, other]).by_prior["enemy_forces"], of([other]).by_prior["enemy_forces"]
    assert left.mean == pytest.approx(alone.mean)
    assert left.doubt == pytest.approx(alone.doubt)
    assert of([own]) == BIASES
