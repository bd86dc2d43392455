"""Names marked in a sentence, and the places that they are resolved to."""

import math
import re

from counterclaim import ResolvedPlace, resolve_places
from counterclaim.gazetteer import Gazetteer
from counterclaim.model import Conflict

_MARKED = re.compile(r"\[([^\]]*)\]")


def resolved(
    marked: str, conflict: Conflict | None = None, gazetteer: Gazetteer | None = None
) -> list[ResolvedPlace | None]:
    """The places of the names that stand in square brackets."""
    text, spans, position = "", [], 0
    for found in _MARKED.finditer(marked):
        text += marked[position : found.start()]
        spans.append((len(text), len(text) + len(found[1])))
        text += found[1]
        position = found.end()
    return resolve_places(text + marked[position:], spans, conflict=conflict, gazetteer=gazetteer)


def the(marked: str, conflict: Conflict | None = None, gazetteer: Gazetteer | None = None) -> ResolvedPlace:
    """The place of the first name in square brackets, which must be known."""
    place = resolved(marked, conflict, gazetteer)[0]
    assert place is not None, marked
    return place


def kilometres(place: ResolvedPlace, latitude: float, longitude: float) -> float:
    """The distance from a point, by the spherical law of cosines."""
    one, other = math.radians(place.latitude), math.radians(latitude)
    turn = math.radians(place.longitude - longitude)
    cosine = math.sin(one) * math.sin(other) + math.cos(one) * math.cos(other) * math.cos(turn)
    return 6371.0 * math.acos(max(-1.0, min(1.0, cosine)))
