"""The list of contradictions."""

from dataclasses import dataclass

from counterclaim.publication.disputes import ContradictionBrief
from counterclaim.publication.labels import CONTRADICTION_KINDS, GRADES
from counterclaim.publication.parts import Parts
from counterclaim.publication.views.facets import Facet, facet, party_names


@dataclass(frozen=True, slots=True)
class ContradictionLine:
    """A contradiction in the list.

    Attributes:
        sources, parties: who speaks in it and whom it is about, each name once, joined by "|".
        words: all that its claims say, for the search alone.
    """

    brief: ContradictionBrief
    sources: str
    parties: str
    words: str


@dataclass(frozen=True, slots=True)
class ContradictionsPage:
    """Every contradiction, the heaviest first, then those that stood on earlier days alone."""

    title: str
    lines: tuple[ContradictionLine, ...]
    facets: tuple[Facet, ...]


def contradictions_page(parts: Parts) -> ContradictionsPage:
    """The context of the list of contradictions."""
    lines = tuple(_line(parts.contradiction(key)) for key in parts.history.every_contradiction)
    shown = [line for line in lines if line.brief.id in parts.index.contradictions]
    briefs = [line.brief for line in shown]
    grades = facet("grade", "Grade", (brief.grade for brief in briefs), lambda grade: GRADES[grade][1])
    return ContradictionsPage(
        "Contradictions",
        lines,
        (
            facet("kind", "Kind", (brief.kind for brief in briefs), CONTRADICTION_KINDS.__getitem__),
            grades.ordered(GRADES),
            facet("party", "Party", (name for line in shown for name in line.parties.split("|"))),
            facet("source", "Source", (name for line in shown for name in line.sources.split("|"))),
        ),
    )


def _line(brief: ContradictionBrief) -> ContradictionLine:
    return ContradictionLine(
        brief,
        sources="|".join(source.register_name for source in brief.speakers),
        parties="|".join(dict.fromkeys(name for claim in brief.claims for name in party_names(claim))),
        words=" ".join(dict.fromkeys(claim.claim.quote for claim in brief.claims)),
    )
