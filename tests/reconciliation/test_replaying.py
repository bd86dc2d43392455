"""What could be known when, against reconciling anew as of the day."""

from typing import Any

import pytest

from counterclaim.model import Record, Registers
from counterclaim.partial_date import PartialDate
from counterclaim.reconciliation import reconcile, replay, replay_estimates, replay_incidents, replaying
from tests.reconciliation.factories import WAR, count

OWN = {"source": "Norlandic Defence Ministry", "source_side": "Norland"}
ENEMY = {"source": "Sudmark", "source_side": "Sudmark"}
CLAIMS = (
    count(900, **ENEMY, reported_on="2031-06-02"),
    count(310, **OWN, reported_on="2031-06-10", anchor=40),
    count(520, **OWN, reported_on="2031-07-01", anchor=80),
    count(700, source="Observatory", reported_on="2031-07-01", anchor=120),
    count(640, source="Lowland Watch", reported_on="2032-03-04", anchor=160),
)
RECORD = Record(WAR, claims=CLAIMS)


def test_a_finding_has_a_stage_for_each_day_on_which_a_claim_was_made() -> None:
    [stages] = replay(RECORD).values()
    assert [(stage.day, stage.finding.low, stage.finding.high) for stage in stages] == [
        ("2031-06-02", None, 900),
        ("2031-06-10", 310, 900),
        ("2031-07-01", 700, 700),
        ("2032-03-04", 640, 700),
    ]


def test_each_stage_is_what_reconciling_as_of_its_day_gives() -> None:
    for finding_id, stages in replay(RECORD).items():
        for stage in stages:
            anew = reconcile(CLAIMS, WAR, Registers(), as_of=stage.day)
            assert {one.id: one for one in anew.findings}[finding_id] == stage.finding


def test_a_stages_sentence_reaches_no_later_than_the_claims_of_its_day() -> None:
    first = count(310, **OWN, to_date="2031-06-10", reported_on="2031-06-10")
    second = count(520, **OWN, to_date="2031-07-01", reported_on="2031-07-01", anchor=40)
    record = Record(WAR, claims=(first, second))
    [(early, late)] = replay(record).values()
    [anew] = reconcile((first,), WAR, Registers()).findings
    assert early.finding.sentence == anew.sentence and "10 June 2031" in anew.sentence
    assert "1 July 2031" in late.finding.sentence and early.finding.id == late.finding.id


def test_each_estimate_is_what_reconciling_as_of_any_day_gives() -> None:
    other = {"party": "Sudmark", "document": "other", "source": "Observatory"}
    claims = (
        *CLAIMS,
        count(2000, **{**other, **OWN}, reported_on="2031-06-05"),
        count(1500, **other, reported_on="2031-06-20", anchor=40),
        count(1100, **{**other, "source": "Registry"}, reported_on="2031-12-01", anchor=80),
    )
    replayed = replay_estimates(Record(WAR, claims=claims))
    assert max(map(len, replayed.values())) > 2
    for day in ("2031-06-04", "2031-06-10", "2031-06-30", "2031-07-01", "2031-12-31", "2032-12-31"):
        for anew in reconcile(claims, WAR, Registers(), as_of=PartialDate(day)).estimates:
            reached = [each.estimate for each in replayed[anew.finding] if each.day <= day]
            assert reached[-1] == anew


def test_no_estimates_of_earlier_days_where_they_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replaying, "MOST_ESTIMATES", 3)
    assert replay_estimates(Record(WAR, claims=CLAIMS)) == {}


def test_a_claim_without_a_day_is_in_no_stage() -> None:
    undated = count(1200, source="Annals", anchor=200, from_date=None, to_date=None)
    stages = replay(Record(WAR, claims=(*CLAIMS, undated)))
    assert all(
        undated.id not in {weighing.claim for weighing in stage.finding.weighings}
        for each in stages.values()
        for stage in each
    )


def test_a_month_counts_from_its_last_day() -> None:
    [stages] = replay(Record(WAR, claims=(count(5, **OWN, reported_on=PartialDate("2031-06")),))).values()
    assert [stage.day for stage in stages] == ["2031-06-30"]


STRIKE: dict[str, Any] = {
    "scope": "incident", "place": "Ford", "from_date": "2031-03-10", "to_date": "2031-03-10",
    "object": "person", "party": None,
}  # fmt: skip


def test_each_stage_of_an_incident_is_what_reconciling_as_of_its_day_gives() -> None:
    told = (
        count(9, source="Daily", reported_on="2031-03-10", **STRIKE),
        count(14, source="Observatory", reported_on="2031-03-12", document="second", **STRIKE),
        count(12, source="Lowland Watch", reported_on="2031-06-01", document="third", **STRIKE),
    )
    record = Record(WAR, claims=told, reconciliation=reconcile(told, WAR, Registers()))
    [stages] = replay_incidents(record).values()
    assert [stage.day for stage in stages] == ["2031-03-10", "2031-03-12", "2031-06-01"]
    assert [stage.incident.deaths[0].best for stage in stages] == [9, 14, 12]
    for stage in stages:
        [anew] = reconcile(told, WAR, Registers(), as_of=stage.day).incidents
        assert anew.deaths == stage.incident.deaths
        assert (anew.mentions, anew.origins) == (stage.incident.mentions, stage.incident.origins)


def test_of_reports_that_repeat_a_later_one_the_first_stands_for_it() -> None:
    told = (
        count(9, source="Daily", reported_on="2031-03-12", **STRIKE),
        count(9, source="Daily", reported_on="2031-03-10", document="second", anchor=4, **STRIKE),
        count(9, source="Daily", reported_on="2031-03-11", document="third", anchor=8, **STRIKE),
    )
    record = Record(WAR, claims=told, reconciliation=reconcile(told, WAR, Registers()))
    [stages] = replay_incidents(record).values()
    assert [(stage.incident.mentions, stage.incident.origins) for stage in stages] == [(1, 1), (2, 1), (3, 1)]
