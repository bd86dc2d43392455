"""Marks: by side, in the alphabet's order, and never more of them than can be told apart."""

from dataclasses import replace

from counterclaim.model import Conflict, Party
from counterclaim.publication.sides import SLOTS, Mark, sides_of
from tests.publication import records


def test_allies_share_a_slot_and_outsiders_have_none() -> None:
    sides = sides_of(records.CONFLICT, ())
    assert sides.slots == {"Georgia": 1, "Russia": 2, "South Ossetia": 2, "France": 0}
    assert sides.mark(None) is None
    assert sides.mark("France") == Mark("France", 0)
    assert sides.mark("A militia") == Mark("A militia", None)


def test_the_order_in_which_parties_are_declared_does_not_matter() -> None:
    turned = replace(records.CONFLICT, parties=records.CONFLICT.parties[::-1])
    assert sides_of(turned, ()).slots == sides_of(records.CONFLICT, ()).slots


def test_parties_without_declared_sides_are_sides_of_their_own() -> None:
    sides = sides_of(Conflict(parties=(Party("B"), Party("A"))), ())
    assert sides.slots == {"A": 1, "B": 2}


def test_without_declared_parties_those_that_claims_name_most_have_slots() -> None:
    claims = [replace(records.KILLED_162, party=name, source_side=None) for name in "BBAACCDDEEFFZ"]
    sides = sides_of(Conflict(), claims)
    assert sides.slots == {name: place for place, name in enumerate("ABCDEF", start=1)}
    assert len(sides.slots) == SLOTS
