"""With what registers and findings were made, so that they are made again only where that differs."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Add it to what is derived; what has none is made anew when claims are next reconciled."""
    op.add_column(
        "derivations",
        sa.Column(
            "made_with",
            sa.Text(),
            nullable=False,
            server_default="",
            comment="Fingerprint of what it was made with beside the claims and texts: program, settings, "
            "gazetteer",
        ),
    )
