"""How well it is known where a place lies, and why."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the table of places; it is filled when names are next resolved."""
    op.create_table(
        "places",
        sa.Column("entity", sa.Text(), nullable=False, comment="The place's id among the entities"),
        sa.Column(
            "precision",
            sa.Integer(),
            nullable=True,
            comment="How well its point is known: 1 to 7, as UCDP GED's where_prec; null where it has "
            "no point",
        ),
        sa.Column(
            "kind",
            sa.Text(),
            nullable=True,
            comment="town, district, region, country, area, water or continent",
        ),
        sa.Column(
            "country",
            sa.Text(),
            nullable=True,
            comment="The country in which GeoNames counts it, which says nothing of right",
        ),
        sa.Column("region", sa.Text(), nullable=True, comment="The first-level division in which it lies"),
        sa.Column("district", sa.Text(), nullable=True, comment="The second-level division in which it lies"),
        sa.Column(
            "other_names",
            sa.JSON(),
            nullable=False,
            comment="Further names that the gazetteer gives it, which no claim uses",
        ),
        sa.Column("entry", sa.Text(), nullable=True, comment="The gazetteer's entry, as geonames:585223"),
        sa.Column(
            "rule",
            sa.Text(),
            nullable=False,
            comment="Name of the rule by which it was resolved, or was not",
        ),
        sa.Column("reason", sa.Text(), nullable=False, comment="The same in words"),
        sa.ForeignKeyConstraint(["entity"], ["entities.id"], name=op.f("fk_places_entity_entities")),
        sa.PrimaryKeyConstraint("entity", name=op.f("pk_places")),
        comment="How well it is known where each place lies and why it is taken to lie there; its point "
        "is in `entities`",
    )
