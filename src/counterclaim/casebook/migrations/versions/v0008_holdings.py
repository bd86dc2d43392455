"""Who held which place from when, as claims have it."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the tables of holdings; they are filled when claims are next reconciled."""
    op.create_table(
        "holdings",
        sa.Column("id", sa.Text(), nullable=False, comment="Identifier that rebuilding gives again"),
        sa.Column(
            "position", sa.Integer(), nullable=False, comment="Place in the order of places and days, from 0"
        ),
        sa.Column("place", sa.Text(), nullable=False, comment="The place's id among the entities"),
        sa.Column("sense", sa.Text(), nullable=False, comment="took, left, did_not_take or did_not_leave"),
        sa.Column(
            "holders",
            sa.JSON(),
            nullable=False,
            comment="Plain names of the parties; none where the words do not say who",
        ),
        sa.Column("from_date", sa.Text(), nullable=True, comment="First day to which the claims date it"),
        sa.Column("to_date", sa.Text(), nullable=True, comment="Last day to which they date it"),
        sa.Column("sentence", sa.Text(), nullable=False, comment="The same in words that can be quoted"),
        sa.Column(
            "ended_by",
            sa.Text(),
            nullable=True,
            comment="The next holding that has it that another took the place, or that the holder left",
        ),
        sa.Column(
            "disputed_by", sa.JSON(), nullable=False, comment="Holdings that it cannot be squared with"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holdings")),
        comment="Who held which place from when, as claims have it; those that differ stand side by side",
    )
    op.create_table(
        "holding_claims",
        sa.Column("holding", sa.Text(), nullable=False, comment="The holding's id"),
        sa.Column(
            "position",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Place in as-of order, from 0",
        ),
        sa.Column("claim", sa.Text(), nullable=False, comment="The claim's id"),
        sa.ForeignKeyConstraint(["claim"], ["claims.id"], name=op.f("fk_holding_claims_claim_claims")),
        sa.ForeignKeyConstraint(
            ["holding"], ["holdings.id"], name=op.f("fk_holding_claims_holding_holdings")
        ),
        sa.PrimaryKeyConstraint("holding", "position", name=op.f("pk_holding_claims")),
        comment="The claims of each holding",
    )
    op.create_index(op.f("ix_holding_claims_claim"), "holding_claims", ["claim"])
