"""What reviewers decide is kept, outlives rebuilding, and can be taken back."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.casebook import Casebook
from counterclaim.errors import CasebookError
from counterclaim.model import Decision, in_force
from tests.casebook.material import alter, fill, north_extraction, reconciliation, registers

MADE = "incident merged"


@pytest.fixture
def casebook(tmp_path: Path) -> Casebook:
    casebook = Casebook.open(tmp_path / "case", create=True)
    fill(casebook)
    return casebook


def test_a_decision_outlives_new_claims_and_findings(casebook: Casebook) -> None:
    claims = [claim.id for claim in casebook.claims()][:2]
    made = casebook.decide(MADE, claims, "one attack", values={"apart": claims[1:]}, by="A. Reviewer")
    assert not casebook.is_reconciled, "what rests on decisions must be worked out anew"
    casebook.put_extraction(north_extraction())
    casebook.put_registers(registers())
    casebook.put_reconciliation(reconciliation())
    assert casebook.decisions() == casebook.record().decisions == (made,)
    assert (made.number, made.claims, made.reason) == (1, tuple(claims), "one attack")
    assert casebook.verify() == []


def test_a_decision_is_taken_back_and_kept(casebook: Casebook) -> None:
    claim = casebook.claims()[0].id
    made = casebook.decide(MADE, [claim], "one attack")
    undone = casebook.undo(made.number, "two attacks after all")
    assert casebook.decisions() == (made, undone) and in_force(casebook.decisions()) == ()
    casebook.undo(undone.number, "one after all")
    assert in_force(casebook.decisions()) == (made,)
    with pytest.raises(CasebookError, match="taken back already"):
        casebook.undo(undone.number, "again")
    with pytest.raises(CasebookError, match="no decision 9"):
        casebook.undo(9, "which?")


def test_a_decision_about_a_claim_that_is_not_there_is_refused(casebook: Casebook) -> None:
    with pytest.raises(CasebookError, match="no claim 0123"):
        casebook.decide(MADE, ["0123"], "one attack")
    assert casebook.decisions() == ()


def test_an_altered_decision_is_noticed(casebook: Casebook) -> None:
    casebook.decide(MADE, [casebook.claims()[0].id], "one attack")
    alter(casebook.folder, "UPDATE decisions SET reason = 'another reason'")
    assert [problem.subject for problem in casebook.verify()] == ["decision 1"]


def test_a_public_record_keeps_no_words_about_a_sealed_claim(tmp_path: Path) -> None:
    with Casebook.open(tmp_path / "case", create=True) as casebook:
        fill(casebook)
        sealed, other = (claim.id for claim in casebook.claims()[:2])
        casebook.decide(MADE, [sealed, other], "the driver said so", values={"apart": [sealed]}, by="B.")
    settings = tmp_path / "case" / "casebook.toml"
    settings.write_text(f'[access]\nsealed_claims = ["{sealed}"]\n', encoding="utf-8")
    with Casebook.open(tmp_path / "case") as casebook:
        (decision,) = casebook.record(public=True).decisions
    assert sealed not in repr(decision) and "driver" not in repr(decision)


@given(st.lists(st.integers(min_value=0, max_value=9), max_size=9))
def test_what_holds_is_what_replaying_from_the_start_gives(undoing: list[int]) -> None:
    """An entry under its own place undoes that one; any other is a decision of its own."""
    decisions = [
        Decision(place, MADE, undoes=target if 0 < target < place else None)
        for place, target in enumerate(undoing, start=1)
    ]

    def holds(decision: Decision) -> bool:
        return not any(other.undoes == decision.number and holds(other) for other in decisions)

    assert in_force(decisions) == tuple(one for one in decisions if one.undoes is None and holds(one))
