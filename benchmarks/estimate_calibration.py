"""How often estimates hold the truth: in invented conflicts, and in real ones replayed day by day.

    python -m benchmarks.estimate_calibration [--runs 1000] [--days]

Ends with 1 if a coverage is outside of what docs/methods-estimates.md promises.
"""

import argparse
import random
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import sqrt
from statistics import mean, median

from benchmarks.replayed_tolls import Day, Interval, latest_within, least_to_most, replay
from benchmarks.simulated_conflicts import CONFLICT, WORLDS, Simulator, World
from counterclaim.model import Registers
from counterclaim.reconciliation import reconcile
from counterclaim.reconciliation.estimates.learning import learnt
from counterclaim.reconciliation.estimates.priors import load_priors
from counterclaim.reconciliation.estimates.reference import load_reference, residuals_of

RIGHT, WRONG, REAL = (0.85, 0.95), (0.6, 1.0), (0.8, 1.0)
"""What the share of 90 % intervals that hold the truth must lie between."""

SEED = 20


@dataclass(frozen=True, slots=True)
class Trial:
    """An estimate beside the truth, and the latest figure, with which a naive rule is content."""

    truth: float
    interval_90: Interval
    interval_50: Interval
    latest: float


@dataclass(frozen=True, slots=True)
class Score:
    """How some intervals did: shares that held the truth, and the median of upper over lower end."""

    count: int
    held_90: float
    held_50: float
    ratio: float


def score(trials: Sequence[Trial]) -> Score:
    """Score trials, of which there is one at least."""
    return Score(
        count=len(trials),
        held_90=mean(_holds(one.interval_90, one.truth) for one in trials),
        held_50=mean(_holds(one.interval_50, one.truth) for one in trials),
        ratio=median(one.interval_90[1] / one.interval_90[0] for one in trials),
    )


def simulated(world: World, runs: int, seed: int = SEED) -> list[Trial]:
    """Estimates of invented wars' dead, each through the whole of reconciliation.

    Wars of which too little was said are drawn again.
    """
    priors = load_priors()
    biases = learnt(priors, residuals_of(load_reference(), priors))
    simulator = Simulator(world, biases, priors, random.Random(seed))
    trials: list[Trial] = []
    while len(trials) < runs:
        truth, claims = simulator.conflict("war")
        of_the_war = [claim for claim in claims if claim.scope == "cumulative"]
        latest = (
            max(of_the_war, key=lambda claim: claim.reported_on or "").range.headline if of_the_war else None
        )
        found = reconcile(claims, CONFLICT, Registers())
        for finding, one in zip(found.findings, found.estimates, strict=True):
            if finding.series.scope == "cumulative" and one.median is not None:
                ends = one.low_90, one.high_90, one.low_50, one.high_50
                low_90, high_90, low_50, high_50 = (end for end in ends if end is not None)
                trials.append(Trial(truth, (low_90, high_90), (low_50, high_50), latest or 1))
    return trials


def replayed(days: Iterable[Day]) -> list[Trial]:
    """The days of which there was enough to estimate."""
    return [
        Trial(day.series.figure, day.interval_90, day.interval_50, _middle(latest_within(1.0)(day)))
        for day in days
        if day.interval_90 and day.interval_50
    ]


def as_wide(trials: Sequence[Trial]) -> list[Trial]:
    """The latest figure, with an interval as wide as the estimate's, which nobody could know without it."""
    found = []
    for one in trials:
        half = (one.interval_90[1] / one.interval_90[0]) ** 0.5
        found.append(replace(one, interval_90=(one.latest / half, one.latest * half), interval_50=(0, 0)))
    return found


def main() -> int:
    """Print the tables; 1 if a coverage is not as promised."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=1000, help="invented conflicts in each world")
    parser.add_argument("--days", action="store_true", help="show every day of the real ones")
    arguments = parser.parse_args()
    kept = _print_simulated(arguments.runs)
    days = list(replay())
    if arguments.days:
        _print_days(days)
    return 0 if _print_real(days) and kept else 1


def _print_simulated(runs: int) -> bool:
    print(f"Invented conflicts, {runs:,} in each world\n")
    print(f"{'world':<46}{'in 90 %':>9}{'in 50 %':>9}{'ratio':>7}{'latest, as wide':>17}")
    kept = True
    for world in WORLDS:
        trials = simulated(world, runs)
        found, naive = score(trials), score(as_wide(trials))
        low, high = RIGHT if world is WORLDS[0] else WRONG
        kept = kept and low <= found.held_90 <= high
        print(
            f"{world.name:<46}{found.held_90:>9.1%}{found.held_50:>9.1%}{found.ratio:>7.2f}{naive.held_90:>17.1%}"
        )
    return kept


def _print_real(days: Sequence[Day]) -> bool:
    estimated = [day for day in days if day.interval_90]
    found = score(replayed(days))
    names = {day.series.id for day in estimated}
    print(f"\nReal tolls: {len(days)} days with something new, {len(estimated)} with enough to estimate,")
    print(f"of {len(names)} series and {len({day.series.conflict for day in estimated})} conflicts\n")
    print(f"{'rule':<46}{'held':>9}{'':>9}{'ratio':>7}")
    print(f"{'estimate, 90 %':<46}{found.held_90:>9.1%}{'':>9}{found.ratio:>7.2f}")
    print(f"{'estimate, 50 %':<46}{found.held_50:>9.1%}")
    naive: list[tuple[str, Callable[[Day], Interval]]] = [("least to most said so far", least_to_most)]
    naive += [
        (f"latest figure within {factor - 1:.0%}", latest_within(factor)) for factor in (1.1, 1.25, 1.5)
    ]
    for name, rule in naive:
        shown = score([Trial(day.series.figure, rule(day), (0, 0), 0) for day in estimated])
        print(f"{name:<46}{shown.held_90:>9.1%}{'':>9}{shown.ratio:>7.2f}")
    shown = score(as_wide(replayed(days)))
    print(f"{'latest figure, as wide as the estimate':<46}{shown.held_90:>9.1%}{'':>9}{shown.ratio:>7.2f}")
    lasted = sum(day.lasted for day in estimated)
    held = sum(
        day.lasted for day in estimated if day.interval_90 and _holds(day.interval_90, day.series.figure)
    )
    print(f"\nBy calendar day, a year without news at most: {held / lasted:.1%} of {lasted:,}")
    each = {name: [day for day in estimated if day.series.id == name] for name in sorted(names)}
    shares = {name: score(replayed(of)).held_90 for name, of in each.items()}
    print(f"Every series counting once: {mean(shares.values()):.1%}")
    print(
        "Missed: "
        + ", ".join(f"{name} ({1 - share:.0%} of days)" for name, share in shares.items() if share < 1)
    )
    return REAL[0] <= found.held_90 <= REAL[1]


def _print_days(days: Iterable[Day]) -> None:
    print(f"\n{'series':<28}{'day':<12}{'90 %':>20}{'50 %':>20}{'settled':>9}")
    for day in days:
        if day.interval_90 and day.interval_50:
            mark = "" if _holds(day.interval_90, day.series.figure) else "  missed"
            wide, narrow = (f"{low:,.0f}–{high:,.0f}" for low, high in (day.interval_90, day.interval_50))
            on = date.fromordinal(day.day).isoformat()
            print(f"{day.series.id:<28}{on:<12}{wide:>20}{narrow:>20}{day.series.figure:>9,}{mark}")


def _middle(interval: Interval) -> float:
    return sqrt(interval[0] * interval[1])


def _holds(interval: Interval, truth: float) -> bool:
    return interval[0] <= truth <= interval[1]


if __name__ == "__main__":
    sys.exit(main())
