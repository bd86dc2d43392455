"""The words around a claim's number: from the document where it is at hand, else from the quote."""

import re
from functools import lru_cache

from counterclaim.reconciliation.accounts import Account

ALIKE = 0.6
"""Quotes whose word triples overlap by at least this share (Jaccard) are one text: a word or two differ."""

LEAST_TRIPLES = 6
"""Texts of fewer word triples are alike by chance, and are not compared."""

REACH = 60
"""How many characters before and after a number are looked at."""

BAR = re.compile(r"(?<!\S)\|(?!\S)")
"""What stands between two cells of a row in a document's text (docs/tables.md)."""

_NUMBER = re.compile(r"\d[\d.,  ]*\d|\d|[\w-]+")
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?\n](?:(?<=\n)|[\"'”’)]*\s+(?=[A-Z\"“‘'(]))")


def before(account: Account) -> str:
    """The words of the sentence right before the claim's number."""
    text, anchor = _text_and_anchor(account)
    start = max(0, anchor - REACH)
    return _SENTENCE_END.split(text[start:anchor])[-1]


def after(account: Account) -> str:
    """The words of the sentence right after the claim's number."""
    text, anchor = _text_and_anchor(account)
    number = _NUMBER.match(text, anchor)
    end = number.end() if number else anchor
    return _SENTENCE_END.split(text[end : end + REACH])[0]


def stretch(first: Account, last: Account) -> str | None:
    """The text from the number of one claim to that of a later one, None where it is not at hand."""
    start, end = first.claim.anchor, last.claim.anchor
    return text_between(first, start, end)


def text_between(account: Account, start: int, end: int) -> str | None:
    """The document's text between two offsets, None where it is not at hand."""
    if account.document is not None:
        return account.document.text[start:end]
    claim = account.claim
    if claim.start <= start <= end <= claim.end:
        return claim.quote[start - claim.start : end - claim.start]
    return None


def sentence(account: Account) -> str:
    """The sentence or sentences that the quote stands in."""
    if account.document is None:
        return account.claim.quote
    return sentence_at(account.document.text, account.claim.start, account.claim.end)


def sentence_at(text: str, start: int, end: int) -> str:
    """The sentences that hold the characters from `start` to `end`."""
    window = max(0, start - 600)
    ends = [found.end() for found in _SENTENCE_END.finditer(text, window, start)]
    close = _SENTENCE_END.search(text, end)
    return text[ends[-1] if ends else window : close.start() + 1 if close else len(text)]


def cells(line: str) -> tuple[str, ...]:
    """The cells of a line of a table; a line without bars is one cell."""
    return tuple(map(str.strip, BAR.split(line)))


def are_alike(one: Account, other: Account) -> bool:
    """Whether the quotes of two claims are one text but for a word or two."""
    mine, yours = _triples(one.claim.quote), _triples(other.claim.quote)
    if min(len(mine), len(yours)) < LEAST_TRIPLES:
        return False
    common = len(mine & yours)
    return common >= ALIKE * (len(mine) + len(yours) - common)


@lru_cache(maxsize=4096)
def _triples(text: str) -> frozenset[tuple[str, ...]]:
    """The runs of three words in a text, without regard to case and punctuation."""
    words = _WORD.findall(text.casefold())
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def _text_and_anchor(account: Account) -> tuple[str, int]:
    if account.document is not None:
        return account.document.text, account.claim.anchor
    return account.claim.quote, max(0, account.claim.anchor - account.claim.start)
