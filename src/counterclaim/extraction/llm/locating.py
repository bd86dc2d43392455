"""Where a model's quote stands in a text.

A quote is found only if every character agrees, after white space and quotation marks are folded; its place
is that of the real text, whose characters are then the quote.
"""

import re
from collections.abc import Iterator

_DOUBLE = "“”„‟«»″〝〞＂"
_SINGLE = "‘’‚‛‹›′´`＇"
_SAME_MARK = str.maketrans({**dict.fromkeys(_DOUBLE, '"'), **dict.fromkeys(_SINGLE, "'")})
_BLANKS = re.compile(r"\s+")
_WITHIN = re.compile(r"(?<=\w)(?=\w)|(?<=\d)(?=[.,]\d)|(?<=\d[.,])(?=\d)")


def folded(text: str) -> str:
    """A text with one kind of double and of single quotation mark, and single spaces; none at its ends."""
    return _BLANKS.sub(" ", text.translate(_SAME_MARK)).strip()


class FoldedText:
    """A stretch of a text in which quotes are looked up.

    Args:
        text: the whole text.
        start, end: the stretch.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        characters: list[str] = []
        self._places: list[int] = []
        for place in range(start, end):
            character = " " if text[place].isspace() else text[place].translate(_SAME_MARK)
            if character == " " and characters[-1:] == [" "]:
                continue
            characters.append(character)
            self._places.append(place)
        self._folded = "".join(characters)

    def find(self, quote: str) -> Iterator[tuple[int, int]]:
        """Each place of a quote, as offsets into the whole text; nowhere for an empty one.

        A place within a word or a number is none: "500 men" does not stand in "1,500 men".
        """
        wanted = folded(quote)
        at = self._folded.find(wanted) if wanted else -1
        while at >= 0:
            end = at + len(wanted)
            if not _WITHIN.match(self._folded, at) and not _WITHIN.match(self._folded, end):
                yield self._places[at], self._places[end - 1] + 1
            at = self._folded.find(wanted, at + 1)
