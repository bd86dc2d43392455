"""The page of an incident: every report of it by side, the dead, and where the reports differ."""

from collections import defaultdict
from dataclasses import dataclass

from counterclaim.model import Deaths, Incident, Report
from counterclaim.publication import urls
from counterclaim.publication.briefs import ClaimBrief
from counterclaim.publication.earlier import Variant, changes, stretches, variants
from counterclaim.publication.incidents import (
    DISPUTES,
    IncidentRow,
    answer_words,
    incident_rows,
    incident_title,
    incident_words,
    precision_words,
    told_words,
    whose_words,
)
from counterclaim.publication.labels import capitalised, rule_label
from counterclaim.publication.parts import Parts
from counterclaim.publication.sides import Mark
from counterclaim.publication.views.decisions import DecisionBrief, decisions_on


@dataclass(frozen=True, slots=True)
class IncidentLink:
    """An incident as the page of a claim names it: its address, title, and how often it is told.

    Attributes:
        told_then: how often it was told, with the day from which on.
        known: over which days it stands, as pages have it in `data-known`.
    """

    url: str
    title: str
    told: str
    told_then: tuple[tuple[str, str], ...]
    known: str


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report with why it stands here.

    Attributes:
        joined: the report that it was joined to, None for the first.
        repeats: the report that it repeats, None for an origin of its own.
    """

    brief: ClaimBrief
    report: Report
    joined: ClaimBrief | None
    repeats: ClaimBrief | None


@dataclass(frozen=True, slots=True)
class SideReports:
    """What one side says of an incident; `side` is None for those who speak for no party."""

    side: Mark | None
    label: str
    rows: tuple[ReportRow, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the differing answers, with the claims that give it."""

    words: str
    claims: tuple[ClaimBrief, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A question to which reports give different answers."""

    question: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class DeathsRow:
    """A line of the table of the dead."""

    whose: str
    deaths: Deaths
    rule: str
    url: str | None


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """An incident.

    Attributes:
        words: what it is, when, its dead and how often it is told.
        stages: the same as it was on earlier days.
        deaths, differences: the table of the dead and where the reports differ, as they were and as they are.
        counted, differing: over which days there were any, as pages have it in `data-known`.
    """

    title: str
    incident: Incident
    words: IncidentRow
    place_precision: str
    stages: tuple[IncidentRow, ...]
    rule: str
    actors: tuple[Mark, ...]
    targets: tuple[Mark, ...]
    deaths: tuple[Variant[tuple[DeathsRow, ...]], ...]
    differences: tuple[Variant[tuple[Difference, ...]], ...]
    counted: str
    differing: str
    sides: tuple[SideReports, ...]
    decisions: tuple[DecisionBrief, ...]


def has_page(incident: Incident) -> bool:
    """Whether an incident has a page: one told once that counts no dead says no more than its claim."""
    return incident.says_more


def incident_page(parts: Parts, incident: Incident) -> IncidentPage:
    """The context of an incident's page."""
    mark = parts.index.sides.mark
    stages = parts.history.incidents.of_now[incident.id]
    known = [(stage.day, stage.thing) for stage in stages if stage.thing]
    return IncidentPage(
        title=incident_title(incident),
        incident=incident,
        words=incident_words(incident),
        place_precision=precision_words(incident),
        stages=incident_rows(stages),
        rule=rule_label(incident.rule),
        actors=tuple(made for name in incident.actors if (made := mark(name))),
        targets=tuple(made for name in incident.targets if (made := mark(name))),
        deaths=variants(_deaths(parts, incident), ((day, _deaths(parts, one)) for day, one in known)),
        differences=variants(
            _differences(parts, incident), ((day, _differences(parts, one)) for day, one in known)
        ),
        counted=stretches(((day, one.deaths) for day, one in known), now=incident.deaths),
        differing=stretches(((day, one.disputes) for day, one in known), now=incident.disputes),
        sides=_sides(parts, incident),
        decisions=_decisions(parts, incident),
    )


def incidents_of(parts: Parts, claim_id: str) -> tuple[IncidentLink, ...]:
    """The incidents with pages that a claim is a report of."""
    found = (parts.index.incidents[key] for key in parts.index.incidents_with.get(claim_id, ()))
    return tuple(_link(parts, one) for one in found if has_page(one))


def _link(parts: Parts, incident: Incident) -> IncidentLink:
    stages = parts.history.incidents.of_now[incident.id]
    return IncidentLink(
        urls.incident(incident.id),
        incident_title(incident),
        told_words(incident),
        changes((stage.day, told_words(stage.thing)) for stage in stages if stage.thing),
        stretches((stage.day, stage.thing) for stage in stages),
    )


def _deaths(parts: Parts, incident: Incident) -> tuple[DeathsRow, ...]:
    return tuple(
        DeathsRow(
            capitalised(whose_words(each)),
            each,
            rule_label(each.rule),
            parts.claim(each.claim).url if each.claim else None,
        )
        for each in incident.deaths
    )


def _differences(parts: Parts, incident: Incident) -> tuple[Difference, ...]:
    return tuple(
        Difference(
            DISPUTES[dispute.about],
            tuple(
                Answer(answer_words(dispute.about, words), parts.claims(claims))
                for words, claims in dispute.positions
            ),
        )
        for dispute in incident.disputes
    )


def _sides(parts: Parts, incident: Incident) -> tuple[SideReports, ...]:
    """The reports by the side that their source speaks for, those that speak for none last."""
    rows: defaultdict[str, list[ReportRow]] = defaultdict(list)
    marks: dict[str, Mark | None] = {}
    for report in incident.reports:
        row = _row(parts, report)
        side = row.brief.source.side
        name = side.name if side else ""
        marks[name] = side
        rows[name].append(row)
    ordered = sorted(rows, key=lambda name: (not name, name))
    return tuple(SideReports(marks[name], name or "Others", tuple(rows[name])) for name in ordered)


def _row(parts: Parts, report: Report) -> ReportRow:
    return ReportRow(
        parts.claim(report.claim),
        report,
        parts.claim(report.joined) if report.joined else None,
        parts.claim(report.origin) if report.origin else None,
    )


def _decisions(parts: Parts, incident: Incident) -> tuple[DecisionBrief, ...]:
    numbers = {report.decision for report in incident.reports}
    every = decisions_on(parts, [report.claim for report in incident.reports])
    return tuple(one for one in every if one.decision.number in numbers)
