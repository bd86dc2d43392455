"""Whom and what claims name, under all their names, and where the places lie."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Location:
    """How well it is known where a place lies, and why it is taken to lie there; the point is its entity's.

    Attributes:
        precision: 1 to 7, UCDP GED's `where_prec`, as `gazetteer.WHERE_PREC` words it; None where the place
            has no point.
        rule: the name of the rule that decided, one of `gazetteer.RULES`.
        reason: the same in words; where the place has no point, why it has none.
        kind: what sort of place it is: town, district, region, country, area, water or continent.
        country, region, district: in which country, first- and second-level division GeoNames counts it, as
            far as that is known; it says nothing of right or recognition.
        other_names: further names that the gazetteer gives it, which no claim uses.
        entry: names the gazetteer's entry ("geonames:585223").
    """

    precision: int | None
    rule: str
    reason: str
    kind: str | None = None
    country: str | None = None
    region: str | None = None
    district: str | None = None
    other_names: tuple[str, ...] = ()
    entry: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that claims name, under all its names.

    Attributes:
        kind: which register it stands in.
        name: the name that is shown; for a place it is not a preference.
        names: every name found for it, in the order in which they were found.
        party: the party that it belongs to or speaks for, None for third parties.
        description: what a source said that it is.
        latitude, longitude: of a place, degrees (WGS 84), positive to the north and east.
        location: of a place, how well that is known and why; None where no gazetteer was asked.
    """

    id: str
    kind: Literal["party", "source", "place", "equipment"]
    name: str
    names: tuple[str, ...] = ()
    party: str | None = None
    description: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """Why a name stands for an entity.

    Attributes:
        kind: the register.
        name: the name as written.
        entity: the entity's id.
        rule: the rule that decided, as `registers.RULES` words it.
    """

    kind: str
    name: str
    entity: str
    rule: str


@dataclass(frozen=True, slots=True)
class Registers:
    """The entities of a casebook, and the entity that each name stands for."""

    entities: tuple[Entity, ...] = ()
    by_name: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """(register, name as written) to the entity's id."""
    resolutions: tuple[Resolution, ...] = field(default=(), compare=False)
    """Which rule decided for each name; a casebook need not keep them."""
    precisions: Mapping[str, int] = field(default_factory=dict)
    """A claim's id to how precisely its words put it somewhere, 1 to 7 as UCDP GED's `where_prec`."""

    def entity_id(self, kind: str, name: str | None) -> str | None:
        """The id of the entity that `name` stands for in the register `kind`."""
        return None if name is None else self.by_name.get((kind, name))
