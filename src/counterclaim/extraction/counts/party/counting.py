"""What the party of a count is read from, and what a rule may answer."""

from dataclasses import dataclass
from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.context import Context
from counterclaim.extraction.counts.phrases import Counted
from counterclaim.lexicon import word_set
from counterclaim.model import Claim

NEAR: Final = 10  # tokens around a phrase in which both sides are named
TAKEN: Final = frozenset(("destroyed", "captured", "lost", "damaged", "abandoned"))
_SIDES: Final = 4  # of the parties that a document names, most often first: those that may be at war
ARMY: Final = ("person.military", "materiel", "settlement")
SUBJECT: Final = 3  # tokens from the end of a subject to its verb
_HIRED: Final = word_set("counts_party", "hired")
FOREIGN: Final = ("person.mercenary", "person.journalist", "person.peacekeeper", "incident", "money")


@dataclass(slots=True)
class Counting:
    """What the party of a count is read from.

    Attributes:
        view: its sentence.
        phrase: the counted phrase.
        object: what is counted, as in the claim vocabulary.
        measure: what was done to it.
        speaker: the party that its source speaks for.
        source: the name of its source.
        place: the place that the clause names or that is in focus.
        context: what holds for the document.
        model: the count before that it takes missing parts from.
        heading: the party that the heading above names.
        last: whose it was when the same thing was last counted.
        previous: the sentence before in its paragraph.
    """

    view: View
    phrase: Counted
    object: str
    measure: str
    speaker: str | None
    source: str | None
    place: str | None
    context: Context
    model: Claim | None
    heading: str | None
    last: str | None
    previous: View | None

    @property
    def kind(self) -> str:
        """What is counted, as its own words or the paragraph say, without what the count before adds."""
        return self.phrase.object or _CODES.get(self.phrase.expected, "person")

    @property
    def is_civilian(self) -> bool:
        """Whether the phrase calls things that belong to armies too a civilian's: 520 private cars."""
        return not _CIVILIAN.isdisjoint(self.view.lows[self.phrase.first : self.phrase.last + 1])

    @property
    def side(self) -> str | None:
        """The party that the source speaks for, if the document is about it."""
        return self.speaker if self.speaker in self.context.parties[:_SIDES] else None


_CIVILIAN: Final = word_set("counts_party", "civilian")
_CODES: Final = {
    "materiel": "materiel",
    "structures": "structure",
    "settlements": "settlement",
    "incidents": "incident",
}


@dataclass(slots=True)
class Whose:
    """A rule's answer: the party, or None where it says that what is counted is nobody's."""

    party: str | None


NOBODY: Final = Whose(None)


def whose(party: str | None) -> Whose | None:
    """The answer that names a party; no answer where there is none, so that other rules are asked."""
    return Whose(party) if party is not None else None


def is_foreign(c: Counting) -> bool:
    """Whether no side is meant unless the words say so: mercenaries, reporters, incidents."""
    cue = c.phrase.cue
    after = c.view.tokens[cue.last + 1 : cue.last + 5] if cue is not None else []
    return c.object.startswith(FOREIGN) or any(token.low in _HIRED for token in after)
