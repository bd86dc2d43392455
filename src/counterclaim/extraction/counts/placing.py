"""Where what is counted was: the place that the sentence names, or one that the text is speaking of."""

from dataclasses import dataclass

from counterclaim.extraction.analysis import View
from counterclaim.extraction.context import Context
from counterclaim.extraction.counts.antecedent import is_anaphoric
from counterclaim.extraction.counts.phrases import Counted
from counterclaim.extraction.focus import Focus
from counterclaim.extraction.places import PlaceMention
from counterclaim.lexicon import word_set
from counterclaim.lexicon.gazetteer import country_of
from counterclaim.model import Claim, Scope

_KINDS = word_set("places", "kinds")
_BACKWARDS = 1.3  # how much farther a place before a phrase is than one after it
_WEIGHT = 6  # tokens that each step of a place's strength is worth


@dataclass(frozen=True, slots=True)
class Spot:
    """A place and how it was found.

    Attributes:
        name: as written, None where the text is speaking of none.
        is_own: whether the count's own words give it, or those of the count that it is a part of.
    """

    name: str | None
    is_own: bool


def place_of(view: View, phrase: Counted, focus: Focus, index: int, model: Claim | None) -> Spot:
    """The place nearest to a phrase in its sentence, else that of the count before, else the one in focus.

    Args:
        view: the sentence.
        phrase: the counted phrase.
        focus: the places of the document's sentences.
        index: number of the sentence.
        model: the count before that it takes missing parts from.
    """
    label = _label(view, phrase)
    if label is not None:
        return Spot(label, True)
    places = focus.places(index)
    if places:
        return Spot(min(places, key=lambda place: _cost(place, phrase)).name, True)
    if model is not None and model.place is not None:
        return Spot(model.place, phrase.partitive or is_anaphoric(view, phrase))
    spoken_of = focus.before(index)
    return Spot(spoken_of, spoken_of is not None and is_anaphoric(view, phrase))


def settled(spot: Spot, scope: Scope, object_: str, focus: Focus, context: Context) -> str | None:
    """The place that a claim keeps: its own, the incident's, or that which the report is about."""
    if spot.is_own:
        return spot.name
    if scope == "incident":
        return spot.name if _is_local(object_) else None
    if context.is_between_states:
        return focus.whole if _is_local(object_) else None
    return focus.whole or context.home_state if object_.startswith(("person", "structure")) else None


def _cost(place: PlaceMention, phrase: Counted) -> float:
    after = place.first - phrase.last
    distance = after if after > 0 else (phrase.first - place.first) * _BACKWARDS
    return distance - _WEIGHT * place.strength


def _label(view: View, phrase: Counted) -> str | None:
    """Arakan State: 1,101; Kirkuk: 26: the place that a list's item has before its colon."""
    if not view.is_list_item:
        return None
    colon = next((i for i, token in enumerate(view.tokens[: phrase.first]) if token.low == ":"), None)
    words = [token for token in view.tokens[:colon] if token.kind == "word"] if colon else []
    name = " ".join(token.text for token in words)
    is_place = bool(words) and (words[-1].low in _KINDS or country_of(name) is not None)
    return name if is_place and words[-1].is_capitalised else None


def _is_local(object_: str) -> bool:
    """Whether a count without a place is of the place in focus: people and buildings, not armies."""
    return object_.startswith(("person", "structure")) and not object_.startswith(
        ("person.military", "person.mercenary")
    )
