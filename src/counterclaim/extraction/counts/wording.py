"""Numbers that count nothing for what their sentence says: idioms, who speaks, what is denied or expected."""

from typing import Final

from counterclaim.extraction.counts.objects import noun_at
from counterclaim.extraction.numbers import Number
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import word_set

PRONOUN: Final = "a pronoun"
"""Why "one" is no count where it stands for a noun."""


def _is_speaker(tokens: list[Token], number: Number, before: str, after: str) -> str:
    """One who says it: said one of the workers; with one reporting 138 wounded."""
    if tokens[number.first].low != "one" or number.first != number.last:
        return ""
    return "who speaks" if after in _REPORTING or (after == "of" and before in _SAID) else ""


_REPORTING: Final = word_set("counts_wording", "reporting")
_SAID: Final = word_set("counts_wording", "said")


def _is_idiom(tokens: list[Token], number: Number, before: str, after: str) -> str:
    """Words that look like numbers and count nothing: one another, one of the worst."""
    low = tokens[number.first].low
    if low not in _IDIOMS:
        return ""
    if low == "one" and [t.low for t in tokens[number.closing + 2 : number.closing + 4]] == [
        "after",
        "another",
    ]:
        return "an idiom"
    if low == "one":
        if after in _AFTER_ONE:
            return "" if after in ("more", "who") and _has_person_near(tokens, number) else "an idiom"
        if before in _BEFORE_ONE:
            said = before == "that" and _has_person_near(tokens, number)
            return "" if said else PRONOUN  # said that one soldier died
        if after == "of" and number.closing + 3 < len(tokens) and tokens[number.closing + 2].low == "the":
            superlative = tokens[number.closing + 3].low
            if superlative.endswith("est") or superlative in _SUPERLATIVES:
                return "an idiom"
        if before in ("as", "the", "than") and after in _AFTER_PRONOUN:
            return PRONOUN
    if low in ("two", "three", "four") and after in _SIDES:
        return f"counts {after}"
    near = (token.low for token in tokens[number.closing + 1 : number.closing + _ADJECTIVES])
    if low in ("two", "three") and before == "the" and not _SPOKEN_OF_BEFORE.isdisjoint(near):
        return "people named before"  # the two rival commanders sat down
    return ""


_IDIOMS: Final = word_set("counts_wording", "idioms")
_AFTER_ONE: Final = word_set("counts_wording", "after_one")
_BEFORE_ONE: Final = word_set("counts_wording", "before_one")
_SUPERLATIVES: Final = word_set("counts_wording", "superlatives")
_SIDES: Final = word_set("counts_wording", "sides")
_SPOKEN_OF_BEFORE: Final = word_set("counts_wording", "spoken_of_before")
_ADJECTIVES: Final = 4  # tokens that its adjectives and a noun may take after "the two"
_AFTER_PRONOUN: Final = word_set("counts_wording", "after_pronoun")


def _has_person_near(tokens: list[Token], number: Number) -> bool:
    return any(noun_at(tokens, i) for i in range(number.closing + 1, min(number.closing + 4, len(tokens))))


def _is_denied(tokens: list[Token], number: Number, *_: str) -> str:
    """There weren't 200 or even 500 deaths: a number that the sentence says is not the one."""
    before = [token.low for token in tokens[max(number.opening - _NOT_FAR, 0) : number.opening]]
    if len(before) > 2 and before[-2] == "not" and before[-3] in _HAVES and before[-1] in _DONE:
        return "a number that is denied"
    for position in range(len(before) - 1, 0, -1):
        if before[position] in _NEGATIONS and before[position - 1] in _COPULAS:
            return "a number that is denied"
        if (
            before[position - 2 : position + 1]
            and before[position] == "t"
            and before[position - 2] in _COPULAS_N
        ):
            return "a number that is denied"
        if (
            before[position] not in _OR_EVEN
            and tokens[number.opening - len(before) + position].kind != "number"
        ):
            return ""
    return ""


_NOT_FAR: Final = 6  # tokens back to "were not": there were not 200 or even 500
_NEGATIONS: Final = word_set("counts_wording", "negations")
_HAVES: Final = word_set("counts_wording", "haves")
_DONE: Final = word_set("counts_wording", "done")
_COPULAS_N: Final = word_set("counts_wording", "cut_copulas")
_COPULAS: Final = word_set("counts_wording", "copulas")
_OR_EVEN: Final = word_set("counts_wording", "or_even")


def _is_forecast(tokens: list[Token], number: Number, *_: str) -> str:
    """The UN expects as many as 200,000 refugees: what may come is no claim."""
    before = [token.low for token in tokens[max(number.opening - _FORECAST_REACH, 0) : number.opening]]
    for low in reversed(before):
        if low in _FORECASTS:
            return "a forecast"
        if low in _FORECAST_ENDS:
            return ""
    return ""


_FORECAST_REACH: Final = 5
_FORECASTS: Final = word_set("counts_wording", "forecasts")
_FORECAST_ENDS: Final = word_set("counts_wording", "forecast_ends")

WORDING: Final = (_is_idiom, _is_speaker, _is_denied, _is_forecast)
"""Each gives why a number is no count, "" where it has nothing against it; the first that speaks decides."""
