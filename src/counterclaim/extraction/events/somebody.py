"""Somebody named in a sentence: as the subject of a verb, or after a word."""

from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.attribution.names import written
from counterclaim.extraction.events.cues import AUXILIARIES, BE
from counterclaim.extraction.events.naming import Role, name_of, together
from counterclaim.extraction.events.words import listed, past_forms
from counterclaim.extraction.parties import PartyMention
from counterclaim.extraction.tokens import Token

_ATTACKS: Final = listed("weapons", "attacks")
_GROUPS: Final = listed("actors", "groups")
_SIDES: Final = listed("actors", "sides")
_ROLES_OPENING: Final = listed("grammar", "somebody_opening")

_AUXILIARIES: Final = AUXILIARIES | listed("grammar", "roles_have")
_PRONOUNS: Final = listed("grammar", "pronouns")
_STOPS: Final = listed("grammar", "roles_stops")


def subject(view: View, verb: int) -> Role | None:
    """The subject of the verb that starts at token `verb`; None where it shares that of the verb before."""
    tokens = view.tokens
    position = before_auxiliaries(tokens, verb)
    if position < 0:
        return None
    low = tokens[position].low
    if low in _QUOTES and position > 1 and tokens[position - 2].low in _QUOTES:
        return name_of(view, position - 1, position - 1)  # cells of "ISIS" attacked
    if low in ("and", "or", "but", "of", "for", "by", "from", "with", "then", '"'):
        return None
    if low == ",":
        return None if is_participle(tokens, verb) else _before_apposition(view, position)
    if view.tokens[verb].low.endswith("ing") and position == verb - 1 and low.endswith(("ed", "es", "ies")):
        return None  # denied shelling: the subject is the first verb's
    if low in ("who", "which", "that"):
        whom = _antecedent(view, position - 1 - (tokens[position - 1].low == ",")) if position > 1 else None
        return whom or Role(None, position, position)  # those who fled: nobody told of before
    if low in _PRONOUNS:
        return Role(None, position, position, low)
    if (
        position
        and low in _SIDES
        and tokens[position - 1].low in ("both", "two")
        and not _is_of(tokens, position)
    ):
        return Role(f"{tokens[position - 1].low} {low}", position - 1, position)
    whose = next((i for i in range(position, max(position - 3, 0), -1) if tokens[i].low == "whose"), None)
    if whose is not None:
        return _noun_phrase(view, whose - 1 - (tokens[whose - 1].low == ","))  # the BLA, whose men fired
    return _with_listed(view, _noun_phrase(view, position))


def _is_of(tokens: list[Token], sides: int) -> bool:
    """Whether both sides only own who acts: commanders of both countries."""
    return "of" in (token.low for token in tokens[max(sides - 3, 0) : sides])


def _with_listed(view: View, role: Role | None) -> Role | None:
    """The parties of a list that ends with somebody: "Chad, Niger and Mali signed", "Chad, Niger sign"."""
    if role is None or role.name is None:
        return role
    tokens, listed_before, first = view.tokens, list[PartyMention](), role.first
    for party in reversed(view.parties):
        between = [token.low for token in tokens[party.last + 1 : first]]
        if party.last < first and between and set(between) <= _LISTING:
            listed_before, first = [party, *listed_before], party.first
    if not listed_before or (first and tokens[first - 1].low in _SETTING):
        return role
    inside = [p for p in view.parties if role.first <= p.first <= role.last]
    return Role(together(view, [*listed_before, *inside]), first, role.last) if inside else role


_LISTING: Final = frozenset((",", "and"))
_SETTING: Final = listed("grammar", "roles_setting")


def _antecedent(view: View, last: int) -> Role | None:
    """The somebody before "who": in "X against Y, who fled" it is Y."""
    found = _noun_phrase(view, last)
    nearest = next((i for i in range(last, max(last - 6, -1), -1) if view.tokens[i].low in _AGAINST), None)
    if found is not None and nearest is not None and found.last < nearest < last:
        return name_of(view, nearest + 1, last) or found
    return found


_AGAINST: Final = frozenset(("against", "with"))
_QUOTES: Final = frozenset(('"', "“", "”"))


def is_participle(tokens: list[Token], verb: int) -> bool:
    """Whether a verb hangs on the one before: "moved north, shelling the town"."""
    return tokens[verb].low.endswith("ing") and tokens[verb - 1].low == ","


def before_auxiliaries(tokens: list[Token], verb: int) -> int:
    """Index of the token before a verb's auxiliaries, adverbs and day; -1 where the sentence opens there."""
    position = verb - 1
    while position >= 0:
        token = tokens[position]
        if token.low == "to":  # managed to retake: the subject is the first verb's
            position -= 1
            while (
                position >= 0
                and tokens[position].low not in _AUXILIARIES
                and tokens[position].low.endswith(("ed", "ing", "an", "ble", "s"))
            ):
                position -= 1
                break
            continue
        if token.low in _AUXILIARIES or (token.low.endswith("ly") and not token.is_capitalised):
            position -= 1
            continue
        before = _before_day(tokens, position)
        if before == position:
            break
        position = before
    return position


def _before_day(tokens: list[Token], position: int) -> int:
    """The token before the day that ends at `position`: "late on Tuesday"; `position` where none does."""
    if position > 1 and tokens[position].low in _SPANS and tokens[position - 1].low in ("last", "this"):
        return position - 2 - (tokens[position - 2].low == "earlier")
    if position < 1 or tokens[position].low not in _DAYS:
        return position
    position -= 1
    while position > 0 and tokens[position].low in ("on", "late", "early", "earlier"):
        position -= 1
    return position


_DAYS: Final = listed("grammar", "days")
_SPANS: Final = listed("grammar", "spans")


def _before_apposition(view: View, comma: int) -> Role | None:
    """The noun phrase before a pair of commas: "Malian forces, in turn, hit the town"."""
    for opening in range(comma - 1, max(comma - 18, 0), -1):
        if view.tokens[opening].low == ",":
            named = _noun_phrase(view, comma - 1)
            held = {token.low for token in view.tokens[opening + 1 : comma]} & _OFFICES
            opens = named is not None and named.first == opening + 1
            if opens and view.tokens[opening + 1].is_capitalised and not held:
                return named  # the president, Name Surname, signed
            return _noun_phrase(view, opening - 1)
    return None


def _noun_phrase(view: View, last: int) -> Role | None:
    """The somebody whose name ends at token `last`."""
    tokens = view.tokens
    if last < 0:
        return None
    if tokens[last].low == ")":
        opening = next((i for i in range(last, max(last - 8, -1), -1) if tokens[i].low == "("), None)
        if opening is None or opening == 0:
            return None
        found = _noun_phrase(view, opening - 1)
        return Role(found.name, found.first, last) if found else None
    first = last
    while first > 0 and last - first < 14 and _continues(tokens, first - 1) and not _opens(tokens, first):
        first -= 1
    while (
        first < last
        and tokens[first].low.endswith("ing")
        and tokens[first - 1].low in (",", "and", "was", "is")
    ):
        first += 1  # forcing government troops to retreat
    while first < last and tokens[first].low in (
        "of",
        "the",
        "a",
        "an",
        "in",
        "and",
        "on",
        "at",
        "both",
        "to",
        "from",
        "for",
        "by",
    ):
        first += 1
    first = _past_day(tokens, first, last)
    named = name_of(view, first, last)
    return _around(view, first, named) or named


def _past_day(tokens: list[Token], first: int, last: int) -> int:
    """The token after a day that another clause ends with: "took Gao on 2 May and | Malian troops left"."""
    if tokens[first].kind != "number":
        return first
    joins = (i for i in range(first + 1, min(first + 4, last)) if tokens[i].low in ("and", "but"))
    return next(joins, first - 1) + 1


def _around(view: View, first: int, inner: Role | None) -> Role | None:
    """The somebody whom a phrase only describes: "fighters in the north", "rebels backed by Chad"."""
    tokens = view.tokens
    position = first - 1
    while position > 0 and tokens[position].low in ("the", "a", "an", "its", "their"):
        position -= 1
    if position < 1:
        return None
    land = inner is not None and any(
        p.is_state and p.how == "name" and inner.first <= p.first <= inner.last for p in view.parties
    )
    if tokens[first].kind == "number" or tokens[first - 1].low in ("and", "but"):
        return None
    if tokens[position].low not in _DESCRIBING and not (land and tokens[position].low == "from"):
        return None
    position -= 1
    while position > 0 and (tokens[position].low in BE or tokens[position].low.endswith(("ed", "ly"))):
        position -= 1
    if tokens[position].low in ("early", "late"):
        return None  # late in the evening
    if tokens[position].low in _ATTACKS:
        if tokens[position + 1].low == "by":
            return None  # an air strike by the army
        return Role(None, position, position)  # air strikes on Idlib: neither does anything
    found = _noun_phrase(view, position)
    if found is None or found.name is None:
        return None
    if inner is not None and tokens[position + 1].low == "from" and found.name.lower() in _UNALIGNED:
        return Role(written(tokens, found.first, inner.last), found.first, inner.last)  # hackers from Iran
    return found


_UNALIGNED: Final = _GROUPS - listed("actors", "irregular") - listed("actors", "official")
_DESCRIBING: Final = listed("grammar", "somebody_describing")


def _opens(tokens: list[Token], first: int) -> bool:
    """Whether a determiner opens the noun phrase here: "in Rajouri sector | the enemy"."""
    return tokens[first].low in _ROLES_OPENING and tokens[first - 1].low not in (
        "of",
        "and",
        "both",
    )


def _continues(tokens: list[Token], position: int) -> bool:
    """Whether the noun phrase goes on before the token after `position`."""
    token = tokens[position]
    if token.kind == "number" or token.kind == "possessive" or token.low in ("-", "/"):
        return True
    if token.kind == "mark" or token.low in _STOPS:
        return False
    if token.low.endswith("ed") and position + 1 < len(tokens) and tokens[position + 1].kind == "number":
        return False  # had destroyed | 12 rebel drones
    if token.low in (
        "in",
        "on",
        "at",
        "from",
        "to",
        "by",
        "with",
        "for",
        "into",
        "near",
        "over",
        "against",
        "during",
    ):
        return False
    return not _is_verb_like(token)


def _is_verb_like(token: Token) -> bool:
    return not token.is_capitalised and (token.low in _FINITE or token.low in past_forms())


_FINITE: Final = listed("grammar", "somebody_finite")


def after_word(view: View, start: int, words: tuple[str, ...], reach: int = 3) -> Role | None:
    """The somebody after one of `words`, which stands within `reach` tokens from `start`."""
    tokens = view.tokens
    for position in range(start, min(start + reach, len(tokens))):
        low = tokens[position].low
        if low in words:
            return _both(view, position) if low == "between" else noun_phrase_after(view, position + 1)
        if low == ",":
            end = _end_of_aside(tokens, position)
            found = end is not None and tokens[end + 1].low in words
            return noun_phrase_after(view, end + 2) if end is not None and found else None
        if low in (";", ".", ":"):
            return None
    return None


def _end_of_aside(tokens: list[Token], comma: int) -> int | None:
    """Index of the comma that closes what `comma` opened: "hit in Gao, near the airport, by"."""
    ends = range(comma + 1, min(comma + _ASIDE, len(tokens) - 1))
    return next((i for i in ends if tokens[i].low == ","), None)


_ASIDE: Final = 14


def _both(view: View, between: int) -> Role | None:
    """The two after "between", what describes the first left out: "between the FLN, a party, and France"."""
    tokens = view.tokens
    first = noun_phrase_after(view, between + 1)
    if first is None or first.name is None:
        return first
    end = first.last + 1
    if end < len(tokens) and tokens[end].low == ",":
        end = _end_of_aside(tokens, end) or end
        end += 1
        second = noun_phrase_after(view, end + 1) if end < len(tokens) and tokens[end].low == "and" else None
        if second is not None and second.name is not None:
            return Role(f"{first.name} and {second.name}", first.first, second.last)
    return first


def noun_phrase_after(view: View, start: int) -> Role | None:
    """The somebody whose name starts at token `start`."""
    tokens = view.tokens
    last = start - 1
    for position in range(start, min(start + 12, len(tokens))):
        token = tokens[position]
        if token.kind in ("mark",) and token.low not in ("-", "/", "(", ")"):
            break
        if position > start and (token.low in _STOPS or token.low in _AFTER_NAME or _is_verb_like(token)):
            break
        last = position
    while last > start and tokens[last].low in ("hands", "control", "rule"):
        last -= 1
    return _persons(view, start, last) or name_of(view, start, last) if last >= start else None


def _persons(view: View, first: int, last: int) -> Role | None:
    """Those whose office was named before their names: "the two ministers, A B and C D"."""
    tokens = view.tokens
    start = last + 2
    if start >= len(tokens) or tokens[last + 1].low != ",":
        return None
    offices = {token.low.removesuffix("s"): token.low for token in tokens[first : last + 1]}
    held = offices.keys() & _OFFICES
    end = start
    many = any(offices[office] != office for office in held)
    while end < len(tokens) and (tokens[end].is_capitalised or (many and tokens[end].low == "and")):
        end += 1
    return Role(written(tokens, start, end - 1), start, end - 1) if held and end - start > 1 else None


_OFFICES: Final = listed("actors", "offices")


_AFTER_NAME: Final = listed("grammar", "somebody_after_name")
