"""Where what is counted was: the place that the sentence names, or one that the text is speaking of."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.context import Context
from counterclaim.extraction.counts.antecedent import is_anaphoric
from counterclaim.extraction.counts.cues import HARM
from counterclaim.extraction.counts.phrases import Counted
from counterclaim.extraction.focus import Focus
from counterclaim.extraction.place_names import NOT_PLACES
from counterclaim.extraction.places import PlaceMention
from counterclaim.extraction.subject import Subject
from counterclaim.lexicon import polities_by_name, word_set
from counterclaim.lexicon.gazetteer import country_of
from counterclaim.model import Claim, Scope

_KINDS: Final = word_set("places", "kinds")
_BACKWARDS: Final = 1.3  # how much farther a place before a phrase is than one after it
_ACROSS: Final = 8  # tokens that another number or a semicolon between them is worth
_WEIGHT: Final = 6  # tokens that each step of a place's strength is worth


@dataclass(slots=True)
class Spot:
    """A place and how it was found.

    Attributes:
        name: as written, None where the text is speaking of none.
        is_own: whether the count's own words give it, or those of the count that it is a part of.
        rule: what gave it, "" where there is none.
        words: its first and last token in the sentence, None where it stands elsewhere.
        scope: that of the count before, where the place is taken from it.
        is_afar: whether only an earlier paragraph names it; armies at war do not fall where it spoke last.
    """

    name: str | None
    is_own: bool
    rule: str = ""
    words: tuple[int, int] | None = None
    scope: Scope | None = None
    is_afar: bool = False


_NOWHERE: Final = Spot(None, False)
_OF_DOCUMENT: Final = "the place that the document is about"


def place_of(
    view: View, phrase: Counted, measure: str, focus: Focus, index: int, model: Claim | None
) -> Spot:
    """The place nearest to a phrase in its sentence, else that of the count before, else the one in focus.

    Args:
        view: the sentence.
        phrase: the counted phrase.
        measure: as in the claim vocabulary.
        focus: the places of the document's sentences.
        index: number of the sentence.
        model: the count before that it takes missing parts from.
    """
    label = _label(view, phrase)
    if label is not None:
        return Spot(label, True, "the label of its item")
    places = [place for place in focus.places(index) if not (place.is_around or _is_compared(view, place))]
    places = [place for place in places if not _is_of_a_part(view, place, phrase)]
    places = _on_the_way(view, places, phrase, measure)
    if places:
        nearest = min(places, key=lambda place: _cost(view, place, phrase))
        return Spot(nearest.name, True, "the nearest place of its sentence", (nearest.first, nearest.last))
    if model is not None and model.place is not None and model.place.lower() not in _LINES:
        is_own = phrase.partitive or is_anaphoric(view, phrase)
        return Spot(model.place, is_own, "the place of the count before", scope=model.scope)
    if _is_in_held_land(view, phrase):
        return Spot(None, True)
    spoken_of = focus.before(index)
    is_own = spoken_of is not None and (is_anaphoric(view, phrase) or _points_back(view))
    is_afar = not is_own and focus.in_paragraph(index) is None
    return Spot(spoken_of, is_own, "the place that the text speaks of", is_afar=is_afar)


_LINES: Final = word_set("places", "lines")


def _is_in_held_land(view: View, phrase: Counted) -> bool:
    """At least 91 civilians died in areas under Peru's control: land without a name, not the town before."""
    after = view.lows[phrase.last + 1 : phrase.last + 1 + _HELD]
    return any(a in _LAND and b in _UNDER for a, b in pairwise(after))


_HELD: Final = 8  # tokens from a phrase to the land that somebody holds
_LAND: Final = word_set("counts_placing", "land")
_UNDER: Final = frozenset(("controlled", "held", "under"))


def _is_compared(view: View, place: PlaceMention) -> bool:
    """One of the worst attacks in Africa for decades: where nothing was worse."""
    return not _SUPERLATIVES.isdisjoint(view.lows[max(place.first - _COMPARED, 0) : place.first])


_COMPARED: Final = 5  # tokens from a superlative to its place
_SUPERLATIVES: Final = word_set("counts_scope", "superlatives")


def _points_back(view: View) -> bool:
    """In the fighting there; in the city: words for a place that was named before."""
    lows = view.lows
    pairs = zip(lows, [*lows[1:], ""], strict=True)
    if "there" in view.words and any(low == "there" and after not in _THERE_IS for low, after in pairs):
        return True
    if _TOWNS.isdisjoint(view.words):
        return False
    triples = zip(lows, lows[1:], lows[2:], strict=False)
    return any(low in _AT and the == "the" and noun in _TOWNS for low, the, noun in triples)


_THERE_IS: Final = word_set("counts_placing", "there_is")
_AT: Final = word_set("counts_placing", "at")
_TOWNS: Final = word_set("counts_placing", "towns")


def _on_the_way(view: View, places: list[PlaceMention], phrase: Counted, measure: str) -> list[PlaceMention]:
    """The displaced are counted where they went, the dead and wounded not where they were taken."""
    if measure == "displaced":
        reached = [p for p in places if p.preposition in ("into", "to") and p.first > phrase.last]
        return [place for place in reached if not _across(view, place, phrase)] or places
    if measure in _HARM:
        return [place for place in places if place.preposition not in ("from", "to")]
    return places


_HARM: Final = HARM | {"missing"}


def _is_of_a_part(view: View, place: PlaceMention, phrase: Counted) -> bool:
    """Eight villages, three of them in Fuzuli: where a part of what is counted is."""
    between = [token.low for token in view.tokens[phrase.last + 1 : place.first]]
    of_them = any(pair in _OF_THEM for pair in pairwise(between))
    return of_them and _across(view, place, phrase) > 0


_OF_THEM: Final = frozenset((("of", "them"), ("of", "whom"), ("of", "which")))


def settled(
    spot: Spot, scope: Scope, object_: str, party: str | None, view: View, focus: Focus, context: Context
) -> Spot:
    """The place that a claim keeps: its own, the incident's, or that which the report is about."""
    if spot.is_own and not (spot.scope == "incident" and scope == "cumulative"):
        return spot
    taken = _taken(spot, scope, object_, view, focus, context)
    return _NOWHERE if _is_abroad(taken.name, object_, party) else taken


def _is_abroad(place: str | None, object_: str, party: str | None) -> bool:
    """Whether the place spoken of lies in another state than that whose civilians or houses are counted."""
    if place is None or party is None or not (object_ in _AT_HOME or object_.startswith("structure")):
        return False
    named = polities_by_name()
    home, there = named.get(party), named.get(country_of(place) or place)
    if home is None or there is None or there.kind != "state":
        return False
    return home is not there and (home.kind == "state" or (home.kind == _DECLARED and place == there.name))


_DECLARED: Final = "self_declared_state"  # what is its own is not placed in the state that it left
_AT_HOME: Final = frozenset(("person.civilian", "person.child", "person"))


def _taken(spot: Spot, scope: Scope, object_: str, view: View, focus: Focus, context: Context) -> Spot:
    local = _is_local(object_)
    if scope == "incident":
        at_the_spot = local or not context.is_between_states
        at_the_spot |= context.subject is Subject.ATTACK and not spot.is_afar
        return spot if at_the_spot else _NOWHERE
    if context.is_between_states:
        # a running toll of two states is of their war, unless it is that of a land or of an attack's town
        told_of = local and (focus.is_on_land or context.subject is Subject.ATTACK)
        return Spot(focus.whole, False, _OF_DOCUMENT) if told_of else _NOWHERE
    if not _is_of_whole_war(view, focus, context):
        if spot.name is not None and spot.scope != "incident" and local:
            return spot
        if focus.whole is not None:
            return Spot(focus.whole, False, _OF_DOCUMENT)
    state = context.home_state if object_.startswith(("person", "structure", "incident")) else None
    return Spot(state, False, "the country that the document is about")


def _is_of_whole_war(view: View, focus: Focus, context: Context) -> bool:
    """Whether a running toll is that of the country's war, not of the town that the report is about."""
    if focus.is_on_land:
        return False
    attack = context.subject is Subject.ATTACK
    return attack or context.period is not None or any(token.low in _WARS for token in view.tokens)


_WARS: Final = word_set("counts_placing", "wars")


def _cost(view: View, place: PlaceMention, phrase: Counted) -> float:
    """How far a place is: in tokens, less for a sure one, more beyond another number or a semicolon."""
    after = place.first - phrase.last
    distance = after if after > 0 else (phrase.first - place.first) * _BACKWARDS
    return distance - _WEIGHT * place.strength + _ACROSS * _across(view, place, phrase)


def _across(view: View, place: PlaceMention, phrase: Counted) -> int:
    """How many numbers and semicolons stand between a phrase and a place."""
    first, last = (phrase.last, place.first) if place.first > phrase.last else (place.last, phrase.first)
    numbers = sum(first < number.first < last for number in view.numbers)
    return numbers + sum(token.low == ";" for token in view.tokens[first + 1 : last])


def _label(view: View, phrase: Counted) -> str | None:
    """Arakan State: 1,101; Kirkuk: 26: the place that a list's item has before its colon."""
    if not view.is_list_item:
        return None
    colon = next((i for i, token in enumerate(view.tokens[: phrase.first]) if token.low == ":"), None)
    words = [token for token in view.tokens[:colon] if token.kind == "word"] if colon else []
    name = " ".join(token.text for token in words)
    known = country_of(name) is not None and name.lower() not in NOT_PLACES
    is_place = bool(words) and (words[-1].low in _KINDS or known)
    return name if is_place and words[-1].is_capitalised else None


def _is_local(object_: str) -> bool:
    """Whether a count without a place is of the place in focus: people and buildings, not armies."""
    return object_.startswith(("person", "structure")) and not object_.startswith(
        ("person.military", "person.mercenary")
    )
