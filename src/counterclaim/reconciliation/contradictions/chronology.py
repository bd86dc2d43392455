"""Dates that do not fit: one event on two days, and a breach before the ceasefire that it breaks.

An event that happens once, such as the capture of a place by one party, cannot lie on two days. Events
further apart than `ONE_EVENT_DAYS` are taken for two.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from counterclaim.model import Contradiction
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.ceasefires import EVENTS
from counterclaim.reconciliation.contradictions.grading import graded
from counterclaim.reconciliation.contradictions.happenings import happening, speakers
from counterclaim.reconciliation.contradictions.linking import Link
from counterclaim.reconciliation.days import Span
from counterclaim.reconciliation.wording import date_words, listed

ONE_EVENT_DAYS = 14
"""Two days further apart are of two events: places are lost and taken again."""

BEFORE_DAYS = 3
"""So long before a ceasefire a breach may be a slip; earlier ones are of another ceasefire."""

NEAR = 600
"""A breach is of the ceasefire that its own text speaks of within so many characters."""


def misdated(accounts: Sequence[Account], judge: Judge) -> list[Contradiction]:
    """Events that two sources date apart, and breaches dated before their ceasefire."""
    return [*_on_two_days(accounts, judge), *_early_breaches(accounts, judge)]


def date_links(accounts: Iterable[Account], judge: Judge) -> Iterator[Link]:
    """What links claims that may be dated apart: one event, and all that is told of ceasefires."""
    for account in accounts:
        once = _once(account, judge)
        ceasefire = account.claim.event_type in EVENTS
        keys = ((once,) if once else ()) + (("ceasefires",) if ceasefire else ())
        if keys:
            yield Link(account, keys, keys)


def _once(account: Account, judge: Judge) -> tuple[str, str, frozenset[str]] | None:
    """The event of a claim, where it happens once and is dated to the day."""
    row = judge.tables.events.get(account.claim.event_type or "")
    if row and row.once and account.place and account.actors and _is_one_day(account):
        return account.claim.event_type or "", account.place, account.actors
    return None


def _on_two_days(accounts: Sequence[Account], judge: Judge) -> Iterator[Contradiction]:
    same: defaultdict[tuple[str, str, frozenset[str]], list[Account]] = defaultdict(list)
    for account in accounts:
        if once := _once(account, judge):
            same[once].append(account)
    for members in same.values():
        for days, other_days in _apart(members):
            sides = [[one for one in members if one.covers == each] for each in (days, other_days)]
            if {one.voice for one in sides[0]} & {one.voice for one in sides[1]}:
                continue  # one source with two days speaks of two events, or of two stages of one
            yield _contradiction(sides, judge)


def _is_one_day(account: Account) -> bool:
    return account.claim.stance == "asserts" and account.covers is not None and account.covers.days == 1


def _apart(members: Iterable[Account]) -> Iterator[tuple[Span, Span]]:
    days = sorted({account.covers for account in members if account.covers})
    for place, one in enumerate(days):
        for other in days[place + 1 :]:
            if other.first - one.first <= ONE_EVENT_DAYS:
                yield one, other


def _contradiction(sides: Sequence[Sequence[Account]], judge: Judge) -> Contradiction:
    event = judge.tables.events[sides[0][0].claim.event_type or "other"]
    said = [f"{happening(side, judge)} ({speakers(side)})" for side in sides]
    grade = graded({"any event with two days": 0.5}, gravity=event.gravity)
    return Contradiction(
        kind="chronology",
        claims=tuple(account.id for side in sides for account in side),
        explanation=f"One event has two dates: {said[0]}, but {said[1]}. It may be two events.",
        weight=grade.weight,
        rule="one_event_two_days",
        grade=grade.words,
    )


def _early_breaches(accounts: Sequence[Account], judge: Judge) -> Iterator[Contradiction]:
    ceasefires = [one for one in accounts if one.claim.event_type == "ceasefire" and _is_one_day(one)]
    first_day = min((one.covers.first for one in ceasefires if one.covers), default=None)
    for breach in accounts:
        if breach.claim.event_type != "ceasefire_violation" or not _is_one_day(breach) or not breach.covers:
            continue
        if first_day is None or breach.covers.last >= first_day:
            continue  # some ceasefire was in force, or may have been
        near = [one for one in ceasefires if _is_its(one, breach)]
        if near:
            date = near[0].claim.from_date or near[0].claim.to_date
            start = f" of {date_words(date)}" if date else ""
            gravity = judge.tables.events["ceasefire_violation"].gravity
            grade = graded({"any breach before its ceasefire": 0.4}, gravity=gravity)
            yield Contradiction(
                kind="chronology",
                claims=(breach.id, *(one.id for one in near)),
                explanation=(
                    f"{listed([speakers([breach])])} spoke of {happening([breach], judge)}, before the "
                    f"ceasefire{start} that the same text speaks of ({speakers(near)})."
                ),
                weight=grade.weight,
                rule="breach_before_ceasefire",
                grade=grade.words,
            )


def _is_its(ceasefire: Account, breach: Account) -> bool:
    assert ceasefire.covers and breach.covers
    close = abs(ceasefire.claim.anchor - breach.claim.anchor) <= NEAR
    days = ceasefire.covers.first - breach.covers.last
    return close and ceasefire.claim.document == breach.claim.document and 0 < days <= BEFORE_DAYS
