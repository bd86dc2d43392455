"""Which of several namesakes is meant: what speaks for each, as numbers in one table.

A point is a factor of ten in inhabitants: a town of a million has two points more than one of ten thousand,
and what the document says otherwise must outweigh that.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from counterclaim.gazetteer.candidates import Candidate
from counterclaim.gazetteer.records import Spot

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "country": 10.5,  # names of countries are seldom something else
        "continent": 8.5,
        "water": 7.5,
        "area": 7.0,
        "region": 0.5,  # and its inhabitants
        "district": 4.3,
        "town": 0.0,  # and its inhabitants
        "seat": 1.8,  # a capital is written about more than its size
        "other_name": -0.8,  # not the entry's first name
        "other_name_of_area": -0.2,
        "bare_name_of_district": -2.0,  # Logan for Logan County: where nothing else fits
        "called_after_town": -3.0,  # a division that has a town of its own name: the town is meant
        "container": 5.0,  # "Paris, Texas"
        "near": 2.2,  # others named in the document lie near
        "same_region": 2.4,
        "in_named_country": 1.5,
        "same_country": 0.8,
    }
)
"""What speaks for a candidate, in points."""

_OTHER_NAME = {"town": "other_name", "district": "bare_name_of_district"}
_LEAST_PEOPLE = 300
_LEAST_SHARE = 0.03
_CELL = 1.5
_SHARPNESS = 2.0


def prior(candidate: Candidate, others: Iterable[Candidate]) -> float:
    """What speaks for a candidate before the document is asked, in points.

    Args:
        candidate: the one that is asked about.
        others: all the candidates of its name.
    """
    spot, weight = candidate.spot, WEIGHTS
    points = weight[spot.kind]
    if spot.kind in ("town", "region"):
        points += math.log10(spot.population + _LEAST_PEOPLE)
    if spot.is_seat:
        points += weight["seat"]
    if candidate.sort == "other":
        points += weight[_OTHER_NAME.get(spot.kind, "other_name_of_area")]
    if candidate.how != "kind" and any(_gives_name(other.spot, spot) for other in others):
        points += weight["called_after_town"]
    return points


def _gives_name(town: Spot, division: Spot) -> bool:
    """Whether a division has its name of a town in it that is no mere village beside the others there."""
    if town.kind != "town" or division.kind not in ("region", "district"):
        return False
    lies_within = town.within == (division.code if division.kind == "region" else division.within)
    return lies_within and town.population >= max(_LEAST_SHARE * division.population, _LEAST_PEOPLE)


@dataclass(slots=True)
class Surroundings:
    """What the places of a document say of where it happens: weights by country, region and cell of the map.

    One place of the document weighs at most 1, however often it is named. Adding and asking take no
    longer in a long document than in a short one.
    """

    named: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    countries: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    regions: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    cells: dict[tuple[int, int], float] = field(default_factory=lambda: defaultdict(float))

    def copy(self) -> "Surroundings":
        """Another one with the same weights."""
        return Surroundings(
            defaultdict(float, self.named),
            defaultdict(float, self.countries),
            defaultdict(float, self.regions),
            defaultdict(float, self.cells),
        )

    def add(self, spot: Spot, weight: float) -> None:
        """Count a place, or with a negative weight discount it."""
        if spot.kind == "country":
            self.named[spot.code] += weight
            return
        if spot.country:
            self.countries[spot.country] += weight
        if region := _region(spot):
            self.regions[region] += weight
        if spot.kind in ("town", "district", "region"):
            self.cells[_cell(spot)] += weight

    def speak_for(self, spot: Spot) -> float:
        """How many points the surroundings give an entry: a country, as many as a town in their midst."""
        weight = WEIGHTS
        in_country = _full(self.countries.get(spot.country, 0.0))
        if spot.kind == "country":
            return (weight["same_country"] + weight["same_region"] + weight["near"]) * in_country
        points = weight["same_country"] * in_country
        points += weight["in_named_country"] * _full(self.named.get(spot.country, 0.0))
        points += weight["near"] * _full(sum(self.cells.get(cell, 0.0) for cell in _cells_around(spot)))
        if region := _region(spot):
            points += weight["same_region"] * _full(self.regions.get(region, 0.0))
        return points


def certainty(scores: list[float]) -> float:
    """How sure the best of several scores is of being the right one: 0 to 1."""
    best = max(scores)
    return 1 / sum(math.exp(_SHARPNESS * (score - best)) for score in scores)


def _full(weight: float) -> float:
    """0 for nothing, near 1 for two places or more."""
    return 1 - math.exp(-max(weight, 0.0))


def _region(spot: Spot) -> str:
    country, _, rest = spot.area.partition(".")
    return f"{country}.{rest.partition('.')[0]}" if rest else ""


def _cell(spot: Spot) -> tuple[int, int]:
    return math.floor(spot.latitude / _CELL), math.floor(spot.longitude / _CELL)


def _cells_around(spot: Spot) -> Iterator[tuple[int, int]]:
    row, column = _cell(spot)
    yield from ((row + up, column + right) for up in (-1, 0, 1) for right in (-1, 0, 1))
