"""Tables of who is said to hold which place."""

from sqlalchemy import JSON, ForeignKey, Integer, Table

from counterclaim.casebook.schema.claims import CLAIMS
from counterclaim.casebook.schema.columns import METADATA, column, position, text

HOLDINGS = Table(
    "holdings",
    METADATA,
    text("id", "Identifier that rebuilding gives again", primary_key=True),
    column("position", Integer(), "Place in the order of places and days, from 0"),
    text("place", "The place's id among the entities"),
    text("sense", "took, left, did_not_take or did_not_leave"),
    column("holders", JSON(), "Plain names of the parties; none where the words do not say who"),
    text("from_date", "First day to which the claims date it", nullable=True),
    text("to_date", "Last day to which they date it", nullable=True),
    text("sentence", "The same in words that can be quoted"),
    text(
        "ended_by",
        "The next holding that has it that another took the place, or that the holder left",
        nullable=True,
    ),
    column("disputed_by", JSON(), "Holdings that it cannot be squared with"),
    comment="Who held which place from when, as claims have it; those that differ stand side by side",
)

HOLDING_CLAIMS = Table(
    "holding_claims",
    METADATA,
    text("holding", "The holding's id", ForeignKey(HOLDINGS.c.id), primary_key=True),
    position("Place in as-of order, from 0"),
    text("claim", "The claim's id", ForeignKey(CLAIMS.c.id), index=True),
    comment="The claims of each holding",
)
