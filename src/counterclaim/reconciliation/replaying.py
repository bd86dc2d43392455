"""What could be known when: findings, their estimates, and the dead of incidents, by the claims made then.

A finding is weighed anew for every day on which one of its claims was made, from those of its series that
were made by then. Who stands on whose side, and which claims form the series, is taken from all claims: where
that too should be as on the day, `reconcile` with `as_of` works it out anew.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from counterclaim.model import Conflict, Estimate, Finding, Incident, Record, Report
from counterclaim.partial_date import PartialDate
from counterclaim.policy import Policy
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.estimates import Residual, Taken, biases_from, estimated, take
from counterclaim.reconciliation.findings import finding, weigh
from counterclaim.reconciliation.incidents.deaths import deaths_of
from counterclaim.reconciliation.preparing import Prepared, prepare
from counterclaim.reconciliation.series import Line, as_told_by

MOST_ESTIMATES = 20_000
"""Estimates of earlier days beyond this number would take longer than the rest of a site."""


@dataclass(frozen=True, slots=True)
class KnownThen:
    """A finding as it could be made on a day.

    Attributes:
        day: the day at whose end the claims had been made.
        finding: what they support.
    """

    day: PartialDate
    finding: Finding


@dataclass(frozen=True, slots=True)
class EstimateThen:
    """What a model of reporting estimates of a finding from a day on.

    Attributes:
        day: the day at whose end the claims had been made.
        estimate: from the claims of its series by then, with what series settled by then teach.
    """

    day: PartialDate
    estimate: Estimate


@dataclass(frozen=True, slots=True)
class IncidentThen:
    """An incident as it could be told on a day.

    Attributes:
        day: the day at whose end the claims had been made.
        incident: its reports by then, and the dead as they give them; what else it holds is of all reports.
    """

    day: PartialDate
    incident: Incident


def ready(record: Record) -> Prepared:
    """A record's claims made ready to be replayed.

    Raises:
        SettingsError: a table of rules is wrong.
    """
    return prepare(
        record.claims,
        record.conflict,
        record.registers,
        documents=record.documents,
        overruled=record.overruled,
        decisions=record.decisions,
        policy=Policy(tuple(rule for rule in record.reconciliation.rules if rule.of_casebook)),
    )


def replay(record: Record, prepared: Prepared | None = None) -> dict[str, tuple[KnownThen, ...]]:
    """The stages of each finding, by its id, in the order of the days on which claims were made.

    Claims whose day is not known are in none of them.

    Args:
        record: the record.
        prepared: its claims made ready, where they are at hand.

    Raises:
        SettingsError: a table of rules is wrong.
    """
    prepared = prepared or ready(record)
    stages = (tuple(_stages(line, prepared.judge, record.conflict)) for line in prepared.lines)
    return {each[0].finding.id: each for each in stages if each}


def replay_incidents(record: Record, prepared: Prepared | None = None) -> dict[str, tuple[IncidentThen, ...]]:
    """The stages of each incident, by its id, in the order of the days on which its reports were made.

    Which claims report one incident is taken from all of them; arguments and errors as for `replay`.
    """
    prepared = prepared or ready(record)
    accounts = {account.id: account for account in prepared.accounts}
    stages = {one.id: tuple(_told(one, accounts, prepared.judge)) for one in record.reconciliation.incidents}
    return {key: each for key, each in stages.items() if each}


def replay_estimates(record: Record, prepared: Prepared | None = None) -> dict[str, tuple[EstimateThen, ...]]:
    """The estimates of each finding, by its id, each from the day on which it became so.

    An estimate changes with the claims of its series, and with every series that is settled. Where that makes
    more than `MOST_ESTIMATES` estimates in all, none is given. Arguments and errors as for `replay`.
    """
    prepared = prepared or ready(record)
    by_day: defaultdict[int, list[Taken]] = defaultdict(list)
    for line in prepared.lines:
        for day, made in _days(line):
            weighed = weigh(Line(line.series, made), prepared.judge, record.conflict)
            by_day[day].append(take(weighed, prepared.judge, record.conflict))
    found: defaultdict[str, list[EstimateThen]] = defaultdict(list)
    current: dict[str, Taken] = {}
    taught: list[Residual] = []
    left = MOST_ESTIMATES
    for day in sorted(by_day):
        current |= {taken.finding: taken for taken in by_day[day]}
        teach = [residual for taken in current.values() for residual in taken.residuals]
        anew = by_day[day] if teach == taught else list(current.values())
        taught, left = teach, left - len(anew)
        if left < 0:
            return {}
        for estimate in estimated(anew, biases_from(teach)):
            before = found[estimate.finding]
            if not before or before[-1].estimate != estimate:
                before.append(EstimateThen(PartialDate.of(date.fromordinal(day)), estimate))
    return {finding_id: tuple(each) for finding_id, each in found.items()}


def _told(incident: Incident, accounts: Mapping[str, Account], judge: Judge) -> Iterator[IncidentThen]:
    members = [accounts[report.claim] for report in incident.reports if report.claim in accounts]
    for day in sorted({account.known.last for account in members if account.known}):
        made = [one for one in members if one.known and one.known.last <= day]
        reports = _reports_by(incident, {one.id for one in made})
        then = replace(incident, reports=reports, deaths=deaths_of(made, judge))
        yield IncidentThen(PartialDate.of(date.fromordinal(day)), then)


def _reports_by(incident: Incident, made: set[str]) -> tuple[Report, ...]:
    """The reports made by then; of those that repeat one made later, the first stands for it."""
    stand_in: dict[str, str] = {}
    found: list[Report] = []
    for report in incident.reports:
        if report.claim in made:
            origin = report.origin
            if origin is not None and origin not in made:
                first = stand_in.setdefault(origin, report.claim)
                origin = None if first == report.claim else first
            found.append(replace(report, origin=origin))
    return tuple(found)


def _stages(line: Line, judge: Judge, conflict: Conflict) -> Iterator[KnownThen]:
    for day, made in _days(line):
        weighed = weigh(Line(line.series, made), judge, conflict)
        then = finding(weighed, judge, told=as_told_by(line.series, made))
        yield KnownThen(PartialDate.of(date.fromordinal(day)), then)


def _days(line: Line) -> Iterator[tuple[int, tuple[Account, ...]]]:
    """The days on which claims of a series were made, as ordinals, each with those made by its end."""
    for day in sorted({account.known.last for account in line.accounts if account.known}):
        yield day, tuple(one for one in line.accounts if one.known and one.known.last <= day)
