"""Documents, and where each run of their text came from."""

from dataclasses import dataclass, field

from counterclaim.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Segment:
    """Where a run of a document's text came from in the original.

    Attributes:
        start, end: character offsets into `Document.text`.
        source_start: offset of the run's first character in the original's decoded text; None for
            characters that reading inserted, and for formats that have no such offset.
        page: page or sheet number in the original, from 1; None where the format has no pages.
        cell: address of the cell in its sheet ("B7"); None where the format has no cells.
    """

    start: int
    end: int
    source_start: int | None = None
    page: int | None = None
    cell: str | None = None


@dataclass(frozen=True, slots=True)
class Gloss:
    """A linked page's name with the first words of its description, as a source gave them."""

    anchor: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Document:
    """One text that somebody published, cleaned, with its original's digest.

    Attributes:
        name: the source file's name, or the record's address.
        digest: SHA-256 of the original bytes, in hexadecimal.
        media_type: what the original is, as a MIME type.
        text: the cleaned text that every claim's offsets point into.
        original: the bytes as they were received; empty once the casebook keeps them.
        segments: where each run of the text came from, in text order.
        glosses: descriptions of linked pages that were found in the text and taken out of it.
        notes: what reading it gave cause to remark, in words; its file keeps them, not the document.
    """

    name: str
    digest: str
    media_type: str
    text: str
    original: bytes = field(default=b"", repr=False, compare=False)
    title: str | None = None
    date: PartialDate | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    segments: tuple[Segment, ...] = ()
    glosses: tuple[Gloss, ...] = ()
    notes: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Unread:
    """A file or record that could not be read, and why."""

    name: str
    reason: str
    remedy: str = ""
    digest: str | None = None
