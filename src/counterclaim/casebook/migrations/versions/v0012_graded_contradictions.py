"""Which rule found a contradiction, and how its weight came about."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Add both to each contradiction; they are filled when claims are next reconciled."""
    for name, comment in (
        ("rule", "Name of the rule that found it; docs/methods.md describes each"),
        ("grade", "How its weight came about, in words"),
    ):
        op.add_column(
            "contradictions",
            sa.Column(name, sa.Text(), nullable=False, server_default="", comment=comment),
        )
