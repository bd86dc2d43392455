"""Estimates hold the truth as often as they say; benchmarks/estimate_calibration.py prints the tables."""

from dataclasses import replace

import pytest

from benchmarks.estimate_calibration import REAL, RIGHT, WRONG, replayed, score, simulated
from benchmarks.replayed_tolls import Day, least_to_most, replay
from benchmarks.simulated_conflicts import WORLDS, World


def test_intervals_hold_the_truth_of_invented_conflicts_as_often_as_they_say() -> None:
    found = score(simulated(WORLDS[0], 1000))
    assert RIGHT[0] <= found.held_90 <= RIGHT[1]
    assert 0.4 <= found.held_50 <= 0.6


@pytest.mark.parametrize("world", WORLDS[1:], ids=lambda world: world.name)
def test_wrong_priors_do_not_make_them_collapse(world: World) -> None:
    found = score(simulated(world, 200))
    assert WRONG[0] <= found.held_90 <= WRONG[1]


def test_settled_battles_make_the_rest_of_a_conflict_surer() -> None:
    doubled, learnt = (score(simulated(world, 200)) for world in (WORLDS[1], WORLDS[5]))
    assert learnt.ratio < doubled.ratio


DAYS = list(replay())


def test_intervals_held_the_settled_figure_of_real_tolls() -> None:
    found = score(replayed(DAYS))
    assert REAL[0] <= found.held_90 <= REAL[1]
    assert len({day.series.id for day in DAYS if day.interval_90}) >= 10


def test_no_toll_is_judged_by_what_its_own_conflict_taught() -> None:
    """Had it been settled at ten times the figure, the estimates of it would have been the same."""
    (series,) = {day.series for day in DAYS if day.series.id == "gaza-2009"}
    others = list(replay([replace(series, figure=10 * series.figure)]))
    estimates = [day.interval_90 for day in DAYS if day.series == series]
    assert [day.interval_90 for day in others] == estimates and any(estimates)


def test_the_naive_range_is_that_of_everything_said_so_far() -> None:
    days: list[Day] = [day for day in DAYS if day.series.id == "qana-2006"]
    assert [least_to_most(day) for day in days] == [(54, 56), (28, 57)]
