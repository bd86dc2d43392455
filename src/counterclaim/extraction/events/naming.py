"""The name that a claim gives to somebody whom a stretch of a sentence names."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.attribution.names import start_of_name, written
from counterclaim.extraction.events.words import listed, weapon_nouns
from counterclaim.extraction.parties import PartyMention
from counterclaim.extraction.tokens import Token

_ATTACKS: Final = listed("weapons", "attacks")
_DAYS: Final = listed("grammar", "days")
_GENERIC: Final = listed("actors", "generic")
_GROUPS: Final = listed("actors", "groups")
_PRONOUNS: Final = listed("grammar", "pronouns")
_THINGS: Final = listed("actors", "things")


@dataclass(slots=True)
class Role:
    """Somebody named in a sentence: the name that a claim gives, and its first and last token."""

    name: str | None
    first: int
    last: int
    pronoun: str = ""


def name_of(view: View, first: int, last: int) -> Role | None:
    """The name that a claim gives to those in the tokens `first` to `last`; None where nobody is named.

    It is a party's plain name where the words name nothing but a party and its forces, else as written.
    """
    tokens = view.tokens
    if last < view.dateline:
        return None
    while first < last and (tokens[first].low in _DAYS or _is_of_date(view, first)):
        first += 1  # "On Saturday troops seized the hospital", "17 January - Rebels shelled Gao"
    inside = [p for p in view.parties if first <= p.first and p.last <= last]
    covered = {i for p in inside for i in range(p.first, p.last + 1)}
    rest = [t for i, t in enumerate(tokens[first : last + 1], first) if i not in covered and t.kind == "word"]
    generic = _GENERIC
    states = inside and all(p.is_state or p.how == "side" for p in inside) and inside[0].is_state
    if states and any(t.low in _REBELS for t in tokens[inside[0].last + 1 : last + 1]):
        first = first + 1 if tokens[first].low in ("the", "a") and first < last else first
        return Role(written(tokens, first, last), first, last)  # Syrian rebels are not Syria
    if inside and all(t.low in generic or not t.is_capitalised for t in rest):
        return Role(together(view, inside), first, last)
    if _is_thing(tokens, first, last):
        return _owner(view, first, last)
    if not inside and last > first + 1 and tokens[last - 1].kind == "possessive" and tokens[last].low in _MEN:
        return name_of(view, first, last - 2)
    start = start_of_name(tokens, last)
    if (
        start is not None
        and tokens[last].low not in _PRONOUNS
        and any(t.is_capitalised for t in tokens[start : last + 1])
    ):
        start = max(start, first)
        while start < last and tokens[start].low in ("the", "a", "an", "and", "of"):
            start += 1
        return Role(written(tokens, start, last), start, last)
    if inside:
        return Role(together(view, inside), first, last)
    if any(t.low in _GROUPS for t in tokens[first : last + 1]):
        while first < last and tokens[first].low in ("the", "a", "an"):
            first += 1
        return Role(written(tokens, first, last), first, last)
    return None


def _is_of_date(view: View, position: int) -> bool:
    """Whether a token belongs to a date, or to the dash after it."""
    token = view.tokens[position]
    after = position > 0 and any(date.end == view.tokens[position - 1].end for date in view.dates)
    dashed = after and token.low in ("-", "–", "—")
    return dashed or any(date.start <= token.start < date.end for date in view.dates)


_MEN: Final = listed("actors", "men")
_REBELS: Final = listed("actors", "rebels")


def _owner(view: View, first: int, last: int) -> Role | None:
    """Those whose weapon does it: "army jets", "rebel artillery", "the aircraft of the Turkish Air Force"."""
    tokens = view.tokens
    of = next((i for i in range(first + 1, last) if tokens[i].low == "of"), None)
    if of is not None and _is_armament(tokens[first:of]):
        return name_of(view, of + 1, last)
    end = last
    while end >= first and (tokens[end].low in weapon_nouns() or tokens[end].kind == "possessive"):
        end -= 1
    if first <= end < last and tokens[end].is_capitalised and tokens[end + 1].kind == "possessive":
        return name_of(view, first, end)
    if first <= end < last and (tokens[end].low in _GROUPS or tokens[end].low in _REBELS):
        while first < end and tokens[first].low in ("the", "a", "an"):
            first += 1
        return Role(written(tokens, first, end), first, last)
    return None


def _is_armament(tokens: list[Token]) -> bool:
    """Whether the words name a weapon, or a model of one: "an F-16"."""
    return any(t.low in weapon_nouns() or (t.kind == "word" and t.text[-1].isdigit()) for t in tokens)


def _is_thing(tokens: list[Token], first: int, last: int) -> bool:
    """Whether the words name a weapon or a happening, which does nothing itself: "missiles", "the war"."""
    words = {t.low for t in tokens[first : last + 1] if t.kind == "word"} - {"the", "a", "of", "and"}
    done_to = any(
        tokens[i].low in _DONE_TO and tokens[i - 1].low in _ATTACKS for i in range(first + 1, last + 1)
    )
    armed = bool(words & weapon_nouns()) and tokens[last].low not in _GROUPS  # suicide bombers are somebody
    of = next((i for i in range(first + 1, last) if tokens[i].low == "of"), first)
    return done_to or armed or tokens[last].low in _THINGS or _is_armament(tokens[first:of])


_DONE_TO: Final = listed("grammar", "naming_done_to")


def together(view: View, inside: list[PartyMention]) -> str:
    """One party's name, or those of several that act together: India and Pakistan."""
    names = [inside[0].party]
    for before, after in pairwise(inside):
        between = {t.low for t in view.tokens[before.last + 1 : after.first]}
        if not between or not between <= _JOINING:
            break
        if after.party not in names:
            names.append(after.party)
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


_JOINING: Final = listed("grammar", "naming_joining")
