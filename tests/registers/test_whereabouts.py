"""How precisely a claim says where it was."""

from dataclasses import replace

from counterclaim.extraction import extract
from counterclaim.model import Claim, Document, Entity, Location, Reason, Registers
from counterclaim.registers import where_prec
from counterclaim.registers.whereabouts import with_precisions

ADEN = Entity(
    "aden", "place", "Aden", ("Aden",), latitude=12.8, longitude=45.0, location=Location(1, "name", "")
)


NONE = Registers()
"""Registers that were made without the claims in question."""


def claim_of(text: str) -> Claim:
    found = extract(Document("made.txt", "digest", "text/plain", text)).claims
    return next(claim for claim in found if claim.place)


def test_each_claim_has_the_precision_of_its_own_words() -> None:
    assert where_prec(claim_of("Ten people were killed in Aden."), ADEN, NONE) == 1
    assert where_prec(claim_of("Ten people were killed near Aden."), ADEN, NONE) == 2
    assert (
        where_prec(claim_of("Aden's ministry said that ten people were killed near Aden."), ADEN, NONE) == 2
    )


def test_a_place_that_stands_elsewhere_in_the_text_has_its_own_precision() -> None:
    claim = claim_of("Ten people were killed near Aden.")
    carried = replace(claim, quote="Ten people were killed", reasons=(Reason("place", "before", 900, 904),))
    assert where_prec(carried, ADEN, NONE) == 1


def test_a_place_without_a_point_has_no_precision() -> None:
    claim = claim_of("Ten people were killed near Aden.")
    assert where_prec(claim, None, NONE) is None
    assert where_prec(claim, replace(ADEN, location=Location(None, "unknown", "")), NONE) is None


def test_registers_keep_the_precision_of_the_claims_that_they_were_made_from() -> None:
    near = claim_of("Ten people were killed near Aden.")
    at = replace(claim_of("Ten people were killed in Aden."), document="other")
    registers = Registers((ADEN,), {("place", "Aden"): "aden"})
    kept = with_precisions(registers, (near, at))
    assert kept.precisions == {near.id: 2, at.id: 1}
    assert where_prec(near, None, kept) == 2
