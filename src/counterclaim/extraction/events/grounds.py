"""Places that a text describes rather than names: stretches of land, and buildings of bodies."""

from typing import Final

from counterclaim.extraction.events.words import listed
from counterclaim.extraction.tokens import Token

_DESCRIBING_ON: Final = listed("places", "describing_on")
_GROUNDS: Final = listed("places", "grounds")
_HOUSES: Final = listed("places", "houses")
_PLACES: Final = _GROUNDS | listed("places", "kinds")
_PEOPLED: Final = listed("places", "peopled")
_SHARES: Final = listed("places", "shares")
_SITES: Final = listed("places", "sites")
_STOPS: Final = listed("grammar", "grounds_stops")

_BEFORE_NOUN: Final = 6  # tokens that may stand before the noun
_AFTER_NOUN: Final = 6  # and after it, where the description goes on
_SHARE: Final = 4  # tokens in which "72 % of" ends
_ARTICLES: Final = frozenset(("a", "an", "the"))
_ANY: Final = frozenset(("a", "an", "its", "their"))
_CLAUSES: Final = listed("grammar", "grounds_clauses")
_LYING: Final = listed("grammar", "grounds_lying")
_LEADING: Final = listed("grammar", "grounds_leading")


def ground_at(tokens: list[Token], start: int) -> tuple[int, int] | None:
    """First and last token of the described land whose noun phrase starts at token `start`.

    "The disputed territory", "areas outside of the conflict zone", "the mountains and forests"; but not
    "the area", which points back to a land named before, nor "civilian areas", which are anywhere.
    """
    start = past_share(tokens, start)
    noun = start
    while noun < len(tokens) and tokens[noun].low not in _GROUNDS:
        if noun - start == _BEFORE_NOUN or not _is_before(tokens[noun]):
            return None
        noun += 1
    if noun == len(tokens):
        return None
    last = _end(tokens, noun)
    before = {token.low for token in tokens[start:noun]}
    tells = not before <= _PEOPLED and not before & {"a", "an"}
    if not tells and last == noun and (before & _ANY or not _has_clause(tokens, noun)):
        return None
    return start + (tokens[start].low in _ARTICLES), last


def house_at(tokens: list[Token], start: int) -> tuple[int, int] | None:
    """First and last token of a body's building from token `start` on: "the Defence Ministry building"."""
    first = last = start + (start < len(tokens) and tokens[start].low in _ARTICLES)
    while last < len(tokens) and (tokens[last].is_capitalised or tokens[last].low == "of"):
        last += 1
    return (first, last) if first < last < len(tokens) and tokens[last].low in _HOUSES else None


def site_at(tokens: list[Token], start: int) -> tuple[int, int] | None:
    """First and last token of a site of which a land or town has one: "the capital", "the airport"."""
    if start + 1 >= len(tokens) or tokens[start].low != "the" or tokens[start + 1].low not in _SITES:
        return None
    following = tokens[start + 2].low if start + 2 < len(tokens) else ""
    return None if following == "of" else (start + 1, start + 1)


def past_share(tokens: list[Token], start: int) -> int:
    """The token after a share of the land: "72% of", "much of"."""
    of = next((i for i in range(start, min(start + _SHARE, len(tokens))) if tokens[i].low == "of"), None)
    if of is None or not all(t.kind != "word" or t.low in _SHARES for t in tokens[start:of]):
        return start
    return of + 1


def _is_before(token: Token) -> bool:
    acts = token.low.endswith("ing") and token.low not in _LYING
    return token.kind not in ("mark", "possessive") and token.low not in _STOPS and not acts


def _has_clause(tokens: list[Token], noun: int) -> bool:
    return noun + 1 < len(tokens) and tokens[noun + 1].low in _CLAUSES


def _end(tokens: list[Token], noun: int) -> int:
    """Index of the last token of the description; clauses after the noun are left out."""
    following = [token.low for token in tokens[noun + 1 : noun + 3]]
    if following[:1] == ["and"] and following[-1] in _GROUNDS:
        return noun + 2
    if not following or following[0] not in _DESCRIBING_ON:
        return noun
    last = noun + 1
    while last + 1 < len(tokens) and last - noun < _AFTER_NOUN:
        after = tokens[last + 1]
        leads = last == noun + 1 and after.low in _LEADING
        ended = tokens[last].is_capitalised and not (after.is_capitalised or after.low in _PLACES)
        if ended or not (leads or _is_before(after)):
            break
        last += 1
    named = any(t.is_capitalised or t.low in _GROUNDS for t in tokens[noun + 1 : last + 1])
    return last if named else noun
