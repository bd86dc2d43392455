"""Nouns that stand for a side of a civil war: "the rebels" for the group, "the army" for the state.

In a war of states no such noun tells the sides apart, and none is read.
"""

from collections.abc import Iterator
from dataclasses import replace

from counterclaim.extraction.analysis import View
from counterclaim.extraction.context import Context
from counterclaim.extraction.parties import PartyMention
from counterclaim.extraction.phrases import PhraseTable, words_of
from counterclaim.lexicon import word_set

_TABLE = PhraseTable(
    (words_of(words), side) for side in ("state", "rebels") for words in sorted(word_set("sides", side))
)
_BESIDE = 2  # tokens before a noun in which a name says whose it is: "Houthi rebels", "the Malian army"


def with_sides(views: list[View], context: Context) -> list[View]:
    """The sentences with the nouns that stand for sides among their parties.

    Args:
        views: a document's analysed sentences.
        context: what holds for the document.
    """
    if context.is_between_states:
        return views
    return [_with_sides(view, context) for view in views]


def _with_sides(view: View, context: Context) -> View:
    found = list(_sides_of(view, context))
    if not found:
        return view
    return replace(view, parties=sorted([*view.parties, *found], key=lambda mention: mention.first))


def _sides_of(view: View, context: Context) -> Iterator[PartyMention]:
    parties = {"state": context.home_state, "rebels": context.rebels}
    for match in _TABLE.find(view.tokens):
        party = parties[match.value]
        named = any(match.first - _BESIDE <= p.last and p.first <= match.last for p in view.parties)
        if party is not None and not named:
            is_state = match.value == "state"
            yield PartyMention(match.first, match.last, party, "side", is_state, not is_state)
