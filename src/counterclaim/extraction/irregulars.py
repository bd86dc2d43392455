"""Fighters who are no state's: mercenaries, for whom they fight, and rebels whose group goes unnamed."""

from collections import Counter
from collections.abc import Set
from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.parties import PartyMention
from counterclaim.lexicon import word_set

_HIRED: Final = word_set("counts_party", "hired")
_BESIDE_HIRED: Final = 3  # tokens between a force's name and the word that says that it fights for pay


def is_hired(view: View, mention: PartyMention) -> bool:
    """Whether a group is named as mercenaries: Wagner mercenaries, mercenaries of the Wagner group."""
    first, last = max(mention.first - _BESIDE_HIRED, 0), mention.last + 2
    return any(token.low in _HIRED for token in view.tokens[first:last])


FIGHTS: Final = word_set("context", "fights")
"""Verbs of fighting, with which `FIGHTS_FOR` leads to a side."""
FIGHTS_FOR: Final = word_set("context", "fights_for")
"""Words that lead from fighting to the side that somebody fights on."""
_SENT: Final = word_set("context", "sent")
# tokens from the verb to the name of whom they fight for: moved by Turkey out of Syria to
_TO_EMPLOYER: Final = 8
FIGHTERS: Final = word_set("context", "fighters")
"""What those are called who fight and are no state's soldiers."""


def employer_of_mercenaries(views: list[View]) -> str | None:
    """For whom mercenaries fight: to fight on Baku's side; 300 mercenaries were sent to Libya."""
    return _most_often_served(views, _HIRED)


def served_by_fighters(views: list[View]) -> str | None:
    """To whom fighters are sent, mercenaries or not so called: Turkey has sent 300 fighters to Azerbaijan."""
    return _most_often_served(views, _HIRED | FIGHTERS)


def _most_often_served(views: list[View], sent: Set[str]) -> str | None:
    votes: Counter[str] = Counter()
    for view in views:
        lows, are_sent = view.lows, not sent.isdisjoint(view.words)
        if not are_sent and FIGHTS.isdisjoint(view.words):
            continue
        for index, low in enumerate(lows[:-1]):
            fights = low in FIGHTS and lows[index + 1] in FIGHTS_FOR
            reach = range(max(index - _TO_EMPLOYER, 0), index)
            to = low == "to" and are_sent and any(lows[i] in _SENT for i in reach)
            if not (fights or to):
                continue
            near = next((p for p in view.parties if 0 < p.first - index <= _TO_EMPLOYER), None)
            if near is not None and not near.is_group:
                votes[near.party] += 2 if fights else 1
    return votes.most_common(1)[0][0] if votes else None


_REBELS: Final = word_set("context", "rebels")


def unnamed_rebels(views: list[View]) -> str | None:
    """The noun by which a text calls its rebels most often: one that their enemy alone would use is none."""
    votes = Counter(low for view in views for low in view.words & _SO_CALLED)
    said = {noun: votes[noun] + votes[noun.removesuffix("s")] for noun in _REBELS}
    noun = max(_REBELS, key=lambda word: (said[word], word))
    return (noun.title() if noun in _NAMED_SO else noun) if said[noun] else None


_SO_CALLED: Final = _REBELS | {noun.removesuffix("s") for noun in _REBELS}
_NAMED_SO: Final = word_set("context", "named_rebels")
