"""Speakers inside of a quotation: what they say is said by whoever is quoted."""

from typing import Final

from counterclaim.extraction.attribution.source import Attribution
from counterclaim.extraction.tokens import Token

_MARKS: Final = ('"', "“", "”")
_BEFORE_CLOSING: Final = (",", ".", "?", "!")


def without_quoted(tokens: list[Token], found: list[Attribution]) -> list[Attribution]:
    """The speakers of a sentence, but for those inside of a quotation whose own speaker it names outside.

    Where it names nobody outside, those inside are kept and marked: sentences around may name who is quoted.
    """
    if not found or all(token.text not in _MARKS for token in tokens):
        return found
    spans = _quotations(tokens)
    for attribution in found:
        start, end = min(attribution.first, attribution.cue), max(attribution.last, attribution.cue)
        attribution.is_quoted = any(first <= start and end <= last for first, last in spans)
    outside = [a for a in found if not a.is_quoted]
    return outside if any(not a.is_weak for a in outside) else found


def _quotations(tokens: list[Token]) -> list[tuple[int, int]]:
    """First and last index of each stretch in quotation marks; one may go on from the sentence before."""
    spans: list[tuple[int, int]] = []
    opening: int | None = None
    for index, token in enumerate(tokens):
        if token.text not in _MARKS:
            continue
        closes = token.text == "”" or (token.text == '"' and opening is not None)
        if not closes and not spans and opening is None and _closes_earlier(tokens, index):
            spans.append((0, index))
        elif closes:
            spans.append((opening or 0, index))
            opening = None
        else:
            opening = index
    if opening is not None:
        spans.append((opening, len(tokens) - 1))
    return spans


def _closes_earlier(tokens: list[Token], index: int) -> bool:
    """Whether the first straight mark of a sentence ends a quotation that an earlier one began."""
    odd = sum(token.text == '"' for token in tokens) % 2 == 1
    return odd and index > 0 and tokens[index - 1].low in _BEFORE_CLOSING
