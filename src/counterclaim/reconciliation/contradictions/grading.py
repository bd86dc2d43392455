"""How heavy a contradiction is, with the reckoning that says so."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

VAGUE = 0.6
"""What a vague word leaves of a weight."""


TOLD = 0.005
"""A term that is less would show as nothing."""


@dataclass(frozen=True, slots=True)
class Grade:
    """A weight from 0 to 1, with what was added up for it and what that was multiplied with."""

    weight: float
    terms: Mapping[str, float]
    factors: Mapping[str, float]

    @property
    def words(self) -> str:
        """How the weight came about: "1.00 (gravity) × (0.40 (any denial) + …)"."""
        sizes = self.factors.items()
        told = [_number(size, name) for name, size in sizes if size != 1 or name == "gravity"]
        added = " + ".join(_number(size, name) for name, size in self.terms.items() if size >= TOLD)
        several = " + " in added and told
        return " × ".join([*told, f"({added})" if several else added])


def graded(terms: Mapping[str, float], **factors: float) -> Grade:
    """Grade a contradiction by what adds to its weight and what multiplies it.

    The terms and their sizes are this project's own; docs/methods.md lists them by kind.

    Args:
        terms: what is added up, by what it stands for; the words leave out one below `TOLD`.
        factors: what the sum is multiplied with, by what it stands for; one of 1 is told only if it is the
            gravity of what is counted or done.
    """
    product = sum(terms.values())
    for factor in factors.values():
        product *= factor
    return Grade(round(min(1.0, product), 3), terms, factors)


def heaviest(grades: Iterable[Grade]) -> Grade:
    """The one with the greatest weight; of several, which of them does not depend on their order."""
    given = list(grades)
    weight = max(grade.weight for grade in given)
    return max((grade for grade in given if grade.weight == weight), key=lambda grade: grade.words)


def _number(size: float, name: str) -> str:
    return f"{size:.2f} ({name.replace('_', ' ')})"
