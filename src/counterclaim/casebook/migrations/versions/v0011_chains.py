"""By which way a repeated figure came from its origin."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add to each weighing the claim that it was taken from; it is filled when claims are next reconciled."""
    op.add_column(
        "weighings",
        sa.Column(
            "taken_from",
            sa.Text(),
            nullable=True,
            comment="Claim that it was taken from on the way from the origin",
        ),
    )
