"""What a casebook declares of its places: these go before any gazetteer's."""

from collections import Counter
from dataclasses import replace

from counterclaim.gazetteer.candidates import Candidate, precision_of
from counterclaim.gazetteer.folding import place_key
from counterclaim.gazetteer.gazetteer import Gazetteer
from counterclaim.gazetteer.records import Spot, kilometres
from counterclaim.gazetteer.weighing import Surroundings
from counterclaim.model import Conflict, Place

DECLARED = "casebook.toml"
"""The gazetteer that declared places are said to stand in."""

_PARTY, _PLACE = 1.5, 2.0
_SAME_PLACE_KM = 25.0


class Declared:
    """The places of a casebook by their names, and where its conflict is.

    Args:
        conflict: what casebook.toml declares; None: nothing.
        gazetteer: where declared places without a point are looked up.

    Attributes:
        surroundings: what the conflict's places and parties say of where it happens.
    """

    def __init__(self, conflict: Conflict | None, gazetteer: Gazetteer) -> None:
        self._by_key: dict[str, tuple[Candidate, ...]] = {}
        self.surroundings = Surroundings()
        for number, place in enumerate(conflict.places if conflict else ()):
            options = self._options(number, place, gazetteer)
            self._by_key |= dict.fromkeys(map(place_key, (place.name, *place.aliases)), options)
            if len(options) == 1:
                self.surroundings.add(options[0].spot, _PLACE)
        for party in conflict.parties if conflict else ():
            for name in (party.name, *party.aliases):
                country = next((h.spot for h in gazetteer.find(name) if h.spot.kind == "country"), None)
                if country:
                    self.surroundings.add(country, _PARTY)
                    break

    def find(self, name: str) -> tuple[Candidate, ...]:
        """What the casebook's place of this name may be: one, where it says where the place lies."""
        return self._by_key.get(place_key(name), ())

    @staticmethod
    def _options(number: int, place: Place, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
        names = tuple(dict.fromkeys((place.name, *place.aliases)))
        if place.latitude is not None and place.longitude is not None:
            spot = Spot(
                number, place.name, names, place.latitude, place.longitude, "town", gazetteer=DECLARED
            )
            spot = _with_what_is_known(spot, gazetteer)
            return (Candidate(spot, "main", "casebook", precision_of(spot)),)
        return _bearing_most(names, gazetteer)


def _with_what_is_known(spot: Spot, gazetteer: Gazetteer) -> Spot:
    """The same with the kind, areas and further names of the nearest entry that bears its name close by."""
    near = [
        hit.spot
        for name in spot.names
        for hit in gazetteer.find(name)
        if hit.sort != "people" and kilometres(hit.spot, spot) < _SAME_PLACE_KM
    ]
    if not near:
        return spot
    entry = min(near, key=lambda each: (each.kind != "town", kilometres(each, spot)))
    names = tuple(dict.fromkeys((*spot.names, *entry.names)))
    return replace(spot, names=names, kind=entry.kind, within=entry.within)


def _bearing_most(names: tuple[str, ...], gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """The entries that bear the most of one place's names; or that bear the first name that is known."""
    found: dict[int, Candidate] = {}
    borne: Counter[int] = Counter()
    known_first: set[int] = set()
    for name in names:
        hits = [hit for hit in gazetteer.find(name) if hit.sort != "people"]
        known_first = known_first or {hit.spot.id for hit in hits}
        for hit in hits:
            found.setdefault(hit.spot.id, Candidate(hit.spot, hit.sort, "name", precision_of(hit.spot)))
            borne[hit.spot.id] += 1
    most = max(borne.values(), default=0)
    return tuple(one for key, one in found.items() if borne[key] == most and (most > 1 or key in known_first))
