"""The reviewer's hand: what people decided about single claims overrules the rules.

A rejected claim stays in its series and bounds nothing; a merged one repeats the claim that it was merged
into;
a pinned one bounds as the reviewer says, within what its words allow.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from counterclaim.model import BoundKind, Claim, Decision, in_force
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.weighing import Verdict, aside


@dataclass(frozen=True, slots=True)
class Pin:
    """What a reviewer wants a claim to be weighed by: a bound, or the rule of this name.

    Attributes:
        reason: whose decision it is and why, as a finding shows it.
    """

    bound: BoundKind | None
    rule: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Hand:
    """The decisions in force, by the id of the claim.

    Attributes:
        rejected: why each rejected claim is left out.
        merged: for each merged claim the id of the one that it repeats, and why.
        pins: how each pinned claim is to be weighed; the latest pin holds.
    """

    rejected: Mapping[str, str] = field(default_factory=dict)
    merged: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    pins: Mapping[str, Pin] = field(default_factory=dict)

    def asides(self, accounts: Iterable[Account]) -> dict[str, Verdict]:
        """The verdicts on claims of a series that reviewers left out."""
        found: dict[str, Verdict] = {}
        for account in accounts if self.rejected or self.merged else ():
            if account.id in self.rejected:
                found[account.id] = aside(account, "rejected", self.rejected[account.id])
            elif account.id in self.merged:
                into, why = self.merged[account.id]
                found[account.id] = aside(account, "merged", why, into)
        return found


def hand_of(decisions: Iterable[Decision], overruled: Iterable[Claim]) -> Hand:
    """What the decisions in force say about each claim.

    Args:
        decisions: all of a casebook, in their order.
        overruled: the claims that count for nothing by them.
    """
    gone = {claim.id for claim in overruled}
    rejected: dict[str, str] = {}
    merged: dict[str, tuple[str, str]] = {}
    pins: dict[str, Pin] = {}
    for decision in in_force(decisions):
        if not decision.claims:  # all of them are sealed
            continue
        first, *others = decision.claims
        if decision.action == "reject":
            rejected |= {claim: _said(decision) for claim in decision.claims if claim in gone}
        elif decision.action == "merge":
            merged |= {claim: (first, _said(decision)) for claim in others if claim in gone}
        elif decision.action == "pin":
            pin = Pin(decision.values.get("bound"), decision.values.get("rule"), _said(decision))
            pins |= dict.fromkeys(decision.claims, pin)
    return Hand(rejected, merged, pins)


def in_comparison(overruled: Iterable[Claim], hand: Hand) -> list[Claim]:
    """Those of the overruled claims that are shown in their series: all but the ones that were split."""
    return [claim for claim in overruled if claim.id in hand.rejected or claim.id in hand.merged]


def _said(decision: Decision) -> str:
    """Why, without the reviewer's name: findings are published."""
    return f"a reviewer decided so (decision {decision.number}): {decision.reason}"
