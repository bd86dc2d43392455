"""What the scope of a count is read from."""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.context import Context
from counterclaim.extraction.counts.phrases import Counted
from counterclaim.extraction.dates import Interval
from counterclaim.model import Claim

NEAR: Final = (16, 22)
"""How many tokens before and after a phrase words of scope count in."""


@dataclass(slots=True)
class Setting:
    """What a count's scope is read from.

    Attributes:
        view: its sentence.
        phrase: the counted phrase.
        happened: the interval that its clause gives, None where it gives none.
        when: the same, or the interval that its paragraph gave last.
        is_start: whether that interval is the start of what is counted.
        main: the interval of what the whole document reports on, None where it gives none.
        context: what holds for the document.
        measure: as in the claim vocabulary.
        place_in_focus: whether its place is the one town that the whole document is about, or unsaid.
        model: the count before it in its paragraph.
        lows: the sentence's words in lower case.
        near: the words around the phrase, between blanks.
        words: the words of `near`, each once.
        pairs: each two of them that follow one another.
    """

    view: View
    phrase: Counted
    happened: Interval | None
    when: Interval | None
    is_start: bool
    main: Interval | None
    context: Context
    measure: str
    place_in_focus: bool
    model: Claim | None
    lows: list[str] = field(init=False)
    near: str = field(init=False)
    words: frozenset[str] = field(init=False)
    pairs: list[tuple[str, str]] = field(init=False)

    def __post_init__(self) -> None:
        self.lows = self.view.lows
        before, after = NEAR
        own = " ".join(self.lows[max(self.phrase.first - before, 0) : self.phrase.last + after])
        self.near = f" {self.phrase.introduced_by} {own} "
        words = self.near.split()
        self.words, self.pairs = frozenset(words), list(pairwise(words))
