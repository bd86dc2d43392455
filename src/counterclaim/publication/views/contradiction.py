"""The page of a contradiction: the words of each side, why it stands here, and what would have to give."""

from dataclasses import dataclass

from counterclaim.publication.briefs import FindingBrief
from counterclaim.publication.disputes import ContradictionBrief
from counterclaim.publication.labels import GRADES
from counterclaim.publication.parts import Parts
from counterclaim.publication.views.decisions import DecisionBrief, decisions_on
from counterclaim.publication.views.incident import IncidentLink, incidents_of
from counterclaim.reconciliation.tables import ContradictionRule, load_tables


@dataclass(frozen=True, slots=True)
class ContradictionPage:
    """A contradiction.

    Attributes:
        grade: how heavy it is, in words.
        reckoning: how its weight came about; "" where an earlier version of the program found it.
        rule: what found it; None as for `reckoning`.
        findings, incidents: what rests on its claims.
        decisions: what reviewers decided about any of them.
        others: the other contradictions of its claims.
    """

    title: str
    brief: ContradictionBrief
    grade: str
    reckoning: str
    rule: ContradictionRule | None
    findings: tuple[FindingBrief, ...]
    incidents: tuple[IncidentLink, ...]
    decisions: tuple[DecisionBrief, ...]
    others: tuple[ContradictionBrief, ...]


def contradiction_page(parts: Parts, contradiction_id: str) -> ContradictionPage:
    """The context of a contradiction's page."""
    brief = parts.contradiction(contradiction_id)
    contradiction = parts.index.contradictions[contradiction_id]
    ids = [claim.id for claim in brief.claims]
    return ContradictionPage(
        title=f"{brief.title}: {brief.about}",
        brief=brief,
        grade=GRADES[brief.grade][1],
        reckoning=contradiction.grade,
        rule=load_tables().contradictions.get(contradiction.rule),
        findings=tuple({one.id: one for each in ids for one in parts.findings_with(each)}.values()),
        incidents=tuple({one.url: one for each in ids for one in incidents_of(parts, each)}.values()),
        decisions=decisions_on(parts, ids),
        others=tuple(one for one in parts.contradictions_with(ids) if one.id != contradiction_id),
    )
