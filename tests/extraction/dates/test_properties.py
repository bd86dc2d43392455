"""What holds of every text: dates read back as they were written, spans lie where they say."""

import calendar
import datetime
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from counterclaim import find_dates
from counterclaim.extraction.dates import date_intervals
from counterclaim.extraction.dates.grammar import heads, openings
from counterclaim.extraction.dates.rules import RULES
from counterclaim.extraction.dates.words import phrases

DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31))
MONTHS = [name for name in calendar.month_name if name]
SHORT = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
WEEKDAYS = list(calendar.day_name)


def ordinal(number: int) -> str:
    ending = "th" if 10 < number < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def month(day: datetime.date) -> str:
    return MONTHS[day.month - 1]


def short(day: datetime.date) -> str:
    return SHORT[day.month - 1]


def weekday(day: datetime.date) -> str:
    return WEEKDAYS[day.weekday()]


FORMATS: dict[str, Callable[[datetime.date], str]] = {
    "27 September 2020": lambda day: f"{day.day} {month(day)} {day.year}",
    "27th of September 2020": lambda day: f"{ordinal(day.day)} of {month(day)} {day.year}",
    "27 Sept. 2020": lambda day: f"{day.day} {short(day)} {day.year}",
    "September 27, 2020": lambda day: f"{month(day)} {day.day}, {day.year}",
    "September 27th, 2020": lambda day: f"{month(day)} {ordinal(day.day)}, {day.year}",
    "Sept. 27, 2020": lambda day: f"{short(day)} {day.day}, {day.year}",
    "Sunday, 27 September 2020": lambda day: f"{weekday(day)}, {day.day} {month(day)} {day.year}",
    "Sunday, September 27, 2020": lambda day: f"{weekday(day)}, {month(day)} {day.day}, {day.year}",
    "2020-09-27": lambda day: day.isoformat(),
    "27.09.2020": lambda day: f"{day.day:02}.{day.month:02}.{day.year}",
    "9/27/2020": lambda day: f"{day.month}/{day.day}/{day.year}",
}


@pytest.mark.parametrize("form", FORMATS)
@given(day=DAYS)
def test_a_full_date_reads_back(form: str, day: datetime.date) -> None:
    phrase = FORMATS[form](day)
    [span] = find_dates(f"It was signed on {phrase}, they said.", "2020-10-27")
    assert (span.value, span.from_date, span.to_date) == (day.isoformat(),) * 3
    assert span.end - span.start == len(phrase)


@given(day=DAYS, document=DAYS)
def test_a_weekday_lies_within_the_week_before_a_report(day: datetime.date, document: datetime.date) -> None:
    [span] = find_dates(f"The ministry said on {weekday(day)} that it fell.", document)
    found = datetime.date.fromisoformat(span.value)
    assert found.weekday() == day.weekday()
    assert 0 <= (document - found).days < 7


@given(document=DAYS, count=st.integers(2, 300))
def test_days_ago(document: datetime.date, count: int) -> None:
    [span] = find_dates(f"It fell {count} days ago.", document)
    assert span.value == (document - datetime.timedelta(days=count)).isoformat()


@example(day=datetime.date(2000, 2, 29), document=datetime.date(1958, 2, 12))
@given(day=DAYS, document=DAYS)
def test_a_day_without_a_year_lies_within_a_year_of_the_document(
    day: datetime.date, document: datetime.date
) -> None:
    [span] = find_dates(f"It fell on {day.day} {month(day)}.", document)
    found = datetime.date.fromisoformat(span.value)
    assert (found.month, found.day) == (day.month, day.day)
    assert abs((found - document).days) <= 366 * (8 if (day.month, day.day) == (2, 29) else 1)


WORDS = sorted({*phrases(), *heads(), *(word for kind in openings().values() for word in kind)})
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from([word.capitalize() for word in WORDS]),
    st.integers(0, 40).map(str),
    st.integers(1900, 2060).map(str),
    st.sampled_from([
        "of", "the", "to", ",", ".", "-", "–", "\n", "\n\n", "'s", "2,000", "27th", "1990s", "8.30",
        "10/11/2012", "a.m.", "Q3", "not", "Ünal", "İzmir", "29 February", "31 June", "9999-12-31",
        "0001-01-01",
    ]),
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(PIECES, max_size=30).map(" ".join),
    st.lists(PIECES, max_size=10).map("".join),
    st.text(max_size=60),
)
DOCUMENT_DATES = st.one_of(
    st.none(),
    st.dates(),
    st.sampled_from(["0001", "0001-01-01", "9999", "9999-12-31", "2020", "2020-02", "2020-02-29"]),
)


@given(text=TEXTS, document_date=DOCUMENT_DATES)
def test_spans_lie_in_order_in_the_text(text: str, document_date: datetime.date | str | None) -> None:
    spans = find_dates(text, document_date, anchors={"start": datetime.date(2020, 9, 27)})
    ends = [0]
    for span in spans:
        assert ends[-1] <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        ends.append(span.end)
        assert span.value
        assert (span.from_date is None) == (span.to_date is None)
        if span.from_date and span.to_date:
            assert span.from_date.first <= span.to_date.last
    for interval in date_intervals(text, spans):
        assert interval.from_date or interval.to_date
        if interval.from_date and interval.to_date:
            assert interval.from_date.first <= interval.to_date.last


@given(text=TEXTS)
def test_the_same_text_reads_the_same(text: str) -> None:
    assert find_dates(text, "2020-10-27") == find_dates(text, "2020-10-27")


def test_rules_have_names_of_their_own_and_known_openings() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    assert {kind for rule in RULES for kind in rule.opens.split()} == set(openings())
