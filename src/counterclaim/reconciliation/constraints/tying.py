"""Which series are parts of which: by measure, by object, by place, by doer, and by day.

Each series gives one number, its count on the last day that it covers, and where its floor was set on an
earlier day a second one for that day. A part and its whole are tied only where the part's days lie within
the whole's, so that a late part is never held against an early whole. Numbers that can fall are tied to
nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, product
from typing import NamedTuple

from counterclaim.model import Finding
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.constraints.system import Bound, Row, System
from counterclaim.reconciliation.days import Span, between
from counterclaim.reconciliation.findings import Weighed
from counterclaim.reconciliation.numbers import widened
from counterclaim.reconciliation.periods import LONGEST_INCIDENT_DAYS, SAME_START_DAYS
from counterclaim.reconciliation.weighing import Verdict


class Subject(NamedTuple):
    """What a series counts, as keys, apart from when."""

    measure: str
    object: str
    party: str | None
    place: str | None
    actor: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A series as numbers.

    Attributes:
        finding: its place among the findings.
        subject: what it counts.
        days: from its first day to its last, None where either is not known.
        number: the place of its count on its last day.
        early: the place of its count on the day for which its floor was set, if that is earlier, and the day.
        document: the one text that it is confined to.
    """

    finding: int
    subject: Subject
    running: bool
    days: Span | None
    number: int
    early: tuple[int, int] | None
    document: str | None


@dataclass(slots=True)
class Tied:
    """A system of numbers with what its bounds and numbers stand for.

    Attributes:
        entries: the series, by the place of their number.
        said: the verdict behind each bound.
        series: the finding that each number belongs to, by the number's place.
        early: the numbers among them that are of an earlier day than the finding.
    """

    system: System = field(default_factory=lambda: System(0))
    entries: list[Entry] = field(default_factory=list)
    said: dict[Bound, Verdict] = field(default_factory=dict)
    series: dict[int, int] = field(default_factory=dict)
    early: set[int] = field(default_factory=set)

    def number(self, finding: int | None) -> int:
        """A new number; of a finding, or of several days together."""
        self.system.size += 1
        if finding is not None:
            self.series[self.system.size - 1] = finding
        return self.system.size - 1

    def accept(self, bound: Bound, verdict: Verdict) -> None:
        """Accept one end of a number."""
        self.system.bounds.append(bound)
        self.said[bound] = verdict


def tie(weighed: Sequence[Weighed], findings: Sequence[Finding], judge: Judge) -> Tied:
    """Every series that grows as numbers, and what ties them.

    Args:
        weighed: the series with the verdicts on their claims.
        findings: theirs, in the same order.
        judge: knows the places and the tables.
    """
    tied = Tied()
    for place, (each, found) in enumerate(zip(weighed, findings, strict=True)):
        if judge.tables.grows(found.series.measure, found.series.object):
            tied.entries.append(entry_of(each, found, tied, place))
    index: defaultdict[Subject, list[Entry]] = defaultdict(list)
    for entry in tied.entries:
        index[entry.subject].append(entry)
    whole_parts: defaultdict[tuple[int, str], dict[str, int]] = defaultdict(dict)
    for entry in tied.entries:
        for whole, number, how in wholes_of(entry, index, judge):
            tied.system.rows.append(Row(whole.number, (number,), why=how))
            if how in ("measure", "object"):
                kind = entry.subject.measure if how == "measure" else entry.subject.object
                whole_parts[whole.number, how].setdefault(kind, number)
    tied.system.rows += _sums(whole_parts, judge)
    _add_days(index, tied)
    return tied


def entry_of(weighed: Weighed, found: Finding, tied: Tied, place: int = 0) -> Entry:
    """A series as numbers, which are added to those of `tied` with what is accepted of them."""
    series = found.series
    first = weighed.line.accounts[0]
    subject = Subject(
        series.measure,
        series.object,
        first.party,
        first.place if series.place else None,
        first.actor if series.actor else None,
    )
    running = series.scope == "cumulative"
    known = series.from_date and series.to_date
    days = between(series.from_date, series.to_date) if known else None
    entry = Entry(place, subject, running, days, tied.number(place), None, series.document)
    by_id = {verdict.account.id: verdict for verdict in weighed.verdicts}
    floor, ceiling = by_id.get(found.floor_claim or ""), by_id.get(found.ceiling_claim or "")
    if floor and ceiling and floor is not ceiling and (floor.low or 0) > (ceiling.high or 0):
        return entry  # a series that contradicts itself holds nothing against others
    if floor and floor.low is not None:
        entry = _with_floor(entry, floor, tied)
    if ceiling and ceiling.high is not None:
        tied.accept(Bound(entry.number, False, widened(ceiling.account.claim)[1] or ceiling.high), ceiling)
    return entry


def _with_floor(entry: Entry, floor: Verdict, tied: Tied) -> Entry:
    least, _ = widened(floor.account.claim)
    day = floor.account.covers.last if floor.account.covers else None
    if not entry.running or entry.days is None or day is None or day >= entry.days.last:
        tied.accept(Bound(entry.number, True, least), floor)
        return entry
    early = tied.number(entry.finding)
    tied.early.add(early)
    tied.accept(Bound(early, True, least), floor)
    tied.system.rows.append(Row(entry.number, (early,), why="a running toll does not fall"))
    return replace(entry, early=(early, day))


# ---------------------------------------------------------------- part and whole


def wholes_of(
    entry: Entry, index: Mapping[Subject, Sequence[Entry]], judge: Judge
) -> Iterator[tuple[Entry, int, str]]:
    """What a series is a part of, with the number that is, and in what alone the two differ."""
    for above in subjects_above(entry, judge):
        for whole in index.get(above, ()):
            number = comparable(entry, whole)
            if number is not None:
                yield whole, number, _difference(entry.subject, above)


def subjects_above(entry: Entry, judge: Judge) -> Iterator[Subject]:
    """What may be counted by series that a series is a part of."""
    subject = entry.subject
    measures = [subject.measure, *judge.tables.wholes_of(subject.measure)]
    parts = subject.object.split(".")
    objects = [".".join(parts[:length]) for length in range(len(parts), 0, -1)]
    places = [subject.place, *_places_around(entry, judge)]
    actors = [subject.actor, *([None] if subject.actor else [])]
    for measure, counted, place, actor in product(measures, objects, places, actors):
        above = Subject(measure, counted, subject.party, place, actor)
        if above != subject:
            yield above


def _places_around(entry: Entry, judge: Judge) -> list[str | None]:
    """The places that a place lies in; the whole theatre too, for the running toll of a party."""
    subject = entry.subject
    if subject.place is None:
        return []
    around: list[str | None] = list(judge.names.around(subject.place))
    return [*around, None] if entry.running and subject.party else around


def _difference(part: Subject, whole: Subject) -> str:
    differ = [name for name in part._fields if getattr(part, name) != getattr(whole, name)]
    return differ[0] if len(differ) == 1 else "several"


def comparable(part: Entry, whole: Entry) -> int | None:
    """The number of the part that is no larger than the whole's, None where their days do not say so."""
    if part.days is None or whole.days is None:
        same_text = part.document is not None and part.document == whole.document
        return part.number if same_text and part.running == whole.running else None
    if not whole.running:
        return part.number if not part.running and part.days == whole.days else None
    if part.days.first < whole.days.first - SAME_START_DAYS:
        return None
    if part.days.last <= whole.days.last:
        return part.number
    return part.early[0] if part.early and part.early[1] <= whole.days.last else None


def _sums(whole_parts: dict[tuple[int, str], dict[str, int]], judge: Judge) -> Iterator[Row]:
    """Parts that exclude each other add up to no more than their whole."""
    for (whole, how), parts in whole_parts.items():
        if how == "measure":
            sets: Iterable[Iterable[str]] = [parts]
        else:
            sets = ([kind for kind in kinds if kind in parts] for kinds in judge.tables.disjoint)
        for kinds in sets:
            numbers = tuple(parts[kind] for kind in kinds)
            if len(numbers) > 1:
                yield Row(whole, numbers, why=how)


# ---------------------------------------------------------------- days and running tolls


def _add_days(index: dict[Subject, list[Entry]], tied: Tied) -> None:
    """Days that do not overlap add up to no more than the running toll of the same thing."""
    for entries in index.values():
        days = sorted(
            (each for each in entries if not each.running and _is_short(each.days)),
            key=lambda each: (each.days or (0, 0), each.number),
        )
        for whole in entries:
            if whole.running and whole.days:
                _add_up(whole, [each for each in days if _lies_within(each.days, whole.days)], tied)


def _add_up(whole: Entry, days: Sequence[Entry], tied: Tied) -> None:
    clusters = list(_overlapping(days))
    if not clusters:
        return
    numbers: list[int] = []
    for cluster in clusters:
        if len(cluster) == 1:
            numbers.append(cluster[0].number)
            continue
        together = tied.number(None)
        tied.system.rows += [Row(together, (each.number,), why="days") for each in cluster]
        numbers.append(together)
    tied.system.rows.append(Row(whole.number, tuple(numbers), why="days"))


def _overlapping(days: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Runs of incidents whose days touch, in the order of their days."""
    cluster: list[Entry] = list(days[:1])
    last = days[0].days.last if days and days[0].days else 0
    for _, entry in pairwise(days):
        assert entry.days is not None
        if entry.days.first > last:
            yield cluster
            cluster = []
        cluster.append(entry)
        last = max(last, entry.days.last)
    if cluster:
        yield cluster


def is_day_of(part: Entry, whole: Entry) -> bool:
    """Whether a series counts a day, or an event, that the running toll of the same thing counts as well."""
    return not part.running and whole.running and _is_short(part.days) and _lies_within(part.days, whole.days)


def _is_short(days: Span | None) -> bool:
    return days is not None and days.days <= LONGEST_INCIDENT_DAYS


def _lies_within(days: Span | None, whole: Span | None) -> bool:
    return days is not None and whole is not None and whole.first <= days.first and days.last <= whole.last
