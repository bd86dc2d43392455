"""The words around a number that bound it: at least, up to, or more."""

from functools import cache
from typing import Final

from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import load_toml, word_set

_LONGEST_BOUND: Final = 5
CURRENCY: Final = word_set("numbers", "currency")
"""Signs and words of money that stand before a number."""


@cache
def _bounds() -> dict[tuple[str, ...], str]:
    """Each bound's words to its class."""
    return {
        tuple(words.split()): kind for kind, many in load_toml("numbers")["bounds"].items() for words in many
    }


@cache
def _closing_bounds() -> frozenset[str]:
    """The last words of the bounds that stand before a number."""
    return frozenset(words[-1] for words in _bounds())


def bound_before(tokens: list[Token], first: int) -> tuple[int, str | None]:
    """Index of the first of the words that bound a number from before, and the bound's class.

    Fillers are stepped over.

    Args:
        tokens: the sentence's tokens.
        first: index of the number's first token.
    """
    opening, kind = first, None
    position = first - (1 if first and tokens[first - 1].low in CURRENCY else 0)
    while position > 0 and tokens[position - 1].low in _closing_bounds():
        for length in range(min(_LONGEST_BOUND, position), 0, -1):
            words = tuple(token.low for token in tokens[position - length : position])
            found = _bounds().get(words)
            if found and not _is_preposition_of_place(tokens, position - length, found, words):
                break
        else:
            break
        position -= length
        opening = position
        if found == "at_most" and _is_level(tokens, position):
            found = "exactly"
        if found not in ("exactly", "none") and kind is None:
            kind = found
        if found != "exactly" and kind != "about":
            break
    return opening, kind


def _is_preposition_of_place(tokens: list[Token], position: int, found: str, words: tuple[str, ...]) -> bool:
    """Whether "over" or "past" goes with the verb before it: took over 12 villages, fire over 3 hours.

    But "taken over 20,000 lives" bounds the number.
    """
    before = tokens[position - 1].low if position else ""
    if words == ("over",) and any(token.low == "lives" for token in tokens[position + 1 : position + 5]):
        return False
    if words == ("over",):
        return before in _TAKEN_OVER
    return words == ("past",) and before in ("the", "over") and found == "more_than"


_TAKEN_OVER: Final = word_set("numbers", "taken_over")
GOES_UP: Final = word_set("numbers", "goes_up")
"""Verbs after which "to" and "up to" lead to a level."""


def _is_level(tokens: list[Token], position: int) -> bool:
    """Whether "up to" goes with a verb of rising: the toll has gone up to 19."""
    return position > 0 and tokens[position - 1].low in GOES_UP


def _bound_behind_noun(tokens: list[Token], last: int) -> str | None:
    """200 victims or more, two million people or fewer: a bound after what is counted."""
    for position in range(last + 2, min(last + 2 + _NOUN, len(tokens) - 1)):
        if tokens[position - 1].kind != "word":
            return None
        if tokens[position].low == "or":
            return _BOUNDS_BEHIND.get(tokens[position + 1].low)
    return None


_NOUN: Final = 3  # words of a noun phrase before its bound
_BOUNDS_BEHIND: Final = {"more": "at_least", "fewer": "at_most", "less": "at_most"}


def bound_after(tokens: list[Token], last: int, kind: str | None) -> tuple[int, str | None]:
    """The last token of the words that bound a number from behind, and the bound's class.

    Args:
        tokens: the sentence's tokens.
        last: index of the number's last token.
        kind: the class of the bound before it, which stands where none follows.
    """
    following = [token.low for token in tokens[last + 1 : last + 4]]
    if following[:2] in (["or", "more"], ["and", "more"], ["and", "above"], ["or", "above"], ["and", "over"]):
        return last + 2, "at_least"
    if following[:2] in (["or", "fewer"], ["or", "less"], ["or", "under"], ["at", "most"]):
        return last + 2, "at_most"
    if following[:2] == ["at", "least"]:
        return last + 2, "at_least"
    if following[:2] == ["or", "so"]:
        return last + 2, kind or "about"
    behind_noun = _bound_behind_noun(tokens, last)
    if behind_noun is not None:
        return last, behind_noun
    if following[:1] == ["+"] or following[:1] == ["plus"]:
        return last + 1, "at_least"
    if following[:2] == ["-", "odd"] or following[:1] == ["odd"]:
        return last + len(following[:2]), "about"
    return last, kind
