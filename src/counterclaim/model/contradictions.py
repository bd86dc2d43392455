"""Claims that cannot all be true."""

from dataclasses import dataclass
from typing import Literal

from counterclaim.model.identifiers import digest_of

ContradictionKind = Literal[
    "denial", "disagreement", "arithmetic", "falling_toll", "transposed_digits", "chronology",
    "mutual_accusation", "part_over_whole", "cannot_all_hold", "counted_twice",
]  # fmt: skip
"""What sort of disagreement it is; docs/methods.md describes each."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Claims that cannot all be true, or that two sources dispute.

    Attributes:
        kind: what sort of disagreement it is.
        claims: ids of the claims, each side's words one after the other.
        explanation: what does not fit, in words.
        weight: 0 to 1, how far it matters; they are shown heaviest first.
        rule: the name of the rule that found it.
        grade: how its weight came about, in words.
    """

    kind: ContradictionKind
    claims: tuple[str, ...]
    explanation: str
    weight: float
    rule: str = ""
    grade: str = ""

    @property
    def id(self) -> str:
        """An identifier that rebuilding gives again."""
        return digest_of("contradiction", self.kind, *sorted(self.claims))
