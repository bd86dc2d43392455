"""What one claim does in a series: the verdict that the steps of weighing hand on."""

from typing import NamedTuple

from counterclaim.model import BoundKind, Weighing
from counterclaim.reconciliation.accounts import Account


class Verdict(NamedTuple):
    """How a claim bounds its series, and why.

    Attributes:
        low, high: the ends that it sets, None where it sets none.
        origin: the id of the claim that it repeats.
        taken_from: the id of the claim that it was taken from, which may be a repeat itself.
        weight: 0 to 1, what the account is worth in a dispute; 0 for one that is set aside before a rule
            is asked.
        weak: whether it counts only where no account that is not weak does.
        disputable: whether the figure stands as its source's present word, so that another can differ
            from it.
        partial: whether it may count only a part, as its text gives other figures beside it.
    """

    account: Account
    bound: BoundKind
    rule: str
    reason: str
    low: int | None = None
    high: int | None = None
    origin: str | None = None
    weight: float = 0.0
    weak: bool = False
    disputable: bool = False
    partial: bool = False
    taken_from: str | None = None

    def weighing(self) -> Weighing:
        """The verdict as a record."""
        return Weighing(self.account.id, self.bound, self.rule, self.reason, self.origin, self.taken_from)


def aside(
    account: Account, rule: str, reason: str, origin: str | None = None, taken_from: str | None = None
) -> Verdict:
    """A verdict that leaves a claim out; a repeat was taken from its origin unless another is named."""
    return Verdict(account, "none", rule, reason, origin=origin, taken_from=taken_from or origin)
