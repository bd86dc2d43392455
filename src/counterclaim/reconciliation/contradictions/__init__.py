"""Claims that cannot all be true, or that two sources dispute; one module a kind."""

from collections.abc import Callable, Iterable, Sequence

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

__all__ = ["OF_CLAIMS", "OF_SERIES", "heaviest_first"]

OF_CLAIMS: tuple[Callable[[Sequence[Account], Judge], list[Contradiction]], ...] = (
    wrong_sums,
    denials,
    mutual_accusations,
    misdated,
    counted_twice,
)
"""What finds contradictions among all claims, given in as-of order."""

OF_SERIES: tuple[Callable[[Sequence[Weighed], Judge], list[Contradiction]], ...] = (
    disagreements,
    falling_tolls,
)
"""What finds contradictions within series, one by one, by the verdicts on their claims."""


def heaviest_first(found: Iterable[Contradiction]) -> tuple[Contradiction, ...]:
    """Contradictions of all kinds in the order in which they are shown."""
    return tuple(sorted(found, key=lambda each: (-each.weight, each.kind, each.claims)))
