import pytest

from counterclaim.reading.dates import dateline, parse_date
from counterclaim.reading.mastheads import masthead


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2020-10-27", "2020-10-27"),
        ("2020-10-27T23:30:00+04:00", "2020-10-27"),
        ("2020-10", "2020-10"),
        ("2020", "2020"),
        ("27 October 2020", "2020-10-27"),
        ("Oct. 7, 2020", "2020-10-07"),
        ("Tuesday, 3rd Sept 2024", "2024-09-03"),
        ("October 2020", "2020-10"),
        ("Tue, 27 Oct 2020 09:00:00 GMT", "2020-10-27"),
        ("03/04/2020", None),
        ("2020-13-01", None),
        ("31 June 2020", None),
        ("yesterday", None),
        ("12 Marble 2020", None),
    ],
)
def test_dates_in_metadata(text: str, date: str | None) -> None:
    assert parse_date(text) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Statement of the ministry\n\nBaku, September 30, 2020\n\nAs reported", "2020-09-30"),
        ("BEIRUT, 31 October 2020 — At least 231 fighters have died.", "2020-10-31"),
        ("GENEVA/NEW YORK, 28 October 2020 (Agency) - One month into the fighting", "2020-10-28"),
        ("Reuters\n\nSunday, 20 July 2014 18:31 GMT\n\nFighting", "2014-07-20"),
        ("10:43 AM, 8 March 2022\n\nIt was", "2022-03-08"),
        ("Agency for Development, published 06 Dec 2019\n\nHIGHLIGHTS", "2019-12-06"),
        ("Published: 2019-12-06\n\nText", "2019-12-06"),
        ("YEREVAN, Oct 27 - The ministry said on Tuesday", None),
        ("The war began on 27 September 2020 and lasted 44 days.", None),
        ("On 27 September 2020 - a Sunday - fighting began.", None),
        ("Saturday, October 17\n\n10:50 GMT", None),
        ("one\n" * 9 + "Baku, September 30, 2020", None),
        ("", None),
    ],
)
def test_datelines(text: str, date: str | None) -> None:
    assert dateline(text) == date


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("Truce fails\n\nExample Evening Post, 26 October 2020\n\nA truce", "Example Evening Post"),
        ("Truce fails\n\nExample Evening Post\n\n26 October 2020\n\nA truce", "Example Evening Post"),
        ("Reuters\n\nSunday, 20 July 2014 18:31 GMT\n\nFighting", "Reuters"),
        ("Statement of the ministry\n\nBaku, September 30, 2020\n\nAs reported", None),
        ("Rebels sought the news\n\n26 October 2020\n\nA truce", None),
        ("Human Rights Watch\n\n26 October 2020\n\nA truce", None),
        ("Truce fails\n\nThe Evening Post said on 26 October 2020 that it had failed.", None),
        ("", None),
    ],
)
def test_mastheads(text: str, publisher: str | None) -> None:
    assert masthead(text) == publisher
