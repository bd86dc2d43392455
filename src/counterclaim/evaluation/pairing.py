"""Which predicted claim stands for which gold claim of a document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.evaluation.agreement import LEVELS, Agreement, Row, agreement
from counterclaim.evaluation.names import words_shared

LEAST_SHARED = 0.6
"""Two claims can pair only when their quotes share this share of the shorter one's words."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold claim and the predicted claim that stands for it."""

    gold: Row
    predicted: Row
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class Pairing:
    """A document's claims set against each other.

    Attributes:
        document: the document's name, without its ending.
        missed: gold claims that no predicted one stands for.
        extra: predicted claims that stand for no gold one.
    """

    document: str
    pairs: tuple[Pair, ...]
    missed: tuple[Row, ...]
    extra: tuple[Row, ...]


def pair_claims(document: str, gold: Sequence[Row], predicted: Sequence[Row]) -> Pairing:
    """Pair claims, the best agreement first; each claim pairs once.

    Two claims can pair when they are of one kind, their quotes share most words, and they reach the first
    level. The greedy choice differs from the best assignment only where several claims of one clause have the
    same number; it needs no solver and is easy to follow by hand.
    """
    candidates = sorted(_candidates(gold, predicted), key=lambda candidate: -candidate[0])
    taken: dict[int, int] = {}
    pairs = []
    for _, ours, theirs, agreed in candidates:
        if ours in taken or theirs in taken.values():
            continue
        taken[ours] = theirs
        pairs.append(Pair(gold[ours], predicted[theirs], agreed))
    return Pairing(
        document,
        tuple(pairs),
        tuple(row for place, row in enumerate(gold) if place not in taken),
        tuple(row for place, row in enumerate(predicted) if place not in taken.values()),
    )


def _candidates(gold: Sequence[Row], predicted: Sequence[Row]) -> Iterator[tuple[float, int, int, Agreement]]:
    """Every two claims that can pair: how well they agree, their places, and where they agree."""
    for ours, one in enumerate(gold):
        for theirs, other in enumerate(predicted):
            shared = words_shared(one["quote"], other["quote"]) if one["kind"] == other["kind"] else 0.0
            if shared < LEAST_SHARED:
                continue
            agreed = agreement(one, other)
            if agreed.levels[LEVELS[one["kind"]][0]]:
                yield agreed.strength + shared, ours, theirs, agreed
