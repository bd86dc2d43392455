"""Records become rows and rows the same records again."""

import json
from dataclasses import asdict, replace

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.casebook import rows
from counterclaim.model import Claim, Document, Gloss, Reason, Segment
from counterclaim.partial_date import PartialDate
from tests.casebook.material import reconciliation, registers

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
MAYBE_TEXT = st.none() | TEXT
OFFSET = st.integers(0, 10**6)
NUMBER = st.none() | st.integers(0, 10**15)
DATE = st.none() | st.dates().flatmap(
    lambda day: st.sampled_from([4, 7, 10]).map(lambda length: PartialDate(day.isoformat()[:length]))
)

CLAIMS = st.builds(
    Claim,
    document=TEXT,
    start=OFFSET,
    end=OFFSET,
    quote=TEXT,
    anchor=OFFSET,
    kind=st.sampled_from(["count", "event"]),
    source=MAYBE_TEXT,
    stance=st.sampled_from(["asserts", "denies", "retracts"]),
    hedge=st.sampled_from([None, "alleged", "reported", "unconfirmed"]),
    reported_on=DATE,
    measure=MAYBE_TEXT,
    object=MAYBE_TEXT,
    low=NUMBER,
    high=NUMBER,
    approx=st.none() | st.booleans(),
    party=MAYBE_TEXT,
    scope=st.sampled_from([None, "cumulative", "incident"]),
    from_date=DATE,
    to_date=DATE,
    reasons=st.lists(st.builds(Reason, TEXT, TEXT, st.none() | OFFSET, st.none() | OFFSET), max_size=3).map(
        tuple
    ),
    ordinal=st.integers(0, 5),
)

DOCUMENTS = st.builds(
    Document,
    name=TEXT,
    digest=TEXT,
    media_type=TEXT,
    text=TEXT,
    title=MAYBE_TEXT,
    date=DATE,
    url=MAYBE_TEXT,
    segments=st.lists(st.builds(Segment, OFFSET, OFFSET, st.none() | OFFSET), max_size=3).map(tuple),
    glosses=st.lists(st.builds(Gloss, TEXT, TEXT, TEXT), max_size=3).map(tuple),
)


def _stored(row: rows.Row) -> dict[str, object]:
    """The row as a database gives it back: JSON columns have been text in between."""
    return {key: json.loads(json.dumps(value)) for key, value in row.items()}


@given(CLAIMS)
def test_a_claim_comes_back(claim: Claim) -> None:
    kept = rows.claim_from(_stored(rows.claim_row(claim)))
    assert kept == claim and kept.id == claim.id


@given(CLAIMS)
def test_a_claims_dates_are_plain_text_for_every_driver(claim: Claim) -> None:
    row = rows.claim_row(claim)
    assert {type(row[name]) for name in ("reported_on", "from_date", "to_date")} <= {str, type(None)}


@given(DOCUMENTS)
def test_a_document_comes_back(document: Document) -> None:
    assert rows.document_from(_stored(rows.document_row(document))) == document


def test_findings_contradictions_and_entities_come_back() -> None:
    (finding,), (contradiction,) = reconciliation().findings, reconciliation().contradictions
    weighings = [rows.weighing_row(one, finding.id, place) for place, one in enumerate(finding.weighings)]
    again = rows.finding_from(rows.finding_row(finding, 0), [rows.weighing_from(row) for row in weighings])
    assert again == finding and again.id == finding.id
    assert (
        rows.contradiction_from(rows.contradiction_row(contradiction, 0), contradiction.claims)
        == contradiction
    )
    (holding,) = reconciliation().holdings
    assert rows.holding_from(_stored(rows.holding_row(holding, 0)), holding.claims) == holding
    for entity in registers().entities:
        place = _stored(rows.location_row(entity.location, entity.id)) if entity.location else None
        assert rows.entity_from(rows.entity_row(entity, 0), entity.names, place) == entity


def test_a_series_that_is_confined_keeps_its_confines() -> None:
    (finding,) = reconciliation().findings
    confined = replace(finding, series=replace(finding.series, actor="South", document="d" * 64))
    assert rows.finding_from(rows.finding_row(confined, 0), confined.weighings) == confined
    assert set(asdict(confined.series)) <= set(rows.finding_row(confined, 0))
