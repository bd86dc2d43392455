"""The geometry of the charts: everything in its place and inside the frame."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.publication.charts.claims_chart import DrawnClaim, claims_chart
from counterclaim.publication.charts.range_bar import range_bar
from counterclaim.publication.charts.scale import DateScale, NumberScale, number_scale
from counterclaim.publication.index import index_record
from counterclaim.publication.parts import Parts
from tests.publication import records

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@pytest.fixture(scope="module")
def parts() -> Parts:
    return Parts(index_record(records.record()))


@given(st.lists(st.integers(0, 10**12), max_size=5))
def test_number_scales_hold_their_numbers_between_few_ticks(numbers: list[int]) -> None:
    scale = number_scale(numbers)
    ticks = scale.ticks()
    assert all(0 <= scale.at(number) <= 100 for number in numbers)
    assert (ticks[0].at, ticks[-1].at) == (0, 100)
    assert 2 <= len(ticks) <= 6
    assert [tick.at for tick in ticks] == [scale.at(int(tick.label.replace(",", ""))) for tick in ticks]


@given(st.integers(1, 10**12))
def test_a_scale_goes_on_above_a_floor_that_is_open(floor: int) -> None:
    assert number_scale([floor], open_above=[floor]).at(floor) <= 90


@given(DAYS, st.integers(0, 40_000))
def test_date_scales_hold_their_days_between_few_ticks(first: date, days: int) -> None:
    scale = DateScale(first, first + timedelta(days=days))
    ticks = scale.ticks()
    assert 1 <= len(ticks) <= 4
    assert all(5 <= tick.at <= 95 for tick in ticks)
    assert [tick.at for tick in ticks] == sorted({tick.at for tick in ticks})


def test_a_date_tick_stands_where_its_day_does() -> None:
    scale = DateScale(date(2020, 9, 27), date(2020, 11, 10), start=0, end=100)
    assert [(tick.label, tick.at) for tick in scale.ticks()] == [
        ("27 Sep 2020", 0), ("11 Oct 2020", scale.at(date(2020, 10, 11))),
        ("25 Oct 2020", scale.at(date(2020, 10, 25))), ("8 Nov 2020", scale.at(date(2020, 11, 8))),
    ]  # fmt: skip
    assert scale.at(date(2020, 11, 10)) == 100


def test_bars_run_from_floor_to_ceiling_and_say_where_they_are_open(parts: Parts) -> None:
    scale = NumberScale(400)
    brief = parts.finding(records.DEAD_OF_SOUTH_OSSETIA.id)
    open_end = range_bar(brief, [162, 100], scale)
    assert open_end is not None
    assert (open_end.start, open_end.end, open_end.open_start, open_end.open_end) == (40.5, 100, False, True)
    assert open_end.dots == (25, 40.5)
    closed = range_bar(replace(brief, finding=replace(brief.finding, low=100, high=300)), [], scale)
    assert closed is not None
    assert (closed.start, closed.end, closed.open_start, closed.open_end) == (25, 75, False, False)
    assert range_bar(replace(brief, finding=replace(brief.finding, low=None)), [], scale) is None


def test_a_crossed_range_is_the_gap_between_its_ends(parts: Parts) -> None:
    brief = parts.finding(records.CROSSED.id)
    bar = range_bar(brief, [], NumberScale(200))
    assert brief.crossed
    assert brief.figure == "170 or more, against 67 or fewer"
    assert bar is not None
    assert (bar.crossed, bar.start, bar.end) == (True, 33.5, 85)


def test_a_range_whose_floor_lies_below_its_ceiling_is_not_crossed(parts: Parts) -> None:
    brief = parts.finding(records.DEAD_OF_GEORGIA.id)
    assert not brief.crossed
    assert "against" not in brief.figure


def test_a_chart_draws_claims_by_date_and_number(parts: Parts) -> None:
    finding = records.DEAD_OF_SOUTH_OSSETIA
    claims = [DrawnClaim(weighing, parts.claim(weighing.claim)) for weighing in finding.weighings]
    chart = claims_chart(finding, claims)
    assert chart is not None
    first, second, last = chart.marks
    assert first.x < second.x < last.x
    assert second.y < first.y < last.y
    assert (first.open_up, second.open_up) == (True, False)
    assert [mark.role for mark in chart.marks] == ["none", "repeat", "floor"]
    assert (chart.floor and chart.floor.label, chart.ceiling) == ("floor 162", None)
    assert last.y == chart.floor.y if chart.floor else False


def test_a_chart_has_the_lines_of_each_day_on_which_they_changed(parts: Parts) -> None:
    finding = records.DEAD_OF_SOUTH_OSSETIA
    claims = [DrawnClaim(weighing, parts.claim(weighing.claim)) for weighing in finding.weighings]
    stages = [
        (day, replace(finding, low=low, floor_claim=records.KILLED_2000.id))
        for day, low in (("2008-08-10", 2000), ("2008-08-14", 2000), ("2008-12-23", 162))
    ]
    chart = claims_chart(finding, claims, stages)
    assert chart is not None
    assert [(each.day, each.floor and each.floor.label, each.is_now) for each in chart.levels] == [
        ("2008-08-10", "floor 2,000", False),
        ("2008-12-23", "floor 162", True),
    ]
    assert [each.floor and each.floor.label for each in chart.of_now().levels] == ["floor 162"]


def test_a_chart_needs_two_dated_claims_and_counts_those_it_leaves_out(parts: Parts) -> None:
    finding = records.DEAD_OF_SOUTH_OSSETIA
    claims = [DrawnClaim(weighing, parts.claim(weighing.claim)) for weighing in finding.weighings]
    undated = [replace(claim, brief=replace(claim.brief, when=None)) for claim in claims]
    assert claims_chart(finding, [claims[0], *undated[1:]]) is None
    chart = claims_chart(finding, [*claims[:2], undated[2]])
    assert chart is not None
    assert chart.left_out == 1


def test_a_line_joins_what_one_source_said_one_time_after_the_other(parts: Parts) -> None:
    finding = records.DEAD_OF_SOUTH_OSSETIA
    first, second, third = [
        DrawnClaim(weighing, parts.claim(weighing.claim)) for weighing in finding.weighings
    ]
    superseded = replace(first, weighing=replace(first.weighing, bound="none", rule="superseded"))
    last = replace(third, brief=replace(third.brief, source=first.brief.source))
    revised = [superseded, second, last]
    chart = claims_chart(finding, revised)
    assert chart is not None
    [line] = chart.revisions
    assert (line.x1, line.y1) == (chart.marks[0].x, chart.marks[0].y)
    assert (line.x2, line.y2) == (chart.marks[2].x, chart.marks[2].y)
    part = replace(superseded, weighing=replace(superseded.weighing, rule="added"))
    unjoined = claims_chart(finding, [part, second, last])
    assert unjoined is not None and unjoined.revisions == ()
