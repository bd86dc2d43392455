"""A group of claims as an incident: what most of them say, the dead, and where they differ."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal, get_args

from counterclaim.model import Dispute, Incident, Report
from counterclaim.partial_date import PartialDate
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.incidents.deaths import deaths_of
from counterclaim.reconciliation.incidents.grouping import Group
from counterclaim.reconciliation.incidents.policy import Policy
from counterclaim.reconciliation.incidents.sightings import Sighting
from counterclaim.reconciliation.numbers import claimed
from counterclaim.reconciliation.parts import counts_a_part
from counterclaim.reconciliation.tables import load_tables
from counterclaim.reconciliation.wording import counted_alone, date_words
from counterclaim.reconciliation.words import are_alike

About = Literal["type", "date", "place", "actor", "target", "deaths", "denial"]


def described(group: Group, policy: Policy, judge: Judge) -> Incident:
    """The incident that a group of sightings is."""
    members = group.members
    accounts = [sighting.account for sighting in members]
    asserting = [one for one in members if one.account.claim.stance == "asserts"] or members
    first, last = _days(asserting)
    placed = _placed(asserting)
    spot = placed.spot if placed else None
    origins = _origins(members)
    return Incident(
        event_type=_type(members, policy),
        from_date=first,
        to_date=last,
        place=_place_words(asserting, placed),
        precision=spot.precision if spot and spot.latitude is not None else None,
        latitude=spot.latitude if spot else None,
        longitude=spot.longitude if spot else None,
        actors=_names(account.claim.actor for account in accounts if account.claim.stance == "asserts"),
        targets=_names(account.claim.target or account.claim.party for account in accounts),
        reports=tuple(_with_origin(report, origins.get(report.claim)) for report in group.reports),
        deaths=deaths_of(accounts, judge) if any(one.claim.measure == "killed" for one in accounts) else (),
        disputes=_disputes(members, policy) if len(members) > 1 else (),
        rule=policy.name,
    )


def _with_origin(one: Report, origin: str | None) -> Report:
    """The report as one that repeats another; `replace` would take twice the time, of every report."""
    return Report(one.claim, one.joined, one.points, one.reason, origin, one.decision)


# ---------------------------------------------------------------- what most say


def _type(members: Sequence[Sighting], policy: Policy) -> str | None:
    """The type given most often; one that says little only where there is no other."""
    types = Counter(one.event_type for one in members if one.event_type)
    general = policy.family[members[0].family].general
    return min(types, key=lambda name: (name in general, -types[name], name), default=None)


def _days(members: Sequence[Sighting]) -> tuple[PartialDate | None, PartialDate | None]:
    """The days that most reports give, of the most precise ones; of equals the earliest."""
    given = Counter(
        (claim.from_date or claim.to_date, claim.to_date or claim.from_date)
        for claim in (one.account.claim for one in members)
        if claim.from_date or claim.to_date
    )
    if not given:
        return None, None
    return min(given, key=lambda dates: (-len(dates[0] or ""), -given[dates], dates[0] or "", dates[1] or ""))


def _placed(members: Sequence[Sighting]) -> Sighting | None:
    """A report that gives the most precise place, of equals the one that most give."""
    given = Counter(one.spot.key for one in members if one.spot)
    first: dict[int, Sighting] = {}
    for one in members:
        if one.spot:
            first.setdefault(id(one.spot), one)
    return min(
        first.values(),
        key=lambda one: (one.spot.precision, -given[one.spot.key], one.spot.key) if one.spot else (),
        default=None,
    )


def _place_words(members: Sequence[Sighting], placed: Sighting | None) -> str | None:
    if placed is None or placed.spot is None:
        return None
    key = placed.spot.key
    written = Counter(one.account.claim.place or "" for one in members if one.spot and one.spot.key == key)
    return min(written, key=lambda name: (-written[name], name))


def _names(given: Iterable[str | None]) -> tuple[str, ...]:
    names = Counter(name for name in given if name)
    return tuple(sorted(names, key=lambda name: (-names[name], name)))


# ---------------------------------------------------------------- which repeat another


def _origins(members: Sequence[Sighting]) -> dict[str, str]:
    """Each report that repeats another: of the same source or side, or in nearly the same words.

    A source that tells of an event and counts its dead is one origin; so are a party's officials.
    """
    found: dict[str, str] = {}
    first: dict[object, str] = {}
    own_words: list[Sighting] = []
    for one in sorted(members, key=lambda one: (not one.account.named, one.account.order)):
        keys = (one.account.voice, one.account.speaker or one.account.voice)
        origin = next((first[key] for key in keys if key in first), None) or _copied(one, own_words)
        if origin is None:
            own_words.append(one)
        else:
            found[one.account.id] = origin
        for key in keys:
            first.setdefault(key, origin or one.account.id)
    return found


def _copied(one: Sighting, others: Iterable[Sighting]) -> str | None:
    return next((other.account.id for other in others if are_alike(one.account, other.account)), None)


# ---------------------------------------------------------------- where they differ


def _disputes(members: Sequence[Sighting], policy: Policy) -> tuple[Dispute, ...]:
    telling = [one for one in members if one.event_type not in policy.family[one.family].general]
    disputes = (_dispute(about, telling if about == "type" else members) for about in get_args(About))
    return tuple(dispute for dispute in disputes if dispute)


def _dispute(about: About, members: Sequence[Sighting]) -> Dispute | None:
    """What the reports answer differently, the most frequent answer first; None where they agree."""
    key_of, words_of = _QUESTIONS[about]
    keys = [key_of(one) for one in members]
    if len({*keys, None}) < 3:
        return None
    claims: defaultdict[str, list[str]] = defaultdict(list)
    first: dict[str, Sighting] = {}
    for one, key in zip(members, keys, strict=True):
        if key is not None:
            claims[key].append(one.account.id)
            first.setdefault(key, one)
    if about == "denial":
        claims = claims if "denied" in claims else defaultdict(list)
    elif about == "deaths":
        claims = _differing(claims)
    if len(claims) < 2:
        return None
    ordered = sorted(claims, key=lambda key: (-len(claims[key]), key))
    return Dispute(about, tuple((words_of(first[key]), tuple(claims[key])) for key in ordered))


def _differing(claims: defaultdict[str, list[str]]) -> defaultdict[str, list[str]]:
    """Of the figures of the dead those of a kind of people that has more than one."""
    kinds = Counter(key.partition("\x1f")[0] for key in claims)
    kept = {key: value for key, value in claims.items() if kinds[key.partition("\x1f")[0]] > 1}
    return defaultdict(list, kept)


def _asserted(one: Sighting) -> bool:
    return one.account.claim.stance == "asserts"


def _type_key(one: Sighting) -> str | None:
    return one.event_type if _asserted(one) else None


def _date_key(one: Sighting) -> str | None:
    claim = one.account.claim
    return claim.from_date or claim.to_date if one.days and one.days.days == 1 else None


def _date_words(one: Sighting) -> str:
    return date_words(PartialDate(_date_key(one) or ""))


def _place_key(one: Sighting) -> str | None:
    return one.spot.key if one.spot and one.spot.precise and one.account.claim.place else None


def _actor_key(one: Sighting) -> str | None:
    account = one.account
    told = account.actors and account.claim.actor and _asserted(one)
    return " ".join(sorted(account.actors)) if told else None


def _target_key(one: Sighting) -> str | None:
    account = one.account
    told = one.event_type and account.subject and account.claim.target
    return " ".join(sorted(account.subject)) if told else None


def _deaths_key(one: Sighting) -> str | None:
    """The figure of the dead; "four of the dead are women" is a part, and no other figure than their toll."""
    claim = one.account.claim
    if claim.measure != "killed" or not _asserted(one) or counts_a_part(one.account, load_tables()):
        return None
    return f"{claim.object} {one.account.party}\x1f{claim.low}-{claim.high}"


def _deaths_words(one: Sighting) -> str:
    return f"{claimed(one.account.claim)} {counted_alone(one.account, load_tables())}"


def _stance_key(one: Sighting) -> str | None:
    if one.account.claim.kind != "event":
        return None
    return "said" if _asserted(one) else "denied"


_QUESTIONS: Mapping[About, tuple[Callable[[Sighting], str | None], Callable[[Sighting], str]]] = {
    "type": (_type_key, lambda one: one.event_type or ""),
    "date": (_date_key, _date_words),
    "place": (_place_key, lambda one: one.account.claim.place or ""),
    "actor": (_actor_key, lambda one: one.account.claim.actor or ""),
    "target": (_target_key, lambda one: one.account.claim.target or ""),
    "deaths": (_deaths_key, _deaths_words),
    "denial": (_stance_key, lambda one: "asserted" if _asserted(one) else "denied"),
}
"""What reports are asked: the key by which answers are compared, None for none, and the answer in words."""


def order_of(incident: Incident) -> tuple[object, ...]:
    """The order in which incidents are shown: those of most origins first, then by their days."""
    reports: Sequence[Report] = incident.reports
    return -incident.origins, -len(reports), incident.from_date or "~", incident.id
