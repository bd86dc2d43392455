"""How precisely a claim says where it was: as its place is known, or less by the words around the name."""

from collections.abc import Iterable
from dataclasses import replace

from counterclaim.gazetteer import precision_in
from counterclaim.model import Claim, Entity, Registers


def where_prec(claim: Claim, place: Entity | None, registers: Registers) -> int | None:
    """The precision of a claim's location, 1 to 7, as UCDP GED's `where_prec`.

    Args:
        claim: whose words around its place are read: "near Aden" is less precise than "in Aden".
        place: what the register knows of its place.
        registers: have it of the claims that they were made from; of others it is worked out.

    Returns:
        None where the claim names no place or its place has no point.
    """
    kept = registers.precisions.get(claim.id) if registers.precisions else None
    return _precision(claim, place) if kept is None else kept


def with_precisions(registers: Registers, claims: Iterable[Claim]) -> Registers:
    """The registers with how precisely each of the claims that they were made from says where it was."""
    places = {entity.id: entity for entity in registers.entities if entity.kind == "place"}
    read = {
        claim.id: _precision(claim, places.get(registers.entity_id("place", claim.place) or ""))
        for claim in claims
        if claim.place
    }
    return replace(registers, precisions={claim: code for claim, code in sorted(read.items()) if code})


def _precision(claim: Claim, place: Entity | None) -> int | None:
    known = place.location.precision if place and place.location else None
    if known is None or not claim.place:
        return known
    start = _name_starts(claim)
    return known if start is None else precision_in(claim.quote, start, start + len(claim.place), known)


def _name_starts(claim: Claim) -> int | None:
    """Where the claim's place stands in its quote; None where it stands elsewhere in the text."""
    assert claim.place is not None
    read = next(
        (r.start - claim.start for r in claim.reasons if r.field == "place" and r.start is not None), -1
    )
    if claim.quote.startswith(claim.place, max(read, 0)) and read >= 0:
        return read
    found = claim.quote.find(claim.place)
    return found if found >= 0 else None
