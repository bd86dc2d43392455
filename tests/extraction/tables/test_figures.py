"""What a cell's characters allow: a table of cells as real tables have them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.count_range import CountRange
from counterclaim.extraction.tables.figures import figures_in, is_blank, is_dotted, is_figure
from counterclaim.extraction.tables.grid import Cell


def cell(text: str, start: int = 0) -> Cell:
    return Cell(0, 0, start, start + len(text), text)


FIGURES = {
    "3,825": (3825, 3825, False),
    "3825": (3825, 3825, False),
    "14 000": (14000, 14000, False),
    "14\u202f000": (14000, 14000, False),
    "1.234.567": (1234567, 1234567, False),
    "3825.0": (3825, 3825, False),
    "0": (0, 0, False),
    "1,008*": (1008, 1008, False),
    "1,008[1]": (1008, 1008, False),
    "1,008[note 2][b]": (1008, 1008, False),
    "1,008†": (1008, 1008, False),
    "1,008²": (1008, 1008, False),
    "*1,008": (1008, 1008, False),
    "1,008 (a)": (1008, 1008, False),
    "300–500": (300, 500, False),
    "300-500": (300, 500, False),
    "2,300 to 2,500": (2300, 2500, False),
    "between 10 and 12": (10, 12, False),
    ">100": (101, None, False),
    "> 100": (101, None, False),
    "≥100": (100, None, False),
    ">=100": (100, None, False),
    "100+": (100, None, False),
    "at least 541": (541, None, False),
    "more than 5,000": (5001, None, False),
    "<100": (None, 99, False),
    "≤100": (None, 100, False),
    "up to 30": (None, 30, False),
    "fewer than 30": (None, 29, False),
    "~40": (40, 40, True),
    "≈40": (40, 40, True),
    "c. 40": (40, 40, True),
    "ca 40": (40, 40, True),
    "approx. 40": (40, 40, True),
    "about 40": (40, 40, True),
    "40 (est.)": (40, 40, True),
    "dozens": (24, None, True),
    "hundreds": (200, None, True),
    "several": (3, None, True),
    "twelve": (12, 12, False),
    "none": (0, 0, False),
    "Nil": (0, 0, False),
    "2.3 million": (2300000, 2300000, False),
    "40k": (40000, 40000, False),
    "+36": (36, 36, False),
    "3,825 killed": (3825, 3825, False),
    "Killed: 3,825": (3825, 3825, False),
}


@pytest.mark.parametrize(("text", "allowed"), FIGURES.items())
def test_a_figure(text: str, allowed: tuple[int | None, int | None, bool]) -> None:
    reading = figures_in(cell(text, 10))
    assert [figure.range for figure in reading.figures] == [CountRange(*allowed)]
    (figure,) = reading.figures
    assert 10 <= figure.start <= figure.anchor < figure.end <= 10 + len(text)


BLANK = [
    "", "-", "–", "—", "−", "--", "n/a", "N/A", "n.a.", "na", "NaN", "?", "…", "..", "unknown", "Unknown",
    "Unknown[3]", "not available", "no data", "TBC", "null", "#N/A", "←", "↑",
]  # fmt: skip


@pytest.mark.parametrize("text", BLANK)
def test_cells_that_have_no_figure(text: str) -> None:
    assert is_blank(text)
    reading = figures_in(cell(text))
    assert (reading.figures, reading.passed) == ([], [])


NONE = {
    "45%": "a percentage",
    "45.5 %": "a percentage",
    "-5": "a negative number",
    "−5": "a negative number",
    "12.5": "not a whole number",
    "500–300": "two numbers that are no range",
    "3 days": "counts days",
    "4 brigades": "counts brigades",
}


@pytest.mark.parametrize(("text", "why"), NONE.items())
def test_numbers_that_count_nothing(text: str, why: str) -> None:
    reading = figures_in(cell(text))
    assert reading.figures == []
    assert [reason for _, _, reason in reading.passed] == [why]


def labels(text: str) -> list[tuple[CountRange, list[str]]]:
    """Each figure of a cell with the words that stand with it."""
    found = figures_in(cell(text)).figures
    return [(figure.range, [text[start:end] for start, end in figure.labels]) for figure in found]


def test_words_behind_a_number_and_before_a_colon_are_its_own() -> None:
    exactly = CountRange.exactly
    assert labels("62 (destroyed: 38, damaged: 16)") == [
        (exactly(62), []),
        (exactly(38), ["(destroyed:"]),
        (exactly(16), [", damaged:"]),
    ]
    assert labels("12 killed, 3 wounded") == [(exactly(12), ["killed,"]), (exactly(3), ["wounded"])]
    assert labels("963 (+36)") == [(exactly(963), []), (exactly(36), [])]


def test_a_second_number_without_words_is_passed_over() -> None:
    reading = figures_in(cell("12 (3)"))
    assert [figure.range.low for figure in reading.figures] == [12]
    assert [why for _, _, why in reading.passed] == ["a second number in the cell"]
    assert [why for _, _, why in figures_in(cell("12 (in 2014)")).passed] == ["a year"]


def test_a_heading_may_multiply() -> None:
    assert figures_in(cell("134.7"), 10**9).figures[0].range == CountRange.exactly(134_700_000_000)
    assert figures_in(cell("at least 5"), 1000).figures[0].range == CountRange(5000, None)


def test_full_stops_set_off_thousands_only_where_the_column_says_so() -> None:
    assert is_dotted("2.317")
    assert not is_dotted("2.31")
    assert figures_in(cell("2.317"), dotted=True).figures[0].range == CountRange.exactly(2317)
    assert figures_in(cell("2.317")).passed[0][2] == "not a whole number"


def test_a_sign_of_currency() -> None:
    assert [figures_in(cell(text)).figures[0].is_money for text in ("$5", "US$ 5", "€5", "5")] == [
        True, True, True, False,
    ]  # fmt: skip


@given(st.integers(0, 10**9), st.sampled_from(["{}", "{:,}", "{}*", "{:,}[1]", "{:,} "]))
def test_any_whole_number_is_read_as_it_is(number: int, form: str) -> None:
    text = form.format(number).strip()
    assert is_figure(text)
    assert [figure.range for figure in figures_in(cell(text)).figures] == [CountRange.exactly(number)]


@given(st.text(st.sampled_from("0123456789,. -–+~<>%()[]abkilled$*:/"), max_size=20), st.integers(0, 50))
def test_any_cell_is_read_within_its_bounds(text: str, start: int) -> None:
    text = text.strip()
    reading = figures_in(cell(text, start))
    spans = [(figure.start, figure.end) for figure in reading.figures]
    spans += [(first, last) for first, last, _ in reading.passed]
    assert all(start <= first < last <= start + len(text) for first, last in spans)
    for figure in reading.figures:
        assert figure.range.low is not None or figure.range.high is not None
