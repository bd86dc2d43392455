"""Fighters who are mercenaries by what is told of them, where the word itself does not say so."""

from counterclaim.extraction.analysis import View
from counterclaim.extraction.context import Context
from counterclaim.extraction.counts.phrases import Counted
from counterclaim.extraction.irregulars import FIGHTERS


def as_hired(view: View, phrase: Counted, measure: str, object_: str, context: Context) -> str:
    """What is counted: in a war of states, fighters whom a state sends, or of a people not at war, are hired.

    A state's own are soldiers or troops. Those of a third people count as hired where the document tells for
    whom fighters are brought: "Turkey has sent 2,580 fighters to Azerbaijan", "250 Syrian fighters died".

    Args:
        view: the sentence.
        phrase: the counted phrase.
        measure: as in the claim vocabulary.
        object_: what the phrase counts by its own words and its cue.
        context: what holds for the document.
    """
    words = view.lows[phrase.first : phrase.last + 1]
    if object_ != "person.military" or not context.is_between_states or FIGHTERS.isdisjoint(words):
        return object_
    own = next((p.party for p in view.parties if phrase.first <= p.first <= phrase.last), None)
    served = context.served
    from_abroad = own is not None and served is not None and own not in (served, context.opponent(served))
    sent = own is None and measure == "deployed"
    return "person.mercenary" if from_abroad or sent else object_
