"""Figures of the dead of one incident that stand in different series, since their sources place it apart.

"28 in Qana" and "54 in Tyre" are no series; where both are reports of one strike, they are two answers to one
question, and are weighed as a series is.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from counterclaim.model import Conflict, Contradiction, Incident, Series
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.contradictions.disagreement import disagreements
from counterclaim.reconciliation.findings import weigh
from counterclaim.reconciliation.series import Line


def disputed_tolls(
    incidents: Iterable[Incident],
    accounts: Iterable[Account],
    told: Iterable[Contradiction],
    judge: Judge,
    conflict: Conflict,
) -> list[Contradiction]:
    """Disagreements over the dead of one incident that no series shows.

    Args:
        incidents: with what their reports give differently.
        accounts: all claims.
        told: the contradictions found so far; one that already sets two of the claims apart is not repeated.
        judge: weighs the figures.
        conflict: the casebook's war.
    """
    differing = [one for one in incidents if any(dispute.about == "deaths" for dispute in one.disputes)]
    reported = {report.claim for one in differing for report in one.reports}
    by_id = {account.id: account for account in accounts if account.id in reported}
    shown: defaultdict[str, set[str]] = defaultdict(set)
    for contradiction in told:
        if contradiction.kind == "disagreement":
            for claim in contradiction.claims:
                shown[claim].update(contradiction.claims)
    found: list[Contradiction] = []
    for incident in differing:
        members = [by_id[report.claim] for report in incident.reports if report.claim in by_id]
        for line in _lines(incident, members):
            dispute = disagreements([weigh(line, judge, conflict)], judge)
            found += [
                replace(one, rule="tolls_of_one_incident") for one in dispute if not _is_shown(one, shown)
            ]
    return found


def _is_shown(one: Contradiction, shown: Mapping[str, set[str]]) -> bool:
    """Whether another disagreement has two of its claims or more."""
    return any(len(shown.get(claim, set()) & set(one.claims)) > 1 for claim in one.claims)


def _lines(incident: Incident, members: Sequence[Account]) -> Iterator[Line]:
    """The figures of the dead of each kind of people, as a series of the incident's place and days."""
    kinds: defaultdict[tuple[str, str | None], list[Account]] = defaultdict(list)
    for account in members:
        claim = account.claim
        if claim.measure == "killed" and claim.object and claim.stance == "asserts":
            kinds[claim.object, account.party].append(account)
    for (counted, _), accounts in kinds.items():
        if len({account.place for account in accounts}) > 1:
            ordered = tuple(sorted(accounts, key=lambda account: account.order))
            days = incident.from_date, incident.to_date
            party = ordered[0].claim.party
            yield Line(Series("killed", counted, party, incident.place, "incident", *days), ordered)
