"""Ranges and conflicts of small systems against brute force, and answers known by hand."""

from itertools import combinations, product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from counterclaim.reconciliation.constraints.solving import conflicts, ranges
from counterclaim.reconciliation.constraints.system import Bound, Row, System, groups

TOP = 3
"""Brute force looks at numbers from 0 to this; ceilings lie on every number, so that none is larger."""


def floor(number: int, value: int) -> Bound:
    return Bound(number, True, value)


def ceiling(number: int, value: int) -> Bound:
    return Bound(number, False, value)


@st.composite
def systems(draw: st.DrawFn) -> System:
    """Up to four numbers, rows that lead upwards, and bounds; no number is bounded twice on one side."""
    size = draw(st.integers(2, 4))
    rows = []
    for _ in range(draw(st.integers(1, 4))):
        whole = draw(st.integers(1, size - 1))
        parts = draw(st.lists(st.integers(0, whole - 1), min_size=1, max_size=3, unique=True))
        sense = draw(st.sampled_from(["parts_at_most_whole", "parts_at_most_whole", "whole_at_most_parts"]))
        rows.append(Row(whole, tuple(parts), sense))  # type: ignore[arg-type]
    tied = sorted({number for row in rows for number in (row.whole, *row.parts)})
    bounds = []
    for number in tied:
        low = draw(st.integers(0, TOP))
        bounds += [floor(number, low)] if draw(st.booleans()) else []
        bounds.append(ceiling(number, draw(st.integers(low, TOP))))
    return System(size, rows, bounds)


def holds(system: System, numbers: tuple[int, ...]) -> bool:
    for bound in system.bounds:
        value = numbers[bound.number]
        if value < bound.value if bound.is_floor else value > bound.value:
            return False
    for row in system.rows:
        total = sum(numbers[part] for part in row.parts)
        if total > numbers[row.whole] if row.sense == "parts_at_most_whole" else total < numbers[row.whole]:
            return False
    return True


def solutions(system: System, top: int = TOP) -> list[tuple[int, ...]]:
    return [one for one in product(range(top + 1), repeat=system.size) if holds(system, one)]


def fits(system: System) -> bool:
    """Whether any whole numbers fit: four floors that are added up on the way come to `4 * TOP` at most."""
    return any(holds(system, one) for one in product(range(4 * TOP + 1), repeat=system.size))


@settings(deadline=None, max_examples=150)
@given(systems())
def test_ranges_are_those_of_brute_force(system: System) -> None:
    for group in groups(system):
        fitting = solutions(group)
        found = ranges(group)
        if not fitting:
            assert found is None
            continue
        assert found is not None
        for number, (low, high) in found.items():
            values = [one[number] for one in fitting]
            assert (low, high) == (min(values), max(values))


@example(
    System(
        3,
        [Row(2, (0, 1)), Row(2, (0,), "whole_at_most_parts")],
        [ceiling(0, 0), floor(1, 1), ceiling(1, 1), ceiling(2, 0)],
    )
)
@settings(deadline=None, max_examples=60)
@given(systems())
def test_conflicts_are_irreducible_and_the_first_is_the_smallest(system: System) -> None:
    for group in groups(system):
        found = conflicts(group, lambda _: 1.0)
        assert bool(found) == (not solutions(group))
        for bounds in found:
            assert not fits(group.with_bounds(bounds))
            for one in bounds:
                assert fits(group.with_bounds(other for other in bounds if other != one))
        if found:
            smaller = combinations(group.bounds, len(found[0]) - 1)
            assert all(fits(group.with_bounds(some)) for some in smaller)


def test_a_part_raises_its_whole_and_a_whole_limits_its_part() -> None:
    system = System(2, [Row(1, (0,))], [floor(0, 40), ceiling(1, 100)])
    assert ranges(system) == {0: (40, 100), 1: (40, 100)}


def test_days_add_up_to_a_running_toll_and_leave_room_for_each_other() -> None:
    system = System(4, [Row(3, (0, 1, 2))], [floor(0, 10), floor(1, 20), ceiling(3, 50)])
    assert ranges(system) == {0: (10, 30), 1: (20, 40), 2: (0, 20), 3: (30, 50)}


def test_a_breakdown_that_makes_up_its_whole_works_both_ways() -> None:
    rows = [Row(2, (0, 1)), Row(2, (0, 1), "whole_at_most_parts")]
    system = System(3, rows, [floor(0, 5), ceiling(0, 8), ceiling(1, 4), floor(2, 10)])
    assert ranges(system) == {0: (6, 8), 1: (2, 4), 2: (10, 12)}


def test_three_days_above_a_running_toll_are_one_conflict_of_four() -> None:
    bounds = [floor(0, 30), floor(1, 30), floor(2, 30), ceiling(3, 80)]
    system = System(4, [Row(3, (0, 1, 2))], bounds)
    assert conflicts(system, lambda _: 1.0) == [tuple(sorted(bounds))]


def test_only_the_days_that_are_needed_stand_in_a_conflict() -> None:
    bounds = [floor(0, 50), floor(1, 1), floor(2, 40), ceiling(3, 80)]
    system = System(4, [Row(3, (0, 1, 2))], bounds)
    assert conflicts(system, lambda _: 1.0) == [(floor(0, 50), floor(2, 40), ceiling(3, 80))]


def test_the_smallest_conflict_comes_first() -> None:
    rows = [Row(3, (0, 1)), Row(3, (2,))]
    bounds = [floor(0, 60), floor(1, 60), floor(2, 200), ceiling(3, 100)]
    weights = {floor(2, 200): 0.1}
    found = conflicts(System(4, rows, bounds), lambda bound: weights.get(bound, 1.0))
    assert found == [(floor(2, 200), ceiling(3, 100)), (floor(0, 60), floor(1, 60), ceiling(3, 100))]


@pytest.mark.parametrize("value", [1, 3])
def test_what_only_whole_numbers_cannot_satisfy_is_found(value: int) -> None:
    """Three pairs of one sum each: halves fit, whole numbers do not."""
    pairs = [(3, (0, 1)), (4, (1, 2)), (5, (0, 2))]
    rows = [Row(w, p, sense) for w, p in pairs for sense in ("parts_at_most_whole", "whole_at_most_parts")]
    bounds = [make(n, value) for n in (3, 4, 5) for make in (floor, ceiling)]
    system = System(6, rows, bounds)
    assert ranges(system) is None
    found = conflicts(system, lambda _: 1.0)
    assert found and set(found[0]) <= set(bounds)


def test_the_solver_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    """What commands print is for people and programs."""
    rows = [Row(2, (0, 1)), Row(2, (0, 1), "whole_at_most_parts")]
    assert ranges(System(3, rows, [floor(2, 10), ceiling(0, 8)]))
    assert capfd.readouterr() == ("", "")
