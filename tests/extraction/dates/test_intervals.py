"""Date spans joined into the stretches that clauses speak of."""

import pytest

from counterclaim.extraction.dates import date_intervals, find_dates

DOCUMENT = "2020-10-27"

# A text; its intervals as "from..to relation", a dot for an open side; all in one string.
INTERVALS = [
    ("On 27 September they met.", "2020-09-27..2020-09-27 in"),
    ("In September they met.", "2020-09..2020-09 in"),
    ("From 10 to 12 October they met.", "2020-10-10..2020-10-12 in"),
    ("From 27 September to 4 October 2020 they met.", "2020-09-27..2020-10-04 in"),
    ("It lasted from September 27 until October 4.", "2020-09-27..2020-10-04 in"),
    ("27 September – 4 October 2020", "2020-09-27..2020-10-04 in"),
    ("On October 10-12 they met.", "2020-10-10..2020-10-12 in"),
    ("The war of 1988–1994 ended.", "1988..1994 in"),
    ("The war of 1988-94 ended.", "1988..1994 in"),
    ("Between July and September they met.", "2020-07..2020-09 in"),
    ("Between 26 September and 4 October they met.", "2020-09-26..2020-10-04 in"),
    ("On September 27 and 28 they met.", "2020-09-27..2020-09-28 in"),
    ("On September 27, 28 and 29 they met.", "2020-09-27..2020-09-27 in; 2020-09-28..2020-09-29 in"),
    ("In May and June they met.", "2020-05..2020-06 in"),
    ("On 3 and 10 October they met.", "2020-10-03..2020-10-03 in; 2020-10-10..2020-10-10 in"),
    ("On 12 October, then on 10 October.", "2020-10-12..2020-10-12 in; 2020-10-10..2020-10-10 in"),
    ("They have met since Sunday.", "2020-10-25... since"),
    ("They have met from 4 October.", "2020-10-04... since"),
    ("By 7 October they had met.", "...2020-10-07 until"),
    ("As of Oct. 25, they had met.", "...2020-10-25 until"),
    ("They met until the end of September.", "...2020-09 until"),
    ("They met before 7 October.", "...2020-10-07 before"),
    ("They met after 7 October.", "2020-10-07... after"),
    ("They met in the past week.", "2020-10-20..2020-10-27 in"),
    ("They met for three days and recently.", ""),
    ("In the summer of 2014 they met.", "2014-06..2014-08 in"),
    ("Until Tuesday and since then they met.", "...2020-10-27 until"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), INTERVALS)
def test_interval(text: str, expected: str) -> None:
    intervals = date_intervals(text, find_dates(text, DOCUMENT))
    shown = [f"{one.from_date or '.'}..{one.to_date or '.'} {one.relation}" for one in intervals]
    assert "; ".join(shown) == expected


def test_an_interval_covers_its_spans() -> None:
    text = "It lasted from 10 to 12 October 2020."
    spans = find_dates(text)
    [interval] = date_intervals(text, spans)
    assert text[interval.start : interval.end] == "10 to 12 October 2020"
    assert interval.spans == tuple(spans)


def test_no_spans_make_no_intervals() -> None:
    assert date_intervals("They met.", []) == []
