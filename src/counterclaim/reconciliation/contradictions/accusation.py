"""Two sides that lay the same kind of act, in the same place on the same day, at each other's door."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from counterclaim.model import Contradiction
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.contradictions.grading import graded
from counterclaim.reconciliation.contradictions.happenings import speakers
from counterclaim.reconciliation.contradictions.linking import Link
from counterclaim.reconciliation.days import Span
from counterclaim.reconciliation.wording import at_place, date_words, listed, opening

MOST_DAYS = 3
"""Accusations over more days are of no one event."""


def accusation_links(accounts: Iterable[Account], judge: Judge) -> Iterator[Link]:
    """What links accusations: their matter."""
    for account in accounts:
        if matters := tuple(_matters(account, judge)):
            yield Link(account, matters, matters)


class _Matter(NamedTuple):
    """What the two sides accuse each other of: the pair, the act, where and when."""

    sides: tuple[str, str]
    event_type: str
    place: str | None
    days: Span


def mutual_accusations(accounts: Sequence[Account], judge: Judge) -> list[Contradiction]:
    """Acts that each of two sides says the other committed, each matter once."""
    matters: defaultdict[_Matter, list[Account]] = defaultdict(list)
    for account in accounts:
        for matter in _matters(account, judge):
            matters[matter].append(account)
    return [
        _contradiction(matter, members, judge)
        for matter, members in sorted(matters.items(), key=lambda item: str(item[0]))
        if _both_accuse(matter, members)
    ]


def _matters(account: Account, judge: Judge) -> Iterable[_Matter]:
    claim = account.claim
    days = account.covers
    if claim.event_type is None or claim.stance != "asserts" or not days or days.days > MOST_DAYS:
        return
    act, accused = _act(account, judge)
    for speaker in account.speaker if act else ():
        for actor in accused - account.speaker:
            first, second = sorted((speaker, actor))
            yield _Matter((first, second), act, account.place, days)


def _act(account: Account, judge: Judge) -> tuple[str, frozenset[str]]:
    """What somebody is accused of, and who; "" where it is no hostile act.

    To accuse a side of aggression or provocation is to accuse it of fighting.
    """
    claim = account.claim
    event = judge.tables.events.get(claim.event_type or "")
    if event and event.hostile:
        return claim.event_type or "", account.actors
    if claim.event_type == "accusation" and judge.tables.of_fighting.search(claim.quote):
        return "clash", account.subject
    return "", frozenset()


def _both_accuse(matter: _Matter, members: Iterable[Account]) -> bool:
    return {side for account in members for side in account.speaker if side in matter.sides} == set(
        matter.sides
    )


def _contradiction(matter: _Matter, members: Sequence[Account], judge: Judge) -> Contradiction:
    event = judge.tables.events[matter.event_type]
    sides = [[account for account in members if side in account.speaker] for side in matter.sides]
    where = f" {at_place(members[0].claim.place)}" if matter.place and members[0].claim.place else ""
    date = members[0].claim.from_date or members[0].claim.to_date
    when = f" on {date_words(date)}" if date else ""
    names = listed([speakers(side) for side in sides])
    terms = {"any mutual accusation": 0.4, "one place": 0.1 if matter.place else 0.0}
    grade = graded(terms, gravity=event.gravity)
    return Contradiction(
        kind="mutual_accusation",
        claims=tuple(dict.fromkeys(account.id for side in sides for account in side)),
        explanation=(
            f"{opening(names)} accuse each other's side of {event.noun}{where}{when}. "
            "Both can be true; neither account names its own side."
        ),
        weight=grade.weight,
        rule="each_accuses_other",
        grade=grade.words,
    )
