"""Nouns that stand for a side of a civil war: "the rebels" for the group, "the army" for the state.

In a war of states no such noun tells the sides apart, and none is read.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.context import Context
from counterclaim.extraction.parties import PartyMention
from counterclaim.extraction.phrases import PhraseTable, words_of
from counterclaim.lexicon import word_set

_TABLE: Final = PhraseTable(
    (words_of(words), side) for side in ("state", "rebels") for words in sorted(word_set("sides", side))
)
_MODIFIED: Final = word_set("sides", "modified")
# tokens before a noun in which a name says whose it is: "Houthi rebels", "the Malian army"
_BESIDE: Final = 2


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
    parties = {"state": context.home_state, "rebels": _group_beside(view, context) or context.rebels}
    yield from _group_by_noun(view, context)
    for match in _TABLE.find(view.tokens):
        party = parties[match.value]
        if any(token.low in _MODIFIED for token in view.tokens[match.last + 1 : match.last + 2]):
            continue  # military operations, an army hospital
        named = any(match.first - _BESIDE <= p.last and p.first <= match.last for p in view.parties)
        if party is not None and not named:
            is_state = match.value == "state"
            yield PartyMention(match.first, match.last, party, "side", is_state, not is_state)


def _group_beside(view: View, context: Context) -> str | None:
    """The one group that a sentence names: raids on the PKK killed four guerrillas."""
    groups = {p.party for p in view.parties if p.is_group and p.party in context.fighting_groups}
    return groups.pop() if len(groups) == 1 else None


def _group_by_noun(view: View, context: Context) -> Iterator[PartyMention]:
    """The alliance, the front: the group whose name ends in that noun."""
    name = context.written(context.rebels) or ""
    noun = name.split()[-1].lower() if name else ""
    if noun not in _GROUP_NOUNS or context.rebels is None:
        return
    for index, token in enumerate(view.tokens):
        if token.low == noun and not token.is_capitalised and view.tokens[index - 1].low == "the" and index:
            yield PartyMention(index, index, context.rebels, "side", False, True)


_GROUP_NOUNS: Final = word_set("sides", "group_nouns")
