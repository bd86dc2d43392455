"""Claims that cannot all be true, or that two sources dispute; one module a kind."""

from collections.abc import Sequence

from counterclaim.model import Contradiction
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.contradictions.accusation import mutual_accusations
from counterclaim.reconciliation.contradictions.arithmetic import wrong_sums
from counterclaim.reconciliation.contradictions.chronology import misdated
from counterclaim.reconciliation.contradictions.denial import denials
from counterclaim.reconciliation.contradictions.disagreement import disagreements
from counterclaim.reconciliation.contradictions.falling import falling_tolls
from counterclaim.reconciliation.contradictions.twice import counted_twice
from counterclaim.reconciliation.findings import Weighed

__all__ = ["find_contradictions"]


def find_contradictions(
    accounts: Sequence[Account],
    weighed: Sequence[Weighed],
    constrained: Sequence[Contradiction],
    judge: Judge,
) -> tuple[Contradiction, ...]:
    """Every contradiction, the heaviest first.

    Args:
        accounts: all claims, in as-of order.
        weighed: the series with the verdicts on their claims.
        constrained: figures that cannot hold beside their parts and wholes.
        judge: says who is who and who is against whom.
    """
    found = [
        *wrong_sums(accounts, judge),
        *denials(accounts, judge),
        *disagreements(weighed, judge),
        *mutual_accusations(accounts, judge),
        *falling_tolls(weighed, judge),
        *misdated(accounts, judge),
        *counted_twice(accounts, judge),
        *constrained,
    ]
    return tuple(sorted(found, key=lambda each: (-each.weight, each.kind, each.claims)))
