"""Which names stand for something else in new registers than in those before."""

from collections.abc import Hashable, Iterable

from counterclaim.model import Entity, Registers

Name = tuple[str, str]
"""A register, and a name that it may know."""


def renamed(before: Registers, after: Registers) -> set[Name]:
    """The names that stand for another entity, or for one of which something else is known.

    A place is among them as well where its district, region or country is.
    """
    was, now = ({one.id: _known(one) for one in registers.entities} for registers in (before, after))
    other = {entity for entity in {*was, *now} if was.get(entity) != now.get(entity)}
    found = {
        name
        for name in {*before.by_name, *after.by_name}
        if (entity := after.by_name.get(name)) != before.by_name.get(name) or entity in other
    }
    return found | _lying_in(found, (before, after))


def _known(entity: Entity) -> Hashable:
    """What reconciliation asks of an entity: not under which other names it goes."""
    return entity.kind, entity.name, entity.party, entity.latitude, entity.longitude, entity.location


def _lying_in(names: set[Name], registers: Iterable[Registers]) -> set[Name]:
    areas = {name for register, name in names if register == "place"}
    if not areas:
        return set()
    found: set[Name] = set()
    for each in registers:
        inside = {one.id for one in each.entities if one.location and _divisions(one) & areas}
        found |= {name for name, entity in each.by_name.items() if entity in inside}
    return found


def _divisions(place: Entity) -> set[str | None]:
    where = place.location
    return {where.district, where.region, where.country} if where else set()
