"""A record with its cross-references looked up once: what every view reads.

Everything that refers to something else in the record is checked here, so that no view meets a claim
without its document or a finding without its claims.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from counterclaim.model import (
    Claim,
    Contradiction,
    Decision,
    Document,
    Entity,
    Estimate,
    Finding,
    Incident,
    PassedOver,
    Record,
    in_force,
)
from counterclaim.publication.errors import PublicationError
from counterclaim.publication.sides import Sides, sides_of

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class RecordIndex:
    """A record, with the ways from each thing in it to the others.

    Attributes:
        documents: by digest, in the order of their dates, the undated ones last.
        claims: by id, in the order of their documents and of their places in the text.
        known: the same with the claims that reviewers overruled, which only findings and decisions show.
        decisions_on: a claim's id to the decisions in force that are about it or made it.
        findings, contradictions, entities: by id; contradictions heaviest first.
        estimates: by the id of their finding.
        claims_in: a document's digest to the ids of its claims, in text order.
        incidents: by id, those of most independent origins first.
        findings_with, contradictions_with, incidents_with: a claim's id to the ids of those it is part of.
        passed_over_in: a document's digest to what was passed over in it, in text order.
    """

    record: Record
    sides: Sides
    documents: Mapping[str, Document]
    claims: Mapping[str, Claim]
    known: Mapping[str, Claim]
    decisions_on: Mapping[str, Sequence[Decision]]
    findings: Mapping[str, Finding]
    contradictions: Mapping[str, Contradiction]
    incidents: Mapping[str, Incident]
    estimates: Mapping[str, Estimate]
    entities: Mapping[str, Entity]
    claims_in: Mapping[str, Sequence[str]]
    findings_with: Mapping[str, Sequence[str]]
    contradictions_with: Mapping[str, Sequence[str]]
    incidents_with: Mapping[str, Sequence[str]]
    passed_over_in: Mapping[str, Sequence[PassedOver]]

    def entity(self, kind: str, name: str | None) -> Entity | None:
        """The register's entry that a name as written stands for."""
        entity_id = self.record.registers.entity_id(kind, name)
        return None if entity_id is None else self.entities.get(entity_id)


def index_record(record: Record) -> RecordIndex:
    """Look up a record's cross-references.

    Raises:
        PublicationError: something refers to a document or claim that the record does not hold.
    """
    documents = {document.digest: document for document in sorted(record.documents, key=_document_order)}
    claims = _claims_in_order(record.claims, documents)
    known = _claims_in_order((*record.claims, *record.overruled), documents)
    findings = {finding.id: finding for finding in record.reconciliation.findings}
    contradictions = {
        contradiction.id: contradiction
        for contradiction in sorted(record.reconciliation.contradictions, key=lambda item: -item.weight)
    }
    _check(findings, contradictions, known)
    weighed = {key: [item.claim for item in finding.weighings] for key, finding in findings.items()}
    disputed = {key: contradiction.claims for key, contradiction in contradictions.items()}
    incidents = {incident.id: incident for incident in record.reconciliation.incidents}
    reported = {key: [one.claim for one in incident.reports] for key, incident in incidents.items()}
    entities = {entity.id: entity for entity in record.registers.entities}
    for holding in record.reconciliation.holdings:
        _require(holding.place in entities, f"holding {holding.id}", f"place {holding.place}")
        for claim_id in holding.claims:
            _require(claim_id in known, f"holding {holding.id}", f"claim {claim_id}")
    return RecordIndex(
        record=record,
        sides=sides_of(record.conflict, record.claims),
        documents=documents,
        claims=claims,
        known=known,
        decisions_on=_grouped(
            (claim, decision)
            for decision in in_force(record.decisions)
            for claim in (*decision.claims, *decision.values.get("made", ()))
        ),
        findings=findings,
        contradictions=contradictions,
        incidents=incidents,
        estimates={one.finding: one for one in record.reconciliation.estimates},
        entities=entities,
        claims_in=_grouped((claim.document, claim_id) for claim_id, claim in claims.items()),
        findings_with=_backwards("finding", weighed, known),
        contradictions_with=_backwards("contradiction", disputed, claims),
        incidents_with=_backwards("incident", reported, claims),
        passed_over_in=_passed_over(record.passed_over, documents),
    )


def _check(
    findings: Mapping[str, Finding], contradictions: Mapping[str, Contradiction], claims: Mapping[str, Claim]
) -> None:
    for key, finding in findings.items():
        for origin in (item.origin for item in finding.weighings if item.origin is not None):
            _require(origin in claims, f"finding {key}", f"claim {origin}")
    for key, contradiction in contradictions.items():
        _require(bool(contradiction.claims), f"contradiction {key}", "claims")


def _document_order(document: Document) -> tuple[bool, str, str]:
    return document.date is None, document.date or "", document.name


def _claims_in_order(claims: Iterable[Claim], documents: Mapping[str, Document]) -> dict[str, Claim]:
    places = {digest: place for place, digest in enumerate(documents)}
    for claim in claims:
        _require(claim.document in documents, f"claim {claim.id}", f"document {claim.document}")
    ordered = sorted(
        claims, key=lambda claim: (places[claim.document], claim.start, claim.anchor, claim.ordinal)
    )
    return {claim.id: claim for claim in ordered}


def _passed_over(
    passed_over: Iterable[PassedOver], documents: Mapping[str, Document]
) -> dict[str, Sequence[PassedOver]]:
    for item in passed_over:
        _require(item.document in documents, f"the passed-over {item.words!r}", f"document {item.document}")
    return _grouped((item.document, item) for item in sorted(passed_over, key=lambda item: item.start))


def _backwards(
    kind: str, members: Mapping[str, Iterable[str]], claims: Mapping[str, Claim]
) -> dict[str, Sequence[str]]:
    for key, claim_ids in members.items():
        for claim_id in claim_ids:
            _require(claim_id in claims, f"{kind} {key}", f"claim {claim_id}")
    return _grouped(
        (claim_id, key) for key, claim_ids in members.items() for claim_id in dict.fromkeys(claim_ids)
    )


def _grouped(pairs: Iterable[tuple[str, Value]]) -> dict[str, Sequence[Value]]:
    groups: defaultdict[str, list[Value]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return dict(groups)


def _require(held: bool, referrer: str, missing: str) -> None:
    if not held:
        raise PublicationError(
            f"{referrer} refers to {missing}, which the record does not hold",
            "Run extraction and reconciliation again over the whole casebook, then publish.",
        )
