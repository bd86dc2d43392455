"""Ceasefires, and what is said to have become of them."""

from dataclasses import dataclass
from typing import Literal

from counterclaim.model.identifiers import digest_of
from counterclaim.partial_date import PartialDate

CeasefireStage = Literal["agreed", "in_effect", "held", "violated", "extended", "expired", "collapsed"]
"""What can be told of a ceasefire, from its beginning to its end."""


@dataclass(frozen=True, slots=True)
class CeasefireWord:
    """What one claim says of a ceasefire.

    Attributes:
        claim: the claim's id; its source is who says it, its actor, of a violation, who is blamed.
        stage: what it tells; None where it only names the ceasefire.
        denied: whether its source says that it is not so.
        date: when that was; None where the claim's date is that of the ceasefire itself.
        words: the words that tell the stage, "" where they only name the ceasefire.
    """

    claim: str
    stage: CeasefireStage | None
    denied: bool
    date: PartialDate | None
    words: str


@dataclass(frozen=True, slots=True)
class Ceasefire:
    """A ceasefire as claims tell it: agreed, in effect, and what is said to have become of it.

    Attributes:
        parties: who keeps it, as far as claims name them, in alphabetical order.
        brokers: who brought it about.
        agreed: when it was agreed; None where no claim says.
        effective: when it takes or took effect.
        hour: the time of day at which it does, as written.
        hours: for how long it was meant to last, in hours.
        outcome: the furthest stage after its beginning that some claim asserts; None: nobody says.
        words: what each claim says of it, in the order of their dates.
    """

    parties: tuple[str, ...]
    brokers: tuple[str, ...]
    agreed: PartialDate | None
    effective: PartialDate | None
    hour: str | None
    hours: int | None
    outcome: CeasefireStage | None
    words: tuple[CeasefireWord, ...]

    @property
    def id(self) -> str:
        """An identifier that rebuilding gives again."""
        return digest_of("ceasefire", self.effective or self.agreed, *sorted(w.claim for w in self.words))
