"""Who published a text that says so only beside its date: "The Daily Post, 26 October 2020"."""

from itertools import pairwise
from typing import Final

from counterclaim.lexicon import organisations_by_name, word_set
from counterclaim.reading.dates import before_date, is_date

_OUTLETS: Final = word_set("mastheads", "outlets")
_SMALL: Final = word_set("mastheads", "small")
_MEDIA: Final = ("media", "news_agency")
_LINES_SEARCHED: Final = 8
_LONGEST: Final = 6  # words of an outlet's name


def masthead(text: str) -> str | None:
    """The outlet that one of a text's first lines names: before its date, or on the line above the date's.

    A place before a date ("Baku, 30 September 2020") is none; nor is a headline above one. An outlet is one
    that the lexicon knows, or a name whose last word is what outlets are called.

    Args:
        text: a document's cleaned text.
    """
    lines = [line.strip("#* ") for line in text[: _LINES_SEARCHED * 1000].splitlines() if line.strip()]
    for above, line in pairwise(["", *lines[:_LINES_SEARCHED]]):
        name = above if is_date(line) else before_date(line)
        if name is not None and _names_outlet(name):
            return name
    return None


def _names_outlet(name: str) -> bool:
    known = organisations_by_name().get(name)
    if known is not None:
        return known.kind in _MEDIA
    words = name.split()
    named = all(word[0].isupper() or word in _SMALL for word in words)
    return named and 1 < len(words) <= _LONGEST and words[-1].casefold() in _OUTLETS
