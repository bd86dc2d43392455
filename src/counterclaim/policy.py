"""By what claims are judged: the rules by which they bound figures, and the order of sources.

A casebook that says nothing is judged by the rules that come with the package.
"""

from dataclasses import dataclass
from typing import Literal

BoundKind = Literal["floor", "ceiling", "two_sided", "none"]
"""Which ends of a figure a claim bounds."""

Hedge = Literal["alleged", "reported", "unconfirmed"]
"""The doubt that a text itself puts on a claim."""

Relation = Literal[
    "own", "ally", "enemy", "other_party", "accuser", "self", "bystander", "independent", "document"
]
"""How the one who speaks stands to those spoken of; `reconciliation/tables/bounds.toml` describes each."""

Evidence = Literal["documented"]
"""What words near a claim say that it rests on."""


@dataclass(frozen=True, slots=True)
class BoundRule:
    """How a claim that fits bounds its figure, and why. The first rule that fits a claim decides.

    Attributes:
        name: identifies it; weighings carry it.
        label: what it is called in front of readers.
        relation: the relations of speaker to subject that it is for.
        objects, measures: what must be counted, and how, an object standing for all below it; any if empty.
        evidence: what the claim must rest on; None: anything.
        hedge: the doubts of which the text must put one on the claim; whatever it does if empty.
        vague: whether the number must be a vague word ("dozens"), or must not; None: either.
        bound: which ends the claim then bounds, within what its words allow.
        weight: 0 to 1, how much the account is worth in a dispute with another.
        weak: whether it counts only where no account that is not weak does.
        why: the reason, shown to readers.
        practice: whose practice it follows.
        of_casebook: whether the casebook's settings have given it, rather than the package.
    """

    name: str
    label: str
    relation: tuple[Relation, ...]
    bound: BoundKind
    weight: float
    why: str
    objects: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    evidence: Evidence | None = None
    hedge: tuple[Hedge, ...] = ()
    vague: bool | None = None
    weak: bool = False
    practice: str = ""
    of_casebook: bool = False


@dataclass(frozen=True, slots=True)
class Policy:
    """By what claims are judged, beyond the rules that come with the package.

    Attributes:
        rules: the casebook's own, tried before the package's; one of the name of one of those replaces it.
        source_order: sources as written in claims, or the parties that they speak for, the most trusted
            first: the order of the choice by source hierarchy.
    """

    rules: tuple[BoundRule, ...] = ()
    source_order: tuple[str, ...] = ()


UNCHANGED = Policy()
"""The package's rules as they are, and no order of sources."""
