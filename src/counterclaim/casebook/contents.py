"""What the tables hold, read back: rows as they are digested, and records as the other stages know them.

Every function reads through the connection that it is given, so that a caller sees one moment.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Column, Connection, Select, Table, and_, func, select
from sqlalchemy.sql.elements import ColumnElement

from counterclaim.casebook import rows
from counterclaim.casebook.ceasefires import ceasefires_from
from counterclaim.casebook.incidents import incidents_from
from counterclaim.casebook.reviewing import OVERRULED
from counterclaim.casebook.schema import (
    BOUND_RULES,
    CEASEFIRE_WORDS,
    CEASEFIRES,
    CHOICES,
    CLAIMS,
    CONTRADICTION_CLAIMS,
    CONTRADICTIONS,
    DECISIONS,
    DOCUMENTS,
    ENTITIES,
    ENTITY_NAMES,
    ESTIMATE_SOURCES,
    ESTIMATES,
    FILES,
    FINDINGS,
    HOLDING_CLAIMS,
    HOLDINGS,
    INCIDENT_DEATHS,
    INCIDENT_REPORTS,
    INCIDENTS,
    NAME_INDEX,
    PASSED_OVER,
    PLACES,
    REVIEWED,
    SET_ASIDE,
    UNREAD,
    WEIGHINGS,
    WHEREABOUTS,
)
from counterclaim.model import (
    Ceasefire,
    Claim,
    Contradiction,
    Decision,
    Document,
    Estimate,
    Finding,
    Holding,
    Incident,
    PassedOver,
    Reconciliation,
    Registers,
    Unread,
    Weighing,
)
from counterclaim.partial_date import PartialDate

REGISTERS: tuple[Table, ...] = (ENTITIES, PLACES, ENTITY_NAMES, NAME_INDEX, WHEREABOUTS)
RECONCILIATION: tuple[Table, ...] = (
    FINDINGS,
    WEIGHINGS,
    CHOICES,
    BOUND_RULES,
    ESTIMATES,
    ESTIMATE_SOURCES,
    CONTRADICTIONS,
    CONTRADICTION_CLAIMS,
    INCIDENTS,
    INCIDENT_REPORTS,
    INCIDENT_DEATHS,
    HOLDINGS,
    HOLDING_CLAIMS,
    CEASEFIRES,
    CEASEFIRE_WORDS,
)
DERIVED = {"registers": REGISTERS, "reconciliation": RECONCILIATION}
"""The tables that follow from the claims, by the name of what they hold, parents before children."""

_CLAIMS_IN_ORDER = (DOCUMENTS.c.name, CLAIMS.c.document, CLAIMS.c.start, CLAIMS.c.anchor, CLAIMS.c.ordinal)


def counts(document: Column[str]) -> ColumnElement[bool]:
    """That the document whose digest the column holds is not set aside."""
    return document.not_in(select(SET_ASIDE.c.document))


def claim_counts() -> ColumnElement[bool]:
    """That a claim's document is not set aside, and that no reviewer overruled the claim."""
    overruled = select(REVIEWED.c.claim).where(REVIEWED.c.standing.in_(OVERRULED))
    return and_(counts(CLAIMS.c.document), CLAIMS.c.id.not_in(overruled))


@dataclass(frozen=True, slots=True)
class Tally:
    """How much a casebook holds of everything; `claims` is `counts` and `events` together.

    What is set aside or overruled is left out, but for `set_aside`, which says how many documents that are.
    `told_more` are the incidents that say more than one claim does: told more than once, or with dead.
    `estimates` are those that could be made; a finding with too little to estimate is not among them.
    """

    documents: int
    unread: int
    claims: int
    counts: int
    events: int
    passed_over: int
    findings: int
    contradictions: int
    set_aside: int = 0
    decisions: int = 0
    incidents: int = 0
    told_more: int = 0
    ceasefires: int = 0
    estimates: int = 0


def tally(connection: Connection) -> Tally:
    """Count what the tables hold."""

    def rows_of(table: Table, *conditions: ColumnElement[bool]) -> int:
        return connection.execute(select(func.count()).select_from(table).where(*conditions)).scalar_one()

    of_standing = claim_counts()
    return Tally(
        documents=rows_of(DOCUMENTS, counts(DOCUMENTS.c.digest)),
        unread=rows_of(UNREAD),
        claims=rows_of(CLAIMS, of_standing),
        counts=rows_of(CLAIMS, of_standing, CLAIMS.c.kind == "count"),
        events=rows_of(CLAIMS, of_standing, CLAIMS.c.kind == "event"),
        passed_over=rows_of(PASSED_OVER, counts(PASSED_OVER.c.document)),
        findings=rows_of(FINDINGS),
        contradictions=rows_of(CONTRADICTIONS),
        set_aside=rows_of(SET_ASIDE),
        decisions=rows_of(DECISIONS),
        incidents=rows_of(INCIDENTS),
        told_more=rows_of(INCIDENTS, _told_more()),
        ceasefires=rows_of(CEASEFIRES),
        estimates=rows_of(ESTIMATES, ESTIMATES.c.median.is_not(None)),
    )


def _told_more() -> ColumnElement[bool]:
    """The condition of `Incident.says_more`: a second report, or a count of the dead."""
    of_it = INCIDENT_REPORTS.c.incident == INCIDENTS.c.id
    reports = select(func.count()).select_from(INCIDENT_REPORTS).where(of_it).scalar_subquery()
    dead = select(INCIDENT_DEATHS.c.incident).where(INCIDENT_DEATHS.c.incident == INCIDENTS.c.id)
    return (reports > 1) | dead.exists()


@dataclass(frozen=True, slots=True)
class FileRead:
    """What one source file gave.

    Attributes:
        digest: SHA-256 of the file's bytes.
        documents: digests of the documents in it.
        unread: what in it could not be read.
        names: under which name each of the documents was found.
        notes: what reading it gave cause to remark, in words.
    """

    digest: str
    documents: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()
    names: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SetAside:
    """Why a document that is kept no longer counts.

    Attributes:
        document: its digest.
        name: its name.
        why: superseded, where its source file was found with other bytes, or withdrawn by a person.
        at: when, as ISO 8601 text in UTC.
        successor: digest of the document that took its place, where it is superseded.
        reason: why, in the words of the person who withdrew it.
    """

    document: str
    name: str
    why: Literal["superseded", "withdrawn"]
    at: str
    successor: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document without its text, as a list shows it.

    Attributes:
        claims: how many were found in it.
        also: the other names under which the same bytes were found.
        set_aside: why it no longer counts; None while it does.
    """

    digest: str
    name: str
    title: str | None
    date: PartialDate | None
    publisher: str | None
    media_type: str
    claims: int
    also: tuple[str, ...] = ()
    set_aside: SetAside | None = None


def document_lines(connection: Connection) -> Iterator[DocumentLine]:
    """Every document as a line, in the order of their names; of one name first those that count."""
    found = select(func.count()).where(CLAIMS.c.document == DOCUMENTS.c.digest).scalar_subquery()
    shown = [DOCUMENTS.c[name] for name in ("digest", "name", "title", "date", "publisher", "media_type")]
    query = select(*shown, found.label("claims")).order_by(DOCUMENTS.c.name, DOCUMENTS.c.digest)
    names, aside = _names_found(connection), {one.document: one for one in set_aside(connection)}
    lines = (
        DocumentLine(
            **{**row, "date": rows.date_or_none(row["date"])},
            also=tuple(sorted(names[row["digest"]] - {row["name"]})),
            set_aside=aside.get(row["digest"]),
        )
        for row in fetched(connection, query)
    )
    yield from sorted(lines, key=lambda line: (line.name, line.set_aside is not None))


def _names_found(connection: Connection) -> defaultdict[str, set[str]]:
    """Every name under which each document was found, by its digest."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for file in fetched(connection, select(FILES.c.documents, FILES.c.names)):
        for digest, name in zip(file["documents"], file["names"], strict=False):
            found[digest].add(name)
    return found


def set_aside(connection: Connection) -> Iterator[SetAside]:
    """Every document that no longer counts, in the order of digests."""
    query = (
        select(SET_ASIDE, DOCUMENTS.c.name)
        .join(DOCUMENTS, SET_ASIDE.c.document == DOCUMENTS.c.digest)
        .order_by(SET_ASIDE.c.document)
    )
    return (
        SetAside(
            row["document"], row["name"], row["why"], row["set_aside_at"], row["successor"], row["reason"]
        )
        for row in fetched(connection, query)
    )


def fetched(connection: Connection, query: Select[Any]) -> Iterator[dict[str, Any]]:
    """The rows of a query, each by the names of its columns."""
    found = connection.execute(query)
    names = tuple(found.keys())
    return (dict(zip(names, row, strict=True)) for row in found)


def first(connection: Connection, query: Select[Any]) -> dict[str, Any] | None:
    """The first row of a query, if it has one."""
    row = connection.execute(query).first()
    return None if row is None else row._asdict()


def table_rows(connection: Connection, tables: Iterable[Table]) -> Iterator[dict[str, Any]]:
    """Every row of the tables in turn, each in the order of its key."""
    for table in tables:
        yield from in_key_order(table, fetched(connection, select(table)))


def extraction_rows(connection: Connection, digest: str) -> Iterator[dict[str, Any]]:
    """The rows of a document's claims in the order of their ids, then of what was passed over in it."""
    for table in (CLAIMS, PASSED_OVER):
        query = select(table).where(table.c.document == digest)
        yield from in_key_order(table, fetched(connection, query))


def review_rows(connection: Connection, digest: str) -> list[dict[str, Any]]:
    """The rows that say how reviewers settled a document's claims, in the order of the claims' ids."""
    return in_key_order(REVIEWED, fetched(connection, select(REVIEWED).where(REVIEWED.c.document == digest)))


def in_key_order(table: Table, found: Iterable[rows.Row]) -> list[dict[str, Any]]:
    """Rows in the order of the table's key, which is the same whatever a database's collation is."""
    key = [column.name for column in table.primary_key.columns]
    return sorted(map(dict, found), key=lambda row: [row[name] for name in key])


def documents(connection: Connection) -> Iterator[Document]:
    """Every document that counts, in the order of their names."""
    query = select(DOCUMENTS).where(counts(DOCUMENTS.c.digest)).order_by(DOCUMENTS.c.name, DOCUMENTS.c.digest)
    return (rows.document_from(row) for row in fetched(connection, query))


def unread(connection: Connection) -> Iterator[Unread]:
    """Everything that could not be read, in the order of the names."""
    query = select(UNREAD).order_by(UNREAD.c.name, UNREAD.c.id)
    return (rows.unread_from(row) for row in fetched(connection, query))


def claims(connection: Connection, conditions: Sequence[ColumnElement[bool]] = ()) -> Iterator[Claim]:
    """The claims that count and fulfil the conditions, document by document in the order of the text."""
    query = (
        select(CLAIMS)
        .join(DOCUMENTS, CLAIMS.c.document == DOCUMENTS.c.digest)
        .where(claim_counts(), *conditions)
        .order_by(*_CLAIMS_IN_ORDER)
    )
    return (rows.claim_from(row) for row in fetched(connection, query))


def overruled(connection: Connection) -> Iterator[Claim]:
    """The claims that reviewers decided to leave out, document by document in the order of the text."""
    query = (
        select(CLAIMS)
        .join(DOCUMENTS, CLAIMS.c.document == DOCUMENTS.c.digest)
        .where(counts(CLAIMS.c.document), ~claim_counts())
        .order_by(*_CLAIMS_IN_ORDER)
    )
    return (rows.claim_from(row) for row in fetched(connection, query))


def decisions(connection: Connection) -> tuple[Decision, ...]:
    """What reviewers decided, in the order in which they did, also what was taken back."""
    query = select(DECISIONS).order_by(DECISIONS.c.number)
    return tuple(rows.decision_from(row) for row in fetched(connection, query))


def passed_over(connection: Connection) -> Iterator[PassedOver]:
    """What became no claim, document by document in the order of the text."""
    query = (
        select(PASSED_OVER)
        .join(DOCUMENTS, PASSED_OVER.c.document == DOCUMENTS.c.digest)
        .where(counts(PASSED_OVER.c.document))
        .order_by(DOCUMENTS.c.name, PASSED_OVER.c.document, PASSED_OVER.c.position)
    )
    return (rows.passed_over_from(row) for row in fetched(connection, query))


def registers(connection: Connection) -> Registers:
    """The entities, and what each name stands for."""
    names = _children(connection, ENTITY_NAMES, "entity")
    entities = fetched(connection, select(ENTITIES).order_by(ENTITIES.c.position))
    places = {row["entity"]: row for row in fetched(connection, select(PLACES))}
    index = fetched(connection, select(NAME_INDEX))
    return Registers(
        entities=tuple(
            rows.entity_from(row, [name["name"] for name in names[row["id"]]], places.get(row["id"]))
            for row in entities
        ),
        by_name={(row["register"], row["name"]): row["entity"] for row in index},
        precisions={row["claim"]: row["where_prec"] for row in fetched(connection, select(WHEREABOUTS))},
    )


def reconciliation(connection: Connection) -> Reconciliation:
    """What reconciling gave, each part in the order in which it was put."""
    rules = fetched(connection, select(BOUND_RULES).order_by(BOUND_RULES.c.position))
    return Reconciliation(
        findings=tuple(_findings(connection)),
        contradictions=tuple(_contradictions(connection)),
        estimates=tuple(_estimates(connection)),
        incidents=tuple(_incidents(connection)),
        holdings=tuple(_holdings(connection)),
        ceasefires=tuple(_ceasefires(connection)),
        rules=tuple(map(rows.rule_from, rules)),
    )


def _findings(connection: Connection) -> Iterator[Finding]:
    weighings = _children(connection, WEIGHINGS, "finding")
    choices = _children(connection, CHOICES, "finding")
    for row in fetched(connection, select(FINDINGS).order_by(FINDINGS.c.position)):
        weighed: list[Weighing] = [rows.weighing_from(weighing) for weighing in weighings[row["id"]]]
        yield rows.finding_from(row, weighed, [rows.choice_from(choice) for choice in choices[row["id"]]])


def _estimates(connection: Connection) -> Iterator[Estimate]:
    sources = _children(connection, ESTIMATE_SOURCES, "finding")
    query = (
        select(ESTIMATES).join(FINDINGS, ESTIMATES.c.finding == FINDINGS.c.id).order_by(FINDINGS.c.position)
    )
    for row in fetched(connection, query):
        yield rows.estimate_from(row, sources[row["finding"]])


def _contradictions(connection: Connection) -> Iterator[Contradiction]:
    disputed = _children(connection, CONTRADICTION_CLAIMS, "contradiction")
    for row in fetched(connection, select(CONTRADICTIONS).order_by(CONTRADICTIONS.c.position)):
        yield rows.contradiction_from(row, [claim["claim"] for claim in disputed[row["id"]]])


def _incidents(connection: Connection) -> Iterator[Incident]:
    return incidents_from(
        fetched(connection, select(INCIDENTS).order_by(INCIDENTS.c.position)),
        _children(connection, INCIDENT_REPORTS, "incident"),
        _children(connection, INCIDENT_DEATHS, "incident"),
    )


def _holdings(connection: Connection) -> Iterator[Holding]:
    told = _children(connection, HOLDING_CLAIMS, "holding")
    for row in fetched(connection, select(HOLDINGS).order_by(HOLDINGS.c.position)):
        yield rows.holding_from(row, [claim["claim"] for claim in told[row["id"]]])


def _ceasefires(connection: Connection) -> Iterator[Ceasefire]:
    return ceasefires_from(
        fetched(connection, select(CEASEFIRES).order_by(CEASEFIRES.c.position)),
        _children(connection, CEASEFIRE_WORDS, "ceasefire"),
    )


def _children(connection: Connection, table: Table, parent: str) -> dict[str, list[rows.Row]]:
    """A table's rows in order, by the row of another table that they belong to."""
    found: defaultdict[str, list[rows.Row]] = defaultdict(list)
    for row in fetched(connection, select(table).order_by(table.c.position)):
        found[row[parent]].append(row)
    return found
