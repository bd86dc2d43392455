"""Totals in tables against their cells."""

import pytest

from counterclaim.extraction import extract
from counterclaim.model import Conflict, Contradiction
from tests.reconciliation.factories import document, reconciled


def wrong(table: str) -> list[Contradiction]:
    text = document(f"Losses of Norland, according to Trackers, as of 3 May 2031:\n\n{table}\n", "losses")
    claims = extract(text, Conflict()).claims
    found = reconciled(*claims, conflict=Conflict(), documents=(text,)).contradictions
    return [one for one in found if one.kind == "arithmetic"]


LOSSES = "Type | Destroyed | Damaged | Captured | Total lost\nTanks | 38 | 16 | 7 | {total}"
TOWNS = "Town | Killed | Wounded\nFord | 12 | 40\nHill | 30 | 60\nTotal | {killed} | 100"


def test_a_row_whose_total_is_no_sum_of_its_cells() -> None:
    (found,) = wrong(LOSSES.format(total=62))
    assert "gives 62 tanks" in found.explanation
    assert "38 (Destroyed), 16 (Damaged) and 7 (Captured), make 61: 1 fewer" in found.explanation
    assert len(found.claims) == 4


def test_a_total_row_that_is_no_sum_of_its_column() -> None:
    (found,) = wrong(TOWNS.format(killed=52))
    assert "12 (Ford) and 30 (Hill), make 42: 10 fewer" in found.explanation


@pytest.mark.parametrize(
    "table",
    [
        LOSSES.format(total=61),
        TOWNS.format(killed=42),
        # a cell that was not read may be what is missing
        LOSSES.format(total=62).replace("16", "16 %"),
        # the dead of both towns up to a day, and up to the next
        "Date | Killed\n1 May 2031 | 12\n2 May 2031 | 30\nTotal | 30",
        # a subtotal, and the sum of the subtotals
        "Town | Killed\nFord | 12\nHill | 30\nTotal A | 42\nMoor | 5\nGlen | 6\nTotal B | 11\nTotal | 53",
        # a section without figures divides no sum
        "Town | Killed\nNorth\nFord | 12\nHill | 30\nSouth\nMoor | 5\nGlen | 6\nTotal | 53",
        # empty cells keep their columns
        "Town | Killed | Wounded\nFord | | 40\nHill | 30 | 60\nMoor | 2 |\nTotal | 32 | 100",
        # some of the killed
        "Town | Killed | Children killed | Total killed\nFord | 12 | 3 | 12",
        # no heading says that a column is a total
        "Town | Killed | Civilians killed\nFord | 12 | 9",
    ],
)
def test_sums_that_hold_or_need_not(table: str) -> None:
    assert wrong(table) == []
