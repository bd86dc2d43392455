"""What decisions make of claims."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the claims whose standing decisions settle."""
    op.create_table(
        "reviewed",
        sa.Column("claim", sa.Text(), nullable=False, comment="The claim's id"),
        sa.Column("document", sa.Text(), nullable=False, comment="Digest of its document"),
        sa.Column(
            "standing",
            sa.Text(),
            nullable=False,
            comment="accepted, corrected, rejected, merged or split; part: made by a split",
        ),
        sa.Column("decision", sa.Integer(), nullable=False, comment="The decision that settled it"),
        sa.Column(
            "extracted",
            sa.JSON(),
            nullable=False,
            comment="The claim's row as extraction gave it, where a decision altered it",
        ),
        sa.ForeignKeyConstraint(["claim"], ["claims.id"], name=op.f("fk_reviewed_claim_claims")),
        sa.ForeignKeyConstraint(
            ["decision"], ["decisions.number"], name=op.f("fk_reviewed_decision_decisions")
        ),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.digest"], name=op.f("fk_reviewed_document_documents")
        ),
        sa.PrimaryKeyConstraint("claim", name=op.f("pk_reviewed")),
        comment="Claims that decisions settle; those rejected, merged or split do not count",
    )
    op.create_index(op.f("ix_reviewed_document"), "reviewed", ["document"])
