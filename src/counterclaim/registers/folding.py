"""Names made comparable: case, diacritics, quotation marks and romanisation folded away."""

import re
import unicodedata
from functools import lru_cache

_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "–": "-", "‑": "-"})
_LETTERS = str.maketrans({"ə": "a", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})
_ROMANISED = (
    (re.compile(r"[^a-z]"), ""),
    (re.compile(r"kh"), "h"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"q|ck"), "k"),
    (re.compile(r"w"), "v"),
    (re.compile(r"(?<=.)(?:iy|ii|ij|yi|yy)"), "i"),
    (re.compile(r"y(?=[aeou])|(?<=[aeou])y"), "i"),
    (re.compile(r"y"), "i"),
    (re.compile(r"ie(?=.)"), "e"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_AROUND = ' ,;:"'
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)


@lru_cache(maxsize=65536)
def tidy(name: str) -> str:
    """The name with plain quotation marks and single blanks, without an article before it."""
    text = " ".join(name.translate(_QUOTES).split()).strip(_AROUND)
    return _ARTICLE.sub("", text, count=1) if _ARTICLE.match(text) and not text.isupper() else text


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The tidy name in lower case without diacritics, so that Füzuli and FUZULI are one."""
    lower = tidy(name).casefold().translate(_LETTERS)
    plain = "".join(char for char in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(char))
    return " ".join(plain.split()).strip(_AROUND)


@lru_cache(maxsize=65536)
def romanised(word: str) -> str:
    """One spelling for what romanisations write in several: Zelensky, Zelenskyy and Zelenskiy."""
    text = fold(word)
    for pattern, replacement in _ROMANISED:
        text = pattern.sub(replacement, text)
    return text


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The romanised word's first letter, consonants and last letter; words alike in sound share it."""
    text = romanised(word)
    return text[:1] + re.sub(r"[aeiou]", "", text[1:-1]) + text[-1:]


def within_one_letter(one: str, other: str) -> bool:
    """Whether one letter added, dropped or changed makes one word of the other."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return True
    return one[start + (len(one) >= len(other)) :] == other[start + (len(other) >= len(one)) :]
