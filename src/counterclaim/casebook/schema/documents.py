"""Tables of documents, of the files that they came in, and of what could not be read."""

from sqlalchemy import JSON, ForeignKey, Table

from counterclaim.casebook.schema.columns import METADATA, column, text

DOCUMENTS = Table(
    "documents",
    METADATA,
    text("digest", "SHA-256 of the original's bytes, in hexadecimal", primary_key=True),
    text("name", "The source file's name, or the record's address", index=True),
    text("media_type", "What the original is, as a MIME type"),
    text("original", "Where the original lies, relative to the casebook's folder"),
    text("title", "The title that the document gives itself", nullable=True),
    text("date", "The day on which it was published; may stop at the month or the year", nullable=True),
    text("publisher", "Who published it", nullable=True),
    text("author", "Who wrote it", nullable=True),
    text("url", "Where it was published", nullable=True),
    text("language", "Its language, as an ISO 639 code", nullable=True),
    text("text", "The cleaned text, into which the offsets of claims point"),
    column("segments", JSON(), "Where each run of the text came from in the original"),
    column("glosses", JSON(), "Descriptions of linked pages that stood in the text and were taken out"),
    text("added_at", "When the casebook took it in"),
    comment="Texts that somebody published, one row each, cleaned of what is not theirs",
)

UNREAD = Table(
    "unread",
    METADATA,
    text("id", "Identifier made of the stage, the name and the digest", primary_key=True),
    text("stage", "The stage that failed: reading or extraction"),
    text("name", "The file's name, or the record's address", index=True),
    text("digest", "SHA-256 of its bytes, where they could be had", nullable=True),
    text("reason", "Why no claims could be had from it"),
    text("remedy", "What can be done about it; empty where nothing can"),
    text("noted_at", "When this was found"),
    comment="Files and records that could not be read, or from which no claims could be extracted",
)

FILES = Table(
    "files",
    METADATA,
    text("place", "Digest of where the file lies, by which it is known again", primary_key=True),
    text("digest", "SHA-256 of the file's bytes"),
    text("reader", "Fingerprint of the program that read it"),
    column("documents", JSON(), "Digests of the documents that it gave, in order"),
    column("unread", JSON(), "Identifiers of the parts of it that could not be read, in order"),
    column(
        "names",
        JSON(),
        "The name under which each of the documents was found, in the same order",
        server_default="[]",
    ),
    column(
        "earlier",
        JSON(),
        "Digests of the documents that it gave when it had other bytes, and gives no longer",
        server_default="[]",
    ),
    column("notes", JSON(), "What reading it gave cause to remark, in words", server_default="[]"),
    comment="Source files that were read to their end, so that they need not be read again",
)

SET_ASIDE = Table(
    "set_aside",
    METADATA,
    text("document", "Digest of the document", ForeignKey(DOCUMENTS.c.digest), primary_key=True),
    text("why", "superseded or withdrawn"),
    text(
        "successor",
        "Digest of the document that took its place, where it is superseded",
        ForeignKey(DOCUMENTS.c.digest),
        nullable=True,
    ),
    text("reason", "Why, in the words of whoever decided it"),
    text("set_aside_at", "When this was decided"),
    comment="Documents that are kept but no longer count: their claims are in no finding and no export",
)
