"""Stretches of the calendar: where they begin and end, and what lies beside them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.extraction.dates.periods import (
    FINENESS,
    OffCalendarError,
    Period,
    easter,
    nth_weekday,
    plus_months,
    unknown_value,
)

DAYS = st.dates(date(1, 1, 8), date(9998, 12, 24))
UNITS = st.sampled_from(sorted(FINENESS))

OF_ONE_DAY = [
    ("day", "2020-09-27", "2020-09-27", "2020-09-27"),
    ("week", "2020-W39", "2020-09-21", "2020-09-27"),
    ("weekend", "2020-W39-WE", "2020-09-26", "2020-09-27"),
    ("month", "2020-09", "2020-09", "2020-09"),
    ("quarter", "2020-Q3", "2020-07", "2020-09"),
    ("season", "2020-FA", "2020-09", "2020-11"),
    ("half", "2020-H2", "2020-07", "2020-12"),
    ("year", "2020", "2020", "2020"),
    ("decade", "202", "2020", "2029"),
    ("century", "20", "2000", "2099"),
]


@pytest.mark.parametrize(("unit", "value", "first", "last"), OF_ONE_DAY)
def test_period_of_a_day(unit: str, value: str, first: str, last: str) -> None:
    period = Period.of(unit, date(2020, 9, 27))
    assert (period.value, period.from_date, period.to_date) == (value, first, last)


def test_a_winter_belongs_to_the_year_of_its_december() -> None:
    assert Period.of("season", date(2021, 2, 28)) == Period.of("season", date(2020, 12, 1))


def test_the_first_days_of_january_may_lie_in_a_week_of_the_year_before() -> None:
    assert Period.of("week", date(2021, 1, 3)).value == "2020-W53"


@given(UNITS, DAYS)
def test_a_period_holds_its_day_and_its_first_day_makes_it_again(unit: str, day: date) -> None:
    period = Period.of(unit, day)
    assert period.first <= period.last
    assert Period.of(unit, period.first) == period
    if unit != "weekend":  # a working day lies before its week's weekend
        assert period.first <= day <= period.last


@given(UNITS, DAYS)
def test_the_next_period_follows_without_a_gap(unit: str, day: date) -> None:
    period = Period.of(unit, day)
    gap = 6 if unit == "weekend" else 1
    try:
        following = period.shifted(1)
    except OffCalendarError:
        return
    assert following.first - period.last == timedelta(days=gap)
    if period.first.year > 100:  # the first decade and century of the calendar are cut short
        assert following.shifted(-1) == period


@given(DAYS, st.integers(-1200, 1200))
def test_months_on_and_back_keep_the_month(day: date, count: int) -> None:
    try:
        moved = plus_months(day, count)
    except OffCalendarError:
        return
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == count
    assert moved.day == day.day or (moved + timedelta(days=1)).day == 1


def test_no_period_lies_off_the_calendar() -> None:
    with pytest.raises(OffCalendarError):
        Period.of("year", date(2020, 1, 1)).shifted(-3000)
    with pytest.raises(OffCalendarError):
        Period.of("week", date(2020, 1, 1)).shifted(10**7)


def test_every_unit_has_a_value_for_what_is_unknown() -> None:
    assert all(set(unknown_value(unit)) <= set("X-WQHE") for unit in FINENESS)


@pytest.mark.parametrize(
    ("year", "day"), [(1998, (4, 12)), (2013, (3, 31)), (2020, (4, 12)), (2024, (3, 31)), (2038, (4, 25))]
)
def test_easter(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == date(year, *day)


def test_nth_weekday_of_a_month() -> None:
    assert nth_weekday(1998, 11, 4, 4) == date(1998, 11, 26)
    assert nth_weekday(2020, 9, 7, 1) == date(2020, 9, 6)
