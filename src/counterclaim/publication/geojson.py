"""Rows as GeoJSON (RFC 7946), each with how precisely its point is known and where it comes from."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from counterclaim.gazetteer import UNCERTAINTY_KM
from counterclaim.model import Entity

METRES = 1000


def feature_collection(features: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The text of a collection, a line a feature, so that it need not fit in memory."""
    yield '{"type": "FeatureCollection", "features": ['
    before = "\n"
    for feature in features:
        yield before + json.dumps(feature, ensure_ascii=False)
        before = ",\n"
    yield "\n]}\n"


def feature(
    identifier: str, longitude: float | None, latitude: float | None, properties: Mapping[str, Any]
) -> dict[str, Any]:
    """A feature; without a point its geometry is null, which GeoJSON has for what is not located.

    Args:
        identifier: the id of what it is.
        longitude: degrees east (WGS 84), None where they are not known.
        latitude: degrees north.
        properties: everything else.
    """
    is_located = longitude is not None and latitude is not None
    point = {"type": "Point", "coordinates": [longitude, latitude]} if is_located else None
    return {"type": "Feature", "id": identifier, "geometry": point, "properties": dict(properties)}


def place_properties(place: Entity | None, precision: int | None = None) -> dict[str, Any]:
    """What is known of a feature's place: names, precision, areas, and why it was put there or was not.

    Args:
        place: as its register has it.
        precision: that of the feature, 1 to 7, where its words put it less precisely than at the place.

    `where_prec` has UCDP GED's codes; `uncertainty_m` is the radius in metres, as Darwin Core's
    `coordinateUncertaintyInMeters`, by `UNCERTAINTY_KM`.
    """
    location = place.location if place else None
    precision = precision or (location.precision if location else None)
    return {
        "place_id": place.id if place else None,
        "place_names": list(place.names) if place else [],
        "where_prec": precision,
        "uncertainty_m": UNCERTAINTY_KM[precision] * METRES if precision else None,
        "place_kind": location.kind if location else None,
        "country": location.country if location else None,
        "adm_1": location.region if location else None,
        "adm_2": location.district if location else None,
        "gazetteer_entry": location.entry if location else None,
        "located_by": location.rule if location else None,
        "located_why": location.reason if location else None,
    }
