"""Figures that their own sentence takes back: "the earlier report that 34 had died was wrong"."""

from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.counts.phrases import Counted
from counterclaim.lexicon import word_set

_REPORTS: Final = word_set("counts_retraction", "reports")
_EARLIER: Final = word_set("counts_retraction", "earlier")
_WRONG: Final = word_set("counts_retraction", "wrong")
_TO_BE: Final = word_set("counts_retraction", "to_be")
_OURS: Final = word_set("counts_party", "ours")
_THAT: Final = frozenset(("it", "that", "this", "these", "those", "they", "both"))
_REACH: Final = 12  # tokens from a figure to "was wrong"


def is_taken_back(view: View, phrase: Counted, after: View | None = None) -> bool:
    """Whether a figure is what an earlier report gave that its sentence, or the next one, calls wrong.

    Args:
        view: the sentence.
        phrase: the counted phrase.
        after: the next sentence: "Our Sunday edition said that 34 had died. That was wrong."
    """
    lows = [token.low for token in view.tokens]
    if after is not None and _is_wrong_after(view, after):
        return bool((_OURS | _REPORTS) & set(lows[: phrase.first]))
    reports = [i for i in range(phrase.first) if lows[i] in _REPORTS]
    if not any(_EARLIER & set(lows[max(i - 3, 0) : i]) for i in reports):
        return False
    for position in range(phrase.last + 1, min(phrase.last + _REACH, len(lows))):
        if lows[position] in _WRONG and _TO_BE & set(lows[position - 3 : position]):
            return True
    return False


def _is_wrong_after(view: View, after: View) -> bool:
    """Whether the next sentence opens with calling what this one says wrong: "That was wrong"."""
    lows = after.lows
    if after.paragraph != view.paragraph or len(lows) < _SHORT or lows[0] not in _THAT:
        return False
    return lows[1] in _TO_BE and not _WRONG.isdisjoint(lows[2:_SHORT])


_SHORT: Final = 4  # tokens: that was a mistake
