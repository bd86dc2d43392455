"""Claims made ready to be grouped as reports of incidents: what sort of event, where, when, which figures."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from counterclaim.extraction.later_deaths import deaths_told
from counterclaim.extraction.subject import ATTACKS
from counterclaim.extraction.tokens import tokenise
from counterclaim.lexicon import polities_by_name
from counterclaim.model import Claim, Entity
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.days import Span
from counterclaim.reconciliation.incidents.policy import Policy
from counterclaim.reconciliation.names import Names
from counterclaim.reconciliation.numbers import is_vague, widened
from counterclaim.reconciliation.tables import Tables

LONGEST_DAYS = 3
"""What is said to have lasted longer is many events, or its day is not known."""

PRECISE_PLACE = 2
"""The coarsest `where_prec` of a place that two events seldom share on one day."""

TELLING_NUMBER = 3
"""Smaller figures are given of too many events."""

LONGEST_WORDS = 3
"""By how many of its words, the longest, a quote is looked up that lacks the day or the place."""

_WORD = re.compile(r"\w+")

DISTRICT, PROVINCE, COUNTRY = 3, 4, 6
"""Codes of `where_prec` for areas that other places lie in."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something happened.

    Attributes:
        key: the place's key, the same however it is written.
        precision: 1 to 7 as `where_prec`; 1 where no gazetteer was asked and the place is no country.
        areas: the areas that it lies in, the smallest first: country, province, district, as far as known.
        area: what it is itself, in the same form, None for a point.
    """

    key: str
    precision: int
    latitude: float | None = None
    longitude: float | None = None
    areas: tuple[tuple[str, ...], ...] = ()
    area: tuple[str, ...] | None = None

    @property
    def precise(self) -> bool:
        """Whether two events on one day are seldom both there."""
        return self.precision <= PRECISE_PLACE


class Number(NamedTuple):
    """What a count counts, of whom, and how many.

    Attributes:
        kind: whether people, materiel, or something else, the first part of the object.
        least, most: what its words allow, as `numbers.widened` gives it.
    """

    measure: str
    object: str
    kind: str
    party: str | None
    value: int
    least: int
    most: int | None

    @property
    def tells(self) -> bool:
        """Whether two counts of so many are seldom of two events."""
        return self.value >= TELLING_NUMBER


@dataclass(slots=True, eq=False)  # not frozen, for the reason that accounts are not
class Sighting:
    """A claim with what it is grouped by. Nobody changes it.

    Attributes:
        family: the name of the family of its type.
        event_type: None for a count of harm.
        carried: whether the place stands in other words of the text, and not in those of the claim.
        days: the days of what happened, where they are few; None where they are many or unknown.
        when: the days however many, None where unknown.
        number: None for events and vague words.
        rank: the order of founding: what says most of where and when first, events before counts.
        model: a sighting that says the same of what happened, where, when, by whom and to whom; of one
            incident are many such, which are alike in all but their numbers and words.
    """

    account: Account
    family: str
    event_type: str | None
    spot: Spot | None
    carried: bool
    days: Span | None
    when: Span | None
    number: Number | None
    rank: tuple[object, ...]
    model: "Sighting" = field(init=False)

    @property
    def lacking(self) -> bool:
        """Whether it says too little of where or when to be found by these."""
        return self.spot is None or self.days is None


class Sightings:
    """Makes sightings of accounts, and looks each place up once."""

    def __init__(self, names: Names, tables: Tables, policy: Policy) -> None:
        self._names = names
        self._tables = tables
        self._families = {kind: name for name, family in policy.family.items() for kind in family.types}
        self._harm = next(name for name, family in policy.family.items() if family.harm)
        self._spots: dict[tuple[str, int | None], Spot] = {}
        self._models: dict[tuple[object, ...], Sighting] = {}

    def of(self, accounts: Iterable[Account]) -> Iterator[Sighting]:
        """The sightings among accounts; what is no event and no harm of one event is passed over."""
        for account in accounts:
            family = self._family(account)
            if family is not None:
                sighting = self._sighting(account, family)
                sighting.model = self._models.setdefault(_circumstances(sighting), sighting)
                yield sighting

    def _family(self, account: Account) -> str | None:
        claim = account.claim
        if claim.kind == "event":
            return self._families.get(claim.event_type or "")
        measure = self._tables.measures.get(claim.measure or "")
        incident = claim.scope == "incident" and measure is not None and measure.harm
        incident = incident and not _died_later(claim)
        return self._harm if incident and not (claim.object or "").startswith("settlement") else None

    def _sighting(self, account: Account, family: str) -> Sighting:
        covers, spot = account.covers, self._spot(account)
        days = covers if covers and covers.days <= LONGEST_DAYS else None
        event_type = account.claim.event_type
        carried = spot is not None and _carried(account.claim)
        rank = (
            days is None or days.days > 1,
            spot is None or not spot.precise,
            carried,
            event_type is None,
            account.order,
        )
        return Sighting(account, family, event_type, spot, carried, days, covers, _number(account), rank)

    def _spot(self, account: Account) -> Spot | None:
        place = account.claim.place
        if place is None or account.place is None:
            return None
        entity = self._names.place_entity(place)
        precision = self._names.where_prec(account.claim)
        if (place, precision) not in self._spots:
            spot = _spot(account.place, entity, place)
            self._spots[place, precision] = replace(spot, precision=precision) if precision else spot
        return self._spots[place, precision]


def _circumstances(one: Sighting) -> tuple[object, ...]:
    """All that a sighting says but for its number and words; a place and its precision have one spot."""
    account = one.account
    return one.event_type, one.family, id(one.spot), one.carried, one.when, account.actors, account.subject


def longest_words(quote: str) -> tuple[str, ...]:
    """The longest words of a quote, which a copy of it has too unless they were changed."""
    words = sorted(set(_WORD.findall(quote.casefold())))
    return tuple(sorted(words, key=len, reverse=True)[:LONGEST_WORDS])


def _spot(key: str, entity: Entity | None, written: str) -> Spot:
    location = entity.location if entity else None
    if location is None or location.precision is None:
        return Spot(key, COUNTRY if written in polities_by_name() else 1)
    assert entity is not None
    levels = (location.country, location.region, location.district)
    known = tuple(name for name in levels if name)
    areas = tuple(known[:end] for end in range(len(known), 0, -1))
    own = {DISTRICT: 3, PROVINCE: 2, COUNTRY: 1}.get(location.precision)
    area = areas[0] if own and areas and len(areas[0]) <= own else None
    return Spot(key, location.precision, entity.latitude, entity.longitude, areas, area)


def _carried(claim: Claim) -> bool:
    """Whether a place stands in other words, and the claim's own do not name the attack by its day either."""
    elsewhere = any(
        reason.field == "place" and (reason.start is None or not claim.start <= reason.start < claim.end)
        for reason in claim.reasons
    )
    return elsewhere and not _names_attack(claim)


def _died_later(claim: Claim) -> bool:
    """Whether it counts who died of an earlier attack, so that nothing happened on the day of the death."""
    words = claim.quote.casefold()
    return "died" in words and bool(deaths_told(tokenise(claim.quote)))


def _names_attack(claim: Claim) -> bool:
    """Whether a claim says which attack it is of by its day: "35 injured in the attack of 11 October"."""
    days = (r.start for r in claim.reasons if r.field == "from_date" and r.start is not None)
    start = next(days, claim.start)
    before = claim.quote[: max(start - claim.start, 0)].casefold().split()[-_NAMED_BY_DAY:]
    return before[-1:] == ["of"] and not ATTACKS.isdisjoint(before[-2:-1]) and "the" in before


_NAMED_BY_DAY = 4  # words: "the missile strike of"


def _number(account: Account) -> Number | None:
    claim = account.claim
    number = claim.headline
    if claim.kind != "count" or is_vague(claim) or number is None:
        return None
    counted = claim.object or ""
    kind = counted.partition(".")[0]
    return Number(claim.measure or "", counted, kind, account.party, number, *widened(claim))
