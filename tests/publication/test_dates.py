"""Dates and periods in words, and the day that a claim is shown under."""

from dataclasses import replace

import pytest

from counterclaim.partial_date import PartialDate
from counterclaim.publication.dates import claim_when, date_words, period
from tests.publication import records


@pytest.mark.parametrize(
    ("date", "words"),
    [("2020-09-07", "7 September 2020"), ("2020-09", "September 2020"), ("2020", "2020")],
)
def test_dates_in_words(date: str, words: str) -> None:
    assert date_words(PartialDate(date)) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2020-09-27", "2020-09-27", "27 September 2020"),
        ("2020-09-01", "2020-09-30", "1–30 September 2020"),
        ("2020-09-27", "2020-11-10", "27 September – 10 November 2020"),
        ("2020-12-31", "2021-01-01", "31 December 2020 – 1 January 2021"),
        ("2020-09", "2020-11", "September – November 2020"),
        ("2020", "2020-11", "2020 – November 2020"),
        ("2020", "2021", "2020 – 2021"),
        (None, "2020", "2020"),
        ("2020", None, "2020"),
    ],
)
def test_periods_in_words(first: str | None, last: str | None, words: str) -> None:
    when = period(*(PartialDate(date) if date else None for date in (first, last)))
    assert when is not None
    assert when.words == words


def test_a_running_toll_stands_under_its_as_of_date() -> None:
    toll = replace(records.KILLED_162, from_date=PartialDate("2008-08-08"))
    when = claim_when(toll, records.LATER_COUNTS)
    assert when is not None
    assert when.words == "December 2008"


def test_an_event_stands_under_when_it_happened() -> None:
    when = claim_when(replace(records.DENIAL, to_date=PartialDate("2008-09")), records.FIRST_DAYS)
    assert when is not None
    assert when.words == "August – September 2008"


def test_an_undated_claim_takes_the_day_on_which_it_was_said_then_its_documents() -> None:
    said = claim_when(replace(records.BODIES, reported_on=PartialDate("2008-08-13")), records.FIRST_DAYS)
    printed = claim_when(records.BODIES, records.FIRST_DAYS)
    assert said is not None
    assert printed is not None
    assert (said.first, printed.first) == ("2008-08-13", "2008-08-14")
    assert claim_when(records.BODIES, replace(records.FIRST_DAYS, date=None)) is None
