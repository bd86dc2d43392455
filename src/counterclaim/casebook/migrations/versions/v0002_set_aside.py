"""Documents that no longer count, and under which names documents were found."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the table of what is set aside, and what is kept of each file beside its documents."""
    op.create_table(
        "set_aside",
        sa.Column("document", sa.Text(), nullable=False, comment="Digest of the document"),
        sa.Column("why", sa.Text(), nullable=False, comment="superseded or withdrawn"),
        sa.Column(
            "successor",
            sa.Text(),
            nullable=True,
            comment="Digest of the document that took its place, where it is superseded",
        ),
        sa.Column("reason", sa.Text(), nullable=False, comment="Why, in the words of whoever decided it"),
        sa.Column("set_aside_at", sa.Text(), nullable=False, comment="When this was decided"),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.digest"], name=op.f("fk_set_aside_document_documents")
        ),
        sa.ForeignKeyConstraint(
            ["successor"], ["documents.digest"], name=op.f("fk_set_aside_successor_documents")
        ),
        sa.PrimaryKeyConstraint("document", name=op.f("pk_set_aside")),
        comment="Documents that are kept but no longer count: their claims are in no finding and no export",
    )
    for name, comment in (
        ("names", "The name under which each of the documents was found, in the same order"),
        ("earlier", "Digests of the documents that it gave when it had other bytes, and gives no longer"),
        ("notes", "What reading it gave cause to remark, in words"),
    ):
        op.add_column(
            "files", sa.Column(name, sa.JSON(), nullable=False, server_default="[]", comment=comment)
        )
