"""Words, numbers and marks of a sentence, with their offsets into the document's text."""

import re
from typing import Final

_LETTER: Final = r"A-Za-zÀ-ÖØ-öø-ɏḀ-ỿЀ-ӿ"
_TOKEN: Final = re.compile(
    rf"""
      (?P<plain>[{_LETTER}]++(?![\w'’.‑-]))                                    # most words: nothing joins on
    | (?P<number>\d{{1,3}}(?:[,\u202f\u00a0 ]\d{{3}})+(?![\d{_LETTER}])(?:\.\d+)?   # 2,317 or 14 000
        |\d+(?:[.,]\d+)?(?=(?:[kKmM]|mn|bn)?(?![\w])))                          # 38, 2.3, 40 of 40k
    | (?P<word>
        (?:[A-Z]\.){{2,}}                                                       # U.S.
        |[{_LETTER}]+(?:['’][{_LETTER}]+)?(?:-[{_LETTER}]+)*-?\d[\w-]*        # T-72, Su-25, BM21
        |\d+[{_LETTER}][\w-]*                                                   # 9K33, 1990s, 10th
        |[{_LETTER}]+(?:[-‑][{_LETTER}]+)*\.(?<=\bNo\.)
        |[{_LETTER}]+(?:[-‑][{_LETTER}]+)*                                      # ceasefire, twenty-four
      )
    | (?P<possessive>['’]s?(?![{_LETTER}]))
    | (?P<mark>--+|[^\w\s])
    """,
    re.VERBOSE,
)
# What blanks part, but for those inside a number: 14 000.
_CHUNK: Final = re.compile(r"\S+(?:(?<=\d)[\u202f\u00a0 ](?=\d)\S+)*")


class Token:
    """One word, number or mark.

    Attributes:
        text: as written.
        low: in lower case.
        start, end: offsets into the document's text.
        kind: "number", "word", "possessive" or "mark".
        is_capitalised: whether it opens with a capital letter.
    """

    __slots__ = ("end", "is_capitalised", "kind", "low", "start", "text")

    def __init__(self, text: str, low: str, start: int, end: int, kind: str, is_capitalised: bool) -> None:
        self.text = text  # one by one: this is the constructor called most, and Python packs what it pairs
        self.low = low
        self.start = start
        self.end = end
        self.kind = kind
        self.is_capitalised = is_capitalised


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Split ``text[start:end]`` into tokens, leaving out white space only."""
    tokens = []
    for match in _CHUNK.finditer(text, start, len(text) if end is None else end):
        chunk, offset = match.group(), match.start()
        for part in _KNOWN.get(chunk) or _learnt(chunk):
            first, last = offset + part.start, offset + part.end
            tokens.append(Token(part.text, part.low, first, last, part.kind, part.is_capitalised))
    return tokens


# tokens of each chunk, offsets from its start: texts use few chunks, often
_KNOWN: Final[dict[str, list[Token]]] = {}
_MOST_KNOWN: Final = 1 << 16


def _learnt(chunk: str) -> list[Token]:
    """The tokens of a chunk, which are known from then on."""
    if len(_KNOWN) >= _MOST_KNOWN:
        _KNOWN.clear()
    _KNOWN[chunk] = [_token(match) for match in _TOKEN.finditer(chunk)]
    return _KNOWN[chunk]


def _token(match: re.Match[str]) -> Token:
    written, kind = match.group(), match.lastgroup or "mark"
    low = written.lower().replace("’", "'")
    first, last = match.span()
    return Token(written, low, first, last, "word" if kind == "plain" else kind, written[0].isupper())
