"""The grammar's claims beside the second reader's: what agrees, what differs, what only one gives."""

from dataclasses import replace
from typing import Any

import pytest

from counterclaim.extraction.llm import DIFFERENCE, Verdict, compared, read_alone, verdict_of
from counterclaim.extraction.llm.batches import batches
from counterclaim.extraction.llm.evidence import Evidence
from counterclaim.extraction.llm.verifying import Verifier
from counterclaim.model import Claim, Extraction, PassedOver, Reason
from counterclaim.partial_date import PartialDate
from tests.extraction.llm.material import CONFLICT, REPORT, count, document, event
from tests.extraction.llm.test_verifying import answers

DAY = PartialDate("2021-03-03")
START = REPORT.index("The Armenian Defence")
END = REPORT.index(" and\n30 wounded")
KILLED = Claim(
    document=document().digest,
    start=START,
    end=END,
    quote=REPORT[START:END],
    anchor=REPORT.index("12 soldiers"),
    kind="count",
    source="Armenian Defence Ministry",
    source_side="Armenia",
    reported_on=DAY,
    measure="killed",
    object="person.military",
    low=12,
    approx=False,
    party="Armenia",
    scope="incident",
    place="Agdam",
    from_date=DAY,
    to_date=DAY,
    reasons=(Reason("measure", "kill"),),
)
DENIAL = "Azerbaijan denied that its forces had shelled Agdam."
SHELLING = Claim(
    document=document().digest,
    start=REPORT.index(DENIAL),
    end=REPORT.index(DENIAL) + len(DENIAL),
    quote=DENIAL,
    anchor=REPORT.index("shelled"),
    kind="event",
    event_type="shelling",
    source="Azerbaijan",
    source_side="Azerbaijan",
    stance="denies",
    actor="Azerbaijan",
    place="Agdam",
)
AGE = PassedOver(document().digest, REPORT.index("41"), REPORT.index("41") + 2, "41", "an age")
EVIDENCE = replace(
    Evidence.of(document(), CONFLICT),
    grammar=Extraction(document().digest, (KILLED, SHELLING), (AGE,)),
)
"""The document with a fixed reading by the grammar, so that nothing here depends on how well it reads."""


def both(*claims: dict[str, Any]) -> Extraction:
    return _made(compared, *claims)


def alone(*claims: dict[str, Any]) -> Extraction:
    return _made(read_alone, *claims)


def _made(made: Any, *claims: dict[str, Any]) -> Extraction:
    verifier = Verifier(EVIDENCE)
    verifier.take(batches(REPORT, 10_000)[0], answers(*claims))
    extraction: Extraction = made(EVIDENCE, verifier.verified)
    return extraction


def of_twelve(extraction: Extraction) -> list[Claim]:
    return [claim for claim in extraction.claims if claim.anchor == KILLED.anchor and claim.kind == "count"]


def test_a_claim_that_both_give_alike_is_marked_and_else_unchanged() -> None:
    [claim] = of_twelve(both(count()))
    assert verdict_of(claim) is Verdict.AGREES
    assert replace(claim, reasons=KILLED.reasons) == KILLED and claim.reasons[:-1] == KILLED.reasons


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("measure", "casualties", "“casualties”"),
        ("object", "person", "“person”"),
        ("party", "Azerbaijan", "“Azerbaijan”"),
        ("stance", "denies", "“denies”"),
        ("hedge", "alleged", "“alleged”"),
        ("scope", "cumulative", "“cumulative”"),
        ("place", None, "nothing"),
        ("source", None, "nothing"),
        ("to_date", "2021-03-02", "“2021-03-02”"),
    ],
)
def test_a_difference_keeps_the_grammars_value_and_shows_the_other(
    field: str, value: str | None, said: str
) -> None:
    [claim] = of_twelve(both(count(**{"from_date": "2021-03-01", field: value})))
    assert verdict_of(claim) is Verdict.DIFFERS
    assert getattr(claim, field) == getattr(KILLED, field)
    assert [reason.rule for reason in claim.reasons if reason.field == field][-1] == f"{DIFFERENCE}{said}"


def test_another_reading_of_the_bounds_is_a_difference() -> None:
    [claim] = of_twelve(both(count(low=None, high=12)))
    assert (claim.low, claim.high) == (12, None)
    assert f"{DIFFERENCE}“12 or fewer”" in [reason.rule for reason in claim.reasons]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("source", "Defence Ministry"),  # the shorter name
        ("to_date", "2021-03"),  # the less exact date
        ("party", "Armenian forces"),
    ],
)
def test_another_wording_of_the_same_is_no_difference(field: str, value: str) -> None:
    [claim] = of_twelve(both(count(**{field: value})))
    assert verdict_of(claim) is Verdict.AGREES, claim.reasons


def test_what_only_one_gives_is_marked() -> None:
    age = count(quote="He, aged 41, drives a T-72.", words="41", low=41, high=41, source=None)
    extraction = both(age)
    found = {claim.anchor: verdict_of(claim) for claim in extraction.claims}
    assert found.pop(REPORT.index("41")) is Verdict.ALONE
    assert set(found.values()) == {Verdict.MISSED} and len(found) == len(EVIDENCE.grammar.claims)


def test_a_number_that_became_a_claim_is_no_longer_passed_over() -> None:
    age = count(quote="He, aged 41, drives a T-72.", words="41", low=41, high=41, source=None)
    assert any(one.words == "41" for one in both().passed_over)
    assert not any(one.words == "41" for one in both(age).passed_over)


def test_two_claims_of_one_number_keep_identifiers_apart() -> None:
    extraction = both(count(), count(measure="wounded"), count(object="person"))
    claims = of_twelve(extraction)
    assert len(claims) == 3 and len({claim.id for claim in claims}) == 3
    assert [verdict_of(claim) for claim in claims].count(Verdict.ALONE) == 2
    assert next(claim for claim in claims if verdict_of(claim) is Verdict.AGREES).id == KILLED.id


def test_an_event_is_the_same_where_its_type_and_clause_are() -> None:
    found = {claim.id: claim for claim in both(event()).claims}
    assert verdict_of(found[SHELLING.id]) is Verdict.AGREES
    other = [claim for claim in both(event(event_type="clash")).claims if verdict_of(claim) is Verdict.ALONE]
    assert [claim.event_type for claim in other] == ["clash"]


def test_alone_the_second_readers_claims_stand_with_every_number_that_it_left() -> None:
    extraction = alone(count(), event())
    assert [claim.kind for claim in extraction.claims] == ["count", "event"]
    assert all(verdict_of(claim) is None for claim in extraction.claims)
    why = {one.words: one.why for one in extraction.passed_over}
    assert why["30"] == "second reader: no claim was made of it"
    assert why["More than 5,000"] == "second reader: no claim was made of it"
    assert why["41"] == "an age"
    assert "at least 12" not in why


def test_everything_found_quotes_the_text_and_stands_in_its_order() -> None:
    for extraction in (both(count(), event(), count(low=5)), alone(count(), event(), count(low=5))):
        assert all(REPORT[claim.start : claim.end] == claim.quote for claim in extraction.claims)
        assert all(REPORT[one.start : one.end] == one.words for one in extraction.passed_over)
        assert [one.start for one in extraction.passed_over] == sorted(
            one.start for one in extraction.passed_over
        )
        assert [claim.anchor for claim in extraction.claims] == sorted(
            claim.anchor for claim in extraction.claims
        )
