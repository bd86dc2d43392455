"""Numbers in figures and words, and the bounds that the words around them set."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.extraction.numbers import Number, find_numbers
from counterclaim.extraction.tokens import tokenise

# Each row: the text, and its numbers' low, high and whether they are approximate.
TEXTS: list[tuple[str, list[tuple[int | None, int | None, bool]]]] = [
    ("28 men", [(28, 28, False)]),
    ("2,317 men", [(2317, 2317, False)]),
    ("14 000 men", [(14000, 14000, False)]),
    ("2.3 thousand men", [(2300, 2300, False)]),
    ("40k men", [(40000, 40000, False)]),
    ("twenty-four men", [(24, 24, False)]),
    ("one hundred and sixteen houses", [(116, 116, False)]),
    ("half a million people", [(500000, 500000, False)]),
    ("a dozen and a half men", [(18, 18, False)]),
    ("three dozen men", [(36, 36, False)]),
    ("a pair of guns", [(2, 2, False)]),
    ("dozens of men", [(24, None, True)]),
    ("scores of men", [(40, None, True)]),
    ("several men", [(3, None, True)]),
    ("several hundred men", [(300, None, True)]),
    ("tens of thousands of men", [(20000, None, True)]),
    ("hundreds of thousands of men", [(200000, None, True)]),
    ("at least 541 men", [(541, None, False)]),
    ("more than 5,000 men", [(5001, None, False)]),
    ("no fewer than 20 men", [(20, None, False)]),
    ("up to 30 men", [(None, 30, False)]),
    ("fewer than ten men", [(None, 9, False)]),
    ("as many as 30 men", [(30, 30, False)]),
    ("nearly 60 men", [(60, 60, True)]),
    ("40 or more men", [(40, None, False)]),
    ("40 or so men", [(40, 40, True)]),
    ("2,300 to 2,500 men", [(2300, 2500, False)]),
    ("between 10 and 12 men", [(10, 12, False)]),
    ("300,000–500,000 men", [(300000, 500000, False)]),
    ("1 to 2 million men", [(1000000, 2000000, False)]),
    ("two or three men", [(2, 3, False)]),
    ("rose by 36 to 963", [(36, 36, False), (963, 963, False)]),
    ("rose from 5 to 7", [(5, 5, False), (7, 7, False)]),
    ("killed five and wounded as many", [(5, 5, False), (5, 5, False)]),
    ("no number here", []),
]


WORDS = [
    "at",
    "least",
    "more",
    "than",
    "some",
    "7",
    "12",
    "2,500",
    "dozens",
    "of",
    "two",
    "hundred",
    "and",
    "a",
    "half",
    "to",
    "–",
    "%",
    "by",
    "from",
    "up",
]


def read(text: str) -> list[Number]:
    """The numbers of a text."""
    return find_numbers(tokenise(text))


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_numbers_have_their_ranges(text: str, expected: list[tuple[int | None, int | None, bool]]) -> None:
    found = [(n.range.low, n.range.high, n.range.approx) for n in read(text)]
    assert found == expected


@given(st.integers(min_value=0, max_value=999_999_999))
def test_figures_round_trip(value: int) -> None:
    for written in (str(value), f"{value:,}"):
        (number,) = read(f"killed {written} people")
        assert (number.range.low, number.range.high) == (value, value)


@given(st.integers(min_value=1, max_value=5_000), st.integers(min_value=1, max_value=5_000))
def test_a_range_is_one_number_and_a_fall_is_two(low: int, high: int) -> None:
    found = read(f"killed {low} to {high} people")
    if low < high:
        assert [(n.range.low, n.range.high) for n in found] == [(low, high)]
    else:
        assert len(found) == 2


@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=12,
    )
)
def test_numbers_stand_in_order_within_their_bounds(words: list[str]) -> None:
    tokens = tokenise(" ".join(words))
    numbers = find_numbers(tokens)
    for number in numbers:
        assert 0 <= number.opening <= number.first <= number.last <= number.closing < len(tokens)
    assert all(left.last < right.first for left, right in pairwise(numbers))
