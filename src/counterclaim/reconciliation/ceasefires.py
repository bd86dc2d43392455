"""Ceasefires put together from claims: when agreed, when in effect, and what is said to have become of them.

A ceasefire begins on a day that claims of it give; claims whose days lie next to each other, and whose
parties and places do not differ, are of the same one. What is said of violations belongs to the ceasefire
that began last before them, between the same parties. Nothing here decides who broke it: every word stays
with its source, and the outcome is only the furthest stage that somebody asserts.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import get_args

from counterclaim.extraction.events.ceasefires import CeasefireWords, ceasefire_words
from counterclaim.model import Ceasefire, CeasefireStage, CeasefireWord
from counterclaim.partial_date import PartialDate
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.days import Span
from counterclaim.reconciliation.names import Names

EVENTS = ("ceasefire", "ceasefire_violation")
"""The types of the events that tell of ceasefires."""

NEXT_TO = 1
"""Days that may lie between the beginnings that claims give for one: agreed at night, kept from noon."""

ONE_BEGINNING = 3
"""Days that a claim's date may span to tell when a ceasefire began."""

_STAGES: tuple[CeasefireStage, ...] = get_args(CeasefireStage)
_BEGINNINGS = ("agreed", "in_effect")
_BEGUN = frozenset(_BEGINNINGS)


@dataclass(slots=True)
class _Truce:
    """A ceasefire while it is put together; `last` is the latest day that a claim gives for its beginning."""

    first: int
    last: int
    parties: frozenset[str]
    place: str | None
    told: list[tuple[Account, CeasefireWords]] = field(default_factory=list)

    def fits(self, account: Account, parties: frozenset[str]) -> bool:
        """Whether a claim with these parties may be of this ceasefire."""
        if self.parties and parties and not self.parties & parties:
            return False
        return None in (self.place, account.place) or self.place == account.place

    def add(self, account: Account, words: CeasefireWords, parties: frozenset[str]) -> None:
        """Add a claim of its beginning."""
        self.parties |= parties
        self.place = self.place or account.place
        self.told.append((account, words))


def ceasefires_of(accounts: Sequence[Account], names: Names) -> tuple[Ceasefire, ...]:
    """The ceasefires that claims tell of, in the order of their beginnings.

    Args:
        accounts: claims made ready; those of other events are passed over.
        names: gives the keys of parties, and what they are called.
    """
    telling = [
        (account, ceasefire_words(account.claim.quote))
        for account in accounts
        if account.claim.event_type in EVENTS
    ]
    # 1. Claims that give a day on which a ceasefire began.
    truces: list[_Truce] = []
    rest = []
    for account, words in telling:
        if account.covers and _has_its_day(account, account.covers) and not _tells_the_end(words):
            _join(truces, account, words, account.covers, names)
        else:
            rest.append((account, words))
    # 2. What is said of violations, of what became of one, and of ceasefires at large.
    for account, words in rest:
        spoken_of = _spoken_of(truces, account, names)
        if not spoken_of and account.covers and _has_its_day(account, account.covers):
            _join(truces, account, words, account.covers, names)  # nothing else tells of its beginning
        for truce in spoken_of:
            truce.told.append((account, words))
    return tuple(_finished(truce, names) for truce in truces)


def _has_its_day(account: Account, days: Span) -> bool:
    """Whether a claim of a ceasefire has a date close enough to be the day on which one began."""
    claim = account.claim
    return claim.event_type == "ceasefire" and claim.stance == "asserts" and days.days <= ONE_BEGINNING


def _tells_the_end(words: CeasefireWords) -> bool:
    """Whether words only tell what became of a ceasefire: "the truce fails on its first morning"."""
    return bool(words.stages) and _BEGUN.isdisjoint(dict(words.stages))


def _parties(account: Account, words: CeasefireWords, names: Names) -> frozenset[str]:
    """Who keeps a ceasefire: the actors, unless they brought it about."""
    actors = names.each(account.claim.actor) | names.each(account.claim.target)
    return frozenset() if words.brokered and len(actors) < 2 else actors


def _brokers(account: Account, words: CeasefireWords, names: Names) -> tuple[str, ...]:
    """Who brought it about: those whom the words name, else the actor where it is one."""
    actor = account.claim.actor
    if words.brokered and not words.brokers and actor and len(names.each(actor)) == 1:
        return (actor,)
    return words.brokers


def _join(truces: list[_Truce], account: Account, words: CeasefireWords, days: Span, names: Names) -> None:
    """Add a claim to the ceasefire that began when it says, or make it a new one; claims come in order."""
    parties = _parties(account, words, names)
    for truce in reversed(truces):
        if days.first <= truce.last + NEXT_TO and truce.fits(account, parties):
            truce.last = max(truce.last, days.last)
            truce.add(account, words, parties)
            return
    made = _Truce(days.first, days.last, parties, account.place)
    made.add(account, words, parties)
    truces.append(made)
    truces.sort(key=lambda truce: truce.first)


def _spoken_of(truces: Sequence[_Truce], account: Account, names: Names) -> Sequence[_Truce]:
    """The ceasefires that a claim which gives none's beginning speaks of."""
    days = account.covers
    if days is None:
        return ()
    actors = names.each(account.claim.actor) | names.each(account.claim.target)
    fitting = [truce for truce in truces if truce.fits(account, actors)]
    if account.claim.event_type == "ceasefire":
        within = [truce for truce in fitting if days.first <= truce.last and truce.first <= days.last]
        # A bare month or year speaks of one of several, nobody knows which; a range from day to day of all.
        if within or not _has_its_day(account, days):
            return within if len(within) < 2 or account.claim.from_date != account.claim.to_date else ()
    begun = [truce for truce in fitting if truce.first <= days.last]
    if len(begun) == 1 or (begun and days.first >= begun[-1].first - NEXT_TO):
        return begun[-1:]
    return ()


def _finished(truce: _Truce, names: Names) -> Ceasefire:
    words = sorted(_words(truce), key=lambda word: (word.date or "~", _rank(word.stage), word.claim))
    told = {word.stage for word in words if word.stage and not word.denied}
    after = [stage for stage in _STAGES if stage in told and stage not in _BEGINNINGS]
    brokers = {names.party(name) for account, said in truce.told for name in _brokers(account, said, names)}
    agreed = _day_of(truce, "agreed")
    return Ceasefire(
        parties=tuple(sorted(names.called(key) for key in truce.parties)),
        brokers=tuple(sorted(names.called(key) for key in brokers if key)),
        agreed=agreed,
        effective=_day_of(truce, "in_effect") or (None if agreed else _day_of(truce)),
        hour=max((said.hour for _, said in _beginning(truce) if said.hour), key=len, default=None),
        hours=next((said.hours for _, said in _beginning(truce) if said.hours), None),
        outcome=after[-1] if after else None,
        words=tuple(words),
    )


def _beginning(truce: _Truce) -> Iterator[tuple[Account, CeasefireWords]]:
    return ((account, said) for account, said in truce.told if account.claim.event_type == "ceasefire")


def _rank(stage: CeasefireStage | None) -> int:
    return _STAGES.index(stage) if stage else -1


def _day_of(truce: _Truce, stage: CeasefireStage | None = None) -> PartialDate | None:
    """The day that most claims of its beginning, or of a stage of it, give; the closest dates count first."""
    days = Counter(
        (account.covers.days, account.claim.from_date or account.claim.to_date or "")
        for account, said in _beginning(truce)
        if account.covers and account.covers.days <= ONE_BEGINNING
        if stage is None or stage in dict(said.stages).keys() - said.only_named
    )
    if not days:
        return None
    (_, day), _ = min(days.items(), key=lambda item: (item[0][0], -item[1], item[0][1]))
    return PartialDate(day)


def _words(truce: _Truce) -> Iterator[CeasefireWord]:
    """What each claim says: its stages, or that it names the ceasefire."""
    for account, said in truce.told:
        claim = account.claim
        is_day = account.covers is not None and account.covers.days <= ONE_BEGINNING
        date = (claim.from_date or claim.to_date) if is_day else None
        denied = claim.stance == "denies"
        if claim.event_type == "ceasefire_violation":
            yield from _of_violation(account.id, dict(said.stages), denied, date)
            continue
        for stage, words in said.stages or ((None, ""),):
            # The date of such a claim is the ceasefire's beginning, not that of what became of it.
            is_its_own = stage is None or (stage in _BEGUN and stage not in said.only_named)
            when = date if is_its_own else None
            yield CeasefireWord(account.id, stage, denied, when, words)


def _of_violation(
    claim: str, stages: dict[CeasefireStage, str], denied: bool, date: PartialDate | None
) -> Iterator[CeasefireWord]:
    """A violation by the claim's type, and the end of the ceasefire where the words say so."""
    if "held" in stages and "violated" not in stages:
        yield CeasefireWord(claim, "held", denied, date, stages["held"])
    elif "violated" in stages or "collapsed" not in stages:
        yield CeasefireWord(claim, "violated", denied, date, stages.get("violated", ""))
    if "collapsed" in stages:
        yield CeasefireWord(claim, "collapsed", denied, date, stages["collapsed"])
