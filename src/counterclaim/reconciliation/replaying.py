"""What could be known when: each finding as the claims made by the end of a day support it.

A finding is weighed anew for every day on which one of its claims was made, from those of its series that
were made by then. Who stands on whose side, and which claims form the series, is taken from all claims: where
that too should be as on the day, `reconcile` with `as_of` works it out anew.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from counterclaim.model import Conflict, Finding, Record
from counterclaim.partial_date import PartialDate
from counterclaim.policy import Policy
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.findings import finding, weigh
from counterclaim.reconciliation.preparing import prepare
from counterclaim.reconciliation.series import Line


@dataclass(frozen=True, slots=True)
class KnownThen:
    """A finding as it could be made on a day.

    Attributes:
        day: the day at whose end the claims had been made.
        finding: what they support.
    """

    day: PartialDate
    finding: Finding


def replay(record: Record) -> dict[str, tuple[KnownThen, ...]]:
    """The stages of each finding, by its id, in the order of the days on which claims were made.

    Claims whose day is not known are in none of them.

    Raises:
        SettingsError: a table of rules is wrong.
    """
    prepared = prepare(
        record.claims,
        record.conflict,
        record.registers,
        documents=record.documents,
        overruled=record.overruled,
        decisions=record.decisions,
        policy=Policy(tuple(rule for rule in record.reconciliation.rules if rule.of_casebook)),
    )
    stages = (tuple(_stages(line, prepared.judge, record.conflict)) for line in prepared.lines)
    return {each[0].finding.id: each for each in stages if each}


def _stages(line: Line, judge: Judge, conflict: Conflict) -> Iterator[KnownThen]:
    for day in sorted({account.known.last for account in line.accounts if account.known}):
        made = tuple(one for one in line.accounts if one.known and one.known.last <= day)
        then = finding(weigh(Line(line.series, made), judge, conflict), judge)
        yield KnownThen(PartialDate.of(date.fromordinal(day)), then)
