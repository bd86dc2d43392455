"""How far two claims look like reports of one incident: the evidence, or the veto, of incidents.toml."""

from functools import lru_cache, reduce
from math import asin, cos, radians, sin, sqrt

from counterclaim.model import EvidenceName
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.incidents.policy import NO_MATCH, Match, Policy
from counterclaim.reconciliation.incidents.sightings import Sighting, Spot
from counterclaim.reconciliation.tables import within
from counterclaim.reconciliation.words import are_alike

NEAR_KM = 8.0
"""Points closer than this are one place under two names, or a place and its outskirts."""

PARAGRAPH = 600
"""Claims further apart in a text are not of one paragraph."""

MOST_KEPT = 1 << 16
"""Of how many pairs of circumstances, and of matches, is kept what was worked out."""


def veto(one: Sighting, other: Sighting) -> str | None:
    """What lets two sightings never be of one incident: a key of `Policy.veto`, None where nothing does."""
    if one.family != other.family:
        return "other_family"
    if _days_apart(one, other):
        return "days_apart"
    if one.spot and other.spot and not _place(one.spot, other.spot):
        return "places_apart"
    return None


class Matching:
    """Compares sightings. How their circumstances match is worked out once for all that share these."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._circumstances = lru_cache(maxsize=MOST_KEPT)(self._of_models)
        self._with_more = lru_cache(maxsize=MOST_KEPT)(policy.with_more)
        self.reason = lru_cache(maxsize=MOST_KEPT)(policy.reason)

    def circumstances(self, one: Sighting, other: Sighting) -> Match | None:
        """What speaks for and against two sightings being of one incident, but for their numbers and words.

        None where a veto keeps them apart.
        """
        return self._circumstances(one.model, other.model)

    def _of_models(self, one: Sighting, other: Sighting) -> Match | None:
        if veto(one, other):
            return None
        return reduce(self._with_more, _circumstances(one, other, self._policy), NO_MATCH)

    def match(self, one: Sighting, other: Sighting) -> Match | None:
        """All that speaks for and against two sightings being of one incident; None where a veto does.

        Their words are compared only where the rest is not enough.
        """
        found = self.circumstances(one, other)
        if found is None:
            return None
        if figures := _numbers(one, other):
            found = self._with_more(found, figures)
        if nearness := _text(one, other):
            found = self._with_more(found, nearness)
        mine, yours = one.account, other.account
        if found.points < self._policy.threshold and mine.claim.document != yours.claim.document:
            return self._with_more(found, "alike_words") if are_alike(mine, yours) else found
        return found


def _circumstances(one: Sighting, other: Sighting, policy: Policy) -> list[EvidenceName]:
    found: list[EvidenceName] = [_type(one, other, policy)]
    if one.spot and other.spot and (place := _place(one.spot, other.spot)):
        carried = (one.carried or other.carried) and place == "same_place"
        found.append("carried_place" if carried else place)
    found += _time(one, other)
    mine, yours = one.account, other.account
    if mine.actors and yours.actors:
        found.append("same_actor" if mine.actors & yours.actors else "other_actor")
    if one.event_type and other.event_type and mine.subject and yours.subject:
        found.append("same_target" if mine.subject & yours.subject else "other_target")
    event, count = (one, other) if one.event_type else (other, one)
    if event.event_type and not count.event_type and _loss_of_doer(event, count, policy):
        found.append("doers_loss")
    if not policy.family[one.family].placed and "same_day" in found and _same_actors(mine, yours):
        found.append("same_actors_and_day")
    return found


def _type(one: Sighting, other: Sighting, policy: Policy) -> EvidenceName:
    mine, yours, general = one.event_type, other.event_type, policy.family[one.family].general
    if mine is None or yours is None or mine in general or yours in general:
        return "like_type"
    return "same_type" if mine == yours else "related_type"


def _days_apart(one: Sighting, other: Sighting) -> bool:
    if one.when is None or other.when is None:
        return False
    slack = 1 if one.days and other.days else 0
    return not (one.when.first <= other.when.last + slack and other.when.first <= one.when.last + slack)


def _time(one: Sighting, other: Sighting) -> list[EvidenceName]:
    if one.days is None or other.days is None:
        return []
    if not one.days.overlaps(other.days):
        return ["next_day"]
    return ["same_day" if one.days.days == other.days.days == 1 else "days_overlap"]


def _place(one: Spot, other: Spot) -> EvidenceName | None:
    """How two places stand to each other; None if they are apart."""
    if one.key == other.key:
        if one.precise:
            return "same_place"
        return "same_district" if one.precision <= 4 else "same_country"
    for wide, narrow in ((one, other), (other, one)):
        if wide.area and wide.area in narrow.areas:
            return "place_within" if len(wide.area) > 1 else "same_country"
        if wide.precision >= 5 and not wide.area:
            return "same_country"  # a river, a range, a wide area: what lies in it is not known
    return "near_place" if one.precise and other.precise and kilometres(one, other) <= NEAR_KM else None


def kilometres(one: Spot, other: Spot) -> float:
    """The distance of two places on the globe (haversine); infinite where a point is not known."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return float("inf")
    first, second = radians(one.latitude), radians(other.latitude)
    across = sin((second - first) / 2) ** 2
    along = sin(radians(other.longitude - one.longitude) / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(across + cos(first) * cos(second) * along))


def _loss_of_doer(event: Sighting, count: Sighting, policy: Policy) -> bool:
    if event.event_type not in policy.family[event.family].one_sided:
        return False
    attacker, harmed = event.account.actors, count.account.subject
    return bool(attacker & harmed) and not event.account.subject & harmed


def _same_actors(one: Account, other: Account) -> bool:
    mine, yours = one.actors | one.subject, other.actors | other.subject
    return bool(mine) and (mine <= yours or yours <= mine)


def _numbers(one: Sighting, other: Sighting) -> EvidenceName | None:
    mine, yours = one.number, other.number
    if mine is None or yours is None or mine.measure != yours.measure:
        return None
    if mine.party is not None and yours.party is not None and mine.party != yours.party:
        return None
    if mine.value == yours.value:
        alike = within(mine.object, yours.object) or within(yours.object, mine.object)
        return "same_number" if alike and mine.tells else None
    below = mine.most is not None and mine.most < yours.least
    above = yours.most is not None and yours.most < mine.least
    return "other_number" if (below or above) and mine.object == yours.object else None


def _text(one: Sighting, other: Sighting) -> EvidenceName | None:
    mine, yours = one.account.claim, other.account.claim
    if mine.document != yours.document:
        return None
    if mine.start < yours.end and yours.start < mine.end:
        return "same_sentence"
    return "same_paragraph" if _one_paragraph(one.account, other.account) else None


def _one_paragraph(one: Account, other: Account) -> bool:
    first, last = sorted((one.claim.anchor, other.claim.anchor))
    if last - first > PARAGRAPH or one.document is None:
        return False
    return "\n" not in one.document.text[first:last]
