"""Whole numbers between bounds, tied together by sums: the ranges that are left of each, where any are.

Two kinds of rows tie numbers: the parts add up to no more than the whole, or the whole is no more than its
parts add up to. With rows of the first kind alone, the least numbers that satisfy every floor and row are
found by passing floors upwards; they show at once whether all can hold, and are the lower ends. Upper ends
are passed downwards; that is exact where no row reaches a number in two ways. Other groups go to a solver.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Sense = Literal["parts_at_most_whole", "whole_at_most_parts"]
Range = tuple[int, int | None]


@dataclass(frozen=True, slots=True)
class Row:
    """A whole and its parts, by the numbers' places.

    Attributes:
        why: what makes them so, in words.
    """

    whole: int
    parts: tuple[int, ...]
    sense: Sense = "parts_at_most_whole"
    why: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Bound:
    """One accepted end of one number.

    Attributes:
        number: the number's place.
        is_floor: whether the number is at least `value`, rather than at most.
    """

    number: int
    is_floor: bool
    value: int


@dataclass(slots=True)
class System:
    """Numbers, each at least 0, with what is accepted of them and what ties them.

    Attributes:
        size: how many numbers there are.
        bounds: what is accepted; of one number at most one floor and one ceiling.
    """

    size: int
    rows: list[Row] = field(default_factory=list)
    bounds: list[Bound] = field(default_factory=list)

    def with_bounds(self, bounds: Iterable[Bound]) -> "System":
        """The same numbers and rows with other bounds."""
        return System(self.size, self.rows, list(bounds))


def groups(system: System) -> list[System]:
    """The connected groups that have a row, each with the numbers' places as they are."""
    parent = list(range(system.size))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for row in system.rows:
        for part in row.parts:
            parent[root(part)] = root(row.whole)
    rows: defaultdict[int, list[Row]] = defaultdict(list)
    for row in system.rows:
        rows[root(row.whole)].append(row)
    bounds: defaultdict[int, list[Bound]] = defaultdict(list)
    for bound in system.bounds:
        bounds[root(bound.number)].append(bound)
    return [System(system.size, members, bounds[key]) for key, members in rows.items() if bounds[key]]


def numbers_of(group: System) -> list[int]:
    """The numbers that the rows of a group tie."""
    return sorted({number for row in group.rows for number in (row.whole, *row.parts)})


def least(group: System) -> dict[int, int]:
    """The least number that floors and rows of the first kind leave of each, ceilings left aside."""
    found = dict.fromkeys(numbers_of(group), 0)
    found |= {bound.number: bound.value for bound in group.bounds if bound.is_floor}
    for row in _upwards(group.rows):
        if row.sense == "parts_at_most_whole":
            found[row.whole] = max(found[row.whole], sum(found[part] for part in row.parts))
    return found


def greatest(group: System, lows: Mapping[int, int]) -> dict[int, int | None]:
    """The greatest number that ceilings and rows of the first kind leave of each."""
    found: dict[int, int | None] = dict.fromkeys(numbers_of(group))
    found |= {bound.number: bound.value for bound in group.bounds if not bound.is_floor}
    for row in reversed(_upwards(group.rows)):
        top = found[row.whole]
        if row.sense == "parts_at_most_whole" and top is not None:
            room = top - sum(lows[part] for part in row.parts)
            for part in row.parts:
                mine, own = lows[part] + room, found[part]
                found[part] = mine if own is None else min(own, mine)
    return found


def is_simple(rows: Sequence[Row]) -> bool:
    """Whether passing bounds up and down gives the exact ranges.

    All rows must be of the first kind, and no row may reach one number by two of its parts.
    """
    if any(row.sense != "parts_at_most_whole" for row in rows):
        return False
    below = _below(rows)
    for row in rows:
        if len(row.parts) > 1:
            reached = [below[part] | {part} for part in row.parts]
            if len(set().union(*reached)) < sum(map(len, reached)):
                return False
    return True


def violated(group: System, lows: Mapping[int, int]) -> list[Bound]:
    """The ceilings that lie below what floors and rows of the first kind demand."""
    return [bound for bound in group.bounds if not bound.is_floor and lows[bound.number] > bound.value]


def beneath(rows: Sequence[Row], number: int) -> frozenset[int]:
    """A number with all that rows of the first kind reach below it."""
    below = _below(rows)
    return frozenset(below[number] | {number})


def _below(rows: Sequence[Row]) -> defaultdict[int, set[int]]:
    below: defaultdict[int, set[int]] = defaultdict(set)
    for row in _upwards(rows):
        if row.sense == "parts_at_most_whole":
            for part in row.parts:
                below[row.whole] |= below[part] | {part}
    return below


def _upwards(rows: Sequence[Row]) -> list[Row]:
    """Rows in an order in which those of a part come before those of its whole; of a circle in any order."""
    by_whole: defaultdict[int, list[Row]] = defaultdict(list)
    for row in rows:
        by_whole[row.whole].append(row)
    ordered: list[Row] = []
    state: dict[int, int] = {}
    for start in by_whole:
        stack = [(start, False)]
        while stack:
            number, done = stack.pop()
            if done:
                ordered += by_whole[number]
            elif number in by_whole and number not in state:
                state[number] = 1
                stack.append((number, True))
                stack += [(part, False) for row in by_whole[number] for part in row.parts]
    return ordered
