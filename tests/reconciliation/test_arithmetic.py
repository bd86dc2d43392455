"""Totals against their own breakdowns: what is flagged, and what is left alone."""

from typing import Any

import pytest

from counterclaim.model import Contradiction
from tests.reconciliation.factories import counts_in, document, reconciled

TRUCK: dict[str, Any] = {"object": "materiel.vehicle", "source": "Trackers"}


def of(measure: str, **values: Any) -> dict[str, Any]:
    return {**TRUCK, "measure": measure, **values}


def flagged(sentence: str, *marked: tuple[str, dict[str, Any]], name: str = "report") -> list[Contradiction]:
    """The wrong sums in a sentence whose numbers are the given claims."""
    text = document(sentence, name)
    found = reconciled(*counts_in(text, *marked), documents=(text,)).contradictions
    return [each for each in found if each.kind == "arithmetic"]


STATUSES = ("destroyed", "damaged", "captured")


def by_status(sentence: str, total: str, *parts: str) -> list[Contradiction]:
    marked = [(number, of(status)) for number, status in zip(parts, STATUSES, strict=True)]
    return flagged(sentence, (total, of("lost")), *marked)


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland lost 737 trucks, vehicles and jeeps (destroyed: 331, damaged: 18, captured: 387).",
        "Norland lost 737 trucks (331 destroyed, 18 damaged, 387 captured) there.",
        "Norland lost 737 trucks: 331 destroyed, 18 damaged and 387 captured.",
        "Trucks (737, of which destroyed: 331, damaged: 18, captured: 387) come first.",
        "Norland lost 737 trucks, made up of 331 destroyed, 18 damaged and 387 captured.",
        "Norland lost 737 trucks (destroyed: 331; damaged: 18; captured: 387).",
    ],
)
def test_a_breakdown_that_misses_its_total_by_one_is_flagged(sentence: str) -> None:
    (found,) = by_status(sentence, "737", "331", "18", "387")
    assert found.explanation == (
        "Trackers gives 737 vehicles of Norland lost, but the parts listed with the figure, 331 destroyed, "
        "18 damaged and 387 captured, make 736: 1 fewer."
    )
    assert len(found.claims) == 4


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland lost 736 trucks (destroyed: 331, damaged: 18, captured: 387).",
        "Norland lost 737 trucks, of which 331 were destroyed, 18 damaged and 387 captured.",
        "Norland lost 737 trucks, including 331 destroyed, 18 damaged and 387 captured.",
        "Norland lost 737 trucks. Elsewhere: 331 destroyed, 18 damaged and 387 captured.",
        "Norland lost 737 trucks (destroyed: 331, damaged: 18, captured: 387, abandoned: 1).",
        "Norland lost 737 trucks in all the years of the war, as the group that keeps the list has it now, "
        "and among other things (destroyed: 331, damaged: 18, captured: 387).",
    ],
)
def test_no_sum_is_checked_that_does_not_claim_to_hold(sentence: str) -> None:
    total = "736" if "736" in sentence else "737"
    assert by_status(sentence, total, "331", "18", "387") == []


def test_two_counts_of_one_status_in_a_breakdown_are_both_added() -> None:
    sentence = "Sudmark lost 62 tanks (destroyed: 38, damaged: 16, captured: 7, captured but later lost: 2)."
    tank = {"object": "materiel.tank", "source": "Trackers", "party": "Sudmark"}
    (found,) = flagged(
        sentence,
        ("62", {**tank, "measure": "lost"}),
        ("38", {**tank, "measure": "destroyed"}),
        ("16", {**tank, "measure": "damaged"}),
        ("7", {**tank, "measure": "captured"}),
        ("2", {**tank, "measure": "captured"}),
    )
    assert "make 63: 1 more" in found.explanation


@pytest.mark.parametrize(("wounded", "wrong"), [("68", False), ("40", True)])
def test_approximate_parts_may_miss_their_total_by_a_little(wounded: str, wrong: bool) -> None:
    found = flagged(
        f"There were 100 casualties (about 30 killed, {wounded} wounded).",
        ("100", {"source": "Medics", "measure": "casualties"}),
        ("30", {"source": "Medics", "measure": "killed", "approx": True}),
        (wounded, {"source": "Medics", "measure": "wounded"}),
    )
    assert bool(found) is wrong


def test_at_least_parts_may_be_more() -> None:
    sentence = "There were 100 casualties (at least 30 killed, 65 wounded)."
    people = {"source": "Medics"}
    assert not flagged(
        sentence,
        ("100", {**people, "measure": "casualties"}),
        ("30", {**people, "measure": "killed", "high": None}),
        ("65", {**people, "measure": "wounded"}),
    )


def test_a_part_larger_than_its_whole_is_flagged() -> None:
    (found,) = flagged(
        "There 13 were killed, among them 31 children.",
        ("13", {"source": "Medics", "object": "person.civilian"}),
        ("31", {"source": "Medics", "object": "person.civilian"}),
    )
    assert "13 civilians of Norland killed and, as a part of them, 31" in found.explanation


def test_a_part_of_another_kind_is_no_part() -> None:
    assert not flagged(
        "There 13 were killed, among them 3 children and in all 31 villages were burnt.",
        ("13", {"source": "Medics", "object": "person.civilian"}),
        ("31", {"source": "Medics", "object": "settlement.village", "measure": "destroyed"}),
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Ford: 7, Bruck: 6, Stade: 3.",
        "It took eight villages, 3 of them in the north and 6 in the south, then 9.",
        "There were 2 bodies, 7 more lay in the morgue: nearly 9 in all.",
    ],
)
def test_lists_without_a_total_are_no_breakdown(sentence: str) -> None:
    numbers = [number for number in "236789" if f" {number}" in f" {sentence}"]
    ordered = sorted(numbers, key=sentence.index)
    person = {"source": "Medics", "object": "person.civilian"}
    assert not flagged(sentence, *((number, dict(person)) for number in ordered))


def test_brackets_within_a_breakdown_divide_a_part() -> None:
    sentence = (
        "The tally was 98, made up of 61 fighters (42 by body count, 19 besides), 18 soldiers and 19 more."
    )
    person = {"source": "Medics", "object": "person"}
    numbers = ("98", "61", "42", "19", "18", "19")
    assert not flagged(sentence, *((number, dict(person)) for number in numbers))


def test_another_sources_numbers_are_no_parts() -> None:
    sentence = "Trackers gives 10 trucks lost (the army: 3 destroyed, 4 captured)."
    army = {"source": "Army", "source_side": "Norland"}
    assert not flagged(
        sentence, ("10", of("lost")), ("3", of("destroyed", **army)), ("4", of("captured", **army))
    )


def test_the_same_sum_in_two_texts_is_shown_once() -> None:
    sentence = "Norland lost 737 trucks (destroyed: 331, damaged: 18, captured: 387)."
    texts = (document(sentence, "one"), document(f"Again. {sentence}", "two"))
    claims = [
        claim
        for text in texts
        for claim in counts_in(
            text,
            ("737", of("lost")), ("331", of("destroyed")), ("18", of("damaged")), ("387", of("captured")),
        )
    ]  # fmt: skip
    (found,) = reconciled(*claims, documents=texts).contradictions
    assert len(found.claims) == 8
    assert found.explanation.endswith("The same stands in 2 texts.")


def test_a_breakdown_is_read_from_the_quote_where_the_document_is_not_given() -> None:
    text = document("Norland lost 737 trucks (destroyed: 331, damaged: 18, captured: 387).")
    claims = counts_in(
        text, ("737", of("lost")), ("331", of("destroyed")), ("18", of("damaged")), ("387", of("captured"))
    )
    assert len(reconciled(*claims).contradictions) == 1


def test_a_wider_miss_weighs_more() -> None:
    small = by_status(
        "Norland lost 737 trucks (331 destroyed, 18 damaged, 387 captured).", "737", "331", "18", "387"
    )
    large = by_status(
        "Norland lost 737 trucks (131 destroyed, 18 damaged, 387 captured).", "737", "131", "18", "387"
    )
    assert 0 < small[0].weight < large[0].weight <= 1
