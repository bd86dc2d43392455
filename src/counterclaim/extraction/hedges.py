"""Words by which the text itself hedges a claim."""

from functools import cache

from counterclaim.extraction.analysis import View
from counterclaim.extraction.attribution import Attribution
from counterclaim.extraction.phrases import PhraseTable, words_of
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import load_toml
from counterclaim.model import Hedge


@cache
def _table() -> PhraseTable[Hedge]:
    hedges = load_toml("attribution")["hedges"]
    return PhraseTable((words_of(words), hedge) for hedge, many in hedges.items() for words in many)


def hedge_of(tokens: list[Token]) -> Hedge | None:
    """The first hedge among some words, None where there is none."""
    return next((match.value for match in _table().find(tokens)), None)


def hedge_near(view: View, anchor: int, source: Attribution | None) -> Hedge | None:
    """The hedge on the clause around token `anchor`; the source's verb counts too.

    Args:
        view: the sentence.
        anchor: index of the token that the claim was made from.
        source: who says it.
    """
    if source is not None and source.hedge is not None:
        return source.hedge
    for match in _table().find(view.tokens):
        between = view.tokens[min(match.last, anchor) : max(match.first, anchor)]
        if not any(token.low in (";", ".") for token in between) and len(between) < 25:
            return match.value
    return None
