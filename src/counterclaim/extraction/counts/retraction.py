"""Figures that their own sentence takes back: "the earlier report that 34 had died was wrong"."""

from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.counts.phrases import Counted
from counterclaim.lexicon import word_set

_REPORTS: Final = word_set("counts_retraction", "reports")
_EARLIER: Final = word_set("counts_retraction", "earlier")
_WRONG: Final = word_set("counts_retraction", "wrong")
_TO_BE: Final = word_set("counts_retraction", "to_be")
_REACH: Final = 12  # tokens from a figure to "was wrong"


def is_taken_back(view: View, phrase: Counted) -> bool:
    """Whether a figure is what an earlier report gave that its sentence calls wrong.

    Args:
        view: the sentence.
        phrase: the counted phrase.
    """
    lows = [token.low for token in view.tokens]
    reports = [i for i in range(phrase.first) if lows[i] in _REPORTS]
    if not any(_EARLIER & set(lows[max(i - 3, 0) : i]) for i in reports):
        return False
    for position in range(phrase.last + 1, min(phrase.last + _REACH, len(lows))):
        if lows[position] in _WRONG and _TO_BE & set(lows[position - 3 : position]):
            return True
    return False
