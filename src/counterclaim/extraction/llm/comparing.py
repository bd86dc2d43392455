"""Two readings of one document: what the grammar and the second reader agree on, and where they differ.

The claims are the grammar's, unchanged but for their reasons, and those that only the second reader gives.
Where the two differ in a field, the grammar's value stays, and the other is given among its reasons.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from counterclaim.extraction.llm.claims import DIFFERENCE, RULE, Reading
from counterclaim.extraction.llm.evidence import Evidence
from counterclaim.extraction.llm.verifying import Verified
from counterclaim.model import Claim, Extraction, Kind, PassedOver, Reason

_VERDICT_FIELD = "kind"  # the field under whose reasons the verdict stands


class Verdict(Enum):
    """What comparing the two readers says of a claim; the words stand among its reasons."""

    AGREES = "the second reader agrees"
    DIFFERS = "the second reader differs"
    MISSED = "the second reader does not give it"
    ALONE = "only the second reader gives it"


def verdict_of(claim: Claim) -> Verdict | None:
    """The verdict on a claim, None for one that was not compared."""
    for reason in claim.reasons:
        words = reason.rule.partition(": ")[0]
        if reason.field == _VERDICT_FIELD and words in _VERDICTS:
            return _VERDICTS[words]
    return None


_VERDICTS = {verdict.value: verdict for verdict in Verdict}


def read_alone(evidence: Evidence, verified: Verified) -> Extraction:
    """What the second reader alone finds in a document."""
    claims = [reading.claim for reading in verified.readings]
    anchors = {claim.anchor for claim in claims if claim.kind == "count"}
    left = (number for number in evidence.numbers if number.anchor not in anchors)
    text, digest = evidence.document.text, evidence.document.digest
    passed = [
        PassedOver(
            digest,
            number.start,
            number.end,
            text[number.start : number.end],
            number.why_not or f"{RULE}: no claim was made of it",
        )
        for number in left
    ]
    return _extraction(evidence, claims, [*passed, *verified.passed_over])


def compared(evidence: Evidence, verified: Verified) -> Extraction:
    """What both readers find in a document, each claim with what the other makes of it."""
    pairs = _pairs(evidence, verified.readings)
    matched = {id(reading) for reading in pairs.values()}
    claims = [_marked(evidence, claim, pairs.get(claim.id)) for claim in evidence.grammar.claims]
    alone = [reading.claim for reading in verified.readings if id(reading) not in matched]
    claims += _told_apart(claims, alone)
    anchors = [claim.anchor for claim in alone if claim.kind == "count"]
    passed = [
        one
        for one in evidence.grammar.passed_over
        if not any(one.start <= anchor < one.end for anchor in anchors)
    ]
    return _extraction(evidence, claims, [*passed, *verified.passed_over])


def _extraction(evidence: Evidence, claims: Iterable[Claim], passed: Iterable[PassedOver]) -> Extraction:
    return Extraction(
        evidence.document.digest,
        tuple(sorted(claims, key=lambda claim: (claim.anchor, claim.kind, claim.ordinal))),
        tuple(sorted(passed, key=lambda one: (one.start, one.end, one.why))),
    )


# ---------------------------------------------------------------- which claims are the same


def _pairs(evidence: Evidence, readings: Iterable[Reading]) -> Mapping[str, Reading]:
    """For each of the grammar's claims, by its id, the second reader's claim of the same, if there is one."""
    candidates = [
        (len(list(_differences(evidence, claim, reading))), claim, reading)
        for reading in readings
        for claim in evidence.grammar.claims
        if _may_be_same(claim, reading.claim)
    ]
    pairs: dict[str, Reading] = {}
    taken: set[int] = set()
    for _, claim, reading in sorted(candidates, key=lambda one: one[0]):
        if claim.id not in pairs and id(reading) not in taken:
            pairs[claim.id] = reading
            taken.add(id(reading))
    return pairs


def _may_be_same(one: Claim, other: Claim) -> bool:
    """Whether two claims speak of the same: counts of one number, events of one type in one clause."""
    if one.kind != other.kind:
        return False
    if one.kind == "count":
        return one.anchor == other.anchor
    return one.event_type == other.event_type and one.start < other.end and other.start < one.end


# ---------------------------------------------------------------- what differs


_VALUES = ("measure", "object", "stance", "hedge", "scope")
_NAMES = ("party", "actor", "target", "source", "source_side", "place")
_DATES = ("from_date", "to_date")


def _is_same(evidence: Evidence, field: str, one: str | None, other: str | None) -> bool:
    """Whether two values of a field say the same: names by their words, dates if one is only less exact."""
    if one is None or other is None or field in _VALUES:
        return one == other
    if field in _DATES:
        return one.startswith(other) or other.startswith(one)
    return evidence.same_name(one, other)


@dataclass(frozen=True, slots=True)
class _Difference:
    field: str
    other: str | None

    @property
    def reason(self) -> Reason:
        given = f"“{self.other}”" if self.other is not None else "nothing"
        return Reason(self.field, f"{DIFFERENCE}{given}")


def _differences(evidence: Evidence, claim: Claim, reading: Reading) -> Iterator[_Difference]:
    answered = reading.answered
    if answered is not None and (answered.low, answered.high) != (claim.low, claim.high):
        yield _Difference("low", str(answered))
    for field in (*_VALUES, *_NAMES, *_DATES):
        own, other = getattr(claim, field), getattr(reading.claim, field)
        if not _is_same(evidence, field, own, other):
            yield _Difference(field, other)


def _marked(evidence: Evidence, claim: Claim, reading: Reading | None) -> Claim:
    """The grammar's claim with the verdict and the other's values among its reasons."""
    if reading is None:
        return _with(claim, Reason(_VERDICT_FIELD, Verdict.MISSED.value))
    differences = list(_differences(evidence, claim, reading))
    if not differences:
        return _with(claim, Reason(_VERDICT_FIELD, Verdict.AGREES.value))
    fields = ", ".join(difference.field for difference in differences)
    verdict = Reason(_VERDICT_FIELD, f"{Verdict.DIFFERS.value}: {fields}")
    return _with(claim, verdict, *(difference.reason for difference in differences))


def _told_apart(claims: Iterable[Claim], alone: Iterable[Claim]) -> Iterator[Claim]:
    """The claims that only the second reader gives, with ordinals after those of the grammar's."""
    taken: defaultdict[Kind, Counter[int]] = defaultdict(Counter)
    for claim in claims:
        taken[claim.kind][claim.anchor] = max(taken[claim.kind][claim.anchor], claim.ordinal + 1)
    for claim in alone:
        ordinal = taken[claim.kind][claim.anchor]
        taken[claim.kind][claim.anchor] += 1
        yield replace(_with(claim, Reason(_VERDICT_FIELD, Verdict.ALONE.value)), ordinal=ordinal)


def _with(claim: Claim, *reasons: Reason) -> Claim:
    return replace(claim, reasons=(*claim.reasons, *reasons))
