"""The page of all findings."""

from dataclasses import dataclass

from counterclaim.publication.parts import Parts
from counterclaim.publication.views.facets import Facet, facet
from counterclaim.publication.views.ledger import LedgerGroup, ledger


@dataclass(frozen=True, slots=True)
class FindingsPage:
    """Every finding, in ledgers."""

    title: str
    count: int
    groups: tuple[LedgerGroup, ...]
    facets: tuple[Facet, ...]


def findings_page(parts: Parts) -> FindingsPage:
    """The context of the findings page."""
    now = [parts.finding(finding_id) for finding_id in parts.index.findings]
    groups = ledger(parts, [*now, *parts.former_findings])
    every = ((group, row.brief) for group in groups for row in group.rows)
    rows = [(group, brief) for group, brief in every if brief.id in parts.index.findings]
    facets = (
        facet("family", "Kind", (group.family for group, _ in rows)),
        facet("what", "What", (group.what for group, _ in rows)),
        facet("party", "Party", (brief.party.name for _, brief in rows if brief.party)),
        facet("scope", "Toll", (brief.scope for _, brief in rows)),
    )
    return FindingsPage("Findings", len(rows), groups, facets)
