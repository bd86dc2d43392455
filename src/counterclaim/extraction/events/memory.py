"""What the finder of events knows of a document, and remembers of the sentences before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.attribution import Attribution
from counterclaim.extraction.context import Context
from counterclaim.extraction.events.dating import Narrative
from counterclaim.extraction.events.draft import Draft
from counterclaim.extraction.events.weapons import arms_of, type_of_rockets
from counterclaim.extraction.events.words import listed
from counterclaim.extraction.focus import Focus
from counterclaim.model import Claim

_TYPES: Final = listed("weapons", "types")

_REMEMBERED: Final = 12  # events back to which a denial can point


@dataclass
class Memory:
    """A document while its events are read.

    Attributes:
        context: what holds for the whole of it.
        views: its analysed sentences.
        focus: their places.
        counts: its counts.
        narrative: the date that the text is telling of.
        earlier: the events told last, in order.
        spoke: who spoke last by name.
        rockets: the event type that rockets have in this document.
        arms: the event type of most attacks in this document, as far as their weapons tell.
        counted: the counts by the offset of their number.
    """

    context: Context
    views: Sequence[View]
    focus: Focus
    counts: Sequence[Claim]
    narrative: Narrative = field(default_factory=Narrative)
    earlier: list[Draft] = field(default_factory=list)
    spoke: Attribution | None = None
    rockets: str = field(init=False)
    arms: str | None = field(init=False)
    counted: dict[int, Claim] = field(init=False)

    def __post_init__(self) -> None:
        self.rockets = type_of_rockets(frozenset[str]().union(*[view.words for view in self.views]))
        is_report = self.context.date is not None  # a history tells of many kinds of attack
        self.arms = arms_of(view.words for view in self.views) if is_report else None
        self.counted = {claim.anchor: claim for claim in self.counts}

    @property
    def has_gunfire(self) -> bool:
        """Whether those who open fire do so with guns: in a state's own war, where nothing is shelled."""
        return not self.context.is_between_states and self.arms not in ("shelling", "missile_attack")

    def remember(self, view: View, drafts: list[Draft]) -> None:
        """Take note of a sentence's date and events."""
        self.narrative.read(view, self.context)
        self.earlier = [*self.earlier, *drafts][-_REMEMBERED:]

    def counts_between(self, view: View, first: int, last: int) -> Iterator[Claim]:
        """The counts whose numbers stand among the tokens `first` to `last` of a sentence."""
        for token in view.tokens[max(first, 0) : last + 1]:
            if token.start in self.counted:
                yield self.counted[token.start]

    def last_attack(self) -> Draft | None:
        """The attack that was told of last, by somebody who did not deny it."""
        attacks = _TYPES
        told = (d for d in reversed(self.earlier) if d.type in attacks and d.stance == "asserts")
        return next(told, None)
