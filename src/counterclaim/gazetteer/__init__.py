"""The gazetteer: from names of places as written to points on the map, offline."""

from counterclaim.gazetteer.errors import GazetteerError
from counterclaim.gazetteer.gazetteer import Gazetteer, open_gazetteer
from counterclaim.gazetteer.records import WHERE_PREC, ResolvedPlace
from counterclaim.gazetteer.resolving import resolve_places
from counterclaim.gazetteer.rules import RULES

__all__ = [
    "RULES",
    "WHERE_PREC",
    "Gazetteer",
    "GazetteerError",
    "ResolvedPlace",
    "open_gazetteer",
    "resolve_places",
]
