"""Precision, recall and F1 at each level, and how often the attributes of right claims are right."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from counterclaim.evaluation.agreement import ATTRIBUTES, LEVELS, RIGHT_AT
from counterclaim.evaluation.pairing import Pair, Pairing

_DIGITS = 3


@dataclass(frozen=True, slots=True)
class LevelScore:
    """How many claims reach a level.

    Attributes:
        reached: pairs that reach it.
        gold, predicted: how many claims there are on either side.
    """

    reached: int
    gold: int
    predicted: int

    @property
    def precision(self) -> float:
        """The share of predicted claims that reach it, 0 if there are none."""
        return self.reached / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of gold claims that reach it, 0 if there are none."""
        return self.reached / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class KindScore:
    """The score of one kind of claim.

    Attributes:
        gold, predicted: how many claims there are on either side.
        levels: each level's score.
        attributes: for each attribute the share of right claims in which it is right, from 0 to 1; empty if
            no claim is right. A claim is right from the level in `agreement.RIGHT_AT`.
    """

    gold: int
    predicted: int
    levels: Mapping[str, LevelScore]
    attributes: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Score:
    """The score over some documents, for each kind of claim."""

    documents: int
    kinds: Mapping[str, KindScore]

    def values(self) -> dict[str, Any]:
        """The score as plain values, shares rounded to three digits."""
        return {"documents": self.documents, **{kind: _values(one) for kind, one in self.kinds.items()}}


def score(pairings: Iterable[Pairing]) -> Score:
    """Score paired claims, all documents together."""
    known = list(pairings)
    return Score(len(known), {kind: _kind_score(kind, known) for kind in LEVELS})


def _kind_score(kind: str, pairings: Iterable[Pairing]) -> KindScore:
    pairs: list[Pair] = []
    missed = extra = 0
    for pairing in pairings:
        pairs += (pair for pair in pairing.pairs if pair.gold["kind"] == kind)
        missed += sum(row["kind"] == kind for row in pairing.missed)
        extra += sum(row["kind"] == kind for row in pairing.extra)
    gold, predicted = len(pairs) + missed, len(pairs) + extra
    reached = Counter(level for pair in pairs for level, yes in pair.agreement.levels.items() if yes)
    levels = {level: LevelScore(reached[level], gold, predicted) for level in LEVELS[kind]}
    return KindScore(gold, predicted, levels, _attributes(kind, pairs))


def _attributes(kind: str, pairs: Iterable[Pair]) -> dict[str, float]:
    right = [pair.agreement.attributes for pair in pairs if pair.agreement.levels[RIGHT_AT[kind]]]
    return {name: sum(one[name] for one in right) / len(right) for name in ATTRIBUTES[kind]} if right else {}


def _values(one: KindScore) -> dict[str, Any]:
    levels = {
        level: {
            "precision": round(reached.precision, _DIGITS),
            "recall": round(reached.recall, _DIGITS),
            "f1": round(reached.f1, _DIGITS),
        }
        for level, reached in one.levels.items()
    }
    attributes = {name: round(share, _DIGITS) for name, share in one.attributes.items()}
    return {"gold": one.gold, "predicted": one.predicted, **levels, "attributes": attributes}
