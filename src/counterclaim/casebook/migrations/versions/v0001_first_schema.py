"""The first schema: documents, claims, registers, findings and the history of all of them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "contradictions",
        sa.Column("id", sa.Text(), nullable=False, comment="Identifier that rebuilding gives again"),
        sa.Column(
            "position", sa.Integer(), nullable=False, comment="Place in the order of reconciliation, from 0"
        ),
        sa.Column("kind", sa.Text(), nullable=False, comment="arithmetic, denial or disagreement"),
        sa.Column("explanation", sa.Text(), nullable=False, comment="What does not fit, in words"),
        sa.Column("weight", sa.Float(), nullable=False, comment="How far it matters, from 0 to 1"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contradictions")),
        comment="Claims that cannot all be true, or that sources dispute",
    )
    op.create_table(
        "derivations",
        sa.Column("name", sa.Text(), nullable=False, comment="registers or reconciliation"),
        sa.Column("content", sa.Text(), nullable=False, comment="SHA-256 of its rows"),
        sa.Column("derived_at", sa.Text(), nullable=False, comment="When it was made"),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_derivations")),
        comment="Which of the tables that follow from the claims are up to date with them",
    )
    op.create_table(
        "documents",
        sa.Column(
            "digest", sa.Text(), nullable=False, comment="SHA-256 of the original's bytes, in hexadecimal"
        ),
        sa.Column(
            "name", sa.Text(), nullable=False, comment="The source file's name, or the record's address"
        ),
        sa.Column("media_type", sa.Text(), nullable=False, comment="What the original is, as a MIME type"),
        sa.Column(
            "original",
            sa.Text(),
            nullable=False,
            comment="Where the original lies, relative to the casebook's folder",
        ),
        sa.Column("title", sa.Text(), nullable=True, comment="The title that the document gives itself"),
        sa.Column(
            "date",
            sa.Text(),
            nullable=True,
            comment="The day on which it was published; may stop at the month or the year",
        ),
        sa.Column("publisher", sa.Text(), nullable=True, comment="Who published it"),
        sa.Column("author", sa.Text(), nullable=True, comment="Who wrote it"),
        sa.Column("url", sa.Text(), nullable=True, comment="Where it was published"),
        sa.Column("language", sa.Text(), nullable=True, comment="Its language, as an ISO 639 code"),
        sa.Column(
            "text",
            sa.Text(),
            nullable=False,
            comment="The cleaned text, into which the offsets of claims point",
        ),
        sa.Column(
            "segments",
            sa.JSON(),
            nullable=False,
            comment="Where each run of the text came from in the original",
        ),
        sa.Column(
            "glosses",
            sa.JSON(),
            nullable=False,
            comment="Descriptions of linked pages that stood in the text and were taken out",
        ),
        sa.Column("added_at", sa.Text(), nullable=False, comment="When the casebook took it in"),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_documents")),
        comment="Texts that somebody published, one row each, cleaned of what is not theirs",
    )
    op.create_index(op.f("ix_documents_name"), "documents", ["name"], unique=False)
    op.create_table(
        "entities",
        sa.Column("id", sa.Text(), nullable=False, comment="Identifier that rebuilding gives again"),
        sa.Column(
            "position", sa.Integer(), nullable=False, comment="Place in the order of the registers, from 0"
        ),
        sa.Column(
            "kind",
            sa.Text(),
            nullable=False,
            comment="Which register it stands in: party, source, place or equipment",
        ),
        sa.Column(
            "name",
            sa.Text(),
            nullable=False,
            comment="The name that is shown; for a place it is not a preference",
        ),
        sa.Column("party", sa.Text(), nullable=True, comment="The party that it belongs to or speaks for"),
        sa.Column("description", sa.Text(), nullable=True, comment="What a source said that it is"),
        sa.Column("latitude", sa.Float(), nullable=True, comment="Degrees north (WGS 84)"),
        sa.Column("longitude", sa.Float(), nullable=True, comment="Degrees east (WGS 84)"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entities")),
        comment="Parties, sources, places and equipment that claims name, under all their names",
    )
    op.create_table(
        "files",
        sa.Column(
            "place",
            sa.Text(),
            nullable=False,
            comment="Digest of where the file lies, by which it is known again",
        ),
        sa.Column("digest", sa.Text(), nullable=False, comment="SHA-256 of the file's bytes"),
        sa.Column("reader", sa.Text(), nullable=False, comment="Fingerprint of the program that read it"),
        sa.Column(
            "documents", sa.JSON(), nullable=False, comment="Digests of the documents that it gave, in order"
        ),
        sa.Column(
            "unread",
            sa.JSON(),
            nullable=False,
            comment="Identifiers of the parts of it that could not be read, in order",
        ),
        sa.PrimaryKeyConstraint("place", name=op.f("pk_files")),
        comment="Source files that were read to their end, so that they need not be read again",
    )
    op.create_table(
        "history",
        sa.Column(
            "number", sa.Integer(), autoincrement=False, nullable=False, comment="From 1, without gaps"
        ),
        sa.Column("at", sa.Text(), nullable=False, comment="When it was done"),
        sa.Column("action", sa.Text(), nullable=False, comment="What was done"),
        sa.Column(
            "subject",
            sa.Text(),
            nullable=False,
            comment="To what: a document's digest, an unread file's id, or a part of the casebook",
        ),
        sa.Column(
            "content",
            sa.Text(),
            nullable=False,
            comment="SHA-256 of the subject's rows after it; empty where none are left",
        ),
        sa.Column(
            "previous", sa.Text(), nullable=False, comment="Hash of the entry before; zeros for the first"
        ),
        sa.Column("hash", sa.Text(), nullable=False, comment="SHA-256 of all the above"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_history")),
        comment="What was done to the casebook: entries are added and never changed, and each seals the last",
    )
    op.create_index(op.f("ix_history_subject"), "history", ["subject"], unique=False)
    op.create_table(
        "unread",
        sa.Column(
            "id", sa.Text(), nullable=False, comment="Identifier made of the stage, the name and the digest"
        ),
        sa.Column("stage", sa.Text(), nullable=False, comment="The stage that failed: reading or extraction"),
        sa.Column("name", sa.Text(), nullable=False, comment="The file's name, or the record's address"),
        sa.Column(
            "digest", sa.Text(), nullable=True, comment="SHA-256 of its bytes, where they could be had"
        ),
        sa.Column("reason", sa.Text(), nullable=False, comment="Why no claims could be had from it"),
        sa.Column(
            "remedy", sa.Text(), nullable=False, comment="What can be done about it; empty where nothing can"
        ),
        sa.Column("noted_at", sa.Text(), nullable=False, comment="When this was found"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unread")),
        comment="Files and records that could not be read, or from which no claims could be extracted",
    )
    op.create_index(op.f("ix_unread_name"), "unread", ["name"], unique=False)
    op.create_table(
        "claims",
        sa.Column("id", sa.Text(), nullable=False, comment="Identifier that rebuilding gives again"),
        sa.Column("document", sa.Text(), nullable=False, comment="Digest of the document"),
        sa.Column(
            "anchor",
            sa.Integer(),
            nullable=False,
            comment="Offset of the number or the cue that the claim was made from",
        ),
        sa.Column("ordinal", sa.Integer(), nullable=False, comment="Tells apart claims made from one anchor"),
        sa.Column(
            "start",
            sa.Integer(),
            nullable=False,
            comment="Offset of the quote's first character in the document's text",
        ),
        sa.Column("end", sa.Integer(), nullable=False, comment="Offset after the quote's last character"),
        sa.Column("quote", sa.Text(), nullable=False, comment="The words that carry the claim, exactly"),
        sa.Column(
            "source",
            sa.Text(),
            nullable=True,
            comment="Who is said to say it, as written; null: the document itself",
        ),
        sa.Column(
            "source_side",
            sa.Text(),
            nullable=True,
            comment="The party that the source speaks for; null for third parties",
        ),
        sa.Column("stance", sa.Text(), nullable=False, comment="asserts, denies or retracts"),
        sa.Column(
            "hedge",
            sa.Text(),
            nullable=True,
            comment="alleged, reported or unconfirmed, where the text hedges",
        ),
        sa.Column("reported_on", sa.Text(), nullable=True, comment="When the source said it"),
        sa.Column("kind", sa.Text(), nullable=False, comment="count or event"),
        sa.Column(
            "measure",
            sa.Text(),
            nullable=True,
            comment="What happened to what is counted: killed, destroyed, …",
        ),
        sa.Column(
            "object",
            sa.Text(),
            nullable=True,
            comment="What is counted, dotted: person.military, materiel.tank, …",
        ),
        sa.Column("low", sa.BigInteger(), nullable=True, comment="The least number that the words allow"),
        sa.Column("high", sa.BigInteger(), nullable=True, comment="The greatest number that the words allow"),
        sa.Column("approx", sa.Boolean(), nullable=True, comment="Whether the words blur the number"),
        sa.Column("party", sa.Text(), nullable=True, comment="Whose people or materiel are counted"),
        sa.Column("actor", sa.Text(), nullable=True, comment="Who did it"),
        sa.Column(
            "scope",
            sa.Text(),
            nullable=True,
            comment="cumulative (a toll since some start) or incident (one event or day)",
        ),
        sa.Column("event_type", sa.Text(), nullable=True, comment="What sort of event it is"),
        sa.Column("target", sa.Text(), nullable=True, comment="To whom it was done"),
        sa.Column("place", sa.Text(), nullable=True, comment="The most specific place named, as written"),
        sa.Column(
            "from_date",
            sa.Text(),
            nullable=True,
            comment="First day of what is claimed; may stop at the month or the year",
        ),
        sa.Column(
            "to_date", sa.Text(), nullable=True, comment="Last day of it, or the day up to which a toll runs"
        ),
        sa.Column(
            "reasons", sa.JSON(), nullable=False, comment="Which rule gave each field, and from which words"
        ),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.digest"], name=op.f("fk_claims_document_documents")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claims")),
        comment="One source saying one checkable thing in one stretch of text, a row each",
    )
    op.create_index(op.f("ix_claims_document"), "claims", ["document"], unique=False)
    op.create_index(
        op.f("ix_claims_measure_object_party"), "claims", ["measure", "object", "party"], unique=False
    )
    op.create_table(
        "entity_names",
        sa.Column("entity", sa.Text(), nullable=False, comment="The entity's id"),
        sa.Column(
            "position",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Place in the order in which the names were found, from 0",
        ),
        sa.Column("name", sa.Text(), nullable=False, comment="One of its names"),
        sa.ForeignKeyConstraint(["entity"], ["entities.id"], name=op.f("fk_entity_names_entity_entities")),
        sa.PrimaryKeyConstraint("entity", "position", name=op.f("pk_entity_names")),
        comment="Every name of every entity",
    )
    op.create_table(
        "extractions",
        sa.Column("document", sa.Text(), nullable=False, comment="Digest of the document"),
        sa.Column(
            "extractor",
            sa.Text(),
            nullable=False,
            comment="Fingerprint of the program and the lexicon that found the claims",
        ),
        sa.Column(
            "conflict",
            sa.Text(),
            nullable=False,
            comment="Digest of the conflict that casebook.toml declared",
        ),
        sa.Column("extracted_at", sa.Text(), nullable=False, comment="When the claims were found"),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.digest"], name=op.f("fk_extractions_document_documents")
        ),
        sa.PrimaryKeyConstraint("document", name=op.f("pk_extractions")),
        comment="With what the claims of each document were found; a document without a row waits for it",
    )
    op.create_table(
        "name_index",
        sa.Column(
            "register", sa.Text(), nullable=False, comment="The register that the name is looked up in"
        ),
        sa.Column("name", sa.Text(), nullable=False, comment="The name, as claims write it"),
        sa.Column("entity", sa.Text(), nullable=False, comment="Id of the entity that it stands for"),
        sa.ForeignKeyConstraint(["entity"], ["entities.id"], name=op.f("fk_name_index_entity_entities")),
        sa.PrimaryKeyConstraint("register", "name", name=op.f("pk_name_index")),
        comment="Which entity each name in the claims stands for",
    )
    op.create_index(op.f("ix_name_index_entity"), "name_index", ["entity"], unique=False)
    op.create_table(
        "passed_over",
        sa.Column("document", sa.Text(), nullable=False, comment="Digest of the document"),
        sa.Column(
            "position",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Place in the order of the text, from 0",
        ),
        sa.Column(
            "start",
            sa.Integer(),
            nullable=False,
            comment="Offset of the words' first character in the document's text",
        ),
        sa.Column("end", sa.Integer(), nullable=False, comment="Offset after the words' last character"),
        sa.Column("words", sa.Text(), nullable=False, comment="The number or the cue"),
        sa.Column("why", sa.Text(), nullable=False, comment="Why it became no claim"),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.digest"], name=op.f("fk_passed_over_document_documents")
        ),
        sa.PrimaryKeyConstraint("document", "position", name=op.f("pk_passed_over")),
        comment="Numbers and cues that became no claim, and why",
    )
    op.create_table(
        "contradiction_claims",
        sa.Column("contradiction", sa.Text(), nullable=False, comment="The contradiction's id"),
        sa.Column(
            "position",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Place in the order in which the claims are shown, from 0",
        ),
        sa.Column("claim", sa.Text(), nullable=False, comment="The claim's id"),
        sa.ForeignKeyConstraint(["claim"], ["claims.id"], name=op.f("fk_contradiction_claims_claim_claims")),
        sa.ForeignKeyConstraint(
            ["contradiction"],
            ["contradictions.id"],
            name=op.f("fk_contradiction_claims_contradiction_contradictions"),
        ),
        sa.PrimaryKeyConstraint("contradiction", "position", name=op.f("pk_contradiction_claims")),
        comment="The claims of each contradiction",
    )
    op.create_index(op.f("ix_contradiction_claims_claim"), "contradiction_claims", ["claim"], unique=False)
    op.create_table(
        "findings",
        sa.Column("id", sa.Text(), nullable=False, comment="Identifier that rebuilding gives again"),
        sa.Column(
            "position", sa.Integer(), nullable=False, comment="Place in the order of reconciliation, from 0"
        ),
        sa.Column("measure", sa.Text(), nullable=False, comment="What happened to what is counted"),
        sa.Column("object", sa.Text(), nullable=False, comment="What is counted"),
        sa.Column("party", sa.Text(), nullable=True, comment="Whose it is"),
        sa.Column("place", sa.Text(), nullable=True, comment="Where; null: everywhere"),
        sa.Column("scope", sa.Text(), nullable=False, comment="cumulative or incident"),
        sa.Column("from_date", sa.Text(), nullable=True, comment="First day of what is counted"),
        sa.Column("to_date", sa.Text(), nullable=True, comment="Last day of it"),
        sa.Column(
            "actor", sa.Text(), nullable=True, comment="Who did it, where that is part of what is counted"
        ),
        sa.Column("document", sa.Text(), nullable=True, comment="The one document that it is confined to"),
        sa.Column("low", sa.BigInteger(), nullable=True, comment="The defended range's lower end"),
        sa.Column("high", sa.BigInteger(), nullable=True, comment="The defended range's upper end"),
        sa.Column("floor_claim", sa.Text(), nullable=True, comment="Claim that sets the lower end"),
        sa.Column("ceiling_claim", sa.Text(), nullable=True, comment="Claim that sets the upper end"),
        sa.Column("sentence", sa.Text(), nullable=False, comment="The finding in words that can be quoted"),
        sa.ForeignKeyConstraint(
            ["ceiling_claim"], ["claims.id"], name=op.f("fk_findings_ceiling_claim_claims")
        ),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.digest"], name=op.f("fk_findings_document_documents")
        ),
        sa.ForeignKeyConstraint(["floor_claim"], ["claims.id"], name=op.f("fk_findings_floor_claim_claims")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_findings")),
        comment="Disputed figures, each as a range that can be defended",
    )
    op.create_table(
        "weighings",
        sa.Column("finding", sa.Text(), nullable=False, comment="The finding's id"),
        sa.Column(
            "position",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Place in as-of order, from 0",
        ),
        sa.Column("claim", sa.Text(), nullable=False, comment="The claim's id"),
        sa.Column(
            "bound",
            sa.Text(),
            nullable=False,
            comment="floor, ceiling, two_sided, or none where the claim is left out",
        ),
        sa.Column("rule", sa.Text(), nullable=False, comment="Name of the rule that decided"),
        sa.Column("reason", sa.Text(), nullable=False, comment="The same in words"),
        sa.Column(
            "origin",
            sa.Text(),
            nullable=True,
            comment="Claim that this one repeats; null: an origin of its own",
        ),
        sa.ForeignKeyConstraint(["claim"], ["claims.id"], name=op.f("fk_weighings_claim_claims")),
        sa.ForeignKeyConstraint(["finding"], ["findings.id"], name=op.f("fk_weighings_finding_findings")),
        sa.PrimaryKeyConstraint("finding", "position", name=op.f("pk_weighings")),
        comment="What each claim did in each finding, and why",
    )
    op.create_index(op.f("ix_weighings_claim"), "weighings", ["claim"], unique=False)
