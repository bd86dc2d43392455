"""Tables of what was found in documents."""

from sqlalchemy import JSON, BigInteger, Boolean, ForeignKey, Index, Integer, Table

from counterclaim.casebook.schema.columns import METADATA, column, position, text
from counterclaim.casebook.schema.documents import DOCUMENTS

CLAIMS = Table(
    "claims",
    METADATA,
    text("id", "Identifier that rebuilding gives again", primary_key=True),
    text("document", "Digest of the document", ForeignKey(DOCUMENTS.c.digest), index=True),
    column("anchor", Integer(), "Offset of the number or the cue that the claim was made from"),
    column("ordinal", Integer(), "Tells apart claims made from one anchor"),
    column("start", Integer(), "Offset of the quote's first character in the document's text"),
    column("end", Integer(), "Offset after the quote's last character"),
    text("quote", "The words that carry the claim, exactly"),
    text("source", "Who is said to say it, as written; null: the document itself", nullable=True),
    text("source_side", "The party that the source speaks for; null for third parties", nullable=True),
    text("stance", "asserts, denies or retracts"),
    text("hedge", "alleged, reported or unconfirmed, where the text hedges", nullable=True),
    text("reported_on", "When the source said it", nullable=True),
    text("kind", "count or event"),
    text("measure", "What happened to what is counted: killed, destroyed, …", nullable=True),
    text("object", "What is counted, dotted: person.military, materiel.tank, …", nullable=True),
    column("low", BigInteger(), "The least number that the words allow", nullable=True),
    column("high", BigInteger(), "The greatest number that the words allow", nullable=True),
    column("approx", Boolean(), "Whether the words blur the number", nullable=True),
    text("party", "Whose people or materiel are counted", nullable=True),
    text("actor", "Who did it", nullable=True),
    text("scope", "cumulative (a toll since some start) or incident (one event or day)", nullable=True),
    text("event_type", "What sort of event it is", nullable=True),
    text("target", "To whom it was done", nullable=True),
    text("place", "The most specific place named, as written", nullable=True),
    text("from_date", "First day of what is claimed; may stop at the month or the year", nullable=True),
    text("to_date", "Last day of it, or the day up to which a toll runs", nullable=True),
    column("reasons", JSON(), "Which rule gave each field, and from which words"),
    Index(None, "measure", "object", "party"),
    comment="One source saying one checkable thing in one stretch of text, a row each",
)

PASSED_OVER = Table(
    "passed_over",
    METADATA,
    text("document", "Digest of the document", ForeignKey(DOCUMENTS.c.digest), primary_key=True),
    position("Place in the order of the text, from 0"),
    column("start", Integer(), "Offset of the words' first character in the document's text"),
    column("end", Integer(), "Offset after the words' last character"),
    text("words", "The number or the cue"),
    text("why", "Why it became no claim"),
    comment="Numbers and cues that became no claim, and why",
)

EXTRACTIONS = Table(
    "extractions",
    METADATA,
    text("document", "Digest of the document", ForeignKey(DOCUMENTS.c.digest), primary_key=True),
    text("extractor", "Fingerprint of the program and the lexicon that found the claims"),
    text("conflict", "Digest of the conflict that casebook.toml declared"),
    text("extracted_at", "When the claims were found"),
    comment="With what the claims of each document were found; a document without a row waits for it",
)
