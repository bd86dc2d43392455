"""Subjects of several parts: a name with what stands beside it between commas, or with another by "and"."""

from typing import Final

from counterclaim.extraction.attribution.names import has_source_word, is_modifier, is_of_name, start_of_name
from counterclaim.extraction.attribution.words import ARTICLES, number_words, source_nouns
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import polities_by_name, word_set

_FINITE: Final = word_set("attribution", "finite")
_PLACE: Final = 7  # tokens from who speaks to the commas that hold where


def before_apposition(tokens: list[Token], comma: int) -> tuple[int, int] | None:
    """Vahram Poghosyan, spokesperson for the president, has announced: the name before the pair of commas."""
    at_place = _at_named_place(tokens, comma)
    if at_place is not None:
        return at_place
    for opening in range(comma - 1, max(comma - 22, 0), -1):
        if tokens[opening].low == ",":
            last = opening - 1
            if tokens[last].kind == "number" and tokens[last - 1].low == ",":
                last -= 2  # Zin, 44, who saw it, said
            first = start_of_name(tokens, last)
            if first is None and _is_name_of_role(tokens, max(opening - 6, 0), opening, comma):
                return opening + 1, comma - 1  # the head of the region, Name Surname, wrote
            if first is None or last - first > 12:
                return None
            inside = [t.low for t in tokens[opening + 1 : comma]]
            if len(inside) == 1 and tokens[opening + 1].kind == "number":
                return first, last  # a farmer, 70, said
            if inside and inside[0] in ("when", "where"):
                continue  # who lives in Kofa, where the attack began, said
            named = _is_name_of_role(tokens, first, opening, comma)
            if named or _is_role_with_name(tokens, first, opening, comma):
                return opening + 1, comma - 1
            if _FINITE & set(inside) and inside[0] not in _OPENS_APPOSITION:
                return None  # "announced by the president, for the war, had passed 1,300"
            if not inside or inside[0] in _JOINS or not _opens_apposition(inside):
                return None
            inner = tokens[opening + 1 : comma]
            inner = inner[1:] if inner[0].low == "the" else inner
            if len(inner) <= 4 and all(map(is_of_name, inner)) and not tokens[last].is_capitalised:
                return comma - len(inner), comma - 1  # its director, Bart Janssens, had put …
            return first, last
    return None


def _at_named_place(tokens: list[Token], comma: int) -> tuple[int, int] | None:
    """A doctor and a nurse in the capital, Aden, told; residents of Aden, Yemen, said: who was in a town."""
    opening = next((i for i in range(comma - 1, max(comma - _TOWN, 1), -1) if tokens[i].low == ","), None)
    inside = tokens[opening + 1 : comma] if opening is not None else []
    if opening is None or not all(map(is_of_name, inside)):
        return None
    country = " ".join(token.text for token in inside) in polities_by_name()
    if not country and tokens[opening - 1].low not in _TOWNS:
        return None
    for at in range(opening - 2, max(opening - _PLACE, 0), -1):
        of_many = tokens[at].low == "of" and tokens[at - 1].low.endswith("s")  # not "the head of the region"
        if (of_many or tokens[at].low in ("at", "in")) and tokens[at - 1].low in source_nouns():
            first = start_of_name(tokens, at - 1)
            return None if first is None else (with_another(tokens, first), at - 1)
    return None


_TOWN: Final = 5  # tokens of a town's name and its commas
_TOWNS: Final = word_set("counts_placing", "towns") | {"capital"}


def _opens_apposition(inside: list[str]) -> bool:
    """Whether the words between two commas can tell who the one before them is."""
    opens = inside[0] in _OPENS_APPOSITION or inside[0].endswith(("ed", "ing"))
    return opens or bool(source_nouns() & set(inside))


_JOINS: Final = word_set("attribution", "joins")


def _is_name_of_role(tokens: list[Token], first: int, opening: int, comma: int) -> bool:
    """The President of X, Name Surname, stated: a role with the name of who holds it between commas."""
    name = tokens[opening + 1 : comma]
    role = source_nouns() & {token.low for token in tokens[first:opening]}
    return bool(role) and 0 < len(name) <= 5 and all(map(is_of_name, name))


def _is_role_with_name(tokens: list[Token], first: int, opening: int, comma: int) -> bool:
    """Speaking in the capital, Aden, army spokesman Ali Hamid, said: a role and a name after a lone name."""
    inside = tokens[opening + 1 : comma]
    if opening - first > 1 or len(inside) < _ROLE_AND_NAME or not all(map(is_of_name, inside[-2:])):
        return False
    return any(token.low in source_nouns() and not token.is_capitalised for token in inside[:-2])


_ROLE_AND_NAME: Final = 3  # words: a role, a first name and a surname


_OPENS_APPOSITION: Final = word_set("attribution", "opens_apposition")


def with_another(tokens: list[Token], first: int) -> int:
    """Residents and a soldier said; security and local sources told AFP: where the first of two starts."""
    joint = first - 1 - (first > 1 and tokens[first - 1].low in ARTICLES)
    if joint < 1 or tokens[joint].low != "and":
        return first
    other = joint - 1
    if is_modifier(tokens, other) and not tokens[other].is_capitalised and tokens[first].kind == "word":
        start = other
        while start and is_modifier(tokens, start - 1):
            start -= 1
    elif tokens[other].low in source_nouns() or tokens[other].is_capitalised:
        found = start_of_name(tokens, other)
        if found is not None and not has_source_word(tokens, found, other + 1):
            return first
        start = first if found is None else found
        start -= start > 0 and tokens[start - 1].low in number_words()
    else:
        return first
    opens = start - (start > 0 and tokens[start - 1].low in ARTICLES)
    return start if opens == 0 or tokens[opens - 1].low in _CLAUSE_BEFORE else first


_CLAUSE_BEFORE: Final = word_set("attribution", "clause_before")
