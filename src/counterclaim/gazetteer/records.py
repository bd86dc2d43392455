"""The records of the gazetteer: what it knows of a place, and what it answers about a name in a text."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

SpotKind = Literal["country", "region", "district", "town", "area", "water", "continent"]

WHERE_PREC: Mapping[int, str] = MappingProxyType(
    {
        1: "A town, village or other place whose point is known.",
        2: "Somewhere near a known point: beside a town, or a thing called after it.",
        3: "A district, county or other second-level division.",
        4: "A province, governorate, oblast or other first-level division.",
        5: "A river, range, island or land without a border, or a part of a larger area.",
        6: "A country, or a continent.",
        7: "A sea, a strait or an ocean.",
    }
)
"""The precision of a resolved place, as the codes 1 to 7 of UCDP GED's `where_prec`.

UCDP's codes (Högbladh, UCDP GED Codebook): 1 exact location, 2 within about 25 km of a known point,
3 second-order division, 4 first-order division, 5 linear feature or fuzzy area, 6 country, 7 international
waters or airspace. A continent, of which UCDP has none, is coded 6.
"""

UNCERTAINTY_KM: Mapping[int, int] = MappingProxyType({1: 3, 2: 25, 3: 50, 4: 100, 5: 150, 6: 300, 7: 300})
"""The radius, in kilometres, within which a point of each precision is drawn.

That of 2 is UCDP's own. The others are orders of magnitude, about half the breadth of a common town,
district, province, land, country and sea; no area is measured.
"""

PRECISION_OF_KIND: Mapping[SpotKind, int] = MappingProxyType(
    {"town": 1, "district": 3, "region": 4, "area": 5, "country": 6, "continent": 6, "water": 7}
)


@dataclass(frozen=True, slots=True)
class Spot:
    """One entry of a gazetteer.

    Attributes:
        id: its identifier in its gazetteer: GeoNames' for towns, negative for what Counterclaim adds.
        name: one of its names.
        names: its names, this one among them.
        latitude, longitude: degrees (WGS 84), positive to the north and east.
        code: of an area with divisions or a division, as "AZ" or "AZ.55"; "" for all others.
        within: the code of the smallest known division or country that it lies in; "" where there is none.
        population: inhabitants, 0 where it is not known.
        is_seat: whether it is a country's capital.
        gazetteer: in which gazetteer it stands, as "built-in" or a file's name.
    """

    id: int
    name: str
    names: tuple[str, ...]
    latitude: float
    longitude: float
    kind: SpotKind
    code: str = ""
    within: str = ""
    population: int = 0
    is_seat: bool = False
    gazetteer: str = "built-in"

    @property
    def country(self) -> str:
        """The country's code in ISO 3166-1, "" where it lies in none or in several."""
        return (self.code or self.within).partition(".")[0]

    @property
    def area(self) -> str:
        """The code of the division that it is, or else lies in."""
        return self.code or self.within


@dataclass(frozen=True, slots=True)
class ResolvedPlace:
    """The place that a name in a text stands for.

    Attributes:
        id: names the gazetteer's entry; two names with one id stand for one place.
        name: the one of the place's names that the text uses, with no preference; `names` has them all.
        names: every name that the gazetteer or the casebook gives it.
        latitude, longitude: degrees (WGS 84), positive to the north and east.
        precision: 1 to 7, as `WHERE_PREC` words it.
        kind: what sort of place it is.
        country: the plain name of the country in which GeoNames counts it, None where there is none or it is
            not known; it says nothing of right or recognition.
        admin: the areas in which it lies, from the country downwards, as far as they are known.
        is_place: False for a people's word, as "Syrian", which places nothing in the country.
        rule: the name of the rule that decided, one of `RULES`.
        reason: the same in words, with what it was compared to.
    """

    id: str
    name: str
    names: tuple[str, ...]
    latitude: float
    longitude: float
    precision: int
    kind: SpotKind
    country: str | None
    admin: tuple[str, ...]
    is_place: bool
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Why a name in a text stands for no place.

    Attributes:
        rule: the name of the rule that decided, one of `RULES`.
        reason: the same in words.
    """

    rule: str
    reason: str


def kilometres(one: Spot, other: Spot) -> float:
    """The distance of two entries on a sphere of the earth's mean radius."""
    north, other_north = math.radians(one.latitude), math.radians(other.latitude)
    up, right = other_north - north, math.radians(other.longitude - one.longitude)
    chord = math.sin(up / 2) ** 2 + math.cos(north) * math.cos(other_north) * math.sin(right / 2) ** 2
    return 2 * 6371.0088 * math.asin(math.sqrt(min(1.0, chord)))
