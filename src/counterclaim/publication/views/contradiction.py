"""The page of a contradiction: the words of each side, why it stands here, and what would have to give."""

from dataclasses import dataclass

from counterclaim.partial_date import PartialDate
from counterclaim.publication.briefs import FindingBrief
from counterclaim.publication.dates import date_words
from counterclaim.publication.disputes import ContradictionBrief
from counterclaim.publication.earlier import changes, stretches
from counterclaim.publication.labels import GRADES
from counterclaim.publication.parts import Parts
from counterclaim.publication.views.decisions import DecisionBrief, decisions_on
from counterclaim.publication.views.incident import IncidentLink, incidents_of
from counterclaim.reconciliation.tables import ContradictionRule, load_tables


@dataclass(frozen=True, slots=True)
class ContradictionPage:
    """A contradiction.

    Attributes:
        explanations: what did not fit, as it was put from which day on.
        since: the day from which on it has stood, or did, in words; "" where that is not known.
        until: the day from which on it stood no longer, in words; "" where it stands.
        absent: on which days it does not stand, as pages have it in `data-known`.
        grade: how heavy it is, in words.
        reckoning: how its weight came about; "" where an earlier version of the program found it.
        rule: what found it; None as for `reckoning`.
        findings, incidents: what rests on its claims.
        decisions: what reviewers decided about any of them.
        others: the other contradictions of its claims.
    """

    title: str
    brief: ContradictionBrief
    explanations: tuple[tuple[str, str], ...]
    since: str
    until: str
    absent: str
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
    contradiction = parts.history.every_contradiction[contradiction_id]
    stages = parts.history.contradiction_stages(contradiction_id)
    stands = contradiction_id in parts.index.contradictions
    since = stages[0].day if stages else ""
    absences = [("0001-01-01", True), *((stage.day, not stage.thing) for stage in stages)]
    until = "" if stands or not stages or stages[-1].thing else stages[-1].day
    ids = [claim.id for claim in brief.claims]
    return ContradictionPage(
        title=f"{brief.title}: {brief.about}",
        brief=brief,
        explanations=changes((stage.day, stage.thing.explanation) for stage in stages if stage.thing),
        since=date_words(PartialDate(since)) if since else "",
        until=date_words(PartialDate(until)) if until else "",
        absent=stretches(absences, now=not stands),
        grade=GRADES[brief.grade][1],
        reckoning=contradiction.grade,
        rule=load_tables().contradictions.get(contradiction.rule),
        findings=tuple({one.id: one for each in ids for one in parts.findings_with(each)}.values()),
        incidents=tuple({one.url: one for each in ids for one in incidents_of(parts, each)}.values()),
        decisions=decisions_on(parts, ids),
        others=tuple(one for one in parts.contradictions_with(ids) if one.id != contradiction_id),
    )
