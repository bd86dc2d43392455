"""Who is said to hold which place."""

from dataclasses import dataclass
from typing import Literal

from counterclaim.model.identifiers import digest_of
from counterclaim.partial_date import PartialDate

Sense = Literal["took", "left", "did_not_take", "did_not_leave"]


@dataclass(frozen=True, slots=True)
class Holding:
    """What some claims say alike of who holds a place from a day on; others may say otherwise.

    Attributes:
        place: the id of the place in the registers.
        sense: what is said of the holders: that they took the place or left it, or that they did not.
        holders: plain names of the parties; none where the words do not say who.
        from_date, to_date: the days between which the claims date it, None where none does.
        claims: ids of the claims, in as-of order.
        sentence: the same in words that a person could quote.
        ended_by: the id of the next that has it that another took the place, or that the holder left.
        disputed_by: ids of those that it cannot be squared with.
    """

    place: str
    sense: Sense
    holders: tuple[str, ...]
    from_date: PartialDate | None
    to_date: PartialDate | None
    claims: tuple[str, ...]
    sentence: str
    ended_by: str | None = None
    disputed_by: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """An identifier that rebuilding gives again."""
        return digest_of("holding", self.place, self.sense, *self.holders, "", self.from_date, self.to_date)
