"""The noun phrase that a number counts, and what it is in the taxonomy of objects."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from counterclaim.extraction.phrases import PhraseTable, plural, words_of
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import load_toml, word_set

NOT_COUNTED: Final = "not_counted"
_LONGEST_PHRASE: Final = 9

STOPS: Final = word_set("counts_objects", "stops")
"""Words that a noun phrase cannot go past on the way from its number to its head."""
# Words that may follow a number and still leave it a count of what comes next.
_PARTITIVES: Final = frozenset(["of"])


@dataclass(slots=True)
class Head:
    """What a number counts.

    Attributes:
        first, last: indices of the noun phrase's first and last token after the number.
        object: its code in the taxonomy; "not_counted" for nouns that are no claims.
        noun: index of the last token of the head noun itself.
    """

    first: int
    last: int
    object: str
    noun: int


@dataclass(frozen=True, slots=True)
class _Lexicon:
    nouns: PhraseTable[str]
    models: re.Pattern[str]
    model_objects: dict[str, str]
    mixed: dict[tuple[str, str], str]
    singular: frozenset[str]


@cache
def lexicon() -> _Lexicon:
    """The nouns of the taxonomy, singular and plural, and the model names."""
    data = load_toml("objects")
    entries: list[tuple[tuple[str, ...], str]] = []
    models: list[tuple[str, str]] = []
    singular = set()
    for code, group in data.items():
        if not isinstance(group, dict):
            continue
        for noun in group.get("nouns", ()):
            entries += [(words_of(noun), code), (words_of(plural(noun)), code)]
            if plural(noun) != noun:
                singular.add(noun.lower())
        models += [(model, code) for model in group.get("models", ())]
    names = {f"m{number}": code for number, (_, code) in enumerate(models)}
    pattern = re.compile("|".join(f"(?P<m{n}>{model}\\Z)" for n, (model, _) in enumerate(models)))
    mixed = {(row["first"], second): row["gives"] for row in data["mixed"] for second in row["second"]}
    return _Lexicon(PhraseTable(_not_counted_last(entries)), pattern, names, mixed, frozenset(singular))


def _not_counted_last(entries: list[tuple[tuple[str, ...], str]]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Order entries so that a noun of the taxonomy wins over the same one that is not counted."""
    yield from (entry for entry in entries if entry[1] == NOT_COUNTED)
    yield from (entry for entry in entries if entry[1] != NOT_COUNTED)


def noun_at(tokens: list[Token], index: int) -> tuple[int, str] | None:
    """The object that the words from `index` name: index of their last token, and the object's code."""
    table = lexicon()
    match = table.nouns.at(tokens, index)
    if match is not None:
        return match.last, match.value
    token = tokens[index]
    if token.kind == "word" and (token.is_capitalised or _has_digit(token.text)):
        model = table.models.match(_model_name(token.text))
        if model is not None and model.lastgroup:
            return index, table.model_objects[model.lastgroup]
    return None


def _has_digit(text: str) -> bool:
    return not text.isalpha() and any(c.isdigit() for c in text)


def _model_name(text: str) -> str:
    """A model's name without the plural's s: T-72s is T-72."""
    return text[:-1] if len(text) > 2 and text[-1] == "s" and text[-2].isdigit() else text


def find_head(tokens: list[Token], start: int, blocked: frozenset[int] = frozenset()) -> Head | None:
    """The noun phrase that opens at token `start`, right after a number.

    Args:
        tokens: the sentence's tokens.
        start: index of the first token after the number.
        blocked: indices of tokens that a phrase cannot go past (verbs, other numbers).
    """
    position = start
    found: Head | None = None
    owner: Head | None = None
    while position < len(tokens) and position - start < _LONGEST_PHRASE:
        token = tokens[position]
        if is_age(tokens, position) or _is_calibre(tokens, position):
            position += _AGE
            continue
        if token.low in _PARTITIVES and (position == start or found is not None):
            if found is not None and not _is_measure_noun(tokens, found):
                break
            position += 1
            continue
        named = noun_at(tokens, position)
        if named is not None and not (position in blocked and found is not None):
            last, code = named
            if found is not None and found.object == "materiel.aircraft" and tokens[last].low in FIGHTERS:
                code = found.object
            if found is not None and code == NOT_COUNTED and _is_role(tokens, found.noun):
                break
            found = Head(start, last, code, last)
            position = last + 1
            continue
        if found is not None and token.kind == "possessive":
            owner = found  # 30 of the group's fighters: the owner's noun comes first
            found = None
            position += 1
            continue
        if found is not None and found.object == NOT_COUNTED and _is_abbreviation(tokens, position):
            position += 3  # 46 Kurdistan Workers' Party (PKK) militants
            continue
        if found is not None and token.low in _COMPOUNDING and position + 1 < len(tokens):
            if noun_at(tokens, position + 1) is None:
                break
        elif found is not None and not _may_extend(tokens, position):
            break
        if position in blocked or token.low in STOPS or not _is_inside(tokens, position, start):
            break
        position += 1
    found = found or owner
    return _merge_mixed(tokens, _with_abbreviation(tokens, found), blocked) if found else None


def is_age(tokens: list[Token], position: int) -> bool:
    """Whether a compound of age starts here: a 12-year-old girl."""
    return (
        position + 2 < len(tokens) and tokens[position].kind == "number" and tokens[position + 2].low in _OLD
    )


def _is_calibre(tokens: list[Token], position: int) -> bool:
    """Whether a calibre starts here: two 155-mm howitzers."""
    words = tokens[position : position + _AGE]
    return len(words) == _AGE and words[0].kind == "number" and words[1].low == "-" and words[2].low == "mm"


_AGE: Final = 3  # tokens: 12, -, year-old
_OLD: Final = ("day-old", "month-old", "week-old", "year-old")
FIGHTERS: Final = frozenset(("fighter", "fighters"))
"""Nouns for people that may be aircraft: MiG fighters."""


def _with_abbreviation(tokens: list[Token], head: Head) -> Head:
    """Take in the abbreviation that follows in brackets: unmanned aerial vehicles (UAVs)."""
    if _is_abbreviation(tokens, head.last + 1):
        return Head(head.first, head.last + 3, head.object, head.noun)
    return head


def _is_abbreviation(tokens: list[Token], start: int) -> bool:
    """Whether one word in brackets opens at `start`."""
    words = tokens[start : start + 3]
    return len(words) == 3 and words[0].low == "(" and words[2].low == ")" and words[1].kind == "word"


def _is_measure_noun(tokens: list[Token], found: Head) -> bool:
    """Whether the noun only portions what follows "of": pieces of, members of (but not "of the army")."""
    return tokens[found.noun].low in (
        "pieces",
        "piece",
        "units",
        "unit",
        "items",
        "item",
        "tonnes",
        "tons",
        "pairs",
        "groups",
        "wreck",
        "wrecks",
        "hulk",
        "hulks",
    )


def _is_role(tokens: list[Token], index: int) -> bool:
    return tokens[index].low in ("people", "civilians", "soldiers")


def _may_extend(tokens: list[Token], position: int) -> bool:
    """Whether a phrase that has a head may still go on: "tank" to "tank crews", across no mark."""
    return tokens[position].kind == "word" and noun_at(tokens, position) is not None


def _is_inside(tokens: list[Token], position: int, start: int) -> bool:
    token = tokens[position]
    if token.kind == "word":
        return True
    if token.kind == "possessive" or token.low in ("-", '"', "“", "”", "'", "‘", "’"):
        return True
    if token.low == "," and position > start:
        return tokens[position - 1].low in _LIST_ADJECTIVES
    return False


_COMPOUNDING: Final = word_set("counts_objects", "compounding")
_LIST_ADJECTIVES: Final = word_set("counts_objects", "list_adjectives")


def _merge_mixed(tokens: list[Token], head: Head, blocked: frozenset[int]) -> Head:
    """Take in "and other armoured vehicles", "and kindergartens": one number over two nouns."""
    position = head.last + 1
    if position + 1 >= len(tokens) or tokens[position].low not in ("and", "or") or head.object == NOT_COUNTED:
        return head
    start = position + 1
    if start in blocked or tokens[start].low in ("the", "a", "an", "its", "their", "his", "her", "no"):
        return head
    second = _plain_head(tokens, start, blocked)
    if (
        second is None
        or second.object == NOT_COUNTED
        or second.object.split(".")[0] != head.object.split(".")[0]
    ):
        return head
    if tokens[second.noun].low in lexicon().singular:
        return head
    return Head(head.first, second.last, common_object(head.object, second.object), second.noun)


def _plain_head(tokens: list[Token], start: int, blocked: frozenset[int]) -> Head | None:
    found = None
    for position in range(start, min(start + 5, len(tokens))):
        named = noun_at(tokens, position)
        if named is not None and position not in blocked:
            found = Head(start, named[0], named[1], named[0])
            continue
        if found is not None and position <= found.last:
            continue
        if (
            found is not None
            or position in blocked
            or tokens[position].low in STOPS
            or tokens[position].kind != "word"
        ):
            break
    return found


def common_object(first: str, second: str) -> str:
    """The nearest common object of two in the taxonomy, by the conventions for mixed counts."""
    if first == second:
        return first
    mixed = lexicon().mixed
    settled = mixed.get((first, second)) or mixed.get((second, first))
    if settled:
        return settled
    if second.startswith(first + "."):
        return first
    if first.startswith(second + "."):
        return second
    return first.split(".")[0]
