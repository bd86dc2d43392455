"""Numbers, dates and series in words that can be quoted."""

import pytest

from counterclaim.model import Scope, Series
from counterclaim.partial_date import PartialDate
from counterclaim.reconciliation.numbers import apart, claimed, widened
from counterclaim.reconciliation.tables import load_tables
from counterclaim.reconciliation.wording import counted, date_words, listed, possessive, with_article
from tests.reconciliation.factories import count


@pytest.mark.parametrize(
    ("number", "quote", "approx", "words"),
    [
        (38, "38 men", False, "38"),
        ((541, None), "at least 541 fighters", False, "at least 541"),
        ((5001, None), "more than 5,000 soldiers", False, "more than 5,000"),
        ((5001, None), "at least 5,001 soldiers", False, "at least 5,001"),
        ((15001, None), "no fewer than 15,001 of 15,000", False, "at least 15,001"),
        ((None, 30), "up to 30 men", False, "up to 30"),
        ((2300, 2500), "2,300 to 2,500 men", False, "2,300 to 2,500"),
        (40000, "some 40,000 people", True, "about 40,000"),
        ((24, None), "dozens of men", True, "24 or more, in a vague word"),
    ],
)
def test_a_number_is_given_as_it_was_put(
    number: int | tuple[int | None, int | None], quote: str, approx: bool, words: str
) -> None:
    assert claimed(count(number, quote=quote, approx=approx)) == words


@pytest.mark.parametrize(
    ("scope", "start", "end", "words"),
    [
        ("incident", "2031-03-10", "2031-03-10", "were killed in Ford on 10 March 2031"),
        ("incident", "2031-03", "2031-03", "were killed in Ford in March 2031"),
        (
            "incident",
            "2031-03-10",
            "2031-03-12",
            "were killed in Ford between 10 March 2031 and 12 March 2031",
        ),
        ("incident", None, None, "were killed in Ford"),
        ("cumulative", "2031-03-01", "2031-05", "were killed in Ford from 1 March 2031 to May 2031"),
        ("cumulative", None, "2031-05-31", "were killed in Ford by 31 May 2031"),
        ("cumulative", "2031", "2031", "were killed in Ford in 2031"),
    ],
)
def test_a_series_says_where_and_when(scope: Scope, start: str | None, end: str | None, words: str) -> None:
    dates = [PartialDate(day) if day else None for day in (start, end)]
    series = Series("killed", "person", None, "Ford", scope, *dates)
    assert counted(series, 5, load_tables()) == f"people {words}"


def test_one_is_singular_and_nobody_is_plural() -> None:
    series = Series("destroyed", "materiel.tank", "Norland", "near Ford", "incident")
    assert counted(series, 1, load_tables()) == "tank of Norland was destroyed near Ford"
    assert counted(series, 0, load_tables()) == "tanks of Norland were destroyed near Ford"


def test_small_words() -> None:
    assert date_words(PartialDate("2031-03-01")) == "1 March 2031"
    assert (possessive("Norland"), possessive("the Houthis")) == ("Norland's", "the Houthis'")
    assert (listed(["a"]), listed(["a", "b", "c"])) == ("a", "a, b and c")


def test_how_far_numbers_are_apart() -> None:
    assert apart(100, 100) == 0
    assert apart(100, 200) == apart(200, 100) == 0.5
    assert apart(0, 1) == apart(1, 2) == 0.5


def test_about_is_a_tenth_either_way() -> None:
    assert widened(count(100, approx=True)) == (90, 111)
    assert widened(count(100)) == (100, 100)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Prosecutor General's Office", "the Prosecutor General's Office"),
        ("Prosecutor General's Office of Azerbaijan", "the Prosecutor General's Office of Azerbaijan"),
        ("Azerbaijan's Prosecutor General's Office", "Azerbaijan's Prosecutor General's Office"),
        ("Armenian Defence Ministry", "the Armenian Defence Ministry"),
        ("Armenia's Defence Ministry", "Armenia's Defence Ministry"),
        ("its Defence Ministry", "its Defence Ministry"),
        ("government of Azerbaijan", "the government of Azerbaijan"),
        ("Syrian Observatory for Human Rights", "the Syrian Observatory for Human Rights"),
        ("UN", "the UN"),
        ("Oryx", "Oryx"),
        ("Azerbaijan", "Azerbaijan"),
        ("Human Rights Watch", "Human Rights Watch"),
        ("Armenian authorities", "Armenian authorities"),
        ("President Ilham Aliyev", "President Ilham Aliyev"),
        ("A. Hovhannisyan of the Defence Ministry", "A. Hovhannisyan of the Defence Ministry"),
    ],
)
def test_a_sources_name_has_its_article(name: str, words: str) -> None:
    assert with_article(name) == words
