"""Agreement beyond chance in the fields that take one of a few values, for two annotators."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

from counterclaim.evaluation.pairing import Pair, Pairing

FIELDS = {
    "count": ("measure", "object", "scope", "stance", "hedge", "approx"),
    "event": ("stance", "hedge"),
}
"""The fields that two annotators choose from a list; not the type of events, which pair by it."""

_DEFAULTS = {"stance": "asserts"}


def cohens_kappa(chosen: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Agreement beyond chance: 1 where two annotators always agree, 0 where chance would do as well.

    Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20
    (1960), 37-46.

    Args:
        chosen: what the one and what the other chose, case by case.

    Returns:
        None where there is no case, or where both chose one value throughout, so that chance explains all.
    """
    cases = len(chosen)
    if not cases:
        return None
    ours, theirs = Counter(one for one, _ in chosen), Counter(other for _, other in chosen)
    by_chance = sum(ours[value] * theirs[value] for value in ours) / cases**2
    observed = sum(one == other for one, other in chosen) / cases
    return None if by_chance == 1 else (observed - by_chance) / (1 - by_chance)


def kappas(pairings: Iterable[Pairing]) -> dict[str, dict[str, float | None]]:
    """Cohen's kappa of each of the `FIELDS`, by kind, over the claims that both annotators made.

    Whether a claim is there at all has no kappa, since the claims that neither made cannot be counted; F1
    stands for it, as Hripcsak and Rothschild (Journal of the American Medical Informatics Association 12,
    2005) argue.
    """
    pairs = [pair for pairing in pairings for pair in pairing.pairs]
    return {
        kind: {field: cohens_kappa(_chosen(field, kind, pairs)) for field in fields}
        for kind, fields in FIELDS.items()
    }


def _chosen(field: str, kind: str, pairs: Iterable[Pair]) -> list[tuple[Hashable, Hashable]]:
    default = _DEFAULTS.get(field)
    return [
        (pair.gold.get(field) or default, pair.predicted.get(field) or default)
        for pair in pairs
        if pair.gold["kind"] == kind
    ]
