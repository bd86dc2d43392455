"""Which counts of one thing belong to one toll: the same war, the same stretch of time, the same event.

Running tolls belong together if they started on the same day, give or take `SAME_START_DAYS`; counts
of one event or day, if their days overlap. A date that says too little to decide never joins two tolls
that other claims keep apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from counterclaim.model import Conflict
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.days import Span, between, span

SAME_START_DAYS = 7
"""Starts of running tolls that are no further apart are one start."""

LATE_COUNT_DAYS = 366
"""How long after the last dated count of a toll a count without a start may still belong to it."""

LONGEST_INCIDENT_DAYS = 3
"""Counts of an incident over more days are set beside those of exactly the same days only."""


@dataclass(slots=True)
class Toll:
    """Counts that belong together.

    Attributes:
        start: the days on which it may have started; None where no count says.
        document: the one document that it is confined to, None for a toll that is dated.
    """

    start: Span | None
    members: list[Account] = field(default_factory=list)
    document: str | None = None

    @property
    def until(self) -> int:
        """The last day that any of its counts covers, 0 where none says."""
        return max((account.covers.last for account in self.members if account.covers), default=0)


def running_tolls(accounts: Sequence[Account], conflict: Conflict) -> list[Toll]:
    """Divide running counts of one thing into tolls.

    Args:
        accounts: cumulative counts that agree in everything but their dates.
        conflict: a count that starts with it, or bears no start and lies in it, is of its toll.
    """
    war = between(conflict.start, conflict.end) if conflict.start else None
    of_the_war, started, open_ended, undated = _sorted_by_dates(accounts, war)
    tolls = [Toll(Span(war.first, war.first), of_the_war)] if war and of_the_war else []
    tolls += _by_start(started)
    _join_by_end(tolls, open_ended)
    _join_by_document(tolls, undated)
    return tolls


def incidents(accounts: Sequence[Account]) -> list[Toll]:
    """Divide counts of single events or days into those of one event or day.

    Args:
        accounts: incident counts that agree in everything but their dates, in as-of order.
    """
    dated = [account for account in accounts if account.covers]
    tolls = _by_days([account for account in dated if _days(account) <= LONGEST_INCIDENT_DAYS])
    long: defaultdict[Span | None, list[Account]] = defaultdict(list)
    for account in dated:
        if _days(account) > LONGEST_INCIDENT_DAYS:
            long[account.covers].append(account)
    tolls += [Toll(days, members) for days, members in long.items()]
    _join_by_document(tolls, [account for account in accounts if not account.covers])
    return tolls


def _sorted_by_dates(
    accounts: Iterable[Account], war: Span | None
) -> tuple[list[Account], list[Account], list[Account], list[Account]]:
    """Counts of the war, then of other known starts, of a known end alone, and of neither."""
    of_the_war, started, open_ended, undated = [], [], [], []
    for account in accounts:
        claim = account.claim
        if war and _is_of_the_war(account, war):
            of_the_war.append(account)
        elif claim.from_date:
            started.append(account)
        elif claim.to_date:
            open_ended.append(account)
        else:
            undated.append(account)
    return of_the_war, started, open_ended, undated


def _is_of_the_war(account: Account, war: Span) -> bool:
    claim = account.claim
    if claim.from_date:
        start = span(claim.from_date)
        return start.first - SAME_START_DAYS <= war.first <= start.last + SAME_START_DAYS
    return not claim.to_date or span(claim.to_date).last >= war.first


def _by_start(accounts: Iterable[Account]) -> list[Toll]:
    """Tolls by their start: precise starts first, so that a month joins the one toll that fits it."""
    tolls: list[Toll] = []
    for account in sorted(accounts, key=_start_order):
        start = _start(account)
        fitting = [toll for toll in tolls if toll.start and _same_start(toll.start, start)]
        if len(fitting) == 1:
            fitting[0].members.append(account)
        else:
            same = [toll for toll in fitting if toll.start == start]
            (same[0] if same else _added(tolls, Toll(start))).members.append(account)
    return tolls


def _same_start(toll: Span, start: Span) -> bool:
    if start.days > 31 or toll.days > 31:
        return toll == start
    if start.days == toll.days == 1:
        return abs(toll.first - start.first) <= SAME_START_DAYS
    return toll.overlaps(start)


def _join_by_end(tolls: list[Toll], accounts: Sequence[Account]) -> None:
    """Put counts of a known end into the one toll that was running then, else into tolls of their own."""
    left: list[Account] = []
    for account, fitting in [(account, _running_at(tolls, account)) for account in accounts]:
        if len(fitting) == 1:
            fitting[0].members.append(account)
        else:
            left.append(account)
    last: Toll | None = None
    for account in sorted(left, key=lambda account: account.order):
        if last is None or _end(account) > last.until + LATE_COUNT_DAYS:
            last = _added(tolls, Toll(None))
        last.members.append(account)


def _running_at(tolls: Iterable[Toll], account: Account) -> list[Toll]:
    day = _end(account)
    return [toll for toll in tolls if toll.start and toll.start.first <= day <= toll.until + LATE_COUNT_DAYS]


def _join_by_document(tolls: list[Toll], accounts: Iterable[Account]) -> None:
    """Put undated counts into the one toll that their document speaks of, else confine them to it."""
    speaking: defaultdict[str, list[Toll]] = defaultdict(list)
    for toll in tolls:
        for document in {account.claim.document for account in toll.members}:
            speaking[document].append(toll)
    confined: dict[str, Toll] = {}
    for account in accounts:
        document = account.claim.document
        if len(speaking[document]) == 1:
            speaking[document][0].members.append(account)
        else:
            toll = confined.get(document) or _added(tolls, Toll(None, document=document))
            confined[document] = toll
            toll.members.append(account)


def _by_days(accounts: Iterable[Account]) -> list[Toll]:
    """Events by their days: a day joins no two events, and two days one event only if they overlap."""
    tolls: list[Toll] = []
    by_day: defaultdict[int, list[Toll]] = defaultdict(list)
    alike: defaultdict[Span, list[Account]] = defaultdict(list)
    for account in accounts:
        assert account.covers is not None
        alike[account.covers].append(account)
    for days in sorted(alike, key=lambda days: (days.days, days.first)):
        near = {id(toll): toll for day in range(days.first, days.last + 1) for toll in by_day[day]}
        fitting = [toll for toll in near.values() if toll.start and toll.start.overlaps(days)]
        if len(fitting) == 1:
            toll = fitting[0]
            toll.start = toll.start.common(days) if toll.start else days
        else:
            toll = _added(tolls, Toll(days))
            for day in range(days.first, days.last + 1):
                by_day[day].append(toll)
        toll.members += alike[days]
    return tolls


def _added(tolls: list[Toll], toll: Toll) -> Toll:
    tolls.append(toll)
    return toll


def _start(account: Account) -> Span:
    assert account.claim.from_date is not None
    return span(account.claim.from_date)


def _start_order(account: Account) -> tuple[int, int, tuple[int, int, str, int, int, str]]:
    start = _start(account)
    return start.days, start.first, account.order


def _end(account: Account) -> int:
    assert account.claim.to_date is not None
    return span(account.claim.to_date).last


def _days(account: Account) -> int:
    return account.covers.days if account.covers else 0
