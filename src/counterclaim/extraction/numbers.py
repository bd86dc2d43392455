"""Numbers in figures and words, with the bounds that the words around them set.

A number's range follows the claim vocabulary: "at least 541" is 541 to None, "more than 5,000" is
5,001 to None, "up to 30" None to 30, "dozens" 24 to None and approximate.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from counterclaim.count_range import CountRange
from counterclaim.extraction.bounds import CURRENCY, GOES_UP, bound_after, bound_before
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import load_toml, word_set

_DASHES: Final = {"-", "–", "—", "‑"}
_LARGEST: Final = 10**15  # what is as large counts nothing: a row of figures, an account's number


@dataclass(slots=True)
class Number:
    """A number in a sentence.

    Attributes:
        first, last: indices of its first and last token, its bounds not included.
        opening: index of the first token of the words that bound it ("at", of "at least 541").
        closing: index of the last token that belongs to it ("more", of "30 or more").
        range: the numbers that the words allow.
        bound: the bound's class ("at_least", "about" …), None where there is none.
        is_word: whether it is written in words.
        is_vague: whether it is a word such as "dozens".
        is_money: whether a currency sign or word stands before it.
    """

    first: int
    last: int
    opening: int
    closing: int
    range: CountRange
    bound: str | None = None
    is_word: bool = False
    is_vague: bool = False
    is_money: bool = False


@cache
def _words() -> dict[str, Any]:
    return load_toml("numbers")


def find_numbers(tokens: list[Token]) -> list[Number]:
    """Every number in a sentence, ranges joined, in order.

    Args:
        tokens: the sentence's tokens.
    """
    bare = list(_bare_numbers(tokens))
    return [_bounded(tokens, number) for number in _join_ranges(tokens, bare)]


# ---------------------------------------------------------------- the number itself


@dataclass(slots=True)
class _Bare:
    first: int
    last: int
    low: int | None
    high: int | None
    is_word: bool
    is_vague: bool = False
    is_money: bool = False


def _bare_numbers(tokens: list[Token]) -> Iterator[_Bare]:
    openers, following = _openers(), 0
    found: _Bare | None = None
    before: _Bare | None = None
    for index, token in enumerate(tokens):
        low = token.low
        if index < following or not (token.kind == "number" or low in openers or "-" in low):
            continue
        before = found or before
        found = (
            _as_many(tokens, index, before)
            or _figure(tokens, index)
            or _vague(tokens, index)
            or _worded(tokens, index)
        )
        if found is not None:
            found.is_money = index > 0 and tokens[index - 1].low in CURRENCY
            if found.is_word and _is_repeated(tokens, found):
                found.last += _IN_BRACKETS
            yield found
            following = found.last + 1


def _is_repeated(tokens: list[Token], number: _Bare) -> bool:
    """Five (5) soldiers: a number in words, and in brackets the same one in figures."""
    after = tokens[number.last + 1 : number.last + 1 + _IN_BRACKETS]
    if [token.low for token in after[::2]] != ["(", ")"] or after[1].kind != "number":
        return False
    return _value_of_figures(after[1].text) == number.low


_IN_BRACKETS: Final = 3  # tokens of a number between brackets


def _as_many(tokens: list[Token], index: int, before: _Bare | None) -> _Bare | None:
    """As many: five soldiers killed and as many wounded, the number named before over again."""
    words = [token.low for token in tokens[index : index + 3]]
    if before is None or words[:2] != ["as", "many"] or words[2:] == ["as"]:
        return None
    return _Bare(index, index + 1, before.low, before.high, True)


@cache
def _openers() -> frozenset[str]:
    """Words with which a number can open, but for those with a hyphen (twenty-four)."""
    words = _words()
    return frozenset((*words["cardinals"], *words["multipliers"], *words["vague"], *_WITH_OTHERS))


# Words that open a number only with certain others after or before them: tens of thousands, a pair of.
_WITH_OTHERS: Final = word_set("numbers", "with_others")


def _figure(tokens: list[Token], index: int) -> _Bare | None:
    """A number in figures, with the word that may multiply it: 2,317; 2.3 thousand; 40k."""
    token = tokens[index]
    if token.kind != "number" or _is_rest_of_code(tokens, index):
        return None
    value = _value_of_figures(token.text)
    words = _words()
    last = index
    if index + 1 < len(tokens):
        following = tokens[index + 1]
        factor = words["multipliers"].get(following.low)
        if (factor is None and following.start == token.end) or following.low in ("bn", "mn", "m"):
            factor = words["suffixes"].get(following.low, factor)
        if factor is not None:
            value, last = value * factor, index + 1
    if value >= _LARGEST or value != int(value):
        return None
    return _Bare(index, last, round(value), round(value), is_word=False)


def _is_rest_of_code(tokens: list[Token], index: int) -> bool:
    """The 000 of "N340,000", whose sign of currency is a letter that the lexicon does not know."""
    if index < 2 or tokens[index - 1].low != "," or tokens[index - 1].end != tokens[index].start:
        return False
    return tokens[index - 2].end == tokens[index - 1].start and tokens[index - 2].text[-1:].isdigit()


_GROUPED: Final = re.compile(r"\d{1,3}(?:[,\s]\d{3})+(?:\.\d+)?\Z")


def _value_of_figures(text: str) -> float:
    if _GROUPED.match(text):
        return float(re.sub(r"[,\s]", "", text))
    return float(text.replace(",", "."))


def _vague(tokens: list[Token], index: int) -> _Bare | None:
    """A word such as "dozens" or "several", with what it multiplies: several hundred."""
    words = _words()
    low = tokens[index].low
    following = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if low == "tens" and following == "of":
        return _tens_of(tokens, index, 20)
    if low == "hundreds" and following == "of" and _is_plural_multiplier(tokens, index + 2):
        return _tens_of(tokens, index, 200)
    if low == "several" and following in words["multipliers"]:
        return _Bare(index, index + 1, 3 * words["multipliers"][following], None, True, is_vague=True)
    if (
        low in ("pair", "trio", "score")
        and following == "of"
        and index > 0
        and tokens[index - 1].low in ("a", "another")
    ):
        value = {"pair": 2, "trio": 3, "score": 20}[low]
        return _Bare(index, index + 1, value, value, True)
    if low in ("few", "couple") and index > 0 and tokens[index - 1].low == "a":
        step = 2 if following == "of" else 1
        multiplier = (
            words["multipliers"].get(tokens[index + step].low) if index + step < len(tokens) else None
        )
        if multiplier:
            return _Bare(index, index + step, 2 * multiplier, None, True, is_vague=True)
        return None if low == "few" else _Bare(index, index, 2, None, True, is_vague=True)
    each_other = index > 0 and tokens[index - 1].low in ("after", "one")
    if low == "another" and following in _AFTER_ANOTHER and not each_other:
        return _Bare(index, index, 1, 1, True)
    if low in words["vague"] and low != "couple":
        return _Bare(index, index, words["vague"][low], None, True, is_vague=True)
    return None


# What shows that "another" stands for one more of those before: "and another near the border".
_AFTER_ANOTHER: Final = word_set("numbers", "after_another")


def _is_plural_multiplier(tokens: list[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].low in ("thousands", "millions", "dozens")


def _tens_of(tokens: list[Token], index: int, times: int) -> _Bare | None:
    """Tens of thousands, hundreds of thousands."""
    if not _is_plural_multiplier(tokens, index + 2):
        return None
    unit = _words()["multipliers"][tokens[index + 2].low[:-1]]
    return _Bare(index, index + 2, times * unit, None, True, is_vague=True)


def _worded(tokens: list[Token], index: int) -> _Bare | None:
    """A number in words: one hundred and sixteen, half a million, a dozen and a half, two dozen."""
    low = tokens[index].low
    if low == "half" and index + 2 < len(tokens) and tokens[index + 1].low in ("a", "an"):
        factor = _words()["multipliers"].get(tokens[index + 2].low)
        return _Bare(index, index + 2, factor // 2, factor // 2, True) if factor else None
    if low in ("a", "an") and (
        index + 1 >= len(tokens) or tokens[index + 1].low not in _words()["multipliers"]
    ):
        return None
    value, last = _sum_of_words(tokens, index)
    if value is None or value >= _LARGEST:
        return None
    if [t.low for t in tokens[last + 1 : last + 4]] == ["and", "a", "half"]:
        factor = _words()["multipliers"].get(tokens[last].low, 1)
        value, last = value + factor // 2, last + 3
    return _Bare(index, last, value, value, True)


def _sum_of_words(tokens: list[Token], index: int) -> tuple[int | None, int]:
    """Add up number words from `index`; the value and the last token's index."""
    words = _words()
    total, current, last, seen = 0, 0, index - 1, False
    position = index
    previous_unit = 0
    while position < len(tokens):
        low = tokens[position].low
        parts = low.split("-") if "-" in low else [low]
        if all(part in words["cardinals"] for part in parts):
            value = sum(words["cardinals"][part] for part in parts)
            if seen and not _may_follow(value, previous_unit):
                break
            current, previous_unit = current + value, value
        elif low in words["multipliers"] and (seen or low not in ("score",)):
            factor = words["multipliers"][low]
            if factor >= 1000:
                total, current = total + (current or 1) * factor, 0
            else:
                current = (current or 1) * factor
            previous_unit = factor
        elif (low in ("a", "an") and not seen and position == index) or (
            low == "and" and seen and previous_unit >= 100 and _is_small_cardinal(tokens, position + 1)
        ):
            position += 1
            continue
        else:
            break
        seen, last = True, position
        position += 1
    return (total + current if seen else None), last


def _may_follow(value: int, unit: int) -> bool:
    """Whether a cardinal continues a number word: seven after twenty, sixteen after hundred."""
    return (unit >= 100 and value < 100) or (20 <= unit < 100 and value < 10)


def _is_small_cardinal(tokens: list[Token], index: int) -> bool:
    if index >= len(tokens):
        return False
    return all(part in _words()["cardinals"] for part in tokens[index].low.split("-"))


# ---------------------------------------------------------------- ranges and bounds


def _join_ranges(tokens: list[Token], numbers: list[_Bare]) -> Iterator[_Bare]:
    """Join "2,300 to 2,500", "between 10 and 12", "300,000–500,000", "two or three"."""
    index = 0
    while index < len(numbers):
        number = numbers[index]
        other = numbers[index + 1] if index + 1 < len(numbers) else None
        if other and _is_range(tokens, number, other):
            low = _scaled_like(tokens, number, other)
            yield _Bare(number.first, other.last, low, other.high, number.is_word, is_money=number.is_money)
            index += 2
        else:
            yield number
            index += 1


def _is_range(tokens: list[Token], number: _Bare, other: _Bare) -> bool:
    if number.low is None or other.high is None or number.is_vague or other.is_vague:
        return False
    between = [t.low for t in tokens[number.last + 1 : other.first]]
    low = _scaled_like(tokens, number, other)
    if len(between) not in (1, 2) or low is None or low >= other.high or _is_change(tokens, number):
        return False
    if between[0] in _DASHES or between in (["to"], ["or"]):
        return len(between) == 1 or between[1] in CURRENCY
    opener = tokens[number.first - 1].low if number.first else ""
    return between == ["and"] and opener == "between"


def _is_change(tokens: list[Token], number: _Bare) -> bool:
    """Whether two numbers are a rise and its level, or two levels: by 36 to 963, rose from 5 to 7."""
    before = [token.low for token in tokens[max(number.first - 3, 0) : number.first]]
    return before[-1:] == ["by"] or (before[-1:] == ["from"] and bool(GOES_UP & set(before)))


def _scaled_like(tokens: list[Token], number: _Bare, other: _Bare) -> int | None:
    """The lower end under the multiplier that stands after the upper one: 1 to 2 million."""
    factor = int(_words()["multipliers"].get(tokens[other.last].low, 1))
    if factor > 1 and number.low is not None and number.low < 1000 and other.last > other.first:
        return number.low * factor
    return number.low


_OPEN_ABOVE: Final = {"at_least": 0, "more_than": 1}


def _bounded(tokens: list[Token], number: _Bare) -> Number:
    opening, kind = bound_before(tokens, number.first)
    closing, kind = bound_after(tokens, number.last, kind)
    low: int | None = number.low
    high: int | None = number.high
    approx = number.is_vague
    if kind in _OPEN_ABOVE and low is not None:
        low, high = low + _OPEN_ABOVE[kind] * (not approx), None
    elif kind == "at_most":
        low, high = None, high if high is not None else low
    elif kind == "fewer_than":
        low, high = None, (high if high is not None else low or 1) - 1
    elif kind == "about":
        approx = True
    return Number(
        number.first,
        number.last,
        opening,
        closing,
        CountRange(low, high, approx),
        kind,
        number.is_word,
        number.is_vague,
        number.is_money,
    )
