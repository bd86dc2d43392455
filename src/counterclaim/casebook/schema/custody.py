"""Tables of what was done to a casebook, and of what in it is up to date."""

from sqlalchemy import Index, Integer, Table

from counterclaim.casebook.schema.columns import METADATA, column, text

DERIVATIONS = Table(
    "derivations",
    METADATA,
    text("name", "registers or reconciliation", primary_key=True),
    text("content", "SHA-256 of its rows"),
    text(
        "made_with",
        "Fingerprint of what it was made with beside the claims and texts: program, settings, gazetteer",
        server_default="",
    ),
    text("derived_at", "When it was made"),
    comment="Which of the tables that follow from the claims are up to date with them",
)

HISTORY = Table(
    "history",
    METADATA,
    column("number", Integer(), "From 1, without gaps", primary_key=True, autoincrement=False),
    text("at", "When it was done"),
    text("action", "What was done"),
    text("subject", "To what: a document's digest, an unread file's id, or a part of the casebook"),
    text("content", "SHA-256 of the subject's rows after it; empty where none are left"),
    text("previous", "Hash of the entry before; zeros for the first"),
    text("hash", "SHA-256 of all the above"),
    Index(None, "subject"),
    comment="What was done to the casebook: entries are added and never changed, and each seals the last",
)
