"""The page of a place: all its names, where it lies and why, and what is claimed of it."""

from dataclasses import dataclass

from counterclaim.publication.briefs import ClaimBrief
from counterclaim.publication.control import HoldingBrief
from counterclaim.publication.parts import Parts
from counterclaim.publication.places import PlaceBrief

MOST_NAMES = 24
"""How many further names of the gazetteer are shown unasked."""


@dataclass(frozen=True, slots=True)
class PlacePage:
    """A place.

    Attributes:
        other_names: names that the gazetteer gives it and no claim uses.
        folded: these are many, and only their number is shown at first.
        holdings: who held it from when, as claims have it.
        claims: those that name it, the dated ones first, in the order of their dates.
    """

    title: str
    place: PlaceBrief
    other_names: tuple[str, ...]
    folded: bool
    holdings: tuple[HoldingBrief, ...]
    claims: tuple[ClaimBrief, ...]


def place_page(parts: Parts, place_id: str) -> PlacePage:
    """The context of a place's page."""
    place = parts.place(place_id)
    location = place.entity.location
    others = location.other_names if location else ()
    return PlacePage(
        title=place.label,
        place=place,
        other_names=others,
        folded=len(others) > MOST_NAMES,
        holdings=tuple(holding for holding in parts.holdings if holding.place.id == place_id),
        claims=parts.claims_at.get(place_id, ()),
    )
