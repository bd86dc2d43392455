"""Whether a finding's two ends exclude each other, told from the claims that set them.

The range of a finding runs from its lower to its higher end in any case. Where the highest floor stands above
the lowest ceiling, the floor's figure is the higher end and the ceiling's the lower one, and no number
satisfies both.
"""

from collections.abc import Mapping

from counterclaim.model import Claim, Finding
from counterclaim.reconciliation.numbers import widened


def is_crossed(finding: Finding, claims: Mapping[str, Claim]) -> bool:
    """Whether a finding's highest floor stands above its lowest ceiling, so that the two cannot both hold.

    Args:
        finding: with any range; one that is open on a side is never crossed.
        claims: those of the casebook, by id.
    """
    low, high = finding.low, finding.high
    floor, ceiling = claims.get(finding.floor_claim or ""), claims.get(finding.ceiling_claim or "")
    if low is None or high is None or floor is None or ceiling is None or low == high:
        return False
    return (floor.low, ceiling.high) == (high, low) and not are_about_alike(floor, ceiling)


def are_about_alike(floor: Claim, ceiling: Claim) -> bool:
    """Whether "about" in the words of either lets both hold, although the numbers alone do not."""
    least, _ = widened(floor)
    _, most = widened(ceiling)
    return most is not None and least <= most
