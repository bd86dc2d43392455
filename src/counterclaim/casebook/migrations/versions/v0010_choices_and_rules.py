"""Figures by the rules used in practice, the rules of bounds in force, and ranges that others imply."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the tables of choices and of rules, and the implied range of findings; reconciling fills them."""
    op.create_table(
        "choices",
        sa.Column("finding", sa.Text(), nullable=False, comment="The finding's id"),
        sa.Column(
            "position",
            sa.Integer(),
            nullable=False,
            autoincrement=False,
            comment="Place in the order in which the rules are shown, from 0",
        ),
        sa.Column("name", sa.Text(), nullable=False, comment="The rule, such as most_conservative"),
        sa.Column("low", sa.BigInteger(), nullable=True, comment="Lower end of the figure that it chooses"),
        sa.Column("high", sa.BigInteger(), nullable=True, comment="Upper end of the same"),
        sa.Column("claims", sa.JSON(), nullable=False, comment="Ids of the claims that the figure rests on"),
        sa.Column("reason", sa.Text(), nullable=False, comment="How the rule came to it, in words"),
        sa.ForeignKeyConstraint(["finding"], ["findings.id"], name=op.f("fk_choices_finding_findings")),
        sa.PrimaryKeyConstraint("finding", "position", name=op.f("pk_choices")),
        comment="Each finding's figure by each of the rules used in practice",
    )
    op.create_table(
        "bound_rules",
        sa.Column("name", sa.Text(), nullable=False, comment="Name of the rule, as weighings give it"),
        sa.Column(
            "position",
            sa.Integer(),
            nullable=False,
            comment="Place in the order in which rules are tried, from 0",
        ),
        sa.Column("label", sa.Text(), nullable=False, comment="What pages call it"),
        sa.Column(
            "relation",
            sa.JSON(),
            nullable=False,
            comment="How the speaker must stand to the subject: any of these",
        ),
        sa.Column("objects", sa.JSON(), nullable=False, comment="What must be counted; empty: anything"),
        sa.Column("measures", sa.JSON(), nullable=False, comment="How it must be counted; empty: in any way"),
        sa.Column(
            "evidence", sa.Text(), nullable=True, comment="What the claim must rest on; null: anything"
        ),
        sa.Column(
            "hedge",
            sa.JSON(),
            nullable=False,
            comment="Doubts of which the text must have one; empty: whatever it says",
        ),
        sa.Column(
            "vague",
            sa.Boolean(),
            nullable=True,
            comment="Whether the number must be a vague word; null: either",
        ),
        sa.Column("bound", sa.Text(), nullable=False, comment="floor, ceiling, two_sided or none"),
        sa.Column(
            "weight",
            sa.Float(),
            nullable=False,
            comment="How much the account is worth in a dispute, from 0 to 1",
        ),
        sa.Column(
            "weak",
            sa.Boolean(),
            nullable=False,
            comment="Whether it counts only where no other account bounds the figure",
        ),
        sa.Column("why", sa.Text(), nullable=False, comment="The reason in words"),
        sa.Column("practice", sa.Text(), nullable=False, comment="Whose practice it follows"),
        sa.Column(
            "of_casebook",
            sa.Boolean(),
            nullable=False,
            comment="Whether casebook.toml gives it, rather than the package",
        ),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_bound_rules")),
        comment="The rules by which claims were weighed, the first that fits deciding",
    )
    for name, kind, comment in (
        ("implied_low", sa.BigInteger(), "Lower end of what the findings beside it leave of it"),
        ("implied_high", sa.BigInteger(), "Upper end of the same"),
        ("implied_reason", sa.Text(), "Which findings narrow it, in words; null: none does"),
        ("implied_claims", sa.JSON(), "Ids of the claims that set the narrower ends"),
    ):
        op.add_column("findings", sa.Column(name, kind, nullable=True, comment=comment))
