"""Where an event took place."""

from dataclasses import replace
from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.events.cues import EventCue
from counterclaim.extraction.events.grounds import past_share
from counterclaim.extraction.events.naming import Role
from counterclaim.extraction.events.objects import (
    before_noun,
    left,
    object_place,
    object_site,
    place_meant,
    places_named_as,
)
from counterclaim.extraction.events.spots import WITHIN, Spot, end_of_name, written_as
from counterclaim.extraction.events.words import event_words, listed
from counterclaim.extraction.place_names import is_named
from counterclaim.extraction.places import lies_in
from counterclaim.extraction.tokens import Token

_KINDS_AND_LINES: Final = listed("places", "kinds") | listed("places", "lines")


def places_at(
    view: View, cue: EventCue, spots: list[Spot], span: tuple[int, int], people: list[Role]
) -> list[Spot]:
    """The places named for an event: one, or several where each has the event to itself.

    Args:
        view: the sentence.
        cue: the event's cue.
        spots: what the sentence names as places.
        span: indices of the first and last token of the event's clause.
        people: who did it and to whom; their names are no places.
    """
    named = places_named_as(view, cue)
    if named:
        return named
    if _is_pointing(view, cue):
        return []
    own = object_place(view, cue) or before_noun(view, cue) or left(view, cue)
    meant = place_meant(view, cue, spots) if own is None else None
    if meant is not None:
        return [_more_precise(view.tokens, meant, spots)]
    rules = event_words()["places"]
    if own is None and cue.type in rules["nowhere"]:
        spots = [
            s for s in spots if s.preposition in WITHIN and (s.first <= 1 or _is_beside(view.tokens, cue, s))
        ]
    here = [
        s
        for s in spots
        if span[0] <= s.first <= span[1]
        and _belongs(s, cue)
        and not _is_person(s, people)
        and not _is_speakers(view, s)
    ]
    if own is not None:
        here = [*(s for s in here if s.last < own.first or s.first > own.last), own]
    if not here:
        site = object_site(view, cue)
        return _opening(view, cue, spots) or ([] if site is None else [site])
    best = min(here, key=lambda s: _distance(s, cue) - (25 if s is own else 0))
    best = _more_precise(view.tokens, best, spots)
    listed_on = _listed_after(view, best)
    if cue.type in rules["apart"]:
        return [best, *listed_on]
    if cue.type in rules["taken"] and listed_on and _is_run(view.tokens, best, listed_on):
        last = listed_on[-1].last
        return [replace(best, last=last, name=written_as(view.tokens, best.first, last))]
    return [best]


def _is_run(tokens: list[Token], first: Spot, others: list[Spot]) -> bool:
    """Whether nothing but commas and "and" stands between the names of a list."""
    named = {i for spot in (first, *others) for i in range(spot.first, spot.last + 1)}
    between = (i for i in range(first.first, others[-1].last) if i not in named)
    return all(tokens[i].low in (",", "and") for i in between)


def _more_precise(tokens: list[Token], best: Spot, spots: list[Spot]) -> Spot:
    """In Aitaroun, in south Lebanon: the first of two places, which lies in the other."""
    for spot in spots:
        between = [token.low for token in tokens[spot.last + 1 : best.first]]
        if spot.last < best.first and lies_in(between):
            return spot
    return best


def _is_beside(tokens: list[Token], cue: EventCue, spot: Spot) -> bool:
    """Whether a place stands soon after a cue, or later with no mark between."""
    if spot.first <= cue.last:
        return False
    between = tokens[cue.last + 1 : spot.first]
    return len(between) < _BESIDE or (len(between) < _FAR and all(t.kind != "mark" for t in between))


_BESIDE, _FAR = 6, 14


def _is_pointing(view: View, cue: EventCue) -> bool:
    """Whether the object points back to a land named before: "regained most of the region in July"."""
    tokens = view.tokens
    if cue.form != "verb" or cue.type not in event_words()["places"]["taken"]:
        return False
    noun = past_share(tokens, cue.last + 1) + 1
    if noun >= len(tokens) or tokens[noun - 1].low != "the" or tokens[noun].low not in _POINTED:
        return False
    following = tokens[noun + 1] if noun + 1 < len(tokens) else None
    return following is None or following.kind == "mark" or following.low in _AFTER_OBJECT


_AFTER_OBJECT: Final = listed("grammar", "where_after_object")
_POINTED: Final = listed("places", "lands")


def _opening(view: View, cue: EventCue, spots: list[Spot]) -> list[Spot]:
    """The place that opens the sentence and holds for all of it: "In the north, X hit back and took Y"."""
    tokens = view.tokens
    if cue.type in event_words()["places"]["nowhere"] or tokens[0].low not in WITHIN:
        return []
    opening = next((s for s in spots if s.preposition == tokens[0].low and s.first < _OPENING), None)
    if opening is None or opening.last >= cue.first or tokens[opening.last + 1].low != ",":
        return []
    return [] if _is_speakers(view, opening) else [opening]


def _is_speakers(view: View, spot: Spot) -> bool:
    """Whether a place that opens the sentence is only where somebody spoke: "In Geneva, X said that"."""
    opens = spot.first < _OPENING and view.tokens[0].low == spot.preposition
    return opens and any(spot.last < s.first <= spot.last + _OPENING for s in view.sources)


_OPENING: Final = 6  # tokens in which such a place begins, or who speaks there does


def _belongs(spot: Spot, cue: EventCue) -> bool:
    """Whether a preposition sets an event's place rather than something else's."""
    last = max(cue.last, cue.weapon or 0) if (cue.weapon or 0) - cue.last <= 4 else cue.last
    struck = cue.form == "verb" and cue.weapon is not None and cue.weapon < spot.first < cue.first
    if struck and spot.preposition in ("against", "at", "in", "near", "on"):
        return True  # a missile attack on X hit a house
    if spot.preposition == "on" and spot.name.split()[-1].lower() in _KINDS_AND_LINES:
        return True
    if spot.preposition in ("against", "between") and spot.name.isupper():
        return False  # between the SAF and the RSF
    if spot.preposition in ("of", "against", "on", "over", "between"):
        return 0 < spot.first - last <= 5
    if spot.preposition in ("from", "to"):
        wanted = {
            "withdrawal": ("from",),
            "displacement": ("from",),
            "deployment": ("to",),
            "clash": ("to",),
        }
        return spot.preposition in wanted.get(cue.type, ()) and spot.first > cue.last
    return True


def _distance(spot: Spot, cue: EventCue) -> int:
    away = spot.first - cue.last if spot.first > cue.last else (cue.first - spot.last) + 4
    return away + (6 if spot.preposition in ("from", "around", "within") else 0)


def _is_person(spot: Spot, people: list[Role]) -> bool:
    return any(
        r.first <= spot.first <= r.last
        and spot.preposition in ("of", "against", "by", "")
        and r.name == spot.name
        for r in people
    )


def _listed_after(view: View, spot: Spot) -> list[Spot]:
    """Names that go on a list, dates between them stepped over: "Gao, Kidal and Timbuktu"."""
    tokens, found = view.tokens, list[Spot]()
    peoples = {party.first for party in view.parties if party.how == "demonym"}
    position = spot.last + 1
    closed = False
    while position + 1 < len(tokens) and not closed:
        position = _past_date(tokens, position)
        if position + 1 >= len(tokens) or tokens[position].low not in (",", "and"):
            break
        closed = tokens[position].low == "and"
        position += 1
        if not closed and tokens[position].low == "and":
            closed, position = True, position + 1
        if tokens[position].low in ("to", "towards", "toward", "on", "in", "of"):
            position += 1
        if position >= len(tokens) or not is_named(tokens[position]) or tokens[position].kind != "word":
            return []
        if position in peoples:
            return found  # took Gao and Malian troops left
        last = end_of_name(tokens, position)
        found.append(Spot(position, last, written_as(tokens, position, last), spot.preposition))
        position = last + 1
    return found if closed else []


def _past_date(tokens: list[Token], position: int) -> int:
    """The token after "on 9 October 2020", where that stands at `position`."""
    if position < len(tokens) and tokens[position].low == "on":
        end = position + 1
        while (
            end < len(tokens)
            and end - position <= 3
            and (tokens[end].kind == "number" or tokens[end].is_capitalised)
        ):
            end += 1
        return end if end > position + 1 else position
    return position
