"""Whether a casebook is still as it was recorded: originals, rows, spans, and the history's own chain."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select, text

from counterclaim.casebook.contents import DERIVED, extraction_rows, fetched, review_rows, table_rows
from counterclaim.casebook.custody import (
    GENESIS,
    GONE,
    claims_of,
    content_digest,
    decision_of,
    entry_hash,
    reviews_of,
    standing_of,
)
from counterclaim.casebook.originals import file_digest
from counterclaim.casebook.schema import (
    CLAIMS,
    DECISIONS,
    DERIVATIONS,
    DOCUMENTS,
    EXTRACTIONS,
    HISTORY,
    REVIEWED,
    SET_ASIDE,
    UNREAD,
)

_NO_ROWS = content_digest(())


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a casebook that is not as it was recorded.

    Attributes:
        subject: the history entry, the document, or the part of the casebook.
        what: what does not agree.
    """

    subject: str
    what: str


def problems(connection: Connection, folder: Path, head: str | None = None) -> Iterator[Problem]:
    """What does not agree with the record.

    Args:
        connection: a connection that reads.
        folder: the casebook's folder.
        head: the hash of an entry that must be in the history, because it was noted down elsewhere.
    """
    yield from _database_problems(connection)
    yield from _chain_problems(connection, head)
    yield from _original_problems(connection, folder)
    yield from _row_problems(connection)
    yield from _span_problems(connection)


def history_head(connection: Connection) -> tuple[int, str]:
    """The number and the hash of the newest history entry; 0 and zeros if there is none."""
    newest = select(HISTORY.c.number, HISTORY.c.hash).order_by(HISTORY.c.number.desc()).limit(1)
    row = connection.execute(newest).first()
    return (row.number, row.hash) if row else (0, GENESIS)


def _database_problems(connection: Connection) -> Iterator[Problem]:
    """What the database itself finds; PostgreSQL checks its pages and keys as it goes."""
    if connection.dialect.name != "sqlite":
        return
    for (said,) in connection.execute(text("PRAGMA integrity_check")):
        if said != "ok":
            yield Problem("casebook.db", said)
    for table, row, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield Problem("casebook.db", f"row {row} of {table} points to nothing in {parent}")


def _chain_problems(connection: Connection, head: str | None) -> Iterator[Problem]:
    number, previous, met_head = 0, GENESIS, head is None or head == GENESIS
    for entry in fetched(connection, select(HISTORY).order_by(HISTORY.c.number)):
        subject = f"history entry {entry['number']}"
        if entry["number"] != number + 1:
            yield Problem(subject, f"entries are missing before it: the one before is {number}")
        elif entry["previous"] != previous:
            yield Problem(subject, "it does not follow from the entry before it")
        if entry_hash(entry) != entry["hash"]:
            yield Problem(subject, "it was altered")
        number, previous = entry["number"], entry["hash"]
        met_head = met_head or previous == head
    if not met_head:
        yield Problem("history", f"the entry {head} is not in it")


def _original_problems(connection: Connection, folder: Path) -> Iterator[Problem]:
    query = select(DOCUMENTS.c.digest, DOCUMENTS.c.name, DOCUMENTS.c.original).order_by(DOCUMENTS.c.digest)
    for digest, name, original in connection.execute(query):
        path = folder / original
        if not path.is_file():
            yield Problem(name, f"its original {original} is missing")
        elif file_digest(path) != digest:
            yield Problem(name, f"its original {original} was altered")


def _row_problems(connection: Connection) -> Iterator[Problem]:
    """Compare what the newest entry about each subject says with the subject's rows."""
    entries = fetched(connection, select(HISTORY).order_by(HISTORY.c.number))
    recorded = {entry["subject"]: entry["content"] for entry in entries}
    for subject, named, content in _standing(connection):
        if not recorded.get(subject):
            yield Problem(named, "nothing in the history says where it comes from")
        elif recorded[subject] != content:
            yield Problem(named, "it was altered since it was recorded")
        recorded.pop(subject, None)
    for subject, content in recorded.items():
        if content != GONE:
            yield Problem(subject, "the history tells of it, but it is gone")


def _standing(connection: Connection) -> Iterator[tuple[str, str, str]]:
    """Each subject that there is, what to call it, and the digest of its rows."""
    extracted = set(connection.execute(select(EXTRACTIONS.c.document)).scalars())
    for row in fetched(connection, select(DOCUMENTS)):
        digest, name = row["digest"], row["name"]
        yield digest, name, content_digest([row])
        claims = content_digest(extraction_rows(connection, digest))
        if claims != _NO_ROWS or digest in extracted:
            yield claims_of(digest) if digest in extracted else "", f"claims of {name}", claims
    for row in fetched(connection, select(SET_ASIDE)):
        subject = standing_of(row["document"])
        yield subject, subject, content_digest([row])
    for row in fetched(connection, select(DECISIONS)):
        subject = decision_of(row["number"])
        yield subject, subject, content_digest([row])
    for digest in connection.execute(select(REVIEWED.c.document).distinct()).scalars():
        subject = reviews_of(digest)
        yield subject, subject, content_digest(review_rows(connection, digest))
    for row in fetched(connection, select(UNREAD)):
        yield row["id"], f"unread {row['name']}", content_digest([row])
    put = set(connection.execute(select(DERIVATIONS.c.name)).scalars())
    for name, tables in DERIVED.items():
        content = content_digest(table_rows(connection, tables))
        if content != _NO_ROWS or name in put:
            yield name if name in put else "", name, content


def _span_problems(connection: Connection) -> Iterator[Problem]:
    """Quotes that are not the words of their document."""
    query = select(
        CLAIMS.c.id, CLAIMS.c.start, CLAIMS.c.end, CLAIMS.c.quote, DOCUMENTS.c.name, DOCUMENTS.c.text
    ).join(DOCUMENTS, CLAIMS.c.document == DOCUMENTS.c.digest)
    for row in connection.execute(query):
        if row.text[row.start : row.end] != row.quote:
            yield Problem(row.name, f"the quote of claim {row.id} is not what stands in its text")
