"""How the names of places are written: which words may stand in one, and where it ends."""

from typing import Final

from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import polities_by_name, word_set

NOT_PLACES: Final = (
    word_set("places", "not_places") | word_set("subject", "attacks") | word_set("counts_costs", "fights")
)
"""Words that open no place's name, capitalised or not: August, Reuters, Ambush."""


def is_named(token: Token) -> bool:
    """Whether a word can stand in a place's name: Gao, al-Bab."""
    if "-" not in token.text:
        return token.is_capitalised
    first, _, rest = token.text.partition("-")
    if token.is_capitalised:
        return not rest.islower() or rest in _ARTICLES  # Ulus-Kert; but Houthi-run
    return rest[:1].isupper() and first in _ARTICLES


_ARTICLES: Final = word_set("places", "articles")


def is_abbreviation(token: Token) -> bool:
    """An initial, or capitals that name a group: S. Philippines, an NPA clash; but the DRC."""
    short = len(token.text) == 1 or (token.text.isupper() and len(token.text) <= _ABBREVIATION)
    return short and token.text not in polities_by_name()


_ABBREVIATION: Final = 5  # letters


def end_of_name(tokens: list[Token], first: int) -> int:
    """Index of the last token of the name that opens at `first`."""
    last = first
    position = first + 1
    while position < len(tokens):
        token = tokens[position]
        if token.kind == "word" and is_named(token) and token.low not in NOT_PLACES:
            last = position
        elif token.low in _IN_NAMES and _capital_soon(tokens, position):
            pass
        else:
            break
        position += 1
    return last


_IN_NAMES: Final = word_set("places", "in_names")


def _capital_soon(tokens: list[Token], position: int) -> bool:
    if tokens[position].low == "of":
        return False
    return (
        position + 1 < len(tokens)
        and tokens[position + 1].is_capitalised
        and tokens[position + 1].kind == "word"
    )
