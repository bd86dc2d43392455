"""Words by which the text itself hedges a claim."""

from dataclasses import dataclass
from functools import cache

from counterclaim.extraction.analysis import View
from counterclaim.extraction.attribution import Attribution
from counterclaim.extraction.phrases import PhraseTable, words_of
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import load_toml
from counterclaim.model import Hedge, Reason


@dataclass(frozen=True, slots=True)
class Hedged:
    """A hedge on a claim, with the words that hedge it."""

    hedge: Hedge
    reason: Reason


@cache
def _table() -> PhraseTable[Hedge]:
    hedges = load_toml("attribution")["hedges"]
    return PhraseTable((words_of(words), hedge) for hedge, many in hedges.items() for words in many)


def hedge_of(tokens: list[Token]) -> Hedge | None:
    """The first hedge among some words, None where there is none."""
    return next((match.value for match in _table().find(tokens)), None)


def hedge_near(view: View, anchor: int, source: Attribution | None) -> Hedged | None:
    """The hedge on the clause around token `anchor`; the source's verb counts too.

    Args:
        view: the sentence.
        anchor: index of the token that the claim was made from.
        source: who says it.
    """
    if source is not None and source.hedge is not None:
        rule = "the verb of saying"
        if source in view.sources:
            return Hedged(source.hedge, view.reason("hedge", source.cue, source.cue, rule))
        return Hedged(source.hedge, Reason("hedge", rule))
    for match in _table().find(view.tokens):
        if any(match.first <= speaker.cue <= match.last for speaker in view.sources):
            continue  # the agency reported: who says so, not that it is in doubt
        between = view.tokens[min(match.last, anchor) : max(match.first, anchor)]
        if not any(token.low in (";", ".") for token in between) and len(between) < 25:
            words = view.reason("hedge", match.first, match.last, "a hedge in its clause")
            return Hedged(match.value, words)
    return None
