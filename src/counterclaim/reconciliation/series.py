"""Counts of the same thing, as series; definitions block comparison.

A series agrees in measure, object, party, place and scope, and in its period or event. Where the dead
belong to no party, and for breaches, it agrees in the doer as well, since "civilians killed by X" are a
part of the civilians killed. A part never stands in one series with its whole, nor a day's toll with a
running one, nor those killed with casualties.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from counterclaim.model import Conflict, Scope, Series
from counterclaim.partial_date import PartialDate
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.days import Span
from counterclaim.reconciliation.names import Names
from counterclaim.reconciliation.periods import Toll, incidents, running_tolls
from counterclaim.reconciliation.tables import Tables
from counterclaim.reconciliation.words import after, before

_DIGIT = re.compile(r"\d")


class Subject(NamedTuple):
    """What a count counts, as keys, apart from when."""

    measure: str
    object: str
    party: str | None
    place: str | None
    actor: str | None
    scope: Scope


@dataclass(frozen=True, slots=True)
class Line:
    """A series with its counts, in as-of order."""

    series: Series
    accounts: tuple[Account, ...]


def lines_of(accounts: Iterable[Account], conflict: Conflict, names: Names, tables: Tables) -> list[Line]:
    """Group counts into series.

    Args:
        accounts: claims of both kinds, in as-of order; events are passed over, and so are counts whose
            measure the tables say cannot be compared.
        conflict: gives undated running tolls their period.
        names: say what the keys are called.
        tables: say which measures form series.

    Returns:
        The series, in the order of their subjects and dates.
    """
    alike: defaultdict[Subject, list[Account]] = defaultdict(list)
    for account in accounts:
        subject = subject_of(account, names, tables)
        if subject:
            alike[subject].append(account)
    found = [
        Line(_series(subject, toll, conflict, names), tuple(sorted(toll.members, key=attrgetter("order"))))
        for subject, members in alike.items()
        for toll in _tolls(subject, members, conflict)
    ]
    return sorted(found, key=lambda line: order_of(line.series))


def subject_of(account: Account, names: Names, tables: Tables) -> Subject | None:
    """What a claim counts; None for an event, and for what is compared with nothing."""
    claim = account.claim
    measure = tables.measures.get(claim.measure or "")
    if claim.kind != "count" or not measure or not measure.series or not claim.object:
        return None
    scope: Scope = claim.scope or "incident"
    doer_counts = claim.object == "incident" or (scope == "cumulative" and not account.party)
    place = None if names.is_ground_of(claim.place, claim.party) else account.place
    actor = account.actor if doer_counts else None
    return Subject(_counted_as(account, tables), claim.object, account.party, place, actor, scope)


def _counted_as(account: Account, tables: Tables) -> str:
    """The measure of a count's series: its own, but for excess mortality and deaths of want or disease."""
    measure = account.claim.measure
    assert measure is not None
    if measure != "killed" or not tables.other_deaths.search(account.claim.quote):
        return measure
    cues = tables.cues
    sorts = (("excess_deaths", cues.excess_deaths), ("indirect_deaths", cues.indirect_deaths))
    return next((sort for sort, phrases in sorts if _stands_by_number(account, phrases)), measure)


def _stands_by_number(account: Account, phrases: tuple[str, ...]) -> bool:
    """Whether one of the phrases tells what a count's number is of.

    Words before it that another number stands before belong to that one.
    """
    ahead, behind = before(account).casefold(), _DIGIT.split(after(account).casefold())[0]
    return any(phrase in behind or (phrase in ahead and not _DIGIT.search(ahead)) for phrase in phrases)


def _tolls(subject: Subject, members: Sequence[Account], conflict: Conflict) -> list[Toll]:
    return running_tolls(members, conflict) if subject.scope == "cumulative" else incidents(members)


def _series(subject: Subject, toll: Toll, conflict: Conflict, names: Names) -> Series:
    start, end = _dates(subject, toll, conflict)
    places = Counter([account.claim.place for account in toll.members if account.claim.place])
    written = min(places, key=lambda place: (-places[place], place), default=None)
    return Series(
        measure=subject.measure,
        object=subject.object,
        party=names.called(subject.party) if subject.party else None,
        place=written if subject.place else None,
        scope=subject.scope,
        from_date=start,
        to_date=end,
        actor=names.called(subject.actor) if subject.actor else None,
        document=toll.document,
    )


def _dates(subject: Subject, toll: Toll, conflict: Conflict) -> tuple[PartialDate | None, PartialDate | None]:
    """A running toll's start and latest as-of date; an event's days."""
    claims = [account.claim for account in toll.members]
    if subject.scope == "incident":
        dated = [account.claim for account in toll.members if account.covers == toll.start] or claims
        return _finest(claim.from_date or claim.to_date for claim in dated), _finest(
            claim.to_date or claim.from_date for claim in dated
        )
    start = _finest(claim.from_date for claim in claims)
    latest = _latest(claim.to_date for claim in claims)
    of_the_war = toll.start and conflict.start and toll.start == Span(*[conflict.start.first.toordinal()] * 2)
    return (conflict.start if of_the_war else start), latest or (conflict.end if of_the_war else None)


def _finest(dates: Iterable[PartialDate | None]) -> PartialDate | None:
    """The most precise of the dates, and the earliest of those."""
    return min({date for date in dates if date}, key=lambda date: (-len(date), date), default=None)


def _latest(dates: Iterable[PartialDate | None]) -> PartialDate | None:
    return max({date for date in dates if date}, key=lambda date: (date.last, len(date)), default=None)


def order_of(series: Series) -> tuple[str, ...]:
    """The order of series: by what they count, then by when."""
    values = (
        series.object, series.measure, series.party, series.place, series.actor, series.scope,
        series.from_date, series.to_date, series.document,
    )  # fmt: skip
    return tuple(value or "" for value in values)
