"""A place in brief, as the map, its own page and the pages of its claims show it."""

from dataclasses import dataclass, replace

from counterclaim.gazetteer import UNCERTAINTY_KM, WHERE_PREC
from counterclaim.model import Entity
from counterclaim.publication import urls
from counterclaim.registers.places import without_kind


@dataclass(frozen=True, slots=True)
class Point:
    """Where a place is drawn.

    Attributes:
        latitude, longitude: degrees (WGS 84).
        precision: 1 to 7, as `gazetteer.WHERE_PREC`; None for a point of which no more is known.
        radius_km: within how many kilometres of the point it may be, roughly.
    """

    latitude: float
    longitude: float
    precision: int | None
    radius_km: int

    @property
    def words(self) -> str:
        """The precision in words."""
        return WHERE_PREC[self.precision] if self.precision else "How precisely is not known."


@dataclass(frozen=True, slots=True)
class PlaceBrief:
    """A place.

    Attributes:
        names: its names in the casebook's order, none of which is preferred; the nouns for its kind are left
            out.
        point: None where it is not known.
        areas: in which it lies, the smallest first.
        why: why it was taken to lie there, or why it has no point; "" where no gazetteer was asked.
        map_url: its place on the map, None where it has no point.
    """

    id: str
    url: str
    entity: Entity
    names: tuple[str, ...]
    point: Point | None
    areas: tuple[str, ...]
    why: str
    map_url: str | None

    def within(self, precision: int | None) -> "PlaceBrief":
        """The place as a claim speaks of it, with the claim's own precision."""
        if self.point is None or precision is None or precision == self.point.precision:
            return self
        point = replace(self.point, precision=precision, radius_km=UNCERTAINTY_KM[precision])
        return replace(self, point=point)

    @property
    def label(self) -> str:
        """All its names: "Shusha / Shushi"."""
        return " / ".join(self.names)


def place_brief(entity: Entity) -> PlaceBrief:
    """A place of the register in brief."""
    location, point = entity.location, _point(entity)
    areas = (location.district, location.region, location.country) if location else ()
    return PlaceBrief(
        id=entity.id,
        url=urls.place(entity.id),
        entity=entity,
        names=_shown_names(entity),
        point=point,
        areas=tuple(dict.fromkeys(area for area in areas if area and area not in entity.names)),
        why=location.reason if location else "",
        map_url=urls.on_map(entity.id) if point else None,
    )


def _point(entity: Entity) -> Point | None:
    if entity.latitude is None or entity.longitude is None:
        return None
    precision = entity.location.precision if entity.location else None
    return Point(entity.latitude, entity.longitude, precision, UNCERTAINTY_KM.get(precision or 0, 0))


def _shown_names(entity: Entity) -> tuple[str, ...]:
    shown: dict[str, str] = {}
    for name in (entity.name, *entity.names):
        shown.setdefault(without_kind(name).casefold(), without_kind(name))
    return tuple(shown.values())
