"""Incidents grouped anew where a change touches them.

Grouping takes claims in the order of their ranks and compares each with the groups that it finds under its
keys. A claim that comes or goes is taken in its turn, and after it only those that may find something else
than before: under a key that a group which changed is found by. What comes out is what grouping all claims
from the first on would give.
"""

from array import array
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from heapq import heappop, heappush, merge
from itertools import islice

import numpy as np

from counterclaim.model import Report
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.incidents.grouping import (
    MOST_GROUPS,
    Group,
    Grouping,
    can_found,
    keys_of,
    lookups_of,
)
from counterclaim.reconciliation.incidents.matching import veto
from counterclaim.reconciliation.incidents.policy import Policy
from counterclaim.reconciliation.incidents.sightings import Sighting, Sightings
from counterclaim.reconciliation.live.indexing import KeyIndex

Turn = tuple[object, ...]
"""Where a claim stands in the order of ranks."""

Rank = tuple[object, ...]
"""What claims are ordered by, as sightings have it."""

NOBODY = -1
"""The founder of a claim that is of no group."""

STEP = 64
"""Of so many numbers at once a key is read back."""


class Regrouping(Grouping):
    """Groups that are kept, each known by the number of the claim that founded it.

    Claims have numbers: those that were there at first by their ranks, later ones as they come.
    """

    def __init__(self, policy: Policy, maker: Sightings, accounts: Iterable[Account]) -> None:
        """Index the claims that can be of incidents.

        Args:
            policy: how claims are joined.
            maker: makes claims ready.
            accounts: all claims.
        """
        super().__init__(policy)
        self._maker = maker
        sightings = sorted(maker.of(accounts), key=lambda one: one.rank)
        self._accounts = [one.account for one in sightings]
        self._first = len(sightings)
        self.numbers = {one.account.id: number for number, one in enumerate(sightings)}
        self._turns: dict[int, Turn] = {}
        self._home = array("i", [NOBODY]) * len(sightings)
        self._reports: dict[int, Report] = {}
        self.members: defaultdict[int, list[int]] = defaultdict(list)
        self._keys = KeyIndex((key, at) for at, one in enumerate(sightings) for key in keys_of(one, policy))
        self._seekers = KeyIndex(
            (key, at) for at, one in enumerate(sightings) for key in lookups_of(one, policy)
        )
        self._gone: set[int] = set()
        self._ranks: dict[int, Rank] = {}
        self._begin()

    def take(self, groups: Iterable[Sequence[Report]]) -> None:
        """Keep groups as they were made of the same claims, each by its reports in the order of joining."""
        for reports in groups:
            numbers = [self.numbers[report.claim] for report in reports]
            self.members[numbers[0]] = numbers
            for number, report in zip(numbers, reports, strict=True):
                self._home[number], self._reports[number] = numbers[0], report

    def group(self, founder: int) -> Group:
        """A group as it stands."""
        made = Group()
        for number in self.members[founder]:
            made.add(self.sighting(number), self._reports[number])
        return made

    def founder(self, claim: str) -> int:
        """Who founded a claim's group; `NOBODY` for one that is of none."""
        return self._home[self.numbers[claim]] if claim in self.numbers else NOBODY

    def sighting(self, number: int) -> Sighting:
        """A claim made ready."""
        if number not in self._ready:
            self._ready[number] = next(iter(self._maker.of([self._accounts[number]])))
        return self._ready[number]

    # ------------------------------------------------------------ a change

    def _begin(self) -> None:
        self._ready: dict[int, Sighting] = {}
        self._grown: dict[int, tuple[Group, int]] = {}
        self._queue: list[tuple[Turn, int]] = []
        self._expected: set[int] = set()
        self._leaving: set[int] = set()
        self._touched: set[int] = set()
        self._moves = 0
        self._turn: Turn = ()

    def change(self, gone: Iterable[str], made: Iterable[Account], maker: Sightings) -> set[int]:
        """Take claims out and in.

        Args:
            gone: ids of claims that were there; those of no incident are passed over.
            made: claims that were not, also those that were otherwise.
            maker: makes claims ready from now on.

        Returns:
            The founders of all groups that may differ, those too that have no members any more.
        """
        self._begin()
        self._leaving |= {self.numbers.pop(claim) for claim in gone if claim in self.numbers}
        for number in self._leaving:
            self._ranks[number] = self.sighting(number).rank  # as it was made ready before
            self._expect(number)
        self._maker = maker
        for one in self._maker.of(made):
            self._expect(self._numbered(one))
        while self._queue:
            turn, number = heappop(self._queue)
            self._turn = turn
            self._settle(number)
        return self._touched

    def _expect(self, number: int) -> None:
        if number not in self._expected:
            self._expected.add(number)
            heappush(self._queue, (self._turn_of(number), number))

    def _numbered(self, one: Sighting) -> int:
        """A number for a new claim, by which it is found."""
        number = len(self._accounts)
        place = bisect_left(range(self._first), one.rank, key=self._rank)
        self._accounts.append(one.account)
        self._home.append(NOBODY)
        self._ready[number] = one
        self._turns[number] = (place - 0.5, one.rank)
        self.numbers[one.account.id] = number
        for key in keys_of(one, self._policy):
            self._keys.add(key, number)
        for key in lookups_of(one, self._policy):
            self._seekers.add(key, number)
        return number

    def _rank(self, number: int) -> Rank:
        """The rank of a claim that was there at first, also of one that is no more."""
        return self._ranks.get(number) or self.sighting(number).rank

    def _turn_of(self, number: int) -> Turn:
        return self._turns.get(number) or (number,)

    def _settle(self, number: int) -> None:
        """Let a claim join a group, found one or leave, and expect those that this may concern."""
        founder, report = NOBODY, None
        if number not in self._leaving:
            founder, report = self._joined(number)
            if founder == self._home[number] and _alike(report, self._reports.get(number)):
                return
        self._moves += 1
        before = self._home[number]
        if before != NOBODY:
            self._touch(before, number)
            self.members[before].remove(number)
            del self._reports[number]
        self._home[number] = founder
        if number in self._leaving:
            self._gone.add(number)
        if report is not None:
            insort(self.members[founder], number, key=self._turn_of)
            self._reports[number] = report
            self._touch(founder, number)

    def _joined(self, number: int) -> tuple[int, Report | None]:
        sighting = self.sighting(number)
        fit = self.best(sighting)
        if fit is not None:
            return self.numbers[fit.group.members[0].account.id], fit.report
        return (number, Report(sighting.account.id)) if can_found(sighting) else (NOBODY, None)

    # ------------------------------------------------------------ what a claim finds in its turn

    def candidates(self, sighting: Sighting) -> Iterable[Group]:
        """The groups that a claim is compared with, as they are in its turn."""
        found: dict[int, Group] = {}
        for key in lookups_of(sighting, self._policy):
            for founder in [*islice(self._back(key, self._turn), MOST_GROUPS)][::-1]:
                if founder not in found:
                    found[founder] = self._as_it_is(founder)
        return found.values()

    def _back(self, key: Hashable, turn: Turn) -> Iterator[int]:
        """The founders of the groups under a key before a turn, the newest first, as grouping keeps them."""
        last = NOBODY
        for number in self._numbers_back(key, turn):
            founder = self._home[number]
            if founder not in (NOBODY, last):
                last = founder
                yield founder

    def _numbers_back(self, key: Hashable, turn: Turn) -> Iterator[int]:
        first = self._keys.first(key)
        early = _backwards(first, int(np.searchsorted(first, turn[0])))  # type: ignore[call-overload]
        late = [at for at in self._keys.added(key) if at not in self._gone and self._turn_of(at) < turn]
        if not late:
            return early
        late.sort(key=self._turn_of, reverse=True)
        return merge(early, late, key=self._turn_of, reverse=True)

    def _as_it_is(self, founder: int) -> Group:
        """A group with the members whose turn has been."""
        group, grown = self._grown.get(founder) or (Group(), 0)
        members = self.members[founder]
        while grown < len(members) and self._turn_of(members[grown]) < self._turn:
            group.add(self.sighting(members[grown]), self._reports[members[grown]])
            grown += 1
        self._grown[founder] = group, grown
        return group

    # ------------------------------------------------------------ whom a change may concern

    def _touch(self, founder: int, number: int) -> None:
        """Expect all later claims that may find a group, as one of its members comes or goes."""
        members = [number] if founder in self._touched else [number, *self.members[founder]]
        self._touched.add(founder)
        since: dict[Hashable, Turn] = {}
        for member in members:
            for key in keys_of(self.sighting(member), self._policy):
                turn = max(self._turn, self._turn_of(member))
                since[key] = min(turn, since.get(key, turn))
        barred: set[int] = set()
        for key, turn in since.items():
            for seeker in self._seekers.get(key):
                if seeker in self._expected or seeker in self._gone or self._turn_of(seeker) <= turn:
                    continue
                if seeker not in barred and veto(self.sighting(founder), self.sighting(seeker)):
                    barred.add(seeker)
                if seeker not in barred or self._crowds(key, seeker):
                    self._expect(seeker)

    def _crowds(self, key: Hashable, seeker: int) -> bool:
        """Whether a claim may have lost or won another group, as only so many are looked at under a key."""
        near = 2 * self._moves
        known = list(islice(self._back(key, self._turn_of(seeker)), MOST_GROUPS + near))
        if len(known) + near <= MOST_GROUPS:
            return False
        one = self.sighting(seeker)
        return any(not veto(self.sighting(each), one) for each in known[max(0, MOST_GROUPS - near) :])


def _backwards(numbers: "np.typing.NDArray[np.int32]", end: int) -> Iterator[int]:
    while end > 0:
        yield from reversed(numbers[max(0, end - STEP) : end].tolist())
        end -= STEP


def _alike(one: Report | None, other: Report | None) -> bool:
    """Whether two reports say the same of how a claim was joined."""
    if one is None or other is None:
        return one is other
    return (one.joined, one.points, one.reason) == (other.joined, other.points, other.reason)
