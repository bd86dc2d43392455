"""Tables of what reviewers decided."""

from sqlalchemy import JSON, ForeignKey, Integer, Table

from counterclaim.casebook.schema.claims import CLAIMS
from counterclaim.casebook.schema.columns import METADATA, column, text
from counterclaim.casebook.schema.documents import DOCUMENTS

DECISIONS = Table(
    "decisions",
    METADATA,
    column("number", Integer(), "From 1, without gaps", primary_key=True, autoincrement=False),
    text("action", "What was decided"),
    column("claims", JSON(), "Ids of the claims that it is about, in the order that the action takes them"),
    column("values", JSON(), "What else the action needs"),
    text("reason", "Why, in the reviewer's words"),
    text("by", "Who decided; empty where nobody is named"),
    column(
        "undoes",
        Integer(),
        "The decision that this one takes back",
        ForeignKey("decisions.number"),
        nullable=True,
    ),
    text("decided_at", "When it was decided"),
    comment="What reviewers decided: rows are added and never changed; one that is taken back is kept",
)

REVIEWED = Table(
    "reviewed",
    METADATA,
    text("claim", "The claim's id", ForeignKey(CLAIMS.c.id), primary_key=True),
    text("document", "Digest of its document", ForeignKey(DOCUMENTS.c.digest), index=True),
    text("standing", "accepted, corrected, rejected, merged or split; part: made by a split"),
    column("decision", Integer(), "The decision that settled it", ForeignKey(DECISIONS.c.number)),
    column("extracted", JSON(), "The claim's row as extraction gave it, where a decision altered it"),
    comment="Claims that decisions settle; those rejected, merged or split do not count",
)
