"""Who held a place from when, as claims have it, in brief."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from counterclaim.model import Claim, Document, Entity, Holding
from counterclaim.publication.briefs import ClaimBrief
from counterclaim.publication.dates import When, period
from counterclaim.publication.places import PlaceBrief
from counterclaim.publication.sides import Mark

SENSES: Mapping[str, str] = {
    "took": "took it",
    "left": "left it",
    "did_not_take": "did not take it",
    "did_not_leave": "did not leave it",
}
"""What is said of who holds a place, in words."""

_NOT_SAID = "Not said who"


HOLDING_COLUMNS = (
    "id", "place", "place_names", "sense", "holders", "date_start", "date_end", "sources", "claims",
    "ended_by", "disputed_by", "sentence",
)  # fmt: skip
"""The columns of an exported holding."""


def holding_row(
    holding: Holding, place: Entity, claims: Mapping[str, Claim], documents: Mapping[str, Document]
) -> dict[str, Any]:
    """A holding as a row with the columns `HOLDING_COLUMNS`.

    Args:
        holding: the holding.
        place: the place that it is about.
        claims: by id.
        documents: by digest; for a text's own voice its publisher stands, or else its name.
    """
    said = [claims[claim] for claim in holding.claims]
    texts = [documents[claim.document] for claim in said]
    sources = [one.source or text.publisher or text.name for one, text in zip(said, texts, strict=True)]
    return {
        "id": holding.id,
        "place": place.name,
        "place_names": list(place.names),
        "sense": holding.sense,
        "holders": list(holding.holders),
        "date_start": holding.from_date,
        "date_end": holding.to_date,
        "sources": list(dict.fromkeys(sources)),
        "claims": list(holding.claims),
        "ended_by": holding.ended_by,
        "disputed_by": list(holding.disputed_by),
        "sentence": holding.sentence,
    }


@dataclass(frozen=True, slots=True)
class HoldingBrief:
    """What some claims say alike of who holds a place.

    Attributes:
        holders: the parties; none where the words do not say who.
        what: what is said of them, in words.
        when: the days to which the claims date it.
        claims: who says so.
        ended: the next that has it that another took the place or that the holder left, without its own next.
        disputed: those that it cannot be squared with, without theirs.
        known: over which days it stands as it does here, as pages have it in `data-known`.
    """

    id: str
    place: PlaceBrief
    sense: str
    holders: tuple[Mark, ...]
    what: str
    when: When | None
    claims: tuple[ClaimBrief, ...]
    ended: "HoldingBrief | None" = None
    disputed: tuple["HoldingBrief", ...] = ()
    known: str = ""

    @property
    def who(self) -> str:
        """The holders' names, or that they are not named."""
        return ", ".join(mark.name for mark in self.holders) or _NOT_SAID

    @property
    def sayers(self) -> tuple[ClaimBrief, ...]:
        """One claim of each source."""
        return tuple({brief.source.register_name: brief for brief in reversed(self.claims)}.values())[::-1]

    @property
    def is_standing(self) -> bool:
        """Whether it says of somebody that the place is theirs."""
        return self.sense == "took"

    @property
    def slots(self) -> str:
        """The holders' slots in the palette, joined by "|"; grey for a holder without one."""
        return "|".join(str(mark.slot or 0) for mark in self.holders) or "0"


def holding_brief(
    holding: Holding,
    place: PlaceBrief,
    claims: tuple[ClaimBrief, ...],
    mark: Callable[[str], Mark | None],
) -> HoldingBrief:
    """A holding in brief, not yet tied to the others of its place."""
    return HoldingBrief(
        id=holding.id,
        place=place,
        sense=holding.sense,
        holders=tuple(made for name in holding.holders if (made := mark(name))),
        what=SENSES[holding.sense],
        when=period(holding.from_date, holding.to_date),
        claims=claims,
    )
