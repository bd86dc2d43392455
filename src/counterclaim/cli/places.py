"""The places of a casebook."""

from dataclasses import asdict

from counterclaim.casebook import Casebook
from counterclaim.cli.listing import print_listing
from counterclaim.cli.looking import Look
from counterclaim.cli.showing import as_of_or_now
from counterclaim.cli.tables import Column
from counterclaim.gazetteer import WHERE_PREC
from counterclaim.model import Entity, Registers


def show_places(look: Look) -> None:
    """Print every place that a name or part of it leads to, in the order of the register."""
    with Casebook.open(look.casebook) as casebook:
        found = places_named(casebook.record().registers, look.claims.place)
    columns = [
        Column("Place", wide=3),
        Column("Lies at"),
        Column("How precisely", wide=3),
        Column("Why", wide=4),
    ]
    rows = [(" / ".join(place.names), _point(place), _precision(place), _why(place)) for place in found]
    print_listing(look, columns, rows, [asdict(place) for place in found], "places")


def show_control(look: Look) -> None:
    """Print who held the places that a name or part of it leads to, with what ends and what disputes it."""
    with Casebook.open(look.casebook) as casebook:
        record = as_of_or_now(casebook, look)
    names = {place.id: place.names for place in places_named(record.registers, look.claims.place)}
    by_id = {holding.id: holding for holding in record.reconciliation.holdings}
    found = [holding for holding in by_id.values() if holding.place in names]
    columns = [
        Column("Place", wide=2),
        Column("What is said", wide=4),
        Column("Until", wide=3),
        Column("Against it stands", wide=3),
    ]
    rows = [
        (
            " / ".join(names[holding.place]),
            holding.sentence,
            by_id[holding.ended_by].sentence if holding.ended_by else "",
            "\n".join(by_id[other].sentence for other in holding.disputed_by),
        )
        for holding in found
    ]
    values = [{"id": one.id, **asdict(one), "names": names[one.place]} for one in found]
    print_listing(look, columns, rows, values, "claims of who held a place")


def places_named(registers: Registers, part: str | None) -> list[Entity]:
    """The places one of whose names has this part, whatever its case; all for None."""
    wanted = (part or "").casefold()
    return [
        entity
        for entity in registers.entities
        if entity.kind == "place" and any(wanted in name.casefold() for name in entity.names)
    ]


def _point(place: Entity) -> str:
    if place.latitude is None or place.longitude is None:
        return "not known"
    return f"{place.latitude:.3f}, {place.longitude:.3f}"


def _precision(place: Entity) -> str:
    location = place.location
    if location is None or location.precision is None:
        return ""
    areas = ", ".join(area for area in (location.district, location.region, location.country) if area)
    return f"{location.precision}: {WHERE_PREC[location.precision]}{f' In {areas}.' if areas else ''}"


def _why(place: Entity) -> str:
    return place.location.reason if place.location else ""
