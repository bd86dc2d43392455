"""The exact ranges of a group of numbers, and the smallest sets of bounds that cannot all hold.

Groups that `system` cannot settle alone go to HiGHS, as integer programmes. A set of bounds that cannot
all hold is found by Farkas' lemma: multipliers that add rows and bounds up to a falsehood prove it, and
the fewest bounds with a multiplier that is not zero are a smallest set, hence an irreducible one
(Gleeson and Ryan, "Identifying minimally infeasible subsystems of inequalities", ORSA Journal on
Computing 2, 1990). Where only whole numbers fail, subsets are tried, the smallest first.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any

from counterclaim.reconciliation.constraints.system import (
    Bound,
    Range,
    Row,
    System,
    beneath,
    greatest,
    is_simple,
    least,
    numbers_of,
    violated,
)

MOST_MULTIPLIED = 64
"""The greatest multiplier of a proof; more paths from one number to another are not looked for."""

MOST_TRIED = 14
"""Of so many bounds every subset may be tried; of more, bounds are dropped one by one."""

MOST_CONFLICTS = 20
"""How many sets are given of one group at the most."""

MOST_SOLVED = 400
"""Of larger groups the ranges are those that passing bounds gives: true, and perhaps wider than need be."""

Weight = Callable[[Bound], float]


def ranges(group: System) -> dict[int, Range] | None:
    """The tightest range of each number of a group, None where no whole numbers fit.

    Args:
        group: connected; in groups of more than `MOST_SOLVED` numbers ranges may be wider than the tightest.
    """
    lows = least(group)
    if violated(group, lows):
        return None
    highs = greatest(group, lows)
    if any(high is not None and high < lows[number] for number, high in highs.items()):
        return None
    if is_simple(group.rows) or len(lows) > MOST_SOLVED:
        return {number: (lows[number], highs[number]) for number in lows}
    return _solved(group)


def conflicts(group: System, weight: Weight) -> list[tuple[Bound, ...]]:
    """Sets of bounds that cannot all hold, none of which could lose one, the smallest first.

    After each set its lightest bound is left out, until the rest holds.

    Args:
        group: connected.
        weight: what a bound is worth; the lightest of a set gives way.
    """
    found: list[tuple[Bound, ...]] = []
    left = group
    while len(found) < MOST_CONFLICTS:
        smallest = _smallest_conflict(left)
        if smallest is None:
            break
        found.append(smallest)
        lightest = min(smallest, key=lambda bound: (weight(bound), bound))
        left = left.with_bounds(bound for bound in left.bounds if bound != lightest)
    return sorted(found, key=len)


def _smallest_conflict(group: System) -> tuple[Bound, ...] | None:
    if any(row.sense != "parts_at_most_whole" for row in group.rows):
        return None if _fits(group) else _proof(group) or _by_trial(group)
    # Where wholes may be as large as they like, no bound fails alone: a pair is a smallest set.
    broken = violated(group, least(group))
    for ceiling in broken:
        pair = _pair(group, ceiling)
        if pair:
            return pair
    proofs = [_proof(_under(group, ceiling)) for ceiling in broken]
    return min((proof for proof in proofs if proof), key=lambda proof: (len(proof), proof), default=None)


def _pair(group: System, ceiling: Bound) -> tuple[Bound, ...] | None:
    """A floor of a part that alone lies above a ceiling of its whole: the highest."""
    below = beneath(group.rows, ceiling.number)
    floors = [
        one for one in group.bounds if one.is_floor and one.number in below and one.value > ceiling.value
    ]
    highest = max(floors, key=lambda one: (one.value, -one.number), default=None)
    return (highest, ceiling) if highest else None


def _under(group: System, ceiling: Bound) -> System:
    """One ceiling with the floors and the rows below it: all that can break it."""
    below = beneath(group.rows, ceiling.number)
    rows = [row for row in group.rows if row.whole in below]
    return System(
        group.size, rows, [ceiling, *(one for one in group.bounds if one.is_floor and one.number in below)]
    )


# ---------------------------------------------------------------- HiGHS


def _new_model() -> Any:
    import highspy  # takes long to import, and few groups need it

    class Quiet(highspy.Highs):
        def enableCallbacks(self) -> None:  # noqa: N802
            """HiGHS prints its licence here, unless it has been told to print nothing."""
            self.setOptionValue("output_flag", False)
            super().enableCallbacks()  # type: ignore[no-untyped-call]

    model: Any = Quiet()  # type: ignore[no-untyped-call]
    model.setOptionValue("threads", 1)
    model.setOptionValue("random_seed", 0)
    return model


def _modelled(group: System) -> tuple[Any, dict[int, Any]]:
    model = _new_model()
    lows = {one.number: one.value for one in group.bounds if one.is_floor}
    highs = {one.number: one.value for one in group.bounds if not one.is_floor}
    infinite = model.getInfinity()
    numbers = {
        number: model.addIntegral(lows.get(number, 0), highs.get(number, infinite))
        for number in numbers_of(group)
    }
    for row in group.rows:
        total = sum((numbers[part] for part in row.parts[1:]), start=1 * numbers[row.parts[0]])
        if row.sense == "parts_at_most_whole":
            model.addConstr(total - numbers[row.whole] <= 0)
        else:
            model.addConstr(total - numbers[row.whole] >= 0)
    return model, numbers


def _optimum(model: Any, objective: Any, *, upwards: bool) -> int | None:
    """The least or the greatest value, None where there is none."""
    import highspy

    (model.maximize if upwards else model.minimize)(objective)
    if model.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    value: float = model.getInfo().objective_function_value
    return round(value)


def _fits(group: System) -> bool:
    if any(floor.value > top.value for floor, top in _crossed(group)):
        return False
    model, numbers = _modelled(group)
    return _optimum(model, 1 * next(iter(numbers.values())), upwards=False) is not None


def _crossed(group: System) -> Iterator[tuple[Bound, Bound]]:
    tops = {one.number: one for one in group.bounds if not one.is_floor}
    return ((one, tops[one.number]) for one in group.bounds if one.is_floor and one.number in tops)


def _solved(group: System) -> dict[int, Range] | None:
    model, numbers = _modelled(group)
    found: dict[int, Range] = {}
    for number, variable in numbers.items():
        low = _optimum(model, 1 * variable, upwards=False)
        if low is None:
            return None
        found[number] = (low, _optimum(model, 1 * variable, upwards=True))
    return found


def _proof(group: System) -> tuple[Bound, ...] | None:
    """The fewest bounds that cannot all hold even for fractions; None where fractions fit."""
    model = _new_model()
    rows = [model.addVariable(0, MOST_MULTIPLIED) for _ in group.rows]
    bounds = [model.addVariable(0, MOST_MULTIPLIED) for _ in group.bounds]
    used = [model.addBinary() for _ in group.bounds]
    for multiplier, use in zip(bounds, used, strict=True):
        model.addConstr(multiplier - MOST_MULTIPLIED * use <= 0)
    for number in numbers_of(group):
        terms = [
            _coefficient(row, number) * rows[place]
            for place, row in enumerate(group.rows)
            if _coefficient(row, number)
        ]
        terms += [
            (-1 if one.is_floor else 1) * bounds[place]
            for place, one in enumerate(group.bounds)
            if one.number == number
        ]
        # What is left over must be no less than nothing: the number itself is not negative.
        model.addConstr(sum(terms[1:], start=terms[0]) >= 0)
    excess = [
        (one.value if one.is_floor else -one.value) * bounds[place] for place, one in enumerate(group.bounds)
    ]
    model.addConstr(sum(excess[1:], start=excess[0]) >= 1)
    if _optimum(model, sum(used[1:], start=1 * used[0]), upwards=False) is None:
        return None
    values = model.getSolution().col_value
    chosen = [one for one, use in zip(group.bounds, used, strict=True) if values[use.index] > 0.5]
    return tuple(sorted(chosen))


def _coefficient(row: Row, number: int) -> int:
    """What a row has of a number when it is written as "… is at most 0"."""
    sign = 1 if row.sense == "parts_at_most_whole" else -1
    return sign * (row.parts.count(number) - (row.whole == number))


def _by_trial(group: System) -> tuple[Bound, ...]:
    """The smallest set of bounds that whole numbers cannot satisfy; of many bounds, an irreducible one."""
    if len(group.bounds) <= MOST_TRIED:
        for size in range(1, len(group.bounds) + 1):
            for chosen in combinations(sorted(group.bounds), size):
                if not _fits(group.with_bounds(chosen)):
                    return chosen
    return _irreducible(group)


def _irreducible(group: System) -> tuple[Bound, ...]:
    kept: Sequence[Bound] = sorted(group.bounds)
    for bound in list(kept):
        without: Iterable[Bound] = [one for one in kept if one != bound]
        if not _fits(group.with_bounds(without)):
            kept = list(without)
    return tuple(kept)
