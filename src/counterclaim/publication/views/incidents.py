"""The page of all incidents that are told more than once or count the dead."""

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.model import Incident
from counterclaim.publication import urls
from counterclaim.publication.earlier import Stage, changes, stretches
from counterclaim.publication.incidents import IncidentRow, incident_rows, incident_what, incident_words
from counterclaim.publication.parts import Parts
from counterclaim.publication.sides import Mark
from counterclaim.publication.views.facets import Facet, facet
from counterclaim.publication.views.incident import has_page


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """An incident as the list shows it.

    Attributes:
        words: what it is, when, its dead and how often it is told; `stages`: the same on earlier days.
        parties: who is said to have done it, or to whom, as far as they are known parties.
        known: over which days the list shows it, as pages have it in `data-known`.
    """

    incident: Incident
    url: str
    what: str
    words: IncidentRow
    stages: tuple[IncidentRow, ...]
    parties: tuple[Mark, ...]
    known: str


@dataclass(frozen=True, slots=True)
class IncidentsPage:
    """The incidents in the order of their days, with those of earlier days alone.

    Attributes:
        single: how many events are told once, in words; `single_then`: the same, with the day from which on.
    """

    title: str
    lines: tuple[IncidentLine, ...]
    single: str
    single_then: tuple[tuple[str, str], ...]
    facets: tuple[Facet, ...]


def incidents_page(parts: Parts) -> IncidentsPage:
    """The context of the page of incidents."""
    now, course = parts.index.incidents, parts.history.incidents
    lines = [
        _line(parts, one, one, course.of_now[one.id], now=has_page(one))
        for one in now.values()
        if has_page(one) or any(stage.thing and has_page(stage.thing) for stage in course.of_now[one.id])
    ]
    lines += (
        _line(parts, former.thing, now[former.heir], former.stages, now=False)
        for former in course.former.values()
        if former.heir is not None and has_page(former.thing)
    )
    lines.sort(key=lambda line: _order(line.incident))
    shown = [line for line in lines if line.incident.id in now]
    facets = (
        facet("what", "What", (line.what for line in shown)),
        facet("party", "Party", (mark.name for line in shown for mark in line.parties)),
        facet("place", "Place", (line.incident.place or "" for line in shown)),
    )
    then = ((str(one.day), _single(one.record.reconciliation.incidents)) for one in parts.history.earlier)
    return IncidentsPage(
        "Incidents",
        tuple(lines),
        _single(tuple(now.values())),
        changes(then),
        facets,
    )


def _order(incident: Incident) -> tuple[str, str, str]:
    return incident.from_date or "~", incident.to_date or "~", incident.id


def _single(incidents: Sequence[Incident]) -> str:
    number = sum(not has_page(one) for one in incidents)
    if not number:
        return ""
    are = "s are" if number != 1 else " is"
    return f"{number:,} more event{are} told only once, without a count of the dead."


def _line(
    parts: Parts, incident: Incident, shown_as: Incident, stages: Sequence[Stage[Incident]], *, now: bool
) -> IncidentLine:
    """The line of an incident; `shown_as` is the one whose page it leads to."""
    names = dict.fromkeys((*incident.actors, *incident.targets))
    marks = (parts.index.sides.mark(name) for name in names)
    only = parts.claim(shown_as.reports[0].claim).url
    return IncidentLine(
        incident=incident,
        url=urls.incident(shown_as.id) if has_page(shown_as) else only,
        what=incident_what(incident),
        words=incident_words(incident),
        stages=incident_rows(stages),
        parties=tuple(mark for mark in marks if mark and mark.slot is not None),
        known=stretches(((stage.day, stage.thing and has_page(stage.thing)) for stage in stages), now=now),
    )
