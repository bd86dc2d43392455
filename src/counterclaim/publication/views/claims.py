"""The table of all claims."""

from dataclasses import dataclass

from counterclaim.publication.briefs import ClaimBrief
from counterclaim.publication.parts import Parts
from counterclaim.publication.views.facets import Facet, claim_facets, party_names


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with what the table's filter finds it by.

    Attributes:
        parties: the parties that it is about.
        also: other names of its place, so that a search by any of them finds it.
        number: the number to sort by.
    """

    brief: ClaimBrief
    parties: str
    also: str
    number: int | None


@dataclass(frozen=True, slots=True)
class ClaimsPage:
    """The table of claims."""

    title: str
    rows: tuple[ClaimRow, ...]
    facets: tuple[Facet, ...]


def claims_page(parts: Parts) -> ClaimsPage:
    """The context of the claims table."""
    rows = tuple(claim_row(brief) for brief in parts.all_claims)
    return ClaimsPage("Claims", rows, claim_facets(parts.all_claims, parts.index.sides.slots))


def claim_row(brief: ClaimBrief) -> ClaimRow:
    """A claim with what the table's filter finds it by."""
    names = [name for name in brief.place.entity.names if name != brief.claim.place] if brief.place else []
    return ClaimRow(brief, "|".join(party_names(brief)), " ".join(names), brief.claim.range.headline)
