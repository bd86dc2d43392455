"""What reviewers decide, and which of it holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer decided about claims: kept beside what is worked out, and never overwritten by it.

    Attributes:
        number: from 1, in the order in which decisions were made.
        action: what was decided ("incident merged").
        claims: ids of all the claims that it is about, in the order in which the action takes them.
        values: what else the action needs, as JSON knows it.
        reason: why, in the reviewer's words.
        by: who decided, "" where nobody is named.
        at: when, as ISO 8601 text in UTC.
        undoes: the number of the decision that this one takes back.
    """

    number: int
    action: str
    claims: tuple[str, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)
    reason: str = ""
    by: str = ""
    at: str = ""
    undoes: int | None = None


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that hold, in their order: none that is taken back, and none that only takes back.

    To take back a decision that took another one back lets that one hold again.
    """
    every = sorted(decisions, key=lambda one: one.number)
    gone = undone(every)
    return tuple(one for one in every if one.undoes is None and one.number not in gone)


def undone(decisions: Iterable[Decision]) -> frozenset[int]:
    """The numbers of the decisions that are taken back by one that holds itself."""
    found: set[int] = set()
    for decision in sorted(decisions, key=lambda one: -one.number):
        if decision.undoes is not None and decision.number not in found:
            found.add(decision.undoes)
    return frozenset(found)
