"""What is found again by a key, or by a claim, without going through everything."""

from array import array
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from typing import Generic, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray


class KeyIndex:
    """Numbers by key.

    Keys are kept as their hashes, so that tens of millions fit into memory. Two keys of one hash are next to
    impossible; negative whole numbers, which Python hashes alike, must not stand in them.
    """

    def __init__(self, pairs: Iterable[tuple[Hashable, int]]) -> None:
        hashes, numbers = array("q"), array("i")
        for key, number in pairs:
            hashes.append(hash(key))
            numbers.append(number)
        order = np.lexsort((np.frombuffer(numbers, np.int32), np.frombuffer(hashes, np.int64)))
        self._hashes: NDArray[np.int64] = np.frombuffer(hashes, np.int64)[order]
        self._numbers: NDArray[np.int32] = np.frombuffer(numbers, np.int32)[order]
        self._added: defaultdict[int, dict[int, None]] = defaultdict(dict)

    def add(self, key: Hashable, number: int) -> None:
        """Let a number be found by a key."""
        self._added[hash(key)][number] = None

    def first(self, key: Hashable) -> NDArray[np.int32]:
        """The numbers that the index was made with, in their order."""
        wanted = hash(key)
        start = int(np.searchsorted(self._hashes, wanted, "left"))
        return self._numbers[start : int(np.searchsorted(self._hashes, wanted, "right"))]

    def added(self, key: Hashable) -> Iterable[int]:
        """The numbers that were added since."""
        return self._added.get(hash(key), ())

    def get(self, key: Hashable) -> Iterator[int]:
        """All of them."""
        yield from map(int, self.first(key))
        yield from self.added(key)


class RestsOnClaims(Protocol):
    """Something that is found about claims."""

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims' ids."""


Made = TypeVar("Made", bound=RestsOnClaims)


class Found(Generic[Made]):
    """What was found, in the order in which it was, and again by each of the claims that it rests on."""

    def __init__(self, found: Iterable[Made] = ()) -> None:
        self._all: dict[int, Made] = {}
        self._by_claim: defaultdict[str, set[int]] = defaultdict(set)
        self._next = 0
        self.add(found)

    def __iter__(self) -> Iterator[Made]:
        """Everything."""
        return iter(self._all.values())

    def add(self, found: Iterable[Made]) -> int:
        """Keep more. Returns how many."""
        before = self._next
        for one in found:
            self._all[self._next] = one
            for claim in one.claims:
                self._by_claim[claim].add(self._next)
            self._next += 1
        return self._next - before

    def of(self, claims: Iterable[str]) -> list[Made]:
        """What rests on any of the claims."""
        return [self._all[number] for number in sorted(self._numbers(claims))]

    def drop(self, claims: Iterable[str]) -> int:
        """Let go of what rests on any of the claims. Returns of how much."""
        numbers = self._numbers(claims)
        for number in numbers:
            for claim in self._all.pop(number).claims:
                left = self._by_claim[claim]
                left.discard(number)
                if not left:
                    del self._by_claim[claim]
        return len(numbers)

    def _numbers(self, claims: Iterable[str]) -> set[int]:
        return {number for claim in claims for number in self._by_claim.get(claim, ())}
