"""A part is no rival of its whole, and an item of a list is no whole."""

from typing import Any

import pytest

from counterclaim.model import Finding
from tests.reconciliation.factories import counts_in, document, only_finding, reconciled, rules

SAME: dict[str, Any] = {"source": "UN", "object": "person.civilian"}


def weighed(sentence: str, *numbers: str) -> tuple[Finding, list[str]]:
    """The finding of the numbers of one sentence, and the rule by which each was weighed."""
    text = document(sentence)
    claims = counts_in(text, *((number, dict(SAME)) for number in numbers))
    found = only_finding(*claims, documents=(text,))
    return found, [rules(found)[claim.id] for claim in claims]


@pytest.mark.parametrize(
    ("sentence", "whole", "part"),
    [
        ("There were 80 hurt, of whom 60 seriously.", "80", "60"),
        ("The dead number 350, including 20 women.", "350", "20"),
        ("The count stands at 62 (14 women).", "62", "14"),
        ("The count stands at 62. 28 of the injured are in hospital.", "62", "28"),
    ],
)
def test_a_part_is_left_out_and_the_whole_keeps_both_ends(sentence: str, whole: str, part: str) -> None:
    found, by = weighed(sentence, whole, part)
    assert by == ["independent", "part"]
    assert (found.low, found.high) == (int(whole), int(whole))


def test_items_of_a_list_make_a_minimum_only() -> None:
    found, by = weighed("Guns lost: 4 of the first kind, 6 of the second, 7 of the third.", "4", "6", "7")
    assert by == ["beside_another", "beside_another", "independent"]
    assert (found.low, found.high) == (7, None)
    assert "other figures beside it, so that it is taken as a minimum" in found.sentence


def test_the_enemys_list_gives_no_maximum() -> None:
    text = document("Sudmark said that 10 trucks and 7 other vehicles were destroyed.")
    enemy = {"source": "Sudmark", "source_side": "Sudmark", "object": "materiel.vehicle"}
    claims = counts_in(text, ("10", dict(enemy)), ("7", dict(enemy)))
    found = only_finding(*claims, documents=(text,))
    assert (found.low, found.high) == (None, None)


def test_equal_items_of_a_list_are_no_repeats() -> None:
    found, by = weighed("Lost were 1 cruiser and 1 frigate.", "1", "1")
    assert "same_source" not in by
    assert (found.low, found.high) == (1, None)


def test_what_comes_on_top_leaves_the_rest_a_minimum() -> None:
    found, by = weighed("The doctors counted 43, and 9 more lay in another hospital.", "43", "9")
    assert by == ["independent", "added"]
    assert (found.low, found.high) == (43, None)


def test_numbers_that_add_up_to_the_largest_show_that_it_is_the_whole() -> None:
    found, _ = weighed("There 67 died, and 1 more in a clinic, which made it 68.", "67", "1", "68")
    assert (found.low, found.high) == (68, 68)


def test_a_total_that_is_called_one_stays_one() -> None:
    found, _ = weighed("A total of 19 died: 11 men were killed there, 7 women elsewhere.", "19", "11", "7")
    assert (found.low, found.high) == (19, 19)


def test_the_number_of_which_parts_are_named_is_the_whole() -> None:
    found, by = weighed("Of the 25,425 people, 19,698 are counted again.", "25,425", "19,698")
    assert by == ["independent", "beside_another"]
    assert (found.low, found.high) == (25425, 25425)


def test_a_lower_bound_in_one_text_agrees_with_its_number() -> None:
    text = document("The dead are now more than 1,000, the ministry said: 1,008 as of Tuesday.")
    claims = counts_in(text, ("1,000", {**SAME, "value": 1001, "high": None}), ("1,008", dict(SAME)))
    found = only_finding(*claims, documents=(text,))
    assert [rules(found)[claim.id] for claim in claims] == ["says_less", "independent"]
    assert (found.low, found.high) == (1008, 1008)


def test_people_named_beside_a_special_kind_are_the_others() -> None:
    text = document("Twelve (12) of its staff and 10 patients were killed.")
    staff, patients = counts_in(
        text,
        ("12", {"source": "Medics", "object": "person.medic"}),
        ("10", {"source": "Medics", "object": "person"}),
    )
    findings = {each.series.object: each for each in reconciled(staff, patients, documents=(text,)).findings}
    assert (findings["person"].low, findings["person"].high) == (10, None)
    assert (findings["person.medic"].low, findings["person.medic"].high) == (12, 12)


def test_parts_are_read_from_the_quote_where_the_document_is_not_given() -> None:
    text = document("There were 80 hurt, of whom 60 seriously.")
    claims = counts_in(text, ("80", dict(SAME)), ("60", dict(SAME)))
    assert rules(only_finding(*claims))[claims[1].id] == "part"
