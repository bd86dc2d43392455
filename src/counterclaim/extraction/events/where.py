"""Where an event took place."""

from counterclaim.extraction.analysis import View
from counterclaim.extraction.events.cues import EventCue
from counterclaim.extraction.events.roles import Role
from counterclaim.extraction.focus import Focus
from counterclaim.extraction.places import PlaceMention
from counterclaim.extraction.tokens import Token

_NOWHERE = frozenset(
    "statement accusation dismissal appointment disinformation cyber_attack ceasefire ceasefire_violation agreement"
    " sanction diplomatic_protest aid prisoner_exchange mobilisation".split()
)
_APART = frozenset("capture shelling air_strike missile_attack".split())
_POINTS = frozenset(
    "town city village district centre center hospital camp prison mosque school building there area".split()
)


def places_at(
    view: View, cue: EventCue, places: list[PlaceMention], span: tuple[int, int], people: list[Role]
) -> list[str]:
    """The places named for an event: one, or several where each has the event to itself.

    Args:
        view: the sentence.
        cue: the event's cue.
        places: what the sentence names as places.
        span: indices of the first and last token of the event's clause.
        people: who did it and to whom; their names are no places.
    """
    own = _object_place(view, cue)
    here = [p for p in places if span[0] <= p.first <= span[1] and not _is_person(p, people)]
    if own is not None:
        here = [p for p in here if p.last < own.first or p.first > own.last]
        here.append(own)
    if not here:
        return []
    best = min(here, key=lambda p: _distance(p, cue) - (20 if p is own else 4 * p.strength))
    if cue.type in _NOWHERE and best is not own and best.strength < 3:
        return []
    if cue.type in _APART:
        return [best.name, *_listed_after(view.tokens, best)]
    return [best.name]


def _distance(place: PlaceMention, cue: EventCue) -> int:
    return place.first - cue.last if place.first > cue.last else (cue.first - place.last) + 3


def _is_person(place: PlaceMention, people: list[Role]) -> bool:
    return any(r.first <= place.first <= r.last and r.name == place.name for r in people if r is not None)


def _object_place(view: View, cue: EventCue) -> PlaceMention | None:
    """A place that is the object of the verb or stands for it: "seized Shusha", "the capture of Jabrayil"."""
    tokens = view.tokens
    if cue.type not in _TAKEN:
        return None
    position = cue.last + 1
    if cue.form == "noun":
        if position >= len(tokens) or tokens[position].low not in ("of", "on", "in", "near"):
            return None
        position += 1
    elif cue.is_passive:
        return _subject_place(view, cue)
    while position < len(tokens) and tokens[position].low in _BEFORE_PLACE:
        position += 1
    return _name_at(view, position)


_TAKEN = frozenset(
    "capture shelling air_strike missile_attack clash bombing attack_on_civilians displacement withdrawal".split()
)
_BEFORE_PLACE = frozenset(
    "the a town city village villages towns cities of district region on at in near from positions port strategic key both provincial capital centre center".split()
)


def _name_at(view: View, position: int) -> PlaceMention | None:
    tokens = view.tokens
    if position >= len(tokens) or not tokens[position].is_capitalised or tokens[position].kind != "word":
        return None
    last = position
    while last + 1 < len(tokens) and tokens[last + 1].kind == "word" and tokens[last + 1].is_capitalised:
        last += 1
    for party in view.parties:
        if party.how in ("demonym", "name", "seat") and position <= party.first <= last:
            return None
    if last + 1 < len(tokens) and (
        tokens[last + 1].kind == "possessive"
        or tokens[last + 1].low in ("forces", "troops", "fighters", "soldiers", "units")
    ):
        return None
    if any(s.first <= position <= s.last for s in view.sources):
        return None
    return PlaceMention(position, last, _text(tokens, position, last), 3, False)


def _subject_place(view: View, cue: EventCue) -> PlaceMention | None:
    """The place that stands before a passive: "Stepanakert is being shelled"."""
    tokens = view.tokens
    position = cue.first - 1
    while position >= 0 and not (tokens[position].kind == "word" and tokens[position].is_capitalised):
        if tokens[position].kind == "mark" or cue.first - position > 6:
            return None
        position -= 1
    if position < 0:
        return None
    first = position
    while first > 0 and tokens[first - 1].kind == "word" and tokens[first - 1].is_capitalised:
        first -= 1
    found = _name_at(view, first)
    if found is None:
        return None
    start = _first_of_list(tokens, found.first)
    return found if start == found.first else _name_at(view, start)


def _first_of_list(tokens: list[Token], first: int) -> int:
    """Where a list of names that ends at `first` starts: "Shushi and Martakert came under fire"."""
    while first >= 2 and tokens[first - 1].low in ("and", ",") and tokens[first - 2].is_capitalised:
        first -= 2
        while first > 0 and tokens[first - 1].kind == "word" and tokens[first - 1].is_capitalised:
            first -= 1
    return first


def _listed_after(tokens: list[Token], place: PlaceMention) -> list[str]:
    """Names that go on a list: "Vardenis, Mets Masrik and Sotk"."""
    found: list[str] = []
    position = place.last + 1
    closed = False
    while position + 1 < len(tokens) and tokens[position].low in (",", "and"):
        closed = tokens[position].low == "and"
        position += 1
        if tokens[position].low == "and":
            closed, position = True, position + 1
        if tokens[position].low in ("to", "towards", "toward"):
            position += 1
        if position >= len(tokens) or not tokens[position].is_capitalised or tokens[position].kind != "word":
            return found if closed and found else []
        last = position
        while last + 1 < len(tokens) and tokens[last + 1].kind == "word" and tokens[last + 1].is_capitalised:
            last += 1
        found.append(_text(tokens, position, last))
        position = last + 1
        if closed:
            return found
    return []


def _text(tokens: list[Token], first: int, last: int) -> str:
    return " ".join(t.text for t in tokens[first : last + 1])


def place_in_focus(view: View, cue: EventCue, focus: Focus, index: int, span: tuple[int, int]) -> str | None:
    """The place that an event has from before its sentence: where its clause points back to one."""
    if cue.type in _NOWHERE:
        return None
    lows = {t.low for t in view.tokens[span[0] : span[1] + 1]}
    if lows & _POINTS:
        return focus.before(index)
    return None
