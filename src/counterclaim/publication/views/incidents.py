"""The page of all incidents that are told more than once or count the dead."""

from dataclasses import dataclass

from counterclaim.model import Incident
from counterclaim.publication import urls
from counterclaim.publication.incidents import (
    DISPUTES,
    deaths_words,
    incident_stages,
    incident_what,
    incident_when,
    told_words,
)
from counterclaim.publication.parts import Parts
from counterclaim.publication.sides import Mark
from counterclaim.publication.stages import StageRow, first_day
from counterclaim.publication.views.facets import Facet, facet
from counterclaim.publication.views.incident import has_page


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """An incident as the list shows it.

    Attributes:
        figure: the dead in figures, "" where no report counts them.
        parties: who is said to have done it, or to whom, as far as they are known parties.
        differ: about what its reports differ, in words.
        known: the day by whose end the first report had been made, in ISO form; "" where that is not known.
    """

    incident: Incident
    url: str
    what: str
    when: str
    figure: str
    told: str
    stages: tuple[StageRow, ...]
    parties: tuple[Mark, ...]
    differ: str
    known: str


@dataclass(frozen=True, slots=True)
class IncidentsPage:
    """The incidents in the order of their days; `single` counts the events that are told once."""

    title: str
    lines: tuple[IncidentLine, ...]
    single: int
    facets: tuple[Facet, ...]


def incidents_page(parts: Parts) -> IncidentsPage:
    """The context of the page of incidents."""
    every = parts.index.incidents.values()
    shown = sorted(
        filter(has_page, every), key=lambda one: (one.from_date or "~", one.to_date or "~", one.id)
    )
    lines = tuple(_line(parts, one) for one in shown)
    facets = (
        facet("what", "What", (line.what for line in lines)),
        facet("party", "Party", (mark.name for line in lines for mark in line.parties)),
        facet("place", "Place", (line.incident.place or "" for line in lines)),
    )
    return IncidentsPage("Incidents", lines, len(every) - len(lines), facets)


def _line(parts: Parts, incident: Incident) -> IncidentLine:
    names = dict.fromkeys((*incident.actors, *incident.targets))
    marks = (parts.index.sides.mark(name) for name in names)
    return IncidentLine(
        incident=incident,
        url=urls.incident(incident.id),
        what=incident_what(incident),
        when=incident_when(incident),
        figure=deaths_words(incident.deaths[0]) if incident.deaths else "",
        told=told_words(incident),
        stages=incident_stages(parts.incident_stages.get(incident.id, ())),
        parties=tuple(mark for mark in marks if mark and mark.slot is not None),
        differ=", ".join(DISPUTES[one.about].lower() for one in incident.disputes),
        known=first_day(parts.claim(report.claim).known for report in incident.reports),
    )
