"""The page on how to read the record, and on its limits."""

from dataclasses import dataclass

from counterclaim.publication.parts import Parts
from counterclaim.publication.sides import Mark
from counterclaim.publication.views.overview import Tally, side_marks, tally


@dataclass(frozen=True, slots=True)
class GuidePage:
    """How to read this."""

    title: str
    tally: Tally
    sides: tuple[Mark, ...]


def guide_page(parts: Parts) -> GuidePage:
    """The context of the page on how to read the record."""
    return GuidePage("How to read this", tally(parts), side_marks(parts))
