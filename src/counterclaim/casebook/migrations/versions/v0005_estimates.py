"""What a model of reporting estimates for each finding."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_WITHOUT = (
    ("median", "The estimate without the source; null where it is the only one"),
    ("low_90", "Lower end of the 90 % interval without it"),
    ("high_90", "Upper end of the 90 % interval without it"),
)


def upgrade() -> None:
    """Add the tables of estimates; they are filled when claims are next reconciled."""
    op.create_table(
        "estimates",
        sa.Column("finding", sa.Text(), nullable=False, comment="The finding's id"),
        *(
            sa.Column(name, sa.BigInteger(), nullable=True, comment=comment)
            for name, comment in (
                ("median", "What the truth is as likely to exceed as not; null: too little to estimate"),
                ("low_50", "Lower end of the 50 % interval"),
                ("high_50", "Upper end of the 50 % interval"),
                ("low_90", "Lower end of the 90 % interval"),
                ("high_90", "Upper end of the 90 % interval"),
            )
        ),
        sa.Column(
            "reason", sa.Text(), nullable=False, comment="Why there is no number; empty where there is"
        ),
        sa.ForeignKeyConstraint(["finding"], ["findings.id"], name=op.f("fk_estimates_finding_findings")),
        sa.PrimaryKeyConstraint("finding", name=op.f("pk_estimates")),
        comment="What a model of reporting estimates: no documented figures, and no part of the findings' "
        "ranges",
    )
    op.create_table(
        "estimate_sources",
        sa.Column("finding", sa.Text(), nullable=False, comment="The finding's id"),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False, comment="Place, from 0"),
        sa.Column("claim", sa.Text(), nullable=False, comment="The claim that is the source's present word"),
        sa.Column("prior", sa.Text(), nullable=False, comment="Name of the prior that fits the source"),
        sa.Column(
            "factor",
            sa.Float(),
            nullable=False,
            comment="By what factor such figures are taken to exceed the truth",
        ),
        sa.Column(
            "learnt_from",
            sa.Integer(),
            nullable=False,
            comment="How many sources with a later settled figure that was learnt from",
        ),
        *(sa.Column(name, sa.BigInteger(), nullable=True, comment=comment) for name, comment in _WITHOUT),
        sa.ForeignKeyConstraint(["claim"], ["claims.id"], name=op.f("fk_estimate_sources_claim_claims")),
        sa.ForeignKeyConstraint(
            ["finding"], ["estimates.finding"], name=op.f("fk_estimate_sources_finding_estimates")
        ),
        sa.PrimaryKeyConstraint("finding", "position", name=op.f("pk_estimate_sources")),
        comment="What each source does in an estimate, and what the others say without it",
    )
    op.create_index(op.f("ix_estimate_sources_claim"), "estimate_sources", ["claim"])
