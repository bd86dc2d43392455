from pathlib import Path
from typing import Any

import pytest

from counterclaim.casebook import Casebook
from counterclaim.casebook.reviewing import CORRECTABLE, checked, review
from counterclaim.errors import CasebookError
from counterclaim.model import Claim, Decision
from counterclaim.partial_date import PartialDate
from tests.casebook.material import NORTH, document, fill, killed, north, north_extraction

QUOTE = "The northern ministry said that 12 soldiers were killed by 3 March."


def twelve() -> Claim:
    return killed(document(), QUOTE, "12", 12)


def decided(number: int, action: str, *claims: str, undoes: int | None = None, **values: Any) -> Decision:
    return Decision(number, action, claims, values, "because", undoes=undoes)


@pytest.fixture
def casebook(tmp_path: Path) -> Casebook:
    opened = Casebook.open(tmp_path / "case", create=True)
    fill(opened)
    return opened


def a_count(casebook: Casebook) -> Claim:
    return next(claim for claim in casebook.claims() if claim.measure == "killed")


# ---------------------------------------------------------------- what decisions make of claims


@pytest.mark.parametrize(
    ("action", "standing", "counts"),
    [("accept", "accepted", True), ("reject", "rejected", False)],
)
def test_a_decision_settles_a_claim(action: str, standing: str, counts: bool) -> None:
    [reviewed] = review([twelve()], [decided(1, action, twelve().id)])
    assert (reviewed.standing, reviewed.counts, reviewed.claim) == (standing, counts, twelve())


def test_a_claim_that_nobody_decided_about_is_not_reviewed() -> None:
    assert review([twelve()], [decided(1, "reject", "another")]) == []


def test_a_correction_gives_a_field_its_value_and_a_reviewer_as_its_reason() -> None:
    fields = {"party": "South", "to_date": "2021-03-02"}
    [reviewed] = review([twelve()], [decided(1, "correct", twelve().id, fields=fields)])
    assert (reviewed.claim.party, reviewed.claim.to_date) == ("South", PartialDate("2021-03-02"))
    assert {reason.rule for reason in reviewed.claim.reasons if reason.field in fields} == {
        "corrected by a reviewer"
    }
    assert reviewed.claim.id == twelve().id
    assert reviewed.extracted == twelve()


def test_the_later_of_two_corrections_holds_and_both_keep_what_was_extracted() -> None:
    decisions = [
        decided(1, "correct", twelve().id, fields={"low": 11, "party": "South"}),
        decided(2, "correct", twelve().id, fields={"low": 10}),
    ]
    [reviewed] = review([twelve()], decisions)
    assert (reviewed.claim.low, reviewed.claim.party) == (10, "South")
    assert reviewed.extracted == twelve()


def test_a_split_makes_parts_beside_the_claim_that_counts_no_longer() -> None:
    parts = [{"low": 5, "high": 5}, {"low": 7, "high": 7, "object": "person.civilian"}]
    whole, *made = review([twelve()], [decided(3, "split", twelve().id, parts=parts)])
    assert (whole.standing, whole.counts) == ("split", False)
    assert [(one.claim.low, one.claim.object, one.counts) for one in made] == [
        (5, "person.military", True),
        (7, "person.civilian", True),
    ]
    assert len({whole.claim.id, *(one.claim.id for one in made)}) == 3


def test_of_a_merge_the_first_claim_counts_alone() -> None:
    other = killed(document(), QUOTE, "3 March", 12)
    reviewed = review([twelve(), other], [decided(1, "merge", twelve().id, other.id)])
    assert [(one.claim.id, one.standing) for one in reviewed] == [
        (twelve().id, "accepted"),
        (other.id, "merged"),
    ]


def test_what_was_taken_back_does_nothing() -> None:
    reject = decided(1, "reject", twelve().id)
    assert review([twelve()], [reject, decided(2, "undo", twelve().id, undoes=1)]) == []


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"low": "1,200", "high": "1300"}, {"low": 1200, "high": 1300}),
        ({"party": " South "}, {"party": "South"}),
        ({"place": ""}, {"place": None}),
        ({"approx": "True"}, {"approx": True}),
        ({"from_date": "2021-03"}, {"from_date": "2021-03"}),
        ({"object": "person.civilian"}, {"object": "person.civilian"}),
    ],
)
def test_values_as_a_person_writes_them(values: dict[str, str], found: dict[str, Any]) -> None:
    assert checked(twelve(), values) == found


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"quote": "other words"}, "cannot be corrected"),
        ({"low": "twelve"}, "no whole number"),
        ({"low": "13", "high": "12"}, "more than"),
        ({"low": "", "high": ""}, "needs a number"),
        ({"from_date": "3 March"}, "from_date"),
        ({"measure": "kiled"}, "none of the words"),
        ({"stance": ""}, "none of the words"),
    ],
)
def test_values_that_a_claim_cannot_have_are_refused(values: dict[str, str], said: str) -> None:
    with pytest.raises(CasebookError, match=said):
        checked(twelve(), values)


def test_the_words_of_a_claim_cannot_be_corrected() -> None:
    assert not {"quote", "start", "end", "anchor", "document", "kind"} & set(CORRECTABLE)


# ---------------------------------------------------------------- in a casebook


def test_a_rejected_claim_is_kept_and_counts_for_nothing(casebook: Casebook) -> None:
    claim = a_count(casebook)
    before = casebook.tally().counts
    casebook.review("reject", [claim.id[:12]], "misread", by="Ann")
    assert claim not in casebook.claims()
    assert casebook.record().overruled == (claim,)
    assert casebook.tally().counts == before - 1
    assert not casebook.is_reconciled
    assert casebook.verify() == []


def test_taking_a_decision_back_restores_the_claim_and_its_history_stays(casebook: Casebook) -> None:
    claims = casebook.claims()
    fields = {"low": "9", "high": "9", "party": "South"}
    casebook.review("correct", [a_count(casebook).id], "misread", [fields])
    assert casebook.claims() != claims
    casebook.undo(1, "it was right")
    assert casebook.claims() == claims
    assert [one.undoes for one in casebook.decisions()] == [None, 1]
    casebook.undo(2, "it was not")
    assert a_count(casebook).party == "South"
    assert casebook.verify() == []


def test_parts_come_and_go_with_their_split(casebook: Casebook) -> None:
    claims = casebook.claims()
    split = casebook.review("split", [a_count(casebook).id], "two sorts", [{"low": "5"}, {"low": "7"}])
    assert {claim.id for claim in casebook.claims()} >= set(split.values["made"])
    casebook.undo(split.number, "one sort")
    assert casebook.claims() == claims
    assert casebook.verify() == []


def test_decisions_outlive_a_new_extraction(casebook: Casebook) -> None:
    [claim] = [claim for claim in casebook.claims() if claim.document == north().digest]
    casebook.review("correct", [claim.id], "misread", [{"party": "South"}])
    casebook.put_extraction(north_extraction())
    assert [one.party for one in casebook.claims() if one.id == claim.id] == ["South"]
    assert casebook.verify() == []


def test_a_decision_about_a_claim_that_is_found_no_longer_keeps_its_words(casebook: Casebook) -> None:
    [claim] = [claim for claim in casebook.claims() if claim.document == north().digest]
    casebook.review("reject", [claim.id], "misread")
    casebook.add(document(text=NORTH, title="Read better"))
    [decision] = casebook.decisions()
    assert claim.id not in {one.id for one in (*casebook.record().claims, *casebook.record().overruled)}
    assert [words["quote"] for words in decision.values["words"]] == [claim.quote]
    assert casebook.verify() == []


@pytest.mark.parametrize(
    ("action", "values", "said"),
    [
        ("merge", [], "two claims"),
        ("split", [{"low": "1"}], "Nothing is said to split"),
        ("correct", [], "Nothing is said to correct"),
        ("pin", [{}], "one thing"),
        ("pin", [{"bound": "roof"}], "no bound"),
    ],
)
def test_what_is_no_decision_is_refused_and_changes_nothing(
    casebook: Casebook, action: str, values: list[dict[str, str]], said: str
) -> None:
    with pytest.raises(CasebookError, match=said):
        casebook.review(action, [a_count(casebook).id], "because", values)
    assert casebook.decisions() == ()
    assert casebook.is_reconciled


def test_a_claim_that_is_not_there_is_named(casebook: Casebook) -> None:
    with pytest.raises(CasebookError, match="No claim has an id that begins with zz"):
        casebook.review("reject", ["zz"], "because")
