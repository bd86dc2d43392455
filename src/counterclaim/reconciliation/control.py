"""Who held which place from when, as the claims have it.

A claim that a place was captured says that its captor holds it from then on; one of a withdrawal, that a
party no longer does. Claims that say the same of a place around the same days are put together. Nothing is
decided between those that differ: they stand side by side, each with who says it, and each names the others
that it cannot be squared with.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from counterclaim.model import Entity, Holding, Registers
from counterclaim.partial_date import PartialDate
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.contradictions.happenings import speakers
from counterclaim.reconciliation.contradictions.linking import Link
from counterclaim.reconciliation.days import Span
from counterclaim.reconciliation.names import list_members
from counterclaim.reconciliation.wording import date_words, listed

SAME_DAYS = 7
"""Claims of one capture or withdrawal whose dates lie no further apart, in days, speak of the same one."""

_SENSES: Mapping[tuple[str, bool], str] = {
    ("capture", True): "took",
    ("capture", False): "did_not_take",
    ("withdrawal", True): "left",
    ("withdrawal", False): "did_not_leave",
}
"""The type of an event, and whether it is asserted, to what that says of who holds the place."""

_DENIED = {"took": "did_not_take", "left": "did_not_leave"}
_TOO_WIDE = frozenset({"country", "continent", "water"})
"""Kinds of places that nobody captures whole in one event: the place is only where it happened."""

_WORDS: Mapping[str, tuple[str, str]] = {
    "took": ("{holder} took {place}", "{place} was taken, by whom the words do not say,"),
    "left": ("{holder} left {place}", "{place} was left, by whom the words do not say,"),
    "did_not_take": ("{holder} did not take {place}", "{place} was not taken"),
    "did_not_leave": ("{holder} did not leave {place}", "{place} was not left"),
}
"""Each sense in words, with the holders and without."""


@dataclass(slots=True)
class _Told:
    """What several claims say alike of one place.

    Attributes:
        holders: keys of the parties that it is about, none where the words do not say.
    """

    sense: str
    holders: frozenset[str]
    accounts: list[Account] = field(default_factory=list)

    @property
    def days(self) -> Span | None:
        """The days between which it is dated."""
        spans = [account.covers for account in self.accounts if account.covers]
        if not spans:
            return None
        return Span(min(span.first for span in spans), max(span.last for span in spans))


def holdings(accounts: Iterable[Account], registers: Registers, judge: Judge) -> tuple[Holding, ...]:
    """Who held which place from when, and who says so; place by place, each in the order of its days.

    Args:
        accounts: claims of any kind, in as-of order.
        registers: which place each name stands for. Names that no register knows are left out.
        judge: says who is who.
    """
    places = {entity.id: entity for entity in registers.entities if entity.kind == "place"}
    by_place: defaultdict[str, list[_Told]] = defaultdict(list)
    for account in accounts:
        sense = _sense(account)
        if sense is None or (sense in ("left", "did_not_leave") and not _is_a_party(account, judge)):
            continue
        for place in _places_of(account, registers, places):
            _add(by_place[place], account, sense, _holders(account, judge))
    ordered = sorted(by_place, key=lambda place: (places[place].name.casefold(), place))
    return tuple(
        holding for place in ordered for holding in _record_of(places[place], by_place[place], judge)
    )


def holding_links(accounts: Iterable[Account], registers: Registers) -> Iterator[Link]:
    """What links claims of who holds a place: the places."""
    for account in accounts:
        if _sense(account) is not None and (keys := tuple(_named_by(account, registers))):
            yield Link(account, keys, keys)


def _sense(account: Account) -> str | None:
    return _SENSES.get((account.claim.event_type or "", account.claim.stance == "asserts"))


def _named_by(account: Account, registers: Registers) -> list[str | None]:
    """The registers' place that a claim names, or each of several that it lists; None where they lack it."""
    name = account.claim.place
    members = list_members(name) if name else []
    listed_ones = [registers.entity_id("place", member) for member in members]
    several = len(members) > 1 and all(listed_ones)
    return listed_ones if several else [registers.entity_id("place", name)]


def _places_of(account: Account, registers: Registers, places: Mapping[str, Entity]) -> Iterator[str]:
    """The places that a claim names, as far as they are known and can be held."""
    for key in _named_by(account, registers):
        place = places.get(key or "")
        if place and not (place.location and place.location.kind in _TOO_WIDE):
            yield place.id


def _is_a_party(account: Account, judge: Judge) -> bool:
    """Whether who withdrew can hold a place: an aid group that pulls out never did."""
    actor = account.claim.actor
    return actor is not None and judge.names.is_known_party(_side_of(actor, judge))


def _side_of(actor: str, judge: Judge) -> str:
    """The party that an actor speaks for, as its president or army does, or else the actor itself."""
    return judge.names.speaks_for(actor) or actor


def _holders(account: Account, judge: Judge) -> frozenset[str]:
    actor = account.claim.actor
    return judge.names.members(_side_of(actor, judge)) if actor else frozenset()


def _add(told: list[_Told], account: Account, sense: str, holders: frozenset[str]) -> None:
    """Put a claim to those that say the same around the same days, unless another took the place between."""
    for other in reversed(told):
        alike = (other.sense, other.holders) == (sense, holders) and _near(other.days, account.covers)
        if alike and not any(_lies_between(each, other, account) for each in told):
            other.accounts.append(account)
            return
    told.append(_Told(sense, holders, [account]))


def _near(one: Span | None, other: Span | None) -> bool:
    if one is None or other is None:
        return one is other
    return one.first - other.last <= SAME_DAYS and other.first - one.last <= SAME_DAYS


def _lies_between(each: _Told, other: _Told, account: Account) -> bool:
    """Whether somebody else is said to have taken the place after the one and before the other."""
    between, before, after = each.days, other.days, account.covers
    if each.sense != "took" or each.holders == other.holders or not (between and before and after):
        return False
    return before.last < between.first and between.last < after.first


# ---------------------------------------------------------------- the record of one place


def _record_of(place: Entity, told: Sequence[_Told], judge: Judge) -> Iterator[Holding]:
    ordered = sorted(told, key=lambda each: (each.days is None, each.days or Span(0, 0), each.sense))
    made = [_holding(place, each, judge) for each in ordered]
    for each, holding in zip(ordered, made, strict=True):
        ended = next((made[at].id for at, later in enumerate(ordered) if _ends(later, each)), None)
        disputed = (made[at].id for at, other in enumerate(ordered) if _disputes(other, each, judge))
        yield replace(holding, ended_by=ended, disputed_by=tuple(disputed))


def _ends(later: _Told, one: _Told) -> bool:
    """Whether a later claim has it that another took the place, or that its holder left."""
    if one.sense != "took" or one.days is None or later.days is None or later.days.first <= one.days.last:
        return False
    return (later.sense == "took" and later.holders != one.holders) or (
        later.sense == "left" and later.holders == one.holders
    )


def _disputes(other: _Told, one: _Told, judge: Judge) -> bool:
    """Whether two of them cannot both hold: a denial, or two holders from the same days on."""
    if other is one:
        return False
    if _DENIED.get(one.sense) == other.sense or _DENIED.get(other.sense) == one.sense:
        alike = other.holders == one.holders or not other.holders or not one.holders
        return alike and (_near(one.days, other.days) or None in (one.days, other.days))
    if one.sense == other.sense == "took" and one.holders and other.holders:
        overlap = one.days and other.days and one.days.overlaps(other.days)
        allied = any(
            mine == yours or judge.sides.allied(mine, yours)
            for mine in one.holders
            for yours in other.holders
        )
        return bool(overlap) and not allied
    return False


def _holding(place: Entity, told: _Told, judge: Judge) -> Holding:
    names = tuple(sorted(judge.names.called(key) for key in told.holders))
    days = told.days
    first = PartialDate.of(date.fromordinal(days.first)) if days else None
    last = PartialDate.of(date.fromordinal(days.last)) if days else None
    return Holding(
        place=place.id,
        sense=told.sense,  # type: ignore[arg-type]
        holders=names,
        from_date=first,
        to_date=last,
        claims=tuple(account.id for account in told.accounts),
        sentence=_sentence(place, told, names),
    )


def _sentence(place: Entity, told: _Told, names: Sequence[str]) -> str:
    """In words: "Azerbaijan took Shusha on 8 November 2020, according to A and B."."""
    named, unnamed = _WORDS[told.sense]
    what = (named if names else unnamed).format(holder=listed([*names]) if names else "", place=place.name)
    return f"{what}{_when(told)}, according to {speakers(told.accounts)}."


def _when(told: _Told) -> str:
    """The dates as the claims give them: a month stays a month."""
    dates = [
        one
        for account in told.accounts
        for one in (account.claim.from_date, account.claim.to_date)
        if one is not None
    ]
    if not dates:
        return ""
    first, last = min(dates, key=lambda day: day.first), max(dates, key=lambda day: day.last)
    if first == last:
        return f" {'on' if len(first) == 10 else 'in'} {date_words(first)}"
    return f" between {date_words(first)} and {date_words(last)}"
