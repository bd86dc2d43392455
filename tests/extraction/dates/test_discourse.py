"""How an expression is read from what the text has said before it, and from the document's date."""

import datetime

import pytest

from counterclaim.extraction.dates import find_dates
from counterclaim.partial_date import PartialDate

# A text, its document's date (None: unknown), and the values in order.
TEXTS = [
    # A history does not run past the day on which it is told.
    (
        "War came in August 2008, after the talks of July 2008. On 2 February 2009 it was reviewed. "
        "By 18 August about 60,000 had left.",
        "2009-05-07",
        "2008-08 2008-07 2009-02-02 2008-08-18",
    ),
    (
        "The war came in May 1999 and ended in July 1999. India marks it today.\n\nStrikes began on 26 May.",
        "2024-07-26",
        "1999-05 1999-07 2024-07-26 1999-05-26",
    ),
    # A title that names a past year is about it; the days on which the text was written are not in it.
    (
        "Study: the dead of 2006\n\nA bomb fell on July 30, it says. The study came out on 4 September.",
        "2007-09-06",
        "2006 2006-07-30 2007-09-04",
    ),
    # The year in the name of a paper is no time that a story goes back to.
    (
        "Shots fell on 11 January 1995. Under the 1942 Rio Protocol they signed on 17 February.",
        None,
        "1995-01-11 1942 1995-02-17",
    ),
    # A stretch that lies ahead, though its verb is past.
    ("They accepted a truce from 4 to 11 May.", "2023-05-02", "2023-05-04 2023-05-11"),
    # What looks like a year: an aircraft, the hour of a running report.
    ("On Tuesday a dozen Mirage 2000s flew over it.", "2019-02-28", "2019-02-26"),
    ("0940 It was hit again.\n\n1930 What we know: it was hit in 2011.", "2011-04-28", "2011"),
    # Counted from what was spoken of.
    ("On 4 October it fell. The next day it was retaken.", "2020-10-27", "2020-10-04 2020-10-05"),
    ("On 4 October it fell. Three days later it was retaken.", "2020-10-27", "2020-10-04 2020-10-07"),
    ("On 4 October it fell. A day earlier it was shelled.", "2020-10-27", "2020-10-04 2020-10-03"),
    ("On 4 October it fell. The day before, it was shelled.", "2020-10-27", "2020-10-04 2020-10-03"),
    ("On 4 October it fell. On the same day they met.", "2020-10-27", "2020-10-04 2020-10-04"),
    ("On 4 October it fell. They met that day.", "2020-10-27", "2020-10-04 2020-10-04"),
    ("On 4 October it fell. They met that night.", "2020-10-27", "2020-10-04 2020-10-04TNI"),
    ("On 4 October it fell. The following morning they met.", "2020-10-27", "2020-10-04 2020-10-05TMO"),
    ("On 4 October it fell. The previous night they met.", "2020-10-27", "2020-10-04 2020-10-03TNI"),
    ("On 4 October it fell. The following Friday they met.", "2020-10-27", "2020-10-04 2020-10-09"),
    ("On 4 October it fell. Two weeks later they met.", "2020-10-27", "2020-10-04 2020-W42"),
    ("On 4 October it fell. Two months later they met.", "2020-12-27", "2020-10-04 2020-12"),
    ("On 4 October it fell. A year earlier they met.", "2020-10-27", "2020-10-04 2019"),
    ("On 4 October it fell. Later that month they met.", "2020-10-27", "2020-10-04 2020-10"),
    ("On 4 October it fell. 48 hours later they met.", "2020-10-27", "2020-10-04 2020-10-06"),
    ("In 1994 they met. The following year they met again.", "2020-10-27", "1994 1995"),
    ("In 1988 they met, and in November of that year again.", "2020-10-27", "1988 1988-11"),
    ("In July 2016 they met. The previous month they had not.", "2020-10-27", "2016-07 2016-06"),
    ("The third quarter of 1989 was good, unlike a year earlier.", "1989-11-02", "1989-Q3 1988-Q3"),
    ("In the third quarter it lost. In the year-earlier quarter it won.", "1989-11-02", "1989-Q3 1988-Q3"),
    ("It fell on Monday. The strike came a day before.", "2020-10-27", "2020-10-26 2020-10-25"),
    ("It fell on 4 October, and on the 9th they met.", "2020-10-27", "2020-10-04 2020-10-09"),
    ("On 4 October they met, and later in the day again.", "2020-10-27", "2020-10-04 2020-10-04"),
    ("It began this morning, unlike those of 10 and 17 October. Later in the day it failed.", "2020-10-26",
     "2020-10-26TMO 2020-10-10 2020-10-17 2020-10-26"),
    ("They met on 4 October. They will leave by 1 December. A crowd came during the night.", "2020-10-27",
     "2020-10-04 2020-12-01 2020-10-04TNI"),
    ("They will leave by 1 December. It fell during the night.", "2020-10-27", "2020-12-01 2020-10-27TNI"),
    ("They met on 4 October. By the afternoon it was over.", "2020-10-27", "2020-10-04 2020-10-04TAF"),
    ("They met on 4 October. At 8 p.m. it was over.", "2020-10-27", "2020-10-04 2020-10-04T20:00"),
    # The year is carried over in a history and taken from the document in news.
    ("It began on 27 September 2020. On 9 October they met.", None, "2020-09-27 2020-10-09"),
    ("It began on 27 September 2020. In January they met.", None, "2020-09-27 2021-01"),
    ("It began on 27 December 2020. In January they met.", None, "2020-12-27 2021-01"),
    ("It began on 27 December 2020. In September they had met.", None, "2020-12-27 2020-09"),
    ("In 1988, they met. On 20 February, they voted.", None, "1988 1988-02-20"),
    ("It began in May 1994. On October 10 they met.", "2020-10-27", "1994-05 2020-10-10"),
    ("In May 1994, it began. On October 10 they met.", "2020-10-27", "1994-05 1994-10-10"),
    ("Invited in July 1997, they will join on March 12.", "1999-02-27", "1997-07 1999-03-12"),
    ("It fell on 3 May 1992. Then 8 May 1992 came. On 12 May they met.", "2020-10-27",
     "1992-05-03 1992-05-08 1992-05-12"),
    ("It began in July 2020, as in 1994. On 9 October they met.", None, "2020-07 1994 2020-10-09"),
    ("It began on 27 September 2020. On Tuesday they met.", None, "2020-09-27 2020-09-29"),
    ("It began on 9 January 1995. Under the 1942 Rio Protocol they signed on 17 February.", None,
     "1995-01-09 1942 1995-02-17"),
    ("They mark it today. It was lost in May 1999 and July 1999. It began on 26 May.", "2024-07-26",
     "2024-07-26 1999-05 1999-07 1999-05-26"),
    # Which side of the document.
    ("They have accepted a truce from 4 November.", "2020-10-27", "2020-11-04"),
    ("They have accepted a truce from 4 March.", "2020-10-27", "2020-03-04"),
    ("They will meet in March.", "2020-10-27", "2021-03"),
    ("They met in March.", "2020-10-27", "2020-03"),
    ("They met in November.", "2020-10-27", "2019-11"),
    ("The vote is due on 3 November.", "2020-10-27", "2020-11-03"),
    ("It will be held on 3 November.", "2020-10-27", "2020-11-03"),
    ("They said on 3 November that they would leave.", "2020-10-27", "2019-11-03"),
    ("It was set to expire Nov. 6.", "1989-11-02", "1989-11-06"),
    ("Net income for the year that ended Dec. 31 fell.", "1989-11-02", "1988-12-31"),
    ("It will double its flights by August.", "1998-02-13", "1998-08"),
    # A document's date may be coarse, or missing.
    ("They met on 30 December and last year.", "2024-01", "2023-12-30 2023"),
    ("They met in September.", "2020", "2020-09"),
    ("They met on Tuesday.", "2020-10", "XXXX-WXX-2"),
    ("They met yesterday.", "2020-10", "XXXX-XX-XX"),
    ("They met on Tuesday, yesterday and last week.", None, "XXXX-WXX-2 XXXX-XX-XX XXXX-WXX"),
    ("They met on 9 October, in May and last year.", None, "XXXX-10-09 XXXX-05 XXXX"),
    ("Yerevan, 27 September 2020. Today they met.", None, "2020-09-27 2020-09-27"),
    ("They met 3,000 years ago.", "2020-10-27", "PAST_REF"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "document_date", "values"), TEXTS)
def test_reading(text: str, document_date: str | None, values: str) -> None:
    assert [span.value for span in find_dates(text, document_date)] == values.split()


# The first and last day meant; the document is of 27 October 2020.
MEANT = [
    ("on 27 September", "2020-09-27", "2020-09-27", "day", None),
    ("in October", "2020-10", "2020-10", "month", None),
    ("in early October", "2020-10", "2020-10", "month", "EARLY"),
    ("in mid-October", "2020-10", "2020-10", "month", "MID"),
    ("in 2014", "2014", "2014", "year", None),
    ("in the late 1990s", "1990", "1999", "decade", "LATE"),
    ("in the 20th century", "1900", "1999", "century", None),
    ("in the summer of 2014", "2014-06", "2014-08", "season", None),
    ("in the winter of 2014", "2014-12", "2015-02", "season", None),
    ("in the third quarter of 2020", "2020-07", "2020-09", "quarter", None),
    ("in the first half of 2020", "2020-01", "2020-06", "half", None),
    ("last week", "2020-10-19", "2020-10-25", "week", None),
    ("last weekend", "2020-10-24", "2020-10-25", "weekend", None),
    ("last night", "2020-10-26", "2020-10-26", "time", None),
    ("in the past 24 hours", "2020-10-26", "2020-10-27", "hour", None),
    ("in the past week", "2020-10-20", "2020-10-27", "week", None),
    ("in the last three months", "2020-07-27", "2020-10-27", "month", None),
    ("for the next two days", "2020-10-27", "2020-10-29", "day", None),
    ("for three days", None, None, "day", None),
    ("more than two years ago", "2018", "2018", "year", "BEFORE"),
    ("less than a month ago", "2020-09", "2020-09", "month", "AFTER"),
    ("about 10 days ago", "2020-10-17", "2020-10-17", "day", "APPROX"),
    ("nearly two months", None, None, "month", "APPROX"),
    ("at least five years", None, None, "year", "EQUAL_OR_MORE"),
    ("now", None, None, None, None),
    ("every day", None, None, "day", None),
]


@pytest.mark.parametrize(("phrase", "first", "last", "precision", "mod"), MEANT)
def test_what_is_meant(
    phrase: str, first: str | None, last: str | None, precision: str | None, mod: str | None
) -> None:
    [span] = find_dates(f"It was so {phrase}.", "2020-10-27")
    assert (span.from_date, span.to_date, span.precision, span.mod) == (first, last, precision, mod)


ANCHORS = {"war": datetime.date(2020, 9, 27)}


@pytest.mark.parametrize(
    ("text", "anchors", "value"),
    [
        ("On the fourth day of the war it fell.", ANCHORS, "2020-09-30"),
        ("On the 44th day of the war it fell.", ANCHORS, "2020-11-09"),
        ("On day 12 of the war it fell.", ANCHORS, "2020-10-08"),
        ("On the seventh day of the fighting it fell.", {"start": ANCHORS["war"]}, "2020-10-03"),
        ("On the seventh day, it fell.", {"start": ANCHORS["war"]}, "2020-10-03"),
        ("In the second week of the war it fell.", ANCHORS, "2020-W40"),
    ],
)
def test_day_of_an_event(text: str, anchors: dict[str, datetime.date], value: str) -> None:
    [span] = find_dates(text, anchors=anchors)
    assert span.value == value


def test_second_week_of_an_event_is_its_eighth_to_fourteenth_day() -> None:
    [span] = find_dates("In the second week of the war it fell.", anchors=ANCHORS)
    assert (span.from_date, span.to_date) == ("2020-10-04", "2020-10-10")


def test_day_of_an_event_is_nothing_where_its_start_is_unknown() -> None:
    assert find_dates("On the fourth day of the war it fell.") == []


@pytest.mark.parametrize(
    "document_date",
    ["2020-10-27", PartialDate("2020-10-27"), datetime.date(2020, 10, 27), datetime.datetime(2020, 10, 27)],
)
def test_document_date_of_every_kind(document_date: str | datetime.date) -> None:
    [span] = find_dates("They met yesterday.", document_date)
    assert span.value == "2020-10-26"


def test_document_date_that_is_none() -> None:
    with pytest.raises(ValueError, match="27 October"):
        find_dates("They met yesterday.", "27 October")
