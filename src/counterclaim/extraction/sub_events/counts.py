"""What the words of a snippet say for each sub-event type: by how often they stand in written examples.

The rules know the words that they were given; the counts carry them over texts in other words. They are
those of `sub_event_words.toml`, which `tools/make_sub_event_words.py` makes from this project's own examples.
The weight of a word for a type is the logarithm of how many times as common it is there as in all types
(the log-odds of a naive Bayes classifier: Manning, Raghavan and Schütze, Introduction to Information
Retrieval, 2008, chapter 13), less where few examples have it; only what speaks for a type counts.
"""

import math
from collections import defaultdict
from functools import cache

from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import load_toml
from counterclaim.taxonomies import SubEventType

_PRIOR = 3.0
"""As many examples of each type that use a word as all types do are taken to have been seen."""
_LEAST = 0.3
_POINTS = 4.0
"""Points of the rules' weights for one unit of evidence, chosen on examples that were not counted."""


def evidence(tokens: list[Token]) -> dict[SubEventType, tuple[float, tuple[str, ...]]]:
    """For each type that words speak for: its weight in points of the rules, and the words, best first."""
    table = _weights()
    found = {token.low: table[token.low] for token in tokens if token.low in table}
    words: dict[SubEventType, list[tuple[float, str]]] = defaultdict(list)
    for word, weights in found.items():
        for kind, weight in weights:
            words[kind].append((weight, word))
    points = _POINTS / (1 + math.sqrt(len(found)))
    return {
        kind: (round(points * sum(w for w, _ in pairs), 1), tuple(word for _, word in sorted(pairs)[::-1]))
        for kind, pairs in words.items()
    }


@cache
def _weights() -> dict[str, tuple[tuple[SubEventType, float], ...]]:
    data = load_toml("sub_event_words")
    kinds = {kind.case_code: kind for kind in SubEventType}
    examples = {kinds[code]: number for code, number in data["examples"].items()}
    found = {}
    for word, counts in data["words"].items():
        share = sum(counts.values()) / sum(examples.values())
        weights = [
            (kinds[code], math.log((number + _PRIOR * share) / (examples[kinds[code]] + _PRIOR) / share))
            for code, number in counts.items()
        ]
        found[word] = tuple(pair for pair in weights if pair[1] >= _LEAST)
    return {word: weights for word, weights in found.items() if weights}
