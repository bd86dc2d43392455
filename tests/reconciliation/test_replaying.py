"""What could be known when, against reconciling anew as of the day."""

from counterclaim.model import Record, Registers
from counterclaim.partial_date import PartialDate
from counterclaim.reconciliation import reconcile, replay
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
