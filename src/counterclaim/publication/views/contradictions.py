"""The page of contradictions."""

from dataclasses import dataclass

from counterclaim.publication.disputes import ContradictionBrief
from counterclaim.publication.labels import CONTRADICTION_KINDS
from counterclaim.publication.parts import Parts
from counterclaim.publication.views.facets import Facet, facet

READABLE = 60
"""So many contradictions stand open on the page; nobody reads more. The lighter ones open at a click."""


@dataclass(frozen=True, slots=True)
class ContradictionsPage:
    """Every contradiction, the heaviest first.

    Attributes:
        open: how many of them stand open.
    """

    title: str
    contradictions: tuple[ContradictionBrief, ...]
    facets: tuple[Facet, ...]
    open: int


def contradictions_page(parts: Parts) -> ContradictionsPage:
    """The context of the contradictions page."""
    shown = tuple(parts.contradiction(key) for key in parts.index.contradictions)
    kinds = facet("kind", "Kind", (item.kind for item in shown), CONTRADICTION_KINDS.__getitem__)
    named = (name for item in shown for name in {claim.source.register_name for claim in item.claims})
    sources = facet("source", "Source", named)
    return ContradictionsPage("Contradictions", shown, (kinds, sources), READABLE)
