"""The page on how to read the record, and on its limits."""

from dataclasses import dataclass

from counterclaim.publication.labels import event_phrase
from counterclaim.publication.parts import Parts
from counterclaim.publication.sides import Mark
from counterclaim.publication.views.overview import Tally, side_marks, tally
from counterclaim.taxonomies import crosswalk


@dataclass(frozen=True, slots=True)
class TypeRow:
    """What a type of event is called, here and elsewhere, each in words for a reader."""

    words: str
    acled: str
    plover: str


@dataclass(frozen=True, slots=True)
class GuidePage:
    """How to read this."""

    title: str
    tally: Tally
    sides: tuple[Mark, ...]
    types: tuple[TypeRow, ...]


def guide_page(parts: Parts) -> GuidePage:
    """The context of the page on how to read the record."""
    return GuidePage("How to read this", tally(parts), side_marks(parts), _types())


def _types() -> tuple[TypeRow, ...]:
    return tuple(
        TypeRow(event_phrase(name), ", ".join(mapped.acled), ", ".join(mapped.plover))
        for name, mapped in crosswalk().items()
    )
