"""What stands in one series, and what definitions keep apart."""

from typing import Any

import pytest

from counterclaim.model import Claim, Conflict
from tests.reconciliation.factories import count, counts_in, document, reconciled


def series_of(*claims: Claim, **settings: Any) -> list[set[str]]:
    """The ids of the claims of each series."""
    findings = reconciled(*claims, **settings).findings
    return sorted(
        ({weighing.claim for weighing in each.weighings} for each in findings), key=lambda ids: sorted(ids)
    )


def are_one(*claims: Claim, **settings: Any) -> bool:
    return series_of(*claims, **settings) == [{claim.id for claim in claims}]


BASE: dict[str, Any] = {"source": "Observatory"}


@pytest.mark.parametrize(
    "other",
    [
        {"measure": "casualties"},
        {"measure": "missing"},
        {"object": "person"},
        {"object": "person.civilian"},
        {"party": "Sudmark"},
        {"place": "Ford"},
        {"scope": "incident"},
        {"from_date": "1994-01-01", "to_date": "1995-01-01"},
        {"from_date": "2031-04-20"},
    ],
)
def test_definitions_block_comparison(other: dict[str, Any]) -> None:
    fields = {**BASE, **other}
    measure = fields.pop("measure", "killed")
    assert not are_one(count(10, **BASE), count(10, measure, anchor=9, **fields))


@pytest.mark.parametrize(
    "other",
    [
        {"from_date": "2031-03"},
        {"from_date": "2031"},
        {"from_date": "2031-03-05"},
        {"from_date": None},
        {"from_date": None, "to_date": None},
        {"to_date": "2031-04-01"},
        {"party": "Norlandic"},
        {"place": "Norland"},
        {"place": "Lowlands"},
        {"place": "the front line"},
    ],
)
def test_the_same_thing_written_otherwise_is_one_series(other: dict[str, Any]) -> None:
    assert are_one(count(10, **BASE), count(11, anchor=9, **{**BASE, **other}))


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        (
            "A survey estimated 654,965 excess deaths since the invasion, and 4,000 soldiers killed.",
            "excess_deaths",
        ),
        ("Excess mortality was put at 654,965; of soldiers 4,000 were killed.", "excess_deaths"),
        (
            "In three years 654,965 people died of hunger. In the same years 4,000 were killed.",
            "indirect_deaths",
        ),
    ],
)
def test_deaths_above_the_expected_and_of_want_are_series_of_their_own(text: str, measure: str) -> None:
    report = document(text)
    other, killed = counts_in(report, ("654,965", {}), ("4,000", {}))
    findings = reconciled(other, killed, documents=(report,)).findings
    measures = {each.series.measure: {weighing.claim for weighing in each.weighings} for each in findings}
    assert measures == {measure: {other.id}, "killed": {killed.id}}


def test_an_earlier_war_is_another_series_even_without_a_casebook() -> None:
    now = count(10, **BASE)
    then = count(30000, **BASE, from_date="1990", to_date="1994", anchor=9)
    assert not are_one(now, then, conflict=Conflict())


def test_quarters_of_a_year_are_apart_without_a_casebook() -> None:
    spring = count(785, source="UN", from_date="2031-04", to_date="2031-06")
    summer = count(1174, source="UN", from_date="2031-07", to_date="2031-09", anchor=9)
    year = count(2563, source="UN", from_date="2031-01", to_date="2031-09", anchor=18)
    assert len(series_of(spring, summer, year, conflict=Conflict())) == 3


def test_a_year_joins_no_two_tolls() -> None:
    first = count(10, source="UN", from_date="2031-01-10", to_date="2031-02-01")
    second = count(20, source="UN", from_date="2031-06-10", to_date="2031-07-01", anchor=9)
    vague = count(90, source="UN", from_date="2031", to_date="2031", anchor=18)
    assert len(series_of(first, second, vague, conflict=Conflict())) == 3


def test_undated_tolls_of_two_texts_do_not_mix_without_a_casebook() -> None:
    here = count(10, source="UN", from_date=None, to_date=None)
    there = count(12, source="UN", from_date=None, to_date=None, document="other")
    found = reconciled(here, there, conflict=Conflict()).findings
    assert sorted(each.series.document or "" for each in found) == ["other", "report"]
    assert len({each.id for each in found}) == 2


def test_an_undated_toll_joins_the_one_that_its_text_speaks_of() -> None:
    dated = count(10, source="UN")
    undated = count(12, source="UN", from_date=None, to_date=None, anchor=9)
    assert are_one(dated, undated, conflict=Conflict())


def test_strikes_on_consecutive_days_are_two_incidents() -> None:
    day: dict[str, Any] = {"scope": "incident", "place": "Ford", **BASE}
    first = count(4, from_date="2031-03-27", to_date="2031-03-27", **day)
    second = count(21, from_date="2031-03-28", to_date="2031-03-28", anchor=9, **day)
    assert not are_one(first, second)


def test_a_count_over_two_days_joins_one_of_them_only() -> None:
    day: dict[str, Any] = {"scope": "incident", "place": "Ford", **BASE}
    first = count(4, from_date="2031-03-27", to_date="2031-03-27", **day)
    second = count(21, from_date="2031-03-28", to_date="2031-03-28", anchor=9, **day)
    both = count(25, from_date="2031-03-27", to_date="2031-03-28", anchor=18, **day)
    assert len(series_of(first, second, both)) == 3
    assert are_one(first, both)


def test_breaches_are_counted_by_who_committed_them() -> None:
    breach: dict[str, Any] = {"object": "incident", "party": None, "source": "Observatory"}
    ours = count(48, "violations", actor="Norland", **breach)
    theirs = count(48, "violations", actor="Sudmark", anchor=9, **breach)
    found = reconciled(ours, theirs).findings
    assert {each.series.actor for each in found} == {"Norland", "Sudmark"}


def test_the_dead_of_no_party_are_counted_by_the_doer_where_one_is_named() -> None:
    civilians: dict[str, Any] = {"object": "person.civilian", "party": None, "source": "UN"}
    every = count(1174, **civilians)
    some = count(647, actor="Sudmark", anchor=9, **civilians)
    assert not are_one(every, some)


def test_a_series_is_dated_from_its_start_to_its_latest_count() -> None:
    early, late = count(5, **BASE, to_date="2031-03-20"), count(9, **BASE, to_date="2031-04", anchor=9)
    series = reconciled(early, late, conflict=Conflict()).findings[0].series
    assert (series.from_date, series.to_date) == ("2031-03-01", "2031-04")


def test_a_place_is_called_as_most_claims_write_it() -> None:
    claims = [count(5, **BASE, place=name, anchor=at) for at, name in enumerate(["Ford", "the Ford", "Ford"])]
    series = reconciled(*claims).findings[0].series
    assert series.place == "Ford"
