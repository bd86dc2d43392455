"""Ceasefires, and what each claim says of them."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add the tables of ceasefires; they are filled when claims are next reconciled."""
    op.create_table(
        "ceasefires",
        sa.Column("id", sa.Text(), nullable=False, comment="Identifier that rebuilding gives again"),
        sa.Column(
            "position",
            sa.Integer(),
            nullable=False,
            comment="Place in the order of their beginnings, from 0",
        ),
        sa.Column("parties", sa.JSON(), nullable=False, comment="Who keeps it, as far as claims name them"),
        sa.Column("brokers", sa.JSON(), nullable=False, comment="Who brought it about"),
        sa.Column(
            "agreed",
            sa.Text(),
            nullable=True,
            comment="When it was agreed (ISO); null where no claim says",
        ),
        sa.Column("effective", sa.Text(), nullable=True, comment="When it takes or took effect (ISO)"),
        sa.Column("hour", sa.Text(), nullable=True, comment="The time of day at which it does, as written"),
        sa.Column(
            "hours", sa.Integer(), nullable=True, comment="For how long it was meant to last, in hours"
        ),
        sa.Column(
            "outcome",
            sa.Text(),
            nullable=True,
            comment="The furthest stage after its beginning that a claim asserts",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ceasefires")),
        comment="Ceasefires as claims tell them",
    )
    op.create_table(
        "ceasefire_words",
        sa.Column("ceasefire", sa.Text(), nullable=False, comment="The ceasefire's id"),
        sa.Column(
            "position",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Place in the order of what is said of it, from 0",
        ),
        sa.Column("claim", sa.Text(), nullable=False, comment="The claim's id"),
        sa.Column(
            "stage",
            sa.Text(),
            nullable=True,
            comment="agreed, in_effect, held, violated, extended, expired or collapsed; null: only named",
        ),
        sa.Column(
            "denied", sa.Boolean(), nullable=False, comment="Whether its source says that it is not so"
        ),
        sa.Column(
            "date",
            sa.Text(),
            nullable=True,
            comment="When that was (ISO); null where the claim gives the ceasefire's day only",
        ),
        sa.Column("words", sa.Text(), nullable=False, comment="The words that tell the stage"),
        sa.ForeignKeyConstraint(["claim"], ["claims.id"], name=op.f("fk_ceasefire_words_claim_claims")),
        sa.ForeignKeyConstraint(
            ["ceasefire"], ["ceasefires.id"], name=op.f("fk_ceasefire_words_ceasefire_ceasefires")
        ),
        sa.PrimaryKeyConstraint("ceasefire", "position", name=op.f("pk_ceasefire_words")),
        comment="What each claim says of a ceasefire",
    )
    op.create_index(op.f("ix_ceasefire_words_claim"), "ceasefire_words", ["claim"])
