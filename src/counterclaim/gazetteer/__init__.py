"""The gazetteer: from names of places as written to points on the map, offline."""

from counterclaim.gazetteer.errors import GazetteerError
from counterclaim.gazetteer.gazetteer import Gazetteer, build_index, open_gazetteer
from counterclaim.gazetteer.nearness import precision_in
from counterclaim.gazetteer.records import UNCERTAINTY_KM, WHERE_PREC, ResolvedPlace, Unplaced
from counterclaim.gazetteer.resolving import explained_places, resolve_places
from counterclaim.gazetteer.rules import RULES

__all__ = [
    "RULES",
    "UNCERTAINTY_KM",
    "WHERE_PREC",
    "Gazetteer",
    "GazetteerError",
    "ResolvedPlace",
    "Unplaced",
    "build_index",
    "explained_places",
    "open_gazetteer",
    "precision_in",
    "resolve_places",
]
