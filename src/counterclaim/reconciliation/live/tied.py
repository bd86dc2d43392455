"""Which findings are tied as parts and wholes, so that a changed one is held against its group alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from counterclaim.model import Finding
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.constraints.tying import (
    Entry,
    Subject,
    Tied,
    comparable,
    entry_of,
    is_day_of,
    subjects_above,
    wholes_of,
)
from counterclaim.reconciliation.findings import Weighed


class Ties:
    """The findings that are tied to each other, in any number of steps, as groups."""

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}
        self._findings: dict[int, str] = {}
        self._counted: defaultdict[Subject, list[Entry]] = defaultdict(list)
        self._running: defaultdict[Subject, list[Entry]] = defaultdict(list)
        self._parts: defaultdict[Subject, set[int]] = defaultdict(set)
        self._above: dict[int, tuple[Subject, ...]] = {}
        self._group: dict[str, int] = {}
        self._members: dict[int, set[str]] = {}
        self._next = 0

    def change(self, gone: Iterable[str], made: Iterable[tuple[Weighed, Finding]], judge: Judge) -> set[str]:
        """Take findings out and in.

        Args:
            gone: ids of those that are no more, or are made anew.
            made: new ones, and those made anew, with the verdicts that set their ends.
            judge: knows the places and the tables.

        Returns:
            Ids of those that may be narrowed otherwise now, and the new ones: whole groups.
        """
        left: set[str] = set()
        for finding in gone:
            left |= self._take_out(finding)
        new = {self._take_in(weighed, found, judge) for weighed, found in made}
        left = {finding for finding in left if finding in self._group} | new
        touched: set[str] = set()
        for finding in sorted(left):
            if finding not in touched:
                touched |= self._gather(finding, judge)
        return touched

    def _take_in(self, weighed: Weighed, found: Finding, judge: Judge) -> str:
        series, self._next = found.series, self._next + 1
        self._group[found.id] = -1
        if judge.tables.grows(series.measure, series.object):
            entry = entry_of(weighed, found, Tied(), self._next)
            self._entries[found.id], self._findings[self._next] = entry, found.id
            self._counted[entry.subject].append(entry)
            if entry.running:
                self._running[entry.subject].append(entry)
            self._above[self._next] = tuple(subjects_above(entry, judge))
            for above in self._above[self._next]:
                self._parts[above].add(self._next)
        return found.id

    def _take_out(self, finding: str) -> set[str]:
        """Returns what it was grouped with."""
        group = self._members.pop(self._group.pop(finding), {finding})
        for other in group - {finding}:
            self._group[other] = -1
        entry = self._entries.pop(finding, None)
        if entry is not None:
            del self._findings[entry.finding]
            for index in (self._counted, self._running):
                index[entry.subject] = [one for one in index[entry.subject] if one is not entry]
            for above in self._above.pop(entry.finding):
                self._parts[above].discard(entry.finding)
        return group

    def _gather(self, start: str, judge: Judge) -> set[str]:
        """Make a group of all that is tied to a finding. Returns it."""
        group, ahead = {start}, [start]
        while ahead:
            for other in self._tied_to(ahead.pop(), judge):
                if other not in group:
                    group.add(other)
                    ahead.append(other)
        self._next += 1
        for finding in group:
            self._members.get(self._group[finding], set()).discard(finding)
            self._group[finding] = self._next
        self._members[self._next] = group
        return set(group)

    def _tied_to(self, finding: str, judge: Judge) -> Iterator[str]:
        entry = self._entries.get(finding)
        if entry is None:
            return
        wholes = (whole for whole, _, _ in wholes_of(entry, self._counted, judge))
        for other in chain(wholes, self._parts_of(entry), self._days_of(entry)):
            yield self._findings[other.finding]

    def _parts_of(self, whole: Entry) -> Iterator[Entry]:
        for number in self._parts.get(whole.subject, ()):
            part = self._entries[self._findings[number]]
            if comparable(part, whole) is not None:
                yield part

    def _days_of(self, entry: Entry) -> Iterator[Entry]:
        """The days that a running toll adds up, or the running tolls that a day is added to."""
        others: Sequence[Entry] = (self._counted if entry.running else self._running).get(entry.subject, [])
        return (one for one in others if is_day_of(one, entry) or is_day_of(entry, one))
