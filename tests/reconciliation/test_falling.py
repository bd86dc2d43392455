"""Running tolls that fall, swapped digits, dates that do not fit, and evidence that is used twice."""

from typing import Any

import pytest

from counterclaim.model import Claim
from counterclaim.reconciliation.contradictions.falling import is_swapped
from tests.reconciliation.factories import count, document, event, reconciled

OWN: dict[str, Any] = {"source": "Defence Ministry", "source_side": "Norland"}
EARLY: dict[str, Any] = {"to_date": "2031-03-20", "reported_on": "2031-03-20"}
LATE: dict[str, Any] = {"to_date": "2031-04-20", "reported_on": "2031-04-20", "anchor": 40}


def _on(day: str) -> dict[str, Any]:
    return {"from_date": day, "to_date": day}


def kinds(*claims: Claim) -> list[str]:
    return [each.kind for each in reconciled(*claims).contradictions]


def test_a_toll_that_falls_without_a_word_of_correction() -> None:
    assert kinds(count(640, **OWN, **EARLY), count(580, **OWN, **LATE)) == ["falling_toll"]
    assert kinds(count(580, **OWN, **EARLY), count(640, **OWN, **LATE)) == []


def test_a_correction_is_no_contradiction() -> None:
    late = count(580, **OWN, **LATE, quote="The ministry lowered the toll to 580 killed.")
    assert kinds(count(640, **OWN, **EARLY), late) == []


def test_less_than_half_is_a_figure_of_something_else() -> None:
    assert kinds(count(640, **OWN, **EARLY), count(12, **OWN, **LATE)) == []


@pytest.mark.parametrize(
    ("one", "other", "swapped"),
    [(4327, 4237, True), (4327, 4732, False), (1200, 120, False), (4327, 4327, False), (12, 21, True)],
)
def test_two_neighbouring_digits_that_changed_places(one: int, other: int, swapped: bool) -> None:
    assert is_swapped(one, other) is swapped and is_swapped(other, one) is swapped


def test_swapped_digits_of_two_sources_are_shown_once() -> None:
    assert kinds(count(4327, **OWN), count(4237, source="UN mission", anchor=40)) == ["transposed_digits"]


def test_a_capture_on_two_days() -> None:
    where: dict[str, Any] = {"place": "Ford", "actor": "Sudmark"}
    one = event("capture", source="UN mission", **where)
    other = event(
        "capture", source="Monitor", **where, from_date="2031-03-12", to_date="2031-03-12", anchor=9
    )
    assert kinds(one, other) == ["chronology"]
    much_later = event(
        "capture", source="Monitor", **where, from_date="2031-05-12", to_date="2031-05-12", anchor=9
    )
    assert kinds(one, much_later) == []


def test_a_breach_before_its_ceasefire() -> None:
    ceasefire = event("ceasefire", source="UN mission", anchor=100)
    breach = event("ceasefire_violation", source="Monitor", **_on("2031-03-09"))
    assert kinds(ceasefire, breach) == ["chronology"]
    earlier = event(
        "ceasefire", source="UN mission", from_date="2031-03-01", to_date="2031-03-01", anchor=900
    )
    assert kinds(ceasefire, breach, earlier) == []


def test_one_picture_for_two_losses() -> None:
    text = document("1 tank, Ford: https://example.org/a.jpg\n1 tank, Hill: https://example.org/a.jpg\n")
    lines = [(0, 41, "Ford"), (42, 83, "Hill")]
    claims = [
        count(
            1, "destroyed", object="materiel.tank", scope="incident", document="report", start=start,
            anchor=start, quote=text.text[start:end], place=place, from_date=None, to_date=None,
        )
        for start, end, place in lines
    ]  # fmt: skip
    found = reconciled(*claims, documents=(text,)).contradictions
    assert [each.kind for each in found] == ["counted_twice"]
