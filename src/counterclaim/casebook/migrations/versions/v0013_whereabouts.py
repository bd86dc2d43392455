"""How precisely each claim says where it was."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Add the table; `carry_over` fills it from the registers that are kept."""
    op.create_table(
        "whereabouts",
        sa.Column("claim", sa.Text(), nullable=False, comment="The claim's id"),
        sa.Column(
            "where_prec",
            sa.Integer(),
            nullable=False,
            comment="How precisely the claim's words put it at its place: 1 to 7, as UCDP GED's where_prec",
        ),
        sa.ForeignKeyConstraint(["claim"], ["claims.id"], name=op.f("fk_whereabouts_claim_claims")),
        sa.PrimaryKeyConstraint("claim", name=op.f("pk_whereabouts")),
        comment="How precisely each claim says where it was; a claim at no place with a point has no row",
    )
