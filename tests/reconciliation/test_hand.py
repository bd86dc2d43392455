"""What reviewers decide overrules the rules of weighing."""

from typing import Any

import pytest

from counterclaim.errors import SettingsError
from counterclaim.model import Claim, Decision, Finding, Registers
from counterclaim.reconciliation import reconcile
from tests.reconciliation.factories import WAR, count, rules

OWN = count(2906, source="Norlandic Defence Ministry", source_side="Norland")
ENEMY = count(7630, source="Sudmark", source_side="Sudmark", anchor=90)
MONITOR = count(3100, source="Observatory", anchor=180)


def decided(number: int, action: str, *claims: Claim, undoes: int | None = None, **values: Any) -> Decision:
    ids = tuple(claim.id for claim in claims)
    return Decision(number, action, ids, values, "seen on film", by="Ann", undoes=undoes)


def found(claims: list[Claim], *decisions: Decision, overruled: tuple[Claim, ...] = ()) -> Finding:
    result = reconcile(claims, WAR, Registers(), overruled=overruled, decisions=decisions)
    [finding] = result.findings
    return finding


def test_a_rejected_claim_is_shown_in_its_series_and_bounds_nothing() -> None:
    finding = found([OWN], decided(1, "reject", ENEMY), overruled=(ENEMY,))
    assert (finding.low, finding.high) == (2906, None)
    assert rules(finding) == {OWN.id: "own_losses", ENEMY.id: "rejected"}
    [weighing] = [one for one in finding.weighings if one.claim == ENEMY.id]
    assert weighing.reason == "a reviewer decided so (decision 1): seen on film"


def test_a_rejected_claim_stands_in_no_contradiction() -> None:
    disputed = reconcile([OWN, ENEMY], WAR, Registers())
    assert disputed.contradictions
    rejected = reconcile([OWN], WAR, Registers(), overruled=[ENEMY], decisions=[decided(1, "reject", ENEMY)])
    assert not rejected.contradictions


def test_a_merged_claim_repeats_the_one_that_it_was_merged_into() -> None:
    finding = found([OWN, MONITOR], decided(1, "merge", MONITOR, ENEMY), overruled=(ENEMY,))
    [merged] = [one for one in finding.weighings if one.claim == ENEMY.id]
    assert (merged.bound, merged.rule, merged.origin) == ("none", "merged", MONITOR.id)
    assert finding.origins == 2


@pytest.mark.parametrize(
    ("bound", "ends"),
    [("floor", (3100, 7630)), ("ceiling", (2906, 3100)), ("none", (2906, 7630))],
)
def test_a_pinned_bound_holds_whatever_the_rules_say(bound: str, ends: tuple[int, int]) -> None:
    finding = found([OWN, ENEMY, MONITOR], decided(1, "pin", MONITOR, bound=bound))
    assert (finding.low, finding.high) == ends
    assert rules(finding)[MONITOR.id] == "pinned"


def test_the_later_pin_holds() -> None:
    pins = decided(1, "pin", MONITOR, bound="ceiling"), decided(2, "pin", MONITOR, bound="none")
    assert found([OWN, ENEMY, MONITOR], *pins).high == 7630


def test_words_limit_a_pin_too() -> None:
    least = count((3100, None), source="Observatory", anchor=180)
    assert found([least], decided(1, "pin", least, bound="ceiling")).high is None


def test_a_claim_can_be_pinned_to_a_rule() -> None:
    finding = found([ENEMY], decided(1, "pin", ENEMY, rule="documented_list"))
    assert rules(finding) == {ENEMY.id: "documented_list"}
    assert (finding.low, finding.high) == (7630, None)


def test_a_rule_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(SettingsError, match="hearsay") as error:
        found([OWN], decided(1, "pin", OWN, rule="hearsay"))
    assert "own_losses" in (error.value.remedy or "")


def test_a_decision_that_was_taken_back_does_nothing() -> None:
    pin = decided(1, "pin", MONITOR, bound="none")
    back = decided(2, "pin, undone", MONITOR, undoes=1)
    assert found([OWN, MONITOR], pin, back) == found([OWN, MONITOR])
