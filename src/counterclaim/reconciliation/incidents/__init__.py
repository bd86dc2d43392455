"""One event, many reports: claims grouped as incidents by a named rule, which reviewers can overrule."""

from collections.abc import Iterable, Sequence

from counterclaim.model import Decision, Incident, in_force
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.incidents.describing import described, order_of
from counterclaim.reconciliation.incidents.grouping import grouped
from counterclaim.reconciliation.incidents.policy import load_policy
from counterclaim.reconciliation.incidents.reviewed import MERGED, SPLIT, reviewed
from counterclaim.reconciliation.incidents.sightings import Sightings

__all__ = ["MERGED", "SPLIT", "find_incidents", "order_of"]


def find_incidents(
    accounts: Iterable[Account], judge: Judge, decisions: Sequence[Decision] = ()
) -> tuple[Incident, ...]:
    """Group claims that report one event.

    Args:
        accounts: all claims; events of types that the rule groups, and counts of harm in one event or on one
            day, are taken. Claims that say neither where nor when are of no incident unless they fit one.
        judge: knows the names, and weighs figures of the dead.
        decisions: what reviewers decided; those on incidents that are in force are carried out.

    Returns:
        Every incident, also those of a single report; those of most independent origins first.
    """
    policy = load_policy()
    sightings = list(Sightings(judge.names, judge.tables, policy).of(accounts))
    groups = grouped(sightings, policy)
    standing = in_force(decisions)
    if standing:
        groups = reviewed(groups, standing, {one.account.id: one for one in sightings})
    return tuple(sorted((described(group, policy, judge) for group in groups), key=order_of))
