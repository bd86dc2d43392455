"""What reviewers decided."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the table of decisions."""
    op.create_table(
        "decisions",
        sa.Column(
            "number", sa.Integer(), autoincrement=False, nullable=False, comment="From 1, without gaps"
        ),
        sa.Column("action", sa.Text(), nullable=False, comment="What was decided"),
        sa.Column(
            "claims",
            sa.JSON(),
            nullable=False,
            comment="Ids of the claims that it is about, in the order that the action takes them",
        ),
        sa.Column("values", sa.JSON(), nullable=False, comment="What else the action needs"),
        sa.Column("reason", sa.Text(), nullable=False, comment="Why, in the reviewer's words"),
        sa.Column("by", sa.Text(), nullable=False, comment="Who decided; empty where nobody is named"),
        sa.Column("undoes", sa.Integer(), nullable=True, comment="The decision that this one takes back"),
        sa.Column("decided_at", sa.Text(), nullable=False, comment="When it was decided"),
        sa.ForeignKeyConstraint(["undoes"], ["decisions.number"], name=op.f("fk_decisions_undoes_decisions")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_decisions")),
        comment="What reviewers decided: rows are added and never changed; one that is taken back is kept",
    )
