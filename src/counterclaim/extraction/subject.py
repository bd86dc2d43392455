"""What kind of report a document is: of one attack, of fighting that lasts, or of a stretch of time."""

from collections.abc import Iterable
from enum import Enum
from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.counts.cues import HARM, find_cues
from counterclaim.lexicon import word_set

ATTACKS: Final = word_set("subject", "attacks")
FIGHTING: Final = word_set("subject", "fighting")
_WEAPONS: Final = word_set("subject", "weapons")
_OPENING: Final = 6  # sentences in which a document says what it is about
_HEADLINE: Final = 2  # how much more a word of the headline counts


class Subject(Enum):
    """What a document reports on."""

    ATTACK = "one attack"
    FIGHTING = "fighting that lasts"
    UNSAID = "nothing that its opening says"


def subject_of(views: list[View]) -> Subject:
    """The kind of thing that a document's headline and first sentences speak of.

    "A drone struck a mosque" is an attack; "two days of fighting for the city" is fighting.
    """
    opening = views[:_OPENING]
    attacks, fighting = _weight(opening, ATTACKS), _weight(opening, FIGHTING)
    if attacks == fighting or (attacks > fighting and not _weight(opening, ATTACKS - _WEAPONS)):
        return Subject.UNSAID  # drones and missiles alone may be losses
    return Subject.ATTACK if attacks > fighting else Subject.FIGHTING


def _weight(views: Iterable[View], words: frozenset[str]) -> int:
    return sum(
        (_HEADLINE if view.is_heading else 1) * sum(token.low in words for token in view.tokens)
        for view in views
    )


def tells_of_harm(view: View) -> bool:
    """Whether a sentence speaks of an attack, of fighting or of what they did."""
    words = {token.low for token in view.tokens}
    return bool(words & (ATTACKS | FIGHTING)) or any(cue.measure in HARM for cue in find_cues(view.tokens))
