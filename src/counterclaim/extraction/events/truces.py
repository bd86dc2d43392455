"""Truces that a sentence takes up without naming them: "those of 10 and 17 October", "the first one"."""

from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.events.cues import EventCue
from counterclaim.extraction.events.words import listed

_TRUCES: Final = listed("realising", "truces")
_WHICH: Final = listed("realising", "which_one")


def taken_up(view: View, before: View) -> list[EventCue]:
    """Cues of truces among the pronouns of a sentence, where the one before it names a truce.

    Args:
        view: the sentence.
        before: the sentence before it.
    """
    follows = before is not view and before.paragraph == view.paragraph
    if not follows or _TRUCES.isdisjoint(before.words) or not _TRUCES.isdisjoint(view.words):
        return []
    lows = [*view.lows, ""]
    return [
        EventCue(place, place, "ceasefire", "noun", base="ceasefire")
        for place in range(len(view.lows))
        if (lows[place] == "those" and lows[place + 1] == "of")
        or (lows[place] == "one" and place and lows[place - 1] in _WHICH)
    ]
