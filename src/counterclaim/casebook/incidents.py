"""Incidents as rows of their three tables, and back: ``incidents_from(rows_of(incidents)) == incidents``."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import Table

from counterclaim.casebook.rows import Row, date_or_none, plain, record_of, values_of
from counterclaim.casebook.schema import INCIDENT_DEATHS, INCIDENT_REPORTS, INCIDENTS
from counterclaim.model import Deaths, Dispute, Incident, Report

_NAMES = ("actors", "targets")
_DATES = ("from_date", "to_date")
_OWN = tuple(field.name for field in fields(Incident) if field.name not in ("reports", "deaths", "disputes"))


def incident_rows(incidents: Iterable[Incident]) -> dict[Table, list[dict[str, Any]]]:
    """The rows of incidents, by their table."""
    found: dict[Table, list[dict[str, Any]]] = {INCIDENTS: [], INCIDENT_REPORTS: [], INCIDENT_DEATHS: []}
    for position, incident in enumerate(incidents):
        key = incident.id
        found[INCIDENTS].append(_row(incident, key, position))
        for place, report in enumerate(incident.reports):
            found[INCIDENT_REPORTS].append({**values_of(report), "incident": key, "position": place})
        for place, deaths in enumerate(incident.deaths):
            found[INCIDENT_DEATHS].append({**values_of(deaths), "incident": key, "position": place})
    return found


def incidents_from(
    incidents: Iterable[Row],
    reports: Mapping[str, Sequence[Row]],
    deaths: Mapping[str, Sequence[Row]],
) -> Iterator[Incident]:
    """The incidents of rows.

    Args:
        incidents: in their order.
        reports: those of each incident by its id, in order.
        deaths: the same of the dead.
    """
    for row in incidents:
        values = {name: row[name] for name in _OWN}
        values |= {name: tuple(row[name]) for name in _NAMES}
        values |= {name: date_or_none(row[name]) for name in _DATES}
        yield Incident(
            **values,
            reports=tuple(record_of(Report, each) for each in reports.get(row["id"], ())),
            deaths=tuple(record_of(Deaths, each) for each in deaths.get(row["id"], ())),
            disputes=tuple(
                Dispute(about, tuple((words, tuple(claims)) for words, claims in positions))
                for about, positions in row["disputes"]
            ),
        )


def _row(incident: Incident, key: str, position: int) -> dict[str, Any]:
    return {
        "id": key,
        "position": position,
        **{name: getattr(incident, name) for name in _OWN},
        **{name: list(getattr(incident, name)) for name in _NAMES},
        **{name: plain(getattr(incident, name)) for name in _DATES},
        "disputes": [
            [one.about, [[words, list(claims)] for words, claims in one.positions]]
            for one in incident.disputes
        ],
    }
