"""The chain of custody: history entries that seal each other, and digests of what they speak of.

Invariant: entry n's hash covers its own fields and entry n - 1's hash, and the newest entry about a
subject carries the digest of that subject's rows as they stand. Altering, removing or inserting a row or
an entry therefore breaks something that `counterclaim.casebook.checking` compares.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, select

from counterclaim.casebook.schema import HISTORY

GENESIS = "0" * 64
"""What stands in the place of the hash before the first entry's."""

_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))

GONE = ""
"""The content of a subject that was taken out."""


def now() -> str:
    """The present time in UTC, to the second, as ISO 8601 text."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def claims_of(digest: str) -> str:
    """What history entries call the claims of a document."""
    return f"claims of {digest}"


def standing_of(digest: str) -> str:
    """What history entries call whether a document counts."""
    return f"standing of {digest}"


def decision_of(number: int) -> str:
    """What history entries call a decision."""
    return f"decision {number}"


def reviews_of(digest: str) -> str:
    """What history entries call the standing of a document's claims."""
    return f"reviews of {digest}"


def content_digest(rows: Iterable[Mapping[str, Any]]) -> str:
    """SHA-256 of rows, in the order given, as canonical JSON lines.

    Columns that only say when something was done (those that end in ``_at``) do not count.
    """
    lines = [_canonical({key: row[key] for key in row if not key.endswith("_at")}) for row in rows]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def entry_hash(entry: Mapping[str, Any]) -> str:
    """The seal of a history entry: SHA-256 of all its fields but the hash itself."""
    return hashlib.sha256(
        _canonical({key: entry[key] for key in entry if key != "hash"}).encode()
    ).hexdigest()


def note(connection: Connection, action: str, subject: str, content: str) -> None:
    """Add an entry to the history, inside the connection's transaction.

    Args:
        connection: a connection that writes.
        action: what was done.
        subject: to what.
        content: `content_digest` of the subject's rows after it, or `GONE`.
    """
    last = connection.execute(
        select(HISTORY.c.number, HISTORY.c.hash).order_by(HISTORY.c.number.desc()).limit(1)
    ).first()
    number, previous = (last.number + 1, last.hash) if last else (1, GENESIS)
    entry = {
        "number": number,
        "at": now(),
        "action": action,
        "subject": subject,
        "content": content,
        "previous": previous,
    }
    connection.execute(HISTORY.insert().values(**entry, hash=entry_hash(entry)))


def _canonical(row: Mapping[str, Any]) -> str:
    return _JSON.encode(row)
