"""Where and when a report was written, as it opens: "Baghdad, 1 August 2015 –"."""

from collections.abc import Iterator
from typing import Final

from counterclaim.extraction.tokens import Token


def dateline_length(tokens: list[Token]) -> int:
    """How many tokens tell where and when a report was written: "Baghdad, 1 August 2015 –"; else 0."""
    for dash, token in enumerate(tokens[:_DATELINE]):
        if token.low in _DASHES:
            told = list(_outside_brackets(tokens[:dash])) or tokens[:dash]
            words = [token for token in told if token.kind == "word"]
            return dash if words and all(token.is_capitalised for token in words) else 0
    return 0


def _outside_brackets(tokens: list[Token]) -> Iterator[Token]:
    """The tokens but those in brackets: "(updated)", "(AP)"."""
    depth = 0
    for token in tokens:
        depth += (token.text == "(") - (token.text == ")")
        if not depth:
            yield token


_DATELINE: Final = 12  # tokens in which a dateline ends
_DASHES: Final = frozenset(("—", "–", "-", "--", "|"))
