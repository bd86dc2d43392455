"""A claim's number: in the words that were used for it, as wide as they make it, and against another."""

import re

from counterclaim.model import Claim

_FIGURES = re.compile(r"\d+(?:,\d{3})*")

APPROXIMATE = 0.1
"""By what share "about" and "nearly" may miss."""


def is_vague(claim: Claim) -> bool:
    """Whether the number is a word such as "dozens", which the vocabulary gives a least number only."""
    return bool(claim.approx) and claim.high is None


def claimed(claim: Claim) -> str:
    """The number as it was put: "more than 5,000", "about 40,000", "2,300 to 2,500"."""
    low, high = claim.low, claim.high
    if low is not None and low == high:
        return f"{'about ' if claim.approx else ''}{low:,}"
    if low is not None and is_vague(claim):
        return f"{low:,} or more, in a vague word"
    if high is None and low is not None:
        written = {number.replace(",", "") for number in _FIGURES.findall(claim.quote)}
        below = low - 1
        if below and str(below) in written and str(low) not in written:
            return f"more than {below:,}"
        return f"at least {low:,}"
    if low is None and high is not None:
        return f"up to {high:,}"
    return str(claim.range)


def apart(one: int, other: int) -> float:
    """How far two numbers are apart: 0 if equal, 0.5 at twice, 0.9 at ten times.

    It is one minus the ratio of the smaller to the larger; 0 counts as a half, so that none against
    one is as far apart as one against two.
    """
    smaller, larger = sorted((max(one, 0.5), max(other, 0.5)))
    return 1 - smaller / larger


def widened(claim: Claim) -> tuple[int, int | None]:
    """The least and the greatest number that a claim's words allow, "about" taken at its widest."""
    low, high = claim.low or 0, claim.high
    if not claim.approx:
        return low, high
    return int(low * (1 - APPROXIMATE)), None if high is None else int(high * (1 + APPROXIMATE)) + 1
