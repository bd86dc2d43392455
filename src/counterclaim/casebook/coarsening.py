"""Places that the site and exports show only roughly.

The point of such a place is moved to the middle of a square of the globe's grid, as is the practice for
places that exactness would put at risk (Chapman, Current Best Practices for Generalizing Sensitive Species
Occurrence Data, GBIF 2020), and its precision, divisions and gazetteer's entry say no more than that. Its
names stay, for they stand in the documents: whoever must not know it needs the claims sealed.
"""

import math
from collections.abc import Collection, Mapping
from dataclasses import replace

from counterclaim.errors import SettingsError
from counterclaim.gazetteer import RULES
from counterclaim.model import Conflict, Entity, Incident, Location, Place, Record
from counterclaim.settings.declaration import AccessSettings, Coarseness

_GRID: dict[Coarseness, tuple[float, int]] = {"district": (0.5, 3), "region": (1.0, 4)}
"""To each coarseness the breadth of a square in degrees, and the precision of its middle (`WHERE_PREC`)."""


def coarsened(record: Record, access: AccessSettings) -> Record:
    """The record with the places that casebook.toml names shown only roughly, wherever they stand.

    A place with the same point or gazetteer's entry, as an airport called after the town, goes with it.
    """
    if not access.coarsened_places:
        return record
    to = access.coarsened_to
    named = [one for one in record.registers.entities if _is_named(one, access.coarsened_places)]
    entries = {one.location.entry for one in named if one.location and one.location.entry}
    points = {_point(one) for one in named}
    rough = {
        one.id: _rough(one, to)
        for one in record.registers.entities
        if one in named
        or (
            one.kind == "place"
            and (_point(one) in points or (one.location and one.location.entry in entries))
        )
    }
    registers = replace(
        record.registers,
        entities=tuple(rough.get(one.id, one) for one in record.registers.entities),
        precisions=_precisions(record, rough, to),
    )
    return replace(
        record,
        conflict=_conflict(record.conflict, access),
        registers=registers,
        reconciliation=replace(
            record.reconciliation,
            incidents=tuple(
                _incident(one, rough.get(registers.entity_id("place", one.place) or ""))
                for one in record.reconciliation.incidents
            ),
        ),
    )


def refuse_unknown_places(record: Record, access: AccessSettings) -> None:
    """Make sure that each place to be shown roughly is there.

    Raises:
        SettingsError: one is not. What a typing error would have published is better not published at all.
    """
    known = {
        name.casefold()
        for entity in record.registers.entities
        if entity.kind == "place"
        for name in entity.names
    }
    unknown = sorted(name for name in access.coarsened_places if name.casefold() not in known)
    if unknown:
        raise SettingsError(
            f"casebook.toml, [access]: `coarsened_places` names {', '.join(unknown)}, which is no place in "
            "the casebook. Nothing is published, because what was meant to be shown roughly would be shown "
            "exactly.",
            "Correct the name or take it out: `counterclaim show places CASEBOOK` lists them. If the claims "
            "have changed since, run `counterclaim reconcile CASEBOOK` first.",
        )


def _is_named(entity: Entity, wanted: Collection[str]) -> bool:
    folded = {name.casefold() for name in wanted}
    return entity.kind == "place" and any(name.casefold() in folded for name in entity.names)


def _point(entity: Entity) -> tuple[float, float] | None:
    if entity.latitude is None or entity.longitude is None:
        return None
    return entity.latitude, entity.longitude


def _snapped(degrees: float, to: Coarseness) -> float:
    """The middle of the square; that of a middle is itself, so that doing it twice changes nothing."""
    breadth, _ = _GRID[to]
    return math.floor(degrees / breadth) * breadth + breadth / 2


def _rough(entity: Entity, to: Coarseness) -> Entity:
    if entity.latitude is None or entity.longitude is None:
        return entity
    known = entity.location
    precision = max(known.precision or 0 if known else 0, _GRID[to][1])
    location = Location(
        precision=precision,
        rule="coarsened",
        reason=RULES["coarsened"],
        kind=known.kind if known else None,
        country=known.country if known else None,
        region=known.region if known and to == "district" else None,
    )
    return replace(
        entity,
        latitude=_snapped(entity.latitude, to),
        longitude=_snapped(entity.longitude, to),
        location=location,
    )


def _precisions(record: Record, rough: Mapping[str, Entity], to: Coarseness) -> dict[str, int]:
    """How precisely each claim says where it was, no more so than the place that is shown roughly."""
    at = {
        claim.id
        for claim in (*record.claims, *record.overruled)
        if record.registers.entity_id("place", claim.place) in rough
    }
    least = _GRID[to][1]
    kept = record.registers.precisions.items()
    return {claim: max(code, least) if claim in at else code for claim, code in kept}


def _conflict(conflict: Conflict, access: AccessSettings) -> Conflict:
    folded = {name.casefold() for name in access.coarsened_places}
    return replace(
        conflict,
        places=tuple(
            _declared(one, access.coarsened_to)
            if any(name.casefold() in folded for name in (one.name, *one.aliases))
            else one
            for one in conflict.places
        ),
    )


def _declared(place: Place, to: Coarseness) -> Place:
    if place.latitude is None or place.longitude is None:
        return place
    return replace(place, latitude=_snapped(place.latitude, to), longitude=_snapped(place.longitude, to))


def _incident(incident: Incident, place: Entity | None) -> Incident:
    if place is None or incident.latitude is None:
        return incident
    return replace(
        incident,
        latitude=place.latitude,
        longitude=place.longitude,
        precision=place.location.precision if place.location else None,
    )
