"""The whole: properties that hold of any claims, and what could be known on a day."""

import random
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from counterclaim.model import Claim, Reconciliation
from counterclaim.reconciliation.tables import load_tables
from tests.reconciliation.factories import count, document, event, reconciled

SPEAKERS: list[dict[str, Any]] = [
    {"source": "Defence Ministry", "source_side": "Norland"},
    {"source": "President", "source_side": "Norland"},
    {"source": "Sudmark", "source_side": "Sudmark"},
    {"source": "Observatory", "source_side": None},
    {"source": "UN", "source_side": None},
    {"source": None, "source_side": None},
]
SPANS: list[dict[str, Any]] = [
    {"scope": "cumulative", "from_date": "2031-03-01", "to_date": "2031-04-01"},
    {"scope": "cumulative", "from_date": "2031-03", "to_date": "2031-05-31"},
    {"scope": "cumulative", "from_date": None, "to_date": None},
    {"scope": "incident", "from_date": "2031-03-10", "to_date": "2031-03-10"},
    {"scope": "incident", "from_date": "2031-03-10", "to_date": "2031-03-11"},
    {"scope": "incident", "from_date": None, "to_date": None},
]


@st.composite
def one_count(draw: st.DrawFn, anchor: int, speakers: list[dict[str, Any]]) -> Claim:
    low = draw(st.none() | st.integers(0, 50))
    high = draw(st.sampled_from([low, None]) | st.integers(low or 0, 60))
    if low is None and high is None:
        low = 7
    said = draw(st.none() | st.sampled_from(["2031-03-10", "2031-03", "2032-01-01"]))
    return count(
        (low, high),
        draw(st.sampled_from(["killed", "missing"])),
        **draw(st.sampled_from(speakers)),
        **draw(st.sampled_from(SPANS)),
        object=draw(st.sampled_from(["person.military", "person.civilian"])),
        stance=draw(st.sampled_from(["asserts", "asserts", "asserts", "denies", "retracts"])),
        approx=draw(st.booleans()),
        document=draw(st.sampled_from(["a", "b", "c"])),
        reported_on=said,
        anchor=anchor * 500,
    )


@st.composite
def many(draw: st.DrawFn, named: bool = False) -> list[Claim]:
    speakers = SPEAKERS[:-1] if named else SPEAKERS
    counts = [draw(one_count(anchor, speakers)) for anchor in range(draw(st.integers(1, 9)))]
    events = [
        event(
            draw(st.sampled_from(["shelling", "aid"])),
            actor=draw(st.sampled_from([None, "Norland", "Sudmark"])),
            stance=draw(st.sampled_from(["asserts", "denies"])),
            document=draw(st.sampled_from(["a", "b"])),
            anchor=10_000 + anchor,
            **draw(st.sampled_from(speakers)),
        )
        for anchor in range(draw(st.integers(0, 4)))
    ]
    return counts + events


@given(many(), st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_matter(claims: list[Claim], shuffler: random.Random) -> None:
    shuffled = list(claims)
    shuffler.shuffle(shuffled)
    assert reconciled(*shuffled) == reconciled(*claims)


@given(many())
def test_a_range_lies_within_the_hull_of_its_claims(claims: list[Claim]) -> None:
    by_id = {claim.id: claim for claim in claims}
    for found in reconciled(*claims).findings:
        numbers = [
            number
            for weighing in found.weighings
            for number in (by_id[weighing.claim].low, by_id[weighing.claim].high)
            if number is not None
        ]
        for end in (found.low, found.high):
            assert end is None or min(numbers) <= end <= max(numbers)
        assert found.low is None or found.high is None or found.low <= found.high


@given(many())
def test_every_comparable_count_is_weighed_once_with_a_rule_and_a_reason(claims: list[Claim]) -> None:
    found = reconciled(*claims).findings
    weighed = [weighing.claim for each in found for weighing in each.weighings]
    assert sorted(weighed) == sorted(claim.id for claim in claims if claim.kind == "count")
    assert all(weighing.rule and weighing.reason for each in found for weighing in each.weighings)
    assert len({each.id for each in found}) == len(found)


@given(many())
def test_the_ends_are_set_by_claims_that_bound_and_repeat_nothing(claims: list[Claim]) -> None:
    for found in reconciled(*claims).findings:
        bounding = {one.claim for one in found.weighings if one.bound != "none" and one.origin is None}
        assert {found.floor_claim, found.ceiling_claim} - {None} <= bounding
        assert (found.low is None and found.high is None) == (not bounding)


@given(many(named=True), st.data())
def test_a_repeat_changes_no_range(claims: list[Claim], data: st.DataObject) -> None:
    """Repeats of what is dated: undated incidents are told apart by their documents on purpose."""
    counts = [claim for claim in claims if claim.kind == "count"]
    repeated: Claim = data.draw(st.sampled_from(counts))
    assume(repeated.from_date or repeated.scope == "cumulative")
    copy = replace(repeated, document="copy")
    assert _ranges(reconciled(*claims, copy)) == _ranges(reconciled(*claims))


@given(many(named=True))
def test_every_contradiction_names_claims_that_exist_once(claims: list[Claim]) -> None:
    ids = {claim.id for claim in claims}
    for found in reconciled(*claims).contradictions:
        assert set(found.claims) <= ids and len(set(found.claims)) == len(found.claims) > 1
        assert 0 < found.weight <= 1 and found.explanation.endswith(".")
        assert load_tables().contradictions[found.rule].kind == found.kind
        assert reckoned(found.grade) == pytest.approx(found.weight, abs=0.02), found.grade


def reckoned(grade: str) -> float:
    """The weight that the words of a grade come to."""
    sums = re.sub(r" \([a-z][a-z ]*\)", "", grade).replace("×", "*")
    assert re.fullmatch(r"[\d.+*() ]+", sums), grade
    return float(eval(sums))


def test_nothing_gives_nothing() -> None:
    assert reconciled() == Reconciliation(rules=load_tables().rules)


def test_a_claim_given_twice_is_one_mention() -> None:
    claim = count(10, source="UN")
    assert reconciled(claim, claim).findings[0].mentions == 1


def test_as_of_a_day_only_what_was_said_by_then_counts() -> None:
    own: dict[str, Any] = {"source": "Defence Ministry", "source_side": "Norland"}
    during = count(604, **own, to_date="2031-03-15", reported_on="2031-03-15")
    settled = count(2906, **own, reported_on="2032-10-21", anchor=9)
    assert reconciled(during, settled).findings[0].low == 2906
    assert reconciled(during, settled, as_of="2031-04-01").findings[0].low == 604
    assert reconciled(during, settled, as_of="2031-03-14").findings == ()


def test_as_of_goes_by_the_document_where_the_claim_bears_no_day() -> None:
    text = document("x", date="2031-06-10")
    claim = count(10, source="UN", to_date="2031-03-15")
    assert reconciled(claim, documents=(text,), as_of="2031-06-09").findings == ()
    assert len(reconciled(claim, documents=(text,), as_of="2031-06").findings) == 1
    assert len(reconciled(claim, as_of="2031-03-15").findings) == 1


def test_as_of_leaves_out_what_may_have_been_said_later() -> None:
    claim = count(10, source="UN", reported_on="2031")
    assert reconciled(claim, as_of="2031-06-10").findings == ()


@settings(deadline=None, max_examples=20)
@given(many(), st.sampled_from(["2031-03-10", "2031-06", "2031", "2035"]))
def test_as_of_is_the_same_as_leaving_the_later_claims_out(claims: list[Claim], day: str) -> None:
    whole = reconciled(*claims, as_of=day)
    known = {weighing.claim for found in whole.findings for weighing in found.weighings}
    left = [claim for claim in claims if claim.kind == "event" or claim.id in known]
    assert reconciled(*left, as_of=day) == whole


def _ranges(reconciliation: Reconciliation) -> set[tuple[object, ...]]:
    return {
        (found.series.measure, found.series.object, found.series.scope, found.low, found.high)
        for found in reconciliation.findings
    }
