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
        rule: what gave it, "" where there is none.
        words: its first and last token in the sentence, None where it stands elsewhere.
    """

    name: str | None
    is_own: bool
    rule: str = ""
    words: tuple[int, int] | None = None


_NOWHERE = Spot(None, False)
_OF_DOCUMENT = "the place that the document is about"


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
        return Spot(label, True, "the label of its item")
    places = focus.places(index)
    if places:
        nearest = min(places, key=lambda place: _cost(place, phrase))
        return Spot(nearest.name, True, "the nearest place of its sentence", (nearest.first, nearest.last))
    if model is not None and model.place is not None:
        is_own = phrase.partitive or is_anaphoric(view, phrase)
        return Spot(model.place, is_own, "the place of the count before")
    spoken_of = focus.before(index)
    is_own = spoken_of is not None and is_anaphoric(view, phrase)
    return Spot(spoken_of, is_own, "the place that the text speaks of")


def settled(spot: Spot, scope: Scope, object_: str, focus: Focus, context: Context) -> Spot:
    """The place that a claim keeps: its own, the incident's, or that which the report is about."""
    if spot.is_own:
        return spot
    if scope == "incident":
        return spot if _is_local(object_) else _NOWHERE
    if context.is_between_states:
        return Spot(focus.whole if _is_local(object_) else None, False, _OF_DOCUMENT)
    if focus.whole is None and context.home_state is not None:
        state = context.home_state if object_.startswith(("person", "structure")) else None
        return Spot(state, False, "the country that the document is about")
    return Spot(focus.whole if object_.startswith(("person", "structure")) else None, False, _OF_DOCUMENT)


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
