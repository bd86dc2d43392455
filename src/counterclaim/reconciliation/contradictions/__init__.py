"""Claims that cannot all be true, or that two sources dispute; one module a kind."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from counterclaim.model import Contradiction
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.contradictions.accusation import accusation_links, mutual_accusations
from counterclaim.reconciliation.contradictions.arithmetic import sum_links, wrong_sums
from counterclaim.reconciliation.contradictions.chronology import date_links, misdated
from counterclaim.reconciliation.contradictions.denial import denial_links, denials
from counterclaim.reconciliation.contradictions.disagreement import disagreements
from counterclaim.reconciliation.contradictions.falling import falling_tolls
from counterclaim.reconciliation.contradictions.linking import Link
from counterclaim.reconciliation.contradictions.twice import counted_twice, twice_links
from counterclaim.reconciliation.findings import Weighed

_Finder = Callable[[Sequence[Account], Judge], list[Contradiction]]
_Linker = Callable[[Sequence[Account], Judge], Iterator[Link]]

__all__ = ["LINKED", "OF_CLAIMS", "OF_SERIES", "heaviest_first"]

LINKED: tuple[tuple[_Finder, _Linker], ...] = (
    (wrong_sums, sum_links),
    (denials, denial_links),
    (mutual_accusations, accusation_links),
    (misdated, date_links),
    (counted_twice, twice_links),
)
"""What finds contradictions among claims, each with what links those that may meet in one."""

OF_CLAIMS = tuple(find for find, _ in LINKED)
"""What finds contradictions among all claims, given in as-of order."""

OF_SERIES: tuple[Callable[[Sequence[Weighed], Judge], list[Contradiction]], ...] = (
    disagreements,
    falling_tolls,
)
"""What finds contradictions within series, one by one, by the verdicts on their claims."""


def heaviest_first(found: Iterable[Contradiction]) -> tuple[Contradiction, ...]:
    """Contradictions of all kinds in the order in which they are shown."""
    return tuple(sorted(found, key=lambda each: (-each.weight, each.kind, each.claims)))
