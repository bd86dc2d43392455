"""The first page: what was read, the key figures, the heaviest contradictions."""

from collections import Counter
from dataclasses import dataclass

from counterclaim.model import Finding
from counterclaim.publication.dates import When, period
from counterclaim.publication.disputes import ContradictionBrief
from counterclaim.publication.parts import Parts
from counterclaim.publication.sides import Mark
from counterclaim.publication.views.incident import has_page
from counterclaim.publication.views.ledger import LedgerGroup, ledger

KEY_FIGURES = 20
HEAVIEST = 4


@dataclass(frozen=True, slots=True)
class Tally:
    """How much of each thing the record holds."""

    documents: int
    unread: int
    claims: int
    counts: int
    events: int
    sources: int
    findings: int
    contradictions: int
    incidents: int
    passed_over: int


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """The overview.

    Attributes:
        read_over: the dates of the documents, from the first to the last.
        sides: the parties with a place in the palette, in its order.
        key_figures: the findings that most claims speak of.
        heaviest: the heaviest contradictions.
    """

    title: str
    tally: Tally
    read_over: When | None
    sides: tuple[Mark, ...]
    key_figures: tuple[LedgerGroup, ...]
    heaviest: tuple[ContradictionBrief, ...]


def overview_page(parts: Parts) -> OverviewPage:
    """The context of the overview."""
    index = parts.index
    dates = sorted(document.date for document in index.documents.values() if document.date)
    ranked = sorted(index.findings, key=lambda key: _prominence(index.findings[key]), reverse=True)
    return OverviewPage(
        title="Overview",
        tally=tally(parts),
        read_over=period(dates[0], dates[-1]) if dates else None,
        sides=side_marks(parts),
        key_figures=ledger(parts, ranked[:KEY_FIGURES]),
        heaviest=tuple(parts.contradiction(key) for key in list(index.contradictions)[:HEAVIEST]),
    )


def tally(parts: Parts) -> Tally:
    """Count what the record holds."""
    index = parts.index
    kinds = Counter(claim.kind for claim in index.claims.values())
    return Tally(
        documents=len(index.documents),
        unread=len(index.record.unread),
        claims=len(index.claims),
        counts=kinds["count"],
        events=kinds["event"],
        sources=len({brief.source.register_name for brief in parts.all_claims}),
        findings=len(index.findings),
        contradictions=len(index.contradictions),
        incidents=sum(map(has_page, index.incidents.values())),
        passed_over=len(index.record.passed_over),
    )


def side_marks(parts: Parts) -> tuple[Mark, ...]:
    """The parties that have a place in the palette, in its order."""
    marks = (Mark(name, slot) for name, slot in parts.index.sides.slots.items() if slot)
    return tuple(sorted(marks, key=lambda mark: (mark.slot, mark.name)))


def _prominence(finding: Finding) -> tuple[bool, bool, bool, int, int]:
    """What has a bound and several claims first, of that running tolls of the whole conflict."""
    series = finding.series
    disputed = finding.mentions > 1 and (finding.low, finding.high) != (None, None)
    toll = series.scope == "cumulative"
    return disputed, toll, toll and series.place is None, finding.origins, finding.mentions
