"""Colours and shapes for parties: by side, in an order that prefers nobody.

Sides are put in the alphabetical order of their names and take the palette's slots in turn. Parties
of one side share a slot; states outside the sides, and sides beyond the palette, are grey. Every
slot has a shape too, so that nothing is told by colour alone.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from counterclaim.model import Claim, Conflict

SLOTS = 6
"""How many sides the palette tells apart; slot 0 is grey."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A party's name with its slot in the palette.

    Attributes:
        slot: 1 to `SLOTS` for a side, 0 for a party outside the sides, None for a name that is no
            known party's.
    """

    name: str
    slot: int | None


@dataclass(frozen=True, slots=True)
class Sides:
    """The slot of each party, and the side that it is on.

    Attributes:
        slots: by party.
        sides: the side's name, by party; parties outside the sides are not in it.
    """

    slots: Mapping[str, int]
    sides: Mapping[str, str] = field(default_factory=dict)

    def mark(self, party: str | None) -> Mark | None:
        """The mark of a party; None where there is no party."""
        return None if party is None else Mark(party, self.slots.get(party))

    def side(self, mark: Mark | None) -> str:
        """The name of a party's side, "" where it has none."""
        return self.sides.get(mark.name, "") if mark else ""


def slot_of(mark: Mark | None) -> int:
    """The slot to draw something in that belongs to a party, grey where it has none."""
    return mark.slot or 0 if mark else 0


def sides_of(conflict: Conflict, claims: Iterable[Claim]) -> Sides:
    """Give each party of the conflict its slot.

    Args:
        conflict: its declared parties, with their sides. Where none of them has a side, each is a
            side of its own.
        claims: name the parties where the conflict declares none; those that claims speak of most
            take the slots.
    """
    if conflict.parties:
        sided = any(party.side for party in conflict.parties)
        side_of = {party.name: party.side or (None if sided else party.name) for party in conflict.parties}
    else:
        side_of = {name: name for name in _most_named(claims)}
    order = sorted({side for side in side_of.values() if side is not None}, key=str.casefold)
    slots = {side: place + 1 for place, side in enumerate(order[:SLOTS])}
    return Sides(
        {name: slots.get(side, 0) if side else 0 for name, side in side_of.items()},
        {name: side for name, side in side_of.items() if side},
    )


def _most_named(claims: Iterable[Claim]) -> list[str]:
    named = Counter(name for claim in claims for name in {claim.party, claim.source_side} if name)
    return [name for name, _ in sorted(named.items(), key=lambda item: (-item[1], item[0]))[:SLOTS]]
