"""The list of documents, and of what could not be read."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from counterclaim.model import Document, Unread
from counterclaim.publication import urls
from counterclaim.publication.briefs import title_of
from counterclaim.publication.earlier import Earlier, changes, stretches
from counterclaim.publication.parts import Parts


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document with how much was found in it.

    Attributes:
        counts_then, events_then: how many claims of both kinds were known, with the day from which on.
        known: over which days it was out, as pages have it in `data-known`.
    """

    document: Document
    title: str
    url: str
    counts: int
    events: int
    passed_over: int
    counts_then: tuple[tuple[str, str], ...]
    events_then: tuple[tuple[str, str], ...]
    known: str


@dataclass(frozen=True, slots=True)
class DocumentsPage:
    """The documents that were read, and those that were not."""

    title: str
    rows: tuple[DocumentRow, ...]
    unread: tuple[Unread, ...]


def documents_page(parts: Parts) -> DocumentsPage:
    """The context of the documents page."""
    then = [_then(one) for one in parts.history.earlier]
    rows = tuple(_row(parts, document, then) for document in parts.index.documents.values())
    return DocumentsPage("Documents", rows, parts.index.record.unread)


class _Then(NamedTuple):
    """The documents that were out on a day, and how many claims of each kind they held."""

    day: str
    documents: frozenset[str]
    claims: Counter[tuple[str, str]]


def _then(earlier: Earlier) -> _Then:
    return _Then(
        str(earlier.day),
        frozenset(one.digest for one in earlier.record.documents),
        Counter((claim.document, claim.kind) for claim in earlier.record.claims),
    )


def _row(parts: Parts, document: Document, then: Sequence[_Then]) -> DocumentRow:
    index, digest = parts.index, document.digest
    kinds = [index.claims[claim_id].kind for claim_id in index.claims_in.get(document.digest, ())]
    return DocumentRow(
        document=document,
        title=title_of(document),
        url=urls.document(document.digest),
        counts=kinds.count("count"),
        events=kinds.count("event"),
        passed_over=len(index.passed_over_in.get(digest, ())),
        counts_then=changes((one.day, f"{one.claims[digest, 'count']:,}") for one in then),
        events_then=changes((one.day, f"{one.claims[digest, 'event']:,}") for one in then),
        known=stretches((one.day, digest in one.documents) for one in then),
    )
