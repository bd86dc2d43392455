"""Dates as cells write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.extraction.tables.dates import Order, order_of, stretch_of, years_in

CELLS = {
    "2015": ("2015", "2015"),
    "2014/15": ("2014", "2015"),
    "2014–15": ("2014", "2015"),
    "1991–1994": ("1991", "1994"),
    "Jan 2015": ("2015-01", "2015-01"),
    "January": ("2020-01", "2020-01"),
    "May": ("2020-05", "2020-05"),
    "Oct-20": ("2020-10", "2020-10"),
    "Oct '20": ("2020-10", "2020-10"),
    "Oct 20": ("2020-10-20", "2020-10-20"),
    "2020-10": ("2020-10", "2020-10"),
    "Q1 2015": ("2015-01", "2015-03"),
    "H1 2016": ("2016-01", "2016-06"),
    "Jan–Mar 2014": ("2014-01", "2014-03"),
    "February 2022 – August 2023": ("2022-02", "2023-08"),
    "27 Sep–3 Oct 2020": ("2020-09-27", "2020-10-03"),
    "27 September": ("2020-09-27", "2020-09-27"),
    "14-Oct-20": ("2020-10-14", "2020-10-14"),
    "14.10.2020": ("2020-10-14", "2020-10-14"),
    "10/14/2020": ("2020-10-14", "2020-10-14"),
    "10/10/2020": ("2020-10-10", "2020-10-10"),
    "11/10/2020": ("2020", "2020"),
    "20.07.14": ("2014-07-20", "2014-07-20"),
    "2020-10-11": ("2020-10-11", "2020-10-11"),
    "2020/10/11": ("2020-10-11", "2020-10-11"),
    "2022-02-24T00:00:00": ("2022-02-24", "2022-02-24"),
    "Sunday, 27 September 2020": ("2020-09-27", "2020-09-27"),
    "February 24, 2022[1]": ("2022-02-24", "2022-02-24"),
}


@pytest.mark.parametrize(("text", "span"), CELLS.items())
def test_a_cell_that_is_a_time(text: str, span: tuple[str, str]) -> None:
    found = stretch_of(text, 2020)
    assert found is not None
    assert (found.first, found.last) == span


@pytest.mark.parametrize(
    "text",
    ["", "3,825", "12", "1 000", "T-72", "5 tanks", "1945 prisoners", "May 2014 killed", "1500-2000",
     "Total", "2020-13", "31/02/2020", "Day 1", "March on Rome"],
)  # fmt: skip
def test_a_cell_that_is_none(text: str) -> None:
    assert stretch_of(text, 2020) is None


def test_a_date_without_a_year_needs_one() -> None:
    assert stretch_of("27 September") is None
    assert stretch_of("January") is None
    assert (found := stretch_of("27 September", 1914)) is not None
    assert (found.first, found.lacks_year) == ("1914-09-27", True)


@pytest.mark.parametrize(
    ("text", "relation"), [("as of 7 Dec 2020", "until"), ("until 2014", "until"), ("since 2014", "since")]
)
def test_a_word_may_open_one_end(text: str, relation: str) -> None:
    assert (found := stretch_of(text)) is not None
    assert found.relation == relation


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["03/10/2015", "26/10/2015"], "day first"),
        (["10/03/2015", "10/26/2015"], "month first"),
        (["01/05/2020", "02/05/2020", "01/06/2020"], "day first"),
        (["05/01/2020", "05/02/2020", "06/01/2020"], "month first"),
        (["01/02/2020", "02/03/2020"], "unclear"),
        (["no date"], "unclear"),
    ],
)
def test_a_column_tells_whether_the_day_is_first(texts: list[str], order: Order) -> None:
    assert order_of(texts) == order


def test_an_unclear_date_keeps_its_year_only() -> None:
    assert (found := stretch_of("03/10/2015", order="unclear")) is not None
    assert (found.first, found.is_unclear) == ("2015", True)
    assert (found := stretch_of("03/10/2015", order="day first")) is not None
    assert found.first == "2015-10-03"


def test_years_in_a_caption() -> None:
    assert years_in("Losses, 1992–1995, of 2,014 and 12020") == [1992, 1995]


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_way_of_writing_a_day_is_that_day(day: date) -> None:
    forms = ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%d %b %Y", "%Y/%m/%d")
    for form in forms:
        found = stretch_of(day.strftime(form))
        assert found is not None, form
        assert found.first == found.last == day.isoformat()
