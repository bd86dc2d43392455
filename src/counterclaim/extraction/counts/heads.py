"""Nouns that a number counts and that stand before it: tanks make up 3,704; Goma, a city of a million."""

from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.counts.objects import NOT_COUNTED, Head, find_head, noun_at
from counterclaim.extraction.numbers import Number
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import word_set

_LEVELS: Final = tuple(tuple(words.split()) for words in sorted(word_set("counts_phrases", "levels")))


def head_before(view: View, opening: int) -> Head | None:
    """Tanks make up 3,704; trucks: 35; those displaced number 12: the head stands before the verb."""
    tokens = view.tokens
    for words in _LEVELS:
        start = opening - len(words)
        if start > 0 and tuple(t.low for t in tokens[start:opening]) == words:
            for position in range(max(start - 5, 0), start):
                named = noun_at(tokens, position)
                if view.names_source(position):
                    continue  # police: ten killed in raid
                if named is not None and named[0] == start - 1 and named[1] != NOT_COUNTED:
                    return Head(position, start - 1, named[1], start - 1)
    return None


def listed_before(view: View, number: Number) -> Head | None:
    """Tanks 7,429 (+10), artillery systems 12,354 (+23): an item of a list, its noun before its number."""
    tokens = view.tokens
    following = tokens[number.closing + 1].low if number.closing + 1 < len(tokens) else "."
    if number.is_word or following not in _AFTER_ITEM:
        return None
    start = number.opening
    while start > 0 and number.opening - start < _ITEM and tokens[start - 1].kind == "word":
        start -= 1
    if start == number.opening or (start > 0 and tokens[start - 1].low not in _BEFORE_ITEM):
        return None
    head = find_head(tokens, start)
    if head is None or head.object == NOT_COUNTED or head.last != number.opening - 1:
        return None
    return Head(start, head.last, head.object, head.noun)


_ITEM: Final = 5  # words of an item's noun phrase: special equipment, vehicles and fuel tanks
_AFTER_ITEM: Final = (",", ";", ".", "(")
_BEFORE_ITEM: Final = (",", ";", ":", ")", "-", "–", "—", "•", "*")


def who_number(tokens: list[Token], opening: int) -> Head | None:
    """Guerrillas who numbered about 2,000 set fire to it: the head stands before the relative clause."""
    if (
        opening < 3
        or tokens[opening - 1].low not in ("numbered", "number")
        or tokens[opening - 2].low != "who"
    ):
        return None
    named = noun_at(tokens, opening - 3)
    if named is None or named[1] == NOT_COUNTED:
        return None
    return Head(opening - 3, opening - 1, named[1], opening - 3)


def inhabitants(tokens: list[Token], number: Number) -> Head | None:
    """Goma, a city of more than a million: the number is of its people."""
    town = number.opening - 2
    many = (number.range.headline or 0) >= _TOWNSPEOPLE
    if town < 0 or not many or tokens[town + 1].low != "of" or tokens[town].low not in _TOWNS:
        return None
    return Head(town, number.closing, "person", town)


_TOWNSPEOPLE: Final = 200  # fewer are no town's
_TOWNS: Final = word_set("counts_placing", "towns")


def put_at(tokens: list[Token], opening: int) -> Head | None:
    """Experts put the foreign soldiers in the east at 4,000: what the verb puts at a figure."""
    if opening < 2 or tokens[opening - 1].low != "at":
        return None
    near = range(opening - 2, max(opening - _PUT_AT, -1), -1)
    verb = next((i for i in near if tokens[i].low in _PUTS), None)
    if verb is None:
        return None
    start = verb + 1 + (tokens[verb + 1].low in ("the", "its", "their"))
    head = find_head(tokens, start)
    if head is None or head.object == NOT_COUNTED:
        return None
    return Head(verb + 1, opening - 1, head.object, head.noun)


_PUT_AT: Final = 14  # tokens from the verb to its figure
_PUTS: Final = word_set("counts_phrases", "puts")


def number_of(tokens: list[Token], opening: int) -> Head | None:
    """The number of houses damaged rises from 15 to 27: what the sentence gives the number of."""
    near = range(opening - 2, max(opening - _NUMBER_OF, 0), -1)
    noun = next((i for i in near if tokens[i].low == "of" and tokens[i - 1].low == "number"), None)
    if noun is None or any(token.low in _CLAUSE_ENDS for token in tokens[noun:opening]):
        return None
    head = find_head(tokens, noun + 1)
    if head is None or head.object in (NOT_COUNTED, "person"):
        return None
    return Head(noun, opening - 1, head.object, head.noun)


_NUMBER_OF: Final = 20  # tokens from "the number of" to the figure that it has risen to
_CLAUSE_ENDS: Final = (";", ":", ".")
