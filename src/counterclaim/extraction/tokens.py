"""Words, numbers and marks of a sentence, with their offsets into the document's text."""

import re
from collections.abc import Collection
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


class Openings:
    """Which tables of phrases have one that begins with a word: a bit for each, shared by all tokens alike.

    A bit may be set for nothing, but is set wherever there is such a phrase.
    """

    __slots__ = ("tables",)

    def __init__(self, tables: int) -> None:
        self.tables = tables


class Token:
    """One word, number or mark.

    Attributes:
        text: as written.
        low: in lower case.
        start, end: offsets into the document's text.
        kind: "number", "word", "possessive" or "mark".
        is_capitalised: whether it opens with a capital letter.
        opens: which tables have a phrase that begins with it.
    """

    __slots__ = ("end", "is_capitalised", "kind", "low", "opens", "start", "text")

    def __init__(
        self, text: str, low: str, start: int, end: int, kind: str, is_capitalised: bool, opens: Openings
    ) -> None:
        self.text = text  # one by one: this is the constructor called most, and Python packs what it pairs
        self.low = low
        self.start = start
        self.end = end
        self.kind = kind
        self.is_capitalised = is_capitalised
        self.opens = opens


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Split ``text[start:end]`` into tokens, leaving out white space only."""
    tokens: list[Token] = []
    opened, before, after = start, 0, start  # where a chunk begins, how many tokens stand before it, its end
    for chunk in text[start:end].split():
        parts = _KNOWN.get(chunk) or _learnt(chunk)
        offset = text.find(chunk, after)
        goes_on = offset == after + 1 and _may_go_on(parts) and _is_blank_in_number(text, after)
        after = offset + len(chunk)
        if goes_on:  # 14 000: one number, of which one chunk has become two
            del tokens[before:]
            parts = _learnt(text[opened:after])
        else:
            opened, before = offset, len(tokens)
        for part in parts:
            first, last = opened + part.start, opened + part.end
            tokens.append(Token(part.text, part.low, first, last, part.kind, part.is_capitalised, part.opens))
    return tokens


def _may_go_on(parts: list[Token]) -> bool:
    """Whether a chunk with these tokens may begin with digits that go on a number: 000 of 14 000."""
    return not parts or parts[0].kind == "number" or parts[0].start > 0


def _is_blank_in_number(text: str, at: int) -> bool:
    around = text[at - 1 : at] + text[at + 1 : at + 2]
    return text[at] in "\u202f\u00a0 " and len(around) > 1 and around.isdecimal()


# tokens of each chunk, offsets from its start: texts use few chunks, often
_KNOWN: Final[dict[str, list[Token]]] = {}
_MOST_KNOWN: Final = 1 << 16


def _learnt(chunk: str) -> list[Token]:
    """The tokens of a chunk, which are known from then on."""
    if len(_KNOWN) >= _MOST_KNOWN:
        _forget()
    _KNOWN[chunk] = [_token(match) for match in _TOKEN.finditer(chunk)]
    return _KNOWN[chunk]


def _token(match: re.Match[str]) -> Token:
    written, kind = match.group(), match.lastgroup or "mark"
    low = written.lower().replace("’", "'")
    first, last = match.span()
    kind = "word" if kind == "plain" else kind
    return Token(written, low, first, last, kind, written[0].isupper(), Openings(_tables_of(written, low)))


def _forget() -> None:
    """Know no chunk any more; tokens of before, which learn of no new table, count for all."""
    for part in (part for parts in _KNOWN.values() for part in parts):
        part.opens.tables = _ALL
    _KNOWN.clear()


# ---------------------------------------------------------------- tables of phrases

_ALL: Final = -1
_BY_LOW: Final[dict[str, int]] = {}
_BY_TEXT: Final[dict[str, int]] = {}
_TABLES: Final[list[int]] = []


def bit_of_table(words: Collection[str], *, fold: bool) -> int:
    """The bit of `Openings` that a new table of phrases gets, which is set from now on wherever it has to be.

    Args:
        words: the first words of its phrases.
        fold: whether they are in lower case and case is ignored.
    """
    bit = 1 << len(_TABLES)
    _TABLES.append(bit)
    tables = _BY_LOW if fold else _BY_TEXT
    for word in words:
        tables[word] = tables.get(word, 0) | bit
    for part in (part for parts in _KNOWN.values() for part in parts):
        part.opens.tables = _tables_of(part.text, part.low)
    return bit


def _tables_of(text: str, low: str) -> int:
    return _BY_LOW.get(low, 0) | _BY_TEXT.get(text, 0)
