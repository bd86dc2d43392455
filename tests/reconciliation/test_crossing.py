"""Findings whose floor stands above their ceiling."""

from dataclasses import replace

from counterclaim.reconciliation.crossing import is_crossed
from tests.reconciliation.factories import count, only_finding


def test_a_reconciled_floor_above_its_ceiling_is_crossed() -> None:
    own = count(2906, source="Norland", source_side="Norland", reported_on="2031-06-01")
    enemy = count(1200, source="Sudmark", source_side="Sudmark", reported_on="2031-06-01", anchor=40)
    found = only_finding(own, enemy)
    assert (found.low, found.high) == (1200, 2906)
    claims = {claim.id: claim for claim in (own, enemy)}
    assert is_crossed(found, claims)
    assert not is_crossed(found, {own.id: own})
    about = {own.id: own, enemy.id: replace(enemy, low=2700, high=2700, approx=True)}
    assert not is_crossed(replace(found, low=2700), about)
