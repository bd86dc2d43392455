"""The sub-event type of a snippet: the rules that hold and its words add up, the greatest sum wins."""

import math
from typing import NamedTuple

from counterclaim.extraction.sub_events.counts import evidence
from counterclaim.extraction.sub_events.rules import Snippet, rules, words_that_hold
from counterclaim.extraction.sub_events.words import find_hits
from counterclaim.extraction.tokens import tokenise
from counterclaim.taxonomies import SubEventType

_USUAL = "these words are commoner in examples of this type than in others"
_SPREAD = 3.0
"""How many points of weight make one type e times as likely as another."""


class Reason(NamedTuple):
    """Why a type was given.

    Attributes:
        words: the words on which a rule rests, as written.
        why: the rule in words.
        weight: what it adds.
    """

    words: tuple[str, ...]
    why: str
    weight: float


class EventClass(NamedTuple):
    """The sub-event type of a snippet.

    Attributes:
        sub_event_type: ACLED's name for what the snippet tells; it is a `str`, and knows its
            `event_type`, `disorder_type` and `case_code`.
        score: how clearly the rules speak for it, from 0 to 1; a share of the evidence, not a probability.
        alternatives: other types that the rules speak for, each with its score, the best first.
        reasons: the rules that held for the type and the words usual for it, the weightiest first; empty
            where there are none.
    """

    sub_event_type: SubEventType
    score: float
    alternatives: tuple[tuple[SubEventType, float], ...] = ()
    reasons: tuple[Reason, ...] = ()


def classify_event(text: str) -> EventClass:
    """Tell what sort of event a snippet reports, in ACLED's sub-event types.

    The method is a table of rules over groups of words, written from the definitions and the order of
    precedence in ACLED's codebook (2019 to 2024), to which counts of words in this project's own written
    examples add (naive Bayes' log-odds); nothing is learnt from events that others coded.

    Args:
        text: one to a few sentences of English that report one event.

    Returns:
        The type with its score. Where no rule and no counted word speaks it is "Other" with score 0.
    """
    tokens = tokenise(text)
    hits = find_hits(tokens)
    snippet = Snippet(tokens, hits, frozenset().union(*(hit.groups for hit in hits)))
    reasons: dict[SubEventType, list[Reason]] = {}
    for rule in rules():
        words = words_that_hold(rule, snippet)
        if words is not None:
            reasons.setdefault(rule.type, []).append(Reason(words, rule.reason, rule.weight))
    for kind, (points, words) in evidence(tokens).items():
        reasons.setdefault(kind, []).append(Reason(words, _USUAL, points))
    return _best(reasons)


def _best(reasons: dict[SubEventType, list[Reason]]) -> EventClass:
    sums = {kind: sum(reason.weight for reason in given) for kind, given in reasons.items()}
    ranked = sorted((kind for kind in sums if sums[kind] > 0), key=lambda kind: -sums[kind])
    if not ranked:
        return EventClass(SubEventType.OTHER, 0.0)
    odds = {kind: math.exp((sums[kind] - sums[ranked[0]]) / _SPREAD) for kind in ranked}
    # One unit of odds per point of missing evidence: a single weak rule is not certainty.
    doubt = math.exp(-sums[ranked[0]] / _SPREAD)
    scores = {kind: round(odds[kind] / (sum(odds.values()) + doubt), 3) for kind in ranked}
    best = ranked[0]
    given = sorted(reasons[best], key=lambda reason: -reason.weight)
    return EventClass(best, scores[best], tuple((k, scores[k]) for k in ranked[1:]), tuple(given))
