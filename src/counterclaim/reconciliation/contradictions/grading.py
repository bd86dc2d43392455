"""How heavy a contradiction is, with the reckoning that says so."""

from collections.abc import Mapping
from dataclasses import dataclass

VAGUE = 0.6
"""What a vague word leaves of a weight."""


@dataclass(frozen=True, slots=True)
class Grade:
    """A weight from 0 to 1, and how it came about, in words: "1.00 (gravity) × (0.40 (any denial) + …)"."""

    weight: float
    words: str


def graded(terms: Mapping[str, float], **factors: float) -> Grade:
    """Grade a contradiction by what adds to its weight and what multiplies it.

    The terms and their sizes are this project's own; docs/methods.md lists them by kind.

    Args:
        terms: what is added up, by what it stands for; one of 0 is left out.
        factors: what the sum is multiplied with, by what it stands for; one of 1 is told only if it is the
            gravity of what is counted or done.
    """
    product = sum(terms.values())
    for factor in factors.values():
        product *= factor
    told = [_number(size, name) for name, size in factors.items() if size != 1 or name == "gravity"]
    added = " + ".join(_number(size, name) for name, size in terms.items() if size)
    several = sum(map(bool, terms.values())) > 1 and told
    return Grade(round(min(1.0, product), 3), " × ".join([*told, f"({added})" if several else added]))


def _number(size: float, name: str) -> str:
    return f"{size:.2f} ({name.replace('_', ' ')})"
