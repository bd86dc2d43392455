"""Claims joined to incidents, each compared with the few that share a key with it, so that cost stays linear.

Those that say most of where and when come first and found the groups. A later one joins the group that it
fits best. One that lacks the day or the place joins only where no other group fits as well, and founds a
group only if it says enough of one of the two.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from math import floor
from operator import attrgetter

from counterclaim.model import Report
from counterclaim.reconciliation.days import Span
from counterclaim.reconciliation.incidents.matching import PARAGRAPH, Matching
from counterclaim.reconciliation.incidents.policy import Policy
from counterclaim.reconciliation.incidents.sightings import (
    LONGEST_DAYS,
    PROVINCE,
    TELLING_NUMBER,
    Sighting,
    Spot,
    longest_words,
)

MOST_GROUPS = 25
"""With how many groups that share a key a claim is compared: the newest."""

MOST_MEMBERS = 3
"""With how many claims of a group it is compared at least: the first, from which the others differ little."""

ENOUGH = 7.0
"""With so many points no better likeness is looked for in the group."""

AMBIGUOUS = 1.0
"""A claim without day or place joins no group if another fits it with so few points less."""

LONGEST_VAGUE_DAYS = 31
"""What is dated to more days founds no incident: a season's shelling is many."""

CELL = 0.1
"""Degrees of a cell of the grid by which neighbouring points are found."""


@dataclass(slots=True, eq=False)
class Group:
    """Sightings of one incident, with how each came to it; the first founded it.

    Attributes:
        days: the days of its members together.
        telling: the first member that gives a figure, and the last one of a document.
    """

    members: list[Sighting] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    days: Span | None = None
    telling: dict[Hashable, Sighting] = field(default_factory=dict)

    def add(self, sighting: Sighting, report: Report) -> None:
        """Take a sighting in."""
        self.members.append(sighting)
        self.reports.append(report)
        self.telling[sighting.account.claim.document] = sighting
        if sighting.number:
            self.telling.setdefault(sighting.number.value, sighting)
        days = sighting.days
        if days and days != self.days:
            known = self.days or days
            self.days = Span(min(known.first, days.first), max(known.last, days.last))

    def likely(self, sighting: Sighting) -> Iterator[Sighting]:
        """The members that a sighting is most like: of its document, with its figure, and the first."""
        known = self.telling
        near = known.get(sighting.account.claim.document)
        same = known.get(sighting.number.value) if sighting.number else None
        if near is not None:
            yield near
        if same is not None and same is not near:
            yield same
        yield from (one for one in self.members[:MOST_MEMBERS] if one is not near and one is not same)

    def takes(self, sighting: Sighting) -> bool:
        """Whether a chain of days does not speak against a sighting."""
        mine, its = self.days, sighting.days
        if mine is None or its is None:
            return True
        return max(mine.last, its.last) - min(mine.first, its.first) < LONGEST_DAYS


@dataclass(frozen=True, slots=True)
class Fit:
    """A group that a sighting fits, with what speaks for it."""

    group: Group
    report: Report


class Grouping:
    """Groups sightings as they come; one more costs only its comparison with those that share a key."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._matching = Matching(policy)
        self._index: defaultdict[Hashable, list[Group]] = defaultdict(list)
        self.groups: list[Group] = []

    def add(self, sighting: Sighting) -> None:
        """Join a sighting to the group that it fits, or let it found one."""
        fit = self.best(sighting)
        if fit is not None:
            group, report = fit.group, fit.report
        elif can_found(sighting):
            group, report = Group(), Report(sighting.account.id)
            self.groups.append(group)
        else:
            return
        group.add(sighting, report)
        for key in keys_of(sighting, self._policy):
            known = self._index[key]
            if not known or known[-1] is not group:
                known.append(group)

    def best(self, sighting: Sighting) -> Fit | None:
        """The group that a sighting joins, None where it joins none."""
        fits = sorted(self._fits(sighting), key=lambda fit: -fit.report.points)
        if not fits:
            return None
        if sighting.lacking and len(fits) > 1 and fits[0].report.points - fits[1].report.points < AMBIGUOUS:
            return None
        return fits[0]

    def _fits(self, sighting: Sighting) -> Iterator[Fit]:
        for group in self.candidates(sighting):
            founder = group.members[0]
            if group.takes(sighting) and self._matching.circumstances(founder, sighting) is not None:
                best = self._closest(group, sighting)
                if best is not None:
                    yield Fit(group, best)

    def candidates(self, sighting: Sighting) -> Iterable[Group]:
        """The groups that a sighting is compared with: the newest under each key."""
        found: dict[int, Group] = {}
        for key in lookups_of(sighting, self._policy):
            if key in self._index:
                for group in self._index[key][-MOST_GROUPS:]:
                    found[id(group)] = group
        return found.values()

    def _closest(self, group: Group, sighting: Sighting) -> Report | None:
        least, best = self._policy.threshold, None
        for member in group.likely(sighting):
            match = self._matching.match(member, sighting)
            if match is None or not match.ties or match.points < least:
                continue
            if best is None or match.points > best[1].points:
                best = member, match
                if match.points >= ENOUGH:
                    break
        if best is None:
            return None
        member, match = best
        reason = self._matching.reason(match.names)
        return Report(sighting.account.id, member.account.id, match.points, reason)


def grouped(sightings: Sequence[Sighting], policy: Policy) -> list[Group]:
    """The incidents among sightings, whatever their order."""
    grouping = Grouping(policy)
    for sighting in sorted(sightings, key=attrgetter("rank")):
        grouping.add(sighting)
    return grouping.groups


def can_found(sighting: Sighting) -> bool:
    """Whether a sighting says enough of where and when; a count with no own place is a day's toll."""
    spot = sighting.spot
    if sighting.event_type is None and sighting.carried:
        return False
    if sighting.event_type is None:
        return spot is not None and spot.precision <= PROVINCE and sighting.days is not None
    if sighting.days is not None:
        return True
    vague = sighting.when is None or sighting.when.days <= LONGEST_VAGUE_DAYS
    return spot is not None and spot.precision <= PROVINCE and vague


# ---------------------------------------------------------------- the keys


def keys_of(sighting: Sighting, policy: Policy) -> Iterator[Hashable]:
    """Under what a sighting is found: with each of its days, and with none for those that lack the day."""
    days = (*_each(sighting.days), None)
    spot = sighting.spot
    for day in days:
        yield from _of_day(sighting, day, policy)
        for area in spot.areas if spot else ():
            yield sighting.family, "in", area, day
    yield from _of_text(sighting, 0)


def lookups_of(sighting: Sighting, policy: Policy) -> Iterator[Hashable]:
    """Under what those are found that may be of one incident with it."""
    spot = sighting.spot
    for day in _each(sighting.days) or (None,):
        yield from _of_day(sighting, day, policy)
        if spot and spot.area:
            yield sighting.family, "in", spot.area, day
        for area in spot.areas if spot else ():
            yield sighting.family, "is", area, day
        if spot and spot.precise and spot.latitude is not None:
            row, column = _cell(spot)
            for north, east in product((-1, 0, 1), repeat=2):
                yield sighting.family, "cell", row + north, column + east, day
    if sighting.days:
        for day in (sighting.days.first - 1, sighting.days.last + 1):
            if figure := _of_figure(sighting, day):
                yield figure
    if sighting.lacking:
        for part in (-1, 0, 1):
            yield from _of_text(sighting, part)


def _of_day(sighting: Sighting, day: int | None, policy: Policy) -> Iterator[Hashable]:
    family, spot = sighting.family, sighting.spot
    if spot:
        yield family, "at", spot.key, day
        if spot.area:
            yield family, "is", spot.area, day
        if spot.latitude is not None and spot.precise:
            yield family, "cell", *_cell(spot), day
    if figure := _of_figure(sighting, day):
        yield figure
    if not policy.family[family].placed:
        for actor in sighting.account.actors | sighting.account.subject:
            yield family, sighting.event_type, actor, day


def _of_figure(sighting: Sighting, day: int | None) -> Hashable:
    number = sighting.number
    if number is None or number.value < TELLING_NUMBER:
        return None
    return sighting.family, number.measure, number.kind, number.value, day


def _of_text(sighting: Sighting, part: int) -> Iterator[Hashable]:
    """The stretch of text that it stands in, or one beside that, and the words by which copies are found."""
    claim = sighting.account.claim
    yield sighting.family, claim.document, claim.anchor // PARAGRAPH + part
    if part == 0 and sighting.lacking:
        yield sighting.family, longest_words(claim.quote)


def _each(days: Span | None) -> Sequence[int]:
    return range(days.first, days.last + 1) if days else ()


def _cell(spot: Spot) -> tuple[int, int]:
    assert spot.latitude is not None and spot.longitude is not None
    return floor(spot.latitude / CELL) + 1_000, floor(spot.longitude / CELL) + 2_000  # never negative
