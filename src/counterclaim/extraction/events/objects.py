"""The place that is what is hit, taken or left: "seized Goma", "Goma was shelled", "the capture of Goma"."""

from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.events.cues import EventCue
from counterclaim.extraction.events.grounds import past_share
from counterclaim.extraction.events.spots import (
    NOT_PLACES,
    Spot,
    described,
    end_of_name,
    is_some_kind,
    past_kind,
    possessed,
    site,
    written_as,
)
from counterclaim.extraction.events.words import cardinals, event_words, listed
from counterclaim.extraction.place_names import is_named
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon.gazetteer import country_of

_ADVERBS: Final = listed("grammar", "realised_adverbs")
_AIMS: Final = listed("places", "aims")
_ATTACKED: Final = listed("weapons", "types") | {"capture"}
_BEFORE: Final = listed("places", "before")
_CIVILIANS: Final = listed("victims", "civilians")
_CREWS: Final = listed("places", "crews")
_KINDS: Final = listed("places", "kinds")
_OF_PEOPLE: Final = listed("places", "of_people")
_REACHING: Final = listed("places", "reaching")
_NAMELESS: Final = NOT_PLACES | listed("places", "bodies") | listed("actors", "groups")


def object_place(view: View, cue: EventCue) -> Spot | None:
    """A place that is the object of the verb or stands for it: "seized Goma", "the capture of Kidal"."""
    tokens = view.tokens
    if cue.type not in event_words()["places"]["taken"] or cue.base in _OF_PEOPLE:
        return None
    position = cue.last + 1
    attack = cue.last if cue.form == "noun" else cue.weapon
    if attack is not None and _aims(tokens, attack + 1):
        return _aimed_at(view, attack + 3)
    if cue.form == "noun" and position < len(tokens) and tokens[position].low in _REACHING:
        position += 1  # a blast shook the town
    elif cue.form == "noun":
        if position >= len(tokens) or tokens[position].low not in ("of", "on", "in", "near", "at", "against"):
            return None
        position += 1
    elif cue.is_passive and (not cue.is_reduced or view.is_heading):
        return _subject_place(view, cue)
    if (
        cue.form == "verb"
        and cue.weapon is not None
        and position < len(tokens)
        and tokens[position].low in _AT
    ):
        position += 1
    start = position
    position = within = past_share(tokens, position)
    while position < len(tokens) and _is_before(tokens[position]):
        position += 1
    if position < len(tokens) and any(p.how == "demonym" and p.first == position for p in view.parties):
        position += 1
        while position < len(tokens) and tokens[position].low in _BEFORE:
            position += 1
    named = _name_at(view, position, invaded=within > start or cue.base in _INVADING)
    return named or described(tokens, start)


_INVADING: Final = ("invade", "invasion", "leave", "occupy", "full-scale invasion")


def object_site(view: View, cue: EventCue) -> Spot | None:
    """The site that is attacked or taken where no name says of which place: "marched on the capital"."""
    tokens, start = view.tokens, cue.last + 1
    if cue.is_passive or cue.type not in event_words()["places"]["taken"] or start >= len(tokens):
        return None
    return site(tokens, start + (tokens[start].low in _AT))


def place_meant(view: View, cue: EventCue, spots: list[Spot]) -> Spot | None:
    """The place that a clause with "which" says it of: "Gao, which the rebels had seized in May"."""
    tokens = view.tokens
    if cue.form != "verb" or cue.is_passive or cue.type not in event_words()["places"]["taken"]:
        return None
    following = tokens[cue.last + 1] if cue.last + 1 < len(tokens) else None
    if following is not None and following.kind == "word" and following.low not in _AFTER_OBJECT:
        return None
    clause = range(cue.first - 1, max(cue.first - _CLAUSE, 1), -1)
    which = next((i for i in clause if tokens[i].low == "which" and tokens[i - 1].low == ","), None)
    if which is None:
        return None
    if is_named(tokens[which - 2]) and tokens[which - 2].kind == "word":
        return _name_at(view, _start_of_name(tokens, which - 2))
    before = [spot for spot in spots if which - _CLAUSE <= spot.last < which]
    return before[-1] if before else None


_AFTER_OBJECT: Final = listed("grammar", "where_after_object") | {
    "a",
    "late",
    "early",
    "last",
    "earlier",
}
_CLAUSE: Final = 9  # tokens


def before_noun(view: View, cue: EventCue) -> Spot | None:
    """A Moscow protest, the Mogadishu bombing: a town's name before the noun of what took place there."""
    tokens, first = view.tokens, cue.first
    if cue.form != "noun" or first == 0 or not is_named(tokens[first - 1]):
        return None
    start = _start_of_name(tokens, first - 1)
    name = written_as(tokens, start, first - 1)
    by = any(p.first <= first - 1 <= p.last and p.how != "seat" for p in view.parties)
    return Spot(start, first - 1, name, "") if country_of(name) is not None and not by else None


def left(view: View, cue: EventCue) -> Spot | None:
    """Much of Stepanakert's population fled: the place whose people left it."""
    tokens = view.tokens
    if cue.type != "displacement":
        return None
    people = next((i for i in range(cue.first - 1, 0, -1) if tokens[i].low in _POPULATION), None)
    if people is not None and tokens[people + 1].low == "of":
        return _name_at(view, people + 2) or described(tokens, people + 2)
    owner = next((i for i in range(1, cue.first) if tokens[i].kind == "possessive"), None)
    if owner is None or owner + 1 >= len(tokens) or tokens[owner + 1].low not in _POPULATION:
        return None
    start = owner - 1
    while start > 0 and is_named(tokens[start - 1]):
        start -= 1
    return (
        Spot(start, owner - 1, written_as(tokens, start, owner - 1), "") if is_named(tokens[start]) else None
    )


def _start_of_name(tokens: list[Token], last: int) -> int:
    """Index of the first token of the name that ends at `last`; "The" at a sentence's start is none of it."""
    start = last
    while start > 0 and is_named(tokens[start - 1]) and tokens[start - 1].low not in NOT_PLACES:
        start -= 1
    return start


_POPULATION: Final = listed("actors", "population")


def _aims(tokens: list[Token], position: int) -> bool:
    """Whether an attack's aim follows: "an offensive to retake X"."""
    aim = tokens[position + 1].low if position + 1 < len(tokens) and tokens[position].low == "to" else ""
    return aim in _AIMS


def _aimed_at(view: View, position: int) -> Spot | None:
    tokens = view.tokens
    while position < len(tokens) and (_is_before(tokens[position]) or tokens[position].low == "control"):
        position += 1
    return _name_at(view, position, invaded=True)


def _is_before(token: Token) -> bool:
    """Whether a word stands before a place's name and not in it: "the southern", but "North Kivu"."""
    return token.low in _BEFORE and not token.is_capitalised


def _name_at(view: View, position: int, *, invaded: bool = False) -> Spot | None:
    tokens = view.tokens
    if position >= len(tokens) or not is_named(tokens[position]) or tokens[position].kind != "word":
        return None
    if tokens[position].low in _NAMELESS or tokens[position].low in cardinals():
        return None
    last = end_of_name(tokens, position)
    if tokens[last].low == "no" or (last + 1 < len(tokens) and tokens[last + 1].kind == "number"):
        return None  # School No. 8
    further_on = past_kind(tokens, last)
    if further_on is not None:
        return _name_at(view, further_on, invaded=invaded)
    party = next((p for p in view.parties if position <= p.first <= last), None)
    kind = last + 1 < len(tokens) and tokens[last + 1].low in _KINDS
    if kind and is_some_kind(tokens, position, last):
        return None
    if (
        party is not None
        and party.how in ("demonym", "name")
        and party.last >= last
        and not (invaded or kind)
    ):
        return None
    if party is not None and party.how == "demonym":
        return None
    if last + 1 < len(tokens):
        if tokens[last + 1].low in _CREWS:
            return None
        if tokens[last + 1].kind == "possessive":
            return possessed(view, last + 2)
        last += kind
    if view.names_source(position) or _weapon_name(tokens, position):
        return None
    return Spot(position, last, written_as(tokens, position, last), "")


def _weapon_name(tokens: list[Token], position: int) -> bool:
    return any(c.isdigit() for c in tokens[position].text) or tokens[position].low in _WEAPONS


_WEAPONS: Final = frozenset(
    w.lower() for kind in event_words()["weapons"]["kind"] for words in kind["words"] for w in words.split()
)


def _subject_place(view: View, cue: EventCue) -> Spot | None:
    """The place that stands before a passive: "X is being shelled", "X, a town in Y, is in the hands of"."""
    tokens = view.tokens
    start = cue.first
    while start > 0 and tokens[start - 1].low not in (
        ";",
        ":",
        "—",
        "–",
        "that",
        "but",
        "and then",
        "where",
        "when",
    ):
        start -= 1
    start = max(start, _antecedent(tokens, cue.first))
    for position in range(start, cue.first):
        token = tokens[position]
        if not is_named(token) or token.kind != "word" or not _is_subject(tokens, position, start):
            continue
        found = _name_at(view, position)
        if found is not None:
            following = tokens[found.last + 1].low if found.last + 1 < len(tokens) else ""
            known = country_of(found.name) is not None or position > start or following in (",", "and", "(")
            near = cue.first - found.last <= 3
            known = (known or near) and (near or cue.type in _ATTACKED or not _is_seat(view, position))
            if known and not _is_common(tokens, position, start):
                return found
    return None


def _is_seat(view: View, position: int) -> bool:
    """Whether a capital stands for its government: "Ankara, Baku dismiss a report of a jet downed"."""
    return any(p.first == position and p.how == "seat" for p in view.parties)


def _antecedent(tokens: list[Token], verb: int) -> int:
    """First token of the name that a relative clause is about: "left Gao, which was shelled"."""
    relative = next((i for i in range(verb - 1, max(verb - 5, 0), -1) if tokens[i].low == "which"), None)
    if relative is None:
        return 0
    first = relative - 1 - (tokens[relative - 1].low == ",")
    while first > 0 and is_named(tokens[first - 1]):
        first -= 1
    return max(first, 0)


_AT: Final = listed("grammar", "objects_at")


def places_named_as(view: View, cue: EventCue) -> list[Spot]:
    """Names that a list calls taken or hit: "listing X, Y and Z as the villages that had been freed"."""
    tokens = view.tokens
    that = next(
        (i for i in range(cue.first, max(cue.first - 5, 0), -1) if tokens[i].low in ("that", "which")), None
    )
    if that is None or not cue.is_passive:
        return []
    called = next((i for i in range(that, max(that - 4, 0), -1) if tokens[i].low == "as"), None)
    if called is None:
        return []
    start = called
    while start > 0 and (tokens[start - 1].low in (",", "and") or is_named(tokens[start - 1])):
        start -= 1
    return [
        Spot(i, end_of_name(tokens, i), written_as(tokens, i, end_of_name(tokens, i)), "")
        for i in range(start, called)
        if is_named(tokens[i]) and (i == start or not is_named(tokens[i - 1]))
    ]


def _is_subject(tokens: list[Token], position: int, start: int) -> bool:
    """Whether a name stands as what was hit or taken: after no preposition, unless its kind stands before."""
    before = position - 1
    while before >= start and tokens[before].low in ("the", "a"):
        before -= 1
    if before < start or tokens[before].low not in _SETTING:
        return True
    return tokens[before].low == "of" and before > start and tokens[before - 1].low in _HIT


_SETTING: Final = listed("grammar", "objects_setting")


# after these, "of" leads to what was hit: the town of, the people of, 60 km west of
_HIT: Final = _BEFORE | _CIVILIANS | listed("grammar", "objects_miles")


def _is_common(tokens: list[Token], position: int, start: int) -> bool:
    """Whether a word is capitalised only because it opens the sentence."""
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    return (
        position == start == 0
        and following is not None
        and following.kind == "word"
        and not (following.is_capitalised and tokens[position].low not in _ADVERBS)  # Abu Shouk
        and following.low
        not in (
            "and",
            "is",
            "was",
            "has",
            "came",
            "were",
            "are",
            "had",
            "comes",
            "fell",
            "village",
            "city",
            "town",
            "region",
        )
    )
