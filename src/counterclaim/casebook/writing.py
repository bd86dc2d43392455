"""What is written to the tables: each function makes one whole change, with its history entry.

Every function writes through a connection whose transaction the caller has begun. What follows from the
claims is withdrawn when they change, so that no finding outlives a claim that it rests on.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, delete, select, update

from counterclaim.casebook import rows
from counterclaim.casebook.ceasefires import ceasefire_rows
from counterclaim.casebook.contents import (
    DERIVED,
    decisions,
    extraction_rows,
    fetched,
    first,
    in_key_order,
    registers,
    review_rows,
    table_rows,
)
from counterclaim.casebook.custody import (
    GONE,
    claims_of,
    content_digest,
    note,
    now,
    reviews_of,
    standing_of,
)
from counterclaim.casebook.incidents import incident_rows
from counterclaim.casebook.reviewing import review
from counterclaim.casebook.schema import (
    BOUND_RULES,
    CHOICES,
    CLAIMS,
    CONTRADICTION_CLAIMS,
    CONTRADICTIONS,
    DERIVATIONS,
    DOCUMENTS,
    ENTITIES,
    ENTITY_NAMES,
    ESTIMATE_SOURCES,
    ESTIMATES,
    EXTRACTIONS,
    FILES,
    FINDINGS,
    HOLDING_CLAIMS,
    HOLDINGS,
    NAME_INDEX,
    PASSED_OVER,
    PLACES,
    REVIEWED,
    SET_ASIDE,
    UNREAD,
    VERSION,
    WEIGHINGS,
    WHEREABOUTS,
)
from counterclaim.model import Claim, Document, Extraction, Reconciliation, Registers, Unread
from counterclaim.registers.whereabouts import with_precisions

SUPERSEDED, WITHDRAWN = "superseded", "withdrawn"
"""Why a document is set aside."""

TableRows = Mapping[Table, list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Made:
    """With what an extraction was made: fingerprints of the extractor and of the conflict."""

    extractor: str
    conflict: str


# ---------------------------------------------------------------- documents


def put_document(connection: Connection, document: Document, original: str) -> bool:
    """Take a document in, or its new text if the reader has learnt to read it better.

    A document that is there under another name stays as it is: the same bytes are the same document.

    Returns:
        Whether anything changed.
    """
    row = {**rows.document_row(document), "original": original}
    kept = first(connection, select(DOCUMENTS).where(DOCUMENTS.c.digest == document.digest))
    if kept is None:
        withdraw_derived(connection)
        connection.execute(DOCUMENTS.insert().values(**row, added_at=now()))
        note(connection, "document added", document.digest, content_digest([row]))
        return True
    if kept["name"] != row["name"] or content_digest([kept]) == content_digest([row]):
        return False
    withdraw_extraction(connection, document.digest)
    connection.execute(update(DOCUMENTS).where(DOCUMENTS.c.digest == document.digest).values(**row))
    note(connection, "document read again", document.digest, content_digest([row]))
    return True


def put_unread(connection: Connection, unread: Unread, stage: rows.Stage) -> bool:
    """Note what a stage could not read. Returns whether that is news."""
    row = rows.unread_row(unread, stage)
    kept = first(connection, select(UNREAD).where(UNREAD.c.id == row["id"]))
    if kept is not None and content_digest([kept]) == content_digest([row]):
        return False
    connection.execute(delete(UNREAD).where(UNREAD.c.id == row["id"]))
    connection.execute(UNREAD.insert().values(**row, noted_at=now()))
    note(connection, "unread noted", row["id"], content_digest([row]))
    return True


def settle_unread(connection: Connection, ids: Iterable[str]) -> None:
    """Strike out what could not be read before and now can."""
    for settled in ids:
        connection.execute(delete(UNREAD).where(UNREAD.c.id == settled))
        note(connection, "unread settled", settled, GONE)


def put_file(connection: Connection, row: dict[str, Any]) -> None:
    """Note that a source file was read to its end.

    What was unread in it and no longer is, is struck out. What it gave before and no longer gives is
    superseded by what took its place.
    """
    before = first(connection, select(FILES).where(FILES.c.place == row["place"]))
    given = [*before["earlier"], *before["documents"]] if before else []
    row = {**row, "earlier": [one for one in dict.fromkeys(given) if one not in row["documents"]]}
    settled = set(before["unread"] if before else ()) - set(row["unread"])
    connection.execute(delete(FILES).where(FILES.c.place == row["place"]))
    connection.execute(FILES.insert().values(**row))
    if settled:
        elsewhere = {one for kept in fetched(connection, select(FILES)) for one in kept["unread"]}
        settle_unread(connection, sorted(settled - elsewhere))
    settle_standing(connection, given=row["documents"], earlier=row["earlier"])


# ---------------------------------------------------------------- claims


def put_extraction(connection: Connection, extraction: Extraction, made: Made) -> None:
    """Put a document's claims in the place of those that it had."""
    digest = extraction.document
    claims = in_key_order(CLAIMS, map(rows.claim_row, extraction.claims))
    passed = [rows.passed_over_row(item, position) for position, item in enumerate(extraction.passed_over)]
    _clear_claims(connection, digest)
    _insert(connection, {CLAIMS: claims, PASSED_OVER: passed})
    connection.execute(
        EXTRACTIONS.insert().values(
            document=digest, extractor=made.extractor, conflict=made.conflict, extracted_at=now()
        )
    )
    note(connection, "claims extracted", claims_of(digest), content_digest([*claims, *passed]))
    settle_reviews(connection, digest)
    _settle_failed_extraction(connection, digest)


def _settle_failed_extraction(connection: Connection, digest: str) -> None:
    failed_before = (UNREAD.c.digest == digest) & (UNREAD.c.stage == "extraction")
    settle_unread(connection, connection.execute(select(UNREAD.c.id).where(failed_before)).scalars().all())


def withdraw_extraction(connection: Connection, digest: str) -> None:
    """Take a document's claims out, if they were found, with everything that follows from any claim."""
    if _clear_claims(connection, digest):
        note(connection, "claims withdrawn", claims_of(digest), GONE)


def _clear_claims(connection: Connection, digest: str) -> bool:
    withdraw_derived(connection)
    if connection.execute(delete(REVIEWED).where(REVIEWED.c.document == digest)).rowcount:
        note(connection, "reviews withdrawn", reviews_of(digest), GONE)
    for table in (CLAIMS, PASSED_OVER):
        connection.execute(delete(table).where(table.c.document == digest))
    return connection.execute(delete(EXTRACTIONS).where(EXTRACTIONS.c.document == digest)).rowcount > 0


# ---------------------------------------------------------------- the reviewer's hand


def settle_reviews(connection: Connection, digest: str) -> None:
    """Make a document's claims what the decisions in force make of those that extraction gave."""
    before = review_rows(connection, digest)
    reviewed = review(_as_extracted(connection, digest, before), decisions(connection))
    if not before and not reviewed:
        return
    withdraw_derived(connection)
    connection.execute(delete(REVIEWED).where(REVIEWED.c.document == digest))
    for row in before:
        parts = [row["claim"]] if row["standing"] == "part" else []
        connection.execute(delete(CLAIMS).where(CLAIMS.c.id.in_(parts)))
        if row["extracted"]:
            connection.execute(update(CLAIMS).where(CLAIMS.c.id == row["claim"]).values(**row["extracted"]))
    for one in reviewed:
        row = rows.claim_row(one.claim)
        if one.standing == "part":
            connection.execute(CLAIMS.insert().values(**row))
        elif one.extracted:
            connection.execute(update(CLAIMS).where(CLAIMS.c.id == one.claim.id).values(**row))
    standings = in_key_order(REVIEWED, map(rows.reviewed_row, reviewed))
    _insert(connection, {REVIEWED: standings})
    note(
        connection, "claims reviewed", claims_of(digest), content_digest(extraction_rows(connection, digest))
    )
    note(connection, "claims reviewed", reviews_of(digest), content_digest(standings) if standings else GONE)


def _as_extracted(
    connection: Connection, digest: str, reviewed: Iterable[Mapping[str, Any]]
) -> Iterator[Claim]:
    """A document's claims as extraction gave them, before any decision."""
    altered = {row["claim"]: row for row in reviewed}
    for row in fetched(connection, select(CLAIMS).where(CLAIMS.c.document == digest)):
        was = altered.get(row["id"])
        if was is None or was["standing"] != "part":
            yield rows.claim_from((was and was["extracted"]) or row)


# ---------------------------------------------------------------- what counts


def set_aside(connection: Connection, digest: str, why: str, successor: str | None, reason: str) -> None:
    """Let a document count no longer, with its claims; all of it is kept."""
    row = {"document": digest, "why": why, "successor": successor, "reason": reason}
    withdraw_derived(connection)
    connection.execute(delete(SET_ASIDE).where(SET_ASIDE.c.document == digest))
    connection.execute(SET_ASIDE.insert().values(**row, set_aside_at=now()))
    _settle_failed_extraction(connection, digest)
    action = f"document {why}: {reason}" if reason else f"document {why}"
    note(connection, action, standing_of(digest), content_digest([row]))


def restore(connection: Connection, digest: str, reason: str) -> None:
    """Let a document that was set aside count again."""
    withdraw_derived(connection)
    connection.execute(delete(SET_ASIDE).where(SET_ASIDE.c.document == digest))
    action = f"document restored: {reason}" if reason else "document restored"
    note(connection, action, standing_of(digest), GONE)


def settle_standing(connection: Connection, *, given: Iterable[str], earlier: Iterable[str]) -> None:
    """Restore those of the given documents that were superseded, and supersede what no file gives any more.

    What stands in the table of files decides alone, so that the order in which files are read does not
    matter. A document that a person withdrew stays so.

    Args:
        connection: a connection that writes.
        given: digests of the documents that a file gives.
        earlier: digests of those that it gave before.
    """
    aside = {row["document"]: row["why"] for row in fetched(connection, select(SET_ASIDE))}
    for digest in given:
        if aside.get(digest) == SUPERSEDED:
            restore(connection, digest, "")
    in_question = [digest for digest in earlier if digest not in aside]
    files = list(fetched(connection, select(FILES))) if in_question else []
    still_given = {digest for file in files for digest in file["documents"]}
    for digest in in_question:
        successor = None if digest in still_given else _successor(connection, digest, files)
        if successor is not None:
            set_aside(connection, digest, SUPERSEDED, successor, "")


def _successor(connection: Connection, digest: str, files: Iterable[Mapping[str, Any]]) -> str | None:
    """What a file that once gave the document now gives under the same name."""
    name = connection.execute(select(DOCUMENTS.c.name).where(DOCUMENTS.c.digest == digest)).scalar()
    for file in files:
        if digest in file["earlier"]:
            for newer, found_as in zip(file["documents"], file["names"], strict=False):
                if found_as == name:
                    return str(newer)
    return None


# ---------------------------------------------------------------- what follows from claims


def withdraw_derived(connection: Connection, names: Iterable[str] = tuple(DERIVED)) -> None:
    """Take registers and findings out, or what of them is named, until they are put again."""
    for name in names:
        if _clear_derived(connection, name):
            note(connection, f"{name} withdrawn", name, GONE)


def put_derived(connection: Connection, name: str, parts: TableRows, made_with: str) -> bool:
    """Put registers or a reconciliation in the place of what is there. Returns whether it differs."""
    content = content_digest(row for table in DERIVED[name] for row in in_key_order(table, parts[table]))
    kept = select(DERIVATIONS.c.content).where(DERIVATIONS.c.name == name)
    if connection.execute(kept).scalar() == content:
        same = DERIVATIONS.c.name == name
        connection.execute(update(DERIVATIONS).where(same).values(made_with=made_with))
        return False
    if name == "registers":
        withdraw_derived(connection, ("reconciliation",))  # it rests on those that were there
    _clear_derived(connection, name)
    _insert(connection, parts)
    row = {"name": name, "content": content, "made_with": made_with, "derived_at": now()}
    connection.execute(DERIVATIONS.insert().values(**row))
    note(connection, f"{name} put", name, content)
    return True


def carry_over(connection: Connection) -> None:
    """Fill what a new schema adds to registers and findings, and note their content as it stands in it.

    A schema that has moved gives rows other columns, so that what the history says of them holds no longer.
    """
    put = set(connection.execute(select(DERIVATIONS.c.name)).scalars())
    if "registers" in put and first(connection, select(WHEREABOUTS)) is None:
        claims = [rows.claim_from(row) for row in fetched(connection, select(CLAIMS))]
        placed = with_precisions(registers(connection), claims)
        _insert(connection, {WHEREABOUTS: registers_rows(placed)[WHEREABOUTS]})
    for name in sorted(put):
        content = content_digest(table_rows(connection, DERIVED[name]))
        query = update(DERIVATIONS).where(DERIVATIONS.c.name == name, DERIVATIONS.c.content != content)
        if connection.execute(query.values(content=content)).rowcount:
            note(connection, f"{name} carried over to schema {VERSION}", name, content)


def _clear_derived(connection: Connection, name: str) -> bool:
    """Empty the tables of registers or of a reconciliation. Returns whether they were put."""
    for table in reversed(DERIVED[name]):
        connection.execute(delete(table))
    return connection.execute(delete(DERIVATIONS).where(DERIVATIONS.c.name == name)).rowcount > 0


def registers_rows(registers: Registers) -> TableRows:
    """The rows of registers, by their table."""
    return {
        ENTITIES: [rows.entity_row(entity, place) for place, entity in enumerate(registers.entities)],
        PLACES: [
            rows.location_row(entity.location, entity.id) for entity in registers.entities if entity.location
        ],
        ENTITY_NAMES: [
            {"entity": entity.id, "position": place, "name": name}
            for entity in registers.entities
            for place, name in enumerate(entity.names)
        ],
        NAME_INDEX: [
            {"register": register, "name": name, "entity": entity}
            for (register, name), entity in registers.by_name.items()
        ],
        WHEREABOUTS: [{"claim": claim, "where_prec": code} for claim, code in registers.precisions.items()],
    }


def reconciliation_rows(reconciliation: Reconciliation) -> TableRows:
    """The rows of a reconciliation, by their table."""
    findings, contradictions = reconciliation.findings, reconciliation.contradictions
    return {
        FINDINGS: [rows.finding_row(finding, place) for place, finding in enumerate(findings)],
        WEIGHINGS: [
            rows.weighing_row(weighing, finding.id, place)
            for finding in findings
            for place, weighing in enumerate(finding.weighings)
        ],
        ESTIMATES: [rows.estimate_row(estimate) for estimate in reconciliation.estimates],
        ESTIMATE_SOURCES: [
            rows.estimate_source_row(source, estimate.finding, place)
            for estimate in reconciliation.estimates
            for place, source in enumerate(estimate.sources)
        ],
        CHOICES: [
            rows.choice_row(choice, finding.id, place)
            for finding in findings
            for place, choice in enumerate(finding.choices)
        ],
        BOUND_RULES: [rows.rule_row(rule, place) for place, rule in enumerate(reconciliation.rules)],
        CONTRADICTIONS: [rows.contradiction_row(one, place) for place, one in enumerate(contradictions)],
        CONTRADICTION_CLAIMS: [
            {"contradiction": one.id, "position": place, "claim": claim}
            for one in contradictions
            for place, claim in enumerate(one.claims)
        ],
        **incident_rows(reconciliation.incidents),
        HOLDINGS: [rows.holding_row(one, place) for place, one in enumerate(reconciliation.holdings)],
        HOLDING_CLAIMS: [
            {"holding": one.id, "position": place, "claim": claim}
            for one in reconciliation.holdings
            for place, claim in enumerate(one.claims)
        ],
        **ceasefire_rows(reconciliation.ceasefires),
    }


def _insert(connection: Connection, parts: TableRows) -> None:
    for table, of_table in parts.items():
        if of_table:
            connection.execute(table.insert(), of_table)
