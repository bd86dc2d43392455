"""Tables of ceasefires, and of what is said of each."""

from sqlalchemy import JSON, Boolean, ForeignKey, Integer, Table

from counterclaim.casebook.schema.claims import CLAIMS
from counterclaim.casebook.schema.columns import METADATA, column, position, text

CEASEFIRES = Table(
    "ceasefires",
    METADATA,
    text("id", "Identifier that rebuilding gives again", primary_key=True),
    column("position", Integer(), "Place in the order of their beginnings, from 0"),
    column("parties", JSON(), "Who keeps it, as far as claims name them"),
    column("brokers", JSON(), "Who brought it about"),
    text("agreed", "When it was agreed (ISO); null where no claim says", nullable=True),
    text("effective", "When it takes or took effect (ISO)", nullable=True),
    text("hour", "The time of day at which it does, as written", nullable=True),
    column("hours", Integer(), "For how long it was meant to last, in hours", nullable=True),
    text("outcome", "The furthest stage after its beginning that a claim asserts", nullable=True),
    comment="Ceasefires as claims tell them",
)

CEASEFIRE_WORDS = Table(
    "ceasefire_words",
    METADATA,
    text("ceasefire", "The ceasefire's id", ForeignKey(CEASEFIRES.c.id), primary_key=True),
    position("Place in the order of what is said of it, from 0"),
    text("claim", "The claim's id", ForeignKey(CLAIMS.c.id), index=True),
    text(
        "stage",
        "agreed, in_effect, held, violated, extended, expired or collapsed; null: only named",
        nullable=True,
    ),
    column("denied", Boolean(), "Whether its source says that it is not so"),
    text("date", "When that was (ISO); null where the claim gives the ceasefire's day only", nullable=True),
    text("words", "The words that tell the stage"),
    comment="What each claim says of a ceasefire",
)
