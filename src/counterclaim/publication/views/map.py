"""The map: the claims whose place has a point, as the table that the script draws from."""

from collections.abc import Iterable
from dataclasses import dataclass

from counterclaim.gazetteer import WHERE_PREC
from counterclaim.publication.briefs import ClaimBrief, FindingBrief
from counterclaim.publication.control import HoldingBrief
from counterclaim.publication.labels import MEASURES, opened
from counterclaim.publication.parts import Parts
from counterclaim.publication.places import PlaceBrief
from counterclaim.publication.sides import Mark
from counterclaim.publication.tiles import Tiles
from counterclaim.publication.views.claims import ClaimRow, claim_row
from counterclaim.publication.views.facets import Facet, claim_facets, facet
from counterclaim.publication.views.overview import side_marks


@dataclass(frozen=True, slots=True)
class MapRow:
    """A claim on the map.

    Attributes:
        row: the claim, as in the table of all claims.
        place: where it is drawn; it has a point.
        sides: the sides that it is about, joined by "|".
        speaks_for: the side that its source speaks for, "" for none.
        findings: those that it is part of.
    """

    row: ClaimRow
    place: PlaceBrief
    sides: str
    speaks_for: str
    findings: tuple[FindingBrief, ...]


@dataclass(frozen=True, slots=True)
class Off:
    """A place that is not on the map, and how many claims name it."""

    place: PlaceBrief
    claims: int


@dataclass(frozen=True, slots=True)
class MapPage:
    """The map.

    Attributes:
        rows: the claims on it, the dated ones first, in the order of their dates.
        placeless: how many claims name no place.
        holdings: who held which place on the map from when, as claims have it.
        off: the places without a point, the most named first.
        first, last: the ISO days between which the claims are dated, "" where none is.
        tiles: the street tiles under it; None: outlines alone.
    """

    title: str
    rows: tuple[MapRow, ...]
    facets: tuple[Facet, ...]
    sides: tuple[Mark, ...]
    placeless: int
    off: tuple[Off, ...]
    holdings: tuple[HoldingBrief, ...]
    first: str
    last: str
    tiles: Tiles | None


def map_page(parts: Parts) -> MapPage:
    """The context of the map."""
    rows = tuple(_rows(parts))
    briefs = [row.row.brief for row in rows]
    off = [
        Off(parts.place(place), len(claims))
        for place, claims in parts.claims_at.items()
        if parts.place(place).point is None
    ]
    days = [day for brief in briefs if brief.when for day in (brief.when.first.first, brief.when.last.last)]
    return MapPage(
        title="Map",
        rows=rows,
        facets=_facets(parts, rows, briefs),
        sides=side_marks(parts),
        placeless=sum(brief.place is None for brief in parts.all_claims),
        off=tuple(sorted(off, key=lambda each: (-each.claims, each.place.label.casefold()))),
        holdings=tuple(one for one in parts.holdings if one.place.point),
        first=min(days).isoformat() if days else "",
        last=max(days).isoformat() if days else "",
        tiles=parts.tiles,
    )


def _rows(parts: Parts) -> Iterable[MapRow]:
    sides = parts.index.sides
    for brief in parts.all_claims:
        if brief.place and brief.place.point:
            about = (sides.side(mark) for mark in (brief.party, brief.actor, brief.target))
            yield MapRow(
                claim_row(brief),
                brief.place,
                "|".join(dict.fromkeys(side for side in about if side)),
                sides.side(brief.source.side),
                parts.findings_with(brief.id),
            )


def _facets(parts: Parts, rows: Iterable[MapRow], briefs: list[ClaimBrief]) -> tuple[Facet, ...]:
    points = [row.place.point for row in rows]
    return (
        *claim_facets(briefs, parts.index.sides.slots),
        facet("side", "Side it is about", (side for row in rows for side in row.sides.split("|"))),
        facet("speaks", "Source speaks for", (row.speaks_for for row in rows)),
        facet(
            "measure",
            "Measure",
            (brief.claim.measure or "" for brief in briefs),
            lambda word: MEASURES.get(word, opened(word)),
        ),
        facet(
            "precision",
            "How precise",
            (str(point.precision or "") for point in points if point),
            lambda code: WHERE_PREC[int(code)],
        ),
    )
