"""What findings leave of each other: parts and wholes, days and running tolls, in one system a group."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from counterclaim.model import Contradiction, Finding, Implied
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.constraints.explaining import contradiction, narrowed
from counterclaim.reconciliation.constraints.solving import conflicts, ranges
from counterclaim.reconciliation.constraints.system import Bound, Range, System, groups
from counterclaim.reconciliation.constraints.tying import Tied, tie
from counterclaim.reconciliation.findings import Weighed

__all__ = ["Constrained", "constrain"]


@dataclass(frozen=True, slots=True)
class Constrained:
    """Findings with what others leave of them, and the sets of claims that cannot all be true."""

    findings: tuple[Finding, ...]
    contradictions: tuple[Contradiction, ...]


def constrain(weighed: Sequence[Weighed], findings: Sequence[Finding], judge: Judge) -> Constrained:
    """Hold findings against their parts and wholes.

    A series whose own floor stands above its ceiling holds nothing against others. In a group where not all
    bounds can hold, the lightest bound of each smallest set of claims that cannot all be true gives way
    before the others are passed on.

    Args:
        weighed: the series with the verdicts on their claims.
        findings: theirs, in the same order.
        judge: says who speaks of whom.
    """
    tied = tie(weighed, findings, judge)
    implied: dict[int, Implied] = {}
    found: list[Contradiction] = []
    for group in groups(tied.system):
        held, broken = _settled(group, tied)
        found += [
            contradiction(bounds, group, tied, findings, judge)
            for bounds in broken
            if _of_several([tied.said[bound].account for bound in bounds])
        ]
        if held is not None:
            implied |= _implied(held, group, tied, findings, judge)
    narrow = (
        replace(each, implied=implied[place]) if place in implied else each
        for place, each in enumerate(findings)
    )
    return Constrained(tuple(narrow), tuple(found))


def _of_several(accounts: Sequence[Account]) -> bool:
    """Whether claims come from more than one text, or from sources of which one speaks for another side.

    A text seldom contradicts itself without laying its sum out, which is looked for elsewhere; where its
    own numbers do not fit, one of them is more likely to be misread.
    """
    if len({account.claim.document for account in accounts}) > 1:
        return True
    return all(account.named for account in accounts) and len({each.speaker for each in accounts}) > 1


def _settled(group: System, tied: Tied) -> tuple[Mapping[int, Range] | None, list[tuple[Bound, ...]]]:
    """The ranges of a group's numbers, and what had to give way for them."""
    held = ranges(group)
    if held is not None:
        return held, []
    broken = conflicts(group, lambda bound: tied.said[bound].weight)
    gone = {min(one, key=lambda bound: (tied.said[bound].weight, bound)) for one in broken}
    return ranges(group.with_bounds(bound for bound in group.bounds if bound not in gone)), broken


def _implied(
    held: Mapping[int, Range], group: System, tied: Tied, findings: Sequence[Finding], judge: Judge
) -> dict[int, Implied]:
    found: dict[int, Implied] = {}
    for number, (low, high) in held.items():
        place = tied.series.get(number)
        if place is None or number in tied.early:
            continue
        implied = narrowed(number, (low, high), group, tied, findings, judge)
        if implied is not None:
            found[place] = implied
    return found
