"""How alike two words or names are, for text in which a name is spelt in several ways."""

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

WORD = re.compile(r"\S+")
EDGES = re.compile(r"^[\W_]+|[\W_]+$")

ARTICLES = frozenset({"the", "a", "an"})
LINKING = frozenset({
    "of", "and", "or", "in", "on", "at", "to", "for", "from", "by", "with", "without", "the", "a", "an", "as",
    "into", "between", "during", "under", "over", "that", "which", "who", "whose", "than",
})  # fmt: skip
"""Words that a name does not end with, and that open a sentence when they are capitalised."""

_LEAST_ALIKE = 0.74
_LEAST_STEM = 4


@lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """The word in lower case without accents and without the punctuation around it."""
    letters = unicodedata.normalize("NFKD", EDGES.sub("", word)).casefold()
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@lru_cache(maxsize=65536)
def alike(one: str, other: str) -> bool:
    """Whether two plain words may be forms or spellings of one word."""
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _LEAST_STEM:
        return False
    stem = 0
    while stem < len(shorter) and shorter[stem] == longer[stem]:
        stem += 1
    if stem >= _LEAST_STEM and stem * 2 > len(longer):
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _LEAST_ALIKE


def telling(words: list[str]) -> list[str]:
    """The plain words that say something: no linking words, nothing empty."""
    return [word for word in map(plain, words) if word and word not in LINKING]


def initials(words: list[str]) -> str:
    """The first letters of the words, linking words left out, in lower case."""
    return "".join(word[0] for word in telling([part for word in words for part in word.split("-")]))
