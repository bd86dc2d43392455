"""The places that a sentence names."""

from dataclasses import dataclass
from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.events.grounds import ground_at, house_at, site_at
from counterclaim.extraction.events.words import listed
from counterclaim.extraction.parties import PartyMention
from counterclaim.extraction.place_names import is_abbreviation, is_named
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import word_set
from counterclaim.lexicon.gazetteer import country_of

_BEFORE: Final = listed("places", "before")
_BODIES: Final = listed("places", "bodies")
_CREWS: Final = listed("places", "crews")
_DIRECTIONS: Final = listed("places", "directions")
_KINDS: Final = listed("places", "kinds")
_LINES: Final = listed("places", "lines")
_BEFORE_OR_KINDS: Final = _BEFORE | _KINDS

NOT_PLACES: Final = word_set("places", "not_places")


@dataclass(slots=True)
class Spot:
    """A place as written.

    Attributes:
        first, last: indices of its first and last token.
        name: as written.
        preposition: the word before it, "" where it has none.
        is_described: whether it is described rather than named: "the territories ceded to X".
    """

    first: int
    last: int
    name: str
    preposition: str
    is_described: bool = False


def spots_of(view: View) -> list[Spot]:
    """What the sentence names as places: names, directions and lines after prepositions of place."""
    tokens = view.tokens
    people = {i for p in view.parties if p.how == "demonym" for i in range(p.first, p.last + 1)}
    speaking = {i for s in view.sources for i in range(s.first, s.last + 1)}
    found: list[Spot] = []
    for position, token in enumerate(tokens):
        if token.low not in _PREPOSITIONS or position in speaking or (found and position <= found[-1].last):
            continue
        preposition = "at" if token.low == "of" and _is_part(tokens, position) else token.low
        if preposition == "over" and position and tokens[position - 1].low == "all":
            preposition = "across"
        spot = _spot_after(view, position, preposition, people) or described(
            tokens, position + 1, preposition
        )
        if spot is not None and spot.first not in speaking:
            found.append(spot)
    return found


_PREPOSITIONS: Final = listed("grammar", "spots_prepositions")
_IN_GROUNDS: Final = listed("grammar", "spots_in_grounds")


def described(tokens: list[Token], start: int, preposition: str = "") -> Spot | None:
    """The land, or the building of a body, that the text describes from token `start` on."""
    found = ground_at(tokens, start) if not preposition or preposition in _IN_GROUNDS else None
    return _as_described(tokens, found or house_at(tokens, start), preposition)


def site(tokens: list[Token], start: int) -> Spot | None:
    """The site that is an attack's object from token `start` on: "stormed the airport"."""
    return _as_described(tokens, site_at(tokens, start), "")


def _as_described(tokens: list[Token], found: tuple[int, int] | None, preposition: str) -> Spot | None:
    return None if found is None else Spot(*found, written_as(tokens, *found), preposition, True)


def _is_of_name(tokens: list[Token], position: int) -> bool:
    """Whether a people's name is part of a place's: "the Saudi Hospital", "Turkish Street"."""
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    return following is not None and following.is_capitalised and following.low in _KINDS


def _is_in_front(tokens: list[Token], position: int) -> bool:
    """Whether "front" only says where: "in front of the ministry"."""
    return tokens[position - 1].low == "in" and tokens[position].low == "front"


def _is_kind(tokens: list[Token], position: int) -> bool:
    """Whether a noun is a kind of place whose name follows a comma."""
    return tokens[position].low in _KINDS or tokens[position].low == "capital"


def _is_part(tokens: list[Token], of: int) -> bool:
    """Whether "of" leads from a part or a kind of place to its name: "the centre of Kabul"."""
    return of > 0 and tokens[of - 1].low in _BEFORE_OR_KINDS


def _spot_after(view: View, preposition: int, low: str, people: set[int]) -> Spot | None:
    tokens = view.tokens
    start = position = preposition + 1
    while position < len(tokens) and position - start < 9:
        token = tokens[position]
        own = position in people and _is_of_name(tokens, position)
        leads = is_named(token) and token.kind == "word" and (position not in people or own)
        if own:
            return _named(view, position, low)
        if leads and _leads_on(tokens, position):
            named = _named(view, position, low) if token.low not in NOT_PLACES else None
            if named is not None:
                return named
        if token.low in _DIRECTIONS and not _leads_on(tokens, position):
            if low not in ("in", "to", "towards", "toward", "from", "into", "across"):
                return None
            return Spot(
                position, position, written_as(tokens, _from_article(tokens, start, position), position), low
            )
        if token.low in _LINES and not _is_in_front(tokens, position):
            last = _end_of_line(tokens, position)
            return Spot(position, last, written_as(tokens, _from_article(tokens, start, position), last), low)
        if (
            is_named(token)
            and token.kind == "word"
            and position not in people
            and token.low not in NOT_PLACES
        ):
            return _named(view, position, low)
        if (
            token.low == ","
            and position > start
            and _is_kind(tokens, position - 1)
            and position + 1 < len(tokens)
        ):
            position += 1  # in the capital, Kyiv
            if not is_named(tokens[position]):
                return None
            continue
        if token.low == "capital" and position - 1 in people and not _leads_on(tokens, position):
            return _of_kind(tokens, start, position, people, low)
        if token.kind == "possessive" or position in people or token.low in _BEFORE:
            position += 1
            continue
        if token.low in _UNITS or (
            token.kind == "number"
            and tokens[position + 1 : position + 2]
            and tokens[position + 1].low in _UNITS
        ):
            position += 1  # within 25 kilometres of X
            continue
        if token.kind == "word" and token.low.endswith(_ADJECTIVES) and position + 1 < len(tokens):
            position += 1
            continue
        return _of_kind(tokens, start, position, people, low)
    return None


_UNITS: Final = listed("grammar", "spots_units")
_ADJECTIVES: Final = ("ous", "ern", "ed", "al", "held", "less", "ly")


def _leads_on(tokens: list[Token], position: int) -> bool:
    """Whether a direction only describes what follows: "the south bank", "the north of Kyiv"."""
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    return following is not None and (following.low == "of" or is_named(following))


def _from_article(tokens: list[Token], start: int, position: int) -> int:
    if position > start and tokens[position - 1].low == "the":
        return position - 1
    while position > start and tokens[position - 1].low not in ("the", "a", "an", "its", "their"):
        position -= 1
    return position


def _end_of_line(tokens: list[Token], position: int) -> int:
    """The end of "line of contact", "border between the two countries", "front line"."""
    last = position
    following = [t.low for t in tokens[position + 1 : position + 3]]
    if following[:2] == ["of", "contact"]:
        return position + 2
    if following[:1] in (["line"], ["lines"]):
        return position + 1
    return last


def _of_kind(tokens: list[Token], start: int, position: int, people: set[int], low: str) -> Spot | None:
    """In Malian airspace: a people's name with a kind of place."""
    before = [i for i in range(start, position) if i in people]
    if before and _is_kind(tokens, position) and low in _INSIDE:
        return Spot(before[0], position, written_as(tokens, before[0], position), low)
    return None


_INSIDE: Final = listed("grammar", "spots_inside")


def _named(view: View, first: int, preposition: str) -> Spot | None:
    tokens = view.tokens
    last = end_of_name(tokens, first)
    further_on = past_kind(tokens, last)
    if further_on is not None:
        return _named(view, further_on, preposition)
    name_last = last
    if last + 1 < len(tokens) and tokens[last + 1].kind == "possessive":
        further = possessed(view, last + 2)
        if further is not None:
            return Spot(further.first, further.last, further.name, preposition)
        if last + 2 < len(tokens) and tokens[last + 2].low not in _BEFORE_OR_KINDS:
            return None
    if last + 1 < len(tokens) and tokens[last + 1].low in _KINDS:
        name_last = last + 1
    name = written_as(tokens, first, name_last)
    if name_last > last and is_some_kind(tokens, first, last):
        return None
    party = next((p for p in view.parties if p.first <= first <= p.last), None)
    if party is not None and party.last >= last and not _may_be_place(party, preposition):
        return None
    if first == name_last and is_abbreviation(tokens[first]):
        return None
    if any(t.low in _BODIES for t in tokens[first : last + 1]):
        return None
    if last + 1 < len(tokens) and tokens[last + 1].low in _CREWS:
        return None
    return Spot(first, name_last, name, preposition)


WITHIN: Final = listed("grammar", "spots_within")


def _may_be_place(party: PartyMention, preposition: str) -> bool:
    """Whether a party's name stands for a place: a territory's, a seat's "near X", a state's "in X"."""
    if party.is_group:
        return False
    how = party.how
    if how == "territory" or preposition in WITHIN or preposition in ("to", "from"):
        return True
    return how == "seat" and preposition not in ("of", "against", "between", "on")


def possessed(view: View, position: int) -> Spot | None:
    """In Russia's Kursk region, in Gaza's Shifa hospital: the name after the owner's."""
    tokens = view.tokens
    while position < len(tokens) and tokens[position].low in _BEFORE:
        position += 1
    if position >= len(tokens) or not is_named(tokens[position]) or tokens[position].kind != "word":
        return None
    if any(t.low in _BODIES for t in tokens[position : position + 3]):
        return None
    last = end_of_name(tokens, position)
    if last + 1 < len(tokens) and tokens[last + 1].low in _KINDS:
        last += 1
    return Spot(position, last, written_as(tokens, position, last), "")


def end_of_name(tokens: list[Token], first: int) -> int:
    """Index of the last token of the name that starts at `first`."""
    last = first
    position = first + 1
    while position < len(tokens):
        token = tokens[position]
        if token.kind == "word" and is_named(token) and token.low not in NOT_PLACES:
            last = position
        elif not (
            token.low in ("al", "el", "de", "la", "-", "’", "'")
            and position + 1 < len(tokens)
            and is_named(tokens[position + 1])
        ):
            break
        position += 1
    return last


def is_some_kind(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a capitalised word only says of what kind a place is: "a Catholic church", no "Gaza clinic"."""
    return tokens[first - 1].low in ("a", "an") and country_of(written_as(tokens, first, last)) is None


def past_kind(tokens: list[Token], last: int) -> int | None:
    """Start of the name that a kind of place before it leads to: "the Red Sea port city of | Hodeidah"."""
    of = last + 1
    while of < len(tokens) and tokens[of].low in _BEFORE_OR_KINDS and tokens[of].low != "of":
        of += 1
    leads = last + 1 < of < len(tokens) - 1 and tokens[of].low == "of" and is_named(tokens[of + 1])
    return of + 1 if leads else None


def written_as(tokens: list[Token], first: int, last: int) -> str:
    """The tokens as they stand in the text, blanks kept as one."""
    pieces = [tokens[first].text]
    for before, token in zip(tokens[first:last], tokens[first + 1 : last + 1], strict=True):
        pieces.append(token.text if token.start == before.end else " " + token.text)
    return "".join(pieces)
