"""Incidents: events with all the claims that report them."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the tables of incidents; they are filled when claims are next reconciled."""
    op.create_table(
        "incidents",
        sa.Column("id", sa.Text(), nullable=False, comment="Identifier that rebuilding gives again"),
        sa.Column(
            "position", sa.Integer(), nullable=False, comment="Place in the order of reconciliation, from 0"
        ),
        sa.Column(
            "event_type",
            sa.Text(),
            nullable=True,
            comment="The type that most reports give; null: all of them only count harm",
        ),
        sa.Column(
            "from_date",
            sa.Text(),
            nullable=True,
            comment="Its first day; may stop at the month or the year",
        ),
        sa.Column("to_date", sa.Text(), nullable=True, comment="Its last day"),
        sa.Column(
            "place",
            sa.Text(),
            nullable=True,
            comment="The most precise place named, as most reports write it",
        ),
        sa.Column("precision", sa.Integer(), nullable=True, comment="1 to 7, UCDP GED's where_prec"),
        sa.Column("latitude", sa.Float(), nullable=True, comment="Degrees north (WGS 84)"),
        sa.Column("longitude", sa.Float(), nullable=True, comment="Degrees east (WGS 84)"),
        sa.Column(
            "actors", sa.JSON(), nullable=False, comment="Who is said to have done it, most named first"
        ),
        sa.Column(
            "targets",
            sa.JSON(),
            nullable=False,
            comment="To whom it is said to have been done, most named first",
        ),
        sa.Column(
            "disputes",
            sa.JSON(),
            nullable=False,
            comment="What its reports give differently: about what, each answer with its claims",
        ),
        sa.Column("rule", sa.Text(), nullable=False, comment="Name of the rule that grouped its reports"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incidents")),
        comment="Events, each with all the claims that report it",
    )
    op.create_table(
        "incident_reports",
        sa.Column("incident", sa.Text(), nullable=False, comment="The incident's id"),
        sa.Column(
            "position",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Place in the order in which the reports were joined, from 0",
        ),
        sa.Column("claim", sa.Text(), nullable=False, comment="The claim's id"),
        sa.Column(
            "joined",
            sa.Text(),
            nullable=True,
            comment="The claim that it was joined to; null: the incident's first",
        ),
        sa.Column(
            "points",
            sa.Float(),
            nullable=False,
            comment="What speaks for the two being of one incident, added up",
        ),
        sa.Column("reason", sa.Text(), nullable=False, comment="The same in words"),
        sa.Column(
            "origin",
            sa.Text(),
            nullable=True,
            comment="Claim of the incident that it repeats; null: an origin of its own",
        ),
        sa.Column(
            "decision", sa.Integer(), nullable=True, comment="The reviewer's decision that put it here"
        ),
        sa.ForeignKeyConstraint(["claim"], ["claims.id"], name=op.f("fk_incident_reports_claim_claims")),
        sa.ForeignKeyConstraint(
            ["incident"], ["incidents.id"], name=op.f("fk_incident_reports_incident_incidents")
        ),
        sa.PrimaryKeyConstraint("incident", "position", name=op.f("pk_incident_reports")),
        comment="The claims of each incident",
    )
    op.create_index(op.f("ix_incident_reports_claim"), "incident_reports", ["claim"])
    op.create_table(
        "incident_deaths",
        sa.Column("incident", sa.Text(), nullable=False, comment="The incident's id"),
        sa.Column(
            "position",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="0: of all people; then of each kind of people that reports count",
        ),
        sa.Column("party", sa.Text(), nullable=True, comment="Whose people; null: of no party, or of all"),
        sa.Column("status", sa.Text(), nullable=False, comment="people (undivided), fighters or civilians"),
        sa.Column("low", sa.BigInteger(), nullable=False, comment="The least figure that can be defended"),
        sa.Column(
            "best",
            sa.BigInteger(),
            nullable=False,
            comment="The most reliable figure; of equals the lowest",
        ),
        sa.Column("high", sa.BigInteger(), nullable=False, comment="The greatest figure given"),
        sa.Column("claim", sa.Text(), nullable=True, comment="Claim that sets best; null: a sum"),
        sa.Column("rule", sa.Text(), nullable=False, comment="Name of the rule that chose them"),
        sa.Column("reason", sa.Text(), nullable=False, comment="The same in words"),
        sa.ForeignKeyConstraint(["claim"], ["claims.id"], name=op.f("fk_incident_deaths_claim_claims")),
        sa.ForeignKeyConstraint(
            ["incident"], ["incidents.id"], name=op.f("fk_incident_deaths_incident_incidents")
        ),
        sa.PrimaryKeyConstraint("incident", "position", name=op.f("pk_incident_deaths")),
        comment="How many died in each incident, as UCDP GED gives low, best and high",
    )
