"""An incident in words, and as a row with the columns that data sets of events share."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from counterclaim.gazetteer import WHERE_PREC
from counterclaim.model import Claim, Conflict, Deaths, Incident
from counterclaim.partial_date import PartialDate
from counterclaim.publication.dates import period
from counterclaim.publication.earlier import Stage
from counterclaim.publication.labels import capitalised, event_phrase
from counterclaim.taxonomies import crosswalk

NO_EVENT = "Deaths, injuries or damage"
"""What an incident is called all of whose reports only count harm."""

DISPUTES: dict[str, str] = {
    "denial": "Whether it happened",
    "type": "What it was",
    "date": "When",
    "place": "Where",
    "actor": "Who did it",
    "target": "Against whom",
    "deaths": "How many died",
}

INCIDENT_COLUMNS = (
    "id", "event_type", "date_start", "date_end", "date_prec", "side_a", "side_b", "where_coordinates",
    "where_prec", "latitude", "longitude", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown",
    "best", "low", "high", "number_of_sources", "number_of_reports", "source_article", "actors", "targets",
    "disputes", "claims", "rule", "acled_sub_event_types", "plover",
)  # fmt: skip
"""The columns of an exported incident; those that UCDP GED has too bear its names."""


def incident_what(incident: Incident) -> str:
    """What sort of event it is, as a heading."""
    return event_phrase(incident.event_type) if incident.event_type else NO_EVENT


def incident_title(incident: Incident) -> str:
    """An incident in one line: "Shelling, Ganja, 4 October 2020"."""
    return ", ".join(
        part for part in (incident_what(incident), incident.place, incident_when(incident)) if part
    )


def incident_when(incident: Incident) -> str:
    """When, in words."""
    when = period(incident.from_date, incident.to_date)
    return when.words if when else "undated"


def deaths_words(deaths: Deaths) -> str:
    """The dead in figures: "17 (14 to 23)"; low and high are left out where they are the best."""
    if deaths.low == deaths.best == deaths.high:
        return f"{deaths.best:,}"
    return f"{deaths.best:,} ({deaths.low:,} to {deaths.high:,})"


def answer_words(about: str, words: str) -> str:
    """One of the answers of a dispute, in words."""
    match about:
        case "type":
            return event_phrase(words)
        case "denial":
            return capitalised(words)
    return words


def whose_words(deaths: Deaths) -> str:
    """Whose dead: "fighters of Georgia", "civilians", "all people"."""
    if deaths.party:
        return f"{deaths.status} of {deaths.party}"
    return "all people" if deaths.status == "people" else deaths.status


def told_words(incident: Incident) -> str:
    """How often it is told: "3 independent origins, 5 reports"."""
    origins = f"{incident.origins:,} independent origin{'s' if incident.origins != 1 else ''}"
    return f"{origins}, {incident.mentions:,} report{'s' if incident.mentions != 1 else ''}"


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """An incident in words as it was known on a day, in ISO form; the words are "" where it was not.

    Attributes:
        figure: the dead in figures, and `killed` the word behind it; "" where no report counts them.
        told: how often it is told.
        heading: what happened and where.
        differ: about what its reports differ.
    """

    day: str
    figure: str = ""
    killed: str = ""
    told: str = ""
    heading: str = ""
    when: str = ""
    differ: str = ""


def incident_words(incident: Incident, day: str = "") -> IncidentRow:
    """An incident in words, by default as it is now."""
    return IncidentRow(
        day=day,
        figure=deaths_words(incident.deaths[0]) if incident.deaths else "",
        killed="killed" if incident.deaths else "",
        told=told_words(incident),
        heading=incident_heading(incident),
        when=incident_when(incident),
        differ=differ_words(incident),
    )


def incident_rows(stages: Iterable[Stage[Incident]]) -> tuple[IncidentRow, ...]:
    """An incident in words as it was on earlier days, the earliest first."""
    return tuple(
        incident_words(stage.thing, stage.day) if stage.thing else IncidentRow(stage.day) for stage in stages
    )


def incident_heading(incident: Incident) -> str:
    """What happened, and where: "Shelling, Ganja"."""
    return ", ".join(part for part in (incident_what(incident), incident.place) if part)


def differ_words(incident: Incident) -> str:
    """About what its reports differ: "Reports differ: when, who did it"; "" where they agree."""
    about = ", ".join(DISPUTES[one.about].lower() for one in incident.disputes)
    return f"Reports differ: {about}" if about else ""


def precision_words(incident: Incident) -> str:
    """How well its place is known."""
    return WHERE_PREC[incident.precision] if incident.precision else ""


def incident_row(
    incident: Incident, conflict: Conflict, claims: Mapping[str, Claim], documents: Mapping[str, str]
) -> dict[str, Any]:
    """An incident as a row with the columns `INCIDENT_COLUMNS`.

    Args:
        incident: the incident.
        conflict: the order of its parties decides which is side a.
        claims: by id.
        documents: each document's name, by digest.
    """
    sides = _sides(incident, conflict)
    mapped = crosswalk().get(incident.event_type or "")
    whole = incident.deaths[0] if incident.deaths else None
    fighters = {one.party: one.best for one in incident.deaths[1:] if one.status == "fighters" and one.party}
    by_side = [fighters.get(side, 0) if side else 0 for side in sides]
    civilians = _civilians(incident)
    reports = [claims[report.claim] for report in incident.reports]
    return {
        "id": incident.id,
        "event_type": incident.event_type,
        "date_start": incident.from_date,
        "date_end": incident.to_date,
        "date_prec": date_precision(incident.from_date, incident.to_date),
        "side_a": sides[0],
        "side_b": sides[1],
        "where_coordinates": incident.place,
        "where_prec": incident.precision,
        "latitude": incident.latitude,
        "longitude": incident.longitude,
        "deaths_a": by_side[0] if whole else None,
        "deaths_b": by_side[1] if whole else None,
        "deaths_civilians": civilians if whole else None,
        "deaths_unknown": max(0, whole.best - sum(by_side) - civilians) if whole else None,
        "best": whole.best if whole else None,
        "low": whole.low if whole else None,
        "high": whole.high if whole else None,
        "number_of_sources": incident.origins,
        "number_of_reports": incident.mentions,
        "source_article": sorted({documents[claim.document] for claim in reports}),
        "actors": list(incident.actors),
        "targets": list(incident.targets),
        "disputes": [one.about for one in incident.disputes],
        "claims": [claim.id for claim in reports],
        "rule": incident.rule,
        "acled_sub_event_types": [str(kind) for kind in mapped.acled] if mapped else [],
        "plover": list(mapped.plover) if mapped else [],
    }


def date_precision(first: PartialDate | None, last: PartialDate | None) -> int | None:
    """How well a date is known, as UCDP GED's `date_prec`: 1 the day, 2 two to six days, 3 a week, 4 a month.

    5 stands for more than a month; None where nothing is known.
    """
    if first is None or last is None:
        return None
    days = (last.last - first.first).days + 1
    return next(code for code, most in ((1, 1), (2, 6), (3, 7), (4, 31), (5, days)) if days <= most)


def _sides(incident: Incident, conflict: Conflict) -> tuple[str | None, str | None]:
    """Two parties of the incident: those that the casebook declares, in its order, then as often named."""
    dead = [one.party for one in incident.deaths if one.party]
    named = list(dict.fromkeys((*incident.actors, *dead, *incident.targets)))
    declared = [party.name for party in conflict.parties if party.name in named]
    first, second, *_ = (*declared, *(name for name in named if name not in declared), None, None)
    return first, second


def _civilians(incident: Incident) -> int:
    counts = [one for one in incident.deaths[1:] if one.status == "civilians"]
    of_parties = sum(one.best for one in counts if one.party)
    return max([of_parties, *(one.best for one in counts if not one.party)])
