"""Whose losses a sentence speaks of, and which people it names as only their enemies do."""

from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.counts.phrases import Counted
from counterclaim.extraction.parties import PartyMention
from counterclaim.lexicon import word_set

_LOSSES: Final = word_set("counts_losses", "nouns")
_FOES: Final = word_set("counts_losses", "foes")
_OWNED_AFTER: Final = word_set("counts_losses", "owned_after")
_CLAUSE_ENDS: Final = word_set("counts_losses", "clause_ends")
_ENEMY: Final = word_set("counts_fields", "enemy")
_NOT_OF_OWNER: Final = word_set("counts_losses", "not_of_owner")
_DEEDS: Final = word_set("counts_losses", "deeds")
_BEFORE: Final = 4  # tokens that an owner stands before a noun of loss at most
_REACH: Final = 8  # tokens from a noun of loss to its figure
_AFTER: Final = 5  # and after it: losses among the Houthi fighters

ENEMY: Final = "enemy"


def owner_of_losses(view: View, phrase: Counted) -> PartyMention | str | None:
    """The party that a noun of loss before a figure is said of, ENEMY where it says so, or None.

    Args:
        view: the sentence.
        phrase: the counted phrase, which gives the losses' number.
    """
    for position in range(phrase.first - 1, max(phrase.first - 1 - _REACH, -1), -1):
        token = view.tokens[position]
        if token.low in _CLAUSE_ENDS:
            return None
        if token.low in _LOSSES:
            return _owner(view, position)
    return None


def are_foes(view: View, phrase: Counted) -> bool:
    """Whether a phrase, or one listed right before it, names people as only their enemies do."""
    tokens = view.tokens
    last = phrase.last + (
        _OF_THE if [t.low for t in tokens[phrase.last + 1 : phrase.last + 3]] == ["of", "the"] else 0
    )
    if any(token.low in _FOES for token in tokens[phrase.first : last + 1]):
        return True
    before = phrase.first - 1
    while before >= 0 and tokens[before].low in _GLUE:
        before -= 1
    return 0 <= before < phrase.first - 1 and tokens[before].low in _FOES


_OF_THE: Final = 3  # tokens: "22 of the assailants"
_GLUE: Final = word_set("counts_losses", "glue")


def _owner(view: View, noun: int) -> PartyMention | str | None:
    tokens = view.tokens
    before = tokens[max(noun - _BEFORE, 0) : noun]
    for mention in reversed(view.parties):
        gap = tokens[mention.last + 1 : noun]
        near = 0 <= noun - mention.last - 1 < _BEFORE
        if near and all(t.kind in ("word", "possessive") and t.low not in _NOT_OF_OWNER for t in gap):
            return mention
    if any(token.low in _ENEMY for token in before):
        return ENEMY
    for mention in view.parties:
        lows = [t.low for t in tokens[noun + 1 : mention.first]]
        following = tokens[mention.last + 1].low if mention.last + 1 < len(tokens) else ""
        if following in _DEEDS:
            continue
        if 0 < len(lows) < _AFTER and lows[0] in _OWNED_AFTER and set(lows[1:]) <= {"the", "side", "of"}:
            return mention
    return None
