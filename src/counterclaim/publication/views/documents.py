"""The list of documents, and of what could not be read."""

from dataclasses import dataclass

from counterclaim.model import Document, Unread
from counterclaim.publication import urls
from counterclaim.publication.briefs import title_of
from counterclaim.publication.parts import Parts


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document with how much was found in it."""

    document: Document
    title: str
    url: str
    counts: int
    events: int
    passed_over: int


@dataclass(frozen=True, slots=True)
class DocumentsPage:
    """The documents that were read, and those that were not."""

    title: str
    rows: tuple[DocumentRow, ...]
    unread: tuple[Unread, ...]


def documents_page(parts: Parts) -> DocumentsPage:
    """The context of the documents page."""
    rows = tuple(_row(parts, document) for document in parts.index.documents.values())
    return DocumentsPage("Documents", rows, parts.index.record.unread)


def _row(parts: Parts, document: Document) -> DocumentRow:
    index = parts.index
    kinds = [index.claims[claim_id].kind for claim_id in index.claims_in.get(document.digest, ())]
    return DocumentRow(
        document=document,
        title=title_of(document),
        url=urls.document(document.digest),
        counts=kinds.count("count"),
        events=kinds.count("event"),
        passed_over=len(index.passed_over_in.get(document.digest, ())),
    )
